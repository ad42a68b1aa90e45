import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func event(_ period: String, _ label: String) throws -> ChartDescription.Event {
  .init(period: try #require(Period(period)), label: label)
}

private func eight() throws -> [ChartDescription.Event] {
  try [
    event("1998", "Treaty of Eternal Friendship"), event("2008", "Agreement on a Free Trade Zone"),
    event("2013", "Strategic Partnership Treaty"), event("2017-03", "Joint Declaration"),
    event("2017/2019", "Strategy for Economic Cooperation"), event("2018-05", "Business Forum, Shymkent"),
    event("2018", "Year of Uzbekistan"), event("2019", "Year of Kazakhstan"),
  ]
}

private func draw(_ events: [ChartDescription.Event], _ size: Size) throws -> Frame {
  try drawChart(
    ChartDescription(.timeline(events)), size: size, typesetter: shippedTypesetter(), style: style())
}

@Test func marksStandInTrueTimeToATenthOfAPoint() throws {
  let frame = try draw(eight(), Size(490, 140))
  let month = 490.0 / (22 * 12)
  func x(_ year: Int, _ months: Double = 0) -> Double { (Double(year - 1998) * 12 + months) * month }
  func stands(_ left: Double, _ right: Double) -> Bool {
    frame.filled().contains { abs($0.minX - left) < 0.1 && abs($0.maxX - right) < 0.1 }
  }
  for year in [1998, 2008, 2013, 2018, 2019] { #expect(stands(x(year), x(year + 1)), "\(year)") }
  #expect(stands(x(2017), x(2020)))
  let radius = 7 * 0.36
  #expect(stands(x(2017, 2.5) - radius, x(2017, 2.5) + radius))
  #expect(stands(x(2018, 4.5) - radius, x(2018, 4.5) + radius))
}

@Test func everyEventIsWrittenOnceWithItsDate() throws {
  let events = try eight()
  for size in [Size(490, 140), Size(240, 230), Size(150, 300)] {
    let frame = try draw(events, size)
    let text = frame.text.filter { !$0.isWhitespace }
    for event in events {
      let label = event.label.filter { !$0.isWhitespace }
      #expect(text.components(of: label) == 1, "\(label) in \(text)")
    }
    #expect(text.contains("Mar2017"))
    #expect(frame.labelFaults == [])
  }
}

extension String {
  /// How often a text occurs.
  fileprivate func components(of text: String) -> Int {
    indices.filter { self[$0...].hasPrefix(text) }.count
  }
}

@Test func polesMeetTheirMarksAndCrossNoLabel() throws {
  let frame = try draw(eight(), Size(490, 140))
  let poles = frame.lines(style().grey).filter { $0.width < 0.01 }
  #expect(poles.count == 7)
  for pole in poles {
    #expect(
      !frame.writings.contains {
        $0.box.minX < pole.minX && pole.minX < $0.box.maxX && $0.box.overlaps(pole.insetBy(-0.2))
      })
  }
}

@Test func aTallAreaHasAListDownwardsWithGapsInProportion() throws {
  let frame = try draw(Array(eight().prefix(3)), Size(240, 230))
  let dates = frame.writings.filter { ["1998", "2008", "2013"].contains($0.text) }.map(\.box)
  #expect(dates.count == 3)
  #expect(abs(dates[0].maxX - dates[2].maxX) < 0.01)
  let gaps = (dates[1].minY - dates[0].minY, dates[2].minY - dates[1].minY)
  #expect(abs(gaps.0 / gaps.1 - 2) < 0.01)
}

@Test func preciseAndVagueDatesAreToldApartInAList() throws {
  let frame = try draw(
    [event("1998", "Treaty"), event("2008-05", "Forum"), event("2017/2019", "Strategy")], Size(240, 200))
  let fills = frame.leaves.compactMap { leaf -> (Fill, Rect)? in
    guard case .shape(_, let fill?, _) = leaf.item, let bounds = leaf.bounds else { return nil }
    return (fill, bounds)
  }
  #expect(fills.map(\.0) == [.solid(.white), .solid(style().primary), .solid(style().primary)])
  #expect(fills[1].1.width > fills[2].1.width && fills[1].1.height < fills[2].1.height)
}

@Test func manyEventsInAWideAreaStandInColumns() throws {
  let events = try (0..<20).map { try event("20\($0 + 10)", "The event with the number \($0)") }
  let frame = try draw(events, Size(300, 110))
  let lefts = Set(frame.writings.filter { $0.text.hasPrefix("The") }.map { Int($0.box.minX) })
  #expect(lefts.count == 2)
  #expect(frame.labelFaults == [])
}

@Test func aTimelineThatIsTooSmallNamesWhatHasNoRoom() throws {
  let events = try eight()
  let error = #expect(throws: DiagnosticError.self) { try draw(events, Size(160, 40)) }
  let diagnostic = try #require(error?.diagnostics.first)
  #expect(diagnostic.message.hasPrefix("the timeline has no room for '"))
  #expect(diagnostic.message.hasSuffix("in 160 × 40 pt"))
  #expect(diagnostic.advice?.contains("pt of height at this width; or show fewer events") == true)
}

/// Lengths of the pieces of the line beside a list, and how many strokes mark a break.
private func lineOfList(_ frame: Frame) -> (pieces: [Double], strokes: Int) {
  let pieces = frame.lines(style().hairline).filter { $0.width < 0.01 }.map(\.height)
  return (
    pieces, frame.lines(style().grey).filter { $0.width > 0.01 && $0.height > 0.01 && $0.width < 8 }.count
  )
}

@Test func aListKeepsTogetherAndMarksWhereTimeIsShortened() throws {
  // 15 years, then 4 years, then months: the first gap is broken, by two strokes.
  let far = try [event("1998", "Treaty"), event("2013", "Partnership"), event("2017", "Conference")]
  let near = try [event("1998", "Treaty"), event("2008", "Agreement"), event("2013", "Partnership")]
  let broken = try draw(far, Size(240, 600))
  #expect(lineOfList(broken).pieces.count == 2)
  #expect(lineOfList(broken).strokes == 2)
  let whole = try draw(near, Size(240, 600))
  #expect(lineOfList(whole).pieces.count == 1)
  #expect(lineOfList(whole).strokes == 0)
  for frame in [broken, whole] {
    let lineHeight = try #require(frame.writings.first).box.height
    let bottom = frame.writings.map(\.box.maxY).max() ?? 0
    #expect(bottom < lineHeight * 13, "two steps of at most six lines, and the last row")
    #expect(frame.labelFaults == [])
  }
}

@Test func aListWithoutRoomIsNotBroken() throws {
  let events = try [event("1998", "Treaty"), event("2013", "Partnership"), event("2017", "Conference")]
  #expect(try lineOfList(draw(events, Size(240, 36))).strokes == 0)
}

@Test func theBestHeightOfATimelineIsFilled() throws {
  let setter = try shippedTypesetter()
  let chart = try ChartDescription(.timeline(eight()))
  for width in [150.0, 240, 320, 490, 700] {
    let best = try #require(chart.bestSize(width: width, typesetter: setter, style: style()))
    let frame = try drawChart(chart, size: best, typesetter: setter, style: style())
    let bottom = frame.writings.map(\.box.maxY).max() ?? 0
    #expect(best.height - bottom < 5, "\(width): \(best.height), \(bottom)")
  }
}

@Test func aCrowdOfEventsIsAListInColumnsRatherThanAWallOfPoles() throws {
  // Most in the last two years, as it is after a long time.
  let events =
    try [event("1998", "Treaty of Eternal Friendship"), event("2008", "Agreement on a Free Trade Zone")]
    + (1...10).map {
      try event("2017-\($0 < 10 ? "0" : "")\($0)", "Meeting number \($0) of the two presidents")
    }
  func draw(_ events: [ChartDescription.Event]) throws -> Frame {
    try drawChart(
      ChartDescription(.timeline(events)), size: Size(856, 330), typesetter: shippedTypesetter(),
      style: style(13))
  }
  let frame = try draw(events)
  #expect(frame.labelFaults == [])
  // Dates stand one under the other in two columns, side by side on the same pitch.
  let dates = frame.writings.filter { $0.text.hasSuffix("2017") }
  let columns = Dictionary(grouping: dates) { $0.box.maxX.rounded() }.values.map {
    $0.map(\.box.minY).sorted()
  }
  #expect(columns.count == 2)
  let steps = columns.flatMap { zip($0, $0.dropFirst()).map { $1 - $0 } }
  for step in steps { #expect(abs(step - steps[0]) < 0.01) }
  // Few events keep their axis in true time.
  let few = try draw(Array(events.prefix(4)))
  #expect(few.writtenLines.contains("2000") || few.writtenLines.contains("1998"))
  #expect(
    Set(few.writings.filter { $0.text.hasPrefix("20") || $0.text.hasPrefix("1998") }.map(\.box.midX)).count
      > 3)
}
