import ChartGrammar
import Diagnostics
import Evidence
import struct Foundation.Decimal
import Graphics
import Typesetting

/// Bars of figures by period on a true time axis.
struct PeriodBarChart {
  let context: ChartContext
  let size: Size

  init(_ context: ChartContext, size: Size) {
    self.context = context
    self.size = size
  }

  private var chart: ChartDescription { context.chart }
  private var figures: [Figure] { chart.figures }
  private var lettering: Lettering { context.lettering }
  private var style: ChartStyle { context.style }
  /// Those of all charts on the same scale.
  private var allFigures: [Figure] { context.panels.flatMap(\.figures) }

  /// How much is written at the marks; each is tried where the one before finds no room.
  private enum Detail: Int, CaseIterable {
    /// Values, and in words what is a target, an estimate, a part of a year.
    case words
    /// Values, with a key for the rest.
    case values
    /// The same with more room over the bars, for values that stand at different heights.
    case staggered
    /// The values that matter most, with the key; the axis says the others.
    case some
  }

  func draw(leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    for detail in details {
      guard let plot = plot(detail) else { continue }
      leftOut += plot.leftOut.map { chart.nameOfLeftOut(figures[plot.marks[$0].figure]) }
      return painted(plot)
    }
    guard let heights else {
      throw DiagnosticError(
        "the bars have no room in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or fewer years")
    }
    throw DiagnosticError(
      "the bars need \(Int(heights.least.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
      advice: "give the chart more height")
  }

  /// Panels are labelled alike.
  private var details: [Detail] { context.isPanel ? [.some] : Detail.allCases }

  // MARK: Layout

  /// Everything placed, ready to be painted.
  struct Plot {
    var scale: ValueScale
    var slots: TimeSlots
    var marks: [BarMark]
    var colors: [Color]
    var labels: [BarLabelPlace]
    /// Marks whose values should be written and find no room.
    var leftOut: [Int] = []
    var blocks: [Block]
    var axis: ValueAxis
    var years: TimeAxisLabels
    var yearsTop: Double
    var key: ChartKey
    var references: ReferenceLines
    var referenceHeights: [Double]
    var referenceBoxes: [Rect]
    var margin: MarginLabels
  }

  /// Key, axes and what they leave of the height for bars and their labels.
  private struct Ground {
    var key: ChartKey
    var axis: ValueAxis
    var slots: TimeSlots
    var years: TimeAxisLabels
    var references: ReferenceLines
    /// Of the plot in the frame.
    var top: Double
    /// All that is not plot.
    var margins: Double
  }

  /// - Returns: `nil` where the width is too small for the years.
  private func ground(_ detail: Detail, height: Double) -> Ground? {
    guard
      let references = ReferenceLines(
        chart, saidAtMarks: Set(figures.map(\.id)), width: size.width, lettering: lettering, style: style)
    else { return nil }
    let widestBar = style.values.size * 4.2
    let right = size.width - references.margin
    guard right > 0 else { return nil }
    let draft = TimeSlots(covering: periods, from: 0, to: right, widestBar: widestBar, fillsGaps: true)
    let entries = detail == .words ? seriesKey : seriesKey + statusKey(draft)
    let key = ChartKey(context.isPanel ? [] : entries, width: size.width, lettering: lettering, style: style)
    let ticks = ValueAxis.ticks(
      for: allFigures.map(\.value.double) + references.needs, height: height - key.height - 3 * lineHeight,
      style: style)
    let axis = ValueAxis(
      ticks, of: figures[0], width: right, saysUnit: context.isFirst, lettering: lettering, style: style)
    let slots = TimeSlots(
      covering: periods, from: axis.gutter, to: right, widestBar: widestBar, fillsGaps: true)
    guard slots.width >= Self.narrowestSlot, axis.leastWidth <= right, key.width <= size.width else {
      return nil
    }
    let years = TimeAxisLabels(slots, periods: periods, right: right, lettering: lettering, style: style)
    let top = key.height + axis.unitRowHeight
    return Ground(
      key: key, axis: axis, slots: slots, years: years, references: references, top: top,
      margins: top + years.height + Self.gapOverYears)
  }

  /// Points; thinner bars are no bars.
  private static let narrowestSlot = 1.5
  /// In lines of the values' type: for labels, and bars under them.
  private static let lowestPlot = 4.0

  private static let lowestStaggered = 8.0
  /// Rows of values, side by side, over which they make a thicket.
  private static let mostRows = 2.0

  private var lineHeight: Double { lettering.line("0", style.values).height }

  /// Heights of the least and the best chart at this width; `nil` if it needs more width.
  var heights: (least: Double, best: Double)? {
    guard
      let references = ReferenceLines(
        chart, saidAtMarks: Set(figures.map(\.id)), width: size.width, lettering: lettering, style: style)
    else { return nil }
    let plot = max(Self.lowestPlot * lineHeight, MarginLabels.height(of: references.labels))
    var least = plot
    // The axis, and with it the margins, may change with the height.
    for _ in 0..<4 {
      guard let ground = ground(.some, height: least) else { return nil }
      least = max(least, ground.margins + plot)
    }
    return (least, max(least, min(size.width * 0.75, lineHeight * 26)))
  }

  private func plot(_ detail: Detail) -> Plot? {
    guard let ground = ground(detail, height: size.height) else { return nil }
    let (slots, top, height) = (ground.slots, ground.top, size.height - ground.margins)
    var axis = ground.axis
    guard height >= Self.lowestPlot * lineHeight - 0.01 else { return nil }
    if detail == .staggered, height < Self.lowestStaggered * lineHeight { return nil }

    let places = slots.places(of: figures, series: seriesIndices)
    let blocks = places.map { block(for: figures[$0.figure], slots, detail) }
    let all =
      context.isPanel
      ? allFigures.map { block(for: $0, slots, detail) }
      : figures.indices.map { index in
        places.firstIndex { $0.figure == index }.map { blocks[$0] }
          ?? block(for: figures[index], slots, detail)
      }
    // Where values are wider than the slots they stand above each other.
    let isCrowded = blocks.contains { $0.onPaper.width > slots.width }
    let staggers =
      detail == .staggered || (context.isPanel && isCrowded && height >= Self.lowestStaggered * lineHeight)
    let scale = scale(
      all, axis, ground.references, height: height, more: staggers ? 1.5 * lineHeight : 0)
    axis.place(scale, top: top)
    let referenceHeights = ground.references.needs.map { top + scale.y($0) }
    let margin = MarginLabels(
      entries: zip(ground.references.labels, referenceHeights).map { .init(label: $0, y: $1) }, side: .right,
      from: slots.right, edge: slots.right + MarginLabels.gap)
    guard let referenceBoxes = margin.boxes(from: ground.top, to: top + height) else { return nil }
    let marks = places.map { mark($0, slots, scale, top: top) }
    let placement = BarLabelPlacement(
      marks: marks, sizes: blocks.map(\.onPaper.size), firstLine: lineHeight,
      bounds: Rect(x: 0, y: top, width: size.width, height: height + Self.gapOverYears / 2),
      alsoTaken: axis.boxes + referenceBoxes
        + referenceHeights.map {
          Rect(x: axis.gutter, y: $0 - 0.4, width: slots.right - axis.gutter, height: 0.8)
        },
      highestLift: style.values.size * 3, mayStandAway: detail != .words)
    let labels: [BarLabelPlace]
    var leftOut: [Int] = []
    if detail == .some {
      // The others only where a few more make no thicket.
      let important = importance(marks)
      let others = marks.count <= 12 ? marks.indices.filter { !important.contains($0) } : []
      labels = placement.placingSome(of: important, then: others)
      let placed = Set(labels.map(\.mark))
      leftOut = marks.indices.filter { (important + others).contains($0) && !placed.contains($0) }
    } else if blocks.reduce(0, { $0 + $1.onPaper.width }) <= Self.mostRows * (slots.right - slots.left),
      let all = placement.placingAll()
    {
      labels = all
    } else {
      return nil
    }
    return Plot(
      scale: scale, slots: slots, marks: marks, colors: places.map(color), labels: labels,
      leftOut: leftOut, blocks: blocks,
      axis: axis, years: ground.years, yearsTop: size.height - ground.years.height, key: ground.key,
      references: ground.references, referenceHeights: referenceHeights,
      referenceBoxes: referenceBoxes, margin: margin)
  }

  private static let gapOverYears = 3.0

  private var periods: [Period] { allFigures.compactMap(\.period) }

  /// For the figures of all panels with their labels; `more` is room over the bars beside that for a label each.
  private func scale(
    _ blocks: [Block], _ axis: ValueAxis, _ references: ReferenceLines, height: Double, more: Double
  ) -> ValueScale {
    var upper = axis.needs
    var lower: [ValueScale.Need] = axis.ticks.values.map { .init(value: $0.double, room: 0) }
    for value in references.needs {
      if value < 0 {
        lower.append(.init(value: value, room: 1))
      } else {
        upper.append(.init(value: value, room: 1))
      }
    }
    for (figure, block) in zip(allFigures, blocks) {
      let cap = OpenEnd(figure) == .beyond ? BarPainter.capGap + 1 : 0
      let need = ValueScale.Need(value: figure.value.double, room: block.onPaper.height + cap + 2.5 + more)
      if figure.value < 0 { lower.append(need) } else { upper.append(need) }
    }
    return .fitting(height: height, upper: upper, lower: lower, ticks: axis.ticks)
  }

  private func mark(_ place: BarPlace, _ slots: TimeSlots, _ scale: ValueScale, top: Double) -> BarMark {
    let figure = figures[place.figure]
    let value = figure.value.double
    let zero = top + scale.zero
    let end = top + scale.y(value)
    return BarMark(
      figure: place.figure,
      rect: Rect(x: place.left, y: min(zero, end), width: place.right - place.left, height: abs(end - zero)),
      look: BarLook(figure, isPartOfYear: slots.isPartOfYear(figure)), openEnd: OpenEnd(figure),
      isNegative: value < 0, depth: place.depth)
  }

  // MARK: Text at the marks

  /// A value with its words, for paper and for a dark bar.
  struct Block {
    var onPaper: Label
    var onDark: Label
  }

  private func block(for figure: Figure, _ slots: TimeSlots, _ detail: Detail) -> Block {
    let isPart = slots.isPartOfYear(figure)
    let rows = detail == .words ? figure.statusWords(style.statusWords, isPartOfYear: isPart) : []
    func set(_ value: TextStyle, _ words: TextStyle) -> Label {
      rows.reduce(lettering.line(figure.words(.shortNumber), value)) { label, row in
        label.stacked(above: lettering.line(row, words))
      }
    }
    let color = isReceding(figure) ? style.grey : style.values.color
    return Block(
      onPaper: set(
        style.values.colored(color).haloed(style.paper),
        style.axisLabels.colored(style.grey).haloed(style.paper)),
      onDark: set(style.values.colored(style.paper), style.axisLabels.colored(style.paper)))
  }

  /// The marks that can't do without their values, most important first: highlighted, those that a reference line
  /// names, the last, the extremes, the first, what is no plain actual value.
  private func importance(_ marks: [BarMark]) -> [Int] {
    let values = marks.map { figures[$0.figure].value }
    let byTime = marks.indices.sorted { (marks[$0].rect.minX, $0) < (marks[$1].rect.minX, $1) }
    var order = marks.indices.filter { chart.highlighted.contains(figures[marks[$0].figure].id) }
    let references = Set(chart.references.compactMap(\.figure?.id))
    order += marks.indices.filter { references.contains(figures[marks[$0].figure].id) }
    // What parts of years, targets and estimates are is no extreme of what was.
    let actual = marks.indices.filter { marks[$0].look == .actual }
    let compared = actual.isEmpty ? Array(marks.indices) : actual
    order += [byTime.last, compared.max { values[$0] < values[$1] }].compactMap(\.self)
    order += [compared.min { values[$0] < values[$1] }, byTime.first, byTime.last { actual.contains($0) }]
      .compactMap(\.self)
    order += marks.indices.filter { marks[$0].look != .actual }
    var seen = Set<Int>()
    return order.filter { seen.insert($0).inserted }
  }

  // MARK: Colours and the key

  private func isReceding(_ figure: Figure) -> Bool {
    chart.recedes(figure)
  }

  private func color(_ place: BarPlace) -> Color {
    isReceding(figures[place.figure])
      ? style.receding : seriesColor(place.series)
  }

  private func seriesColor(_ series: Int) -> Color { style.color(ofSeries: series) }

  private var seriesIndices: [Int] {
    chart.series.enumerated().flatMap { index, series in series.figures.map { _ in index } }
  }

  /// Names the colours where bars stand side by side.
  private var seriesKey: [ChartKey.Entry] { chart.seriesKey(style) }

  private func statusKey(_ slots: TimeSlots) -> [ChartKey.Entry] {
    ChartKey.Entry.statuses(of: figures, isPartOfYear: slots.isPartOfYear, style: style)
  }

  // MARK: Painting

  private func painted(_ plot: Plot) -> Frame {
    var frame = Frame(size: size)
    plot.key.paint(on: &frame, at: .zero)
    plot.axis.paint(on: &frame)
    for (mark, color) in zip(plot.marks, plot.colors) {
      let painter = BarPainter(color, style)
      if mark.rect.height > 0 { painter.paint(mark.look, mark.rect, on: &frame) }
      if let end = mark.openEnd, end == .beyond || mark.rect.height > 2 * BarPainter.capGap {
        painter.paintOpenEnd(
          end, from: Point(mark.rect.minX, mark.end), to: Point(mark.rect.maxX, mark.end),
          outward: Point(0, mark.isNegative ? 1 : -1), look: mark.look, on: &frame)
      }
    }
    plot.axis.paintBaseline(on: &frame)
    plot.references.paintLines(
      plot.referenceHeights, from: plot.axis.gutter, to: plot.slots.right, on: &frame)
    plot.margin.paint(plot.referenceBoxes, on: &frame, style: style)
    for place in plot.labels {
      if let leader = place.leader {
        frame.stroke(.line(from: leader.from, to: leader.to), Stroke(style.grey, width: 0.5))
      }
      let block = plot.blocks[place.mark]
      let isOnDark = place.isInside && plot.marks[place.mark].look == .actual
      frame.add(isOnDark ? block.onDark : block.onPaper, at: place.rect.origin, aligned: place.alignment)
    }
    for placed in plot.years.labels {
      let y = plot.yearsTop + Double(placed.row) * placed.label.height
      frame.add(placed.label, at: Point(placed.x, y))
    }
    return frame
  }
}
