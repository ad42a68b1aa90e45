import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

extension ExhibitStudio {
  /// The exhibits in rows, side by side where each has room, as blocks that grow.
  func rows(
    _ exhibits: [Exhibit], width: Double, setter: Setter, showsTitles: Bool = true, beside: Int = .max
  ) -> [Block] {
    var blocks: [Block] = []
    var rest = exhibits.flatMap(pieces)[...]
    while !rest.isEmpty {
      let row = ExhibitRow(
        Array(rest.prefix(fitting(rest, width: width, most: beside))), width: width, setter: setter,
        studio: self,
        showsTitles: showsTitles)
      rest = rest.dropFirst(row.exhibits.count)
      blocks.append(
        Block(
          content: .flexible(Flexible(least: row.least, most: row.most, draw: row.draw)),
          before: layout.grid.baseline * 1.5, after: layout.grid.baseline, figures: row.figures, exhibits: row
        ))
    }
    return blocks
  }

  /// How many of the next exhibits stand side by side: as many as the layout allows, where all are legible in
  /// their column and none needs more height than another can use.
  private func fitting(_ exhibits: ArraySlice<Exhibit>, width: Double, most: Int) -> Int {
    let together = exhibits.prefix { $0.content.told.piece == nil }.count
    for count in stride(from: min(most, layout.exhibits.beside, together), to: 1, by: -1) {
      let column = columnWidth(of: count, in: width)
      let heights = exhibits.prefix(count).compactMap { self.heights($0, width: column) }
      guard heights.count == count, exhibits.prefix(count).allSatisfy({ form(of: $0).leastWidth <= column }),
        let needed = heights.map(\.least).max(),
        let used = heights.map(\.mostBeside).min()
      else { continue }
      if needed <= used { return count }
    }
    return 1
  }

  func columnWidth(of count: Int, in width: Double) -> Double {
    (width - layout.grid.gutter * 2 * Double(count - 1)) / Double(count)
  }
}

/// Sources as they are listed: paragraphs in order, those that follow each other as one; then notes; then addresses, each
/// host once, tables, each file once, and works.
struct SourceRun: Hashable {
  var first: Source
  /// The last paragraph's number where there are several.
  var last: Int?

  static func runs(of sources: [Source]) -> [SourceRun] {
    var paragraphs = Set<Int>()
    var notes = Set<Int>()
    var others: [Source] = []
    for source in sources {
      switch source {
      case .paragraph(let number): paragraphs.insert(number)
      case .footnote(let number): notes.insert(number)
      case .url, .table, .work: others.append(source)
      }
    }
    var runs: [(first: Int, last: Int)] = []
    for number in paragraphs.sorted() {
      if let last = runs.last, last.last + 1 == number {
        runs[runs.count - 1].last = number
      } else {
        runs.append((number, number))
      }
    }
    return runs.map { SourceRun(first: .paragraph($0.first), last: $0.first == $0.last ? nil : $0.last) }
      + notes.sorted().map { SourceRun(first: .footnote($0)) } + once(others).map { SourceRun(first: $0) }
  }

  /// One of each host, and of several rows of a file the file.
  private static func once(_ sources: [Source]) -> [Source] {
    let grouped = Dictionary(grouping: Set(sources), by: SourceWords.group)
    var seen = Set<String>()
    return sources.filter { seen.insert(SourceWords.group($0)).inserted }.map { source in
      guard case .table = source, (grouped[SourceWords.group(source)]?.count ?? 0) > 1 else { return source }
      return .table(SourceWords.group(source))
    }
  }
}

/// Exhibits side by side: titles stand on one line, plots begin at the same height, and end so where they can use it.
struct ExhibitRow {
  let exhibits: [Exhibit]
  let studio: ExhibitStudio
  private let width: Double
  let column: Double
  private let setter: Setter
  private let heads: [[SetLines]]
  private let feet: [[SetLines]]
  private let gapAbovePlot: Double
  private let gapBelowPlot: Double
  private let showsTitles: Bool

  init(_ exhibits: [Exhibit], width: Double, setter: Setter, studio: ExhibitStudio, showsTitles: Bool) {
    self.exhibits = exhibits
    self.studio = studio
    self.width = width
    self.setter = setter
    self.showsTitles = showsTitles
    // An exhibit is marked as new as a whole.
    let setter = setter.withoutChanges
    let column = studio.columnWidth(of: exhibits.count, in: width)
    self.column = column
    heads = exhibits.map { exhibit in
      let title = (showsTitles ? exhibit.title : nil).map {
        setter.lines(setter.rich($0, .exhibitTitle), .exhibitTitle, width: column)
      }
      let subtitle = exhibit.subtitle.map {
        setter.lines(setter.rich($0, .exhibitSubtitle), .exhibitSubtitle, width: column)
      }
      return [title, subtitle].compactMap { $0 }
    }
    feet = exhibits.map { exhibit in
      let text = ExhibitFoot(exhibit: exhibit, setter: setter).text
      return text.spans.isEmpty ? [] : [setter.lines(text, .exhibitNote, width: column)]
    }
    gapAbovePlot = heads.allSatisfy(\.isEmpty) ? 0 : setter.layout.grid.baseline * 0.5
    gapBelowPlot = feet.allSatisfy(\.isEmpty) ? 0 : setter.layout.grid.baseline * 0.5
  }

  /// Each exhibit in a row of its own; `nil` where it is alone already.
  var apart: [Block]? {
    exhibits.count < 2
      ? nil : studio.rows(exhibits, width: width, setter: setter, showsTitles: showsTitles, beside: 1)
  }

  /// Ids of those that are shown other than in linked text.
  var figures: [String] {
    exhibits.flatMap { exhibit in
      exhibit.figures.map(\.id) + exhibit.events.flatMap(\.figures) + exhibit.figuresInWords
        + [exhibit.title, exhibit.subtitle, exhibit.note].flatMap { $0?.comparedFigures ?? [] }
    }
  }

  private func height(of parts: [SetLines]) -> Double { parts.reduce(0) { $0 + $1.height } }
  private var headHeight: Double { heads.map(height).max() ?? 0 }
  private var footHeight: Double { feet.map(height).max() ?? 0 }
  /// Height of all that is no plot.
  var around: Double { headHeight + gapAbovePlot + gapBelowPlot + footHeight }

  var plotHeights: [PlotHeights] {
    let rules = studio.layout.exhibits
    return exhibits.map {
      studio.heights($0, width: column)
        ?? .init(least: rules.least, most: rules.least, mostBeside: rules.least)
    }
  }

  private var leastPlot: Double { plotHeights.reduce(0) { max($0, $1.least) } }

  var least: Double { around + leastPlot }
  var most: Double {
    let heights = plotHeights
    return max(
      least, around + heights.reduce(.infinity) { min($0, heights.count > 1 ? $1.mostBeside : $1.most) })
  }

  func draw(height: Double) -> DrawnBlock {
    // Not a rounding error less than what the exhibits asked for.
    let plotHeight = max(height - around, leastPlot)
    let heights = plotHeights
    var frame = Frame(size: Size(width, height))
    var exhibitsDrawn: [DrawnExhibit] = []
    for (index, exhibit) in exhibits.enumerated() {
      let x = Double(index) * (column + studio.layout.grid.gutter * 2)
      // What makes no use of the row's height has its source directly below it.
      let plotHeight = min(plotHeight, max(heights[index].most, heights[index].least))
      let drawing = ExhibitStudio.Drawing(exhibit: exhibit, size: Size(column, plotHeight))
      let drawn = studio.draw(drawing)
      // A table keeps its lines together.
      let depth = headHeight + gapAbovePlot + drawn.frame.size.height
      exhibitsDrawn.append(
        DrawnExhibit(drawing: drawing, diagnostics: drawn.diagnostics, division: drawn.division))
      let caption = heads[index].isEmpty ? nil : stack(heads[index])
      // Beside others a mark in the margin would be anybody's.
      let marksNumbers = exhibits.count == 1 && studio.form(of: exhibit).linksItsNumbers
      let plot = marksNumbers ? drawn.frame.markingNew { setter.changes?.isChanged($0) == true } : drawn.frame
      frame.add(
        plot.captioned(caption, below: headHeight + gapAbovePlot),
        at: Point(x, 0))
      if exhibit.content.told.isFromAtlas, (exhibit.content.told.piece ?? 0) == 0 {
        frame.add(.anchor(exhibit.anchor), at: Point(x, 0))
      }
      if marksNumbers ? setter.isNewInWords(exhibit) : setter.isNew(exhibit) {
        var cover = Frame(size: Size(column, 0))
        cover.coverAsChanged(height: marksNumbers ? headHeight : depth)
        frame.add(cover, at: Point(x, 0))
      }
      if !feet[index].isEmpty {
        frame.add(stack(feet[index]), at: Point(x, depth + gapBelowPlot))
      }
    }
    return DrawnBlock(frame: frame, exhibits: exhibitsDrawn)
  }

  private func stack(_ parts: [SetLines]) -> Frame {
    var frame = Frame(size: Size(column, height(of: parts)))
    var y = 0.0
    for part in parts {
      frame.add(part.frame, at: Point(0, y))
      y += part.height
    }
    return frame
  }
}

extension Frame {
  /// A drawn exhibit at a depth below its caption, which belongs to the figure or table, as what else is in the exhibit's
  /// frame does not.
  fileprivate func captioned(_ caption: Frame?, below depth: Double) -> Frame {
    var result = Frame(size: Size(size.width, depth + size.height))
    for placed in items {
      let origin = placed.origin + Point(0, depth)
      guard case .group(let drawing, .structure(let tag)?) = placed.item,
        [.figure, .table].contains(tag.kind),
        tag.alternative != nil
      else {
        result.add(placed.item, at: origin)
        continue
      }
      var figure = Frame(size: result.size)
      if let caption { figure.add(caption, at: .zero, tag: .structure(StructureTag(.caption))) }
      figure.add(drawing, at: origin)
      result.add(figure, at: .zero, tag: .structure(tag))
    }
    return result
  }
}
