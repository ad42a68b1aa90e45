import Diagnostics

extension Transcript {
  /// Reads an interview as it was received: a text whose lines may be broken at the page's width, with footnotes
  /// and page ends anywhere between them.
  ///
  /// - Parameters:
  ///   - text: the whole file's text.
  ///   - file: the file's path, for diagnostics.
  ///   - labels: what the pack says of labels, where the text leaves it open.
  ///   - followUps: words of questions that belong to the question before them, as the pack says.
  ///   - doubts: what is doubtful.
  /// - Returns: the transcript, with at least one question and an answer to each.
  /// - Throws: everything that could not be read, each with its line: no questions, question numbers that skip
  ///   or repeat, a question without an answer, marks without footnotes and footnotes without marks.
  public static func read(
    _ text: String, file: String, labels: [String: LabelRole] = [:], followUps: [String] = [],
    log doubts: inout DiagnosticLog
  ) throws(DiagnosticError) -> Transcript {
    if let format = ForeignFormat(text) { throw format.error(file: file) }
    var lines = splitLines(text)
    openTableRows(&lines)
    removeMarkdown(&lines)
    removeTimestamps(&lines)
    splitAtInlineLabels(&lines)
    splitAtCaptionMarks(&lines)
    shortenIntroductions(&lines)
    let speakers = Speakers(&lines, told: labels)
    let shape = PageShape(lines)
    let hyphens = LineEndHyphens(lines)
    forgetUsualIndent(&lines)
    let notes = findFootnotes(lines, hyphens: hyphens)
    let passages = gatherPassages(lines, notes: notes.taken, shape: shape, hyphens: hyphens)
    var log = DiagnosticLog()
    var found = findQuestions(passages, speakers: speakers, lines, file: file, log: &log)
    if found.turns.isEmpty || isHardlyAsked(found, lines) {
      let reason = NoQuestions(lines, speakers)
      log.error(reason.message, at: SourceLocation(file: file), advice: reason.advice)
      try log.throwIfErrors()
    }
    let unknown = found.join(followUps, passages)
    let parts = Parts(passages, found, speakers: speakers)
    let resolved = resolveMarks(
      parts.texts.map(\.joined), footnotes: notes.footnotes, lines, file: file, log: &log)
    var transcript = parts.assemble(resolved, notes: notes.footnotes, lines, file: file, log: &log)
    try log.throwIfErrors()
    transcript.unknownFollowUps = unknown
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
