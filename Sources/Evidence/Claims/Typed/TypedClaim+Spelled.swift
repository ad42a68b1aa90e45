import Foundation

/// Claims that no list of phrases could hold, since any number or noun may stand in them.
extension TypedClaim {
  init?(spelledAt start: Int, in sentence: ClaimSentence) {
    let found =
      Self.factor(at: start, in: sentence) ?? Self.oneInSome(at: start, in: sentence)
      ?? Self.whole(at: start, in: sentence) ?? Self.comparison(at: start, in: sentence)
      ?? Self.partLess(at: start, in: sentence) ?? Self.moreOf(at: start, in: sentence)
    guard let found else { return nil }
    self.init(range: found.range, phrases: [found.phrase])
  }

  /// "Never before were so few completed as in 2020", "never had so many come": the least or the most of its kind.
  init?(neverAt start: Int, in sentence: ClaimSentence) {
    if let range = Self.inNoYear(at: start, in: sentence) {
      let isMore = Self.greater.contains(sentence.key(range.upperBound - 1))
      self.init(range: range, phrases: [.init(words: ["never"], sense: isMore ? .most : .least)])
      return
    }
    guard sentence.key(start) == "never",
      let size = (start + 1..<start + 8).first(where: {
        ["so", "as"].contains(sentence.key($0)) && Self.sizes[sentence.key($0 + 1)] != nil
      }), let sense = Self.sizes[sentence.key(size + 1)]
    else { return nil }
    func isPlain(_ range: Range<Int>) -> Bool { range.allSatisfy { sentence.tokens[$0].kind == .word } }
    guard isPlain(start..<size + 2) else { return nil }
    let far = min(size + 9, sentence.tokens.count)
    let time = (size + 2..<max(size + 2, far)).first {
      sentence.key($0) == "as" && sentence.key($0 + 1) == "in"
    }
    let end = time.flatMap { isPlain(size..<$0) ? $0 + 1 : nil } ?? size + 2
    self.init(range: start..<end, phrases: [.init(words: ["never"], sense: sense)])
  }

  /// "In no year was more": up to that word.
  private static func inNoYear(at start: Int, in sentence: ClaimSentence) -> Range<Int>? {
    let noun = sentence.key(start + 2) == "other" ? start + 3 : start + 2
    guard sentence.key(start) == "in", sentence.key(start + 1) == "no",
      ["year", "month", "quarter", "season"].contains(sentence.key(noun)),
      let size = (noun + 1..<noun + 7).first(where: {
        greater.contains(sentence.key($0)) || smaller.contains(sentence.key($0))
      }), sentence.tokens[start..<size].allSatisfy({ $0.kind == .word })
    else { return nil }
    return start..<size + 1
  }

  private static let sizes: [String: Sense] = [
    "few": .least, "little": .least, "low": .least, "small": .least, "many": .most, "much": .most,
    "high": .most, "large": .most, "great": .most, "big": .most,
  ]

  /// Whether it says that something was never so.
  var isNever: Bool { phrases.contains { $0.words == ["never"] } }

  /// "twentyfold", "20-fold", "by a factor of twenty".
  private static func factor(at start: Int, in sentence: ClaimSentence)
    -> (range: Range<Int>, phrase: ClaimVocabulary.Phrase)?
  {
    func number(_ key: String) -> Decimal? {
      NumberWords.small[key].map { Decimal($0) } ?? Decimal(string: key)
    }
    let key = sentence.key(start)
    if key.hasSuffix("fold"), let factor = number(String(key.dropLast(4))), factor > 1 {
      return (start..<start + 1, phrase(factor))
    }
    if let factor = number(key), factor > 1, sentence.key(start + 2) == "fold",
      ["-", "\u{2010}", "\u{2011}"].contains(sentence.key(start + 1))
    {
      return (start..<start + 3, phrase(factor))
    }
    guard key == "by", (1...3).allSatisfy({ sentence.key(start + $0) == ["", "a", "factor", "of"][$0] }),
      let factor = number(sentence.key(start + 4)), factor > 1
    else { return nil }
    let isFall = (max(0, start - 4)..<start).contains { place in
      ["fell", "fallen", "cut", "down", "dropped", "reduced", "shrank", "shrunk", "declined"].contains(
        sentence.key(place))
    }
    return (start..<start + 5, phrase(isFall ? 1 / factor : factor))
  }

  private static func phrase(_ factor: Decimal) -> ClaimVocabulary.Phrase {
    .init(words: ["fold"], sense: .times, least: factor * 90, most: factor * 110)
  }

  /// "one adult in ten", "three farms in four"
  private static func oneInSome(at start: Int, in sentence: ClaimSentence)
    -> (range: Range<Int>, phrase: ClaimVocabulary.Phrase)?
  {
    guard let part = NumberWords.small[sentence.key(start)], sentence.key(start + 2) == "in",
      let whole = NumberWords.small[sentence.key(start + 3)], (2...20).contains(whole),
      (1..<whole).contains(part),
      sentence.tokens[start + 1].kind == .word,
      !["year", "years", "month", "months", "week", "weeks", "day", "days"].contains(sentence.key(start + 4))
    else { return nil }
    let share = 100 * Decimal(part) / Decimal(whole)
    let slack = max(1, min(4, share / 10))
    return (
      start..<start + 4,
      .init(words: ["one", "in", "some"], sense: .share, least: share - slack, most: share + slack)
    )
  }

  /// "Every village has water: {a} of {b}", "The entire line is electrified: {a}": all of a whole, where the sentence goes on
  /// with how much of it.
  private static func whole(at start: Int, in sentence: ClaimSentence)
    -> (range: Range<Int>, phrase: ClaimVocabulary.Phrase)?
  {
    let isWhole = ["entire", "whole"].contains(sentence.key(start)) && sentence.key(start - 1) == "the"
    guard start < 2, isWhole || start == 0 && ["every", "all", "each"].contains(sentence.key(start)),
      sentence.tokens.indices.contains(start + 1), sentence.tokens[start + 1].kind == .word,
      !notWhole.contains(sentence.key(start + 1)), NumberWords.small[sentence.key(start + 1)] == nil
    else { return nil }
    let amounts = sentence.references(in: 0..<sentence.tokens.count)
    guard let first = amounts.first, [":", ",", "("].contains(sentence.key(first.index - 1)) else {
      return nil
    }
    let isPart =
      amounts.count == 2 && amounts[1].index - first.index < 5
      && (first.index..<amounts[1].index).contains { sentence.key($0) == "of" }
    let isShare =
      amounts.count == 1 && sentence.key(first.index - 1) == ":" && first.index + 3 > sentence.tokens.count
    guard isPart || isShare else { return nil }
    return (start..<start + 1, .init(words: ["all"], sense: .share, least: Decimal(995) / 10, most: 100))
  }

  private static let notWhole: Set<String> = [
    "year", "month", "week", "day", "time", "second", "third", "other", "in", "told", "few", "of", "but",
    "quarter",
    "season", "these", "those", "this", "that",
  ]

  /// "more firms than", "longer than".
  private static func comparison(at start: Int, in sentence: ClaimSentence)
    -> (range: Range<Int>, phrase: ClaimVocabulary.Phrase)?
  {
    let key = sentence.key(start)
    let sense: Sense? = greater.contains(key) ? .more : smaller.contains(key) ? .less : nil
    guard let sense, !["no", "any", "once", "and", "the", "not"].contains(sentence.key(start - 1)),
      let than = (start + 1..<start + 9).first(where: { sentence.key($0) == "than" }),
      sentence.tokens[start..<than].allSatisfy({ $0.kind == .word || $0.kind == .reference || $0.key == "," }
      ),
      !(sentence.references.isEmpty && sentence.isThanBefore(at: than)),
      than - start < 6 || sentence.tokens[start..<than].contains(where: { $0.kind == .reference })
    else { return nil }
    return (start..<than + 1, .init(words: [key, "than"], sense: sense))
  }

  private static let greater: Set<String> = ["more", "longer", "larger", "bigger", "higher", "greater"]
  private static let smaller: Set<String> = ["fewer", "less", "shorter", "smaller", "lower"]
}
