import Graphics

/// A label on a pole that rises from a mark, to the pole's right or left.
struct Flag {
  /// Where the pole stands for a label at its right, and for one at its left.
  var rightPole: Double
  var leftPole: Double
  /// The same text in several shapes, the preferred first.
  var labels: [Label]
}

/// A flag in its place; heights are counted upwards from the ground the poles stand on, points.
struct PlacedFlag: Hashable, Sendable {
  var label: Label
  var pole: Double
  var isRight: Bool
  /// Of the label's lower edge.
  var bottom: Double

  var top: Double { bottom + label.height }
  var left: Double { isRight ? pole + FlagLayout.poleGap : pole - FlagLayout.poleGap - label.width }
  var right: Double { left + label.width }
}

/// Places flags so that no label touches another, and no pole crosses a label.
struct FlagLayout {
  var width: Double
  /// Labels stand at least so high over the ground.
  var lowest: Double
  /// What a label at the left of its pole costs, in points of height.
  var costOfLeft: Double

  /// From a pole to its label, points.
  static let poleGap = 2.5
  private static let between = Size(5, 2)
  /// What each further shape of a label costs, in points of height.
  private static let costOfShape = 1.5
  /// What it costs to stand over a pole whose label must then go under.
  private static let costOfCovering = 40.0

  /// The best of several arrangements; each flag keeps its index. `nil` if none is possible.
  func place(_ flags: [Flag]) -> [PlacedFlag]? {
    let order = flags.indices.sorted { (flags[$0].rightPole, $0) < (flags[$1].rightPole, $1) }
    var best: (flags: [PlacedFlag], cost: Double)?
    for order in orders(order) {
      guard let placed = arrange(flags, in: order) else { continue }
      let cost = cost(placed)
      if cost < best?.cost ?? .infinity { best = (placed, cost) }
    }
    return best?.flags
  }

  /// A label on the right of its pole must stand over those of the poles that it covers, so from right to left
  /// such labels always find a place; labels on the left do from left to right. The flags are split in two: to
  /// the left of the split mostly the former, to the right mostly the latter. Every eighth split is tried.
  private func orders(_ order: [Int]) -> [[Int]] {
    let step = max(1, order.count / 8)
    return stride(from: 0, through: order.count, by: step).flatMap { split in
      let left = Array(order[..<split].reversed())
      let right = Array(order[split...])
      return left.isEmpty || right.isEmpty ? [left + right] : [left + right, right + left]
    } + (order.count % step == 0 ? [] : [order.reversed()])
  }

  /// The height of the whole counts most; then that labels stay near their marks, and at the right of poles.
  private func cost(_ placed: [PlacedFlag]) -> Double {
    let sum = placed.reduce(0) { $0 + $1.bottom + ($1.isRight ? 0 : costOfLeft) }
    return (placed.map(\.top).max() ?? 0) + sum / Double(max(1, placed.count))
  }

  private func arrange(_ flags: [Flag], in order: [Int]) -> [PlacedFlag]? {
    var placed: [PlacedFlag] = []
    for (number, index) in order.enumerated() {
      let waiting = order[(number + 1)...].map { flags[$0].rightPole }
      guard let flag = best(flags[index], among: placed, sparing: waiting) else { return nil }
      placed.append(flag)
    }
    var result: [PlacedFlag?] = Array(repeating: nil, count: flags.count)
    for (index, flag) in zip(order, placed) { result[index] = flag }
    return result.compactMap { $0 }
  }

  /// `waiting` are the poles of flags that have no place yet, which the label had better not cover.
  private func best(_ flag: Flag, among placed: [PlacedFlag], sparing waiting: [Double]) -> PlacedFlag? {
    var best: (flag: PlacedFlag, cost: Double)?
    for (number, label) in flag.labels.enumerated() {
      for isRight in [true, false] {
        var candidate = PlacedFlag(
          label: label, pole: isRight ? flag.rightPole : flag.leftPole, isRight: isRight, bottom: lowest)
        guard candidate.left >= -0.01, candidate.right <= width + 0.01 else { continue }
        guard let bottom = lowestFree(candidate, among: placed) else { continue }
        candidate.bottom = bottom
        let covered = waiting.filter { $0 > candidate.left - 1.5 && $0 < candidate.right + 1.5 }.count
        let cost =
          candidate.top + (isRight ? 0 : costOfLeft) + Double(number) * Self.costOfShape
          + Double(covered) * Self.costOfCovering
        if cost < best?.cost ?? .infinity { best = (candidate, cost) }
      }
    }
    return best?.flag
  }

  /// The lowest height at which the flag is free; only heights just over another label are worth a try.
  private func lowestFree(_ flag: PlacedFlag, among placed: [PlacedFlag]) -> Double? {
    let heights = [lowest] + placed.map { $0.top + Self.between.height }.sorted()
    return heights.first { height in
      var flag = flag
      flag.bottom = height
      return placed.allSatisfy { isFree(flag, of: $0) && !crosses($0, flag) && !crosses(flag, $0) }
    }
  }

  private func isFree(_ a: PlacedFlag, of b: PlacedFlag) -> Bool {
    a.left >= b.right + Self.between.width || b.left >= a.right + Self.between.width
      || a.bottom >= b.top + Self.between.height - 0.001 || b.bottom >= a.top + Self.between.height - 0.001
  }

  /// Whether the pole of one runs through (or too close to) the label of the other.
  private func crosses(_ pole: PlacedFlag, _ other: PlacedFlag) -> Bool {
    pole.pole > other.left - 1.5 && pole.pole < other.right + 1.5 && pole.top > other.bottom - 1
  }
}
