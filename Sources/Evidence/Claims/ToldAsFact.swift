import Diagnostics

/// Goals and estimates that a text tells as what is so: "{goal} was landed", "they landed {goal} in all".
extension ClaimCheck {
  func toldAsFact(in sentence: ClaimSentence, of passage: Passage) -> [Diagnostic] {
    if sentence.isQuestion || looksAhead(sentence) { return [] }
    let told = sentence.references(in: 0..<sentence.tokens.count).filter { $0.reference.others.isEmpty }
    for (index, reference) in told {
      guard let figure = ground.figure(reference.id), let noun = noun(of: figure, in: sentence),
        !isCompared(figure, in: sentence), let word = fact(beside: index, in: sentence, of: passage)
      else { continue }
      return [doubt(word, figure, noun, in: passage)]
    }
    // A label speaks of the number beside it: "landed in 2022".
    guard passage.kind == .label, passage.figures.count == 1, told.isEmpty,
      let figure = ground.figure(passage.figures[0]), let noun = noun(of: figure, in: sentence),
      let word = sentence.tokens.indices.prefix(4).first(where: { isDeed(at: $0, in: sentence) })
    else { return [] }
    return [doubt(sentence.tokens[word], figure, noun, in: passage)]
  }

  private func doubt(_ word: ClaimToken, _ figure: Figure, _ noun: String, in passage: Passage) -> Diagnostic
  {
    Diagnostic(
      .warning, "'\(word.text)' tells of '\(figure.id)' as of what is so, and it is \(noun)",
      at: passage.location(at: word.range.lowerBound),
      advice: "say that it is \(noun), or refer to a figure that is none")
  }

  /// An estimate that is only about something says so itself.
  private func noun(of figure: Figure, in sentence: ClaimSentence) -> String? {
    if ground.isTarget(figure) { return "a goal" }
    let isSaid = sentence.tokens.indices.contains { says([.estimated], at: $0, in: sentence) }
    let original = ground.table.original(of: figure)
    return original.status == .estimate && original.qualifier == .exact && !isSaid ? "an estimate" : nil
  }

  private func says(_ senses: Set<ClaimVocabulary.Sense>, at index: Int, in sentence: ClaimSentence) -> Bool {
    sentence.phrases(at: index).contains { senses.contains($0.sense) }
  }

  private func looksAhead(_ sentence: ClaimSentence) -> Bool {
    sentence.tokens.indices.contains { index in
      says([.goal, .ahead, .maybe, .underway, .missed, .not, .intent], at: index, in: sentence)
        && !(sentence.tokens[index].text == "May")
        || sentence.key(index) == "to" && sentence.key(index + 1) == "be"
    }
  }

  /// Whether what has come of it stands beside it: that is judged as one before its goal.
  private func isCompared(_ figure: Figure, in sentence: ClaimSentence) -> Bool {
    sentence.references.contains { reference in
      guard let other = ground.figure(reference.id) else { return false }
      return other.unit.dimension == figure.unit.dimension && !ground.isTarget(other) && other.id != figure.id
    }
  }

  /// The verb of which the figure is the object, or the subject: "landed {a}", "came to {a}", "{a} was landed".
  private func fact(beside index: Int, in sentence: ClaimSentence, of passage: Passage) -> ClaimToken? {
    let clause = sentence.clause(at: index)
    var place = index - 1
    while place >= clause.lowerBound, index - place < 6 {
      if let start = (max(clause.lowerBound, place - 2)...place).first(where: { start in
        sentence.phrases(at: start).contains {
          [.fact, .reached].contains($0.sense) && start + $0.words.count == place + 1
        }
      }) {
        return sentence.tokens[start]
      }
      if isDeed(at: place, in: sentence) { return sentence.tokens[place] }
      guard Self.leading.contains(sentence.key(place)) else { break }
      place -= 1
    }
    let isPassive = ["was", "were", "been"].contains(sentence.key(index + 1))
    if isPassive, isDeed(at: index + 2, in: sentence) { return sentence.tokens[index + 2] }
    // "{goal} came", "{goal} tourists visited the country"
    return [index + 1, index + 2].first { Self.deedsOfPeople.contains(sentence.key($0)) }.map {
      sentence.tokens[$0]
    }
  }

  /// A verb of the past that says what was done.
  private func isDeed(at index: Int, in sentence: ClaimSentence) -> Bool {
    let key = sentence.key(index)
    let isVerb =
      key.hasSuffix("ed") && key.utf8.count > 4 && !["need", "speed", "indeed", "hundred"].contains(key)
    return isVerb || says([.fact], at: index, in: sentence) && !["was", "were", "had"].contains(key)
  }

  private static let deedsOfPeople: Set<String> = [
    "came", "visited", "arrived", "went", "travelled", "crossed", "attended", "joined", "enrolled",
    "graduated", "returned",
    "took", "flew", "passed", "entered", "moved", "voted", "stayed", "waited",
  ]

  private static let leading: Set<String> = [
    "precisely", "exactly", "fully", "a", "an", "the", "of", "to", "at", "in", "some", "about", "its", "all",
    "total", "nearly", "almost",
    "over",
  ]
}
