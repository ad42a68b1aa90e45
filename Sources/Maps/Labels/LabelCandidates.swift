import Graphics
import Platform

/// A place where a label may stand, and what speaks against it.
struct LabelCandidate {
  var box: Rect
  var leader: Leader?
  var cost: Double
  let layer: Layer
  /// All that it takes: whose extents are apart, doesn't touch.
  let extent: Rect

  /// What a label tells of. Labels of different layers keep clear of each other, and so do those of lines.
  enum Layer { case dots, lines, callouts }

  init(box: Rect, leader: Leader? = nil, cost: Double, layer: Layer = .dots) {
    self.box = box
    self.leader = leader
    self.cost = cost
    self.layer = layer
    var extent = box
    if let leader {
      extent = extent.union(Rect(origin: leader.start, size: .zero)).union(
        Rect(origin: leader.end, size: .zero))
    }
    self.extent = extent.grown(
      across: wordGap * box.height / 2 + labelGap, down: layer == .dots ? labelGap : linesGap / 2 * box.height
    )
  }
}

/// Half the least distance between labels, and between labels and lines.
let labelGap = 0.25

/// Least distance between labels on about the same line, in heights of a label: 0.8 em, three words' spaces.
let wordGap = 0.67

/// Least distance above and below a label to one of another layer, in heights of a label: with the air that the boxes
/// have inside, more than half of a line; and between labels of two lines, which have no dots to hold on to.
let layerGap = 0.45
let linesGap = 1.0

/// What labels are placed around.
struct LabelSurroundings {
  var frame: Rect
  /// Where nothing may stand: the scale bar.
  var taken: [Rect]
  /// Boundaries, coasts, rivers and routes, each cell as bad as it is to cover.
  var ink: SummedGrid
  /// Where arrows are, which no label may cover if there is another way.
  var arrows: SummedGrid?
  /// For each label, where its dot's own country is.
  var homes: [SummedGrid]
  /// Boxes that no label may enter.
  var outlines: [Rect] = []
  /// Dots that have no label: a label near one would be read as its own.
  var silent: [Label] = []
  /// What labels of lines stand beside: each with all its parts.
  var lines: [[DrawnLine]] = []

  var room: Rect { frame.insetBy(frameGap) }
}

/// How bad it is to cover a part of an arrow: worse than any place that is free of them.
private let onArrow = 12.0

/// How much of a value that stands outside its country must lie beside all that show values.
private let leastAside = 0.9

/// Least distance between a label and the frame.
private let frameGap = 2.0

/// Labels, and what they are placed around.
struct LabelField {
  let labels: [Label]
  let surroundings: LabelSurroundings
  private let spots: [Spot]
  private let dots: SpotGrid

  init(_ labels: [Label], in surroundings: LabelSurroundings) {
    self.labels = labels
    self.surroundings = surroundings
    spots =
      labels.enumerated().filter { $1.kind == .dot }.map { Spot(of: $1, number: $0) }
      + surroundings.silent.map { Spot(of: $0, number: nil) }
    dots = SpotGrid(spots)
  }

  /// Where a label may stand: at its dot, or near it with a leader line. Only places that are free of dots, the frame
  /// and what is taken; the best come first.
  ///
  /// `allowsCrossing` says whether leader lines may run over other dots, and values stand by other lines, where there is
  /// no other way.
  func candidates(for index: Int, allowsCrossing: Bool) -> [LabelCandidate] {
    let label = labels[index]
    let room = surroundings.room
    let places =
      switch label.kind {
      case .dot: adjacent(to: label) + led(from: label)
      case .line(_, let anchors): beside(anchors, label) + led(from: anchors, label)
      case .area: about(label) + led(from: label)
      case .callout: led(from: label)
      }
    // In a crowd nearly all places are on a dot, which is soon seen.
    let inside = places.filter { room.contains($0.box) && !dots.isCovered(by: $0.box, but: index) }
    guard let first = inside.first else { return [] }
    let reach = inside.dropFirst().reduce(first.extent) { $0.union($1.extent) }
    let near = spots.filter { $0.isWithin(spotReach + label.radius, of: reach) }
    let lines = surroundings.lines.indices.filter { line in
      surroundings.lines[line].contains { $0.isWithin(lineReach, of: reach) }
    }
    return inside.compactMap {
      weighed($0, for: index, near: near, lines, allowsCrossing: allowsCrossing)
    }.sorted { $0.cost < $1.cost }
  }

  /// The candidate with all that speaks against it; `nil` where something forbids it.
  func weighed(_ candidate: LabelCandidate, for index: Int, allowsCrossing: Bool) -> LabelCandidate? {
    weighed(
      candidate, for: index, near: spots, Array(surroundings.lines.indices), allowsCrossing: allowsCrossing)
  }

  private func weighed(
    _ candidate: LabelCandidate, for index: Int, near spots: [Spot], _ lines: [Int], allowsCrossing: Bool
  ) -> LabelCandidate? {
    guard surroundings.room.contains(candidate.box) else { return nil }
    let label = labels[index]
    for taken in surroundings.taken
    where taken.overlaps(candidate.box) || candidate.leader?.touches(taken) == true {
      return nil
    }
    for outline in surroundings.outlines {
      if outline.overlaps(candidate.box) { return nil }
      if outline.distance(to: label.dot) > 0, candidate.leader?.touches(outline) == true { return nil }
    }
    guard
      let spotCost = spotCost(
        of: candidate, own: label, number: index, near: spots, allowsCrossing: allowsCrossing),
      let lineCost = lineCost(
        of: candidate, own: label, among: surroundings.lines, near: lines, allowsCrossing: allowsCrossing)
    else { return nil }
    // On another's ground a value would be taken for that one's.
    let home = surroundings.homes[index]
    if label.kind == .callout, home.mean(over: candidate.box) < leastAside { return nil }
    // A boundary across a label (a twentieth of its cells) is about as bad as the worst side of its dot, one along it
    // twice as bad: the root, since it is the crossing that disturbs, more than how much is covered. A name that stands
    // abroad is bad as well (Imhof, Positioning names on maps, 1975: names of towns keep to their side of a boundary).
    let cost =
      candidate.cost + spotCost + lineCost
      + 2.5 * surroundings.ink.mean(over: candidate.box).squareRoot()
      + (surroundings.arrows.map { $0.mean(over: candidate.box) > 0 } == true ? onArrow : 0)
      + strangeness(of: candidate, label, home: home)
    return LabelCandidate(
      box: candidate.box, leader: candidate.leader, cost: cost * (label.isNamed ? 1.5 : 1), layer: label.layer
    )
  }
}

extension Label {
  fileprivate var layer: LabelCandidate.Layer {
    switch kind {
    case .dot, .area: .dots
    case .line: .lines
    case .callout: .callouts
    }
  }
}

/// How bad it is that a label stands outside its own country or region.
private func strangeness(of candidate: LabelCandidate, _ label: Label, home: SummedGrid) -> Double {
  let share = 1 - home.mean(over: candidate.box)
  switch label.kind {
  case .dot: return 0.8 * share
  case .callout: return 3 * share
  // Only what is said of a boundary has a home, its two countries.
  case .line: return 8 * share
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
  return places.map { x, y, cost in
    // An arrow and what it points to are one line, where that has room.
    let isBelow = label.heading != nil && (abs(y - level) > height / 2 || ![left, right].contains(x))
    return LabelCandidate(
      box: Rect(x: x, y: y, width: width, height: height), cost: cost + (isBelow ? 0.9 : 0))
  }
}

/// On both sides of a line, above and below a level one also along it.
private func beside(_ anchors: [Label.Anchor], _ label: Label) -> [LabelCandidate] {
  anchors.enumerated().flatMap { index, anchor in
    [1.0, -1].flatMap { side in
      let (x, y) = (anchor.normal.x * side, anchor.normal.y * side)
      // Beside a steep line and above or below a level one in the middle, beside a slanting one by its corner.
      func toCorner(_ value: Double) -> Double { abs(value) < 0.35 ? 0 : value < 0 ? -1 : 1 }
      let away = (anchor.half ?? label.radius) + 1.8
      let center = Point(
        anchor.point.x + x * away + toCorner(x) * label.size.width / 2,
        anchor.point.y + y * away + toCorner(y) * label.size.height / 2)
      let shifts = toCorner(x) == 0 ? [0, -0.25, 0.25, -0.45, 0.45] : [0]
      return shifts.map { shift in
        LabelCandidate(
          box: Rect(
            x: center.x + (shift - 0.5) * label.size.width, y: center.y - label.size.height / 2,
            width: label.size.width, height: label.size.height),
          cost: 0.12 * Double(index) + (side > 0 ? anchor.inner : 0.05) + 0.3 * abs(shift))
      }
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

/// With a line from a dot.
private func led(from label: Label) -> [LabelCandidate] {
  // A line would have to leave the box, and seem to mean its edge.
  if label.box != nil { return [] }
  // From the dot itself, since circles may overlap: then only it says whose value this is.
  return led(from: label.dot, core: label.core, label, cost: 1.2)
}

/// With a line from one of the best places of a line.
private func led(from anchors: [Label.Anchor], _ label: Label) -> [LabelCandidate] {
  anchors.prefix(5).enumerated().flatMap { index, anchor in
    led(from: anchor.point, core: label.radius, label, cost: 1.2 + 0.12 * Double(index))
  }
}

private func led(from point: Point, core: Double, _ label: Label, cost: Double) -> [LabelCandidate] {
  let size = label.size
  var result: [LabelCandidate] = []
  result.reserveCapacity(leaderLengths.count * leaderDirections.count)
  for length in leaderLengths {
    for (dx, dy) in leaderDirections {
      let reach = label.radius + length
      let end = Point(point.x + dx * reach, point.y + dy * reach)
      let corner =
        abs(dx) > 0.2
        ? Point(dx > 0 ? end.x + 1.2 : end.x - 1.2 - size.width, end.y - label.axis)
        : Point(end.x - size.width / 2, dy > 0 ? end.y : end.y - size.height)
      let start = Point(point.x + dx * core, point.y + dy * core)
      result.append(
        LabelCandidate(
          box: Rect(origin: corner, size: size), leader: Leader(start: start, end: end),
          cost: cost + length / 20))
    }
  }
  return result
}

private let leaderLengths = [6.0, 9, 13, 18, 25, 34, 46, 62]
private let leaderDirections: [(Double, Double)] = (0..<16).map { step in
  let angle = Double(step) * .pi / 8
  return (cos(angle), sin(angle))
}
