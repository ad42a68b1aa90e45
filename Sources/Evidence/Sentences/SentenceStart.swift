import Tables

/// Whether what comes after this text begins a sentence: at the beginning, or after `.` `!` `?` `…` and a space;
/// quotes, parentheses, Markdown's emphasis and bracketed marks ("[¶4]") in between are looked through.
func isSentenceStart(after text: String) -> Bool {
  // What stands farther off than this says nothing, and a long paragraph is not gone over for each reference.
  let near = text.unicodeScalars.suffix(reach)
  let isWhole = near.startIndex == text.unicodeScalars.startIndex
  var rest = Array(near)[...]
  while let last = rest.last, openers.contains(last) { rest.removeLast() }
  var hasSpace = false
  while let last = rest.last {
    if last.properties.isWhitespace {
      hasSpace = true
      rest.removeLast()
    } else if closers.contains(last) {
      rest.removeLast()
    } else if last == "]", let opening = rest.lastIndex(of: "[") {
      rest = rest[..<opening]
    } else {
      break
    }
  }
  guard let last = rest.last else { return isWhole }
  guard hasSpace, ["!", "?", ".", "…"].contains(last) else { return false }
  return last != "." || !endsInAbbreviation(rest)
}

private let reach = 256

private let openers: Set<Unicode.Scalar> = ["\"", "'", "“", "‘", "«", "„", "(", "[", "*", "_"]
private let closers: Set<Unicode.Scalar> = ["\"", "'", "”", "’", "»", "“", ")", "*", "_"]

/// A point after these does not end a sentence.
private let abbreviations: Set<String> = [
  "approx", "c", "ca", "cf", "dr", "e.g", "eg", "est", "fig", "i.e", "ie", "mr", "mrs", "ms", "no", "nos",
  "prof",
  "st", "vs", "incl", "excl", "gen", "lt", "sen", "rep", "gov", "col", "capt", "sgt", "maj", "adm", "hon",
]

/// "Sept. " before a day.
func endsInMonth(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  let text = text.reversed().drop(while: \.properties.isWhitespace)
  guard text.first == "." else { return false }
  let word = String(scalars: text.dropFirst().prefix(while: \.properties.isAlphabetic).reversed())
  return word.count < 5 && PeriodsInText.months[word.lowercased()] != nil
}

private func endsInAbbreviation(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  let word = text.dropLast().reversed().prefix { $0.properties.isAlphabetic || $0 == "." }.reversed()
  return abbreviations.contains(String(scalars: word).lowercased())
}
