import ChartGrammar
import Evidence
import TestSupport
import Testing

/// Which rows there are, as one would find them by looking through all that there are so far.
private func rows(of chart: ChartDescription) -> [(name: String, cells: [String])] {
  let (isRange, names) = (chart.kind == .dots, chart.rowNames)
  var rows: [(name: String, cells: [(series: Int, id: String)])] = []
  for (index, series) in chart.series.enumerated() {
    for figure in series.figures {
      let name = names.name(of: figure)
      let known = rows.firstIndex { row in
        row.name == name && (chart.series.count > 1 || isRange)
          && (isRange || !row.cells.contains { $0.series == index })
      }
      if let known {
        rows[known].cells.append((index, figure.id))
      } else {
        rows.append((name, [(index, figure.id)]))
      }
    }
  }
  return rows.map { ($0.name, $0.cells.map { "\($0.series) \($0.id)" }) }
}

@Test(arguments: [ChartDescription.Kind.groupedBars, .dots, .bars, .stackedBars])
func aFigureStandsInTheFirstRowOfItsNameThatLacksItsSeries(kind: ChartDescription.Kind) {
  // Some names in all series, some in one, some several times in one.
  let series = (0..<4).map { number in
    Series(
      name: "S\(number)",
      figures: (0..<30).map { index in
        figure("f\(number)-\(index)", "\(index + 1)", "2020", label: "Row \(index * (number + 3) % 11)")
      })
  }
  for count in [1, 2, 4] {
    let chart = ChartDescription(kind, series: Array(series.prefix(count)), order: .given)
    let expected = rows(of: chart)
    #expect(chart.rows.map(\.name) == expected.map(\.name))
    #expect(chart.rows.map { $0.cells.map { "\($0.series) \($0.figure.id)" } } == expected.map(\.cells))
  }
}
