import Foundation
import TestSupport
import Testing

/// What a report of the andes pack says after an update.
private func report(figures: String..., in folder: TemporaryFolder) throws -> (text: String, run: Run) {
  var options: [String] = []
  for (index, text) in figures.enumerated() {
    let file = folder.url.appendingPathComponent("later\(index).csv")
    try text.write(to: file, atomically: true, encoding: .utf8)
    options += ["--figures", file.path]
  }
  let run = try bayan(
    ["build", "Tests/Packs/andes", "--layout", "report", "--output", folder.path] + options)
  let text = try pdfText(folder.path + "/report.pdf", "-raw")
  return (
    text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("\n", with: " "), run
  )
}

@Test func sentencesChartsAndDirectionsFollowAnUpdate() throws {
  let folder = try TemporaryFolder()
  let before = try report(in: folder).text
  #expect(before.contains("36 900"))
  let (text, run) = try report(
    figures: "id,value,source\npassengers-2041-07,50 000,https://rail.example.org/july\n",
    "id;value;qualifier;source\non-time;87,5;exact;https://rail.example.org/time\n", in: TemporaryFolder())
  #expect(run.status == 0)
  // In another folder no page tells what changed. The interview goes on saying what it said, at the back and where the
  // sentence is quoted that bears out another figure.
  #expect(before.components(separatedBy: "36 900").count > 5)
  let quoted = text.replacing("with the holidays, 36 900", with: "")
  #expect(!quoted.contains("36 900"))
  #expect(text.contains("50 000"))
  #expect(text.contains("up 22%"))
  #expect(text.contains("87.5%"))
  #expect(text.contains("12.5%"))
  #expect(text.contains("rail.example.org"))
}

@Test func aMistakenUpdateLeavesTheOldReportAndNamesItsPlace() throws {
  let folder = try TemporaryFolder()
  let before = try report(in: folder).text
  let (text, run) = try report(figures: "id,value\npassengers-2041-07,\"36,900\"\nlength,\n", in: folder)
  #expect(run.status == 1)
  #expect(text == before)
  #expect(run.errors.contains("later0.csv:2:21: error: '36,900' can be read as 36900 or as 36.9"))
  #expect(run.errors.contains("later0.csv:3:8: error: figure 'length' has no value"))
}

@Test(arguments: ["csv", "xlsx"])
func anExportedTableThatComesBackUnchangedMakesTheSameReport(ending: String) throws {
  let folder = try TemporaryFolder()
  let table = folder.path + "/table." + ending
  #expect(try bayan("figures", "Tests/Packs/andes", "--export", table).status == 0)
  var reports: [Data] = []
  for options in [[], ["--figures", table, "--as-of", "2042-11-03"]] {
    let run = try bayan(
      ["build", "Tests/Packs/andes", "--layout", "report", "--output", folder.path] + options)
    #expect(run.status == 0)
    #expect(run.errors.contains("table.") == false)
    reports.append(try Data(contentsOf: folder.url.appendingPathComponent("report.pdf")))
  }
  #expect(reports[0] == reports[1])
}

@Test func figuresAreListedInWords() throws {
  let run = try bayan("figures", "Tests/Packs/andes")
  #expect(run.status == 0)
  let lines = run.output.split(separator: "\n")
  #expect(
    lines[0].split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
      == "length 58 km actual ¶4")
  #expect(lines[2].contains("= 100% - on-time; ¶4"))
  #expect(try bayan("figures", "Tests/Packs/andes", "--export", "x.ods").status == 64)
  #expect(
    try bayan("figures", "Tests/Packs/andes", "--figures", "no.csv").errors.contains(
      "no.csv: error: there is no such file"))
}

@Test func aNumberTypedWhereAFigureHasItIsAWarningWithItsPlace() throws {
  let pack = try PackCopy(of: "Tests/Packs/andes")
  try pack.replace("The line is {length} long", with: "The line is 58 km long", in: "summaries/1.md")
  let run = try bayan("check", pack.path, "--layout", "report")
  #expect(run.status == 0)
  #expect(
    run.errors.contains(
      "summaries/1.md:1:59: warning: '58' is typed, and the figure 'length' has that value\n  → write {length}, so that it changes with the figure"
    ))
}

@Test func theDateOfTheFiguresIsThatOfTheUpdate() throws {
  let folder = try TemporaryFolder()
  let run = try bayan(
    "build", "Tests/Packs/andes", "--layout", "report", "--output", folder.path, "--as-of", "2043-02")
  #expect(run.status == 0)
  let text = try pdfText(folder.path + "/report.pdf")
  #expect(text.contains("February 2043"))
  #expect(!text.contains("3 November 2042"))
  #expect(try bayan("build", "Tests/Packs/andes", "--as-of", "soon").status == 64)
}

@Test func theShippedUpdateBuilds() throws {
  let folder = try TemporaryFolder()
  let run = try bayan(
    "build", "--layout", "report", "--output", folder.path, "--as-of", "2023-07", "--figures",
    "seeds/kazakh-uzbek/updates/trade-2023.csv")
  #expect(run.status == 0)
  // Nobody has sent what came of the two goals that are past, and nothing else is doubtful.
  #expect(
    run.errors.contains(
      "the time of the goals 'turnover-2018' (2018), 'turnover-2020' (2020) is over, and no figure says"))
  #expect(run.errors.components(separatedBy: "warning:").count == 2)
}
