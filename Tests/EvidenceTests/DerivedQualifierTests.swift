import Diagnostics
import Evidence
import Foundation
import Tables
import Testing

private let terms = """
  exact,E,3,USD bn,2018,,actual,,https://example.org/x,
  about,A,1.4,USD bn,2017,about,actual,,https://example.org/x,
  more,M,2,USD bn,2018,more-than,actual,,https://example.org/x,
  more-before,M,1.2,USD bn,2017,more-than,actual,,https://example.org/x,
  least,L,2,USD bn,2018,at-least,actual,,https://example.org/x,
  less,F,4,USD bn,2018,less-than,actual,,https://example.org/x,
  loss,N,-2,USD bn,2018,more-than,actual,,https://example.org/x,
  total,T,,USD bn,2018,,derived,more + exact,,
  base,B,,USD bn,2017,,derived,more / 1.40,,

  """

/// The derived figure of a formula, and what is said of its row.
private func derived(_ formula: String, unit: String = "USD bn", qualifier: String = "") throws -> (
  figure: Figure, warnings: [Diagnostic]
) {
  let row = "d,D,,\(unit),,\(qualifier),derived,\"\(formula)\",,\n"
  let (figures, warnings) = try FigureTable.read(Table.read(header + terms + row, file: "figures.csv"))
  return (try #require(figures["d"]), warnings)
}

@Test(arguments: [
  ("exact + 1 * exact", Qualifier.exact), ("exact + about", .about), ("about - exact", .about),
  ("more + more-before", .moreThan), ("more + least", .moreThan), ("least + exact", .atLeast),
  ("more + about", .moreThanAbout), ("about - more", .lessThanAbout), ("exact - more", .lessThan),
  ("exact - less", .moreThan), ("more - less", .moreThan), ("less - more", .lessThan), ("-more", .lessThan),
  ("more * 2", .moreThan), ("more * -2", .lessThan), ("-2 * less", .moreThan), ("loss / 2", .moreThan),
  ("sum(exact, about, more)", .moreThanAbout), ("exact * ratio(exact, more)", .lessThan),
  ("exact / ratio(less, exact)", .moreThan), ("about * ratio(more, exact)", .moreThanAbout),
  // The same figure again moves both sides.
  ("exact * ratio(more, more + exact)", .moreThan), ("exact * ratio(more, total)", .moreThan),
  ("exact * ratio(exact, total)", .lessThan), ("exact * ratio(more, base)", .exact),
  ("about - about", .exact),
])
func aQualifierFollowsFromTheFormulasFigures(formula: String, expected: Qualifier) throws {
  let (figure, warnings) = try derived(formula)
  #expect(figure.qualifier == expected)
  #expect(warnings.isEmpty, "\(warnings)")
}

@Test(arguments: [
  ("change(more, more-before)", "%"), ("more - more-before", "USD bn"), ("more + less", "USD bn"),
  ("share(more, least)", "%"), ("more / more-before", ""), ("cagr(more, more-before)", "%"),
  ("exact * ratio(less, less - more)", "USD bn"),
])
func whatCanNotBeKnownIsSaidSo(formula: String, unit: String) throws {
  for qualifier in ["", "exact", "about", "more-than"] {
    let (_, warnings) = try derived(formula, unit: unit, qualifier: qualifier)
    #expect(warnings.count == 1)
    #expect(warnings.first?.message.contains("can't be known from '\(formula)'") == true, "\(warnings)")
    #expect(warnings.first?.location?.line == 11)
  }
}

@Test(arguments: [
  ("more + about", "exact", "figure 'd' is exact, but more-than-about follows from its formula"),
  ("more + about", "more-than", "figure 'd' is more-than, but more-than-about follows from its formula"),
  ("exact + about", "exact", "figure 'd' is exact, but about follows from its formula"),
  ("exact - more", "more-than", "figure 'd' is more-than, but less-than follows from its formula"),
  ("least + exact", "more-than", "figure 'd' is more-than, but at-least follows from its formula"),
  ("exact + exact", "more-than", "figure 'd' is more-than, but exact follows from its formula"),
  ("more", "exact", "figure 'd' is exact, but more-than follows from its formula"),
  ("more + exact", "about", nil), ("more + exact", "at-least", nil), ("exact / 7", "about", nil),
  ("more + exact", "more-than-about", nil), ("exact + exact", "exact", nil), ("more", "", nil),
])
func aRowThatClaimsMoreThanFollowsIsDoubted(formula: String, qualifier: String, expected: String?) throws {
  let (figure, warnings) = try derived(formula, qualifier: qualifier)
  #expect(warnings.map(\.message) == (expected.map { [$0] } ?? []))
  if !qualifier.isEmpty { #expect(figure.qualifier.rawValue == qualifier) }
  if expected != nil { #expect(warnings.first?.location?.line == 11) }
}

@Test func whatIsRoundedKeepsItsClaimTrue() throws {
  let rows =
    "a,A,1.46,USD bn,2018,more-than,actual,,¶1,\nb,B,2,,,,actual,,¶1,\nc,C,,USD bn,,,derived,a / b / 0.5,,\n"
  #expect(try table(rows)["c"]?.words(.full) == "more than $1.4\u{A0}bn")
  let less = rows.replacing("1.46,USD bn,2018,more-than", with: "1.42,USD bn,2018,less-than")
  #expect(try table(less)["c"]?.words(.full) == "less than $1.5\u{A0}bn")
}

@Test(arguments: [
  ("996", "1000", "99.6%"), ("9996", "10000", "99.96%"), ("1004", "1000", "100.4%"),
  ("999996", "1000000", "99.9996%"),
  ("1000", "1000", "100%"), ("1", "3000", "0.033%"), ("994", "1000", "99%"),
])
func nearlyAllIsNotAHundredPerCent(part: String, whole: String, expected: String) throws {
  let figures = try table(
    "a,A,\(part),t,,,,,¶1,\nb,B,\(whole),t,,,,,¶1,\nc,C,,%,,,derived,\"share(a, b)\",,\n")
  #expect(figures["c"]?.words(.full) == expected)
}

@Test(arguments: [
  ("99.6", "100", "", "99.6% of"), ("99.97", "100", "", "more than 99.9% of"),
  ("99.97", "100", "about", "about 99.9% of"),
  ("0.04", "100", "", "less than 0.1% of"),
])
func nearlyAllIsNotAllInAComparison(part: String, whole: String, qualifier: String, expected: String) throws {
  let figures = try table("a,A,\(part),t,,\(qualifier),,,¶1,\nb,B,\(whole),t,,,,,¶1,\n")
  let pieces = try figures.pieces(of: "It is {a|times b} it", at: SourceLocation(file: "x"))
  #expect(pieces[1].words == expected)
}

@Test func growthThatIsNotDoublingIsNotAHundredPerCent() throws {
  let figures = try table("a,A,1996,t,2018,,,,¶1,\nb,B,1000,t,2017,,,,¶1,\n")
  let pieces = try figures.pieces(of: "It went {a|change from b}", at: SourceLocation(file: "x"))
  #expect(pieces[1].words == "up 99.6%")
}

@Test(arguments: [
  ("a - b", "2 percentage points"), ("b - a", "−2 percentage points"), ("100% - a", "94%"),
  ("100% - a - b", "90%"),
  ("a + b", "10%"), ("a - b - b", "−2 percentage points"), ("b - a + b", "2%"),
])
func oneShareLessAnotherIsInPercentagePoints(formula: String, expected: String) throws {
  let figures = try table("a,A,6,%,2018,,,,¶1,\nb,B,4,%,2017,,,,¶1,\nc,C,,%,,,derived,\(formula),,\n")
  #expect(figures["c"]?.words(.full) == expected)
}

@Test func percentagePointsAreComputedWith() throws {
  let figures = try table(
    "a,A,6,%,2018,,,,¶1,\nb,B,4,%,2017,,,,¶1,\nc,C,,percentage points,,,derived,a - b,,\nd,D,,%,,,derived,a + c,,\n"
  )
  #expect(figures["c"]?.words(.full) == "2 percentage points")
  #expect(figures["d"]?.words(.full) == "8%")
}

@Test(arguments: [
  ("agreements", "Agreements", "", true), ("km", "Length", "", true),
  ("thousand people", "Population", "", true),
  ("years", "Age", "", true), ("people", "Net migration", "", false),
  ("people", "Workers", "a change on 2017", false),
  ("°C", "Temperature", "", false), ("USD bn", "Trade", "", false), ("%", "Growth", "", false),
  ("", "Index", "", false),
  ("t", "Change in stocks", "", false), ("percentage points", "Difference", "", false),
])
func aCountBelowZeroIsDoubted(unit: String, label: String, note: String, isDoubted: Bool) throws {
  let rows = header + "a,\(label),-8,\(unit),2018,more-than,,,https://example.org/x,\(note)\n"
  let warnings = try FigureTable.read(Table.read(rows, file: "figures.csv")).warnings
  #expect(warnings.contains { $0.message.contains("never below zero") } == isDoubted, "\(warnings)")
}

@Test func aDerivedDifferenceOfCountsMayBeBelowZero() throws {
  let rows =
    header + "a,A,3,agreements,,,,,¶1,\nb,B,5,agreements,,,,,¶1,\nc,C,,agreements,,,derived,a - b,,\n"
  #expect(try FigureTable.read(Table.read(rows, file: "figures.csv")).warnings.isEmpty)
}

@Test func anUpdateToACountBelowZeroIsDoubtedAtItsRow() throws {
  let own = try Table.read(
    header + "a,Entrepreneurs,300,entrepreneurs,,more-than,,,¶1,\n", file: "figures.csv")
  let update = try Table.read("id,value,source\na,-300,https://example.org/n\n", file: "u.csv")
  let warnings = try FigureTable.read(own, updates: [update]).warnings
  #expect(warnings.contains { $0.message.contains("never below zero") && $0.location?.file == "u.csv" })
}
