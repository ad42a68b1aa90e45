import Graphics

/// A bar of known height, with what is written at it.
struct BarMark: Hashable, Sendable {
  /// Index of the figure.
  var figure: Int
  /// From zero to the value, exactly.
  var rect: Rect
  var look: BarLook
  var openEnd: OpenEnd?
  var isNegative: Bool
  var depth: Int

  /// What labels must keep away from: the bar with the dotted line beyond its end.
  var obstacle: Rect {
    guard openEnd == .beyond else { return rect }
    let cap = BarPainter.capGap + 1
    return Rect(
      x: rect.minX, y: isNegative ? rect.minY : rect.minY - cap, width: rect.width, height: rect.height + cap)
  }

  /// The height (in the frame) of the end that the value reaches.
  var end: Double { isNegative ? rect.maxY : rect.minY }
}

/// Where a bar's label came to stand.
struct BarLabelPlace: Hashable, Sendable {
  var mark: Int
  var rect: Rect
  var alignment: Label.Alignment
  var isInside: Bool
  /// From the label to its bar where it had to move away.
  var leader: (from: Point, to: Point)? { leaderEnds.map { ($0[0], $0[1]) } }
  fileprivate var leaderEnds: [Point]?
}

/// Finds a place for each bar's label: over its end, beside it, inside it, or away from it with a leader line.
struct BarLabelPlacement {
  var marks: [BarMark]
  var sizes: [Size]
  /// Height of a label's first line, its value.
  var firstLine: Double
  var placer: LabelPlacer
  /// How far a label may be lifted from its bar, points.
  var highestLift: Double
  /// Whether it may then stand beside the bar's middle, at the end of a slanted line.
  var mayStandAway: Bool
  /// Marks that still wait for their labels, where one should leave room for lines to others.
  private var waiting: [Int] = []

  private static let gap = 1.5
  private static let sideGap = 2.0
  private static let step = 2.0

  init(
    marks: [BarMark], sizes: [Size], firstLine: Double, bounds: Rect, alsoTaken: [Rect], highestLift: Double,
    mayStandAway: Bool
  ) {
    self.marks = marks
    self.sizes = sizes
    self.firstLine = firstLine
    self.highestLift = highestLift
    self.mayStandAway = mayStandAway
    // Bars of no height still keep labels off the baseline's end.
    placer = LabelPlacer(bounds: bounds, taken: marks.map(\.obstacle))
    for rect in alsoTaken { placer.take(withGap(rect)) }
  }

  /// All labels, or `nil` if one finds no place. Bars at the back go first, since they have no side to go to;
  /// where that fails, the bars in front.
  func placingAll() -> [BarLabelPlace]? {
    let backFirst = marks.indices.sorted { (marks[$0].depth, $0) < (marks[$1].depth, $1) }
    let frontFirst = marks.indices.sorted { (-marks[$0].depth, $0) < (-marks[$1].depth, $1) }
    for order in [backFirst, frontFirst] {
      let places = placed(order).places
      if places.count == marks.count { return places }
    }
    return nil
  }

  /// As many labels as find a place, the most important first, then the others where those left room.
  func placingSome(of important: [Int], then others: [Int]) -> [BarLabelPlace] {
    let (first, rest) = placed(important)
    return first + rest.placed(others).places
  }

  private static let mostTries = 8

  /// The try that places most, and what it leaves. What finds no place goes first in the next try: others have more
  /// places to choose from.
  private func placed(_ order: [Int]) -> (places: [BarLabelPlace], rest: BarLabelPlacement) {
    var order = order
    var best: (places: [BarLabelPlace], rest: BarLabelPlacement) = ([], self)
    for number in 0..<Self.mostTries {
      var placement = self
      let places = order.enumerated().compactMap { place, mark in
        if number > 0 { placement.waiting = Array(order[(place + 1)...]) }
        return placement.place(mark)
      }
      if number == 0 || places.count > best.places.count { best = (places, placement) }
      let found = Set(places.map(\.mark))
      let next = order.filter { !found.contains($0) } + order.filter(found.contains)
      if found.count == order.count || next == order { break }
      order = next
    }
    return best
  }

  private mutating func place(_ index: Int) -> BarLabelPlace? {
    let place =
      overNoOther(index) ?? over(index, lift: 0) ?? inside(index) ?? beside(index) ?? lifted(index)
      ?? away(index)
    guard let place else { return nil }
    placer.take(withGap(place.rect))
    if let leader = place.leader {
      for box in LabelPlacer.boxes(leader.from, leader.to) { placer.take(box) }
    }
    return place
  }

  /// Of a line's height, between texts side by side: more than the space between a number's groups of digits, so that two
  /// numbers aren't read as one.
  private static let gapOfTexts = 0.3

  private func withGap(_ text: Rect) -> Rect {
    let more = max(0, Self.gapOfTexts * firstLine - LabelPlacer.clearance)
    return Rect(x: text.minX - more, y: text.minY, width: text.width + 2 * more, height: text.height)
  }

  // MARK: Candidates

  /// Over the end of the bar (under it, for negative values), centred or a little to a side.
  private func over(_ index: Int, lift: Double, where isFit: (Rect) -> Bool = { _ in true })
    -> BarLabelPlace?
  {
    let mark = marks[index]
    let size = sizes[index]
    let reach = mark.isNegative ? mark.obstacle.maxY : mark.obstacle.minY
    let y = mark.isNegative ? reach + Self.gap + lift : reach - Self.gap - lift - size.height
    // The bar's middle stays under the label, with a margin, so that it is plain whose label it is.
    let slack = max(0, size.width / 2 - 2)
    let rects = Self.shifts(upTo: slack).map { shift in
      Rect(x: mark.rect.midX - size.width / 2 + shift, y: y, width: size.width, height: size.height)
    }
    for rect in rects where placer.isFree(rect) && isFit(rect) {
      if lift == 0 {
        return BarLabelPlace(mark: index, rect: rect, alignment: .center, isInside: false, leaderEnds: nil)
      }
      guard let leader = leader(from: rect, to: mark) else { continue }
      return BarLabelPlace(
        mark: index, rect: rect, alignment: .center, isInside: false, leaderEnds: leader)
    }
    return nil
  }

  /// Where there is room near the bar's end, above other bars too.
  private func away(_ index: Int) -> BarLabelPlace? {
    guard mayStandAway else { return nil }
    let mark = marks[index]
    let size = sizes[index]
    let reach = mark.isNegative ? mark.obstacle.maxY : mark.obstacle.minY
    var places: [(distance: Double, rect: Rect)] = []
    for lift in stride(from: Self.step, through: 2 * highestLift, by: Self.step) {
      for shift in stride(from: -2 * size.width, through: 2 * size.width, by: 2) {
        let y = mark.isNegative ? reach + Self.gap + lift : reach - Self.gap - lift - size.height
        let rect = Rect(
          x: mark.rect.midX - size.width / 2 + shift, y: y, width: size.width, height: size.height)
        places.append((lift * lift + shift * shift, rect))
      }
    }
    places.sort { ($0.distance, $0.rect.minX) < ($1.distance, $1.rect.minX) }
    for (_, rect) in places where placer.isFree(rect) {
      guard let leader = leader(from: rect, to: mark) else { continue }
      return BarLabelPlace(
        mark: index, rect: rect, alignment: .center, isInside: false, leaderEnds: leader)
    }
    return nil
  }

  /// From the label's edge to the bar's end, upright where the bar lies under the label; over no other bar but those
  /// that stand behind. `nil` where something is in the way.
  private func leader(from label: Rect, to mark: BarMark) -> [Point]? {
    let reach = mark.isNegative ? mark.obstacle.maxY + 0.5 : mark.obstacle.minY - 0.5
    let to = Point(mark.rect.midX, reach)
    let from = Point(
      min(max(to.x, label.minX + 2), label.maxX - 2), mark.isNegative ? label.minY : label.maxY)
    let behind = marks.filter { $0.depth < mark.depth && $0.obstacle.overlaps(mark.rect) }.map(\.obstacle)
    let isClear = LabelPlacer.boxes(from, to).allSatisfy {
      placer.isFree(line: $0, from: [mark.obstacle] + behind)
    }
    return isClear ? [from, to] : nil
  }

  /// Over the bar, but over the middle of none that waits: a line to that one's label couldn't lead through this one.
  private func overNoOther(_ index: Int) -> BarLabelPlace? {
    if waiting.isEmpty { return nil }
    let middles = waiting.map { marks[$0].rect.midX }
    for lift in stride(from: 0, through: highestLift, by: Self.step) {
      let place = over(index, lift: lift) { rect in
        !middles.contains {
          rect.minX - LabelPlacer.clearance < $0 && $0 < rect.maxX + LabelPlacer.clearance
        }
      }
      if let place { return place }
    }
    return nil
  }

  private func lifted(_ index: Int) -> BarLabelPlace? {
    var lift = Self.step
    while lift <= highestLift {
      if let place = over(index, lift: lift) { return place }
      lift += Self.step
    }
    return nil
  }

  /// Within the bar, under its end.
  private func inside(_ index: Int) -> BarLabelPlace? {
    let mark = marks[index]
    let size = sizes[index]
    let margin = mark.openEnd == .within ? BarPainter.capGap + 2 : 2.5
    guard mark.look != .target, size.width + 4 <= mark.rect.width,
      size.height + margin + 1 <= mark.rect.height
    else { return nil }
    let y = mark.isNegative ? mark.rect.maxY - margin - size.height : mark.rect.minY + margin
    let rect = Rect(x: mark.rect.midX - size.width / 2, y: y, width: size.width, height: size.height)
    let behind = marks.filter { $0.depth < mark.depth && $0.obstacle.overlaps(rect) }.map(\.obstacle)
    guard placer.isFree(rect, on: [mark.obstacle] + behind) else { return nil }
    return BarLabelPlace(mark: index, rect: rect, alignment: .center, isInside: true, leaderEnds: nil)
  }

  /// Beside the end of the bar, outside of the bars that stand in the same slot.
  private func beside(_ index: Int) -> BarLabelPlace? {
    let mark = marks[index]
    let size = sizes[index]
    let group = marks.filter { $0.rect.minX < mark.rect.maxX && mark.rect.minX < $0.rect.maxX }.map(\.rect)
    let right = (group.map(\.maxX).max() ?? mark.rect.maxX) + Self.sideGap
    let left = (group.map(\.minX).min() ?? mark.rect.minX) - Self.sideGap - size.width
    // The value level with the end; then the whole label under the end; then over it.
    let (level, under, over) =
      mark.isNegative
      ? (mark.end + firstLine / 2 - size.height, mark.end - size.height, mark.end)
      : (mark.end - firstLine / 2, mark.end, mark.end - size.height)
    for y in [level, under, over] {
      for (x, alignment) in [(right, Label.Alignment.left), (left, .right)] {
        let rect = Rect(x: x, y: y, width: size.width, height: size.height)
        if placer.isFree(rect) {
          return BarLabelPlace(
            mark: index, rect: rect, alignment: alignment, isInside: false, leaderEnds: nil)
        }
      }
    }
    return nil
  }

  /// 0, 1, −1, 2, −2 … points.
  private static func shifts(upTo slack: Double) -> [Double] {
    var result = [0.0]
    var shift = 1.0
    while shift <= slack {
      result += [shift, -shift]
      shift += 1
    }
    return result
  }
}
