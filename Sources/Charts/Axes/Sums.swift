import Evidence
import struct Foundation.Decimal

extension Figure {
  /// What stands on top of each other, added up, with what can be claimed about it; `nil` for a single figure,
  /// which is its own sum.
  static func sum(of figures: [Figure]) -> Figure? {
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

  /// The sign says that nobody stated it: it was computed.
  func sumInWords(withUnit: Bool = false) -> String {
    "Σ\u{00A0}" + (withUnit ? valueWithUnit : words(.shortNumber))
  }
}
