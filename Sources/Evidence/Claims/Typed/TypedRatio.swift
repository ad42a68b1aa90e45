import Diagnostics
import Foundation

/// "Five nurses to every doctor", "one doctor for every 200 people", "three for each": so many of one thing for so many of
/// another.
struct TypedRatio {
  /// Of the sentence's tokens.
  var range: Range<Int>
  /// How many of the one there are for one of the other.
  var bounds: ClosedRange<Decimal>
  /// What the words call the two; `nil` where they leave it out.
  var one: String?
  var other: String?

  /// Read around "to every" and "for each".
  init?(at each: Int, in sentence: ClaimSentence) {
    guard ["every", "each"].contains(sentence.key(each)), ["to", "for"].contains(sentence.key(each - 1))
    else { return nil }
    let clause = sentence.clause(at: each)
    guard
      let start = interval(max(clause.lowerBound, each - 7), upTo: each - 1).last(where: {
        Self.number(at: $0, in: sentence) != nil
      }),
      let (count, end) = Self.number(at: start, in: sentence), end < each
    else { return nil }
    let (per, noun) = Self.number(at: each + 1, in: sentence) ?? (1, each + 1)
    guard per > 0 else { return nil }
    let last = sentence.tokens.indices.contains(noun) && sentence.tokens[noun].kind == .word ? noun : nil
    range = start..<(last.map { $0 + 1 } ?? noun)
    one = end < each - 1 ? sentence.key(end) : nil
    other = last.map(sentence.key)
    var near = TypedMultiple.bounds(of: count / per, before: start, in: sentence)
    // A whole number of them is what it is rounded to.
    if per == 1, count >= 3, near.lowerBound > count - Decimal(5) / 10,
      near.upperBound < count + Decimal(5) / 10
    {
      near = count - Decimal(5) / 10...count + Decimal(5) / 10
    }
    bounds = near
  }

  private static func number(at start: Int, in sentence: ClaimSentence) -> (value: Decimal, end: Int)? {
    guard sentence.tokens.indices.contains(start),
      sentence.tokens[start].kind == .digits || NumberWords.small[sentence.key(start)] != nil,
      let found = TypedSize.mentions(
        in: interval(start, upTo: min(start + 4, sentence.tokens.count)), of: sentence
      ).first,
      found.range.lowerBound == start, found.mention.value > 0, found.mention.form != .share
    else { return nil }
    return (found.mention.value, found.range.upperBound)
  }
}

extension ClaimCheck {
  /// Ratios held against the two figures of the sentence that they are of.
  func ratioDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    if sentence.isQuestion { return [] }
    return sentence.tokens.indices.compactMap { index in
      guard let ratio = TypedRatio(at: index, in: sentence), !isDoubtful(ratio, in: sentence),
        let (one, other) = figures(of: ratio, in: sentence), !ratio.bounds.contains(one.amount / other.amount)
      else { return nil }
      let tokens = sentence.tokens[ratio.range]
      return Diagnostic(
        .warning,
        "'\(passage.words(of: tokens))' is typed, and '\(one.id)' is \(one.words(.full)) and '\(other.id)' \(other.words(.full))",
        at: passage.location(at: sentence.tokens[ratio.range.lowerBound].range.lowerBound),
        advice: "mend the words")
    }
  }

  private func isDoubtful(_ ratio: TypedRatio, in sentence: ClaimSentence) -> Bool {
    let clause = sentence.clause(at: ratio.range.lowerBound)
    return interval(clause.lowerBound, upTo: ratio.range.lowerBound).contains { index in
      sentence.phrases(at: index).contains { [.maybe, .not, .goal].contains($0.sense) }
    }
  }

  /// Counts that the words name or, where they name none, the only two: the larger for each of the smaller.
  private func figures(of ratio: TypedRatio, in sentence: ClaimSentence) -> (one: Figure, other: Figure)? {
    let counts = sentence.references.filter { $0.others.isEmpty }.compactMap { ground.figure($0.id) }.filter {
      $0.unit.isCount && $0.amount > 0 && $0.isExactEnough && !ground.isGoal($0)
    }
    func named(_ noun: String) -> Figure? {
      let meant = counts.filter {
        ground.contentWords(of: "\($0.label) \($0.unit.text)").contains(ClaimGround.stem(noun))
      }
      return meant.count == 1 ? meant[0] : nil
    }
    let other = ratio.other.flatMap(named)
    if let noun = ratio.one {
      guard let one = named(noun), let other, one.id != other.id else { return nil }
      return (one, other)
    }
    guard counts.count == 2, counts[0].id != counts[1].id else { return nil }
    let smaller = counts[0].amount < counts[1].amount ? counts[0] : counts[1]
    let second = ratio.other == nil ? smaller : other
    return second.flatMap { second in counts.first { $0.id != second.id }.map { ($0, second) } }
  }
}
