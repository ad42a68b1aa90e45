import Graphics
import Typesetting

extension ChartDescription {
  /// The least height at which everything is sure to have its place at this width: in less `drawChart` may throw.
  /// - Returns: `nil` where the width is too small for any height.
  public func smallestSize(width: Double, typesetter: Typesetter, style: ChartStyle) -> Size? {
    sizes(width, typesetter, style)?.least
  }

  /// The height at which the chart looks best at this width; it uses more height too, but gains little by it.
  /// - Returns: `nil` where the width is too small for any height.
  public func bestSize(width: Double, typesetter: Typesetter, style: ChartStyle) -> Size? {
    sizes(width, typesetter, style)?.best
  }

  private func sizes(_ width: Double, _ typesetter: Typesetter, _ style: ChartStyle) -> (
    least: Size, best: Size
  )? {
    let lettering = Lettering(typesetter: typesetter)
    let heights: (least: Double, best: Double)?
    switch kind {
    case .bars where figures.isEmpty, .share where figures.isEmpty, .timeline where events.isEmpty:
      return (Size(width, 0), Size(width, 0))
    case .bars where isByPeriod:
      heights =
        PeriodBarChart(
          figures: figures, highlighted: highlighted, size: Size(width, 0), lettering: lettering, style: style
        ).heights
    case .bars:
      heights =
        CategoryBarChart(
          figures: figures, highlighted: highlighted, size: Size(width, .infinity), lettering: lettering,
          style: style
        ).heights
    case .timeline:
      heights = TimelineChart(events, lettering: lettering, style: style).heights(width: width)
    case .share:
      heights =
        ShareChart(
          figures: figures, highlighted: highlighted, width: width, lettering: lettering, style: style
        ).heights
    }
    return heights.map { (Size(width, $0.least), Size(width, $0.best)) }
  }
}
