import Diagnostics
import Evidence
import Foundation

/// Mistakes of areas on top of each other: what is no whole.
extension ChartCheck {
  mutating func checkAreas(_ measure: ChartDescription.AreaMeasure) {
    checkCount(ofSeries: Self.mostStacked)
    checkSeveralSeries()
    checkPeriods()
    checkValuesOfOnePeriod()
    checkStacks()
    for figure in figures where figure.value < 0 {
      log.error(
        "'\(figure.id)' is negative, and nothing can stand on top of it", at: place(figure),
        advice: "show the figures as lines, or as stacked bars")
    }
    checkLengths()
    let stacks = chart.stacks
    if stacks.count == 1 {
      log.error("all figures are of the same period", at: data, advice: "show them as stacked bars")
    }
    for stack in stacks { check(stack, measure) }
  }

  private mutating func checkLengths() {
    let lengths = figures.compactMap { $0.period?.months }
    guard let first = lengths.first,
      let other = figures.first(where: { $0.period.map { $0.months != first } ?? false })
    else { return }
    log.error(
      "'\(other.id)' is of \(other.words(.periodShort)), which is not as long as the other periods",
      at: place(other),
      advice: "show years with years and months with months, or show the figures as stacked bars")
  }

  /// Where one part is missing the others would sink, and seem to be less.
  private mutating func check(_ stack: ChartDescription.Stack, _ measure: ChartDescription.AreaMeasure) {
    let there = Set(stack.parts.map(\.series))
    for (index, series) in chart.series.enumerated() where !there.contains(index) && !series.figures.isEmpty {
      log.error(
        "'\(series.name)' has no figure of \(stack.period.words()), and the areas on top of it would sink",
        at: stack.figures.first.map(place) ?? data,
        advice: "add the figure, leave the period out, or show the figures as lines")
    }
    if measure == .share, stack.figures.allSatisfy({ $0.value == 0 }), let figure = stack.figures.first {
      log.error(
        "all figures of \(stack.period.words()) are 0, and nothing is a share of nothing", at: place(figure),
        advice: "leave the period out, or leave 'as: share' out")
    }
  }
}
