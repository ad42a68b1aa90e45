import Diagnostics
import Foundation

/// By how much a text says that something is more or less: "by a third", "12%", "by 40 thousand tonnes".
struct TypedSize {
  private let mention: NumberMention
  /// Of the sentence's tokens.
  let range: Range<Int>

  /// What stands right after a verb: "fell by a third", "grew 12%", "rose by as much as 3 m".
  init?(after start: Int, upTo end: Int, in sentence: ClaimSentence) {
    guard start < end,
      let found = Self.mentions(in: interval(start, upTo: min(end, start + 10)), of: sentence).first,
      sentence.tokens[start..<found.range.lowerBound].allSatisfy({ Self.leading.contains($0.key) })
    else { return nil }
    let isBy = sentence.tokens[start..<found.range.lowerBound].contains { $0.key == "by" }
    guard isBy || found.mention.kind == .percent || found.mention.form == .share else { return nil }
    mention = found.mention
    // With what is counted: "by 55 boats".
    let things = mention.kind == .other && mention.form == .amount && !mention.after.isOf
    range =
      interval(
        found.range.lowerBound,
        upTo: min(end, found.range.upperBound + (things ? mention.after.words.count : 0)))
  }

  /// What stands right before a comparison: "30% lower", "a third less".
  init?(before end: Int, from start: Int, in sentence: ClaimSentence) {
    guard start < end,
      let found = Self.mentions(in: max(start, end - 6)..<end, of: sentence).last,
      found.range.upperBound == end, found.mention.kind == .percent || found.mention.form == .share
    else { return nil }
    (mention, range) = found
  }

  /// Whether it is a part or a percentage.
  var isRelative: Bool { mention.form == .share || mention.kind == .percent }

  static func mentions(in range: Range<Int>, of sentence: ClaimSentence) -> [(
    mention: NumberMention, range: Range<Int>
  )] {
    let upTo = range.first { sentence.tokens[$0].reference != nil } ?? range.upperBound
    let start = range.lowerBound
    let own = sentence.tokens[start..<upTo].map { token in
      TextToken(
        kind: token.kind == .word ? .word : token.kind == .digits ? .digits : .mark, text: token.text,
        key: token.key, range: token.range)
    }
    return NumberFinder.mentions(in: TokenRow(own)).compactMap { mention in
      guard mention.form == .share || mention.form == .amount else { return nil }
      return (mention, (start + mention.tokens.lowerBound)..<(start + mention.tokens.upperBound))
    }
  }

  private static let leading: Set<String> = [
    "by", "about", "around", "some", "nearly", "almost", "roughly", "more", "less", "than", "over", "under",
    "only",
    "just", "at", "least", "most", "a", "an", "further", "another", "as", "much", "well", "close", "full",
    "mere",
    "again", "barely", "not", "quite", "approximately",
  ]

  /// Whether two figures differ by another size; what neither tells is not contradicted.
  func isContradicted(from one: Figure, to other: Figure) -> Bool {
    guard one.isExactEnough, other.isExactEnough, !one.amount.isZero, one.amount > 0 || other.amount <= 0
    else { return false }
    let (was, difference) = (one.amount.magnitude, (other.amount - one.amount).magnitude)
    switch mention.kind {
    case .percentagePoints:
      return other.unit.isPercent && !agrees(with: (other.value - one.value).magnitude, slack: slack)
    case .percent:
      return !agrees(with: difference / was * 100, slack: slack)
        && !(other.unit.isPercent && agrees(with: difference, slack: slack))
    default:
      if mention.form == .share {
        let share = mention.value * 100
        return !agrees(with: difference / was * 100, typed: share, slack: max(2, share / 10))
      }
      // "Debt fell by nine points."
      if other.unit.isPercent, mention.kind == .other,
        ["point", "points"].contains(mention.after.words.first)
      {
        return !agrees(with: (other.value - one.value).magnitude, slack: slack)
      }
      guard let typed = amount(in: other.unit) else { return false }
      return !agrees(with: difference, typed: typed, slack: typed / 20)
    }
  }

  /// Whether it is so many per cent of a whole.
  func isContradicted(part: Figure, of whole: Figure) -> Bool {
    guard part.isExactEnough, whole.isExactEnough, whole.amount > 0, part.amount >= 0 else { return false }
    let share = part.amount / whole.amount * 100
    if mention.form == .share {
      return !agrees(with: share, typed: mention.value * 100, slack: max(2, mention.value * 10))
    }
    return mention.kind == .percent && !agrees(with: share, slack: slack)
  }

  /// Of a figure that is itself a change.
  func isContradicted(by percent: Decimal) -> Bool {
    if mention.form == .share {
      let share = mention.value * 100
      return !agrees(with: percent.magnitude, typed: share, slack: max(2, share / 10))
    }
    return mention.kind == .percent && !agrees(with: percent.magnitude, slack: slack)
  }

  /// In whole units of a figure's unit; `nil` where it is in another, or in none.
  private func amount(in unit: Unit) -> Decimal? {
    switch (unit.kind, mention.kind) {
    case (.currency(let code), .currency(let own)): return code == own ? mention.value : nil
    case (.measure(let symbol), .other):
      guard case .measure(let said) = mention.after.unit else { return nil }
      return Measure.factor(from: said, to: symbol).map { mention.value * $0 }
    case (.count, .other): return mention.after.names(unit.kind) ? mention.value : nil
    default: return nil
    }
  }

  /// What rounding may have taken: half of the last digit, and as much again for what it was rounded from.
  private var slack: Decimal { mention.value.decimalCount == 0 ? 1 : Decimal(15) / 100 }

  private func agrees(with value: Decimal, typed: Decimal? = nil, slack: Decimal) -> Bool {
    let typed = typed ?? mention.value
    let claims = mention.qualifiers
    if claims.contains(.about) { return (value - typed).magnitude <= max(slack * 2, typed / 8) }
    if claims.contains(.moreThan) || claims.contains(.atLeast) { return value >= typed - slack / 10 }
    if claims.contains(.lessThan) || claims.contains(.atMost) { return value <= typed + slack / 10 }
    return (value - typed).magnitude <= slack
  }
}

extension Figure {
  /// Of bounds it is not known how far apart they are.
  var isExactEnough: Bool { [.exact, .about].contains(qualifier) }
}

extension ClaimCheck {
  /// "{a} of {b}, that is 60%"
  func shareDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    let references = sentence.references(in: 0..<sentence.tokens.count)
    guard references.count == 2, references.allSatisfy({ $0.reference.others.isEmpty }), !sentence.isQuestion,
      let part = ground.figure(references[0].reference.id),
      let whole = ground.figure(references[1].reference.id), part.unit.dimension == whole.unit.dimension,
      !part.unit.isPercent,
      sentence.tokens[references[0].index..<references[1].index].prefix(4).contains(where: { $0.key == "of" }
      ),
      references[1].index - references[0].index < 5
    else { return [] }
    var start = references[1].index + 1
    while Self.leadingToShare.contains(sentence.key(start)) { start += 1 }
    guard let size = TypedSize(after: start, upTo: sentence.tokens.count, in: sentence),
      size.isContradicted(part: part, of: whole)
    else { return [] }
    let share = (part.amount / whole.amount * 100).rounded(decimals: 0, .plain).digits()
    let text = sentence.tokens[size.range].map(\.text).joined(separator: " ")
    return [
      Diagnostic(
        .warning,
        "'\(text.replacing(" %", with: "%"))' is typed, and '\(part.id)' is \(share)% of '\(whole.id)'",
        at: passage.location(at: sentence.tokens[size.range.lowerBound].range.lowerBound),
        advice: "add a figure with the formula share(\(part.id), \(whole.id)), and refer to it")
    ]
  }

  private static let leadingToShare: Set<String> = [
    ",", "(", ":", "–", "—", "that", "this", "is", "was", "were", "or", "which", "i", "e", ".", "=", "a",
    "share", "of", "makes", "made", "came", "to", "comes", "equal",
  ]
}
