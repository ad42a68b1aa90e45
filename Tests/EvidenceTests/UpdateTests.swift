import Diagnostics
import Evidence
import Foundation
import Tables
import TestSupport
import Testing

/// The sample's figures with updates laid over them.
private func updated(_ updates: String...) throws -> (figures: FigureTable, warnings: [String]) {
  let own = try Table.read(header + sample, file: "figures.csv")
  let tables = try updates.enumerated().map { try Table.read($1, file: "later\($0 + 1).csv") }
  let read = try FigureTable.read(own, updates: tables)
  return (read.figures, read.warnings.map(\.description))
}

private func mistakes(_ updates: String...) -> [String] {
  messages { _ = try updated(updates[0]) }
}

@Test func aRowReplacesByIdWhatItSays() throws {
  let (figures, warnings) = try updated("id,value,source\ntrade-2018,3.4,https://stat.example.org/\n")
  let figure = try #require(figures["trade-2018"])
  #expect(figure.value == decimal("3.4"))
  #expect(figure.sources == [.url("https://stat.example.org/")])
  #expect(figure.label == "Mutual trade")
  #expect(figure.unit.text == "USD bn")
  #expect(figure.status == .target)
  #expect(figures.ids == (try table(sample)).ids)
  #expect(warnings == [])
}

@Test func updatesAreLaidOverInTheirOrder() throws {
  let (figures, _) = try updated(
    "id,value,source\ngrants,11000,¶1\nsigned,9,¶1\n", "id,value,source\ngrants,12000,¶2\n")
  #expect(figures["grants"]?.value == 12000)
  #expect(figures["grants"]?.sources == [.paragraph(2)])
  #expect(figures["signed"]?.value == 9)
}

@Test func aNewRowAddsAFigure() throws {
  let (figures, warnings) = try updated(
    "id,label,value,unit,period,source,reporter\ntrade-2021,Mutual trade,4.6,USD bn,2021,https://a.example/,A\n"
  )
  #expect(figures.ids.last == "trade-2021")
  #expect(figures["trade-2021"]?.reporter == "A")
  #expect(warnings == [])
}

@Test func derivedFiguresFollow() throws {
  let (figures, warnings) = try updated(
    "id,value,qualifier,source\ntrade-9m,2.8,exact,https://stat.example.org/\n")
  #expect(figures["trade-9m-before"]?.value == 2)
  #expect(
    warnings == [
      "later1.csv:2:10: warning: figure 'trade-9m-before' is derived from 'trade-9m', which this changes: ¶5 bears out 'trade-9m / 1.40' for the old figure only\n  → if that no longer holds, give 'trade-9m-before' a row in the update: its value with the status actual, or another formula"
    ])
}

@Test func aDerivedFigureThatTheUpdateStatesAnewIsNotDoubted() throws {
  let (figures, warnings) = try updated(
    "id,value,qualifier,formula,source\ntrade-9m,2.8,exact,,https://a.example/\ntrade-9m-before,,,trade-9m / 1.25,https://a.example/\n"
  )
  #expect(figures["trade-9m-before"]?.words(.full) == "about $2.2\u{A0}bn")
  #expect(warnings == [])
}

@Test func aNewValueWithoutASourceClaimsNoParagraph() throws {
  let (figures, warnings) = try updated("id,value\ntrade-2018,3.4\nsigned,8\ngrants,11000\n")
  #expect(figures["trade-2018"]?.sources == [.table("later1.csv, line 2")])
  #expect(figures["signed"]?.sources == [.paragraph(7)])
  #expect(
    warnings == [
      "later1.csv:2:12: warning: no source is named for what is new of 'trade-2018', 'grants'\n  → name one in the column 'source'; until then the pack names this file and the row"
    ])
}

@Test func theOldSourceSentBackWithANewValueIsNoSource() throws {
  let (figures, warnings) = try updated("id,value,source\ntrade-2018,3.4,¶5\n")
  #expect(figures["trade-2018"]?.sources == [.table("later1.csv, line 2")])
  #expect(warnings.count == 1)
}

@Test func aQualifierThatIsKeptForANewValueIsDoubted() throws {
  let (figures, warnings) = try updated("id,value,source\ntrade-2015,3.5,https://a.example/\n")
  #expect(figures["trade-2015"]?.words(.full) == "more than $3.5\u{A0}bn")
  #expect(
    warnings == [
      "later1.csv:2:12: warning: the update says no qualifier, so the pack's stays with the new values: 'trade-2015' (more-than)\n  → write exact, about or what the new source says in the column 'qualifier'"
    ])
}

@Test func aGoalThatIsReachedIsPointedOut() throws {
  let (figures, warnings) = try updated("id,value,status,source\ntrade-2018,2.5,actual,https://a.example/\n")
  #expect(figures["trade-2018"]?.status == .actual)
  #expect(
    warnings == [
      "later1.csv:2:16: warning: figure 'trade-2018' was a target and is now an actual value\n  → read again the sentences that name it: they may be about a goal"
    ])
}

@Test func aDerivedFigureMayBecomeAnActualValueAndTheOtherWayRound() throws {
  let (figures, warnings) = try updated(
    "id,value,status,formula,source\ntrade-9m-before,1.5,actual,,https://a.example/\ntrade-2017,,derived,trade-2015 / 2,\n"
  )
  let stated = try #require(figures["trade-9m-before"])
  #expect(stated.status == .actual && stated.formula == nil && stated.value == decimal("1.5"))
  let derived = try #require(figures["trade-2017"])
  #expect(derived.status == .derived && derived.value == decimal("1.6") && derived.sources == [])
  #expect(warnings.allSatisfy { $0.contains("qualifier") })
}

@Test func aReporterInPlaceOfAnotherIsPointedOut() throws {
  let own = try Table.read(
    "id,label,value,unit,period,qualifier,status,formula,source,note,reporter\nx,X,2,USD bn,2017,,,,¶1,,Kazakhstan\n",
    file: "figures.csv")
  let update = try Table.read(
    "id,value,source,reporter\nx,2.2,https://a.example/,Uzbekistan\n", file: "u.csv")
  #expect(
    try FigureTable.read(own, updates: [update]).warnings.map(\.description) == [
      "u.csv:2:26: warning: figure 'x' was reported by Kazakhstan and is now by Uzbekistan\n  → the two may count differently: give each reporter's figure an id of its own"
    ])
}

@Test(arguments: [
  ("USD bn", "2", "USD bn", "2000", true), ("USD m", "62", "USD m", "62000000", true),
  ("km", "2200", "km", "2.2", true), ("USD bn", "2", "USD m", "2000", false),
  ("USD bn", "2", "USD bn", "180", false),
  ("agreements", "3", "agreements", "290", false), ("%", "0.1", "%", "40", false),
])
func whatIsAHundredTimesWhatItWasIsDoubted(
  unit: String, was: String, newUnit: String, now: String, isDoubted: Bool
) throws {
  let own = try Table.read(
    "id,label,value,unit,period,qualifier,status,formula,source,note\nx,X,\(was),\(unit),,,,,https://a.example/,\n",
    file: "figures.csv")
  let update = try Table.read(
    "id,value,unit,source\nx,\(now),\(newUnit),https://a.example/\n", file: "u.csv")
  let told = try FigureTable.read(own, updates: [update]).warnings.map(\.message)
  #expect(
    told.contains { $0.hasPrefix("figure 'x' was ") && $0.contains(" and is ") } == isDoubted, "\(told)")
}

@Test func anEmptyValueIsNoZero() {
  #expect(
    mistakes("id,value,source\ntrade-2018,,https://a.example/\n") == [
      "later1.csv:2:12: error: figure 'trade-2018' has no value\n  → an empty value is not a zero: write the number, or remove the row and the pack's own value stays"
    ])
}

@Test(arguments: ["n/a", "N/A", "-", "–", "…", "...", "?", "tbc", "#N/A"])
func aMarkForNoValueIsAnError(mark: String) {
  #expect(
    mistakes("id,value\ntrade-2018,\(mark)\n") == [
      "later1.csv:2:12: error: figure 'trade-2018': '\(mark)' says that there is no value\n  → write the number, or remove the row"
    ])
}

@Test func whatCanBeReadInTwoWaysIsAnErrorThatSaysBoth() {
  #expect(
    mistakes("id;value\ntrade-2018;2,500\n") == [
      "later1.csv:2:12: error: '2,500' can be read as 2500 or as 2.5\n  → write 2500 or 2.5"
    ])
  #expect(
    mistakes("id,value\ntrade-2018,\"2,500\"\n") == [
      "later1.csv:2:13: error: '2,500' can be read as 2500 or as 2.5\n  → write 2500 or 2.5"
    ])
}

@Test func anUnknownIdWithTooLittleForANewFigureIsPointedOut() {
  #expect(
    mistakes("id,value\ntrade-2081,3\n") == [
      "later1.csv:2:1: error: the pack has no figure 'trade-2081'\n  → did you mean 'trade-2018' or 'trade-2012' or 'trade-2015'? A new figure needs its label, unit, source too"
    ])
}

@Test func allMistakesOfAnUpdateAreToldAtOnce() {
  #expect(
    mistakes("id,value,period\ngrants,5,2018-13\ngrants,6,\n,7,\nsigned,x1,\ntrade-9m-before,2,\n") == [
      "later1.csv:3:1: error: the id 'grants' occurs twice, first in line 2\n  → each figure has an id of its own",
      "later1.csv:2:10: error: '2018-13' is no period\n  → write 2018, 2018-05, 2018-Q3, 2018-01/2018-09 or 2017/2019",
      "later1.csv:4:1: error: this figure has no id\n  → give it a short name, such as trade-2018",
      "later1.csv:5:8: error: 'x1' is no number\n  → write the number in digits, such as 2.5, or remove the row",
      "later1.csv:6:17: error: figure 'trade-9m-before' is derived but has a value too\n  → leave the value empty, since it is computed from the formula, or write the status actual and no formula",
    ])
}

@Test func aColumnThatIsMissingOrMisspeltIsAnError() {
  #expect(
    mistakes("id;valeu\ngrants;5\n") == [
      "later1.csv:1:4: error: unknown column 'valeu'\n  → did you mean 'value'?",
      "later1.csv:1:1: error: the column 'value' is missing\n  → the first line should be id,value",
    ])
}

@Test func aColleaguesOwnColumnIsPassedOverWithAWarning() throws {
  let (figures, warnings) = try updated("id,value,source,checked by\ngrants,9000,¶1,me\n")
  #expect(figures["grants"]?.value == 9000)
  #expect(
    warnings == [
      "later1.csv:1:17: warning: the column 'checked by' is not read\n  → the columns are id, label, value, unit, period, qualifier, status, formula, source, note, reporter"
    ])
}

@Test(arguments: ["01.05.2018", "5/1/2018", "2018-05-01", "May-18", "1. May 2018", "01/05/18"])
func aMonthThatASpreadsheetMadeADateIsTheSameMonth(date: String) throws {
  let (figures, _) = try updated("id,value,period\nsigned,9,\(date)\n")
  #expect(figures["signed"]?.period == Period("2018-05"))
}

@Test(arguments: ["01.06.2018", "6/1/2018", "Jun-18", "2018-05-02"])
func anotherDateIsNoPeriod(date: String) {
  #expect(
    mistakes("id,value,period\nsigned,9,\(date)\n") == [
      "later1.csv:2:10: error: '\(date)' is a day, as a spreadsheet makes it of a month\n  → write 2018, 2018-05, 2018-Q3, 2018-01/2018-09 or 2017/2019; format the column as text first, or leave the cell empty to keep the pack's period"
    ])
}

@Test func zerosThatASpreadsheetDropsAreNoNews() throws {
  let own = try Table.read(header + "x,X,2.50,USD bn,2017,,,,¶1,\n", file: "figures.csv")
  let read = try FigureTable.read(own, updates: [Table.read("id;value\nx;2,5\n", file: "u.csv")])
  #expect(read.figures == (try FigureTable.read(own).figures))
}

@Test func whatIsExportedAndSentBackChangesNothing() throws {
  let figures = try table(
    sample + "n,\"A, \"\"b\"\"; c\nd\",-0.50,%,2017/2019,at-most,estimate,,¶1; https://a.example/b,—\n")
  let own = try Table.read(figures.csv(), file: "own.csv")
  #expect(try FigureTable.read(own).figures.csv() == figures.csv())
  for (bytes, name) in [(figures.csv(), "u.csv"), (try figures.spreadsheet(), "u.xlsx")] {
    let read = try FigureTable.read(own, updates: [Table.read(bytes, file: name)])
    #expect(read.figures.csv() == figures.csv())
    #expect(read.warnings == [])
  }
}

private let aliases = """
  lead,The leading figure,,,,,derived,trade-9m,,
  goal,The goal,,,,,derived,trade-2020,,

  """

@Test func aFormulaOfNothingButAnIdIsAnotherNameOfThatFigure() throws {
  let figures = try table(sample + aliases)
  let lead = try #require(figures["lead"])
  let original = try #require(figures["trade-9m"])
  #expect(lead.words(.full) == original.words(.full))
  #expect(lead.label == "The leading figure")
  #expect(lead.period == original.period && lead.sources == original.sources && lead.status == .actual)
  #expect(figures["goal"]?.status == .target)
  #expect(try figures.words(.change, of: lead, to: #require(figures["trade-9m-before"])) == "up 40%")
  // Sent back as it is, it is still another name.
  #expect(try FigureTable.read(Table.read(figures.csv(), file: "u.csv")).figures.csv() == figures.csv())
}

@Test func anUpdateGivesTheNameToALaterFigure() throws {
  let own = try Table.read(header + sample + aliases, file: "figures.csv")
  let update = try Table.read(
    "id,label,value,unit,period,formula,source,reporter\nlead,,,,,trade-2022,,\ntrade-2022,Trade,4.60,USD bn,2022,,https://a.example/,A\n",
    file: "u.csv")
  let (figures, warnings) = try FigureTable.read(own, updates: [update])
  #expect(figures["lead"]?.words(.full) == "$4.60\u{A0}bn")
  #expect(figures["lead"]?.period == Period("2022"))
  #expect(figures["lead"]?.reporter == "A")
  #expect(warnings == [])
  let valueOnly = try Table.read(
    "id,value,status,source\nlead,4.6,actual,https://a.example/\n", file: "u.csv")
  #expect(
    messages { _ = try FigureTable.read(own, updates: [valueOnly]) } == [
      "u.csv:2:1: error: figure 'lead' was another name of 'trade-9m' and has no unit of its own\n  → write its unit and period beside its value"
    ])
}

@Test func figuresOfTwoReportersAreNotMixedSilently() throws {
  let own = try Table.read(
    """
    id,label,value,unit,period,qualifier,status,formula,source,note,reporter
    a,A,2,USD bn,2017,,,,¶1,,Kazakhstan
    b,B,3,USD bn,2018,,,,¶1,,Uzbekistan
    c,C,,%,2018,,,"change(b, a)",,,
    r,R,,,,,,"ratio(b, a)",,,

    """, file: "figures.csv")
  #expect(
    try FigureTable.read(own).warnings.map(\.description) == [
      "figures.csv:4:1: warning: figure 'c' mixes 'b' by Uzbekistan with 'a' by Kazakhstan\n  → compute it from figures of one reporter"
    ])
}

@Test func anUpdateWithoutAHeaderIsToldSo() throws {
  let own = try Table.read(header + sample, file: "figures.csv")
  let update = try Table.read("trade-2020,6\ntrade-2018,4\n", file: "later.csv")
  #expect(
    messages { _ = try FigureTable.read(own, updates: [update]) } == [
      "later.csv:1:1: error: the first line looks like a row, not a header\n  → name the columns above it: id,value"
    ])
}

@Test func anUpdateWithoutRowsIsAWarning() throws {
  let own = try Table.read(header + sample, file: "figures.csv")
  let update = try Table.read("id,value\n", file: "later.csv")
  #expect(
    try FigureTable.read(own, updates: [update]).warnings.map(\.message) == [
      "this update has no rows, so it changes nothing"
    ])
}

@Test(arguments: [("Worth of the fleet", true), ("Balance of the fleet", false), ("Change in sales", false)])
func anAmountThatAnUpdateTurnsBelowZeroIsDoubtedUnlessItIsABalance(label: String, isDoubted: Bool) throws {
  let own = try Table.read(
    header + "x,\(label),20,EUR m,2018,exact,actual,,https://a.example/,\n", file: "f.csv")
  let update = try Table.read("id,value,source\nx,-20,https://b.example/\n", file: "u.csv")
  let warnings = try FigureTable.read(own, updates: [update]).warnings
  #expect(warnings.map(\.message).contains("figure 'x' was €20\u{A0}m and is −€20\u{A0}m now") == isDoubted)
}
