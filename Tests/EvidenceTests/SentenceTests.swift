import Diagnostics
import Evidence
import Foundation
import Interview
import Testing

/// A sentence, a figure that names it as its source, and what the check must say.
struct SentenceCase: CustomTestStringConvertible, Sendable {
  enum Verdict: String {
    /// No word.
    case accept
    /// Warnings alone.
    case warn
    /// An error among what is said.
    case refuse
    /// No silence: a warning or an error.
    case doubt
    /// No error; a warning may be.
    case bears
  }
  var verdict: Verdict
  var value: String
  var unit: String
  var qualifier = ""
  var status = ""
  var period = ""
  var label = "X"
  var text: String

  /// Lines of `verdict | value | unit | qualifier, status, period, "label" | sentence`.
  static func all(in list: String) -> [SentenceCase] {
    list.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
      guard parts.count == 5, let verdict = Verdict(rawValue: parts[0]) else { return nil }
      var result = SentenceCase(verdict: verdict, value: parts[1], unit: parts[2], text: parts[4])
      for extra in parts[3].split(separator: ",").map({ $0.trimmingCharacters(in: .whitespaces) })
        .flatMap({ $0.hasPrefix("\"") ? [$0] : $0.split(separator: " ").map(String.init) })
      {
        if extra.hasPrefix("\"") {
          result.label = extra.trimmingCharacters(in: CharacterSet(charactersIn: "\""))
        } else if Qualifier(rawValue: extra) != nil {
          result.qualifier = extra
        } else if Status(rawValue: extra) != nil {
          result.status = extra
        } else {
          result.period = extra
        }
      }
      return result
    }
  }

  var testDescription: String {
    "\(value) \(unit) [\([qualifier, status, period].filter { !$0.isEmpty }.joined(separator: ", "))]: \(text)"
  }

  func diagnostics() throws -> [Diagnostic] {
    let figures = try table(
      "x,\(label),\(value),\(unit),\(period),\(qualifier),\(status),,¶1,")
    let here = SourceLocation(file: "transcript.txt")
    let transcript = Transcript(
      file: "transcript.txt", introduction: [Paragraph(number: 1, text: text, location: here)],
      biography: [], questions: [], footnotes: [])
    return Evidence.check(figures, against: transcript)
  }

  func isMet(by found: [Diagnostic]) -> Bool {
    let hasError = found.contains { $0.severity == .error }
    return switch verdict {
    case .accept: found.isEmpty
    case .warn: !found.isEmpty && !hasError
    case .refuse: hasError
    case .doubt: !found.isEmpty
    case .bears: !hasError
    }
  }
}

@Test(arguments: SentenceCase.all(in: sentences))
func aSentenceIsReadForWhatItSays(_ sentence: SentenceCase) throws {
  let found = try sentence.diagnostics()
  #expect(sentence.isMet(by: found), "\(sentence.verdict): \(found.map(\.description))")
}
