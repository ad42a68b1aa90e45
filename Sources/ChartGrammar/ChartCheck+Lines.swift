import Diagnostics
import Evidence
import Foundation

/// Mistakes of lines, slopes, targets and changes: what can't be compared.
extension ChartCheck {
  mutating func checkLines() {
    checkCountOfLines()
    checkPeriods()
    checkValuesOfOnePeriod()
    checkTargetsAfterBase()
    checkBands()
    if figures.allSatisfy({ $0.period != nil }), Set(figures.map(\.period)).count == 1 {
      log.error("all figures are of the same period", at: data, advice: "show them as bars")
    }
  }

  /// More lines are no context, but a thicket.
  private static let mostLines = 12
  /// The other colours are greys, as what recedes.
  private static let mostHighlighted = 2

  /// Where some stand out, others recede: these are not told apart by colour but by their names.
  private mutating func checkCountOfLines() {
    let shown = chart.series.filter { $0.figures.contains { chart.highlighted.contains($0.id) } }
    guard chart.series.count > ChartDescription.mostSeries, !shown.isEmpty else {
      return checkCount(
        ofSeries: ChartDescription.mostSeries,
        advice: "show them as 'multiples', or let one or two stand out from the others with 'highlight'")
    }
    checkCount(ofSeries: Self.mostLines)
    guard shown.count > Self.mostHighlighted else { return }
    log.error(
      "\(shown.count) of \(chart.series.count) lines are highlighted, more than \(Self.mostHighlighted) don't stand out",
      at: places.first(of: .highlight), advice: "highlight one or two, or show them as 'multiples'")
  }

  mutating func checkPeriods() {
    let undated = figures.filter { $0.period == nil }
    if undated.isEmpty { return }
    log.error(
      "\(list(undated)) \(undated.count == 1 ? "has" : "have") no period",
      at: undated.first.map(place) ?? data,
      advice: "fill in the period in figures.csv, or show the figures as bars")
  }

  mutating func checkSlope() {
    checkPeriods()
    let periods = Set(figures.map(\.period))
    if periods.count > 2 {
      let named = periods.compactMap(\.self).sorted().map { $0.words(short: true) }.joined(separator: ", ")
      log.error(
        "a slope has two dates, not \(periods.count): \(named)", at: data, advice: "show them as lines")
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
        "\(name) has \(count), and a slope leads from one date to another",
        at: only.map(place) ?? places.series[series.name] ?? data,
        advice: series.figures.count > 2 && periods.count <= 2
          ? "say how they are divided, such as 'split: reporter'"
          : "name two figures for each line, of two dates")
    }
    checkTargetsAfterBase()
  }

  mutating func checkTargets(_ targets: [Figure]) {
    let actual = chart.series.flatMap(\.figures)
    if targets.count != 1, targets.count != actual.count {
      log.error(
        "there are \(actual.count) figures and \(targets.count) targets", at: places.first(of: .targets),
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

  mutating func checkChanges(_ measure: ChartDescription.ChangeMeasure) {
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
}
