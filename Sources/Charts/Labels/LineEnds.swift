import Graphics

/// What stands at the ends of lines: beside its own last point where there is room, else at the plot's edge with a line
/// from the point.
struct LineEnds {
  struct Entry {
    var label: Label
    /// The last point.
    var dot: Point
  }

  private var placed: [(labels: MarginLabels, boxes: [Rect])] = []

  var boxes: [Rect] { placed.flatMap(\.boxes) }

  /// From a point to a label that stands level with it.
  private static let shortGap = 3.0

  /// `references` stand at the plot's edge too; `radius` is that of a point. Labels stand in the area, away from the
  /// obstacles; `nil` where they have no room there.
  init?(
    entries: [Entry], references: [MarginLabels.Entry], radius: Double, plotRight: Double, obstacles: [Rect],
    area: Rect
  ) {
    let edge = plotRight - MarginLabels.gap
    var atEdge = entries.filter { $0.dot.x + radius > edge }
    // Lines that end together have their labels together.
    var groups = entries.filter { $0.dot.x + radius <= edge }.reduce(into: [[Entry]]()) { groups, entry in
      let index = groups.firstIndex { abs($0[0].dot.x - entry.dot.x) < 1 }
      if let index { groups[index].append(entry) } else { groups.append([entry]) }
    }
    while true {
      guard
        let column = Self.placed(
          atEdge.map { .init(label: $0.label, y: $0.dot.y, x: $0.dot.x + radius) } + references,
          from: plotRight, area)
      else { return nil }
      placed = [column]
      var inTheWay: Int?
      for (index, group) in groups.enumerated() {
        let beside = Self.placed(
          group.map { .init(label: $0.label, y: $0.dot.y) }, from: group[0].dot.x + radius, area)
        guard let beside, Self.areFree(beside.boxes, among: obstacles + boxes, in: area) else {
          inTheWay = index
          break
        }
        placed.append(beside)
      }
      guard let inTheWay else { return }
      atEdge += groups.remove(at: inTheWay)
    }
  }

  /// Labels in a column right of a place: close to it where all stand level with their points.
  private static func placed(
    _ entries: [MarginLabels.Entry], from x: Double, _ area: Rect
  ) -> (labels: MarginLabels, boxes: [Rect])? {
    var labels = MarginLabels(entries: entries, side: .right, from: x, edge: x + MarginLabels.gap)
    guard var boxes = labels.boxes(from: area.minY, to: area.maxY) else { return nil }
    if zip(entries, boxes).allSatisfy({ abs($0.y - $1.midY) <= MarginLabels.level && $0.x ?? x > x - 2 }) {
      labels.edge = x + shortGap
      boxes = labels.boxes(from: area.minY, to: area.maxY) ?? boxes
    }
    return (labels, boxes)
  }

  private static func areFree(_ boxes: [Rect], among obstacles: [Rect], in area: Rect) -> Bool {
    boxes.allSatisfy { box in
      area.contains(box, tolerance: 0.01)
        && !obstacles.contains { $0.overlaps(box.insetBy(-LabelPlacer.clearance)) }
    }
  }

  func paint(on frame: inout Frame, style: ChartStyle) {
    for (labels, boxes) in placed { labels.paint(boxes, on: &frame, style: style) }
  }
}
