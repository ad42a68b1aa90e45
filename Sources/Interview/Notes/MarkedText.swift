import Diagnostics

/// A text of the transcript that may refer to footnotes: a paragraph, or a question.
struct MarkedText {
  var text: String
  var marks: [FootnoteMark]
}

/// Decides which numbers in the texts are footnote marks, takes them out, and reports marks and footnotes that
/// have no partner.
///
/// Of several candidates for one footnote the surest kind counts: "G20" is a mark only if nothing else refers to
/// footnote 20.
func resolveMarks(
  _ texts: [JoinedText], footnotes: [FoundFootnote], _ lines: [SourceLine], file: String,
  log: inout DiagnosticLog
) -> [MarkedText] {
  let candidates = texts.map { possibleMarks(in: $0.text) }
  var strongest = [PossibleMark.Strength?](repeating: nil, count: 1000)
  for mark in candidates.joined() {
    strongest[mark.number] = max(strongest[mark.number] ?? .doubtful, mark.strength)
  }
  var defined = [Bool](repeating: false, count: 1000)
  for footnote in footnotes { defined[footnote.number] = true }
  let last = footnotes.map(\.number).max() ?? 0

  var resolved: [MarkedText] = []
  for (joined, marks) in zip(texts, candidates) {
    let accepted = marks.filter { mark in
      if defined[mark.number] { return mark.strength == strongest[mark.number] }
      guard mark.strength >= .glued, mark.number <= last + 1 else { return false }
      let line = joined.line(at: mark.range.lowerBound).map { lines[$0].number }
      log.error(
        "footnote mark \(mark.number) has no footnote", at: SourceLocation(file: file, line: line),
        advice:
          "add the footnote as a paragraph that begins '\(mark.number) ', or separate the number from its word"
      )
      return true
    }
    resolved.append(remove(accepted, from: joined.text))
  }
  reportUnreferred(footnotes, strongest, texts, lines, file: file, log: &log)
  return resolved
}

private func remove(_ marks: [PossibleMark], from text: Scalars) -> MarkedText {
  var kept = String.UnicodeScalarView()
  var start = 0
  var result: [FootnoteMark] = []
  for mark in marks {
    kept.append(contentsOf: text[start..<mark.range.lowerBound])
    start = mark.range.upperBound
    result.append(FootnoteMark(footnote: mark.number, offset: String(kept).count))
  }
  kept.append(contentsOf: text[start...])
  return MarkedText(text: String(kept), marks: result)
}

private func reportUnreferred(
  _ footnotes: [FoundFootnote], _ marks: [PossibleMark.Strength?], _ texts: [JoinedText],
  _ lines: [SourceLine],
  file: String, log: inout DiagnosticLog
) {
  var seen = [Bool](repeating: false, count: 1000)
  for footnote in footnotes {
    let location = lines[footnote.line].location(in: file)
    if seen[footnote.number] {
      log.error(
        "footnote \(footnote.number) comes twice", at: location,
        advice: "number the footnotes of the whole transcript 1, 2, 3 …")
    } else if marks[footnote.number] == nil {
      log.error(
        "footnote \(footnote.number) is never referred to", at: location,
        advice: adviceForUnreferred(footnote.number, texts, lines))
    }
    seen[footnote.number] = true
  }
}

private func adviceForUnreferred(_ number: Int, _ texts: [JoinedText], _ lines: [SourceLine]) -> String {
  let usual = "write '\(number)' right after the word it belongs to, or take the footnote out"
  for joined in texts {
    guard let spot = spotAfterNumber(number, in: joined.text), let line = joined.line(at: spot.lowerBound)
    else { continue }
    return
      "line \(lines[line].number) has '\(joined.text[spot].map(String.init).joined())': if that is its mark, write "
      + "'[\(number)]'; else \(usual)"
  }
  return usual
}

/// Where a mark may stand after a number and the stop of its sentence, as in "in 2020.1 In": by itself that could
/// be a decimal as well.
private func spotAfterNumber(_ number: Int, in text: Scalars) -> Range<Int>? {
  let mark = Scalars(String(number).unicodeScalars)
  var index = 2
  while index + mark.count <= text.count {
    defer { index += 1 }
    guard text[index - 1].endsSentence || text[index - 1] == ",", text[index - 2].isDigit,
      text[index...].starts(with: mark)
    else { continue }
    let end = index + mark.count
    let next = text[end...].first { !$0.isBlank }
    let isSpot = end == text.count || (text[end].isBlank && next.map { $0.isUpper || $0.opensQuote } ?? true)
    if !isSpot { continue }
    let start = text[..<(index - 1)].lastIndex { !$0.isDigit }.map { $0 + 1 } ?? 0
    return start..<end
  }
  return nil
}
