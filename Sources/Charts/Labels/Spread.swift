/// Moves things along a line apart until none overlaps, each as little as need be.
enum Spread {
  /// - Parameters:
  ///   - centers: where the things would like their middles to be.
  ///   - lengths: how long they are.
  ///   - gap: what stays between them at least.
  ///   - range: where they may be.
  /// - Returns: their lower ends, in the order of the input; those that wished to be in order still are. `nil` where
  ///   the range is too short for all.
  static func starts(centers: [Double], lengths: [Double], gap: Double, in range: ClosedRange<Double>)
    -> [Double]?
  {
    let needed = lengths.reduce(0, +) + gap * Double(max(0, lengths.count - 1))
    guard needed <= range.upperBound - range.lowerBound + 0.01 else { return nil }
    var runs: [Run] = []
    for index in centers.indices.sorted(by: { (centers[$0], $0) < (centers[$1], $1) }) {
      var run = Run(
        members: [index], length: lengths[index], wish: centers[index] - lengths[index] / 2, count: 1)
      run.settle(in: range)
      // A run that touches the one before becomes one with it (pool adjacent violators).
      while let last = runs.last, last.start + last.length + gap > run.start {
        runs.removeLast()
        run = last.joined(with: run, gap: gap)
        run.settle(in: range)
      }
      runs.append(run)
    }
    var starts = [Double](repeating: 0, count: centers.count)
    for run in runs {
      var place = run.start
      for index in run.members {
        starts[index] = place
        place += lengths[index] + gap
      }
    }
    return starts
  }

  private struct Run {
    var members: [Int]
    var length: Double
    /// Sum of where its members would like the run to begin.
    var wish: Double
    var count: Double
    var start = 0.0

    mutating func settle(in range: ClosedRange<Double>) {
      start = max(range.lowerBound, min(wish / count, range.upperBound - length))
    }

    func joined(with next: Run, gap: Double) -> Run {
      let offset = length + gap
      return Run(
        members: members + next.members, length: offset + next.length,
        wish: wish + next.wish - offset * next.count, count: count + next.count)
    }
  }
}
