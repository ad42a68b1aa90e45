import Foundation
import Testing

/// A pack of one question, and what `bayan` makes of it.
private struct SmallPack {
  let folder: TemporaryFolder

  init(
    pack: String, summary: String,
    transcript: String = "Interview with A. B., expert\n\n1. Why is that so?\n\nBecause it was measured.\n"
  ) throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("summaries"), withIntermediateDirectories: true)
    let figures =
      "id,label,value,unit,period,qualifier,status,formula,source,note\n"
      + "g-no,Growth,5,%,2020,,actual,,https://example.org/data,\n"
      + "g-se,Growth,3,%,2020,,actual,,https://example.org/data,\n"
    for (name, text) in [
      ("pack.yml", pack), ("summaries/1.md", summary), ("transcript.txt", transcript),
      ("figures.csv", figures),
    ] {
      try Data(text.utf8).write(to: folder.url.appendingPathComponent(name))
    }
  }

  /// The text of a document, page by page.
  func pages(of layout: String) throws -> (pages: [String], run: Run) {
    let run = try bayan("build", folder.path, "--layout", layout, "--output", folder.path + "/out")
    try #require(run.status == 0, "\(run.errors)")
    let text = try tool("pdftotext", folder.path + "/out/\(layout).pdf", "-").output
    return (text.split(separator: "\u{0C}").map(String.init), run)
  }
}

@Test func spacedNamesOnMapsAreFoundAsWords() throws {
  let map =
    "title: A test pack\nlanguage: en\nquestions:\n  - headline: North\n    exhibits:\n"
    + "      - { kind: map, title: Two countries, shade: { NO: g-no, SE: g-se } }\n"
  let pack = try SmallPack(pack: map, summary: "**It is so.** It was measured. [¶1]\n")
  let text = try pack.pages(of: "report").pages.joined()
  for name in ["FINLAND", "NORWAY", "SWEDEN", "LATVIA", "BELARUS"] { #expect(text.contains(name)) }
  // Whose data the map is made from is said wherever the layout says it and shows a map.
  #expect(text.contains("GeoNames"))
}

@Test func aBriefSaysWhoseDataItsMapIsMadeFrom() throws {
  let folder = try TemporaryFolder()
  #expect(try bayan("build", "--layout", "brief", "--output", folder.path).status == 0)
  #expect(try tool("pdftotext", folder.path + "/brief.pdf", "-").output.contains("GeoNames"))
}

@Test(arguments: 12...18)
func noPageHoldsNothingButNotes(count: Int) throws {
  let points = (1...count).map { "**Point \($0).** It ends with a note.[^\($0)] [¶1]\n" }
  let answer =
    "Because it was measured" + (1...count).map { "[\($0)]" }.joined(separator: " and so") + ".\n\n"
  let notes = (1...count).map {
    "[\($0)] Note \($0) says where it was measured, at some length, so that it takes more than one line of the page's foot and not only one.\n"
  }
  let pack = try SmallPack(
    pack: "title: Notes\nquestions:\n  - headline: Many notes\n",
    summary: points.joined(separator: "\n"),
    transcript: "Interview with A. B., expert\n\n1. Why is that so?\n\n" + answer
      + notes.joined(separator: "\n"))
  for page in try pack.pages(of: "report").pages where page.contains("Many notes (continued)") {
    #expect(page.contains("Point"), "\(page)")
  }
}
