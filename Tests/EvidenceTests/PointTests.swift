import Diagnostics
import Evidence
import Tables
import Testing

/// A table of values, one a row, as a colleague's file has them.
private func colleagueTable(_ values: [String]) throws -> Table {
  let rows = values.enumerated().map { "v\($0),Values,\"\($1)\",t,,,,,https://example.org/," }
  return try Table.read(
    header + rows.joined(separator: "\n") + "\n", file: "figures.csv", columns: FigureTable.columns)
}

/// Each as `line: severity`.
private func places(_ table: Table) -> [String] {
  var log = DiagnosticLog()
  _ = FigureTable.readable(table, log: &log)
  return log.diagnostics.map { "\($0.location?.line ?? 0): \($0.severity)" }
}

@Test(arguments: [
  ["10.500", "1.234.567"], ["10.500", "1.234.567", "2.5"], ["-10.500", "2.000.000"], ["10.500", "12.500,5"],
])
func aPointThatMaySetOffThousandsIsAMistakeBesideValuesWhereItDoes(_ values: [String]) throws {
  #expect(try places(colleagueTable(values)) == ["2: error"])
}

@Test(arguments: [["10.500"], ["10.500", "7"], ["10.500", "812"]])
func aLonePointBeforeThreeDigitsThatEndInZeroIsDoubted(_ values: [String]) throws {
  #expect(try places(colleagueTable(values)) == ["2: warning"])
}

@Test func pointsThatAllStandBeforeThreeDigitsAreDoubted() throws {
  #expect(try places(colleagueTable(["1.234", "5.678", "12"])) == ["2: warning", "3: warning"])
}

@Test(arguments: [
  ["3.142"], ["0.125", "0.250"], ["10.500", "2.5"], ["3.142", "10.500", "0.125"], ["1.250", "12.75", "3"],
  ["1 234.500", "2.500"], ["1234.500", "2.500"], ["10.5", "1 234 567"], ["1234567", "12.5"], ["1,234,567"],
])
func aPointBeforeDecimalsIsNotDoubted(_ values: [String]) throws {
  #expect(try places(colleagueTable(values)) == [])
}

@Test func whatASpreadsheetStoresAsANumberIsNotDoubted() throws {
  var table = try colleagueTable(["10.500", "1.234"])
  for row in table.rows.indices { table.rows[row][2].isStoredNumber = true }
  #expect(places(table) == [])
}

@Test func aDoubtAboutAPointSaysHowToWriteTheNumber() throws {
  var log = DiagnosticLog()
  _ = FigureTable.readable(try colleagueTable(["10.500", "1.234.567"]), log: &log)
  _ = FigureTable.readable(try colleagueTable(["10.500", "1.234"]), log: &log)
  #expect(
    log.diagnostics.map(\.description) == [
      """
      figures.csv:2:12: error: '10.500' can be read as 10500 or as 10.5: '1.234.567' in the same file has points between thousands
        → write 10500 or 10.5
      """,
      """
      figures.csv:2:12: warning: '10.500' is read as 10.5, and may be meant as 10500
        → write 10500 for the thousands, or 10.5 for the decimals
      """,
      """
      figures.csv:3:12: warning: '1.234' is read as 1.234, and may be meant as 1234
        → write 1234 for the thousands, or 1.2340 for the decimals
      """,
    ])
}

/// Tables are read twice where an update lies over the pack's own: what the first reading told is no less wrong then.
@Test func aRowWithAMistakeIsNoFigureHoweverOftenItIsRead() throws {
  var log = DiagnosticLog()
  let table = try colleagueTable(["2,500", "1.5"])
  let counts = (0..<2).map { _ in FigureTable.readable(table, log: &log)?.figures.count }
  #expect(counts == [1, 1])
  #expect(log.diagnostics.count { $0.severity == .error } == 1)
}
