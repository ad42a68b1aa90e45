import Diagnostics
import Foundation
import Graphics
import Testing

@testable import PageLayout

private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Layouts")

private func file(_ name: String) throws -> String {
  try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
}

/// Reads the shipped report layout with one text replaced.
private func read(
  replacing old: String = "", with new: String = "", theme: (String, String) = ("", ""), paper: Paper? = nil
) throws -> Layout {
  var text = try file("report.yml")
  var themeText = try file("theme.yml")
  if !old.isEmpty {
    try #require(text.contains(old))
    text = text.replacing(old, with: new, maxReplacements: 1)
  }
  if !theme.0.isEmpty {
    try #require(themeText.contains(theme.0))
    themeText = themeText.replacing(theme.0, with: theme.1, maxReplacements: 1)
  }
  return try Layout.read(text, file: "report.yml", paper: paper) { name throws(DiagnosticError) in (themeText, name) }
}

private func messages(replacing old: String, with new: String) throws -> [String] {
  do {
    _ = try read(replacing: old, with: new)
    return []
  } catch let error as DiagnosticError {
    return error.diagnostics.map { "\($0.message) → \($0.advice ?? "")" }
  }
}

@Test func theShippedLayoutIsReadForEachOfItsPapers() throws {
  #expect(try read().paper == .a4)
  #expect(try read(paper: .letter).paper.size == Size(612, 792))
  let layout = try read(paper: .a5)
  #expect(layout.styles.count == StyleRole.allCases.count)
  #expect(layout.pages.map(\.name).contains("question"))
}

@Test func columnsOfTheGridFillTheBody() throws {
  let layout = try read()
  let whole = layout.extent(of: 1...12)
  #expect(abs(whole.width - layout.body.width) < 1e-9)
  let (left, right) = (layout.extent(of: 1...6), layout.extent(of: 7...12))
  #expect(abs(right.x - left.width - layout.grid.gutter) < 1e-9)
}

@Test func aLayoutsMistakesSayWhatIsAllowed() throws {
  #expect(
    try messages(replacing: "size: small, weight: 600, colour: one, case: upper, tracking: 90, leading: 13 pt, after",
      with: "size: tiny, weight: 600, colour: one, case: upper, tracking: 90, leading: 13 pt, after")
      == ["'tiny' is none of the layout's sizes → allowed: head, lead, small, text, title"])
  #expect(
    try messages(replacing: "columns: 2-12", with: "columns: 2-13")
      == ["'2-13' is no range of columns → write 3 or 3-12; the grid has 12 columns"])
  #expect(
    try messages(replacing: "row: head, columns: 2-12", with: "row: haed, columns: 2-12")
      == ["this page has no row 'haed' → did you mean 'head'?"])
  #expect(
    try messages(replacing: "flow:\n      head: [kicker, titel".replacing("titel", with: "title"), with: "flow:\n      head: [kicker, titel")
      == ["'titel' is not allowed here → did you mean 'title'?"])
  #expect(
    try messages(replacing: "gutter: 4 mm", with: "gutter: wide")
      == ["'wide' is no length → write a number with pt, mm, cm, in or lines, such as 12 mm"])
  #expect(
    try messages(replacing: "{section}\", distance", with: "{sektion}\", distance")
      == ["there is no placeholder '{sektion}' → did you mean 'section'?"])
}

@Test func aMissingStyleIsAMistake() throws {
  let found = try messages(replacing: "  quotation:         { font", with: "  qoutation:         { font")
  #expect(found.contains("unknown key 'qoutation' → did you mean 'quotation' or 'question'?"))
  #expect(found.contains("the key 'quotation' is missing → add 'quotation: …'"))
}

@Test func aLayoutThatIsNotMadeForAPaperKeepsItsOwn() throws {
  #expect(try read(replacing: "[a4, letter, a5]", with: "[a4, letter]", paper: .a5).paper == .a4)
}

@Test(arguments: ["slides", "handout", "brief"])
func theOtherShippedLayoutsAreRead(name: String) throws {
  let layout = try Layout.read(try file("\(name).yml"), file: "\(name).yml", paper: nil) {
    other throws(DiagnosticError) in
    guard let text = try? file(other) else { throw DiagnosticError("missing \(other)") }
    return (text, other)
  }
  #expect(layout.styles.count == StyleRole.allCases.count)
  #expect(layout.name == name)
}

@Test func smallTextOnSlidesIsOnlySourcesAndRunningLines() throws {
  let layout = try Layout.read(try file("slides.yml"), file: "slides.yml", paper: nil) {
    other throws(DiagnosticError) in
    guard let text = try? file(other) else { throw DiagnosticError("missing \(other)") }
    return (text, other)
  }
  let small = StyleRole.allCases.filter { layout.style($0).text.size < 12 }
  #expect(
    Set(small) == [.sourceMark, .exhibitNote, .running, .folio, .tableHead, .tableCell, .tableNumber])
}

@Test func aThemesColoursAreChecked() throws {
  let wrong = #expect(throws: DiagnosticError.self) { try read(theme: ("\"#1A2230\"", "ink")) }
  #expect(wrong?.diagnostics.first?.message == "'ink' is no colour")
  let missing = #expect(throws: DiagnosticError.self) { try read(theme: ("  boundary:", "  bounds:")) }
  #expect(missing?.diagnostics.first?.message == "the colour 'boundary' is missing")
}

@Test func placeholdersThatHaveNoValueTakeTheirPartOfTheLineWithThem() {
  let line = "Interview with {expert}, {interview-date} · figures as of {figures-date}"
  #expect(Placeholders.fill(line, with: [.figuresDate: "May 2018"]) == "figures as of May 2018")
  #expect(
    Placeholders.fill(line, with: [.expert: "A", .interviewDate: "B", .figuresDate: "C"])
      == "Interview with A, B · figures as of C")
}

@Test func datesAreWrittenOut() {
  #expect(Placeholders.words(for: "2018-11-20") == "20 November 2018")
  #expect(Placeholders.words(for: "2018-10") == "October 2018")
  #expect(Placeholders.words(for: "2018") == "2018")
}

@Test func addressesInNotesBecomeLinks() {
  let pieces = Addresses.pieces(of: "See https://example.org/a-b. Accessed 1 May.")
  #expect(pieces.map(\.text) == ["See ", "https://example.org/a-b", ". Accessed 1 May."])
}
