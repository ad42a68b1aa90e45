import Diagnostics
import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// What is wrong with the description itself, whatever its size: each with advice, all at once, at the place
  /// where the chart is described.
  public func problems(at location: SourceLocation) -> [Diagnostic] {
    var log = DiagnosticLog()
    switch kind {
    case .bars:
      checkFigures(in: &log, at: location)
      if !figures.isEmpty { checkBars(in: &log, at: location) }
    case .share:
      checkFigures(in: &log, at: location)
      if !figures.isEmpty { checkShares(in: &log, at: location) }
    case .timeline: checkEvents(in: &log, at: location)
    }
    return log.diagnostics
  }

  private func checkFigures(in log: inout DiagnosticLog, at location: SourceLocation) {
    if figures.isEmpty {
      log.error("the chart has no figures", at: location, advice: "name at least one figure of figures.csv")
    }
    if !events.isEmpty {
      log.error(
        "a chart of kind '\(kind.rawValue)' shows figures, not events", at: location,
        advice: "make it a timeline, or remove its events")
    }
    var seen = Set<String>()
    for figure in figures where !seen.insert(figure.id).inserted {
      log.error("the figure '\(figure.id)' is in the chart twice", at: location, advice: "name it once")
    }
    for id in highlighted.sorted() where !figures.contains(where: { $0.id == id }) {
      log.error(
        "the highlighted figure '\(id)' is not in the chart", at: location,
        advice: "add it to the chart's figures, or don't highlight it")
    }
  }

  private func checkBars(in log: inout DiagnosticLog, at location: SourceLocation) {
    let units = figures.reduce(into: [String]()) { if !$0.contains($1.unit.text) { $0.append($1.unit.text) } }
    if units.count > 1 {
      let named = units.map { unit in
        "'\(unit)' (\(figures.first { $0.unit.text == unit }?.id ?? ""))"
      }.joined(separator: ", ")
      log.error(
        "the chart mixes units: \(named)", at: location,
        advice: "one axis has one unit: make a chart for each, or give the figures the same unit")
    }
    let undated = figures.filter { $0.period == nil }
    if !undated.isEmpty, undated.count < figures.count {
      log.error(
        "some figures have a period and others none: \(undated.map(\.id).joined(separator: ", "))",
        at: location,
        advice: "give all figures of the chart a period, or none")
    } else if isByPeriod {
      checkSharedPeriods(in: &log, at: location)
    }
  }

  /// Colours and a key tell at most three series apart.
  private static let mostSeries = 3

  private func checkSharedPeriods(in log: inout DiagnosticLog, at location: SourceLocation) {
    let series = Series(figures)
    if series.names.count > Self.mostSeries {
      log.error(
        "the chart has \(series.names.count) series for the same periods, more than \(Self.mostSeries) can't be told apart",
        at: location, advice: "split it into several charts")
    }
    struct Bar: Hashable {
      var period: Period?
      var status: Status
      var series: Int
    }
    var first: [Bar: Figure] = [:]
    for (figure, index) in zip(figures, series.indices) {
      let bar = Bar(period: figure.period, status: figure.status, series: index)
      if let other = first[bar], other.id != figure.id {
        log.error(
          "'\(other.id)' and '\(figure.id)' have the same label, period and status", at: location,
          advice: "leave one out, or give them labels (or reporters) that say how they differ")
      } else {
        first[bar] = figure
      }
    }
  }

  private func checkShares(in log: inout DiagnosticLog, at location: SourceLocation) {
    for figure in figures where !figure.unit.isPercent {
      log.error(
        "'\(figure.id)' is no share: its unit is '\(figure.unit.text)'", at: location,
        advice: "a share shows figures in %; show this one as bars")
    }
    for figure in figures where figure.unit.isPercent && figure.value < 0 {
      log.error(
        "'\(figure.id)' is less than nothing of a whole: \(figure.words(.value))", at: location,
        advice: "show it as bars")
    }
    let sum = figures.reduce(Decimal(0)) { $0 + $1.value }
    if figures.allSatisfy(\.unit.isPercent), sum > 100 {
      log.error(
        "the parts add up to \(Ticks.text(sum, figures[0].unit, of: figures[0])), more than the whole",
        at: location,
        advice: "show parts of one whole only, or show them as bars")
    }
  }

  private func checkEvents(in log: inout DiagnosticLog, at location: SourceLocation) {
    if events.isEmpty {
      log.error(
        "the timeline has no events", at: location, advice: "list at least two, each with date and label")
    } else if Set(events.map(\.period)).count == 1 {
      log.error(
        "all events of the timeline have the same date, \(events[0].period.words(short: true))", at: location,
        advice: "a list says it better")
    }
    if !figures.isEmpty {
      log.error(
        "a timeline shows events, not figures", at: location, advice: "make it bars, or remove its figures")
    }
    for event in events where event.label.allSatisfy(\.isWhitespace) {
      log.error(
        "the event of \(event.period.words(short: true)) has no label", at: location,
        advice: "say what happened")
    }
    var seen = Set<Event>()
    for event in events where !seen.insert(event).inserted {
      log.error("the event '\(event.label)' is in the timeline twice", at: location, advice: "list it once")
    }
  }
}
