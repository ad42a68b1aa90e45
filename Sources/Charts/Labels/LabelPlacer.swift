import Graphics

/// Keeps account of what is taken, so that labels touch neither marks nor each other.
struct LabelPlacer {
  /// Labels stay inside.
  var bounds: Rect
  /// Marks, leader lines and labels that stand already.
  var taken: [Rect]

  /// Least distance between labels and anything else, points.
  static let clearance = 0.8

  /// Whether a label may stand there; it may lie on the marks that are allowed (its own bar).
  func isFree(_ rect: Rect, on allowed: [Rect] = []) -> Bool {
    guard bounds.contains(rect, tolerance: 0.01) else { return false }
    let grown = rect.insetBy(-Self.clearance)
    return !taken.contains { $0.overlaps(grown) && !allowed.contains($0) }
  }

  /// Whether a thin line may run there.
  func isFree(line: Rect, from allowed: [Rect]) -> Bool {
    !taken.contains { $0.overlaps(line) && !allowed.contains($0) }
  }

  mutating func take(_ rect: Rect) { taken.append(rect) }

  /// A line as small boxes, for what keeps away from it.
  static func boxes(_ from: Point, _ to: Point) -> [Rect] {
    let steps = max(1, Int((max(abs(to.x - from.x), abs(to.y - from.y)) / 3).rounded(.up)))
    return (0..<steps).map { step in
      let (a, b) = (Double(step) / Double(steps), Double(step + 1) / Double(steps))
      let start = Point(from.x + (to.x - from.x) * a, from.y + (to.y - from.y) * a)
      let end = Point(from.x + (to.x - from.x) * b, from.y + (to.y - from.y) * b)
      return Rect(
        x: min(start.x, end.x), y: min(start.y, end.y) - 0.5, width: max(0.5, abs(end.x - start.x)),
        height: abs(end.y - start.y) + 1)
    }
  }
}
