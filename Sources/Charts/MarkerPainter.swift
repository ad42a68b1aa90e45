import Graphics
import Typesetting

/// Paints points: what a figure is shows in the same way as in bars.
struct MarkerPainter {
  let color: Color
  /// Of outlines and lines.
  private let edge: Color
  private let style: ChartStyle
  /// Of a dot; a rhomb that is a point is a little larger.
  private let radius: Double

  /// `radius` is that of a dot whose area says something; else all are alike.
  init(_ color: Color, _ style: ChartStyle, radius: Double? = nil) {
    self.color = color
    self.radius = radius ?? Self.radius(style)
    edge = style.edge(of: color)
    self.style = style
  }

  /// Of a dot, points.
  static func radius(_ style: ChartStyle) -> Double { style.values.size * 0.42 }
  /// From a point's middle to where nothing of it is any more.
  static func reach(_ style: ChartStyle) -> Double { radius(style) + BarPainter.capGap + 1 }

  /// From a rhomb's middle to its corners.
  static func reachOfRhomb(_ style: ChartStyle) -> Double { radius(style) * rhomb }

  /// To a dot's radius: so it has as large an area.
  static let rhomb = 1.25

  func paint(_ look: BarLook, at center: Point, on frame: inout Frame) {
    let width = min(BarPainter.outline + 0.3, radius)
    switch look {
    case .actual:
      frame.add(
        .shape(
          .circle(center: center, radius: radius), fill: .solid(color),
          stroke: edge == color ? Stroke(style.paper, width: 0.5) : Stroke(edge, width: BarPainter.outline)))
    case .partial:
      ring(
        .circle(center: center, radius: radius - width / 2), BarPainter(color, style).partialFill, width,
        on: &frame)
    case .derived: ring(.circle(center: center, radius: radius - width / 2), style.paper, width, on: &frame)
    case .estimate:
      ring(
        .circle(center: center, radius: radius - width / 2), style.tint(of: color), width, dash: [1.4, 1],
        on: &frame)
    case .target:
      // A rhomb: hatching alone is too small to be seen.
      let reach = radius * Self.rhomb - width / 2
      let rhomb = Path.polyline(
        [
          Point(center.x, center.y - reach), Point(center.x + reach, center.y),
          Point(center.x, center.y + reach), Point(center.x - reach, center.y),
        ], closed: true)
      frame.add(
        .shape(rhomb, fill: .hatch(color, ground: style.paper, spacing: 1.6, width: 0.5), stroke: nil))
      frame.stroke(rhomb, Stroke(edge, width: width))
    }
  }

  private func ring(_ path: Path, _ fill: Color, _ width: Double, dash: [Double] = [], on frame: inout Frame)
  {
    frame.add(.shape(path, fill: .solid(fill), stroke: Stroke(edge, width: width, dash: dash)))
  }

  /// A dotted line beside the point on which the true value lies beyond it; `outward` is the direction of larger
  /// numbers, of length 1.
  func paintOpenEnd(_ end: OpenEnd, isNegative: Bool, at center: Point, outward: Point, on frame: inout Frame)
  {
    let away = end == .beyond ? 1.0 : -1.0
    let sign = isNegative ? -away : away
    let middle = Point(
      center.x + outward.x * sign * (radius + BarPainter.capGap),
      center.y + outward.y * sign * (radius + BarPainter.capGap))
    let across = Point(outward.y * radius, outward.x * radius)
    frame.stroke(
      .line(from: middle - across, to: middle + across), Stroke(edge, width: 0.9, dash: [1, 1.2]))
  }
}
