import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func value(
  _ name: String, _ value: String, _ unit: String, _ qualifier: Qualifier = .exact,
  _ status: Status = .actual, period: String = "2020"
) -> Figure {
  figure(
    "\(name)-\(unit)", value, period, unit: unit, qualifier: qualifier, status: status, label: name)
}

private let harbours = ["Northhaven", "Alder Bay", "Saltmouth", "Westport"]
private let cargo = ["2.5", "5", "1", "7"]
private let waiting = ["9", "14", "5", "12"]
private let cranes = ["4", "16", "1", "9"]

private func measure(_ title: String, _ values: [String], _ unit: String, from: Decimal? = nil)
  -> ChartDescription.Scatter.Measure
{
  .init(title: title, figures: zip(harbours, values).map { value($0, $1, unit) }, start: from)
}

private func scatter(hasSizes: Bool = true) -> ChartDescription {
  ChartDescription(
    .scatter(
      .init(
        x: measure("Cargo", cargo, "million t"), y: measure("Waiting", waiting, "hours"),
        size: hasSizes ? measure("Cranes", cranes, "cranes") : nil)))
}

private func draw(_ chart: ChartDescription, _ size: Size = Size(300, 220)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

extension Frame {
  /// Points of actual values; the key's rings have no filling.
  fileprivate var dots: [Rect] { filled { $0 == .solid(style().primary) } }
}

@Test func pointsStandAtBothTheirValues() throws {
  let dots = try draw(scatter(hasSizes: false)).dots
  try #require(dots.count == 4)
  for (values, place) in [
    (cargo.compactMap(Double.init), dots.map(\.midX)),
    (waiting.compactMap(Double.init), dots.map { -$0.midY }),
  ] {
    let scale = (place[1] - place[2]) / (values[1] - values[2])
    for (x, value) in zip(place, values) {
      #expect(abs(x - place[2] - (value - values[2]) * scale) < 0.05)
    }
  }
}

@Test func areasOfPointsAreToEachOtherAsTheirValues() throws {
  let dots = try draw(scatter()).dots.sorted { $0.width > $1.width }
  try #require(dots.count == 4)
  for (dot, value) in zip(dots, [16.0, 9, 4, 1]) {
    #expect(abs(dot.width * dot.width / (dots[0].width * dots[0].width) - value / 16) < 0.001)
  }
}

@Test func pointsThatLieOnLargerOnesAreSeen() throws {
  // Two things at one place: the larger is drawn first, and a ring of paper lies around the smaller.
  func measure(_ title: String, _ values: [String]) -> ChartDescription.Scatter.Measure {
    .init(
      title: title, figures: zip(["Small", "Large", "Other"], values).map { value($0, $1, title) }, start: nil
    )
  }
  let chart = ChartDescription(
    .scatter(
      .init(
        x: measure("a", ["4", "4", "1"]), y: measure("b", ["4", "4", "2"]),
        size: measure("c", ["1", "16", "4"]))))
  let frame = try draw(chart)
  let near = frame.filled { $0 == .solid(style().primary) || $0 == .solid(style().paper) }.filter {
    abs($0.midX - (frame.dots.map(\.midX).max() ?? 0)) < 0.01
  }
  let widths = near.map(\.width)
  try #require(widths.count == 4)
  #expect(widths[0] > widths[1] && widths[1] > widths[2] && widths[2] > widths[3], "\(widths)")
  #expect(abs(widths[3] * 4 - widths[1]) < 0.01)
}

@Test func noPointStandsAtThePlotsEdge() throws {
  let frame = try draw(scatter(hasSizes: false))
  #expect(frame.dots.allSatisfy { $0.maxX < frame.size.width - 3 })
}

@Test func bothAxesAndTheAreasAreNamedWithTheirUnits() throws {
  let lines = try draw(scatter()).writtenLines
  #expect(lines.contains("→ Cargo, million t, 2020") && lines.contains("↑ Waiting, hours, 2020"), "\(lines)")
  #expect(lines.contains("Cranes, 2020:"))
  #expect(lines.contains { $0.hasSuffix("15 cranes") || $0.hasSuffix("10 cranes") }, "\(lines)")
  for name in harbours { #expect(lines.contains(name)) }
}

@Test func anAxisFarFromZeroBeginsBelowItsValuesAndADashedLineSaysSo() throws {
  let far = ChartDescription(
    .scatter(
      .init(
        x: measure("Cargo", cargo, "million t"), y: measure("Life", ["71", "78", "83", "80"], "years"))))
  let frame = try draw(far)
  #expect(frame.writtenLines.contains("70") && !frame.writtenLines.contains("10"))
  #expect(!frame.strokes { $0.dash == [1.5, 2] }.isEmpty)
  let told = ChartDescription(
    .scatter(
      .init(
        x: measure("Cargo", cargo, "million t"),
        y: measure("Life", ["71", "78", "83", "80"], "years", from: 0))))
  #expect(try draw(told).writtenLines.contains("80"))
  #expect(try draw(told).strokes { $0.dash == [1.5, 2] }.isEmpty)
}

@Test func whatIsKnownLessSurelyOrOfAnotherYearSaysSo() throws {
  let chart = ChartDescription(
    .scatter(
      .init(
        x: .init(
          title: "Cargo",
          figures: [
            value("A", "2", "t", .about), value("B", "4", "t", .moreThan),
            value("C", "6", "t", period: "2019"),
            value("D", "1", "t"),
          ]),
        y: .init(
          title: "Wait",
          figures: [
            value("A", "2", "h"), value("B", "4", "h"), value("C", "3", "h", .exact, .estimate),
            value("D", "5", "h"),
          ]))))
  let frame = try draw(chart)
  let lines = frame.writtenLines
  #expect(lines.contains("≈\u{A0}A") && lines.contains("C (2019)") && lines.contains("estimate"), "\(lines)")
  // More than 4 t: a dotted line to the right of the point.
  #expect(frame.strokes { $0.dash == [1, 1.2] }.count == 1)
  #expect(chart.alternativeText().contains("B: Cargo more than 4\u{A0}t; Wait 4\u{A0}h"))
}

@Test func highlightedPointsKeepTheirColour() throws {
  var chart = scatter(hasSizes: false)
  chart.highlighted = ["Westport-hours"]
  #expect(try draw(chart).dots.count == 1)
}

@Test func figuresOfOneLabelBelongToWhoReportsThem() {
  func told(_ by: String, _ number: String, _ unit: String) -> Figure {
    figure("\(by)-\(unit)", number, "2020", unit: unit, label: unit, reporter: by)
  }
  let chart = ChartDescription(
    .scatter(
      .init(
        x: .init(title: "x", figures: [told("North", "1", "km"), told("South", "2", "km")]),
        y: .init(title: "y", figures: [told("South", "3", "h"), told("North", "4", "h")]))))
  #expect(chart.points.map(\.name) == ["North", "South"])
  #expect(chart.points.map(\.y.value) == [4, 3])
}
