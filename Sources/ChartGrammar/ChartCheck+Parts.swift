import Diagnostics
import Evidence
import struct Foundation.Decimal

/// Mistakes of shares, events, flows and panels.
extension ChartCheck {
  mutating func checkShares() {
    for figure in figures where !figure.unit.isPercent {
      log.error(
        "'\(figure.id)' is no share: its unit is '\(figure.unit.text)'", at: place(figure),
        advice: "a share shows figures in %; show this one as bars")
    }
    for figure in figures where figure.unit.isPercent && figure.value < 0 {
      log.error(
        "'\(figure.id)' is less than nothing of a whole: \(figure.words(.value))", at: place(figure),
        advice: "show it as bars")
    }
    for figure in figures where figure.status == .target {
      log.error(
        "'\(figure.id)' is a target, and a share shows what the whole is made of", at: place(figure),
        advice: "show it as a bullet chart, or as a 'reference' of bars")
    }
    let periods = figures.compactMap(\.period)
    if let first = periods.first, let other = figures.first(where: { $0.period != nil && $0.period != first })
    {
      log.error(
        "the parts are of different periods, \(first.words(short: true)) and \(other.words(.periodShort))",
        at: place(other),
        advice: "show parts of one whole, or wholes of several periods as 'multiples: period'")
    }
    let sum = figures.reduce(Decimal(0)) { $0 + $1.value }
    if figures.allSatisfy(\.unit.isPercent), sum > 100 {
      log.error(
        "the parts add up to \(figures[0].withValue(sum).words(.value, inDigits: true)), more than the whole",
        at: data, advice: "show parts of one whole only, or show them as bars")
    }
    if chart.series.count > 1 {
      log.error(
        "a share shows the parts of one whole", at: places.first(of: .series, .split),
        advice: "list its 'figures' alone, or show several wholes as 'multiples'")
    }
  }

  private func place(_ event: ChartDescription.Event) -> SourceLocation {
    places.events[event] ?? places.first(of: .events)
  }

  private func place(ofFlow index: Int) -> SourceLocation {
    places.flows.indices.contains(index) ? places.flows[index] : places.first(of: .flows)
  }

  mutating func checkEvents(_ events: [ChartDescription.Event]) {
    if events.isEmpty {
      log.error(
        "the timeline has no events", at: places.first(of: .events),
        advice: "list at least two, each with date and label")
    }
    for event in events where event.label.allSatisfy(\.isWhitespace) {
      log.error(
        "the event of \(event.period.words(short: true)) has no label", at: place(event),
        advice: "say what happened")
    }
    var seen = Set<ChartDescription.Event>()
    for event in events where !seen.insert(event).inserted {
      log.error(
        "the event '\(event.label)' is in the timeline twice", at: place(event), advice: "list it once")
    }
  }

  mutating func checkDates(_ events: [ChartDescription.Event]) {
    guard let first = events.first, events.allSatisfy({ $0.period == first.period }) else { return }
    log.error(
      "all events of the timeline have the same date, \(first.period.words(short: true))",
      at: places.first(of: .events),
      advice: "a list says it better")
  }

  mutating func checkFlows(_ flows: [ChartDescription.Flow]) {
    if flows.count != 2 {
      log.error(
        "a flow has two directions, not \(flows.count)", at: places.first(of: .flows),
        advice: "list what each side gives to the other under 'flows'")
    } else if flows[0].from != flows[1].to || flows[0].to != flows[1].from || flows[0].from == flows[0].to {
      log.error(
        "the two directions are not opposite: \(flows[0].from) to \(flows[0].to), \(flows[1].from) to \(flows[1].to)",
        at: place(ofFlow: 1), advice: "write 'from' and 'to' of the second the other way round")
    }
    for (index, flow) in flows.enumerated() where flow.items.isEmpty {
      log.error(
        "nothing flows from \(flow.from) to \(flow.to)", at: place(ofFlow: index), advice: "list its 'goods'")
    }
    for flow in flows {
      for item in flow.items {
        if let figure = item.figure, figure.value < 0 {
          log.error(
            "'\(figure.id)' is negative, and a flow has a direction already", at: place(figure),
            advice: "name it in the other direction")
        }
      }
    }
    checkUnits()
  }

  mutating func checkPanels(_ panels: [ChartDescription.Panel]) {
    if panels.count < 2 {
      log.error(
        "there is one panel only", at: places.first(of: .multiples),
        advice: "leave 'multiples' out, or say by what the figures are divided")
    }
    checkDates(panels.flatMap(\.chart.events))
    for panel in panels {
      // One event makes a panel, though no timeline.
      if case .timeline(let events) = panel.chart.kind {
        checkEvents(events)
        continue
      }
      // What all panels have, such as the axis, is wrong once.
      var check = ChartCheck(chart: panel.chart, places: places, isPanel: true)
      check.run()
      for problem in check.log.diagnostics where !log.diagnostics.contains(problem) { log.add(problem) }
    }
    if let chart = panels.first?.chart { checkScale(of: chart.references, from: chart.axisStart ?? 0) }
    if !panels.contains(where: { $0.chart.kind == .share }) { checkUnits() }
  }
}
