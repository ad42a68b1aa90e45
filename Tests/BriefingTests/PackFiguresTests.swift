import Diagnostics
import Evidence
import Foundation
import Tables
import TestSupport
import Testing

@testable import Briefing

/// A pack's folder with these tables of figures and nothing else of use.
private func pack(_ tables: [String: [UInt8]]) throws -> String {
  let folder = try TemporaryFolder()
  try folder.write("title: T\n", to: "pack.yml")
  for (name, bytes) in tables { try folder.write(Data(bytes), to: name) }
  return folder.path
}

private func mistakes(of path: String) -> String {
  do {
    _ = try FigureTable.load(pack: path, updates: [])
    return ""
  } catch {
    return error.description
  }
}

private let head = [
  "id", "label", "value", "unit", "period", "qualifier", "status", "formula", "source", "note",
]
private let row = ["x", "Length", "12.5", "km", "2018", "", "", "", "https://example.org/x", ""]

@Test func aPacksTableMayBeASpreadsheet() throws {
  let cells: [[Table.Cell]] = [head.map { .text($0) }, row.map { $0 == "12.5" ? .number($0) : .text($0) }]
  let path = try pack(["figures.xlsx": Table.spreadsheet(cells, sheet: "Figures", widths: [])])
  let (figures, warnings) = try FigureTable.load(pack: path, updates: [])
  #expect(figures["x"]?.words(.full) == "12.5\u{A0}km")
  #expect(warnings.isEmpty)
  #expect(figures["x"]?.location.placeInFile == "A2")
}

@Test func twoTablesOfOnePackAreAnError() throws {
  let path = try pack([
    "figures.xlsx": Table.spreadsheet([], sheet: "F", widths: []), "figures.csv": Table.csv([head, row]),
  ])
  #expect(mistakes(of: path).contains("the pack has two tables of figures, figures.csv and figures.xlsx"))
}

@Test func aPackWithoutATableSaysWhichIsMissing() throws {
  let path = try pack([:])
  #expect(mistakes(of: path).contains("figures.csv: error: the table of figures is missing"))
}
