import Diagnostics
import TestSupport
import Testing

@testable import Tables

private let columns = Table.Columns(["id", "label", "value"], head: "id", numbers: ["value"])

/// Rows of texts and numbers as a sheet has them; an empty text is no cell.
private func rows(_ rows: [[String]], from first: Int = 1) -> String {
  rows.enumerated().map { index, row in
    let cells = row.enumerated().map { column, text in
      let place = "\("ABCDEFG".map { String($0) }[column])\(first + index)"
      let isNumber = !text.isEmpty && text.allSatisfy { $0.isNumber || $0 == "." }
      return text.isEmpty
        ? ""
        : isNumber ? "<c r=\"\(place)\"><v>\(text)</v></c>" : "<c r=\"\(place)\" t=\"str\"><v>\(text)</v></c>"
    }
    return "<row r=\"\(first + index)\">\(cells.joined())</row>"
  }.joined()
}

private func read(_ workbook: Workbook) throws -> Table {
  try Table.read(workbook.bytes(), file: "t.xlsx", columns: columns)
}

@Test func theSheetAndTheRowWhereTheTableBeginsAreFound() throws {
  let sheets = #"<sheet name="Cover" sheetId="1" r:id="rId1"/><sheet name="Data" sheetId="2" r:id="rId4"/>"#
  let workbook = Workbook(rows: rows([["Trade in figures"], ["id of the letter", "5"]]), sheets: sheets)
  let parts = workbook.parts.map { part in
    part.name == "xl/worksheets/sheet2.xml"
      ? (
        part.name,
        part.text.replacing(
          /<row.*<\/row>/, with: rows([["Our id"], [], ["ID", "", "Value"], ["x", "", "5"]]))
      ) : part
  }
  let table = try Table.read(ZipArchive.packed(parts), file: "t.xlsx", columns: columns)
  #expect(table.file == "t.xlsx#Data")
  #expect(table.header.map(\.text) == ["ID", "Value"])
  #expect(table.rows.map { $0.map(\.text) } == [["x", "5"]])
  #expect(table.warnings.isEmpty)
}

@Test func ofSeveralSheetsWithATableTheFirstIsReadWithAWarning() throws {
  let sheets = #"<sheet name="2018" sheetId="1" r:id="rId1"/><sheet name="2019" sheetId="2" r:id="rId4"/>"#
  let one = rows([["id", "value"], ["x", "5"]])
  let parts = Workbook(rows: one, sheets: sheets).parts.map { part in
    part.name == "xl/worksheets/sheet2.xml"
      ? (part.name, part.text.replacing(/<row.*<\/row>/, with: one)) : part
  }
  let table = try Table.read(ZipArchive.packed(parts), file: "t.xlsx", columns: columns)
  #expect(table.file == "t.xlsx#2018")
  #expect(
    table.warnings.map(\.description) == [
      "t.xlsx#2018: warning: of several sheets with such a table the first is read, and not '2019'\n  → name the one that counts: t.xlsx#SHEET"
    ])
}

@Test func namesOfColumnsMayStandInMergedCells() throws {
  let table = try read(
    Workbook(
      rows: rows([["id", "What", "Figures"], ["", "label", "value"], ["x", "X", "5"]]),
      after: #"<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="C1:D1"/></mergeCells>"#))
  #expect(table.header.map(\.text) == ["id", "label", "value"])
  #expect(table.rows.map { $0.map(\.text) } == [["x", "X", "5"]])
  #expect(table.rows[0][0].location.placeInFile == "A3")
}

@Test func aNoteAcrossTheTableMayBeMergedButAFigureMayNot() throws {
  let text = rows([["id", "label", "value"], ["x", "X", "5"], ["Source: a letter"]])
  #expect(
    try read(Workbook(rows: text, after: #"<mergeCells><mergeCell ref="A3:C3"/></mergeCells>"#)).rows.count
      == 2)
  let found = messages {
    _ = try read(Workbook(rows: text, after: #"<mergeCells><mergeCell ref="B2:B3"/></mergeCells>"#))
  }
  #expect(found.first?.hasPrefix("t.xlsx#Data:B2: error: the cells B2:B3 are merged") == true)
}

@Test func mistakesInAColleaguesOwnColumnsAreNone() throws {
  let table = try read(
    Workbook(
      rows:
        #"<row r="1"><c t="str"><v>id</v></c><c t="str"><v>value</v></c><c t="str"><v>check</v></c></row>"#
        + #"<row r="2"><c t="str"><v>x</v></c><c><v>5</v></c><c t="e"><v>#REF!</v></c><c t="str"><v>beside</v></c></row>"#
    ))
  #expect(table.rows.map { $0.map(\.text) } == [["x", "5", ""]])
  #expect(
    table.warnings.map(\.description) == [
      "t.xlsx#Data:D2: warning: this cell stands in a column without a name, and is not read\n  → name the column in row 1, or empty the cell"
    ])
}

@Test func commentsAndHiddenColumnsAreSaid() throws {
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  let parts = Workbook(rows: rows([["id", "value"], ["x", "5"]])).parts.map { part in
    part.name == "xl/worksheets/sheet1.xml"
      ? (
        part.name,
        part.text.replacing(
          "<sheetData>", with: #"<cols><col min="2" max="3" hidden="1"/></cols><sheetData>"#)
      ) : part
  }
  let more: [(name: String, text: String)] = [
    (
      "xl/worksheets/_rels/sheet1.xml.rels",
      #"<Relationships xmlns="p"><Relationship Id="rId1" Type="\#(office)/comments" Target="../comments1.xml"/></Relationships>"#
    ),
    (
      "xl/comments1.xml",
      #"<comments xmlns="m"><commentList><comment ref="B2"><text><r><t>an estimate,</t></r><r><t> says Ann</t></r></text></comment></commentList></comments>"#
    ),
  ]
  let table = try Table.read(ZipArchive.packed(parts + more), file: "t.xlsx", columns: columns)
  #expect(
    table.warnings.map(\.description) == [
      "t.xlsx#Data:B1: warning: the column 'value' is hidden, and is read all the same\n  → show it, and look whether it should count",
      "t.xlsx#Data:B2: warning: a comment stands at this cell, and is not read: “an estimate, says Ann”\n  → what it says of the figure belongs into the table: qualifier, status, note",
    ])
}

@Test(arguments: [
  #"<row r="9223372036854775807"><c><v>1</v></c></row><row><c><v>1</v></c></row>"#, #"<row r="1048577"/>"#,
  #"<row r="-1"/>"#, #"<row r="1"><c r="XFD1"><v>1</v></c><c><v>1</v></c></row>"#,
])
func rowsAndColumnsThatNoSheetHasAreErrors(text: String) {
  let found = messages { _ = try read(Workbook(rows: text)) }
  #expect(found.first?.contains("this spreadsheet is damaged: 'xl/worksheets/sheet1.xml'") == true)
}

@Test func rowsAreReadByTheirNumbers() throws {
  let table = try read(
    Workbook(
      rows:
        #"<row><c r="A3" t="str"><v>y</v></c><c r="B3"><v>2</v></c></row><row r="2"><c r="a2" t="str"><v>x</v></c><c r="B2"><v>1</v></c></row>"#
        + rows([["id", "value"]])))
  #expect(table.rows.map { $0.map(\.text) } == [["x", "1"], ["y", "2"]])
  let twice = #"<row r="1"><c r="A1" t="str"><v>id</v></c><c r="A1" t="str"><v>value</v></c></row>"#
  #expect(
    messages { _ = try Workbook(rows: twice + twice.replacing("1", with: "2")).table() }.first?.contains(
      "stands twice in the file") == true)
}

@Test func sizesAreBounded() {
  let long = "id,value\nx," + String(repeating: "a", count: 40_001) + "\n"
  #expect(
    messages { _ = try Table.read(long, file: "t.csv") }.first?.hasPrefix(
      "t.csv:2:3: error: this text is longer than 40000 bytes") == true)
  let many = "id,value\n" + String(repeating: "x,1\n", count: 50_000)
  #expect(
    messages { _ = try Table.read(many, file: "t.csv") }.first?.contains(
      "this table has more than 50000 rows or 1000 columns") == true)
  let wide = Array(repeating: "a", count: 1_001).enumerated().map { "a\($0.offset)" }.joined(separator: ",")
  #expect(
    messages { _ = try Table.read(wide, file: "t.csv") }.first?.contains(
      "more than 50000 rows or 1000 columns") == true)
}
