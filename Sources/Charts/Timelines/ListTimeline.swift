import ChartGrammar
import Evidence
import Graphics
import Typesetting

/// Events one under the other: dates, marks on a line, words; farther apart where more time lies between, as
/// far as there is room.
struct ListTimeline {
  /// What it needs, points.
  let height: Double
  /// With all the air that it makes use of.
  var roomyHeight: Double {
    let bottoms = columns.map { (placed($0, in: .infinity).tops.last ?? 0) + ($0.last?.height ?? 0) }
    return (bottoms.max() ?? 0) + 2 * Self.gap
  }
  /// With half a line between its rows.
  var airyHeight: Double {
    height + Double((columns.map(\.count).max() ?? 1) - 1) * 0.5 * (columns.first?.first?.date.height ?? 0)
  }

  private struct Row {
    var event: Int
    var date: Label
    var words: Label
    var height: Double { max(date.height, words.height) }
  }

  private let events: [ChartDescription.Event]
  private let columns: [[Row]]
  private let width: Double
  private let columnWidth: Double
  private let dateWidth: Double
  private let look: EventLook
  private let style: ChartStyle

  private static let gap = 2.0
  private static let gapBetweenColumns = 14.0
  /// In sizes of the type: in less a broken word can't be read.
  private static let narrowestWords = 5.0
  /// From the dates to the line, and from the line to the words, in radii of a dot.
  private static let besideLine = 3.2
  /// Between rows where there is room, in lines.
  private static let roomyGap = 1.25
  /// From one row to the next at most, in lines: rows farther apart fall asunder.
  private static let longestStep = 6.0
  /// A stretch of time more than so many times as long as any other is drawn shortened, and marked as broken:
  /// otherwise it alone would have a length, and all the others none.
  private static let outlier = 2.5
  /// What the longest of the other stretches is given of the longest step.
  private static let stepBesideOutlier = 0.6

  /// - Returns: `nil` where the columns are too narrow for their words.
  init?(
    _ events: [ChartDescription.Event], width: Double, columns count: Int, lettering: Lettering,
    style: ChartStyle
  ) {
    let look = EventLook(events, lettering: lettering, style: style)
    let dates = events.map { Label([lettering.typesetter.line(RichText([look.date($0)]))]) }
    let dateWidth = dates.map(\.width).max() ?? 0
    let columnWidth = (width - Self.gapBetweenColumns * Double(count - 1)) / Double(count)
    let wordsWidth = columnWidth - dateWidth - 2 * Self.besideLine * look.radius
    var rows: [Row] = []
    for index in events.indices {
      let text = RichText([look.words(events[index])])
      // One column is the last form there is: a word wider than that is broken.
      let isLast = count == 1 && wordsWidth > Self.narrowestWords * style.eventLabels.size
      guard let words = lettering.wrapped(text, width: wordsWidth, breaksWords: isLast) else { return nil }
      rows.append(Row(event: index, date: dates[index], words: words))
    }
    self.events = events
    self.width = width
    self.columnWidth = columnWidth
    self.dateWidth = dateWidth
    self.look = look
    self.style = style
    columns = Self.distribute(rows, over: count)
    height = columns.map(Self.height).max() ?? 0
  }

  private static func height(_ rows: [Row]) -> Double {
    rows.reduce(-gap) { $0 + $1.height + gap }
  }

  /// Columns of about the same height, in reading order: the lowest height that needs no more columns.
  private static func distribute(_ rows: [Row], over count: Int) -> [[Row]] {
    evenRuns(rows.map(\.height), gap: gap, over: count).map { Array(rows[$0]) }
  }

  /// Divides a sequence of heights into runs so that the highest run is as low as can be.
  /// - Parameters:
  ///   - heights: of what stands below each other.
  ///   - gap: between two of them.
  ///   - count: so many runs at most.
  /// - Returns: the runs in order, at least one; each takes what fits into the lowest height.
  static func evenRuns(_ heights: [Double], gap: Double, over count: Int) -> [Range<Int>] {
    guard count > 1 else { return [heights.indices] }
    /// Each as long as the limit allows, and how high the highest is.
    func fill(_ limit: Double) -> (runs: [Range<Int>], highest: Double) {
      var (runs, start, height, highest) = ([Range<Int>](), 0, -gap, -gap)
      for (index, next) in heights.enumerated() {
        if index > start, height + next + gap > limit {
          runs.append(start..<index)
          (start, height) = (index, -gap)
        }
        height += next + gap
        highest = max(highest, height)
      }
      return (runs + [start..<heights.count], highest)
    }
    // The more height, the fewer runs.
    var low = heights.max() ?? 0
    var high = heights.reduce(-gap) { $0 + $1 + gap }
    while high - low > 0.0001 {
      let middle = (low + high) / 2
      let filled = fill(middle)
      if filled.runs.count <= count { high = min(middle, filled.highest) } else { low = middle }
    }
    return fill(high + 0.001).runs
  }

  /// The labels that have no room in a lower area.
  func labels(below height: Double) -> [String] {
    columns.flatMap { rows in
      var bottom = -Self.gap
      return rows.filter { row in
        bottom += row.height + Self.gap
        return bottom > height
      }.map { events[$0.event].label }
    }
  }

  // MARK: Painting

  func draw(height available: Double) -> Frame {
    var frame = Frame(size: Size(width, available))
    for (number, rows) in columns.enumerated() where !rows.isEmpty {
      let left = Double(number) * (columnWidth + Self.gapBetweenColumns)
      paint(rows, left: left, placed(rows, in: available), on: &frame)
    }
    return frame
  }

  /// The upper edges of the rows, and the rows after which time is drawn shortened.
  private struct Placement {
    var tops: [Double]
    var shortened: [Int]
  }

  /// More room first spreads the rows evenly, then as time asks for.
  private func placed(_ rows: [Row], in available: Double) -> Placement {
    let lineHeight = rows.first?.date.height ?? 0
    let longest = Self.longestStep * lineHeight
    let months = zip(rows, rows.dropFirst()).map {
      Double(events[$1.event].period.firstMonth - events[$0.event].period.firstMonth)
    }
    func steps(_ gap: Double, _ scale: Double) -> [Double] {
      zip(rows, months).map { max($0.height + gap, min($1 * scale, longest)) }
    }
    func fits(_ steps: [Double]) -> Bool {
      steps.reduce(rows.last?.height ?? 0, +) <= available + 0.01
    }
    // Columns side by side have no scale of time: they keep one pitch, up to twice as wide.
    let widest = Self.roomyGap * lineHeight * (columns.count > 1 ? 2 : 1)
    let gap = Self.greatest(from: Self.gap, to: max(Self.gap, widest)) { gap in
      columns.count > 1 ? columns.allSatisfy { hasRoom($0, gap, in: available) } : fits(steps(gap, 0))
    }
    if columns.count > 1 {
      return Placement(
        tops: steps(gap, 0).reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }, shortened: [])
    }
    let scale = Self.greatest(from: 0, to: Self.steepest(months, longest)) { fits(steps(gap, $0)) }
    return Placement(
      tops: steps(gap, scale).reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) },
      shortened: months.indices.filter { months[$0] * scale > longest * 1.01 })
  }

  private func hasRoom(_ rows: [Row], _ gap: Double, in available: Double) -> Bool {
    rows.reduce(-gap) { $0 + $1.height + gap } <= available + 0.01
  }

  /// Points a month at which the longest stretch of time, or the longest but an outlier, has its greatest length.
  private static func steepest(_ months: [Double], _ longest: Double) -> Double {
    let ordered = months.sorted(by: >)
    guard let first = ordered.first, first > 0 else { return 0 }
    if ordered.count > 1, ordered[1] > 0, first > outlier * ordered[1] {
      return stepBesideOutlier * longest / ordered[1]
    }
    return longest / first
  }

  /// The greatest value for which the condition holds, which holds below it.
  private static func greatest(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double {
    if holds(high) { return high }
    var (low, high) = (low, high)
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func paint(_ rows: [Row], left: Double, _ placement: Placement, on frame: inout Frame) {
    let tops = placement.tops
    let line = left + dateWidth + Self.besideLine * look.radius
    let words = line + Self.besideLine * look.radius
    func middle(_ index: Int) -> Double { tops[index] + rows[index].date.height / 2 }
    var start = middle(0)
    for index in placement.shortened {
      let y = (tops[index] + rows[index].height + tops[index + 1]) / 2
      frame.stroke(
        .line(from: Point(line, start), to: Point(line, y - look.radius * 0.5)),
        Stroke(style.hairline, width: 1))
      paintBreak(at: Point(line, y), on: &frame)
      start = y + look.radius * 0.5
    }
    frame.stroke(
      .line(from: Point(line, start), to: Point(line, middle(rows.count - 1))),
      Stroke(style.hairline, width: 1))
    for (index, row) in rows.enumerated() {
      frame.add(row.date, at: Point(left + dateWidth - row.date.width, tops[index]))
      paintMark(events[row.event], at: Point(line, middle(index)), on: &frame)
      frame.add(row.words, at: Point(words, tops[index]))
    }
  }

  /// Two short slanted strokes between which the line is interrupted.
  private func paintBreak(at center: Point, on frame: inout Frame) {
    let reach = look.radius * 1.2
    for side in [-1.0, 1] {
      let y = center.y + side * look.radius * 0.5
      frame.stroke(
        .line(from: Point(center.x - reach, y + reach * 0.3), to: Point(center.x + reach, y - reach * 0.3)),
        Stroke(style.grey, width: 0.6))
    }
  }

  private func paintMark(_ event: ChartDescription.Event, at center: Point, on frame: inout Frame) {
    let color = look.color(event)
    let radius = look.radius
    switch EventPrecision(event.period) {
    case .month:
      frame.fill(.circle(center: center, radius: radius), color)
    case .year:
      frame.add(
        .shape(
          .circle(center: center, radius: radius - 0.4), fill: .solid(style.paper),
          stroke: Stroke(color, width: 0.8)))
    case .span:
      let bar = Rect(
        x: center.x - radius * 0.6, y: center.y - radius * 1.6, width: radius * 1.2, height: radius * 3.2)
      frame.fill(.rectangle(bar), color)
    }
  }
}
