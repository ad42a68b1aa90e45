/// Begins a line at each label in capitals that stands within one, behind a sentence's end: "Good morning. COACH ASH: Hello."
/// So do texts come whose lines were lost. Only labels that come again are taken for such.
func splitAtInlineLabels(_ lines: inout [SourceLine]) {
  let inner = lines.map { innerLabels($0.text) }
  guard inner.contains(where: { !$0.isEmpty }) else { return }
  var counts: [String: Int] = [:]
  for (line, found) in zip(lines, inner) {
    if let key = capitalKey(line.text[...]) { counts[key, default: 0] += 1 }
    for label in found { counts[label.key, default: 0] += 1 }
  }
  var result: [SourceLine] = []
  for (line, found) in zip(lines, inner) {
    var rest = line
    var start = 0
    for label in found where counts[label.key, default: 0] > 1 {
      var head = rest
      head.text = Array(rest.text[..<(label.start - start)])
      while head.text.last?.isBlank ?? false { head.text.removeLast() }
      result.append(head)
      rest.dropFirst(label.start - start)
      rest.opensPage = false
      start = label.start
    }
    result.append(rest)
  }
  lines = result
}

private func innerLabels(_ text: Scalars) -> [(start: Int, key: String)] {
  text.indices.dropFirst(2).compactMap { index in
    guard text[index].isUpper, text[index - 1].isBlank || text[index - 1].endsSentence,
      endsBefore(index, text)
    else { return nil }
    return capitalKey(text[index...]).map { (index, $0) }
  }
}

/// The key of a label that is all in capitals and that a colon ends, or of "Q.".
private func capitalKey(_ text: ArraySlice<Unicode.Scalar>) -> String? {
  if text.starts(with: "Q. ".unicodeScalars) || text.starts(with: "Q: ".unicodeScalars) { return "q" }
  guard let colon = text.prefix(60).firstIndex(of: ":"), colon + 1 < text.endIndex, text[colon + 1].isBlank,
    text[..<colon].allSatisfy({ !$0.isLower && !$0.endsSentence || $0 == "." })
  else { return nil }
  guard let opening = Opening(Scalars(text.prefix(100))), opening.form == .colon, opening.key.count > 1,
    !opening.key.split(separator: " ").contains(where: { LabelWords.isRemark(String($0)) })
  else { return nil }
  return opening.key
}

/// A sentence ends there, and no abbreviation: "MR. EARNEST:" is one label.
private func endsBefore(_ blank: Int, _ text: Scalars) -> Bool {
  var end = blank
  while end > 0, text[end - 1].isBlank { end -= 1 }
  // "Why?ANN:" has lost its line break, "U.N.:" not.
  guard end > 1 else { return false }
  let last = text[end - 1]
  return last == "." ? !text[end - 2].isUpper : last.endsSentence || last.closesQuote || last.isDash
}
