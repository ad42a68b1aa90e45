import ChartGrammar
import Evidence
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func draw(
  _ chart: ChartDescription, _ size: Size, type: Double = 6.5
) throws -> (frame: Frame, leftOut: [String]) {
  var leftOut: [String] = []
  let frame = try drawChart(
    chart, size: size, typesetter: shippedTypesetter(), style: style(type), leftOut: &leftOut)
  return (frame, leftOut)
}

private func years(_ values: [Int], from first: Int = 2000, label: String = "Trade") -> [Figure] {
  values.enumerated().map { index, value in
    figure("\(label)-\(index)", "\(value)", "\(first + index)", unit: "KZT bn", label: label)
  }
}

@Test func aValueBetweenATargetAndItsNeighboursFindsRoomWithALeaderLine() throws {
  let figures = [
    figure("a", "2.1", "2016", qualifier: .about), figure("b", "3.2", "2018", qualifier: .moreThan),
    figure("c", "2.6", "2019"), figure("d", "2.2", "2020-01/2020-09", qualifier: .moreThan),
    figure("e", "3", "2020", status: .target), figure("f", "3.6", "2021", status: .estimate),
    figure("g", "5", "2023", status: .target),
  ]
  let (frame, leftOut) = try draw(ChartDescription(.bars, figures: figures), Size(162, 110))
  #expect(leftOut == [])
  for text in ["≈2.1", ">3.2", "2.6", ">2.2", "3", "3.6", "5"] {
    #expect(frame.writtenLines.contains(text), "\(text)")
  }
  #expect(frame.labelFaults == [])
}

@Test func valuesWiderThanTheirBarsStandAboveEachOther() throws {
  let values = [97, 116, 132, 122, 127, 147, 159, 181, 200, 186, 206, 188]
  for width in [162.0, 200] {
    let (frame, leftOut) = try draw(ChartDescription(.bars, figures: years(values)), Size(width, 110))
    #expect(leftOut == [])
    for value in values { #expect(frame.writtenLines.contains("\(value)"), "\(value)") }
    #expect(frame.labelFaults == [])
  }
}

@Test func theFirstAndTheLowestBarHaveTheirValuesThoughTheyStandSideBySide() throws {
  let values = [
    112, 110, 126, 124, 117, 115, 123, 140, 160, 172, 178, 202, 194, 190, 210, 204, 216, 224, 207, 184,
  ]
  let (frame, leftOut) = try draw(ChartDescription(.bars, figures: years(values)), Size(162, 110))
  #expect(leftOut == [])
  for text in ["112", "110", "224", "184"] { #expect(frame.writtenLines.contains(text), "\(text)") }
  #expect(frame.labelFaults == [])
}

@Test func valuesOfLinesThatHaveNoRoomAtTheirPointsStandNearThem() throws {
  let values = [
    112, 110, 126, 124, 117, 115, 123, 140, 160, 172, 178, 202, 194, 190, 210, 204, 216, 224, 207, 184,
  ]
  let (frame, leftOut) = try draw(ChartDescription(.lines, figures: years(values)), Size(162, 110))
  #expect(leftOut == [])
  for text in ["112", "110", "224", "184"] { #expect(frame.writtenLines.contains(text), "\(text)") }
  #expect(frame.labelFaults == [])
}

@Test func namesOfLinesStandNextToTheirLastPoints() throws {
  let long = Series(name: "Long", figures: years([60, 62, 61, 64, 66, 68, 70, 72], label: "Long"))
  let short = Series(name: "Short", figures: years([40, 38, 30, 22], label: "Short"))
  let (frame, _) = try draw(ChartDescription(.lines, series: [long, short]), Size(320, 160))
  for (index, name) in ["Long", "Short"].enumerated() {
    let color = style().edge(of: style().color(ofSeries: index))
    let dots = frame.filled { $0 == .solid(color) }
    let last = try #require(dots.map(\.maxX).max())
    let value = try #require(
      frame.writings.first { $0.text.contains(name) || $0.text == ["72", "22"][index] })
    #expect(value.box.minX - last < 12 && value.box.minX > last, "\(name)")
  }
  #expect(frame.labelFaults == [])
}

@Test func amongManyLinesOneStandsOut() throws {
  let all = (0..<9).map { number in
    Series(
      name: "Country \(number)",
      figures: years((0..<8).map { 20 + number * 8 + ($0 * (number + 3)) % 7 }, label: "c\(number)"))
  }
  let chart = ChartDescription(
    .lines, series: all, highlighted: Set(all[4].figures.map(\.id)))
  #expect(chart.problems(at: ChartPlaces(chart: here)) == [])
  let (frame, leftOut) = try draw(chart, Size(320, 180))
  #expect(leftOut == [])
  let strokes = frame.strokes { [0.9, 1.5].contains($0.width) }
  #expect(strokes.count == 63)
  #expect(frame.strokes { $0.color == style().primary && $0.width == 1.5 }.count == 7)
  #expect(frame.strokes { $0.color == style().receding && $0.width == 0.9 }.count == 56)
  for number in 0..<9 { #expect(frame.writtenLines.contains { $0.hasSuffix("Country \(number)") }) }
  // The one in colour is painted last.
  let colors = frame.leaves.compactMap { leaf -> Color? in
    if case .shape(_, nil, let stroke?) = leaf.item, [0.9, 1.5].contains(stroke.width) {
      stroke.color
    } else {
      nil
    }
  }
  #expect(colors.suffix(7).allSatisfy { $0 == style().primary })
}

@Test func aWordWiderThanItsColumnIsBrokenAtTheEndsOfSlopesAndLines() throws {
  let long = "Дезоксирибонуклеиновокислотныеисследованияприграничныхлабораторий"
  for kind in [ChartDescription.Kind.slope, .lines] {
    let chart = ChartDescription(
      kind,
      series: [
        Series(name: long, figures: years([10, 12], label: "a")),
        Series(name: "Water", figures: years([14, 9], label: "b")),
      ])
    for width in [142.0, 240, 480] {
      let least = try #require(
        chart.smallestSize(width: width, typesetter: shippedTypesetter(), style: style(6.5)))
      let (frame, _) = try draw(chart, least)
      #expect(frame.labelFaults == [])
      let written = frame.writings.map(\.text).joined().replacing("\u{AD}", with: "")
      #expect(written.contains(long))
    }
  }
}

@Test func monthsOfASlopeAreSolid() throws {
  let chart = ChartDescription(
    .slope, figures: [figure("a", "3", "2018-03"), figure("b", "5", "2019-03")])
  let (frame, _) = try draw(chart, Size(240, 120))
  #expect(frame.filled { $0 == .solid(style().primary) }.count == 2)
}

@Test(arguments: [ChartDescription.Kind.bars, .lines, .stackedBars, .slope])
func panelsSayTheirUnitOnce(_ kind: ChartDescription.Kind) throws {
  let panels = (0..<3).map { number in
    let series = (0..<(kind == .stackedBars ? 2 : 1)).map {
      Series(
        name: kind == .stackedBars ? "S\($0)" : "",
        figures: years([40 + number, 50 + number], label: "p\(number)-\($0)"))
    }
    return ChartDescription.Panel(title: "Panel \(number)", chart: ChartDescription(kind, series: series))
  }
  for width in [240.0, 480, 840] {
    let (frame, _) = try draw(ChartDescription(.multiples(panels)), Size(width, 300))
    #expect(frame.writtenLines.filter { $0.contains("KZT") }.count == 1)
  }
}

@Test func aReferenceDoesNotRepeatTheNumberAtItsMark() throws {
  let figures = years([11, 13, 17])
  for (kind, id, count) in [(ChartDescription.Kind.bars, 1, 1), (.lines, 2, 1), (.lines, 0, 1)] {
    var chart = ChartDescription(kind, figures: figures)
    chart.references = [.init(value: figures[id].value, label: "Then", figure: figures[id])]
    let (frame, _) = try draw(chart, Size(320, 160))
    let number = figures[id].words(.shortNumber)
    let said = frame.writtenLines.filter { $0 == number || $0.hasSuffix(" \(number)") }
    #expect(said.count == count, "\(kind) \(id): \(frame.writtenLines)")
  }
}

/// Two numbers so near that they could be read as one.
@Test(arguments: ["", "-"], [2, 3, 4, 5])
func longValuesSideBySideKeepMoreThanTheSpaceBetweenTheirDigits(sign: String, count: Int) throws {
  let values = ["98000000", "12500000", "97000000", "11000000", "45000000"].prefix(count)
  let figures = values.enumerated().map { index, value in
    figure("f\(index)", sign + value, "\(2015 + index)", unit: "people")
  }
  for width in stride(from: 130.0, through: 330, by: 4) {
    for type in [6.5, 12] {
      let (frame, _) = try draw(ChartDescription(.bars, figures: figures), Size(width, 120), type: type)
      let numbers = frame.writings.filter { $0.text.contains("000") }
      #expect(!numbers.isEmpty)
      for (index, number) in numbers.enumerated() {
        for other in numbers[(index + 1)...]
        where number.box.minY < other.box.maxY - 1 && other.box.minY < number.box.maxY - 1 {
          let gap = max(number.box.minX - other.box.maxX, other.box.minX - number.box.maxX)
          #expect(gap > 0.3 * type, "\(number.text) and \(other.text) at \(width), \(type)")
        }
      }
      #expect(frame.labelFaults == [])
    }
  }
}
