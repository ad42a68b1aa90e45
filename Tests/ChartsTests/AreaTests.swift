import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private let years = ["2014", "2015", "2016", "2018", "2019"]

private func line(_ name: String, _ values: [String], last status: Status = .actual) -> Series {
  Series(
    name: name,
    figures: zip(years, values).map { year, value in
      figure(
        "\(name)-\(year)", value, year, unit: "k t", status: year == "2019" ? status : .actual, label: name)
    })
}

private func area(
  _ measure: ChartDescription.AreaMeasure = .amount, last status: Status = .actual
) -> ChartDescription {
  ChartDescription(
    .area(measure),
    series: [
      line("Grain", ["14", "17", "12", "10", "8"]),
      line("Steel", ["9", "11", "15", "18", "20"], last: status),
      line("Timber", ["5", "4", "6", "6", "7"]),
    ])
}

private func draw(_ chart: ChartDescription, _ size: Size = Size(300, 180)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

extension Frame {
  /// Heights of an area's runs, from year to year.
  fileprivate func heights(_ index: Int) -> [Double] {
    leaves.flatMap { leaf -> [Double] in
      guard case .shape(let path, let fill?, _) = leaf.item,
        fill == .solid(style().color(ofSeries: index)), path.corners.count >= 4
      else { return [] }
      let corners = path.corners
      let half = corners.count / 2
      return (0..<half).map { corners[corners.count - 1 - $0].y - corners[$0].y }
    }
  }
}

@Test func areasAreAsHighAsTheirFigures() throws {
  let frame = try draw(area())
  let scale = frame.heights(0)[0] / 14
  for (index, values) in [[14.0, 17, 12, 10, 8], [9, 11, 15, 18, 20], [5, 4, 6, 6, 7]].enumerated() {
    let heights = frame.heights(index)
    try #require(heights.count == 5)
    for (height, value) in zip(heights, values) { #expect(abs(height - value * scale) < 0.05) }
  }
  #expect(frame.writtenLines.contains("8 Grain") && frame.writtenLines.contains("Σ\u{A0}35"))
}

@Test func sharesFillTheWholeInEachPeriod() throws {
  let frame = try draw(area(.share))
  let sums = (0..<5).map { index in (0..<3).reduce(0) { $0 + frame.heights($1)[index] } }
  #expect(sums.allSatisfy { abs($0 - sums[0]) < 0.05 })
  #expect(abs(frame.heights(1)[1] / sums[1] - 11.0 / 32) < 0.001)
  #expect(frame.writtenLines.contains("57% Steel"), "\(frame.writtenLines)")
  #expect(area(.share).alternativeText().contains("Steel, 2019: 20\u{A0}thousand\u{A0}t; 57% of the sum"))
}

/// 2017 has no figure.
@Test func overYearsWithoutFiguresAreasArePaleBetweenDottedLines() throws {
  let frame = try draw(area())
  #expect(frame.strokes { $0.dash == [0.7, 2.2] }.count == 3)
  for index in 0..<3 {
    let full = style().color(ofSeries: index)
    #expect(frame.filled { $0 == .solid(full) }.count == 2)
    // From the last year before the gap to the first after it, paler than any figure's area.
    let pale = frame.filled { $0 == .solid(full.mixed(with: style().paper, amount: 0.85)) }
    #expect(pale.count == 1)
  }
}

/// A figure every few years is no row of sticks.
@Test func areasOfSingleYearsAreJoinedToEachOther() throws {
  func apart(_ name: String) -> Series {
    Series(
      name: name,
      figures: ["2015", "2020", "2024"].map { (year: String) in
        figure("\(name)-\(year)", "12", year, unit: "k t", status: .actual, label: name)
      })
  }
  let frame = try draw(ChartDescription(.area(.amount), series: [apart("Grain"), apart("Steel")]))
  for index in 0..<2 {
    let pale = style().color(ofSeries: index).mixed(with: style().paper, amount: 0.85)
    #expect(frame.filled { $0 == .solid(pale) }.count == 2)
  }
}

@Test func whatGoesToAnEstimateIsPaleWithADashedOutline() throws {
  let frame = try draw(area(last: .estimate))
  #expect(frame.heights(1).count == 3)
  #expect(frame.filled { $0 == .solid(style().tint(of: style().secondary)) }.count == 1)
  #expect(frame.writtenLines.contains("estimate"))
}

/// Its parts are named beside it, and the sum of another year over it would be taken for theirs.
@Test(arguments: [Size(300, 180), Size(200, 120), Size(150, 110)])
func theSumOfTheLastYearIsWrittenBeforeAnyOther(size: Size) throws {
  // Falling, so that the year before rises beside the label.
  let chart = ChartDescription(
    .area(.amount),
    series: [line("Grain", ["4", "6", "9", "14", "11"]), line("Steel", ["2", "3", "5", "9", "7"])])
  let written = try draw(chart, size).writtenLines
  let sums = written.filter { $0.hasPrefix("Σ") }
  #expect(sums.isEmpty || sums.contains("Σ\u{A0}18"), "\(sums)")
  if size.width > 250 { #expect(!sums.isEmpty) }
}
