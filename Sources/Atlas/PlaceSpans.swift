/// One or more words that the index knows as the name of a place, a country or what belongs to one.
struct PlaceSpan {
  /// Words of the text.
  var words: Range<Int>
  var key: String
  var meanings: NameMeanings
  /// The place that the pack has settled the name to.
  var settled: Place?
  /// The text has the name with an ending that was taken off.
  var isInflected = false
  /// What was taken off says where: "Toshkentda", "Алматыдан".
  var hasPlaceEnding = false
  /// A Russian adjective before a word for a region.
  var isAdjective = false

  /// Countries are context and no mentions.
  var isCountry: Bool { settled == nil && (!meanings.countries.isEmpty || !meanings.adjectives.isEmpty) }
}

/// Finds the names in a text: the longest that the index knows, from left to right.
struct SpanFinder {
  let words: [TextWord]
  let index: NameIndex
  let settled: [String: Place]
  let language: String

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
    for range in ranges(from: first) {
      if range.count == 1, neverNames.contains(word.lower), !mayBeName(first) { continue }
      let key = words[range].map(\.key).joined()
      if let place = settled[key] {
        return PlaceSpan(words: range, key: key, meanings: NameMeanings(), settled: place)
      }
      let meanings = try index.meanings(of: key)
      // Short words in capitals are abbreviations of something; only a country's are known.
      let isAbbreviation = range.count == 1 && word.isAllCapitals && word.range.count < 4
      if !meanings.countries.isEmpty || !isAbbreviation && (meanings.isPlace || !meanings.adjectives.isEmpty)
      {
        return PlaceSpan(words: range, key: key, meanings: meanings)
      }
    }
    return try inflected(first)
  }

  /// The longest first: words joined by spaces or hyphens, beginning and ending with a capital.
  private func ranges(from first: Int) -> [Range<Int>] {
    var ranges = [first..<first + 1]
    var end = first + 1
    while end < words.count, end - first < Self.longest, isJoined(end) {
      let word = words[end]
      let startsInside = word.lower.hasPrefix("d'") || word.lower.hasPrefix("d’")
      if word.isCapital || startsInside {
        ranges.append(first..<end + 1)
      } else if !innerWords.contains(word.lower) {
        break
      }
      if word.isPossessive { break }
      end += 1
    }
    return words[first].isPossessive ? [ranges[0]] : ranges.reversed()
  }

  private func isJoined(_ position: Int) -> Bool {
    words[position].gap == .space || words[position].gap == .hyphen
  }

  /// "March" and "Of" are names only inside a sentence, and with more evidence than others.
  private func mayBeName(_ position: Int) -> Bool {
    let word = words[position]
    return !word.startsSentence && !word.isInHeading
      && (months.contains(word.lower) || word.range.count == 2 && !word.isAllCapitals)
  }

  private func inflected(_ first: Int) throws -> PlaceSpan? {
    let word = words[first]
    let next = first + 1 < words.count && isJoined(first + 1) ? words[first + 1].lower : ""
    let isAdjective = regionWords.contains(next) && !adjectiveStems(of: word).isEmpty
    let forms =
      isAdjective
      ? adjectiveStems(of: word).map { (name: $0, saysWhere: false) }
      : baseForms(of: word, language: language)
    for form in forms {
      let key = placeKey(form.name)
      if let place = settled[key] {
        return PlaceSpan(
          words: first..<first + 1, key: key, meanings: NameMeanings(), settled: place, isInflected: true)
      }
      let meanings = try index.meanings(of: key)
      if meanings.isPlace || !meanings.countries.isEmpty {
        return PlaceSpan(
          words: first..<first + 1, key: key, meanings: meanings, isInflected: true,
          hasPlaceEnding: form.saysWhere, isAdjective: isAdjective)
      }
    }
    return nil
  }
}
