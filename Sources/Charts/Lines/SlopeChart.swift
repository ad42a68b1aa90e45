import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Typesetting

/// From one date to another: a line for each series, its values at both ends, its name at the right.
struct SlopeChart: ContextualForm {
  let context: ChartContext

  private var origin: Double { chart.axisStart?.double ?? 0 }

  private static let lowestPlot = 4.0
  /// Between the dates, in sizes of the type.
  private static let narrowestPlot = 5.0
  /// In more width than so many heights lines lose their slope.
  private static let widest = 1.6
  private static let gapUnderDates = 4.0

  func heights(width: Double) -> (least: Double, best: Double)? {
    guard let ground = ground(width) else { return nil }
    let least = needed(ground)
    return (least, max(least, min(width * 0.75, lineHeight * 22)))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    guard let ground = ground(size.width) else {
      throw DiagnosticError(
        "the slope has no room beside its names in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or shorten the names of its series")
    }
    guard needed(ground) <= size.height + 0.01, let frame = painted(ground, size) else {
      throw DiagnosticError(
        "the slope needs \(Int(needed(ground).rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height, or show fewer lines in it")
    }
    return frame
  }

  // MARK: Layout

  private struct Ground {
    var lines: [(from: Figure, to: Figure, series: Int)]
    var leftLabels: [Label]
    var rightLabels: [Label]
    var dates: (Label, Label)
    var left: Double
    var right: Double
    /// Under the plot, where the axis begins at another value than zero.
    var foot: Label?
    var tail = 0.0
    var head: Double { max(dates.0.height, dates.1.height) + SlopeChart.gapUnderDates }
  }

  private func needed(_ ground: Ground) -> Double {
    ground.head + ground.tail
      + max(
        Self.lowestPlot * lineHeight, MarginLabels.height(of: ground.leftLabels),
        MarginLabels.height(of: ground.rightLabels))
  }

  /// With the unit at the highest value, or where there is no room for it, under the plot.
  private func ground(_ width: Double) -> Ground? {
    ground(width, unitBelow: false) ?? ground(width, unitBelow: true)
  }

  private func ground(_ width: Double, unitBelow: Bool) -> Ground? {
    var grounds: [Ground] = []
    for (index, panel) in context.panels.enumerated() {
      guard let ground = labels(of: panel, width: width, unitBelow: unitBelow, saysUnit: index == 0) else {
        return nil
      }
      grounds.append(ground)
    }
    guard
      var own = context.isFirst
        ? grounds.first : labels(of: chart, width: width, unitBelow: unitBelow, saysUnit: false)
    else { return nil }
    // Panels have the same margins.
    own.tail = grounds.map(\.tail).max() ?? own.tail
    own.left = grounds.map(\.left).max() ?? own.left
    own.right = grounds.map(\.right).min() ?? own.right
    let first = own.dates
    guard own.right - own.left >= Self.narrowestPlot * style.values.size,
      first.0.width + 4 + first.1.width <= width
    else { return nil }
    return own
  }

  private func labels(of chart: ChartDescription, width: Double, unitBelow: Bool, saysUnit: Bool) -> Ground? {
    var lines: [(from: Figure, to: Figure, series: Int)] = []
    for (index, series) in chart.series.enumerated() {
      let figures = series.figuresInTime
      guard let from = figures.first, let to = figures.last, figures.count > 1 else { continue }
      lines.append((from, to, index))
    }
    guard let first = lines.first else { return nil }
    let dateStyle = style.axisLabels.weighing(600).colored(style.ink)
    var left: [Label] = []
    var right: [Label] = []
    // The unit once, at the highest value.
    let unitLine = lines.indices.max { lines[$0].from.value < lines[$1].from.value }
    for (number, line) in lines.enumerated() {
      let recedes = chart.recedes(line.from) && chart.recedes(line.to)
      let values = style.values.colored(recedes ? style.grey : style.values.color)
      let start =
        number == unitLine && !unitBelow && saysUnit ? line.from.valueWithUnit : line.from.words(.shortNumber)
      left.append(lettering.line(start, values))
      let name = context.isPanel && chart.series.count == 1 ? "" : chart.series[line.series].name
      let end = line.to.words(.shortNumber) + words(line.to)
      let text = RichText(
        [
          .init(end, values),
          .init(name.isEmpty ? "" : " \(name)", style.axisLabels.colored(recedes ? style.grey : style.ink)),
        ].filter { !$0.text.isEmpty })
      guard let label = lettering.fitted(text, widths: [0.42, 0.5].map { $0 * width }) else { return nil }
      right.append(label)
    }
    let unit = unitBelow && saysUnit && !first.from.unit.text.isEmpty ? first.from.unit.text : nil
    let axis = chart.axisStart.map { "axis from \(Ticks.text($0, first.from.unit, of: first.from))" }
    let feet = [unit, axis].compactMap(\.self)
    let foot =
      feet.isEmpty
      ? nil
      : lettering.line(
        feet.joined(separator: style.comma(after: feet[0])), style.axisLabels.colored(style.grey))
    if let foot, foot.width > width { return nil }
    let reach = MarkerPainter.reach(style)
    return Ground(
      lines: lines, leftLabels: left, rightLabels: right,
      dates: (
        lettering.line(first.from.words(.periodShort), dateStyle),
        lettering.line(first.to.words(.periodShort), dateStyle)
      ), left: (left.map(\.width).max() ?? 0) + MarginLabels.gap + reach,
      right: width - (right.map(\.width).max() ?? 0) - MarginLabels.gap - reach, foot: foot,
      tail: foot.map { $0.height + 3 } ?? 0)
  }

  private func words(_ figure: Figure) -> String {
    figure.status == .actual ? "" : " \(figure.status.rawValue)"
  }

  // MARK: Painting

  private func painted(_ ground: Ground, _ size: Size) -> Frame? {
    var frame = Frame(size: size)
    let top = ground.head
    let bottom = size.height - ground.tail
    let half = max(lineHeight / 2, MarkerPainter.reach(style))
    let values = context.panels.flatMap(\.figures).map { $0.value.double - origin }
    let scale = ValueScale.fitting(
      height: bottom - top, upper: values.map { .init(value: max(0, $0), room: half) },
      lower: values.map { .init(value: min(0, $0), room: half) }, ticks: Ticks(values: [], step: 0))
    func y(_ figure: Figure) -> Double { top + scale.y(figure.value.double - origin) }
    let right = min(ground.right, ground.left + (bottom - top) * Self.widest)
    let reach = MarkerPainter.reach(style)
    let starts = MarginLabels(
      entries: zip(ground.leftLabels, ground.lines).map { .init(label: $0, y: y($1.from)) }, side: .left,
      from: ground.left - reach, edge: ground.left - reach - MarginLabels.gap)
    let ends = MarginLabels(
      entries: zip(ground.rightLabels, ground.lines).map { .init(label: $0, y: y($1.to)) }, side: .right,
      from: right + reach, edge: right + reach + MarginLabels.gap)
    guard let startBoxes = starts.boxes(from: top, to: bottom),
      let endBoxes = ends.boxes(from: top, to: bottom)
    else { return nil }
    for (date, x) in [(ground.dates.0, ground.left), (ground.dates.1, right)] {
      frame.stroke(.line(from: Point(x, top), to: Point(x, bottom)), Stroke(style.hairline, width: 0.75))
      frame.add(date, at: Point(min(max(0, x - date.width / 2), size.width - date.width), 0))
    }
    for line in ground.lines {
      let color = color(line.from, line.to, line.series)
      let (from, to) = (Point(ground.left, y(line.from)), Point(right, y(line.to)))
      let statuses = [line.from.status, line.to.status]
      let dash: [Double] =
        statuses.contains(.target) ? [3.2, 2] : statuses.contains(.estimate) ? [2, 1.4] : []
      frame.stroke(.line(from: from, to: to), Stroke(color, width: style.line ?? 1.4, dash: dash))
    }
    for line in ground.lines {
      let painter = MarkerPainter(color(line.from, line.to, line.series), style)
      for (figure, x) in [(line.from, ground.left), (line.to, right)] {
        // Both dates are of the same length, and stand over the lines.
        painter.paint(BarLook(figure, isPartOfYear: false), at: Point(x, y(figure)), on: &frame)
        if let end = OpenEnd(figure) {
          painter.paintOpenEnd(
            end, isNegative: figure.value < 0, at: Point(x, y(figure)), outward: Point(0, -1), on: &frame)
        }
      }
    }
    starts.paint(startBoxes, on: &frame, style: style)
    ends.paint(endBoxes, on: &frame, style: style)
    if let foot = ground.foot { frame.add(foot, at: Point(0, size.height - foot.height)) }
    return frame
  }

  /// Many lines are told apart by their names alone.
  private func color(_ from: Figure, _ to: Figure, _ series: Int) -> Color {
    if chart.recedes(from), chart.recedes(to) { return style.receding }
    return chart.series.count > style.seriesColors.count
      ? style.primary : style.edge(of: style.color(ofSeries: series))
  }
}
