import Graphics

extension Path {
  /// Lines rising at 45° across a rectangle, aligned to the page, so that neighbouring shapes have one pattern.
  ///
  /// - Parameters:
  ///   - bounds: on the page.
  ///   - spacing: across the lines, greater than 0.
  ///   - width: of a line.
  /// - Returns: the lines, somewhat longer than the rectangle asks for.
  static func hatching(_ bounds: Rect, spacing: Double, width: Double) -> Path {
    var path = Path()
    // A line is all points of one x + y.
    let step = spacing * 2.0.squareRoot()
    let (top, bottom) = (bounds.minY - width, bounds.maxY + width)
    var sum = ((bounds.minX + bounds.minY - width) / step).rounded(.down) * step
    while sum <= bounds.maxX + bounds.maxY + width {
      path.move(to: Point(sum - bottom, bottom))
      path.line(to: Point(sum - top, top))
      sum += step
    }
    return path
  }
}
