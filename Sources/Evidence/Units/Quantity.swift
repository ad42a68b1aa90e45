import Foundation
import Tables

/// A number on its way through a formula: with what it measures, how precise it is, and (where it is a figure
/// itself) its period.
struct Quantity {
  /// In whole currency units, things or measures (scales multiplied out); percent as written: 4% is 4.
  var value: Decimal
  var dimension: Dimension
  /// As a person would name it in a message: "USD bn".
  var unitText: String
  /// How many significant digits its least precise figure has; `Int.max` for numbers typed in a formula.
  var significantDigits: Int
  /// Exact values are shown with all their digits, others rounded to their significant ones.
  var isExact = true
  var period: Period?
  var id: String?
  /// What is said of it, by the qualifiers of the figures that it is computed from.
  var claim = Claim.exact
  /// Of a figure itself: how it is shown.
  var precision: Precision?

  /// Powers of what is measured; percent only stands alone.
  struct Dimension: Hashable {
    var powers: [String: Int] = [:]
    var isPercent = false

    static let plain = Dimension()
    static let percent = Dimension(isPercent: true)

    var isPlain: Bool { powers.isEmpty && !isPercent }

    /// Without what is only counted: "USD per agreement" is measured in USD.
    var withoutCounts: Dimension {
      Dimension(powers: powers.filter { !$0.key.hasPrefix(Self.countMark) }, isPercent: isPercent)
    }

    static let countMark = "#"

    func multiplied(by other: Dimension, power: Int) -> Dimension {
      var result = Dimension(powers: powers)
      for (name, exponent) in other.powers {
        let total = (result.powers[name] ?? 0) + exponent * power
        result.powers[name] = total == 0 ? nil : total
      }
      return result
    }
  }

  /// The place of the last digit shown, as a number of decimals (negative: tens, hundreds …).
  var lastPlace: Int {
    significantDigits - value.integerDigits
  }
}

extension Unit {
  var dimension: Quantity.Dimension {
    switch kind {
    case .plain: .plain
    case .percent: .percent
    case .currency(let code): Quantity.Dimension(powers: [code: 1])
    case .measure(let symbol):
      if let rate {
        rate.numerator.dimension.multiplied(by: rate.denominator.dimension, power: -1)
      } else {
        Quantity.Dimension(powers: [symbol: 1])
      }
    case .time(_, let plural): Quantity.Dimension(powers: [plural: 1])
    case .count(_, Unit.percentagePoints.text): .percent
    case .count(_, let plural): Quantity.Dimension(powers: [Quantity.Dimension.countMark + plural: 1])
    }
  }

  /// A unit's text or what to call its absence.
  var name: String { text.isBlank ? "a plain number" : text }
}

extension Figure {
  var quantity: Quantity {
    var result = Quantity(
      value: value * unit.factor, dimension: unit.dimension, unitText: unit.name,
      significantDigits: max(1, value.significantDigitCount), period: period, id: id, claim: Claim(qualifier),
      precision: precision)
    switch precision {
    // Zeros at the end count as measured only after a decimal point: 2.0 has two digits, 2000 has one.
    case .decimals(let decimals) where decimals > 0:
      result.significantDigits = max(1, value.integerDigits + decimals)
    case .decimals, .fixed: break
    case .significantDigits(let digits):
      result.significantDigits = digits
      result.isExact = false
    case nil: break
    }
    return result
  }
}
