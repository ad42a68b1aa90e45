import Diagnostics
import Evidence
import struct Foundation.Decimal

/// Mistakes of axes, and of what figures are compared with.
extension ChartCheck {
  mutating func checkAxis() {
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
