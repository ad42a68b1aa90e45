import Diagnostics
import TestSupport
import Testing

@testable import Tables

/// A spreadsheet of one sheet, part by part, as Excel writes them.
struct Workbook {
  var rows = ""
  var after = ""
  var strings: [String] = []
  /// Codes of custom number formats; cell style 0 is General, 1 and on are these.
  var formats: [String] = []
  /// Numbers of built-in formats, as the styles after those.
  var builtIns: [Int] = []
  var properties = ""
  var sheets = #"<sheet name="Data" sheetId="1" r:id="rId1"/>"#
  var prefix = ""

  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  var parts: [(name: String, text: String)] {
    let codes = formats.enumerated().map { #"<numFmt numFmtId="\#(170 + $0)" formatCode="\#($1)"/>"# }
    let styles = [0] + formats.indices.map { 170 + $0 } + builtIns
    let xfs = styles.map { #"<xf numFmtId="\#($0)" fontId="0"><alignment horizontal="left"/></xf>"# }
    return [
      (
        "_rels/.rels",
        #"<Relationships xmlns="p"><Relationship Id="rId1" Type="\#(Self.office)/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
      ),
      (
        "xl/workbook.xml",
        #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)">\#(properties)<bookViews><workbookView/></bookViews><sheets>\#(sheets)</sheets></workbook>"#
      ),
      (
        "xl/_rels/workbook.xml.rels",
        #"<Relationships xmlns="p"><Relationship Id="rId1" Type="\#(Self.office)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="\#(Self.office)/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="\#(Self.office)/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId4" Type="\#(Self.office)/worksheet" Target="worksheets/sheet2.xml"/></Relationships>"#
      ),
      (
        "xl/styles.xml",
        #"<styleSheet xmlns="\#(Self.main)"><numFmts>\#(codes.joined())</numFmts><cellXfs>\#(xfs.joined())</cellXfs></styleSheet>"#
      ),
      (
        "xl/sharedStrings.xml",
        #"<sst xmlns="\#(Self.main)">\#(strings.map { "<si>\($0)</si>" }.joined())</sst>"#
      ),
      (
        "xl/worksheets/sheet1.xml",
        prefix
          + #"<worksheet xmlns="\#(Self.main)"><dimension ref="A1:C3"/><sheetData>\#(rows)</sheetData>\#(after)</worksheet>"#
      ),
      (
        "xl/worksheets/sheet2.xml",
        #"<worksheet xmlns="\#(Self.main)"><sheetData><row r="1"><c r="A1" t="str"><v>second</v></c></row></sheetData></worksheet>"#
      ),
    ]
  }

  func bytes() throws -> [UInt8] { try ZipArchive.packed(parts) }

  func table(sheet: String? = nil) throws -> Table {
    try Table.read(bytes(), file: "t.xlsx", sheet: sheet)
  }
}

private func cell(_ place: String, _ attributes: String, _ inside: String) -> String {
  "<c r=\"\(place)\" \(attributes)>\(inside)</c>"
}

/// The text of a cell below a head.
private func text(_ attributes: String, _ inside: String, in workbook: Workbook = Workbook()) throws
  -> String?
{
  var workbook = workbook
  workbook.rows =
    #"<row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2">"# + cell("A2", attributes, inside) + "</row>"
  return try workbook.table().rows.first?.first?.text
}

@Test func textsAreReadWhereverTheyAreKept() throws {
  let shared = Workbook(strings: [
    "<t>plain</t>", #"<t xml:space="preserve"> kept </t>"#,
    #"<r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh sb="0" eb="1"><t>x</t></rPh>"#,
    "<t>a&amp;b&lt;</t>",
    "<t/>",
  ])
  let expected: [String?] = ["plain", " kept ", "two runs", "a&b<", nil]
  for (index, expected) in expected.enumerated() {
    #expect(try text(#"t="s""#, "<v>\(index)</v>", in: shared) == expected)
  }
  #expect(try text(#"t="inlineStr""#, "<is><t>in line</t></is>") == "in line")
  #expect(try text(#"t="inlineStr""#, "<is><r><t>in </t></r><r><t>line</t></r></is>") == "in line")
  #expect(try text(#"t="str""#, "<f>A1</f><v>computed</v>") == "computed")
  #expect(try text(#"t="b""#, "<v>1</v>") == "TRUE")
  #expect(try text(#"t="d""#, "<v>2018-05-01T00:00:00</v>") == "2018-05-01")
}

/// Stored numbers are what Excel writes for 62, 8.6, 0.1 + 0.2 and so on; it shows 15 digits at most.
@Test(arguments: [
  ("62.000000000000007", "62"), ("8.5999999999999996", "8.6"), ("0.30000000000000004", "0.3"), ("2.5", "2.5"),
  ("-3.2000000000000002", "-3.2"), ("1E-3", "0.001"), ("4.6000000000000001E-2", "0.046"),
  ("1.2345678901234567E+20", "123456789012346000000"), ("10000", "10000"), ("0", "0"), ("-0", "0"),
  ("123456789012345", "123456789012345"),
])
func aNumberIsTakenAsASpreadsheetShowsIt(stored: String, expected: String) throws {
  #expect(try text("", "<v>\(stored)</v>") == expected)
  #expect(try text(#"t="n""#, "<f>1+1</f><v>\(stored)</v>") == expected)
}

@Test(arguments: [
  ("0%", "0.4", "40%"), ("0.00%", "0.28999999999999998", "29%"), ("0.0\\%", "0.4", "0.4"),
  ("yyyy-mm-dd", "43221", "2018-05-01"), ("yyyy\\-mm", "43221", "2018-05"), ("mmm-yy", "43221", "2018-05"),
  ("yyyy", "43221", "2018"), ("[$-409]d\\ mmmm\\ yyyy;@", "43251.75", "2018-05-31"),
  ("[Red]0.0;&quot;dmy&quot;0", "2.5", "2.5"), ("&quot;day &quot;0", "3", "3"), ("General", "2.5", "2.5"),
  ("#,##0.00\\ _d", "2.5", "2.5"), ("0.00E+00", "0.5", "0.5"), ("yyyy-mm-dd", "1", "1900-01-01"),
  ("yyyy-mm-dd", "59", "1900-02-28"), ("yyyy-mm-dd", "61", "1900-03-01"),
  ("yyyy-mm-dd", "2958465", "9999-12-31"), ("yyyy-mm-dd", "36585", "2000-02-29"),
])
func aNumberFormatSaysWhatANumberMeans(code: String, stored: String, expected: String) throws {
  #expect(try text(#"s="1""#, "<v>\(stored)</v>", in: Workbook(formats: [code])) == expected)
}

@Test(arguments: [
  (9, "0.5", "50%"), (14, "43221", "2018-05-01"), (17, "43221", "2018-05"), (3, "43221", "43221"),
])
func aBuiltInFormatIsKnownByItsNumber(id: Int, stored: String, expected: String) throws {
  #expect(try text(#"s="1""#, "<v>\(stored)</v>", in: Workbook(builtIns: [id])) == expected)
}

@Test func datesMayCountFrom1904() throws {
  let workbook = Workbook(formats: ["yyyy-mm-dd"], properties: #"<workbookPr date1904="1"/>"#)
  #expect(try text(#"s="1""#, "<v>41759</v>", in: workbook) == "2018-05-01")
  #expect(try text(#"s="1""#, "<v>0</v>", in: workbook) == "1904-01-01")
}

@Test(arguments: [
  (#"t="e""#, "<v>#N/A</v>", "this cell holds the error #N/A"),
  ("", "<f>A1</f>", "this cell has a formula but no value"),
  (#"t="s""#, "<v>7</v>", "this cell's text is missing from the file"),
  (#"s="1""#, "<v>0.5</v>", "this cell is a time of day"),
  (#"s="2""#, "<v>60</v>", "this cell's number '60' can't be read"),
  ("", "<v>1e999</v>", "this cell's number '1e999' can't be read"),
  ("", "<v>x</v>", "this cell's number 'x' can't be read"),
])
func aCellThatCantBeReadIsNamed(attributes: String, inside: String, message: String) {
  let found = messages { _ = try text(attributes, inside, in: Workbook(formats: ["h:mm", "yyyy-mm-dd"])) }
  #expect(found.count == 1)
  #expect(found.first?.hasPrefix("t.xlsx#Data:A2: error: \(message)\n  → ") == true)
}

@Test func rowsAndColumnsNeedNotBeNamedOrFull() throws {
  let workbook = Workbook(
    rows: #"<row/><row r="3"><c r="B3" t="str"><v>id</v></c><c t="str"><v>value</v></c><c s="0"/></row>"#
      + #"<row><c r="C4"><v>2</v></c></row><row r="9"><c r="B9" t="str"><v>x</v></c></row><row r="12"><c r="A12"/></row>"#
  )
  let table = try workbook.table()
  #expect(table.header.map(\.text) == ["id", "value"])
  #expect(table.rows.map { $0.map(\.text) } == [["", "2"], ["x", ""]])
  #expect(table.rows[0][0].location.placeInFile == "B4")
  #expect(table.rows[1][1].location.placeInFile == "C9")
}

@Test func aHiddenRowIsReadWithAWarning() throws {
  let workbook = Workbook(
    rows: #"<row r="1"><c t="str"><v>id</v></c></row><row r="2" hidden="1"><c t="str"><v>x</v></c></row>"#)
  let table = try workbook.table()
  #expect(table.rows.count == 1)
  #expect(
    table.warnings.map(\.description) == [
      "t.xlsx#Data:A2: warning: row 2 is hidden, and is read all the same\n  → delete it if it should not count"
    ])
}

@Test func aCellBesideTheTableAndMergedCellsAreErrors() {
  let workbook = Workbook(
    rows:
      #"<row r="1"><c t="str"><v>id</v></c></row><row r="2"><c t="str"><v>x</v></c><c t="str"><v>note</v></c></row>"#,
    after: #"<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="F7:G7"/></mergeCells>"#)
  #expect(
    messages { _ = try workbook.table() } == [
      "t.xlsx#Data:A2: error: the cells A2:A3 are merged\n  → unmerge them: each figure has a row and each column a cell of its own",
      "t.xlsx#Data:B2: error: this cell stands in a column without a name\n  → name the column in row 1, or empty the cell",
    ])
}

@Test func aTitleAboveTheTableIsPassedOver() throws {
  let workbook = Workbook(
    rows:
      #"<row r="1"><c r="B1" t="str"><v>Trade figures</v></c></row><row r="3"><c r="B3" t="str"><v>Id</v></c></row><row r="4"><c r="B4" t="str"><v>x</v></c></row>"#,
    after: #"<mergeCells><mergeCell ref="B1:E1"/></mergeCells>"#)
  let table = try Table.read(
    workbook.bytes(), file: "t.xlsx", columns: Table.Columns(["id", "value"], head: "id"))
  #expect(table.header.map(\.text) == ["Id"])
  #expect(table.rows.map { $0.map(\.text) } == [["x"]])
  let text = try Table.read(
    "Trade figures,\n,\nid,value\nx,2\n", file: "t.csv", columns: Table.Columns(["id", "value"], head: "id"))
  #expect(text.header.map(\.text) == ["id", "value"])
  #expect(text.rows.count == 1)
}

@Test func theFirstSheetInViewIsReadUnlessOneIsNamed() throws {
  let workbook = Workbook(
    rows: #"<row r="1"><c t="str"><v>first</v></c></row>"#,
    sheets:
      #"<sheet name="Data" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Zwei" sheetId="2" r:id="rId4"/>"#
  )
  #expect(try workbook.table().header.map(\.text) == ["second"])
  #expect(try workbook.table(sheet: "data").header.map(\.text) == ["first"])
  #expect(
    messages { _ = try workbook.table(sheet: "Zwo") } == [
      "t.xlsx: error: there is no sheet 'Zwo'\n  → did you mean 'Zwei'?"
    ])
}

@Test func whatIsNoSpreadsheetIsAnErrorThatSaysWhy() throws {
  func found(_ bytes: [UInt8]) -> String? { messages { _ = try Table.read(bytes, file: "t.xlsx") }.first }
  #expect(
    found(Array("id,value\n".utf8))?.hasPrefix("t.xlsx: error: this is no spreadsheet that can be read")
      == true)
  #expect(found([0xD0, 0xCF, 0x11, 0xE0, 0, 0])?.contains("is encrypted, or of before 2007") == true)
  #expect(found([])?.contains("this is no spreadsheet: it has no '_rels/.rels'") == true)
  let whole = try Workbook(rows: #"<row r="1"><c t="str"><v>id</v></c></row>"#).bytes()
  #expect(found(Array(whole.dropLast(40)))?.contains("this is no spreadsheet that can be read") == true)
  #expect(
    found(try ZipArchive.packed([("a", "b")]))?.contains("this is no spreadsheet: it has no '_rels/.rels'")
      == true)
  #expect(
    found(try Workbook(rows: "<row><c>").bytes())?.contains("'xl/worksheets/sheet1.xml' can't be understood")
      == true)
  #expect(
    found(try Workbook(prefix: #"<!DOCTYPE x [<!ENTITY a "aaaa">]>"#).bytes())?.contains(
      "can't be understood") == true)
}

@Test func aFileThatUnpacksWithoutEndIsAnError() throws {
  let workbook = Workbook(rows: String(repeating: " ", count: 40 << 20))
  #expect(
    messages { _ = try workbook.table() } == [
      "t.xlsx: error: this spreadsheet is too large: 'xl/worksheets/sheet1.xml' unpacks to more than 32 MB\n  → leave only the table of figures in it"
    ])
}

@Test func whatIsWrittenIsReadBack() throws {
  let rows: [[Table.Cell]] = [
    [.text("id"), .text("value")], [.text(" <&\"> \n ж"), .number("2.50")], [.text(""), .number("-10000")],
  ]
  let bytes = try Table.spreadsheet(rows, sheet: "A & B", widths: [10, 5])
  #expect(bytes == (try Table.spreadsheet(rows, sheet: "A & B", widths: [10, 5])))
  let table = try Table.read(bytes, file: "t.xlsx", sheet: "A & B")
  #expect(table.header.map(\.text) == ["id", "value"])
  #expect(table.rows.map { $0.map(\.text) } == [[" <&\"> \n ж", "2.5"], ["", "-10000"]])
}
