/// An outline of straight lines and cubic curves, in points.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(control1: Point, control2: Point, end: Point)
    case close
  }

  public private(set) var elements: [Element] = []

  public init() {}

  public var isEmpty: Bool { elements.isEmpty }

  public mutating func move(to point: Point) { elements.append(.move(point)) }
  public mutating func line(to point: Point) { elements.append(.line(point)) }
  public mutating func curve(to end: Point, control1: Point, control2: Point) {
    elements.append(.curve(control1: control1, control2: control2, end: end))
  }
  public mutating func close() { elements.append(.close) }

  public mutating func append(_ other: Path) { elements.append(contentsOf: other.elements) }

  public static func line(from start: Point, to end: Point) -> Path {
    var path = Path()
    path.move(to: start)
    path.line(to: end)
    return path
  }

  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    var path = Path()
    for (index, point) in points.enumerated() {
      if index == 0 { path.move(to: point) } else { path.line(to: point) }
    }
    if closed { path.close() }
    return path
  }

  public static func rectangle(_ rect: Rect) -> Path {
    polyline(
      [
        rect.origin, Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
      ], closed: true)
  }

  /// A circle as four cubic arcs, with the usual constant 4/3·(√2 − 1).
  public static func circle(center: Point, radius: Double) -> Path {
    let k = radius * 0.552_284_749_8
    let (x, y, r) = (center.x, center.y, radius)
    var path = Path()
    path.move(to: Point(x + r, y))
    path.curve(to: Point(x, y + r), control1: Point(x + r, y + k), control2: Point(x + k, y + r))
    path.curve(to: Point(x - r, y), control1: Point(x - k, y + r), control2: Point(x - r, y + k))
    path.curve(to: Point(x, y - r), control1: Point(x - r, y - k), control2: Point(x - k, y - r))
    path.curve(to: Point(x + r, y), control1: Point(x + k, y - r), control2: Point(x + r, y - k))
    path.close()
    return path
  }

  /// The smallest rectangle around all points and control points; `nil` for an empty path.
  public var bounds: Rect? {
    var result: Rect?
    func add(_ point: Point) {
      let rect = Rect(origin: point, size: .zero)
      result = result?.union(rect) ?? rect
    }
    for element in elements {
      switch element {
      case .move(let point), .line(let point): add(point)
      case .curve(let control1, let control2, let end):
        add(control1)
        add(control2)
        add(end)
      case .close: break
      }
    }
    return result
  }
}

/// How the inside of a path is painted.
public enum Fill: Hashable, Sendable {
  case solid(Color)
  /// Parallel lines at 45° on a ground: `spacing` and `width` in points.
  case hatch(Color, ground: Color, spacing: Double, width: Double)
}

/// How the line of a path is painted.
public struct Stroke: Hashable, Sendable {
  public enum Cap: Hashable, Sendable { case butt, round }

  public var color: Color
  /// Points.
  public var width: Double
  /// Lengths of dashes and gaps in points; empty for a solid line.
  public var dash: [Double]
  public var cap: Cap

  public init(_ color: Color, width: Double, dash: [Double] = [], cap: Cap = .butt) {
    self.color = color
    self.width = width
    self.dash = dash
    self.cap = cap
  }
}
