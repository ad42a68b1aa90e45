import Briefing
import Diagnostics
import Foundation
import Graphics

/// What a change would do.
struct AttemptReport: Encodable {
  struct Change: Encodable {
    var document: String
    /// From 0.
    var page: Int
    /// As printed.
    var label: String
    var before: String?
    var after: String?
    var isExhibit: Bool
  }

  var isBroken: Bool
  var changes: [Change]
  var mistakes: [MistakeReport]

  init(_ attempt: Attempt, _ files: PackFiles) {
    isBroken = attempt.isBroken
    mistakes = attempt.diagnostics.map { MistakeReport($0, files) }
    changes = attempt.documents.flatMap { name, changes in
      changes.map {
        Change(
          document: name, page: $0.page, label: $0.label, before: $0.before, after: $0.after,
          isExhibit: $0.isExhibit)
      }
    }
  }

  /// For what can't even be tried.
  init(_ error: DiagnosticError, _ files: PackFiles) {
    isBroken = true
    changes = []
    mistakes = error.diagnostics.map { MistakeReport($0, files) }
  }
}

/// A text of the pack as it is written, and as a page says it.
struct WrittenReport: Encodable {
  /// In the pack's folder.
  var file: String
  var line: Int
  var column: Int?
  /// As written.
  var source: String
  /// As the page says it.
  var words: String
  /// What pages say for each of its references, in their order; empty where that can't be told.
  var references: [String]

  /// The texts that stand on a page, in the order in which they are read there.
  static func all(on page: Frame, _ edition: ShownEdition, _ files: PackFiles) -> [WrittenReport] {
    let (said, lines) = (page.words, Set(page.lines))
    var summaries: [String: SummaryLines] = [:]
    var found: [(place: String.Index, report: WrittenReport)] = []
    for text in edition.story?.written ?? [] {
      let words = text.inline.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      // A name or two may stand within a sentence by chance; as a text of its own it has a line.
      guard !words.isEmpty, words.count > 24 || lines.contains(words.lowercased()),
        let place = said.range(ofPartOf: words)?.lowerBound,
        let report = WrittenReport(text, words, files, &summaries),
        !found.contains(where: { $0.report.isSame(as: report) })
      else { continue }
      found.append((place, report))
    }
    return found.sorted { $0.place < $1.place }.map(\.report)
  }

  private init?(
    _ text: WrittenText, _ words: String, _ files: PackFiles, _ summaries: inout [String: SummaryLines]
  ) {
    let path = text.location.file
    guard path.hasPrefix(files.path("")), let line = text.location.line else { return nil }
    file = String(path.dropFirst(files.path("").count))
    (self.line, column, self.words) = (line, text.location.column, words)
    if let source = text.source {
      self.source = source
    } else {
      if summaries[file] == nil, let bytes = try? files.read(file) {
        summaries[file] = SummaryLines(String(decoding: bytes, as: UTF8.self))
      }
      guard let lines = summaries[file], let point = lines.point(from: line) else { return nil }
      source = lines.text(point)
    }
    references = text.inline.pieces.compactMap { piece in
      if case .figure = piece.kind { piece.text } else { nil }
    }
    if references.count != source.matches(of: /\{[^{}]*\}/).count { references = [] }
  }

  private func isSame(as other: WrittenReport) -> Bool {
    (file, line, column) == (other.file, other.line, other.column)
  }
}

extension Frame {
  /// What stands on each line and in each run of it, in small letters.
  fileprivate var lines: [String] {
    var (lines, last): ([String], Double?) = ([], nil)
    for leaf in leaves {
      guard case .text(let run) = leaf.item else { continue }
      lines.append(run.text.lowercased())
      if let last, abs(last - leaf.origin.y) < 0.1 {
        lines.append(lines[lines.count - 2] + run.text.lowercased())
      }
      last = leaf.origin.y
    }
    return lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
  }
}

extension String {
  /// A text that stands in this one, or of a long one its beginning or its end: it may go on on another page.
  fileprivate func range(ofPartOf text: String) -> Range<String.Index>? {
    if let whole = range(of: text, options: [.literal, .caseInsensitive]) { return whole }
    guard text.count > 80 else { return nil }
    return range(of: String(text.prefix(60)), options: [.literal, .caseInsensitive])
      ?? range(of: String(text.suffix(60)), options: [.literal, .caseInsensitive])
  }
}
