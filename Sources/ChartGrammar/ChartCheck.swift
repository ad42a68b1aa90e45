import Diagnostics
import Evidence
import Foundation

/// Looks through a description.
struct ChartCheck {
  let chart: ChartDescription
  let places: ChartPlaces
  /// One of several charts on the same scales, which are looked at together.
  var isPanel = false
  var log = DiagnosticLog()

  /// Colours tell no more segments apart in one order.
  static let mostStacked = 6

  var figures: [Figure] { chart.figures }

  mutating func run() {
    switch chart.kind {
    case .timeline(let events):
      checkEvents(events)
      checkDates(events)
    case .flow(let flows): checkFlows(flows)
    case .multiples(let panels): checkPanels(panels)
    case .scatter(let scatter): checkScatter(scatter)
    default:
      checkFigures()
      if !figures.isEmpty { checkKind() }
    }
  }

  private mutating func checkKind() {
    if chart.kind != .share { checkUnits() }
    checkAxis()
    if !isPanel { checkScale(of: chart.references, from: chart.axisStart ?? 0) }
    switch chart.kind {
    case .bars: checkBars()
    case .groupedBars, .stackedBars:
      checkBars()
      checkSeveralSeries()
      if chart.kind == .stackedBars { checkStacks() }
    case .lines: checkLines()
    case .slope: checkSlope()
    case .dots:
      checkCount(ofSeries: ChartDescription.mostSeries)
      checkPeriodsOfDots()
    case .pyramid: checkSides()
    case .area(let measure): checkAreas(measure)
    case .bullet(let targets): checkTargets(targets)
    case .change(let measure): checkChanges(measure)
    case .waterfall(let start, let end): checkSteps(from: start, to: end)
    case .share: checkShares()
    case .timeline, .flow, .scatter, .multiples: break
    }
  }

  func place(_ figure: Figure) -> SourceLocation { places.figures[figure.id] ?? data }

  /// Where the chart says what it shows.
  var data: SourceLocation { places.first(of: .figures, .series, .steps) }

  func list(_ figures: [Figure]) -> String { figures.map { "'\($0.id)'" }.joined(separator: ", ") }

  // MARK: Figures

  mutating func checkFigures() {
    if chart.series.allSatisfy(\.figures.isEmpty) {
      log.error("the chart has no figures", at: data, advice: "name at least one figure of figures.csv")
    }
    var seen = Set<String>()
    for figure in figures where !seen.insert(figure.id).inserted {
      if case .bullet = chart.kind { continue }
      log.error("the figure '\(figure.id)' is in the chart twice", at: place(figure), advice: "name it once")
    }
    checkHighlighted()
    if chart.series.count > 1 {
      for series in chart.series where series.figures.isEmpty {
        log.error(
          "the series '\(series.name)' has no figures", at: places.series[series.name] ?? data,
          advice: "name its figures, or leave it out")
      }
    }
  }

  mutating func checkHighlighted() {
    for id in chart.highlighted.sorted() where !figures.contains(where: { $0.id == id }) {
      log.error(
        "the highlighted figure '\(id)' is not in the chart",
        at: places.figures[id] ?? places.first(of: .highlight),
        advice: "add it to the chart's figures, or don't highlight it")
    }
  }

  /// Of a figure that is shown, or that a reference line stands for.
  private func placeCompared(_ figure: Figure) -> SourceLocation {
    if let place = places.figures[figure.id] { return place }
    let reference = chart.references.firstIndex { $0.figure == figure }
    return reference.map { place(ofReference: $0) } ?? data
  }

  func place(ofReference index: Int) -> SourceLocation {
    places.references.indices.contains(index) ? places.references[index] : places.first(of: .reference)
  }

  mutating func checkUnits() {
    checkUnits(of: figures + chart.references.compactMap(\.figure))
  }

  mutating func checkUnits(of compared: [Figure]) {
    let units = compared.reduce(into: [String]()) {
      if !$0.contains($1.unit.text) { $0.append($1.unit.text) }
    }
    guard units.count > 1 else { return }
    let other = compared.first { $0.unit.text != units[0] }
    let named = units.map { unit in
      "'\(unit)' (\(compared.first { $0.unit.text == unit }?.id ?? ""))"
    }.joined(separator: ", ")
    log.error(
      "the chart mixes units: \(named)", at: other.map(placeCompared) ?? data,
      advice: "one axis has one unit: make a chart for each, or give the figures the same unit")
  }
}
