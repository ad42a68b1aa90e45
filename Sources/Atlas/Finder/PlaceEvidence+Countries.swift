/// What countries and regions right beside a name say of it.
extension EvidenceReader {
  /// ", Texas", "(France)", "in Argentina", "of Spain", ", in the Portuguese Algarve".
  func readQualifier(after span: PlaceSpan, into evidence: inout PlaceEvidence) {
    var position = span.words.upperBound
    guard position < words.count, words[position].sentence == words[span.words.lowerBound].sentence,
      !words[position - 1].isPossessive, words[position].gap != .other, words[position].gap != .hyphen
    else { return }
    let isApposition = words[position].gap == .comma || words[position].gap == .openParenthesis
    var isInside = false
    if words[position].lower == "in" || words[position].lower == "в"
      || words[position].lower == "of" && !isApposition
    {
      isInside = true
      position += 1
      while position < words.count, modifiers.contains(words[position].lower) && !words[position].isCapital {
        position += 1
      }
    } else if !isApposition {
      guard let other = owner[position], spans[other].isCountry else { return }
    }
    guard position < words.count, let other = owner[position], spans[other].words.lowerBound == position,
      words[position].gap != .other
    else { return }
    note(spans[other], withAdjectives: isInside, into: &evidence)
  }

  private func note(_ other: PlaceSpan, withAdjectives: Bool, into evidence: inout PlaceEvidence) {
    evidence.countries.formUnion(other.meanings.countries)
    // "Paris, French sources say": an adjective says where only inside "in the Portuguese Algarve".
    if withAdjectives { evidence.countries.formUnion(other.meanings.adjectives) }
    evidence.divisions.formUnion(other.meanings.divisions)
  }

  /// "Scotland’s Perth", "Chilean Concepción", "the Chilean city of Concepción".
  func readPossessor(before span: PlaceSpan, into evidence: inout PlaceEvidence) {
    var position = span.words.lowerBound - 1
    let sentence = words[span.words.lowerBound].sentence
    var steps = 0
    while position >= 0, steps < 3, words[position].sentence == sentence, words[position + 1].gap == .space {
      if let other = owner[position] {
        let meanings = spans[other].meanings
        if !meanings.adjectives.isEmpty {
          evidence.countries.formUnion(meanings.adjectives)
          evidence.isOfNation = true
        }
        if words[position].isPossessive { evidence.countries.formUnion(meanings.countries) }
        return
      }
      guard townWords.contains(words[position].lower) || words[position].lower == "of" else { return }
      position -= 1
      steps += 1
    }
  }
}
