import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private func side(_ name: String, _ values: [(String, String?)], byYear: Bool = false) -> Series {
  Series(
    name: name,
    figures: values.compactMap { label, value in
      value.map {
        figure(
          "\(name)-\(label)", $0, byYear ? label : "2020", unit: "EUR m", label: byYear ? name : label)
      }
    })
}

private let partners = ChartDescription(
  .pyramid,
  series: [
    side("Exports", [("Southland", "402"), ("Westmark", "210"), ("Islands", nil), ("Coast", "0")]),
    side("Imports", [("Southland", "380"), ("Westmark", "96"), ("Islands", "118"), ("Coast", "35")]),
  ])

private func draw(_ chart: ChartDescription, _ size: Size = Size(300, 160)) throws -> Frame {
  let frame = try drawChart(chart, size: size, typesetter: shippedTypesetter(), style: style())
  #expect(frame.labelFaults == [])
  return frame
}

extension Frame {
  fileprivate func bars(_ index: Int) -> [Rect] { filled { $0 == .solid(style().color(ofSeries: index)) } }
}

@Test func bothSidesOfAPyramidHaveOneScaleAndBeginInItsMiddle() throws {
  let frame = try draw(partners)
  let (left, right) = (frame.bars(0), frame.bars(1))
  try #require(left.count == 2 && right.count == 4)
  let scale = left[0].width / 402
  for (bar, value) in zip(left + right, [402.0, 210, 380, 96, 35, 118]) {
    #expect(abs(bar.width - value * scale) < 0.05)
  }
  #expect(left.allSatisfy { abs($0.maxX - right[0].minX) < 0.01 })
  #expect(right.allSatisfy { $0.minX == right[0].minX })
}

@Test func theSidesAreNamedOverTheirBars() throws {
  let frame = try draw(partners)
  let middle = frame.bars(1)[0].minX
  let heads = ["Exports", "Imports"].compactMap { name in frame.writings.first { $0.text == name }?.box }
  try #require(heads.count == 2)
  #expect(heads[0].maxX < middle && heads[1].minX > middle)
  #expect(heads.allSatisfy { $0.maxY < frame.bars(0)[0].minY })
}

@Test func aDashIsNoNothing() throws {
  let lines = try draw(partners).writtenLines
  #expect(lines.contains("–") && lines.contains("0"))
  #expect(partners.alternativeText().contains("Coast, Exports: €0\u{A0}m"))
}

@Test func yearsWithoutFiguresHaveAnEmptyRowInAPyramid() throws {
  let years = ChartDescription(
    .pyramid,
    series: [
      side("Exports", [("2016", "4"), ("2018", "6"), ("2015", "3")], byYear: true),
      side("Imports", [("2016", "5"), ("2018", "2"), ("2015", "3")], byYear: true),
    ])
  #expect(years.rows.map(\.name) == ["2015", "2016", "2017", "2018"])
  #expect(try draw(years).writtenLines.filter { $0 == "–" }.count == 2)
  #expect(years.alternativeText().contains("No figures for 2017"))
}

@Test func sidesOfAPyramidAreSortedByTheirSum() {
  var sorted = partners
  sorted.order = .value(descending: true)
  #expect(sorted.rows.map(\.name) == ["Southland", "Westmark", "Islands", "Coast"])
  sorted.order = .value(descending: false)
  #expect(sorted.rows.map(\.name).first == "Coast")
}
