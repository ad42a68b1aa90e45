import Diagnostics

/// One line of the transcript's file, without the white space around it.
struct SourceLine {
  /// Counted from 1, as an editor does.
  var number: Int
  /// Where the text begins, counted from 1.
  var column: Int
  /// How far the text is indented; a tab goes to the next multiple of eight.
  var indent: Int
  var text: Scalars
  /// The line is the first of a page: a form feed stands before it, or the single space that text extraction
  /// leaves there.
  var opensPage: Bool
  /// How the line begins a turn of the interview, if it does.
  var opening: Opening?
  /// A recorder's time stood in it.
  var isTimed = false
  /// The whole line was bold or italic, in Markdown.
  var isEmphasised = false
  /// The line was a heading, in Markdown.
  var isHeading = false

  var isBlank: Bool { text.isEmpty }

  func location(in file: String) -> SourceLocation {
    SourceLocation(file: file, line: number, column: column)
  }

  /// Takes scalars off the start, with the white space after them.
  mutating func dropFirst(_ length: Int) {
    let start = text.skippingBlanks(from: length)
    column += start
    text.removeFirst(min(start, text.count))
  }
}

/// Cuts a text into lines at LF, CRLF and CR. A form feed, a vertical tab and Unicode's separators cut a line
/// as well, though an editor does not count them. Rulers ("-----", "* * *") and the numbers of pages become
/// blank lines.
func splitLines(_ text: String) -> [SourceLine] {
  var lines: [SourceLine] = []
  var raw = Scalars()
  var number = 1
  var opensPage = false
  var afterReturn = false
  func finish() {
    lines.append(sourceLine(raw, number: number, opensPage: opensPage))
    raw.removeAll(keepingCapacity: true)
    opensPage = false
  }
  for scalar in text.unicodeScalars {
    let followsReturn = afterReturn
    afterReturn = false
    switch scalar {
    case "\n":
      if followsReturn { continue }
      finish()
      number += 1
    case "\r":
      finish()
      number += 1
      afterReturn = true
    case "\u{0C}":
      if raw.contains(where: { !$0.isBlank }) { finish() }
      opensPage = true
    case "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}":
      finish()
    default:
      raw.append(scalar)
    }
  }
  finish()
  blankPageNumbers(&lines)
  return lines
}

private func sourceLine(_ raw: Scalars, number: Int, opensPage: Bool) -> SourceLine {
  var indent = 0
  var start = 0
  while start < raw.count, raw[start].isBlank || raw[start].isInvisible {
    if raw[start] == "\t" { indent += 8 - indent % 8 } else if raw[start].isBlank { indent += 1 }
    start += 1
  }
  var text = raw[start...].filter { !$0.isInvisible }
  while text.last?.isBlank ?? false { text.removeLast() }
  if isRuler(text) { text = [] }
  return SourceLine(
    number: number, column: start + 1, indent: indent, text: text, opensPage: opensPage || indent == 1)
}

extension Unicode.Scalar {
  /// A byte order mark, a zero-width space or a control character: nothing that belongs to the text.
  fileprivate var isInvisible: Bool {
    switch value {
    case 0xFEFF, 0x200B, 0x2060: true
    case 0...0x08, 0x0E...0x1F, 0x7F: true
    default: false
    }
  }
}

/// Three or more of one sign, and nothing else.
private func isRuler(_ text: Scalars) -> Bool {
  guard let sign = text.first, "-–—_=*~•·#".unicodeScalars.contains(sign) else { return false }
  return text.count { !$0.isBlank } >= 3 && text.allSatisfy { $0 == sign || $0.isBlank }
}

/// A number that stands alone at a page's edge, or that cuts a sentence in two, is the page's own.
private func blankPageNumbers(_ lines: inout [SourceLine]) {
  for index in lines.indices where isPageNumber(lines[index].text) {
    let before = lines[..<index].last { !$0.isBlank }
    let after = lines[(index + 1)...].first { !$0.isBlank }
    let standsAlone =
      (index == 0 || lines[index - 1].isBlank || lines[index].opensPage)
      && (index + 1 == lines.count || lines[index + 1].isBlank || lines[index + 1].opensPage)
    let atEdge = lines[index].opensPage || (after?.opensPage ?? true)
    let cutsSentence = before.map { !$0.text.endsSentence } ?? false
    if standsAlone, atEdge || cutsSentence {
      let opensPage = lines[index].opensPage
      lines[index].text = []
      if opensPage, index + 1 < lines.count { lines[index + 1].opensPage = true }
    }
  }
}

private func isPageNumber(_ text: Scalars) -> Bool {
  let digits = text.filter(\.isDigit)
  return (1...4).contains(digits.count)
    && text.allSatisfy { $0.isDigit || $0.isBlank || $0 == "-" || $0 == "–" || $0 == "—" || $0 == "|" }
}

/// What can be learnt from all lines about how the text was broken into them.
struct PageShape {
  /// Nine lines in ten have at most this many scalars.
  var width: Int
  /// Lines end where the page did; otherwise each line is a paragraph.
  var isWrapped: Bool

  init(_ lines: [SourceLine]) {
    let lengths = lines.lazy.filter { !$0.isBlank }.map(\.text.count).sorted()
    width = lengths.isEmpty ? 0 : lengths[lengths.count * 9 / 10]
    var pairs = 0
    var unfinished = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      pairs += 1
      if !line.text.endsSentence { unfinished += 1 }
    }
    // Where lines are paragraphs, hardly any ends inside a sentence; where pages cut them, most do.
    isWrapped = pairs > 0 && unfinished * 5 >= pairs * 2
  }

  /// The next line's first word would not have fitted on this one. Lines of proportional type differ in
  /// length by about a sixth.
  func isFull(_ line: Scalars, before next: Scalars) -> Bool {
    (line.count + 1 + next.firstWordLength) * 6 >= width * 5
  }

  /// The next line's first word would have fitted easily: the line was ended on purpose.
  func isShort(_ line: Scalars, before next: Scalars) -> Bool {
    (line.count + 1 + next.firstWordLength) * 5 < width * 3
  }
}
