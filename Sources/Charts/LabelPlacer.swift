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
}
