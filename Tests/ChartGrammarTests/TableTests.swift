import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import TestSupport
import Testing

private let place = SourceLocation(file: "pack.yml", line: 1, column: 1)

private func table(_ order: TableOrder) -> (TableDescription, [Diagnostic]) {
  makeTable(order, at: TablePlaces(table: place, keys: [:], figures: [:]))
}

private func table(_ figures: [Figure], _ change: (inout TableOrder) -> Void = { _ in }) -> (
  TableDescription, [Diagnostic]
) {
  var order = TableOrder(series: [Series(figures: figures)])
  change(&order)
  return table(order)
}

/// What stands in each cell, row by row; a dash where nothing does.
private func words(_ table: TableDescription) -> [[String]] {
  table.rows.map { row in [row.heading.name] + row.cells.map { $0?.figure.words(.shortNumber) ?? "–" } }
}

private func heads(_ table: TableDescription) -> [String] { table.columns.map(\.heading.name) }

private let trade = [
  figure("e-2019", "13.2", "2019", label: "Exports"), figure("i-2018", "9.1", "2018", label: "Imports"),
  figure("e-2018", "12.4", "2018", label: "Exports"),
  figure("i-2019", "9.8", "2019", qualifier: .moreThan, label: "Imports"),
  figure("e-2021", "15", "2021", label: "Exports"),
]

@Test func subjectsAreRowsAndPeriodsColumnsInOrderOfTime() {
  let (made, problems) = table(trade)
  #expect(problems.isEmpty)
  #expect(heads(made) == ["2018", "2019", "2021"])
  #expect(words(made) == [["Exports", "12.4", "13.2", "15"], ["Imports", "9.1", ">9.8", "–"]])
  #expect(made.common.unit == Unit("USD bn"))
}

@Test func rowsAndColumnsChangePlacesWhereAsked() {
  let (made, problems) = table(trade) { $0.rows = [.period] }
  #expect(problems.isEmpty)
  #expect(heads(made) == ["Exports", "Imports"])
  #expect(words(made) == [["2018", "12.4", "9.1"], ["2019", "13.2", ">9.8"], ["2021", "15", "–"]])
}

@Test func seriesOfOnePeriodAreColumns() {
  let (made, problems) = table(
    TableOrder(series: [
      Series(
        name: "Population",
        figures: [
          figure("p-a", "18", "2020", unit: "million people", label: "A"),
          figure("p-b", "34", "2020", unit: "million people", label: "B"),
        ]),
      Series(name: "Growth", figures: [figure("g-b", "5.2", "2020", unit: "%", label: "B")]),
    ]))
  #expect(problems.isEmpty)
  #expect(heads(made) == ["Population", "Growth"])
  #expect(made.columns.map(\.heading.unit) == [Unit("million people"), Unit("%")])
  #expect(made.common.period == Period("2020") && made.common.unit == nil)
  #expect(words(made) == [["A", "18", "–"], ["B", "34", "5.2"]])
}

@Test func seriesOfSeveralThingsOverTimeAreGroups() {
  let (made, problems) = table(
    TableOrder(series: [
      Series(
        name: "Exports",
        figures: [figure("e", "1", "2019", label: "Coal"), figure("f", "2", "2020", label: "Oil")]),
      Series(name: "Imports", figures: [figure("g", "3", "2019", label: "Cars")]),
    ]))
  #expect(problems.isEmpty)
  #expect(made.rows.map(\.group) == ["Exports", "Exports", "Imports"])
  #expect(made.rows.map(\.heading.name) == ["Coal", "Oil", "Cars"])
}

@Test func aGoalForAPeriodThatHasAValueStandsInAColumnOfItsOwn() {
  let (made, problems) = table([
    figure("a", "3", "2020"), figure("t", "5", "2020", status: .target), figure("b", "2", "2019"),
  ])
  #expect(problems.isEmpty)
  #expect(heads(made) == ["2019", "2020", "2020"])
  #expect(made.columns.map(\.heading.status) == [nil, nil, .target])
}

@Test func whatIsNoActualValueIsSaidOnceOfAColumnOrARowElseAtTheFigure() {
  let (made, _) = table([
    figure("a", "3", "2020", label: "A"), figure("b", "5", "2020", label: "B"),
    figure("a2", "4", "2021", status: .estimate, label: "A"),
    figure("b2", "6", "2021", status: .estimate, label: "B"),
    figure("a3", "4", "2022", status: .estimate, label: "A"), figure("b3", "6", "2022", label: "B"),
  ])
  #expect(made.columns.map(\.heading.status) == [nil, .estimate, nil])
  #expect(made.cells.filter { $0.mark != nil }.map(\.figure.id) == ["a3"])
}

@Test func sumsKeepWhatIsClaimedAndAreLeftOutWhereOneIsMissingOrAGoal() {
  let (made, problems) = table(
    trade + [
      figure("e-2030", "40", "2030", status: .target, label: "Exports"),
      figure("i-2030", "30", "2030", label: "Imports"),
    ]
  ) { $0.hasTotal = true }
  #expect(problems.isEmpty)
  #expect(made.totals?.map { $0?.figure.words(.shortNumber) } == ["21.5", ">23.0", nil, nil])
  #expect(made.totals?[0]?.origins == ["e-2018", "i-2018"])
}

@Test func changesGoFromTheFirstPeriodOrTheOneBefore() {
  let (made, problems) = table(
    trade + [figure("e-2030", "40", "2030", status: .target, label: "Exports")]
  ) {
    $0.changes = [.first, .before]
  }
  #expect(problems.isEmpty)
  #expect(
    made.columns.suffix(2).map(\.kind) == [
      .change(from: Period("2018")!, to: Period("2021")!, .percent),
      .change(from: Period("2019")!, to: Period("2021")!, .percent),
    ])
  #expect(words(made)[0].suffix(2) == ["21", "14"])
  #expect(words(made)[1].suffix(2) == ["–", "–"])
  #expect(made.rows[0].cells.last??.origins == ["e-2019", "e-2021"])
}

@Test func percentagesChangeByPoints() {
  let (made, problems) = table(
    [figure("a", "4", "2019", unit: "%"), figure("b", "6.5", "2020", unit: "%")]) { $0.changes = [.first] }
  #expect(problems.isEmpty)
  #expect(made.columns.last?.heading.unit == .percentagePoints)
  #expect(words(made)[0].last == "2.5")
}

@Test func whatCannotStandInATableIsSaid() {
  func first(_ figures: [Figure], _ change: (inout TableOrder) -> Void = { _ in }) -> String? {
    table(figures, change).1.first?.message
  }
  #expect(
    first([figure("a", "1", "2019"), figure("b", "2", "2019")])
      == "'a' and 'b' would stand in one cell of the table")
  #expect(
    first([figure("a", "1", "2019"), figure("a", "1", "2019")]) == "the figure 'a' is in the table twice")
  #expect(first([figure("a", "1", "2019"), figure("b", "2")]) == "'b' has no period")
  #expect(
    first([figure("a", "1", "2019")]) { $0.rows = [.reporter] } == "'a' has no reporter")
  #expect(
    first([
      figure("a", "1", "2019", label: "A"), figure("b", "1", "2020", unit: "%", label: "A"),
      figure("c", "1", "2019", unit: "%", label: "B"), figure("d", "1", "2020", label: "B"),
    ])?.hasPrefix("the table mixes units within rows and within columns") == true)
  #expect(
    first([figure("a", "1", "2019", unit: "%", label: "A"), figure("b", "2", "2019", unit: "%", label: "B")])
    {
      $0.hasTotal = true
    } == "'a' is in %, and percentages are not added up")
  #expect(
    first([figure("a", "1", "2019")]) { $0.changes = [.first] }
      == "the table has no two periods of the same length that a change could go from and to")
  #expect(
    first([figure("a", "1", "2019"), figure("b", "2", "2020")]) { $0.hasLines = true }
      == "small lines go through three periods of the same length at least, and the table has 2 in its columns"
  )
  #expect(
    first(trade) {
      $0.columns = .label; $0.rows = [.label]
    } == "rows and columns are both made by 'label'")
}

@Test func aDividedTableHasEachRowOnceAndItsSumAtTheEnd() {
  let figures = (0..<25).map { figure("f\($0)", "\($0)", "2020", label: "Row \($0)") }
  let (made, _) = table(figures) { $0.hasTotal = true }
  let parts = made.divided(by: 10)
  #expect(parts.map(\.rowsHere.count) == [9, 8, 8])
  #expect(parts.flatMap(\.rowsHere) == made.rows)
  #expect(parts.map { $0.totalsHere != nil } == [false, false, true])
}

@Test func aTableIsSaidInWordsWithItsSizeAndItsExtremes() {
  let (made, _) = table(trade)
  let text = made.alternativeText(title: "Trade")
  #expect(text.hasPrefix("Trade. Table, 2 rows, USD bn; columns: 2018, 2019, 2021."))
  #expect(text.contains("1 cell has no figure"))
}
