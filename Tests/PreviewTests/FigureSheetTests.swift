import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Preview

private func edit(_ id: String, _ column: String = "value", from before: String, to after: String)
  -> PackEdit
{
  .figure(FigureEdit(id: id, column: column, before: before, after: after))
}

@Test func anEditChangesItsCellAndIsTakenBackToTheByte() throws {
  let pack = try tradePack()
  let before = try pack.read("figures.csv")
  let ledger = Ledger(PackFiles(pack: pack.path))
  try ledger.undo()
  let edits = [
    edit("trade-2017", from: "260", to: "270"),
    edit("trade-2017", "note", from: "so, \"they\" say", to: "a,b"),
  ]
  try ledger.keep(edits)
  #expect(
    try pack.read("figures.csv")
      == before.replacing(",260,", with: ",270,").replacing("\"so, \"\"they\"\" say\"", with: "\"a,b\""))
  try ledger.keep([edit("trade-2016", from: "140", to: "150")])
  #expect(ledger.last == [edit("trade-2016", from: "140", to: "150")])
  try ledger.undo()
  #expect(ledger.last == edits)
  try ledger.undo()
  #expect(try pack.read("figures.csv") == before)
  #expect(ledger.last == nil)
}

@Test func ofSeveralEditsAllAreKeptOrNone() throws {
  let pack = try tradePack()
  let before = try pack.read("figures.csv")
  let ledger = Ledger(PackFiles(pack: pack.path))
  #expect(throws: DiagnosticError.self) {
    try ledger.keep([edit("trade-2016", from: "140", to: "150"), edit("trade-2017", from: "261", to: "270")])
  }
  #expect(try pack.read("figures.csv") == before)
  #expect(ledger.last == nil)
}

@Test func oneCellMayBeEditedTwiceAtOnce() throws {
  let pack = try tradePack()
  let before = try pack.read("figures.csv")
  let ledger = Ledger(PackFiles(pack: pack.path))
  try ledger.keep([
    edit("trade-2016", from: "140", to: "1,500"), edit("trade-2016", from: "1,500", to: "160"),
  ])
  #expect(try pack.read("figures.csv").contains("trade-2016,Trade,\"160\",USD mn"))
  try ledger.undo()
  #expect(try pack.read("figures.csv").replacing("\"140\"", with: "140") == before)
}

@Test(arguments: [
  (edit("trade-2017", from: "261", to: "1"), "figures.csv:3:18: error: this cell holds '260' by now"),
  (edit("trade-2018", from: "1", to: "2"), "error: the table has no figure 'trade-2018'"),
  (edit("trade-2017", "id", from: "trade-2017", to: "x"), "error: the table has no figure 'trade-2017'"),
  (edit("trade-2017", "colour", from: "", to: "x"), "error: the table has no column 'colour'"),
])
func whatCannotBeEditedIsToldAndNothingIsWritten(edit: PackEdit, message: String) throws {
  let pack = try tradePack()
  let before = try pack.read("figures.csv")
  let said = messages { try Ledger(PackFiles(pack: pack.path)).keep([edit]) }
  #expect(said.count == 1 && said[0].contains(message), "\(said)")
  #expect(try pack.read("figures.csv") == before)
}

@Test func aCellHasOneLine() throws {
  let pack = try tradePack()
  try Ledger(PackFiles(pack: pack.path)).keep([edit("trade-2016", "note", from: "", to: "one\r\ntwo\nthree")])
  #expect(try pack.read("figures.csv").contains("example.org/trade,one  two three\n"))
}

@Test func anEditThatSomebodyElseOverwroteIsNotTakenBack() throws {
  let pack = try tradePack()
  let ledger = Ledger(PackFiles(pack: pack.path))
  try ledger.keep([edit("trade-2016", from: "140", to: "150")])
  try pack.replace(",150,", with: ",151,", in: "figures.csv")
  let theirs = try pack.read("figures.csv")
  #expect(throws: DiagnosticError.self) { try ledger.undo() }
  #expect(try pack.read("figures.csv") == theirs)
}

@Test func aSpreadsheetIsNotWritten() throws {
  let pack = try tradePack()
  try FileManager.default.moveItem(at: pack.file("figures.csv"), to: pack.file("figures.xlsx"))
  let before = try pack.read("figures.xlsx")
  #expect(throws: DiagnosticError.self) {
    try Ledger(PackFiles(pack: pack.path)).keep([edit("trade-2017", from: "260", to: "1")])
  }
  #expect(try pack.read("figures.xlsx") == before)
  #expect(!FileManager.default.fileExists(atPath: pack.file("figures.csv").path))
}

@Test(arguments: [
  "../figures.csv", "transcript.txt", "summaries/../transcript.txt", "summaries/a/b.md", "/etc/passwd",
  "summaries/.md", "",
])
func noOtherFileIsWritten(file: String) throws {
  let pack = try tradePack()
  let edit = PackEdit.text(
    TextEdit(file: file, line: 1, column: nil, before: "This was made up.", after: "This was not."))
  #expect(throws: DiagnosticError.self) { try Ledger(PackFiles(pack: pack.path)).keep([edit]) }
  #expect(try pack.read("transcript.txt").hasPrefix("This was made up."))
}

@Test func eightWhoEditAtOnceLoseNothing() async throws {
  let pack = try tradePack()
  let ledger = Ledger(PackFiles(pack: pack.path))
  await withTaskGroup(of: Bool.self) { group in
    for number in 0..<8 {
      group.addTask {
        let edit = edit("trade-2016", "note", from: "", to: "by \(number)")
        return (try? ledger.keep([edit])) != nil
      }
    }
    var kept = 0
    for await isKept in group where isKept { kept += 1 }
    #expect(kept == 1, "who comes second has seen another cell")
  }
  let kept = try #require(ledger.last?.first)
  guard case .figure(let figure) = kept else { return }
  #expect(try pack.read("figures.csv").contains("example.org/trade,\(figure.after)\n"))
}
