import Evidence
import Foundation
import TestSupport
import Testing

/// A fraction of whole numbers: how the arithmetic is done a second time, without decimals.
private struct Fraction {
  var numerator: Int128
  var denominator: Int128

  /// "-12.50" is −1250/100.
  init(_ text: String) {
    let digits = text.filter { $0 != "." }
    let decimals = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
    numerator = Int128(digits) ?? 0
    denominator = (0..<decimals).reduce(1) { power, _ in power * 10 }
  }

  init(_ numerator: Int128, _ denominator: Int128) {
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = abs(denominator)
  }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  static func - (a: Fraction, b: Fraction) -> Fraction { a + Fraction(-b.numerator, b.denominator) }
  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  static func / (a: Fraction, b: Fraction) -> Fraction { a * Fraction(b.denominator, b.numerator) }

  /// By long division, cut off after so many decimals: "-0.3333".
  func digits(decimals: Int) -> String {
    var rest = abs(numerator) % denominator
    var text = "\(abs(numerator) / denominator)."
    for _ in 0..<decimals {
      rest *= 10
      text += "\(rest / denominator)"
      rest %= denominator
    }
    return (numerator < 0 ? "-" : "") + text
  }

  /// Half away from zero.
  func rounded(decimals: Int) -> String {
    let power = (0..<decimals).reduce(Int128(1)) { power, _ in power * 10 }
    let scaled = (abs(numerator) * power * 2 + denominator) / (denominator * 2)
    let whole = "\(scaled / power)"
    let fraction = "\(scaled % power)"
    let padded = String(repeating: "0", count: max(0, decimals - fraction.count)) + fraction
    let trimmed = String(padded.reversed().drop { $0 == "0" }.reversed())
    return decimals == 0 || trimmed.isEmpty ? whole : whole + "." + trimmed
  }
}

private func number(
  _ generator: inout SeededGenerator, upTo limit: Int, decimals: Int, isSigned: Bool = true
) -> String {
  let whole = Int.random(in: 0...limit, using: &generator)
  let count = Int.random(in: 0...decimals, using: &generator)
  let fraction = (0..<count).map { _ in "\(Int.random(in: 0...9, using: &generator))" }.joined()
  let sign = isSigned && Bool.random(using: &generator) ? "-" : ""
  return sign + "\(whole)" + (fraction.isEmpty ? "" : ".\(fraction)")
}

@Test func randomFormulasAreComputedAsFractionsAre() throws {
  var generator = SeededGenerator(seed: 41)
  let operators: [(String, (Fraction, Fraction) -> Fraction)] = [
    ("+", { $0 + $1 }), ("-", { $0 - $1 }), ("*", { $0 * $1 }), ("/", { $0 / $1 }),
  ]
  for _ in 0..<1500 {
    let values = (0..<3).map { _ in number(&generator, upTo: 9999, decimals: 3) }
    let parts = values.map { Fraction($0) }
    guard parts.allSatisfy({ $0.numerator != 0 }) else { continue }
    let first = operators[Int.random(in: 0...3, using: &generator)]
    let second = operators[Int.random(in: 0...3, using: &generator)]
    let isLeft = Bool.random(using: &generator)
    let formula = isLeft ? "(a \(first.0) b) \(second.0) c" : "a \(first.0) (b \(second.0) c)"
    let inner = isLeft ? first.1(parts[0], parts[1]) : second.1(parts[1], parts[2])
    if inner.numerator == 0 { continue }
    let expected = isLeft ? second.1(inner, parts[2]) : first.1(parts[0], inner)
    let rows = zip(["a", "b", "c"], values).map { "\($0),L,\($1),,,,,,¶1,\n" }.joined()
    let figures = try table(rows + "d,D,,,,,derived,\(formula),,\n")
    let value = try #require(figures["d"]).value
    // The difference is below the thirtieth digit, or none.
    let exact = decimal(expected.digits(decimals: 24))
    #expect((value - exact).magnitude <= decimal("0.00000000000000000001"), "\(formula) of \(values)")
    if !formula.contains("/") {
      #expect(
        Fraction("\(value)").digits(decimals: 12) == expected.digits(decimals: 12), "\(formula) of \(values)")
    }
  }
}

private let units: [(text: String, before: String, after: String)] = [
  ("USD bn", "$", " bn"), ("EUR m", "€", " m"), ("KZT trn", "KZT ", " trn"), ("GBP", "£", ""), ("%", "", "%"),
  ("km", "", " km"), ("thousand t", "", " thousand t"), ("", "", ""),
  ("million people", "", " million people"),
]

private let qualifiers: [(written: String, said: String, short: String)] = [
  ("exact", "", ""), ("about", "about ", "≈"), ("more-than", "more than ", ">"),
  ("less-than", "less than ", "<"),
  ("at-least", "at least ", "≥"), ("at-most", "at most ", "≤"),
]

/// With ordinary spaces and signs, and without those between thousands.
private func plain(_ words: String) -> String {
  words.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: "").replacing("\u{2212}", with: "-")
}

@Test func everyFigureIsSaidWithItsNumberUnitAndQualifier() throws {
  var generator = SeededGenerator(seed: 42)
  for _ in 0..<2000 {
    let value = number(
      &generator, upTo: [9, 9999, 99_999_999].randomElement(using: &generator) ?? 9, decimals: 3)
    let unit = units[Int.random(in: 0..<units.count, using: &generator)]
    let qualifier = qualifiers[Int.random(in: 0..<qualifiers.count, using: &generator)]
    let figures = try table("x,X,\(value),\(unit.text),2018,\(qualifier.written),,,¶1,\n")
    let figure = try #require(figures["x"])
    let isNegative = value.hasPrefix("-") && value.contains { "123456789".contains($0) }
    let digits = value.filter { $0 != "-" }
    let sign = isNegative ? "-" : ""
    let signed = unit.before.hasSuffix(" ") ? unit.before + sign : sign + unit.before
    let said = signed + digits + unit.after
    let fewer =
      unit.text.contains("people") ? qualifier.said.replacing("less", with: "fewer") : qualifier.said
    #expect(plain(figure.words(.value)) == said)
    #expect(plain(figure.words(.full)) == fewer + said)
    #expect(plain(figure.words(.number)) == sign + digits)
    let isPlus = qualifier.written == "more-than" && unit.text.contains("people")
    #expect(plain(figure.words(.short)).hasPrefix(isPlus ? sign : qualifier.short))
    #expect(plain(figure.words(.short)).hasSuffix(isPlus ? "+" : ""))
    #expect(plain(figure.words(.shortNumber)) == qualifier.short + sign + digits)
  }
}

@Test func aChangeIsWhatFractionsSayAndNeverContradictsTheData() throws {
  var generator = SeededGenerator(seed: 43)
  let hedges = ["about", "more than", "at least", "little changed", "unchanged or"]
  for _ in 0..<2000 {
    let written = (0..<2).map { _ in number(&generator, upTo: 500, decimals: 2, isSigned: false) }
    let (later, earlier) = (Fraction(written[0]), Fraction(written[1]))
    if earlier.numerator == 0 { continue }
    let pair = (0..<2).map { _ in qualifiers[Int.random(in: 0..<qualifiers.count, using: &generator)].written
    }
    let figures = try table(
      "x,X,\(written[0]),USD m,2018,\(pair[0]),,,¶1,\ny,Y,\(written[1]),USD m,2017,\(pair[1]),,,¶1,\n")
    let (x, y) = (try #require(figures["x"]), try #require(figures["y"]))
    let change = plain(try figures.words(.change, of: x, to: y))
    let higher = plain(try figures.words(.higher, of: x, to: y))
    let gap = plain(try figures.words(.gap, of: x, to: y))
    let difference = later - earlier
    if change.hasPrefix("neither") {
      // Only bounds leave it open, and then every comparison does.
      #expect(pair.contains { !["exact", "about"].contains($0) }, "\(written) \(pair)")
      #expect(higher.hasPrefix("neither") && gap.hasPrefix("neither"))
      continue
    }
    if change.hasPrefix("up") { #expect(difference.numerator > 0, "\(written): \(change)") }
    if change.hasPrefix("down") { #expect(difference.numerator < 0, "\(written): \(change)") }
    if higher.contains("higher") { #expect(difference.numerator >= 0, "\(written): \(higher)") }
    if higher.contains("lower") { #expect(difference.numerator <= 0, "\(written): \(higher)") }
    if gap.contains("short of") { #expect(difference.numerator < 0, "\(written): \(gap)") }
    if gap.hasSuffix(" above") { #expect(difference.numerator >= 0, "\(written): \(gap)") }
    let isExact = pair == ["exact", "exact"]
    if isExact {
      #expect(
        !hedges.contains { change.contains($0) && !change.contains("little changed") },
        "\(written): \(change)")
      let percent = difference / earlier * Fraction(100, 1)
      let isSmall = abs(percent.numerator) < percent.denominator * 10
      let expected = percent.rounded(decimals: isSmall ? 1 : 0)
      if difference.numerator == 0 {
        #expect(change == "unchanged")
      } else if expected != "0", expected != "100" {
        let digits = change.filter { $0.isNumber || $0 == "." }
        #expect(digits == expected, "\(written): \(change)")
      }
    } else {
      #expect(hedges.contains { change.contains($0) }, "\(written) \(pair): \(change)")
    }
  }
}
