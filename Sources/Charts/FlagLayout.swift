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
  var left: Double
  /// Of the label's lower edge.
  var bottom: Double

  var top: Double { bottom + label.height }
}

/// Places flags so that no label touches another, and no pole crosses a label.
struct FlagLayout {
  var width: Double
  /// Labels stand at least so high over the ground.
  var lowest: Double
  /// What a label at the left of its pole costs, in points of height.
  var costOfLeft: Double
  /// From a pole to its label, points.
  var poleGap = 2.5

  private static let between = Size(5, 2)
  /// What each further shape of a label costs, in points of height.
  private static let costOfShape = 1.5
  /// What it costs to stand over a pole whose label must then go under.
  private static let costOfCovering = 40.0
  /// A pole keeps so far from the sides of other labels.
  private static let besidePole = 1.5

  /// A place that is tried, without the label: only numbers, since thousands are tried.
  private struct Spot {
    var shape: Int
    var pole: Double
    var isRight: Bool
    var left: Double
    var right: Double
    var bottom: Double
    var height: Double
    /// What it costs apart from its height.
    var cost: Double

    var top: Double { bottom + height }
  }

  /// The best of several arrangements; each flag keeps its index. `nil` if none is possible.
  func place(_ flags: [Flag]) -> [PlacedFlag]? {
    let order = flags.indices.sorted { (flags[$0].rightPole, $0) < (flags[$1].rightPole, $1) }
    let poles = flags.map(\.rightPole)
    let choices = flags.map(choices)
    var best: (spots: [Spot], cost: Double)?
    for order in orders(order) {
      guard let spots = arrange(choices, poles, in: order) else { continue }
      let cost = cost(spots)
      if cost < best?.cost ?? .infinity { best = (spots, cost) }
    }
    return best.map { best in
      zip(flags, best.spots).map { flag, spot in
        PlacedFlag(
          label: flag.labels[spot.shape], pole: spot.pole, isRight: spot.isRight, left: spot.left,
          bottom: spot.bottom)
      }
    }
  }

  /// Each shape of a label at each side of its pole, as far as it stays inside.
  private func choices(_ flag: Flag) -> [Spot] {
    flag.labels.enumerated().flatMap { shape, label in
      [true, false].compactMap { isRight in
        let pole = isRight ? flag.rightPole : flag.leftPole
        let left = isRight ? pole + poleGap : pole - poleGap - label.width
        guard left >= -0.01, left + label.width <= width + 0.01 else { return nil }
        return Spot(
          shape: shape, pole: pole, isRight: isRight, left: left, right: left + label.width, bottom: lowest,
          height: label.height, cost: Double(shape) * Self.costOfShape + (isRight ? 0 : costOfLeft))
      }
    }
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
  private func cost(_ spots: [Spot]) -> Double {
    let sum = spots.reduce(0) { $0 + $1.bottom + ($1.isRight ? 0 : costOfLeft) }
    return (spots.map(\.top).max() ?? 0) + sum / Double(max(1, spots.count))
  }

  private func arrange(_ choices: [[Spot]], _ poles: [Double], in order: [Int]) -> [Spot]? {
    var placed: [Spot] = []
    var heights = [lowest]
    for (number, index) in order.enumerated() {
      let waiting = order[(number + 1)...].map { poles[$0] }
      guard let spot = best(choices[index], among: placed, heights, sparing: waiting) else { return nil }
      placed.append(spot)
      let height = spot.top + Self.between.height
      heights.insert(height, at: heights.firstIndex { $0 > height } ?? heights.count)
    }
    var result = placed
    for (index, spot) in zip(order, placed) { result[index] = spot }
    return result
  }

  /// `heights` are those just over another label; `waiting` the poles of flags that have no place yet, which the
  /// label had better not cover.
  private func best(
    _ choices: [Spot], among placed: [Spot], _ heights: [Double], sparing waiting: [Double]
  ) -> Spot? {
    var best: Spot?
    var bestCost = Double.infinity
    for var spot in choices {
      var cost = spot.cost
      for pole in waiting where pole > spot.left - Self.besidePole && pole < spot.right + Self.besidePole {
        cost += Self.costOfCovering
      }
      for height in heights where cost + height + spot.height < bestCost {
        spot.bottom = height
        guard isFree(spot, among: placed) else { continue }
        best = spot
        bestCost = cost + spot.top
        break
      }
    }
    return best
  }

  private func isFree(_ spot: Spot, among placed: [Spot]) -> Bool {
    for other in placed where touches(spot, other) || crosses(spot, other) || crosses(other, spot) {
      return false
    }
    return true
  }

  private func touches(_ a: Spot, _ b: Spot) -> Bool {
    a.left < b.right + Self.between.width && b.left < a.right + Self.between.width
      && a.bottom < b.top + Self.between.height - 0.001 && b.bottom < a.top + Self.between.height - 0.001
  }

  /// Whether the pole of one runs through (or too close to) the label of the other.
  private func crosses(_ pole: Spot, _ other: Spot) -> Bool {
    pole.pole > other.left - Self.besidePole && pole.pole < other.right + Self.besidePole
      && pole.top > other.bottom - 1
  }
}
