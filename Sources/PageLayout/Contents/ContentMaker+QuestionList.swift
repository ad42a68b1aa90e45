import Briefing
import Graphics
import Typesetting

/// The questions on the overview.
extension ContentMaker {
  func entries(of list: String, width: Double, showsPage: Bool) -> [Block] {
    let left = layout.extent(of: 1...1).width + layout.grid.gutter
    let factor = numeralFactor(width: left)
    return story.questions.map {
      entry($0, of: list, width: width, left: left, numerals: factor, showsPage: showsPage)
    }
  }

  /// A question on the overview: number, headline, statement and page.
  private func entry(
    _ question: QuestionStory, of list: String, width: Double, left: Double, numerals factor: Double,
    showsPage: Bool
  ) -> Block {
    let text = width - left - (showsPage ? left : 0)
    var headline = setter.rich(question.headline, .entryHeadline)
    for index in headline.spans.indices {
      let isNew = headline.spans[index].isNew
      headline.spans[index].link = .anchor(.question(question.number), as: isNew ? .changed : .plain)
    }
    var parts = [setter.lines(headline, .entryHeadline, width: text)]
    if let statement = question.statement {
      parts.append(setter.lines(setter.rich(statement, .entryStatement), .entryStatement, width: text))
    }
    let texts = stack(parts, width: text)
    var frame = Frame(size: Size(width, texts.size.height))
    // Number and page stand on the headline's first baseline.
    let head = layout.style(.entryHeadline)
    let numeral = setter.typesetter.line(
      setter.rich(String(question.number), .entryNumber, file: story.packFile))
    frame.add(
      numeral.frame.scaled(by: factor), at: Point(0, head.firstBaseline - numeral.ascent * factor),
      tag: .structure(StructureTag(.label)))
    var body = Frame(size: frame.size)
    body.add(texts, at: Point(left, 0))
    if showsPage {
      let page = setter.typesetter.line(pageReference(question))
      body.add(
        page.frame.tagged(.structure(StructureTag(.paragraph))),
        at: Point(width - page.width, head.firstBaseline - page.ascent))
    }
    frame.add(body, at: .zero, tag: .structure(StructureTag(.listBody)))
    frame = frame.tagged(.structure(StructureTag(.listItem))).tagged(
      .structure(StructureTag(.list, id: list)))
    // The headline's words lead to the question, not to their figures.
    let figures = question.headline.figures + (question.statement?.comparedFigures ?? [])
    return Block(content: .piece(frame), before: head.before, after: head.after, figures: figures)
  }

  /// All numbers of a list of questions are as small as the widest must be so that it leaves a gap to the headlines.
  private func numeralFactor(width: Double) -> Double {
    let widest = story.questions.map { question in
      setter.typesetter.line(setter.rich(String(question.number), .entryNumber, file: story.packFile)).width
    }
    return min(1, (width - Self.leastGap * layout.grid.gutter) / max(widest.max() ?? 0, 1))
  }

  /// Between a question's number and its headline, as a share of the gutter.
  private static let leastGap = 0.5

  private func pageReference(_ question: QuestionStory) -> RichText {
    let label = numbers.page(ofQuestion: question.number)
    let style = setter.style(.entryPage)
    return RichText(
      [.init(label, style, link: .anchor(.question(question.number)))], file: layout.file)
  }
}
