import Diagnostics
import Evidence
import struct Foundation.Decimal

/// Mistakes of axes, and of what figures are compared with.
extension ChartCheck {
  mutating func checkAxis() {
    if chart.isLogarithmic { checkLogarithm() }
    guard let start = chart.axisStart else { return }
    switch chart.kind {
    case .lines, .slope, .dots:
      for figure in figures where figure.value < start {
        log.error(
          "'\(figure.id)' lies below the axis, which begins at \(figure.withValue(start).words(.value, inDigits: true))",
          at: place(figure), advice: "let the axis begin lower, or leave 'axis' out")
      }
      for (index, reference) in chart.references.enumerated() where reference.value < start {
        log.error(
          "the reference '\(reference.label)' lies below the axis, which begins at \(start)",
          at: place(ofReference: index),
          advice: "let the axis begin lower, or leave 'axis' out")
      }
    default:
      log.error(
        "the axis of this chart can't begin at \(start): the lengths of cut bars lie about what they measure",
        at: places.first(of: .axis),
        advice: "leave 'axis' out, or show the figures as lines, slope or dots, which show positions")
    }
  }

  /// A proportion to nothing is none, and lengths are no proportions.
  private mutating func checkLogarithm() {
    guard chart.kind == .lines else {
      return log.error(
        "the axis of this chart can't be logarithmic: lengths and areas lie on it about what they measure",
        at: places.first(of: .axis), advice: "leave 'scale: log' out, or show the figures as lines")
    }
    for figure in figures where figure.value <= 0 {
      log.error(
        "'\(figure.id)' is \(figure.value == 0 ? "0" : "negative"), and a logarithmic axis has no place for it",
        at: place(figure), advice: "leave 'scale: log' out, or the figure")
    }
    for (index, reference) in chart.references.enumerated() where reference.value <= 0 {
      log.error(
        "the reference '\(reference.label)' is not more than 0, and a logarithmic axis has no place for it",
        at: place(ofReference: index), advice: "leave 'scale: log' out, or the reference")
    }
    if let start = chart.axisStart, start <= 0 {
      log.error(
        "a logarithmic axis can't begin at \(start)", at: places.first(of: .axis),
        advice: "let it begin above 0, or leave 'from' out")
    }
  }

  /// What lies farther from zero than the figures by more than this leaves little of their differences to be seen.
  private static let farthestReference = Decimal(5)

  /// Warns of lines so far away that the figures shrink; all panels have one scale.
  mutating func checkScale(of references: [ChartDescription.Reference], from start: Decimal) {
    let largest = longest(chart)
    guard largest > 0, let first = figures.first else { return }
    for (index, reference) in references.enumerated() {
      let distance = (reference.value - start).magnitude
      guard distance > Self.farthestReference * largest else { continue }
      let value = reference.figure ?? first.withValue(reference.value)
      log.warning(
        "the reference '\(reference.label)' lies at \(value.words(.value, inDigits: true)), so far off the figures that they shrink to less than a fifth of the chart",
        at: place(ofReference: index), advice: "say it in the 'note' instead, or check its value and unit")
    }
  }

  /// From where the axis begins to what lies farthest from there; of stacks at most the sum of their longest parts.
  private func longest(_ chart: ChartDescription) -> Decimal {
    if case .multiples(let panels) = chart.kind { return panels.map { longest($0.chart) }.max() ?? 0 }
    let start = chart.axisStart ?? 0
    let lengths = chart.series.map { series in series.figures.map { ($0.value - start).magnitude }.max() ?? 0
    }
    return chart.kind == .stackedBars ? lengths.reduce(0, +) : lengths.max() ?? 0
  }
}
