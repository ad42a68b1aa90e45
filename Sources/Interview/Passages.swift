/// A paragraph before it is known what it is part of: its joined text and how it opens.
struct Passage {
  var joined: JoinedText
  /// Present where the paragraph begins a turn of the interview, or looks as if it did.
  var opening: Opening?
  /// The first line stands apart from what is before it.
  var followsGap: Bool

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
  // What opens a paragraph stands on its first line.
  let firstEnd = joined.starts.count > 1 ? joined.starts[1].offset : joined.text.count
  var first = Array(joined.text[..<firstEnd])
  while first.last?.isBlank ?? false { first.removeLast() }
  var opening = Opening(first)
  if let length = opening?.length, length == first.count { opening?.length = firstEnd }
  return Passage(joined: joined, opening: opening, followsGap: followsGap)
}

private func beginsParagraph(
  _ index: Int, after current: [Int], gap: Bool, _ lines: [SourceLine], shape: PageShape
) -> Bool {
  let line = lines[index]
  guard let previous = current.last.map({ lines[$0] }) else { return true }
  let finished = previous.text.endsSentence
  if let opening = Opening(line.text), !opening.isWeak, gap || finished { return true }
  if gap { return !continuesAcrossGap(line, after: current, finished: finished, lines, shape: shape) }
  if endsQuestion(index, after: current, lines, shape: shape) { return true }
  if !shape.isWrapped { return finished || !(line.text.first?.isLower ?? false) }
  return finished && (isIndented(index, lines) || startsAfterShortLine(line, previous, shape))
}

/// A page's end between two halves of a sentence leaves a blank line there.
private func continuesAcrossGap(
  _ line: SourceLine, after current: [Int], finished: Bool, _ lines: [SourceLine], shape: PageShape
) -> Bool {
  guard !finished, let previous = current.last.map({ lines[$0].text }), let first = line.text.first else {
    return false
  }
  if "•·–—*◦▪-".unicodeScalars.contains(first) { return false }
  if first.isLower || previous.last == "-" { return true }
  if previous.last == ":" { return false }
  // Before a capital, a full line tells a cut sentence from a heading; a heading is one line.
  return shape.isWrapped && current.count > 1 && shape.isFull(previous, before: line.text)
}

/// A numbered question whose answer begins on the next line, without a blank one between.
private func endsQuestion(_ index: Int, after current: [Int], _ lines: [SourceLine], shape: PageShape) -> Bool
{
  guard let first = current.first, let last = current.last, lines[last].text.asksQuestion,
    let opening = Opening(lines[first].text), opening.number != nil
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
