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
    var ground: PeriodPlot
    var marks: [BarMark]
    var colors: [Color]
    var labels: [BarLabelPlace]
    /// Marks whose values should be written and find no room.
    var leftOut: [Int] = []
    var blocks: [Block]
    var referenceHeights: [Double]
    var referenceBoxes: [Rect]
    var margin: MarginLabels
  }

  /// - Returns: `nil` where the width is too small for the years.
  private func ground(_ detail: Detail, height: Double) -> PeriodPlot? {
    guard
      let references = ReferenceLines(
        chart, saidAtMarks: Set(figures.map(\.id)), width: size.width, lettering: lettering, style: style)
    else { return nil }
    func slots(from left: Double, to right: Double) -> TimeSlots {
      TimeSlots(
        covering: periods, from: left, to: right, widestBar: style.values.size * 4.2,
        share: style.bar ?? TimeSlots.share, fillsGaps: true)
    }
    let draft = slots(from: 0, to: max(size.width - references.margin, 1))
    return PeriodPlot(
      context, size: Size(size.width, height), references: references,
      .init(
        periods: periods, values: allFigures.map(\.value.double),
        key: detail == .words ? seriesKey : seriesKey + statusKey(draft), margin: references.margin,
        gapOverYears: Self.gapOverYears,
        slots: { left, right in
          let slots = slots(from: left, to: right)
          return slots.width >= Self.narrowestSlot ? slots : nil
        }))
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
    guard
      let least = PeriodPlot.leastHeight(
        of: plot, needed: { ground(.some, height: $0).map { $0.margins + plot } })
    else { return nil }
    return (least, max(least, min(size.width * 0.75, lineHeight * 26)))
  }

  private func plot(_ detail: Detail) -> Plot? {
    guard var ground = ground(detail, height: size.height) else { return nil }
    let (slots, top, height) = (ground.slots, ground.top, ground.height)
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
    let scale = scale(all, ground, more: staggers ? 1.5 * lineHeight : 0)
    ground.place(scale)
    let axis = ground.axis
    let referenceHeights = ground.references.needs.map { ground.y($0, on: scale) }
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
      ground: ground, marks: marks, colors: places.map(color), labels: labels, leftOut: leftOut,
      blocks: blocks, referenceHeights: referenceHeights, referenceBoxes: referenceBoxes, margin: margin)
  }

  private static let gapOverYears = 3.0

  private var periods: [Period] { allFigures.compactMap(\.period) }

  /// For the figures of all panels with their labels; `more` is room over the bars beside that for a label each.
  private func scale(_ blocks: [Block], _ ground: PeriodPlot, more: Double) -> ValueScale {
    var (upper, lower) = ground.needs
    for (figure, block) in zip(allFigures, blocks) {
      let cap = OpenEnd(figure) == .beyond ? BarPainter.capGap + 1 : 0
      let need = ValueScale.Need(value: figure.value.double, room: block.onPaper.height + cap + 2.5 + more)
      if figure.value < 0 { lower.append(need) } else { upper.append(need) }
    }
    return .fitting(height: ground.height, upper: upper, lower: lower, ticks: ground.axis.ticks)
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
    let ground = plot.ground
    ground.key.paint(on: &frame, at: .zero)
    ground.axis.paint(on: &frame)
    for (mark, color) in zip(plot.marks, plot.colors) {
      let painter = BarPainter(color, style)
      if mark.rect.height > 0 { painter.paint(mark.look, mark.rect, on: &frame) }
      if let end = mark.openEnd, end == .beyond || mark.rect.height > 2 * BarPainter.capGap {
        painter.paintOpenEnd(
          end, from: Point(mark.rect.minX, mark.end), to: Point(mark.rect.maxX, mark.end),
          outward: Point(0, mark.isNegative ? 1 : -1), look: mark.look, on: &frame)
      }
    }
    ground.axis.paintBaseline(on: &frame)
    ground.references.paintLines(
      plot.referenceHeights, from: ground.axis.gutter, to: ground.slots.right, on: &frame)
    plot.margin.paint(plot.referenceBoxes, on: &frame, style: style)
    for place in plot.labels {
      if let leader = place.leader {
        frame.stroke(.line(from: leader.from, to: leader.to), Stroke(style.grey, width: 0.5))
      }
      let block = plot.blocks[place.mark]
      let isOnDark = place.isInside && plot.marks[place.mark].look == .actual
      frame.add(isOnDark ? block.onDark : block.onPaper, at: place.rect.origin, aligned: place.alignment)
    }
    ground.paintYears(on: &frame)
    return frame
  }
}
