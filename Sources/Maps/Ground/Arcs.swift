import Graphics

/// Shapes cut into arcs at the points where they meet or part, each arc kept once, however many parts walk it (Bostock,
/// How to infer topology, 2013). So what two countries share is simplified once and stays shared.
struct Arcs {
  struct Arc {
    /// Into `points`.
    var points: Range<Int>
    /// How many rings walk it, and the features of the first two.
    var uses = 0
    var features = (-1, -1)
    /// Whether it runs along a cut of the data (see `Shapes.isSeam`).
    var isCut: Bool

    /// A side that no other ring shares, and that no cut made.
    var isCoast: Bool { uses == 1 && !isCut }
  }

  /// An arc in the walk around a part.
  struct Step {
    var arc: Int
    var isReversed: Bool
  }

  private(set) var arcs: [Arc] = []
  /// Indices into the shapes' points.
  private(set) var points: [Int32] = []
  private(set) var walk: [Step] = []
  /// For each part its steps in `walk`.
  private(set) var steps: [Range<Int>] = []

  private struct Key: Hashable {
    var first: Int32
    var second: Int32
    var last: Int32
    var count: Int
  }

  subscript(step: Step) -> Arc { arcs[step.arc] }

  init(of shapes: Shapes) {
    let vertices = Vertices(of: shapes)
    var known: [Key: Int] = [:]
    var line: [Int32] = []
    points.reserveCapacity(shapes.points.count)
    for part in shapes.parts {
      let start = walk.count
      let range = part.range
      line.removeAll(keepingCapacity: true)
      // A ring without any junction begins at its first vertex in the order of numbers, which is the same for whoever
      // walks it.
      var first = range.lowerBound
      if part.isRing {
        first =
          range.first { vertices.isJunction[Int(vertices.numbers[$0])] }
          ?? range.min { vertices.numbers[$0] < vertices.numbers[$1] } ?? first
      }
      let count = range.count + (part.isRing ? 1 : 0)
      for offset in 0..<count {
        var index = first + offset
        if index >= range.upperBound { index -= range.count }
        line.append(Int32(index))
        let isEnd = offset + 1 == count || vertices.isJunction[Int(vertices.numbers[index])]
        if offset > 0, isEnd {
          take(line, of: part, shapes, vertices, &known)
          line.removeAll(keepingCapacity: true)
          line.append(Int32(index))
        }
      }
      steps.append(start..<walk.count)
    }
  }

  /// Adds a stretch to the walk; it becomes an arc unless it is known.
  private mutating func take(
    _ line: [Int32], of part: Shapes.Part, _ shapes: Shapes, _ vertices: Vertices, _ known: inout [Key: Int]
  ) {
    func vertex(_ index: Int) -> Int32 { vertices.numbers[Int(line[index])] }
    let last = line.count - 1
    let isReversed =
      vertex(0) != vertex(last) ? vertex(0) > vertex(last) : vertex(1) > vertex(last - 1)
    let key =
      isReversed
      ? Key(first: vertex(last), second: vertex(last - 1), last: vertex(0), count: line.count)
      : Key(first: vertex(0), second: vertex(1), last: vertex(last), count: line.count)
    let number: Int
    if let found = known[key] {
      number = found
    } else {
      number = arcs.count
      known[key] = number
      let start = points.count
      if isReversed { points.append(contentsOf: line.reversed()) } else { points.append(contentsOf: line) }
      arcs.append(
        Arc(points: start..<points.count, isCut: line.allSatisfy { shapes.isSeam[Int($0)] }))
    }
    if part.isRing {
      if arcs[number].uses == 0 { arcs[number].features.0 = part.feature }
      if arcs[number].uses == 1 { arcs[number].features.1 = part.feature }
      arcs[number].uses += 1
    }
    walk.append(Step(arc: number, isReversed: isReversed))
  }
}

/// Which points of shapes are the same vertex, and where walks meet or part.
private struct Vertices {
  /// Of each point.
  private(set) var numbers: [Int32]
  /// Of each vertex.
  private(set) var isJunction: [Bool]

  init(of shapes: Shapes) {
    var table = VertexTable(capacity: shapes.points.count)
    numbers = shapes.points.map { table.vertex(at: $0) }
    isJunction = [Bool](repeating: false, count: table.count)
    var neighbours = [(Int32, Int32)](repeating: (-1, -1), count: table.count)
    for part in shapes.parts {
      let range = part.range
      for index in range {
        let vertex = Int(numbers[index])
        let isFirst = index == range.lowerBound
        let isLast = index + 1 == range.upperBound
        if !part.isRing && (isFirst || isLast) {
          isJunction[vertex] = true
          continue
        }
        let before = isFirst ? range.upperBound - 1 : index - 1
        let after = isLast ? range.lowerBound : index + 1
        let pair = (min(numbers[before], numbers[after]), max(numbers[before], numbers[after]))
        if neighbours[vertex].0 < 0 {
          neighbours[vertex] = pair
        } else if neighbours[vertex] != pair {
          isJunction[vertex] = true
        }
        // Where a cut begins or ends, so that an arc is a cut as a whole or not at all.
        if shapes.isSeam[index], shapes.isSeam[before] != shapes.isSeam[after] { isJunction[vertex] = true }
      }
    }
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
