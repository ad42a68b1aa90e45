import Foundation

/// Claims of a change that the words around them make: "cut from {a} to {b}", "a third lower than before", "more teachers".
extension TypedClaim {
  /// As a claim of direction.
  func moved() -> TypedClaim {
    guard var phrase = phrase([.added, .raised, .more, .lost, .cut, .less]) else { return self }
    phrase.sense = [.added, .raised, .more].contains(phrase.sense) ? .up : .down
    phrase.least = nil
    phrase.most = nil
    var result = self
    result.phrases = [phrase]
    return result
  }

  /// "A third lower than a decade ago", where no figure stands that it could be compared with.
  func isComparedWithPast(in sentence: ClaimSentence) -> Bool {
    guard let phrase = phrase([.more, .less]), phrase.words.last == "than", sentence.references.isEmpty else {
      return false
    }
    let clause = sentence.clause(around: range)
    let size = TypedSize(before: range.lowerBound, from: clause.lowerBound, in: sentence)
    return size?.isRelative ?? false
      && (range.upperBound..<clause.upperBound).contains {
        ["ago", "before", "earlier"].contains(sentence.key($0))
      }
  }

  /// Whether this denies another claim: "has yet to recover", "has not yet reached", but not "has yet to fall below".
  func isStillToCome(_ other: TypedClaim, in sentence: ClaimSentence) -> Bool {
    let gap = other.range.lowerBound - range.upperBound
    let words = sentence.tokens[range].suffix(2).map(\.key)
    guard (0..<4).contains(gap), words == ["yet", "to"] || words == ["not", "yet"] else { return false }
    let isStep = other.phrase([.up, .down]) != nil
    return !isStep
      || !["below", "above", "under", "over", "to"].contains(sentence.key(other.range.upperBound))
  }

  /// "A third lower", at the end of what it stands in.
  static func partLess(at start: Int, in sentence: ClaimSentence) -> (
    range: Range<Int>, phrase: ClaimVocabulary.Phrase
  )? {
    let key = sentence.key(start)
    let clause = sentence.clause(at: start)
    guard comparatives.contains(key), sentence.key(start + 1) != "than", sentence.references.isEmpty,
      start + 1 >= clause.upperBound,
      TypedSize(before: start, from: clause.lowerBound, in: sentence)?.isRelative ?? false
    else { return nil }
    let isUp = ["higher", "larger", "bigger", "more"].contains(key)
    return (start..<start + 1, .init(words: [key], sense: isUp ? .up : .down))
  }

  /// "More pupils, fewer teachers"
  static func moreOf(at start: Int, in sentence: ClaimSentence) -> (
    range: Range<Int>, phrase: ClaimVocabulary.Phrase
  )? {
    let key = sentence.key(start)
    guard ["more", "fewer"].contains(key), [",", "and", "but", ""].contains(sentence.key(start - 1)),
      sentence.tokens.indices.contains(start + 1), sentence.tokens[start + 1].kind == .word,
      !sentence.tokens.indices.contains(where: { index in
        sentence.key(index) == "or" || sentence.key(index) == "than" && !sentence.isThanBefore(at: index)
      })
    else { return nil }
    return (start..<start + 1, .init(words: [key], sense: key == "more" ? .up : .down))
  }

  private static let comparatives: Set<String> = [
    "lower", "smaller", "less", "fewer", "higher", "larger", "bigger", "more",
  ]

  /// "More" alone, before what there is more of.
  var isBareComparative: Bool {
    range.count == 1
      && phrases.contains { [["more"], ["fewer"]].contains($0.words) && [.up, .down].contains($0.sense) }
  }

  /// Whether by how much can stand before it.
  var isComparative: Bool {
    phrases.contains { [.up, .down].contains($0.sense) && Self.comparatives.contains($0.words[0]) }
  }
}

extension ClaimSentence {
  /// "Than the year before", "than last year", "than in 2021", "than a year ago", at the end of what it stands in.
  func isThanBefore(at than: Int) -> Bool {
    let end = interval(than, upTo: tokens.count).first {
      $0 > than && [":", "(", ";", "."].contains(key($0))
    }
    let words = interval(than + 1, upTo: end ?? tokens.count).map(key)
    if words.count == 2, words[0] == "in" { return Int(words[1]).map { (1000..<2200).contains($0) } ?? false }
    return ["the year before", "a year before", "a year earlier", "a year ago", "last year", "before"]
      .contains(words.joined(separator: " "))
  }

  /// "Fewer are out of work: {a}, after {b}": the sentence's only two amounts are of one label and two times.
  func tellsOfCourse(_ ground: ClaimGround) -> Bool {
    let figures = references.filter(\.others.isEmpty).compactMap { ground.figure($0.id) }
    guard references.count == 2, figures.count == 2, figures[0].label == figures[1].label else {
      return false
    }
    return figures[0].period != nil && figures[1].period != nil && figures[0].period != figures[1].period
  }

  /// What is said to have gone "from {a} to {b}" by a word before it, also after a comma.
  func fromTo(after start: Int) -> (from: ClaimReference, to: ClaimReference)? {
    let free = interval(start, upTo: min(start + 10, tokens.count)).prefix {
      tokens[$0].reference == nil && !Self.ends.contains(key($0))
    }
    guard let place = free.last(where: { key($0) == "from" }), let from = reference(after: place),
      let to = (from.index + 1..<from.index + 6).first(where: { key($0) == "to" }).flatMap(reference),
      !(from.index + 1..<to.index).contains(where: { Self.ends.contains(key($0)) })
    else { return nil }
    return (from.reference, to.reference)
  }

  /// "Was reduced to {a}"
  func leads(to claim: TypedClaim) -> Bool {
    let end = claim.range.upperBound
    return ["was", "were", "been"].contains(key(claim.range.lowerBound - 1)) && key(end) == "to"
      && reference(after: end) != nil
  }

  private func reference(after index: Int) -> (index: Int, reference: ClaimReference)? {
    (index + 1..<index + 4).lazy.compactMap { place in
      guard tokens.indices.contains(place), let found = tokens[place].reference, found.saysAmount else {
        return nil
      }
      return (place, found)
    }.first
  }

  private static let ends: Set<String> = [
    ";", ":", ".", "and", "but", "while", "whereas", "which", "who", "(",
  ]
}
