import Graphics
import MapGrammar
import Typesetting

/// Lines between what an inset shows and the inset, where they cross nothing that is read: from corner to corner on both
/// sides, else one between the two; none where the two are close. Names of countries and waters make way for them.
func ties(
  of inset: PlacedInset, among insets: [PlacedInset], labels: [SetLabel], bar: SetScaleBar?, marks: Marks,
  ground: Ground
) -> [Leader] {
  guard let outline = inset.outline, gap(outline, inset.rect) > leastTie else { return [] }
  let words =
    labels.map(\.place.box) + [bar?.box].compactMap { $0 } + insets.map(\.rect).filter { $0 != inset.rect }
  let dots = marks.dots.filter { !$0.site.isRegion && outline.distance(to: $0.center) > 0 }.map {
    Rect(center: $0.center, radius: max($0.radius, $0.symbolRadius))
  }
  let told = ground.routes.map(\.points) + ground.border + marks.flows.map(\.shape.spine)
  let lines =
    told.flatMap { line in zip(line, line.dropFirst()).map { Leader(start: $0, end: $1) } }
    + labels.compactMap(\.place.leader)
  func isFree(_ tie: Leader) -> Bool {
    !words.contains { tie.touches($0.insetBy(-1)) } && !dots.contains { tie.touches($0.insetBy(-1.5)) }
      && !lines.contains(where: tie.crosses)
  }
  // The two sides of the hull of both boxes: each joins the same corner of the two.
  let sides = zip(corners(outline), corners(inset.rect)).map { Leader(start: $0, end: $1) }.filter { side in
    !side.touches(outline.insetBy(0.1)) && !side.touches(inset.rect.insetBy(0.1))
  }
  if sides.count == 2, sides.allSatisfy(isFree) { return sides }
  let single = between(outline, inset.rect)
  return isFree(single) ? [single] : []
}

func paint(_ ties: [Leader], style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  for tie in ties {
    let line = Path.line(from: tie.start, to: tie.end)
    frame.stroke(line, Stroke(style.paper, width: 1.2 * unit))
    frame.stroke(line, Stroke(style.ink, width: 0.35 * unit))
  }
}

/// Boxes that are closer are seen to belong together, points.
private let leastTie = 8.0

private func corners(_ rect: Rect) -> [Point] {
  [
    Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY),
    Point(rect.minX, rect.maxY),
  ]
}

private func gap(_ a: Rect, _ b: Rect) -> Double {
  let dx = max(a.minX - b.maxX, 0, b.minX - a.maxX)
  let dy = max(a.minY - b.maxY, 0, b.minY - a.maxY)
  return (dx * dx + dy * dy).squareRoot()
}

/// From the middle of one box to the nearest place of the other, what lies between the two.
private func between(_ a: Rect, _ b: Rect) -> Leader {
  func nearest(_ rect: Rect, _ point: Point) -> Point {
    Point(min(max(point.x, rect.minX), rect.maxX), min(max(point.y, rect.minY), rect.maxY))
  }
  let end = nearest(b, Point(a.midX, a.midY))
  return Leader(start: nearest(a, end), end: end)
}
