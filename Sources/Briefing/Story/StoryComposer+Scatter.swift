import ChartGrammar
import Diagnostics
import Evidence

/// Scatter charts, whose axes have figures and units of their own.
extension StoryComposer {
  mutating func scatter(_ chart: Pack.Chart, at location: SourceLocation) -> (ChartDescription, [Source])? {
    var all = Named()
    var measures: [ChartPlaces.Key: ChartDescription.Scatter.Measure] = [:]
    for key in [ChartPlaces.Key.x, .y, .size] {
      guard let told = chart.measures[key] else { continue }
      let named = named(told.figures)
      let comparable = ComparableFigures(named.figures)
      measures[key] = .init(
        title: inline.read(told.label).text, figures: named.figures.map(comparable.shown), start: told.start)
      note(told.label, .label, with: named.figures.map(\.id))
      all.add(named)
    }
    let highlighted = highlighted(chart.highlighted, in: &all)
    guard all.isWhole, let x = measures[.x], let y = measures[.y], !x.figures.isEmpty, !y.figures.isEmpty
    else { return nil }
    let result = ChartDescription(
      .scatter(.init(x: x, y: y, size: measures[.size])), highlighted: highlighted)
    var places = ChartPlaces(chart: location, keys: chart.keys)
    places.figures = all.places
    for problem in result.problems(at: places) { ownLog.add(problem) }
    return (result, unique(all.figures.flatMap(\.sources)))
  }
}
