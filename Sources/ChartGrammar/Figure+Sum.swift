import Evidence
import struct Foundation.Decimal

extension Figure {
  /// Figures added up, with what can be claimed about the sum.
  ///
  /// - Parameter figures: of one unit.
  /// - Returns: `nil` for a single figure, which is its own sum.
  public static func sum(of figures: [Figure]) -> Figure? {
    guard figures.count > 1, let first = figures.first else { return nil }
    var sum = first
    for figure in figures.dropFirst() {
      sum.value += figure.value
      sum.qualifier = sum.qualifier.plus(figure.qualifier)
      if figure.precision != sum.precision { sum.precision = nil }
    }
    sum.status = .derived
    return sum
  }
}
