import ChartGrammar
import Diagnostics
import Evidence
import struct Foundation.Decimal
import Graphics
import Typesetting

/// Points at two values each, with their names; their areas may say a third.
struct ScatterChart: ContextualForm {
  let context: ChartContext
  let points: [ChartDescription.ScatterPoint]

  init(context: ChartContext) {
    self.context = context
    points = context.chart.points
  }

  /// In lines of the values' type.
  private static let lowestPlot = 9.0
  /// In sizes of the type.
  private static let narrowestPlot = 9.0
  private static let gapUnderTitle = 3.0
  private static let gapOverTicks = 3.0
  private static let gapBesideTitle = 14.0
  /// Around points that lie on each other, points.
  private static let casing = 0.7
  /// Between the outermost points and the plot's edge, in sizes of the type.
  private static let ease = 0.6

  func heights(width: Double) -> (least: Double, best: Double)? {
    guard let ground = ground(Size(width, 0)) else { return nil }
    let least = ground.margins + Self.lowestPlot * lineHeight
    return (least, max(least, min(width * 0.8, lineHeight * 28)))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    guard let ground = ground(size) else {
      throw DiagnosticError(
        "the points have no room in \(Int(size.width)) pt of width", advice: "give the chart more width")
    }
    let needed = ground.margins + Self.lowestPlot * lineHeight
    guard needed <= size.height + 0.01 else {
      throw DiagnosticError(
        "the points need \(Int(needed.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height")
    }
    return painted(ground, size, &leftOut)
  }

  // MARK: Layout

  /// An axis's title, where it begins, and its lines.
  private struct Ground {
    var key: ChartKey
    var areas: AreaKey?
    var titles: (x: Label, y: Label)
    var origins: (x: Double, y: Double)
    var yAxis: ValueAxis
    var xTicks: [(label: Label, value: Double)]
    /// Whether the areas' key stands at the right of the upper title, not over it.
    var isKeyBeside: Bool

    /// Of the upper title, and what stands beside it.
    var titleHeight: Double { isKeyBeside ? max(titles.y.height, areas?.height ?? 0) : titles.y.height }
    var head: Double {
      key.height + (isKeyBeside ? 0 : areas.map { $0.height + ScatterChart.gapUnderTitle } ?? 0) + titleHeight
        + ScatterChart.gapUnderTitle
    }
    var foot: Double {
      ScatterChart.gapOverTicks + (xTicks.map(\.label.height).max() ?? 0) + titles.x.height
    }
    var margins: Double { head + foot }
  }

  private func ground(_ size: Size) -> Ground? {
    guard let scatter = chart.scatter, let first = points.first else { return nil }
    let key = ChartKey(statuses, width: size.width, lettering: lettering, style: style)
    let text = style.axisLabels.colored(style.grey)
    func title(_ measure: ChartDescription.Scatter.Measure, _ arrow: String) -> Label? {
      lettering.wrapped(
        RichText("\(arrow) \(measure.titleInWords)", text), width: size.width,
        breaksWords: size.width > 5 * text.size)
    }
    guard key.width <= size.width, let x = title(scatter.x, "→"), let y = title(scatter.y, "↑") else {
      return nil
    }
    let areas = scatter.size.flatMap { AreaKey($0, radius: largestRadius(size), lettering, style) }
    if let areas, areas.width > size.width { return nil }
    var ground = Ground(
      key: key, areas: areas, titles: (x, y), origins: (origin(scatter.x), origin(scatter.y)),
      yAxis: ValueAxis(
        Ticks(values: [], step: 0), of: first.y, width: size.width, lettering: lettering, style: style),
      xTicks: [], isKeyBeside: y.width + (areas?.width ?? 0) + Self.gapBesideTitle <= size.width)
    let height = max(size.height - ground.head - 3 * lineHeight, Self.lowestPlot * lineHeight)
    ground.yAxis = ValueAxis(
      ValueAxis.ticks(
        for: points.map(\.y.value.double), from: ground.origins.y, height: height, style: style),
      from: ground.origins.y, of: first.y.withoutUnit, width: size.width, saysUnit: false,
      lettering: lettering,
      style: style)
    let room = size.width - ground.yAxis.gutter
    guard room >= Self.narrowestPlot * style.values.size + 2 * largestRadius(size) else { return nil }
    ground.xTicks = ticks(from: ground.origins.x, of: first.x.withoutUnit, room)
    return ground
  }

  /// Not at zero where all values lie so far from it that they would stand together.
  private func origin(_ measure: ChartDescription.Scatter.Measure) -> Double {
    if let start = measure.start { return start.double }
    let values = measure.figures.map(\.value.double)
    guard let low = values.min(), let high = values.max(), low > Self.nearZero * high, high > low else {
      return 0
    }
    let ticks = Ticks.best(from: low, to: high, wanted: 5)
    let step = max(ticks.step.double, 1e-12)
    return (low / step).rounded(.down) * step
  }

  /// Of the highest value: where the lowest is less the axis begins at zero.
  private static let nearZero = 0.4

  private func ticks(from origin: Double, of figure: Figure, _ room: Double) -> [(
    label: Label, value: Double
  )] {
    let values = points.map(\.x.value.double)
    let ticks = Ticks.best(
      from: min(origin, values.min() ?? origin), to: max(origin, values.max() ?? origin),
      wanted: max(2, min(7, room / (style.axisLabels.size * 6))))
    return ticks.values.filter { $0.double >= origin || origin == 0 }.map {
      (lettering.line(Ticks.text($0, Unit(""), of: figure), style.axisLabels.colored(style.grey)), $0.double)
    }
  }

  // MARK: Points

  private func largestRadius(_ size: Size) -> Double {
    max(1.6 * MarkerPainter.radius(style), min(0.05 * size.width, 1.5 * lineHeight))
  }

  /// Areas are to each other as their values.
  private func radius(_ point: ChartDescription.ScatterPoint, _ size: Size) -> Double {
    guard let scatter = chart.scatter?.size, let value = point.size?.value.double,
      let most = scatter.figures.map(\.value.double).max(), most > 0
    else { return chart.scatter?.size == nil ? MarkerPainter.radius(style) : 0 }
    return largestRadius(size) * (max(0, value) / most).squareRoot()
  }

  /// A point is as sure as the least sure of its figures.
  private func look(_ point: ChartDescription.ScatterPoint) -> BarLook {
    let looks = point.figures.map { BarLook($0, isPartOfYear: false) }
    return [.target, .estimate, .derived].first(where: looks.contains) ?? .actual
  }

  private func recedes(_ point: ChartDescription.ScatterPoint) -> Bool {
    point.figures.allSatisfy(chart.recedes)
  }

  private var statuses: [ChartKey.Entry] {
    Set(points.map(look)).sorted().compactMap { look in
      look.word(style.statusWords).map {
        ChartKey.Entry(look: look, color: style.primary, text: $0, isPoint: true)
      }
    }
  }

  // MARK: Painting

  private func painted(_ ground: Ground, _ size: Size, _ leftOut: inout [String]) -> Frame {
    var frame = Frame(size: size)
    let (left, top) = (ground.yAxis.gutter, ground.head)
    let plot = Rect(x: left, y: top, width: size.width - left, height: size.height - top - ground.foot)
    var axis = ground.yAxis
    let vertical = scale(\.y, ground.origins.y, plot.height, size, axis.needs)
    let horizontal = scale(
      \.x, ground.origins.x, plot.width, size,
      ground.xTicks.map { .init(value: $0.value - ground.origins.x, room: 1) })
    axis.place(vertical, top: top)
    func x(_ value: Double) -> Double { plot.maxX - horizontal.y(value - ground.origins.x) }
    ground.key.paint(on: &frame, at: .zero)
    if let areas = ground.areas {
      areas.paint(on: &frame, at: Point(ground.isKeyBeside ? size.width - areas.width : 0, ground.key.height))
    }
    frame.add(ground.titles.y, at: Point(0, top - Self.gapUnderTitle - ground.titles.y.height))
    axis.paint(on: &frame)
    paintAxis(ground, plot, x, on: &frame)
    axis.paintBaseline(on: &frame)
    let spots = points.map { point in
      PointLabels.Spot(
        center: Point(x(point.x.value.double), top + vertical.y(point.y.value.double - ground.origins.y)),
        radius: radius(point, size))
    }
    // The small ones lie on the large ones, of two that are as large what stands out on what recedes.
    let order = points.indices.sorted { a, b in
      (-spots[a].radius, recedes(points[a]) ? 0 : 1, a) < (-spots[b].radius, recedes(points[b]) ? 0 : 1, b)
    }
    for index in order {
      if touchesOthers(index, spots) { paintCasing(spots[index], on: &frame) }
      paint(points[index], spots[index], on: &frame)
    }
    // Both lines that the axes begin at.
    let foot = top + vertical.zero
    let lines = [
      Rect(x: plot.minX, y: foot - 0.4, width: plot.width, height: 0.8),
      Rect(x: x(ground.origins.x) - 0.4, y: plot.minY, width: 0.8, height: plot.height),
    ]
    leftOut += paintNames(spots, axis.boxes + lines, plot, on: &frame)
    return frame
  }

  private func touchesOthers(_ index: Int, _ spots: [PointLabels.Spot]) -> Bool {
    spots.indices.contains { other in
      let (dx, dy) = (
        spots[other].center.x - spots[index].center.x, spots[other].center.y - spots[index].center.y
      )
      return other != index
        && (dx * dx + dy * dy).squareRoot() < spots[other].radius + spots[index].radius + Self.casing
    }
  }

  /// Between points that lie on each other, as between areas that do.
  private func paintCasing(_ spot: PointLabels.Spot, on frame: inout Frame) {
    guard spot.radius > 0 else { return }
    frame.fill(.circle(center: spot.center, radius: spot.radius + Self.casing), style.paper)
  }

  /// The largest at which all points lie in the plot with all that belongs to them.
  private func scale(
    _ figure: KeyPath<ChartDescription.ScatterPoint, Figure>, _ origin: Double, _ length: Double,
    _ size: Size,
    _ needs: [ValueScale.Need]
  ) -> ValueScale {
    let rooms = points.map { point in
      let isOpen = OpenEnd(point[keyPath: figure]) != nil
      let reach =
        max(radius(point, size) * MarkerPainter.rhomb, 1.3) + (isOpen ? BarPainter.capGap + 1 : 0)
        + Self.ease * style.axisLabels.size
      return ValueScale.Need(value: point[keyPath: figure].value.double - origin, room: reach)
    }
    // Points near the axis's foot reach beyond it, as those near its head, where all lie below.
    let most = rooms.map(\.value.magnitude).max() ?? 0
    let near = rooms.filter { $0.value.magnitude <= most / 3 }.map {
      ValueScale.Need(value: 0, room: $0.room)
    }
    return .fitting(
      height: length, upper: rooms + needs + near,
      lower: rooms + needs.map { .init(value: $0.value, room: 0) } + near,
      ticks: Ticks(values: [], step: 0))
  }

  /// Upright lines with their values below them, and the title; the line at zero is drawn as one.
  private func paintAxis(_ ground: Ground, _ plot: Rect, _ x: (Double) -> Double, on frame: inout Frame) {
    var right = -Double.infinity
    for (label, value) in ground.xTicks {
      let place = x(value)
      guard place <= plot.maxX + 0.01 else { continue }
      let isOrigin = value == ground.origins.x && value == 0
      if isOrigin || style.hasGrid {
        frame.stroke(
          .line(from: Point(place, plot.minY), to: Point(place, plot.maxY)),
          isOrigin ? Stroke(style.ink, width: 0.75) : style.grid)
      }
      let start = min(max(0, place - label.width / 2), plot.maxX - label.width)
      guard start >= right, start >= 0 else { continue }
      right = start + label.width + 4
      frame.add(label, at: Point(start, plot.maxY + Self.gapOverTicks))
    }
    let title = ground.titles.x
    frame.add(
      title, at: Point(plot.maxX - title.width, plot.maxY + ground.foot - title.height), aligned: .right)
  }

  private func paint(_ point: ChartDescription.ScatterPoint, _ spot: PointLabels.Spot, on frame: inout Frame)
  {
    let color = recedes(point) ? style.receding : style.primary
    let painter = MarkerPainter(color, style, radius: spot.radius)
    if spot.radius > 0 {
      painter.paint(look(point), at: spot.center, on: &frame)
    } else {
      // An area of nothing still has a place.
      frame.stroke(.circle(center: spot.center, radius: 1), Stroke(style.edge(of: color), width: 0.6))
    }
    for (figure, outward) in [(point.x, Point(1, 0)), (point.y, Point(0, -1))] {
      guard let end = OpenEnd(figure) else { continue }
      painter.paintOpenEnd(end, isNegative: figure.value < 0, at: spot.center, outward: outward, on: &frame)
    }
  }
}

extension Figure {
  /// For an axis whose title has the unit.
  fileprivate var withoutUnit: Figure {
    Figure(id: "", label: "", value: value, unit: Unit(""), location: location)
  }
}
