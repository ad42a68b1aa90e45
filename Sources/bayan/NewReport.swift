import Diagnostics
import Drafts
import Evidence
import Foundation
import Interview

/// What `bayan new --json` says of a draft.
struct NewReport: Encodable {
  struct Question: Encodable {
    var number: Int
    var text: String
    var line: Int?
    /// ¶ of its answer.
    var paragraphs: [Int]
    var figures: [String]
  }

  struct Figure: Encodable {
    var id: String
    var label: String
    var value: String
    var unit: String
    var period: String
    var qualifier: String
    var status: String
    /// How the value is computed where it is empty.
    var formula: String
    /// Of an interview.
    var paragraph: Int?
    /// Of a table, or what its row names.
    var source: String?
  }

  struct Doubt: Encodable {
    var severity: String
    var file: String?
    var line: Int?
    var column: Int?
    var message: String
    var advice: String?

    init(_ diagnostic: Diagnostic) {
      (severity, message, advice) = (diagnostic.severity.rawValue, diagnostic.message, diagnostic.advice)
      file = diagnostic.location?.file
      (line, column) = (diagnostic.location?.line, diagnostic.location?.column)
    }
  }

  var folder: String
  /// Of the file: "a Word document"; of a table its name, and that of its sheet.
  var format: String
  /// Labels that were taken for whoever asks, and whoever answers.
  var asking: [String]
  var answering: [String]
  var questions: [Question]
  var figures: [Figure]
  /// Questions that stand with the one before them, by their words.
  var followUps: [String]
  var towns: [String]
  var doubts: [Doubt]
  /// The next command.
  var next: String

  init(_ draft: DraftPack, folder: String, format: String) {
    (self.folder, self.format, towns) = (folder, format, draft.towns)
    followUps = draft.followUps
    let labels = draft.transcript.labels.filter { $0.means == nil }
    asking = labels.filter { $0.role == .asks || $0.role == .chairs }.map(\.label)
    answering = labels.filter { $0.role == .answers }.map(\.label)
    questions = draft.transcript.questions.map { question in
      let paragraphs = question.answer.map(\.number)
      return Question(
        number: question.number, text: question.text, line: question.location.line, paragraphs: paragraphs,
        figures: draft.figures.filter { paragraphs.contains($0.paragraph) }.map(\.id))
    }
    figures = draft.figures.map {
      Figure(
        id: $0.id, label: $0.label, value: $0.value, unit: $0.unit, period: $0.period,
        qualifier: $0.qualifier, status: $0.status, formula: $0.formula,
        paragraph: $0.paragraph)
    }
    doubts = draft.doubts.map(Doubt.init)
    next = "bayan preview \(folder)"
  }

  init(_ draft: TableDraft, folder: String, table: String) {
    (self.folder, format, asking, answering, followUps, towns) = (folder, table, [], [], [], [])
    questions = draft.questions.enumerated().map { index, question in
      Question(number: index + 1, text: question.text, line: nil, paragraphs: [], figures: question.figures)
    }
    figures = draft.figures.figures.map { figure in
      Figure(
        id: figure.id, label: figure.label, value: figure.formula == nil ? figure.writtenValue : "",
        unit: figure.unit.text, period: figure.period?.iso ?? "", qualifier: figure.qualifier.rawValue,
        status: figure.status.rawValue, formula: figure.formula ?? "",
        source: figure.sources.map(\.written).joined(separator: "; "))
    }
    doubts = draft.doubts.map(Doubt.init)
    next = "bayan preview \(folder)"
  }

  /// With keys in one order, and a line's end.
  func json() throws(DiagnosticError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      throw DiagnosticError("the report can't be written as JSON")
    }
    return String(decoding: data, as: UTF8.self) + "\n"
  }
}
