import Diagnostics

extension Transcript {
  /// Reads an interview as it was received: a text whose lines may be broken at the page's width, with footnotes
  /// and page ends anywhere between them.
  ///
  /// - Parameters:
  ///   - text: the whole file's text.
  ///   - file: the file's path, for diagnostics.
  ///   - labels: what the pack says of labels, where the text leaves it open.
  ///   - doubts: what is doubtful.
  /// - Returns: the transcript, with at least one question and an answer to each.
  /// - Throws: everything that could not be read, each with its line: no questions, question numbers that skip
  ///   or repeat, a question without an answer, marks without footnotes and footnotes without marks.
  public static func read(
    _ text: String, file: String, labels: [String: LabelRole] = [:], log doubts: inout DiagnosticLog
  ) throws(DiagnosticError) -> Transcript {
    if let format = ForeignFormat(text) { throw format.error(file: file) }
    var lines = splitLines(text)
    openTableRows(&lines)
    removeMarkdown(&lines)
    removeTimestamps(&lines)
    splitAtInlineLabels(&lines)
    let speakers = Speakers(&lines, told: labels)
    let shape = PageShape(lines)
    let hyphens = LineEndHyphens(lines)
    forgetUsualIndent(&lines)
    let notes = findFootnotes(lines, hyphens: hyphens)
    let passages = gatherPassages(lines, notes: notes.taken, shape: shape, hyphens: hyphens)
    var log = DiagnosticLog()
    let found = findQuestions(passages, speakers: speakers, lines, file: file, log: &log)
    if found.turns.isEmpty {
      log.error(
        "the transcript has no questions", at: SourceLocation(file: file),
        advice:
          "begin each question with its number and a full stop ('1. …?'), or with 'Q:' and its answer with 'A:'"
          + seen(in: lines, speakers))
    }
    let parts = Parts(passages, found, speakers: speakers)
    let resolved = resolveMarks(
      parts.texts.map(\.joined), footnotes: notes.footnotes, lines, file: file, log: &log)
    var transcript = parts.assemble(resolved, notes: notes.footnotes, lines, file: file, log: &log)
    try log.throwIfErrors()
    transcript.unknownLabels = labels.keys.filter { speakers.unknown.contains(Opening.key($0)) }.sorted()
    Doubts(passages, found, speakers, lines, file: file).report(log: &doubts)
    return transcript
  }

  /// Reads an interview whose doubts nobody asks for.
  public static func read(_ text: String, file: String) throws(DiagnosticError) -> Transcript {
    var log = DiagnosticLog()
    return try read(text, file: file, log: &log)
  }
}

/// Where a fifth of all lines begin with one space, it says nothing about pages.
private func forgetUsualIndent(_ lines: inout [SourceLine]) {
  let indented = lines.count { $0.indent == 1 }
  if indented * 5 < lines.count { return }
  for index in lines.indices where lines[index].indent == 1 { lines[index].opensPage = false }
}

/// What comes again at the beginning of lines, where no question was found: it may be whoever speaks.
private func seen(in lines: [SourceLine], _ speakers: Speakers) -> String {
  var counts: [String: Int] = [:]
  var order: [String] = []
  for line in lines where !line.isBlank {
    let words = line.text.split(whereSeparator: \.isBlank)
    for length in 1...2 where words.count > length {
      let opening = words.prefix(length).map { $0.string }.joined(separator: " ")
      if counts[opening] == nil { order.append(opening) }
      counts[opening, default: 0] += 1
    }
  }
  let again = order.filter { counts[$0, default: 0] > 1 }.sorted {
    counts[$0, default: 0] > counts[$1, default: 0]
  }
  let labels = (speakers.readings.map(\.label) + again).prefix(4).map { "'\($0)'" }.joined(separator: ", ")
  let examples = "'bayan new FILE --interviewer Reporter --expert \"Mr Rudd\"'"
  return "; or say who speaks: \(examples)" + (labels.isEmpty ? "" : ". Lines begin with \(labels)")
}
