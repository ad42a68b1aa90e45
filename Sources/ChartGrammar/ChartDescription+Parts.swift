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

  /// Multiples as several of so many panels each, on the same scales; what is divided evenly looks so.
  public func divided(by most: Int) -> [ChartDescription] {
    guard case .multiples(let panels) = kind, most > 0, most < panels.count else { return [self] }
    return stride(from: 0, to: panels.count, by: most).map { start in
      let end = min(start + most, panels.count)
      var chart = self
      chart.kind = .multiples(Array(panels[start..<end]))
      chart.peers = peers + panels[..<start] + panels[end...]
      return chart
    }
  }

  /// The same chart with the first of its parts.
  public func first(_ count: Int) -> ChartDescription {
    var chart = self
    switch kind {
    case .multiples: return divided(by: max(1, count)).first ?? self
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
