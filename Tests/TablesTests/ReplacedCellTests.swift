import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

/// A file with the cell at these places (of rows below the header) written anew.
private func replaced(_ text: String, row: Int, column: Int, by new: String) throws -> String {
  let bytes = Array(text.utf8)
  let table = try Table.read(bytes, file: "t.csv")
  return String(decoding: try replacingCell(table.rows[row][column], by: new, in: bytes), as: UTF8.self)
}

@Test(arguments: [
  ("id,value\na,1\nb,2\n", "id,value\na,7\nb,2\n", "7"),
  ("\u{FEFF}id;value\r\na;1,5\r\nb;2\r\n", "\u{FEFF}id;value\r\na;7,25\r\nb;2\r\n", "7,25"),
  ("sep=;\rid;value\ra;1\rb;2", "sep=;\rid;value\ra;7\rb;2", "7"),
  ("id\tvalue\na\t\nb\t2\n", "id\tvalue\na\t7\nb\t2\n", "7"),
  ("id,value,,\na,\"1\",,\n,,,\n", "id,value,,\na,\"7\",,\n,,,\n", "7"),
  ("id,value,note\na,1,\"so, \"\"what\"\"\n\"\n", "id,value,note\na,7,\"so, \"\"what\"\"\n\"\n", "7"),
  ("id,value\na,", "id,value\na,7", "7"),
  ("id,value\na,\"\"", "id,value\na,\"7\"", "7"),
  ("id,value\na,1", "id,value\na,\"7,000\"", "7,000"),
  ("id;value\na;1", "id;value\na;7,000", "7,000"),
  ("id;value\na;1", "id;value\na;\"7;8\"", "7;8"),
  ("id,value\na,1", "id,value\na,\"\"\"so\"\"\"", "\"so\""),
  ("id,value\na,\"1\"", "id,value\na,\"say \"\"so\"\"\"", "say \"so\""),
  ("id,value\na,1", "id,value\na,\" 7\"", " 7"),
  ("id,value\na,\"1\n2\"\nb,3", "id,value\na,\"7\"\nb,3", "7"),
  ("id,value\na,1\nb,2", "id,value\na,\nb,2", ""),
  ("id,value\nа,»1«\nb,2", "id,value\nа,≈ 7 €\nb,2", "≈ 7 €"),
])
func aCellIsWrittenAnewAndNothingElse(before: String, after: String, text: String) throws {
  #expect(try replaced(before, row: 0, column: 1, by: text) == after)
}

/// A table in one of the forms that programs write, as pieces of which every second is a cell.
private struct WrittenTable {
  var pieces: [String] = []
  var texts: [[String]] = []
  /// By row and column, which piece a cell is.
  var places: [[Int]] = []

  init(using random: inout SeededGenerator) {
    let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let width = Int.random(in: 2...5, using: &random)
    let tail = String(repeating: separator, count: Int.random(in: 0...2, using: &random))
    var head = Bool.random(using: &random) ? "\u{FEFF}" : ""
    if Bool.random(using: &random) { head += "sep=\(separator)\(end)" }
    head += (0..<width).map { "column \($0)" }.joined(separator: separator) + tail + end
    pieces = [head]
    for row in 0..<Int.random(in: 1...5, using: &random) {
      var (cells, numbers) = ([String](), [Int]())
      for column in 0..<width {
        // A row without any text would be none.
        let text = column == 0 ? "id \(row)" : Self.text(using: &random)
        numbers.append(pieces.count)
        pieces.append(Self.written(text, separator, using: &random))
        pieces.append(column < width - 1 ? separator : tail + end)
        cells.append(text)
      }
      texts.append(cells)
      places.append(numbers)
    }
    if Bool.random(using: &random) { pieces[pieces.count - 1] = tail }
  }

  static func text(using random: inout SeededGenerator) -> String {
    let alphabet: [Character] = ["7", ".", "a", "é", "Ж", "😀", ",", ";", "\t", "\"", "\n", " ", "#", "="]
    return String(
      (0..<Int.random(in: 0...6, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
  }

  private static func written(_ text: String, _ separator: String, using random: inout SeededGenerator)
    -> String
  {
    let needsQuotes = text.hasPrefix("\"") || text.contains { String($0) == separator || $0 == "\n" }
    guard needsQuotes || Bool.random(using: &random) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}

@Test func whateverTheTableAllOtherBytesStayAndTheCellReadsAsWritten() throws {
  var random = SeededGenerator(seed: 4)
  for round in 0..<400 {
    let table = WrittenTable(using: &random)
    let (row, column) = (
      Int.random(in: table.texts.indices, using: &random),
      Int.random(in: 1..<table.texts[0].count, using: &random)
    )
    let new = WrittenTable.text(using: &random)
    let result = try replaced(table.pieces.joined(), row: row, column: column, by: new)
    let place = table.places[row][column]
    let (before, after) = (table.pieces[..<place].joined(), table.pieces[(place + 1)...].joined())
    #expect(Array(result.utf8).starts(with: before.utf8), "round \(round)")
    #expect(Array(result.utf8).reversed().starts(with: after.utf8.reversed()), "round \(round)")
    var texts = table.texts
    texts[row][column] = new
    let read = try Table.read(Array(result.utf8), file: "t.csv").rows.map { $0.map(\.text) }
    #expect(
      read == texts, "round \(round): \(table.pieces.joined().debugDescription) → \(result.debugDescription)")
  }
}

@Test func aCellThatIsNoLongerThereIsNotWritten() throws {
  let table = try Table.read(Array("id,value\na,1\nb,2\n".utf8), file: "t.csv")
  let cell = table.rows[1][1]
  for other in ["id,value\na,1\n", "id,value\na,1\nb,3\n", "id,value\na,1\nbb,2\n", ""] {
    let said = messages { _ = try replacingCell(cell, by: "9", in: Array(other.utf8)) }
    #expect(said.count == 1 && said[0].contains("the table has changed"), "\(other): \(said)")
  }
}

@Test func aTableOfAnotherEncodingIsNotWritten() throws {
  let latin: [UInt8] = Array("id,value\na,1\nb,".utf8) + [0xE9]
  let table = try Table.read(Array("id,value\na,1\n".utf8), file: "t.csv")
  let said = messages { _ = try replacingCell(table.rows[0][1], by: "9", in: latin) }
  #expect(
    said == [
      "t.csv: error: this table is not UTF-8, so nothing is written into it\n  → save it as CSV in UTF-8"
    ])
}
