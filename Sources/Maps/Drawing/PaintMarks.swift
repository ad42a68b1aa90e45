import Evidence
import Graphics
import MapGrammar
import Platform
import Typesetting

/// Paints circles, the largest first, with what they hide of the zones' outlines, then arrows, then dots, named ones last, so
/// that none is hidden.
func paint(_ marks: Marks, over zones: [Ground.Zone], style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  let circles = marks.dots.filter { $0.symbolRadius > 0 }
  for dot in circles.sorted(by: { $0.symbolRadius > $1.symbolRadius }) {
    guard let value = dot.site.symbol else { continue }
    paintCircle(
      center: rounded(dot.center), radius: dot.symbolRadius, value, style: style, on: &frame)
  }
  for zone in zones {
    let hidden = zone.edges.flatMap { edge in
      edge.split { point in
        !circles.contains { hypot(point.x - $0.center.x, point.y - $0.center.y) < $0.symbolRadius }
      }.map(Array.init)
    }
    paintEdges(of: zone, hidden, halo: 2.4 * unit, style: style, on: &frame)
  }
  for (flow, shape) in marks.flows {
    let outline = Path.polyline(shape.outline.map(rounded), closed: true)
    // The halo lies behind, and each status has the same edge: a greater value is always the wider arrow.
    frame.stroke(outline, Stroke(style.paper, width: 1.5 * unit))
    func add(_ fill: Fill, dash: [Double] = []) {
      let edge = Stroke(style.routeColor, width: 0.5 * unit, dash: dash)
      frame.add(.shape(outline, fill: fill, stroke: edge))
    }
    switch flow.value.status {
    case .actual, .derived: add(.solid(style.routeColor))
    case .target:
      add(.hatch(style.routeColor, ground: style.paper, spacing: 2.2 * unit, width: 0.8 * unit))
    case .estimate:
      add(
        .solid(style.routeColor.mixed(with: style.paper, amount: 0.8)), dash: [2 * unit, 1.4 * unit])
    }
  }
  let dots = marks.dots.filter { !$0.site.isRegion && !$0.isInInsetOnly }
  func paint(_ shape: Path, of dot: Marks.Dot) {
    if dot.site.isNamed {
      frame.add(.shape(shape, fill: .solid(style.ink), stroke: Stroke(style.paper, width: 0.6 * unit)))
    } else {
      frame.add(.shape(shape, fill: .solid(style.paper), stroke: Stroke(style.ink, width: 0.8 * unit)))
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

/// An arrow with its middle at a point.
func arrow(at center: Point, heading: Point, length: Double) -> Path {
  func point(_ along: Double, _ across: Double) -> Point {
    rounded(
      Point(
        center.x + (heading.x * along - heading.y * across) * length,
        center.y + (heading.y * along + heading.x * across) * length))
  }
  return .polyline(
    [
      point(0.5, 0), point(0, 0.34), point(0.04, 0.08), point(-0.5, 0.08), point(-0.5, -0.08),
      point(0.04, -0.08), point(0, -0.34),
    ], closed: true)
}

/// A circle whose area is as its value: pale for an actual one, hatched for a target, dashed for an estimate, hollow for
/// a negative one.
func paintCircle(
  center: Point, radius: Double, _ value: MapDescription.Value, style: MapStyle, on frame: inout Frame
) {
  let unit = style.city.size / 8
  let color = style.routeColor
  let pale = color.mixed(with: style.paper, amount: 0.62)
  let fill: Fill? =
    value.amount < 0
    ? nil
    : value.status == .target
      ? .hatch(color, ground: style.paper, spacing: 2.4 * unit, width: 0.6 * unit)
      : .solid(value.status == .estimate ? color.mixed(with: style.paper, amount: 0.85) : pale)
  let dash = value.status == .estimate ? [2 * unit, 1.4 * unit] : []
  frame.add(
    .shape(
      .circle(center: center, radius: radius), fill: fill,
      stroke: Stroke(color, width: 0.8 * unit, dash: dash)))
}
