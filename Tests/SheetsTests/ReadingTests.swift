import Diagnostics
import Foundation
import Graphics
import TestSupport
import Testing

@testable import Sheets

private func read(_ text: String) throws -> [Sheets] { try Sheets.read(text, file: "sheets.yml") }

private func mistakes(_ text: String) -> String {
  do {
    _ = try read(text)
    return "none"
  } catch {
    return "\(error)"
  }
}

@Test func everyKeyOfAnEntryIsRead() throws {
  let sheets = try read(
    """
    all: { of: [report, brief], pages: "1-3, 7, overview", right-hand: question, paper: a3, per-side: 6, columns: 3,
           rows: 2, order: down, size: actual, duplex: short-edge, bind: right, turn: left,
           margins: { inner: 20 mm, outer: 10 mm, top: 1 cm, bottom: 0.5 in }, shift: 5 mm, gutter: 4 mm,
           frames: true, bleed: 3 mm, marks: [crop, information] }
    booklet: { booklet: true, signature: 4, thickness: 0.1 mm, paper: double }
    plain:
    """)
  var all = Sheets(name: "all", location: SourceLocation(file: "sheets.yml", line: 1, column: 1))
  all.layouts = ["report", "brief"]
  all.pages = [.range(1...3), .range(7...7), .part("overview")]
  all.rightHand = ["question"]
  all.paper = .standard(.a3)
  all.arrangement = .grid(.init(perSide: 6, columns: 3, rows: 2, order: .down))
  all.fit = .actual
  all.duplex = .shortEdge
  all.binding = .right
  all.quarterTurns = 3
  all.margins = .init(inner: Length.mm(20), outer: Length.mm(10), top: Length.mm(10), bottom: 36)
  all.shift = Length.mm(5)
  all.gutter = Length.mm(4)
  all.drawsFrames = true
  all.bleed = Length.mm(3)
  all.marks = [.crop, .information]
  #expect(sheets[0] == all)
  #expect(sheets[1].arrangement == .booklet(.init(sheetsPerSignature: 4, thickness: Length.mm(0.1))))
  #expect(sheets[1].duplex == .shortEdge, "a booklet is printed on both sides unless it says otherwise")
  #expect(sheets[2].arrangement == .grid(.init()) && sheets[2].duplex == nil)
}

@Test func papersAreNamedOrMeasured() {
  #expect(SheetPaper("sra3") == .standard(.sra3))
  #expect(SheetPaper("450 x 320 mm") == .custom(Size(Length.mm(320), Length.mm(450))))
  #expect(SheetPaper("8.5×13 in") == .custom(Size(612, 936)))
  for wrong in ["a9", "", "320 mm", "-1 x 20 mm", "0 x 0 mm", "9999 x 9999 mm", "1..2 x 300 mm"] {
    #expect(SheetPaper(wrong) == nil, "\(wrong)")
  }
}

@Test func eachMistakeSaysWhereItIsAndWhatIsAllowed() {
  let said = mistakes(
    """
    a: { bleed: -3 mm, paper: a33, per-side: 0 }
    b: { booklet: true, columns: 2, shift: 3 mm, bind: top, signature: 99 }
    c: { signature: 2, marks: [crpo], margins: { iner: 3 mm }, gutter: wide }
    Big Name: { duplex: both, pages: 5-3, columns: 2, rows: 2, per-side: 5, wdith: 3 }
    """)
  for (place, what, advice) in [
    ("1:13", "'-3 mm' is too little for a bleed", "allowed: 0 mm to 20 mm"),
    ("1:27", "'a33' is no paper", "did you mean 'a3'"),
    ("1:42", "0 is too little for the pages on a side", "allowed: 1 to 64"),
    ("2:30", "'columns' is not allowed here", "a booklet has two pages a side"),
    ("2:40", "a booklet's pages can't be moved away from its fold", "write 'gutter:'"),
    ("2:52", "a booklet is folded at its side", "write 'bind: left' or 'bind: right'"),
    ("2:68", "99 is too much for the sheets of a signature", "allowed: 1 to 32"),
    ("3:17", "'signature' is not allowed here", "only a booklet has this"),
    ("3:28", "'crpo' is not allowed here", "did you mean 'crop'?"),
    ("3:46", "unknown key 'iner'", "did you mean 'inner'?"),
    ("3:68", "'wide' is no length", "write a number with mm, cm, in or pt"),
    ("4:1", "'Big Name' is no name for sheets", "write small letters, digits and hyphens"),
    ("4:21", "'both' is not allowed here", "long-edge"),
    ("4:34", "'5-3' are no pages", "the smaller one first"),
    ("4:70", "5 pages don't go into 2 columns and 2 rows", "leave one of the three out"),
    ("4:73", "unknown key 'wdith'", "allowed: of, pages"),
  ] {
    #expect(said.contains("sheets.yml:\(place): error: \(what)"), "\(place) \(what)")
    #expect(said.contains(advice), "\(advice)")
  }
  #expect(said.split(separator: "\n").filter { $0.contains(": error: ") }.count == 16, "\(said)")
}

// MARK: The shipped file and its schema

private let folder = projectFolder.appendingPathComponent("Layouts")

@Test func theShippedSheetsCanBeMadeOfA4LetterAndSlides() throws {
  let text = try String(contentsOf: folder.appendingPathComponent("sheets.yml"), encoding: .utf8)
  let shipped = try read(text)
  #expect(
    Set(shipped.map(\.name)).isSuperset(of: [
      "2up", "4up", "6up", "9up", "booklet", "a5-booklet", "half-letter-booklet", "poster", "binding",
      "print-shop",
    ]))
  for sheets in shipped {
    for size in [
      a4, PaperSize.letter.size, PaperSize.a5.size, Size(960, 540), Size(720, 540),
    ] {
      let sides = try impose(document(7, size: size) { _ in "overview" }, on: sheets)
      #expect(!sides.pages.isEmpty)
    }
  }
}

@Test func theSchemaHasTheKeysNamesAndRangesThatAreRead() throws {
  let data = try Data(contentsOf: folder.appendingPathComponent("sheets.schema.json"))
  let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  let definitions = try #require(root["$defs"] as? [String: Any])
  let entry = try #require(definitions["sheets"] as? [String: Any])
  #expect(entry["additionalProperties"] as? Bool == false)
  let keys = try #require(entry["properties"] as? [String: [String: Any]])
  #expect(Set(keys.keys) == Set(SheetsKeys.sheets))
  let margins = try #require(definitions["margins"] as? [String: Any])
  #expect(Set(try #require(margins["properties"] as? [String: Any]).keys) == Set(SheetsKeys.margins))
  func names(_ key: String) -> Set<String> { Set(keys[key]?["enum"] as? [String] ?? []) }
  #expect(names("order") == Set(Sheets.Order.allCases.map(\.rawValue)))
  #expect(names("size") == Set(Sheets.Fit.allCases.map(\.rawValue)))
  #expect(names("duplex") == Set(Document.Duplex.allCases.map(\.rawValue)))
  #expect(names("bind") == Set(Sheets.Binding.allCases.map(\.rawValue)))
  #expect(names("turn") == Set(TurnName.allCases.map(\.rawValue)))
  let marks = keys["marks"]?["items"] as? [String: Any]
  #expect(Set(marks?["enum"] as? [String] ?? []) == Set(Sheets.Mark.allCases.map(\.rawValue)))
  let papers = (definitions["paper"] as? [String: Any])?["anyOf"] as? [[String: Any]]
  #expect(
    Set(papers?.first?["enum"] as? [String] ?? [])
      == Set(["page", "double"] + PaperSize.allCases.map(\.rawValue)))
  for (key, range) in [
    ("per-side", SheetsLimits.perSide), ("columns", SheetsLimits.columns), ("rows", SheetsLimits.columns),
    ("signature", SheetsLimits.signature),
  ] {
    #expect(
      keys[key]?["minimum"] as? Int == range.lowerBound && keys[key]?["maximum"] as? Int == range.upperBound)
  }
}
