import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func value(
  _ id: String, _ value: String, _ year: String, _ status: Status = .actual
) -> Figure {
  figure("\(id)-\(year)", value, year, unit: "k t", status: status, label: id)
}

private func series(
  _ name: String, _ values: [(String, String)], _ status: Status = .actual, after: String? = nil
) -> Series {
  var series = Series(name: name, figures: values.map { value(name, $1, $0, status) })
  series.after = after
  return series
}

private let past = series("Cargo", [("2018", "10"), ("2019", "12"), ("2020", "11")])

/// Two scenarios, one of them with a range.
private var scenarios: ChartDescription {
  var high = series("With a new quay", [("2021", "14"), ("2022", "18")], .estimate, after: "Cargo")
  high.low = [value("low", "13", "2021", .estimate), value("low", "15", "2022", .estimate)]
  high.high = [value("high", "16", "2021", .estimate), value("high", "22", "2022", .estimate)]
  let low = series("As it is", [("2021", "11.5"), ("2022", "12.5")], .estimate, after: "Cargo")
  return ChartDescription(.lines, series: [past, high, low])
}

private func draw(_ chart: ChartDescription, _ size: Size = Size(320, 200)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

extension Frame {
  fileprivate func polygon(_ color: Color) -> [Point] {
    leaves.compactMap { leaf -> [Point]? in
      guard case .shape(let path, let fill?, _) = leaf.item, fill == .solid(color), path.corners.count > 4
      else {
        return nil
      }
      return path.corners.map { leaf.origin + $0 }
    }.first ?? []
  }

  fileprivate func dashes(_ color: Color) -> [(from: Point, to: Point)] {
    strokes { $0.color == color && $0.width == 1 && $0.dash == [2, 1.4] }
  }
}

@Test func aBandIsAsHighAsItsRangeAndBeginsAtTheLastValueBeforeIt() throws {
  let frame = try draw(scenarios)
  let band = frame.polygon(style().tint(of: style().secondary))
  try #require(band.count == 6)
  let line = frame.dashes(style().edge(of: style().secondary))
  try #require(line.count == 2)
  #expect(abs(band[0].x - line[0].from.x) < 0.01 && abs(band[0].y - line[0].from.y) < 0.01)
  #expect(band[0] == band[5])
  // From 13 to 16 and from 15 to 22; the line rises from 11 to 14.
  let scale = (line[0].from.y - line[0].to.y) / 3
  #expect(abs(band[4].y - band[1].y - 3 * scale) < 0.05)
  #expect(abs(band[3].y - band[2].y - 7 * scale) < 0.05)
}

@Test func scenariosGoOnFromTheLastValueOfTheSameSeries() throws {
  let frame = try draw(scenarios)
  let lines = [style().secondary, style().color(ofSeries: 2)].map { frame.dashes(style().edge(of: $0)) }
  try #require(lines.allSatisfy { $0.count == 2 })
  #expect(lines[0][0].from == lines[1][0].from)
  // The value that both go on from is written once, and its point belongs to its own series.
  #expect(frame.writtenLines.filter { $0.hasPrefix("11") && !$0.hasPrefix("11.5") }.count == 1)
}

@Test func aSeriesThatOthersGoOnFromIsNamedAtItsLastValueAndNotAtTheEdge() throws {
  let frame = try draw(scenarios)
  #expect(frame.writtenLines.contains("11 Cargo"), "\(frame.writtenLines)")
  #expect(frame.writtenLines.count { $0.contains("Cargo") } == 1)
  var alone = scenarios
  alone.series.removeLast(2)
  #expect(scenarios.isGoneOn(past) && !alone.isGoneOn(past))
}

@Test func valuesWithinABandHaveALineOutOfIt() throws {
  var leftOut: [String] = []
  _ = try drawChart(
    scenarios, size: Size(320, 200), typesetter: shippedTypesetter(), style: style(), leftOut: &leftOut)
  #expect(leftOut == [])
}

@Test func theRangeOfTheLastValueIsSaidAtTheLinesEnd() throws {
  let lines = try draw(scenarios).writtenLines.joined(separator: " ")
  #expect(lines.contains("(15–22)") && lines.contains("range"), "\(lines)")
  #expect(
    scenarios.alternativeText().contains(
      "With a new quay, 2022: between 15\u{A0}thousand\u{A0}t (estimate) and 22\u{A0}thousand\u{A0}t (estimate)"
    ))
}
