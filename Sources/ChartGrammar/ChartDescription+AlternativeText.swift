import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// The chart in words, made from its data: what it shows, each value with its qualifier and status, trend and
  /// extremes, and the years that have none.
  ///
  /// - Parameter title: what stands over the chart. Which way its figures went is the title's to say then: what it calls
  ///   steady must not rise in the next sentence.
  /// - Returns: sentences.
  public func alternativeText(title: String? = nil) -> String {
    let values = data.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    let parts =
      [title ?? "", nameInWords + partInWords, values] + findings(saysWay: title == nil) + [referencesInWords]
    return parts.filter { !$0.isEmpty }.map { $0 + (".!?…".contains($0.suffix(1)) ? "" : ".") }
      .joined(separator: " ")
  }

  private var referencesInWords: String {
    references.map { reference in
      let value =
        reference.figure?.wordsWithStatus
        ?? figures.first?.withValue(reference.value).words(.value, inDigits: true)
      return "Compared with \(reference.label)" + (value.map { ": \($0)" } ?? "")
    }.joined(separator: "; ")
  }

  /// " (rows 1–14 of 40)"
  private var partInWords: String {
    if case .multiples = kind { return "" }
    guard let part, let parts = whole.parts else { return "" }
    return " (\(parts.name) \(part.lowerBound + 1)–\(part.upperBound) of \(parts.count))"
  }

  private var nameInWords: String {
    switch kind {
    case .bars where isByPeriod, .lines, .area, .slope, .pyramid,
      .groupedBars where isByPeriod, .stackedBars where isByPeriod:
      let names = labels
      return names.isEmpty ? kindInWords : "\(kindInWords): \(names.joined(separator: ", "))"
    case .bars, .groupedBars, .stackedBars, .dots:
      let periods = Set(figures.map(\.period))
      guard periods.count == 1, let period = periods.first ?? nil else { return kindInWords }
      return "\(kindInWords), \(period.words())"
    default: return kindInWords
    }
  }

  private var kindInWords: String {
    switch kind {
    case .bars: "Bar chart"
    case .groupedBars: "Grouped bar chart"
    case .stackedBars: "Stacked bar chart"
    case .lines: isLogarithmic ? "Line chart on a logarithmic scale" : "Line chart"
    case .slope: "Slope chart"
    case .dots: "Dot chart"
    case .bullet: "Actual against target"
    case .change: "Changes"
    case .scatter(let scatter):
      "Scatter chart of \(scatter.y.titleInWords) against \(scatter.x.titleInWords)"
    case .area(let measure): measure == .share ? "Areas over time, as parts of their sum" : "Areas over time"
    case .pyramid: "Two sides mirrored"
    case .waterfall: "From one total to another by steps"
    case .share: "Parts of a whole"
    case .timeline: "Timeline"
    case .flow: "Two-way flow"
    case .multiples(let all):
      (part == nil ? "\(all.count)" : "\(panels.count) of \(all.count)")
        + " charts on the same scale"
        + (panels.first.map { ", each: \($0.chart.kindInWords)" } ?? "")
    }
  }

  /// What a reader sees at a glance.
  private func findings(saysWay: Bool) -> [String] {
    switch kind {
    case .timeline, .flow, .waterfall, .scatter: []
    case .share: [rest].compactMap(\.self)
    case .bars where isByPeriod, .groupedBars where isByPeriod, .stackedBars where isByPeriod, .lines, .area:
      trends(saysWay: saysWay) + [extremes, missingYears].compactMap(\.self)
    case .slope: trends(saysWay: saysWay)
    case .change: [Self.extremes(changes.map { ($0.name, $0.figure) })].compactMap(\.self)
    case .bullet:
      (figures.count > 2 ? [extremes].compactMap(\.self) : [])
        + targetsOfOtherTimes.map { "\($0.words()) stands against the target for \($1.words())" }
    case .bars, .groupedBars, .stackedBars, .dots: figures.count > 2 ? [extremes].compactMap(\.self) : []
    case .pyramid: [extremes, missingYears].compactMap(\.self)
    case .multiples: [extremes].compactMap(\.self)
    }
  }

  /// What the parts leave of the whole, and that they are not said of it: of "still open: 4%" 96% are not open.
  private var rest: String? {
    let rest = 100 - figures.reduce(Decimal(0)) { $0 + $1.value }
    guard rest > 0, let figure = figures.first, let qualifier = qualifierOfRest else { return nil }
    var left = figure.withValue(rest)
    left.qualifier = qualifier
    let words = left.words(.full, inDigits: true)
    return
      "The rest of the whole: \(words), of which \(figures.count == 1 ? "this is not" : "none of these is") said"
  }

  /// Of a single part that is more than 4% less than 96% are left; of several it may not be known.
  private var qualifierOfRest: Qualifier? {
    let qualifiers = Set(figures.map(\.qualifier))
    if qualifiers.isSubset(of: [.exact, .about]) { return qualifiers.contains(.about) ? .about : .exact }
    guard figures.count == 1 else { return nil }
    return switch figures[0].qualifier {
    case .moreThan: .lessThan
    case .lessThan: .moreThan
    case .atLeast: .atMost
    case .atMost: .atLeast
    default: nil
    }
  }

  private var labels: [String] {
    let names = series.map(\.name).filter { !$0.isEmpty }
    if !names.isEmpty { return names }
    var seen = Set<String>()
    return figures.map(\.label).filter { seen.insert($0).inserted }
  }

  /// From the first to the last value that is no target, and whether the way led up or down.
  private func trends(saysWay: Bool) -> [String] {
    series.compactMap { series in
      let actual = series.figuresInTime.filter { $0.status != .target && $0.period != nil }
      // Part of a year is no successor of a year.
      let comparable = actual.filter { $0.period?.months == actual.first?.period?.months }
      guard let first = comparable.first, let last = comparable.last, first.period != last.period else {
        return nil
      }
      guard let verb = way(from: first, to: last) else { return nil }
      let of = series.name.isEmpty ? "" : "\(series.name): "
      let way = saysWay ? verb + " from" : of.isEmpty ? "From" : "from"
      return
        "\(of)\(way) \(first.words(.full)) in \(first.words(.period)) to \(last.words(.full)) in \(last.words(.period))"
    }
  }

  /// Only what is certain: from more than 2 to more than 3 may be up or down, unless the source says which.
  private func way(from first: Figure, to last: Figure) -> String? {
    let isStated = statedProportions.contains([first.id, last.id])
    return switch FigureOrder(last, first, isStatedProportion: isStated) {
    case .greater: "Rises"
    case .less: "Falls"
    case .equal: "The same in the end"
    case .aboutEqual: "About the same in the end"
    case .atLeast, .atMost, .unknown: nil
    }
  }

  private var extremes: String? {
    let named: [(String, Figure)]
    if case .multiples = kind {
      named = panels.flatMap { panel in
        let name = panel.chart.placeName
        return panel.chart.series.flatMap(\.figures).map { ("\(panel.title), \(name($0))", $0) }
      }
    } else {
      let here = Set(figures.map(\.id))
      let name = placeName
      named = series.flatMap { series in
        series.figures.filter { here.contains($0.id) }.map {
          (series.name.isEmpty ? name($0) : "\(series.name), \(name($0))", $0)
        }
      }
    }
    return Self.extremes(named)
  }

  /// Where a figure stands, in words.
  private var placeName: (Figure) -> String {
    if isByPeriod || kind == .slope { return { $0.words(.period) } }
    return rowNames.name
  }

  /// What may be lower or higher than another is named only where it surely is.
  static func extremes(_ named: [(name: String, figure: Figure)]) -> String? {
    guard named.count > 1, let low = named.min(by: { $0.figure.value < $1.figure.value }),
      let high = named.max(by: { $0.figure.value < $1.figure.value }), low.figure.value < high.figure.value
    else { return nil }
    let others = named.map(\.figure)
    var found: [String] = []
    if others.allSatisfy({ $0.id == low.figure.id || !low.figure.mayBeMore(than: $0) }) {
      found.append("lowest: \(low.name), \(low.figure.words(.full))")
    }
    if others.allSatisfy({ $0.id == high.figure.id || !$0.mayBeMore(than: high.figure) }) {
      found.append("highest: \(high.name), \(high.figure.words(.full))")
    }
    let text = found.joined(separator: "; ")
    return text.isEmpty ? nil : text.prefix(1).uppercased() + text.dropFirst()
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
}

extension Figure {
  /// Another value of the same unit, with nothing claimed about it.
  public func withValue(_ value: Decimal) -> Figure {
    Figure(id: "", label: "", value: value, unit: unit, location: location)
  }

  /// Between what the true value lies, as far as the figure says: about 2 counts as 2.
  fileprivate var bounds: (low: Decimal?, high: Decimal?) {
    switch qualifier {
    case .exact, .about: (value, value)
    case .moreThan, .atLeast, .moreThanAbout: (value, nil)
    case .lessThan, .atMost, .lessThanAbout: (nil, value)
    }
  }

  fileprivate func mayBeMore(than other: Figure) -> Bool {
    guard let high = bounds.high, let low = other.bounds.low else { return true }
    return high > low
  }
}
