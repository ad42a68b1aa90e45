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

/// Finds a place for each bar's label: over its end, beside it, inside it, or lifted with a leader line.
struct BarLabelPlacement {
  var marks: [BarMark]
  var sizes: [Size]
  /// Height of a label's first line, its value.
  var firstLine: Double
  var placer: LabelPlacer
  /// How far a label may be lifted from its bar, points.
  var highestLift: Double

  private static let gap = 1.5
  private static let sideGap = 2.0
  private static let step = 2.0

  init(
    marks: [BarMark], sizes: [Size], firstLine: Double, bounds: Rect, alsoTaken: [Rect], highestLift: Double
  ) {
    self.marks = marks
    self.sizes = sizes
    self.firstLine = firstLine
    self.highestLift = highestLift
    // Bars of no height still keep labels off the baseline's end.
    placer = LabelPlacer(bounds: bounds, taken: marks.map(\.obstacle) + alsoTaken)
  }

  /// All labels, or `nil` if one finds no place. Bars at the back go first, since they have no side to go to;
  /// where that fails, the bars in front.
  func placingAll() -> [BarLabelPlace]? {
    let backFirst = marks.indices.sorted { (marks[$0].depth, $0) < (marks[$1].depth, $1) }
    let frontFirst = marks.indices.sorted { (-marks[$0].depth, $0) < (-marks[$1].depth, $1) }
    return placing(backFirst) ?? placing(frontFirst)
  }

  /// As many labels as find a place, the most important first.
  func placingSome(of order: [Int]) -> [BarLabelPlace] {
    var placement = self
    return order.compactMap { placement.place($0) }
  }

  private func placing(_ order: [Int]) -> [BarLabelPlace]? {
    var placement = self
    var places: [BarLabelPlace] = []
    for mark in order {
      guard let place = placement.place(mark) else { return nil }
      places.append(place)
    }
    return places
  }

  private mutating func place(_ index: Int) -> BarLabelPlace? {
    guard let place = over(index, lift: 0) ?? inside(index) ?? beside(index) ?? lifted(index) else {
      return nil
    }
    placer.take(place.rect)
    if let leader = place.leader { placer.take(Self.box(leader.from, leader.to)) }
    return place
  }

  // MARK: Candidates

  /// Over the end of the bar (under it, for negative values), centred or a little to a side.
  private func over(_ index: Int, lift: Double) -> BarLabelPlace? {
    let mark = marks[index]
    let size = sizes[index]
    let reach = mark.isNegative ? mark.obstacle.maxY : mark.obstacle.minY
    let y = mark.isNegative ? reach + Self.gap + lift : reach - Self.gap - lift - size.height
    // The bar's middle stays under the label, with a margin, so that it is plain whose label it is.
    let slack = max(0, size.width / 2 - 2)
    for shift in Self.shifts(upTo: slack) {
      let rect = Rect(
        x: mark.rect.midX - size.width / 2 + shift, y: y, width: size.width, height: size.height)
      guard placer.isFree(rect) else { continue }
      if lift == 0 {
        return BarLabelPlace(mark: index, rect: rect, alignment: .center, isInside: false, leaderEnds: nil)
      }
      let from = Point(mark.rect.midX, mark.isNegative ? rect.minY : rect.maxY)
      let to = Point(mark.rect.midX, mark.isNegative ? reach + 0.5 : reach - 0.5)
      guard placer.isFree(line: Self.box(from, to), from: [mark.obstacle]) else { continue }
      return BarLabelPlace(
        mark: index, rect: rect, alignment: .center, isInside: false, leaderEnds: [from, to])
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

  private static func box(_ a: Point, _ b: Point) -> Rect {
    Rect(
      x: min(a.x, b.x) - 0.5, y: min(a.y, b.y), width: abs(a.x - b.x) + 1, height: max(abs(a.y - b.y), 0.5))
  }
}
