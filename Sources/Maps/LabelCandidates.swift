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
}

/// What labels are placed around.
struct LabelSurroundings {
  var frame: Rect
  /// Where nothing may stand: the scale bar.
  var taken: [Rect]
  /// Boundaries, coasts, rivers and routes, each cell as bad as it is to cover.
  var ink: SummedGrid
}

/// Least distance between a label and the frame, and between a label and a dot's edge.
private let frameGap = 2.0
private let dotGap = 0.8

/// How far leader lines may reach.
enum LeaderReach { case near, anywhere }

/// All places for one of the labels that are free of dots, the frame and what is taken; the best come first in
/// the order of cost.
func candidates(
  for index: Int, of labels: [Label], in surroundings: LabelSurroundings, reach: LeaderReach
) -> [LabelCandidate] {
  let label = labels[index]
  let frame = surroundings.frame.insetBy(frameGap)
  var result: [LabelCandidate] = []
  for candidate in adjacent(to: label) + led(from: label)
    + (reach == .near ? [] : far(from: label, in: frame))
  {
    guard frame.contains(candidate.box), !surroundings.taken.contains(where: { $0.overlaps(candidate.box) })
    else { continue }
    guard var cost = dotCost(of: candidate, for: index, of: labels) else { continue }
    if let leader = candidate.leader, surroundings.taken.contains(where: { leader.touches($0) }) { continue }
    // Weighed so that a boundary through the middle of a label is about as bad as the worst side of its dot.
    cost += candidate.cost + 4 * surroundings.ink.mean(over: candidate.box)
    result.append(
      LabelCandidate(box: candidate.box, leader: candidate.leader, cost: cost * (label.isNamed ? 1.5 : 1)))
  }
  return result.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }.map(
    \.element)
}

/// The eight positions of Christensen, Marks & Shieber (1995, fig. 2), and four between them. Theirs prefers the
/// upper right; here a label stands level with its dot first, which reads calmer at these few words a map.
private func adjacent(to label: Label) -> [LabelCandidate] {
  let reach = label.radius + 1.8
  let (width, height) = (label.size.width, label.size.height)
  let (x, y) = (label.dot.x, label.dot.y)
  let (right, left, level) = (x + reach, x - reach - width, y - label.axis)
  let corner = 0.72 * (label.radius + 1.2)
  let (above, below) = (y - corner - height, y + corner)
  let places: [(Double, Double, Double)] = [
    (right, level, 0), (x + corner, above, 0.2), (x + corner, below, 0.25), (left, level, 0.3),
    (x - corner - width, above, 0.4), (x - corner - width, below, 0.45),
    (x - width / 2, y - label.radius - 0.9 - height, 0.5), (x - width / 2, y + label.radius + 0.9, 0.55),
    (right, level - height * 0.3, 0.12), (right, level + height * 0.3, 0.15),
    (left, level - height * 0.3, 0.35), (left, level + height * 0.3, 0.38),
  ]
  return places.map { LabelCandidate(box: Rect(x: $0, y: $1, width: width, height: height), cost: $2) }
}

private func led(from label: Label) -> [LabelCandidate] {
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

/// Rows of places over the whole frame, for maps with more labels than their surroundings can hold.
private func far(from label: Label, in frame: Rect) -> [LabelCandidate] {
  let size = label.size
  guard size.width <= frame.width, size.height <= frame.height else { return [] }
  var result: [LabelCandidate] = []
  let rows = max(1, Int(frame.height / (size.height + 1)))
  for column in 0...4 {
    for row in 0..<rows {
      let box = Rect(
        x: frame.minX + (frame.width - size.width) * Double(column) / 4,
        y: frame.minY + Double(row) * (size.height + 1), width: size.width, height: size.height)
      let isRight = box.midX > label.dot.x
      let end = Point(isRight ? box.minX - 1.2 : box.maxX + 1.2, box.minY + label.axis)
      guard isRight ? end.x > label.dot.x : end.x < label.dot.x else { continue }
      let (dx, dy) = (end.x - label.dot.x, end.y - label.dot.y)
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > label.radius + 4 else { continue }
      let share = label.radius / length
      let start = Point(label.dot.x + dx * share, label.dot.y + dy * share)
      result.append(LabelCandidate(box: box, leader: Leader(start: start, end: end), cost: 2 + length / 20))
    }
  }
  return result
}

/// What other dots say to a candidate; `nil` where it would cover one, or its leader line run over one.
private func dotCost(of candidate: LabelCandidate, for index: Int, of labels: [Label]) -> Double? {
  let own = labels[index]
  let ownDistance = candidate.box.distance(to: own.dot)
  guard ownDistance >= own.radius + dotGap - 1e-9 else { return nil }
  var cost = 0.0
  for (other, label) in labels.enumerated() where other != index {
    let distance = candidate.box.distance(to: label.dot) - label.radius
    if distance < dotGap { return nil }
    let apart =
      ((label.dot.x - own.dot.x) * (label.dot.x - own.dot.x)
      + (label.dot.y - own.dot.y) * (label.dot.y - own.dot.y)).squareRoot()
    if let leader = candidate.leader {
      guard !runs(leader, over: label, from: own, apart: apart) else { return nil }
    } else if apart > 0.5, distance < ownDistance - own.radius + 1.5 {
      // A reader would take it for the label of the other dot.
      cost += distance < ownDistance - own.radius ? 3 : 0.8
    } else if apart <= 0.5 {
      // Two dots in one: only lines tell which label belongs to what.
      cost += 0.2
    }
  }
  return cost
}

private func runs(_ leader: Leader, over label: Label, from own: Label, apart: Double) -> Bool {
  guard apart > 0.5 else { return false }
  if apart < own.radius + label.radius + 1 {
    // The dots overlap: the line leaves its own away from the other.
    let (dx, dy) = (leader.end.x - own.dot.x, leader.end.y - own.dot.y)
    let along = dx * (label.dot.x - own.dot.x) + dy * (label.dot.y - own.dot.y)
    return along > 0.3 * apart * (dx * dx + dy * dy).squareRoot()
  }
  let clear = label.radius + 0.5
  return squaredDistance(from: label.dot, to: leader.start, leader.end) < clear * clear
}
