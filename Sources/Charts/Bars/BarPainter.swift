import Graphics
import Typesetting

/// Paints bars in one colour.
struct BarPainter {
  let color: Color
  /// Of outlines and lines.
  private let edge: Color
  private let tint: Color
  private let paper: Color
  /// Of the type, to that of a report's charts: outlines and hatching grow with it.
  private let scale: Double

  init(_ color: Color, _ style: ChartStyle) {
    self.color = color
    edge = style.edge(of: color)
    tint = style.tint(of: color)
    paper = style.paper
    scale = max(1, style.values.size / 9)
  }

  /// Width of outlines, points.
  static let outline = 0.6
  /// From the end of a bar to the dotted line that says that it goes on, points.
  static let capGap = 2.0

  var partialFill: Color { color.mixed(with: paper, amount: 0.52) }

  /// Outlines lie inside the bar, so that its size is the value's.
  func paint(_ look: BarLook, _ rect: Rect, on frame: inout Frame) {
    let path = Path.rectangle(rect)
    switch look {
    case .actual where edge == color: frame.add(.shape(path, fill: .solid(color), stroke: nil))
    case .actual: outline(path, .solid(color), rect, dash: [], on: &frame)
    case .partial: outline(path, .solid(partialFill), rect, dash: [], on: &frame)
    case .target:
      outline(
        path, .hatch(color, ground: paper, spacing: 2.6 * scale, width: 0.7 * scale), rect, dash: [],
        on: &frame)
    case .estimate: outline(path, .solid(tint), rect, dash: [2, 1.4], on: &frame)
    case .derived: outline(path, .solid(paper), rect, dash: [], on: &frame)
    }
  }

  /// An area of any outline.
  func paint(_ look: BarLook, outline path: Path, on frame: inout Frame) {
    let stroke = Stroke(
      edge, width: Self.outline * scale, dash: look == .estimate ? [2 * scale, 1.4 * scale] : [])
    switch look {
    case .actual: frame.add(.shape(path, fill: .solid(color), stroke: edge == color ? nil : stroke))
    case .partial: frame.add(.shape(path, fill: .solid(partialFill), stroke: stroke))
    case .target:
      frame.add(
        .shape(
          path, fill: .hatch(color, ground: paper, spacing: 2.6 * scale, width: 0.7 * scale), stroke: nil))
      frame.stroke(path, stroke)
    case .estimate: frame.add(.shape(path, fill: .solid(tint), stroke: stroke))
    case .derived: frame.add(.shape(path, fill: .solid(paper), stroke: stroke))
    }
  }

  private func outline(_ path: Path, _ fill: Fill, _ rect: Rect, dash: [Double], on frame: inout Frame) {
    frame.add(.shape(path, fill: fill, stroke: nil))
    let width = min(Self.outline * scale, min(rect.width, rect.height) / 2)
    guard width > 0 else { return }
    frame.stroke(
      .rectangle(rect.insetBy(width / 2)), Stroke(edge, width: width, dash: dash.map { $0 * scale }))
  }

  /// The dotted line beyond a bar's end, or within it: from one corner of the end that the value reaches to the
  /// other; `outward` is the direction in which the bar grows, of length 1.
  func paintOpenEnd(
    _ end: OpenEnd, from: Point, to: Point, outward: Point, look: BarLook, on frame: inout Frame
  ) {
    let distance = end == .beyond ? Self.capGap : -Self.capGap
    let shift = Point(outward.x * distance, outward.y * distance)
    let inkOnDark = end == .within && look == .actual
    frame.stroke(
      .line(from: from + shift, to: to + shift),
      Stroke(inkOnDark ? paper : edge, width: 0.9, dash: [1, 1.2]))
  }
}
