import Diagnostics
import Testing

@testable import Evidence

private func received(_ csv: String) throws -> ReceivedTable {
  try ReceivedTable(Array(csv.utf8), file: "t.csv")
}

/// Label, value, unit, period and status of each figure.
private func rows(_ csv: String) throws -> [String] {
  try received(csv).figures.figures.map { figure in
    [figure.label, figure.writtenValue, figure.unit.text, figure.period?.iso ?? "", figure.status.rawValue]
      .joined(separator: "|")
  }
}

private func mistakes(_ csv: String) -> [String] {
  do {
    _ = try received(csv)
    return []
  } catch let error as DiagnosticError {
    return error.diagnostics.filter { $0.severity == .error }.map { "\($0)" }
  } catch {
    return ["\(error)"]
  }
}

@Test(arguments: [
  // Years across, as Excel of a country with decimal commas saves them, under a title.
  "\u{FEFF}Trade;;\r\n;2019;2020\r\nExports, USD bn;57,7;46,90\r\n",
  // A row for each time.
  "Year,\"Exports, USD bn\"\n2019,57.7\n2020,46.90\n",
  // A row for each figure.
  "Indicator,Period,Value,Unit\nExports,2019,57.7,USD bn\nExports,2020,46.90,bn USD\n",
  "label,value (US$ bn),year\nExports,57.7,2019\nExports,46.90,2020\n",
  "USD bn,,\nProduct,2019,2020\nExports,57.7,46.90\n",
  // As pandas writes it.
  ",label,year,\"value, USD bn\"\n0,Exports,2019,57.7\n1,Exports,2020,46.90\n",
])
func aTableOfAnyUsualShapeIsReadAsTyped(_ csv: String) throws {
  #expect(try rows(csv) == ["Exports|57.7|USD bn|2019|actual", "Exports|46.90|USD bn|2020|actual"])
}

@Test func whatSeveralColumnsSayTogetherIsTheLabel() throws {
  #expect(
    try rows("Country,Year,Exports (USD bn),Share\nNorway,2021,60.3,12%\nSweden,2021,16.6,8%\n") == [
      "Exports, Norway|60.3|USD bn|2021|actual", "Share, Norway|12|%|2021|actual",
      "Exports, Sweden|16.6|USD bn|2021|actual", "Share, Sweden|8|%|2021|actual",
    ])
  #expect(try rows("Source,\"Share, 2023\"\nCoal,66%\n") == ["Share, Coal|66|%|2023|actual"])
}

@Test(arguments: [
  ",A,B\nSchools,2015,2016\nPupils,2017,2018\n", "Name,A,B\nSchools,2015,2016\nPupils,2017,2018\n",
])
func numbersThatCouldBeYearsAreNoTimes(_ csv: String) throws {
  #expect(
    try rows(csv) == [
      "A, Schools|2015|||actual", "B, Schools|2016|||actual", "A, Pupils|2017|||actual",
      "B, Pupils|2018|||actual",
    ])
}

@Test func aTableMayBeginWithoutNumbers() throws {
  #expect(
    try rows("Indicator,Year,Value\nRye,2019,n/a\nRye,2020,…\nRye,2021,5\n10,2021,6\n") == [
      "Rye|5||2021|actual", "10|6||2021|actual",
    ])
  #expect(try rows("Trade,,USD bn\nProduct,2019,2020\nRye,,\nOats,1,2\n").count == 2)
}

@Test func unitsAreTakenOnlyWhereTheyCanBeNothingElse() {
  for (text, name, unit) in [
    ("Exports, USD bn", "Exports", "USD bn"), ("Exports (bn USD)", "Exports", "USD bn"),
    ("Exports, $ bn", "Exports", "USD bn"), ("Exports in EUR m", "Exports", "EUR m"),
    ("Экспорт, млрд тенге", "Экспорт", "KZT bn"), ("Импорт (млн долл. США)", "Импорт", "USD m"),
    ("Share [%]", "Share", "%"), ("Change %", "Change", "%"),
    ("Freight, thousand tonnes", "Freight", "thousand t"),
    ("Area (km2)", "Area", "km²"), ("Crops (million people)", "Crops", "million people"),
  ] { #expect(UnitInText(text).name == name && UnitInText(text).unit == unit, "\(text)") }
  for text in [
    "Exports (goods)", "Exports, f.o.b.", "Rates (som)", "People (million)", "USD bn", "Fish, fresh",
    "People in m",
  ] {
    #expect(UnitInText(text).unit == nil && UnitInText(text).name == text, "\(text)")
  }
}

@Test func timesAreReadAsPeopleWriteThem() {
  for (text, iso) in [
    ("2019", "2019"), ("2019 г.", "2019"), ("2023 жыл", "2023"), ("Q1 2019", "2019-01/2019-03"),
    ("2019Q4", "2019-10/2019-12"), ("2019M05", "2019-05"), ("05.2019", "2019-05"), ("May 2019", "2019-05"),
    ("2017–2019", "2017/2019"), ("9M 2019", "2019-01/2019-09"), ("H2 2019", "2019-07/2019-12"),
    ("2025 (target)", "2025"),
  ] { #expect(PeriodName(text)?.period.iso == iso, "\(text)") }
  #expect(PeriodName("2025 (target)")?.status == .target && PeriodName("2025 прогноз")?.status == .estimate)
  for text in ["2018/19", "2019*", "May", "12", "57.7", "2019-01-01", "Q5 2019", "13.2019", "Total 2019"] {
    #expect(PeriodName(text) == nil, "\(text)")
  }
}

@Test(arguments: [
  ("", "t.csv:1: error: the table is empty"),
  ("Product,2019\n", "t.csv:1:1: error: this table has no rows of numbers"),
  ("Ann,Bob\nred,blue\n", "t.csv:1:1: error: no row of this table names its columns"),
  ("Year,Value\n2019,5\n", "t.csv:1:1: error: no column says what the numbers count"),
  ("Product,2019,2020*\nRye,1,2\n", "t.csv:1:14: error: '2020*' stands over a column"),
  ("Product,2019,2020\nRye,1,\"1,234\"\n", "t.csv:2:8: error: '1,234' can be read as 1234 or as 1.234"),
  ("Product,2019,2020\nRye,1,2\nRye,1,3\n", "t.csv:3:7: error: '3' is a second value"),
  (
    "Product,2019,2020\nRye,1,2\nProduct,2019,2020\n", "t.csv:3:9: error: the names of the columns come again"
  ),
  ("Product,2019,2020\nRye,10%,20\n", "t.csv:2:9: error: '20' has no sign %"),
  (
    "Product,Year,Value\nRye,2019,2\n,2020,3\n",
    "t.csv:3:1: error: this row doesn't say what its numbers count"
  ),
  ("Product,Year,Value\nRye,2019,2\nRye,,3\n", "t.csv:3:5: error: this row doesn't say of which time"),
  ("Product,2019-01-01,2020-01-01\nRye,1,2\n", "t.csv:1:9: error: '2019-01-01' stands over a column"),
  ("Year,Jan,Feb\n2019,1,2\n", "t.csv:1:6: error: 'Jan' is a part of a year"),
  ("Product,2019,2020\nRye,about 5,2\n", "t.csv:2:5: error: 'about 5' is no number"),
  ("id,label,value\na,,2\n", "error: figure 'a' has no label"),
])
func whatCannotBeUnderstoodIsAnErrorAtItsPlace(_ csv: String, _ message: String) {
  #expect(mistakes(csv).contains { $0.contains(message) }, "\(mistakes(csv))")
}

@Test func cellsWithoutANumberAreNoFiguresAndTold() throws {
  let table = try received("Product,2019,2020,2021\nRye,n/a,:,5\nOats,…,n/a,4\nNote: preliminary,,,\n")
  #expect(table.figures.ids == ["rye-2021", "oats-2021"])
  let doubts = table.doubts.inReadingOrder
  #expect(doubts.map { $0.location?.placeInFile } == ["2:5", "2:9", "3:6", "4:1"], "\(doubts)")
  #expect(doubts[0].message.hasPrefix("2 cells, of which this is the first"))
}

@Test func aRowThatStandsTwiceIsReadOnceAndDoubted() throws {
  let table = try received("Product,2019\nRye,5\nRye,5\n")
  #expect(table.figures.ids == ["rye-2019"])
  #expect(table.doubts.map(\.message) == ["'5' is said already, in line 2, and is read once"])
}

@Test func idsAreLatinDifferAndTellWhatIsCounted() throws {
  let table = try received(
    """
    Көрсеткіш;2021
    Өнеркәсіп өндірісі;5
    Ўсимлик ғалласи;6
    Exports of goods to all countries by rail;7
    Exports of goods to all countries by road;8
    5G masts;9
    煤;1

    """)
  #expect(
    table.figures.ids == [
      "onerkasip-ondirisi-2021", "usimlik-gallasi-2021", "exports-goods-to-all-2021",
      "exports-goods-to-all-countries-road-2021", "figure-5g-masts-2021", "mei-2021",
    ])
}

@Test func eachFigureNamesItsRowAndNoParagraphOfAnInterviewThatIsNotThere() throws {
  let table = try received(
    "id,label,value,period,source\na,Trade,2,2018,¶5\nb,Trade,3.10,2019,\"Yearbook 2020, p. 4\"\nc,Trade,4,2020,\n"
  )
  #expect(
    table.figures.figures.map { $0.sources.map(\.written).joined(separator: "; ") } == [
      "t.csv, line 2", "Yearbook 2020, p. 4", "t.csv, line 4",
    ])
  #expect(table.doubts.contains { $0.message.contains("a paragraph of an interview that is not here") })
}

@Test func whatIsNoSourceOfARowStandsInItsNote() throws {
  let table = try received(
    "Product,Year,Value,Source,Note\nRye,2019,2,customs; Yearbook 2020,as of May\nOats,2019,3,¶4,\n")
  let figures = table.figures.figures
  #expect(figures[0].sources.map(\.written) == ["Yearbook 2020", "t.csv, line 2"])
  #expect(figures[0].note == "as of May; customs" && figures[1].note == "¶4")
}

@Test func aCurrencyThatIsMostlyMeantIsTakenWithADoubt() throws {
  for (header, isDoubted) in [
    ("Exports ($ bn)", true), ("Exports (US$ bn)", false), ("Exports (USD bn)", false),
  ] {
    let table = try received("Year,\(header)\n2019,2\n")
    #expect(table.figures.figures[0].unit.text == "USD bn")
    #expect(table.doubts.contains { $0.message.contains("other countries' money") } == isDoubted, "\(header)")
  }
}

@Test func aGoalMayStandBesideWhatCameOfIt() throws {
  #expect(
    try rows("Product,2025,2025 (target)\nRye,2,3\n") == ["Rye|2||2025|actual", "Rye|3||2025|target"])
}

@Test func moreThanABriefingHoldsIsRefused() {
  let csv = "Product,2019,2020\n" + (1...1001).map { "Product \($0) x,\($0),2\n" }.joined()
  #expect(mistakes(csv).count == 1 && mistakes(csv)[0].contains("holds 2002 figures"))
  let wrong = "Product,2019\n" + (1...100).map { "Product \($0) x,about\n" }.joined() + "Rye,1\n"
  #expect(mistakes("Product,2019\nRye,1\n" + wrong.dropFirst(13)).count == 25)
}
