import Diagnostics
import Tables
import TestSupport
import Testing

private func read(_ bytes: [UInt8]) throws -> [[String]] {
  let table = try Table.read(bytes, file: "t.csv")
  return [table.header.map(\.text)] + table.rows.map { $0.map(\.text) }
}

private let sample = "id;value\r\nж😀;2,5\r\n"
private let expected = [["id", "value"], ["ж😀", "2,5"]]

private func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
  ("\u{FEFF}" + text).utf16.flatMap { unit -> [UInt8] in
    let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
    return isLittleEndian ? [low, high] : [high, low]
  }
}

@Test func unicodeIsReadWithAndWithoutItsMark() throws {
  #expect(try read(Array(sample.utf8)) == expected)
  #expect(try read([0xEF, 0xBB, 0xBF] + Array(sample.utf8)) == expected)
  #expect(try read(utf16(sample, isLittleEndian: true)) == expected)
  #expect(try read(utf16(sample, isLittleEndian: false)) == expected)
}

@Test func anotherEncodingIsAnErrorWithItsLine() {
  let advice =
    "\n  → save it as UTF-8 (in Excel: “CSV UTF-8”; in LibreOffice: character set “Unicode (UTF-8)”)"
  #expect(
    messages { _ = try read(Array("id\nx\ny".utf8) + [0x96, 0x0A]) } == [
      "t.csv:3: error: this file is not UTF-8; it looks like Windows-1252" + advice
    ])
  // "Торговля" in Windows-1251.
  #expect(
    messages { _ = try read(Array("id\n".utf8) + [0xD2, 0xEE, 0xF0, 0xE3, 0xEE, 0xE2, 0xEB, 0xFF]) } == [
      "t.csv:2: error: this file is not UTF-8; it looks like Windows-1251" + advice
    ])
}

@Test func damagedOrBinaryFilesAreErrors() {
  let odd = Array(utf16(sample, isLittleEndian: true).dropLast())
  #expect(
    messages { _ = try read(odd) } == [
      "t.csv: error: this file begins as UTF-16 but is damaged\n  → save it anew, as UTF-8"
    ])
  #expect(
    messages { _ = try read([0xFF, 0xFE, 0x00, 0xD8, 0x20, 0x00]) } == [
      "t.csv: error: this file begins as UTF-16 but is damaged\n  → save it anew, as UTF-8"
    ])
  #expect(
    messages { _ = try read([0xFF, 0xFE, 0, 0]) } == [
      "t.csv: error: this file is UTF-32\n  → save it as UTF-8"
    ])
  let noText =
    "error: this file is no text: it holds zero bytes\n  → save the table as .csv in UTF-8, or as .xlsx"
  #expect(messages { _ = try read(Array("a\nb\0".utf8)) } == ["t.csv:2: \(noText)"])
  #expect(messages { _ = try read([0x69, 0, 0x64, 0]) } == ["t.csv:1: \(noText)"])
}

@Test(arguments: [
  ("/nonexistent.csv", "there is no such file"), ("/tmp", "this is a folder"),
  ("/dev/zero", "larger than 16 MB"),
])
func aFileThatCantBeATableIsAnError(path: String, message: String) {
  #expect(messages { _ = try Table.open(path) }.first?.contains(message) == true)
}
