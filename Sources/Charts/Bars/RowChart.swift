import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Rows of bars or dots with their names, for figures that time does not put in an order.
struct RowChart: ContextualForm, EnlargingForm {
  let context: ChartContext
  let rows: [RowContent]
  /// Of all charts on the same scale.
  let allRows: [RowContent]

  /// Of a part of a chart: what it has in common with the others.
  let whole: WholeRows?

  init(_ context: ChartContext) {
    self.context = context
    let panels = zip(context.panels, context.titles).map { chart, title in
      (chart: chart, rows: RowMaker(chart: chart, style: context.style).rows(under: title))
    }
    whole =
      context.isPanel || context.chart.part == nil
      ? nil : context.lettering.memory.whole(of: context.chart, style: context.style)
    rows =
      panels.first { $0.chart == context.chart }?.rows
      ?? RowMaker(chart: context.chart, style: context.style).rows
    allRows = context.isPanel ? panels.flatMap(\.rows) : whole?.rows ?? rows
  }

  /// Whether others of its rows stand on other pages.
  var isPart: Bool { context.chart.part != nil }

  var hasDots: Bool { chart.kind == .dots }

  /// Names stand at the left where they need no more than this part of the width; else over their bars.
  static let widestNames = 0.4
  /// Of the width, for bars to be compared with ease, and at all.
  private static let easyLength = 0.33
  static let leastLength = 0.2
  /// Names beside bars in so many lines are columns of single words.
  static let mostLines = 3
  static let leastGap = 1.5
  /// Of the line at zero, points.
  static let overhang = 4.0
  /// Between bars of one row.
  static let gapBetweenLanes = 1.0
  // As in print at its small type, and in proportion.
  var gapAfterName: Double { 0.8 * style.values.size }
  var gapUnderName: Double { 0.2 * style.values.size }
  var gapAroundValue: Double { 0.34 * style.values.size }
  /// Between a value and the words after it.
  var gapBeforeWords: Double { 0.42 * style.values.size }

  func heights(width: Double) -> (least: Double, best: Double)? {
    // Without a limit of height names may stand over their bars; with the least height perhaps not.
    guard let high = plan(Size(width, .infinity)), let low = plan(Size(width, 0)) else { return nil }
    return (min(high.height, low.height), high.height + mostSpare)
  }

  /// Height beyond the least that rows make use of: rows that are too far apart no longer read as one chart, but few
  /// rows may be farther apart than many.
  var mostSpare: Double {
    let lanes = Double(rows.reduce(0) { $0 + $1.lanes.count })
    let each = rows.count == Int(lanes) ? min(6, 3 + 6 / lanes) : 2
    return lanes * each * style.values.size
  }

  func isAtEase(in size: Size) -> Bool {
    guard let plan = plan(size), plan.height + air <= size.height else { return false }
    return isLong(plan, size)
      && plan.rows.allSatisfy { row in
        row.name.lines.count <= 2 && row.lanes.allSatisfy { $0.innerAtEnd == nil }
      }
  }

  /// Whether the marks reach far enough to be compared with ease.
  func isLong(_ plan: Plan, _ size: Size, part: Double = easyLength) -> Bool {
    let ends = allRows.flatMap(\.lanes).flatMap(\.marks).flatMap { [$0.from, $0.to] }
    return ((ends.max() ?? 0) - (ends.min() ?? 0)) * plan.scale.scale >= size.width * part
  }

  var hasBothSigns: Bool {
    hasMark { $0 < 0 } && hasMark { $0 > 0 }
  }

  private func hasMark(_ isWanted: (Double) -> Bool) -> Bool {
    allRows.contains { $0.lanes.contains { $0.marks.contains { isWanted($0.to) } } }
  }

  /// Between rows that are read one by one.
  var air: Double { Double(rows.count) * style.values.size }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    guard let plan = plan(size) else {
      throw DiagnosticError(
        "the \(hasDots ? "dots" : "bars") have no room beside their labels in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or shorten the figures' labels")
    }
    guard plan.height <= size.height + 0.01 else {
      throw DiagnosticError(
        "\(rows.count) \(rows.count == 1 ? "row needs" : "rows need") \(Int(plan.height.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height, or show fewer figures in it")
    }
    return painted(plan, size)
  }
}
