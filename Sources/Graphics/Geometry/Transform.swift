/// A map of points to points by scaling, turning and moving: x′ = xx·x + xy·y + dx, y′ = yx·x + yy·y + dy.
public struct Transform: Hashable, Sendable {
  public var xx: Double
  public var xy: Double
  public var yx: Double
  public var yy: Double
  public var dx: Double
  public var dy: Double

  public init(xx: Double, xy: Double, yx: Double, yy: Double, dx: Double, dy: Double) {
    self.xx = xx
    self.xy = xy
    self.yx = yx
    self.yy = yy
    self.dx = dx
    self.dy = dy
  }

  public static let identity = Transform(xx: 1, xy: 0, yx: 0, yy: 1, dx: 0, dy: 0)

  public func apply(to point: Point) -> Point {
    Point(xx * point.x + xy * point.y + dx, yx * point.x + yy * point.y + dy)
  }

  /// The smallest upright rectangle around the image of one; exact for quarter turns.
  public func apply(to rect: Rect) -> Rect {
    let corners = [
      rect.origin, Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
    ].map { apply(to: $0) }
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rect(x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top)
  }

  /// The map that first does `inner` and then this one.
  public func after(_ inner: Transform) -> Transform {
    let moved = apply(to: Point(inner.dx, inner.dy))
    return Transform(
      xx: xx * inner.xx + xy * inner.yx, xy: xx * inner.xy + xy * inner.yy,
      yx: yx * inner.xx + yy * inner.yx, yy: yx * inner.xy + yy * inner.yy, dx: moved.x, dy: moved.y)
  }

  /// The same map, and then moved.
  public func moved(by delta: Point) -> Transform {
    var result = self
    result.dx += delta.x
    result.dy += delta.y
    return result
  }

  /// The map back; only where there is one (the scale is not 0).
  public var inverse: Transform {
    let determinant = xx * yy - xy * yx
    let (a, b, c, d) = (yy / determinant, -xy / determinant, -yx / determinant, xx / determinant)
    return Transform(xx: a, xy: b, yx: c, yy: d, dx: -(a * dx + b * dy), dy: -(c * dx + d * dy))
  }

  /// How much longer lengths become; the same in all directions for what a `Placement` does.
  public var scale: Double { (xx * xx + yx * yx).squareRoot() }
}

/// How a page stands on a sheet: scaled, and turned clockwise by quarter turns. The upper left corner of the turned
/// page lies where it is placed.
public struct Placement: Hashable, Sendable {
  /// Greater than 0.
  public var scale: Double
  /// 0 to 3.
  public var quarterTurns: Int
  /// Where the page comes when the document is read aloud, from 0: on a booklet's sheet page 8 stands left of page 1.
  public var order: Int

  public init(scale: Double = 1, quarterTurns: Int = 0, order: Int = 0) {
    self.scale = scale
    self.quarterTurns = ((quarterTurns % 4) + 4) % 4
    self.order = order
  }

  /// The size that a frame takes when it is placed.
  public func size(of size: Size) -> Size {
    quarterTurns % 2 == 0
      ? Size(size.width * scale, size.height * scale) : Size(size.height * scale, size.width * scale)
  }

  /// From a frame of this size to where it is placed, at the origin.
  public func transform(of size: Size) -> Transform {
    switch quarterTurns {
    case 1: Transform(xx: 0, xy: -scale, yx: scale, yy: 0, dx: scale * size.height, dy: 0)
    case 2:
      Transform(xx: -scale, xy: 0, yx: 0, yy: -scale, dx: scale * size.width, dy: scale * size.height)
    case 3: Transform(xx: 0, xy: scale, yx: -scale, yy: 0, dx: 0, dy: scale * size.width)
    default: Transform(xx: scale, xy: 0, yx: 0, yy: scale, dx: 0, dy: 0)
    }
  }
}
