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
  private let whole: WholeRows?

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
  private var isPart: Bool { context.chart.part != nil }

  var hasDots: Bool { chart.kind == .dots }

  /// Names stand at the left where they need no more than this part of the width; else over their bars.
  private static let widestNames = 0.4
  /// Of the width, for bars to be compared with ease, and at all.
  private static let easyLength = 0.33
  private static let leastLength = 0.2
  /// Names beside bars in so many lines are columns of single words.
  private static let mostLines = 3
  static let leastGap = 1.5
  /// Of the line at zero, points.
  static let overhang = 4.0
  /// Between bars of one row.
  static let gapBetweenLanes = 1.0
  // As in print at its small type, and in proportion.
  private var gapAfterName: Double { 0.8 * style.values.size }
  private var gapUnderName: Double { 0.2 * style.values.size }
  var gapAroundValue: Double { 0.34 * style.values.size }
  /// Between a value and the words after it.
  private var gapBeforeWords: Double { 0.42 * style.values.size }

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
  private func isLong(_ plan: Plan, _ size: Size, part: Double = easyLength) -> Bool {
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
  private var air: Double { Double(rows.count) * style.values.size }

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

  // MARK: Layout

  /// A lane with its labels set.
  struct Lane {
    var content: RowLane
    var value: Label
    var words: Label?
    var start: Label?
    var inner: [Label]
    /// Whether the values inside are said at the end instead, since one has no room.
    var innerAtEnd: Label?

    var gapBeforeWords: Double

    var valueWidth: Double {
      value.width + (words.map { $0.width + gapBeforeWords } ?? 0) + (innerAtEnd?.width ?? 0)
    }
  }

  struct Row {
    var name: Label
    var lanes: [Lane]
    /// Room over the dots for values in between.
    var overhead: Double
    var laneHeight: Double

    var lanesHeight: Double {
      Double(lanes.count) * laneHeight + overhead + Double(max(0, lanes.count - 1)) * RowChart.gapBetweenLanes
    }
  }

  /// How the rows share the area.
  struct Plan {
    var namesAreAbove: Bool
    var gapUnderName: Double
    /// From the names' column to the bars; 0 where names stand over them.
    var left: Double
    var rows: [Row]
    var key: ChartKey
    /// Over the rows, naming the reference lines.
    var referenceLabels: [Label]
    var axisLabels: [(label: Label, value: Double)]
    var scale: Scale
    /// Whether values inside stand at the ends.
    var isSpeltOut: Bool

    func height(of row: Row) -> Double {
      namesAreAbove
        ? row.name.height + gapUnderName + row.lanesHeight : max(row.name.height, row.lanesHeight)
    }
    var referenceHeight: Double { (referenceLabels.map(\.height).max()).map { $0 + 6 } ?? 0 }
    var axisHeight: Double { (axisLabels.map(\.label.height).max()).map { $0 + 3 } ?? 0 }
    var above: Double { key.height + referenceHeight }
    /// The least height: rows without gaps.
    var height: Double {
      above + axisHeight + rows.reduce(0) { $0 + height(of: $1) + RowChart.leastGap }
    }
  }

  /// Zero and points a unit along the row.
  struct Scale: Hashable {
    var zero: Double
    var scale: Double

    func x(_ value: Double) -> Double { zero + value * scale }
  }

  /// Names at the left if that leaves enough for the bars and needs no more height than there is; `nil` in an area
  /// without width.
  func plan(_ size: Size) -> Plan? {
    // That a change says from what to what is good to have, no more.
    plan(size, rows, allRows) ?? (chart.changes.isEmpty ? nil : plan(size, wordless(rows), wordless(allRows)))
  }

  private func wordless(_ rows: [RowContent]) -> [RowContent] {
    rows.map { row in
      var row = row
      for index in row.lanes.indices { row.lanes[index].words = "" }
      return row
    }
  }

  private func plan(_ size: Size, _ contents: [RowContent], _ all: [RowContent]) -> Plan? {
    guard isPart else { return suitingPlan(size, contents, all) }
    let measure = WholeRows.Measure(width: size.width, hasWords: all == allRows)
    let common = whole?.plans[measure] ?? suitingPlan(Size(size.width, 0), all, all)
    whole?.plans[measure] = .some(common)
    // As it suits all rows, on each page.
    guard var plan = common,
      let rows = rows(contents, width: size.width, namesAreAbove: plan.namesAreAbove)
    else { return nil }
    plan.rows = plan.isSpeltOut ? rows.map(spellingOut) : rows
    plan.key = key(width: size.width)
    plan.axisLabels = axisLabels(plan.scale, left: plan.left, width: size.width)
    return plan.key.width <= size.width ? plan : nil
  }

  private func suitingPlan(_ size: Size, _ contents: [RowContent], _ all: [RowContent]) -> Plan? {
    let beside = plan(size, contents, all, namesAreAbove: false)
    let mostLines = beside?.rows.map(\.name.lines.count).max() ?? .max
    // Over bars to both sides of zero names would stand away from them.
    if let beside, mostLines == 1, hasBothSigns || isLong(beside, size) { return beside }
    guard let above = plan(size, contents, all, namesAreAbove: true) else { return beside }
    guard let beside, mostLines <= Self.mostLines, isLong(beside, size, part: Self.leastLength) else {
      return above
    }
    // Names of few lines stand over their bars only where rows stay apart.
    let needed = above.height + (mostLines <= 2 ? air : 0)
    guard needed > size.height + 0.01 else { return above }
    return beside.height > size.height + 0.01 && above.height < beside.height ? above : beside
  }

  func plan(
    _ size: Size, _ contents: [RowContent], _ allContents: [RowContent], namesAreAbove: Bool
  ) -> Plan? {
    guard var all = rows(allContents, width: size.width, namesAreAbove: namesAreAbove),
      var rows = context.isPanel ? rows(contents, width: size.width, namesAreAbove: namesAreAbove) : all
    else { return nil }
    let left = namesAreAbove ? 0 : (all.map(\.name.width).max() ?? 0) + gapAfterName
    let key = key(width: size.width)
    guard key.width <= size.width, let references = referenceLabels(width: size.width - left) else {
      return nil
    }
    guard var scale = scale(all, left: left, width: size.width) else { return nil }
    let isSpeltOut =
      chart.kind == .stackedBars && all.contains { $0.lanes.contains { !hasRoomInside($0, scale) } }
    if isSpeltOut {
      // What has no room inside is said at the end; then there is less room, but one more round is enough.
      all = all.map(spellingOut)
      rows = rows.map(spellingOut)
      guard let narrower = self.scale(all, left: left, width: size.width) else { return nil }
      scale = narrower
    }
    if hasDots {
      for row in all {
        for lane in row.lanes where innerStarts(lane, scale, in: left...size.width) == nil { return nil }
      }
    }
    return Plan(
      namesAreAbove: namesAreAbove, gapUnderName: gapUnderName, left: left, rows: rows, key: key,
      referenceLabels: references,
      axisLabels: axisLabels(scale, left: left, width: size.width), scale: scale, isSpeltOut: isSpeltOut)
  }

  private func key(width: Double) -> ChartKey {
    ChartKey(context.isPanel ? [] : keyEntries, width: width, lettering: lettering, style: style)
  }

  func rows(_ contents: [RowContent], width: Double, namesAreAbove: Bool) -> [Row]? {
    let nameWidth = namesAreAbove ? width : width * Self.widestNames
    var rows: [Row] = []
    for content in contents {
      let color = content.recedes ? style.grey : style.ink
      guard
        let name = lettering.wrapped(
          // Nothing has more room than a line of its own: there a word is broken that is wider.
          RichText(content.name, style.axisLabels.colored(color)), width: nameWidth,
          breaksWords: namesAreAbove)
      else { return nil }
      let lanes = content.lanes.map(lane)
      let laneHeight = lanes.map(\.value.height).max() ?? 0
      let inner = hasDots ? lanes.flatMap(\.inner).map(\.height).max() : nil
      let overhead = inner.map { $0 + liftOfInner(laneHeight) - laneHeight / 2 } ?? 0
      rows.append(Row(name: name, lanes: lanes, overhead: overhead, laneHeight: laneHeight))
    }
    return rows
  }

  func lane(_ content: RowLane) -> Lane {
    let values = style.values.colored(content.recedes ? style.grey : style.values.color)
    let words = style.axisLabels.colored(style.grey)
    return Lane(
      content: content, value: lettering.line(content.value, values),
      words: content.words.isEmpty ? nil : lettering.line(content.words, words),
      start: content.start.flatMap { $0.text.isEmpty ? nil : lettering.line($0.text, values) },
      inner: content.inner.map { inner in
        let isDark = !hasDots && inner.look == .actual && style.paper.contrast(with: inner.color) >= 4.5
        return lettering.line(inner.text, style.values.colored(isDark ? style.paper : style.ink))
      }, gapBeforeWords: gapBeforeWords)
  }

  // MARK: Values inside

  /// Whether each segment is wide enough for its value and can be written on.
  private func hasRoomInside(_ lane: Lane, _ scale: Scale) -> Bool {
    zip(lane.content.inner, lane.inner).allSatisfy { inner, label in
      abs(inner.to - inner.from) * scale.scale >= label.width + 4 && inner.look != .target
        || inner.to == inner.from
    }
  }

  /// "5 + 3 + 2" after the sum.
  private func spellingOut(_ row: Row) -> Row {
    var row = row
    for index in row.lanes.indices {
      let lane = row.lanes[index]
      guard lane.content.inner.count > 1 else { continue }
      let text = " = " + lane.content.inner.map(\.text).joined(separator: " + ")
      row.lanes[index].innerAtEnd = lettering.line(text, style.axisLabels.colored(style.grey))
      row.lanes[index].inner = []
    }
    return row
  }

  /// From the middle of a lane to the values over its inner dots: over those at its ends too.
  func liftOfInner(_ laneHeight: Double) -> Double { max(MarkerPainter.reach(style), laneHeight / 2) }

  /// Left edges of the values over inner dots.
  func innerStarts(_ lane: Lane, _ scale: Scale, in range: ClosedRange<Double>) -> [Double]? {
    guard range.lowerBound < range.upperBound else { return nil }
    return Spread.starts(
      centers: lane.content.inner.map { scale.x($0.from) }, lengths: lane.inner.map(\.width), gap: 4,
      in: range)
  }

  // MARK: Scale

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
    return [Room(value: end, left: end < 0 ? beyond : 0, right: end < 0 ? 0 : beyond)]
      + lane.content.marks.flatMap { [Room(value: $0.to, left: 1, right: 1), Room(value: $0.from)] }
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

  /// Colours of changes say up and down, and each bar says from what to what.
  private var keyEntries: [ChartKey.Entry] { chart.changes.isEmpty ? chart.seriesKey(style) : [] }
}
