import Briefing
import Graphics
import Interview
import Typesetting

/// The interview itself, paragraph by paragraph with its numbers, so that every source mark leads to words.
struct InterviewMaker {
  let setter: Setter
  let story: Story

  func blocks(width: Double) -> [Block] {
    let transcript = story.transcript
    var blocks = (transcript.introduction + transcript.biography).map { paragraph($0, width: width) }
    for question in transcript.questions {
      var number = setter.style(.interviewQuestion)
      number.color = setter.layout.color(.one)
      var text = setter.rich(question.text, .interviewQuestion, file: transcript.file)
      text.spans.insert(RichText.Span("\(question.number)\u{2003}", number), at: 0)
      var head = setter.block(text, .interviewQuestion, width: width, tag: .heading2)
      head.keepsWithNext = true
      blocks.append(head)
      blocks += question.answer.map { paragraph($0, width: width) }
    }
    return blocks
  }

  private func paragraph(_ paragraph: Paragraph, width: Double) -> Block {
    var number = setter.style(.sourceMark)
    number.weight = max(number.weight, 600)
    var spans = [
      RichText.Span(
        "¶\(paragraph.number)", number, anchor: Anchors.paragraph(paragraph.number)),
      RichText.Span("\u{2002}", setter.style(.interviewText)),
    ]
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
