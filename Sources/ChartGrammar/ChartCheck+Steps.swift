import Diagnostics
import Evidence
import Foundation

/// Mistakes of waterfalls: steps that don't lead where they should.
extension ChartCheck {
  mutating func checkSteps(from start: Figure?, to end: Figure?) {
    if chart.series.count > 1 {
      log.error(
        "a waterfall has one list of steps", at: places.first(of: .steps), advice: "list all under 'steps'")
    }
    if start == nil, chart.ownFigures.count == 1, let only = chart.ownFigures.first {
      log.error(
        "a waterfall of '\(only.id)' alone leads from nothing to its one step", at: place(only),
        advice: "name where it begins under 'start', or more steps, or show it as bars")
    }
    if let start, let end, let first = start.period, let last = end.period, last < first {
      log.error(
        "the end '\(end.id)' is of \(end.words(.period)), before the start '\(start.id)' of \(start.words(.period))",
        at: place(end), advice: "exchange 'start' and 'end', or correct a period")
    }
    if let end, let sum = chart.sumOfSteps { checkSum(sum, against: end, of: [start].compactMap(\.self)) }
  }

  /// Stated numbers are rounded: so much of a difference says nothing.
  private mutating func checkSum(_ sum: Figure, against end: Figure, of starts: [Figure]) {
    let difference = end.value - sum.value
    let parts = starts + chart.ownFigures + [end]
    guard difference.magnitude > parts.reduce(0, { $0 + $1.halfOfItsLastDigit }) else { return }
    switch FigureOrder(sum, end) {
    case .equal, .aboutEqual, .atLeast, .atMost, .unknown: return
    case .greater, .less: break
    }
    func words(_ value: Decimal) -> String { end.withValue(value).words(.value, inDigits: true) }
    let message =
      "the steps add up to \(words(sum.value)), and the end '\(end.id)' is \(words(end.value)): \(words(difference.magnitude)) \(difference > 0 ? "is missing" : "too much")"
    let advice = "add the step that is missing, correct a value, or leave 'end' out: then the sum is shown"
    if parts.contains(where: { $0.qualifier.isVague }) {
      log.warning(message, at: place(end), advice: advice)
    } else {
      log.error(message, at: place(end), advice: advice)
    }
  }
}

extension Qualifier {
  fileprivate var isVague: Bool { [.about, .moreThanAbout, .lessThanAbout].contains(self) }
}

extension Figure {
  /// By so much the true value may differ from one that is rounded to the digits that are written.
  fileprivate var halfOfItsLastDigit: Decimal {
    Decimal(sign: .plus, exponent: -writtenDecimals, significand: 1) / 2
  }
}
