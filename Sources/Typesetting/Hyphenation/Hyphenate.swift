import Diagnostics
import Graphics

extension Typesetter {
  /// Adds the places where the words of a paragraph may be hyphenated.
  ///
  /// Left whole are words of fewer than five letters, abbreviations in capitals, words with digits, parts of
  /// words that have a hyphen of their own, and addresses; on demand, words that begin with a capital.
  func hyphenate(
    _ text: CollectedText, _ spans: [RichText.Span], leaving addresses: [Range<Int>],
    keepingNames: Bool = false, _ allowed: inout [Opportunity]
  ) {
    var extent = 0
    var nextAddress = 0
    var index = 0
    while index < text.scalars.count {
      guard isLetter(text.scalars[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < text.scalars.count, isLetter(text.scalars[index]) { index += 1 }
      while nextAddress < addresses.count, addresses[nextAddress].upperBound <= start { nextAddress += 1 }
      if nextAddress < addresses.count, addresses[nextAddress].contains(start) { continue }
      guard index - start >= 5, isWholeWord(text.scalars, start..<index) else { continue }
      while text.extents[extent].end <= text.offsets[start] { extent += 1 }
      let language = spans[text.extents[extent].span].style.language
      if keepingNames, isUppercase(text.scalars[start]), !language.hasPrefix("de") { continue }
      for point in hyphenationPoints(text.scalars[start..<index], language) {
        let place = text.offsets[start + point]
        // Between a letter and its accent there is no place.
        if allowed[place] == .cluster { allowed[place] = .hyphen }
      }
    }
  }

  private func hyphenationPoints(_ word: ArraySlice<UInt32>, _ language: String) -> [Int] {
    let letters = Array(word)
    if let known = hyphenations[Word(letters: letters, language: language)] { return known }
    let points = dictionary(of: language)?.points(of: letters.map(lowercased)) ?? []
    hyphenations[Word(letters: letters, language: language)] = points
    return points
  }

  private func dictionary(of language: String) -> Hyphenator? {
    if let hyphenator = hyphenator(for: language) { return hyphenator }
    note(
      "no hyphenation dictionary for the language '\(language)', its words stay whole",
      advice: "Debian's hyphen-* packages have the dictionaries that there are")
    return nil
  }

  /// Whether the letters at a place are a word by themselves.
  private func isWholeWord(_ scalars: [UInt32], _ word: Range<Int>) -> Bool {
    func touches(_ scalar: UInt32?) -> Bool {
      guard let scalar else { return false }
      return (0x30...0x39).contains(scalar) || scalar == 0x2D || scalar == 0x2010 || scalar == 0x2011
        || scalar == 0x5F || scalar == 0x40
    }
    if word.lowerBound > 0, touches(scalars[word.lowerBound - 1]) { return false }
    if word.upperBound < scalars.count, touches(scalars[word.upperBound]) { return false }
    return !scalars[word].dropFirst().allSatisfy(isUppercase)
  }
}

/// A word whose hyphenation is known.
struct Word: Hashable {
  var letters: [UInt32]
  var language: String
}

private func isLetter(_ scalar: UInt32) -> Bool {
  if scalar < 0x80 { return (0x41...0x5A).contains(scalar) || (0x61...0x7A).contains(scalar) }
  if scalar < 0xC0 { return false }
  // General punctuation to symbols; most of what is beyond is letters, but properties tell.
  if (0x2000...0x2BFF).contains(scalar) { return false }
  if scalar < 0x530 { return scalar != 0xD7 && scalar != 0xF7 }
  guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
  return properties.isAlphabetic
}

private func lowercased(_ scalar: UInt32) -> Unicode.Scalar {
  if (0x41...0x5A).contains(scalar) { return Unicode.Scalar(UInt8(scalar + 32)) }
  guard let value = Unicode.Scalar(scalar) else { return " " }
  if scalar < 0x80 { return value }
  let mapping = value.properties.lowercaseMapping.unicodeScalars
  return mapping.count == 1 ? mapping.first ?? value : value
}
