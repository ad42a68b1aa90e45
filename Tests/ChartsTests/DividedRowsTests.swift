import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

/// Lengths grow from page to page, so that each page alone would have a scale of its own; so do names and values.
private func figures(_ year: Int, from first: Int = 1) -> [Figure] {
  (first...(first + 29)).map { number in
    figure(
      "row-\(number)-\(year)", "\(number * number)", "\(year)", unit: "million tonnes",
      label: "Row \(String(repeating: "long ", count: number / 12))\(number)")
  }
}

private let series = [
  Series(name: "In", figures: figures(2020)), Series(name: "Out", figures: figures(2019, from: 1)),
]

private let charts = [
  ChartDescription(.bars, series: [Series(figures: figures(2020))]),
  ChartDescription(.groupedBars, series: series, order: .given),
  ChartDescription(.stackedBars, series: series, order: .given),
  ChartDescription(
    .change(.difference),
    series: zip(figures(2019), figures(2020)).map { old, new in
      Series(name: new.label, figures: [old.withValue(0).of(2019, old.id), new])
    }),
  ChartDescription(
    .flow([
      .init(from: "A", to: "B", items: figures(2020).map { .init(label: $0.label, figure: $0) }),
      .init(from: "B", to: "A", items: figures(2019).map { .init(label: $0.label, figure: $0) }),
    ])),
]

extension ChartDescription {
  /// That its bars show.
  fileprivate var values: [Double] {
    (changes.isEmpty ? figures : changes.map(\.figure)).map(\.value.double)
  }
}

extension Figure {
  fileprivate func of(_ year: Int, _ id: String) -> Figure {
    Figure(
      id: id, label: label, value: value, unit: unit, period: Period("\(year)"), location: location)
  }
}

/// A page of a divided chart, as high as it needs.
private func page(_ chart: ChartDescription, width: Double) throws -> Frame {
  let size = try #require(chart.smallestSize(width: width, typesetter: shippedTypesetter(), style: style()))
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

@Test(arguments: charts, [220.0, 320, 520])
func barsOfADividedChartHaveOneScaleOnAllItsPages(_ chart: ChartDescription, width: Double) throws {
  var scales: [Double] = []
  for piece in chart.divided(by: 7) {
    let colors = [0, 1].map { Fill.solid(style().color(ofSeries: $0)) }
    let swatch = style().axisLabels.size * 1.2
    let bars = try page(piece, width: width).filled { colors.contains($0) }.filter {
      // Neither the key nor arrowheads.
      abs($0.width - swatch) > 0.01 && abs($0.height - style().values.size * 0.81) > 0.01
    }
    let longest = try #require(bars.map(\.width).max())
    scales.append(try longest / #require(piece.values.max()))
  }
  #expect(scales.count > 3)
  let (least, most) = (try #require(scales.min()), try #require(scales.max()))
  #expect(most - least < 0.001 * most, "\(scales)")
}

@Test func dotsOfADividedChartStandOnOneAxis() throws {
  let chart = ChartDescription(
    .dots, series: [Series(figures: figures(2020))],
    references: [.init(value: 400, label: "goal")])
  let pages = try chart.divided(by: 7).map { try page($0, width: 320) }
  // The same grid lines, in the same places, and the reference on each.
  let grids = pages.map { Set($0.lines(style().hairline).map { ($0.minX * 100).rounded() }) }
  #expect(try #require(grids.first).count > 1)
  #expect(Set(grids).count == 1)
  for page in pages { #expect(page.writings.contains { $0.text == "goal" }) }
}

@Test func theKeyAndTheUnitStandOnEachPageOfADividedChart() throws {
  let chart = ChartDescription(.groupedBars, series: series, order: .given)
  for piece in chart.divided(by: 7) {
    let lines = try page(piece, width: 400).writtenLines
    for word in ["In", "Out"] { #expect(lines.contains(word)) }
    #expect(lines.count { $0.contains("million tonnes") } == 1, "\(lines)")
  }
}

@Test func aDividedTimelineIsAListOnEachPage() throws {
  let events: [ChartDescription.Event] = (1...6).compactMap { number in
    Period("\(1990 + number)").map { .init(period: $0, label: "Event \(number)") }
  }
  let chart = ChartDescription(.timeline(events))
  for piece in chart.divided(by: 3) {
    let lines = try page(piece, width: 600).writtenLines
    // Each date beside its event, and no years of an axis.
    #expect(lines.count == 6, "\(lines)")
  }
}
