import Foundation
import TestSupport
import Testing

/// A pack of one question with an exhibit, and what its slides say.
private func slides(exhibit: String, figures: [String], update: String? = nil) throws -> String {
  let pack = try SmallPack(
    pack: "title: Ships\nquestions:\n  - headline: Ships came\n    exhibits: [\(exhibit)]\n",
    transcript: "1. Did ships come?\n\nThey came: 3, 4, 5 and 6 ships.\n",
    summaries: ["**Ships.** They came.\n"], columns: SmallPack.columns + ",reporter", figures: figures)
  if let update { try pack.write(update, to: "update.csv") }
  let (run, file) = try pack.build(
    "slides", update.map { _ in ["--figures", pack.path + "/update.csv"] } ?? [])
  try #require(run.status == 0, "\(run.errors)")
  return try pdfText(file).replacing("\n", with: " ")
}

private let ships = [
  "a16,Ships,3,ships,2016,exact,actual,,¶1,,", "a17,Ships,4,ships,2017,exact,actual,,¶1,,",
  "a18,Ships,5,ships,2018,exact,actual,,¶1,,", "g20,Ships,6,ships,2020,exact,target,,¶1,,",
]

private func bullet(_ figure: String) -> String {
  "{ kind: bullet, title: Ships and a goal, figures: [\(figure)], targets: [g20] }"
}

@Test func aBulletChartSaysWhichTimesItsTargetsAreFor() throws {
  let later = try slides(exhibit: bullet("a17"), figures: ships)
  #expect(later.contains("2017 stands against the target for 2020."))
  let same = ships.map { $0.replacing(",2020,", with: ",2018,") }
  let met = try slides(exhibit: bullet("a18"), figures: same)
  #expect(!met.contains("stands against"))
  // Nine months are of the year that the target is for.
  let months = same.map { $0.replacing("5,ships,2018,", with: "5,ships,2018-01/2018-09,") }
  let underway = try slides(exhibit: bullet("a18"), figures: months)
  #expect(!underway.contains("stands against"))
}

@Test(arguments: [
  (nil, "Source: ¶1 "), ("a17,7,https://example.org/17,", "Source: ¶1; 2017: example.org "),
  ("a17,7,https://example.org/17,Port of Osk (via example.org)", "Source: ¶1; 2017: Port of Osk "),
  (
    "a17,7,https://example.org/17,Port of Osk\na18,9,https://example.com/18,Port of Osk",
    "Source: Port of Osk; 2016: ¶1 "
  ),
])
func aChartSaysWhichOfItsValuesAreFromElsewhere(row: String?, said: String) throws {
  let chart = "{ kind: bars, title: Ships that came, figures: [a16, a17, a18] }"
  let update = row.map { "id,value,source,reporter\n\($0)\n" }
  let words = try slides(exhibit: chart, figures: ships, update: update)
  #expect(words.contains(said), "\(words)")
}

@Test func twoThingsFromTwoSourcesAreNotMixed() throws {
  let figures = ships + ["b18,Boats,9,ships,2018,exact,actual,,https://example.org/b,,"]
  let chart = "{ kind: bars, title: Ships that came, figures: [a18, b18] }"
  let words = try slides(exhibit: chart, figures: figures)
  #expect(words.contains("Source: ¶1, example.org"), "\(words)")
}
