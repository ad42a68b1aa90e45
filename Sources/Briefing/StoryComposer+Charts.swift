import Diagnostics
import Evidence
import YAMLReading

extension StoryComposer {
  mutating func content(of chart: Pack.Chart) -> (Exhibit.Content, [Source])? {
    switch chart.kind {
    case .bars, .share:
      let shown = chart.figures.compactMap { figure($0) }
      if shown.isEmpty { return nil }
      return (chart.kind == .bars ? .bars(shown) : .share(shown), unique(shown.flatMap(\.sources)))
    case .timeline:
      let events = chart.events.compactMap { event($0) }
      if events.isEmpty { return nil }
      return (.timeline(events), unique(events.flatMap(\.sources)))
    }
  }

  private mutating func event(_ told: Pack.Event) -> DatedEvent? {
    let label = inline.read(told.label)
    let sources = sources(told.source)
    guard let period = Period(told.date.text) else {
      ownLog.error(
        "'\(told.date.text)' is no date or period", at: told.date.location,
        advice: "write 2018, 2018-05, 2018-01/2018-09 or 2017/2019")
      return nil
    }
    return DatedEvent(period: period, label: label, sources: sources)
  }
}

private func unique(_ sources: [Source]) -> [Source] {
  var seen = Set<Source>()
  return sources.filter { seen.insert($0).inserted }
}
