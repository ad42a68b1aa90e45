import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing

@testable import Charts

private let goods = [
  ("Oil", ["29.9", "25.5", "34.1", "36.2", "31.8", "40.4", "42.4", "38.0", "46.5"]),
  ("Metals", ["9.2", "7.8", "10.5", "11.1", "9.8", "12.4", "13.0", "11.7", "14.3"]),
  ("Grain", ["1.4", "1.2", "1.6", "1.7", "1.5", "1.9", "2.0", "1.8", "2.1"]),
]

private func series() -> [Series] {
  goods.map { name, values in
    Series(
      name: name,
      figures: values.enumerated().map { figure("\(name)-\($0)", $1, "\(2015 + $0)", label: name) })
  }
}

private func drawn(_ chart: ChartDescription, _ size: Size) throws -> (frame: Frame, leftOut: [String]) {
  var leftOut: [String] = []
  let frame = try drawChart(
    chart, size: size, typesetter: shippedTypesetter(), style: style(), leftOut: &leftOut)
  return (frame, leftOut)
}

@Test(arguments: [200.0, 235, 300, 400, 480, 640])
func aColumnOfAStackSaysTheValuesOfAllItsPartsOrOfNone(width: Double) throws {
  let (frame, leftOut) = try drawn(ChartDescription(.stackedBars, series: series()), Size(width, 240))
  #expect(frame.labelFaults == [])
  for (year, period) in (2015...2022).enumerated() {
    let missing = goods.filter { good in
      leftOut.contains { $0.contains("(\(good.0), \(period))") }
    }
    #expect([0, goods.count].contains(missing.count), "\(period): \(missing.map(\.0))")
    for good in goods where missing.isEmpty {
      #expect(
        frame.writings.contains { $0.text == good.1[year].replacing(".0", with: "") }, "\(good.1[year])")
    }
  }
}

@Test func sumsOverNarrowColumnsShareOneSign() throws {
  let (frame, leftOut) = try drawn(ChartDescription(.stackedBars, series: series()), Size(235, 240))
  let lines = frame.writtenLines.map { $0.replacing("\u{A0}", with: " ") }
  #expect(lines.filter { $0.contains("Σ") } == ["Σ 62.9"])
  for sum in ["40.5", "34.5", "46.2", "43.1", "54.7", "57.4", "51.5"] {
    #expect(lines.contains(sum), "\(sum): \(lines)")
  }
  #expect(!leftOut.contains { $0.contains("Σ") })
}

@Test(arguments: [Size(480, 120), Size(480, 200)])
func panelsOfLinesSayTheSameOfEach(size: Size) throws {
  let panels = series().map {
    ChartDescription.Panel(title: $0.name, chart: ChartDescription(.lines, series: [$0]))
  }
  let (frame, _) = try drawn(ChartDescription(.multiples(panels)), size)
  let words = frame.writings.map(\.text)
  for (name, values) in goods {
    #expect(words.contains(values[0]) && words.contains(values[8]), "\(name)")
    // What lies between says nothing new, least of all where a line seems flat.
    for value in values[3...6] where value != values.max() {
      #expect(!words.contains(value), "\(name) \(value)")
    }
  }
  #expect(!words.contains("1.2") && !words.contains("2.0"))
}
