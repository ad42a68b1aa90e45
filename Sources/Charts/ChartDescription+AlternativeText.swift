import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// The chart in words, made from its data: what it shows, each value with its qualifier and status, the
  /// extremes, and the years that have none.
  public var alternativeText: String {
    switch kind {
    case .bars: isByPeriod ? barsByPeriodInWords : categoriesInWords
    case .timeline: eventsInWords
    case .share: sharesInWords
    }
  }

  private var barsByPeriodInWords: String {
    let ordered = figures.enumerated().sorted { a, b in
      guard let x = a.element.period, let y = b.element.period, x != y else { return a.offset < b.offset }
      return x < y
    }.map(\.element)
    let names = labels
    let values = ordered.map { figure in
      let name = names.count > 1 ? "\(figure.label) " : ""
      return "\(name)\(figure.words(.period)): \(said(figure))"
    }
    var sentences = ["Bar chart: \(names.joined(separator: ", "))", values.joined(separator: "; ")]
    if let extremes { sentences.append(extremes) }
    if let missing = missingYears { sentences.append(missing) }
    return text(sentences)
  }

  private var categoriesInWords: String {
    let period = figures.first?.period.map { ", \($0.words())" } ?? ""
    var sentences = [
      "Bar chart\(period)", figures.map { "\($0.label): \(said($0))" }.joined(separator: "; "),
    ]
    if figures.count > 2, let extremes { sentences.append(extremes) }
    return text(sentences)
  }

  private var sharesInWords: String {
    var sentences = [
      "Parts of a whole", figures.map { "\($0.label): \(said($0))" }.joined(separator: "; "),
    ]
    let rest = 100 - figures.reduce(Decimal(0)) { $0 + $1.value }
    if rest > 0, figures.allSatisfy({ $0.qualifier == .exact }), let figure = figures.first {
      sentences.append("The rest: \(Ticks.text(rest, figure.unit, of: figure))")
    }
    return text(sentences)
  }

  private var eventsInWords: String {
    let ordered = events.enumerated().sorted { a, b in
      a.element.period == b.element.period ? a.offset < b.offset : a.element.period < b.element.period
    }
    return text([
      "Timeline", ordered.map { "\($0.element.period.words()): \($0.element.label)" }.joined(separator: "; "),
    ])
  }

  /// "about $2 bn (target)"
  private func said(_ figure: Figure) -> String {
    figure.status == .actual ? figure.words(.full) : "\(figure.words(.full)) (\(figure.status.rawValue))"
  }

  private var labels: [String] {
    figures.reduce(into: []) { if !$0.contains($1.label) { $0.append($1.label) } }
  }

  private var extremes: String? {
    guard figures.count > 1, let low = figures.min(by: { $0.value < $1.value }),
      let high = figures.max(by: { $0.value < $1.value }), low.value < high.value
    else { return nil }
    func place(_ figure: Figure) -> String {
      isByPeriod ? figure.words(.period) : figure.label
    }
    return "Lowest: \(place(low)), \(low.words(.full)); highest: \(place(high)), \(high.words(.full))"
  }

  /// Runs of years between the first and the last that no figure covers.
  private var missingYears: String? {
    let periods = figures.compactMap(\.period).sorted()
    guard var reached = periods.first?.firstYear else { return nil }
    var gaps: [String] = []
    for period in periods {
      if period.firstYear > reached + 1 {
        let (first, last) = (reached + 1, period.firstYear - 1)
        gaps.append(first == last ? "\(first)" : "\(first)–\(last)")
      }
      reached = max(reached, period.lastYear)
    }
    return gaps.isEmpty ? nil : "No figures for \(gaps.joined(separator: ", "))"
  }

  private func text(_ sentences: [String]) -> String {
    sentences.map { $0 + "." }.joined(separator: " ")
  }
}
