import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Typesetting

/// Series over true time: points at their values, lines between, names at the lines' ends.
struct LineChart: ContextualForm {
  let context: ChartContext

  private var measure: AxisMeasure {
    guard chart.isLogarithmic else { return AxisMeasure(origin: chart.axisStart?.double ?? 0) }
    if let start = chart.axisStart { return AxisMeasure(origin: start.double, isLogarithmic: true) }
    let values = allFigures.map(\.value.double) + chart.references.map(\.value.double)
    return .logarithmic(below: values.filter { $0 > 0 }.min() ?? 1)
  }
  private var allFigures: [Figure] { context.panels.flatMap(\.figures) }

  private static let lowestPlot = 4.0
  private static let narrowestPlot = 5.0
  private static let gapOverYears = 4.0
  /// Of the width, for what stands at the lines' ends; the wider where a word needs it.
  private static let widestEnds = [0.34, 0.42]

  func heights(width: Double) -> (least: Double, best: Double)? {
    let lowest = Self.lowestPlot * lineHeight
    guard
      let least = PeriodPlot.leastHeight(of: lowest, needed: { ground(Size(width, $0)).map(needed) })
    else { return nil }
    return (least, max(least, min(width * 0.7, lineHeight * 26)))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    guard let ground = ground(size) else {
      throw DiagnosticError(
        "the lines have no room beside their names in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or shorten the names of its series")
    }
    guard needed(ground) <= size.height + 0.01, let frame = painted(ground, size, &leftOut) else {
      throw DiagnosticError(
        "the lines need \(Int(needed(ground).rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height")
    }
    return frame
  }

  // MARK: Layout

  private struct Ground {
    var plot: PeriodPlot
    /// For each series its last value and name; none where others go on from there.
    var ends: [Label?]
  }

  private func needed(_ ground: Ground) -> Double {
    ground.plot.margins
      + max(
        Self.lowestPlot * lineHeight,
        MarginLabels.height(of: ground.ends.compactMap(\.self) + ground.plot.references.labels))
  }

  private func ground(_ size: Size) -> Ground? {
    let lasts = chart.series.filter { !chart.isGoneOn($0) }.compactMap(\.figuresInTime.last?.id)
    guard
      let references = ReferenceLines(
        chart, saidAtMarks: Set(lasts), width: size.width, lettering: lettering, style: style),
      let ends = endLabels(of: chart, width: size.width)
    else { return nil }
    // Panels have the same margin.
    var widest = references.labels.map(\.width).max() ?? 0
    for panel in context.panels {
      guard let labels = endLabels(of: panel, width: size.width) else { return nil }
      widest = max(widest, labels.compactMap { $0?.width }.max() ?? 0)
    }
    let periods = allFigures.compactMap(\.period)
    guard !periods.isEmpty else { return nil }
    let draft = TimeSlots(covering: periods, from: 0, to: 1, share: 1)
    let plot = PeriodPlot(
      context, size: size, references: references,
      .init(
        periods: periods, values: allFigures.map(\.value.double), measure: measure,
        key: ChartKey.Entry.statuses(
          of: chart.series.flatMap(\.figures), isPartOfYear: draft.isPartOfYear, arePoints: true, style: style
        )
          + bandKey,
        margin: widest > 0 ? widest + MarginLabels.gap : 0, gapOverYears: Self.gapOverYears,
        yearsEnd: size.width,
        slots: { left, right in
          guard right - left >= Self.narrowestPlot * style.values.size else { return nil }
          // Points stand in the middle of their slots: the plot ends with the last of them, and half of its slot is
          // left to the labels.
          let lastMiddle = (Double(draft.count) - 0.5) / Double(draft.count)
          let room = right - left - MarkerPainter.radius(style) - 1
          return TimeSlots(covering: periods, from: left, to: left + room / lastMiddle, share: 1)
        }))
    return plot.map { Ground(plot: $0, ends: ends) }
  }

  /// "5.2 Exports"; a panel's title says the name.
  private func endLabels(of chart: ChartDescription, width: Double) -> [Label?]? {
    var labels: [Label?] = []
    for (index, series) in chart.series.enumerated() {
      if chart.isGoneOn(series) {
        labels.append(nil)
        continue
      }
      let last = series.figuresInTime.last
      let recedes = chart.recedes(series: index)
      let name = chart.series.count > 1 || !context.isPanel ? series.name : ""
      // Among many lines those that recede are read last.
      let values = recedes && isCrowded ? style.axisLabels : style.values
      let text = RichText(
        [
          .init(last?.words(.shortNumber) ?? "", values.colored(recedes ? style.grey : style.values.color)),
          .init(name.isEmpty ? "" : " \(name)", style.axisLabels.colored(recedes ? style.grey : style.ink)),
          .init(rangeInWords(of: series), style.axisLabels.colored(style.grey)),
        ].filter { !$0.text.isEmpty })
      guard let label = lettering.fitted(text, widths: Self.widestEnds.map { $0 * width }) else { return nil }
      labels.append(label)
    }
    return labels
  }

  /// Whether there are more lines than colours tell apart: then some recede.
  var isCrowded: Bool { chart.series.count > ChartDescription.mostSeries }

  private func scale(_ plot: PeriodPlot) -> ValueScale {
    let reach = MarkerPainter.reach(style)
    var (upper, lower) = plot.needs
    let measure = measure
    for value in allFigures.map({ measure.length($0.value.double) }) {
      upper.append(.init(value: max(0, value), room: lineHeight + reach))
      if value < 0 { lower.append(.init(value: value, room: reach)) }
    }
    // Points near zero reach below it, those with an open end farther.
    let highest = allFigures.map { measure.length($0.value.double) }.max() ?? 0
    let low = allFigures.filter { measure.length($0.value.double) < 0.2 * highest + 1e-9 }
    if !low.isEmpty {
      let below = low.contains { OpenEnd($0) != nil } ? reach : MarkerPainter.radius(style) * 1.25
      lower.append(.init(value: 0, room: max(0, below - Self.gapOverYears + 1)))
    }
    return .fitting(height: plot.height, upper: upper, lower: lower, ticks: plot.axis.ticks)
  }

  /// A value at its place.
  struct Dot {
    var figure: Figure
    var series: Int
    var center: Point
    /// Whether it is joined to its neighbours: of the length that most of its series have.
    var isOnLine: Bool
    /// Whether it is another series' value, which this one goes on from.
    var isOrigin = false
  }

  private func dots(_ slots: TimeSlots, _ y: (Double) -> Double) -> [[Dot]] {
    chart.series.enumerated().map { index, series in
      let figures = series.figuresInTime
      // What is of another length of time, or a target beside an actual value, can't be joined.
      let lengths = figures.compactMap(\.period?.months)
      let usual = lengths.max { a, b in
        let (x, y) = (lengths.filter { $0 == a }.count, lengths.filter { $0 == b }.count)
        return x == y ? a < b : x < y
      }
      let origin = chart.origin(of: series)
      return ([origin].compactMap(\.self) + figures).compactMap { figure in
        guard let period = figure.period else { return nil }
        let extent = slots.extent(of: period)
        let isTwice =
          figure.status == .target && figures.contains { $0.period == period && $0.status != .target }
        return Dot(
          figure: figure, series: index,
          center: Point((extent.left + extent.right) / 2, y(figure.value.double)),
          isOnLine: period.months == usual && !isTwice, isOrigin: figure.id == origin?.id)
      }
    }
  }

  // MARK: Painting

  private func painted(_ ground: Ground, _ size: Size, _ leftOut: inout [String]) -> Frame? {
    var frame = Frame(size: size)
    var plot = ground.plot
    let scale = scale(plot)
    plot.place(scale)
    let axis = plot.axis
    func y(_ value: Double) -> Double { plot.y(value, on: scale) }
    let dots = dots(plot.slots, y)
    let heights = plot.references.needs.map(y)
    func line(at y: Double) -> Rect {
      Rect(x: axis.gutter, y: y - 0.4, width: plot.right - axis.gutter, height: 0.8)
    }
    let bands = bands(dots, plot.slots, y)
    let obstacles =
      obstacles(dots) + bands.flatMap(\.edges) + axis.boxes + heights.map(line) + [
        line(at: y(measure.origin))
      ]
    let entries = zip(ground.ends, dots).compactMap { label, dots in
      dots.last.flatMap { dot in label.map { LineEnds.Entry(label: $0, dot: dot.center) } }
    }
    let ends = LineEnds(
      entries: entries,
      references: zip(plot.references.labels, heights).map { .init(label: $0, y: $1) },
      radius: MarkerPainter.radius(style) + 1, plotRight: plot.right, obstacles: obstacles,
      area: Rect(
        x: 0, y: plot.key.height, width: size.width, height: plot.top - plot.key.height + plot.height))
    guard let ends else { return nil }
    plot.key.paint(on: &frame, at: .zero)
    axis.paint(on: &frame)
    axis.paintBaseline(on: &frame)
    paint(bands, on: &frame)
    // What stands out lies on what recedes.
    let order =
      dots.indices.filter(chart.recedes(series:)) + dots.indices.filter { !chart.recedes(series: $0) }
    for index in order { paintLine(dots[index], on: &frame) }
    let showsAll = plot.slots.width >= 3 * MarkerPainter.radius(style)
    for dot in order.flatMap({ dots[$0] }) where !dot.isOrigin {
      paint(
        dot, plot.slots, always: showsAll && !(isCrowded && chart.recedes(series: dot.series)), on: &frame)
    }
    ends.paint(on: &frame, style: style)
    leftOut += paintValues(
      dots.map { $0.filter { !$0.isOrigin } }, obstacles + ends.boxes, crossed: bands.flatMap(\.edges),
      Rect(x: axis.gutter, y: plot.top, width: size.width - axis.gutter, height: plot.height), on: &frame)
    plot.references.paintLines(heights, from: axis.gutter, to: plot.right, on: &frame)
    plot.paintYears(on: &frame)
    return frame
  }

  /// Those that stand out have the colours, in their order.
  func color(_ dot: Dot) -> Color {
    if chart.recedes(series: dot.series) { return style.receding }
    let shown = chart.series.indices.filter { !chart.recedes(series: $0) }
    return style.edge(of: style.color(ofSeries: shown.firstIndex(of: dot.series) ?? dot.series))
  }

  /// Solid from one period to the next, dashed to a target or estimate, dotted over periods that have no figure.
  private func paintLine(_ dots: [Dot], on frame: inout Frame) {
    let line = dots.filter(\.isOnLine)
    for (from, to) in zip(line, line.dropFirst()) {
      guard let a = from.figure.period, let b = to.figure.period else { continue }
      let statuses = [from.figure.status, to.figure.status]
      let isGap = b.firstMonth > a.lastMonth + 1
      let thick = style.line ?? 1.5
      let solid = isCrowded && chart.recedes(series: to.series) ? min(0.9, thick) : thick
      let stroke =
        statuses.contains(.target)
        ? Stroke(color(to), width: thick / 1.5, dash: [3.2, 2])
        : statuses.contains(.estimate)
          ? Stroke(color(to), width: thick / 1.5, dash: [2, 1.4])
          : isGap
            ? Stroke(color(to), width: thick / 2.1, dash: [0.7, 2.2])
            : Stroke(color(to), width: solid)
      frame.stroke(.line(from: from.center, to: to.center), stroke)
    }
  }

  private func paint(_ dot: Dot, _ slots: TimeSlots, always: Bool, on frame: inout Frame) {
    let look = BarLook(dot.figure, isPartOfYear: slots.isPartOfYear(dot.figure))
    let end = OpenEnd(dot.figure)
    guard
      always || look != .actual || end != nil || !dot.isOnLine || chart.highlighted.contains(dot.figure.id)
        || isLonely(dot)
    else { return }
    let painter = MarkerPainter(color(dot), style)
    painter.paint(look, at: dot.center, on: &frame)
    if let end {
      painter.paintOpenEnd(
        end, isNegative: dot.figure.value < 0, at: dot.center, outward: Point(0, -1), on: &frame)
    }
  }

  /// Without neighbours there is no line that shows the value.
  private func isLonely(_ dot: Dot) -> Bool {
    guard let period = dot.figure.period else { return true }
    return !chart.series[dot.series].figures.contains { other in
      guard let next = other.period else { return false }
      return next.firstMonth == period.lastMonth + 1 || next.lastMonth == period.firstMonth - 1
    }
  }
}
