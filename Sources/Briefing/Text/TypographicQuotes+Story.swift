import Evidence
import Interview

extension TypographicQuotes {
  /// A text of its own.
  func set(_ text: String) -> String { set(text, after: "") }

  /// The same figures with their labels and notes set.
  func set(_ table: FigureTable) -> FigureTable {
    var result = table
    // Most need nothing, and setting the list anew makes its index again.
    guard table.figures.contains(where: { isTyped($0.label) || isTyped($0.note ?? "") }) else { return table }
    result.figures = table.figures.map { figure in
      var figure = figure
      figure.label = set(figure.label)
      figure.note = figure.note.map(set)
      return figure
    }
    return result
  }

  /// The same interview as it is printed; what is checked is the one that was received.
  func set(_ transcript: Transcript) -> Transcript {
    var result = transcript
    result.introduction = transcript.introduction.map(set)
    result.biography = transcript.biography.map(set)
    for index in result.questions.indices {
      let question = transcript.questions[index]
      (result.questions[index].text, result.questions[index].marks) = set(question.text, question.marks)
      result.questions[index].heading = question.heading.map(set)
      result.questions[index].answer = question.answer.map(set)
    }
    for index in result.footnotes.indices {
      result.footnotes[index].text = set(transcript.footnotes[index].text)
    }
    return result
  }

  private func set(_ paragraph: Paragraph) -> Paragraph {
    var result = paragraph
    (result.text, result.marks) = set(paragraph.text, paragraph.marks)
    return result
  }

  /// A mark of a language may be longer than the typed one, and what refers to footnotes moves with the text.
  private func set(_ text: String, _ marks: [FootnoteMark]) -> (String, [FootnoteMark]) {
    guard isTyped(text) else { return (text, marks) }
    let characters = Array(text)
    var result = ""
    var length = 0
    var start = 0
    let moved = marks.sorted { $0.offset < $1.offset }.map { mark in
      let end = min(max(mark.offset, start), characters.count)
      let part = set(String(characters[start..<end]), after: result)
      result += part
      length += part.count
      start = end
      return FootnoteMark(footnote: mark.footnote, offset: length)
    }
    result += set(String(characters[start...]), after: result)
    return (result, moved)
  }

  private func isTyped(_ text: String) -> Bool { text.utf8.contains { $0 == 0x22 || $0 == 0x27 } }
}
