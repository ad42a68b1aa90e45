import Evidence
import Foundation

extension MapDescription {
  /// A step of a legend: the values up to and with `most`, and their words.
  public struct ShadeClass: Hashable, Sendable {
    public var most: Double
    public var text: String
    /// Whether its values are below zero.
    public var isNegative: Bool

    public init(most: Double, text: String, isNegative: Bool = false) {
      self.most = most
      self.text = text
      self.isNegative = isNegative
    }
  }

  /// Makes the classes that the legend tells of the values of countries, and says their unit once.
  ///
  /// - Parameter figures: the values.
  public mutating func classify(_ figures: [Figure]) {
    shadeClasses = classes(of: figures)
    // One alone has its unit with it.
    shadeUnit = shadeClasses.count > 1 ? figures.first?.unit.text ?? "" : ""
  }
}

/// Few classes: a class for each value where there are at most four, else three or four between round values.
private func classes(of figures: [Figure]) -> [MapDescription.ShadeClass] {
  guard let first = figures.first else { return [] }
  let values = Set(figures.map(\.value)).sorted()
  guard values.count > 4, let least = values.first, let most = values.last else {
    return values.map { value in
      let same = figures.filter { $0.value == value }
      let text =
        values.count == 1
        ? first.valueWithUnit : same.count == 1 ? same[0].words(.shortNumber) : number(value, like: first)
      return .init(most: value.double, text: text, isNegative: value < 0)
    }
  }
  let step = steps(covering: (most - least).double)
  var breaks: [Decimal] = []
  var at = Decimal(Int((least.double / step.double).rounded(.down))) * step
  // Zero is no negative value: it belongs to the class above it.
  let hasZero = least < 0 && values.contains(0)
  while at < most || (hasZero && at == 0 && most == 0) {
    at += step
    breaks.append(at)
  }
  return breaks.compactMap { upper in
    let lower = upper - step
    // A value on a step belongs to the class below it; the lowest is in the first.
    let isFirst = upper == breaks[0]
    let isNegative = least < 0 && upper <= 0
    let beginsAtZero = hasZero && lower == 0
    let holdsValues = values.contains { value in
      value > lower && value <= upper && !(isNegative && value == 0) || beginsAtZero && value == 0
    }
    guard holdsValues || isFirst && least == lower else { return nil }
    // All but the first begin above their lower limit, and the legend says so.
    return .init(
      most: upper.double,
      text: (isFirst || beginsAtZero ? "" : "> ")
        + "\(number(lower, like: first)) – \(number(upper, like: first))",
      isNegative: isNegative)
  }
}

/// A round step of which three or four cover the span.
private func steps(covering span: Double) -> Decimal {
  let exponent = Int(floor(log10(span / 4)))
  for digit in [1, 2, 5, 10] {
    let step = Decimal(sign: .plus, exponent: exponent, significand: Decimal(digit))
    if span / step.double <= 4 { return step }
  }
  return Decimal(sign: .plus, exponent: exponent + 1, significand: 1)
}

/// A class's limit: a number, whose unit stands before the first class.
private func number(_ value: Decimal, like figure: Figure) -> String { figure.with(value).words(.number) }

extension Figure {
  /// Another value in the same unit.
  func with(_ value: Decimal) -> Figure {
    Figure(id: "", label: "", value: value, unit: unit, location: location)
  }
}
