import Graphics
import Typesetting

/// Events one under the other: dates, marks on a line, words; farther apart where more time lies between, as
/// far as there is room.
struct ListTimeline {
  /// What it needs, points.
  let height: Double

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
  /// From the dates to the line, and from the line to the words, in radii of a dot.
  private static let besideLine = 3.2
  /// Gaps are at most so many lines high on average: rows farther apart fall asunder.
  private static let widestGap = 4.0

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
      // One column of a sensible width is the last form there is: a word wider than that is broken.
      let isLast = count == 1 && wordsWidth > 8 * style.eventLabels.size
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
    func fill(_ limit: Double) -> [[Row]] {
      var columns: [[Row]] = [[]]
      for row in rows {
        let last = columns.count - 1
        if !columns[last].isEmpty, height(columns[last] + [row]) > limit {
          columns.append([row])
        } else {
          columns[last].append(row)
        }
      }
      return columns
    }
    // Every height that a run of rows has is a candidate.
    var limits: Set<Double> = []
    for first in rows.indices {
      for last in first..<rows.count { limits.insert(height(Array(rows[first...last]))) }
    }
    for limit in limits.sorted() {
      let columns = fill(limit + 0.001)
      if columns.count <= count, columns.allSatisfy({ height($0) <= limit + 0.002 }) { return columns }
    }
    return [rows]
  }

  /// The labels that have no room in a lower area.
  func labels(below height: Double) -> [String] {
    columns.flatMap { rows in
      rows.indices.filter { Self.height(Array(rows[...$0])) > height }.map { events[rows[$0].event].label }
    }
  }

  // MARK: Painting

  func draw(height available: Double) -> Frame {
    var frame = Frame(size: Size(width, available))
    for (number, rows) in columns.enumerated() where !rows.isEmpty {
      paint(
        rows, left: Double(number) * (columnWidth + Self.gapBetweenColumns), tops(rows, available), on: &frame
      )
    }
    return frame
  }

  /// The upper edges of the rows: each as far from the one before as time asks for, but not closer than its
  /// height, with the scale that fills the height.
  private func tops(_ rows: [Row], _ available: Double) -> [Double] {
    let lineHeight = rows.first?.date.height ?? 0
    let most = min(available, Self.height(rows) + Double(rows.count - 1) * Self.widestGap * lineHeight)
    func tops(_ scale: Double) -> [Double] {
      var tops = [0.0]
      for (a, b) in zip(rows, rows.dropFirst()) {
        let months = Double(events[b.event].period.firstMonth - events[a.event].period.firstMonth)
        tops.append((tops.last ?? 0) + max(a.height + Self.gap, months * scale))
      }
      return tops
    }
    func fits(_ scale: Double) -> Bool {
      (tops(scale).last ?? 0) + (rows.last?.height ?? 0) <= most + 0.01
    }
    var (low, high) = (0.0, most)
    if fits(high) { return tops(high) }
    for _ in 0..<40 {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    return tops(low)
  }

  private func paint(_ rows: [Row], left: Double, _ tops: [Double], on frame: inout Frame) {
    let line = left + dateWidth + Self.besideLine * look.radius
    let words = line + Self.besideLine * look.radius
    func middle(_ index: Int) -> Double { tops[index] + rows[index].date.height / 2 }
    frame.stroke(
      .line(from: Point(line, middle(0)), to: Point(line, middle(rows.count - 1))),
      Stroke(style.hairline, width: 1))
    for (index, row) in rows.enumerated() {
      frame.add(row.date, at: Point(left + dateWidth - row.date.width, tops[index]))
      paintMark(events[row.event], at: Point(line, middle(index)), on: &frame)
      frame.add(row.words, at: Point(words, tops[index]))
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
