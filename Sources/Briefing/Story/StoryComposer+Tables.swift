import ChartGrammar
import Diagnostics
import Evidence
import YAMLReading

extension StoryComposer {
  /// The table and its sources; `nil` where nothing of it could be read.
  mutating func content(of told: Pack.Table, at location: SourceLocation) -> (TableDescription, [Source])? {
    var all = Named()
    var series: [Series] = []
    for one in told.series {
      let named = self.named(one.figures)
      series.append(Series(name: inline.read(one.label).text, figures: named.figures))
      all.add(named)
    }
    let listed = named(told.figures)
    all.add(listed)
    if told.series.isEmpty { series = [Series(figures: listed.figures)] }
    let highlighted = highlighted(told.highlighted, in: &all, of: "table")
    guard all.isWhole, !all.figures.isEmpty else { return nil }
    let scales = TableScales(all.figures)
    var order = TableOrder(
      series: series.map { Series(name: $0.name, figures: $0.figures.map(scales.shown)) })
    order.rows = told.rows
    order.columns = told.columns
    order.sort = told.sort
    order.hasTotal = told.hasTotal
    order.hasLines = told.hasLines
    order.changes = told.changes
    order.measure = told.measure
    order.highlighted = highlighted
    order.isHeated = told.isHeated
    let places = TablePlaces(table: location, keys: told.keys, figures: all.places)
    let (table, problems) = makeTable(order, at: places)
    for problem in problems { ownLog.add(problem) }
    return (table, unique(all.figures.flatMap(\.sources)))
  }
}

/// One scale and one number of decimals for what is measured alike; a table may hold several things.
private struct TableScales {
  private let scales: [(unit: Unit, figures: ComparableFigures)]

  init(_ figures: [Figure]) {
    var groups: [[Figure]] = []
    for figure in figures {
      if let index = groups.firstIndex(where: { figure.converted(to: $0[0].unit) != nil }) {
        groups[index].append(figure)
      } else {
        groups.append([figure])
      }
    }
    scales = groups.map { ($0[0].unit, ComparableFigures($0, keepsDigits: true)) }
  }

  func shown(_ figure: Figure) -> Figure {
    for (unit, figures) in scales where figure.converted(to: unit) != nil { return figures.shown(figure) }
    return figure
  }
}
