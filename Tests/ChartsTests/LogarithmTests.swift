import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func growth(_ values: [String]) -> ChartDescription {
  var chart = ChartDescription(
    .lines,
    figures: values.enumerated().map { index, value in
      figure("p\(index)", value, "\(2015 + index)", unit: "k t")
    })
  chart.isLogarithmic = true
  return chart
}

private func draw(_ chart: ChartDescription, _ size: Size = Size(300, 180)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

@Test func equalProportionsAreEqualDistancesOnALogarithmicAxis() throws {
  let frame = try draw(growth(["2", "20", "200", "2000"]))
  let dots = frame.filled { $0 == .solid(style().primary) }.sorted { $0.midX < $1.midX }.map(\.midY)
  try #require(dots.count == 4)
  #expect(abs((dots[0] - dots[1]) - (dots[1] - dots[2])) < 0.01)
  #expect(abs((dots[1] - dots[2]) - (dots[2] - dots[3])) < 0.01)
}

@Test func aLogarithmicAxisSaysThatItIsOneAndHasNoLineAtZero() throws {
  let frame = try draw(growth(["3", "40", "500"]))
  #expect(frame.writtenLines.contains("k t, logarithmic scale"), "\(frame.writtenLines)")
  #expect(frame.writtenLines.contains("100") && !frame.writtenLines.contains("0"))
  #expect(!frame.strokes { $0.dash == [1.5, 2] }.isEmpty)
  #expect(growth(["3", "40"]).alternativeText().hasPrefix("Line chart on a logarithmic scale"))
}

@Test func ticksOfALogarithmicAxisAreRoundAndNotTooMany() {
  #expect(Ticks.logarithmic(from: 2, to: 60, wanted: 4).values == [2, 5, 10, 20, 50])
  #expect(Ticks.logarithmic(from: 1, to: 100_000, wanted: 4).values == [1, 10, 100, 1000, 10000, 100_000])
  // The line at the foot has its value, whether it is a power of ten or not.
  #expect(Ticks.logarithmic(from: 2, to: 60_000, wanted: 4).values == [2, 10, 100, 1000, 10000])
  #expect(Ticks.logarithmic(from: 1, to: 1_000_000_000, wanted: 4).values.count <= 6)
}

@Test func onlyLinesOfWhatIsMoreThanNothingAreLogarithmic() {
  let place = ChartPlaces(chart: SourceLocation(file: "pack.yml", line: 1))
  #expect(growth(["0", "4"]).problems(at: place).map(\.message).contains { $0.contains("'p0' is 0") })
  var bars = ChartDescription(.bars, figures: trade)
  bars.isLogarithmic = true
  #expect(
    bars.problems(at: place).map(\.message).contains {
      $0.hasPrefix("the axis of this chart can't be logarithmic")
    })
}
