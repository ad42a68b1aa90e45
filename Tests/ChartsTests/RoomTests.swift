import ChartGrammar
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

/// As the slides have it: the type may be larger where there is room.
private func slideStyle() -> ChartStyle {
  var style = style(13)
  style.enlargement = 17.0 / 13
  return style
}

private let slide = Size(640, 300)

private let agreements = [
  figure("forum", "62", unit: "USD m", label: "Agreements of the forum in the southern city, May 2018"),
  figure("plant", "8.6", unit: "USD m", label: "Bitumen plant under construction"),
]

private let bullets = ChartDescription(
  .bullet(targets: [figure("g1", "350", "2024", unit: "m", status: .target)]),
  figures: [
    figure("q1", "320", unit: "m", label: "North quay"), figure("q2", "210", unit: "m", label: "South quay"),
  ])

private let share = ChartDescription(
  .share, figures: [figure("border", "4", unit: "%", qualifier: .about, label: "of the common border")])

private let flow = ChartDescription(
  .flow([
    .init(from: "Northland", to: "Southland", items: ["wine", "cork", "oranges"].map { .init(label: $0) }),
    .init(from: "Southland", to: "Northland", items: ["cars", "rolled steel"].map { .init(label: $0) }),
  ]))

private let list = ChartDescription(
  .timeline(
    [("2013-03", "Resolution"), ("2018", "First Year"), ("2018-08", "Round table")].map { date, label in
      .init(period: Period(date) ?? Period(firstMonth: 0, lastMonth: 0), label: label)
    }))

/// What is drawn from the top to the bottom, as a part of the height asked for.
private func filled(_ frame: Frame) -> Double {
  let bounds = frame.leaves.compactMap(\.bounds)
  return ((bounds.map(\.maxY).max() ?? 0) - (bounds.map(\.minY).min() ?? 0)) / frame.size.height
}

private func sizes(_ frame: Frame) -> [Double] {
  frame.leaves.compactMap { leaf in
    if case .text(let run) = leaf.item { run.fontSize } else { nil }
  }
}

@Test(arguments: [ChartDescription(.bars, figures: agreements), bullets, share, flow])
func fewRowsGrowIntoASlide(chart: ChartDescription) throws {
  let setter = try shippedTypesetter()
  let best = try #require(chart.bestSize(width: slide.width, typesetter: setter, style: slideStyle()))
  let size = Size(slide.width, min(slide.height, best.height))
  #expect(size.height >= 0.7 * slide.height)
  let frame = try drawChart(chart, size: size, typesetter: setter, style: slideStyle())
  #expect(filled(frame) >= 0.65, "\(chart.name)")
  #expect(frame.labelFaults == [], "\(chart.name)")
  // Names and values in the larger type.
  #expect(try #require(sizes(frame).min()) >= 16.9, "\(chart.name)")
}

@Test func fewRowsDoNotBecomeSlabs() throws {
  for chart in [ChartDescription(.bars, figures: agreements), bullets] {
    let frame = try drawChart(
      chart, size: Size(640, 900), typesetter: shippedTypesetter(), style: slideStyle())
    let bars = frame.filled().filter { $0.width > 40 }
    #expect(bars.map(\.height).allSatisfy { $0 > 20 && $0 < 64 })
  }
}

@Test func listsOfEventsGrowIntoASlideToo() throws {
  let frame = try drawChart(list, size: Size(480, 320), typesetter: shippedTypesetter(), style: slideStyle())
  #expect(try #require(sizes(frame).min()) >= 16.9)
  #expect(frame.labelFaults == [])
}

@Test func typeIsLargerOnlyWhereAllIsAtEase() throws {
  let setter = try shippedTypesetter()
  let many = ChartDescription(
    .bars, figures: (1...12).map { figure("r\($0)", "\($0)", unit: "m", label: "Quay \($0)") })
  for chart in [many, ChartDescription(.bars, figures: agreements), bullets, share, flow, list] {
    for width in [190.0, 300, 640] {
      guard let least = chart.smallestSize(width: width, typesetter: setter, style: slideStyle()) else {
        continue
      }
      for height in [least.height, least.height * 1.3, 240, 400] where height >= least.height {
        let frame = try drawChart(
          chart, size: Size(width, height), typesetter: setter, style: slideStyle())
        #expect(frame.labelFaults == [], "\(chart.name) \(width) × \(height)")
      }
      let tight = try drawChart(chart, size: least, typesetter: setter, style: slideStyle())
      #expect(sizes(tight).contains { $0 < 16 }, "\(chart.name) \(width)")
    }
  }
}

@Test func longNamesStandOverTheirBarsWhereThereIsHeight() throws {
  func nameIsOverItsBar(_ height: Double) throws -> Bool {
    let frame = try drawChart(
      ChartDescription(.bars, figures: agreements), size: Size(300, height), typesetter: shippedTypesetter(),
      style: style())
    let name = try #require(frame.writings.first { $0.text.hasPrefix("Agreements") })
    let bar = try #require(frame.filled().first)
    return name.box.maxY <= bar.minY
  }
  #expect(try nameIsOverItsBar(100))
  #expect(try !nameIsOverItsBar(40))
}

@Test func namesOverBarsLeaveThemTheirLengthOnACard() throws {
  let names = ["Agreements signed between the two states since independence", "Wheat", "Rolled steel"]
  let goal = figure("goal", "90", "2020", unit: "%", status: .target)
  let chart = ChartDescription(
    .bullet(targets: [goal]),
    figures: names.enumerated().map { figure("f\($0)", "\(60 + $0)", unit: "%", label: $1) })
  let setter = try shippedTypesetter()
  let least = try #require(chart.smallestSize(width: 142, typesetter: setter, style: style(6.5)))
  for height in [least.height, least.height + 20, 200] {
    let frame = try drawChart(chart, size: Size(142, height), typesetter: setter, style: style(6.5))
    #expect(frame.labelFaults == [])
    #expect(try #require(frame.filled().map(\.width).max()) >= 0.2 * 142, "\(height)")
  }
}

@Test func anAxisOfFewEventsUsesTheHeightOfASlide() throws {
  let events = [
    ("2041-11", "Study of the extension"), ("2042-05", "Letter of the mayors"), ("2043", "Tender planned"),
    ("2044/2047", "Building"),
  ]
  let chart = ChartDescription(
    .timeline(try events.map { .init(period: try #require(Period($0)), label: $1) }))
  let frame = try drawChart(chart, size: Size(856, 330), typesetter: shippedTypesetter(), style: slideStyle())
  #expect(frame.labelFaults == [])
  #expect(filled(frame) >= 0.5)
  #expect(try #require(sizes(frame).min()) >= 16.9)
}
