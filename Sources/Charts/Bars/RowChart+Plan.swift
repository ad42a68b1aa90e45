import ChartGrammar
import Evidence
import Graphics
import Typesetting

extension RowChart {
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
    plan.key = key(width: size.width, saysSeries: plan.heads == nil)
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
    var key = key(width: size.width)
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
    let heads = heads(scale, left: left, width: size.width)
    if heads != nil { key = self.key(width: size.width, saysSeries: false) }
    return Plan(
      namesAreAbove: namesAreAbove, gapUnderName: gapUnderName, left: left, rows: rows, key: key,
      heads: heads, referenceLabels: references,
      axisLabels: axisLabels(scale, left: left, width: size.width), scale: scale, isSpeltOut: isSpeltOut)
  }

  private func key(width: Double, saysSeries: Bool = true) -> ChartKey {
    // Both sides have their words at the bars: no room is left for what they are.
    let statuses =
      chart.kind == .pyramid
      ? ChartKey.Entry.statuses(of: chart.whole.figures, isPartOfYear: { _ in false }, style: style) : []
    return ChartKey(
      context.isPanel ? [] : (saysSeries ? keyEntries : []) + statuses, width: width, lettering: lettering,
      style: style)
  }

  /// The names of a pyramid's sides, as far as each has room on its side.
  private func heads(_ scale: Scale, left: Double, width: Double) -> [Label]? {
    guard chart.kind == .pyramid, chart.series.count == 2 else { return nil }
    let rooms = [scale.zero - left, width - scale.zero].map { $0 - gapAroundValue }
    let labels = zip(chart.series, rooms).compactMap { series, room in
      lettering.wrapped(
        RichText(series.name, style.axisLabels.weighing(600).colored(style.ink)), width: room)
    }
    return labels.count == 2 && labels.allSatisfy { $0.lines.count <= 2 } ? labels : nil
  }

  func rows(_ contents: [RowContent], width: Double, namesAreAbove: Bool) -> [Row]? {
    let nameWidth = namesAreAbove ? width : width * Self.widestNames
    var rows: [Row] = []
    for content in contents {
      let color = content.recedes ? style.grey : style.ink
      let words = content.isTotal ? style.axisLabels.weighing(600) : style.axisLabels
      guard
        let name = lettering.wrapped(
          // Nothing has more room than a line of its own: there a word is broken that is wider.
          RichText(content.name, words.colored(color)), width: nameWidth,
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

  /// Colours of changes say up and down, and each bar says from what to what.
  private var keyEntries: [ChartKey.Entry] { chart.changes.isEmpty ? chart.seriesKey(style) : [] }

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
}
