import Graphics

/// Where a page differs from what it was: rectangles around what is new on it, those near each other as one.
///
/// - Parameters:
///   - before: the page as it was.
///   - after: as it is.
/// - Returns: at most a few, in points; none where something is only gone.
func changedAreas(from before: Frame, to after: Frame) -> [Rect] {
  var known: [Mark: Int] = [:]
  for leaf in before.leaves { known[Mark(leaf), default: 0] += 1 }
  var areas: [Rect] = []
  for leaf in after.leaves {
    let mark = Mark(leaf)
    if let count = known[mark], count > 0 {
      known[mark] = count - 1
    } else if leaf.isInk, let area = leaf.visibleBounds {
      areas.append(area)
    }
  }
  return merged(areas)
}

/// What is painted where.
private struct Mark: Hashable {
  var item: Frame.Item
  var transform: Transform

  init(_ leaf: Frame.Leaf) {
    item = leaf.item
    transform = leaf.transform
  }
}

extension Frame.Leaf {
  fileprivate var isInk: Bool {
    switch item {
    case .text, .shape, .picture: true
    case .unseen, .group, .imposed, .link, .anchor: false
    }
  }
}

/// In points: areas nearer to each other are one, and there are no more than a person can follow.
private let (nearest, most) = (8.0, 16)

private func merged(_ areas: [Rect]) -> [Rect] {
  var result: [Rect] = []
  for area in areas {
    var whole = area
    // What it touches now may make it touch others.
    while let index = result.firstIndex(where: {
      $0.insetBy(-nearest / 2).touches(whole.insetBy(-nearest / 2))
    }) {
      whole = whole.union(result.remove(at: index))
    }
    result.append(whole)
  }
  while result.count > most { result.append(result.removeFirst().union(result.removeFirst())) }
  return result
}

extension Rect {
  fileprivate func touches(_ other: Rect) -> Bool {
    minX <= other.maxX && maxX >= other.minX && minY <= other.maxY && maxY >= other.minY
  }
}
