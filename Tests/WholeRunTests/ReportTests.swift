import Atlas
import Briefing
import ChartGrammar
import Evidence
import Foundation
import Interview
import MapGrammar
import TestSupport
import Testing

/// A pack's report and what it must say.
private struct Report {
  let file: String
  let story: Story
  /// As pdftotext reads it, without white space and hyphens, since lines are broken anew.
  let text: String

  init(_ pack: String) throws {
    let folder = try TemporaryFolder()
    let path = projectPath(pack)
    let run = try bayan("build", path, "--layout", "report", "--output", folder.path)
    try #require(run.status == 0, "\(run.errors)")
    file = folder.path + "/report.pdf"
    let atlas = try shippedAtlas()
    story = try LoadedPack(path, atlas: atlas).story.shown(in: ["report"])
    text = try squeezed(pdfText(file))
  }
}

@Test(arguments: ["seeds/kazakh-uzbek", "Tests/Packs/andes", "Tests/Packs/minimal", "Tests/Packs/tables"])
func theReportHoldsEveryQuestionSentenceLabelAndCity(pack: String) throws {
  let report = try Report(pack)
  let story = report.story
  var wanted = [story.title.text]
  for question in story.questions {
    wanted += [question.question.text, question.headline.text] + question.points.map(\.text)
    wanted += question.keyFigures.flatMap { [$0.numeral, $0.label.text, $0.note?.text ?? ""] }
    wanted += [question.quotation?.text ?? ""]
    for exhibit in question.exhibits {
      wanted += [exhibit.title?.text ?? "", exhibit.subtitle?.text ?? "", exhibit.note?.text ?? ""]
      switch exhibit.content {
      case .map(let map): wanted += (map.named + map.also).map(\.label)
      case .table(let table): wanted += table.cells.map { $0.figure.words(.number) }
      case .chart(let chart): wanted += chart.figures.map { $0.words(.number) } + chart.events.map(\.label)
      case .picture: break
      }
    }
  }
  wanted += story.figures.figures.map { $0.words(.short) }
  wanted += story.transcript.footnotes.map(\.text)
  for text in wanted where !text.isEmpty && !report.text.contains(squeezed(text)) {
    Issue.record("\(pack): the report lacks “\(text)”")
  }
  #expect(try tool("qpdf", "--check", report.file).status == 0)
}

@Test func twoProcessesMakeTheSameBytes() throws {
  let runs = try (0..<2).map { _ in
    let folder = try TemporaryFolder()
    #expect(try bayan("build", "--output", folder.path).status == 0)
    return try ["brief", "handout", "report", "slides"].map { name in
      try Data(contentsOf: folder.url.appendingPathComponent("\(name).pdf"))
    }
  }
  #expect(runs[0] == runs[1])
}

/// A town is on the map of the question whose answer, footnotes included, names it.
@Test func everyTownThatAnAnswerNamesIsOnItsMap() throws {
  let towns = [
    "Almaty", "Astana", "Bukhara", "Jizzakh", "Kyzylorda", "Sairam", "Samarkand", "Saryagash", "Shymkent",
    "Taraz",
    "Tashkent",
  ]
  let story = try Report("seeds/kazakh-uzbek").story
  for (asked, told) in zip(story.transcript.questions, story.questions) {
    let notes = asked.answer.flatMap(\.marks).map(\.footnote)
    let texts =
      asked.answer.map(\.text) + story.transcript.footnotes.filter { notes.contains($0.number) }.map(\.text)
    let answer = texts.joined(separator: " ").replacingOccurrences(
      of: "https://\\S+", with: "", options: .regularExpression)
    var shown: [String] = []
    for case .map(let map) in told.exhibits.map(\.content) { shown += map.named.map(\.label) }
    for town in towns where answer.contains(town) && !shown.contains(town) {
      Issue.record("question \(asked.number) names \(town), and its map does not show it")
    }
    // "Turkistan region" is a region; the town is named without it.
    if answer.contains("Turkistan,"), !shown.contains("Turkistan") { Issue.record("Turkistan is missing") }
  }
}

@Test(arguments: ["a4", "letter", "a5"])
func theReportIsMadeForEachPaper(paper: String) throws {
  let folder = try TemporaryFolder()
  #expect(try bayan("build", "--output", folder.path, "--paper", paper).status == 0)
  let size = ["a4": "595.276 x 841.89", "letter": "612 x 792", "a5": "419.528 x 595.276"][paper] ?? ""
  #expect(try tool("pdfinfo", folder.path + "/report.pdf").output.contains(size))
}

@Test func aFailedBuildLeavesTheOldReportWhole() throws {
  let folder = try TemporaryFolder()
  #expect(try bayan("build", "--output", folder.path).status == 0)
  let file = folder.url.appendingPathComponent("report.pdf")
  let before = try Data(contentsOf: file)
  let pack = try PackCopy()
  try pack.remove("summaries/1.md")
  #expect(try bayan("build", pack.path, "--output", folder.path).status == 1)
  #expect(try Data(contentsOf: file) == before)
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  #expect(names == ["brief.pdf", "handout.pdf", "report.pdf", "slides.pdf"])
}

@Test func theReportHasItsMetadataBookmarksAndLabels() throws {
  let report = try Report("seeds/kazakh-uzbek")
  let info = try tool("pdfinfo", report.file).output
  #expect(info.contains(report.story.title.text))
  let tagged = try #require(info.split(separator: "\n").first { $0.hasPrefix("Tagged:") })
  #expect(tagged.hasSuffix("yes"))
  let outline = try tool("qpdf", "--json", "--json-key=outlines", report.file).output
  let story = report.story
  for question in story.questions { #expect(outline.contains(question.headline.text.prefix(20))) }
  let labels = try tool("qpdf", "--json", "--json-key=pagelabels", report.file).output
  for page in 1...(story.questions.count + 1) { #expect(labels.contains("\"/P\": \"u:\(page)\"")) }
}

@Test func changingTheLayoutFileChangesThePagesWithoutARebuild() throws {
  let folder = try TemporaryFolder()
  let file = try layoutCopy(in: folder, replacing: "text: In short", with: "text: At a glance")
  #expect(try bayan("build", "--layout", file.path, "--output", folder.path).status == 0)
  let said = squeezed(try pdfText(folder.path + "/report.pdf"))
  #expect(said.contains("ATAGLANCE"))
  #expect(!said.contains("INSHORT"))
}
