import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private let long = String(repeating: "m", count: 200)

private func unbroken(_ frame: Frame) -> String {
  frame.writings.map(\.text).joined().filter { $0 == "m" }
}

private func check(_ chart: ChartDescription, letters: Int, widths: [Double] = [130, 220, 460, 840]) throws {
  let setter = try shippedTypesetter()
  for width in widths {
    let least = try #require(
      chart.smallestSize(width: width, typesetter: setter, style: style()), "\(chart.kind) \(width)")
    let frame = try drawChart(chart, size: least, typesetter: setter, style: style())
    #expect(frame.labelFaults == [], "\(chart.kind) \(width)")
    #expect(unbroken(frame).count == letters, "\(chart.kind) \(width)")
  }
}

@Test func aWordWiderThanTheChartIsBrokenInEveryKind() throws {
  func event(_ period: String, _ label: String) throws -> ChartDescription.Event {
    .init(period: try #require(Period(period)), label: label)
  }
  try check(ChartDescription(.timeline([event("2019", long), event("2020", "ok")])), letters: 200)
  try check(
    ChartDescription(.timeline([event("2017/2019", long), event("2020", "ok")])), letters: 200)
  try check(
    ChartDescription(.bars, figures: [figure("a", "50", label: long), figure("b", "60", label: "ok")]),
    letters: 200)
  try check(
    ChartDescription(
      .share,
      figures: [
        figure("a", "45", unit: "%", label: "ok"), figure("b", "10", unit: "%", label: long),
        figure("c", "40", unit: "%", label: "ok"),
      ]), letters: 200)
}

@Test func aSeriesNameWiderThanTheChartIsBrokenInTheKey() throws {
  let figures = ["2018", "2019"].flatMap { year in
    [figure("a" + year, "5", year, label: long), figure("b" + year, "6", year, label: "Other")]
  }
  try check(ChartDescription(.bars, figures: figures), letters: 200, widths: [220, 460])
}
