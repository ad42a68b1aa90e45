import Diagnostics
import Foundation
import Tables
import TestSupport
import Testing

private func read(_ text: String) throws -> Table { try Table.read(text, file: "t.csv") }

private func texts(_ text: String) throws -> [[String]] {
  let table = try read(text)
  return [table.header.map(\.text)] + table.rows.map { $0.map(\.text) }
}

private func location(_ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
  Diagnostics.SourceLocation(file: "t.csv", line: line, column: column)
}

@Test(arguments: ["\n", "\r\n", "\r"])
func everyLineEndIsUnderstood(newline: String) throws {
  let text = ["a,b", "1,2", "3,", ""].joined(separator: newline)
  #expect(try texts(text) == [["a", "b"], ["1", "2"], ["3", ""]])
  #expect(try texts(text + "5,6") == [["a", "b"], ["1", "2"], ["3", ""], ["5", "6"]])
}

@Test(arguments: [",", ";", "\t"])
func theSeparatorIsFoundFromTheHeader(separator: String) throws {
  let table = try read(
    "a\(separator)b\(separator)c\n1\(separator)x,;y|z\(separator)3".replacing("x,;y|z", with: "\"x,;y\""))
  #expect(table.rows[0].allSatisfy { $0.hasDecimalComma == (separator != ",") })
  #expect(table.rows.map { $0.map(\.text) } == [["1", "x,;y", "3"]])
}

@Test func aHeaderThatQuotesASeparatorIsNotMisledByIt() throws {
  #expect(try texts("\"a,b,c\";d\n1;2") == [["a,b,c", "d"], ["1", "2"]])
}

@Test func aFileSavedByExcelInAGermanLocaleIsRead() throws {
  let text = "\u{FEFF}id;note;;\r\nx;\"two\r\nlines, \"\"quoted\"\"\";;\r\n;;;\r\ny;5,5;;\r\n;;;\r\n\r\n"
  #expect(try texts(text) == [["id", "note"], ["x", "two\nlines, \"quoted\""], ["y", "5,5"]])
  #expect(try texts("sep=;\r\na;b,c\r\n1;2,5\r\n") == [["a", "b,c"], ["1", "2,5"]])
}

@Test func aFieldKnowsItsLineAndColumn() throws {
  let table = try read("a,b\n\"one\ntwo\",é,\nж,\"say \"\"so\"\"\",\n".replacing(",\n", with: "\n"))
  #expect(table.rows[0][0].location == location(2, 2))
  #expect(table.rows[0][1].location == location(3, 6))
  #expect(table.rows[1][1].location == location(4, 4))
  #expect(table.rows[0][0].location(at: 5) == location(3, 2))
  // Each doubled quotation mark takes two columns.
  #expect(table.rows[1][1].location(at: 6) == location(4, 11))
}

@Test func columnsCountCharactersAndNotBytes() throws {
  let table = try read("a,b,c\n»ü€😀«,x,y")
  #expect(table.rows[0].map(\.location) == [location(2, 1), location(2, 7), location(2, 9)])
}

@Test func theLastFieldOfAFileMayBeEmpty() throws {
  #expect(try texts("a,b\n1,") == [["a", "b"], ["1", ""]])
  #expect(try texts("a,b\n1,\"\"") == [["a", "b"], ["1", ""]])
}

@Test func allMistakesOfATableAreReported() {
  let found = messages { _ = try read("a,b,,A\n1,2,3\n1,2,3,4,5\n\"x\" y,2,3,4\n1,2,3,\"open\n") }
  #expect(
    found == [
      "t.csv:4:4: error: text stands after a closing quotation mark\n  → double the quotation marks that belong to the text",
      "t.csv:5:7: error: this quotation mark is never closed\n  → close it or double it",
      "t.csv:1:5: error: a column has no name\n  → name it in the first line or remove it",
      "t.csv:1:6: error: column 'a' occurs twice\n  → remove or rename one of the two",
      "t.csv:2:1: error: this row has 3 fields, the header has 4\n  → write the separators of empty fields too",
      "t.csv:3:1: error: this row has 5 fields, the header has 4\n  → a text that contains the separator needs quotation marks around it",
    ])
}

@Test(arguments: ["", "\n\n", "\u{FEFF}", " \r\n;;\r\n"])
func anEmptyTableIsAnError(text: String) {
  #expect(
    messages { _ = try read(text) } == [
      "t.csv:1: error: the table is empty\n  → the first line names the columns, each other line is a row"
    ])
}

/// Quotes a field as RFC 4180 says.
private func quoted(_ field: String) -> String { "\"\(field.replacing("\"", with: "\"\""))\"" }

@Test func whatIsWrittenByRFC4180IsReadBack() throws {
  var generator = SeededGenerator(seed: 1)
  let alphabet: [Character] = ["a", "é", ",", ";", "\t", "\"", "\n", " ", "7"]
  for _ in 0..<300 {
    let width = Int.random(in: 1...4, using: &generator)
    let rows = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
      (0..<width).map { _ in
        "x"
          + String(
            (0..<Int.random(in: 0...6, using: &generator)).map { _ in
              alphabet.randomElement(using: &generator) ?? "a"
            })
      }
    }
    let header = (0..<width).map { "c\($0)" }
    let text = ([header] + rows).map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\r\n")
    #expect(try texts(text) == [header] + rows)
  }
}

@Test func whatAnUnclosedQuotationMarkSwallowsIsNoMistakeOfItsOwn() {
  #expect(throws: DiagnosticError.self) { try Table.read("id,value\n\"a,6\nb,4\n", file: "t.csv") }
  do {
    _ = try Table.read("id,value\n\"a,6\nb,4\n", file: "t.csv")
  } catch {
    #expect(error.diagnostics.map(\.message) == ["this quotation mark is never closed"])
  }
}

@Test func aSheetOfATextFileIsToldToBeNone() throws {
  let folder = try TemporaryFolder()
  try folder.write("id,value\na,6\n", to: "t.csv")
  let file = folder.file("t.csv")
  do {
    _ = try Table.open(file.path + "#y")
    Issue.record("a sheet of a CSV file was read")
  } catch {
    #expect(error.diagnostics.map(\.message) == ["#SHEET is for .xlsx, and this file has no sheets"])
    #expect(error.diagnostics.first?.advice == "write \(file.path)")
  }
}
