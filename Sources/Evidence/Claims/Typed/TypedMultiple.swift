import Diagnostics
import Foundation

/// How many times another figure one is said to be: "twice as much as", "three times what it was", "half the size of".
struct TypedMultiple {
  /// Of the sentence's tokens, up to the words after which the other figure stands.
  let range: Range<Int>
  /// "Ten times larger than", which may be ten times as large or eleven.
  let isLarger: Bool
  /// "Twice as much" without an "as" after it leaves open what is the more.
  let isWhole: Bool
  private let value: Decimal
  /// What the words before it leave open.
  private let bounds: ClosedRange<Decimal>

  init?(at start: Int, in sentence: ClaimSentence) {
    guard let (value, end, isPart) = Self.number(at: start, in: sentence),
      let next = Self.connective(at: end, in: sentence, isPart: isPart)
    else { return nil }
    (self.value, range) = (value, start..<next)
    isLarger = Self.comparatives.contains(sentence.key(end))
    isWhole = sentence.key(end) != "as" || sentence.key(next - 1) == "as"
    bounds = Self.bounds(of: value, before: start, in: sentence)
  }

  func isContradicted(by one: Figure, of other: Figure) -> Bool {
    let ratio = one.amount / other.amount
    return !bounds.contains(ratio) && !(isLarger && bounds.contains(ratio - 1))
  }

  // MARK: The number

  private static let words: [String: Decimal] = [
    "twice": 2, "double": 2, "thrice": 3, "triple": 3, "treble": 3, "quadruple": 4,
  ]

  private static func number(at start: Int, in sentence: ClaimSentence)
    -> (value: Decimal, end: Int, isPart: Bool)?
  {
    let key = sentence.key(start)
    if let value = words[key] { return (value, start + 1, false) }
    let isNumber =
      sentence.tokens[start].kind == .digits || NumberWords.small[key] != nil || NumberWords.parts[key] != nil
      || ["a", "an"].contains(key)
    guard isNumber,
      let found = TypedSize.mentions(
        in: interval(start, upTo: min(start + 6, sentence.tokens.count)), of: sentence
      ).first,
      found.range.lowerBound == start, found.mention.value > 0
    else { return nil }
    let end = found.range.upperBound
    if found.mention.form == .share { return (found.mention.value, end, true) }
    return sentence.key(end) == "times" ? (found.mention.value, end + 1, false) : nil
  }

  // MARK: What leads to the other figure

  private static let sizes: Set<String> = [
    "much", "many", "large", "big", "high", "great", "long", "heavy", "strong", "wide", "costly", "expensive",
    "rich", "populous", "busy",
  ]
  private static let comparatives: Set<String> = [
    "more", "larger", "bigger", "higher", "greater", "longer", "heavier", "stronger", "wider",
  ]
  private static let measures: Set<String> = [
    "size", "level", "amount", "number", "volume", "value", "figure", "length", "total", "sum", "weight",
    "rate",
    "price", "cost", "worth", "share", "output",
  ]
  /// After which a number of times is no multiple: "three times a year".
  private static let times: Set<String> = [
    "a", "an", "per", "each", "every", "in", "since", "during", "between", "by", "over", "this", "last",
    "and",
    "from",
    "to", "at", "on", "for", "before", "after", "with",
  ]

  private static func connective(at end: Int, in sentence: ClaimSentence, isPart: Bool)
    -> Int?
  {
    let keys = (0..<4).map { sentence.key(end + $0) }
    if keys[0] == "as", sizes.contains(keys[1]), keys[2] != "again" {
      let next = (end + 2..<end + 9).first { sentence.key($0) == "as" }
      return next.map { $0 + 1 } ?? end + 2
    }
    if keys[0] == "what" { return end + 1 }
    if keys[0] == "of", ["what", "that", "those"].contains(keys[1]) { return end + 2 }
    if ["that", "those"].contains(keys[0]), ["of", "to", "from"].contains(keys[1]) { return end + 2 }
    if keys[0] == "the", measures.contains(keys[1]) { return end + 2 }
    if comparatives.contains(keys[0]), keys[1] == "than" { return end + 2 }
    if isPart || times.contains(keys[0]) { return nil }
    let isNear = interval(end, upTo: min(end + 4, sentence.tokens.count)).contains {
      sentence.tokens[$0].reference != nil
    }
    return isNear ? end : nil
  }

  // MARK: How exactly

  static func bounds(of value: Decimal, before start: Int, in sentence: ClaimSentence)
    -> ClosedRange<Decimal>
  {
    let (second, first) = (sentence.key(start - 2), sentence.key(start - 1))
    let most = value * 1000
    if first == "than", ["more", "better"].contains(second) || first == "least" { return value...most }
    if ["over", "above", "least"].contains(first) { return value...most }
    if first == "than", ["less", "fewer"].contains(second) { return 0...value }
    if ["under", "below", "to", "most"].contains(first), second != "close" { return 0...value }
    if ["nearly", "almost", "quite", "to"].contains(first) { return value * 8 / 10...value * 101 / 100 }
    let isLoose = ["about", "around", "some", "roughly", "approximately"].contains(first)
    let slack = value.decimalCount > 0 && value > 1 ? max(value / 20, Decimal(5) / 100) : value / 10
    return value - slack * (isLoose ? 2 : 1)...value + slack * (isLoose ? 2 : 1)
  }
}

/// A multiple, and what its figures make of it.
struct HeldMultiple {
  var range: Range<Int>
  /// What the figures say instead; `nil` where they bear it out, or it is not known which are meant.
  var doubt: (words: String, advice: String)?
}

extension ClaimCheck {
  /// The multiples of a sentence, held against their figures.
  func multiples(in sentence: ClaimSentence, besides claims: [TypedClaim]) -> [HeldMultiple] {
    if sentence.isQuestion { return [] }
    var found: [HeldMultiple] = []
    for start in sentence.tokens.indices where start >= found.last?.range.upperBound ?? 0 {
      guard let multiple = TypedMultiple(at: start, in: sentence) else { continue }
      let isClaimed = multiple.isWhole && !isDoubtful(start, claims, in: sentence)
      found.append(
        HeldMultiple(range: multiple.range, doubt: isClaimed ? doubt(about: multiple, in: sentence) : nil))
    }
    return found
  }

  func doubt(_ multiple: HeldMultiple, of sentence: ClaimSentence, in passage: Passage) -> Diagnostic? {
    let tokens = sentence.tokens[multiple.range]
    guard let doubt = multiple.doubt, let first = tokens.first else { return nil }
    return Diagnostic(
      .warning, "'\(passage.words(of: tokens))' is typed, and \(doubt.words)",
      at: passage.location(at: first.range.lowerBound), advice: doubt.advice)
  }

  /// "Could be twice as much", "not twice as much".
  private func isDoubtful(_ start: Int, _ claims: [TypedClaim], in sentence: ClaimSentence) -> Bool {
    let clause = sentence.clause(at: start)
    return claims.contains { claim in
      claim.range.upperBound <= start && clause.contains(claim.range.lowerBound)
        && (claim.says(.maybe) || claim.says(.not))
    }
  }

  private func doubt(about multiple: TypedMultiple, in sentence: ClaimSentence) -> (
    words: String, advice: String
  )? {
    var pairs: [(one: Figure, other: Figure)] = []
    // "Twice as many inspectors ({a}) as in 2021 ({b})"
    let within = sentence.references(in: multiple.range)
    for (_, reference) in within.isEmpty
      ? sentence.references(in: 0..<multiple.range.lowerBound) : within
    where reference.others.isEmpty {
      guard let one = ground.figure(reference.id),
        let other = other(than: one, after: multiple.range.upperBound, in: sentence),
        areComparable(one, other)
      else { continue }
      pairs.append((one, other))
    }
    if pairs.isEmpty, let pair = sentence.pair(comparedBy: multiple.range, ground),
      areComparable(pair.one, pair.other)
    {
      pairs = [pair]
    }
    guard let (one, other) = pairs.last else { return nil }
    // Of several before it one may be meant.
    if pairs.contains(where: { !multiple.isContradicted(by: $0.one, of: $0.other) }) { return nil }
    let words = "'\(one.id)' is \(one.words(.full)) and '\(other.id)' \(other.words(.full))"
    let advice = ground.suggestion(.multiple, [one.id, other.id]) ?? "mend the words"
    return (words, advice)
  }

  private func areComparable(_ one: Figure, _ other: Figure) -> Bool {
    one.id != other.id && one.isOfKind(of: other) && one.isExactEnough
      && other.isExactEnough && one.amount > 0 && other.amount > 0
  }

  /// What follows, or what the figure was in a year that follows: "what it was in 2015".
  private func other(than one: Figure, after start: Int, in sentence: ClaimSentence) -> Figure? {
    if let next = sentence.comparand(after: start)?.reference {
      return next.others.isEmpty ? ground.figure(next.id) : nil
    }
    if let next = sentence.setOff(after: start) { return next.others.isEmpty ? ground.figure(next.id) : nil }
    let own = ground.table.original(of: one)
    let clause = sentence.clause(at: max(0, start - 1))
    for index in start..<max(start, min(start + 6, clause.upperBound)) {
      if let year = year(at: index, in: sentence, before: own.period?.firstYear) {
        return ground.predecessor(of: own, in: year).flatMap { $0.period?.firstYear == year ? $0 : nil }
      }
      if let time = sentence.tokens[index].reference, time.saysPeriod {
        let period = ground.figure(time.id)?.period
        return ground.series(of: own).first { $0.period == period }
      }
    }
    return nil
  }

  /// "2015", or "a year before" a figure's own.
  private func year(at index: Int, in sentence: ClaimSentence, before own: Int?) -> Int? {
    if sentence.tokens[index].kind == .digits, sentence.key(index).utf8.count == 4 {
      return Int(sentence.key(index))
    }
    let isBefore = sentence.key(index) == "year" && ["before", "earlier"].contains(sentence.key(index + 1))
    return isBefore ? own.map { $0 - 1 } : nil
  }
}
