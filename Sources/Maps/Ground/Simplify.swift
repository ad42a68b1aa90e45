import Graphics

/// Shapes with the points left out that the printed scale can't show, in the order of their parts.
struct SimplifiedShapes {
  /// Empty where nothing is left of a part.
  var parts: [[Point]] = []
  /// Sides of rings that no other ring shares and no cut made: coasts.
  var coast: [[Point]] = []
  /// The feature of each coast.
  var coastFeatures: [Int] = []
  /// What the two features that were asked for share.
  var shared: [[Point]] = []
  /// The feature of the line that runs along each of these; -1 where none does.
  var sharedFeatures: [Int] = []

  /// How many points lie in the rectangle.
  func pointCount(in rect: Rect) -> Int {
    var count = 0
    for points in parts {
      for point in points where rect.distance(to: point) == 0 { count += 1 }
    }
    for points in coast {
      for point in points where rect.distance(to: point) == 0 { count += 1 }
    }
    return count
  }
}

/// Leaves out points that lie within `tolerance` of the line without them (Douglas & Peucker 1973).
///
/// What two parts share stays shared: each arc is simplified once, for all parts that it belongs to. Rings that enclose
/// less than `leastArea` disappear.
func simplify(_ shapes: Shapes, tolerance: Double, leastArea: Double) -> SimplifiedShapes {
  simplify(shapes, Arcs(of: shapes), tolerance: tolerance, leastArea: leastArea)
}

/// With the arcs that are known already; `between` asks for what two features share.
func simplify(
  _ shapes: Shapes, _ arcs: Arcs, tolerance: Double, leastArea: Double, between pair: (Int, Int)? = nil
) -> SimplifiedShapes {
  let kept = KeptPoints(of: shapes, arcs, tolerance: tolerance)
  var result = SimplifiedShapes()
  result.parts.reserveCapacity(shapes.parts.count)
  for (part, steps) in zip(shapes.parts, arcs.steps) {
    var points: [Point] = []
    for step in arcs.walk[steps] { kept.append(step, to: &points) }
    if part.isRing, points.count > 1, points.first == points.last { points.removeLast() }
    let isKept =
      part.isRing ? points.count >= 3 && abs(signedArea(of: points)) >= leastArea : points.count >= 2
    result.parts.append(isKept ? points : [])
    guard part.isRing, isKept else { continue }
    for step in arcs.walk[steps] where arcs[step].isCoast {
      var line: [Point] = []
      kept.append(step, to: &line)
      result.coastFeatures.append(part.feature)
      result.coast.append(line)
    }
  }
  if let pair {
    var lines: [Int: Int] = [:]
    for (part, steps) in zip(shapes.parts, arcs.steps) where !part.isRing {
      for step in arcs.walk[steps] { lines[step.arc] = part.feature }
    }
    for (number, arc) in arcs.arcs.enumerated()
    where arc.uses == 2 && (arc.features == pair || arc.features == (pair.1, pair.0)) {
      var line: [Point] = []
      kept.append(Arcs.Step(arc: number, isReversed: false), to: &line)
      result.shared.append(line)
      result.sharedFeatures.append(lines[number] ?? -1)
    }
  }
  return result
}

/// The points of each arc that are left.
private struct KeptPoints {
  private var points: [Point] = []
  private var ranges: [Range<Int>] = []
  private var keep: [Bool] = []
  private var stack: [(Int, Int)] = []

  init(of shapes: Shapes, _ arcs: Arcs, tolerance: Double) {
    ranges.reserveCapacity(arcs.arcs.count)
    var line: [Point] = []
    for arc in arcs.arcs {
      line.removeAll(keepingCapacity: true)
      for index in arcs.points[arc.points] { line.append(shapes.points[Int(index)]) }
      let start = points.count
      keep(line, tolerance: tolerance)
      ranges.append(start..<points.count)
    }
  }

  /// Adds an arc to what is walked already, which ends where it begins.
  func append(_ step: Arcs.Step, to line: inout [Point]) {
    let arc = points[ranges[step.arc]]
    if step.isReversed {
      line.append(contentsOf: (line.isEmpty ? arc : arc.dropLast()).reversed())
    } else {
      line.append(contentsOf: line.isEmpty ? arc : arc.dropFirst())
    }
  }

  private mutating func keep(_ line: [Point], tolerance: Double) {
    guard line.count > 2 else {
      points += line
      return
    }
    keep.removeAll(keepingCapacity: true)
    for index in line.indices { keep.append(index == 0 || index == line.count - 1) }
    stack.append((0, line.count - 1))
    let limit = tolerance * tolerance
    line.withUnsafeBufferPointer { line in
      while let (first, last) = stack.popLast() {
        guard last - first > 1 else { continue }
        var (farthest, greatest) = (first, 0.0)
        let segment = Segment(line[first], line[last])
        for index in first + 1..<last {
          let distance = segment.squaredDistance(from: line[index])
          if distance > greatest { (farthest, greatest) = (index, distance) }
        }
        guard greatest > limit else { continue }
        keep[farthest] = true
        stack.append((first, farthest))
        stack.append((farthest, last))
      }
    }
    for index in line.indices where keep[index] { points.append(line[index]) }
  }
}

/// Twice nothing for a line; positive where the ring runs from x to y (clockwise on a frame).
func signedArea(of ring: [Point]) -> Double {
  guard var last = ring.last else { return 0 }
  var sum = 0.0
  for point in ring {
    sum += last.x * point.y - point.x * last.y
    last = point
  }
  return sum / 2
}

/// From a point to a segment.
func squaredDistance(from point: Point, to a: Point, _ b: Point) -> Double {
  Segment(a, b).squaredDistance(from: point)
}

private struct Segment {
  let start: Point
  let dx: Double
  let dy: Double
  let inverseLength: Double

  init(_ a: Point, _ b: Point) {
    (start, dx, dy) = (a, b.x - a.x, b.y - a.y)
    let length = dx * dx + dy * dy
    inverseLength = length == 0 ? 0 : 1 / length
  }

  func squaredDistance(from point: Point) -> Double {
    let (px, py) = (point.x - start.x, point.y - start.y)
    let share = max(0, min(1, (px * dx + py * dy) * inverseLength))
    let (x, y) = (share * dx - px, share * dy - py)
    return x * x + y * y
  }
}
