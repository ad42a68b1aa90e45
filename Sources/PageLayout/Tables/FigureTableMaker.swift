import Briefing
import Diagnostics
import Evidence
import Graphics
import Interview
import Typesetting

/// The table of all figures: what each is, where it comes from — with the sentence of the transcript that says so, or
/// how it was computed — and which pages use it.
struct FigureTableMaker {
  let maker: ContentMaker
  /// By a figure's id the figures that are computed from it.
  private let uses: [String: [String]]

  init(maker: ContentMaker) {
    self.maker = maker
    uses = maker.story.figures.figures.reduce(into: [:]) { uses, figure in
      for case .figure(let id) in figure.formula.map(formulaPieces) ?? [] {
        uses[id, default: []].append(figure.id)
      }
    }
  }

  private var setter: Setter { maker.setter }
  private var layout: Layout { maker.setter.layout }
  private var figures: [Figure] { maker.story.figures.figures }

  private enum Column: Int, CaseIterable {
    case label, value, period, status, source, pages
  }

  /// A row a figure; the head is set again on each page that goes on, and says so.
  func rows(width: Double) -> [Block] {
    if figures.isEmpty { return [] }
    let values = DecimalColumn(
      figures.map { $0.words(.short) }, role: .tableNumber, file: maker.story.packFile, setter: setter,
      most: width / 4)
    let table = TableRow(
      layout: layout, table: "figures", widths: columnWidths(total: width, values: values.width))
    let head = table.frame(heads(table, continued: false), head: true)
    let continued = table.frame(heads(table, continued: true), head: true)
    return TableRow.table(
      head: head, continued: continued, rows: figures.map { row(of: $0, in: table, values: values) })
  }

  private func row(of figure: Figure, in table: TableRow, values: DecimalColumn) -> Frame {
    let cells = Column.allCases.map { column in
      column == .value
        ? values.cell(text(for: .value, of: figure))
        : setter.cell(text(for: column, of: figure), .tableCell, width: table.room(column.rawValue))
    }
    // The last column stays free, so that page numbers are found at a glance.
    let evidence = setter.cell(evidence(for: figure), .note, width: table.start(Column.pages.rawValue))
    var frame = table.frame(
      cells, below: evidence.size.height > 0 ? (evidence, Column.source.rawValue) : nil)
    if setter.changes?.isChanged(figure.id) == true { frame.coverAsChanged(height: frame.size.height) }
    return frame
  }

  // MARK: Cells

  private func heads(_ table: TableRow, continued: Bool) -> [Frame] {
    Column.allCases.map { column in
      var text = headText(column)
      if column == .label, continued { text = "\(text) (\(layout.word(.continued)))" }
      return setter.cell(setter.rich(text, .tableHead), .tableHead, width: table.room(column.rawValue))
    }
  }

  private func headText(_ column: Column) -> String {
    let word: Word =
      switch column {
      case .label: .figure
      case .value: .value
      case .period: .period
      case .status: .status
      case .source: .source
      case .pages: .pages
      }
    return layout.word(word)
  }

  private func text(for column: Column, of figure: Figure) -> RichText {
    let file = figure.location.file
    switch column {
    case .label:
      let note = figure.note.map { [Inline("  \($0)", isEmphasised: true)] } ?? []
      return setter.rich(
        InlineText([Inline(figure.label)] + note, file: file), .tableCell, anchor: .figure(figure.id))
    case .value:
      return setter.rich(InlineText(figure.words(.short), file: file), .tableNumber)
    case .period:
      return setter.rich(InlineText(figure.period?.words(short: true) ?? "", file: file), .tableCell)
    case .status:
      return setter.rich(layout.word(Word(figure.status)), .tableCell)
    case .source:
      return source(of: figure)
    case .pages:
      return pages(of: figure)
    }
  }

  /// The pages that use it; of what stands in formulas alone, those that use what is computed from it.
  private func pages(of figure: Figure) -> RichText {
    guard maker.numbers.pages(using: [figure.id]).isEmpty, let uses = uses[figure.id] else {
      return maker.pageReferences(of: figure.id, .tableCell)
    }
    let word = layout.word(.inFormula)
    if maker.numbers.pages(using: uses).isEmpty { return setter.rich(word, .tableCell) }
    let references = maker.pageReferences(of: uses, .tableCell)
    return RichText(
      [.init("\(word): ", setter.style(.tableCell))] + references.spans, file: setter.layout.file)
  }

  /// Where it stands, and whose statistics it is.
  private func source(of figure: Figure) -> RichText {
    let style = setter.style(.tableCell)
    var spans: [RichText.Span] = []
    var named = Set<String>()
    for source in figure.sources where named.insert(SourceWords.group(source)).inserted {
      if !spans.isEmpty {
        spans.append(.init(SourceWords.separator(before: source, language: setter.language), style))
      }
      spans.append(SourceWords.span(for: source, style: style, layout: layout))
    }
    if let reporter = figure.reporter {
      let word = layout.word(.reporter)
      spans.append(.init(spans.isEmpty ? "\(word): \(reporter)" : "; \(word): \(reporter)", style))
    }
    return RichText(spans, file: figure.location.file)
  }

  /// The sentence that holds the number, or the formula in words.
  private func evidence(for figure: Figure) -> RichText {
    let style = setter.style(.note)
    if let formula = figure.formula {
      return RichText([.init("= ", style)] + spans(forFormula: formula, style), file: figure.location.file)
    }
    guard let sentence = maker.story.sentences[figure.id] else { return RichText([]) }
    var spans = [RichText.Span("“\(sentence.text)”", style)]
    // Which of several it is.
    if figure.sources.count > 1 {
      spans += [.init(" ", style), SourceWords.span(for: sentence.source, style: style, layout: layout)]
    }
    return RichText(spans, file: maker.story.transcript.file)
  }

  /// The formula with the names, periods and values of its figures in place of their ids; each leads to its row.
  private func spans(forFormula formula: String, _ style: TextStyle) -> [RichText.Span] {
    formulaPieces(formula).map { piece in
      switch piece {
      case .text(let text): return .init(text, style)
      case .figure(let id):
        guard let figure = maker.story.figures[id] else { return .init(id, style) }
        let period = figure.period.map { " " + $0.words(short: true) } ?? ""
        let words = "\(figure.label)\(period) (\(figure.words(.short)))"
        return .init(words, style, link: .anchor(.figure(id), as: .listed))
      }
    }
  }

  // MARK: Geometry

  /// Shares of the width.
  private static func most(_ column: Column) -> Double {
    switch column {
    case .value: 0.25
    case .source: 0.2
    case .label, .period, .status, .pages: 1.0 / 6
    }
  }

  /// All but the labels take what they need, up to a share; the labels take the rest.
  private func columnWidths(total: Double, values: Double) -> [Double] {
    let padding = TableRow.padding(layout)
    let widths = Column.allCases.map { column -> Double in
      let head = setter.widest([setter.rich(headText(column), .tableHead)])
      let needed =
        switch column {
        case .label: 0.0
        case .value: values
        case .period, .status, .source, .pages: setter.widest(figures.map { text(for: column, of: $0) })
        }
      return max(head, min(needed, total * Self.most(column))) + 2 * padding
    }
    return widthsWithRoomForLabels(
      [total - widths.dropFirst().reduce(0, +)] + widths.dropFirst(), total: total)
  }

  /// Where the others leave the labels too little, what breaks between words gives way: sources first, then pages and
  /// periods, each as far as its longest word.
  private func widthsWithRoomForLabels(_ widths: [Double], total: Double) -> [Double] {
    guard widths[0] < total * Self.leastOfLabels else { return widths }
    let padding = TableRow.padding(layout)
    func longestWord(_ column: Column) -> Double {
      let words = figures.flatMap { text(for: column, of: $0).text.split(separator: " ") }
      let style = setter.style(.tableCell)
      return setter.widest(Set(words).map { RichText(String($0), style, file: layout.file) })
    }
    var widths = widths
    var lack = max(longestWord(.label) + padding, total * Self.leastOfLabels) - widths[0]
    for column in [Column.source, .pages, .period] where lack > 0 {
      let head = setter.widest([setter.rich(headText(column), .tableHead)])
      let least = max(head, longestWord(column)) + 2 * padding
      let given = min(lack, max(0, widths[column.rawValue] - least))
      widths[column.rawValue] -= given
      widths[0] += given
      lack -= given
    }
    return widths
  }

  /// Of the width.
  private static let leastOfLabels = 0.2
}

extension ContentMaker {
  /// Numbers of the pages that use a figure, each a link to its page; a dash where there are none.
  func pageReferences(of id: String, _ role: StyleRole) -> RichText {
    pageReferences(of: [id], role)
  }

  /// To the pages that use any of these figures.
  func pageReferences(of ids: [String], _ role: StyleRole) -> RichText {
    let style = setter.style(role)
    let pages = numbers.pages(using: ids)
    var spans = pages.isEmpty ? [RichText.Span("–", style)] : []
    for (index, page) in pages.enumerated() {
      if index > 0 { spans.append(.init(setter.comma, style)) }
      spans.append(.init(page.label, style, link: page.anchor.map { .anchor($0) }))
    }
    return RichText(spans, file: setter.layout.file)
  }
}

extension Word {
  init(_ status: Status) {
    self =
      switch status {
      case .actual: .actual
      case .target: .target
      case .estimate: .estimate
      case .derived: .derived
      }
  }
}
