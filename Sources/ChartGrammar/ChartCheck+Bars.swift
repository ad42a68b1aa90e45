import Diagnostics
import Evidence

/// Mistakes of bars, rows and dots: what can't be told apart.
extension ChartCheck {
  mutating func checkCount(
    ofSeries most: Int, advice: String = "split it into several charts, or show them as 'multiples'"
  ) {
    guard chart.series.count > most else { return }
    log.error(
      "the chart has \(chart.series.count) series, more than \(most) can't be told apart",
      at: places.first(of: .series, .split, .figures), advice: advice)
  }

  mutating func checkSeveralSeries() {
    if chart.series.count > 1 || chart.series.isEmpty { return }
    log.error(
      "the chart has one series only", at: places.first(of: .split, .series, .figures),
      advice: "say by what it is divided, such as 'split: reporter', or list 'series'; or make it plain bars")
  }

  mutating func checkBars() {
    checkCount(ofSeries: chart.kind == .stackedBars ? Self.mostStacked : ChartDescription.mostSeries)
    // Names tell apart what has no date.
    if chart.isByPeriod {
      checkValuesOfOnePeriod()
      checkOverlaps()
      checkTargetsAfterBase()
    } else {
      checkRowNames()
    }
  }

  mutating func checkValuesOfOnePeriod() {
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
  mutating func checkOverlaps() {
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
  mutating func checkPeriodsOfDots() {
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

  mutating func checkRowNames() {
    guard chart.kind != .dots else { return }
    let names = chart.rowNames
    for (index, series) in chart.series.enumerated() {
      var first: [String: Figure] = [:]
      for figure in series.figures {
        let name = names.name(of: figure)
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
  mutating func checkTargetsAfterBase() {
    for series in chart.series {
      let actual = series.figuresInTime.filter { $0.status != .target && $0.period != nil }
      guard let base = actual.first, let start = base.period else { continue }
      for target in series.figures where target.status == .target {
        guard let period = target.period, period.lastMonth < start.firstMonth else { continue }
        report(target, before: base)
      }
    }
  }

  mutating func report(_ target: Figure, before base: Figure) {
    log.error(
      "the target '\(target.id)' is of \(target.words(.period)), before its base '\(base.id)' of \(base.words(.period))",
      at: place(target),
      advice: "a target lies after the value that it is measured from: correct a period, or leave it out")
  }

  mutating func checkStacks() {
    for figure in figures where figure.status == .target {
      log.error(
        "the target '\(figure.id)' can't stand on top of other values", at: place(figure),
        advice: "show targets as grouped bars or as a bullet chart")
    }
  }
}
