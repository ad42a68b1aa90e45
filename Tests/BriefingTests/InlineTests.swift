import Atlas
import Diagnostics
import Evidence
import Testing
import YAMLReading

@testable import Briefing

private func read(_ text: String, paragraphs: ClosedRange<Int> = 1...9) -> (
  pieces: [Inline], messages: [String]
) {
  var reader = InlineReader(figures: FigureTable(), paragraphs: Set(paragraphs), footnotes: [1, 2])
  let pieces = reader.read(text, at: SourceLocation(file: "1.md", line: 1, column: 1))
  return (pieces, reader.log.diagnostics.map(\.description))
}

@Test func sourceMarksNameTheirParagraphs() {
  #expect(read("Signed. [¶4–6]").pieces == [Inline("Signed.\u{A0}"), Inline("¶4–6", .source([4, 5, 6]))])
  #expect(read("[¶4, ¶6] then").pieces == [Inline("¶4, ¶6", .source([4, 6])), Inline(" then")])
  #expect(read("[¶ 2-3]").pieces == [Inline("¶2–3", .source([2, 3]))])
}

@Test func footnoteMarksAreReferences() {
  #expect(read("page”.[^1] So").pieces == [Inline("page”."), Inline("1", .footnote(1)), Inline(" So")])
}

@Test func otherBracketsAreText() {
  #expect(read("He said [sic] so").pieces == [Inline("He said [sic] so")])
  #expect(read("a [ b").pieces == [Inline("a [ b")])
}

@Test func marksThatLeadNowhereAreMistakes() {
  #expect(
    read("x [¶12]").messages == ["1.md:1:3: error: ¶12 does not exist in the transcript\n  → it has ¶1 to ¶9"]
  )
  #expect(
    read("x[^7]").messages == [
      "1.md:1:2: error: footnote 7 does not exist in the transcript\n  → it has 1, 2"
    ])
  #expect(read("x [¶four]").messages.first?.contains("'[¶four]' is no source mark") == true)
}

@Test func boldWordsOfPackYmlAreWarnedOf() {
  for (text, count) in [("It was **large**", 1), ("It was *large*", 0), ("5 * 3", 0)] {
    var reader = InlineReader(figures: FigureTable(), paragraphs: [1], footnotes: [])
    _ = reader.read(YAMLText(text, location: SourceLocation(file: "pack.yml", line: 4, column: 9)))
    let said = reader.log.diagnostics.map(\.description)
    #expect(said.count == count && said.allSatisfy { $0.hasPrefix("pack.yml:4:9: warning: these asterisks") })
  }
}

@Test func markdownParagraphsKeepTheirStylesAndPlaces() {
  let text = "**Bold.** Plain *slanted* and\ngoes on.\n\n- an item [a link](https://example.org)\n"
  var reader = MarkdownReader(file: "1.md", text: text)
  let paragraphs = reader.points()
  #expect(paragraphs.count == 2)
  #expect(paragraphs[0].map(\.text.text) == ["Bold.", " Plain ", "slanted", " and\ngoes on."])
  #expect(paragraphs[0].map(\.style.isStrong) == [true, false, false, false])
  #expect(paragraphs[0][2].style.isEmphasised)
  #expect(paragraphs[1][1].style.url == "https://example.org")
  #expect(paragraphs[1][0].text.location(at: 0) == SourceLocation(file: "1.md", line: 4, column: 3))
}

@Test func columnsCountCharactersNotBytes() {
  let text = "Ёлка — *да*\n"
  var reader = MarkdownReader(file: "1.md", text: text)
  #expect(reader.points()[0][1].text.location(at: 0).column == 9)
}

@Test func whatHasNoPlaceInASummaryIsNamedWithItsLine() {
  let text = "**Fine.**\n\n# A heading\n\n```\ncode\n```\n"
  var reader = MarkdownReader(file: "1.md", text: text)
  _ = reader.points()
  #expect(reader.log.diagnostics.map(\.location?.line) == [3, 5])
  #expect(reader.log.diagnostics[0].message == "a summary has no place for this (heading)")
}

@Test func placesCsvGivesPlacesAndNamesWhatIsWrong() {
  func read(_ csv: String) -> (list: PlaceList, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let list = PlaceList.read(csv, file: "places.csv", log: &log)
    return (list, log)
  }
  let header = "name,country,latitude,longitude\n"
  #expect(read(header + "Nowhere,XX,10.5,-20\n").list["nowhere"]?.position.latitude == 10.5)
  // As spreadsheets of a country with decimal commas save it.
  let commas = read("name;country;latitude;longitude\nNowhere;XX;10,5;-20\n")
  #expect(commas.list["Nowhere"]?.position.latitude == 10.5)
  let wrong = read(header + "Nowhere,XX,100,-20\nThere,XX,1,2\n")
  #expect(wrong.log.hasErrors && wrong.list.isUnread("Nowhere") && wrong.list["There"] != nil)
  #expect(
    read("name,country,latitude\nNowhere,XX,1\n").log.diagnostics.first?.message
      == "the column 'longitude' is missing")
}
