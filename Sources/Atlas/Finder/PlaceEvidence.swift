/// What the words around a name say of it.
struct PlaceEvidence {
  enum Verdict {
    case open
    /// A person, a river, a street, a treaty, a company …
    case otherThing
    case region
  }

  var verdict = Verdict.open
  /// How much speaks for a place; what `PlaceJudge.least` or more is one.
  var score = 0
  /// Countries and regions that stand right beside the name: "Paris, Texas", "Cordoba in Argentina".
  var countries: Set<String> = []
  var divisions: Set<Int64> = []
  /// "X said": a person or a government.
  var isSpeaking = false
  /// "X is the capital of …"
  var isCalledCapital = false
  /// A nation's adjective stands before it: "Austrian Galicia".
  var isOfNation = false
  /// A word says that it is a town ("the city of").
  var isTown = false
  /// Where something is or goes.
  var isLocated = false
  /// "X is …", "X was …".
  var isSubject = false
  /// "The Rio Grande", "the Sierra Madre": towns have no article but before a noun ("the Astana forum").
  var hasArticle = false
  /// The article is the name's own, with no noun behind it: "across the Paraná".
  var hasOwnArticle = false
  /// "Namangan and Andijan regions": what stands before it in the list is a region, too.
  var isOneOfRegions = false
  /// A name follows that no gazetteer and no dictionary has.
  var isPerson = false
  /// A house bears the name as an honour, as often as not: "Victoria Station".
  var isNamesake = false

  /// "The" stands right before it.
  var followsArticle = false

  var isQualified: Bool { !countries.isEmpty || !divisions.isEmpty }
}

/// Reads the words around the names of one text.
struct EvidenceReader {
  let words: [TextWord]
  let spans: [PlaceSpan]
  let index: NameIndex
  /// BCP 47 of the text.
  let language: String
  /// Which span a word belongs to.
  let owner: [Int?]
  private let houses: [Int?]

  init(words: [TextWord], spans: [PlaceSpan], index: NameIndex, language: String) {
    self.words = words
    self.spans = spans
    self.index = index
    self.language = language
    var owner = [Int?](repeating: nil, count: words.count)
    for (number, span) in spans.enumerated() { for word in span.words { owner[word] = number } }
    self.owner = owner
    houses = Self.houses(words, spans, owner)
  }

  func evidence(for number: Int) throws -> PlaceEvidence {
    let span = spans[number]
    var evidence = PlaceEvidence()
    readQualifier(after: span, into: &evidence)
    readPossessor(before: span, into: &evidence)
    try readBefore(span, into: &evidence)
    if evidence.verdict == .open { try readAfter(span, into: &evidence) }
    readForm(of: span, into: &evidence)
    evidence.followsArticle = wordBefore(span.words.lowerBound).map { words[$0].lower == "the" } ?? false
    return evidence
  }

  // MARK: The name itself

  private func readForm(of span: PlaceSpan, into evidence: inout PlaceEvidence) {
    let first = words[span.words.lowerBound]
    if !first.startsSentence && !first.isInHeading { evidence.score += 1 }
    if span.words.count > 1 {
      evidence.score += 1
      // "Quebec City"
      if townWords.contains(words[span.words.upperBound - 1].lower) { evidence.isTown = true }
    }
    if evidence.isLocated && !first.startsSentence && !first.isInHeading { evidence.score += 1 }
    var meanings = span.meanings
    // "Malé" is not the word "male".
    if words[span.words].contains(where: { word in !word.text.utf8.allSatisfy { $0 < 0x80 } }) {
      (meanings.isCommonWord, meanings.isWord) = (false, false)
    }
    // A word that is a first name as well ("van") is not twice as unlikely.
    if meanings.isCommonWord {
      evidence.score -= 4
      meanings.isGivenName = false
    }
    if months.contains(first.lower) && span.words.count == 1 { evidence.score -= 3 }
    if meanings.isWord { evidence.score -= first.startsSentence ? 2 : 1 }
    if meanings.isGivenName { evidence.score -= first.startsSentence && !evidence.isLocated ? 4 : 2 }
    if meanings.isSurname && !meanings.isGivenName { evidence.score -= 1 }
    if span.isInflected && !evidence.isLocated && !evidence.isTown { evidence.score -= 1 }
    if span.hasPlaceEnding {
      evidence.score += 3
      evidence.isLocated = true
    }
  }

  // MARK: Before it

  private func readBefore(_ span: PlaceSpan, into evidence: inout PlaceEvidence) throws {
    let first = span.words.lowerBound
    if first > 0, words[first].gap == .comma, townWords.contains(words[first - 1].lower) {
      note(town: &evidence)
    }
    guard let before = wordBefore(first) else { return }
    let word = words[before]
    if word.lower == "the" && span.settled == nil { try readArticle(of: span, into: &evidence) }
    if evidence.verdict != .open { return }
    if townWords.contains(word.lower) { note(town: &evidence) }
    if regionWords.contains(word.lower) && word.isCyrillic { evidence.verdict = .region }
    if ["as", "like"].contains(word.lower), isExample(before) { note(town: &evidence) }
    if locatives.contains(word.lower) {
      evidence.score += 3
      evidence.isLocated = true
    } else if word.lower == "the", let earlier = wordBefore(before), locatives.contains(words[earlier].lower)
    {
      evidence.isLocated = true
    } else if word.lower == "the", span.settled == nil {
      evidence.hasArticle = true
    } else if links.contains(word.lower) {
      evidence.score += 1
      if genitives.contains(word.lower) { try readOf(before, into: &evidence) }
    } else if titles.contains(word.lower)
      || featuresBefore.contains(word.lower) && (word.isCapital || !verbs.contains(word.lower))
      || ships.contains(word.lower) || word.isAllCapitals && shipPrefixes.contains(word.lower)
    {
      evidence.verdict = .otherThing
    } else if word.isCapital {
      try readCapital(before, span, into: &evidence)
    }
  }

  /// "The Paraná" is a river: towns have an article only before a noun ("the Astana forum") or as part of the name.
  private func readArticle(of span: PlaceSpan, into evidence: inout PlaceEvidence) throws {
    let after = wordAfter(span.words).map { words[$0] }
    let isNounBehind = after.map { $0.gap == .hyphen || $0.isCapital || !grammar.contains($0.lower) } ?? false
    let isAdjective =
      after.map {
        regionWords.contains($0.lower) || townWords.contains($0.lower) || $0.isCapital || $0.gap == .hyphen
      }
      ?? false
    // "The Blue Nile" is a Nile.
    let isWater = try index.isWater(span.key) || index.isWater(words[span.words.upperBound - 1].key)
    if !isAdjective, isWater {
      evidence.verdict = .otherThing
    } else if !isNounBehind, try index.meanings(of: "the" + span.key).towns.isEmpty {
      evidence.hasOwnArticle = true
    }
  }

  /// "towns such as Bath", "ports like Poti".
  private func isExample(_ link: Int) -> Bool {
    let before = words[max(0, link - 2)..<link]
    return before.contains { townWords.contains($0.lower) && $0.lower.hasSuffix("s") }
  }

  /// "the city of", "the province of", "the Gulf of", "the Duke of", "the Treaty of".
  private func readOf(_ link: Int, into evidence: inout PlaceEvidence) throws {
    guard let head = wordBefore(link) else { return }
    let word = words[head]
    if word.isCapital, owner[head] == nil, try index.meanings(of: word.key).isGivenName {
      // "Catherine of Aragon", "Leonardo da Vinci".
      evidence.verdict = .otherThing
      return
    }
    if word.lower == "capital" || word.lower == "столица" {
      // "The capital of Tasmania" speaks of another town.
      evidence.score += 1
    } else if townWords.contains(word.lower) {
      note(town: &evidence)
    } else if regionWords.contains(word.lower) {
      evidence.verdict = .region
    } else if featuresBefore.contains(word.lower) || districtWords.contains(word.lower)
      || (nobility.contains(word.lower) || agreements.contains(word.lower) || firms.contains(word.lower))
        && word.isCapital
    {
      evidence.verdict = .otherThing
    } else if houseWords.contains(word.lower) {
      evidence.score += 2
    }
  }

  /// A capital directly before: a first name, a word at the sentence's start, a part of a longer name.
  private func readCapital(_ before: Int, _ span: PlaceSpan, into evidence: inout PlaceEvidence) throws {
    let word = words[before]
    if modifiers.contains(word.lower) || word.isInHeading || word.isAllCapitals { return }
    if word.startsSentence && neverNames.contains(word.lower) { return }
    let meanings = try index.meanings(of: word.key)
    if let other = owner[before], spans[other].isCountry {
      // "Jordan Paris": no comma, no possessive.
      if meanings.isGivenName && meanings.adjectives.isEmpty && !word.isPossessive {
        evidence.verdict = .otherThing
      }
      return
    }
    if firms.contains(word.lower) {
      evidence.verdict = .otherThing
      return
    }
    let startsWithWord = word.startsSentence && meanings.isAnyWord
    if meanings.isGivenName && (span.meanings.isAnyName || !startsWithWord) {
      evidence.verdict = .otherThing
    } else if let other = owner[before] {
      if spans[other].isInflected || span.isInflected { return }
      if !word.isPossessive && !spans[other].meanings.isCommonWord && span.meanings.divisions.isEmpty {
        evidence.verdict = .otherThing
      }
    } else if startsWithWord {
      return
    } else if meanings.isAnyWord || word.startsSentence {
      evidence.score -= 1
    } else {
      evidence.verdict = .otherThing
    }
  }

  // MARK: After it

  private func readAfter(_ span: PlaceSpan, into evidence: inout PlaceEvidence) throws {
    let last = words[span.words.upperBound - 1]
    let next = span.words.upperBound
    if next < words.count, words[next].lower == "where", [.comma, .space].contains(words[next].gap) {
      // "Nikki, where the kings are crowned"
      evidence.score += 3
      evidence.isLocated = true
    }
    guard !last.isPossessive, let after = wordAfter(span.words) else { return }
    let word = words[after]
    evidence.isSpeaking = speaking.contains(word.lower) && !evidence.isLocated
    let isPlural = word.lower.hasSuffix("s")
    if word.isCapital, word.gap == .space,
      let house = houses[after]
    {
      evidence.score += 2
      evidence.isNamesake = namesakes.contains(words[house].lower)
    } else if regionWords.contains(word.lower), !isPlural || isLaterInList(span) {
      evidence.verdict = .region
      evidence.isOneOfRegions = isPlural
    } else if districtWords.contains(word.lower) {
      evidence.verdict = .otherThing
    } else if townWords.contains(word.lower), word.gap != .hyphen {
      note(town: &evidence)
    } else if agreements.contains(word.lower) || word.lower == "of" && firms.contains(last.lower) {
      evidence.verdict = .otherThing
    } else if evidence.hasOwnArticle, riverVerbs.contains(word.lower) {
      // "the Mara feeds the lake"
      evidence.verdict = .otherThing
    } else if goesOn(at: after) || isEpithet(at: after) || isSaidToBeName(from: after) {
      evidence.verdict = .otherThing
    } else if isDoneByPersons(at: after) {
      // "Jack London wrote"
      if let before = wordBefore(span.words.lowerBound), words[before].isCapital {
        evidence.verdict = .otherThing
      }
      evidence.score -= evidence.isLocated || evidence.isTown ? 0 : 4
    } else if featureWords.contains(word.lower), word.isCapital || !verbs.contains(word.lower) {
      evidence.verdict = .otherThing
    } else if word.isCapital, word.gap == .space {
      try readCapitals(from: after, span, into: &evidence)
    } else if word.isCapital, word.gap == .hyphen, owner[after] == nil, !span.isInflected,
      !(try index.meanings(of: word.key).isAnyWord)
    {
      // "Sary-Tash", where only "Sary" is known
      evidence.verdict = .otherThing
    } else if copulas.contains(word.lower) {
      evidence.score += 1
      evidence.isSubject = true
    } else if standing.contains(word.lower) {
      evidence.score += 2
    }
    if let cue = words[after..<min(after + 5, words.count)].first(where: { townWords.contains($0.lower) }),
      cue.sentence == last.sentence, copulas.contains(word.lower)
    {
      evidence.score += 2
      evidence.isCalledCapital = cue.lower == "capital"
    }
  }

  /// "Río de la Plata", where only "Río" is a town: in a text of a language without "de" the name is longer.
  private func goesOn(at after: Int) -> Bool {
    if romance.contains(String(language.prefix(2))) || !particles.contains(words[after].lower) {
      return false
    }
    return words[after..<min(after + 3, words.count)].contains {
      $0.isCapital && $0.sentence == words[after].sentence
    }
  }

  /// "Constantine the Great"
  private func isEpithet(at after: Int) -> Bool {
    guard words[after].lower == "the", after + 1 < words.count, words[after + 1].gap == .space else {
      return false
    }
    let isLast = after + 2 >= words.count || words[after + 2].gap != .space || !words[after + 2].isCapital
    return words[after + 1].isCapital && epithets.contains(words[after + 1].lower) && isLast
  }

  /// "Santos is also a common surname."
  private func isSaidToBeName(from after: Int) -> Bool {
    guard copulas.contains(words[after].lower) else { return false }
    return words[after..<min(after + 8, words.count)].contains {
      nameWords.contains($0.lower) && $0.sentence == words[after].sentence
    }
  }

  /// "Gorky wrote", "Gorky was born".
  private func isDoneByPersons(at after: Int) -> Bool {
    if personVerbs.contains(words[after].lower) { return true }
    return copulas.contains(words[after].lower) && after + 1 < words.count
      && personVerbs.contains(words[after + 1].lower) && words[after + 1].gap == .space
  }

  /// Capitals that follow make a longer name: a house stands in its town, a company, a team or a person does not.
  private func readCapitals(from after: Int, _ span: PlaceSpan, into evidence: inout PlaceEvidence) throws {
    guard Self.isPartOfName(after, words, spans, owner) else { return }
    let next = words[after]
    if seasons.contains(next.lower) {
      // "the Prague Spring"
      evidence.verdict = .otherThing
      return
    }
    if next.isInHeading || neverNames.contains(next.lower) || titles.contains(next.lower)
      || next.isAllCapitals
    {
      return
    }
    if let other = owner[after] {
      if spans[other].isInflected || span.isInflected { return }
      // No list has two places side by side without a comma: a person, a team or a company ("Paris Hilton").
      if !evidence.isQualified { evidence.verdict = .otherThing }
    } else {
      evidence.verdict = .otherThing
      evidence.isPerson = try index.meanings(of: next.key).isAnyWord == false
    }
  }

  /// Whether a word can be part of a name of capitals: a country's name is one by itself.
  private static func isPartOfName(
    _ position: Int, _ words: [TextWord], _ spans: [PlaceSpan], _ owner: [Int?]
  )
    -> Bool
  {
    words[position].isCapital && (owner[position].map { !spans[$0].isCountry } ?? true)
  }

  /// For each word the first word for a house in the run of capitals that begins with it. Found from the end, since a text
  /// may be one long run.
  static func houses(_ words: [TextWord], _ spans: [PlaceSpan], _ owner: [Int?]) -> [Int?] {
    var houses = [Int?](repeating: nil, count: words.count)
    for position in words.indices.reversed() where isPartOfName(position, words, spans, owner) {
      let next = position + 1
      if houseWords.contains(words[position].lower) {
        houses[position] = position
      } else if next < words.count, words[next].gap == .space || words[next].gap == .hyphen {
        houses[position] = houses[next]
      }
    }
    return houses
  }

  /// "Namangan and Andijan regions": the word is said of all names of the list.
  private func isLaterInList(_ span: PlaceSpan) -> Bool {
    guard span.words.lowerBound > 0 else { return false }
    let first = words[span.words.lowerBound]
    return first.gap == .comma || conjunctions.contains(words[span.words.lowerBound - 1].lower)
  }

  // MARK: Neighbours

  private func note(town evidence: inout PlaceEvidence) {
    evidence.score += 4
    evidence.isTown = true
  }

  private func wordBefore(_ position: Int) -> Int? {
    guard position > 0, words[position].gap == .space || words[position].gap == .hyphen,
      words[position - 1].sentence == words[position].sentence
    else { return nil }
    return position - 1
  }

  private func wordAfter(_ range: Range<Int>) -> Int? {
    let position = range.upperBound
    guard position < words.count, words[position].gap == .space || words[position].gap == .hyphen,
      words[position].sentence == words[range.lowerBound].sentence
    else { return nil }
    return position
  }
}
