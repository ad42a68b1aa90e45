import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// What one row (or group of bars) is of, and its figures with the index of their series.
  public struct Row: Hashable, Sendable {
    public struct Cell: Hashable, Sendable {
      public var series: Int
      public var figure: Figure
    }

    public var name: String
    public var cells: [Cell]
  }

  /// Whether time puts the figures in an order: each has a period, and not all the same. Such charts gain from
  /// height; rows don't.
  public var isByPeriod: Bool {
    switch kind {
    case .lines: return true
    case .bars, .groupedBars, .stackedBars:
      if let order, order != .period(descending: false) { return false }
      if isOfDifferentThings || isDividedByPeriod { return false }
      let periods = ownFigures.map(\.period)
      return !periods.contains(nil) && Set(periods).count > 1
    case .multiples(let panels): return panels.contains { $0.chart.isByPeriod }
    case .slope, .dots, .bullet, .change, .share, .timeline, .flow: return false
    }
  }

  /// Whether no two values of one unnamed series are of the same thing, targets apart: beds of 2010 and roads of 2012
  /// are no course of anything, and bars by period would not say what they are.
  private var isOfDifferentThings: Bool {
    guard series.count == 1, series[0].name.isEmpty else { return false }
    let labels = series[0].figures.filter { $0.status != .target }.map(\.label)
    return labels.count > 1 && Set(labels).count == labels.count
  }

  /// Whether the series are the periods, as in partners of two years: then the partners are the groups, and time is told
  /// by colour. On top of each other values of several years are no whole.
  private var isDividedByPeriod: Bool {
    guard kind != .stackedBars, series.count > 1 else { return false }
    return series.allSatisfy { Set($0.figures.map(\.period)).count == 1 }
      && series.contains { Set($0.figures.map(\.label)).count > 1 }
      && Set(series.map { $0.figures.first?.period }).count == series.count
  }

  /// The rows of bars or dots that stand here, in their order. Figures of one series have a row each.
  public var rows: [Row] {
    var rows: [Row] = []
    for (index, series) in series.enumerated() {
      for figure in series.figures {
        let name = nameOfRow(figure)
        let cell = Row.Cell(series: index, figure: figure)
        let known = rows.firstIndex { row in
          row.name == name && (self.series.count > 1 || isRange)
            && !row.cells.contains { $0.series == index && !isRange }
        }
        if let known { rows[known].cells.append(cell) } else { rows.append(Row(name: name, cells: [cell])) }
      }
    }
    return here(sorted(rows))
  }

  /// Several figures of one name are the ends of a range.
  private var isRange: Bool { kind == .dots }

  private func sorted(_ rows: [Row]) -> [Row] {
    func ordered<Value: Comparable>(_ value: (Row) -> Value, _ descending: Bool) -> [Row] {
      rows.enumerated().sorted { a, b in
        let (x, y) = (value(a.element), value(b.element))
        if x == y { return a.offset < b.offset }
        return descending ? y < x : x < y
      }.map(\.element)
    }
    switch order {
    case nil, .given: return rows
    case .value(let descending):
      // Of what stands on top of each other the sum counts, else the largest.
      return ordered(
        { row in
          let values = row.cells.map(\.figure.value)
          return kind == .stackedBars ? values.reduce(0, +) : values.max() ?? 0
        }, descending)
    case .period(let descending):
      return ordered({ $0.cells.first?.figure.period?.firstMonth ?? .max }, descending)
    }
  }

  /// What tells this figure from the others of its series: its label, its period, or both.
  public func nameOfRow(_ figure: Figure) -> String {
    let labelsVary = series.contains { Set($0.figures.map(\.label)).count > 1 }
    let seriesAreLabels = series.count > 1 && series.allSatisfy { $0.name == $0.figures.first?.label }
    let periodsVary = series.contains { Set($0.figures.map(\.period)).count > 1 }
    let period = figure.words(.periodShort)
    if isRange, labelsVary, periodsVary {
      let ofLabel = series.flatMap(\.figures).filter { $0.label == figure.label }
      return ofLabel.count > 1 || period.isEmpty ? figure.label : "\(figure.label), \(period)"
    }
    if isRange { return labelsVary || !periodsVary ? figure.label : period }
    if !labelsVary, periodsVary || seriesAreLabels, !period.isEmpty { return period }
    return labelsVary && periodsVary && !period.isEmpty ? "\(figure.label), \(period)" : figure.label
  }
}
