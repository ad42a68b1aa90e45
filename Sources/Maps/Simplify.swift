import Graphics

/// Shapes with the points left out that the printed scale can't show, in the order of their parts.
struct SimplifiedShapes {
  /// Empty where nothing is left of a part.
  var parts: [[Point]]
  /// Sides of rings that no other ring shares and no cut made: coasts.
  var coast: [[Point]]
  /// The feature of each coast.
  var coastFeatures: [Int] = []

  /// How many points lie in the rectangle.
  func pointCount(in rect: Rect) -> Int {
    (parts + coast).reduce(0) { sum, points in
      points.reduce(sum) { $0 + (rect.distance(to: $1) == 0 ? 1 : 0) }
    }
  }
}

/// Leaves out points that lie within `tolerance` of the line without them (Douglas & Peucker 1973).
///
/// What two parts share stays shared: parts are cut into arcs at the points where they meet or part, and an arc
/// is simplified in the same direction whoever walks it, so it keeps the same points (Bostock, How to infer
/// topology, 2013). Rings that enclose less than `leastArea` disappear.
func simplify(_ shapes: Shapes, tolerance: Double, leastArea: Double) -> SimplifiedShapes {
  let topology = Topology(shapes)
  var result = SimplifiedShapes(parts: [], coast: [])
  result.parts.reserveCapacity(shapes.parts.count)
  var scratch = ArcScratch()
  for part in shapes.parts {
    let arcs = topology.arcs(of: part)
    var points: [Point] = []
    for arc in arcs {
      let kept = simplify(arc, of: shapes, topology: topology, tolerance: tolerance, scratch: &scratch)
      points.append(contentsOf: points.isEmpty ? kept[...] : kept.dropFirst())
    }
    if part.isRing, points.count > 1, points.first == points.last { points.removeLast() }
    let isKept =
      part.isRing ? points.count >= 3 && abs(signedArea(of: points)) >= leastArea : points.count >= 2
    result.parts.append(isKept ? points : [])
    guard part.isRing, isKept else { continue }
    for arc in arcs where !topology.isShared(arc) && !topology.isCut(arc, shapes) {
      result.coastFeatures.append(part.feature)
      result.coast.append(
        simplify(arc, of: shapes, topology: topology, tolerance: tolerance, scratch: &scratch))
    }
  }
  return result
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

/// A stretch of a part between two junctions: indices into the shapes' points, in the direction of the walk.
private typealias Arc = [Int]

private struct ArcScratch {
  var keep: [Bool] = []
  var stack: [(Int, Int)] = []
}

private func simplify(
  _ arc: Arc, of shapes: Shapes, topology: Topology, tolerance: Double, scratch: inout ArcScratch
) -> [Point] {
  let isReversed = topology.isReversed(arc)
  let points = (isReversed ? arc.reversed() : arc).map { shapes.points[$0] }
  let kept = douglasPeucker(points, tolerance: tolerance, scratch: &scratch)
  return isReversed ? kept.reversed() : kept
}

private func douglasPeucker(_ points: [Point], tolerance: Double, scratch: inout ArcScratch) -> [Point] {
  guard points.count > 2 else { return points }
  scratch.keep = [Bool](repeating: false, count: points.count)
  scratch.keep[0] = true
  scratch.keep[points.count - 1] = true
  scratch.stack = [(0, points.count - 1)]
  points.withUnsafeBufferPointer { points in
    while let (first, last) = scratch.stack.popLast() {
      guard last - first > 1 else { continue }
      var (farthest, greatest) = (first, 0.0)
      for index in first + 1..<last {
        let distance = squaredDistance(from: points[index], to: points[first], points[last])
        if distance > greatest { (farthest, greatest) = (index, distance) }
      }
      guard greatest > tolerance * tolerance else { continue }
      scratch.keep[farthest] = true
      scratch.stack.append((first, farthest))
      scratch.stack.append((farthest, last))
    }
  }
  return points.indices.compactMap { scratch.keep[$0] ? points[$0] : nil }
}

/// From a point to a segment.
func squaredDistance(from point: Point, to a: Point, _ b: Point) -> Double {
  let (dx, dy) = (b.x - a.x, b.y - a.y)
  let length = dx * dx + dy * dy
  let share = length == 0 ? 0 : max(0, min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / length))
  let (x, y) = (a.x + share * dx - point.x, a.y + share * dy - point.y)
  return x * x + y * y
}

/// Which points of the shapes are the same vertex, and where walks meet or part.
private struct Topology {
  /// The vertex of each point.
  private var vertices: [Int32]
  private var isJunction: [Bool]
  private var uses: [ArcKey: Int] = [:]

  private struct ArcKey: Hashable {
    var first: Int32
    var second: Int32
    var last: Int32
    var count: Int
  }

  init(_ shapes: Shapes) {
    var table = VertexTable(capacity: shapes.points.count)
    vertices = shapes.points.map { table.vertex(at: $0) }
    isJunction = [Bool](repeating: false, count: table.count)
    var neighbours = [(Int32, Int32)](repeating: (-1, -1), count: table.count)
    for part in shapes.parts {
      let range = part.range
      for index in range {
        let vertex = Int(vertices[index])
        let isFirst = index == range.lowerBound
        let isLast = index + 1 == range.upperBound
        if !part.isRing && (isFirst || isLast) {
          isJunction[vertex] = true
          continue
        }
        let before = isFirst ? range.upperBound - 1 : index - 1
        let after = isLast ? range.lowerBound : index + 1
        let pair = (min(vertices[before], vertices[after]), max(vertices[before], vertices[after]))
        if neighbours[vertex].0 < 0 {
          neighbours[vertex] = pair
        } else if neighbours[vertex] != pair {
          isJunction[vertex] = true
        }
        // Where a cut begins or ends, so that an arc is a cut as a whole or not at all.
        if shapes.isSeam[index], shapes.isSeam[before] != shapes.isSeam[after] { isJunction[vertex] = true }
      }
    }
    for part in shapes.parts where part.isRing {
      for arc in arcs(of: part) { uses[key(of: arc), default: 0] += 1 }
    }
  }

  /// The part cut at its junctions. A ring without any begins at its first vertex in the order of numbers, which
  /// is the same for whoever walks it.
  func arcs(of part: Shapes.Part) -> [Arc] {
    let range = part.range
    guard part.isRing else { return split(Array(range)) }
    let start =
      range.first { isJunction[Int(vertices[$0])] }
      ?? range.min { vertices[$0] < vertices[$1] } ?? range.lowerBound
    return split(Array(start..<range.upperBound) + Array(range.lowerBound...start))
  }

  private func split(_ walk: [Int]) -> [Arc] {
    var result: [Arc] = []
    var start = 0
    for index in walk.indices.dropFirst()
    where index + 1 == walk.count || isJunction[Int(vertices[walk[index]])] {
      result.append(Array(walk[start...index]))
      start = index
    }
    return result
  }

  /// Whether an arc is walked against the direction in which it is simplified.
  func isReversed(_ arc: Arc) -> Bool {
    let (first, last) = (vertices[arc[0]], vertices[arc[arc.count - 1]])
    if first != last { return first > last }
    return vertices[arc[1]] > vertices[arc[arc.count - 2]]
  }

  func isShared(_ arc: Arc) -> Bool { uses[key(of: arc), default: 0] > 1 }

  func isCut(_ arc: Arc, _ shapes: Shapes) -> Bool { arc.allSatisfy { shapes.isSeam[$0] } }

  private func key(of arc: Arc) -> ArcKey {
    let isReversed = isReversed(arc)
    let ends = (vertices[arc[0]], vertices[arc[arc.count - 1]])
    let second = vertices[arc[isReversed ? arc.count - 2 : 1]]
    return isReversed
      ? ArcKey(first: ends.1, second: second, last: ends.0, count: arc.count)
      : ArcKey(first: ends.0, second: second, last: ends.1, count: arc.count)
  }
}

/// Numbers points: the same place, the same number. An open hash table, since this sees every point of a map.
private struct VertexTable {
  private var keys: [UInt64]
  private var numbers: [Int32]
  private let mask: Int
  private(set) var count = 0

  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    numbers = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// Places are the same to a thousandth of a point.
  mutating func vertex(at point: Point) -> Int32 {
    let key = UInt64(cell(point.x)) << 32 | UInt64(cell(point.y))
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while numbers[slot] >= 0 {
      if keys[slot] == key { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    numbers[slot] = Int32(count)
    count += 1
    return numbers[slot]
  }

  private func cell(_ value: Double) -> UInt32 {
    UInt32(bitPattern: Int32(max(-2e9, min(2e9, (value * 1000).rounded()))))
  }
}
