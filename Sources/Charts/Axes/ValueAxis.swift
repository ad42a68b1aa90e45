import Evidence
import Graphics
import Typesetting
import struct Foundation.Decimal

/// Grid lines with their labels standing on them at the left, the unit once, and the baseline at zero.
struct ValueAxis {
  var ticks: Ticks
  /// Width that the labels take at the left of the bars, points.
  var gutter: Double
  /// Height of a row of its own for a unit that is too long to stand at the top tick.
  var unitRowHeight = 0.0
  /// The width that it can't do without.
  var leastWidth: Double { max(gutter, unitRow?.width ?? 0) }
  /// What the axis begins at; the line at another value than zero is no baseline, and is dashed.
  private let measure: AxisMeasure
  /// Where the labels stand.
  private(set) var boxes: [Rect] = []

  private var labels: [Label]
  private var unitRow: Label?
  private var lines: [Double] = []
  private var baseline = 0.0
  private let width: Double
  private let style: ChartStyle

  /// One grid line for about this many points of height, times the size of the type.
  private static let spacing = 6.0
  /// The unit may stand at the top tick if the gutter stays narrower than this part of the width.
  private static let widestGutter = 0.17
  private static let gapAfterLabels = 3.0

  /// Ticks for a plot of about this height in points.
  static func ticks(
    for values: [Double], from origin: Double = 0, isLogarithmic: Bool = false, height: Double,
    style: ChartStyle
  ) -> Ticks {
    let wanted = min(6, max(2, height / (spacing * style.axisLabels.size) + 1))
    if isLogarithmic {
      return .logarithmic(from: origin, to: max(origin, values.max() ?? origin), wanted: wanted)
    }
    return .best(
      from: min(origin, values.min() ?? origin), to: max(origin, values.max() ?? origin), wanted: wanted)
  }

  init(
    _ ticks: Ticks, from origin: Double = 0, isLogarithmic: Bool = false, of figure: Figure, width: Double,
    saysUnit: Bool = true,
    lettering: Lettering, style: ChartStyle
  ) {
    measure = AxisMeasure(origin: origin, isLogarithmic: isLogarithmic)
    let text = style.axisLabels.colored(style.grey)
    let hasNegative = ticks.values.contains { $0 < 0 }
    // Zero needs no label where all values are above it: the baseline says so.
    let shown = ticks.values.filter { $0 != 0 || hasNegative || origin != 0 }.filter {
      $0.double >= origin || origin == 0
    }
    var labels = shown.map { lettering.line(Ticks.text($0, Unit(""), of: figure), text) }
    self.ticks = Ticks(values: shown, step: ticks.step)
    self.width = width
    self.style = style
    if isLogarithmic {
      // Nobody expects it: it is said, whatever else has no room.
      let words = [figure.unit.text, style.logarithmicWords].filter { !$0.isEmpty }
      let row = lettering.line(words.joined(separator: style.comma(after: words[0])), text)
      unitRow = row
      unitRowHeight = row.height
    } else if let top = shown.last, !figure.unit.text.isEmpty {
      let withUnit = lettering.line(Ticks.text(top, figure.unit, of: figure), text)
      if withUnit.width <= Self.widestGutter * width {
        labels[labels.count - 1] = withUnit
      } else {
        let row = lettering.line(figure.unit.text, text)
        unitRow = row
        unitRowHeight = row.height
      }
    }
    gutter = (labels.map(\.width).max() ?? 0) + Self.gapAfterLabels
    if !saysUnit, let last = shown.last {
      labels[labels.count - 1] = lettering.line(Ticks.text(last, Unit(""), of: figure), text)
      unitRow = nil
    }
    self.labels = labels
  }

  /// What the axis must reach, with room for the labels over the lines.
  var needs: [ValueScale.Need] {
    zip(ticks.values, labels).map { .init(value: measure.length($0.double), room: $1.height + 0.5) }
  }

  /// `top` is that of the plot in the frame. Lines whose labels would touch are left out: the top one stays, then
  /// zero, then from top to bottom.
  mutating func place(_ scale: ValueScale, top: Double) {
    baseline = top + scale.zero
    let all = ticks.values.indices.map { index in
      let y = top + scale.y(measure.length(ticks.values[index].double))
      let size = labels[index].size
      return (line: y, box: Rect(x: 0, y: y - 0.5 - size.height, width: size.width, height: size.height))
    }
    let zero = ticks.values.firstIndex(of: 0)
    var kept: [Int] = []
    for index in [all.indices.last, zero].compactMap({ $0 }) + all.indices.reversed() {
      let box = all[index].box
      if !kept.contains(where: { all[$0].box.overlaps(box) }) { kept.append(index) }
    }
    kept.sort()
    lines = kept.map { all[$0].line }
    boxes = kept.map { all[$0].box }
    labels = kept.map { labels[$0] }
    if let unitRow {
      boxes.append(Rect(x: 0, y: top - unitRow.height, width: unitRow.width, height: unitRow.height))
    }
  }

  func paint(on frame: inout Frame) {
    for (y, box) in zip(lines, boxes) where y != baseline {
      // Its value stands on it: without a grid, on a stroke of its own width.
      let end = style.hasGrid ? width : box.width
      frame.stroke(.line(from: Point(0, y), to: Point(end, y)), style.grid)
    }
    for (box, label) in zip(boxes, labels + (unitRow.map { [$0] } ?? [])) {
      frame.add(label, at: box.origin)
    }
  }

  /// Painted over the bars, which stand on it.
  func paintBaseline(on frame: inout Frame) {
    let stroke =
      measure.origin == 0 ? Stroke(style.ink, width: 0.75) : Stroke(style.grey, width: 0.6, dash: [1.5, 2])
    frame.stroke(.line(from: Point(0, baseline), to: Point(width, baseline)), stroke)
  }
}
