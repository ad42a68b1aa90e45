import Evidence
import Foundation

extension ChartDescription {
  /// The change from one figure to the next of its series.
  public struct Change: Hashable, Sendable {
    public var name: String
    public var series: Int
    public var from: Figure
    public var to: Figure
    /// Computed from the two.
    public var figure: Figure
  }

  /// Of a chart of changes: from each figure of a series to the next in time, those that stand here.
  public var changes: [Change] {
    guard case .change(let measure) = kind else { return [] }
    let hasSteps = series.contains { $0.figures.count > 2 }
    let changes = series.enumerated().flatMap { index, series -> [Change] in
      let figures = series.figuresInTime
      return zip(figures, figures.dropFirst()).compactMap { from, to in
        Self.difference(from, to, measure).map { figure in
          let steps = "\(from.words(.periodShort)) to \(to.words(.periodShort))"
          let name = self.series.count == 1 ? steps : hasSteps ? "\(series.name), \(steps)" : series.name
          return Change(name: name, series: index, from: from, to: to, figure: figure)
        }
      }
    }
    guard case .value(let descending) = order else { return here(changes) }
    let sorted = changes.enumerated().sorted { a, b in
      let (x, y) = (a.element.figure.value, b.element.figure.value)
      if x == y { return a.offset < b.offset }
      return descending ? y < x : x < y
    }.map(\.element)
    return here(sorted)
  }

  /// `nil` where per cent of nothing are asked for.
  static func difference(_ from: Figure, _ to: Figure, _ measure: ChangeMeasure) -> Figure? {
    let qualifier = to.qualifier.minus(from.qualifier)
    var value = to.value - from.value
    var decimals = max(from.shownDecimals, to.shownDecimals)
    var unit = to.unit
    if measure == .percent {
      guard from.value != 0 else { return nil }
      value = value * 100 / from.value.magnitude
      // Whole per cent, tenths below ten.
      decimals = value.magnitude < 10 ? 1 : 0
      unit = Unit("%")
    } else if unit.isPercent {
      // From 4% to 6% is no rise of 2%.
      unit = .percentagePoints
    }
    // Bars are as long as the change is; only the words are rounded, and what is not nothing is not said to be.
    let digits = value.isZero ? 0 : max(1, value.integerDigits + decimals)
    return Figure(
      id: to.id, label: to.label, value: value, precision: .significantDigits(digits), unit: unit,
      period: to.period,
      qualifier: qualifier, status: .derived, sources: to.sources, location: to.location)
  }
}

extension Series {
  /// In order of time; those without a period, or of the same, as given.
  public var figuresInTime: [Figure] {
    figures.enumerated().sorted { a, b in
      guard let x = a.element.period, let y = b.element.period, x != y else { return a.offset < b.offset }
      return x < y
    }.map(\.element)
  }
}

extension Figure {
  /// Digits after the decimal point, as the figure is written.
  var shownDecimals: Int {
    let number = words(.number)
    return number.firstIndex(of: ".").map { number.distance(from: $0, to: number.endIndex) - 1 } ?? 0
  }
}
