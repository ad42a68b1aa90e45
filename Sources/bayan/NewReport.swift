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
    var paragraph: Int
  }

  struct Doubt: Encodable {
    var severity: String
    var file: String?
    var line: Int?
    var column: Int?
    var message: String
    var advice: String?
  }

  var folder: String
  /// Of the file: "a Word document".
  var format: String
  /// Labels that were taken for whoever asks, and whoever answers.
  var asking: [String]
  var answering: [String]
  var questions: [Question]
  var figures: [Figure]
  var towns: [String]
  var doubts: [Doubt]
  /// The next command.
  var next: String

  init(_ draft: DraftPack, folder: String, format: String, doubts: [Diagnostic]) {
    (self.folder, self.format, towns) = (folder, format, draft.towns)
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
    self.doubts = doubts.map {
      Doubt(
        severity: $0.severity.rawValue, file: $0.location?.file, line: $0.location?.line,
        column: $0.location?.column, message: $0.message, advice: $0.advice)
    }
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
