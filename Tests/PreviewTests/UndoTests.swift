import Foundation
import TestSupport
import Testing

@testable import Preview

@Test func undoGivesTheFileBackByteForByteUnlessSomebodyHasWrittenSince() throws {
  let folder = try TemporaryFolder()
  let figures =
    "\u{FEFF}id;label;value;unit;period;qualifier;status;formula;source;note\r\na;Trade;2;USD bn;2018;exact;actual;;letter;\r\n"
  let pack = "title: >-\n  Trade in\n  the region\nquestions: []\n"
  try folder.write(figures, to: "figures.csv")
  try folder.write(pack, to: "pack.yml")
  // A text read from a file has lost its byte order mark.
  func table() throws -> String {
    String(decoding: try Data(contentsOf: folder.file("figures.csv")), as: UTF8.self)
  }
  let ledger = Ledger(PackFiles(pack: folder.url.path))
  try ledger.keep([.figure(FigureEdit(id: "a", column: "note", before: "", after: "a; \"q\" ü"))])
  #expect(
    try table()
      == figures.replacing(";letter;\r\n", with: ";letter;\"a; \"\"q\"\" ü\"\r\n"))
  try ledger.keep([
    .text(TextEdit(file: "pack.yml", line: 1, column: 8, before: "Trade in the region", after: "Trade"))
  ])
  try ledger.undo()
  #expect(try folder.read("pack.yml") == pack)
  try ledger.undo()
  #expect(try table() == figures)
  try ledger.keep([.figure(FigureEdit(id: "a", column: "value", before: "2", after: "3"))])
  try folder.write(Data(table().replacing("Trade", with: "Exports").utf8), to: "figures.csv")
  try ledger.undo()
  #expect(try table() == figures.replacing("Trade", with: "Exports"))
}

@Test func wordsThatGotQuotationMarksAreTakenBack() throws {
  let folder = try TemporaryFolder()
  let pack = "title: Trade\nquestions: []\n"
  try folder.write(pack, to: "pack.yml")
  let ledger = Ledger(PackFiles(pack: folder.url.path))
  try ledger.keep([
    .text(TextEdit(file: "pack.yml", line: 1, column: 8, before: "Trade", after: "Trade: x # \"y\""))
  ])
  try folder.write(folder.read("pack.yml") + "# later\n", to: "pack.yml")
  try ledger.undo()
  #expect(try folder.read("pack.yml") == "title: \"Trade\"\nquestions: []\n# later\n")
}
