import Diagnostics
import Graphics
import Typesetting

/// Draws a chart's plot with its axes, marks and labels; title, note and source are the page's.
///
/// The frame is as large as asked for and nothing stands out of it. It carries no tag: whoever places it tags it as
/// a figure with the chart's `alternativeText`.
/// - Throws: what has no room, and how much it needs.
public func drawChart(
  _ chart: ChartDescription, size: Size, typesetter: Typesetter, style: ChartStyle
) throws(DiagnosticError) -> Frame {
  let lettering = Lettering(typesetter: typesetter)
  switch chart.kind {
  case .bars where chart.figures.isEmpty, .share where chart.figures.isEmpty,
    .timeline where chart.events.isEmpty:
    return Frame(size: size)
  case .bars where chart.isByPeriod:
    return try PeriodBarChart(
      figures: chart.figures, highlighted: chart.highlighted, size: size, lettering: lettering, style: style
    ).draw()
  case .bars:
    return try CategoryBarChart(
      figures: chart.figures, highlighted: chart.highlighted, size: size, lettering: lettering, style: style
    ).draw()
  case .timeline:
    return try TimelineChart(chart.events, lettering: lettering, style: style).draw(size: size)
  case .share:
    return try ShareChart(
      figures: chart.figures, highlighted: chart.highlighted, width: size.width, lettering: lettering,
      style: style
    ).draw(height: size.height)
  }
}

extension ChartDescription {
  /// Whether time puts the figures in an order: each has a period, and not all the same. Such
  /// bars gain from height; rows of bars don't.
  public var isByPeriod: Bool {
    let periods = figures.map(\.period)
    return !periods.contains(nil) && Set(periods).count > 1
  }
}
