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
  reportUnreferred(footnotes, strongest, lines, file: file, log: &log)
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
  _ footnotes: [FoundFootnote], _ marks: [PossibleMark.Strength?], _ lines: [SourceLine], file: String,
  log: inout DiagnosticLog
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
        advice: "write '\(footnote.number)' right after the word it belongs to, or take the footnote out")
    }
    seen[footnote.number] = true
  }
}
