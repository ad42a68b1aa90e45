import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Charts

private let sizes = [
  Size(240, 230), Size(150, 110), Size(480, 240), Size(130, 300), Size(490, 120), Size(320, 90),
  Size(200, 420),
]

private let names = [
  "Trade", "Mutual trade in nine months", "Совместные предприятия в приграничных областях", "Инвестиции",
  "Ғылым",
  "Agreements signed between the two states since independence, by year of signature", "Oʻzbekiston", "ß",
]

/// A chart of any kind with 1–60 values: negative, zero, huge, tiny, equal, missing years, all qualifiers.
private func chart(_ numbers: inout Numbers) -> ChartDescription {
  switch numbers.next(0...9) {
  case 0...3: bars(&numbers)
  case 4...5: rows(&numbers)
  case 6...7: timeline(&numbers)
  default: shares(&numbers)
  }
}

private func value(_ numbers: inout Numbers, _ manner: Int) -> String {
  switch manner {
  case 0: "\(numbers.next(0...99)).\(numbers.next(0...9))"
  case 1: "\(numbers.next(-50...50))"
  case 2: "-\(numbers.next(1...9)).5"
  case 3: "\(numbers.next(1...999))000000\(numbers.next(0...9))"
  case 4: "0.000\(numbers.next(0...99))"
  case 5: "7"
  default: "\([0, 0, 3, 1_000_000][numbers.next(0...3)])"
  }
}

private func bars(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  let count = numbers.pick([1, 2, 3, 4, 6, 8, 12, 20, 35, 60])
  let unit = numbers.pick(["USD bn", "%", "agreements", "km", "KZT bn"])
  let isMonthly = numbers.next(0...5) == 0
  var year = numbers.next(1950...2015)
  let figures = (0..<count).flatMap { index -> [Figure] in
    year += numbers.next(0...6) == 0 ? numbers.next(2...5) : 1
    let period = isMonthly ? "2018-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1)" : "\(year)"
    let main = figure(
      "f\(index)", value(&numbers, manner), period, unit: unit, qualifier: numbers.pick(Qualifier.allCases),
      status: numbers.pick([.actual, .actual, .actual, .target, .estimate, .derived]))
    guard !isMonthly, numbers.next(0...4) == 0 else { return [main] }
    return [
      main,
      figure("p\(index)", value(&numbers, manner), "\(year)-01/\(year)-0\(numbers.next(2...9))", unit: unit),
    ]
  }
  let shown = isMonthly ? Array(figures.prefix(12)) : figures
  return ChartDescription(.bars, figures: shown, highlighted: numbers.next(0...3) == 0 ? ["f0"] : [])
}

private func rows(_ numbers: inout Numbers) -> ChartDescription {
  let manner = numbers.next(0...6)
  let count = numbers.pick([1, 2, 3, 5, 9, 14, 30])
  return ChartDescription(
    .bars,
    figures: (0..<count).map { index in
      figure(
        "f\(index)", value(&numbers, manner), unit: numbers.pick(["USD m"]),
        qualifier: numbers.pick(Qualifier.allCases),
        status: numbers.pick(Status.allCases), label: numbers.pick(names))
    })
}

private func timeline(_ numbers: inout Numbers) -> ChartDescription {
  let count = numbers.pick([1, 2, 3, 5, 8, 13, 20, 30])
  return ChartDescription(
    .timeline,
    events: (0..<count).map { index in
      let year = numbers.next(1991...2019)
      let period =
        switch numbers.next(0...3) {
        case 0: "\(year)"
        case 1: "\(year)/\(year + numbers.next(1...4))"
        default: "\(year)-0\(numbers.next(1...9))"
        }
      return .init(
        period: Period(period) ?? Period(firstMonth: 24000, lastMonth: 24000),
        label: numbers.pick(names) + " \(index)", isHighlighted: numbers.next(0...6) == 0)
    })
}

private func shares(_ numbers: inout Numbers) -> ChartDescription {
  var rest = 100
  var figures: [Figure] = []
  for index in 0..<numbers.next(1...5) where rest > 0 {
    let part = numbers.next(0...rest)
    rest -= part
    figures.append(
      figure(
        "s\(index)", "\(part)", unit: "%", qualifier: numbers.pick([.exact, .exact, .about, .moreThan]),
        status: numbers.pick([.actual, .actual, .estimate]), label: numbers.pick(names)))
  }
  return ChartDescription(.share, figures: figures)
}

@Test func noLabelOverlapsInGeneratedCharts() throws {
  let setter = try typesetter()
  var numbers = Numbers(state: 2018)
  var drawn = 0
  for index in 0..<600 {
    let chart = chart(&numbers)
    let size = sizes[index % sizes.count]
    let style = style(numbers.pick([6.5, 7, 7, 9]))
    do {
      let frame = try drawChart(chart, size: size, typesetter: setter, style: style)
      drawn += 1
      #expect(frame.size == size)
      #expect(frame.labelFaults == [], "chart \(index), \(chart.kind), \(size)")
    } catch {
      // What can't be drawn says what it needs, and is told beforehand.
      let least = chart.smallestSize(width: size.width, typesetter: setter, style: style)
      #expect(
        least.map { $0.height > size.height } ?? true, "chart \(index), \(chart.kind), \(size): \(error)")
    }
  }
  #expect(drawn >= 500)
}

@Test func chartsCanBeDrawnAtTheSmallestSizeThatTheyName() throws {
  let setter = try typesetter()
  var numbers = Numbers(state: 1991)
  for index in 0..<120 {
    let chart = chart(&numbers)
    let width = numbers.pick([130.0, 240, 480])
    guard let least = chart.smallestSize(width: width, typesetter: setter, style: style()),
      let best = chart.bestSize(width: width, typesetter: setter, style: style())
    else { continue }
    #expect(best.height >= least.height)
    for size in [least, best] {
      let frame = try drawChart(chart, size: size, typesetter: setter, style: style())
      #expect(frame.labelFaults == [], "chart \(index), \(chart.kind), \(size)")
    }
    #expect(throws: DiagnosticError.self, "chart \(index), \(chart.kind), \(least)") {
      try drawChart(chart, size: Size(width, least.height * 0.5), typesetter: setter, style: style())
    }
  }
}

@Test func chartsCanBeDrawnAtEveryHeightThatIsNotLess() throws {
  let setter = try typesetter()
  var numbers = Numbers(state: 42)
  for index in 0..<150 {
    let chart = chart(&numbers)
    let width = numbers.pick([130.0, 183.37, 240, 480.1])
    guard let least = chart.smallestSize(width: width, typesetter: setter, style: style()) else { continue }
    // As much less as sums of heights are off by rounding, and as much more as pages happen to have.
    for more in [-0.009, 0.001, Double(numbers.next(1...4000)) / 100, Double(numbers.next(1...40000)) / 100] {
      let size = Size(width, max(0, least.height + more))
      #expect(throws: Never.self, "chart \(index), \(chart.kind), \(least) + \(more)") {
        try drawChart(chart, size: size, typesetter: setter, style: style())
      }
    }
  }
}

@Test func alternativeTextsSayEveryValue() {
  var numbers = Numbers(state: 7)
  for _ in 0..<150 {
    let chart = chart(&numbers)
    let text = chart.alternativeText
    for figure in chart.figures { #expect(text.contains(figure.words(.full)), "\(chart.kind): \(text)") }
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
      try? drawChart(chart, size: Size(240, 230), typesetter: typesetter(), style: style())
    }
    #expect(frames[0] == frames[1])
  }
}

@Test func noAreaIsTooSmallForAnAnswer() throws {
  let setter = try typesetter()
  var numbers = Numbers(state: 3)
  for _ in 0..<40 {
    let chart = chart(&numbers)
    for size in [Size(0, 0), Size(1, 300), Size(300, 1), Size(20, 20), Size(45, 500)] {
      // Either a frame in which all is well, or an error that says what is needed.
      do {
        let frame = try drawChart(chart, size: size, typesetter: setter, style: style())
        #expect(frame.labelFaults == [], "\(chart.kind) \(size)")
      } catch {
        #expect(error.diagnostics.allSatisfy { $0.advice != nil })
      }
    }
  }
}
