import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Columns by period on a true time axis; in each the values of all series on top of each other, and their sum.
struct StackedColumns: ContextualForm {
  let context: ChartContext

  /// In lines of the values' type.
  private static let lowestPlot = 5.0
  private static let narrowestSlot = 2.0
  private static let gapOverYears = 3.0
  /// Of the width, for the names of series beside the last column.
  private static let widestNames = 0.3

  func heights(width: Double) -> (least: Double, best: Double)? {
    let lowest = Self.lowestPlot * lineHeight
    guard
      let least = PeriodPlot.leastHeight(of: lowest, needed: { ground(Size(width, $0)).map(needed) })
    else { return nil }
    return (least, max(least, min(width * 0.75, lineHeight * 26)))
  }

  func draw(size: Size, leftOut: inout [String]) throws(DiagnosticError) -> Frame {
    guard let ground = ground(size) else {
      throw DiagnosticError(
        "the columns have no room in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or fewer years")
    }
    let needed = needed(ground)
    var missing: [String] = []
    guard needed <= size.height + 0.01, let frame = painted(ground, size, &missing) else {
      throw DiagnosticError(
        "the columns need \(Int(needed.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
        advice: "give the chart more height")
    }
    // Values of thin parts stand before the names beside the last column, where that finds room for more of them.
    var others: [String] = []
    if !missing.isEmpty, !ground.names.isEmpty,
      let saying = self.ground(size, namesBeside: true, saysValues: true), self.needed(saying) <= size.height,
      let frame = painted(saying, size, &others), others.count < missing.count
    {
      leftOut += others
      return frame
    }
    leftOut += missing
    return frame
  }

  private func needed(_ ground: Ground) -> Double {
    ground.plot.margins + max(Self.lowestPlot * lineHeight, ground.marginLabelsHeight)
  }

  // MARK: Layout

  /// The values of one period.
  struct Column {
    struct Segment {
      var figure: Figure
      var series: Int
      var from: Double
      var to: Double
    }

    var period: Period
    var segments: [Segment]
    var top: Double { segments.map { max($0.from, $0.to) }.max() ?? 0 }
    var bottom: Double { segments.map { min($0.from, $0.to) }.min() ?? 0 }
    /// What is written over it: the only value, or the sum.
    var total: String {
      let figures = segments.map(\.figure)
      return Figure.sum(of: figures)?.sumInWords() ?? figures.first?.words(.shortNumber) ?? ""
    }
    /// Where another column's sum says that it is one.
    var totalWithoutSign: String { Figure.sum(of: segments.map(\.figure))?.words(.shortNumber) ?? total }
  }

  static func columns(of chart: ChartDescription) -> [Column] {
    var columns: [Column] = []
    for (index, series) in chart.series.enumerated() {
      for figure in series.figures {
        guard let period = figure.period else { continue }
        let place = columns.firstIndex { $0.period == period } ?? columns.endIndex
        if place == columns.endIndex { columns.append(Column(period: period, segments: [])) }
        let value = figure.value.double
        let from = value < 0 ? min(0, columns[place].bottom) : max(0, columns[place].top)
        columns[place].segments.append(
          Column.Segment(figure: figure, series: index, from: from, to: from + value))
      }
    }
    return columns.sorted { $0.period < $1.period }
  }

  private struct Ground {
    var columns: [Column]
    var all: [Column]
    var plot: PeriodPlot
    /// Names of series beside the last column; empty where the key has them.
    var names: [Label]
    /// Whether they say the last column's values too.
    var namesSayValues: Bool
    /// Whether a value fits between two columns, so that it is plain whose it is.
    var hasRoomBeside: Bool
    var marginLabelsHeight: Double { MarginLabels.height(of: names + plot.references.labels) }
  }

  private func ground(_ size: Size) -> Ground? {
    ground(size, namesBeside: true) ?? ground(size, namesBeside: false)
  }

  private func ground(_ size: Size, namesBeside: Bool, saysValues: Bool = false) -> Ground? {
    let all = context.panels.flatMap(Self.columns)
    let columns = context.isPanel ? Self.columns(of: chart) : all
    guard let last = columns.last,
      let references = ReferenceLines(
        chart, saidAtMarks: [], width: size.width, lettering: lettering, style: style)
    else { return nil }
    var names: [Label] = []
    let isDirect = namesBeside && !context.isPanel && showsAll(last, of: columns)
    if isDirect {
      for segment in last.segments {
        let name = RichText.Span(chart.series[segment.series].name, style.axisLabels.colored(style.ink))
        let value = RichText.Span(segment.figure.words(.shortNumber) + " ", style.values)
        guard
          let label = lettering.wrapped(
            RichText(saysValues ? [value, name] : [name]), width: size.width * Self.widestNames)
        else { return nil }
        names.append(label)
      }
    }
    // Beside tints the names' own colours are those of the columns before.
    let indent = showsColors(last) ? 0 : names.map(MarginLabels.indent).max() ?? 0
    let margin = max(
      references.margin, (names.map(\.width).max()).map { $0 + indent + MarginLabels.gap } ?? 0)
    let periods = all.map(\.period)
    let draft = TimeSlots(covering: periods, from: 0, to: size.width - margin)
    let statuses = ChartKey.Entry.statuses(of: chart.figures, isPartOfYear: draft.isPartOfYear, style: style)
    let plot = PeriodPlot(
      context, size: size, references: references,
      .init(
        periods: periods, values: all.flatMap { [$0.top, $0.bottom] },
        key: (isDirect ? [] : chart.seriesKey(style)) + statuses, margin: margin,
        gapOverYears: Self.gapOverYears,
        slots: { left, right in
          let slots = TimeSlots(
            covering: periods, from: left, to: right, widestBar: style.values.size * 5.5,
            share: style.bar ?? TimeSlots.share, fillsGaps: true)
          return slots.width >= Self.narrowestSlot ? slots : nil
        }))
    guard let plot else { return nil }
    let widest = chart.figures.map { lettering.line($0.words(.shortNumber), style.values).width }.max() ?? 0
    return Ground(
      columns: columns, all: all, plot: plot, names: names, namesSayValues: saysValues,
      hasRoomBeside: widest + 4 <= Self.leastGap(between: columns, plot.slots))
  }

  /// Whether each series has a part of the last column that is seen: beside nothing, a name says no colour.
  private func showsAll(_ last: Column, of columns: [Column]) -> Bool {
    let tallest = columns.map { $0.top - $0.bottom }.max() ?? 0
    return last.segments.count == chart.series.count
      && last.segments.allSatisfy { abs($0.to - $0.from) > tallest * Self.leastNamed }
  }

  /// Whether all its parts are drawn in the colours of their series, or none is in any column.
  private func showsColors(_ column: Column) -> Bool {
    column.segments.allSatisfy { BarLook($0.figure, isPartOfYear: false) == .actual }
      || !chart.figures.contains { BarLook($0, isPartOfYear: false) == .actual }
  }

  /// Of the tallest column: a part that is lower is hardly a line.
  private static let leastNamed = 0.005

  private static func leastGap(between columns: [Column], _ slots: TimeSlots) -> Double {
    let extents = columns.map { slots.extent(of: $0.period) }
    return zip(extents, extents.dropFirst()).map { $1.left - $0.right }.min() ?? .infinity
  }

  private func scale(_ ground: Ground) -> ValueScale {
    let room = lineHeight + 2.5
    var (upper, lower) = ground.plot.needs
    upper += ground.all.map { .init(value: max(0, $0.top), room: room) }
    lower += ground.all.filter { $0.bottom < 0 }.map { .init(value: $0.bottom, room: 2) }
    return .fitting(height: ground.plot.height, upper: upper, lower: lower, ticks: ground.plot.axis.ticks)
  }

  // MARK: Painting

  private func rect(
    _ from: Double, _ to: Double, _ period: Period, _ slots: TimeSlots, _ y: (Double) -> Double
  ) -> Rect {
    let extent = slots.extent(of: period)
    return Rect(
      x: extent.left, y: min(y(from), y(to)), width: extent.right - extent.left, height: abs(y(to) - y(from)))
  }

  private func painted(_ ground: Ground, _ size: Size, _ leftOut: inout [String]) -> Frame? {
    var frame = Frame(size: size)
    var plot = ground.plot
    let scale = scale(ground)
    plot.place(scale)
    let axis = plot.axis
    func y(_ value: Double) -> Double { plot.y(value, on: scale) }
    let heights = plot.references.needs.map(y)
    let margin = marginLabels(ground, heights, y)
    guard let boxes = margin.boxes(from: 0, to: plot.top + plot.height) else { return nil }
    plot.key.paint(on: &frame, at: .zero)
    axis.paint(on: &frame)
    var taken = axis.boxes + boxes + margin.leaders(boxes)
    for column in ground.columns {
      for segment in column.segments {
        let rect = rect(segment.from, segment.to, column.period, plot.slots, y)
        taken.append(rect)
        paint(segment, rect, plot.slots, on: &frame)
      }
    }
    axis.paintBaseline(on: &frame)
    margin.paint(boxes, on: &frame, style: style)
    let bounds = Rect(x: 0, y: plot.top, width: size.width, height: plot.height)
    leftOut += paintValues(ground, y, LabelPlacer(bounds: bounds, taken: taken), on: &frame)
    plot.references.paintLines(heights, from: axis.gutter, to: plot.slots.right, on: &frame)
    plot.paintYears(on: &frame)
    return frame
  }

  private func marginLabels(_ ground: Ground, _ references: [Double], _ y: (Double) -> Double) -> MarginLabels
  {
    let segments = ground.columns.last?.segments ?? []
    let hasSwatches = ground.columns.last.map { !showsColors($0) } ?? false
    let names = zip(ground.names, segments).map { label, segment in
      MarginLabels.Entry(
        label: label, y: y((segment.from + segment.to) / 2),
        swatch: hasSwatches ? style.color(ofSeries: segment.series) : nil)
    }
    let lines = zip(ground.plot.references.labels, references).map { MarginLabels.Entry(label: $0, y: $1) }
    let end =
      ground.columns.last.map { ground.plot.slots.extent(of: $0.period).right } ?? ground.plot.slots.right
    return MarginLabels(
      entries: names + lines, side: .right, from: end, edge: ground.plot.slots.right + MarginLabels.gap)
  }

  private func paint(_ segment: Column.Segment, _ rect: Rect, _ slots: TimeSlots, on frame: inout Frame) {
    guard rect.height > 0 else { return }
    let color = chart.recedes(segment.figure) ? style.receding : style.color(ofSeries: segment.series)
    BarPainter(color, style).paint(
      BarLook(segment.figure, isPartOfYear: slots.isPartOfYear(segment.figure)), rect, on: &frame)
    if segment.from != 0, rect.height > 1 {
      let y = segment.to < segment.from ? rect.minY : rect.maxY
      frame.stroke(.line(from: Point(rect.minX, y), to: Point(rect.maxX, y)), Stroke(style.paper, width: 0.6))
    }
  }

  /// Sums over the columns, values inside the segments or beside them.
  /// - Returns: those that find no room.
  private func paintValues(
    _ ground: Ground, _ y: (Double) -> Double, _ placer: LabelPlacer, on frame: inout Frame
  ) -> [String] {
    var placer = placer
    var leftOut = paintTotals(ground, y, &placer, on: &frame)
    for index in byImportance(ground.columns) {
      let column = ground.columns[index]
      if column.segments.count < 2 || ground.namesSayValues && index == ground.columns.count - 1 { continue }
      // All of a period or none: a few at some of its parts would seem to be those that matter.
      var trial = placer
      let values = column.segments.compactMap { value(of: $0, in: column, ground, y, &trial) }
      guard values.count == column.segments.count else {
        leftOut += column.segments.map { chart.nameOfLeftOut($0.figure) }
        continue
      }
      placer = trial
      for (label, place) in values { frame.add(label, at: place) }
    }
    return leftOut
  }

  /// The last and the highest first.
  private func byImportance(_ columns: [Column]) -> [Int] {
    columns.indices.sorted { a, b in
      func rank(_ index: Int) -> Double {
        index == columns.count - 1 ? .infinity : columns[index].top
      }
      return rank(a) == rank(b) ? a < b : rank(a) > rank(b)
    }
  }

  /// Over each column what it adds up to; where that is too wide, the sign stands over the last alone; else as many as have
  /// room.
  private func paintTotals(
    _ ground: Ground, _ y: (Double) -> Double, _ placer: inout LabelPlacer, on frame: inout Frame
  ) -> [String] {
    let (columns, order) = (ground.columns, byImportance(ground.columns))
    func places(_ words: (Int) -> String) -> [(index: Int, label: Label, place: Rect?)] {
      var trial = placer
      return order.map { index in
        let label = lettering.line(words(index), style.values.haloed(style.paper))
        let bar = rect(0, max(0, columns[index].top), columns[index].period, ground.plot.slots, y)
        // In the middle, or level with one of the column's sides.
        let places = [
          bar.midX - label.width / 2, bar.maxX - label.width, bar.minX, bar.maxX - label.width - 2,
        ]
        let place = places.map {
          Rect(x: $0, y: bar.minY - 1.5 - label.height, width: label.width, height: label.height)
        }.first { trial.isFree($0) }
        if let place { trial.take(place) }
        return (index, label, place)
      }
    }
    var found = places { columns[$0].total }
    if found.contains(where: { $0.place == nil }), columns.allSatisfy({ $0.segments.count > 1 }) {
      let short = places { index in
        index == columns.count - 1 ? columns[index].total : columns[index].totalWithoutSign
      }
      if short.allSatisfy({ $0.place != nil }) { found = short }
    }
    var leftOut: [String] = []
    for (index, label, place) in found {
      guard let place else {
        leftOut.append("\(columns[index].total) in \(columns[index].period.words())")
        continue
      }
      placer.take(place)
      frame.add(label, at: place.origin)
    }
    return leftOut
  }

  /// A value and where it stands; `nil` where it finds no room.
  private func value(
    of segment: Column.Segment, in column: Column, _ ground: Ground, _ y: (Double) -> Double,
    _ placer: inout LabelPlacer
  ) -> (Label, Point)? {
    let rect = rect(segment.from, segment.to, column.period, ground.plot.slots, y)
    let look = BarLook(segment.figure, isPartOfYear: ground.plot.slots.isPartOfYear(segment.figure))
    let color = chart.recedes(segment.figure) ? style.receding : style.color(ofSeries: segment.series)
    let isDark = look == .actual && style.paper.contrast(with: color) >= 4.5
    let text = segment.figure.words(.shortNumber)
    let inside = lettering.line(text, style.values.colored(isDark ? style.paper : style.ink))
    if inside.width + 3 <= rect.width, inside.height + 1 <= rect.height, look != .estimate {
      let box = Rect(
        x: rect.midX - inside.width / 2, y: rect.midY - inside.height / 2, width: inside.width,
        height: inside.height)
      return (inside, box.origin)
    }
    // Between narrow columns a value would stand beside another column's parts as well.
    guard ground.hasRoomBeside else { return nil }
    let beside = lettering.line(text, style.values.colored(style.ink).haloed(style.paper))
    let places = [rect.maxX + 2, rect.minX - 2 - beside.width].map {
      Rect(x: $0, y: rect.midY - beside.height / 2, width: beside.width, height: beside.height)
    }
    guard let box = places.first(where: { placer.isFree($0) }) else { return nil }
    placer.take(box)
    return (beside, box.origin)
  }
}
