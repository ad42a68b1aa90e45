/// Tells which paragraphs before the questions say who the expert is: those that name the one who answers
/// within their first words. A title of the interview does so too, but is no sentence.
///
/// `speaker` is the label of the answers ("EB", "Dr Smith"). Where they have none, a paragraph is a biography that
/// begins with a title, or with a name that comes again before the questions.
func isBiography(_ text: Scalars, speaker: String?, preface: [Scalars]) -> Bool {
  guard text.endsSentence else { return false }
  let words = openingWords(text)
  if let speaker {
    let names = speaker.unicodeScalars.split { !($0.isLetter) }.map(Scalars.init)
    guard let last = names.last else { return false }
    let isInitials = names.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isUpper) }
    return isInitials ? bears(initials: names.flatMap { $0 }, words) : words.contains(last)
  }
  guard let first = words.first else { return false }
  if isTitle(first), words.count > 1, words[1].first?.isUpper ?? false { return true }
  let name = words.prefix { $0.first?.isUpper ?? false && !$0.dropFirst().contains(where: \.isUpper) }
  guard (2...3).contains(name.count), let surname = name.last else { return false }
  return preface.reduce(0) {
    $0 + $1.split(whereSeparator: { !$0.isLetter }).count { $0.elementsEqual(surname) }
  } > 1
}

/// How many words may stand before the name and in it.
private let openingLength = 10

private func openingWords(_ text: Scalars) -> [Scalars] {
  var words: [Scalars] = []
  for word in text.split(maxSplits: openingLength * 3, whereSeparator: { !$0.isLetter }) {
    if words.count == openingLength { break }
    words.append(Array(word))
  }
  return words
}

/// Words next to each other that begin with these capitals.
private func bears(initials: Scalars, _ words: [Scalars]) -> Bool {
  guard initials.count >= 2, words.count >= initials.count else { return false }
  return (0...(words.count - initials.count)).contains { start in
    zip(words[start...], initials).allSatisfy { $0.first == $1 }
  }
}

private func isTitle(_ word: Scalars) -> Bool {
  switch word.string.lowercased() {
  case "dr", "prof", "professor", "mr", "mrs", "ms", "д", "доктор", "профессор", "проф": true
  default: false
  }
}
