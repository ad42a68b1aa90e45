import Diagnostics
import Evidence
import struct Foundation.Decimal
import Graphics
import Typesetting

/// Bars of figures by period on a true time axis.
struct PeriodBarChart {
  let figures: [Figure]
  let highlighted: Set<String>
  let size: Size
  let lettering: Lettering
  let style: ChartStyle

  /// How much is written at the marks; each is tried where the one before finds no room.
  private enum Detail: Int, CaseIterable {
    /// Values, and in words what is a target, an estimate, a part of a year.
    case words
    /// Values, with a key for the rest.
    case values
    /// The values that matter most, with the key; the axis says the others.
    case some
  }

  func draw() throws(DiagnosticError) -> Frame {
    for detail in Detail.allCases {
      if let plot = plot(detail) { return painted(plot) }
    }
    guard let heights else {
      throw DiagnosticError(
        "the bars have no room in \(Int(size.width)) pt of width",
        advice: "give the chart more width, or fewer years")
    }
    throw DiagnosticError(
      "the bars need \(Int(heights.least.rounded(.up))) pt of height, the area has \(Int(size.height)) pt",
      advice: "give the chart more height")
  }

  // MARK: Layout

  /// Everything placed, ready to be painted.
  struct Plot {
    var scale: ValueScale
    var slots: TimeSlots
    var marks: [BarMark]
    var colors: [Color]
    var labels: [BarLabelPlace]
    var blocks: [Block]
    var axis: ValueAxis
    var years: TimeAxisLabels
    var yearsTop: Double
    var key: ChartKey
  }

  /// Key, axes and what they leave of the height for bars and their labels.
  private struct Ground {
    var key: ChartKey
    var axis: ValueAxis
    var slots: TimeSlots
    var years: TimeAxisLabels
    /// Of the plot in the frame.
    var top: Double
    /// All that is not plot.
    var margins: Double
  }

  /// - Returns: `nil` where the width is too small for the years.
  private func ground(_ detail: Detail, height: Double) -> Ground? {
    let widestBar = style.values.size * 4.2
    let draft = TimeSlots(covering: periods, from: 0, to: size.width, widestBar: widestBar)
    let key = ChartKey(
      detail == .words ? seriesKey : seriesKey + statusKey(draft), width: size.width, lettering: lettering,
      style: style)
    let ticks = ValueAxis.ticks(
      for: figures.map(\.value.double), height: height - key.height - 3 * lineHeight, style: style)
    let axis = ValueAxis(ticks, of: figures[0], width: size.width, lettering: lettering, style: style)
    let slots = TimeSlots(covering: periods, from: axis.gutter, to: size.width, widestBar: widestBar)
    guard slots.width >= Self.narrowestSlot, axis.leastWidth <= size.width, key.width <= size.width else {
      return nil
    }
    let years = TimeAxisLabels(slots, periods: periods, right: size.width, lettering: lettering, style: style)
    let top = key.height + axis.unitRowHeight
    return Ground(
      key: key, axis: axis, slots: slots, years: years, top: top,
      margins: top + years.height + Self.gapOverYears)
  }

  /// Points; thinner bars are no bars.
  private static let narrowestSlot = 1.5
  /// In lines of the values' type: for labels, and bars under them.
  private static let lowestPlot = 4.0

  private var lineHeight: Double { lettering.line("0", style.values).height }

  /// Heights of the least and the best chart at this width; `nil` if it needs more width.
  var heights: (least: Double, best: Double)? {
    let plot = Self.lowestPlot * lineHeight
    var least = plot
    // The axis, and with it the margins, may change with the height.
    for _ in 0..<4 {
      guard let ground = ground(.some, height: least) else { return nil }
      least = max(least, ground.margins + plot)
    }
    return (least, max(least, min(size.width * 0.75, lineHeight * 26)))
  }

  private func plot(_ detail: Detail) -> Plot? {
    guard let ground = ground(detail, height: size.height) else { return nil }
    let (slots, top, height) = (ground.slots, ground.top, size.height - ground.margins)
    var axis = ground.axis
    guard height >= Self.lowestPlot * lineHeight - 0.01 else { return nil }

    let places = slots.places(of: figures)
    let blocks = places.map { block(for: figures[$0.figure], slots, detail) }
    let scale = scale(places, blocks, axis, height: height)
    axis.place(scale, top: top)
    let marks = places.map { mark($0, slots, scale, top: top) }
    let placement = BarLabelPlacement(
      marks: marks, sizes: blocks.map(\.onPaper.size), firstLine: lineHeight,
      bounds: Rect(x: 0, y: top, width: size.width, height: height + Self.gapOverYears / 2),
      alsoTaken: axis.boxes, highestLift: style.values.size * 3)
    let labels: [BarLabelPlace]
    if detail == .some {
      // The others only where a few more make no thicket.
      let important = importance(marks)
      let others = marks.count <= 12 ? marks.indices.filter { !important.contains($0) } : []
      labels = placement.placingSome(of: important + others)
    } else if let all = placement.placingAll() {
      labels = all
    } else {
      return nil
    }
    return Plot(
      scale: scale, slots: slots, marks: marks, colors: places.map(color), labels: labels, blocks: blocks,
      axis: axis, years: ground.years, yearsTop: size.height - ground.years.height, key: ground.key)
  }

  private static let gapOverYears = 3.0

  private var periods: [Period] { figures.compactMap(\.period) }

  private func scale(_ places: [BarPlace], _ blocks: [Block], _ axis: ValueAxis, height: Double) -> ValueScale
  {
    var upper = axis.needs
    var lower: [ValueScale.Need] = axis.ticks.values.map { .init(value: $0.double, room: 0) }
    for (place, block) in zip(places, blocks) {
      let figure = figures[place.figure]
      let cap = OpenEnd(figure) == .beyond ? BarPainter.capGap + 1 : 0
      let need = ValueScale.Need(value: figure.value.double, room: block.onPaper.height + cap + 2.5)
      if figure.value < 0 { lower.append(need) } else { upper.append(need) }
    }
    return .fitting(height: height, upper: upper, lower: lower, ticks: axis.ticks)
  }

  private func mark(_ place: BarPlace, _ slots: TimeSlots, _ scale: ValueScale, top: Double) -> BarMark {
    let figure = figures[place.figure]
    let value = figure.value.double
    let zero = top + scale.zero
    let end = top + scale.y(value)
    return BarMark(
      figure: place.figure,
      rect: Rect(x: place.left, y: min(zero, end), width: place.right - place.left, height: abs(end - zero)),
      look: BarLook(figure, isPartOfYear: isPartOfYear(figure, slots)), openEnd: OpenEnd(figure),
      isNegative: value < 0, depth: place.depth)
  }

  private func isPartOfYear(_ figure: Figure, _ slots: TimeSlots) -> Bool {
    guard let period = figure.period, slots.months == 12 else { return false }
    return period.firstMonth % 12 != 0 || period.lastMonth % 12 != 11
  }

  // MARK: Text at the marks

  /// A value with its words, for paper and for a dark bar.
  struct Block {
    var onPaper: Label
    var onDark: Label
  }

  private func block(for figure: Figure, _ slots: TimeSlots, _ detail: Detail) -> Block {
    let isPart = isPartOfYear(figure, slots)
    let rows = detail == .words ? figure.statusWords(isPartOfYear: isPart) : []
    func set(_ value: TextStyle, _ words: TextStyle) -> Label {
      rows.reduce(lettering.line(figure.words(.shortNumber), value)) { label, row in
        label.stacked(above: lettering.line(row, words))
      }
    }
    let color = isReceding(figure) ? style.grey : style.values.color
    return Block(
      onPaper: set(
        style.values.colored(color).haloed(style.paper),
        style.axisLabels.colored(style.grey).haloed(style.paper)),
      onDark: set(style.values.colored(style.paper), style.axisLabels.colored(style.paper)))
  }

  /// The marks that can't do without their values, most important first: highlighted, the last, the extremes,
  /// the first, what is no plain actual value.
  private func importance(_ marks: [BarMark]) -> [Int] {
    let values = marks.map { figures[$0.figure].value }
    let byTime = marks.indices.sorted { (marks[$0].rect.minX, $0) < (marks[$1].rect.minX, $1) }
    var order = marks.indices.filter { highlighted.contains(figures[marks[$0].figure].id) }
    order += [byTime.last, values.indices.max { values[$0] < values[$1] }].compactMap(\.self)
    order += [values.indices.min { values[$0] < values[$1] }, byTime.first].compactMap(\.self)
    order += marks.indices.filter { marks[$0].look != .actual }
    var seen = Set<Int>()
    return order.filter { seen.insert($0).inserted }
  }

  // MARK: Colours and the key

  private func isReceding(_ figure: Figure) -> Bool {
    !highlighted.isEmpty && !highlighted.contains(figure.id)
  }

  private func color(_ place: BarPlace) -> Color {
    isReceding(figures[place.figure])
      ? style.grey.mixed(with: style.paper, amount: 0.35) : seriesColor(place.series)
  }

  private func seriesColor(_ series: Int) -> Color {
    [style.primary, style.secondary, style.grey][min(series, 2)]
  }

  /// Names the colours where bars stand side by side.
  private var seriesKey: [ChartKey.Entry] {
    let series = Series(figures).names
    guard series.count > 1 else { return [] }
    return series.enumerated().map { number, name in
      ChartKey.Entry(look: .actual, color: seriesColor(number), text: name)
    }
  }

  private func statusKey(_ slots: TimeSlots) -> [ChartKey.Entry] {
    var parts = Set<String>()
    var looks = Set<BarLook>()
    for figure in figures {
      let look = BarLook(figure, isPartOfYear: isPartOfYear(figure, slots))
      looks.insert(look)
      if look == .partial, let period = figure.period { parts.insert(period.wordsWithoutYear) }
    }
    return looks.sorted().compactMap { look in
      guard let word = look.word else { return nil }
      // Where all parts are the same months, the key can name them.
      let text = look == .partial && parts.count == 1 ? parts.first ?? word : word
      return ChartKey.Entry(look: look, color: style.primary, text: text)
    }
  }

  // MARK: Painting

  private func painted(_ plot: Plot) -> Frame {
    var frame = Frame(size: size)
    plot.key.paint(on: &frame, at: .zero)
    plot.axis.paint(on: &frame)
    for (mark, color) in zip(plot.marks, plot.colors) {
      let painter = BarPainter(color, style)
      if mark.rect.height > 0 { painter.paint(mark.look, mark.rect, on: &frame) }
      if let end = mark.openEnd, end == .beyond || mark.rect.height > 2 * BarPainter.capGap {
        painter.paintOpenEnd(
          end, from: Point(mark.rect.minX, mark.end), to: Point(mark.rect.maxX, mark.end),
          outward: Point(0, mark.isNegative ? 1 : -1), look: mark.look, on: &frame)
      }
    }
    plot.axis.paintBaseline(on: &frame)
    for place in plot.labels {
      if let leader = place.leader {
        frame.stroke(.line(from: leader.from, to: leader.to), Stroke(style.grey, width: 0.5))
      }
      let block = plot.blocks[place.mark]
      let isOnDark = place.isInside && plot.marks[place.mark].look == .actual
      frame.add(isOnDark ? block.onDark : block.onPaper, at: place.rect.origin, aligned: place.alignment)
    }
    for placed in plot.years.labels {
      let y = plot.yearsTop + Double(placed.row) * placed.label.height
      frame.add(placed.label, at: Point(placed.x, y))
    }
    return frame
  }
}
