import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Typesetting

/// Series on top of each other over true time, as amounts or as parts of their sum.
struct AreaChart: ContextualForm {
  let context: ChartContext
  let stacks: [ChartDescription.Stack]

  init(context: ChartContext) {
    self.context = context
    stacks = context.chart.stacks
  }

  /// In lines of the values' type.
  private static let lowestPlot = 5.0
  /// In sizes of the type.
  private static let narrowestPlot = 6.0
  private static let gapOverYears = 3.0
  /// Of the width, for the names of series beside the last period; the wider where a word needs it.
  private static let widestNames = [0.34, 0.42]
  /// Of a column of a period that has no neighbours, points.
  private static let alone = 3.0
  /// Of the paper's colour in areas over periods without figures.
  private static let paleness = 0.85

  private var isShare: Bool { chart.areaMeasure == .share }

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
        "the areas have no room beside their names in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or shorten the names of its series")
    }
    let needed = needed(ground)
    guard needed <= size.height + 0.01, let frame = painted(ground, size) else {
      throw DiagnosticError(
        "the areas need \(Int(needed.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height")
    }
    return frame
  }

  // MARK: Layout

  private struct Ground {
    var plot: PeriodPlot
    /// Beside the last period; empty where the key has them.
    var names: [Label]
  }

  private func needed(_ ground: Ground) -> Double {
    ground.plot.margins + max(Self.lowestPlot * lineHeight, MarginLabels.height(of: ground.names))
  }

  private func ground(_ size: Size) -> Ground? {
    names(size.width).flatMap { ground(size, $0) } ?? ground(size, [])
  }

  private func ground(_ size: Size, _ names: [Label]) -> Ground? {
    guard let first = chart.figures.first,
      let references = ReferenceLines(
        chart, saidAtMarks: [], width: size.width, lettering: lettering, style: style)
    else { return nil }
    let periods = stacks.map(\.period)
    let draft = TimeSlots(covering: periods, from: 0, to: 1, share: 1)
    let statuses = ChartKey.Entry.statuses(of: chart.figures, isPartOfYear: { _ in false }, style: style)
    var percent = first
    percent.unit = Unit("%")
    let plot = PeriodPlot(
      context, size: size, references: references,
      .init(
        periods: periods, values: isShare ? [0, 100] : stacks.map { top($0) },
        figure: isShare ? percent : nil,
        key: (names.isEmpty ? chart.seriesKey(style) : []) + statuses,
        margin: names.map(\.width).max().map { $0 + MarginLabels.gap } ?? Self.alone,
        gapOverYears: Self.gapOverYears,
        yearsEnd: size.width,
        slots: { left, right in
          guard right - left >= Self.narrowestPlot * style.values.size else { return nil }
          // Areas reach from the middle of the first slot to that of the last; half a slot is left to the names.
          let lastMiddle = (Double(draft.count) - 0.5) / Double(draft.count)
          return TimeSlots(covering: periods, from: left, to: left + (right - left) / lastMiddle, share: 1)
        }))
    return plot.map { Ground(plot: $0, names: names) }
  }

  private func top(_ stack: ChartDescription.Stack) -> Double { stack.parts.last?.to.double ?? 0 }

  /// "15 Steel"; `nil` where a name has no room, or what it names can't be seen.
  private func names(_ width: Double) -> [Label]? {
    guard let last = stacks.last, let most = stacks.map(top).max(), most > 0,
      last.parts.allSatisfy({ ($0.to - $0.from).double > most * 0.005 })
    else { return nil }
    var labels: [Label] = []
    for part in last.parts {
      let recedes = chart.recedes(series: part.series)
      let value = isShare ? chart.share(part) : part.figure
      let text = RichText([
        .init(
          isShare ? value.words(.value, inDigits: true) : value.words(.shortNumber),
          style.values.colored(recedes ? style.grey : style.values.color)),
        .init(
          " " + chart.series[part.series].name, style.axisLabels.colored(recedes ? style.grey : style.ink)),
      ])
      guard let label = lettering.fitted(text, widths: Self.widestNames.map { $0 * width }) else {
        return nil
      }
      labels.append(label)
    }
    return labels
  }

  private func scale(_ ground: Ground) -> ValueScale {
    let room = isShare ? 2 : lineHeight + BarPainter.capGap + 3
    let (upper, lower) = ground.plot.needs
    return .fitting(
      height: ground.plot.height, upper: upper + stacks.map { .init(value: top($0), room: room) },
      lower: lower,
      ticks: ground.plot.axis.ticks)
  }

  // MARK: Painting

  private func painted(_ ground: Ground, _ size: Size) -> Frame? {
    var frame = Frame(size: size)
    var plot = ground.plot
    let scale = scale(ground)
    plot.place(scale)
    let xs = stacks.map { stack in
      let extent = plot.slots.extent(of: stack.period)
      return (extent.left + extent.right) / 2
    }
    func y(_ value: Decimal) -> Double { plot.y(value.double, on: scale) }
    let names = MarginLabels(
      entries: zip(ground.names, stacks.last?.parts ?? []).map {
        .init(label: $0, y: y(($1.from + $1.to) / 2))
      }, side: .right, from: xs.last ?? 0, edge: (xs.last ?? 0) + MarginLabels.gap)
    guard let boxes = names.boxes(from: plot.key.height, to: plot.top + plot.height) else { return nil }
    plot.key.paint(on: &frame, at: .zero)
    plot.axis.paint(on: &frame)
    paintGaps(xs, y, on: &frame)
    for run in runs { paint(run, xs, y, on: &frame) }
    // Of a part that is more than it seems the share may be more or less.
    if !isShare { paintOpenEnds(xs, y, on: &frame) }
    plot.axis.paintBaseline(on: &frame)
    names.paint(boxes, on: &frame, style: style)
    if !isShare { paintSums(xs, y, plot.axis.boxes + boxes, plot, on: &frame) }
    plot.paintYears(on: &frame)
    return frame
  }

  /// Indices of stacks whose periods follow each other.
  private var runs: [ClosedRange<Int>] {
    stacks.indices.reduce(into: [ClosedRange<Int>]()) { runs, index in
      if let last = runs.last, stacks[index].period.firstMonth == stacks[index - 1].period.lastMonth + 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
  }

  private func paint(
    _ run: ClosedRange<Int>, _ xs: [Double], _ y: (Decimal) -> Double, on frame: inout Frame
  ) {
    for (number, part) in stacks[run.lowerBound].parts.enumerated() {
      let painter = BarPainter(color(part.series), style)
      if run.count == 1 {
        let (x, top, bottom) = (xs[run.lowerBound], y(part.to), y(part.from))
        painter.paint(
          look([part.figure]), Rect(x: x - Self.alone / 2, y: top, width: Self.alone, height: bottom - top),
          on: &frame)
      }
      for (piece, look) in pieces(of: number, in: run) {
        let upper = piece.map { Point(xs[$0], y(stacks[$0].parts[number].to)) }
        let lower = piece.reversed().map { Point(xs[$0], y(stacks[$0].parts[number].from)) }
        painter.paint(look, outline: .polyline(upper + lower, closed: true), on: &frame)
        // Between areas that lie on each other.
        if number > 0 {
          frame.stroke(.polyline(Array(lower), closed: false), Stroke(style.paper, width: 0.7))
        }
      }
    }
  }

  /// Pieces of a run in which an area has one look.
  private func pieces(of part: Int, in run: ClosedRange<Int>) -> [(indices: ClosedRange<Int>, look: BarLook)]
  {
    var pieces: [(indices: ClosedRange<Int>, look: BarLook)] = []
    for index in run.dropLast() {
      let look = look([index, index + 1].map { stacks[$0].parts[part].figure })
      if let last = pieces.last, last.look == look {
        pieces[pieces.count - 1].indices = last.indices.lowerBound...(index + 1)
      } else {
        pieces.append((index...(index + 1), look))
      }
    }
    return pieces
  }

  /// What lies between two values is as sure as the less sure of them.
  private func look(_ figures: [Figure]) -> BarLook {
    let looks = figures.map { BarLook($0, isPartOfYear: false) }
    return [.estimate, .derived].first(where: looks.contains) ?? .actual
  }

  private func color(_ series: Int) -> Color {
    chart.recedes(series: series) ? style.receding : style.color(ofSeries: series)
  }

  /// Pale with a dotted outline over periods that have no figures.
  private func paintGaps(_ xs: [Double], _ y: (Decimal) -> Double, on frame: inout Frame) {
    for (run, next) in zip(runs, runs.dropFirst()) {
      let (a, b) = (run.upperBound, next.lowerBound)
      for (from, to) in zip(stacks[a].parts, stacks[b].parts) {
        let corners = [
          Point(xs[a], y(from.from)), Point(xs[a], y(from.to)), Point(xs[b], y(to.to)),
          Point(xs[b], y(to.from)),
        ]
        frame.fill(
          .polyline(corners, closed: true),
          color(from.series).mixed(with: style.paper, amount: Self.paleness))
      }
      for (from, to) in zip(stacks[a].parts, stacks[b].parts) {
        frame.stroke(
          .line(from: Point(xs[a], y(from.to)), to: Point(xs[b], y(to.to))),
          Stroke(style.edge(of: color(from.series)), width: 0.7, dash: [0.7, 2.2]))
      }
    }
  }

  /// Dotted lines where the true value lies beyond an area's edge, or within it.
  private func paintOpenEnds(_ xs: [Double], _ y: (Decimal) -> Double, on frame: inout Frame) {
    let half = MarkerPainter.radius(style)
    for (stack, x) in zip(stacks, xs) {
      for (number, part) in stack.parts.enumerated() {
        guard let end = OpenEnd(part.figure) else { continue }
        let isOnPaper = number == stack.parts.count - 1 && end == .beyond
        let height = y(part.to) + (end == .beyond ? -BarPainter.capGap : BarPainter.capGap)
        let (left, right) = (max(xs[0], x - half), min(xs[xs.count - 1], x + half))
        frame.stroke(
          .line(from: Point(left, height), to: Point(right, height)),
          Stroke(isOnPaper ? style.edge(of: color(part.series)) : style.paper, width: 0.9, dash: [1, 1.2]))
      }
    }
  }

  /// Sums over the last period, the highest and the first, where they have room.
  private func paintSums(
    _ xs: [Double], _ y: (Decimal) -> Double, _ taken: [Rect], _ plot: PeriodPlot, on frame: inout Frame
  ) {
    let tops = zip(xs, stacks).map { Point($0, y($1.parts.last?.to ?? 0)) }
    let edges = zip(tops, tops.dropFirst()).flatMap { LabelPlacer.boxes($0, $1) }
    let bounds = Rect(x: 0, y: plot.top, width: (xs.last ?? 0) + 1, height: plot.height)
    let columns = runs.filter { $0.count == 1 }.map { run in
      let top = tops[run.lowerBound]
      return Rect(x: top.x - Self.alone / 2, y: top.y, width: Self.alone, height: max(0, y(0) - top.y))
    }
    var placer = LabelPlacer(bounds: bounds, taken: taken + edges + columns)
    let highest = stacks.indices.max { top(stacks[$0]) < top(stacks[$1]) }
    var seen = Set<Int>()
    for index in [stacks.indices.last, highest, stacks.indices.first].compactMap(\.self)
    where seen.insert(index).inserted {
      guard let sum = Figure.sum(of: stacks[index].figures) else { continue }
      let label = lettering.line(sum.sumInWords(), style.values.haloed(style.paper))
      let reach = BarPainter.capGap + 2
      let places = [0.5, 1, 0].map { part in
        let left = xs[index] - part * label.width
        // Over all that the areas reach there, since they may be higher beside it.
        let highest = heights(of: tops, from: left, to: left + label.width).min() ?? tops[index].y
        return Rect(
          x: left, y: min(tops[index].y, highest) - reach - label.height, width: label.width,
          height: label.height)
      }.filter { tops[index].y - $0.maxY < 2 * label.height + reach }
      guard let box = places.first(where: { placer.isFree($0) }) else {
        // The parts of the last are named, and another's sum beside them would be taken for theirs.
        if index == stacks.count - 1 { return }
        continue
      }
      placer.take(box)
      frame.add(label, at: box.origin)
    }
  }

  /// Of the areas' upper edge between two places, at them and at the periods between them.
  private func heights(of tops: [Point], from left: Double, to right: Double) -> [Double] {
    zip(tops, tops.dropFirst()).flatMap { a, b -> [Double] in
      let (from, to) = (max(a.x, left), min(b.x, right))
      guard from <= to, b.x > a.x else { return [] }
      func height(_ x: Double) -> Double { a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) }
      return [height(from), height(to)]
    }
  }
}
