import Foundation
import TestSupport
import Testing

private let figures = [
  "e18,Exports,12.4,USD bn,2018,exact,actual,,https://example.org/trade,",
  "e19,Exports,13.2,USD bn,2019,more-than,actual,,https://example.org/trade,",
  "e20,Exports,15.6,USD bn,2020,exact,estimate,,https://example.org/trade,",
  "i18,Imports,9100,USD m,2018,exact,actual,,https://example.org/trade,",
  "i20,Imports,10.1,USD bn,2020,about,actual,,https://example.org/trade,",
]

private func pack(_ exhibit: String) throws -> SmallPack {
  try SmallPack(
    pack: "title: Ships\nlanguage: en-GB\nquestions:\n  - headline: Ships came\n    exhibits: [\(exhibit)]\n",
    transcript: "1. Did ships come?\n\nThey came: 12.4, more than 13.2, 9100 and about 10.1.\n",
    summaries: ["**Ships.** They came.\n"], figures: figures)
}

private let trade =
  "{ kind: table, title: Trade, figures: [e18, e19, e20, i18, i20], total: true, change: true, note: Goods alone. }"

/// Text of a PDF with words a space apart, line by line.
private func lines(_ file: String, layout: Bool = true) throws -> [String] {
  try tool("pdftotext", "-layout", file, "-").output.split(separator: "\n").map {
    $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

@Test(arguments: ["report", "slides"])
func aTableStandsWithItsTitleNumbersSumsChangesAndSource(layout: String) throws {
  let (run, file) = try pack(trade).build(layout)
  try #require(run.status == 0, "\(run.errors)")
  let said = try lines(file)
  for line in [
    "Trade", "Exports 12.4 >13.2 15.6e +26e", "Imports 9.1 – ≈10.1 ≈+11", "Σ Total 21.5 – ≈25.7e ≈+20e",
    "e estimate",
  ] {
    #expect(
      said.contains { $0.replacing(" e ", with: "e ").hasSuffix(line) || $0.contains(line) },
      "\(line)\n\(said)")
  }
  #expect(said.contains { $0.contains("Goods alone. Source: ") })
}

@Test func aTableIsReadAloudAsOneWithHeadsOfRowsAndColumns() throws {
  let (run, file) = try pack(trade).build("report")
  try #require(run.status == 0, "\(run.errors)")
  let told = try tool("pdfinfo", "-struct-text", file).output.components(separatedBy: "Table (block)")
  let table = try #require(
    told.dropFirst().first { $0.contains("\"Σ Total\"") || $0.contains("\"Exports\"") })
  #expect(table.contains("/Summary"))
  let rows = table.components(separatedBy: "TR\n").dropFirst()
  #expect(rows.first?.components(separatedBy: "/Scope /Column").count == 6)
  for row in rows.dropFirst().prefix(3) {
    #expect(row.components(separatedBy: "/Scope /Row").count == 2)
    #expect(row.components(separatedBy: "TD").count == 5)
  }
  #expect(table.contains("\"Trade\""))
}

@Test func aChangedFigureOfATableIsMarkedAndTold() throws {
  let pack = try pack(trade)
  _ = try pack.build("report")
  try pack.write("id,value,source\ne18,12.9,https://example.org/later\n", to: "later.csv")
  let (run, file) = try pack.build("report", ["--figures", pack.path + "/later.csv"])
  try #require(run.status == 0, "\(run.errors)")
  let said = try lines(file)
  #expect(said.contains { $0.contains("Exports 12.9 >13.2") })
  #expect(said.contains { $0.contains("What changed since") })
  let before = try tool("pdftotext", file, "-").output
  #expect(before.contains("12.9"))
}

@Test(arguments: [
  ("figures: [e18, i18], rows: lable", "'lable' is not allowed here\n  → did you mean 'label'?"),
  ("figures: [e18, i18], rows: [label, label]", "'label' is named twice"),
  ("figures: [e18, i18], change: often", "'often' is not allowed here"),
  ("figures: [e18, i18], axis: { from: 2 }", "unknown key 'axis'"),
  ("figures: [e18, e18]", "the figure 'e18' is in the table twice"),
  ("figures: [e18, i18], highlight: [e20]", "the highlighted figure 'e20' is not in the table"),
  ("figures: [e18, i18], rows: series", "no series are listed that rows or columns could be made of"),
  ("figures: [e18, i18], columns: label, rows: label", "rows and columns are both made by 'label'"),
])
func mistakesOfATableAreToldWithTheirPlace(_ keys: String, _ message: String) throws {
  let run = try bayan("check", pack("{ kind: table, \(keys) }").path)
  #expect(run.status == 1 && run.errors.contains("pack.yml:5:"), "\(run.errors)")
  #expect(run.errors.contains("error: " + message), "\(run.errors)")
}
