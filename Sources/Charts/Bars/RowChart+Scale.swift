import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// At which scale the values of rows and all that is written beside them have room, and its axis.
extension RowChart {
  /// Zero and points a unit along the row.
  struct Scale: Hashable {
    var zero: Double
    var scale: Double

    func x(_ value: Double) -> Double { zero + value * scale }
  }

  func capRoom(_ lane: Lane) -> Double {
    if hasDots {
      let isOpen = lane.content.marks.contains { $0.openEnd != nil }
      return isOpen ? MarkerPainter.reach(style) : MarkerPainter.radius(style)
    }
    return lane.content.hasCap ? BarPainter.capGap + 1 : 0
  }

  /// What a value needs beyond it, to its left and to its right.
  struct Room: Hashable {
    var value: Double
    var left = 0.0
    var right = 0.0
  }

  /// The largest scale at which everything fits beside each other: for each pair of what stands at the left and at the
  /// right, `room + scale · (right − left) + room ≤ width`.
  func scale(_ rows: [Row], left: Double, width: Double) -> Scale? {
    var rooms = [Room(value: 0, left: hasDots ? MarkerPainter.reach(style) : 0, right: 1)]
    rooms += rows.flatMap(\.lanes).flatMap(hasDots ? dotRooms : barRooms)
    rooms += chart.references.map { Room(value: $0.value.double - start, left: 1, right: 1) }
    let available = width - left
    var scale = Double.infinity
    // What needs no more room than another and lies no farther out says nothing new: few are left to be paired.
    let rightmost = Self.outermost(rooms.sorted { $0.value > $1.value }, \.right)
    for a in Self.outermost(rooms.sorted { $0.value < $1.value }, \.left) {
      for b in rightmost where b.value > a.value {
        scale = min(scale, max(0, available - a.left - b.right) / (b.value - a.value))
      }
    }
    let longest = rooms.map { abs($0.value) }.max() ?? 0
    if scale == .infinity { scale = 0 }
    guard longest == 0 || scale * longest >= 2 * style.values.size else { return nil }
    let zero = rooms.map { $0.left - $0.value * scale }.max() ?? 0
    guard rooms.allSatisfy({ zero + $0.value * scale + $0.right <= available + 0.01 }) else { return nil }
    return Scale(zero: left + zero, scale: scale)
  }

  /// Of these, which come in order from outside to inside, those that need more room than all before them.
  static func outermost(_ rooms: [Room], _ side: KeyPath<Room, Double>) -> [Room] {
    var most = -Double.infinity
    return rooms.filter { room in
      defer { most = max(most, room[keyPath: side]) }
      return room[keyPath: side] > most
    }
  }

  private func barRooms(_ lane: Lane) -> [Room] {
    let beyond = lane.valueWidth + gapAroundValue + capRoom(lane)
    let end = lane.content.end
    let start = lane.start.flatMap { label in
      lane.content.startValue.map { Room(value: $0, left: label.width + gapAroundValue + capRoom(lane)) }
    }
    return [Room(value: end, left: end < 0 ? beyond : 0, right: end < 0 ? 0 : beyond)]
      + [start].compactMap(\.self)
      + lane.content.marks.flatMap { [Room(value: $0.to, left: 1, right: 1), Room(value: $0.from)] }
      + openEndsOfSteps(lane)
  }

  /// A step that falls ends on the side that its value does not stand at.
  private func openEndsOfSteps(_ lane: Lane) -> [Room] {
    guard lane.content.level != nil else { return [] }
    let reach = BarPainter.capGap + 1
    return lane.content.marks.filter { $0.openEnd == .beyond }.map {
      Room(value: $0.to, left: reach, right: reach)
    }
  }

  /// Values stand at the right of the last dot and at the left of the first.
  private func dotRooms(_ lane: Lane) -> [Room] {
    let reach = capRoom(lane)
    let before = lane.start.map { $0.width + gapAroundValue } ?? 0
    return [
      Room(value: lane.content.end, left: reach, right: lane.valueWidth + gapAroundValue + reach),
      Room(value: lane.content.startValue ?? lane.content.end, left: before + reach, right: reach),
    ]
  }

  var start: Double { chart.axisStart?.double ?? 0 }

  /// Dots have no length that begins somewhere: an axis says where they stand.
  func axisLabels(_ scale: Scale, left: Double, width: Double) -> [(label: Label, value: Double)] {
    guard hasDots, let figure = chart.figures.first else { return [] }
    let values = allRows.flatMap(\.lanes).flatMap(\.marks).map(\.to)
    let ticks = Ticks.best(
      from: start + min(0, values.min() ?? 0), to: start + max(0, values.max() ?? 0),
      wanted: max(2, min(6, (width - left) / (style.axisLabels.size * 7))))
    var right = -Double.infinity
    return ticks.values.compactMap { tick in
      let label = lettering.line(
        tick == ticks.values.last
          ? Ticks.text(tick, figure.unit, of: figure) : Ticks.text(tick, Unit(""), of: figure),
        style.axisLabels.colored(style.grey))
      let x = scale.x(tick.double - start)
      guard x >= left - 0.01, x <= width + 0.01 else { return nil }
      let place = min(max(left, x - label.width / 2), width - label.width)
      guard place >= right, place >= left - 0.01 else { return nil }
      right = place + label.width + 4
      return (label, tick.double - start)
    }
  }

  func referenceLabels(width: Double) -> [Label]? {
    var labels: [Label] = []
    for reference in chart.references {
      guard let label = ReferenceLines.label(reference, width: min(width, width * 0.6), lettering, style)
      else { return nil }
      labels.append(label)
    }
    guard labels.reduce(0, { $0 + $1.width + 4 }) <= width + 4 else { return nil }
    return labels
  }
}
