import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private let page = Size(240, 230)

private func draw(_ chart: ChartDescription, _ size: Size = page, type: Double = 7) throws -> Frame {
  try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style(type))
}

/// The y of the line that values stand on.
private func baseline(_ frame: Frame) throws -> Double {
  try #require(frame.lines(style().ink).first).minY
}

@Test func barsAreAsTallAsTheirValuesToATenthOfAPoint() throws {
  let frame = try draw(ChartDescription(.bars, figures: trade + [derivedTrade]))
  let zero = try baseline(frame)
  // The line of the top tick gives the scale.
  let five = try #require(frame.lines(style().hairline).map(\.minY).min())
  let scale = (zero - five) / 5
  let heights = frame.filled().map(\.height).sorted()
  let expected = [1.43, 2, 2, 2.5, 3, 3.2, 5].map { $0 * scale }
  #expect(heights.count == expected.count)
  for (height, value) in zip(heights, expected) { #expect(abs(height - value) < 0.1) }
  for bar in frame.filled() { #expect(abs(bar.maxY - zero) < 0.01) }
}

@Test func yearsStandInTrueDistanceAndEmptyOnesStayEmpty() throws {
  let frame = try draw(ChartDescription(.bars, figures: trade))
  let centers = Dictionary(
    uniqueKeysWithValues: frame.writings.filter { $0.text.hasPrefix("20") }.map {
      (Int($0.text) ?? 0, $0.box.midX)
    })
  #expect(centers.keys.sorted() == Array(2012...2020))
  let slot = try #require(centers[2013]) - #require(centers[2012])
  for year in 2013...2020 {
    let distance = try #require(centers[year]) - #require(centers[year - 1])
    #expect(abs(distance - slot) < 0.1)
  }
  for year in [2013, 2014, 2016, 2019] {
    let x = try #require(centers[year])
    #expect(!frame.filled().contains { $0.minX < x && x < $0.maxX })
  }
}

@Test func nineMonthsFillTheFirstThreeQuartersOfTheirYearsBar() throws {
  let figures = [trade[0], figure("part", "2", "2014-01/2014-09"), figure("whole", "3", "2016")]
  let bars = try draw(ChartDescription(.bars, figures: figures)).filled()
  #expect(bars.count == 3)
  #expect(
    abs(bars[1].width / bars[0].width - 0.75) < 0.01 || abs(bars[2].width / bars[0].width - 0.75) < 0.01)
}

@Test func eachValueAndStatusIsWrittenOnce() throws {
  let lines = try draw(ChartDescription(.bars, figures: trade + [derivedTrade])).writtenLines
  for text in ["≈2.5", ">3.2", "≈2", ">2", "≈1.43", "$5\u{00A0}bn", "derived"] {
    #expect(lines.filter { $0 == text }.count == 1, "\(text) in \(lines)")
  }
  #expect(lines.filter { $0 == "target" }.count == 2)
  #expect(lines.filter { $0 == "Jan–Sep" }.count == 2)
}

@Test func aCardWithNoRoomForWordsHasAKey() throws {
  let lines = try draw(ChartDescription(.bars, figures: trade), Size(150, 110), type: 6.5).writtenLines
  #expect(lines.filter { $0 == "target" }.count == 1)
  #expect(lines.filter { $0 == "Jan–Sep" }.count == 1)
  for text in ["≈2.5", ">3.2", "≈2", ">2", "3", "5"] { #expect(lines.contains(text), "\(text) in \(lines)") }
}

@Test func statusesAreToldApartByTheirFill() throws {
  let frame = try draw(
    ChartDescription(.bars, figures: trade + [derivedTrade, figure("e", "4", "2013", status: .estimate)]))
  var fills: Set<Fill> = []
  for leaf in frame.leaves { if case .shape(_, let fill?, _) = leaf.item { fills.insert(fill) } }
  let hatched = fills.filter { if case .hatch = $0 { true } else { false } }
  #expect(hatched.count == 1)
  // Actual, part of a year, derived, estimate.
  #expect(fills.count == 5)
  let dashed = frame.leaves.contains { leaf in
    if case .shape(_, nil, let stroke?) = leaf.item { stroke.dash == [2, 1.4] } else { false }
  }
  #expect(dashed)
}

@Test func moreThanHasAnOpenEndAndExactHasNone() throws {
  func dotted(_ qualifier: Qualifier) throws -> Int {
    let figures = [figure("a", "3", "2012", qualifier: qualifier), figure("b", "2", "2014")]
    return try draw(ChartDescription(.bars, figures: figures)).leaves.filter { leaf in
      if case .shape(_, nil, let stroke?) = leaf.item { stroke.dash == [1, 1.2] } else { false }
    }.count
  }
  #expect(try dotted(.moreThan) == 1)
  #expect(try dotted(.atMost) == 1)
  #expect(try dotted(.exact) == 0)
  #expect(try dotted(.about) == 0)
}

@Test func negativeValuesHangFromTheBaseline() throws {
  let figures = (0..<8).map { figure("f\($0)", "\(-2 - $0)", "\(2010 + $0)", unit: "%") }
  let frame = try draw(ChartDescription(.bars, figures: figures))
  let zero = try baseline(frame)
  for bar in frame.filled() { #expect(abs(bar.minY - zero) < 0.01) }
  #expect(frame.writtenLines.contains("−9"))
}

@Test func zeroHasALabelAndMissingHasNone() throws {
  let figures = [figure("a", "3", "2012"), figure("z", "0", "2013"), figure("b", "2", "2015")]
  let frame = try draw(ChartDescription(.bars, figures: figures))
  #expect(frame.filled().count == 2)
  let zeros = frame.writings.filter { $0.text == "0" }
  let year = try #require(frame.writings.first { $0.text == "2013" })
  #expect(zeros.count == 1)
  #expect(abs((zeros.first?.box.midX ?? 0) - year.box.midX) < 1)
}

@Test func figuresWithinTwoYearsStandOnMonths() throws {
  let figures = (1...9).map { figure("m\($0)", "\(20 + $0)", "2018-0\($0)", unit: "agreements") }
  let lines = try draw(ChartDescription(.bars, figures: figures)).writtenLines
  for text in ["Jan", "May", "Sep", "2018", "agreements"] {
    #expect(lines.filter { $0 == text }.count == 1, "\(text) in \(lines)")
  }
}

@Test func manyBarsKeepTheLabelsThatMatter() throws {
  let figures = (0..<60).map { figure("y\($0)", "\(100 + ($0 * 37) % 61)", "\(1960 + $0)") }
  let frame = try draw(ChartDescription(.bars, figures: figures))
  #expect(frame.filled().count == 60)
  let lines = frame.writtenLines
  #expect(lines.contains("160"))
  #expect(lines.contains("100"))
  #expect(frame.labelFaults == [])
}

@Test func fewFiguresOfOnePeriodAreRowsEachWithItsUnit() throws {
  let figures = [
    figure("a", "62", "2018", unit: "USD m", label: "Eight agreements"),
    figure("b", "8.6", "2018", unit: "USD m", qualifier: .about, label: "Bitumen plant"),
  ]
  let frame = try draw(ChartDescription(.bars, figures: figures))
  #expect(
    frame.writtenLines == [
      "Eight agreements", figures[0].valueWithUnit, "Bitumen plant", figures[1].valueWithUnit,
    ])
  #expect(figures[1].valueWithUnit.filter { !$0.isWhitespace } == "≈$8.6m")
  let bars = frame.filled()
  #expect(abs(bars[0].width / 62 - bars[1].width / 8.6) < 0.01)
  #expect(bars[0].minX == bars[1].minX)
}

@Test func manyRowsHaveTheUnitOnce() throws {
  let figures = (1...6).map { figure("f\($0)", "\($0)", unit: "USD m", label: "Row") }
  let frame = try draw(ChartDescription(.bars, figures: figures))
  #expect(frame.writtenLines.filter { $0 != "Row" } == ["$1\u{00A0}m", "2", "3", "4", "5", "6"])
}

@Test func theLineAtZeroStandsOutOfBarsToBothSides() throws {
  let figures = [figure("a", "-35", unit: "USD m"), figure("b", "250", unit: "USD m")]
  let chart = ChartDescription(.bars, figures: figures)
  let best = try #require(chart.bestSize(width: 240, typesetter: shippedTypesetter(), style: style()))
  let frame = try drawChart(chart, size: best, typesetter: shippedTypesetter(), style: style())
  let bars = frame.filled()
  let line = try #require(frame.lines(style().ink).first)
  #expect(line.minY < bars[0].minY - 1 && line.maxY > bars[1].maxY + 1)
  #expect(abs(bars[0].maxX - line.minX) < 0.01 && abs(bars[1].minX - line.minX) < 0.01)
  #expect(Rect(size: frame.size).contains(line, tolerance: 0.01))
}

@Test func twoSeriesStandSideBySideWithAKey() throws {
  let figures = (2010...2014).flatMap { year in
    [
      figure("x\(year)", "\(year - 2000)", "\(year)", label: "Exports"),
      figure("i\(year)", "\(year - 2005)", "\(year)", label: "Imports"),
    ]
  }
  let frame = try draw(ChartDescription(.bars, figures: figures))
  #expect(frame.writtenLines.prefix(2) == ["Exports", "Imports"])
  let colors = [style().primary, style().secondary].map { color in frame.filled { $0 == .solid(color) }.count
  }
  #expect(colors == [6, 6])
}

@Test func highlightedFiguresKeepTheColourAndOthersRecede() throws {
  let frame = try draw(ChartDescription(.bars, figures: Array(trade.prefix(3)), highlighted: ["t2017"]))
  #expect(frame.filled { $0 == .solid(style().primary) }.count == 1)
}

@Test func aChartThatIsTooLowSaysHowMuchItNeeds() throws {
  let chart = ChartDescription(.bars, figures: trade)
  let error = #expect(throws: DiagnosticError.self) { try draw(chart, Size(240, 30)) }
  let message = try #require(error?.diagnostics.first)
  #expect(message.message.hasPrefix("the bars need "))
  #expect(message.message.hasSuffix("pt of height, the area has 30 pt"))
  #expect(message.advice == "give the chart more height")
}

@Test func theOpenEndOfNegativeValuesPointsTheOtherWay() {
  #expect(OpenEnd(figure("a", "5", qualifier: .moreThan)) == .beyond)
  #expect(OpenEnd(figure("a", "-5", qualifier: .moreThan)) == .within)
  #expect(OpenEnd(figure("a", "-5", qualifier: .atMost)) == .beyond)
}

@Test(arguments: [(1, 30), (3, 12), (6, 6)])
func monthsAndQuartersStandInTrueTimeAsBarsOfTheirOwn(_ length: Int, _ count: Int) throws {
  let figures = (0..<count).map { index in
    Figure(
      id: "f\(index)", label: "Sales", value: Decimal(10 + index % 5), unit: Unit("km"),
      period: Period(firstMonth: 2019 * 12 + index * length, lastMonth: 2019 * 12 + (index + 1) * length - 1),
      sources: [], location: here)
  }
  let frame = try draw(ChartDescription(.bars, figures: figures), Size(460, 230), type: 6)
  let bars = frame.filled().sorted { $0.minX < $1.minX }
  #expect(bars.count == count)
  // Each is as far from the next as any other, whether or not a year ends between them.
  let distances = zip(bars, bars.dropFirst()).map { $1.midX - $0.midX }
  let (shortest, longest) = (try #require(distances.min()), try #require(distances.max()))
  #expect(longest - shortest < 0.1)
  let texts = frame.writtenLines
  #expect(!texts.contains { $0.contains("part of a year") })
  #expect(texts.contains("2019") && texts.contains("2020"))
}

@Test func linesOfTheAxisSpareTheNamesAboveDots() throws {
  let name = "A name of a row that is so long that it finds room nowhere but above its dots in this chart"
  let figures = (0..<4).map { index in
    figure("f\(index)", "\(10 + 20 * index)", unit: "km", label: "\(name) \(index)")
  }
  let frame = try draw(ChartDescription(.dots, figures: figures), Size(200, 230))
  let names = frame.writings.filter { $0.text.contains("name") || $0.text.contains("room") }
  #expect(!names.isEmpty)
  // Each piece of an upright line by itself.
  for leaf in frame.leaves {
    guard case .shape(let path, nil, _?) = leaf.item else { continue }
    let points = path.points.map { leaf.origin + $0 }
    for index in stride(from: 0, to: points.count - 1, by: 2) where points[index].x == points[index + 1].x {
      let (from, to) = (points[index], points[index + 1])
      let isStruck = names.contains {
        $0.box.minX < from.x && from.x < $0.box.maxX && from.y < $0.box.maxY - 0.1 && $0.box.minY + 0.1 < to.y
      }
      #expect(!isStruck)
    }
  }
}

@Test func barsOfYearsFarFromEachOtherFillTheGapsAndAreDated() throws {
  let years = [1900, 1950, 1990, 2000, 2010, 2023]
  let figures = years.enumerated().map { figure("p\($1)", "\(10 + $0)", "\($1)") }
  for kind in [ChartDescription.Kind.bars, .lines] {
    let frame = try draw(ChartDescription(kind, figures: figures), Size(225, 150))
    let written = frame.writings.map(\.text)
    for year in years { #expect(written.contains("\(year)"), "\(year) in \(written)") }
    let boxes = frame.writings.filter { Int($0.text).map(years.contains) ?? false }.map(\.box)
    for (index, box) in boxes.enumerated() {
      #expect(boxes[(index + 1)...].allSatisfy { !$0.overlaps(box) })
    }
  }
  let bars = try draw(ChartDescription(.bars, figures: figures), Size(225, 150)).filled()
  #expect(bars.count == years.count)
  #expect(bars.allSatisfy { $0.width > 6 && $0.minX >= 0 && $0.maxX <= 225.01 })
  // In true distance: 50 years between the first two, 40 between the next.
  let middles = bars.map(\.midX).sorted()
  #expect(abs((middles[1] - middles[0]) / (middles[2] - middles[1]) - 50.0 / 40) < 0.01)
  for (left, right) in zip(middles, middles.dropFirst()) { #expect(right - left > bars[0].width) }
}

@Test func panelsOfLinesHaveNoLeadersAndTellWhereEachBeginsAndEnds() throws {
  let panels = ["Oil", "Metals", "Grain", "Gas"].enumerated().map { index, name in
    ChartDescription.Panel(
      title: name,
      chart: ChartDescription(
        .lines,
        figures: (2015...2023).map {
          figure("\(name)\($0)", "\(Double(40 - index * 12) + Double($0 % 3))", "\($0)", label: name)
        }))
  }
  let frame = try draw(ChartDescription(.multiples(panels)), Size(225, 200))
  #expect(frame.strokes { $0.color == style().grey && $0.width == 0.5 }.isEmpty)
}

/// Years far from each other, whose bars may be wider than a year: all stand within the plot, however few.
@Test(arguments: [60.0, 140, 240, 400])
func wideBarsStandWithinThePlot(width: Double) {
  for years in [[2012, 2014], [2012, 2015, 2017], [2000, 2010, 2020], [2012, 2014, 2016, 2018]] {
    for widest in [8.0, 30, 90] {
      let periods = years.map { Period(firstMonth: $0 * 12, lastMonth: $0 * 12 + 11) }
      let slots = TimeSlots(
        covering: periods, from: 10, to: 10 + width, widestBar: widest, fillsGaps: true)
      for period in periods {
        let (left, right) = slots.extent(of: period)
        #expect(left >= 10 - 0.01 && right <= 10 + width + 0.01, "\(years) in \(width), \(widest) at most")
        // Of few bars each may be wider.
        #expect(right - left <= widest * (slots.count < 4 ? 2 : 1) + 0.01)
      }
    }
  }
}

@Test func yearsBelowBarsAreApartAsWordsAre() throws {
  for width in stride(from: 90.0, through: 320, by: 10) {
    let frame = try draw(ChartDescription(.bars, figures: trade), Size(width, 230))
    let years = frame.writings.filter { $0.text.contains(/^(20|’)[0-9]+$/) }
    for year in years {
      for other in years where other.box.minX > year.box.minX && abs(other.box.midY - year.box.midY) < 1 {
        #expect(other.box.minX - year.box.maxX > 3, "\(year.text) and \(other.text) in \(width)")
      }
    }
  }
}
