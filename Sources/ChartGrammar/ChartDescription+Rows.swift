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
    case .lines, .area: return true
    case .bars, .groupedBars, .stackedBars:
      // A time axis is never divided.
      if part != nil { return false }
      if let order, order != .period(descending: false) { return false }
      if isOfDifferentThings || isDividedByPeriod { return false }
      let periods = ownFigures.map(\.period)
      return !periods.contains(nil) && Set(periods).count > 1
    case .multiples(let panels): return panels.contains { $0.chart.isByPeriod }
    case .slope, .dots, .bullet, .change, .waterfall, .scatter, .pyramid, .share, .timeline, .flow:
      return false
    }
  }

  /// Whether it shows differences the better the higher it is; rows and lists only spread.
  public var gainsFromHeight: Bool { isByPeriod || kind == .slope || scatter != nil }

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
    let names = rowNames
    var rows: [Row] = []
    // Of each name: its rows, and how many of them the last series that had a figure of it stands in.
    var known: [String: (rows: [Int], series: Int, filled: Int)] = [:]
    for (index, series) in series.enumerated() {
      for figure in series.figures {
        let name = names.name(of: figure)
        let cell = Row.Cell(series: index, figure: figure)
        guard self.series.count > 1 || isRange else {
          rows.append(Row(name: name, cells: [cell]))
          continue
        }
        var same = known[name] ?? ([], index, 0)
        if same.series != index { (same.series, same.filled) = (index, 0) }
        if same.filled < same.rows.count {
          rows[same.rows[same.filled]].cells.append(cell)
        } else {
          same.rows.append(rows.count)
          rows.append(Row(name: name, cells: [cell]))
        }
        if !isRange { same.filled += 1 }
        known[name] = same
      }
    }
    return here(withEmptyYears(sorted(rows)))
  }

  /// Of a pyramid: whether each row is a year.
  private var areRowsYears: Bool {
    let names = rowNames
    return !ownFigures.isEmpty
      && ownFigures.allSatisfy { $0.period?.isYear == true && names.name(of: $0) == $0.words(.periodShort) }
  }

  /// Years that have no figure stay empty, as long as they are no more than those that have.
  private func withEmptyYears(_ rows: [Row]) -> [Row] {
    guard kind == .pyramid, order == nil || order == .period(descending: false), areRowsYears else {
      return rows
    }
    let years = rows.compactMap { $0.cells.first?.figure.period?.firstYear }
    guard let first = years.first, let last = years.last, years == years.sorted(),
      last - first + 1 <= 2 * rows.count
    else { return rows }
    return (first...last).map { year in
      years.firstIndex(of: year).map { rows[$0] } ?? Row(name: "\(year)", cells: [])
    }
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
    // Years have an order of their own.
    case nil where kind == .pyramid && areRowsYears:
      return ordered({ $0.cells[0].figure.period?.firstMonth ?? 0 }, false)
    case nil, .given: return rows
    case .value(let descending):
      // Of what stands on top of each other the sum counts, else the largest.
      return ordered(
        { row in
          let values = row.cells.map(\.figure.value)
          return kind == .stackedBars || kind == .pyramid ? values.reduce(0, +) : values.max() ?? 0
        }, descending)
    case .period(let descending):
      return ordered({ $0.cells.first?.figure.period?.firstMonth ?? .max }, descending)
    }
  }

  /// What tells each figure from the others of its series: its label, its period, or both.
  public var rowNames: RowNames { RowNames(series, isRange: isRange) }

  /// What rows are called by, which depends on all figures and is found out once.
  public struct RowNames {
    private let isRange: Bool
    private let labelsVary: Bool
    private let periodsVary: Bool
    private let seriesAreLabels: Bool
    /// How many figures of a range have each label.
    private let counts: [String: Int]

    fileprivate init(_ series: [Series], isRange: Bool) {
      self.isRange = isRange
      labelsVary = series.contains { series in series.figures.contains { $0.label != series.figures[0].label }
      }
      periodsVary = series.contains { series in
        series.figures.contains { $0.period != series.figures[0].period }
      }
      seriesAreLabels = series.count > 1 && series.allSatisfy { $0.name == $0.figures.first?.label }
      counts =
        isRange && labelsVary && periodsVary
        ? series.reduce(into: [:]) { counts, series in
          for figure in series.figures { counts[figure.label, default: 0] += 1 }
        } : [:]
    }

    /// - Parameter figure: one of the chart's.
    /// - Returns: its label, its period, or both.
    public func name(of figure: Figure) -> String {
      let period = figure.words(.periodShort)
      if isRange, labelsVary, periodsVary {
        return counts[figure.label, default: 0] > 1 || period.isEmpty
          ? figure.label : "\(figure.label), \(period)"
      }
      if isRange { return labelsVary || !periodsVary ? figure.label : period }
      if !labelsVary, periodsVary || seriesAreLabels, !period.isEmpty { return period }
      return labelsVary && periodsVary && !period.isEmpty ? "\(figure.label), \(period)" : figure.label
    }
  }
}
