import Atlas
import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

private func studio(_ name: String = "report", paper: Paper = .a4) throws -> ExhibitStudio {
  let layout = try ShippedFiles().layout("\(name).yml", paper: paper)
  var stories = StoryGenerator(seed: 1)
  return ExhibitStudio(
    layout: layout, typesetter: try shippedTypesetter(),
    atlas: try shippedAtlas(), story: stories.story())
}

private func timeline(_ dates: [(Int, String)], line: Int?) -> Exhibit {
  let events = dates.map { year, label in
    ChartDescription.Event(period: Period(firstMonth: year * 12, lastMonth: year * 12 + 11), label: label)
  }
  return Exhibit(
    content: .chart(ChartDescription(.timeline(events))), sources: [],
    location: SourceLocation(file: "pack.yml", line: line, column: line.map { _ in 9 }))
}

private func bars(_ values: [(String, String, Int?)]) -> Exhibit {
  Exhibit(
    content: .chart(
      ChartDescription(
        .bars,
        figures: values.map { label, value, year in
          Figure(
            id: label, label: year == nil ? label : "Sales", value: Decimal(string: value) ?? 0,
            unit: Unit("USD m"),
            period: year.map { Period(firstMonth: $0 * 12, lastMonth: $0 * 12 + 11) },
            sources: [], location: SourceLocation(file: "figures.csv", line: 2))
        })), sources: [], location: SourceLocation(file: "pack.yml", line: 3, column: 9))
}

@Test func whatHasNoRoomIsToldAtTheExhibitsPlace() throws {
  let studio = try studio()
  let told = [
    (timeline([(2018, "One"), (2019, "Two")], line: 12), Size(20, 20)),
    (bars([("One", "1", nil), ("Two", "2", nil)]), Size(5, 5)),
  ].flatMap { studio.draw(.init(exhibit: $0, size: $1)).diagnostics }
  #expect(told.map { $0.location?.line } == [12, 3])
  #expect(told.map(\.description).allSatisfy { $0.hasPrefix("pack.yml:") && $0.contains(":9: error: the ") })
}

@Test func valuesThatFindNoRoomAreNamedInAWarningAtTheExhibitsPlace() throws {
  let studio = try studio()
  let values = (1990..<1996).map { ("Sales \($0)", "\(123_456 + $0).25", Optional($0)) }
  let size = Size(150, 90)
  let drawn = studio.draw(.init(exhibit: bars(values), size: size))
  let texts = drawn.frame.leaves.compactMap { leaf in
    if case .text(let run) = leaf.item { run.text } else { nil }
  }
  let told = try #require(drawn.diagnostics.first)
  #expect(drawn.diagnostics.count == 1)
  #expect(told.severity == .warning)
  #expect(told.description.hasPrefix("pack.yml:3:9: warning: the chart of report (a4) has no room for "))
  // Each value is written or named.
  for (_, value, year) in values {
    let isWritten = texts.contains { $0.filter { $0.isNumber || $0 == "." } == value }
    #expect(isWritten != told.message.contains("(\(year ?? 0))"), "\(value)")
  }
}

@Test(arguments: [
  ("report", Paper.a4, "the table of figures says them"), ("slides", .wide, "slides says them nowhere else"),
])
func whatAnExhibitLeavesOutIsSaidToStandInATableOnlyWhereThereIsOne(
  name: String, paper: Paper, advice: String
) throws {
  let values = (1990..<1996).map { ("Sales \($0)", "\(123_456 + $0).25", Optional($0)) }
  let size = name == "slides" ? Size(300, 150) : Size(150, 90)
  let drawn = try studio(name, paper: paper).draw(.init(exhibit: bars(values), size: size))
  #expect(try #require(drawn.diagnostics.first?.advice).hasSuffix(advice))
}

@Test func onlyBarsByPeriodUseTheHeightOfHalfAPage() throws {
  let studio = try studio()
  let rows = try #require(studio.heights(bars([("One", "-35", nil), ("Two", "250", nil)]), width: 460))
  let years = try #require(studio.heights(bars([("One", "35", 2018), ("Two", "250", 2019)]), width: 460))
  #expect(rows.most < 120)
  #expect(years.most == studio.layout.exhibits.most)
  let list = try #require(
    studio.heights(timeline([(1998, "One"), (2013, "Two"), (2017, "Three")], line: 1), width: 220))
  #expect(list.most < 140)
}

@Test func sourcesAreListedInOrderAndInRuns() {
  let runs = SourceRun.runs(of: [
    .paragraph(22), .footnote(2), .paragraph(18), .paragraph(5), .url("https://example.org"), .paragraph(20),
    .paragraph(6), .paragraph(7), .footnote(1), .paragraph(6),
  ])
  #expect(
    runs == [
      SourceRun(first: .paragraph(5), last: 7), SourceRun(first: .paragraph(18)),
      SourceRun(first: .paragraph(20)),
      SourceRun(first: .paragraph(22)), SourceRun(first: .footnote(1)), SourceRun(first: .footnote(2)),
      SourceRun(first: .url("https://example.org")),
    ])
}
