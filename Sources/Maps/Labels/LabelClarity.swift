import Graphics

/// A dot as labels nearby see it.
struct Spot {
  let center: Point
  /// Of the dot.
  let core: Double
  /// Of its circle; the dot's without one.
  let radius: Double
  /// Of its label; `nil` without one.
  let number: Int?

  init(of label: Label, number: Int?) {
    (center, core, radius, self.number) = (label.dot, label.core, label.radius, number)
  }

  var hasCircle: Bool { radius > core }

  /// Whether its edge is no farther than so much from a rectangle, across and down.
  func isWithin(_ reach: Double, of rect: Rect) -> Bool {
    let far = reach + radius
    return center.x >= rect.minX - far && center.x <= rect.maxX + far && center.y >= rect.minY - far
      && center.y <= rect.maxY + far
  }
}

/// A line that has a label: a flow, a route or the strong boundary, or a part of one.
struct DrawnLine {
  let points: [Point]
  let radius: Double
  /// How far off its own label keeps at all of its bends; `nil` where that may lie over some of it.
  let clearance: Double?
  private let bounds: Rect

  /// `radius` is half of its width.
  init(_ points: [Point], radius: Double, clearance: Double? = nil) {
    self.points = points
    self.radius = radius
    self.clearance = clearance
    bounds = Path.polyline(points).bounds ?? Rect(size: .zero)
  }

  /// Whether some of it may come so close to a rectangle.
  func isWithin(_ reach: Double, of rect: Rect) -> Bool { bounds.insetBy(-reach - radius).overlaps(rect) }

  /// From its edge to a rectangle; less than 0 where it runs through it, infinite where it is farther off than `most`.
  func distance(to rect: Rect, most: Double) -> Double {
    var least = most + radius
    guard bounds.insetBy(-least).overlaps(rect) else { return .infinity }
    var isNear = false
    let corners = [
      Point(rect.minX, rect.minY), Point(rect.maxX, rect.minY), Point(rect.minX, rect.maxY),
      Point(rect.maxX, rect.maxY),
    ]
    for (start, end) in zip(points, points.dropFirst()) {
      if min(start.x, end.x) > rect.maxX + least || max(start.x, end.x) < rect.minX - least
        || min(start.y, end.y) > rect.maxY + least || max(start.y, end.y) < rect.minY - least
      {
        continue
      }
      if Leader(start: start, end: end).touches(rect) { return -radius }
      let ends = min(rect.distance(to: start), rect.distance(to: end))
      let sides = corners.reduce(Double.infinity) { min($0, squaredDistance(from: $1, to: start, end)) }
      let distance = min(ends, sides.squareRoot())
      if distance <= least { (least, isNear) = (distance, true) }
    }
    return isNear ? least - radius : .infinity
  }

  func crosses(_ leader: Leader) -> Bool {
    zip(points, points.dropFirst()).contains { Leader(start: $0, end: $1).crosses(leader) }
  }
}

/// Dots in square cells.
struct SpotGrid {
  private let spots: [Spot]
  private let bounds: Rect
  private let columns: Int
  private let rows: Int
  /// Numbers of spots, by where their centres are.
  private var cells: [[Int]]
  /// Of any dot.
  private let core: Double

  private static let cell = 12.0

  init(_ spots: [Spot]) {
    self.spots = spots
    core = spots.map(\.core).max() ?? 0
    bounds = Path.polyline(spots.map(\.center)).bounds ?? Rect(size: .zero)
    columns = Int(bounds.width / Self.cell) + 1
    rows = Int(bounds.height / Self.cell) + 1
    cells = [[Int]](repeating: [], count: columns * rows)
    for (number, spot) in spots.enumerated() {
      cells[row(spot.center.y) * columns + column(spot.center.x)].append(number)
    }
  }

  /// Whether a label would stand on a dot or too close to it, but for that of a label's own number.
  func isCovered(by box: Rect, but own: Int) -> Bool {
    let reach = box.insetBy(-(core + dotGap))
    guard reach.overlaps(bounds.insetBy(-1)) else { return false }
    for row in row(reach.minY)...row(reach.maxY) {
      for column in column(reach.minX)...column(reach.maxX) {
        for number in cells[row * columns + column] where spots[number].number != own {
          if box.distance(to: spots[number].center) - spots[number].core < dotGap { return true }
        }
      }
    }
    return false
  }

  private func column(_ x: Double) -> Int { max(0, min(columns - 1, Int((x - bounds.minX) / Self.cell))) }
  private func row(_ y: Double) -> Int { max(0, min(rows - 1, Int((y - bounds.minY) / Self.cell))) }
}

/// Least distance between a label and a dot's edge, and between a line's label and another line.
private let dotGap = 0.8
private let lineGap = 1.5

/// Dots closer than this (points) are one to the eye: which of them a line leaves from can't be seen.
private let sameSpot = 1.2

/// What a leader line over another dot costs, where it is the last resort.
private let crossingCost = 3.0

/// What other dots say to a candidate; `nil` where it would cover one, be taken for its label, or its leader line run
/// over one.
func spotCost(
  of candidate: LabelCandidate, own: Label, number: Int, near spots: [Spot], allowsCrossing: Bool
) -> Double? {
  let isAtDot = own.kind == .dot
  let ownDistance = isAtDot ? own.distance(from: candidate.box) : levelReach
  guard ownDistance >= dotGap - 1e-9 else { return nil }
  let reach = max(
    candidate.leader == nil ? ownDistance + clearness(of: own) : levelReach, own.radius + pairGap)
  var cost = 0.0
  // What is far off says nothing.
  for spot in spots where spot.isWithin(reach, of: candidate.extent) && spot.number != number {
    guard
      let more = isAtDot
        ? foreignCost(
          of: candidate, own: own, ownDistance: ownDistance, other: spot, allowsCrossing: allowsCrossing)
        : passingCost(of: candidate, own: own, other: spot, allowsCrossing: allowsCrossing)
    else { return nil }
    cost += more
  }
  return cost
}

/// So much nearer (points) than a foreign dot is a label's own, where that is plain to see; and so much at least.
private let clearly = 3.0
private let barely = 0.6

/// As much as `clearly`, among circles: they are larger than dots.
private let clearlyOfCircles = 9.0

/// What a leader line over another's circle costs.
private let throughCost = 1.5

/// A dot so close to a label's end (points), and level with it, looks as if the label were its own.
private let levelReach = 9.0

/// Spots farther off than this from a label and its own circle say nothing to it.
let spotReach = levelReach + clearlyOfCircles

/// What a dot says to the label of something else.
private func passingCost(
  of candidate: LabelCandidate, own: Label, other: Spot, allowsCrossing: Bool
) -> Double? {
  let toCenter = candidate.box.distance(to: other.center)
  if toCenter - other.core < dotGap { return nil }
  // Just beside a dot it would be taken for the dot's as well.
  var cost = (toCenter - other.core < 2.5 ? 2.0 : 0) + levelCost(of: candidate.box, own: own, beside: other)
  // At a circle it would be taken for the circle's.
  if other.hasCircle, toCenter - other.radius < clearly {
    cost += 3 * (1 - max(0, toCenter - other.radius) / clearly)
  }
  let apart = Rect(origin: own.dot, size: .zero).distance(to: other.center)
  guard let leader = candidate.leader else { return cost }
  if runs(leader, through: other) { cost += throughCost }
  guard runs(leader, over: other, from: own, apart: apart) else { return cost }
  // Then the line seems to lead from the dot.
  return allowsCrossing ? cost + astrayCost : nil
}

/// What a dot says to the label of another one.
private func foreignCost(
  of candidate: LabelCandidate, own: Label, ownDistance: Double, other: Spot, allowsCrossing: Bool
) -> Double? {
  let toCenter = candidate.box.distance(to: other.center)
  let (distance, toEdge) = (toCenter - other.core, toCenter - other.radius)
  if distance < dotGap { return nil }
  let apart = Rect(origin: own.dot, size: .zero).distance(to: other.center)
  // Nothing tells what lies on one spot apart.
  if apart < sameSpot { return 0.2 }
  var cost = levelCost(of: candidate.box, own: own, beside: other)
  if other.hasCircle, toEdge < 0 { cost += 1.5 }
  if apart < own.core + other.core + pairGap, own.box == nil,
    !turnsAway(candidate, of: own, from: other, apart: apart)
  {
    cost += astrayCost
  }
  if let leader = candidate.leader {
    if distance < clearly { cost += 0.4 * (clearly - distance) }
    if runs(leader, through: other), apart > other.radius { cost += throughCost }
    guard runs(leader, over: other, from: own, apart: apart) else { return cost }
    return allowsCrossing ? cost + crossingCost : nil
  }
  // A reader would take it for the label of the other dot or, where both have one, of the other circle.
  let nearer = (own.hasCircle ? toEdge : distance) - ownDistance
  if nearer < barely { return nil }
  let clear = other.hasCircle ? clearness(of: own) : clearly
  return nearer < clear ? cost + (clear - nearer) / (clear - barely) * 2.5 : cost
}

/// So much nearer (points) than a foreign mark of its kind is a label's own, where that is plain to see.
private func clearness(of own: Label) -> Double { own.hasCircle ? clearlyOfCircles : clearly }

extension Label {
  fileprivate var hasCircle: Bool { radius > core }
}

/// What a label costs that stands on a line that it does not belong to.
private let acrossCost = 1.0

/// How far from a label (points) lines are looked at.
let lineReach = mostOfOwn + clearly

/// How far from a line (points) its own label may stand.
private let mostOfOwn = 20.0

/// What lines say to a label; `nil` where the label of one would be taken for another's, or its leader line cross
/// another.
///
/// `near` are the numbers of the lines within `lineReach` of the candidate.
func lineCost(
  of candidate: LabelCandidate, own: Label, among lines: [[DrawnLine]], near: [Int], allowsCrossing: Bool
) -> Double? {
  guard case .line(let number, _) = own.kind else {
    let crossed = near.count { line in lines[line].contains { $0.distance(to: candidate.box, most: 0) <= 0 } }
    return acrossCost * Double(crossed)
  }
  func distance(to line: [DrawnLine], most: Double) -> Double {
    line.reduce(Double.infinity) { min($0, $1.distance(to: candidate.box, most: most)) }
  }
  let nearest = candidate.leader == nil ? max(0, distance(to: lines[number], most: mostOfOwn)) : 0
  var cost = 0.0
  if let clearance = lines[number].first?.clearance, candidate.leader == nil,
    distance(to: lines[number], most: mostOfOwn) < clearance
  {
    guard allowsCrossing else { return nil }
    cost += astrayCost
  }
  for other in near where other != number {
    let line = lines[other]
    let foreign = distance(to: line, most: nearest + clearly)
    var isAstray = foreign < lineGap
    if let leader = candidate.leader {
      isAstray = isAstray || line.contains { $0.crosses(leader) }
    } else {
      isAstray = isAstray || foreign - nearest < barely
      if foreign - nearest < clearly { cost += (clearly - foreign + nearest) / (clearly - barely) }
    }
    if isAstray {
      guard allowsCrossing else { return nil }
      cost += astrayCost
    }
  }
  return cost
}

/// What a foreign dot costs that stands level with the label's letters, close to one end of them.
private func levelCost(of box: Rect, own: Label, beside other: Spot) -> Double {
  let off = abs(other.center.y - box.minY - own.axis) / (0.6 * box.height)
  let gap = max(box.minX - other.center.x, other.center.x - box.maxX) - other.radius
  guard off < 1, gap > 0, gap < levelReach else { return 0 }
  return 3 * (1 - gap / levelReach) * (1 - off * off)
}

/// Dots whose edges are closer than this (points) make a pair: each label must show which of them it belongs to.
private let pairGap = 2.0

/// What a label costs that doesn't: more than the longest leader line.
private let astrayCost = 6.0

/// Whether a label stands on the side of its dot that is away from a dot close by, or its line leaves there.
private func turnsAway(_ candidate: LabelCandidate, of own: Label, from other: Spot, apart: Double) -> Bool {
  if let leader = candidate.leader {
    let (dx, dy) = (leader.end.x - own.dot.x, leader.end.y - own.dot.y)
    let along = dx * (other.center.x - own.dot.x) + dy * (other.center.y - own.dot.y)
    return along <= 0.1 * apart * (dx * dx + dy * dy).squareRoot()
  }
  return candidate.box.distance(to: other.center) - candidate.box.distance(to: own.dot) >= 0.6 * apart
}

private func runs(_ leader: Leader, over spot: Spot, from own: Label, apart: Double) -> Bool {
  if own.kind == .dot, apart < own.core + spot.core + 1 {
    // The dots overlap: the line leaves its own away from the other.
    let (dx, dy) = (leader.end.x - own.dot.x, leader.end.y - own.dot.y)
    let along = dx * (spot.center.x - own.dot.x) + dy * (spot.center.y - own.dot.y)
    return along > 0.3 * apart * (dx * dx + dy * dy).squareRoot()
  }
  let clear = spot.core + 0.8
  return squaredDistance(from: spot.center, to: leader.start, leader.end) < clear * clear
}

/// Whether a line runs through the circle of a dot.
private func runs(_ leader: Leader, through spot: Spot) -> Bool {
  spot.hasCircle
    && squaredDistance(from: spot.center, to: leader.start, leader.end) < spot.radius * spot.radius
}
