import Diagnostics
import Graphics
import Typesetting

extension ChartDescription {
  /// The plot with its axes, marks and labels; title, note and source are the page's.
  ///
  /// The frame is as large as asked for and nothing stands out of it. It carries no tag: whoever places it tags
  /// it as a figure with `alternativeText`.
  /// - Throws: what has no room, and how much it needs.
  public func draw(size: Size, typesetter: Typesetter, style: ChartStyle) throws(DiagnosticError) -> Frame {
    let lettering = Lettering(typesetter: typesetter)
    switch kind {
    case .bars where figures.isEmpty, .share where figures.isEmpty:
      return Frame(size: size)
    case .bars where isByPeriod:
      return try PeriodBarChart(
        figures: figures, highlighted: highlighted, size: size, lettering: lettering, style: style
      ).draw()
    case .bars:
      return try CategoryBarChart(
        figures: figures, highlighted: highlighted, size: size, lettering: lettering, style: style
      ).draw()
    case .timeline where events.isEmpty:
      return Frame(size: size)
    case .timeline:
      return try TimelineChart(events, lettering: lettering, style: style).draw(size: size)
    case .share:
      return try ShareChart(
        figures: figures, highlighted: highlighted, width: size.width, lettering: lettering, style: style
      ).draw(height: size.height)
    }
  }

  /// Whether time puts the figures in an order: each has a period, and not all the same.
  var isByPeriod: Bool {
    let periods = figures.map(\.period)
    return !periods.contains(nil) && Set(periods).count > 1
  }
}
