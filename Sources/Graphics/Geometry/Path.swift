/// An outline of straight lines and cubic curves, in points.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    case move(Point)
    case line(Point)
    case curve(control1: Point, control2: Point, end: Point)
    case close
  }

  /// What is done with the next of the points: one, three for a curve, none to close.
  public enum Verb: UInt8, Hashable, Sendable {
    case move, line, curve, close

    public var pointCount: Int { self == .curve ? 3 : self == .close ? 0 : 1 }
  }

  // Kept apart, since a map has tens of thousands of points and an element is as large as a curve.
  public private(set) var verbs: [Verb] = []
  public private(set) var points: [Point] = []

  public init() {}

  public var isEmpty: Bool { verbs.isEmpty }

  public var elements: [Element] {
    var next = 0
    func point() -> Point {
      next += 1
      return points[next - 1]
    }
    return verbs.map { verb in
      switch verb {
      case .move: .move(point())
      case .line: .line(point())
      case .curve: .curve(control1: point(), control2: point(), end: point())
      case .close: .close
      }
    }
  }

  public mutating func move(to point: Point) {
    verbs.append(.move)
    points.append(point)
  }

  public mutating func line(to point: Point) {
    verbs.append(.line)
    points.append(point)
  }

  public mutating func curve(to end: Point, control1: Point, control2: Point) {
    verbs.append(.curve)
    points.append(control1)
    points.append(control2)
    points.append(end)
  }

  public mutating func close() { verbs.append(.close) }

  public mutating func append(_ other: Path) {
    verbs.append(contentsOf: other.verbs)
    points.append(contentsOf: other.points)
  }

  public static func line(from start: Point, to end: Point) -> Path {
    var path = Path()
    path.move(to: start)
    path.line(to: end)
    return path
  }

  public static func polyline(_ points: [Point], closed: Bool = false) -> Path {
    var path = Path()
    path.points = points
    path.verbs = points.indices.map { $0 == 0 ? .move : .line }
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
    guard let first = points.first else { return nil }
    var (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
    for point in points {
      left = min(left, point.x)
      top = min(top, point.y)
      right = max(right, point.x)
      bottom = max(bottom, point.y)
    }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
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
