/// A paragraph before it is known what it is part of: its joined text and how it opens.
struct Passage {
  var joined: JoinedText
  /// Present where the paragraph begins a turn of the interview, or looks as if it did.
  var opening: Opening?
  /// The first line stands apart from what is before it.
  var followsGap: Bool
  /// All of it was bold or italic, in Markdown.
  var isEmphasised = false
  /// It was a heading, in Markdown.
  var isHeading = false

  var text: Scalars { joined.text }
  /// Index of the first line.
  var line: Int { joined.starts.first?.line ?? 0 }
  /// The text after the opening.
  var body: Scalars { opening.map { Array(text[min($0.length, text.count)...]) } ?? text }
}

/// Gathers the lines that are no footnotes into paragraphs.
func gatherPassages(
  _ lines: [SourceLine], notes: [Bool], shape: PageShape, hyphens: LineEndHyphens
) -> [Passage] {
  var passages: [Passage] = []
  var current: [Int] = []
  var followsGap = true
  func finish() {
    if current.isEmpty { return }
    passages.append(passage(current, lines, followsGap: followsGap, hyphens: hyphens))
    current.removeAll(keepingCapacity: true)
  }
  for index in lines.indices where !lines[index].isBlank && !notes[index] {
    if let last = current.last {
      let gap = index > last + 1
      if beginsParagraph(index, after: current, gap: gap, lines, shape: shape) {
        finish()
        followsGap = gap
      }
    }
    current.append(index)
  }
  finish()
  return passages
}

private func passage(_ indices: [Int], _ lines: [SourceLine], followsGap: Bool, hyphens: LineEndHyphens)
  -> Passage
{
  var joined = JoinedText()
  for index in indices { joined.append(lines[index].text, index: index, hyphens: hyphens) }
  if joined.text.last == "\u{AD}" { joined.text.removeLast() }
  return Passage(
    joined: joined, opening: indices.first.flatMap { opening(of: lines[$0], in: joined) },
    followsGap: followsGap,
    isEmphasised: indices.allSatisfy { lines[$0].isEmphasised },
    isHeading: indices.allSatisfy { lines[$0].isHeading })
}

/// The line's opening, its length counted in the joined text, whose white space is regular.
private func opening(of line: SourceLine, in joined: JoinedText) -> Opening? {
  guard var opening = line.opening else { return nil }
  let firstEnd = joined.starts.count > 1 ? joined.starts[1].offset : joined.text.count
  if opening.length >= line.text.count {
    opening.length = firstEnd
  } else {
    var head = JoinedText()
    head.append(Array(line.text[..<opening.length]), index: 0, hyphens: LineEndHyphens([]))
    opening.length = min(head.text.count, firstEnd)
  }
  return opening
}

private func beginsParagraph(
  _ index: Int, after current: [Int], gap: Bool, _ lines: [SourceLine], shape: PageShape
) -> Bool {
  let line = lines[index]
  guard let previous = current.last.map({ lines[$0] }) else { return true }
  let finished = previous.text.endsSentence
  if let opening = line.opening, !opening.isWeak, gap || finished || opening.isSpeaker { return true }
  if line.opening?.isEntry ?? false { return true }
  // A label that has a line for itself takes what follows.
  if current.count == 1, let opening = previous.opening, opening.isSpeaker,
    opening.length >= previous.text.count
  {
    return gap
  }
  if line.isHeading || previous.isHeading || line.isEmphasised != previous.isEmphasised && gap { return true }
  if gap { return !continuesAcrossGap(line, after: current, finished: finished, lines, shape: shape) }
  if endsQuestion(index, after: current, lines, shape: shape) { return true }
  if !shape.isWrapped { return finished || !continuesSentence(line.text, after: previous.text) }
  return finished && (isIndented(index, lines) || startsAfterShortLine(line, previous, shape))
}

/// The line begins with a small letter, or with a year after a word: "I have done so since / 1991."
private func continuesSentence(_ text: Scalars, after previous: Scalars) -> Bool {
  guard let first = text.first, let last = previous.last else { return false }
  return first.isLower || (first.isDigit && last.isLower && text.number(at: 0) == nil)
}

/// A page's end between two halves of a sentence leaves a blank line there.
private func continuesAcrossGap(
  _ line: SourceLine, after current: [Int], finished: Bool, _ lines: [SourceLine], shape: PageShape
) -> Bool {
  guard !finished, let previous = current.last.map({ lines[$0].text }), let first = line.text.first else {
    return false
  }
  if "•·–—*◦▪-".unicodeScalars.contains(first) { return false }
  // "a) the northern one": an entry of a list.
  if line.text.element(1) == ")" { return false }
  if first.isLower || previous.last == "-" { return true }
  if previous.last == ":" { return false }
  // Before a capital, a full line tells a cut sentence from a heading; a heading is one line.
  return shape.isWrapped && current.count > 1 && shape.isFull(previous, before: line.text)
}

/// A numbered question whose answer begins on the next line, without a blank one between.
private func endsQuestion(_ index: Int, after current: [Int], _ lines: [SourceLine], shape: PageShape) -> Bool
{
  guard let first = current.first, let last = current.last, lines[last].text.asksQuestion,
    let opening = lines[first].opening, opening.number != nil
  else { return false }
  // A question of two sentences has its other question mark within a few lines.
  return !lines[index...].prefix(3).prefix { !$0.isBlank }.contains { $0.text.asksQuestion }
}

/// Deeper than its neighbours: the first line of a paragraph.
private func isIndented(_ index: Int, _ lines: [SourceLine]) -> Bool {
  let indent = lines[index].indent
  guard indent > 1, indent > lines[index - 1].indent else { return false }
  if index + 1 < lines.count, !lines[index + 1].isBlank { return indent > lines[index + 1].indent }
  return indent >= 8
}

private func startsAfterShortLine(_ line: SourceLine, _ previous: SourceLine, _ shape: PageShape) -> Bool {
  guard let first = line.text.first, !first.isLower else { return false }
  return shape.isShort(previous.text, before: line.text)
}
