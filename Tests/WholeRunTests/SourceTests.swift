import Foundation
import TestSupport
import Testing

private func pack(_ rows: [String], exhibits: String, headline: String = "Rows", summary: String? = nil)
  throws -> SmallPack
{
  try SmallPack(
    pack: "title: A test pack\nquestions:\n  - headline: \(headline)\n    exhibits:\n\(exhibits)\n",
    transcript: "Intro.\n\n1. What is it?\n\nA: We met, and it was 20 km.\n",
    summaries: [summary ?? "**A.** We met. [¶2]\n"], figures: rows)
}

private func said(_ pack: SmallPack, _ layout: String) throws -> (run: Run, text: String) {
  let (run, file) = try pack.build(layout)
  let text = try pdfText(file, "-layout")
  return (run, text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
}

private func rows(_ count: Int, source: (Int) -> String) -> [String] {
  (1...count).map { "r\($0),Good number \($0) of the table,\($0),USD m,2020,,actual,,\(source($0))," }
}

@Test func aHostIsNamedOnceBelowAnExhibit() throws {
  let made = try pack(
    rows(8) { "https://example.org/table/\($0); https://www.data.example.org/x?y=\($0)" },
    exhibits: "      - { kind: bars, title: Eight rows, figures: [r*] }")
  let (run, text) = try said(made, "report")
  #expect(run.status == 0)
  #expect(text.contains("Source: example.org, data.example.org"))
  #expect(!text.contains("data.example.org, example.org"))
  #expect(!text.contains("example.org, example.org"))
}

@Test func aLongListOfSourcesNeverMakesABuildFail() throws {
  for source in [
    { "https://host-\($0).example.org/table; https://other-\($0).example.com/x" },
    { "\"Statistical Yearbook of the Republic, volume \($0), part two, table 4, p. 214\"" },
  ] as [(Int) -> String] {
    let headline =
      "A headline that is long enough to go over several lines of a slide wherever it stands, and then some"
    let made = try pack(
      rows(30, source: source), exhibits: "      - { kind: bars, title: Thirty rows, figures: [r*] }",
      headline: headline)
    for layout in ["slides", "report", "brief"] {
      let (run, text) = try said(made, layout)
      #expect(run.status == 0, "\(layout): \(run.errors)")
      // The brief has no room for exhibits here.
      #expect(text.contains("Source:") == (layout != "brief"), "\(layout)")
    }
  }
}

@Test func aPartOfADividedChartNamesTheSourcesOfItsRows() throws {
  let made = try pack(
    rows(40) { $0 <= 20 ? "https://first.example.org" : "https://second.example.org" },
    exhibits: "      - { kind: bars, title: Forty rows, figures: [r*] }")
  let (run, file) = try made.build("slides")
  #expect(run.status == 0)
  let pages = try pdfPages(file, "-layout")
  let parts = pages.filter { $0.contains("Good number") && $0.contains("Source:") }
  #expect(parts.count > 2)
  for part in parts {
    let isFirst = part.firstMatch(of: /Good number (?:[1-9]|1\d|20) of/) != nil
    let isSecond = part.firstMatch(of: /Good number (?:2[1-9]|3\d|40) of/) != nil
    #expect(part.contains("first.example.org") == isFirst, "\(part)")
    #expect(part.contains("second.example.org") == isSecond, "\(part)")
  }
}

@Test func aWorkIsPrintedWholeAndOnSlidesToo() throws {
  let work = "Statistical Yearbook 2008, p. 214"
  let made = try pack(
    ["a,Length,30,km,2002,,actual,,\"\(work); 10.1000/182\",", "b,Other length,20,km,2001,,actual,,¶2,"],
    exhibits: "      - { kind: bars, title: Two, figures: [a, b] }", summary: "**A.** It is {a} long.\n")
  for layout in ["report", "slides"] {
    let (run, text) = try said(made, layout)
    #expect(run.errors.isEmpty, "\(run.errors)")
    #expect(text.contains("Source: ¶2; \(work); 10.1000/182"), "\(layout)")
    // In the table of figures, and on the page of sources.
    #expect(text.contains(layout == "slides" ? "Length, 2002: \(work)" : "All figures"), "\(text)")
  }
  let report = try said(made, "report").text
  #expect(report.components(separatedBy: "Yearbook 2008").count > 2)
  let links = try tool("qpdf", "--qdf", "--object-streams=disable", "\(made.path)/out/report.pdf", "-")
    .output
  #expect(links.contains("https://doi.org/10.1000/182"))
}

@Test func slidesNameAddressesWhole() throws {
  let made = try pack(
    ["a,Length,30,km,2002,,actual,,https://example.org/data/2002,"],
    exhibits: "      - { kind: bars, title: One, figures: [a] }",
    summary: "**A.** It is {a} long.\n")
  #expect(try said(made, "slides").text.contains("Length, 2002: https://example.org/data/2002"))
}

@Test func anUpdateIsNotPutIntoTheExpertsMouth() throws {
  let made = try pack(
    ["a,Length,20,km,2002,exact,estimate,,¶2,"], exhibits: "      - { kind: bars, title: One, figures: [a] }",
    summary: "**A.** The expert expects {a} in {a|period}. [¶2]\n")
  #expect(try bayan("check", made.path).errors.isEmpty)
  try made.write("id,value,status,source\na,30,actual,https://example.org/x\n", to: "u.csv")
  let run = try bayan("check", made.path, "--figures", made.path + "/u.csv")
  #expect(
    run.errors.contains(
      "1.md:1:27: warning: '30\u{A0}km' stands beside 'expects', but 'a' is an actual value from"))
  #expect(run.errors.contains("1.md:1:27: warning: '30\u{A0}km' is marked [¶2], which does not say it"))
}
