import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing

@testable import Tables

/// An update that is read, its figures' words by id, and what is said of it.
private func laid(_ csv: String) throws -> (figures: FigureTable, warnings: [String]) {
  let own = try Table.read(header + sample, file: "figures.csv", columns: FigureTable.columns)
  let update = try Table.read(csv, file: "later.csv", columns: FigureTable.columns)
  let (figures, warnings) = try FigureTable.read(own, updates: [update])
  return (
    figures,
    warnings.map(\.description).filter { $0.hasPrefix("later.csv") && !$0.contains("no source is named") }
  )
}

@Test(arguments: [
  "id,value,zip", "id,value,date", "id,value,name", "id,value,kind", "id,value,ID no",
])
func aColumnThatMerelyResemblesOneOfOursIsPassedOver(head: String) throws {
  let (figures, warnings) = try laid("\(head)\nvolume,70,x\n")
  #expect(figures["volume"]?.value == 70)
  #expect(warnings.count == 1)
  #expect(warnings.first?.contains(" is not read") == true)
}

@Test(arguments: [
  ("lable", "label"), ("sorce", "source"), ("statsu", "status"), ("units", "unit"), ("qualifer", "qualifier"),
])
func aColumnOfOursMisspeltIsAnErrorWhereOursIsMissing(name: String, meant: String) {
  let found = messages { _ = try laid("id,value,\(name)\nvolume,70,x\n") }
  #expect(found.first == "later.csv:1:10: error: unknown column '\(name)'\n  → did you mean '\(meant)'?")
  #expect(messages { _ = try laid("id,value,\(meant),\(name)\nvolume,70,,x\n") } == [])
}

@Test(arguments: [
  ",Total,132", ",Итого:,132", ",GRAND TOTAL 2023,132", "Total,,132", "Всего,,132", ",合计,132",
])
func aTotalIsNoFigure(row: String) throws {
  let (figures, warnings) = try laid("id,label,value\nvolume,Their volume,70\n\(row)\n")
  #expect(figures.figures.count == (try table(sample).figures.count))
  #expect(warnings.count == 1)
  #expect(warnings.first?.contains("this row is a total, and is not read") == true)
}

@Test func aSumWithoutAnIDIsATotal() throws {
  let own = try Table.read(header + sample, file: "figures.csv")
  var update = try Table.read("id,value\nvolume,70\n,132\n", file: "later.csv", columns: FigureTable.columns)
  #expect(
    messages { _ = try FigureTable.read(own, updates: [update]) }.first?.contains("this figure has no id")
      == true)
  update.rows[1][1].formula = "SUM(B2:B2)"
  #expect(try FigureTable.read(own, updates: [update]).figures["volume"]?.value == 70)
}

@Test func aFigureThatIsCalledTotalIsAFigure() throws {
  #expect(try table("total,Total trade,5,USD bn,2018,,,,¶5,\n")["total"]?.value == 5)
  #expect(
    messages(rows: ",Total trade,5,USD bn,2018,,,,¶5,\n").first?.contains("this figure has no id") == true)
}

@Test func headingsAndNotesBetweenFiguresAreNone() throws {
  let (figures, warnings) = try laid(
    "id,label,value\nExports and imports,,\nvolume,Their volume,70\n\"Source: Ministry of Trade, 2023\",,\n,Compiled by Ann,\n"
  )
  #expect(figures["volume"]?.value == 70)
  #expect(warnings.count == 3)
  #expect(warnings.allSatisfy { $0.contains("this row holds a text and no figure, and is not read") })
}

@Test(arguments: ["volume,,", "Volume,,", "vollume-,,"])
func anIDWithoutAValueIsAMistakeAndNoHeading(row: String) {
  #expect(
    messages { _ = try laid("id,label,value\n\(row)\n") }.contains {
      $0.contains("has no value") || $0.contains("the pack has no figure") || $0.contains("is no id")
    })
}

@Test(arguments: [
  ("€", "USD bn", "is in USD bn"), ("M", "USD bn", "is in USD bn"), ("тыс.", "km", "is in km"),
  (">", "km", "is exact"),
  ("‰", "%", "is in %"), ("₦", "USD bn", "is in USD bn"), ("EUR", "km", "is in km"),
  ("$bn", "EUR bn", "is in EUR bn"),
  ("$M", "USD bn", "is in USD bn"), ("t", "thousand t", "is in thousand t"), ("kt", "t", "is in t"),
  ("million t", "thousand t", "is in thousand t"), ("km", "m", "is in m"), ("t", "kt", "is in kt"),
  ("people", "million people", "is in million people"), ("t", "thousand tonnes", "is in thousand tonnes"),
  ("tonnes", "thousand t", "is in thousand t"),
])
func aFormatThatShowsAnotherUnitIsDoubted(addition: String, unit: String, doubt: String) throws {
  var own = try Table.read(header + "x,X,5,\(unit),2018,,,,¶5,\n", file: "f.csv")
  own.rows[0][2].addition = addition
  let warnings = try FigureTable.read(own).warnings.map(\.message)
  #expect(warnings.count == 1)
  #expect(
    warnings.first?.hasPrefix("the cell shows '\(addition)' beside its number, but figure 'x' \(doubt)")
      == true)
}

@Test(arguments: [
  ("$", "USD bn"), ("$", "MXN m"), ("$", "JMD m"), ("Kr", "SEK m"), ("real", "EUR m"), ("US$ bn", "USD bn"),
  ("M", "EUR m"), ("km", "km"), ("млрд ₽", "RUB bn"), ("-", "km"),
  ("m", "m"), ("t", "t"),
  ("EUR", "EUR m"), ("people", "people"), ("kt", "thousand t"), ("thousand t", "thousand t"),
  ("kt", "thousand tonnes"), ("tonnes", "tonnes"), ("t", "USD trn"), ("p.a.", "%"), ("¥", "CNY bn"),
])
func aFormatThatShowsTheRowsUnitIsNot(addition: String, unit: String) throws {
  var own = try Table.read(header + "x,X,5,\(unit),2018,,,,¶5,\n", file: "f.csv")
  own.rows[0][2].addition = addition
  #expect(try FigureTable.read(own).warnings.map(\.message) == [])
}

/// What is said of a line above an update of one figure.
private func saidOfTitle(_ title: String, unit: String, period: String = "2021") throws -> [String] {
  let own = try Table.read(header + "x,X,4,\(unit),\(period),,,,¶5,\n", file: "f.csv")
  let update = try Table.read(
    "\"\(title)\"\n\nid,value,source\nx,5,https://e.org/n\n", file: "later.csv", columns: FigureTable.columns)
  return try FigureTable.read(own, updates: [update]).warnings.map(\.description)
}

@Test(arguments: [
  ("EUR thousand", "EUR m"), ("in USD m", "EUR m"), ("Sales (€k)", "EUR m"), ("Values in 1,000 EUR", "EUR m"),
  ("Fleet statistics (all values in thousands)", "boats"), ("in '000", "people"),
  ("Fang, Tsd. Tonnen", "million t"),
  ("Catch in tonnes", "thousand t"), ("Catch (t)", "thousand t"), ("тыс. человек", "million people"),
  ("млрд тенге", "USD bn"), ("Millions of US dollars", "USD bn"), ("in per cent", "EUR m"),
  ("Anteil, %", "EUR m"), ("Sales in pesos", "EUR m"), ("Umsatz in Kronor", "EUR m"),
  ("ALL VALUES IN MILLIONS", "people"), ("Sales 2021, US$ bn", "EUR bn"), ("Million t", "thousand t"),
  ("Area in square kilometres", "ha"), ("Area (km²)", "km"), ("Length in miles", "km"),
  ("Length, metres", "km"),
  ("Catch in tonnes", "thousand tonnes"), ("Speed (km/h)", "km"), ("Power in gigawatt-hours", "GW"),
])
func aLineAboveATableThatNamesAnotherUnitIsDoubted(title: String, unit: String) throws {
  let said = try saidOfTitle(title, unit: unit)
  #expect(said.count == 1)
  #expect(
    said.first?.hasPrefix(
      "later.csv:1:2: warning: '\(title)' stands above the table, and is not read: figure 'x' is taken in \(unit)\n"
    )
      == true)
}

@Test(arguments: [
  ("EUR million", "EUR m"), ("EUR", "EUR m"), ("Sales in pesos", "CLP m"), ("Matches won", "EUR m"),
  ("Cases of colon cancer", "EUR m"), ("Paper of every mill", "EUR m"), ("Sales, 2021", "EUR m"),
  ("Fleet (thousands)", "thousand boats"),
  ("5 million people live here", "EUR m"), ("Deaths per thousand", "people"),
  ("A thousand islands", "people"),
  ("Catch in kt", "thousand t"), ("Published 3 May 2024", "EUR m"), ("As of 2024-05-03", "EUR m"),
  ("Statistical Yearbook 2024", "EUR m"), ("Stand: 3. Mai 2024", "EUR m"), ("3 May 2024", "EUR m"),
  ("ALL FIGURES OF THE TOP PORT", "EUR m"), ("Values for 2020/21", "EUR m"), ("Trade, 2018–2023", "%"),
  ("Share of trade, %", "%"), ("in 1000 t", "thousand t"), ("Growth of 3.5%", "EUR m"),
  ("Area in square kilometres", "km2"), ("Area (km²)", "km2"), ("Area, 1000 m3", "thousand m³"),
  ("Speed (km/h)", "km/h"), ("Length in miles", "miles"), ("Catch in tonnes", "tonnes"),
  ("Catch in thousand tons", "thousand tonnes"), ("Catch in kt", "thousand tonnes"),
  ("Power, kilowatt-hours", "kWh"),
])
func aLineAboveATableThatFitsIsNot(title: String, unit: String) throws {
  #expect(try saidOfTitle(title, unit: unit) == [])
}

@Test(arguments: ["Values for 2023", "2022–2023", "Fleet statistics 2022/23", "за 2023 год"])
func aLineAboveATableThatNamesAnotherYearIsDoubted(title: String) throws {
  let said = try saidOfTitle(title, unit: "km")
  #expect(said.count == 1)
  #expect(
    said.first?.contains(
      "'\(title)' stands above the table, and is not read: figure 'x' is taken to be of 2021") == true)
  #expect(try saidOfTitle(title, unit: "km", period: "2022/2023") == [])
}

@Test func aLineAboveATableOfSeveralUnitsIsHeldAgainstThoseThatItNames() throws {
  let rows = "money,M,4,EUR m,2021,,,,¶5,\nshare,S,4,%,2021,,,,¶5,\nfleet,F,4,thousand boats,2021,,,,¶5,\n"
  func said(_ title: String) throws -> [String] {
    let own = try Table.read("\"\(title)\"\n" + header + rows, file: "f.csv", columns: FigureTable.columns)
    return try FigureTable.read(own).warnings.map(\.message)
  }
  #expect(try said("Sales in EUR m, boats in thousands, 2021") == [])
  #expect(try said("Sales in EUR m and shares in %") == [])
  #expect(try said("Figures for 2023") == [])
  #expect(try said("Sales in EUR bn").map { $0.contains("figure 'money' is taken in EUR m") } == [true])
}

/// What is said of an update of a share and of a count that had a row for each of two years.
private func saidOfUpdate(_ update: String) throws -> [String] {
  let own = try Table.read(
    header
      + "share,S,38,%,2021,,,,¶5,\nfleet-2021,Fleet,4,boats,2021,,,,¶5,\nfleet-2022,Fleet,5,boats,2022,,,,¶5,\n",
    file: "f.csv")
  let later = try Table.read(
    "id,value,period,source\n\(update),https://e.org/n\n", file: "later.csv", columns: FigureTable.columns)
  return try FigureTable.read(own, updates: [later]).warnings.map(\.description)
}

@Test func aFractionForAPercentageIsDoubted() throws {
  let said = try saidOfUpdate("share,0.52,")
  #expect(said.count == 1)
  #expect(
    said.first?.hasPrefix(
      "later.csv:2:7: warning: figure 'share' was 38% and is now 0.52%: this may be 52%\n") == true)
  for row in ["share,0.52%,", "share,0.05,", "share,52,", "share,1.2,", "fleet-2021,0.5,"] {
    #expect(try saidOfUpdate(row) == [])
  }
}

@Test func aPeriodThatAnotherRowOfTheLabelHasIsDoubted() throws {
  let said = try saidOfUpdate("fleet-2021,6,2022")
  #expect(said.count == 1)
  #expect(
    said.first?.hasPrefix("later.csv:2:14: warning: figure 'fleet-2021' is now of 2022, and 'fleet-2022' is")
      == true)
  #expect(try saidOfUpdate("fleet-2021,6,2023") == [])
  #expect(try saidOfUpdate("fleet-2022,6,2022") == [])
  #expect(try saidOfUpdate("share,39,2022") == [])
}

@Test func aPeriodThatMayBeAMonthOrTwoYearsIsDoubted() throws {
  let said = try saidOfUpdate("share,39,2011-12")
  #expect(
    said == [
      "later.csv:2:10: warning: '2011-12' is read as December 2011, and may be meant as 2011/2012\n  → write 2011-12/2011-12 for the month, or 2011/2012 for the years"
    ])
  for period in ["2011-11", "2011-12/2011-12", "2011/2012", "2012-12"] {
    #expect(try saidOfUpdate("share,39,\(period)") == [])
  }
  #expect(try saidOfUpdate("share,39,2011-12,https://e.org/n\nfleet-2021,5,2011-11") == [])
}

@Test func anActualValueOfTheFutureIsDoubted() throws {
  var figures = try table("a,A,5,km,2023,,,,¶5,\nb,B,5,km,2023,,estimate,,¶5,\nc,C,5,km,2022-05,,,,¶5,\n")
  #expect(figures.earlyActuals() == [])
  figures.asOf = Period("2022-05")
  #expect(
    figures.earlyActuals().map(\.message) == [
      "figure 'a' is an actual value of 2023, but the figures are as of May 2022"
    ])
}

@Test func aRaisedNoteBesideANumberIsAnErrorThatSaysSo() {
  for value in ["12¹", "12₁", "¹12"] {
    let found = messages(rows: "x,X,\(value),km,2018,,,,¶5,\n")
    #expect(
      found.first?.contains("'\(value)' is no number\n  → a raised or lowered digit stands in it") == true)
  }
}

/// Twice the rows take at most about twice the time.
@Test func timeGrowsWithTheRows() throws {
  func time(_ count: Int) throws -> Double {
    let rows = (0..<count).map { "f-\($0),Thing \($0),\($0),km,2018,exact,actual,,https://example.org/t,\n" }
      .joined()
    let update = "id,value\n" + (0..<count).map { "f-\($0),\($0 + 1)\n" }.joined()
    var best = Double.infinity
    for _ in 0..<3 {
      let start = ContinuousClock.now
      let own = try Table.read(header + rows, file: "f.csv", columns: FigureTable.columns)
      let later = try Table.read(update, file: "u.csv", columns: FigureTable.columns)
      let figures = try FigureTable.read(own, updates: [later]).figures
      #expect(figures.figures.count == count)
      let spent = (ContinuousClock.now - start).components
      best = min(best, Double(spent.seconds) + Double(spent.attoseconds) / 1e18)
    }
    return best
  }
  _ = try time(200)
  // A square would make four of two; the machine may be busy with other tests.
  #expect(try time(4_000) < 3.2 * time(2_000))
}
