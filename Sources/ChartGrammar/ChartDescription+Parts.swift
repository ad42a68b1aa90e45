import Evidence

extension ChartDescription {
  /// How many parts stand below each other, which makes a chart high, and what one is called; `nil` for charts whose
  /// height doesn't come from their number.
  public var parts: (count: Int, name: String)? {
    switch kind {
    case .multiples(let panels): (panels.count, "panels")
    case .timeline(let events): (events.count, "events")
    case .bullet: (series.reduce(0) { $0 + $1.figures.count }, "rows")
    case .bars, .groupedBars, .stackedBars, .dots: isByPeriod ? nil : (rows.count, "rows")
    case .change where series.allSatisfy { $0.figures.count == 2 }: (series.count, "rows")
    case .lines, .slope, .change, .share, .flow: nil
    }
  }

  /// The same chart with the first of its parts.
  public func first(_ count: Int) -> ChartDescription {
    var chart = self
    switch kind {
    case .multiples(let panels): chart.kind = .multiples(Array(panels.prefix(count)))
    case .timeline(let events): chart.kind = .timeline(Array(events.prefix(count)))
    case .change: chart.series = Array(series.prefix(count))
    default:
      var kept = Set(rows.prefix(count).flatMap(\.cells).map(\.figure.id))
      if case .bullet(let targets) = kind {
        kept = Set(series.flatMap(\.figures).prefix(count).map(\.id))
        if targets.count > 1 { chart.kind = .bullet(targets: Array(targets.prefix(count))) }
      }
      chart.series = series.map { Series(name: $0.name, figures: $0.figures.filter { kept.contains($0.id) }) }
      chart.highlighted = highlighted.intersection(kept)
    }
    return chart
  }
}
