import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Interview
import Typesetting

/// What a question has to show.
extension ContentMaker {
  func blocks(for name: ContentName, of question: QuestionStory, width: Double, most: Int) -> [Block] {
    switch name {
    case .number: [number(question, width: width)]
    case .question: [setter.block(question.question, .question, width: width)]
    case .headline:
      [
        setter.block(
          question.headline, .headline, width: width, tag: partLevel,
          anchor: .question(question.number))
      ]
    case .statement: optional(question.statement, .subtitle, width: width)
    case .leads: points(Array(leads(of: question.points).prefix(most)), as: name, width: width)
    case .points: points(question.points, as: name, width: width)
    case .pointsInBrief: pointsInBrief(question.points, as: name, width: width, share: 0.6)
    case .otherPoints:
      otherPoints(question.otherPoints.map { question.points[$0] }, width: width)
    case .exhibitPoints: exhibitPoints(width: width, room: .infinity)
    case .quotation: question.quotation.map { [quotation($0, width: width)] } ?? []
    case .footnotes: footnotes(Footnotes.referred(by: question), width: width, anchored: true)
    case .continued: [continued(question, width: width)]
    default: []
    }
  }

  private func continued(_ question: QuestionStory, width: Double) -> Block {
    let headline = template.shows(.exhibitHeadline) ? exhibit?.title ?? question.headline : question.headline
    let text = InlineText(headline.pieces + [Inline(" (\(layout.word(.continued)))")], file: headline.file)
    return heading(text, .continued, width: width)
  }

  /// On the first baseline of the headline, or of the head that repeats it; smaller where its column is too narrow for its digits.
  private func number(_ question: QuestionStory, width: Double) -> Block {
    let line = setter.typesetter.line(setter.rich(String(question.number), .number, file: story.packFile))
    let factor = min(1, (width + layout.grid.gutter / 2) / max(line.width, 1))
    let isBesideContinued =
      continues
      || template.shows(.continued) && !template.shows(.headline) && !template.shows(.exhibitHeadline)
    let head = layout.style(isBesideContinued ? .continued : .headline)
    var frame = Frame(size: Size(width, head.leading))
    frame.add(line.frame.scaled(by: factor), at: Point(0, head.firstBaseline - line.ascent * factor))
    return Block(content: .piece(frame.tagged(.structure(StructureTag(.paragraph)))))
  }

  /// A list for readers who listen; for the eye, paragraphs.
  func points(_ points: [InlineText], as name: ContentName, width: Double) -> [Block] {
    points.enumerated().map { index, point in
      var block = setter.block(point, .point, width: width)
      if case .lines(var lines) = block.content {
        lines.entry = ListEntry(list: listName(name), index: index)
        block.content = .lines(lines)
      }
      return block
    }
  }

  /// In their words where they take no more than this share of the body's height, which leaves room for a head above;
  /// else by the bold ones that open them.
  private func pointsInBrief(_ all: [InlineText], as name: ContentName, width: Double, share: Double)
    -> [Block]
  {
    let whole = points(all, as: name, width: width)
    let room = layout.body.height * share
    return heights(of: whole).most <= room ? whole : points(all.map(inBrief), as: name, width: width)
  }

  /// Those that stand beside no exhibit. One or two that have a page of their own are set larger, halfway to headlines, or
  /// they would look forgotten on it.
  private func otherPoints(_ all: [InlineText], width: Double) -> [Block] {
    var larger = self
    larger.setter.layout = layout.withLargerPoints
    let points = larger.points(all, as: .otherPoints, width: width)
    let fillsLittle = heights(of: points).most <= layout.body.height * 0.4
    return fillsLittle ? points : pointsInBrief(all, as: .otherPoints, width: width, share: 0.88)
  }

  /// A point without bold words is said whole: nothing else would say it.
  private func inBrief(_ point: InlineText) -> InlineText { leads(of: [point]).first ?? point }

  /// The points that belong to the exhibit in the summary's order, those that belong to it most in their words as far as
  /// there is room, the others by their bold ones.
  func exhibitPoints(width: Double, room: Double) -> [Block] {
    guard let question, let exhibit, let index = question.exhibits.firstIndex(of: exhibit) else { return [] }
    let ranked = question.points(beside: index)
    func blocks(whole: Set<Int>) -> [Block] {
      let shown = ranked.sorted().map { place in
        let point = question.points[place]
        return whole.contains(place) ? point : inBrief(point)
      }
      return points(shown, as: .exhibitPoints, width: width)
    }
    var whole: Set<Int> = []
    for place in ranked where heights(of: blocks(whole: whole.union([place]))).most <= room {
      whole.insert(place)
    }
    return blocks(whole: whole)
  }

  /// The bold words that open the points, without their full stops.
  private func leads(of points: [InlineText]) -> [InlineText] {
    points.compactMap { point -> InlineText? in
      var lead = Array(point.pieces.prefix { $0.isStrong })
      guard let last = lead.popLast() else { return nil }
      var words = Substring(last.text)
      while let end = words.last, end.isWhitespace || ".:".contains(end) { words = words.dropLast() }
      let pieces = (lead + [Inline(String(words), last.kind)]).map { Inline($0.text, $0.kind) }
      return InlineText(pieces, file: point.file)
    }
  }

  /// Between two rules; its paragraph at the right of the last line, or below where the measure is short.
  private func quotation(_ quotation: Quotation, width: Double) -> Block {
    let speaker = quotation.speaker.map { [Inline("\($0), ")] } ?? []
    let source = InlineText(speaker + [quotation.source], file: quotation.file)
    let mark = setter.lines(setter.rich(source, .exhibitNote), .exhibitNote, width: width)
    let markWidth = mark.lines.first?.width ?? 0
    let isNarrow = width < 24 * layout.style(.quotation).text.size || markWidth > width / 3
    let text = RichText("“\(quotation.text)”", setter.style(.quotation), file: quotation.file)
    let measure = isNarrow ? width : width - markWidth - layout.grid.gutter
    let lines = setter.lines(text, .quotation, width: measure)
    let height = lines.height + (isNarrow ? mark.height : 0)
    let padding = (layout.grid.baseline * (height / layout.grid.baseline + 1).rounded(.up) - height) / 2
    var frame = Frame(size: Size(width, height + 2 * padding))
    var rules = Frame(size: frame.size)
    for y in [0, frame.size.height] {
      rules.stroke(.line(from: Point(0, y), to: Point(width, y)), Stroke(layout.color(.hairline), width: 0.6))
    }
    frame.add(rules, at: .zero, tag: .artifact)
    var words = Frame(size: frame.size)
    words.add(lines.frame, at: Point(0, padding))
    let lastBaseline = padding + lines.height - lines.leading + lines.firstBaseline
    words.add(
      mark.frame,
      at: isNarrow
        ? Point(0, padding + lines.height) : Point(width - markWidth, lastBaseline - mark.firstBaseline))
    frame.add(words, at: .zero, tag: .structure(StructureTag(.quotation)))
    return Block(
      content: .piece(frame), before: layout.style(.quotation).before, after: layout.style(.quotation).after)
  }
}

extension Layout {
  fileprivate var withLargerPoints: Layout {
    var layout = self
    var point = style(.point)
    let factor = max(1, (style(.headline).text.size / point.text.size).squareRoot())
    point.text.size *= factor
    point.leading *= factor
    layout.styles[.sourceMark]?.text.size *= factor
    layout.styles[.point] = point
    return layout
  }
}
