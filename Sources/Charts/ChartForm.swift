import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// A chart that knows how large it must be and draws itself.
protocol ChartForm {
  /// Heights of the least and the best chart at this width; `nil` if it needs more width.
  func heights(width: Double) -> (least: Double, best: Double)?
  /// `leftOut` gets the values that should stand at their marks and find no room there.
  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame
}

/// A form that looks up in its context what it shows and how its words are set.
protocol ContextualForm: ChartForm {
  var context: ChartContext { get }
}

extension ContextualForm {
  var chart: ChartDescription { context.chart }
  var lettering: Lettering { context.lettering }
  var style: ChartStyle { context.style }
  /// Of the values' type.
  var lineHeight: Double { lettering.line("0", style.values).height }
}

/// What every form is made from.
struct ChartContext {
  let chart: ChartDescription
  /// All charts that share this one's scales, itself among them.
  let panels: [ChartDescription]
  /// What stands above them, in the same order; empty for a chart by itself.
  let titles: [String]
  let lettering: Lettering
  let style: ChartStyle

  init(
    _ chart: ChartDescription, panels: [ChartDescription]? = nil, titles: [String] = [], isFirst: Bool = true,
    lettering: Lettering, style: ChartStyle
  ) {
    self.chart = chart
    self.panels = panels ?? [chart]
    self.titles = titles
    self.isFirst = isFirst
    self.lettering = lettering
    self.style = style
  }

  /// The panel that says what all have in common, such as the unit; so does a chart by itself.
  let isFirst: Bool

  /// Whether the key stands elsewhere, for all panels.
  var isPanel: Bool { panels.count > 1 }

  /// In larger type where the chart gains by it.
  var form: any ChartForm {
    guard style.enlargement > 1, !isPanel, chart.part == nil, let plain = plainForm as? any EnlargingForm,
      let large = ChartContext(chart, lettering: lettering, style: style.enlarged).plainForm
        as? any EnlargingForm
    else { return plainForm }
    return FormOfTwoSizes(plain: plain, large: large)
  }

  /// A panel of one period stands on the axis that the others need.
  private var isByPeriod: Bool {
    chart.isByPeriod
      || isPanel && panels.contains(where: \.isByPeriod)
        && panels.allSatisfy { panel in panel.figures.allSatisfy { $0.period != nil } }
  }

  private var plainForm: any ChartForm {
    if chart.isEmpty { return EmptyChart() }
    return switch chart.kind {
    case .bars where isByPeriod, .groupedBars where isByPeriod: PeriodBarForm(context: self)
    case .stackedBars where isByPeriod: StackedColumns(context: self)
    case .bars, .groupedBars, .stackedBars, .dots, .bullet, .change, .waterfall, .pyramid: RowChart(self)
    case .lines: LineChart(context: self)
    case .area: AreaChart(context: self)
    case .slope: SlopeChart(context: self)
    case .scatter: ScatterChart(context: self)
    case .share: ShareForm(context: self)
    case .timeline: TimelineForm(context: self)
    case .flow: FlowChart(chart, lettering: lettering, style: style)
    case .multiples:
      MultiplesChart(panels: chart.panels, all: chart.whole.panels, lettering: lettering, style: style)
    }
  }
}

private struct EmptyChart: ChartForm {
  func heights(width: Double) -> (least: Double, best: Double)? { (0, 0) }
  func draw(size: Size, leftOut: inout [String]) -> Frame { Frame(size: size) }
}

private struct PeriodBarForm: ChartForm {
  let context: ChartContext
  func heights(width: Double) -> (least: Double, best: Double)? {
    PeriodBarChart(context, size: Size(width, 0)).heights
  }
  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    try PeriodBarChart(context, size: size).draw(leftOut: &leftOut)
  }
}

private struct ShareForm: EnlargingForm {
  let context: ChartContext
  func heights(width: Double) -> (least: Double, best: Double)? { ShareChart(context, width: width).heights }
  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    try ShareChart(context, width: size.width).draw(height: size.height)
  }
  func isAtEase(in size: Size) -> Bool {
    ShareChart(context, width: size.width).isAtEase(height: size.height)
  }
}

private struct TimelineForm: EnlargingForm {
  let context: ChartContext
  private var chart: TimelineChart {
    TimelineChart(
      context.chart.events, shared: context.isPanel ? context.panels.flatMap(\.events).map(\.period) : [],
      isPart: context.chart.part != nil, lettering: context.lettering, style: context.style)
  }
  func heights(width: Double) -> (least: Double, best: Double)? { chart.heights(width: width) }
  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    try chart.draw(size: size)
  }
  func isAtEase(in size: Size) -> Bool { chart.isAtEase(in: size) }
}

/// Draws a chart's plot with its axes, marks and labels; title, note and source are the page's.
///
/// The frame is as large as asked for and nothing stands out of it. It carries no tag: whoever places it tags it as
/// a figure with the chart's `alternativeText`.
/// `leftOut` gets the values that should stand at their marks and find no room there, in words: a reader has the axis
/// alone for them. Of many marks only those that matter most should have theirs; the others are not named.
/// `memory` keeps what the parts of a chart have in common from one to the next.
/// - Throws: what has no room, and how much it needs.
public func drawChart(
  _ chart: ChartDescription, size: Size, typesetter: Typesetter, style: ChartStyle,
  memory: ChartMemory = ChartMemory(), leftOut: inout [String]
) throws(DiagnosticError) -> Frame {
  let context = ChartContext(
    chart, lettering: Lettering(typesetter: typesetter, memory: memory), style: style)
  return try context.form.draw(size: size, leftOut: &leftOut)
}

extension ChartDescription {
  /// The least height at which everything is sure to have its place at this width: in less `drawChart` may throw.
  /// - Returns: `nil` where the width is too small for any height.
  public func smallestSize(width: Double, typesetter: Typesetter, style: ChartStyle) -> Size? {
    sizes(width: width, typesetter: typesetter, style: style)?.least
  }

  /// The height at which the chart looks best at this width; it uses more height too, but gains little by it.
  /// - Returns: `nil` where the width is too small for any height.
  public func bestSize(width: Double, typesetter: Typesetter, style: ChartStyle) -> Size? {
    sizes(width: width, typesetter: typesetter, style: style)?.best
  }

  /// Both at once.
  public func sizes(
    width: Double, typesetter: Typesetter, style: ChartStyle, memory: ChartMemory = ChartMemory()
  ) -> (least: Size, best: Size)? {
    let context = ChartContext(
      self, lettering: Lettering(typesetter: typesetter, memory: memory), style: style)
    return context.form.heights(width: width).map { (Size(width, $0.least), Size(width, $0.best)) }
  }
}

extension ChartDescription {
  /// What a message calls a value that found no room: "> $2.2 bn (Exports, 2013)".
  func nameOfLeftOut(_ figure: Figure) -> String {
    let name = series.count > 1 ? series.first { $0.figures.contains(figure) }?.name : nil
    let whose = [name, figure.period?.words()].compactMap(\.self).joined(separator: ", ")
    return figure.words(.full) + (whose.isEmpty ? "" : " (\(whose))")
  }
}
