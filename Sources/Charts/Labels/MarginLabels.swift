import Graphics

/// Labels beside a plot, each at the height of what it names; where they would touch they move, with a line to it.
struct MarginLabels {
  enum Side { case left, right }

  struct Entry {
    var label: Label
    /// Height in the frame of what it names.
    var y: Double
    /// Where the line to it begins if not with the others.
    var x: Double?
    /// Of a square before it, where what it stands beside isn't drawn in its own colour.
    var swatch: Color?
  }

  var entries: [Entry]
  var side: Side
  /// Where the lines begin, and the edge of the labels that faces the plot.
  var from: Double
  var edge: Double

  /// From a mark to a label, with room for a leader line.
  static let gap = 9.0
  private static let between = 1.0
  /// Labels that are no farther off their mark's height stand level with it.
  static let level = 1.5

  /// The labels' boxes; `nil` where they have no room between the two heights.
  func boxes(from top: Double, to bottom: Double) -> [Rect]? {
    guard bottom >= top else { return entries.isEmpty ? [] : nil }
    let starts = Spread.starts(
      centers: entries.map(\.y), lengths: entries.map(\.label.height), gap: Self.between, in: top...bottom)
    return starts.map { starts in
      zip(entries, starts).map { entry, y in
        let width = entry.label.width + (entry.swatch == nil ? 0 : Self.indent(entry.label))
        return Rect(x: side == .right ? edge : edge - width, y: y, width: width, height: entry.label.height)
      }
    }
  }

  /// How far a square moves a label to the right.
  static func indent(_ label: Label) -> Double { swatchSize(label) * 1.5 }

  private static func swatchSize(_ label: Label) -> Double { label.ascent * 0.7 }

  /// The height that they need at least.
  static func height(of labels: [Label]) -> Double {
    labels.reduce(0) { $0 + $1.height } + between * Double(max(0, labels.count - 1))
  }

  /// What stands level with its mark and next to it needs no line.
  private func leader(of entry: Entry, to box: Rect) -> (from: Point, to: Point)? {
    let inner = side == .right ? edge - 1.5 : edge + 1.5
    let start = entry.x ?? from
    guard abs(box.midY - entry.y) > Self.level || abs(inner - start) > 2 * Self.gap else { return nil }
    return (Point(start, entry.y), Point(inner, box.midY))
  }

  /// The lines to the labels as small boxes that other labels keep away from.
  func leaders(_ boxes: [Rect]) -> [Rect] {
    zip(entries, boxes).flatMap { entry, box in
      leader(of: entry, to: box).map { LabelPlacer.boxes($0.from, $0.to) } ?? []
    }
  }

  func paint(_ boxes: [Rect], on frame: inout Frame, style: ChartStyle) {
    for (entry, box) in zip(entries, boxes) {
      if let leader = leader(of: entry, to: box) {
        frame.stroke(.line(from: leader.from, to: leader.to), Stroke(style.grey, width: 0.5))
      }
      var origin = box.origin
      if let swatch = entry.swatch {
        let size = Self.swatchSize(entry.label)
        frame.fill(
          .rectangle(Rect(x: origin.x, y: origin.y + entry.label.ascent - size, width: size, height: size)),
          swatch)
        origin.x += Self.indent(entry.label)
      }
      frame.add(entry.label, at: origin, aligned: side == .right ? .left : .right)
    }
  }
}
