import Atlas
import Diagnostics
import Graphics

/// Outlines and lines of several features, all points in one array so that they are projected by one call.
struct Shapes {
  struct Part {
    var feature: Int
    /// Numbers the feature's polygons; parts with the same number are the outside and the holes of one.
    var polygon: Int
    /// Rings are closed without repeating their first point.
    var isRing: Bool
    var range: Range<Int>
  }

  var points: [Point] = []
  /// Whether a point lies where the data is cut (antimeridian, pole, edge of the view's box), for each point: a
  /// side between two of them is no coast.
  var isSeam: [Bool] = []
  var parts: [Part] = []
  fileprivate var polygons = 0
}

extension Shapes {
  /// Leaves out points that repeat the one before them.
  fileprivate mutating func dropRepeated() {
    var end = 0
    for part in parts.indices {
      let start = end
      for index in parts[part].range {
        if end > start, points[end - 1] == points[index] {
          isSeam[end - 1] = isSeam[end - 1] || isSeam[index]
          continue
        }
        points[end] = points[index]
        isSeam[end] = isSeam[index]
        end += 1
      }
      if parts[part].isRing, end - start > 1, points[end - 1] == points[start] { end -= 1 }
      parts[part].range = start..<end
    }
    points.removeLast(points.count - end)
    isSeam.removeLast(isSeam.count - end)
  }
}

/// To a tenth of a point, 0.035 mm: finer than paper shows, and coarse enough that a region's coast has no more points
/// than its print. Neighbours' points come to lie on the same places.
func snapped(_ point: Point) -> Point {
  Point((point.x * 10).rounded() / 10, (point.y * 10).rounded() / 10)
}

/// Brings shapes from the globe to the frame: cut to the view's box in degrees, points added to long sides (which
/// are straight in degrees but curves on the map), projected all at once.
struct Projecting {
  private let view: View
  private let clipper: Clipper
  private let step: Double
  private let window: Window

  init(view: View, clipper: Clipper) {
    self.view = view
    self.clipper = clipper
    let box = view.box
    window = Window(of: view)
    step = min(3, max(0.25, min((box.north - box.south) / 16, window.hole / 4)))
  }

  /// Takes the polygons of each feature.
  func polygons(_ features: [[GeoPolygon]]) throws(DiagnosticError) -> Shapes {
    var shapes = Shapes()
    for (feature, polygons) in features.enumerated() {
      for polygon in polygons {
        let rings = polygon.rings.map { ring in ring.dropLast().map { Point($0.longitude, $0.latitude) } }
        guard let outside = rings.first, let bounds = Clipper.bounds(of: outside) else { continue }
        for turn in turns(of: bounds) {
          let turned = turn == 0 ? rings : rings.map { ring in ring.map { Point($0.x + turn, $0.y) } }
          for piece in try window.pieces(of: turned, bounds: bounds, turn: turn, clipper.clip(polygon:to:)) {
            for ring in piece {
              add(ring, isRing: true, turn: turn, feature: feature, polygon: shapes.polygons, to: &shapes)
            }
            shapes.polygons += 1
          }
        }
      }
    }
    project(&shapes)
    return shapes
  }

  /// Takes the lines of each feature.
  func lines(_ features: [[[GeoPoint]]]) throws(DiagnosticError) -> Shapes {
    var shapes = Shapes()
    for (feature, lines) in features.enumerated() {
      for line in lines {
        let points = line.map { Point($0.longitude, $0.latitude) }
        guard let bounds = Clipper.bounds(of: points) else { continue }
        for turn in turns(of: bounds) {
          let turned = turn == 0 ? points : points.map { Point($0.x + turn, $0.y) }
          for piece in try window.pieces(of: turned, bounds: bounds, turn: turn, clipper.clip(line:to:)) {
            add(piece, isRing: false, turn: turn, feature: feature, polygon: shapes.polygons, to: &shapes)
            shapes.polygons += 1
          }
        }
      }
    }
    project(&shapes)
    return shapes
  }

  /// By how many degrees a shape must be turned to lie in the box: once, not at all, or (in the world, or where it runs
  /// on beyond ±180) several times.
  private func turns(of bounds: Rect) -> [Double] {
    let box = window.box
    // No shape of a sound atlas lies farther out.
    guard bounds.maxY >= box.minY, bounds.minY <= box.maxY, abs(bounds.minX) < 1000, abs(bounds.maxX) < 1000
    else { return [] }
    let first = Int(((box.minX - bounds.maxX) / 360).rounded(.up))
    let last = Int(((box.maxX - bounds.minX) / 360).rounded(.down))
    return first <= last ? (first...last).map { Double($0) * 360 } : []
  }

  private func add(
    _ points: [Point], isRing: Bool, turn: Double, feature: Int, polygon: Int, to shapes: inout Shapes
  ) {
    guard points.count >= (isRing ? 3 : 2) else { return }
    let start = shapes.points.count
    for index in points.indices {
      let point = points[index]
      shapes.points.append(point)
      shapes.isSeam.append(isSeam(point, turn: turn))
      let isLast = index + 1 == points.count
      if isLast && !isRing { break }
      divide(from: point, to: points[isLast ? 0 : index + 1], turn: turn, into: &shapes)
    }
    shapes.parts.append(
      Shapes.Part(feature: feature, polygon: polygon, isRing: isRing, range: start..<shapes.points.count))
  }

  /// Adds points between two. They are computed from the same end whichever way the side is walked, so that
  /// neighbours, who walk it in opposite ways, get the same ones.
  private func divide(from start: Point, to end: Point, turn: Double, into shapes: inout Shapes) {
    let length = max(abs(end.x - start.x), abs(end.y - start.y))
    guard length > step else { return }
    let count = Int((length / step).rounded(.up))
    let isForward = (start.x, start.y) < (end.x, end.y)
    let (low, high) = isForward ? (start, end) : (end, start)
    for index in 1..<count {
      let share = Double(isForward ? index : count - index) / Double(count)
      let point = Point(low.x + (high.x - low.x) * share, low.y + (high.y - low.y) * share)
      shapes.points.append(point)
      shapes.isSeam.append(isSeam(point, turn: turn))
    }
  }

  private func isSeam(_ point: Point, turn: Double) -> Bool {
    abs(abs(point.x - turn) - 180) < Window.tolerance || abs(abs(point.y) - 90) < Window.tolerance
      || window.cuts(at: point)
  }

  private func project(_ shapes: inout Shapes) {
    view.projection.forward(&shapes.points)
    for index in shapes.points.indices { shapes.points[index] = snapped(view.onFrame(shapes.points[index])) }
    shapes.dropRepeated()
  }
}
