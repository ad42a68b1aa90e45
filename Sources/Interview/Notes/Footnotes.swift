/// A footnote and the lines that it takes.
struct FoundFootnote {
  var number: Int
  var text: Scalars
  /// Index of its first line.
  var line: Int
}

/// The footnotes of a transcript, wherever they stand, and which lines are theirs.
struct FoundFootnotes {
  var footnotes: [FoundFootnote] = []
  /// For each line whether it belongs to a footnote (or to a heading over the notes).
  var taken: [Bool]
}

/// How a line begins that may be a footnote's first.
private struct NoteOpening {
  enum Form {
    /// "1 Region in the south": a number, a space, a capital.
    case bare
    /// "[1] Region", "¹ Region".
    case certain
    /// "1. Region", "1) Region": possible at the transcript's end only.
    case dotted
  }

  var line: Int
  var number: Int
  var form: Form
  /// Where the note's text begins in the line.
  var start: Int
}

/// Finds the footnotes. A number at the start of a block is a footnote's if the text refers to it by a mark, or
/// if it stands in order beside one that is; numbers with a full stop or bracket are notes only where a series
/// of them, each with its mark, ends the transcript.
func findFootnotes(_ lines: [SourceLine], hyphens: LineEndHyphens) -> FoundFootnotes {
  var found = FoundFootnotes(taken: [Bool](repeating: false, count: lines.count))
  let openings = lines.indices.compactMap { noteOpening(lines, $0) }
  if openings.isEmpty { return found }
  let marked = markedNumbers(lines)
  var chosen = footnoteOpenings(openings.filter { $0.form != .dotted }, lines, marked: marked)
  if chosen.isEmpty {
    chosen = endnoteOpenings(openings.filter { $0.form == .dotted }, lines, marked: marked)
  }
  for (position, opening) in chosen.enumerated() {
    let limit = position + 1 < chosen.count ? chosen[position + 1].line : lines.count
    let end = endOfNote(opening, lines, limit: limit)
    var joined = JoinedText()
    for index in opening.line..<end {
      let text = index == opening.line ? Array(lines[index].text[opening.start...]) : lines[index].text
      joined.append(text, index: index, hyphens: hyphens)
      found.taken[index] = true
    }
    found.footnotes.append(FoundFootnote(number: opening.number, text: joined.text, line: opening.line))
  }
  takeHeading(of: chosen, lines, &found.taken)
  return found
}

private func noteOpening(_ lines: [SourceLine], _ index: Int) -> NoteOpening? {
  let text = lines[index].text
  guard let first = text.first else { return nil }
  if first == "[", let (number, end) = text.number(at: 1), end < text.count, text[end] == "]" {
    let start = text.skippingBlanks(from: end + 1)
    return start < text.count ? NoteOpening(line: index, number: number, form: .certain, start: start) : nil
  }
  if first.superscriptDigit != nil {
    let digits = text.prefix { $0.superscriptDigit != nil }
    let number = digits.reduce(0) { $0 * 10 + ($1.superscriptDigit ?? 0) }
    let start = text.skippingBlanks(from: digits.count)
    return digits.count <= 3 && number > 0 && start < text.count
      ? NoteOpening(line: index, number: number, form: .certain, start: start) : nil
  }
  guard let (number, end) = text.number(at: 0), end < text.count else { return nil }
  let start = text.skippingBlanks(from: end)
  if start < text.count, text[start].beginsSentence || text[start].opensQuote || isAddress(text[start...]) {
    return NoteOpening(line: index, number: number, form: .bare, start: start)
  }
  if text[end] == "." || text[end] == ")" {
    let start = text.skippingBlanks(from: end + 1)
    return start < text.count ? NoteOpening(line: index, number: number, form: .dotted, start: start) : nil
  }
  return nil
}

private func isAddress(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
  text.starts(with: "http".unicodeScalars) || text.starts(with: "www.".unicodeScalars)
}

/// For each number up to 999 whether some word bears it as a mark.
private func markedNumbers(_ lines: [SourceLine]) -> [Bool] {
  var marked = [Bool](repeating: false, count: 1000)
  for line in lines {
    for mark in possibleMarks(in: line.text) where mark.strength > .doubtful { marked[mark.number] = true }
  }
  return marked
}

private func footnoteOpenings(_ openings: [NoteOpening], _ lines: [SourceLine], marked: [Bool])
  -> [NoteOpening]
{
  let numbers = Dictionary(openings.map { ($0.line, $0.number) }, uniquingKeysWith: { first, _ in first })
  let possible = openings.filter { opening in
    opening.form == .certain
      || (beginsBlock(opening.line, lines, numbers) && !asksQuestion(opening.line, lines))
  }
  var accepted = possible.map {
    $0.form == .certain || marked[$0.number] || interruptsSentence($0.line, lines)
  }
  // A footnote that nothing refers to is known by its neighbours in the series.
  for index in possible.indices.dropFirst() where accepted[index - 1] && !accepted[index] {
    accepted[index] = possible[index].number == possible[index - 1].number + 1
  }
  for index in possible.indices.dropLast().reversed() where accepted[index + 1] && !accepted[index] {
    accepted[index] = possible[index].number + 1 == possible[index + 1].number
  }
  return zip(possible, accepted).filter { $0.1 }.map(\.0)
}

/// The line follows a blank one, opens a page, or follows another note directly. `numbers` has those of the lines
/// that may be notes.
private func beginsBlock(_ index: Int, _ lines: [SourceLine], _ numbers: [Int: Int]) -> Bool {
  if index == 0 || lines[index - 1].isBlank || lines[index].opensPage { return true }
  var above = index - 1
  while above >= 0, !lines[above].isBlank {
    if let note = numbers[above] { return note + 1 == numbers[index] }
    above -= 1
  }
  return false
}

/// The block that begins here asks, before the next turn of the interview begins.
private func asksQuestion(_ index: Int, _ lines: [SourceLine]) -> Bool {
  if lines[index].text.asksQuestion { return true }
  for line in lines[(index + 1)...] {
    if line.isBlank { return false }
    if let opening = line.opening, !opening.isWeak { return false }
    if line.text.asksQuestion { return true }
  }
  return false
}

/// The sentence before is unfinished and goes on in the block after.
private func interruptsSentence(_ index: Int, _ lines: [SourceLine]) -> Bool {
  guard let before = lines[..<index].last(where: { !$0.isBlank }), !before.text.endsSentence else {
    return false
  }
  var after = index
  while after < lines.count, !lines[after].isBlank { after += 1 }
  return lines[after...].first { !$0.isBlank }?.text.first?.isLower ?? false
}

/// Where the note ends: at a blank line, at the next page, at the next note, at a turn of the interview, or where
/// the sentence that it interrupted goes on.
private func endOfNote(_ opening: NoteOpening, _ lines: [SourceLine], limit: Int) -> Int {
  let above = lines[..<opening.line].last { !$0.isBlank }
  let interrupts = above.map { !$0.text.endsSentence } ?? false
  var index = opening.line + 1
  while index < limit, !lines[index].isBlank, !lines[index].opensPage {
    let finished = lines[index - 1].text.endsSentence
    if finished, let next = lines[index].opening, !next.isWeak { break }
    if finished, interrupts, lines[index].text.first?.isLower ?? false { break }
    index += 1
  }
  return index
}

/// Notes with full stops: 1 to the last, each marked in the text, none a question, nothing after them.
private func endnoteOpenings(_ openings: [NoteOpening], _ lines: [SourceLine], marked: [Bool])
  -> [NoteOpening]
{
  var series: [NoteOpening] = []
  for opening in openings.reversed() {
    if let next = series.last, opening.number + 1 != next.number { break }
    if asksOwnQuestion(opening, until: series.last?.line ?? lines.count, lines) { break }
    series.append(opening)
    if opening.number == 1 { break }
  }
  series.reverse()
  guard series.first?.number == 1, series.allSatisfy({ marked[$0.number] }) else { return [] }
  return series
}

private func asksOwnQuestion(_ opening: NoteOpening, until end: Int, _ lines: [SourceLine]) -> Bool {
  let text = lines[opening.line..<end].prefix { !$0.isBlank }
  return text.contains { $0.text.asksQuestion }
}

/// "Notes", on a line of its own right before notes that end the transcript, is no part of the answer.
private func takeHeading(of notes: [NoteOpening], _ lines: [SourceLine], _ taken: inout [Bool]) {
  guard let first = notes.first,
    lines.indices.dropFirst(first.line).allSatisfy({ lines[$0].isBlank || taken[$0] }),
    let heading = lines[..<first.line].lastIndex(where: { !$0.isBlank }),
    heading == 0 || lines[heading - 1].isBlank, lines[heading].opening == nil
  else { return }
  let text = lines[heading].text
  let words = text.split(whereSeparator: \.isBlank).count
  if words <= 3, let last = text.last, last.isLetter || last == ":" { taken[heading] = true }
}
