import ChartGrammar
import Evidence
import Graphics
import TestSupport
import Testing

@testable import Charts

private let years = ["2014", "2015", "2016", "2017"]

private let trade = years.enumerated().map { index, year in
  figure("t\(index)", "\(3 + index)", year, unit: "m t", status: .actual, label: "Trade")
}

private let (gold, blue) = (Color(hex: "#8A6A00") ?? .black, Color(hex: "#223366") ?? .black)

private func draw(
  _ kind: ChartDescription.Kind, _ series: Int = 1, width: Double = 300,
  _ change: (inout ChartStyle) -> Void = { _ in }
) throws -> Frame {
  var house = style()
  change(&house)
  let all = (0..<series).map { number in
    Series(
      name: ["Grain", "Steel", "Timber"][number],
      figures: years.map { year in
        figure("\(number)-\(year)", "\(7 + 2 * number)", year, unit: "m t", status: .actual, label: "x")
      })
  }
  let chart = series == 1 ? ChartDescription(kind, figures: trade) : ChartDescription(kind, series: all)
  let frame = try drawChart(chart, size: Size(width, 180), typesetter: shippedTypesetter(), style: house)
  #expect(frame.labelFaults == [])
  return frame
}

@Test(arguments: [ChartDescription.Kind.lines, .bars])
func aHousesColoursOfSeriesComeFirst(_ kind: ChartDescription.Kind) throws {
  let frame = try draw(kind, 2) { $0.houseColors = [gold, blue] }
  let used = Set(
    frame.leaves.compactMap { leaf -> Color? in
      guard case .shape(_, let fill, let stroke) = leaf.item else { return nil }
      if case .solid(let color)? = fill { return color }
      return stroke?.color
    })
  #expect(used.isSuperset(of: [gold, blue]))
  #expect(!used.contains(style().primary) && !used.contains(style().secondary))
}

@Test func aHouseNamesSomeColoursAndTheEngineHasTheRest() {
  var house = style()
  house.houseColors = [gold, house.primary]
  let all = house.seriesColors
  #expect(all.prefix(3) == [gold, style().primary, style().secondary] && Set(all).count == all.count)
}

@Test func linesAreAsThickAsTheHouseHasThem() throws {
  func width(_ line: Double?) throws -> Double? {
    try draw(.lines, 2) { $0.line = line }.leaves.compactMap { leaf -> Double? in
      guard case .shape(_, nil, let stroke?) = leaf.item, stroke.color == style().primary else { return nil }
      return stroke.width
    }.max()
  }
  #expect(try width(nil) == 1.5 && width(2.5) == 2.5)
}

@Test func columnsAreAsWideAsTheHouseHasThem() throws {
  func width(_ bar: Double?) throws -> Double {
    try #require(
      draw(.bars, width: 130) { $0.bar = bar }.filled(where: { $0 == .solid(style().primary) }).map(\.width)
        .max())
  }
  #expect(try abs(width(0.33) / width(nil) - 0.5) < 0.01)
}

@Test func withoutAGridValuesStandOnStrokesOfTheirOwnWidth() throws {
  func widths(_ hasGrid: Bool) throws -> [Double] {
    try draw(.lines, 2) { $0.hasGrid = hasGrid }.lines(style().hairline).map(\.width)
  }
  let (with, without) = (try widths(true), try widths(false))
  #expect(!with.isEmpty && with.allSatisfy { $0 > 200 })
  #expect(without.count == with.count && without.allSatisfy { $0 > 2 && $0 < 60 })
}
