import Evidence
import struct Foundation.Decimal

extension ChartDescription {
  /// A row of the chart's data, in words.
  public struct DataRow: Hashable, Sendable {
    /// What the value is of: "Exports, 2018".
    public var name: String
    /// With qualifier, unit and status: "about $2 bn (target)".
    public var value: String
  }

  /// What stands over the names and the values of `data`.
  public var dataHead: DataRow {
    switch kind {
    case .timeline: DataRow(name: "When", value: "What")
    case .flow: DataRow(name: "Direction", value: "What")
    case .change: DataRow(name: "Figure", value: "Change")
    case .scatter: DataRow(name: "Of", value: "Values")
    case .multiples: DataRow(name: "Figure", value: "Value")
    default: DataRow(name: isByPeriod && series.count < 2 ? "When" : "Figure", value: "Value")
    }
  }

  /// All that the chart shows, in its order: by time where it has one.
  public var data: [DataRow] {
    switch kind {
    case .timeline:
      return events.inTime.map { DataRow(name: $0.period.words(), value: $0.label) }
    case .flow:
      return flows.flatMap { flow in
        flow.items.map { item in
          DataRow(
            name: "\(flow.from) to \(flow.to)",
            value: item.label + (item.figure.map { ": \($0.wordsWithStatus)" } ?? ""))
        }
      }
    case .change:
      return changes.map { change in
        DataRow(
          name: change.name,
          value:
            "\(change.figure.words(.full)) (from \(change.from.wordsWithStatus) to \(change.to.wordsWithStatus))"
        )
      }
    case .scatter(let scatter):
      return points.map { point in
        let values = zip(scatter.measures, point.figures).map { "\($0.title) \($1.wordsWithStatus)" }
        return DataRow(name: point.name, value: values.joined(separator: "; "))
      }
    case .waterfall:
      return steps.map { step in
        let words = step.isComputed ? step.figure.words(.full) + " (sum)" : step.figure.wordsWithStatus
        return DataRow(name: step.name, value: step.isTotal ? words : words.signed(step.figure.value > 0))
      }
    case .bullet:
      let names = rowNames
      return bullets.map { figure, target in
        DataRow(
          name: names.name(of: figure),
          value: figure.wordsWithStatus
            + (target.map { "; target \($0.words(.full))\(Self.period(of: $0))" } ?? ""))
      }
    case .multiples:
      return panels.flatMap { panel in
        panel.chart.data.map { DataRow(name: "\(panel.title), \($0.name)", value: $0.value) }
      }
    case .lines, .slope: return series.flatMap { rows(of: $0, named: { $0.words(.period) }) + rowsOfBand($0) }
    case .area(.share):
      return stacks.flatMap { stack in
        stack.parts.map { part in
          DataRow(
            name: "\(series[part.series].name), \(stack.period.words())",
            value: "\(part.figure.wordsWithStatus); \(share(part).words(.full, inDigits: true)) of the sum")
        }
      }
    case .area: return rowsByTime
    case .bars, .groupedBars, .stackedBars: return isByPeriod ? rowsByTime : rowsByName
    case .dots, .share, .pyramid: return rowsByName
    }
  }

  private static func period(of target: Figure) -> String { target.period.map { " in \($0.words())" } ?? "" }

  private func rows(of series: Series, named name: (Figure) -> String) -> [DataRow] {
    series.figuresInTime.map { figure in
      DataRow(
        name: series.name.isEmpty ? name(figure) : "\(series.name), \(name(figure))",
        value: figure.wordsWithStatus)
    }
  }

  private func rowsOfBand(_ series: Series) -> [DataRow] {
    series.band.map { bounds in
      DataRow(
        name: (series.name.isEmpty ? "" : "\(series.name), ") + bounds.period.words(),
        value: "between \(bounds.low.wordsWithStatus) and \(bounds.high.wordsWithStatus)")
    }
  }

  private var rowsByTime: [DataRow] {
    let names = series.flatMap { series in series.figures.map { _ in series.name } }
    return zip(figures, names).enumerated().sorted { a, b in
      guard let x = a.element.0.period, let y = b.element.0.period, x != y else { return a.offset < b.offset }
      return x < y
    }.map { _, pair in
      let (figure, series) = pair
      let period = figure.words(.period)
      return DataRow(name: series.isEmpty ? period : "\(series), \(period)", value: figure.wordsWithStatus)
    }
  }

  private var rowsByName: [DataRow] {
    rows.flatMap { row in
      row.cells.map { cell in
        let series = series[cell.series].name
        return DataRow(
          name: series.isEmpty ? row.name : "\(row.name), \(series)", value: cell.figure.wordsWithStatus)
      }
    }
  }
}

extension [ChartDescription.Event] {
  /// In order of time. An event of which only the year is known has no place within it: those of a year stay as they are
  /// written where the dated ones among them are in order; else these come first, in order, as in editions of letters.
  public var inTime: [ChartDescription.Event] {
    let years = Dictionary(grouping: self, by: \.period.firstYear)
    return years.keys.sorted().flatMap { years[$0, default: []].inOneYear }
  }

  private var inOneYear: [ChartDescription.Event] {
    let dated = filter(\.isPlacedInYear)
    let ordered = dated.enumerated().sorted { a, b in
      let (x, y) = (a.element.period, b.element.period)
      return x == y ? a.offset < b.offset : x < y
    }.map(\.element)
    return ordered == dated ? self : ordered + filter { !$0.isPlacedInYear }
  }
}

extension ChartDescription.Event {
  /// Whether it is dated by more than years.
  fileprivate var isPlacedInYear: Bool {
    period.firstMonth % 12 != 0 || period.lastMonth % 12 != 11
  }
}

extension [Figure] {
  /// Of targets: the one of the figure at this index; a single one is that of all.
  public func target(at index: Int) -> Figure? {
    count == 1 ? first : indices.contains(index) ? self[index] : nil
  }
}

extension Figure {
  /// "about $2 bn (target)"
  var wordsWithStatus: String {
    status == .actual ? words(.full) : "\(words(.full)) (\(status.rawValue))"
  }
}
