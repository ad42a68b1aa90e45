import Briefing
import ChartGrammar
import Charts
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// A chart as an exhibit of pages.
struct ChartExhibit: ExhibitForm {
  let chart: ChartDescription
  let exhibit: Exhibit
  let studio: ExhibitStudio

  init(_ chart: ChartDescription, of exhibit: Exhibit, in studio: ExhibitStudio) {
    self.chart = chart
    self.exhibit = exhibit
    self.studio = studio
  }

  var name: String { "chart" }
  var adviceForRoom: String {
    "show fewer figures, or give the chart more room in the layout; " + studio.whereElseFiguresStand
  }

  /// A chart says by its heights where it is too narrow.
  var leastWidth: Double { 0 }

  func paint(size: Size) throws(DiagnosticError) -> PaintedExhibit {
    var leftOut: [String] = []
    var frame = try drawChart(
      chart, size: size, typesetter: studio.typesetter, style: studio.chartStyle, memory: studio.chartMemory,
      leftOut: &leftOut)
    frame.isOfOnePiece = true
    let words = chart.alternativeText(title: exhibit.title?.text)
    var figure = frame.tagged(.structure(StructureTag(.figure, alternative: words)))
    figure.add(dataTable(size: size), at: .zero)
    return PaintedExhibit(frame: figure, leftOut: leftOut)
  }

  // MARK: Heights

  func heights(width: Double) -> PlotHeights? {
    var heights = wholeHeights(width: width)
    // On all its pages there is as much between its rows.
    if chart.part != nil, let parts = chart.parts, let air = studio.divisions[exhibit.location]?.air {
      heights?.most += air * Double(parts.count)
    }
    return heights
  }

  func sizes(width: Double) -> (least: Size, best: Size)? {
    chart.sizes(
      width: width, typesetter: studio.typesetter, style: studio.chartStyle, memory: studio.chartMemory)
  }

  /// Heights of a chart's plot; `nil` where it would need more width.
  private func wholeHeights(width: Double) -> PlotHeights? {
    let rules = studio.layout.exhibits
    guard let sizes = sizes(width: width) else { return nil }
    let (least, best) = (sizes.least.height, sizes.best.height)
    if chart.part != nil { return PlotHeights(least: least, most: least, mostBeside: least) }
    switch chart.kind {
    case .share: return PlotHeights(least: least, most: best, mostBeside: best * 1.25)
    // A list of dates keeps its pitch; beside a map that fills the page it may end a little earlier.
    case .timeline:
      return PlotHeights(
        least: least, most: max(least, min(best, rules.most)),
        mostBeside: max(least, min(1.35 * best, rules.most)))
    case .multiples where chart.isByPeriod:
      return PlotHeights(least: least, most: max(best, rules.most), mostBeside: max(best, rules.most))
    default:
      guard chart.gainsFromHeight else {
        let most = max(least, min(best, rules.most))
        return PlotHeights(least: least, most: most, mostBeside: max(most, rules.least * 1.8))
      }
      let most = max(least, rules.most)
      return PlotHeights(least: max(least, min(rules.least, best)), most: most, mostBeside: most)
    }
  }
}

extension ExhibitStudio {
  var chartStyle: ChartStyle {
    let (first, second) = (mark(0, .one, .oneTint), mark(1, .two, .twoTint))
    var style = ChartStyle(
      values: text(.chartValue), axisLabels: text(.chartAxis), eventLabels: text(.chartAxis),
      ink: layout.color(.ink), grey: layout.color(.grey), hairline: layout.color(.hairline),
      primary: first.color, primaryTint: first.tint, secondary: second.color, secondaryTint: second.tint,
      paper: layout.color(.paper))
    style.statusWords = statusWords
    style.logarithmicWords = layout.word(.logarithmic)
    style.houseColors = layout.chartRules.series
    style.line = layout.chartRules.line
    style.bar = layout.chartRules.bar
    style.hasGrid = layout.chartRules.hasGrid
    if let large = layout.exhibits.large { style.enlargement = large / style.values.size }
    return style
  }

  /// The colour of the first or second kind of marks with its tint: the house's own of series, or else its main colours.
  private func mark(_ index: Int, _ name: ColorName, _ tint: ColorName) -> (color: Color, tint: Color) {
    let (color, series) = (layout.color(name), layout.chartRules.series)
    guard index < series.count, series[index] != color else { return (color, layout.color(tint)) }
    return (series[index], series[index].mixed(with: layout.color(.paper), amount: 0.85))
  }
}
