/// One or more words that the index knows as the name of a place, a country or what belongs to one.
struct PlaceSpan {
  /// Words of the text.
  var words: Range<Int>
  var key: String
  /// As the text has it; nothing where an ending was taken off.
  var spelling: String?
  var meanings: NameMeanings
  /// The place that the pack has settled the name to.
  var settled: Place?
  /// The text has the name with an ending that was taken off.
  var isInflected = false
  /// What was taken off says where: "Toshkentda", "Алматыдан".
  var hasPlaceEnding = false
  /// A Russian adjective before a word for a region.
  var isAdjective = false
  /// What looks like a possessive ending is the name's own: "Saint John’s".
  var ownsEnding = false

  /// Countries are context and no mentions.
  var isCountry: Bool { settled == nil && (!meanings.countries.isEmpty || !meanings.adjectives.isEmpty) }
}

/// Finds the names in a text: the longest that the index knows, from left to right.
struct SpanFinder {
  let words: [TextWord]
  let index: NameIndex
  let settled: SettledNames
  let language: String
  /// Of the pack.
  let countries: Set<String>

  /// A name has at most so many words ("Frankfurt am Main", "San Miguel de Tucumán", "Rio de Janeiro").
  private static let longest = 5

  func spans() throws -> [PlaceSpan] {
    var found: [PlaceSpan] = []
    var position = 0
    while position < words.count {
      if let span = try span(at: position) {
        found.append(span)
        position = span.words.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  private func span(at first: Int) throws -> PlaceSpan? {
    let word = words[first]
    guard word.isCapital else { return nil }
    if let state = try abbreviatedState(at: first) { return state }
    for range in ranges(from: first) {
      if let span = try nameWithEnding(range) { return span }
      if range.count == 1, neverNames.contains(word.lower), !mayBeName(first) { continue }
      let key = key(of: range)
      let spelling = spelling(of: range)
      if let place = try settled.place(spelt: spelling, key: key, index: index) {
        return PlaceSpan(words: range, key: key, meanings: NameMeanings(), settled: place)
      }
      let meanings = try meanings(of: key)
      if range.count == 1, continents.contains(word.lower), meanings.countries.isEmpty { continue }
      // Short words in capitals are abbreviations of something; only a country's are known.
      let isAbbreviation = range.count == 1 && word.isAllCapitals && word.range.count < 4
      if !meanings.countries.isEmpty || !isAbbreviation && (meanings.isPlace || !meanings.adjectives.isEmpty)
      {
        let span = PlaceSpan(words: range, key: key, spelling: spelling, meanings: meanings)
        return range.count == 1 ? try likelier(span, inflected(first)) : span
      }
      if let key = try inflectedKey(of: range) {
        return PlaceSpan(words: range, key: key, meanings: try index.meanings(of: key), isInflected: true)
      }
    }
    return try inflected(first)
  }

  /// "Ky." behind a comma, and the capital of a name before it.
  private func abbreviatedState(at first: Int) throws -> PlaceSpan? {
    let word = words[first]
    guard first > 0, word.gap == .comma, words[first - 1].isCapital else { return nil }
    var end = first + 1
    var key =
      word.hasDot ? statesByAbbreviation[word.lower] : word.isAllCapitals ? statesByCode[word.lower] : nil
    if word.hasDot, word.range.count == 1, end < words.count, words[end].gap == .space, words[end].hasDot,
      words[end].isCapital
    {
      // "N.C.", "W.Va."
      key = statesByAbbreviation[word.lower + words[end].lower]
      end += 1
    }
    guard let key else { return nil }
    var state = NameMeanings()
    state.divisions = try index.meanings(of: key).divisions.filter {
      abbreviatedCountries.contains(try index.division($0).country)
    }
    if state.divisions.isEmpty { return nil }
    return PlaceSpan(words: first..<end, key: key, meanings: state, isInflected: true)
  }

  /// A town's own name is no country's, where the country is called so in another language than the text's.
  private func meanings(of key: String) throws -> NameMeanings {
    var meanings = try index.meanings(of: key)
    if meanings.countries.isEmpty || meanings.towns.isEmpty { return meanings }
    if try meanings.towns.contains(where: { placeKey(try index.town($0).place.name) == key }) {
      try meanings.countries.removeAll { try index.isForeign(key, for: $0, language: language) }
    }
    return meanings
  }

  /// The key of a name of several Cyrillic words in another case than the first: «Алма-Ате», «Ростове-на-Дону»,
  /// «Нижнем Новгороде».
  private func inflectedKey(of range: Range<Int>) throws -> String? {
    let (first, last) = (words[range.lowerBound], words[range.upperBound - 1])
    guard range.count > 1, first.isCyrillic, last.isCyrillic else { return nil }
    let inner = words[range.dropFirst().dropLast()].map(\.key).joined()
    let lasts = [last.key] + baseForms(of: last, language: language).map { placeKey($0.name) }
    var keys = adjectiveForms(of: first).flatMap { first in lasts.map { placeKey(first) + inner + $0 } }
    if last.gap == .hyphen {
      keys += lasts.dropFirst().map { first.key + inner + $0 }
      keys += baseForms(of: first, language: language).map { placeKey($0.name) + inner + last.key }
    }
    return try keys.first { try index.meanings(of: $0).isPlace }
  }

  /// Inner words keep the ending that looks like a possessive: "Cox’s Bazar".
  private func key(of range: Range<Int>) -> String {
    range.map { part($0, of: range) }.joined()
  }

  private func spelling(of range: Range<Int>) -> String {
    range.dropFirst().reduce(part(range.lowerBound, of: range)) {
      $0 + (words[$1].gap == .hyphen ? "-" : " ") + part($1, of: range)
    }
  }

  private func part(_ position: Int, of range: Range<Int>) -> String {
    let word = words[position]
    return word.isPossessive && position < range.upperBound - 1 ? word.key + "s" : word.key
  }

  /// The name with what looks like a possessive ending, where a town is written so: "Saint John’s" is not Saint John.
  private func nameWithEnding(_ range: Range<Int>) throws -> PlaceSpan? {
    guard words[range.upperBound - 1].isPossessive else { return nil }
    let key = key(of: range) + "s"
    let spelling = spelling(of: range) + "s"
    if let place = try settled.place(spelt: spelling, key: key, index: index), endsAsPossessive(place.name) {
      return PlaceSpan(words: range, key: key, meanings: NameMeanings(), settled: place, ownsEnding: true)
    }
    let meanings = try index.meanings(of: key)
    guard try meanings.towns.contains(where: { endsAsPossessive(try index.town($0).place.name) }) else {
      return nil
    }
    return PlaceSpan(words: range, key: key, spelling: spelling, meanings: meanings, ownsEnding: true)
  }

  /// Of a name as it stands and one that it may be an inflected form of, the one with the better known place: «Астане» is
  /// not Āstāneh.
  private func likelier(_ plain: PlaceSpan, _ inflected: PlaceSpan?) throws -> PlaceSpan {
    guard let inflected, plain.meanings.countries.isEmpty else { return plain }
    return try weight(of: inflected) > weight(of: plain) + 1 ? inflected : plain
  }

  private func weight(of span: PlaceSpan) throws -> Double {
    if span.settled != nil || !span.meanings.countries.isEmpty { return .infinity }
    return try index.candidates(for: span.meanings, key: span.key)
      .map { $0.weight + (countries.contains($0.place.country) ? PlaceWeight.country : 0) }.max() ?? 0
  }

  /// The longest first: words joined by spaces or hyphens, beginning and ending with a capital.
  private func ranges(from first: Int) -> [Range<Int>] {
    var ranges = [first..<first + 1]
    var end = first + 1
    while end < words.count, end - first < Self.longest {
      let word = words[end]
      if word.gap == .openParenthesis, word.isCapital {
        // "Frankfurt (Oder)"
        ranges.append(first..<end + 1)
        break
      }
      if !isJoined(end) { break }
      if word.isCapital {
        // "Neil I would": the speaker, and no name's end.
        if word.text != "I" { ranges.append(first..<end + 1) }
      } else if !innerWords.contains(word.lower), !isHyphenated(end) {
        break
      }
      end += 1
    }
    return ranges.reversed()
  }

  private func isJoined(_ position: Int) -> Bool {
    words[position].gap == .space || words[position].gap == .hyphen
  }

  /// Between two hyphens: "Pont-à-Mousson".
  private func isHyphenated(_ position: Int) -> Bool {
    words[position].gap == .hyphen && position + 1 < words.count && words[position + 1].gap == .hyphen
  }

  /// "March", "Of" and "Most" are names only inside a sentence, and with more evidence than others.
  private func mayBeName(_ position: Int) -> Bool {
    let word = words[position]
    if word.startsSentence || word.isInHeading || word.isAllCapitals { return false }
    return months.contains(word.lower) || word.range.count == 2
      || !calendar.contains(word.lower) && !titles.contains(word.lower)
        && locatives.contains(words[position - 1].lower)
  }

  private func inflected(_ first: Int) throws -> PlaceSpan? {
    let word = words[first]
    let next = first + 1 < words.count && isJoined(first + 1) ? words[first + 1].lower : ""
    let isAdjective = regionWords.contains(next) && !adjectiveStems(of: word).isEmpty
    let forms =
      isAdjective
      ? adjectiveStems(of: word).map { (name: $0, saysWhere: false) }
      : baseForms(of: word, language: language)
    var best: (span: PlaceSpan, weight: Double)?
    for form in forms {
      let key = placeKey(form.name)
      let settled = try settled.place(spelt: key, key: key, index: index)
      let span = PlaceSpan(
        words: first..<first + 1, key: key,
        meanings: settled == nil ? try meanings(of: key) : NameMeanings(), settled: settled,
        isInflected: true, hasPlaceEnding: form.saysWhere, isAdjective: isAdjective)
      guard span.settled != nil || span.meanings.isPlace || !span.meanings.countries.isEmpty else { continue }
      let weight = try weight(of: span)
      if weight > best?.weight ?? -1 { best = (span, weight) }
    }
    return best?.span
  }
}
