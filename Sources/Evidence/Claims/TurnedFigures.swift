import Diagnostics
import Foundation

/// What a sentence takes for granted of a figure that an update or an edition has turned to nothing, to one, or from one.
extension ClaimCheck {
  func turnDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    var seen: Set<String> = []
    var told = sentence.references(in: 0..<sentence.tokens.count).map { (index: $0, id: $1.id) }
    // A label speaks of the number beside it.
    if told.isEmpty, passage.kind == .label, passage.figures.count == 1, !sentence.tokens.isEmpty {
      told = [(0, passage.figures[0])]
    }
    return before.flatMap { old in
      told.compactMap { index, id in
        guard let was = old.original(id), let now = ground.original(id),
          let doubt = nothing(was, now, id, in: sentence) ?? number(was, now, at: index, in: sentence),
          seen.insert("\(index) \(doubt.words)").inserted
        else { return nil }
        return Diagnostic(
          .warning, doubt.words, at: passage.location(at: sentence.tokens[index].range.lowerBound),
          advice: doubt.advice)
      }
    }
  }

  private typealias Doubt = (words: String, advice: String)

  // MARK: Nothing

  /// "{grants} admit students" where there are none: unless the words are of what has gone or is left.
  private func nothing(_ was: Figure, _ now: Figure, _ id: String, in sentence: ClaimSentence) -> Doubt? {
    guard !was.value.isZero, now.value.isZero, !now.unit.isPercent, ground.ownDirection(of: now) == nil,
      !now.isSaidToChange, !sentence.tokens.indices.contains(where: { tellsOfNothing(at: $0, in: sentence) })
    else { return nil }
    return (
      "'\(id)' was \(was.words(.full)) and is \(now.words(.full)) now, and this tells of it as of something",
      "say what holds now, or leave it out"
    )
  }

  private func tellsOfNothing(at index: Int, in sentence: ClaimSentence) -> Bool {
    sentence.phrases(at: index).contains {
      [.down, .flat, .less, .least, .not, .open, .remaining].contains($0.sense)
    }
  }

  // MARK: One or several

  /// "{a} were signed", "{a|count} treaties" where there is one by now, "{a} was signed" where there are several.
  private func number(_ was: Figure, _ now: Figure, at index: Int, in sentence: ClaimSentence) -> Doubt? {
    guard now.unit.isCount, now.unit.scale == .one, (was.value == 1) != (now.value == 1) else { return nil }
    let isOne = now.value == 1
    guard
      let word = verb(ofOne: !isOne, after: index, in: sentence)
        ?? noun(now, ofOne: !isOne, after: index, in: sentence)
    else { return nil }
    return (
      "'\(word)' is typed, and '\(now.id)' is \(now.words(.full)) now",
      "put it so that it is right of one and of several"
    )
  }

  /// What is typed for one or for several where the figure is the subject: with it goes what is set off by commas.
  private func verb(ofOne: Bool, after index: Int, in sentence: ClaimSentence) -> String? {
    let verbs: Set<String> = ofOne ? ["is", "was", "has"] : ["are", "were", "have"]
    let isObject = Self.prepositions.contains(sentence.key(index - 1))
    // "{a} and {b} were signed"
    let isListed =
      ["and", ",", "or"].contains(sentence.key(index - 1)) && sentence.key(index - 2) == "{"
    if isObject || isListed { return nil }
    for place in index + 1..<max(index + 1, min(index + 9, sentence.tokens.count)) {
      if verbs.contains(sentence.key(place)) { return sentence.tokens[place].text }
      if Self.ends.contains(sentence.key(place)) { return nil }
    }
    return nil
  }

  private static let prepositions: Set<String> = [
    "of", "in", "at", "to", "for", "with", "by", "from", "on", "per", "than", "over", "under", "between",
    "among", "after", "before", "into", "through",
  ]
  private static let ends: Set<String> = [
    "and", "or", "but", "while", "which", "that", "who", ";", ":", "(", "is", "are", "was", "were", "has",
    "have",
  ]

  /// The noun that follows where the reference gives its number alone.
  private func noun(_ figure: Figure, ofOne: Bool, after index: Int, in sentence: ClaimSentence) -> String? {
    guard ["count", "number"].contains(sentence.tokens[index].reference?.form),
      case .count(let singular, let plural) = figure.unit.kind, singular != plural
    else { return nil }
    let noun = (ofOne ? singular : plural).lowercased()
    return (index + 1..<index + 4).first { sentence.key($0) == noun }.map { sentence.tokens[$0].text }
  }
}
