import Diagnostics
import Evidence
import Foundation
import Tables
import TestSupport
import Testing

private let base = """
  a,A,3.2,USD bn,2015,,,,¶1,
  b,B,2.5,USD bn,2012,,,,¶1,
  m,M,500,USD m,2012,,,,¶1,
  nine,N,2,USD bn,2012-01/2012-09,,,,¶1,
  km,K,2200,km,,,,,¶1,
  open,O,4,%,,,,,¶1,
  n,N,8,agreements,,,,,¶1,
  k,K,2,grants,,,,,¶1,
  null,Z,0,USD bn,2011,,,,¶1,
  loss,L,-1,USD bn,2011,,,,¶1,
  a-b,AB,7,,,,,,¶1,

  """

/// Column of the formula in `derived`'s row.
private let line = base.split(separator: "\n").count + 2

private func derived(_ formula: String, _ unit: String) throws -> Figure {
  let field = formula.contains(",") ? "\"\(formula)\"" : formula
  return try #require(try table(base + "x,X,,\(unit),,,derived,\(field),,\n")["x"])
}

private func complaint(_ formula: String, _ unit: String = "USD bn") -> [String] {
  messages { _ = try derived(formula, unit) }.map { message in
    // What stands before the formula is as long as the unit's name.
    let column = "x,X,,\(unit),,,derived,".count + (formula.contains(",") ? 1 : 0)
    let parts = message.split(separator: ":", maxSplits: 3)
    let offset = Int(parts[2]).map { $0 - column - 1 } ?? -1
    return parts[0] == "figures.csv" && parts[1] == "\(line)"
      ? "\(offset):\(parts[3].replacing(" error: figure 'x': ", with: " "))" : message
  }
}

@Test(arguments: [
  ("a + b", "USD bn", "5.7"), ("a - b", "USD bn", "0.7"), ("a − b", "USD bn", "0.7"),
  ("a + m", "USD bn", "3.7"),
  ("a + m", "USD m", "3700"), ("m", "USD bn", "0.5"), ("2 * a", "USD bn", "6.4"), ("a × 2", "USD bn", "6.4"),
  ("a ÷ 2", "USD bn", "1.6"), ("a / b", "", "1.28"), ("a - b - m", "USD bn", "0.2"),
  ("a - (b - m)", "USD bn", "1.2"),
  ("-a + 2*b", "USD bn", "1.8"), ("a-b", "", "7"), ("a-b - 1", "", "6"), ("2 + 3 * 4", "", "14"),
  ("(2 + 3) * 4", "", "20"),
  ("8 / 4 / 2", "", "1"), ("change(a, b)", "%", "28"), ("share(nine; b)", "%", "80"),
  ("share(b, a)", "%", "78.125"),
  ("ratio(a, b)", "", "1.28"), ("sum(a, b, m)", "USD m", "6200"), ("sum(a)", "USD bn", "3.2"),
  ("km * open", "km", "88"),
  ("100% - open", "%", "96"), ("km * (100% - open)", "km", "2112"), ("open * 2", "%", "8"),
  ("a / b * 100%", "%", "128"),
  ("open * open", "%", "0.16"), ("open / open", "", "1"), ("m / n", "USD m", "62.5"),
  ("km / open", "km", "55000"),
  ("cagr(a, b)", "%", "8.576704664"), ("n * 3", "agreements", "24"), ("a × -1", "USD bn", "-3.2"),
])
func aFormulaIsComputedExactly(formula: String, unit: String, expected: String) throws {
  #expect(try derived(formula, unit).value == decimal(expected))
}

@Test func derivedFiguresAreComputedWhateverTheirOrder() throws {
  let figures = try table("c,C,,,,,derived,b * 2,,\nb,B,,,,,derived,a + 1,,\na,A,1,,,,,,¶1,\n")
  #expect(figures["c"]?.value == 4)
}

@Test func aLongChainOfDerivedFiguresIsComputed() throws {
  let rows = (1..<500).reversed().map { "f\($0),F,,,,,derived,f\($0 - 1) + 1,,\n" }.joined()
  #expect(try table(rows + "f0,F,0,,,,,,¶1,\n")["f499"]?.value == 499)
}

@Test(arguments: [
  // As precise as the least precise figure, two digits at least, where it was divided.
  ("nine / 1.40", "USD bn", "about $1.4~bn"), ("a / 3", "USD bn", "about $1.1~bn"),
  ("km / 7", "km", "about 310~km"),
  ("m / 1.40", "USD m", "about $360~m"), ("share(b, a)", "%", "about 78%"), ("m / n", "USD m", "about $63~m"),
  // Sums and multiples are shown with all their digits.
  ("a + m", "USD m", "about $3700~m"), ("n + n + 4 * n", "agreements", "about 48 agreements"),
  // A sum with a rounded part is as coarse as that part: 1.1 + 3.2.
  ("a / 3 + a", "USD bn", "about $4.3~bn"),
])
func aDerivedValueIsShownWithSensibleDigits(formula: String, unit: String, expected: String) throws {
  var figure = try derived(formula, unit)
  figure.qualifier = .about
  #expect(figure.words(.full).replacing("\u{A0}", with: "~") == expected)
}

@Test func aBaseComputedFromAPercentageGivesItBack() throws {
  for percent in 1...99 {
    let figures = try table(
      "a,A,2,USD bn,,more-than,,,¶1,\nb,B,,USD bn,,about,derived,a / (100% + \(percent)%),,\nc,C,,%,,,derived,\"change(a, b)\",,\n"
    )
    #expect(figures["c"]?.words(.full) == "\(percent)%")
    let pieces = try figures.pieces(
      of: "{a|change from b}", at: Diagnostics.SourceLocation(file: "x"), continuing: "It went ")
    #expect(pieces == [.figure(words: "up \(percent)%", ids: ["a", "b"])])
  }
}

@Test(arguments: [
  (
    "a +",
    "3: the end is not expected here in a formula\n  → an id, a number or a parenthesis is missing there"
  ),
  ("a b", "2: 'b' is not expected here in a formula\n  → a formula reads like a / 1.40 or change(a, b)"),
  ("(a + b", "0: this parenthesis is never closed\n  → close it with ')'"),
  ("a + b)", "5: ')' is not expected here in a formula\n  → a formula reads like a / 1.40 or change(a, b)"),
  (
    "a ^ 2",
    "2: unexpected '^' in a formula\n  → a formula has ids, numbers, + − × ÷, parentheses and change, share, ratio, sum, cagr"
  ),
  ("a / 1.4.0", "4: '1.4.0' in a formula is no number\n  → write it like 1.40; an id begins with a letter"),
  ("2a", "0: '2a' in a formula is no number\n  → write it like 1.40; an id begins with a letter"),
  ("a / 1,40", "5: ',' is not expected here in a formula\n  → a formula reads like a / 1.40 or change(a, b)"),
  ("chnage(a, b)", "0: unknown function 'chnage'\n  → did you mean 'change'?"),
  ("change(a)", "0: change takes two values, not 1\n  → write change(a, b)"),
  ("a + loos", "4: unknown figure 'loos'\n  → did you mean 'loss'?"),
  ("b-a", "0: unknown figure 'b-a'\n  → a minus has spaces around it: b - a"),
  ("a- b", "1: a minus has spaces around it\n  → write a - …"),
  ("a / null", "2: division by zero: 'null' is 0\n"),
  ("a / (b - b)", "2: division by zero\n"),
  ("change(a, null)", "0: division by zero: 'null' is 0\n"),
  ("change(a, loss)", "0: change of a negative value says nothing\n  → state the difference instead: a − b"),
  (
    "a + km",
    "2: mixed units: 'a' (USD bn) and 'km' (km) can't be added\n  → only values of one unit go together; scales of it (USD m and USD bn) are converted"
  ),
  (
    "n - k",
    "2: mixed units: 'n' (agreements) and 'k' (grants) can't be subtracted\n  → only values of one unit go together; scales of it (USD m and USD bn) are converted"
  ),
  (
    "sum(a, m, open)",
    "0: mixed units: USD bn and 'open' (%) can't be added\n  → only values of one unit go together; scales of it (USD m and USD bn) are converted"
  ),
  (
    "a + 1",
    "2: mixed units: 'a' (USD bn) and a plain number can't be added\n  → make a typed number a figure of its own, with its unit and source"
  ),
  (
    "100 - open",
    "4: mixed units: a plain number and 'open' (%) can't be subtracted\n  → write a typed number as a percentage: 100%"
  ),
  (
    "change(a, km)",
    "0: mixed units: 'a' (USD bn) and 'km' (km) can't be compared\n  → only values of one unit go together; scales of it (USD m and USD bn) are converted"
  ),
  (
    "a * b",
    "0: the formula gives USD bn × USD bn, but the unit is USD bn\n  → correct the unit or the formula"
  ),
  ("km", "0: the formula gives km, but the unit is USD bn\n  → correct the unit or the formula"),
  (
    "change(nine, b)",
    "0: change compares January–September 2012 with 2012, which is not as long\n  → compare the same months of both years"
  ),
  (
    "change(b, a)",
    "0: change goes from the second value to the first, but 2012 is not later than 2015\n  → write change(a, b)"
  ),
  (
    "cagr(a, b + b)",
    "0: compound growth needs the periods of both values\n  → write cagr(later, earlier) over two figures with periods"
  ),
  (
    "99999999999999999999 * 99999999999999999999 * 99999999999999999999",
    "44: the result is too large or too small to compute with\n  → check the formula's values"
  ),
])
func aMistakeInAFormulaIsReportedAtItsPlace(formula: String, expected: String) {
  #expect(complaint(formula).map { $0.contains("→") ? $0 : $0 + "\n" } == [expected])
}

@Test func aNumberIsNoPercentage() {
  #expect(
    complaint("a / b", "%") == [
      "0: the formula gives a plain number, but the unit is %\n  → write share(a, b), change(a, b) or … * 100%"
    ])
}

@Test func deepNestingIsAnErrorAndNoCrash() {
  let parentheses = String(repeating: "(", count: 5000) + "a" + String(repeating: ")", count: 5000)
  #expect(complaint(parentheses) == ["0: the formula is too long\n  → split it over several figures"])
  let nested = String(repeating: "-", count: 200) + "a"
  #expect(complaint(nested) == ["50: the formula is nested too deeply\n  → split it over several figures"])
}

@Test func aCircleIsReportedOnceWithItsWay() {
  let rows =
    "a,A,,,,,derived,b + 1,,\nb,B,,,,,derived,c + 1,,\nc,C,,,,,derived,a + b,,\nd,D,,,,,derived,a * 2,,\ne,E,,,,,derived,e,,\n"
  #expect(
    messages(rows: rows) == [
      "figures.csv:2:17: error: figure 'a' depends on itself: a → b → c → a\n  → give one of them a value and a source",
      "figures.csv:6:17: error: figure 'e' depends on itself: e → e\n  → give one of them a value and a source",
    ])
}

@Test func sumsAndDifferencesOfRandomValuesAreExact() throws {
  var generator = SeededGenerator(seed: 3)
  let units = [("USD m", 1), ("USD bn", 1000), ("USD trn", 1_000_000)]
  for _ in 0..<200 {
    // Independent computation in whole hundredths of a million.
    let terms = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
      (
        cents: Int.random(in: -1_000_000...1_000_000, using: &generator),
        unit: Int.random(in: 0...2, using: &generator)
      )
    }
    var rows = ""
    var formula = "0 * f0"
    var total = 0
    for (index, term) in terms.enumerated() {
      let value =
        "\(term.cents < 0 ? "-" : "")\(term.cents.magnitude / 100).\(String(term.cents.magnitude % 100 + 100).dropFirst())"
      rows += "f\(index),F,\(value),\(units[term.unit].0),,,,,¶1,\n"
      let isMinus = index % 2 == 1
      formula += isMinus ? " - f\(index)" : " + f\(index)"
      total += (isMinus ? -1 : 1) * term.cents * units[term.unit].1
    }
    let figure = try #require(try table(rows + "x,X,,USD m,,,derived,\(formula),,\n")["x"])
    #expect(figure.value * 100 == Decimal(total))
  }
}

@Test func aFiguresValueTypedInAFormulaIsPointedOut() throws {
  func found(_ formula: String) throws -> [String] {
    let rows = "a,A,2,USD bn,,,,,¶1,\ng,G,40,%,,,,,¶1,\nd,D,,USD bn,,,,\(formula),,\n"
    return try FigureTable.read(Table.read(header + rows, file: "figures.csv")).warnings.map(\.description)
  }
  func warning(_ typed: String, _ reference: String) -> [String] {
    [
      "figures.csv:4:1: warning: figure 'd': \(typed) is typed in its formula, and the figure 'g' has that value\n"
        + "  → write \(reference), so that it changes with the figure"
    ]
  }
  #expect(try found("a / 1.40") == warning("1.4", "(100% + g)"))
  #expect(try found("a * 40%") == warning("40%", "g"))
  #expect(try found("a * 0.4") == warning("0.4", "g"))
  for formula in ["a / (100% + g)", "a / 1.5", "a * 2", "a / 40", "a * (100% - 30%)"] {
    #expect(try found(formula) == [], "\(formula)")
  }
}

@Test func aGrowthThatIsAFigureIsAStatedProportionToo() throws {
  let figures = try table(
    "now,N,2,USD bn,2018,more-than,,,¶1,\ngrowth,G,40,%,2018,,,,¶1,\n"
      + "before,B,,USD bn,2017,about,derived,now / (100% + growth),,\n")
  #expect(figures.figures.map { $0.words(.full) }.last == "about $1.4\u{A0}bn")
  #expect(try figures.words(.change, of: figures.figures[0], to: figures.figures[2]) == "up 40%")
}
