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

/// All of the lists.
let everySentence = [
  sentences, laterSentences, signsAndTimes, denialsAndDifferences, timesAndStates, thirdReading,
  fourthReading,
  fifthReading, sixthReading, seventhReading,
].joined(separator: "\n")

@Test(arguments: SentenceCase.all(in: everySentence))
func aSentenceIsReadForWhatItSays(_ sentence: SentenceCase) throws {
  let found = try sentence.diagnostics()
  #expect(sentence.isMet(by: found), "\(sentence.verdict): \(found.map(\.description))")
}

/// What the check says of one row.
private func said(_ value: String, _ unit: String, _ extras: String = "", _ text: String) throws -> [String] {
  let list = SentenceCase.all(in: "accept | \(value) | \(unit) | \(extras) | \(text)")
  return try list.flatMap { try $0.diagnostics().map(\.description) }
}

@Test func anErrorSaysWhatStandsThereInstead() throws {
  #expect(
    try said("500", "USD bn", "", "The loan is 500 billion tenge.") == [
      """
      figures.csv:2:1: error: figure 'x': $500 bn does not stand in ¶1, which begins “The loan is 500 billion tenge.”
        → “500 billion tenge” there is money of another currency; correct the value, unit or source; there stand: 500 billion tenge
      """
    ])
  #expect(
    try said("13", "agreements", "", "On 13 March a forum was held.") == [
      """
      figures.csv:2:1: error: figure 'x': 13 agreements does not stand in ¶1, which begins “On 13 March a forum was held.”
        → “13” there is a date; no number stands there: correct the source
      """
    ])
}

@Test func aDoubtSaysWhy() throws {
  let text = "They aim to bring trade to USD 5 billion by 2020."
  #expect(
    try said("5", "USD bn", "2020", text) == [
      """
      figures.csv:2:1: warning: figure 'x' is actual, but ¶1 speaks of an aim (“aim”): “\(text)”
        → write the status target, or name a source that says it was reached
      """
    ])
  #expect(
    try said("6", "USD bn", "", "Trade did not reach USD 6 billion.") == [
      """
      figures.csv:2:1: warning: figure 'x' is exact, but ¶1 says “did not reach USD 6 billion”
        → the qualifier there is less-than or at-most
      """
    ])
  #expect(
    try said("62", "USD m", "2018", "Trade was 62 million dollars a day.") == [
      """
      figures.csv:2:1: warning: figure 'x' is no rate, but ¶1 says it for each day: “Trade was 62 million dollars a day.”
        → correct the value, or say “per day” in the label or the unit
      """
    ])
}

@Test func aParagraphIsReadInTimeThatGrowsWithItsLength() throws {
  func seconds(_ sentences: Int) throws -> Double {
    let text = (0..<sentences).map {
      "In \(1990 + $0 % 30) trade was \($0 % 900) billion dollars, and 5 firms came."
    }
    let sentence = SentenceCase(
      verdict: .accept, value: "5", unit: "USD bn", text: text.joined(separator: " "))
    // Of this thread alone: what else runs has no say.
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let times = try (0..<3).map { _ in
      let start = now()
      _ = try sentence.diagnostics()
      return now() - start
    }
    return times.min() ?? 0
  }
  #expect(try seconds(2000) < 3.5 * seconds(1000))
}
