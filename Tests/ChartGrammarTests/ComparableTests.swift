import Evidence
import Foundation
import TestSupport
import Testing

@testable import ChartGrammar

private func shown(_ figures: [Figure]) -> [String] {
  let comparable = ComparableFigures(figures)
  return figures.map { comparable.shown($0).words(.value, inDigits: true) }
}

@Test func scalesOfOneUnitAreShownInThatOfMost() {
  #expect(
    shown([figure("a", "2.5"), figure("b", "900", unit: "USD m"), figure("c", "3")])
      == ["$2.5\u{A0}bn", "$0.9\u{A0}bn", "$3.0\u{A0}bn"])
  #expect(
    shown([figure("a", "1.2", unit: "million people"), figure("b", "300", unit: "thousand people")]).last
      == "0.3\u{A0}million people")
  // Another currency stays what it is, and is an error elsewhere.
  #expect(shown([figure("a", "2"), figure("b", "3", unit: "EUR bn")]) == ["$2\u{A0}bn", "€3\u{A0}bn"])
}

@Test func exactValuesHaveOneNumberOfDecimals() {
  let values = ["100.0", "50.0", "33.33", "25.0", "14.29"]
  let figures = values.enumerated().map { index, text in
    var figure = figure("r\(index)", text, unit: "USD bn")
    figure.precision = .decimals(text.split(separator: ".").last?.count ?? 0)
    return figure
  }
  let comparable = ComparableFigures(figures)
  #expect(
    figures.map { comparable.shown($0).words(.shortNumber) } == ["100.0", "50.0", "33.3", "25.0", "14.3"])
  // What is drawn is the value, not its label.
  #expect(comparable.shown(figures[2]).value == Decimal(string: "33.33"))
}

@Test func nothingIsMoreExactThanMostOfItsChart() {
  // Of two values one has a decimal: neither is rounded nor filled up.
  #expect(
    shown([figure("a", "62", unit: "USD m"), figure("b", "8.6", unit: "USD m")]) == [
      "$62\u{A0}m", "$8.6\u{A0}m",
    ])
  // About two is not about 2.0, and a goal is as it was set.
  let mixed = [
    figure("a", "2.5"), figure("b", "3.1"), figure("c", "4.2"), figure("d", "2", qualifier: .about),
    figure("e", "5", status: .target),
  ]
  #expect(shown(mixed).suffix(2) == ["$2\u{A0}bn", "$5\u{A0}bn"])
  #expect(
    shown([figure("a", "12500"), figure("b", "3.5"), figure("c", "1.5")]).first == "$12\u{202F}500\u{A0}bn")
}

@Test func partnersOfTwoYearsAreGroupedByPartner() {
  let figures = [("Russia", "16"), ("China", "21"), ("Italy", "9")].flatMap { name, value in
    [
      figure("\(name)-18", value, "2018", label: name), figure("\(name)-23", value, "2023", label: name),
    ]
  }
  let chart = ChartDescription(.groupedBars, series: Series.split(figures, by: .period))
  #expect(chart.problems(at: ChartPlaces(chart: here, keys: [:])).isEmpty)
  #expect(!chart.isByPeriod)
  #expect(chart.rows.map(\.name) == ["Russia", "China", "Italy"])
  #expect(chart.rows.allSatisfy { $0.cells.map(\.series) == [0, 1] })
  // On top of each other they would add up years.
  let stacked = ChartDescription(.stackedBars, series: chart.series)
  #expect(!stacked.problems(at: ChartPlaces(chart: here, keys: [:])).isEmpty)
}
