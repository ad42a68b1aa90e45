import Diagnostics
import Evidence
import struct Foundation.Decimal
import Graphics
import Typesetting

/// Rows of bars with their labels, for figures that time does not put in an order.
struct CategoryBarChart {
  let figures: [Figure]
  let highlighted: Set<String>
  let size: Size
  let lettering: Lettering
  let style: ChartStyle

  /// Labels stand at the left where they need no more than this part of the width; else over their bars.
  private static let widestLabels = 0.4
  private static let gapAfterLabel = 6.0
  /// Of the line at zero, points.
  private static let overhang = 4.0
  private static let gapAroundValue = 2.5

  struct Row: Hashable, Sendable {
    var label: Label
    var value: Label
    /// Tiny words behind the value.
    var words: Label?
    var valueWidth: Double { value.width + (words.map { $0.width + 3 } ?? 0) }
  }

  /// How the rows share the area.
  struct Grid: Hashable, Sendable {
    var labelsAreAbove: Bool
    /// From the label's column to the bars; 0 where labels stand over them.
    var left: Double
    var rows: [Row]

    func height(of row: Row) -> Double {
      labelsAreAbove
        ? row.label.height + CategoryBarChart.gapUnderLabel + row.value.height
        : max(row.label.height, row.value.height)
    }
    /// The least height: rows without gaps.
    var height: Double { rows.reduce(0) { $0 + height(of: $1) + CategoryBarChart.leastGap } }
  }

  static let leastGap = 1.5
  /// So many rows are read one by one, each with its unit.
  private static let fewRows = 4
  static let gapUnderLabel = 1.5

  func draw() throws(DiagnosticError) -> Frame {
    guard let grid, let scale = scale(grid) else {
      throw DiagnosticError(
        "the bars have no room beside their labels in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or shorten the figures' labels")
    }
    guard grid.height <= size.height + 0.01 else {
      throw DiagnosticError(
        "\(figures.count) bars need \(Int(grid.height.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height, or show fewer figures in it")
    }
    return painted(grid, scale)
  }

  /// The labels at the left if that leaves enough for the bars and needs no more height than there is; `nil` in
  /// an area without width.
  private var grid: Grid? {
    let beside = rows(labelWidth: size.width * Self.widestLabels).map { rows in
      Grid(labelsAreAbove: false, left: (rows.map(\.label.width).max() ?? 0) + Self.gapAfterLabel, rows: rows)
    }.flatMap { scale($0) == nil ? nil : $0 }
    if let beside, !beside.rows.contains(where: { $0.label.lines.count > 2 }) { return beside }
    // Nothing has more room than a line of its own: there a word is broken that is wider.
    guard let rows = rows(labelWidth: size.width, breaksWords: true) else { return beside }
    let above = Grid(labelsAreAbove: true, left: 0, rows: rows)
    return above.height <= size.height + 0.01 ? above : beside ?? above
  }

  /// Heights of the least and the best chart at this width; `nil` if it needs more width.
  var heights: (least: Double, best: Double)? {
    // Without a limit of height labels may stand over their bars; with the least height perhaps not.
    let low = CategoryBarChart(
      figures: figures, highlighted: highlighted, size: Size(size.width, 0), lettering: lettering,
      style: style)
    guard let grid, scale(grid) != nil, let lowGrid = low.grid, low.scale(lowGrid) != nil else { return nil }
    return (
      min(grid.height, lowGrid.height), grid.height + Double(figures.count) * style.values.size * 1.4
    )
  }

  private func rows(labelWidth: Double, breaksWords: Bool = false) -> [Row]? {
    var rows: [Row] = []
    for index in figures.indices {
      guard let row = row(index, labelWidth: labelWidth, breaksWords: breaksWords) else { return nil }
      rows.append(row)
    }
    return rows
  }

  private func row(_ index: Int, labelWidth: Double, breaksWords: Bool) -> Row? {
    let figure = figures[index]
    let color = isReceding(figure) ? style.grey : style.ink
    guard
      let label = lettering.wrapped(
        RichText(figure.label, style.axisLabels.colored(color)), width: labelWidth, breaksWords: breaksWords)
    else { return nil }
    // In a long column the unit once, at the first value.
    let text = index == 0 || figures.count <= Self.fewRows ? figure.valueWithUnit : figure.words(.shortNumber)
    let value = lettering.line(
      text, style.values.colored(isReceding(figure) ? style.grey : style.values.color))
    let words = figure.statusWords(isPartOfYear: false).joined(separator: ", ")
    return Row(
      label: label, value: value,
      words: words.isEmpty ? nil : lettering.line(words, style.axisLabels.colored(style.grey)))
  }

  /// Zero and points a unit along the row.
  private struct Scale {
    var zero: Double
    var scale: Double
  }

  private func scale(_ grid: Grid) -> Scale? {
    let width = size.width - grid.left
    let needs = zip(figures, grid.rows).map { figure, row in
      let cap = OpenEnd(figure) == .beyond ? BarPainter.capGap + 1 : 0
      return ValueScale.Need(value: figure.value.double, room: row.valueWidth + Self.gapAroundValue + cap)
    }
    let upper = needs.filter { $0.value >= 0 }
    let lower = needs.filter { $0.value < 0 }
    // The same sum as for heights, with left for up.
    let fitted = ValueScale.fitting(
      height: width, upper: lower.map { .init(value: -$0.value, room: $0.room) },
      lower: upper.map { .init(value: -$0.value, room: $0.room) }, ticks: Ticks(values: [], step: 0))
    let longest = needs.map { abs($0.value) }.max() ?? 0
    guard longest == 0 || fitted.scale * longest >= 2 * style.values.size else { return nil }
    let zero = lower.isEmpty ? 0 : lower.map { -$0.value * fitted.scale + $0.room }.max() ?? 0
    return Scale(zero: grid.left + zero, scale: fitted.scale)
  }

  private func isReceding(_ figure: Figure) -> Bool {
    !highlighted.isEmpty && !highlighted.contains(figure.id)
  }

  // MARK: Painting

  private func painted(_ grid: Grid, _ scale: Scale) -> Frame {
    var frame = Frame(size: size)
    // Rows that are too far apart no longer read as one chart.
    let spare = min((size.height - grid.height) / Double(grid.rows.count), style.values.size * 4)
    let gap = Self.leastGap + spare * 0.65
    let growth = spare * 0.35
    let hasBothSigns = figures.contains { $0.value < 0 } && figures.contains { $0.value > 0 }
    var y = gap / 2
    var baseline = Path()
    for (index, (figure, row)) in zip(figures, grid.rows).enumerated() {
      let height = grid.height(of: row) + growth
      let band = grid.labelsAreAbove ? row.value.height + growth : height
      let thickness = min(band, row.value.height * 0.9 + growth)
      let barTop = y + height - (band + thickness) / 2
      let labelY = grid.labelsAreAbove ? y : y + (height - row.label.height) / 2
      frame.add(row.label, at: Point(0, labelY))
      paintBar(figure, row, top: barTop, thickness: thickness, scale, on: &frame)
      // One line along all rows, or a piece for each where labels stand between.
      let reach = grid.labelsAreAbove ? 0 : (height - thickness + gap) / 2
      // Beyond the outer bars where some grow to the other side: it is an axis, not their edge.
      let outer = hasBothSigns ? min(reach, Self.overhang) : 0
      let (above, below) = (index == 0 ? outer : reach, index == grid.rows.count - 1 ? outer : reach)
      baseline.append(
        .line(from: Point(scale.zero, barTop - above), to: Point(scale.zero, barTop + thickness + below)))
      y += height + gap
    }
    frame.stroke(baseline, Stroke(style.ink, width: 0.75))
    return frame
  }

  private func paintBar(
    _ figure: Figure, _ row: Row, top: Double, thickness: Double, _ scale: Scale, on frame: inout Frame
  ) {
    let end = scale.zero + figure.value.double * scale.scale
    let rect = Rect(x: min(end, scale.zero), y: top, width: abs(end - scale.zero), height: thickness)
    let color = isReceding(figure) ? style.grey.mixed(with: style.paper, amount: 0.35) : style.primary
    let painter = BarPainter(color, style)
    let look = BarLook(figure, isPartOfYear: false)
    let direction = figure.value < 0 ? -1.0 : 1.0
    if rect.width > 0 { painter.paint(look, rect, on: &frame) }
    var cap = 0.0
    if let openEnd = OpenEnd(figure), openEnd == .beyond || rect.width > 2 * BarPainter.capGap {
      painter.paintOpenEnd(
        openEnd, from: Point(end, rect.minY), to: Point(end, rect.maxY), outward: Point(direction, 0),
        look: look,
        on: &frame)
      cap = openEnd == .beyond ? BarPainter.capGap + 1 : 0
    }
    let distance = Self.gapAroundValue + cap
    let middle = rect.midY
    let x = direction > 0 ? end + distance : end - distance - row.value.width
    frame.add(row.value, at: Point(x, middle - row.value.height / 2))
    if let words = row.words {
      // On the value's baseline.
      let y = middle - row.value.height / 2 + row.value.ascent - words.ascent
      frame.add(words, at: Point(direction > 0 ? x + row.value.width + 3 : x - 3 - words.width, y))
    }
  }
}
