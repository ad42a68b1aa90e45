/// What an interview was read as, a line for each label and each turn. Columns are two blanks apart or more, and an
/// empty one is a dash, so that programs read them too.
public struct TurnList {
  public let text: String

  public init(_ transcript: Transcript) {
    let paragraphs = transcript.paragraphs.count
    var text =
      "\(transcript.file): \(Self.counted(transcript.questions.count, "question")), "
      + "\(Self.counted(paragraphs, "paragraph")), \(Self.counted(transcript.footnotes.count, "footnote"))\n"
    if !transcript.labels.isEmpty {
      text += Self.table(
        head: ["line", "label", "times", "is"],
        rows: transcript.labels.map { ["\($0.line)", $0.label, "\($0.count)", Self.meaning($0)] })
    }
    text += Self.table(
      head: ["line", "¶", "part", "speaker", "words", "begins"],
      rows: transcript.turns.map { turn in
        [
          "\(turn.line)", Self.range(turn.paragraphs),
          [turn.role.rawValue, turn.question.map { "\($0)" }].compactMap { $0 }.joined(separator: " "),
          turn.speaker ?? "–", "\(turn.words)", turn.beginning,
        ]
      })
    self.text = text
  }

  private static func counted(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  private static func meaning(_ label: LabelReading) -> String {
    let role =
      switch label.role {
      case .asks: "asks"
      case .answers: "answers"
      case .chairs: "leads the talk"
      case .text: "words of the text"
      }
    return label.means.map { "\(role), as \($0)" } ?? role
  }

  private static func range(_ numbers: [Int]) -> String {
    guard let first = numbers.first, let last = numbers.last else { return "–" }
    return first == last ? "\(first)" : "\(first)–\(last)"
  }

  /// After an empty line, the head and the rows; the last column is as long as it is.
  private static func table(head: [String], rows: [[String]]) -> String {
    let all = [head] + rows
    let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    let lines = all.map { row in
      row.indices.map { column in
        column + 1 == row.count
          ? row[column] : row[column] + String(repeating: " ", count: widths[column] - row[column].count)
      }.joined(separator: "  ")
    }
    return "\n" + lines.joined(separator: "\n") + "\n"
  }
}
