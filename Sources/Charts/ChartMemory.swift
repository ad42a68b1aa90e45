import ChartGrammar

/// What the parts of charts that go over several pages have in common, found out once for all of them.
public final class ChartMemory {
  private var wholes: [WholeRows] = []

  public init() {}

  /// All rows of the chart that this is a part of.
  func whole(of part: ChartDescription, style: ChartStyle) -> WholeRows {
    // Parts of one chart share its figures, so that it is soon seen that they are the same.
    let chart = part.whole
    if let known = wholes.first(where: { $0.chart == chart && $0.style == style }) { return known }
    let new = WholeRows(chart, style)
    wholes.append(new)
    return new
  }
}

/// All rows of a chart, and how they share widths.
final class WholeRows {
  let chart: ChartDescription
  let style: ChartStyle
  let rows: [RowContent]
  var plans: [Measure: RowChart.Plan?] = [:]

  struct Measure: Hashable {
    var width: Double
    /// Whether grey words stand after the values.
    var hasWords: Bool
  }

  init(_ chart: ChartDescription, _ style: ChartStyle) {
    self.chart = chart
    self.style = style
    rows = RowMaker(chart: chart, style: style, repeatsUnit: true).rows
  }
}
