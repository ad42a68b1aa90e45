import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting
import struct Foundation.Decimal

/// Parts of a whole as a strip that is the whole, each part labelled at its place.
struct ShareChart {
  let context: ChartContext
  let width: Double

  init(_ context: ChartContext, width: Double) {
    self.context = context
    self.width = width
  }

  private var figures: [Figure] { context.chart.figures }
  private var lettering: Lettering { context.lettering }
  private var style: ChartStyle { context.style }

  /// Sizes of the numerals, in sizes of the values' type: the largest that fits is taken.
  private var numeralSizes: [Double] {
    switch figures.count {
    case 1: [5.2, 4.6, 4, 3.6, 3.2, 2.8, 2.4, 2, 1.5, 1]
    case 2...3: [4, 3.2, 2.6, 2.2, 1.8, 1.4, 1]
    case 4...6: [2.2, 1.8, 1.4, 1]
    default: [1.4, 1]
    }
  }
  /// From a pole to its own label; others keep farther away, so that none seems to be its.
  private var poleGap: Double { max(2.5, style.values.size * 0.28) }
  private static let gapUnderLabels = 4.0
  /// Of figures, in sizes of their type.
  private static let heightOfFigures = 0.73
  private static let gapOverScale = 2.0

  struct Plan {
    /// In sizes of the values' type.
    var numeral: Double
    var flags: [PlacedFlag]
    var strip: Rect
    var scale: [(label: Label, x: Double)]
    var height: Double
  }

  func draw(height: Double) throws(DiagnosticError) -> Frame {
    guard let least = leastHeight else {
      throw DiagnosticError(
        "the labels of the parts have no room in \(Int(width)) pt of width",
        advice: "give the chart more width, or shorten the figures' labels")
    }
    guard let plan = plan(room: height) else {
      throw DiagnosticError(
        "the strip and its labels need \(Int(least.rounded(.up))) pt of height, the area has \(Int(height)) pt",
        advice: "give the chart more height, or show fewer parts in it")
    }
    return painted(plan, height: height)
  }

  /// Heights of the least and the most that the chart makes good use of; `nil` if it needs more width.
  var heights: (least: Double, best: Double)? {
    guard let least = leastHeight, let best = plan(room: .infinity) else { return nil }
    return (least, best.height)
  }

  /// Whether its numerals are large over a strip that is no mere line.
  func isAtEase(height: Double) -> Bool {
    guard let plan = plan(room: height) else { return false }
    return plan.numeral >= min(2.2, numeralSizes[0]) && plan.strip.height >= 2.5 * style.values.size
  }

  private var leastHeight: Double? { numeralSizes.compactMap { plan(numeral: $0, room: 0)?.height }.min() }

  /// With the largest numerals whose labels stand side by side, else with the largest.
  private func plan(room: Double) -> Plan? {
    let plans = numeralSizes.compactMap { plan(numeral: $0, room: room) }.filter { $0.height <= room + 0.01 }
    return plans.first { Set($0.flags.map(\.bottom)).count == 1 } ?? plans.first
  }

  // MARK: Layout

  private var scaleFactor: Double { width / 100 }

  /// Left and right edge of each part.
  private var extents: [(left: Double, right: Double)] {
    var sum = Decimal(0)
    return figures.map { figure in
      let left = sum
      sum += figure.value
      return (left.double * scaleFactor, sum.double * scaleFactor)
    }
  }

  private func plan(numeral: Double, room: Double) -> Plan? {
    let flags = zip(figures, extents).map { figure, extent in
      Flag(
        rightPole: min(extent.left + 0.5, width), leftPole: max(0, extent.right - 0.5),
        labels: labels(of: figure, numeral: numeral * style.values.size))
    }
    guard
      let placed = FlagLayout(
        width: width, lowest: Self.gapUnderLabels, costOfLeft: 200,
        poleGap: poleGap, besidePole: 1.6 * poleGap
      ).place(flags)
    else { return nil }
    let top = placed.map(\.top).max() ?? 0
    let text = style.axisLabels.colored(style.grey)
    let start = lettering.line("0", text)
    let end = lettering.line("100%", text)
    let under = Self.gapOverScale + start.height
    // A strip of good proportion: about as thick as the numerals are tall, never a wall.
    let thinnest = style.values.size * 2
    let thickest = max(thinnest, min(width * 0.14, 5.5 * style.values.size))
    let thickness = min(thickest, max(thinnest, room - top - under))
    return Plan(
      numeral: numeral, flags: placed, strip: Rect(x: 0, y: top, width: width, height: thickness),
      scale: [(start, 0), (end, width - end.width)], height: top + thickness + under)
  }

  /// The value over its label, in several widths.
  private func labels(of figure: Figure, numeral: Double) -> [Label] {
    let isReceding = context.chart.recedes(figure)
    let color = isReceding ? style.grey : style.values.color
    var numerals = style.values.scaled(to: numeral).colored(color)
    // Figures of one width are for columns of numbers.
    numerals.features.removeAll { $0 == "tnum" }
    let value = lettering.line(figure.words(.short), numerals)
    let words = ([figure.label] + figure.statusWords(style.statusWords, isPartOfYear: false)).joined(
      separator: style.comma)
    let text = RichText(words, style.axisLabels.colored(isReceding ? style.grey : style.ink))
    var shapes: [Label] = []
    for share in [0.92, 0.62, 0.42, 0.28, 0.2] {
      let width = share * self.width
      // One side of every pole has nearly half of the width: there a word is broken that is wider.
      let isLast = share == 0.42
      guard let words = lettering.wrapped(text, width: width, breaksWords: isLast) else { continue }
      let label = value.stacked(above: words)
      // Of as many lines, one that is narrower can stand where the wide one can't.
      let isOther =
        label.lines.count != shapes.last?.lines.count || label.width < 0.9 * (shapes.last?.width ?? 0)
      if label.width <= width + 0.01 || shapes.isEmpty, isOther {
        shapes.append(label)
      }
    }
    return shapes
  }

  // MARK: Painting

  private func painted(_ plan: Plan, height: Double) -> Frame {
    var frame = Frame(size: Size(width, height))
    let strip = plan.strip
    frame.fill(.rectangle(strip), style.hairline.mixed(with: style.paper, amount: 0.35))
    for (index, (figure, extent)) in zip(figures, extents).enumerated() {
      let painter = BarPainter(style.color(ofSeries: index), style)
      let look = BarLook(figure, isPartOfYear: false)
      let rect = Rect(x: extent.left, y: strip.minY, width: extent.right - extent.left, height: strip.height)
      if rect.width > 0 { painter.paint(look, rect, on: &frame) }
      if index > 0 {
        frame.stroke(
          .line(from: Point(rect.minX, rect.minY), to: Point(rect.minX, rect.maxY)),
          Stroke(style.paper, width: 0.6))
      }
      if let end = OpenEnd(figure) {
        painter.paintOpenEnd(
          end, from: Point(min(rect.maxX, width - BarPainter.capGap), rect.minY),
          to: Point(min(rect.maxX, width - BarPainter.capGap), rect.maxY), outward: Point(1, 0),
          look: look,
          on: &frame)
      }
    }
    for flag in plan.flags {
      let top = strip.minY - flag.top
      if figures.count == 1, flag.isRight {
        // The only label needs no pole to say what it belongs to.
        frame.add(flag.label, at: Point(0, top))
        continue
      }
      // It begins level with the numeral's upper edge.
      let depth = flag.label.ascent - Self.heightOfFigures * plan.numeral * style.values.size
      frame.stroke(
        .line(from: Point(flag.pole, top + depth), to: Point(flag.pole, strip.minY)),
        Stroke(style.grey, width: 0.5))
      frame.add(flag.label, at: Point(flag.left, top), aligned: flag.isRight ? .left : .right)
    }
    paintRest(plan, on: &frame)
    for (label, x) in plan.scale { frame.add(label, at: Point(x, strip.maxY + Self.gapOverScale)) }
    return frame
  }

  /// What is left of the whole is a value only if all parts are exact.
  private func paintRest(_ plan: Plan, on frame: inout Frame) {
    let rest = 100 - figures.reduce(Decimal(0)) { $0 + $1.value }
    guard rest > 0, let last = figures.last, figures.allSatisfy({ $0.qualifier == .exact }) else { return }
    let text = Ticks.text(rest, last.unit, of: last)
    let label = lettering.line(text, style.axisLabels.colored(style.ink))
    let left = width - rest.double * scaleFactor
    guard label.width + 8 <= width - left, label.height <= plan.strip.height else { return }
    frame.add(label, at: Point(width - 4 - label.width, plan.strip.midY - label.height / 2))
  }
}
