import ChartGrammar
import Evidence
import Foundation
import TestSupport
import Testing

private func rows(_ count: Int, _ period: String? = "2020", unit: String = "km") -> [Figure] {
  (1...count).map { figure("row-\($0)-\(period ?? "")", "\($0)", period, unit: unit, label: "Row \($0)") }
}

private let series = [
  Series(name: "In", figures: rows(23, "2019")), Series(name: "Out", figures: rows(23, "2020")),
]

private func events(_ count: Int) -> [ChartDescription.Event] {
  (1...count).compactMap { number in
    Period("\(1960 + number)").map { .init(period: $0, label: "Event \(number)") }
  }
}

private let charts: [ChartDescription] = [
  ChartDescription(.bars, series: [Series(figures: rows(23))], order: .value(descending: true)),
  ChartDescription(.groupedBars, series: series, order: .given),
  ChartDescription(.stackedBars, series: series, order: .value(descending: false)),
  ChartDescription(.dots, series: series),
  ChartDescription(.bullet(targets: rows(23, "2024")), series: [Series(figures: rows(23))]),
  ChartDescription(
    .change(.difference),
    series: (1...8).map { number in
      Series(
        name: "Row \(number)",
        figures: (2017...2020).map { figure("c-\(number)-\($0)", "\(number * ($0 % 7))", "\($0)") })
    }, order: .value(descending: true)),
  ChartDescription(.timeline(events(23).reversed())),
  ChartDescription(
    .flow([
      .init(from: "A", to: "B", items: rows(9, "2019").map { .init(label: $0.label, figure: $0) }),
      .init(from: "B", to: "A", items: rows(14, "2020").map { .init(label: $0.label, figure: $0) }),
    ])),
  ChartDescription(
    .multiples(
      rows(23).map { .init(title: $0.label, chart: ChartDescription(.bars, series: [Series(figures: [$0])])) }
    )),
]

@Test(arguments: charts)
func aDividedChartHasEachOfItsPartsOnceAndInOrder(_ chart: ChartDescription) throws {
  let count = try #require(chart.parts?.count)
  for most in 1...count {
    let pieces = chart.divided(by: most)
    #expect(pieces.flatMap(\.data) == chart.data)
    #expect(Set(pieces.flatMap(\.figures)) == Set(chart.figures))
    let counts = pieces.compactMap(\.parts?.count)
    #expect(counts.reduce(0, +) == count)
    // As few as hold them, evenly filled.
    #expect(pieces.count == (count + most - 1) / most)
    #expect(try #require(counts.max()) <= most)
    #expect(try #require(counts.max()) - #require(counts.min()) <= 1)
    // A part can be divided further.
    #expect(pieces.flatMap { $0.divided(by: max(1, most / 2)) }.flatMap(\.data) == chart.data)
  }
}

@Test func aPartOfAChartSaysInWordsWhatOfItStandsThereAndNoMore() throws {
  let pieces = charts[0].divided(by: 8)
  let text = try #require(pieces.dropFirst().first).alternativeText().replacing(
    "\u{A0}", with: " ")
  #expect(text.hasPrefix("Bar chart, 2020 (rows 9–16 of 23). Row 15: 15 km; Row 14: 14 km"))
  #expect(text.hasSuffix("Lowest: Row 8, 8 km; highest: Row 15, 15 km."))
  #expect(
    charts[6].divided(by: 12)[0].alternativeText().hasPrefix("Timeline (events 1–12 of 23). 1961: Event 1;"))
  #expect(charts[8].divided(by: 12)[1].alternativeText().hasPrefix("11 of 23 charts on the same scale"))
}
