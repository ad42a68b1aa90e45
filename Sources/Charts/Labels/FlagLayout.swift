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
  /// A pole keeps so far from the sides of other labels.
  var besidePole = 1.5

  private static let between = Size(5, 2)
  /// What each further shape of a label costs, in points of height.
  private static let costOfShape = 1.5
  /// What it costs to stand over a pole whose label must then go under.
  private static let costOfCovering = 40.0
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
    var waiting = WaitingPoles(poles)
    for index in order {
      waiting.remove(index)
      guard let spot = best(choices[index], among: placed, heights, sparing: waiting) else { return nil }
      placed.append(spot)
      let height = spot.top + Self.between.height
      heights.insert(height, at: heights.boundary { $0 > height })
    }
    var result = placed
    for (index, spot) in zip(order, placed) { result[index] = spot }
    return result
  }

  /// `heights` are those just over another label; `waiting` the poles of flags that have no place yet, which the
  /// label had better not cover.
  private func best(
    _ choices: [Spot], among placed: [Spot], _ heights: [Double], sparing waiting: WaitingPoles
  ) -> Spot? {
    var best: Spot?
    var bestCost = Double.infinity
    for var spot in choices {
      let covered = waiting.count(from: spot.left - besidePole, to: spot.right + besidePole)
      let cost = spot.cost + Double(covered) * Self.costOfCovering
      let room = room(for: spot, among: placed)
      if let height = room.first(of: heights, where: { cost + $0 + spot.height < bestCost }) {
        spot.bottom = height
        best = spot
        bestCost = cost + spot.top
      }
    }
    return best
  }

  /// Where a label may stand: over the poles that it covers, under the labels that its own pole would run through, and
  /// not where it would touch another beside its pole.
  private func room(for spot: Spot, among placed: [Spot]) -> Room {
    var room = Room()
    for other in placed {
      if isBeside(other.pole, spot) { room.least = max(room.least, other.top + 1) }
      if isBeside(spot.pole, other) { room.most = min(room.most, other.bottom - 1 - spot.height) }
      if spot.left < other.right + Self.between.width, other.left < spot.right + Self.between.width {
        room.taken.append(
          (
            other.bottom - Self.between.height + 0.001 - spot.height,
            other.top + Self.between.height - 0.001
          ))
      }
    }
    return room
  }

  /// Whether a pole runs through the label, or too close to it, if it is high enough.
  private func isBeside(_ pole: Double, _ label: Spot) -> Bool {
    pole > label.left - besidePole && pole < label.right + besidePole
  }
}

/// The heights at which one label may stand.
private struct Room {
  var least = -Double.infinity
  var most = Double.infinity
  /// Between these, both apart, it may not.
  var taken: [(from: Double, to: Double)] = []

  /// The first of these ascending heights that is free, as long as the condition holds.
  func first(of heights: [Double], where isWorthwhile: (Double) -> Bool) -> Double? {
    let taken = taken.sorted { $0.from < $1.from }
    var (next, reached) = (0, -Double.infinity)
    for height in heights[heights.boundary { $0 >= least }...] {
      guard height <= most, isWorthwhile(height) else { return nil }
      while next < taken.count, taken[next].from < height {
        reached = max(reached, taken[next].to)
        next += 1
      }
      if height >= reached { return height }
    }
    return nil
  }
}

/// Poles whose flags have no place yet, counted by stretches.
private struct WaitingPoles {
  private let sorted: [Double]
  /// Of each pole of the input: which of the sorted ones it is.
  private let ranks: [Int]
  /// Sums over stretches of the sorted poles whose lengths are powers of two (a Fenwick tree).
  private var sums: [Int]

  init(_ poles: [Double]) {
    let order = poles.indices.sorted { (poles[$0], $0) < (poles[$1], $1) }
    sorted = order.map { poles[$0] }
    ranks = order.enumerated().reduce(into: Array(repeating: 0, count: poles.count)) {
      $0[$1.element] = $1.offset
    }
    sums = (0...poles.count).map { $0 & -$0 }
  }

  mutating func remove(_ index: Int) {
    var node = ranks[index] + 1
    while node < sums.count {
      sums[node] -= 1
      node += node & -node
    }
  }

  /// How many wait between the two, both apart.
  func count(from low: Double, to high: Double) -> Int {
    max(0, count(before: sorted.boundary { $0 >= high }) - count(before: sorted.boundary { $0 > low }))
  }

  private func count(before rank: Int) -> Int {
    var (node, sum) = (rank, 0)
    while node > 0 {
      sum += sums[node]
      node -= node & -node
    }
    return sum
  }
}

extension [Double] {
  /// Of ascending numbers: the index of the first for which the condition holds, which holds from there on.
  fileprivate func boundary(where holds: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
