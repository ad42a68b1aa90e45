import Graphics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A place where a label may stand, and what speaks against it.
struct LabelCandidate {
  var box: Rect
  var leader: Leader?
  var cost: Double
  /// All that it takes: whose extents are apart, doesn't touch.
  let extent: Rect

  init(box: Rect, leader: Leader? = nil, cost: Double) {
    self.box = box
    self.leader = leader
    self.cost = cost
    var extent = box
    if let leader {
      extent = extent.union(Rect(origin: leader.start, size: .zero)).union(
        Rect(origin: leader.end, size: .zero))
    }
    self.extent = extent.grown(across: wordGap * box.height / 2 + labelGap, down: labelGap)
  }
}

/// Half the least distance between labels, and between labels and lines.
let labelGap = 0.25

/// Least distance between labels on about the same line, in heights of a label: 0.8 em, three words' spaces.
let wordGap = 0.67

/// What labels are placed around.
struct LabelSurroundings {
  var frame: Rect
  /// Where nothing may stand: the scale bar.
  var taken: [Rect]
  /// Boundaries, coasts, rivers and routes, each cell as bad as it is to cover.
  var ink: SummedGrid
  /// For each label, where its dot's own country is.
  var homes: [SummedGrid]
  /// Boxes that no label may enter.
  var outlines: [Rect] = []
  /// Dots that have no label: a label near one would be read as its own.
  var silent: [Label] = []

  var room: Rect { frame.insetBy(frameGap) }
}

/// Least distance between a label and the frame, and between a label and a dot's edge.
private let frameGap = 2.0
private let dotGap = 0.8

/// Where a label may stand: at its dot, or near it with a leader line. Only places that are free of dots, the frame
/// and what is taken; the best come first.
///
/// `allowsCrossing` says whether leader lines may run over other dots, where there is no other way.
func candidates(
  for index: Int, of labels: [Label], in surroundings: LabelSurroundings, allowsCrossing: Bool
) -> [LabelCandidate] {
  let label = labels[index]
  let places =
    switch label.kind {
    case .dot: adjacent(to: label) + led(from: label)
    case .line(let anchors): beside(anchors, label) + led(from: label)
    case .area: about(label) + led(from: label)
    case .callout: led(from: label)
    }
  return places.compactMap { candidate in
    weighed(candidate, for: index, of: labels, in: surroundings, allowsCrossing: allowsCrossing)
  }.sorted { $0.cost < $1.cost }
}

/// The candidate with all that speaks against it; `nil` where something forbids it.
func weighed(
  _ candidate: LabelCandidate, for index: Int, of labels: [Label], in surroundings: LabelSurroundings,
  allowsCrossing: Bool
) -> LabelCandidate? {
  guard surroundings.room.contains(candidate.box) else { return nil }
  for taken in surroundings.taken
  where taken.overlaps(candidate.box) || candidate.leader?.touches(taken) == true {
    return nil
  }
  for outline in surroundings.outlines {
    if outline.overlaps(candidate.box) { return nil }
    if outline.distance(to: labels[index].dot) > 0, candidate.leader?.touches(outline) == true { return nil }
  }
  guard
    let dotCost = dotCost(
      of: candidate, for: index, of: labels, silent: surroundings.silent, allowsCrossing: allowsCrossing)
  else { return nil }
  // A boundary across a label (a twentieth of its cells) is about as bad as the worst side of its dot, one along it
  // twice as bad: the root, since it is the crossing that disturbs, more than how much is covered. A name that stands
  // abroad is bad as well (Imhof, Positioning names on maps, 1975: names of towns keep to their side of a boundary).
  let cost =
    candidate.cost + dotCost + 2.5 * surroundings.ink.mean(over: candidate.box).squareRoot()
    + strangeness(of: candidate, labels[index], home: surroundings.homes[index])
  return LabelCandidate(
    box: candidate.box, leader: candidate.leader, cost: cost * (labels[index].isNamed ? 1.5 : 1))
}

/// How bad it is that a label stands outside its own country or region.
private func strangeness(of candidate: LabelCandidate, _ label: Label, home: SummedGrid) -> Double {
  let share = 1 - home.mean(over: candidate.box)
  switch label.kind {
  case .dot, .line: return 0.8 * share
  case .callout: return 3 * share
  // A region's name is read as that of the ground under it, if no line says otherwise.
  case .area: return candidate.leader == nil ? 8 * share : 1
  }
}

/// The eight positions of Christensen, Marks & Shieber (1995, fig. 2), and four between them. Theirs prefers the
/// upper right; here a label stands level with its dot first, which reads calmer at these few words a map.
private func adjacent(to label: Label) -> [LabelCandidate] {
  let (width, height) = (label.size.width, label.size.height)
  let mark = label.mark
  let (right, left) = (mark.maxX + 1.8, mark.minX - 1.8 - width)
  let level = mark.midY - label.axis
  // A disc leaves room at its corners, a box doesn't.
  let corner = label.box == nil ? 0.72 * (label.radius + 1.2) : mark.width / 2
  let (above, below) =
    label.box == nil
    ? (mark.midY - corner - height, mark.midY + corner) : (mark.minY - 0.9 - height, mark.maxY + 0.9)
  let places: [(Double, Double, Double)] = [
    (right, level, 0), (mark.midX + corner, above, 0.2), (mark.midX + corner, below, 0.25),
    (left, level, 0.3),
    (mark.midX - corner - width, above, 0.4), (mark.midX - corner - width, below, 0.45),
    (mark.midX - width / 2, mark.minY - 0.9 - height, 0.5), (mark.midX - width / 2, mark.maxY + 0.9, 0.55),
    (right, level - height * 0.3, 0.12), (right, level + height * 0.3, 0.15),
    (left, level - height * 0.3, 0.35), (left, level + height * 0.3, 0.38),
  ]
  return places.map { LabelCandidate(box: Rect(x: $0, y: $1, width: width, height: height), cost: $2) }
}

/// On both sides of a line.
private func beside(_ anchors: [Label.Anchor], _ label: Label) -> [LabelCandidate] {
  anchors.enumerated().flatMap { index, anchor in
    [1.0, -1].map { side in
      let (x, y) = (anchor.normal.x * side, anchor.normal.y * side)
      // Beside a steep line and above or below a level one in the middle, beside a slanting one by its corner.
      func toCorner(_ value: Double) -> Double { abs(value) < 0.35 ? 0 : value < 0 ? -1 : 1 }
      let away = label.radius + 1.8
      let center = Point(
        anchor.point.x + x * away + toCorner(x) * label.size.width / 2,
        anchor.point.y + y * away + toCorner(y) * label.size.height / 2)
      return LabelCandidate(
        box: Rect(
          x: center.x - label.size.width / 2, y: center.y - label.size.height / 2, width: label.size.width,
          height: label.size.height), cost: 0.12 * Double(index) + (side > 0 ? 0 : 0.05))
    }
  }
}

/// About the middle of an area.
private func about(_ label: Label) -> [LabelCandidate] {
  let steps = [0.0, -1, 1, -2, 2, -3, 3]
  return steps.flatMap { down in
    steps.map { across in
      let (x, y) = (across * 8, down * 7)
      return LabelCandidate(
        box: Rect(
          x: label.dot.x + x - label.size.width / 2, y: label.dot.y + y - label.size.height / 2,
          width: label.size.width, height: label.size.height), cost: (x * x + y * y).squareRoot() / 15)
    }
  }
}

private func led(from label: Label) -> [LabelCandidate] {
  // A line would have to leave the box, and seem to mean its edge.
  if label.box != nil { return [] }
  var result: [LabelCandidate] = []
  for distance in [6.0, 9, 13, 18, 25, 34, 46, 62] {
    for step in 0..<16 {
      let angle = Double(step) * .pi / 8
      let (dx, dy) = (cos(angle), sin(angle))
      let end = Point(
        label.dot.x + dx * (label.radius + distance), label.dot.y + dy * (label.radius + distance))
      let box =
        abs(dx) > 0.2
        ? Rect(
          x: dx > 0 ? end.x + 1.2 : end.x - 1.2 - label.size.width, y: end.y - label.axis,
          width: label.size.width, height: label.size.height)
        : Rect(
          x: end.x - label.size.width / 2, y: dy > 0 ? end.y : end.y - label.size.height,
          width: label.size.width, height: label.size.height)
      let start = Point(label.dot.x + dx * label.radius, label.dot.y + dy * label.radius)
      result.append(
        LabelCandidate(box: box, leader: Leader(start: start, end: end), cost: 1.2 + distance / 20))
    }
  }
  return result
}

/// Dots closer than this (points) are one to the eye: which of them a line leaves from can't be seen.
private let sameSpot = 1.2

/// What a leader line over another dot costs, where it is the last resort.
private let crossingCost = 3.0

/// What other dots say to a candidate; `nil` where it would cover one, be taken for its label, or its leader line run
/// over one.
private func dotCost(
  of candidate: LabelCandidate, for index: Int, of labels: [Label], silent: [Label], allowsCrossing: Bool
) -> Double? {
  let own = labels[index]
  let isAtDot = own.kind == .dot
  let ownDistance = isAtDot ? own.distance(from: candidate.box) : 4
  guard ownDistance >= dotGap - 1e-9 else { return nil }
  let reach = max(candidate.leader == nil ? ownDistance + clearly : levelReach, own.radius + pairGap)
  let near = candidate.extent
  var cost = 0.0
  func weigh(_ other: Label) -> Bool {
    // What is far off says nothing.
    let far = reach + other.core
    if other.dot.x < near.minX - far || other.dot.x > near.maxX + far || other.dot.y < near.minY - far
      || other.dot.y > near.maxY + far
    {
      return true
    }
    guard
      let more = foreignCost(
        of: candidate, own: own, ownDistance: isAtDot ? ownDistance : nil, other: other,
        allowsCrossing: allowsCrossing)
    else { return false }
    cost += more
    return true
  }
  for (other, label) in labels.enumerated() where other != index && label.kind == .dot {
    guard weigh(label) else { return nil }
  }
  for label in silent {
    guard weigh(label) else { return nil }
  }
  return cost
}

/// So much nearer (points) than a foreign dot is a label's own, where that is plain to see; and so much at least.
private let clearly = 3.0
private let barely = 0.6

/// A dot so close to a label's end (points), and level with it, looks as if the label were its own.
private let levelReach = 9.0

private func foreignCost(
  of candidate: LabelCandidate, own: Label, ownDistance: Double?, other: Label, allowsCrossing: Bool
) -> Double? {
  let box = candidate.box
  let distance = box.distance(to: other.dot) - other.core
  if distance < dotGap { return nil }
  let (dx, dy) = (other.dot.x - own.dot.x, other.dot.y - own.dot.y)
  let apart = (dx * dx + dy * dy).squareRoot()
  guard let ownDistance else {
    let cost = distance < 2.5 ? 2.0 : 0
    guard let leader = candidate.leader, runs(leader, over: other, from: own, apart: apart) else {
      return cost
    }
    return allowsCrossing ? cost + crossingCost : nil
  }
  // Nothing tells what lies on one spot apart.
  if apart < sameSpot { return 0.2 }
  var cost = levelCost(of: box, own: own, beside: other)
  if apart < own.core + other.core + pairGap, own.box == nil,
    !turnsAway(candidate, of: own, from: other, apart: apart)
  {
    cost += astrayCost
  }
  if let leader = candidate.leader {
    if distance < clearly { cost += 0.4 * (clearly - distance) }
    guard runs(leader, over: other, from: own, apart: apart) else { return cost }
    return allowsCrossing ? cost + crossingCost : nil
  }
  // A reader would take it for the label of the other dot.
  let nearer = distance - ownDistance
  if nearer < barely { return nil }
  return nearer < clearly ? cost + (clearly - nearer) / (clearly - barely) * 2.5 : cost
}

/// What a foreign dot costs that stands level with the label's letters, close to one end of them.
private func levelCost(of box: Rect, own: Label, beside other: Label) -> Double {
  let off = abs(other.dot.y - box.minY - own.axis) / (0.6 * box.height)
  let gap = max(box.minX - other.dot.x, other.dot.x - box.maxX) - other.core
  guard off < 1, gap > 0, gap < levelReach else { return 0 }
  return 3 * (1 - gap / levelReach) * (1 - off * off)
}

/// Dots whose edges are closer than this (points) make a pair: each label must show which of them it belongs to.
private let pairGap = 2.0

/// What a label costs that doesn't: more than the longest leader line.
private let astrayCost = 6.0

/// Whether a label stands on the side of its dot that is away from a dot close by, or its line leaves there.
private func turnsAway(_ candidate: LabelCandidate, of own: Label, from other: Label, apart: Double) -> Bool {
  if let leader = candidate.leader {
    let (dx, dy) = (leader.end.x - own.dot.x, leader.end.y - own.dot.y)
    let along = dx * (other.dot.x - own.dot.x) + dy * (other.dot.y - own.dot.y)
    return along <= 0.1 * apart * (dx * dx + dy * dy).squareRoot()
  }
  return candidate.box.distance(to: other.dot) - candidate.box.distance(to: own.dot) >= 0.6 * apart
}

private func runs(_ leader: Leader, over label: Label, from own: Label, apart: Double) -> Bool {
  if own.kind == .dot, apart < own.core + label.core + 1 {
    // The dots overlap: the line leaves its own away from the other.
    let (dx, dy) = (leader.end.x - own.dot.x, leader.end.y - own.dot.y)
    let along = dx * (label.dot.x - own.dot.x) + dy * (label.dot.y - own.dot.y)
    return along > 0.3 * apart * (dx * dx + dy * dy).squareRoot()
  }
  let clear = label.core + 0.8
  return squaredDistance(from: label.dot, to: leader.start, leader.end) < clear * clear
}
