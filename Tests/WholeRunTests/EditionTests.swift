import Foundation
import TestSupport
import Testing

private let shipped = "seeds/kazakh-uzbek"
private let documents = ["brief", "handout", "report", "slides"]

/// The shipped pack with some of its figures' values replaced by values from elsewhere.
func shippedPack(with values: [String: String], asOf date: String? = nil) throws -> PackCopy {
  let pack = try PackCopy(of: shipped)
  for (id, value) in values { try pack.setFigure(id, to: value) }
  if let date {
    try pack.replace("figures_as_of: 2018-11-20", with: "figures_as_of: \(date)", in: "pack.yml")
  }
  return pack
}

extension PackCopy {
  /// Gives a figure another value, and a source outside the transcript, so that it needn't stand there.
  func setFigure(_ id: String, to value: String) throws {
    var lines = try read("figures.csv").components(separatedBy: "\n")
    let columns = lines[0].components(separatedBy: ",")
    guard let row = lines.firstIndex(where: { $0.hasPrefix("\(id),") }),
      let valueColumn = columns.firstIndex(of: "value"), let sourceColumn = columns.firstIndex(of: "source")
    else { throw CocoaError(.fileReadCorruptFile) }
    var cells = lines[row].components(separatedBy: ",")
    cells[valueColumn] = value
    cells[sourceColumn] = "https://example.org/later"
    lines[row] = cells.joined(separator: ",")
    try write(lines.joined(separator: "\n"), to: "figures.csv")
  }
}

/// As pdftotext reads it, lines joined.
private func text(_ file: String) throws -> String {
  try pdfText(file).replacing("\n", with: " ")
}

private func bytes(in folder: TemporaryFolder) throws -> [Data] {
  try documents.map { try Data(contentsOf: folder.url.appendingPathComponent("\($0).pdf")) }
}

/// Builds the documents above, or those that are named.
private func build(_ pack: String, _ folder: TemporaryFolder, _ more: String...) throws -> Run {
  let layouts = more.contains("--layout") ? [] : documents.flatMap { ["--layout", $0] }
  let run = try bayan(["build", pack, "--output", folder.path] + layouts + more)
  try #require(run.status == 0, "\(run.errors)")
  return run
}

/// A folder with the documents of the shipped pack.
private func firstEdition(_ layouts: String...) throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  let names = layouts.isEmpty ? documents : layouts
  let run = try bayan(["build", shipped, "--output", folder.path] + names.flatMap { ["--layout", $0] })
  try #require(run.status == 0, "\(run.errors)")
  return folder
}

@Test func aFirstBuildTellsOfNoChangesAndTheSecondOfWhatChanged() throws {
  let folder = try firstEdition()
  #expect(try !text(folder.path + "/report.pdf").contains("What changed"))
  let pack = try shippedPack(with: ["turnover-2018-9m": "3", "grants": "12000"], asOf: "2019-02-05")
  let run = try build(pack.path, folder)
  #expect(
    run.output
      == "2 figures changed since the edition of 2018-11-20 (2 more follow from them): turnover-2018-9m, grants; "
      + "report.pdf page 2, slides.pdf page 3\n")
  for name in ["report", "slides", "handout"] {
    let said = try text("\(folder.path)/\(name).pdf")
    #expect(said.contains("edition of 20 November 2018"), "\(name)")
    #expect(said.filter { !$0.isWhitespace }.contains("12000"), "\(name)")
  }
  for name in documents { #expect(try tool("qpdf", "--check", "\(folder.path)/\(name).pdf").status == 0) }
}

@Test func buildingTwiceGivesTheSameBytesAlsoWithAnEditionBefore() throws {
  let folder = try firstEdition()
  let pack = try shippedPack(with: ["agreements-signed": "250"])
  let first = try build(pack.path, folder)
  let made = try bytes(in: folder)
  let second = try build(pack.path, folder)
  #expect(try bytes(in: folder) == made)
  #expect(second.output == first.output)
  // One document alone is the same too.
  _ = try build(pack.path, folder, "--layout", "slides")
  #expect(try bytes(in: folder) == made)
}

@Test func noChangesLeavesThemOutAndForgetsNothing() throws {
  let folder = try firstEdition()
  let pack = try shippedPack(with: ["agreements-signed": "250"])
  _ = try build(pack.path, folder)
  let made = try bytes(in: folder)
  _ = try build(pack.path, folder, "--no-changes")
  #expect(try !text(folder.path + "/report.pdf").contains("What changed"))
  _ = try build(pack.path, folder)
  #expect(try bytes(in: folder) == made)
}

@Test func sinceNamesAnotherEdition() throws {
  let folder = try firstEdition("report")
  let handedOut = try TemporaryFolder()
  let old = handedOut.url.appendingPathComponent("as handed out.pdf")
  try FileManager.default.copyItem(at: folder.url.appendingPathComponent("report.pdf"), to: old)
  let second = try shippedPack(with: ["agreements-signed": "250"])
  let third = try shippedPack(with: ["agreements-signed": "250", "universities": "33"])
  _ = try build(second.path, folder, "--layout", "report")
  let byPDF = try build(third.path, folder, "--layout", "report", "--since", old.path).output
  #expect(byPDF.hasPrefix("2 figures changed"))
  #expect(try build(third.path, folder, "--layout", "report", "--since", shipped).output == byPDF)
  #expect(try build(third.path, folder, "--layout", "report", "--since", handedOut.path).output == byPDF)
  #expect(
    try build(third.path, folder, "--layout", "report", "--since", second.path).output.hasPrefix(
      "1 figure changed"))
  #expect(
    try build(third.path, folder, "--layout", "report", "--since", "none").output.hasPrefix("1 document in"))
  let wrong = try bayan(["build", shipped, "--output", folder.path, "--since", "/nowhere"])
  #expect(wrong.status == 1)
  #expect(wrong.errors.contains("/nowhere: error: there is no such edition"))
}

@Test func noFirstEditionIsToldBesideAnotherOne() throws {
  let folder = try firstEdition("slides")
  let later = try shippedPack(with: ["turnover-2018-9m": "3"])
  let beside = try build(later.path, folder, "--layout", "brief")
  #expect(beside.errors.contains("slides.pdf is of an earlier edition"))
  #expect(beside.output.hasPrefix("1 document in \(folder.path); edition recorded: "))
  let alone = try build(later.path, try TemporaryFolder(), "--layout", "brief")
  #expect(alone.output.contains("; first edition recorded: "))
}

@Test func whatIsNoEditionBeforeIsNoObstacle() throws {
  let folder = try TemporaryFolder()
  let report = folder.url.appendingPathComponent("report.pdf")
  // Damaged: told. Made by others, or of another pack: not compared with.
  try Data("%PDF-1.7\nnothing".utf8).write(to: report)
  let damaged = try build(shipped, folder, "--layout", "report", "--layout", "slides")
  #expect(damaged.errors.contains("report.pdf: warning: what changed since this document can't be told"))
  #expect(damaged.output.hasPrefix("2 documents in \(folder.path); edition recorded: "))
  #expect(damaged.output.hasSuffix(" figures, as of 2018-11-20\n"))
  let whole = try Data(contentsOf: report)
  #expect(try tool("qpdf", "--empty", report.path).status == 0)
  let foreign = try build(shipped, folder, "--layout", "report")
  #expect(foreign.errors == "")
  #expect(try Data(contentsOf: report) == whole)
  let other = try build("Tests/Packs/andes", folder, "--layout", "report")
  #expect(other.output.hasPrefix("1 document in \(folder.path); first edition recorded: "))
  let title = try #require(
    try PackCopy(of: shipped).read("pack.yml").firstMatch(of: /(?m)^title: *"?([^"\n]+)/)?.1)
  #expect(other.output.contains("; these replaced the documents of another pack: \(title)"))
  #expect(try !text(report.path).contains("What changed"))
}

@Test func eachDamagedDocumentIsToldWhereOthersAreWhole() throws {
  let folder = try firstEdition("brief", "report", "slides")
  for name in ["report", "slides"] {
    let file = folder.url.appendingPathComponent("\(name).pdf")
    try Data(contentsOf: file).prefix(5000).write(to: file)
  }
  let pack = try shippedPack(with: ["grants": "12000"])
  let run = try build(pack.path, folder, "--layout", "brief", "--layout", "report", "--layout", "slides")
  #expect(run.output.hasPrefix("1 figure changed"))
  for name in ["report", "slides"] {
    #expect(run.errors.contains("\(name).pdf: warning: what changed since this document can't be told"))
  }
  #expect(!run.errors.contains("brief.pdf"))
}

@Test func documentsOfAnEarlierEditionAreNamed() throws {
  let folder = try firstEdition("brief", "report")
  let pack = try shippedPack(with: ["grants": "12000"])
  let run = try build(pack.path, folder, "--layout", "report")
  #expect(run.errors.contains("warning: brief.pdf is of an earlier edition"))
  let diff = try bayan("diff", shipped, folder.path)
  #expect(diff.status == 0)
  #expect(diff.errors.contains("several editions: report.pdf is of another than brief.pdf"))
  #expect(try !build(pack.path, folder, "--layout", "brief").errors.contains("edition"))
  #expect(try bayan("diff", shipped, folder.path).errors == "")
}

@Test func sinceAnEditionOfAnotherPackIsToldToBe() throws {
  let folder = try TemporaryFolder()
  let run = try build(shipped, folder, "--layout", "brief", "--since", "Tests/Packs/andes")
  #expect(run.errors.contains("Tests/Packs/andes: warning: this is an edition of another pack"))
}

@Test func diffNamesNoPlaceWhoseWordsAreTheSame() throws {
  let pack = try shippedPack(with: ["turnover-2018-9m": "3"])
  let output = try bayan("diff", shipped, pack.path, "--json").output
  let json = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  let uses = try #require(json["changes"] as? [[String: Any]]).flatMap {
    $0["used"] as? [[String: String]] ?? []
  }
  #expect(!uses.isEmpty)
  for use in uses { #expect(use["was"] != use["now"]) }
}

@Test func diffNamesEachValueWithItsOwnPeriod() throws {
  let pack = try PackCopy()
  try pack.replace("turnover-2018-9m,,headline figure", with: "turnover-2017,,", in: "figures.csv")
  let said = try bayan("diff", shipped, pack.path).output
  #expect(
    said.contains(
      "\n\nMutual trade (lead-trade)\n  was   >\u{A0}$2\u{A0}bn, Jan–Sep 2018\n"
        + "  is    ≈\u{A0}$2\u{A0}bn, 2017\n"))
}

@Test func diffTellsWhatBuildsRecordedFromPacksPDFsAndFolders() throws {
  let folder = try firstEdition("report", "slides")
  let pack = try shippedPack(with: ["turnover-2018-9m": "3"], asOf: "2019-02-05")
  let later = try TemporaryFolder()
  _ = try build(pack.path, later, "--layout", "report")
  let said = try bayan("diff", shipped, pack.path).output
  #expect(
    said.hasPrefix(
      "1 figure changed since the edition of 2018-11-20 (2 more follow from it): turnover-2018-9m\n\n"
        + "Mutual trade, Jan–Sep 2018 (turnover-2018-9m)\n"
        + "  was   >\u{A0}$2\u{A0}bn\n  is    >\u{A0}$3\u{A0}bn\n        up about 50%; source: ¶5 → https://example.org/later\n"
    ))
  #expect(said.contains("\n\nMutual trade, Jan–Sep 2017 (turnover-2017-9m)\n"))
  #expect(said.contains("follows from turnover-2018-9m"))
  let printed = try bayan("diff", folder.path + "/slides.pdf", later.path).output
  #expect(printed.contains("report.pdf pages 1, 2"))
  #expect(
    printed.split(separator: "\n").filter { !$0.contains(".pdf page") }
      == said.split(separator: "\n").filter { !$0.contains(".pdf page") })
  #expect(try bayan("diff", folder.path, folder.path + "/report.pdf").output.hasPrefix("no figures changed"))
}

@Test func diffFindsTheRecordInWhatOtherToolsSaved() throws {
  let folder = try firstEdition("report")
  let report = folder.path + "/report.pdf"
  for options in [["--linearize"], ["--object-streams=disable"], ["--qdf"]] {
    let saved = folder.path + "/saved.pdf"
    #expect(try tool("qpdf", options + [report, saved]).status == 0)
    let run = try bayan("diff", saved, shipped, "--exit-code")
    #expect(run.status == 0, "\(options) \(run.errors)")
  }
}

@Test func diffEndsAsItsHelpSays() throws {
  let pack = try shippedPack(with: ["grants": "12000"])
  #expect(try bayan("diff", shipped, pack.path).status == 0)
  #expect(try bayan("diff", shipped, pack.path, "--exit-code").status == 2)
  #expect(try bayan("diff", shipped, shipped, "--exit-code").status == 0)
  let wrong = try bayan("diff", "nowhere", "README.md")
  #expect(wrong.status == 1)
  #expect(wrong.errors.contains("nowhere: error: there is no such edition"))
  #expect(wrong.errors.contains("README.md: error: this is no PDF, or a damaged one"))
  #expect(try bayan("diff", shipped).status == 64)
}

@Test func diffAsJSONHasTheKeysThatAreDocumented() throws {
  let pack = try shippedPack(with: ["turnover-2018-9m": "3"])
  let output = try bayan("diff", shipped, pack.path, "--json").output
  let json = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  #expect(Set(json.keys) == ["old", "new", "changes"])
  let changes = try #require(json["changes"] as? [[String: Any]])
  #expect(changes.map { $0["id"] as? String } == ["turnover-2018-9m", "turnover-2017-9m", "lead-trade"])
  #expect(changes.map { $0["follows"] as? [String] } == [[], ["turnover-2018-9m"], ["turnover-2018-9m"]])
  #expect(changes.map { $0["kind"] as? String } == ["changed", "changed", "changed"])
  let first = changes[0]
  #expect((first["was"] as? [String: Any])?["value"] as? String == "2")
  #expect((first["now"] as? [String: Any])?["value"] as? String == "3")
  #expect((first["now"] as? [String: Any])?["sources"] as? [String] == ["https://example.org/later"])
  #expect(first["aspects"] as? [String] == ["value", "source"])
  let used = try #require(first["used"] as? [[String: String]])
  #expect(used.contains { $0["place"] == "question 1, point 3" && $0["was"] != $0["now"] })
  let page = try contents("Docs/editions.md")
  for key in Set(changes.flatMap(\.keys)).union(json.keys).union(["figures_as_of", "place"]) {
    #expect(page.contains("`\(key)`"), "Docs/editions.md does not tell of '\(key)'")
  }
}

@Test func marksAreSwitchedOffInTheLayout() throws {
  let folder = try firstEdition("report")
  let layouts = try TemporaryFolder()
  let file = try layoutCopy(
    in: layouts, replacing: "changes: { marks: true }", with: "changes: { marks: false }")
  let pack = try shippedPack(with: ["grants": "12000"])
  let run = try bayan(["build", pack.path, "--output", folder.path, "--layout", file.path])
  #expect(run.status == 0)
  let said = try text(folder.path + "/report.pdf")
  #expect(said.contains("1 changed."))
  #expect(!said.contains("A bar in the margin"))
}

/// Which documents are made one after another, with which of two values, and what the last build is to say.
@Test(arguments: [
  ["report"], ["brief"], ["slides"], ["handout"], ["report", "slides"], ["brief", "handout"],
])
func aBuildOfSomeDocumentsHidesNoChangeFromTheNext(partial: [String]) throws {
  let folder = try firstEdition()
  let pack = try shippedPack(with: ["turnover-2018": "3.4"])
  var layouts = partial.flatMap { ["--layout", $0] }
  #expect(try bayan(["build", pack.path, "--output", folder.path] + layouts).status == 0)
  layouts = documents.flatMap { ["--layout", $0] }
  let run = try bayan(["build", shipped, "--output", folder.path] + layouts)
  #expect(run.status == 0)
  #expect(run.output.contains("1 figure changed"), "\(run.output)")
  #expect(run.errors.contains("warning: this folder held several editions"))
  for name in ["report", "slides"] where partial.contains(name) {
    #expect(try text("\(folder.path)/\(name).pdf").contains("What changed"), "\(name)")
  }
  // Then all are of one edition again, and building once more changes nothing.
  let made = try bytes(in: folder)
  let again = try bayan(["build", shipped, "--output", folder.path] + layouts)
  #expect(!again.errors.contains("several editions"))
  #expect(try bytes(in: folder) == made)
}

@Test func aRenamedFigureIsNoNews() throws {
  let folder = try firstEdition("report")
  let pack = try PackCopy(of: shipped)
  for file in [
    "figures.csv", "pack.yml", "summaries/1.md", "summaries/2.md", "summaries/3.md", "summaries/4.md",
  ] {
    let text = try pack.read(file)
    try pack.write(text.replacing("turnover-2018-9m", with: "trade-nine-months"), to: file)
  }
  let run = try build(pack.path, folder, "--layout", "report")
  #expect(run.output.hasPrefix("no figures changed"), "\(run.output)")
  #expect(try !text(folder.path + "/report.pdf").contains("What changed"))
}
