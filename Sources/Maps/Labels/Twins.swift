import Graphics
import Platform

/// Nearer than so much of a dot's usual radius, the least that dots are made, one would lie over the middle of another.
let twinShare = 0.7

/// For each dot the others, `among` those drawn where they lie, that it would lie on: two or three towns that the scale
/// can't part, such as capitals on both banks of a river. They are drawn as the parts of one dot, each on its own side,
/// so that all are seen and none is moved. More than three, and what lies on the very same place, are left as they are.
func twins(among spots: [Int], of dots: [Point], within reach: Double) -> [[Point]] {
  let near = dots.indices.map { index in
    guard spots.contains(index) else { return [] as [Int] }
    return spots.filter { other in
      other != index && Rect(origin: dots[other], size: .zero).distance(to: dots[index]) < reach
    }
  }
  return dots.indices.map { index in
    let group = Set(near[index] + [index])
    // All of them near to each other and to no one else.
    guard group.count < 4, group.allSatisfy({ Set(near[$0] + [$0]) == group }) else { return [] }
    let others = near[index].map { dots[$0] }
    let isOnOneSpot = others.contains { Rect(origin: $0, size: .zero).distance(to: dots[index]) < 0.02 }
    return isOnOneSpot ? [] : others
  }
}

extension Marks.Dot {
  /// The dot without what lies nearer to a twin, and half the `gap` between them.
  func cutOffTwins(gap: Double) -> [Point] {
    var outline = (0..<32).map { step in
      let angle = Double(step) * .pi / 16
      return Point(center.x + radius * cos(angle), center.y + radius * sin(angle))
    }
    for twin in twins {
      let (dx, dy) = (twin.x - center.x, twin.y - center.y)
      let length = (dx * dx + dy * dy).squareRoot()
      /// How far a point lies on the twin's side.
      func side(_ point: Point) -> Double {
        ((point.x - center.x) * dx + (point.y - center.y) * dy) / length - length / 2 + gap / 2
      }
      outline = zip(outline, outline.dropFirst() + outline.prefix(1)).flatMap { start, end -> [Point] in
        let (first, last) = (side(start), side(end))
        var kept = first <= 0 ? [start] : []
        if (first <= 0) != (last <= 0) {
          let share = first / (first - last)
          kept.append(Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share))
        }
        return kept
      }
    }
    return outline
  }
}
