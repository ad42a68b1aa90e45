/// Takes Markdown's marks off a transcript that was written with them, so that they are not printed: "**Host:** Why?"
/// is "Host: Why?", and "## The river" a heading.
func removeMarkdown(_ lines: inout [SourceLine]) {
  let bold = lines.count { hasBold($0.text) }
  let headings = lines.count { headingLength($0.text) != nil }
  guard bold >= 2 || (bold > 0 && headings > 0) || headings >= 2 else { return }
  for index in lines.indices {
    if let length = headingLength(lines[index].text) {
      lines[index].dropFirst(length)
      lines[index].isHeading = true
    }
    lines[index].isBold = isAllBold(lines[index].text)
    lines[index].text = withoutMarks(lines[index].text)
  }
}

/// "**…**" or "__…__" somewhere in the line.
private func hasBold(_ text: Scalars) -> Bool {
  var marks = 0
  for index in text.indices.dropLast()
  where text[index] == text[index + 1] && (text[index] == "*" || text[index] == "_") {
    marks += 1
  }
  return marks >= 2
}

private func isAllBold(_ text: Scalars) -> Bool {
  guard text.count > 4, text[0] == "*" || text[0] == "_", text[1] == text[0] else { return false }
  let mark = text[0]
  guard text[text.count - 1] == mark, text[text.count - 2] == mark else { return false }
  return !zip(text[2..<(text.count - 2)], text[3..<(text.count - 1)]).contains { $0 == mark && $1 == mark }
}

/// How many number signs and blanks a heading begins with.
private func headingLength(_ text: Scalars) -> Int? {
  let signs = text.prefix { $0 == "#" }.count
  guard (1...6).contains(signs), signs < text.count, text[signs].isBlank else { return nil }
  return text.skippingBlanks(from: signs)
}

/// Runs of asterisks (or of two underscores) that hug a word, and backslashes before punctuation.
private func withoutMarks(_ text: Scalars) -> Scalars {
  var kept: Scalars = []
  var index = 0
  while index < text.count {
    let scalar = text[index]
    if scalar == "*" || scalar == "_" {
      var end = index
      while end < text.count, text[end] == scalar { end += 1 }
      let before = text.element(index - 1) ?? " "
      let after = text.element(end) ?? " "
      let hugs = !(before.isBlank && after.isBlank)
      if !hugs || (scalar == "_" && end - index == 1) || end - index > 3 { kept += text[index..<end] }
      index = end
      continue
    }
    if scalar == "\\", let next = text.element(index + 1), next.isASCII, !next.isLetter, !next.isDigit,
      !next.isBlank
    {
      index += 1
      continue
    }
    kept.append(scalar)
    index += 1
  }
  while kept.last == "\\" || kept.last?.isBlank ?? false { kept.removeLast() }
  return kept
}
