import Evidence
import Foundation

extension ChartDescription {
  /// What areas on top of each other measure.
  public enum AreaMeasure: String, Hashable, Sendable, CaseIterable {
    /// The figures as they are.
    case amount
    /// What part of their sum they are.
    case share
  }

  /// The figures of one period on top of each other.
  public struct Stack: Hashable, Sendable {
    public struct Part: Hashable, Sendable {
      public var series: Int
      public var figure: Figure
      /// In the figures' unit, or in per cent of the sum.
      public var from: Decimal
      public var to: Decimal
    }

    public var period: Period
    public var parts: [Part]

    public var figures: [Figure] { parts.map(\.figure) }
  }

  public var areaMeasure: AreaMeasure? {
    if case .area(let measure) = kind { measure } else { nil }
  }

  /// Of areas: what stands on top of each other in each period, in order of time.
  public var stacks: [Stack] {
    guard let measure = areaMeasure else { return [] }
    let all = series.enumerated().flatMap { index, series in series.figures.map { (index, $0) } }
    let periods = Set(all.compactMap(\.1.period)).sorted()
    return periods.map { period in
      let own = all.filter { $0.1.period == period }
      let sum = own.reduce(Decimal(0)) { $0 + $1.1.value }
      var level = Decimal(0)
      let parts = own.map { series, figure in
        let height = measure == .amount ? figure.value : sum > 0 ? figure.value * 100 / sum : 0
        defer { level += height }
        return Stack.Part(series: series, figure: figure, from: level, to: level + height)
      }
      return Stack(period: period, parts: parts)
    }
  }

  /// Of areas as shares: a part in per cent, about which as much can be said as about the part.
  public func share(_ part: Stack.Part) -> Figure {
    var share = part.figure
    share.value = part.to - part.from
    share.unit = Unit("%")
    share.status = .derived
    share.precision = .fixed(0)
    // The sum has the others' doubts as well.
    share.qualifier = part.figure.qualifier == .exact ? .exact : .about
    return share
  }
}
