extension Path {
  /// Whether a point lies inside by the nonzero winding rule, by which shapes are filled. Curves are taken as eight
  /// chords each.
  public func contains(_ point: Point) -> Bool {
    var winding = 0
    func cross(_ a: Point, _ b: Point) {
      guard (a.y <= point.y) != (b.y <= point.y) else { return }
      let x = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
      if x > point.x { winding += b.y > a.y ? 1 : -1 }
    }
    var (start, last) = (Point.zero, Point.zero)
    for element in elements {
      switch element {
      case .move(let next):
        cross(last, start)
        (start, last) = (next, next)
      case .line(let next):
        cross(last, next)
        last = next
      case .curve(let control1, let control2, let end):
        let from = last
        for step in 1...8 {
          let next = Self.point(on: (from, control1, control2, end), at: Double(step) / 8)
          cross(last, next)
          last = next
        }
      case .close:
        cross(last, start)
        last = start
      }
    }
    cross(last, start)
    return winding != 0
  }

  private static func point(on curve: (Point, Point, Point, Point), at t: Double) -> Point {
    let s = 1 - t
    let weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    return Point(
      weights.0 * curve.0.x + weights.1 * curve.1.x + weights.2 * curve.2.x + weights.3 * curve.3.x,
      weights.0 * curve.0.y + weights.1 * curve.1.y + weights.2 * curve.2.y + weights.3 * curve.3.y)
  }
}
