import Evidence
import Foundation

/// The chart that a page's figures support, with a comment that says why.
struct TableExhibit {
  let page: TablePage
  let texts: TableTexts

  /// As pack.yml has it; none where nothing can be compared.
  var lines: [String] {
    guard let chart else { return [] }
    return ["    exhibits:", "      # \(chart.why)", "      - kind: \(chart.kind)"]
      + (["title: \(quoted(chart.title))"] + chart.rest + chart.list).map { "        \($0)" }
  }

  private struct Chart {
    var why: String
    var kind: String
    var title: String
    var rest: [String] = []
    var figures: [Figure]
    /// Where the chart's title says the rest of their labels.
    var names: [String]?

    var list: [String] {
      guard let names else { return ["figures: [\(figures.map(\.id).joined(separator: ", "))]"] }
      return ["figures:"] + zip(figures, names).map { "  - { figure: \($0.id), label: \(quoted($1)) }" }
    }
  }

  private static let (mostColumns, mostGroups, mostParts) = (12, 6, 8)
  /// Of values that have room beside each other.
  private static let mostLetters = (groups: 30, panel: 20, value: 16)

  private var chart: Chart? {
    let series = comparable
    // Of numbers that fill a line by themselves no chart is drawn.
    if page.figures.contains(where: { $0.words(.number).count > Self.mostLetters.value }) { return nil }
    return series.isEmpty ? rows : course(of: series)
  }

  // MARK: Several times

  /// Of each subject the figures of periods that are as long as most: at least two.
  private var comparable: [TableSeries] {
    let lengths = page.figures.compactMap { $0.period?.months }
    let counts = Dictionary(lengths.map { ($0, 1) }, uniquingKeysWith: +)
    guard let months = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key else { return [] }
    return page.series.compactMap { series in
      var one = series
      var seen = Set<Period>()
      one.figures = series.figures.filter { figure in
        figure.period.map { $0.months == months && seen.insert($0).inserted } ?? false
      }
      // A goal lies after what it is measured from, and where it lies far off there is no room for the rest.
      let facts = one.figures.filter { $0.status != .target }
      one.figures.removeAll { figure in
        guard figure.status == .target, let period = figure.period, let start = facts.first else {
          return false
        }
        let isFarOff = (slots(from: start, to: figure) ?? 0) > 2 * facts.count + 2
        return start.period.map { period < $0 } ?? false || isFarOff
      }
      return one.figures.count > 1 && !hasOverlaps(one) ? one : nil
    }
  }

  private func hasOverlaps(_ series: TableSeries) -> Bool {
    zip(series.figures, series.figures.dropFirst()).contains { first, second in
      first.period.flatMap { period in second.period.map(period.overlaps) } ?? false
    }
  }

  private func course(of series: [TableSeries]) -> Chart? {
    let figures = series.flatMap(\.figures)
    let order = figures.sorted { ($0.period?.firstMonth ?? 0) < ($1.period?.firstMonth ?? 0) }
    guard let first = order.first, let last = order.last, let slots = slots(from: first, to: last) else {
      return nil
    }
    if series.count == 1 {
      let course = courseOfSeries(
        figures.map { ($0.id, $0.status == .derived ? Status.actual.rawValue : $0.status.rawValue) })
      return Chart(
        why: "Proposed since the table gives it for \(figures.count) periods.",
        kind: slots > Self.mostColumns ? "lines" : "bars",
        title: "\(texts.label(of: series[0])): \(course)",
        figures: figures)
    }
    let dash = first.period?.isYear == true && last.period?.isYear == true ? "–" : " – "
    let title =
      "\(TablePage(series: series).names(texts.label)), {\(first.id)|period short}\(dash){\(last.id)|period short}"
    func chart(_ why: String, _ kind: String, _ rest: [String]) -> Chart {
      Chart(why: "Proposed since \(why).", kind: kind, title: title, rest: rest, figures: figures)
    }
    // What several count alike is told apart by who counts.
    let labels = Set(series.map(\.label)).count
    guard labels == series.count || labels == 1 else { return nil }
    let trait = labels == 1 ? "reporter" : "label"
    let parts = series.filter { !$0.figures[0].isTotal }
    if parts.count > 1, TablePage.areWhole(parts) {
      var stack = chart("these are the parts of one whole at each time", "stacked-bars", ["split: \(trait)"])
      stack.figures = parts.flatMap(\.figures)
      return stack
    }
    let why =
      "the table gives \(series.count) series in one unit for \(Set(figures.map(\.period)).count) periods"
    let letters = slots * (figures.map { $0.words(.number).count }.max() ?? 0)
    if series.count == 2 {
      let isCrowded = slots > Self.mostGroups || letters > Self.mostLetters.groups
      return chart(why, isCrowded ? "lines" : "grouped-bars", ["split: \(trait)"])
    }
    // Panels have each their own room; side by side the values of three would stand in each other's way.
    return chart(why, letters > Self.mostLetters.panel ? "lines" : "bars", ["multiples: \(trait)"])
  }

  /// How many periods lie from one figure's to another's, both counted.
  private func slots(from first: Figure, to last: Figure) -> Int? {
    guard let start = first.period, let end = last.period else { return nil }
    return (end.lastMonth - start.firstMonth + 1) / start.months
  }

  // MARK: One time

  private var rows: Chart? {
    let figures = page.series.map(\.latest)
    let first = figures[0]
    let isOfOne = figures.allSatisfy { $0.unit == first.unit && $0.period == first.period }
    guard figures.count > 1, isOfOne, Set(figures.map(\.label)).count == figures.count else { return nil }
    let title = page.names(texts.label) + (first.period == nil ? "" : ", {\(first.id)|period}")
    let names = page.common?.parts
    let parts = zip(figures, names ?? figures.map(\.label)).filter { !$0.0.isTotal }
    if TablePage.isWhole(parts.map(\.0)), parts.count <= Self.mostParts, parts.allSatisfy(Self.hasRoom) {
      let shown = names.map { _ in parts.map(\.1) }
      return Chart(
        why: "Proposed since these parts make up 100%.", kind: "share", title: title, figures: parts.map(\.0),
        names: shown)
    }
    return Chart(
      why:
        "Proposed since the table gives \(figures.count) subjects in one unit; 'sort: value' puts the largest first.",
      kind: "bars", title: title, rest: ["sort: given"], figures: figures, names: names)
  }

  /// Whether a part of a bar across the page is as wide as its name.
  private static func hasRoom(_ part: (figure: Figure, name: String)) -> Bool {
    Decimal(part.name.count) * Decimal(14) / 10 <= part.figure.value
  }
}
