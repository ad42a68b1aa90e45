import Evidence
import Foundation

extension MapDescription {
  /// Chooses the circles that the legend shows.
  ///
  /// - Parameter figures: the values of the map's own circles.
  public mutating func chooseCircles(for figures: [Figure]) {
    let values = figures.map(\.value.magnitude.double).filter { $0 > 0 }
    guard let first = figures.first, let least = values.min(), let most = values.max() else { return }
    // The first says the unit of all.
    symbolSizes = legendSizes(from: least, to: most).enumerated().map { index, size in
      Value(size.double, first.with(size).words(index == 0 ? .value : .number, inDigits: true))
    }
  }
}

/// Round values for a legend of circles that span what is drawn, the greatest first: the least that is not below the
/// greatest value, the greatest that is not above the least one and, where they are far apart, one between them. The
/// greatest is at most a third above its value, so that its circle is little larger than the largest of the map.
func legendSizes(from least: Double, to most: Double) -> [Decimal] {
  func round(_ value: Double, _ digits: [Decimal], isFit: (Decimal) -> Bool) -> [Decimal] {
    let exponent = Int(floor(log10(value) + 1e-9))
    return digits.map { $0 * Decimal(sign: .plus, exponent: exponent, significand: 1) }.filter(isFit)
  }
  func below(_ value: Double) -> Decimal? {
    round(value, [1, 2, 5]) { $0.double <= value * (1 + 1e-9) }.last
  }
  let digits = [10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100].map { Decimal($0) / 10 }
  guard let great = round(most, digits, isFit: { $0.double >= most * (1 - 1e-9) }).first,
    // The circle of less than a hundredth of the greatest would be a dot, one of more than half tells nothing new.
    let small = below(max(great.double / 100, min(least, great.double / 2)))
  else { return [] }
  let span = (great / small).double
  let middle = span < 10 ? nil : below(great.double / span.squareRoot())
  return [great] + [middle, small].compactMap { $0 }
}
