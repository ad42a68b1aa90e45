import Briefing
import Graphics
import Typesetting

/// The questions on the overview.
extension ContentMaker {
  func entries(of list: String, width: Double, showsPage: Bool) -> [Block] {
    let left = layout.extent(of: 1...1).width + layout.grid.gutter
    let factor = numeralFactor(width: left)
    let questions = story.questions.map {
      Entry(
        number: String($0.number), headline: $0.headline, statement: $0.statement,
        anchor: .question($0.number), page: numbers.page(ofQuestion: $0.number))
    }
    return entries(of: questions, in: story.pages, showsPage).map {
      entry($0, of: list, width: width, left: left, numerals: factor, showsPage: showsPage)
    }
  }

  /// What stands on a line of the overview.
  private struct Entry {
    var number: String?
    var headline: InlineText
    var statement: InlineText?
    var anchor: Anchor
    /// As it is printed.
    var page: String
  }

  /// With the pages that the pack writes itself before or behind the questions, where pages are named.
  private func entries(of questions: [Entry], in pages: [FreePage], _ showsPage: Bool) -> [Entry] {
    guard showsPage else { return questions }
    func entries(_ places: [FreePage.Place]) -> [Entry] {
      pages.filter { places.contains($0.place) && layout.shows($0.place) }.map {
        Entry(headline: $0.title, anchor: $0.anchor, page: numbers.freePages[$0.name] ?? "")
      }
    }
    return entries([.before]) + questions + entries([.after, .annex])
  }

  /// A line of the overview: number, headline, statement and page.
  private func entry(
    _ told: Entry, of list: String, width: Double, left: Double, numerals factor: Double,
    showsPage: Bool
  ) -> Block {
    let text = width - left - (showsPage ? left : 0)
    var headline = setter.rich(told.headline, .entryHeadline)
    for index in headline.spans.indices {
      let isNew = headline.spans[index].isNew
      headline.spans[index].link = .anchor(told.anchor, as: isNew ? .changed : .plain)
    }
    var parts = [setter.lines(headline, .entryHeadline, width: text)]
    if let statement = told.statement {
      parts.append(setter.lines(setter.rich(statement, .entryStatement), .entryStatement, width: text))
    }
    let texts = stack(parts, width: text)
    var frame = Frame(size: Size(width, texts.size.height))
    // Number and page stand on the headline's first baseline.
    let head = layout.style(.entryHeadline)
    if let number = told.number {
      let numeral = setter.typesetter.line(setter.rich(number, .entryNumber, file: story.packFile))
      frame.add(
        numeral.frame.scaled(by: factor), at: Point(0, head.firstBaseline - numeral.ascent * factor),
        tag: .structure(StructureTag(.label)))
    }
    var body = Frame(size: frame.size)
    body.add(texts, at: Point(left, 0))
    if showsPage {
      let page = setter.typesetter.line(pageReference(told))
      body.add(
        page.frame.tagged(.structure(StructureTag(.paragraph))),
        at: Point(width - page.width, head.firstBaseline - page.ascent))
    }
    frame.add(body, at: .zero, tag: .structure(StructureTag(.listBody)))
    frame = frame.tagged(.structure(StructureTag(.listItem))).tagged(
      .structure(StructureTag(.list, id: list)))
    // The headline's words lead to the question, not to their figures.
    let figures = told.headline.figures + (told.statement?.comparedFigures ?? [])
    return Block(content: .piece(frame), before: head.before, after: head.after, figures: figures)
  }

  /// Each question in short: its headline, the points that belong to its first exhibit that has room (else its first two), and that exhibit.
  func digests(width: Double) -> [Block] {
    story.questions.flatMap { question -> [Block] in
      var maker = self
      let place = question.exhibits.firstIndex { hasRoom($0, width: width) }
      (maker.question, maker.exhibit) = (question, place.map { question.exhibits[$0] })
      maker.setter.scope = String(question.number)
      var number = setter.style(.entryHeadline)
      number.color = layout.color(.one)
      var text = setter.rich(question.headline, .entryHeadline, anchor: .question(question.number))
      text.spans.insert(RichText.Span("\(question.number)\u{2002}", number), at: 0)
      var head = setter.block(text, .entryHeadline, width: width, tag: partLevel)
      head.figures = question.headline.comparedFigures
      head.keepsWithNext = true
      let beside = place.map { question.points(beside: $0).sorted() } ?? []
      let told = beside.isEmpty ? Array(question.points.prefix(2)) : beside.map { question.points[$0] }
      var points = maker.points(told.map(\.withoutFootnotes), as: .digests, width: width)
      if maker.exhibit != nil, !points.isEmpty { points[points.count - 1].keepsWithNext = true }
      return [head] + points
        + exhibits.rows([maker.exhibit].compactMap(\.self), width: width, setter: setter)
    }
  }

  private func hasRoom(_ exhibit: Exhibit, width: Double) -> Bool {
    guard exhibits.form(of: exhibit).leastWidth <= width,
      let heights = exhibits.heights(exhibit, width: width)
    else { return false }
    return heights.least <= layout.body.height / 2
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

  private func pageReference(_ told: Entry) -> RichText {
    RichText(
      [.init(told.page, setter.style(.entryPage), link: .anchor(told.anchor))], file: layout.file)
  }
}

extension InlineText {
  /// For pages that have no notes.
  fileprivate var withoutFootnotes: InlineText {
    InlineText(pieces.filter { if case .footnote = $0.kind { false } else { true } }, file: file)
  }
}
