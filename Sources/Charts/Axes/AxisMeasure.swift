import Evidence
import Foundation

/// How far along an axis a value lies from where the axis begins: by differences, or by proportions.
struct AxisMeasure: Hashable, Sendable {
  var origin = 0.0
  var isLogarithmic = false

  /// In the values' unit; in powers of ten on a logarithmic axis.
  func length(_ value: Double) -> Double {
    isLogarithmic ? log10(max(value, .leastNormalMagnitude) / origin) : value - origin
  }
}

extension AxisMeasure {
  /// A logarithmic axis that begins at the last of 1, 2, 5, 10 … that is not more than the least value.
  static func logarithmic(below least: Double) -> AxisMeasure {
    let power = pow(10, log10(max(least, .leastNormalMagnitude)).rounded(.down))
    let step = [5.0, 2, 1].first { $0 * power <= least * (1 + 1e-9) } ?? 1
    return AxisMeasure(origin: step * power, isLogarithmic: true)
  }
}

extension Ticks {
  /// Of a logarithmic axis: 1, 2, 5, 10 … as far as there is room for them, else powers of ten.
  static func logarithmic(from low: Double, to high: Double, wanted: Double) -> Ticks {
    let powers =
      Int(log10(low).rounded(.down))...max(Int(log10(low).rounded(.down)), Int(log10(high).rounded(.up)))
    func ticks(_ steps: [Int], every: Int = 1) -> [Decimal] {
      powers.filter { ($0 - powers.lowerBound).isMultiple(of: every) }.flatMap { power in
        steps.map { Decimal(sign: .plus, exponent: power, significand: Decimal($0)) }
      }.filter { $0.double >= low * (1 - 1e-9) && $0.double <= high * (1 + 1e-9) }
    }
    let choices = [ticks([1, 2, 5]), ticks([1])] + (2...20).map { ticks([1], every: $0) }
    let fitting = choices.first { Double($0.count) <= wanted * 1.5 && $0.count > 1 }
    let values = fitting ?? ticks([1, 2, 5])
    // The line that the axis begins at has its value: nobody could guess it.
    let isNamed = values.first.map { $0.double <= low * (1 + 1e-9) } ?? false
    return Ticks(values: (isNamed ? [] : [Decimal(string: "\(low)")].compactMap(\.self)) + values, step: 1)
  }
}
