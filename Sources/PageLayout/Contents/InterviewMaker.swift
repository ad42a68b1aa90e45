import Briefing
import Graphics
import Interview
import Typesetting

/// The interview itself, paragraph by paragraph with its numbers, so that every source mark leads to words.
struct InterviewMaker {
  let setter: Setter
  let story: StoryReader

  func blocks(width: Double) -> [Block] {
    let transcript = story.transcript
    let speakers = transcript.shownSpeakers
    let namesAskers = transcript.hasSeveralAsking
    var blocks = (transcript.introduction + transcript.biography).map {
      paragraph($0, speaker: speakers[$0.number], width: width)
    }
    for question in transcript.questions {
      if let heading = question.heading { blocks.append(self.heading(heading, width: width)) }
      var number = setter.style(.interviewQuestion)
      number.color = setter.layout.color(.one)
      var text = setter.rich(question.text, .interviewQuestion, file: transcript.file)
      if namesAskers, let asker = question.asker {
        text.spans.insert(RichText.Span("\(asker): ", setter.style(.interviewQuestion)), at: 0)
      }
      text.spans.insert(RichText.Span("\(question.number)\u{2003}", number), at: 0)
      var head = setter.block(text, .interviewQuestion, width: width, tag: .heading2)
      head.keepsWithNext = true
      blocks.append(head)
      blocks += question.answer.map { paragraph($0, speaker: speakers[$0.number], width: width) }
    }
    return blocks
  }

  /// What the transcript has over a question; nobody says it.
  private func heading(_ text: String, width: Double) -> Block {
    var style = setter.style(.interviewText)
    style.weight = max(style.weight, 600)
    var block = setter.block(
      RichText([RichText.Span(text, style)], file: story.transcript.file), .interviewText, width: width)
    block.keepsWithNext = true
    return block
  }

  /// With the label of whoever speaks, where that is not plain.
  private func paragraph(_ paragraph: Paragraph, speaker: String?, width: Double) -> Block {
    var number = setter.style(.sourceMark)
    number.weight = max(number.weight, 600)
    var spans = [
      RichText.Span(
        "¶\(paragraph.number)", number, anchor: .paragraph(paragraph.number)),
      RichText.Span("\u{2002}", setter.style(.interviewText)),
    ]
    if let speaker {
      var label = setter.style(.interviewText)
      label.weight = max(label.weight, 600)
      spans.append(RichText.Span("\(speaker): ", label))
    }
    spans += setter.rich(InlineText(pieces(of: paragraph), file: story.transcript.file), .interviewText).spans
    return setter.block(RichText(spans, file: story.transcript.file), .interviewText, width: width)
  }

  /// The text with its footnote marks back in place; they lead to the notes.
  private func pieces(of paragraph: Paragraph) -> [Inline] {
    var pieces: [Inline] = []
    let characters = Array(paragraph.text)
    var start = 0
    for mark in paragraph.marks.sorted(by: { $0.offset < $1.offset }) {
      let end = min(max(mark.offset, start), characters.count)
      if end > start { pieces.append(Inline(String(characters[start..<end]))) }
      pieces.append(Inline(String(mark.footnote), .footnote(mark.footnote)))
      start = end
    }
    if start < characters.count { pieces.append(Inline(String(characters[start...]))) }
    return pieces
  }
}
