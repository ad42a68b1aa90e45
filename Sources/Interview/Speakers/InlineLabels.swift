/// Begins a line at each label in capitals that stands within one, behind a sentence's end: "Good morning. COACH ASH: Hello."
/// So do texts come whose lines were lost. Only labels that come again are taken for such.
func splitAtInlineLabels(_ lines: inout [SourceLine]) {
  let isOneLine = lines.count { !$0.isBlank } < 4
  let inner = lines.map { innerLabels($0.text, names: isOneLine && $0.text.count > 200) }
  guard inner.contains(where: { !$0.isEmpty }) else { return }
  var counts: [String: Int] = [:]
  for (line, found) in zip(lines, inner) {
    if let key = labelKey(line.text[...], names: isOneLine) { counts[key, default: 0] += 1 }
    for label in found { counts[label.key, default: 0] += 1 }
  }
  var result: [SourceLine] = []
  for (line, found) in zip(lines, inner) {
    var rest = line
    var start = 0
    for label in found where isLabel(label.key, counts) {
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

/// It comes again, or a known label is short for it ("A. A.:" later for "Ann Ash:"), or it is one that everybody knows.
private func isLabel(_ key: String, _ counts: [String: Int]) -> Bool {
  if counts[key, default: 0] > 1 { return true }
  if LabelWords.role(ofWhole: key) != nil { return counts.count > 1 }
  let initials = String(key.split(separator: " ").compactMap(\.first))
  return initials.count > 1
    && counts.contains { $0.value > 1 && $0.key.filter { $0 != " " } == initials }
}

/// Where all of a text stands on a line, names need no capitals.
private func innerLabels(_ text: Scalars, names: Bool) -> [(start: Int, key: String)] {
  text.indices.dropFirst(2).compactMap { index in
    guard text[index].isUpper, text[index - 1].isBlank || text[index - 1].endsSentence,
      endsBefore(index, text)
    else { return nil }
    return labelKey(text[index...], names: names).map { (index, $0) }
  }
}

private func labelKey(_ text: ArraySlice<Unicode.Scalar>, names: Bool) -> String? {
  capitalKey(text) ?? (names ? nameKey(text) : nil)
}

/// The key of one to three words with capitals that a colon ends: "Ann Ash", "Question".
private func nameKey(_ text: ArraySlice<Unicode.Scalar>) -> String? {
  guard let colon = text.prefix(50).firstIndex(of: ":"), colon + 1 < text.endIndex, text[colon + 1].isBlank
  else { return nil }
  let words = text[..<colon].split(whereSeparator: \.isBlank)
  guard (1...3).contains(words.count),
    words.allSatisfy({ ($0.first?.isUpper ?? false) && !$0.dropLast().contains(where: \.endsSentence) }),
    words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0 == "." || $0 == "-" || $0 == "’" } })
  else { return nil }
  let key = Opening.key(Scalars(text[..<colon]).string)
  let isKnown = LabelWords.role(ofWhole: key) != nil && (key.count > 1 || key == "a")
  guard isKnown || words.count > 1 || key.count > 3,
    !key.split(separator: " ").contains(where: { LabelWords.isRemark(String($0)) })
  else { return nil }
  return key
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

/// Begins a line at each ">>", with which captions show that another speaks, and writes a dash for it.
func splitAtCaptionMarks(_ lines: inout [SourceLine]) {
  let marks = lines.reduce(0) { $0 + captionMarks($1.text).count }
  guard marks > 3 else { return }
  lines = lines.flatMap { line in
    let found = captionMarks(line.text)
    guard let first = found.first else { return [line] }
    var parts: [SourceLine] = []
    if first.lowerBound > 0 {
      var head = line
      head.text = Scalars(line.text[..<first.lowerBound])
      while head.text.last?.isBlank ?? false { head.text.removeLast() }
      parts.append(head)
    }
    for (position, mark) in found.enumerated() {
      let end = position + 1 < found.count ? found[position + 1].lowerBound : line.text.count
      var part = line
      part.column += mark.lowerBound
      part.text = ["–", " "] + Scalars(line.text[mark.upperBound..<end])
      while part.text.last?.isBlank ?? false { part.text.removeLast() }
      if part.text.count > 2 { parts.append(part) }
    }
    return parts
  }
}

/// ">>" and ">>>" with the blanks behind them.
private func captionMarks(_ text: Scalars) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var index = 0
  while index < text.count {
    var end = index
    while end < text.count, text[end] == ">" { end += 1 }
    if end - index == 2 || end - index == 3, index == 0 || text[index - 1].isBlank {
      found.append(index..<text.skippingBlanks(from: end))
    }
    index = max(end, index + 1)
  }
  return found
}
