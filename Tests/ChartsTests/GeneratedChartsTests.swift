import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Charts

private let sizes = [
  Size(240, 230), Size(150, 110), Size(480, 240), Size(130, 300), Size(490, 120), Size(320, 90),
  Size(200, 420),
]

@Test func noLabelOverlapsInGeneratedCharts() throws {
  try expectNoFaults(in: 1500, state: 2018, of: chart)
}

@Test func noLabelOverlapsInGeneratedChartsOfLaterKinds() throws {
  try expectNoFaults(in: 400, state: 2026, of: laterChart)
}

@Test func noLabelOverlapsInGeneratedScenarios() throws {
  try expectNoFaults(in: 150, state: 2027, of: scenarios)
}

private func expectNoFaults(
  in count: Int, state: UInt64, of make: (inout Numbers) -> ChartDescription
) throws {
  let setter = try shippedTypesetter()
  var numbers = Numbers(state: state)
  var drawn = 0
  for index in 0..<count {
    let chart = make(&numbers)
    let size = sizes[index % sizes.count]
    let style = style(numbers.pick([6.5, 7, 7, 9]))
    do {
      let frame = try drawChart(chart, size: size, typesetter: setter, style: style)
      drawn += 1
      #expect(frame.size == size)
      #expect(frame.labelFaults == [], "chart \(index), \(chart.name), \(size)")
    } catch {
      // What can't be drawn says what it needs, and is told beforehand.
      let least = chart.smallestSize(width: size.width, typesetter: setter, style: style)
      #expect(
        least.map { $0.height > size.height } ?? true, "chart \(index), \(chart.name), \(size): \(error)")
    }
  }
  #expect(drawn * 2 >= count)
}

@Test func chartsCanBeDrawnAtTheSmallestSizeThatTheyName() throws {
  let setter = try shippedTypesetter()
  var numbers = Numbers(state: 1991)
  for index in 0..<160 {
    let chart = index < 120 ? chart(&numbers) : laterChart(&numbers)
    let width = numbers.pick([130.0, 240, 480])
    guard let least = chart.smallestSize(width: width, typesetter: setter, style: style()),
      let best = chart.bestSize(width: width, typesetter: setter, style: style())
    else { continue }
    #expect(best.height >= least.height)
    for size in [least, best] {
      let frame = try drawChart(chart, size: size, typesetter: setter, style: style())
      #expect(frame.labelFaults == [], "chart \(index), \(chart.name), \(size)")
    }
    #expect(throws: DiagnosticError.self, "chart \(index), \(chart.name), \(least)") {
      try drawChart(chart, size: Size(width, least.height * 0.5), typesetter: setter, style: style())
    }
  }
}

@Test func chartsCanBeDrawnAtEveryHeightThatIsNotLess() throws {
  let setter = try shippedTypesetter()
  var numbers = Numbers(state: 42)
  for index in 0..<200 {
    let chart = index < 150 ? chart(&numbers) : laterChart(&numbers)
    let width = numbers.pick([130.0, 183.37, 240, 480.1])
    guard let least = chart.smallestSize(width: width, typesetter: setter, style: style()) else { continue }
    // As much less as sums of heights are off by rounding, and as much more as pages happen to have.
    for more in [-0.009, 0.001, Double(numbers.next(1...4000)) / 100, Double(numbers.next(1...40000)) / 100] {
      let size = Size(width, max(0, least.height + more))
      #expect(throws: Never.self, "chart \(index), \(chart.name), \(least) + \(more)") {
        try drawChart(chart, size: size, typesetter: setter, style: style())
      }
    }
  }
}

@Test func alternativeTextsSayEveryValue() {
  var numbers = Numbers(state: 7)
  for index in 0..<200 {
    let chart = index < 150 ? chart(&numbers) : laterChart(&numbers)
    let text = chart.alternativeText()
    for figure in chart.figures where chart.changes.isEmpty && chart.steps.isEmpty {
      #expect(text.contains(figure.words(.full)), "\(chart.name): \(text)")
    }
    for event in chart.events {
      #expect(text.contains(event.label) && text.contains(event.period.words()), "\(text)")
    }
  }
}

@Test func theSameDescriptionGivesTheSameFrame() throws {
  var numbers = Numbers(state: 5)
  for _ in 0..<40 {
    let chart = chart(&numbers)
    let frames = (0..<2).map { _ in
      try? drawChart(chart, size: Size(240, 230), typesetter: shippedTypesetter(), style: style())
    }
    #expect(frames[0] == frames[1])
  }
}

@Test func noAreaIsTooSmallForAnAnswer() throws {
  let setter = try shippedTypesetter()
  var numbers = Numbers(state: 3)
  for index in 0..<60 {
    let chart = index < 40 ? chart(&numbers) : laterChart(&numbers)
    for size in [Size(0, 0), Size(1, 300), Size(300, 1), Size(20, 20), Size(45, 500)] {
      // Either a frame in which all is well, or an error that says what is needed.
      do {
        let frame = try drawChart(chart, size: size, typesetter: setter, style: style())
        #expect(frame.labelFaults == [], "\(chart.name) \(size)")
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.advice != nil })
      }
    }
  }
}
