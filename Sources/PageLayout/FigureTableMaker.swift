import Briefing
import Evidence
import Graphics
import Typesetting

/// The table of all figures: what each is, where it comes from and which pages use it.
struct FigureTableMaker {
  let maker: ContentMaker

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.setter.layout }
  private var figures: [Figure] { maker.story.figures.figures }

  private enum Column: CaseIterable {
    case label, value, period, status, source, pages
  }

  /// A row a figure; the head is set again on each page that goes on.
  func rows(width: Double) -> [Block] {
    if figures.isEmpty { return [] }
    let widths = columnWidths(total: width)
    let head = row(Column.allCases.map(headText), widths: widths, cell: .headerCell, role: .tableHead)
    // Read aloud once: where the table goes on, its head is there for the eye only.
    let repeated = head.scaled(by: 1, keepsMeaning: false).tagged(.artifact)
    var blocks = [Block(content: .piece(head), keepsWithNext: true)]
    for figure in figures {
      let cells = Column.allCases.map { text(for: $0, of: figure) }
      let frame = row(cells, widths: widths, cell: .cell, role: .tableCell)
      blocks.append(Block(content: .piece(frame), repeatedHead: repeated))
    }
    return blocks
  }

  // MARK: Cells

  private func headText(_ column: Column) -> RichText {
    let word: Word =
      switch column {
      case .label: .figure
      case .value: .value
      case .period: .period
      case .status: .status
      case .source: .source
      case .pages: .pages
      }
    return setter.rich(layout.word(word), .tableHead)
  }

  private func text(for column: Column, of figure: Figure) -> RichText {
    let file = figure.location.file
    switch column {
    case .label:
      let note = figure.note.map { [Inline("  \($0)", isEmphasised: true)] } ?? []
      return setter.rich(
        InlineText([Inline(figure.label)] + note, file: file), .tableCell, anchor: Anchors.figure(figure.id))
    case .value:
      return setter.rich(InlineText(figure.words(.short), file: file), .tableNumber)
    case .period:
      return setter.rich(InlineText(figure.period?.words(short: true) ?? "", file: file), .tableCell)
    case .status:
      let word: Word =
        switch figure.status {
        case .actual: .actual
        case .target: .target
        case .estimate: .estimate
        case .derived: .derived
        }
      return setter.rich(layout.word(word), .tableCell)
    case .source:
      return source(of: figure)
    case .pages:
      let style = setter.style(.tableCell)
      let pages = maker.numbers.pages(using: figure.id)
      var spans = pages.isEmpty ? [RichText.Span("–", style)] : []
      for (index, page) in pages.enumerated() {
        if index > 0 { spans.append(.init(", ", style)) }
        spans.append(.init(page.label, style, link: page.anchor.map { .anchor($0) }))
      }
      return RichText(spans, file: file)
    }
  }

  private func source(of figure: Figure) -> RichText {
    let style = setter.style(.tableCell)
    var spans: [RichText.Span] = []
    if let formula = figure.formula {
      spans.append(.init("= \(words(forFormula: formula))", style))
    }
    for source in figure.sources {
      if !spans.isEmpty { spans.append(.init(", ", style)) }
      spans.append(SourceWords.span(for: source, style: style, layout: layout))
    }
    return RichText(spans, file: figure.location.file)
  }

  /// The formula with the values of its figures in place of their ids.
  private func words(forFormula formula: String) -> String {
    var text = formula
    for figure in figures.sorted(by: { $0.id.count > $1.id.count }) {
      text = text.replacing(figure.id, with: figure.words(.value, inDigits: true))
    }
    return text.replacing(" / ", with: " ÷ ").replacing(" * ", with: " × ").replacing(" - ", with: " − ")
  }

  // MARK: Geometry

  private var padding: Double { layout.grid.gutter / 2 }

  /// Values, periods, states and pages take what they need; labels and sources share the rest, 5 to 4.
  private func columnWidths(total: Double) -> [Double] {
    let fixed = Column.allCases.map { column -> Double? in
      if column == .label || column == .source { return nil }
      let cells = [headText(column)] + figures.map { text(for: column, of: $0) }
      let widest = cells.map { setter.typesetter.line($0).width }.max() ?? 0
      return min(widest, total / 6) + 2 * padding
    }
    let rest = total - fixed.reduce(0) { $0 + ($1 ?? 0) }
    return zip(Column.allCases, fixed).map { column, width in
      width ?? (column == .label ? rest * 5 / 9 : rest * 4 / 9)
    }
  }

  private func row(_ cells: [RichText], widths: [Double], cell: StructureTag.Kind, role: StyleRole) -> Frame {
    let parts = zip(cells, widths).enumerated().map { index, pair in
      let column = Column.allCases[index]
      let own: StyleRole = role == .tableCell && column == .value ? .tableNumber : role
      return setter.lines(pair.0, own, width: pair.1 - 2 * padding, tag: .paragraph)
    }
    let space = layout.grid.baseline / 4
    let height = (parts.map(\.height).max() ?? 0) + 2 * space
    var row = Frame(size: Size(widths.reduce(0, +), height))
    var x = 0.0
    for (part, width) in zip(parts, widths) {
      var lines = part
      lines.tag = StructureTag(cell)
      row.add(lines.frame, at: Point(x + (x == 0 ? 0 : padding), space))
      x += width
    }
    var rule = Frame(size: row.size)
    let color = layout.color(cell == .headerCell ? .ink : .hairline)
    rule.stroke(
      .line(from: Point(0, height), to: Point(x, height)),
      Stroke(color, width: cell == .headerCell ? 0.8 : 0.4))
    var frame = Frame(size: row.size)
    frame.add(rule, at: .zero, tag: .artifact)
    frame.add(row, at: .zero, tag: .structure(StructureTag(.row)))
    return frame.tagged(.structure(StructureTag(.table, id: "figures")))
  }
}

/// A source in words, as it stands in tables and below exhibits.
enum SourceWords {
  static func span(for source: Source, style: TextStyle, layout: Layout) -> RichText.Span {
    switch source {
    case .paragraph(let number): .init("¶\(number)", style, link: .anchor(Anchors.paragraph(number)))
    case .footnote(let number): .init("\(layout.word(.footnote)) \(number)", style)
    case .url(let url): .init(host(of: url), style, link: .url(url))
    case .table(let place): .init(place, style)
    }
  }

  private static func host(of url: String) -> String {
    let rest =
      url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first.map(String.init) ?? url
    return rest.hasPrefix("www.") ? String(rest.dropFirst(4)) : rest
  }
}
