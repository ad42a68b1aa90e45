import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Series over true time: points at their values, lines between, names at the lines' ends.
struct LineChart: ContextualForm {
  let context: ChartContext

  private var origin: Double { chart.axisStart?.double ?? 0 }
  private var allFigures: [Figure] { context.panels.flatMap(\.figures) }

  private static let lowestPlot = 4.0
  private static let narrowestPlot = 5.0
  private static let gapOverYears = 4.0
  /// Of the width, for what stands at the lines' ends.
  private static let widestEnds = 0.34
  /// More values than these at points make a thicket.
  private static let mostValues = 14

  func heights(width: Double) -> (least: Double, best: Double)? {
    var least = Self.lowestPlot * lineHeight
    for _ in 0..<4 {
      guard let ground = ground(Size(width, least)) else { return nil }
      least = max(least, needed(ground))
    }
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
    var key: ChartKey
    var axis: ValueAxis
    var slots: TimeSlots
    var years: TimeAxisLabels
    var references: ReferenceLines
    /// For each series its last value and name.
    var ends: [Label]
    var top: Double
    var margins: Double
  }

  private func needed(_ ground: Ground) -> Double {
    ground.margins
      + max(Self.lowestPlot * lineHeight, MarginLabels.height(of: ground.ends + ground.references.labels))
  }

  private func ground(_ size: Size) -> Ground? {
    guard let references = ReferenceLines(chart, width: size.width, lettering: lettering, style: style),
      let ends = endLabels(width: size.width * Self.widestEnds), let figure = chart.figures.first
    else { return nil }
    // Panels have the same margin.
    var margin = references.margin
    for panel in context.panels {
      guard let labels = endLabels(of: panel, width: size.width * Self.widestEnds) else { return nil }
      margin = max(margin, (labels.map(\.width).max() ?? 0) + MarginLabels.gap)
    }
    let right = size.width - margin
    let periods = allFigures.compactMap(\.period)
    guard !periods.isEmpty else { return nil }
    let draft = TimeSlots(covering: periods, from: 0, to: right, share: 1)
    let entries = ChartKey.Entry.statuses(of: chart.figures, isPartOfYear: draft.isPartOfYear, style: style)
    let key = ChartKey(context.isPanel ? [] : entries, width: size.width, lettering: lettering, style: style)
    let ticks = ValueAxis.ticks(
      for: allFigures.map(\.value.double) + references.needs, from: origin,
      height: size.height - key.height - 3 * lineHeight, style: style)
    let axis = ValueAxis(ticks, from: origin, of: figure, width: right, lettering: lettering, style: style)
    guard right - axis.gutter >= Self.narrowestPlot * style.values.size, key.width <= size.width,
      axis.leastWidth <= right
    else { return nil }
    let slots = TimeSlots(covering: periods, from: axis.gutter, to: right, share: 1)
    let years = TimeAxisLabels(slots, periods: periods, right: right, lettering: lettering, style: style)
    let top = key.height + axis.unitRowHeight
    return Ground(
      key: key, axis: axis, slots: slots, years: years, references: references, ends: ends, top: top,
      margins: top + years.height + Self.gapOverYears)
  }

  private func endLabels(width: Double) -> [Label]? { endLabels(of: chart, width: width) }

  /// "5.2 Exports"; a panel's title says the name.
  private func endLabels(of chart: ChartDescription, width: Double) -> [Label]? {
    var labels: [Label] = []
    for series in chart.series {
      let last = series.figuresInTime.last
      let recedes =
        !chart.highlighted.isEmpty && !series.figures.contains { chart.highlighted.contains($0.id) }
      let name = chart.series.count > 1 || !context.isPanel ? series.name : ""
      let text = RichText(
        [
          .init(
            last?.words(.shortNumber) ?? "", style.values.colored(recedes ? style.grey : style.values.color)),
          .init(name.isEmpty ? "" : " \(name)", style.axisLabels.colored(recedes ? style.grey : style.ink)),
        ].filter { !$0.text.isEmpty })
      guard let label = lettering.wrapped(text, width: width) else { return nil }
      labels.append(label)
    }
    return labels
  }

  private func scale(_ ground: Ground, height: Double) -> ValueScale {
    let reach = MarkerPainter.reach(style)
    var upper = ground.axis.needs
    var lower: [ValueScale.Need] = ground.axis.ticks.values.map { .init(value: $0.double - origin, room: 0) }
    for value in allFigures.map({ $0.value.double - origin }) {
      upper.append(.init(value: max(0, value), room: lineHeight + reach))
      if value < 0 { lower.append(.init(value: value, room: reach)) }
    }
    // Points near zero reach below it, those with an open end farther.
    let highest = allFigures.map { $0.value.double - origin }.max() ?? 0
    let low = allFigures.filter { $0.value.double - origin < 0.2 * highest + 1e-9 }
    if !low.isEmpty {
      let below = low.contains { OpenEnd($0) != nil } ? reach : MarkerPainter.radius(style) * 1.25
      lower.append(.init(value: 0, room: max(0, below - Self.gapOverYears + 1)))
    }
    for value in ground.references.needs.map({ $0 - origin }) {
      if value < 0 {
        lower.append(.init(value: value, room: 1))
      } else {
        upper.append(.init(value: value, room: 1))
      }
    }
    return .fitting(height: height, upper: upper, lower: lower, ticks: ground.axis.ticks)
  }

  /// A value at its place.
  private struct Dot {
    var figure: Figure
    var series: Int
    var center: Point
    /// Whether it is joined to its neighbours: of the length that most of its series have.
    var isOnLine: Bool
  }

  private func dots(_ ground: Ground, _ y: (Double) -> Double) -> [[Dot]] {
    chart.series.enumerated().map { index, series in
      let figures = series.figuresInTime
      // What is of another length of time, or a target beside an actual value, can't be joined.
      let lengths = figures.compactMap(\.period?.months)
      let usual = lengths.max { a, b in
        let (x, y) = (lengths.filter { $0 == a }.count, lengths.filter { $0 == b }.count)
        return x == y ? a < b : x < y
      }
      return figures.compactMap { figure in
        guard let period = figure.period else { return nil }
        let extent = ground.slots.extent(of: period)
        let isTwice =
          figure.status == .target && figures.contains { $0.period == period && $0.status != .target }
        return Dot(
          figure: figure, series: index,
          center: Point((extent.left + extent.right) / 2, y(figure.value.double)),
          isOnLine: period.months == usual && !isTwice)
      }
    }
  }

  // MARK: Painting

  private func painted(_ ground: Ground, _ size: Size, _ leftOut: inout [String]) -> Frame? {
    var frame = Frame(size: size)
    let height = size.height - ground.margins
    let scale = scale(ground, height: height)
    var axis = ground.axis
    axis.place(scale, top: ground.top)
    func y(_ value: Double) -> Double { ground.top + scale.y(value - origin) }
    let dots = dots(ground, y)
    let heights = ground.references.needs.map(y)
    let ends = zip(ground.ends, dots).compactMap { label, dots in
      dots.last.map { MarginLabels.Entry(label: label, y: $0.center.y) }
    }
    let lines = zip(ground.references.labels, heights).map { MarginLabels.Entry(label: $0, y: $1) }
    let lastX = dots.compactMap(\.last?.center.x).max() ?? ground.slots.right
    let margin = MarginLabels(
      entries: ends + lines, side: .right, from: lastX + MarkerPainter.radius(style) + 1,
      edge: ground.slots.right + MarginLabels.gap)
    guard let boxes = margin.boxes(from: 0, to: ground.top + height) else { return nil }
    ground.key.paint(on: &frame, at: .zero)
    axis.paint(on: &frame)
    axis.paintBaseline(on: &frame)
    for line in dots { paintLine(line, on: &frame) }
    let showsAll = ground.slots.width >= 3 * MarkerPainter.radius(style)
    for dot in dots.flatMap(\.self) { paint(dot, ground.slots, always: showsAll, on: &frame) }
    margin.paint(boxes, on: &frame, style: style)
    let lineBoxes = heights.map {
      Rect(x: axis.gutter, y: $0 - 0.4, width: ground.slots.right - axis.gutter, height: 0.8)
    }
    leftOut += paintValues(
      dots, boxes + axis.boxes + lineBoxes,
      Rect(x: axis.gutter, y: ground.top, width: size.width - axis.gutter, height: height), on: &frame)
    ground.references.paintLines(heights, from: axis.gutter, to: ground.slots.right, on: &frame)
    for placed in ground.years.labels {
      let top = size.height - ground.years.height + Double(placed.row) * placed.label.height
      frame.add(placed.label, at: Point(placed.x, top))
    }
    return frame
  }

  private func color(_ dot: Dot) -> Color {
    let series = chart.series[dot.series]
    let recedes = !chart.highlighted.isEmpty && !series.figures.contains { chart.highlighted.contains($0.id) }
    return recedes ? style.receding : style.edge(of: style.color(ofSeries: dot.series))
  }

  /// Solid from one period to the next, dashed to a target or estimate, dotted over periods that have no figure.
  private func paintLine(_ dots: [Dot], on frame: inout Frame) {
    let line = dots.filter(\.isOnLine)
    for (from, to) in zip(line, line.dropFirst()) {
      guard let a = from.figure.period, let b = to.figure.period else { continue }
      let statuses = [from.figure.status, to.figure.status]
      let isGap = b.firstMonth > a.lastMonth + 1
      let stroke =
        statuses.contains(.target)
        ? Stroke(color(to), width: 1, dash: [3.2, 2])
        : statuses.contains(.estimate)
          ? Stroke(color(to), width: 1, dash: [2, 1.4])
          : isGap ? Stroke(color(to), width: 0.7, dash: [0.7, 2.2]) : Stroke(color(to), width: 1.5)
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

  /// Values at the points that matter most.
  /// - Returns: those that find no room.
  private func paintValues(
    _ lines: [[Dot]], _ taken: [Rect], _ bounds: Rect, on frame: inout Frame
  ) -> [String] {
    let radius = MarkerPainter.radius(style)
    var obstacles = taken
    for dot in lines.flatMap(\.self) {
      let reach = OpenEnd(dot.figure) == nil ? radius : MarkerPainter.reach(style)
      obstacles.append(
        Rect(x: dot.center.x - radius, y: dot.center.y - reach, width: 2 * radius, height: 2 * reach))
    }
    for line in lines {
      let joined = line.filter(\.isOnLine).map(\.center)
      for (from, to) in zip(joined, joined.dropFirst()) { obstacles += Self.boxes(from, to) }
    }
    var placer = LabelPlacer(bounds: bounds, taken: obstacles)
    var leftOut: [String] = []
    for dot in valued(lines) {
      let label = lettering.line(
        dot.figure.words(.shortNumber),
        style.values.colored(color(dot) == style.receding ? style.grey : style.ink).haloed(style.paper))
      guard let box = place(label, at: dot, among: lines.flatMap(\.self), placer) else {
        leftOut.append(chart.nameOfLeftOut(dot.figure))
        continue
      }
      placer.take(box)
      frame.add(label, at: box.origin)
    }
    return leftOut
  }

  private func place(_ label: Label, at dot: Dot, among dots: [Dot], _ placer: LabelPlacer) -> Rect? {
    let reach = (OpenEnd(dot.figure) == nil ? MarkerPainter.radius(style) : MarkerPainter.reach(style)) + 1.2
    let (x, y) = (dot.center.x, dot.center.y)
    let slack = label.width / 2
    var places = [0, -slack * 0.6, slack * 0.6].flatMap { shift in
      [
        Point(x - label.width / 2 + shift, y - reach - label.height),
        Point(x - label.width / 2 + shift, y + reach),
      ]
    }
    places += [Point(x - reach - label.width, y - label.height / 2), Point(x + reach, y - label.height / 2)]
    return places.map { Rect(origin: $0, size: label.size) }.first { box in
      placer.isFree(box) && Self.isPlainlyOf(dot, box, among: dots)
    }
  }

  /// Whether no other point lies about as near.
  private static func isPlainlyOf(_ dot: Dot, _ box: Rect, among dots: [Dot]) -> Bool {
    func distance(_ point: Point) -> Double {
      let dx = max(box.minX - point.x, 0, point.x - box.maxX)
      let dy = max(box.minY - point.y, 0, point.y - box.maxY)
      return (dx * dx + dy * dy).squareRoot()
    }
    let own = distance(dot.center)
    return dots.allSatisfy { $0.figure.id == dot.figure.id || distance($0.center) > own * 1.5 }
  }

  /// Highlighted, then extremes and firsts, then what is no plain actual value, then all if they are few.
  private func valued(_ lines: [[Dot]]) -> [Dot] {
    // The last value stands at the line's end.
    let candidates = lines.map { Array($0.dropLast()) }
    var order = candidates.flatMap(\.self).filter { chart.highlighted.contains($0.figure.id) }
    for line in candidates {
      order += [
        line.max { $0.figure.value < $1.figure.value }, line.min { $0.figure.value < $1.figure.value },
        line.first,
      ].compactMap(\.self)
    }
    order += candidates.flatMap(\.self).filter {
      $0.figure.status != .actual || $0.figure.qualifier != .exact
    }
    if lines.flatMap(\.self).count <= Self.mostValues { order += candidates.flatMap(\.self) }
    var seen = Set<String>()
    return order.filter { seen.insert($0.figure.id).inserted }
  }

  /// A line as small boxes that labels keep away from.
  private static func boxes(_ from: Point, _ to: Point) -> [Rect] {
    let steps = max(1, Int((max(abs(to.x - from.x), abs(to.y - from.y)) / 3).rounded(.up)))
    return (0..<steps).map { step in
      let (a, b) = (Double(step) / Double(steps), Double(step + 1) / Double(steps))
      let start = Point(from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a)
      let end = Point(from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b)
      return Rect(
        x: min(start.x, end.x), y: min(start.y, end.y) - 0.5, width: max(0.5, abs(end.x - start.x)),
        height: abs(end.y - start.y) + 1)
    }
  }
}
