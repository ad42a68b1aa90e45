import Diagnostics
import TestSupport
import Testing

@testable import Tables

private let strict = [
  (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main"
  ),
  (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships"
  ),
]

/// A percentage, a shared text and a number, in all the parts that a spreadsheet has.
private let workbook = Workbook(
  rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="str"><v>b</v></c></row>"#
    + #"<row r="2"><c r="A2" s="1"><v>0.404</v></c><c r="B2"><v>12</v></c></row>"#,
  strings: ["<t>a</t>"], formats: ["0.0%"])

private let expected = [["40.4%", "12"]]

private func read(_ parts: [(name: String, text: String)]) throws -> [[String]] {
  try Table.read(ZipArchive.packed(parts), file: "t.xlsx").rows.map { $0.map(\.text) }
}

/// Every element of a part with a prefix, as .NET's libraries write them.
private func prefixed(_ text: String) -> String {
  text.replacing(/<(\/?)([A-Za-z])/) { "<\($0.1)x:\($0.2)" }.replacing("xmlns=", with: "xmlns:x=")
}

@Test func partsMayWriteAnyPrefix() throws {
  #expect(try read(workbook.parts) == expected)
  #expect(try read(workbook.parts.map { ($0.name, prefixed($0.text)) }) == expected)
  for name in workbook.parts.map(\.name) {
    #expect(
      try read(workbook.parts.map { ($0.name, $0.name == name ? prefixed($0.text) : $0.text) }) == expected)
  }
  let other = workbook.parts.map {
    ($0.name, $0.text.replacing("r:id", with: "rel:id").replacing("xmlns:r=", with: "xmlns:rel="))
  }
  #expect(try read(other) == expected)
}

@Test func strictSpreadsheetsAreRead() throws {
  let parts = workbook.parts.map { part in
    (part.name, strict.reduce(part.text) { $0.replacing($1.0, with: $1.1) })
  }
  #expect(try read(parts) == expected)
}

@Test(arguments: [
  "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml",
  "..\\xl\\worksheets\\sheet1.xml", "Worksheets/Sheet1.XML", "worksheets/sheet%31.xml",
])
func aPartIsFoundHoweverItIsNamed(target: String) throws {
  let parts = workbook.parts.map {
    ($0.name, $0.text.replacing(#"Target="worksheets/sheet1.xml""#, with: #"Target="\#(target)""#))
  }
  #expect(try read(parts) == expected)
}

@Test func entriesMayHaveBackslashes() throws {
  #expect(try read(workbook.parts.map { ($0.name.replacing("/", with: "\\"), $0.text) }) == expected)
}

@Test func aStyleThatIsMissingIsAnErrorAndNoNumber() throws {
  let parts = workbook.parts.map {
    ($0.name, $0.text.replacing("<numFmts>", with: "<other>").replacing("</numFmts>", with: "</other>"))
  }
  #expect(try read(parts) == [["0.404", "12"]])
  let without = workbook.parts.filter { $0.name != "xl/styles.xml" }
  #expect(messages { _ = try read(without) }.first?.contains("it has no 'xl/styles.xml'") == true)
  let unnamed = without.map { ($0.name, $0.text.replacing("/styles\"", with: "/theme\"")) }
  #expect(
    messages { _ = try read(unnamed) } == [
      "t.xlsx#Data:A2: error: this cell's number format is missing from the file\n  → open the spreadsheet and save it anew"
    ])
}

@Test(arguments: [
  ("application/vnd.oasis.opendocument.spreadsheet", "mimetype", "an OpenDocument spreadsheet (.ods)"),
  ("x", "xl/workbook.bin", "a binary spreadsheet (.xlsb)"),
  ("x", "Index/Document.iwa", "a Numbers spreadsheet"),
  ("x", "word/document.xml", "a Word document"), ("x", "ppt/presentation.xml", "a PowerPoint presentation"),
])
func anotherArchiveIsNamed(text: String, part: String, name: String) throws {
  let bytes = try ZipArchive.packed([(part, text)])
  for file in ["t.xlsx", "t.ods"] {
    let found = messages { _ = try Table.read(bytes, file: file) }
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("\(file): error: this is \(name)\n  → ") == true)
  }
}

@Test(arguments: [
  ("%PDF-1.7 \0", "a PDF"), ("<html><table>", "a web page (HTML), whatever it is called"),
  ("\u{FEFF}<!DOCTYPE html>", "a web page (HTML), whatever it is called"),
  ("{\\rtf1", "a text with formats (RTF)"),
  (
    #"<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">"#,
    "an XML spreadsheet of Excel 2003"
  ),
  (
    #"<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">"#,
    "an OpenDocument spreadsheet in one file (.fods)"
  ),
])
func whatIsNoTableIsNamed(text: String, name: String) {
  let found = messages { _ = try Table.read(Array(text.utf8), file: "t.csv") }
  #expect(found.first?.hasPrefix("t.csv: error: this is \(name)\n  → ") == true)
}

@Test func oldAndEncryptedSpreadsheetsAreToldApart() {
  func found(_ name: String) -> String {
    let stream = name.utf8.flatMap { [$0, 0] as [UInt8] }
    return messages {
      _ = try Table.read(
        [0xD0, 0xCF, 0x11, 0xE0] + [UInt8](repeating: 0, count: 600) + stream, file: "t.xls")
    }[0]
  }
  #expect(found("EncryptedPackage").contains("this spreadsheet is encrypted\n"))
  #expect(found("Workbook").contains("this is a spreadsheet of before 2007 (.xls)\n"))
}
