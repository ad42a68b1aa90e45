import ChartGrammar
import Evidence
import Graphics

/// The ground of charts by period, which forms put their marks on: a key above, an axis of values at the left, periods on a
/// true time axis below, reference lines across, and what is left of the area for the plot.
struct PeriodPlot {
  let key: ChartKey
  /// At its place once there is a scale.
  var axis: ValueAxis
  let slots: TimeSlots
  let years: TimeAxisLabels
  let references: ReferenceLines
  /// Where the axis's lines end, points from the left.
  let right: Double
  /// Of the plot in the frame.
  let top: Double
  /// All of the height that is not plot.
  let margins: Double
  private let size: Size
  private let measure: AxisMeasure

  /// What a form asks of its ground.
  struct Demands {
    var periods: [Period]
    /// Heights of its marks, reference lines aside.
    var values: [Double]
    /// Whose unit the axis has; the chart's first, where nothing is said.
    var figure: Figure?
    /// The value at the axis's foot.
    var measure = AxisMeasure()
    var key: [ChartKey.Entry]
    /// Of the width, for names beside the plot.
    var margin: Double
    /// Between the plot and the periods' names.
    var gapOverYears: Double
    /// How far names of periods may reach, where that is not the plot's end.
    var yearsEnd: Double?
    /// The time axis between the axis's gutter and the plot's right end; `nil` where the marks would be too narrow.
    var slots: (_ left: Double, _ right: Double) -> TimeSlots?
  }

  /// - Returns: `nil` where the width is too small.
  init?(_ context: ChartContext, size: Size, references: ReferenceLines, _ demands: Demands) {
    let (lettering, style) = (context.lettering, context.style)
    let right = size.width - demands.margin
    guard let figure = demands.figure ?? context.chart.figures.first, right > 0 else { return nil }
    key = ChartKey(
      context.isPanel ? [] : demands.key, width: size.width, lettering: lettering, style: style)
    let ticks = ValueAxis.ticks(
      for: demands.values + references.needs, from: demands.measure.origin,
      isLogarithmic: demands.measure.isLogarithmic,
      height: size.height - key.height - 3 * lettering.line("0", style.values).height, style: style)
    axis = ValueAxis(
      ticks, from: demands.measure.origin, isLogarithmic: demands.measure.isLogarithmic, of: figure,
      width: right, saysUnit: context.isFirst, lettering: lettering,
      style: style)
    guard axis.leastWidth <= right, key.width <= size.width, let slots = demands.slots(axis.gutter, right)
    else { return nil }
    self.slots = slots
    years = TimeAxisLabels(
      slots, periods: demands.periods, right: demands.yearsEnd ?? right, lettering: lettering, style: style)
    top = key.height + axis.unitRowHeight
    margins = top + years.height + demands.gapOverYears
    self.references = references
    self.right = right
    self.size = size
    measure = demands.measure
  }

  /// Of the plot, points.
  var height: Double { size.height - margins }

  /// The least height of the whole at which the plot has a height of its own; the axis, and with it the margins, may change
  /// with the height.
  ///
  /// - Parameters:
  ///   - plot: the least of the plot, points.
  ///   - needed: what a chart of a height needs; `nil` where its width is too small.
  /// - Returns: points; `nil` where the width is too small.
  static func leastHeight(of plot: Double, needed: (Double) -> Double?) -> Double? {
    var least = plot
    for _ in 0..<4 {
      guard let needed = needed(least) else { return nil }
      least = max(least, needed)
    }
    return least
  }

  /// What its grid lines and reference lines need of a scale, above and below the origin.
  var needs: (upper: [ValueScale.Need], lower: [ValueScale.Need]) {
    var upper = axis.needs
    var lower = axis.ticks.values.map { ValueScale.Need(value: measure.length($0.double), room: 0) }
    for value in references.needs.map(measure.length) {
      if value < 0 {
        lower.append(.init(value: value, room: 1))
      } else {
        upper.append(.init(value: value, room: 1))
      }
    }
    return (upper, lower)
  }

  /// Puts the axis's lines where the scale has them.
  mutating func place(_ scale: ValueScale) { axis.place(scale, top: top) }

  /// Depth of a value in the frame on a scale.
  func y(_ value: Double, on scale: ValueScale) -> Double { top + scale.y(measure.length(value)) }

  func paintYears(on frame: inout Frame) {
    for placed in years.labels {
      let y = size.height - years.height + Double(placed.row) * placed.label.height
      frame.add(placed.label, at: Point(placed.x, y))
    }
  }
}
