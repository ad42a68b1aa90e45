import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func draw(_ chart: ChartDescription, _ size: Size = Size(320, 240)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

/// Lengths are to their values as the longest is to the largest, to a tenth of a point.
private func expectInProportion(_ lengths: [Double], _ values: [Double]) throws {
  try #require(lengths.count == values.count, "\(lengths) for \(values)")
  let scale = try #require(lengths.max()) / #require(values.max())
  for (length, value) in zip(lengths, values) { #expect(abs(length - value * scale) < 0.1) }
}

private func series(_ name: String, _ values: [(String, String)], status: Status = .actual) -> Series {
  Series(
    name: name,
    figures: values.map { period, value in
      figure("\(name)-\(period)", value, period, unit: "k t", status: status, label: name)
    })
}

private let grain = series("Grain", [("2018", "14"), ("2019", "17"), ("2021", "12.5")])
private let steel = series("Steel", [("2018", "9"), ("2019", "0"), ("2021", "15")])

extension Frame {
  fileprivate func bars(_ index: Int) -> [Rect] { filled { $0 == .solid(style().color(ofSeries: index)) } }

  fileprivate func centers(_ index: Int) -> [Point] { bars(index).map { Point($0.midX, $0.midY) } }
}

@Test func stackedColumnsAddUpAndTouch() throws {
  let frame = try draw(ChartDescription(.stackedBars, series: [grain, steel]))
  let (lower, upper) = (
    frame.bars(0).sorted { $0.minX < $1.minX }, frame.bars(1).sorted { $0.minX < $1.minX }
  )
  try expectInProportion((lower + upper).map(\.height), [14, 17, 12.5, 9, 15])
  // 2018 and 2021; nothing stands on 2019.
  for (below, above) in [(lower[0], upper[0]), (lower[2], upper[1])] {
    #expect(abs(below.minY - above.maxY) < 0.01 && abs(below.minX - above.minX) < 0.01)
  }
  #expect(frame.writtenLines.contains("Σ\u{A0}23") && frame.writtenLines.contains("Σ\u{A0}27.5"))
  // Names stand beside the last column: no key.
  #expect(frame.writtenLines.filter { $0 == "Grain" }.count == 1)
  #expect(frame.bars(0).count == 3)
}

/// Beside tints a name would stand beside no colour of its own.
@Test func namesBesideEstimatesHaveTheColoursOfTheSolidColumns() throws {
  func drawn(_ status: Status) throws -> Frame {
    let names = ["Grain", "Steel"]
    let series = names.map { name in
      Series(
        name: name,
        figures: [2018, 2019, 2020].map {
          figure("\(name)-\($0)", "9", "\($0)", status: $0 == 2020 ? status : .actual, label: name)
        })
    }
    return try draw(ChartDescription(.stackedBars, series: series))
  }
  let (estimated, actual) = (try drawn(.estimate), try drawn(.actual))
  for (index, name) in ["Grain", "Steel"].enumerated() {
    #expect(actual.bars(index).allSatisfy { $0.width > 12 })
    let swatch = try #require(estimated.bars(index).first { $0.width < 12 })
    let text = try #require(estimated.writings.first { $0.text == name }).box
    #expect(swatch.maxX < text.minX && text.minX - swatch.maxX < swatch.width)
    #expect(swatch.minY > text.minY && swatch.maxY < text.maxY)
  }
  #expect(estimated.labelFaults == [])
}

/// With a last year of zero, or none, for steel: beside it no name could say which colour is steel's.
@Test(arguments: ["0", "0.01", nil])
func eachColourOfAStackIsNamedWhereTheLastColumnShowsNotAll(last: String?) throws {
  let steel = series("Steel", [("2018", "9"), ("2019", "4")] + (last.map { [("2021", $0)] } ?? []))
  let frame = try draw(ChartDescription(.stackedBars, series: [grain, steel]))
  for (index, name) in ["Grain", "Steel"].enumerated() {
    #expect(frame.writtenLines.filter { $0 == name }.count == 1)
    // A box of the key beside the columns.
    #expect(frame.bars(index).contains { $0.height < 8 && $0.width < 12 && $0.height > 2 }, "\(name)")
  }
}

@Test func sumsClaimNoMoreThanTheirParts() {
  func sum(_ a: Qualifier, _ b: Qualifier) -> String? {
    Figure.sum(of: [figure("a", "2", qualifier: a), figure("b", "3", qualifier: b)])?.sumInWords()
  }
  #expect(sum(.exact, .exact) == "Σ\u{A0}5")
  #expect(sum(.moreThan, .exact) == "Σ\u{A0}>5")
  #expect(sum(.atLeast, .moreThan) == "Σ\u{A0}>5")
  #expect(sum(.lessThan, .moreThan) == "Σ\u{A0}≈5")
}

@Test func thinPartsOfTheLastColumnSayTheirValuesWithTheirNames() throws {
  let names = ["Irrigation", "Households", "Industry", "Marshes"]
  let values = ["2005": ["38", "3.1", "1.2", "5"], "2020": ["33", "4", "1.8", "0.7"]]
  let series = names.enumerated().map { index, name in
    Series(
      name: name,
      figures: ["2005", "2020"].map { figure("\(name)-\($0)", values[$0]?[index] ?? "", $0, label: name) })
  }
  let chart = ChartDescription(.stackedBars, series: series)
  var leftOut: [String] = []
  let frame = try drawChart(
    chart, size: Size(220, 170), typesetter: shippedTypesetter(), style: style(), leftOut: &leftOut)
  #expect(frame.labelFaults == [])
  let lines = frame.writtenLines.map { $0.replacing("\u{A0}", with: " ") }
  for (name, value) in zip(names, values["2020"] ?? []) { #expect(lines.contains("\(value) \(name)")) }
  #expect(lines.contains("Σ 39.5") && lines.contains("Σ 47.3"), "\(lines)")
  // Each value of the first column is written or named.
  for value in values["2005"] ?? [] {
    #expect(lines.contains(value) || leftOut.contains { $0.contains(value) }, "\(value)")
  }
}

@Test func stackedRowsHaveTheirPartsInOrder() throws {
  let chart = ChartDescription(
    .stackedBars,
    series: [
      Series(name: "Rail", figures: [figure("a", "30", label: "North"), figure("b", "12", label: "South")]),
      Series(name: "Road", figures: [figure("c", "18", label: "North"), figure("d", "40", label: "South")]),
    ])
  let frame = try draw(chart)
  let (rail, road) = (frame.bars(0).filter { $0.width > 10 }, frame.bars(1).filter { $0.width > 10 })
  try expectInProportion(rail.map(\.width) + road.map(\.width), [30, 12, 18, 40])
  for (a, b) in zip(rail, road) { #expect(abs(a.maxX - b.minX) < 0.01) }
}

@Test func pointsOfLinesStandAtTheirValuesInTrueTime() throws {
  let frame = try draw(ChartDescription(.lines, series: [grain]))
  let dots = frame.centers(0).sorted { $0.x < $1.x }
  let zero = try #require(frame.lines(style().ink).first).minY
  try expectInProportion(dots.map { zero - $0.y }, [14, 17, 12.5])
  let year = dots[1].x - dots[0].x
  #expect(abs(dots[2].x - dots[1].x - 2 * year) < 0.1)
}

@Test func theKeyOfLinesShowsTheirPoints() throws {
  let frame = try draw(ChartDescription(.lines, figures: trade))
  let hatched = frame.filled { if case .hatch = $0 { true } else { false } }
  let first = try #require(hatched.first)
  // The key, and the goals of two years.
  #expect(hatched.count == 3)
  for length in hatched.flatMap({ [$0.width, $0.height] }) { #expect(abs(length - first.width) < 0.01) }
}

@Test func linesAreDottedOverGapsAndDashedToTargets() throws {
  var path = grain
  path.figures.append(figure("goal", "20", "2022", unit: "k t", status: .target))
  let frame = try draw(ChartDescription(.lines, series: [path]))
  let dashes = frame.leaves.compactMap { leaf -> [Double]? in
    guard case .shape(let path, nil, let stroke?) = leaf.item, path.elements.count == 2,
      stroke.color == style().primary
    else { return nil }
    return stroke.dash
  }
  #expect(dashes == [[], [0.7, 2.2], [3.2, 2]])
}

@Test func anAxisThatBeginsElsewhereIsDashedAndTrue() throws {
  let chart = ChartDescription(
    .lines, series: [series("Index", [("2018", "96"), ("2019", "104"), ("2020", "101")])], axisStart: 90)
  let frame = try draw(chart)
  let dots = frame.centers(0).sorted { $0.x < $1.x }
  #expect(abs((dots[0].y - dots[1].y) / (dots[2].y - dots[1].y) - 8.0 / 3) < 0.02)
  let isDashed = frame.leaves.contains { leaf in
    if case .shape(_, nil, let stroke?) = leaf.item { stroke.dash == [1.5, 2] } else { false }
  }
  #expect(isDashed)
}

@Test func aSlopeLeadsFromValueToValue() throws {
  let chart = ChartDescription(
    .slope,
    series: [
      series("Customs", [("2015", "26"), ("2020", "15")]),
      series("Cranes", [("2015", "12"), ("2020", "14")]),
    ])
  let frame = try draw(chart)
  let dots = frame.centers(0).sorted { $0.x < $1.x } + frame.centers(1).sorted { $0.x < $1.x }
  // Zero is where the differences of two lines agree.
  let scale = (dots[1].y - dots[0].y) / 11
  let zero = dots[0].y + 26 * scale
  for (dot, value) in zip(dots, [26.0, 15, 12, 14]) { #expect(abs(zero - dot.y - value * scale) < 0.1) }
  #expect(zero <= 240)
  for text in ["2015", "2020"] { #expect(frame.writtenLines.filter { $0 == text }.count == 1) }
}

@Test func dotsStandAtTheirDistanceFromTheAxis() throws {
  let values = ["31", "44", "58"]
  let figures = values.enumerated().map { figure("p\($0)", $1, "2020", unit: "EUR k", label: "Pilots") }
  for start in [Decimal?.none, 20] {
    var chart = ChartDescription(.dots, series: [Series(figures: figures)])
    chart.axisStart = start
    let frame = try draw(chart, Size(320, 60))
    let dots = frame.centers(0).sorted { $0.x < $1.x }
    try #require(dots.count == 3)
    #expect(abs((dots[1].x - dots[0].x) / (dots[2].x - dots[0].x) - 13.0 / 27) < 0.002)
    #expect(frame.writtenLines.contains("31") && frame.writtenLines.contains("44"))
  }
}

@Test func aBulletIsMeasuredAgainstItsTargetOnOneScale() throws {
  let actual = [
    figure("a", "2", "2018", label: "North"), figure("b", "3.5", "2018", qualifier: .about, label: "South"),
  ]
  let targets = [figure("t", "5", "2020", status: .target), figure("u", "3", "2020", status: .target)]
  let frame = try draw(ChartDescription(.bullet(targets: targets), series: [Series(figures: actual)]))
  let hatched = frame.filled { if case .hatch = $0 { true } else { false } }
  try expectInProportion(hatched.map(\.width) + frame.bars(0).map(\.width), [5, 3, 2, 3.5])
  for (target, bar) in zip(hatched, frame.bars(0)) {
    #expect(abs(target.minX - bar.minX) < 0.01)
    #expect(bar.height < target.height * 0.6)
  }
}

@Test func changesGrowToTheSideOfTheirSign() throws {
  let chart = ChartDescription(
    .change(.difference),
    series: [
      series("Up", [("2015", "10"), ("2020", "16")]), series("Down", [("2015", "9"), ("2020", "5")]),
    ])
  let frame = try draw(chart)
  let (up, down) = (try #require(frame.bars(0).first), try #require(frame.bars(1).first))
  try expectInProportion([up.width, down.width], [6, 4])
  #expect(abs(up.minX - down.maxX) < 0.01)
  #expect(
    frame.writtenLines.contains("+6\u{A0}thousand\u{A0}t")
      && frame.writtenLines.contains("−4\u{A0}thousand\u{A0}t"))
  #expect(frame.writtenLines.contains("10 → 16"))
}

@Test func bothDirectionsOfAFlowHaveOneScale() throws {
  func item(_ label: String, _ value: String) -> ChartDescription.Flow.Item {
    .init(label: label, figure: figure(label, value, unit: "EUR m"))
  }
  let chart = ChartDescription(
    .flow([
      .init(from: "Here", to: "There", items: [item("wine", "34"), item("cork", "21")]),
      .init(from: "There", to: "Here", items: [item("cars", "45")]),
    ]))
  let frame = try draw(chart)
  let (there, back) = (frame.bars(0).filter { $0.height > 7 }, frame.bars(1).filter { $0.height > 7 })
  try expectInProportion(there.map(\.width) + back.map(\.width), [34, 21, 45])
  // One grows to the right, the other to the left.
  #expect(there[0].minX == there[1].minX && there[0].minX < 100 && back[0].maxX > 250)
}

@Test func aFlowWithoutFiguresIsAListWithItsGoods() throws {
  let chart = ChartDescription(
    .flow([
      .init(from: "Here", to: "There", items: ["wine", "cork", "fish"].map { .init(label: $0) }),
      .init(
        from: "There", to: "Here", items: [.init(label: "cars", figure: figure("c", "45", unit: "EUR m"))]),
    ]))
  let lines = try draw(chart).writtenLines
  for text in ["Here", "There", "wine", "cork", "fish"] { #expect(lines.contains(text)) }
  #expect(lines.contains { $0.hasPrefix("cars") && $0.hasSuffix("€45\u{A0}m") })
}

@Test func panelsShareTheirScales() throws {
  let panels = [
    ChartDescription.Panel(
      title: "Small", chart: ChartDescription(.bars, series: [series("S", [("2018", "2"), ("2019", "3")])])),
    .init(
      title: "Large", chart: ChartDescription(.bars, series: [series("L", [("2017", "8"), ("2019", "12")])])),
  ]
  let frame = try draw(ChartDescription(.multiples(panels)), Size(460, 160))
  let bars = frame.bars(0).sorted { $0.minX < $1.minX }
  try expectInProportion(bars.map(\.height), [2, 3, 8, 12])
  // 2018 of the first lies one year from its 2019, 2017 of the second two.
  #expect(abs((bars[3].midX - bars[2].midX) - 2 * (bars[1].midX - bars[0].midX)) < 0.1)
  #expect(Set(bars.map { ($0.maxY * 100).rounded() }).count == 1)
}

@Test func panelsOfEveryKindAreDrawn() throws {
  let rows = [figure("a", "3", label: "A"), figure("b", "5", label: "B")]
  func panels(_ chart: (Int) -> ChartDescription) -> ChartDescription {
    ChartDescription(.multiples((0..<3).map { .init(title: "Panel \($0)", chart: chart($0)) }))
  }
  let shares = [figure("s", "30", unit: "%", label: "s"), figure("t", "40", unit: "%", label: "t")]
  let goal = figure("goal", "6", "2020", status: .target)
  let all: [ChartDescription] = [
    panels { _ in ChartDescription(.groupedBars, series: [grain, steel]) },
    panels { _ in ChartDescription(.stackedBars, series: [grain, steel]) },
    panels { _ in ChartDescription(.lines, series: [grain, steel]) },
    panels { _ in ChartDescription(.slope, series: [series("x", [("2015", "26"), ("2020", "15")])]) },
    panels { _ in ChartDescription(.dots, series: [Series(figures: rows)]) },
    panels { _ in ChartDescription(.bars, series: [Series(figures: rows)]) },
    panels { _ in ChartDescription(.bullet(targets: [goal]), series: [Series(figures: rows)]) },
    panels { _ in ChartDescription(.change(.percent), series: [grain]) },
    panels { _ in ChartDescription(.share, series: [Series(figures: shares)]) },
    panels { index in
      ChartDescription(
        .timeline([
          .init(period: Period(firstMonth: 24000 + 12 * index, lastMonth: 24011 + 12 * index), label: "one"),
          .init(period: Period(firstMonth: 24100, lastMonth: 24100), label: "two"),
        ]))
    },
  ]
  let setter = try shippedTypesetter()
  for chart in all {
    for width in [142.0, 320, 480] {
      guard let sizes = chart.sizes(width: width, typesetter: setter, style: style(6.5)) else {
        #expect(width < 150, "\(chart.name)")
        continue
      }
      for size in [sizes.least, sizes.best] {
        let frame = try drawChart(chart, size: size, typesetter: setter, style: style(6.5))
        #expect(frame.labelFaults == [], "\(chart.name) \(size)")
        #expect(frame.writtenLines.contains("Panel 2"))
      }
    }
  }
}

/// 50 mm on paper at 6.5 pt, half a slide, a whole slide of 960 pt at 13 pt.
@Test(arguments: [(142.0, 6.5), (440, 13), (856, 13)])
func everyKindIsLegibleFromACardToASlide(_ width: Double, _ type: Double) throws {
  let setter = try shippedTypesetter()
  let goal = figure("goal", "20", "2022", unit: "k t", status: .target)
  let charts: [ChartDescription] = [
    ChartDescription(.bars, figures: trade), ChartDescription(.groupedBars, series: [grain, steel]),
    ChartDescription(.stackedBars, series: [grain, steel]), ChartDescription(.lines, series: [grain, steel]),
    ChartDescription(.slope, series: [series("Customs", [("2015", "26"), ("2020", "15")])]),
    ChartDescription(.dots, series: [grain]), ChartDescription(.change(.difference), series: [grain]),
    ChartDescription(.bullet(targets: [goal]), series: [Series(figures: Array(grain.figures.prefix(1)))]),
    ChartDescription(.share, figures: [figure("s", "30", unit: "%", label: "by rail")]),
    ChartDescription(
      .flow([
        .init(from: "Here", to: "There", items: [.init(label: "wine")]),
        .init(from: "There", to: "Here", items: [.init(label: "cars")]),
      ])),
  ]
  for chart in charts {
    let sizes = try #require(
      chart.sizes(width: width, typesetter: setter, style: style(type)), "\(chart.name)")
    for size in [sizes.least, sizes.best] {
      let frame = try drawChart(chart, size: size, typesetter: setter, style: style(type))
      #expect(frame.labelFaults == [], "\(chart.name) \(size)")
      for case .text(let run) in frame.leaves.map(\.item) { #expect(run.fontSize >= type - 0.01) }
    }
  }
}

@Test func referenceLinesStandAtTheirValueWithTheirName() throws {
  var chart = ChartDescription(.bars, figures: Array(trade.prefix(3)))
  chart.references = [.init(value: 4, label: "quota")]
  let frame = try draw(chart)
  let zero = try #require(frame.lines(style().ink).filter { $0.width > 100 }.map(\.minY).max())
  let line = try #require(frame.strokes { $0.color == style().ink && $0.width == 0.8 }.first).from.y
  let tallest = try #require(frame.filled().map(\.height).max())
  #expect(abs((zero - line) - 4 * tallest / 3.2) < 0.1)
  #expect(frame.writtenLines.contains("quota"))
}

@Test func spreadThingsStayInOrderAndInRange() throws {
  var numbers = Numbers(state: 11)
  for _ in 0..<500 {
    let lengths = (0..<numbers.next(1...9)).map { _ in Double(numbers.next(1...20)) }
    let centers = lengths.map { _ in Double(numbers.next(-20...220)) }
    let starts = Spread.starts(centers: centers, lengths: lengths, gap: 1, in: 0...200)
    guard let starts else {
      #expect(lengths.reduce(0, +) + Double(lengths.count - 1) > 200)
      continue
    }
    let order = centers.indices.sorted { (centers[$0], $0) < (centers[$1], $1) }
    for (a, b) in zip(order, order.dropFirst()) { #expect(starts[a] + lengths[a] + 0.999 <= starts[b]) }
    for (start, length) in zip(starts, lengths) { #expect(start >= -0.01 && start + length <= 200.01) }
  }
  // What is apart already stays where it is.
  #expect(Spread.starts(centers: [10, 50], lengths: [4, 4], gap: 1, in: 0...100) == [8, 48])
  #expect(Spread.starts(centers: [50, 50], lengths: [4, 4], gap: 2, in: 0...100) == [45, 51])
}
