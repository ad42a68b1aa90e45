import Foundation

/// A negative number's sign on the page.
let minusSign = "\u{2212}"
/// Between a number and its unit.
let noBreakSpace = "\u{00A0}"
/// Between the thousands of a number.
let narrowNoBreakSpace = "\u{202F}"

/// How a value is shown.
public enum Precision: Hashable, Sendable {
  /// With at least so many decimals, as many as were written ("3.10").
  case decimals(Int)
  /// Rounded to so many decimals, and with as many: of values beside each other.
  case fixed(Int)
  /// Rounded to so many significant digits; zeros after the decimal point are left out.
  case significantDigits(Int)
}

extension Decimal {
  /// The nearest binary number, for geometry and growth; what is printed stays exact.
  public var double: Double { NSDecimalNumber(decimal: self).doubleValue }

  /// Digits with a decimal point, thousands grouped from 10 000 on, U+2212 for a minus; at least so many
  /// decimals (zeros are added, nothing is rounded).
  func digits(decimals: Int = 0) -> String {
    var whole = Array(magnitude.description.utf8)
    var fraction: [UInt8] = []
    if let point = whole.firstIndex(of: UInt8(ascii: ".")) {
      fraction = Array(whole[(point + 1)...])
      whole.removeSubrange(point...)
    }
    while fraction.count < decimals { fraction.append(UInt8(ascii: "0")) }
    var text = self < 0 ? minusSign : ""
    text += whole.count < 5 ? String(decoding: whole, as: UTF8.self) : Self.grouped(whole)
    if !fraction.isEmpty { text += "." + String(decoding: fraction, as: UTF8.self) }
    return text
  }

  private static func grouped(_ digits: [UInt8]) -> String {
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += narrowNoBreakSpace }
      text.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return text
  }

  /// Rounded to so many decimals (negative: tens, hundreds …), half away from zero unless told.
  func rounded(decimals: Int, _ mode: NSDecimalNumber.RoundingMode = .plain) -> Decimal {
    var value = self
    var result = Decimal()
    NSDecimalRound(&result, &value, decimals, mode)
    return result
  }

  /// Rounded to so many significant digits, half away from zero unless told.
  func rounded(significantDigits: Int, _ mode: NSDecimalNumber.RoundingMode = .plain) -> Decimal {
    isZero ? self : rounded(decimals: significantDigits - integerDigits, mode)
  }

  /// How many digits stand before the decimal point; for 0.04 it is −1 (zeros after the point count down).
  public var integerDigits: Int {
    let (digits, exponent) = coefficient
    return digits.count + exponent
  }

  /// Digits from the first that is not zero to the last that is not zero: 2000 has 1, 0.150 has 2.
  var significantDigitCount: Int { coefficient.digits.count }

  /// How many digits stand after the decimal point (0 for whole numbers).
  var decimalCount: Int { max(0, -coefficient.exponent) }

  var isWhole: Bool { decimalCount == 0 }

  /// The digits without zeros at either end, and the power of ten to multiply them by.
  private var coefficient: (digits: [UInt8], exponent: Int) {
    if isZero { return ([], 0) }
    var digits = Array(significand.magnitude.description.utf8)
    var power = exponent
    while digits.last == UInt8(ascii: "0") {
      digits.removeLast()
      power += 1
    }
    return (digits, power)
  }
}
