import Diagnostics
import Evidence
import Foundation
import Tables
import TestSupport
import Testing

/// Files that LibreOffice saved from one table (LibreOffice/README.md tells how).
private let folder = projectFolder.appendingPathComponent("Tests/EvidenceTests/LibreOffice")

private func updated(by file: String) throws -> FigureTable {
  let own = try Table.read(header + sample, file: "figures.csv")
  return try FigureTable.read(own, updates: [Table.open(folder.path + "/" + file)]).figures
}

@Test(arguments: [
  "en-US.csv", "de-DE.csv", "ru-RU.csv", "kk-KZ.csv", "de-DE-tabs.csv", "ru-RU-utf-16.csv",
  "en-US.xlsx", "de-DE.xlsx", "ru-RU.xlsx", "kk-KZ.xlsx", "kk-KZ.xlsx#Figures", "kk-KZ.xlsx#figures",
])
func everyLocalesFileSaysTheSame(file: String) throws {
  let figures = try updated(by: file)
  let was = try table(sample)
  #expect(figures["trade-9m"]?.words(.full) == "$2.3\u{A0}bn")
  #expect(figures["trade-2018"]?.words(.full) == "$3.25\u{A0}bn")
  #expect(figures["trade-2018"]?.status == .actual)
  #expect(figures["trade-2018"]?.note == "two lines; “quoted”,\nand \"straight\"")
  #expect(figures["border-open"]?.words(.full) == "about 3.5%")
  #expect(figures["signed"]?.words(.full) == "12 agreements")
  #expect(figures["signed"]?.period == Period("2018-06"))
  #expect(figures["visitors"]?.words(.full) == "about 1\u{202F}234\u{202F}567 visitors")
  #expect(figures["visitors"]?.label == "Посетители ярмарки „Käsemarkt“")
  #expect(figures["energy"]?.words(.full) == "0.3\u{A0}TWh")
  #expect(figures["energy"]?.period == Period("2018"))
  #expect(figures.ids == was.ids + ["visitors", "energy"])
  #expect(figures["grants"] == was["grants"])
}

@Test(arguments: [("ru-RU-windows-1251.csv", "Windows-1251"), ("de-DE-windows-1252.csv", "Windows-1252")])
func anotherEncodingIsNamed(file: String, encoding: String) {
  let found = messages { _ = try updated(by: file) }
  #expect(found.count == 1)
  #expect(found[0].contains(":3: error: this file is not UTF-8; it looks like \(encoding)"))
}

@Test func aSpreadsheetTellsWhichValuesItStoresAsNumbers() throws {
  let sheet = try Table.open(folder.path + "/de-DE.xlsx", columns: FigureTable.columns)
  let text = try Table.open(folder.path + "/de-DE.csv", columns: FigureTable.columns)
  let column = try #require(
    sheet.header.firstIndex { $0.text.trimmingCharacters(in: .whitespaces).lowercased() == "value" })
  let values = sheet.rows.map { $0[column] }.filter { !$0.text.isEmpty }
  #expect(values.count > 3)
  #expect(values.map(\.isStoredNumber) == values.map { _ in true })
  #expect(!sheet.rows.contains { $0[0].isStoredNumber })
  #expect(!text.rows.joined().contains { $0.isStoredNumber })
}

@Test func aDayInPlaceOfAMonthIsAnErrorThatTellsWhatHappened() {
  let found = messages { _ = try updated(by: "de-DE-dates.csv") }
  #expect(found.count == 1)
  #expect(
    found[0].contains(
      "de-DE-dates.csv:6:13: error: '01.06.2018' is a day, as a spreadsheet makes it of a month"))
}

@Test func aSheetThatDoesNotExistIsToldWithTheNearestNames() {
  let found = messages { _ = try updated(by: "en-US.xlsx#Figure") }
  #expect(found.count == 1)
  #expect(found[0].hasSuffix("en-US.xlsx: error: there is no sheet 'Figure'\n  → did you mean 'Figures'?"))
}

@Test func aSheetWithoutATableIsAnError() {
  let found = messages { _ = try updated(by: "en-US.xlsx#Remarks") }
  #expect(

    found.contains { $0.contains("en-US.xlsx#Remarks:A1: error: the column 'id' is missing") })
}
