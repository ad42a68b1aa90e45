/// Takes Markdown's marks off a transcript that was written with them, so that they are not printed: "**Host:** Why?"
/// is "Host: Why?", and "## The river" a heading.
func removeMarkdown(_ lines: inout [SourceLine]) {
  let bold = lines.count { hasBold($0.text) }
  let headings = lines.count { headingLength($0.text) != nil }
  let italic = lines.count { isAll("*", $0.text) || isAll("_", $0.text) }
  guard bold >= 2 || (bold > 0 && headings > 0) || headings >= 2 || italic >= 2 else { return }
  for index in lines.indices {
    if let length = headingLength(lines[index].text) {
      lines[index].dropFirst(length)
      lines[index].isHeading = true
    }
    let text = lines[index].text
    lines[index].isEmphasised = ["**", "__", "*", "_"].contains { isAll($0, text) }
    lines[index].text = withoutMarks(text, underscores: italic >= 2)
  }
}

/// Rows of a table of two columns, where most lines are such, are turns: "| Host | Why? |" is "Host: Why?".
func openTableRows(_ lines: inout [SourceLine]) {
  let rows = lines.map { tableCells($0.text) }
  let written = lines.count { !$0.isBlank }
  guard rows.count(where: { $0?.count == 2 }) > 3, rows.count(where: { $0 != nil }) * 2 > written else {
    return
  }
  for (index, cells) in rows.enumerated() {
    guard let cells, cells.count == 2 else { continue }
    let isRuler = cells.joined().allSatisfy { $0 == "-" || $0 == ":" }
    lines[index].text = isRuler ? [] : cells[0] + (cells[0].last == ":" ? [" "] : [":", " "]) + cells[1]
  }
}

private func tableCells(_ text: Scalars) -> [Scalars]? {
  guard text.first == "|", text.last == "|", text.count > 2 else { return nil }
  return text.split(separator: "|").map { cell in
    let trimmed = cell.drop(while: \.isBlank)
    return Scalars(
      trimmed.prefix((trimmed.lastIndex { !$0.isBlank } ?? trimmed.startIndex - 1) + 1 - trimmed.startIndex))
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

/// The whole line stands between two marks, and they are the only ones.
private func isAll(_ mark: String, _ text: Scalars) -> Bool {
  let mark = Scalars(mark.unicodeScalars)
  guard text.count > 2 * mark.count, text.starts(with: mark), text.suffix(mark.count).elementsEqual(mark)
  else {
    return false
  }
  let inner = text[mark.count..<(text.count - mark.count)]
  guard let first = inner.first, let last = inner.last, !first.isBlank, !last.isBlank else { return false }
  return !inner.contains(mark[0])
}

/// How many number signs and blanks a heading begins with.
private func headingLength(_ text: Scalars) -> Int? {
  let signs = text.prefix { $0 == "#" }.count
  guard (1...6).contains(signs), signs < text.count, text[signs].isBlank else { return nil }
  return text.skippingBlanks(from: signs)
}

/// Runs of asterisks (or of two underscores) that hug a word, and backslashes before punctuation.
private func withoutMarks(_ text: Scalars, underscores: Bool) -> Scalars {
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
      if !hugs || (scalar == "_" && end - index == 1 && !(underscores && (before.isBlank || after.isBlank)))
        || end - index > 3
      {
        kept += text[index..<end]
      }
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
