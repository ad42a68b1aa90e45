import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Charts of one kind beside and below each other, on the same scales; one key for all.
struct MultiplesChart: ChartForm {
  let panels: [ChartDescription.Panel]
  /// With those on other pages, on the same scales.
  let all: [ChartDescription.Panel]
  let lettering: Lettering
  let style: ChartStyle

  private static let gap = Size(14, 10)
  private static let gapUnderTitle = 3.0
  /// Of a panel, in sizes of the type.
  private static let narrowest = 15.0
  private static let mostColumns = 4

  private struct Grid {
    var columns: Int
    var rows: Int
    var panelWidth: Double
    var titles: [Label]
    var key: ChartKey
    var forms: [any ChartForm]
    var least: Double
    var best: Double

    /// Of the titles in this row.
    func titleHeight(_ row: Int) -> Double {
      titles[(row * columns)..<min((row + 1) * columns, titles.count)].map(\.height).max() ?? 0
    }
    /// All that is no plot.
    var around: Double {
      key.height + (0..<rows).reduce(0) { $0 + titleHeight($1) + MultiplesChart.gapUnderTitle }
        + MultiplesChart.gap.height * Double(rows - 1)
    }
  }

  func heights(width: Double) -> (least: Double, best: Double)? {
    let grids = grids(width)
    guard let first = grids.first else { return nil }
    let least = grids.map { $0.around + $0.least * Double($0.rows) }.min() ?? 0
    return (least, max(least, first.around + first.best * Double(first.rows)))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    let grids = grids(size.width)
    guard
      let last = grids.min(by: {
        $0.around + $0.least * Double($0.rows) < $1.around + $1.least * Double($1.rows)
      })
    else {
      throw DiagnosticError(
        "the \(panels.count) panels have no room in \(Int(size.width)) pt of width",
        advice: "give the chart more width")
    }
    let grid = grids.first { $0.around + $0.least * Double($0.rows) <= size.height + 0.01 }
    guard let grid else {
      let needed = Int((last.around + last.least * Double(last.rows)).rounded(.up))
      throw DiagnosticError(
        "the \(panels.count) panels need \(needed) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height, or fewer panels")
    }
    return try painted(grid, size, &leftOut)
  }

  /// Arrangements that are possible, the preferred first: as many columns as are wide enough, evenly filled.
  private func grids(_ width: Double) -> [Grid] {
    let forms = panels.enumerated().map { index, panel in
      ChartContext(
        panel.chart, panels: all.map(\.chart), titles: all.map(\.title), isFirst: index == 0,
        lettering: lettering,
        style: style
      ).form
    }
    return stride(from: min(Self.mostColumns, panels.count), through: 1, by: -1).compactMap { columns in
      let rows = (panels.count + columns - 1) / columns
      // Not one fewer column with as many rows.
      guard columns == 1 || (panels.count + columns - 2) / (columns - 1) > rows else { return nil }
      return grid(columns: columns, rows: rows, forms, width)
    }
  }

  private func grid(columns: Int, rows: Int, _ forms: [any ChartForm], _ width: Double) -> Grid? {
    let panelWidth = (width - Self.gap.width * Double(columns - 1)) / Double(columns)
    guard columns == 1 || panelWidth >= Self.narrowest * style.axisLabels.size else { return nil }
    var titles: [Label] = []
    for panel in panels {
      let text = RichText(panel.title, style.axisLabels.weighing(600).colored(style.ink))
      guard let title = lettering.wrapped(text, width: panelWidth, breaksWords: columns == 1) else {
        return nil
      }
      titles.append(title)
    }
    let heights = forms.compactMap { $0.heights(width: panelWidth) }
    guard heights.count == forms.count else { return nil }
    let key = ChartKey(keyEntries, width: width, lettering: lettering, style: style)
    guard key.width <= width else { return nil }
    return Grid(
      columns: columns, rows: rows, panelWidth: panelWidth, titles: titles, key: key, forms: forms,
      least: heights.map(\.least).max() ?? 0, best: heights.map(\.best).max() ?? 0)
  }

  private var keyEntries: [ChartKey.Entry] {
    guard let chart = panels.first?.chart else { return [] }
    let series =
      all.map(\.chart).max { $0.series.count < $1.series.count }?.seriesKey(style) ?? []
    // Lines name themselves at their ends; parts of a whole, rows and slopes say their status in words.
    let named = chart.kind == .lines || chart.kind == .slope ? [] : series
    guard chart.isByPeriod else { return named }
    let figures = all.flatMap(\.chart.figures)
    let slots = TimeSlots(covering: figures.compactMap(\.period), from: 0, to: 1)
    return named
      + ChartKey.Entry.statuses(
        of: figures, isPartOfYear: slots.isPartOfYear, arePoints: chart.kind == .lines, style: style)
  }

  private func painted(_ grid: Grid, _ size: Size, _ leftOut: inout [String]) throws(DiagnosticError) -> Frame
  {
    var frame = Frame(size: size)
    grid.key.paint(on: &frame, at: .zero)
    let height = min((size.height - grid.around) / Double(grid.rows), max(grid.best, grid.least) * 1.8)
    var y = grid.key.height
    for row in 0..<grid.rows {
      let title = grid.titleHeight(row)
      for index in (row * grid.columns)..<min((row + 1) * grid.columns, panels.count) {
        let x = Double(index % grid.columns) * (grid.panelWidth + Self.gap.width)
        frame.add(grid.titles[index], at: Point(x, y + title - grid.titles[index].height))
        frame.add(
          try grid.forms[index].draw(size: Size(grid.panelWidth, height), leftOut: &leftOut),
          at: Point(x, y + title + Self.gapUnderTitle))
      }
      y += title + Self.gapUnderTitle + height + Self.gap.height
    }
    return frame
  }
}
