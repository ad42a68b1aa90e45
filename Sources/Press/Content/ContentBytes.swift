/// The last four bits of a number as a hexadecimal digit.
func hexadecimalDigit(_ number: some BinaryInteger) -> UInt8 {
  let value = UInt8(truncatingIfNeeded: number) & 15
  return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}

/// Operands and operators of a content stream.
extension [UInt8] {
  mutating func write(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A number with at most six decimals, and a space.
  mutating func write(decimal number: Double) {
    write(number, decimals: 6)
    append(UInt8(ascii: " "))
  }

  /// A number with at most so many decimals, ten or fewer.
  mutating func write(_ number: Double, decimals: Int) {
    var one = 1
    for _ in 0..<decimals { one *= 10 }
    let inside = Swift.max(-farthest, Swift.min(farthest, number))
    let parts = Int(inside * Double(one) + (inside < 0 ? -0.5 : 0.5))
    if parts < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: abs(parts) / one)
    var (rest, unit) = (abs(parts) % one, one / 10)
    if rest > 0 { append(UInt8(ascii: ".")) }
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      (rest, unit) = (rest % unit, unit / 10)
    }
  }

  /// A number rounded to a whole one.
  mutating func write(whole number: Double) {
    // By truncation: rounding to the nearest is a call on many processors, and this is the innermost loop.
    let inside = Swift.max(-farthest, Swift.min(farthest, number))
    let whole = Int(inside < 0 ? inside - 0.5 : inside + 0.5)
    if whole < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: abs(whole))
    append(UInt8(ascii: " "))
  }

  private mutating func append(digitsOf number: Int) {
    var unit = 1
    while unit * 10 <= number { unit *= 10 }
    var rest = number
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}

/// What lies farther out than any page no reader could show.
private let farthest = 9_999_999.0
