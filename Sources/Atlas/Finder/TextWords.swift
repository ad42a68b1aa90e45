import Foundation

/// A word of running text, with what stands before it.
struct TextWord {
  /// What separates a word from the one before.
  enum Gap {
    /// White space only, or the dot of an abbreviation and white space ("St. Louis").
    case space
    /// One hyphen and nothing else.
    case hyphen
    case comma
    case openParenthesis
    /// Anything else: dashes, quotation marks, the end of a sentence, the beginning of the text.
    case other
  }

  /// Unicode scalars of the text, without a possessive ending.
  var range: Range<Int>
  var text: String
  var gap: Gap
  var startsSentence: Bool
  /// "Kazakhstan’s": what follows belongs to it.
  var isPossessive = false
  /// A full stop stands right behind it.
  var hasDot = false
  var isCapital: Bool
  /// Two letters or more, none of them small.
  var isAllCapitals: Bool
  var isCyrillic: Bool
  /// What the index has it as.
  var key: String
  /// Small letters.
  var lower: String
  /// The number of the sentence in the text.
  var sentence = 0
  /// In a sentence whose words nearly all begin with a capital, capitals say nothing.
  var isInHeading = false

  /// The possessive ending turns out to be the name's own: "Saint John’s".
  mutating func takeBackEnding() {
    range = range.lowerBound..<range.upperBound + 2
    isPossessive = false
  }
}

/// Whether a name ends with an apostrophe and an s.
func endsAsPossessive(_ name: String) -> Bool {
  let end = name.unicodeScalars.suffix(2)
  return end.count == 2 && end.last == "s" && end.first.map(apostrophes.contains) == true
}

/// Divides a text into words. Hyphens divide too; apostrophes inside a word don't.
func words(of text: [Unicode.Scalar]) -> [TextWord] {
  var words: [TextWord] = []
  var position = 0
  var end = 0
  while position < text.count {
    guard isLetter(text[position]) else {
      position += 1
      continue
    }
    let start = position
    while position < text.count, isInWord(text, at: position) { position += 1 }
    if let name = nameAfterElision(text, start..<position) {
      words.append(word(text, start..<name - 1, after: words.last, between: text[end..<start]))
      words.append(word(text, name..<position, after: words.last, between: [" "]))
      end = position
      continue
    }
    words.append(word(text, start..<position, after: words.last, between: text[end..<start]))
    end = position
  }
  markSentences(&words, of: text)
  return words
}

/// Where the name begins in "d’Abidjan", "l’Aquila".
private func nameAfterElision(_ text: [Unicode.Scalar], _ word: Range<Int>) -> Int? {
  guard word.count > 3, ["d", "l"].contains(text[word.lowerBound]),
    apostrophes.contains(text[word.lowerBound + 1]), isUppercase(text[word.lowerBound + 2])
  else { return nil }
  return word.lowerBound + 2
}

private func word(
  _ text: [Unicode.Scalar], _ range: Range<Int>, after before: TextWord?, between: ArraySlice<Unicode.Scalar>
) -> TextWord {
  var own = range
  var isPossessive = false
  if range.count > 2, text[range.upperBound - 1] == "s", apostrophes.contains(text[range.upperBound - 2]) {
    own = range.lowerBound..<range.upperBound - 2
    isPossessive = true
  }
  let (word, lower, key) = spellings(of: text[own])
  let (gap, startsSentence) = separation(between, after: before)
  return TextWord(
    range: own, text: word, gap: gap, startsSentence: startsSentence, isPossessive: isPossessive,
    hasDot: range.upperBound < text.count && text[range.upperBound] == ".",
    isCapital: isUppercase(text[own.lowerBound]),
    isAllCapitals: own.count > 1 && text[own].allSatisfy { isUppercase($0) || !isLetter($0) },
    isCyrillic: text[own].contains { (0x400..<0x530).contains($0.value) }, key: key, lower: lower)
}

/// A word as written, in small letters, and its key, which of plain letters is the same.
private func spellings(of word: ArraySlice<Unicode.Scalar>) -> (written: String, lower: String, key: String) {
  if word.allSatisfy({ $0.value < 0x80 && $0 != "'" && $0 != "`" }) {
    let written = String(decoding: word.map { UInt8($0.value) }, as: UTF8.self)
    let lower = String(decoding: word.map { asciiSmall(UInt8($0.value)) }, as: UTF8.self)
    return (written, lower, lower)
  }
  var scalars = String.UnicodeScalarView()
  scalars.append(contentsOf: word)
  let written = String(scalars)
  return (written, written.lowercased(), placeKey(written))
}

private func asciiSmall(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

private func separation(_ between: ArraySlice<Unicode.Scalar>, after before: TextWord?) -> (
  TextWord.Gap, Bool
) {
  guard let before else { return (.other, true) }
  if between.count == 1, between.first == " " { return (.space, false) }
  var marks = between.filter { !$0.properties.isWhitespace }
  let lines = between.count { $0 == "\n" }
  if marks.isEmpty { return lines > 1 ? (.other, true) : (between.isEmpty ? .other : .space, false) }
  if marks == ["."], isAbbreviation(before) { return (.space, false) }
  if before.isPossessive || marks.first == "." && isAbbreviation(before) { marks.removeAll { $0 == "." } }
  if marks.contains(where: { ".!?…:•".unicodeScalars.contains($0) }) || lines > 1 { return (.other, true) }
  if marks == ["-"] || marks == ["\u{2010}"] || marks == ["\u{2011}"] {
    return (between.count == 1 ? .hyphen : .other, false)
  }
  if marks.first == "," { return (.comma, false) }
  if marks == ["("] { return (.openParenthesis, false) }
  return (.other, false)
}

private func isAbbreviation(_ word: TextWord) -> Bool {
  word.range.count == 1 && word.isCapital || abbreviations.contains(word.lower)
    || word.gap == .comma && word.isCapital && statesByAbbreviation[word.lower] != nil
}

/// A sentence with at least four words beside short ones, nearly all with a capital, and without a full stop is set as
/// a heading.
private func markSentences(_ words: inout [TextWord], of text: [Unicode.Scalar]) {
  var number = 0
  var first = 0
  for index in 1...max(1, words.count)
  where index == words.count || index < words.count && words[index].startsSentence {
    let long = words[first..<index].filter { $0.range.count > 3 }
    let end = index == words.count ? text.count : words[index].range.lowerBound
    let isHeading =
      long.count >= 4 && long.count { $0.isCapital } * 10 >= long.count * 9
      && !text[words[index - 1].range.upperBound..<end].contains { ".!;".unicodeScalars.contains($0) }
    for inside in first..<index {
      words[inside].sentence = number
      words[inside].isInHeading = isHeading
    }
    number += 1
    first = index
  }
}

private let apostrophes: Set<Unicode.Scalar> = ["'", "’", "‘", "ʻ", "ʼ", "`", "´", "′"]

private func isInWord(_ text: [Unicode.Scalar], at position: Int) -> Bool {
  if isLetter(text[position]) { return true }
  if apostrophes.contains(text[position]) { return position + 1 < text.count && isLetter(text[position + 1]) }
  switch text[position].properties.generalCategory {
  case .nonspacingMark, .spacingMark, .decimalNumber, .modifierLetter: return true
  default: return false
  }
}

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.value < 0x80 {
    return (0x41...0x5A).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
  }
  return scalar.properties.isAlphabetic && !apostrophes.contains(scalar)
}

private func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x80 ? (0x41...0x5A).contains(scalar.value) : scalar.properties.isUppercase
}
