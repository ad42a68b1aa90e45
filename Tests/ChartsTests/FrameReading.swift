import ChartGrammar
import Charts
import Diagnostics
import Graphics
import TestSupport
import Typesetting

@testable import Charts

/// What tests see in a chart's frame.
extension Frame {
  /// Lines of text: runs that follow each other on a baseline are joined.
  var writtenLines: [String] {
    var lines: [(text: String, right: Double, y: Double)] = []
    for writing in writings {
      if let last = lines.last, abs(last.y - writing.box.maxY) < 3, abs(last.right - writing.box.minX) < 0.2 {
        lines[lines.count - 1] = (last.text + writing.text, writing.box.maxX, writing.box.maxY)
      } else {
        lines.append((writing.text, writing.box.maxX, writing.box.maxY))
      }
    }
    return lines.map(\.text)
  }

  /// Bounds of the filled shapes of at least this size, in painting order.
  func filled(where condition: (Fill) -> Bool = { _ in true }) -> [Rect] {
    leaves.compactMap { leaf in
      guard case .shape(_, let fill?, _) = leaf.item, condition(fill) else { return nil }
      return leaf.bounds
    }
  }

  /// Horizontal or vertical strokes from one point to another.
  func lines(_ color: Color) -> [Rect] {
    leaves.compactMap { leaf in
      guard case .shape(_, nil, let stroke?) = leaf.item, stroke.color == color else { return nil }
      return leaf.bounds
    }
  }

  /// Straight pieces of strokes.
  func strokes(where condition: (Stroke) -> Bool) -> [(from: Point, to: Point)] {
    leaves.flatMap { leaf -> [(from: Point, to: Point)] in
      guard case .shape(let path, _, let stroke?) = leaf.item, condition(stroke) else { return [] }
      var pieces: [(from: Point, to: Point)] = []
      var place = Point.zero
      for element in path.elements {
        switch element {
        case .move(let point): place = point
        case .line(let point):
          pieces.append((leaf.origin + place, leaf.origin + point))
          place = point
        case .curve(_, _, let end): place = end
        case .close: break
        }
      }
      return pieces
    }
  }

  /// Lines that show data or what data are compared with, not grid lines, axes or leaders.
  private var dataLines: [(from: Point, to: Point)] {
    let colors = Set(style().seriesColors.map(style().edge) + [style().receding])
    return strokes { stroke in
      (colors.contains(stroke.color) && stroke.width >= (stroke.color == style().ink ? 1 : 0.7))
        || (stroke.color == style().ink && stroke.width == 0.8)
    }
  }

  /// Bounds of filled shapes that fill them: bars and points, not areas over time.
  private var filledBoxes: [Rect] {
    leaves.compactMap { leaf in
      guard case .shape(let path, .some, _) = leaf.item, !path.isArea else { return nil }
      return leaf.bounds
    }
  }

  private var edgesOfAreas: [(from: Point, to: Point)] {
    leaves.flatMap { leaf -> [(from: Point, to: Point)] in
      guard case .shape(let path, .some, _) = leaf.item, path.isArea else { return [] }
      let points = path.corners.map { leaf.origin + $0 }
      return Array(zip(points, points.dropFirst() + points.prefix(1)))
    }
  }

  /// What is wrong with the labels: outside the frame, on each other, half on a mark, or struck by a line.
  var labelFaults: [String] {
    var faults: [String] = []
    let all = writings
    let area = Rect(size: size)
    let lines = dataLines
    for mark in marks where !area.contains(mark, tolerance: 0.6) {
      faults.append("a mark stands out of the frame")
    }
    for (index, writing) in all.enumerated() {
      if !area.contains(writing.box, tolerance: 0.05) {
        faults.append("'\(writing.text)' stands out of the frame")
      }
      for other in all[(index + 1)...] where writing.box.overlaps(other.box, tolerance: 0.05) {
        faults.append("'\(writing.text)' lies on '\(other.text)'")
      }
      for mark in filledBoxes
      where mark.overlaps(writing.box, tolerance: 0.05) && !mark.contains(writing.box, tolerance: 0.05) {
        faults.append("'\(writing.text)' lies half on a mark")
      }
      for edge in edgesOfAreas where writing.box.insetBy(0.3).isCrossed(from: edge.from, to: edge.to) {
        faults.append("'\(writing.text)' lies on the edge of an area")
      }
      for line in lines where writing.box.insetBy(0.3).isCrossed(from: line.from, to: line.to) {
        faults.append("'\(writing.text)' is struck by a line")
      }
    }
    return faults
  }
}

extension Path {
  /// Of a polygon.
  var corners: [Point] {
    elements.compactMap { element in
      switch element {
      case .move(let point), .line(let point): point
      case .curve, .close: nil
      }
    }
  }

  /// Whether it is a polygon that does not fill its bounds.
  fileprivate var isArea: Bool {
    let corners = corners
    guard corners.count >= 4, !elements.contains(where: { if case .curve = $0 { true } else { false } })
    else {
      return false
    }
    // Where an area ends in nothing two of its corners are one.
    let own = Set(corners).count
    let isRectangle =
      own == 4 && corners.count <= 5 && Set(corners.map(\.x)).count <= 2 && Set(corners.map(\.y)).count <= 2
    // A rhomb is a point.
    return !isRectangle && !(own == 4 && corners.count == 4 && Set(corners.map(\.x)).count == 3)
  }
}

extension Frame {
  /// Bounds of all shapes.
  fileprivate var marks: [Rect] {
    leaves.compactMap { leaf in
      if case .shape = leaf.item { leaf.bounds } else { nil }
    }
  }
}

extension Rect {
  /// Whether a line between two points runs through it (Liang and Barsky 1984).
  func isCrossed(from start: Point, to end: Point) -> Bool {
    guard width > 0, height > 0 else { return false }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    var (enter, leave) = (0.0, 1.0)
    for (p, q) in [(-dx, start.x - minX), (dx, maxX - start.x), (-dy, start.y - minY), (dy, maxY - start.y)] {
      if p == 0 {
        if q < 0 { return false }
      } else if p < 0 {
        enter = max(enter, q / p)
      } else {
        leave = min(leave, q / p)
      }
    }
    return enter < leave
  }
}

/// Numbers that look random and are the same in every run (Knuth's 64-bit congruential generator).
struct Numbers {
  var state: UInt64

  mutating func next(_ range: ClosedRange<Int>) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return range.lowerBound + Int((state >> 33) % UInt64(range.count))
  }

  mutating func pick<Element>(_ items: [Element]) -> Element { items[next(0...items.count - 1)] }
}

/// For tests that don't ask what was left out.
func drawChart(
  _ chart: ChartDescription, size: Size, typesetter: Typesetter, style: ChartStyle
) throws(DiagnosticError) -> Frame {
  var leftOut: [String] = []
  return try drawChart(chart, size: size, typesetter: typesetter, style: style, leftOut: &leftOut)
}
