import Foundation
import TestSupport
import Testing

/// A pack of one question.
private func pack(
  _ pack: String, summary: String = "**It is so.** It was measured. [¶1]\n",
  transcript: String = "Interview with A. B., expert\n\n1. Why is that so?\n\nBecause it was measured.\n"
) throws -> SmallPack {
  try SmallPack(
    pack: pack, transcript: transcript, summaries: [summary],
    figures: ["g-no,Growth,5", "g-se,Growth,3"].map { $0 + ",%,2020,,actual,,https://example.org/data," })
}

/// The text of a document, page by page.
private func pages(of pack: SmallPack, _ layout: String) throws -> (pages: [String], run: Run) {
  let (run, file) = try pack.build(layout)
  try #require(run.status == 0, "\(run.errors)")
  return (try pdfPages(file), run)
}

@Test func spacedNamesOnMapsAreFoundAsWords() throws {
  let map =
    "title: A test pack\nlanguage: en\nquestions:\n  - headline: North\n    exhibits:\n"
    + "      - { kind: map, title: Two countries, shade: { NO: g-no, SE: g-se } }\n"
  let made = try pack(map)
  let text = try pages(of: made, "report").pages.joined()
  for name in ["FINLAND", "NORWAY", "SWEDEN", "LATVIA", "LITHUANIA"] { #expect(text.contains(name)) }
  // Whose data the map is made from is said wherever the layout says it and shows a map.
  #expect(text.contains("GeoNames"))
}

@Test func aBriefSaysWhoseDataItsMapIsMadeFrom() throws {
  let folder = try TemporaryFolder()
  #expect(try bayan("build", "--layout", "brief", "--output", folder.path).status == 0)
  #expect(try pdfText(folder.path + "/brief.pdf").contains("GeoNames"))
}

@Test(arguments: 12...18)
func noPageHoldsNothingButNotes(count: Int) throws {
  let points = (1...count).map { "**Point \($0).** It ends with a note.[^\($0)] [¶1]\n" }
  let answer =
    "Because it was measured" + (1...count).map { "[\($0)]" }.joined(separator: " and so") + ".\n\n"
  let notes = (1...count).map {
    "[\($0)] Note \($0) says where it was measured, at some length, so that it takes more than one line of the page's foot and not only one.\n"
  }
  let made = try pack(
    "title: Notes\nquestions:\n  - headline: Many notes\n",
    summary: points.joined(separator: "\n"),
    transcript: "Interview with A. B., expert\n\n1. Why is that so?\n\n" + answer
      + notes.joined(separator: "\n"))
  for page in try pages(of: made, "report").pages where page.contains("Many notes (continued)") {
    #expect(page.contains("Point"), "\(page)")
  }
}

@Test func aLongTitleStandsOnOneSlideOrIsWarnedOf() throws {
  let words =
    "Implementation of the Agreement between the Governments on the Joint Use of Water and Energy of Two Rivers: "
    + "Results, Risks and Tasks for the Next Meeting"
  let rest = "\nlanguage: en\nquestions:\n  - headline: Short\n"
  let one = try pack("title: \"\(words)\"" + rest)
  let (slides, run) = try pages(of: one, "slides")
  #expect(slides[0].contains("Implementation") && slides[0].contains("Next Meeting"))
  #expect(!run.errors.contains("title"))
  let long = Array(repeating: words, count: 9).joined(separator: "; ")
  let many = try pack("title: \"\(long)\"" + rest)
  #expect(try pages(of: many, "slides").run.errors.contains("the title goes on over a second page of slides"))
}

@Test func slidesShowEveryPoint() throws {
  let exhibits = ["no", "se"].map { "      - { kind: bars, title: A, figures: [g-\($0)] }\n" }.joined()
  let made = try pack(
    "title: Six points\nquestions:\n  - headline: One\n    exhibits:\n" + exhibits,
    summary: (1...7).map { "**Point number \($0).** Text. [¶1]\n" }.joined(separator: "\n"))
  let text = try pages(of: made, "slides").pages.joined()
  for number in 1...7 { #expect(text.contains("Point number \(number)")) }
}

/// A handout is read by ear as its slides are.
@Test func aHandoutHasTheStructureAndBookmarksOfItsSlides() throws {
  let folder = try TemporaryFolder()
  #expect(
    try bayan("build", "--layout", "handout", "--layout", "slides", "--output", folder.path).status == 0)
  func kinds(_ name: String) throws -> [Substring: Int] {
    let lines = try tool("pdfinfo", "-struct", folder.path + "/\(name).pdf").output.split(separator: "\n")
    return Dictionary(
      lines.compactMap { $0.split(whereSeparator: { " :".contains($0) }).first.map { ($0, 1) } },
      uniquingKeysWith: +)
  }
  let (slides, handout) = (try kinds("slides"), try kinds("handout"))
  for kind in ["H1", "H2", "L", "LI", "Figure", "Caption", "Table", "TH"] {
    #expect(handout[Substring(kind)] == slides[Substring(kind)], "\(kind)")
    #expect(handout[Substring(kind)] ?? 0 > 0, "\(kind)")
  }
  #expect(
    try tool("qpdf", "--json", "--json-key=outlines", folder.path + "/handout.pdf").output.contains("Trade"))
}

/// Points and key figures are lists, what is in short a heading below the question's, which is below the title's.
@Test func aReportIsReadAloudInItsOrder() throws {
  let folder = try TemporaryFolder()
  #expect(try bayan("build", "--layout", "report", "--output", folder.path).status == 0)
  let said = try tool("pdfinfo", "-struct-text", folder.path + "/report.pdf").output
  let lines = said.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
  let headings = lines.filter { $0.hasPrefix("H1") || $0.hasPrefix("H2") || $0.hasPrefix("H3") }.map {
    $0.prefix(2)
  }
  #expect(headings.first == "H1" && headings.filter { $0 == "H1" }.count == 1)
  for (before, after) in zip(headings, headings.dropFirst()) { #expect(!(before == "H1" && after == "H3")) }
  #expect(headings.contains("H3") && lines.contains { $0.hasPrefix("LBody") })
}
