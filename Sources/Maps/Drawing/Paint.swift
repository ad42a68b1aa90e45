import Atlas
import Evidence
import Graphics
import MapGrammar
import Typesetting

/// How wide the boundary is that a map tells about, its white edge included.
func borderWidth(_ style: MapStyle) -> Double { 2.6 * style.city.size / 8 }

/// Paints land, water and lines.
func paint(_ ground: Ground, looks: [LandLook], style: MapStyle, on frame: inout Frame) {
  // Lines grow with the type, so that a slide's map is a page's map seen nearer.
  let unit = style.city.size / 8
  if let globe = ground.globe {
    frame.fill(path(globe), style.waterColor)
  } else {
    frame.fill(.rectangle(Rect(size: frame.size)), style.waterColor)
  }

  var painted: [Fill] = []
  for look in looks where !painted.contains(look.fill) {
    painted.append(look.fill)
    var shape = Path()
    for (land, own) in zip(ground.lands, looks) where own.fill == look.fill {
      shape.append(path(land.polygons))
    }
    frame.add(.shape(shape, fill: look.fill, stroke: nil))
  }

  for (land, look) in zip(ground.lands, looks) where look.isNegative {
    for polygon in land.polygons { paintDots(in: polygon, style: style, on: &frame) }
  }

  // Between regions a thinner line than between countries.
  let regions = ground.lands.filter(\.country.isRegion).flatMap(\.polygons)
  if !regions.isEmpty {
    frame.stroke(path(regions), Stroke(.white, width: 0.9 * unit))
    frame.stroke(path(regions), Stroke(style.boundaryColor, width: 0.35 * unit))
  }

  func stroke(_ lines: [[Point]], _ stroke: Stroke) {
    guard !lines.isEmpty else { return }
    frame.stroke(path(lines: lines), stroke)
  }
  for (ranks, width) in [(0...3, 0.7), (4...6, 0.5), (7...99, 0.35)] {
    let lines = ground.rivers.filter { ranks.contains($0.rank) }.map(\.points)
    stroke(lines, Stroke(style.coastColor, width: width * unit, cap: .round))
  }
  let lakes = ground.lakes.lakes.flatMap(\.polygons)
  if !lakes.isEmpty { frame.fill(path(lakes), style.waterColor) }
  stroke(ground.coast + ground.lakes.shores, Stroke(style.coastColor, width: 0.4 * unit, cap: .round))
  // The tint of a land may be close to the water's colour: a coast of its own parts them, on a grey print as well.
  for (land, look) in zip(ground.lands, looks) {
    guard let color = look.coast else { continue }
    stroke(land.coast, Stroke(color, width: 0.7 * unit, cap: .round))
  }
  stroke(ground.graticule, Stroke(style.coastColor, width: 0.25 * unit))
  stroke(
    ground.regions,
    Stroke(style.boundaryColor, width: 0.35 * unit, dash: [0.6 * unit, 1.4 * unit], cap: .round))
  let dashes: [(Boundary.Status, [Double])] = [
    (.international, []), (.disputed, [2.4, 1.6]), (.indefinite, [1, 1.6]),
  ]
  // Neighbours of one class would be one shape: a white edge parts them, on a grey print as well.
  let boundary =
    looks.contains(where: \.isClass)
    ? style.boundaryColor.mixed(with: style.ink, amount: 0.5) : style.boundaryColor
  if looks.contains(where: \.isClass) {
    stroke(ground.boundaries.map(\.points), Stroke(.white, width: 1.5 * unit, cap: .round))
  }
  for (status, dash) in dashes {
    let lines = ground.boundaries.filter { $0.kind == status }.map(\.points)
    stroke(
      lines,
      Stroke(
        boundary, width: 0.6 * unit, dash: dash.map { $0 * unit },
        cap: dash.isEmpty ? .round : .butt))
  }
  // A white edge keeps the strong boundary apart from what runs along it.
  stroke(ground.border, Stroke(.white, width: borderWidth(style), cap: .round))
  for (status, dash) in dashes {
    stroke(
      ground.borderSections.filter { $0.kind == status }.map(\.points),
      Stroke(
        style.routeColor, width: 1.6 * unit, dash: dash.map { 2 * $0 * unit },
        cap: dash.isEmpty ? .round : .butt))
  }
  stroke(
    ground.routes.map(\.points),
    Stroke(style.routeColor, width: 1.4 * unit, dash: [3.2 * unit, 2.2 * unit]))
}

/// Paints the bar with a tick at each end, and its text behind it.
func paint(_ bar: SetScaleBar, over areas: AreaColors, style: MapStyle, on frame: inout Frame) {
  let unit = style.scale.size / 7
  let (left, right) = (bar.box.minX, bar.box.minX + bar.bar.length)
  let middle = bar.box.minY + bar.line.ascent - 0.36 * style.scale.size
  var shape = Path.line(from: rounded(Point(left, middle)), to: rounded(Point(right, middle)))
  for x in [left, right] {
    shape.append(
      .line(from: rounded(Point(x, middle - 2.4 * unit)), to: rounded(Point(x, middle + 2.4 * unit))))
  }
  let ground = areas.color(under: Rect(x: left, y: bar.box.minY, width: right - left, height: bar.box.height))
  frame.stroke(shape, Stroke(ground, width: 2.6 * unit, cap: .round))
  frame.stroke(shape, Stroke(style.ink, width: 0.7 * unit))
  frame.add(bar.line.frame, at: Point(right + scaleBarGap, bar.box.minY))
}

/// Paints circles, the largest first, then arrows, then dots, named ones last, so that none is hidden.
func paint(_ marks: Marks, style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  for dot in marks.dots.filter({ $0.symbolRadius > 0 }).sorted(by: { $0.symbolRadius > $1.symbolRadius }) {
    guard let value = dot.site.symbol else { continue }
    paintCircle(
      center: rounded(dot.center), radius: dot.symbolRadius, value, style: style, on: &frame)
  }
  for (flow, shape) in marks.flows {
    let outline = Path.polyline(shape.outline.map(rounded), closed: true)
    // The halo lies behind, and each status has the same edge: a greater value is always the wider arrow.
    frame.stroke(outline, Stroke(.white, width: 1.5 * unit))
    func add(_ fill: Fill, dash: [Double] = []) {
      let edge = Stroke(style.routeColor, width: 0.5 * unit, dash: dash)
      frame.add(.shape(outline, fill: fill, stroke: edge))
    }
    switch flow.value.status {
    case .actual, .derived: add(.solid(style.routeColor))
    case .target:
      add(.hatch(style.routeColor, ground: .white, spacing: 2.2 * unit, width: 0.8 * unit))
    case .estimate:
      add(
        .solid(style.routeColor.mixed(with: .white, amount: 0.8)), dash: [2 * unit, 1.4 * unit])
    }
  }
  let dots = marks.dots.filter { !$0.site.isRegion && !$0.isInInsetOnly }
  func paint(_ shape: Path, of dot: Marks.Dot) {
    if dot.site.isNamed {
      frame.add(.shape(shape, fill: .solid(style.ink), stroke: Stroke(.white, width: 0.6 * unit)))
    } else {
      frame.add(.shape(shape, fill: .solid(.white), stroke: Stroke(style.ink, width: 0.8 * unit)))
    }
  }
  for dot in dots.filter({ !$0.site.isNamed }) + dots.filter(\.site.isNamed) {
    paint(
      dot.heading.map { arrow(at: dot.center, heading: $0, length: 2 * dot.radius) }
        ?? .circle(center: rounded(dot.center), radius: dot.radius), of: dot)
  }
  // Of twins each comes out on its own side again.
  for dot in dots where !dot.twins.isEmpty {
    paint(Path.polyline(dot.cutOffTwins(gap: 0.3 * unit).map(rounded), closed: true), of: dot)
  }
}

/// A head of an arrow around a point.
private func arrow(at center: Point, heading: Point, length: Double) -> Path {
  func point(_ along: Double, _ across: Double) -> Point {
    rounded(
      Point(
        center.x + (heading.x * along - heading.y * across) * length,
        center.y + (heading.y * along + heading.x * across) * length))
  }
  return .polyline([point(0.5, 0), point(-0.5, 0.42), point(-0.28, 0), point(-0.5, -0.42)], closed: true)
}

/// A circle whose area is as its value: pale for an actual one, hatched for a target, dashed for an estimate, hollow for
/// a negative one.
func paintCircle(
  center: Point, radius: Double, _ value: MapDescription.Value, style: MapStyle, on frame: inout Frame
) {
  let unit = style.city.size / 8
  let color = style.routeColor
  let pale = color.mixed(with: .white, amount: 0.62)
  let fill: Fill? =
    value.amount < 0
    ? nil
    : value.status == .target
      ? .hatch(color, ground: .white, spacing: 2.4 * unit, width: 0.6 * unit)
      : .solid(value.status == .estimate ? color.mixed(with: .white, amount: 0.85) : pale)
  let dash = value.status == .estimate ? [2 * unit, 1.4 * unit] : []
  frame.add(
    .shape(
      .circle(center: center, radius: radius), fill: fill,
      stroke: Stroke(color, width: 0.8 * unit, dash: dash)))
}

/// Paints leader lines, then the labels' text.
func paint(_ labels: [SetLabel], over areas: AreaColors, style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  for label in labels {
    guard let leader = label.place.leader else { continue }
    // Through the ring to the dot itself.
    let (dx, dy) = (leader.end.x - leader.start.x, leader.end.y - leader.start.y)
    let share = min(1, 0.4 * unit / max(0.01, (dx * dx + dy * dy).squareRoot()))
    let start = Point(leader.start.x - dx * share, leader.start.y - dy * share)
    let line = Path.line(from: rounded(start), to: rounded(leader.end))
    frame.stroke(line, Stroke(style.ink, width: 0.5 * unit))
    if label.label.kind == .callout || label.label.kind == .area {
      frame.fill(.circle(center: rounded(leader.start), radius: 0.9 * unit), style.ink)
    }
  }
  for label in labels {
    let box = label.place.box
    frame.add(
      label.content.frame(over: areas.color(under: box), ink: style.routeColor), at: rounded(box.origin))
  }
}

private func path(_ polygons: [Ground.Polygon]) -> Path {
  var result = Path()
  for polygon in polygons {
    for ring in polygon { result.append(.polyline(ring.map(rounded), closed: true)) }
  }
  return result
}

private func path(lines: [[Point]]) -> Path {
  var result = Path()
  for line in lines { result.append(.polyline(line.map(rounded))) }
  return result
}

/// To a hundredth of a point, finer than any press: what lies behind would only make files larger.
private func rounded(_ point: Point) -> Point {
  Point((point.x * 100).rounded() / 100, (point.y * 100).rounded() / 100)
}
