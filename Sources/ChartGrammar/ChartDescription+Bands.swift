import Evidence

extension Series {
  /// A low and a high value of one period.
  public struct Bounds: Hashable, Sendable {
    public var period: Period
    public var low: Figure
    public var high: Figure
  }

  /// In order of time: the periods that have both.
  public var band: [Bounds] {
    low.compactMap { low in
      guard let period = low.period, let high = high.first(where: { $0.period == period }) else { return nil }
      return Bounds(period: period, low: low, high: high)
    }.sorted { $0.period < $1.period }
  }
}

extension ChartDescription {
  /// Of lines: the value of another series that this one goes on from.
  ///
  /// - Parameter series: one of the chart's.
  /// - Returns: the other's last before the series' first; `nil` where it goes on from none.
  public func origin(of series: Series) -> Figure? {
    guard let name = series.after, let first = series.figuresInTime.first?.period else { return nil }
    return self.series.first { $0.name == name && $0 != series }?.figuresInTime.last { figure in
      figure.period.map { $0.lastMonth < first.firstMonth } ?? false
    }
  }

  /// Whether others go on from this series' last value, so that its line ends where theirs begin.
  public func isGoneOn(_ series: Series) -> Bool {
    guard let last = series.figuresInTime.last?.id else { return false }
    return self.series.contains { $0 != series && origin(of: $0)?.id == last }
  }
}
