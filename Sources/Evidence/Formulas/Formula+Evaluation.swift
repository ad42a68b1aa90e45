import Foundation

extension Formula {
  /// Computes the formula in exact decimal arithmetic (38 digits; only compound growth, a root, is rounded, to
  /// ten). The argument gives the quantity behind an id; every id of the formula is known.
  /// - Throws: division by zero, mixed units, a comparison that says nothing.
  func evaluated(_ figure: (String) -> Quantity) throws(Problem) -> Quantity {
    switch self {
    case .number(let value):
      return Quantity(value: value, dimension: .plain, unitText: "a plain number", significantDigits: .max)
    case .percentage(let value):
      return Quantity(value: value, dimension: .percent, unitText: "%", significantDigits: .max)
    case .figure(let id, _):
      return figure(id)
    case .negated(let inner):
      var result = try inner.evaluated(figure)
      result.value.negate()
      result.claim = result.claim.mirrored
      result.period = nil
      return result
    case .operation(let op, let left, let right, let offset):
      let a = try left.evaluated(figure)
      let b = try right.evaluated(figure)
      let result =
        switch op {
        case .plus: try Self.sum(a, b, sign: 1, offset)
        case .minus: try Self.sum(a, b, sign: -1, offset)
        case .times: Self.product(a, b)
        case .dividedBy: try Self.quotient(a, b, offset)
        }
      return try Self.checked(result, offset)
    case .call(let function, let arguments, let offset):
      var values: [Quantity] = []
      for argument in arguments { values.append(try argument.evaluated(figure)) }
      return try Self.checked(try Self.call(function, values, offset), offset)
    }
  }

  private static func call(_ function: Function, _ values: [Quantity], _ offset: Int) throws(Problem)
    -> Quantity
  {
    if function == .sum {
      var total = values[0]
      for value in values.dropFirst() { total = try sum(total, value, sign: 1, offset) }
      total.period = nil
      return total
    }
    let (a, b) = (values[0], values[1])
    guard a.dimension == b.dimension else { throw mixed(a, b, "compared", offset) }
    if b.value.isZero {
      throw Problem(
        offset: offset, message: "division by zero: \(b.id.map { "'\($0)'" } ?? "the second value") is 0",
        advice: nil)
    }
    var result = Quantity(
      value: a.value / b.value, dimension: .plain, unitText: "a plain number",
      significantDigits: max(2, min(a.significantDigits, b.significantDigits)), isExact: false,
      claim: a.claim.dividedBy(b.claim, a.value, b.value))
    if function == .ratio { return result }
    if b.value < 0 || function == .cagr && a.value < 0 {
      throw Problem(
        offset: offset, message: "\(function.rawValue) of a negative value says nothing",
        advice: "state the difference instead: a − b")
    }
    result.dimension = .percent
    result.unitText = "%"
    switch function {
    case .share: result.value *= 100
    case .change:
      try checkOrder(a, b, function, offset)
      result.value = (result.value - 1) * 100
    default:
      try checkOrder(a, b, function, offset)
      result.value = try compoundGrowth(a, b, ratio: result.value, offset)
    }
    return result
  }

  /// Per cent a year over the years from the end of b's period to the end of a's.
  private static func compoundGrowth(_ a: Quantity, _ b: Quantity, ratio: Decimal, _ offset: Int)
    throws(Problem)
    -> Decimal
  {
    guard let last = a.period, let first = b.period else {
      throw Problem(
        offset: offset, message: "compound growth needs the periods of both values",
        advice: "write cagr(later, earlier) over two figures with periods")
    }
    let years = Double(last.lastMonth - first.lastMonth) / 12
    let growth = pow(ratio.double, 1 / years) - 1
    guard growth.isFinite, abs(growth) < 1e12 else { throw tooLarge(offset) }
    // Ten digits are the same with every C library, the sixteenth is not.
    return Decimal(growth * 100).rounded(significantDigits: 10)
  }

  /// Change and growth go from the earlier second value to the later first, over periods of the same length.
  private static func checkOrder(_ a: Quantity, _ b: Quantity, _ function: Function, _ offset: Int)
    throws(Problem)
  {
    guard let later = a.period, let earlier = b.period else { return }
    if later.months != earlier.months {
      throw Problem(
        offset: offset,
        message:
          "\(function.rawValue) compares \(later.words()) with \(earlier.words()), which is not as long",
        advice: "compare the same months of both years")
    }
    if later.lastMonth <= earlier.lastMonth {
      let (a, b) = (a.id ?? "later", b.id ?? "earlier")
      throw Problem(
        offset: offset,
        message:
          "\(function.rawValue) goes from the second value to the first, but \(later.words()) is not later than "
          + earlier.words(),
        advice: "write \(function.rawValue)(\(b), \(a))")
    }
  }

  private static func sum(_ a: Quantity, _ b: Quantity, sign: Decimal, _ offset: Int) throws(Problem)
    -> Quantity
  {
    guard a.dimension == b.dimension else {
      throw mixed(a, b, sign > 0 ? "added" : "subtracted", offset)
    }
    var result = a
    result.value = a.value + sign * b.value
    result.isExact = a.isExact && b.isExact
    result.claim = a.claim.plus(sign > 0 ? b.claim : b.claim.mirrored)
    result.id = nil
    result.period = nil
    if a.significantDigits == .max, b.significantDigits == .max { return result }
    // A sum is as precise as the coarser of its parts: digits end where those of one of them end.
    let places = [a, b].filter { $0.significantDigits != .max && (result.isExact || !$0.isExact) }.map(
      \.lastPlace)
    result.significantDigits = max(1, result.value.integerDigits + (places.min() ?? 0))
    return result
  }

  private static func product(_ a: Quantity, _ b: Quantity) -> Quantity {
    var result = Quantity(
      value: a.value * b.value, dimension: a.dimension.multiplied(by: b.dimension, power: 1),
      unitText: unitText(a, "×", b), significantDigits: min(a.significantDigits, b.significantDigits),
      isExact: a.isExact && b.isExact, claim: a.claim.times(b.claim, a.value, b.value))
    foldPercent(&result, a, b)
    return result
  }

  private static func quotient(_ a: Quantity, _ b: Quantity, _ offset: Int) throws(Problem) -> Quantity {
    if b.value.isZero {
      throw Problem(
        offset: offset, message: "division by zero" + (b.id.map { ": '\($0)' is 0" } ?? ""), advice: nil)
    }
    var result = Quantity(
      value: a.value / b.value, dimension: a.dimension.multiplied(by: b.dimension, power: -1),
      unitText: unitText(a, "÷", b),
      significantDigits: max(2, min(a.significantDigits, b.significantDigits)), isExact: false,
      claim: a.claim.dividedBy(b.claim, a.value, b.value))
    if b.dimension.isPercent {
      result.value *= a.dimension.isPercent ? 1 : 100
    } else if a.dimension.isPercent {
      if b.dimension.isPlain { result.dimension = .percent } else { result.value /= 100 }
    }
    if result.dimension.isPlain { result.unitText = "a plain number" }
    return result
  }

  /// A percentage times a number is a percentage; times anything else it is a part of that.
  private static func foldPercent(_ result: inout Quantity, _ a: Quantity, _ b: Quantity) {
    guard a.dimension.isPercent || b.dimension.isPercent else { return }
    if a.dimension.isPercent, b.dimension.isPercent {
      result.value /= 100
      result.dimension = .percent
    } else if a.dimension.isPlain || b.dimension.isPlain {
      result.dimension = .percent
    } else {
      result.value /= 100
    }
  }

  private static func unitText(_ a: Quantity, _ sign: String, _ b: Quantity) -> String {
    if b.dimension.isPlain || b.dimension.isPercent { return a.unitText }
    if a.dimension.isPlain || a.dimension.isPercent, sign == "×" { return b.unitText }
    return "\(a.unitText) \(sign) \(b.unitText)"
  }

  private static func mixed(_ a: Quantity, _ b: Quantity, _ verb: String, _ offset: Int) -> Problem {
    func named(_ quantity: Quantity) -> String {
      quantity.id.map { "'\($0)' (\(quantity.unitText))" } ?? quantity.unitText
    }
    let advice: String
    if a.dimension.isPercent && b.dimension.isPlain || a.dimension.isPlain && b.dimension.isPercent {
      advice = "write a typed number as a percentage: 100%"
    } else if a.dimension.isPlain || b.dimension.isPlain {
      advice = "make a typed number a figure of its own, with its unit and source"
    } else {
      advice = "only values of one unit go together; scales of it (USD m and USD bn) are converted"
    }
    return Problem(
      offset: offset, message: "mixed units: \(named(a)) and \(named(b)) can't be \(verb)", advice: advice)
  }

  /// Foundation traps where a product's exponent overflows, so no value may come near that.
  private static func checked(_ result: Quantity, _ offset: Int) throws(Problem) -> Quantity {
    guard result.value.isZero || (-20...40).contains(result.value.integerDigits), !result.value.isNaN else {
      throw tooLarge(offset)
    }
    return result
  }

  private static func tooLarge(_ offset: Int) -> Problem {
    Problem(
      offset: offset, message: "the result is too large or too small to compute with",
      advice: "check the formula's values")
  }
}

extension Quantity {
  /// The value in a figure's unit; `nil` if the unit measures something else.
  func value(in unit: Unit) -> Decimal? {
    guard dimension.withoutCounts == unit.dimension.withoutCounts else { return nil }
    return value / unit.factor
  }
}
