import Diagnostics
import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// What is wrong with the description itself, whatever its size: each with advice, all at once.
  /// - Parameters:
  ///   - location: where the chart is described.
  ///   - places: where figures are named in the description, by their ids.
  /// - Returns: the mistakes, in the order in which they are looked for.
  public func problems(at location: SourceLocation, places: [String: SourceLocation] = [:]) -> [Diagnostic] {
    var check = ChartCheck(chart: self, location: location, places: places)
    check.run()
    return check.log.diagnostics
  }
}

/// Looks through a description.
struct ChartCheck {
  let chart: ChartDescription
  let location: SourceLocation
  let places: [String: SourceLocation]
  var log = DiagnosticLog()

  /// Colours and patterns tell no more apart: of marks anywhere, and of segments in one order.
  private static let mostSeries = 4
  private static let mostStacked = 6

  private var figures: [Figure] { chart.figures }

  mutating func run() {
    switch chart.kind {
    case .timeline(let events):
      checkEvents(events)
      checkDates(events)
    case .flow(let flows): checkFlows(flows)
    case .multiples(let panels): checkPanels(panels)
    default:
      checkFigures()
      if !figures.isEmpty { checkKind() }
    }
  }

  private mutating func checkKind() {
    if chart.kind != .share { checkUnits() }
    checkAxis()
    switch chart.kind {
    case .bars: checkBars()
    case .groupedBars, .stackedBars:
      checkBars()
      checkSeveralSeries()
      if chart.kind == .stackedBars { checkStacks() }
    case .lines: checkLines()
    case .slope: checkSlope()
    case .dots:
      checkCount(ofSeries: Self.mostSeries)
      checkPeriodsOfDots()
    case .bullet(let targets): checkTargets(targets)
    case .change(let measure): checkChanges(measure)
    case .share: checkShares()
    case .timeline, .flow, .multiples: break
    }
  }

  private func place(_ figure: Figure) -> SourceLocation { places[figure.id] ?? location }

  private func list(_ figures: [Figure]) -> String { figures.map { "'\($0.id)'" }.joined(separator: ", ") }

  // MARK: Figures

  private mutating func checkFigures() {
    if chart.series.allSatisfy(\.figures.isEmpty) {
      log.error("the chart has no figures", at: location, advice: "name at least one figure of figures.csv")
    }
    var seen = Set<String>()
    for figure in figures where !seen.insert(figure.id).inserted {
      if case .bullet = chart.kind { continue }
      log.error("the figure '\(figure.id)' is in the chart twice", at: place(figure), advice: "name it once")
    }
    for id in chart.highlighted.sorted() where !figures.contains(where: { $0.id == id }) {
      log.error(
        "the highlighted figure '\(id)' is not in the chart", at: places[id] ?? location,
        advice: "add it to the chart's figures, or don't highlight it")
    }
    if chart.series.count > 1 {
      for series in chart.series where series.figures.isEmpty {
        log.error(
          "the series '\(series.name)' has no figures", at: location,
          advice: "name its figures, or leave it out")
      }
    }
  }

  private mutating func checkUnits() {
    let compared = figures + chart.references.compactMap(\.figure)
    let units = compared.reduce(into: [String]()) {
      if !$0.contains($1.unit.text) { $0.append($1.unit.text) }
    }
    guard units.count > 1 else { return }
    let named = units.map { unit in
      "'\(unit)' (\(compared.first { $0.unit.text == unit }?.id ?? ""))"
    }.joined(separator: ", ")
    log.error(
      "the chart mixes units: \(named)", at: location,
      advice: "one axis has one unit: make a chart for each, or give the figures the same unit")
  }

  // MARK: Axes

  private mutating func checkAxis() {
    guard let start = chart.axisStart else { return }
    switch chart.kind {
    case .lines, .slope, .dots:
      for figure in figures where figure.value < start {
        log.error(
          "'\(figure.id)' lies below the axis, which begins at \(figure.withValue(start).words(.value, inDigits: true))",
          at: place(figure), advice: "let the axis begin lower, or leave 'axis' out")
      }
      for reference in chart.references where reference.value < start {
        log.error(
          "the reference '\(reference.label)' lies below the axis, which begins at \(start)", at: location,
          advice: "let the axis begin lower, or leave 'axis' out")
      }
    default:
      log.error(
        "the axis of this chart can't begin at \(start): the lengths of cut bars lie about what they measure",
        at: location,
        advice: "leave 'axis' out, or show the figures as lines, slope or dots, which show positions")
    }
  }

  // MARK: Series

  private mutating func checkCount(ofSeries most: Int) {
    guard chart.series.count > most else { return }
    log.error(
      "the chart has \(chart.series.count) series, more than \(most) can't be told apart", at: location,
      advice: "split it into several charts, or show them as 'multiples'")
  }

  private mutating func checkSeveralSeries() {
    if chart.series.count > 1 || chart.series.isEmpty { return }
    log.error(
      "the chart has one series only", at: location,
      advice: "say by what it is divided, such as 'split: reporter', or list 'series'; or make it plain bars")
  }

  private mutating func checkBars() {
    checkCount(ofSeries: chart.kind == .stackedBars ? Self.mostStacked : Self.mostSeries)
    // Names tell apart what has no date.
    if chart.isByPeriod {
      checkValuesOfOnePeriod()
      checkOverlaps()
      checkTargetsAfterBase()
    } else {
      checkRowNames()
    }
  }

  private mutating func checkValuesOfOnePeriod() {
    struct Place: Hashable {
      var period: Period?
      var status: Status
    }
    for series in chart.series {
      var first: [Place: Figure] = [:]
      for figure in series.figures {
        let place = Place(period: figure.period, status: figure.status)
        if let other = first[place], other.id != figure.id {
          reportSamePeriod(other, figure)
        } else {
          first[place] = figure
        }
      }
    }
  }

  private mutating func reportSamePeriod(_ first: Figure, _ second: Figure) {
    let (one, other) = (first.reporter ?? "", second.reporter ?? "")
    let trait = one != other ? "reporter" : first.label != second.label ? "label" : nil
    let names =
      one != other
      ? " (by \(one.isEmpty ? "no one named" : one) and by \(other.isEmpty ? "no one named" : other))" : ""
    log.error(
      "'\(first.id)' and '\(second.id)' are two values of \(first.words(.period))\(names)", at: place(second),
      advice: trait.map { "add 'split: \($0)', or leave one out" }
        ?? "leave one out, or give them labels (or reporters) that say how they differ")
  }

  /// Bars before each other show a part and its whole; of two spans that only share a part neither is the other's.
  private mutating func checkOverlaps() {
    for series in chart.series {
      let dated = series.figuresInTime.filter { $0.period != nil && $0.status != .target }
      for (index, figure) in dated.enumerated() {
        guard let period = figure.period else { continue }
        let other = dated[(index + 1)...].first { other in
          guard let later = other.period else { return false }
          return later.firstMonth > period.firstMonth && later.firstMonth <= period.lastMonth
            && later.lastMonth > period.lastMonth
        }
        guard let other else { continue }
        log.error(
          "'\(figure.id)' (\(figure.words(.periodShort))) and '\(other.id)' (\(other.words(.periodShort))) overlap",
          at: place(other), advice: "show periods that follow each other, or leave one out")
      }
    }
  }

  /// A row names its dots once: what of it is of which year would not be seen.
  private mutating func checkPeriodsOfDots() {
    for row in chart.rows {
      let cells = row.cells.enumerated()
      for (index, cell) in cells {
        let other = row.cells[..<index].first {
          $0.series == cell.series && $0.figure.period != cell.figure.period
        }
        guard let other else { continue }
        log.error(
          "'\(other.figure.id)' and '\(cell.figure.id)' are two values of '\(row.name)' of different periods",
          at: place(cell.figure), advice: "add 'split: period', or leave one out")
        break
      }
    }
  }

  private mutating func checkRowNames() {
    guard chart.kind != .dots else { return }
    for (index, series) in chart.series.enumerated() {
      var first: [String: Figure] = [:]
      for figure in series.figures {
        let name = chart.nameOfRow(figure)
        if let other = first[name], other.id != figure.id,
          other.reporter != figure.reporter || other.status == figure.status || chart.series.count > 1
        {
          if other.reporter != figure.reporter {
            reportSameName(other, figure, name)
          } else {
            let series = chart.series[index].name
            log.error(
              "'\(other.id)' and '\(figure.id)' are two values of '\(name)'"
                + (series.isEmpty ? "" : " in the series '\(series)'"),
              at: place(figure), advice: "leave one out, or give them labels that say how they differ")
          }
        } else {
          first[name] = figure
        }
      }
    }
  }

  private mutating func reportSameName(_ first: Figure, _ second: Figure, _ name: String) {
    log.error(
      "'\(first.id)' and '\(second.id)' are two values of '\(name)', by \(first.reporter ?? "no one named") and by \(second.reporter ?? "no one named")",
      at: place(second), advice: "add 'split: reporter', or leave one out")
  }

  /// A way to a target begins before it.
  private mutating func checkTargetsAfterBase() {
    for series in chart.series {
      let actual = series.figuresInTime.filter { $0.status != .target && $0.period != nil }
      guard let base = actual.first, let start = base.period else { continue }
      for target in series.figures where target.status == .target {
        guard let period = target.period, period.lastMonth < start.firstMonth else { continue }
        report(target, before: base)
      }
    }
  }

  private mutating func report(_ target: Figure, before base: Figure) {
    log.error(
      "the target '\(target.id)' is of \(target.words(.period)), before its base '\(base.id)' of \(base.words(.period))",
      at: place(target),
      advice: "a target lies after the value that it is measured from: correct a period, or leave it out")
  }

  private mutating func checkStacks() {
    for figure in figures where figure.status == .target {
      log.error(
        "the target '\(figure.id)' can't stand on top of other values", at: place(figure),
        advice: "show targets as grouped bars or as a bullet chart")
    }
  }

  // MARK: Lines and slopes

  private mutating func checkLines() {
    checkCount(ofSeries: Self.mostSeries)
    checkPeriods()
    checkValuesOfOnePeriod()
    checkTargetsAfterBase()
    if figures.allSatisfy({ $0.period != nil }), Set(figures.map(\.period)).count == 1 {
      log.error("all figures are of the same period", at: location, advice: "show them as bars")
    }
  }

  private mutating func checkPeriods() {
    let undated = figures.filter { $0.period == nil }
    if undated.isEmpty { return }
    log.error(
      "\(list(undated)) \(undated.count == 1 ? "has" : "have") no period",
      at: undated.first.map(place) ?? location,
      advice: "fill in the period in figures.csv, or show the figures as bars")
  }

  private mutating func checkSlope() {
    checkPeriods()
    let periods = Set(figures.map(\.period))
    if periods.count > 2 {
      let named = periods.compactMap(\.self).sorted().map { $0.words(short: true) }.joined(separator: ", ")
      log.error(
        "a slope has two dates, not \(periods.count): \(named)", at: location, advice: "show them as lines")
    }
    let lengths = Set(figures.compactMap { $0.period?.months })
    if periods.count == 2, lengths.count == 2,
      let part = figures.first(where: { $0.period?.months == lengths.min() })
    {
      log.error(
        "'\(part.id)' is of \(part.words(.periodShort)), shorter than the period that it is compared with",
        at: place(part),
        advice: "compare years with years and months with the same months, or show them as bars")
    }
    for series in chart.series where series.figures.count != 2 || periods.count == 1 {
      let name = series.name.isEmpty ? "the slope" : "'\(series.name)'"
      let only = series.figures.count == 1 ? series.figures.first : nil
      let count =
        periods.count == 1 && series.figures.count == 2
        ? "values of one date only"
        : series.figures.count == 1 ? "one value only" : "\(series.figures.count) values"
      log.error(
        "\(name) has \(count), and a slope leads from one date to another", at: only.map(place) ?? location,
        advice: series.figures.count > 2 && periods.count <= 2
          ? "say how they are divided, such as 'split: reporter'"
          : "name two figures for each line, of two dates")
    }
    checkTargetsAfterBase()
  }

  // MARK: Targets and changes

  private mutating func checkTargets(_ targets: [Figure]) {
    let actual = chart.series.flatMap(\.figures)
    if targets.count != 1, targets.count != actual.count {
      log.error(
        "there are \(actual.count) figures and \(targets.count) targets", at: location,
        advice: "name one target for all, or one for each figure in the same order")
    }
    for (index, figure) in actual.enumerated() {
      guard let target = targets.target(at: index), let goal = target.period, let base = figure.period,
        goal.lastMonth < base.firstMonth
      else { continue }
      report(target, before: figure)
    }
    for target in targets where target.status != .target {
      log.error(
        "'\(target.id)' is no target: its status is '\(target.status.rawValue)'", at: place(target),
        advice: "correct its status in figures.csv, or name it under 'figures'")
    }
    for figure in actual where figure.status == .target {
      log.error("'\(figure.id)' is a target", at: place(figure), advice: "name it under 'targets'")
    }
    for figure in actual + targets where figure.value < 0 {
      log.error(
        "'\(figure.id)' is negative, and a bullet chart measures from zero upwards", at: place(figure),
        advice: "show the figures as grouped bars")
    }
  }

  private mutating func checkChanges(_ measure: ChartDescription.ChangeMeasure) {
    checkPeriods()
    checkValuesOfOnePeriod()
    for series in chart.series {
      if series.figures.count == 1, let only = series.figures.first {
        let name = series.name.isEmpty ? "" : " of '\(series.name)'"
        log.error(
          "'\(only.id)' is the one value only\(name): nothing changes", at: place(only),
          advice: "name the value it changes from, or show it as bars")
      }
      for (from, to) in zip(series.figuresInTime, series.figuresInTime.dropFirst()) {
        if let a = from.period, let b = to.period, a.months != b.months {
          log.error(
            "'\(from.id)' (\(a.words(short: true))) and '\(to.id)' (\(b.words(short: true))) are periods of different length",
            at: place(to), advice: "compare years with years and months with the same months")
        }
        if measure == .percent, from.value <= 0 {
          let what = from.value == 0 ? "0" : "negative"
          log.error(
            "'\(from.id)' is \(what), and nothing is a share of it", at: place(from),
            advice: "write 'as: difference'")
        }
      }
    }
  }

  // MARK: Shares

  private mutating func checkShares() {
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
        at: location, advice: "show parts of one whole only, or show them as bars")
    }
    if chart.series.count > 1 {
      log.error(
        "a share shows the parts of one whole", at: location,
        advice: "list its 'figures' alone, or show several wholes as 'multiples'")
    }
  }

  // MARK: Events and flows

  private mutating func checkEvents(_ events: [ChartDescription.Event]) {
    if events.isEmpty {
      log.error(
        "the timeline has no events", at: location, advice: "list at least two, each with date and label")
    }
    for event in events where event.label.allSatisfy(\.isWhitespace) {
      log.error(
        "the event of \(event.period.words(short: true)) has no label", at: location,
        advice: "say what happened")
    }
    var seen = Set<ChartDescription.Event>()
    for event in events where !seen.insert(event).inserted {
      log.error("the event '\(event.label)' is in the timeline twice", at: location, advice: "list it once")
    }
  }

  private mutating func checkDates(_ events: [ChartDescription.Event]) {
    guard let first = events.first, events.allSatisfy({ $0.period == first.period }) else { return }
    log.error(
      "all events of the timeline have the same date, \(first.period.words(short: true))", at: location,
      advice: "a list says it better")
  }

  private mutating func checkFlows(_ flows: [ChartDescription.Flow]) {
    if flows.count != 2 {
      log.error(
        "a flow has two directions, not \(flows.count)", at: location,
        advice: "list what each side gives to the other under 'flows'")
    } else if flows[0].from != flows[1].to || flows[0].to != flows[1].from || flows[0].from == flows[0].to {
      log.error(
        "the two directions are not opposite: \(flows[0].from) to \(flows[0].to), \(flows[1].from) to \(flows[1].to)",
        at: location, advice: "write 'from' and 'to' of the second the other way round")
    }
    for flow in flows where flow.items.isEmpty {
      log.error("nothing flows from \(flow.from) to \(flow.to)", at: location, advice: "list its 'goods'")
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

  private mutating func checkPanels(_ panels: [ChartDescription.Panel]) {
    if panels.count < 2 {
      log.error(
        "there is one panel only", at: location,
        advice: "leave 'multiples' out, or say by what the figures are divided")
    }
    checkDates(panels.flatMap(\.chart.events))
    for panel in panels {
      // One event makes a panel, though no timeline.
      if case .timeline(let events) = panel.chart.kind {
        checkEvents(events)
        continue
      }
      for problem in panel.chart.problems(at: location, places: places) { log.add(problem) }
    }
    if !panels.contains(where: { $0.chart.kind == .share }) { checkUnits() }
  }
}
