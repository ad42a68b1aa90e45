/// What may be a reference to a footnote.
struct PossibleMark {
  /// How sure it is, weakest first.
  enum Strength: Comparable {
    /// After a capital or a word of one or two letters: "G20", "km2".
    case doubtful
    /// After the full stop of a sentence: "cooperation.1".
    case afterStop
    /// Glued to a word: "cooperation1".
    case glued
    /// In superscript or in brackets.
    case raised
  }

  var number: Int
  var strength: Strength
  /// The scalars that are not part of the text.
  var range: Range<Int>
}

/// Every number in a text that may be a footnote's mark, in order.
func possibleMarks(in text: Scalars) -> [PossibleMark] {
  var marks: [PossibleMark] = []
  var index = 1
  while index < text.count {
    let scalar = text[index]
    if scalar.isDigit, !text[index - 1].isDigit, let mark = gluedMark(in: text, at: index) {
      marks.append(mark)
      index = mark.range.upperBound
    } else if scalar == "[", let mark = bracketedMark(in: text, at: index) {
      marks.append(mark)
      index = mark.range.upperBound
    } else if scalar.superscriptDigit != nil, let mark = raisedMark(in: text, at: index) {
      marks.append(mark)
      index = mark.range.upperBound
    } else {
      index += 1
    }
  }
  return marks
}

private func gluedMark(in text: Scalars, at index: Int) -> PossibleMark? {
  guard let (number, end) = text.number(at: index) else { return nil }
  if end < text.count {
    // Chinese and Japanese have no space after the full stop.
    let beginsSentence = text[end].isIdeograph && text[index - 1].endsSentence
    if text[end].isLetter, !beginsSentence { return nil }
    if joinsNumber(text[end], before: text.element(end + 1) ?? " ") { return nil }
  }
  guard let strength = strength(of: text[..<index]) else { return nil }
  return PossibleMark(number: number, strength: strength, range: index..<end)
}

/// "3.5", "10,000", "2-3", "5%": the number goes on.
private func joinsNumber(_ scalar: Unicode.Scalar, before next: Unicode.Scalar) -> Bool {
  switch scalar {
  case "%", "°", "$", "€", "/", "_", "@": true
  case ".", ",", "-", "–", ":": next.isDigit || (scalar == "-" && next.isLetter)
  default: false
  }
}

private func strength(of before: ArraySlice<Unicode.Scalar>) -> PossibleMark.Strength? {
  guard let last = before.last else { return nil }
  if last.isLetter {
    let word = before.reversed().prefix(while: \.isLetter)
    let isWord = word.count >= 3 && !last.isUpper
    // "covid-19" has a hyphen before its digits; "site.kz/page2" is an address.
    let isAddress = before.reversed().prefix { !$0.isBlank }.contains { $0 == "/" || $0 == "@" || $0 == "_" }
    return isWord && !isAddress ? .glued : .doubtful
  }
  let outer = before.reversed().drop(while: { $0.closesQuote && $0 != "'" && $0 != "´" })
  guard let stop = outer.first else { return nil }
  if outer.count < before.count, stop.isLetter { return .glued }
  guard stop.endsSentence || stop == "," || stop == ";" else { return nil }
  let word = outer.dropFirst().drop(while: \.closesQuote).prefix(while: \.isLetter)
  if word.isEmpty { return nil }
  return word.count >= 3 || (stop != "." && stop != ",") || isShortWord(word) ? .afterStop : .doubtful
}

/// Whether a word of one or two letters before a full stop is a word rather than an abbreviation or an initial: "It is so.1"
/// but not "No.1", "p.5", "J.1". Read backwards.
private func isShortWord(_ reversed: some Sequence<Unicode.Scalar>) -> Bool {
  let word = String(String.UnicodeScalarView(reversed.reversed()))
  return word.unicodeScalars.count == 2 && word.unicodeScalars.first?.isUpper == false
    && !abbreviations.contains(word)
}

/// Words of two letters that stand before a number with a full stop: numbers, pages, articles, versions, figures.
private let abbreviations: Set<String> = [
  "no", "nr", "pp", "vs", "ch", "fn", "fl", "st", "op", "cf", "ca", "eq", "ex", "fo", "ss", "cl", "ad", "bd",
  "hs", "pt",
  "гл", "ст", "см", "рр", "им", "пп", "чл",
]

private func bracketedMark(in text: Scalars, at index: Int) -> PossibleMark? {
  guard let (number, end) = text.number(at: index + 1), end < text.count, text[end] == "]" else { return nil }
  let start = text[index - 1].isBlank ? index - 1 : index
  return PossibleMark(number: number, strength: .raised, range: start..<(end + 1))
}

private func raisedMark(in text: Scalars, at index: Int) -> PossibleMark? {
  var end = index
  var number = 0
  while end < text.count, end - index < 3, let digit = text[end].superscriptDigit {
    number = number * 10 + digit
    end += 1
  }
  let before = text[..<index]
  guard number > 0, let last = before.last, !last.isDigit, !last.isBlank else { return nil }
  // "km²" and "m³" are units.
  let word = before.reversed().prefix(while: \.isLetter)
  return PossibleMark(
    number: number, strength: last.isLetter && word.count < 3 ? .doubtful : .raised, range: index..<end)
}
