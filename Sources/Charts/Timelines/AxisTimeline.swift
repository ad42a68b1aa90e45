import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// Events on a horizontal axis in true time: points and years with labels on poles above it, spans as bars with
/// their labels beside them under it.
struct AxisTimeline {
  /// What it needs, points.
  let height: Double

  private let events: [ChartDescription.Event]
  private let slots: TimeSlots
  /// Events above the axis, by index, with their flags.
  private let upper: [Int]
  private let flags: [PlacedFlag]
  private let bars: [SpanBar]
  private let barsHeight: Double
  private let years: TimeAxisLabels
  private let width: Double
  private let look: EventLook
  private let style: ChartStyle

  private static let gapOverYears = 4.0
  /// Labels farther apart no longer read as one chart; of few levels they do.
  private var widestStretch: Double { levels <= 3 ? 2.6 : 1.7 }

  /// With all the air that it makes use of.
  var roomyHeight: Double { height + (widestStretch - 1) * top }

  /// In how many levels labels stand over each other.
  var levels: Int { Set(flags.map { ($0.bottom * 10).rounded() }).count }

  /// Of the labels over the axis.
  private var top: Double { flags.map(\.top).max() ?? 0 }

  /// - Returns: `nil` where a label is too wide for the area even in three lines.
  init?(
    _ events: [ChartDescription.Event], spanning shared: [Period] = [], width: Double, lettering: Lettering,
    style: ChartStyle
  ) {
    let look = EventLook(events, lettering: lettering, style: style)
    let slots = Self.slots(events, shared, width: width, radius: look.radius)
    let upper = events.indices.filter { EventPrecision(events[$0].period) != .span }
    let poles = Self.poles(upper.map { events[$0].period }, slots, look.radius)
    let flags = zip(upper, poles).map { index, pole in
      Flag(rightPole: pole, leftPole: pole, labels: look.shapes(events[index], widest: width * 0.6))
    }
    guard
      let placed = FlagLayout(
        width: width, lowest: look.radius + 2.5, costOfLeft: 4,
        poleGap: max(2.5, style.eventLabels.size * 0.28)
      ).place(flags),
      let bars = SpanBar.place(events, slots: slots, width: width, look: look)
    else { return nil }
    self.events = events
    self.slots = slots
    self.upper = upper
    self.flags = placed
    self.bars = bars
    self.width = width
    self.look = look
    self.style = style
    barsHeight = bars.map { $0.top + $0.height }.max() ?? 0
    years = TimeAxisLabels(slots, periods: [], right: width, lettering: lettering, style: style)
    let under = max(look.radius, barsHeight) + Self.gapOverYears + years.height
    height = max(placed.map(\.top).max() ?? 0, look.radius) + under
  }

  /// Over the whole width, but for the room that a dot needs at an end.
  private static func slots(
    _ events: [ChartDescription.Event], _ shared: [Period], width: Double, radius: Double
  ) -> TimeSlots {
    let periods = events.map(\.period) + shared
    let draft = TimeSlots(covering: periods, from: 0, to: width, share: 1)
    let dots = periods.filter { EventPrecision($0) == .month }.map { period in
      let extent = draft.extent(of: period)
      return (extent.left + extent.right) / 2
    }
    let left = max(0, radius - (dots.min() ?? radius))
    let right = max(0, radius - (width - (dots.max() ?? 0)))
    return left + right == 0 || width < 4 * radius
      ? draft : TimeSlots(covering: periods, from: left, to: width - right, share: 1)
  }

  /// Where poles stand: in the middle of a month; in a year that several events share, side by side.
  private static func poles(_ periods: [Period], _ slots: TimeSlots, _ radius: Double) -> [Double] {
    let counts = periods.reduce(into: [Period: Int]()) { $0[$1, default: 0] += 1 }
    var seen: [Period: Int] = [:]
    return periods.map { period in
      let extent = slots.extent(of: period)
      guard period.months > 1, let count = counts[period] else { return (extent.left + extent.right) / 2 }
      let place = seen[period, default: 0]
      seen[period] = place + 1
      return extent.left + (extent.right - extent.left) * (Double(place) + 0.5) / Double(count)
    }
  }

  /// The labels that have no room in a lower area.
  func labels(above height: Double) -> [String] {
    let room = height - (self.height - top)
    return zip(upper, flags).filter { $1.top > room }.map { events[$0.0].label }
  }

  // MARK: Painting

  func draw(height available: Double) -> Frame {
    var frame = Frame(size: Size(width, available))
    // More air between the labels where there is height to spare.
    let stretch = top > 0 ? max(1, min(widestStretch, (top + available - height) / top)) : 1
    let axis = max(top * stretch, look.radius)
    for flag in flags {
      let labelTop = axis - flag.bottom * stretch - flag.label.height
      frame.stroke(
        .line(from: Point(flag.pole, labelTop + 1), to: Point(flag.pole, axis)),
        Stroke(style.grey, width: 0.5))
    }
    paintAxis(axis, on: &frame)
    paintMarks(axis, on: &frame)
    for bar in bars { bar.paint(events[bar.event], at: axis, look: look, on: &frame) }
    for flag in flags {
      frame.add(flag.label, at: Point(flag.left, axis - flag.bottom * stretch - flag.label.height))
    }
    let yearsTop = axis + max(look.radius, barsHeight) + Self.gapOverYears
    for placed in years.labels {
      frame.add(placed.label, at: Point(placed.x, yearsTop + Double(placed.row) * placed.label.height))
    }
    return frame
  }

  private func paintAxis(_ y: Double, on frame: inout Frame) {
    frame.stroke(.line(from: Point(0, y), to: Point(width, y)), Stroke(style.ink, width: 0.75))
    // Where a slot begins that has a label.
    let bottom = y + max(look.radius, barsHeight) + Self.gapOverYears - 1
    var ticks = Path()
    for placed in years.labels where placed.row == 0 {
      let slot = ((placed.x + placed.label.width / 2 - slots.left) / slots.width).rounded(.down)
      let x = slots.left + slot * slots.width
      // A label under the axis is not struck through.
      let isCovered = bars.contains { $0.covers(x) }
      ticks.append(.line(from: Point(x, y), to: Point(x, isCovered ? min(bottom, y + look.radius) : bottom)))
    }
    frame.stroke(ticks, Stroke(style.hairline, width: 0.5))
  }

  private func paintMarks(_ y: Double, on frame: inout Frame) {
    // Vague marks first: a dot in the same year stands on the year.
    for index in upper where EventPrecision(events[index].period) == .year {
      let extent = slots.extent(of: events[index].period)
      let band = Rect(
        x: extent.left, y: y - look.radius, width: extent.right - extent.left, height: 2 * look.radius)
      frame.fill(.rectangle(band), look.vagueFill(events[index]))
      frame.stroke(.rectangle(band.insetBy(0.35)), Stroke(look.color(events[index]), width: 0.7))
    }
    for index in upper where EventPrecision(events[index].period) == .month {
      let extent = slots.extent(of: events[index].period)
      frame.add(
        .shape(
          .circle(center: Point((extent.left + extent.right) / 2, y), radius: look.radius),
          fill: .solid(look.color(events[index])), stroke: Stroke(style.paper, width: 0.6)))
    }
  }
}

/// A span under the axis with its label beside it, or under it where there is no room beside.
struct SpanBar {
  /// Index of the event.
  var event: Int
  var bar: (left: Double, right: Double)
  var label: Label
  /// Of the label's box.
  var labelLeft: Double
  var isUnder: Bool
  /// From the axis to the bar's row, points.
  var top: Double

  private static let gap = 3.0

  private var thickness: Double { (label.lines.first.map { $0.ascent + $0.descent } ?? 0) * 0.55 }
  var height: Double { isUnder ? thickness + 1 + label.height : label.height }
  private var left: Double { min(bar.left, labelLeft) }
  private var right: Double { max(bar.right, labelLeft + label.width) }

  func covers(_ x: Double) -> Bool { x > labelLeft - 1 && x < labelLeft + label.width + 1 }

  /// Each span in the first row where it has room.
  static func place(_ events: [ChartDescription.Event], slots: TimeSlots, width: Double, look: EventLook)
    -> [SpanBar]?
  {
    var rows: [[SpanBar]] = []
    for index in events.indices where EventPrecision(events[index].period) == .span {
      guard let bar = best(index, events[index], slots: slots, width: width, look: look) else { return nil }
      let free = rows.firstIndex { row in
        row.allSatisfy { $0.right + 6 <= bar.left || bar.right + 6 <= $0.left }
      }
      if let free { rows[free].append(bar) } else { rows.append([bar]) }
    }
    var top = look.radius + 2
    return rows.flatMap { row in
      let height = row.map(\.height).max() ?? 0
      let placed = row.map { bar in
        var bar = bar
        bar.top = top
        return bar
      }
      top += height + 1.5
      return placed
    }
  }

  private static func best(
    _ index: Int, _ event: ChartDescription.Event, slots: TimeSlots, width: Double, look: EventLook
  ) -> SpanBar? {
    let extent = slots.extent(of: event.period)
    let shapes = look.shapes(event, widest: width)
    for label in shapes {
      let gap = max(gap, 0.3 * look.style.eventLabels.size)
      let places = [extent.right + gap, extent.left - gap - label.width]
      if let left = places.first(where: { $0 >= 0 && $0 + label.width <= width }) {
        return SpanBar(event: index, bar: extent, label: label, labelLeft: left, isUnder: false, top: 0)
      }
    }
    guard let label = shapes.first else { return nil }
    let left = min(extent.left, width - label.width)
    return SpanBar(event: index, bar: extent, label: label, labelLeft: left, isUnder: true, top: 0)
  }

  func paint(_ event: ChartDescription.Event, at axis: Double, look: EventLook, on frame: inout Frame) {
    let row = axis + top
    let lineHeight = label.lines.first.map { $0.ascent + $0.descent } ?? 0
    let y = isUnder ? row : row + (lineHeight - thickness) / 2
    frame.fill(
      .rectangle(Rect(x: bar.left, y: y, width: bar.right - bar.left, height: thickness)), look.color(event))
    frame.add(label, at: Point(labelLeft, isUnder ? row + thickness + 1 : row))
  }
}
