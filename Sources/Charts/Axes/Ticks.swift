import Evidence
import Foundation

/// Round numbers along an axis, exact, so that they print as what they are.
struct Ticks: Hashable, Sendable {
  var values: [Decimal]
  /// Distance between neighbours; zero if there is only one.
  var step: Decimal

  /// The labelling with the best score of simplicity, coverage and density, after Talbot, Lin and Hanrahan,
  /// "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", InfoVis 2010.
  ///
  /// Their fourth criterion, legibility of formats and rotations, is the same for all our labels and left out
  /// of the search (a constant in every score). The ticks may end inside the data's range or go beyond it:
  /// the axis covers both. `wanted` is how many labels the axis has room for, more than 1: the density that is
  /// aimed at.
  static func best(from low: Double, to high: Double, wanted: Double) -> Ticks {
    var search = TickSearch(low: low, high: high, wanted: max(wanted, 1.5))
    guard high > low, let found = search.run() else {
      return Ticks(values: [0], step: 0)
    }
    let unit = found.step.mantissa * Decimal(sign: .plus, exponent: found.power, significand: 1)
    return Ticks(
      values: (0..<found.count).map { Decimal(found.start + $0 * found.skip) * unit },
      step: Decimal(found.skip) * unit)
  }
}

/// The branch-and-bound search of the paper's figure 4; names as there: q is the step's mantissa, j how many of
/// them a step skips, k how many labels there are, z the power of ten.
private struct TickSearch {
  var low: Double
  var high: Double
  var wanted: Double

  struct Labelling {
    var step: (mantissa: Decimal, value: Double)
    var power: Int
    var skip: Int
    var start: Int
    var count: Int
  }

  /// Steps in order of preference, and weights, both as in the paper.
  private static let steps: [(mantissa: Decimal, value: Double)] = [
    (1, 1), (5, 5), (2, 2), (Decimal(sign: .plus, exponent: -1, significand: 25), 2.5), (4, 4), (3, 3),
  ]
  private static let weights = (simplicity: 0.25, coverage: 0.2, density: 0.5, legibility: 0.05)
  private static let largestSkip = 100

  private var best: Labelling?
  private var bestScore = -2.0

  init(low: Double, high: Double, wanted: Double) {
    self.low = low
    self.high = high
    self.wanted = wanted
  }

  mutating func run() -> Labelling? {
    for skip in 1...Self.largestSkip {
      for index in Self.steps.indices {
        let simplicity = simplicityBound(index, skip)
        if score(simplicity, 1, 1) < bestScore { return best }
        searchCounts(index, skip, simplicity)
      }
    }
    return best
  }

  private mutating func searchCounts(_ index: Int, _ skip: Int, _ simplicity: Double) {
    var count = 2
    while true {
      let density = densityBound(count)
      if score(simplicity, 1, density) < bestScore { return }
      searchPowers(index, skip, count, score(simplicity, 0, density))
      count += 1
    }
  }

  /// `rest` is the best score that simplicity and density allow, without coverage.
  private mutating func searchPowers(_ index: Int, _ skip: Int, _ count: Int, _ rest: Double) {
    let q = Self.steps[index].value
    let smallest = (high - low) / Double(count + 1) / Double(skip) / q
    var power = Int(log10(smallest).rounded(.up))
    while true {
      let unit = q * pow(10, Double(power))
      let step = unit * Double(skip)
      if rest + Self.weights.coverage * coverageBound(step * Double(count - 1)) < bestScore { return }
      let first = Int((high / step).rounded(.down)) * skip - (count - 1) * skip
      let last = Int((low / step).rounded(.up)) * skip
      if first <= last {
        for start in first...last {
          consider(
            Labelling(step: Self.steps[index], power: power, skip: skip, start: start, count: count), index,
            from: Double(start) * unit, to: Double(start) * unit + step * Double(count - 1))
        }
      }
      power += 1
    }
  }

  private mutating func consider(_ labelling: Labelling, _ index: Int, from first: Double, to last: Double) {
    // The authors' code tests with a tolerance whether zero is a label; whole numbers need none.
    let hasZero = labelling.start % labelling.skip == 0 && first <= 0 && last >= 0
    let simplicity = simplicityBound(index, labelling.skip) - (hasZero ? 0 : 1)
    let found = score(simplicity, coverage(first, last), density(labelling.count, first, last))
    if found > bestScore {
      bestScore = found
      best = labelling
    }
  }

  private func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    Self.weights.simplicity * simplicity + Self.weights.coverage * coverage + Self.weights.density * density
      + Self.weights.legibility
  }

  private func simplicityBound(_ index: Int, _ skip: Int) -> Double {
    2 - Double(index) / Double(Self.steps.count - 1) - Double(skip)
  }

  private func coverage(_ first: Double, _ last: Double) -> Double {
    1 - 0.5 * (pow(high - last, 2) + pow(low - first, 2)) / pow(0.1 * (high - low), 2)
  }

  private func coverageBound(_ span: Double) -> Double {
    let range = high - low
    return span > range ? 1 - pow((span - range) / 2, 2) / pow(0.1 * range, 2) : 1
  }

  private func density(_ count: Int, _ first: Double, _ last: Double) -> Double {
    let found = Double(count - 1) / (last - first)
    let aimed = (wanted - 1) / (max(last, high) - min(first, low))
    return 2 - max(found / aimed, aimed / found)
  }

  private func densityBound(_ count: Int) -> Double {
    Double(count) >= wanted ? 2 - Double(count - 1) / (wanted - 1) : 1
  }
}

extension Ticks {
  /// What a tick says: the number, or with its unit.
  static func text(_ value: Decimal, _ unit: Evidence.Unit, of figure: Figure) -> String {
    Figure(id: "", label: "", value: value, unit: unit, location: figure.location).words(
      .value, inDigits: true)
  }
}
