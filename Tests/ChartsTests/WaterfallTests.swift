import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func step(
  _ id: String, _ value: String, _ period: String? = nil, _ qualifier: Qualifier = .exact,
  _ status: Status = .actual
) -> Figure {
  figure(id, value, period, unit: "EUR m", qualifier: qualifier, status: status, label: id)
}

private let steps = [
  step("Quay", "31", nil, .about), step("Cranes", "12.5"), step("Paid back", "-26"), step("Sold", "-9.5"),
]

private func waterfall(
  _ start: Figure? = step("Debt", "84", "2019"), _ steps: [Figure] = steps,
  _ end: Figure? = step("Debt", "92", "2020")
) -> ChartDescription {
  ChartDescription(.waterfall(start: start, end: end), series: [Series(figures: steps)])
}

private func draw(_ chart: ChartDescription, _ size: Size = Size(320, 160)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

extension Frame {
  fileprivate func bars(_ color: Color) -> [Rect] { filled { $0 == .solid(color) } }
}

@Test func stepsBeginWhereTheOnesBeforeThemLeaveOff() throws {
  let frame = try draw(waterfall())
  let totals = frame.bars(style().color(ofSeries: 2))
  let (rises, falls) = (frame.bars(style().primary), frame.bars(style().secondary))
  try #require(totals.count == 2 && rises.count == 2 && falls.count == 2)
  let scale = totals[0].width / 84
  for (bar, value) in zip(totals + rises + falls, [84, 92, 31, 12.5, 26, 9.5]) {
    #expect(abs(bar.width - value * scale) < 0.05)
  }
  let zero = totals[0].minX
  #expect(totals[1].minX == zero)
  // Where a rise ends the next begins; a fall grows back from there.
  for (place, value) in [
    (rises[0].minX, 84.0), (rises[1].minX, 115), (falls[0].maxX, 127.5), (falls[0].minX, 101.5),
    (falls[1].maxX, 101.5), (falls[1].minX, 92),
  ] {
    #expect(abs(place - zero - value * scale) < 0.05)
  }
}

@Test func aHairlineLeadsFromEachBarToTheNext() throws {
  let frame = try draw(waterfall())
  let lines = frame.strokes { $0.color == style().grey && $0.width == 0.5 }
  #expect(lines.count == 5)
  let bars =
    (frame.bars(style().color(ofSeries: 2)) + frame.bars(style().primary)
    + frame.bars(style().secondary)).sorted { $0.minY < $1.minY }
  for ((upper, lower), line) in zip(zip(bars, bars.dropFirst()), lines) {
    #expect(abs(line.from.y - upper.maxY) < 0.01 && abs(line.to.y - lower.minY) < 0.01)
    #expect(line.from.x == line.to.x)
    #expect([upper.minX, upper.maxX].contains { abs($0 - line.from.x) < 0.01 })
  }
}

@Test func risesAndFallsAreToldBySignsToo() throws {
  let lines = try draw(waterfall()).writtenLines
  for text in ["≈\u{A0}+€31\u{A0}m", "+€12.5\u{A0}m", "−€26\u{A0}m", "−€9.5\u{A0}m", "€92\u{A0}m"] {
    #expect(lines.contains(text), "\(lines)")
  }
  #expect(lines.contains("Debt, 2019") && lines.contains("Debt, 2020"))
}

@Test func withoutAnEndTheSumIsShownAndSaidToBeOne() throws {
  let chart = waterfall(step("Debt", "84", "2019"), steps, nil)
  #expect(try draw(chart).writtenLines.contains("Σ\u{A0}≈\u{A0}€92\u{A0}m"))
  #expect(chart.figures.count == 5)
  #expect(chart.alternativeText().contains("Sum: about €92\u{A0}m (sum)"))
}

@Test func stepsFromNothingMayGoBelowZero() throws {
  let frame = try draw(waterfall(nil, [step("In", "5"), step("Out", "-12.5"), step("Back", "3")], nil))
  let (rises, falls) = (frame.bars(style().primary), frame.bars(style().secondary))
  let scale = rises[0].width / 5
  #expect(abs(falls[0].width - 12.5 * scale) < 0.05)
  #expect(abs(falls[0].maxX - rises[0].maxX) < 0.01 && abs(rises[1].minX - falls[0].minX) < 0.01)
}

@Test func whatStepsAreIsDrawnAsInBars() throws {
  let planned = [
    step("Built", "4"), step("Planned", "6", nil, .exact, .target),
    step("Awaited", "-3", nil, .exact, .estimate),
  ]
  let frame = try draw(waterfall(nil, planned, nil))
  #expect(frame.filled { if case .hatch = $0 { true } else { false } }.count == 1)
  #expect(frame.strokes { !$0.dash.isEmpty }.isEmpty == false)
  #expect(frame.writtenLines.contains { $0.contains("target") })
  #expect(frame.writtenLines.contains { $0.contains("estimate") })
}

@Test func ofManyStepsTheTotalsAloneHaveTheUnit() throws {
  let many = (0..<9).map { step("Step \($0)", "7") }
  let lines = try draw(waterfall(step("Debt", "84", "2019"), many, step("Debt", "147", "2020"))).writtenLines
  #expect(lines.contains("€84\u{A0}m") && lines.contains("€147\u{A0}m"), "\(lines)")
  #expect(lines.count { $0 == "+7" } == 9, "\(lines)")
}

@Test func aWaterfallOverSeveralPagesHasOneScale() throws {
  let many = (0..<30).map { step("Step \($0)", $0.isMultiple(of: 3) ? "-4" : "7") }
  let parts = waterfall(nil, many, nil).divided(by: 11)
  #expect(parts.map { $0.steps.count } == [11, 10, 10])
  let widths = try parts.map { try draw($0, Size(240, 200)).bars(style().primary)[0].width }
  #expect(widths.allSatisfy { abs($0 - widths[0]) < 0.01 })
}
