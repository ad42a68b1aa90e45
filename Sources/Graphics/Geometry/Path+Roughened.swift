extension Path {
  /// The same from straight sides, without points closer to the one before than `length`: what a wide line along it covers
  /// is almost the same, in half the points.
  public func roughened(by length: Double) -> Path {
    var result = Path()
    // The path's own point before, and the last that is kept.
    var (before, last) = (Point.zero, Point.zero)
    func isFar(_ point: Point) -> Bool {
      let (dx, dy) = (point.x - last.x, point.y - last.y)
      return dx * dx + dy * dy >= length * length
    }
    for element in elements {
      switch element {
      case .move(let point):
        result.move(to: point)
        (before, last) = (point, point)
      case .line(let point):
        before = point
        guard isFar(point) else { continue }
        result.line(to: point)
        last = point
      case .curve(let control1, let control2, let end):
        let middle = Point(
          (before.x + 3 * control1.x + 3 * control2.x + end.x) / 8,
          (before.y + 3 * control1.y + 3 * control2.y + end.y) / 8)
        for point in [middle, end] where isFar(point) {
          result.line(to: point)
          last = point
        }
        before = end
      case .close: result.close()
      }
    }
    return result
  }
}
