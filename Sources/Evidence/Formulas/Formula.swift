import Diagnostics
import Foundation
import Tables

/// A derived figure's formula: + − × ÷ over numbers, percentages and ids, parentheses and five functions.
///
/// An id begins with a letter and goes on as far as letters, digits, hyphens and underscores reach; so "a-b" is
/// the id a-b, and a minus between ids has spaces around it. A name right before a parenthesis is a function.
indirect enum Formula: Hashable {
  case number(Decimal)
  /// "100%"
  case percentage(Decimal)
  /// Offsets count the Unicode scalars before the thing.
  case figure(id: String, offset: Int)
  case negated(Formula)
  case operation(Operator, Formula, Formula, offset: Int)
  case call(Function, [Formula], offset: Int)

  enum Operator: String, Hashable {
    case plus = "+"
    case minus = "\u{2212}"
    case times = "×"
    case dividedBy = "÷"
  }

  enum Function: String, Hashable, CaseIterable {
    /// How much the first is above the second, in % of the second.
    case change
    /// The first as % of the second.
    case share
    /// The first divided by the second.
    case ratio
    case sum
    /// Compound annual growth in % from the second to the first, over the years between their periods.
    case cagr

    var argumentCount: ClosedRange<Int> { self == .sum ? 1...1000 : 2...2 }
  }

  /// Something wrong with a formula, at an offset (in Unicode scalars) into its text.
  struct Problem: Error, Hashable {
    var offset: Int
    var message: String
    var advice: String?
  }

  /// - Throws: the first mistake of syntax.
  init(_ text: String) throws(Problem) {
    var parser = FormulaParser(tokens: try FormulaToken.tokens(of: text))
    self = try parser.parse()
  }

  /// Every id in reading order, with its offset.
  var figures: [(id: String, offset: Int)] {
    switch self {
    case .number, .percentage: []
    case .figure(let id, let offset): [(id, offset)]
    case .negated(let inner): inner.figures
    case .operation(_, let left, let right, _): left.figures + right.figures
    case .call(_, let arguments, _): arguments.flatMap(\.figures)
    }
  }

  /// The figure that a formula of nothing but an id names.
  var namedFigure: String? {
    if case .figure(let id, _) = self { id } else { nil }
  }

  /// Whether a number or percentage is typed in it, such as a proportion that a source states.
  var hasTypedNumber: Bool {
    switch self {
    case .number, .percentage: true
    case .figure: false
    case .negated(let inner): inner.hasTypedNumber
    case .operation(_, let left, let right, _): left.hasTypedNumber || right.hasTypedNumber
    case .call(_, let arguments, _): arguments.contains(where: \.hasTypedNumber)
    }
  }

  /// Whether it is one value less another, neither of them a typed one: what is left of 100% is a share, not a
  /// difference of shares.
  var isDifference: Bool {
    if case .operation(.minus, let left, _, _) = self { return !left.hasTypedTerm }
    return false
  }

  private var hasTypedTerm: Bool {
    switch self {
    case .number, .percentage: true
    case .negated(let inner): inner.hasTypedTerm
    case .operation(let sign, let left, let right, _):
      [.plus, .minus].contains(sign) && (left.hasTypedTerm || right.hasTypedTerm)
    case .call(.sum, let arguments, _): arguments.contains(where: \.hasTypedTerm)
    case .figure, .call: false
    }
  }

  /// Whether the value is the named figure times something that does not hold that figure.
  func isProportional(to id: String) -> Bool {
    switch self {
    case .figure(let own, _): own == id
    case .operation(.times, let left, let right, _):
      left.isProportional(to: id) && !right.names(id) || right.isProportional(to: id) && !left.names(id)
    case .operation(.dividedBy, let left, let right, _): left.isProportional(to: id) && !right.names(id)
    default: false
    }
  }

  private func names(_ id: String) -> Bool { figures.contains { $0.id == id } }
}

struct FormulaToken: Equatable {
  enum Kind: Equatable {
    case number(Decimal)
    case percentage(Decimal)
    case name(String)
    case symbol(Unicode.Scalar)
    case end
  }
  var kind: Kind
  var offset: Int

  static func tokens(of text: String) throws(Formula.Problem) -> [FormulaToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [FormulaToken] = []
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar.properties.isWhitespace {
        index += 1
      } else if isDigit(scalar) {
        tokens.append(try number(scalars, &index))
      } else if isLetter(scalar) {
        let start = index
        while index < scalars.count, isFigureIDScalar(scalars[index]) { index += 1 }
        let name = String(scalars: scalars[start..<index])
        if name.hasSuffix("-") {
          throw Formula.Problem(
            offset: index - 1, message: "a minus has spaces around it", advice: "write \(name.dropLast()) - …"
          )
        }
        tokens.append(FormulaToken(kind: .name(name), offset: start))
      } else if let symbol = symbols[scalar] {
        tokens.append(FormulaToken(kind: .symbol(symbol), offset: index))
        index += 1
      } else {
        throw Formula.Problem(
          offset: index, message: "unexpected '\(Character(scalar))' in a formula",
          advice: "a formula has ids, numbers, + − × ÷, parentheses and change, share, ratio, sum, cagr")
      }
    }
    tokens.append(FormulaToken(kind: .end, offset: scalars.count))
    return tokens
  }

  /// What may be written, and what it is read as.
  private static let symbols: [Unicode.Scalar: Unicode.Scalar] = [
    "+": "+", "-": "\u{2212}", "\u{2212}": "\u{2212}", "*": "×", "×": "×", "/": "÷", "÷": "÷", "(": "(",
    ")": ")",
    ",": ",", ";": ",",
  ]

  private static func number(_ scalars: [Unicode.Scalar], _ index: inout Int) throws(Formula.Problem)
    -> FormulaToken
  {
    let start = index
    while index < scalars.count, isDigit(scalars[index]) || scalars[index] == "." { index += 1 }
    let text = String(scalars: scalars[start..<index])
    guard case .value(let value, _) = WrittenNumber.read(text, hasDecimalComma: false),
      index == scalars.count || !isLetter(scalars[index])
    else {
      while index < scalars.count, isFigureIDScalar(scalars[index]) { index += 1 }
      throw Formula.Problem(
        offset: start, message: "'\(String(scalars: scalars[start..<index]))' in a formula is no number",
        advice: "write it like 1.40; an id begins with a letter")
    }
    if index < scalars.count, scalars[index] == "%" {
      index += 1
      return FormulaToken(kind: .percentage(value), offset: start)
    }
    return FormulaToken(kind: .number(value), offset: start)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}

/// A letter, digit, hyphen or underscore of ASCII.
func isFigureIDScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
  default: false
  }
}

/// An id begins with a letter and does not end in a hyphen.
func isFigureID(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first, let last = scalars.last else { return false }
  return first.properties.isAlphabetic && last != "-" && scalars.allSatisfy(isFigureIDScalar)
}

/// Recursive descent: sum → product → factor.
private struct FormulaParser {
  var tokens: [FormulaToken]
  var index = 0
  var depth = 0

  /// Deeper nesting is no formula that a person wrote, and would exhaust the stack.
  private static let deepest = 50
  /// Longer ones too: a chain of operations nests as deep as it is long.
  private static let longest = 2000

  private var token: FormulaToken { tokens[index] }

  mutating func parse() throws(Formula.Problem) -> Formula {
    guard tokens.count <= Self.longest else {
      throw Formula.Problem(
        offset: 0, message: "the formula is too long", advice: "split it over several figures")
    }
    let formula = try sum()
    if token.kind != .end { throw unexpected() }
    return formula
  }

  private mutating func sum() throws(Formula.Problem) -> Formula {
    var left = try product()
    while let found = take([.plus, .minus]) {
      left = .operation(found.operator, left, try product(), offset: found.offset)
    }
    return left
  }

  private mutating func product() throws(Formula.Problem) -> Formula {
    var left = try factor()
    while let found = take([.times, .dividedBy]) {
      left = .operation(found.operator, left, try factor(), offset: found.offset)
    }
    return left
  }

  private mutating func factor() throws(Formula.Problem) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw Formula.Problem(
        offset: token.offset, message: "the formula is nested too deeply",
        advice: "split it over several figures")
    }
    let here = token
    switch here.kind {
    case .number(let value):
      index += 1
      return .number(value)
    case .percentage(let value):
      index += 1
      return .percentage(value)
    case .name(let name):
      index += 1
      return token.kind == .symbol("(")
        ? try call(name, at: here.offset) : .figure(id: name, offset: here.offset)
    case .symbol("\u{2212}"):
      index += 1
      return .negated(try factor())
    case .symbol("("):
      index += 1
      let inner = try sum()
      try close(here.offset)
      return inner
    default: throw unexpected()
    }
  }

  private mutating func call(_ name: String, at offset: Int) throws(Formula.Problem) -> Formula {
    guard let function = Formula.Function(rawValue: name) else {
      throw Formula.Problem(
        offset: offset, message: "unknown function '\(name)'",
        advice: adviceForUnknown(name, among: Formula.Function.allCases.map(\.rawValue)))
    }
    let opening = token.offset
    index += 1
    var arguments = [try sum()]
    while token.kind == .symbol(",") {
      index += 1
      arguments.append(try sum())
    }
    try close(opening)
    guard function.argumentCount.contains(arguments.count) else {
      throw Formula.Problem(
        offset: offset, message: "\(name) takes two values, not \(arguments.count)",
        advice: function == .sum ? nil : "write \(name)(a, b)")
    }
    return .call(function, arguments, offset: offset)
  }

  private mutating func take(_ operators: [Formula.Operator]) -> (operator: Formula.Operator, offset: Int)? {
    guard case .symbol(let symbol) = token.kind, let found = Formula.Operator(rawValue: String(symbol)),
      operators.contains(found)
    else { return nil }
    defer { index += 1 }
    return (found, token.offset)
  }

  private mutating func close(_ opening: Int) throws(Formula.Problem) {
    if token.kind == .end {
      throw Formula.Problem(
        offset: opening, message: "this parenthesis is never closed", advice: "close it with ')'")
    }
    guard token.kind == .symbol(")") else { throw unexpected() }
    index += 1
  }

  private func unexpected() -> Formula.Problem {
    let what =
      switch token.kind {
      case .number(let value), .percentage(let value): "the number \(value)"
      case .name(let name): "'\(name)'"
      case .symbol(let symbol): "'\(Character(symbol))'"
      case .end: "the end"
      }
    let advice =
      token.kind == .end
      ? "an id, a number or a parenthesis is missing there" : "a formula reads like a / 1.40 or change(a, b)"
    return Formula.Problem(
      offset: token.offset, message: "\(what) is not expected here in a formula", advice: advice)
  }
}
