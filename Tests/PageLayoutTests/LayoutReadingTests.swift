import Briefing
import Diagnostics
import Foundation
import Graphics
import Testing
import Typesetting

@testable import PageLayout

private func file(_ name: String) throws -> String {
  try String(contentsOf: ShippedFiles.folder.appendingPathComponent(name), encoding: .utf8)
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
  return try ShippedFiles(changed: ["report.yml": text, "theme.yml": themeText]).layout(
    "report.yml", paper: paper)
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
    try messages(
      replacing: "size: small, weight: 600, colour: one, case: upper, tracking: 90, leading: 13 pt, after",
      with: "size: tiny, weight: 600, colour: one, case: upper, tracking: 90, leading: 13 pt, after")
      == ["'tiny' is none of the layout's sizes → allowed: head, lead, small, text, title"])
  #expect(
    try messages(replacing: "columns: 2-12", with: "columns: 2-13")
      == ["'2-13' is no range of columns → write 3 or 3-12; the grid has 12 columns"])
  #expect(
    try messages(replacing: "row: head, columns: 2-12", with: "row: haed, columns: 2-12")
      == ["this page has no row 'haed' → did you mean 'head'?"])
  #expect(
    try messages(
      replacing: "flow:\n      head: [kicker, titel".replacing("titel", with: "title"),
      with: "flow:\n      head: [kicker, titel")
      == ["'titel' is not allowed here → did you mean 'title'?"])
  #expect(
    try messages(replacing: "gutter: 12 pt", with: "gutter: wide")
      == ["'wide' is no length → write a number with pt, mm, cm, in or lines, such as 12 mm"])
  #expect(
    try messages(replacing: "{section}\", distance", with: "{sektion}\", distance")
      == ["there is no placeholder '{sektion}' → did you mean 'section'?"])
}

/// A value that is out of its range, with the messages that come of it.
struct WrongValue: CustomTestStringConvertible {
  var old: String
  var new: String
  var said: [String]

  init(_ old: String, _ new: String, _ said: String...) {
    (self.old, self.new, self.said) = (old, new, said)
  }

  var testDescription: String { new }
}

@Test(arguments: [
  WrongValue(
    "top: 23 mm", "top: 400 mm",
    "the margins top and bottom leave 0 pt of the 841.89 pt height of a4 → leave a third at least, 280.63 pt"),
  WrongValue(
    "left: 18 mm", "left: 90 mm",
    "the margins left and right leave 113.39 pt of the 419.53 pt width of a5 → leave a third at least, 139.84 pt"
  ),
  WrongValue(
    "top: 23 mm", "top: -40 mm", "'-40 mm' is too little for the margin top → allowed: 0 pt or more",
    "'7 mm' is too much for a picture's height here → allowed: 2 pt to 0 pt",
    "'14 mm' is too much for a line in this margin → allowed: 0 pt to 0 pt"),
  WrongValue(
    "gutter: 12 pt", "gutter: 900 mm",
    "12 columns with this gutter are 0 pt wide on a4 → a column needs 10 pt: make the gutter smaller or take fewer columns"
  ),
  WrongValue(
    "gutter: 12 pt", "gutter: -4 mm", "'-4 mm' is too little for the gutter → allowed: 0 pt or more"),
  WrongValue(
    "columns: 12, g", "columns: 25, g", "'25' is too much for the columns of a grid → allowed: 1 to 24"),
  WrongValue(
    "baseline: 13 pt", "baseline: 0 pt",
    "'0 pt' is too little for the baseline grid → allowed: 4 pt to 100 pt"),
  WrongValue(
    "small: 7.2 pt", "small: 0 pt", "'0 pt' is too little for a size of type → allowed: 4 pt to 200 pt"),
  WrongValue(
    "small: 7.2 pt", "small: much",
    "'much' is no length → write a number with pt, mm, cm, in or lines, such as 12 mm"),
  WrongValue(
    "leading: 45.5 pt", "leading: -13 pt",
    "'-13 pt' is too little for the leading of 40 pt type → allowed: 32 pt or more"),
  WrongValue(
    "after: 1.5 lines", "after: -1 line", "'-1 line' is too little for the room after → allowed: 0 pt or more"
  ),
  WrongValue(
    "before: 0.5 lines", "before: -1 pt", "'-1 pt' is too little for the room before → allowed: 0 pt or more"),
  WrongValue("weight: 300", "weight: 1000", "'1000' is too much for the weight → allowed: 100 to 900"),
  WrongValue(
    "tracking: -20", "tracking: -201", "'-201' is too little for the tracking → allowed: -200 to 1000"),
  WrongValue("protrusion: 1", "protrusion: 2.5", "'2.5' is too much for protrusion → allowed: 0 to 2"),
  WrongValue("expansion: 0.02", "expansion: 5", "'5' is too much for expansion → allowed: 0 to 0.05"),
  WrongValue(
    "0.02, tracking: 9", "0.02, tracking: 51",
    "'51' is too much for microtypography's tracking → allowed: 0 to 50"),
  WrongValue("beside: 2", "beside: 0", "'0' is too little for the plots side by side → allowed: 1 to 4"),
  WrongValue(
    "least: 45 mm", "least: 0 mm", "'0 mm' is too little for a plot's height → allowed: 20 pt to 470.55 pt"),
  WrongValue(
    "most: 125 mm", "most: 40 mm",
    "'40 mm' is too little for a plot's largest height → allowed: 127.56 pt or more"),
  WrongValue(
    "distance: 12 mm", "distance: 22 mm",
    "'22 mm' is too much for a line in this margin → allowed: 0 pt to 59.53 pt"),
  WrongValue("height: 1 share", "height: 0 shares", "'0 shares' is no share → write 1 share, 2 shares …"),
  WrongValue(
    "height: 1 share", "height: inf lines",
    "'inf lines' is no length → write a number with pt, mm, cm, in or lines, such as 12 mm"),
  WrongValue(
    "height: 1 share", "height: -1 pt", "'-1 pt' is too little for a row's height → allowed: 0 pt or more"),
  WrongValue(
    "height: 1 share", "height: 300 mm",
    "the rows of the page 'cover' need 876.39 pt → the body has 470.55 pt on the layout's lowest paper"),
  WrongValue(
    "height: 1 share", "height: content, least: 3 cm, most: 1 cm",
    "'1 cm' is too little for a row's largest height → allowed: 85.04 pt or more"),
  WrongValue(
    "default: a4", "default: \"16:9\"",
    "the default paper '16:9' is none of the sizes → add it to 'sizes' or name another"),
  WrongValue(
    "[key-figures, {", "[{ content: key-figures, most: 0 }, {",
    "'0' is too little for the most of a content → allowed: 1 or more"),
  WrongValue(
    "each: question", "each: exhibit\n    from: 0",
    "'0' is too little for the first exhibit → allowed: 1 or more"),
  WrongValue(
    "numerals: { row: body, columns: 9-12", "numerals: { row: body, columns: 8-12",
    "the areas 'points' and 'numerals' of the row 'body' have columns in common → "
      + "give each columns of its own, or a row of its own"),
  WrongValue(
    "next: right", "next: left",
    "the area 'left' goes on in itself (left → left) → an area goes on in another of its row, and the last of them nowhere"
  ),
  WrongValue(
    "columns: 7-12 }", "columns: 7-12, next: left }",
    "the area 'left' goes on in itself (left → right → left) → "
      + "an area goes on in another of its row, and the last of them nowhere"),
  WrongValue(
    "next: right", "next: head",
    "the area 'left' can't go on in 'head', which is in another row → "
      + "an area goes on in another of its row, and the last of them nowhere"),
  WrongValue(
    "row: text, columns: 1-6, next: right }",
    "row: text, columns: 1-3, next: right }\n      more: { row: text, columns: 4-6, next: right }",
    "the area 'left' goes on in 'right' already → an area goes on in another of its row, and the last of them nowhere"
  ),
  WrongValue(
    "grid: {", "gird: {", "unknown key 'gird' → did you mean 'grid'?",
    "the key 'grid' is missing → add 'grid: …'"),
  WrongValue(
    "sizes: { small", "seizes: { small",
    "unknown key 'seizes' → did you mean 'sizes' or 'sides' or 'slides'?",
    "the key 'sizes' is missing → add 'sizes: …'"),
])
func aValueOutOfItsRangeSaysWhatIsAllowed(wrong: WrongValue) throws {
  let found = try messages(replacing: wrong.old, with: wrong.new)
  #expect(found == wrong.said)
}

@Test func aValueOutOfItsRangeHasItsPlace() throws {
  let error = #expect(throws: DiagnosticError.self) {
    try read(replacing: "gutter: 12 pt", with: "gutter: -4 mm")
  }
  let line = try file("report.yml").split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
    $0.contains("gutter: 12 pt")
  }
  let expected = SourceLocation(file: "report.yml", line: line.map { $0 + 1 }, column: 30)
  #expect(error?.diagnostics.first?.location == expected)
}

@Test func aThemeThatCannotBeReadIsOneMistake() throws {
  let text = try file("report.yml").replacing("theme: theme.yml", with: "theme: other.yml")
  let error = #expect(throws: DiagnosticError.self) {
    try ShippedFiles(changed: ["report.yml": text]).layout("report.yml")
  }
  #expect(error?.diagnostics.map(\.message) == ["missing other.yml"])
}

@Test func aLayoutKnowsWhereItsFontsAreNamed() throws {
  let places = try read().familyPlaces
  let line = try file("theme.yml").split(separator: "\n", omittingEmptySubsequences: false).firstIndex {
    $0.hasPrefix("  head: Inter")
  }
  #expect(places["Inter"] == SourceLocation(file: "theme.yml", line: line.map { $0 + 1 }, column: 9))
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
  let layout = try ShippedFiles().layout("\(name).yml")
  #expect(layout.styles.count == StyleRole.allCases.count)
  #expect(layout.name == name)
}

@Test func noStyleOfSlidesIsBelowTwelvePoints() throws {
  let layout = try ShippedFiles().layout("slides.yml")
  #expect(StyleRole.allCases.filter { layout.style($0).text.size < 12 } == [])
}

@Test func aThemesColoursAreChecked() throws {
  let wrong = #expect(throws: DiagnosticError.self) { try read(theme: ("\"#1A2230\"", "ink")) }
  #expect(wrong?.diagnostics.first?.message == "'ink' is no colour")
  let missing = #expect(throws: DiagnosticError.self) { try read(theme: ("  boundary:", "  bounds:")) }
  #expect(missing?.diagnostics.first?.message == "the colour 'boundary' is missing")
}

@Test func placeholdersThatHaveNoValueTakeTheirPartOfTheLineWithThem() {
  let line = "Interview with {expert}, {interview-date} · figures as of {figures-date}"
  #expect(
    Placeholders.fill(line, with: [.figuresDate: "May 2018"], language: "en") == "figures as of May 2018")
  #expect(
    Placeholders.fill(line, with: [.expert: "A", .interviewDate: "B", .figuresDate: "C"], language: "en")
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

@Test func aLayoutMayExtendOneThatExtendsAnother() throws {
  let files = ShippedFiles(changed: [
    "mine.yml": "extends: ours.yml\nchanges: { marks: true }\n",
    "ours.yml": "extends: brief.yml\nstyles: { point: { font: text, size: lead } }\n",
  ])
  let (mine, brief) = try (files.layout("mine.yml"), files.layout("brief.yml"))
  #expect(mine.name == "mine")
  #expect(mine.pageNames == brief.pageNames)
  #expect(mine.header == brief.header)
  // Each key is the nearest layout's that has it; styles one by one.
  #expect(mine.marksChanges && !brief.marksChanges)
  #expect(mine.style(.point).text.size == 12)
  #expect(mine.style(.note) == brief.style(.note))
}

@Test func layoutsThatExtendEachOtherInACircleAreToldWhere() throws {
  func said(_ files: [String: String], _ name: String) -> String? {
    #expect(throws: DiagnosticError.self) { try ShippedFiles(changed: files).layout(name) }?
      .diagnostics.first?.description
  }
  let circle = [
    "a.yml": "sides: one\nextends: b.yml\n", "b.yml": "extends: c.yml\n", "c.yml": "extends: b.yml\n",
  ]
  #expect(
    said(circle, "a.yml") == """
      c.yml:1:10: error: these layouts extend each other in a circle (b.yml → c.yml → b.yml)
        → take 'extends' out of the one that is whole by itself
      """)
  let itself = said(["a.yml": "sides: one\nextends: a.yml\n"], "a.yml")
  #expect(itself?.hasPrefix("a.yml:2:10: error: a layout can't extend itself") == true, "\(itself ?? "")")
}

private let preface =
  "{ rows: { a: content }, areas: { a: { row: a, columns: 1-12 } }, flow: { a: title }BEFORE }"

@Test func aLayoutChangesSinglePagesOfTheOneThatItExtends() throws {
  let usual = try ShippedFiles().layout("report.yml").pageNames
  func pages(_ text: String, base: String = "") throws -> [String] {
    try ShippedFiles(changed: [
      "mine.yml": "extends: \(base.isEmpty ? "report.yml" : "base.yml")\n" + text,
      "base.yml": "extends: report.yml\n" + base,
    ]).layout("mine.yml").pageNames
  }
  let last = preface.replacing("BEFORE", with: "")
  let first = preface.replacing("BEFORE", with: ", before: overview")
  #expect(try pages("changed-pages: { interview: false }\n") == usual.filter { $0 != "interview" })
  #expect(try pages("changed-pages: { preface: \(last) }\n") == usual + ["preface"])
  let index = try #require(usual.firstIndex(of: "overview"))
  #expect(
    try pages("changed-pages: { preface: \(first) }\n") == usual[..<index] + ["preface"] + usual[index...])
  #expect(try pages("changed-pages: { interview: \(last) }\n") == usual)
  // What a layout between changes is changed further.
  #expect(
    try pages("changed-pages: { interview: false }\n", base: "changed-pages: { preface: \(last) }\n")
      == usual.filter { $0 != "interview" } + ["preface"])
  #expect(try pages("pages: { one: \(last) }\n", base: "changed-pages: { preface: \(last) }\n") == ["one"])
  // Nearly an old one's name is one more page, and hardly meant.
  func warnings(_ text: String) throws -> [String] {
    try ShippedFiles(changed: ["mine.yml": "extends: report.yml\n" + text]).layout("mine.yml").warnings.map(
      \.description)
  }
  #expect(try warnings("changed-pages: { preface: \(last) }\n") == [])
  let told = try warnings("changed-pages: { questoin: \(last) }\n")
  #expect(told.count == 1 && told[0].contains("mine.yml:2:") && told[0].contains("'question'"), "\(told)")
  for (text, message) in [
    ("changed-pages: { intreview: false }\n", "there is no page 'intreview' to be left out"),
    ("changed-pages: { interview: true }\n", "a page is left out by 'false'"),
    (
      "changed-pages: { preface: \(preface.replacing("BEFORE", with: ", before: overveiw")) }\n",
      "did you mean 'overview'?"
    ),
  ] {
    let error = #expect(throws: DiagnosticError.self) { try pages(text) }
    #expect(error?.diagnostics.map(\.description).joined().contains(message) == true)
  }
}
