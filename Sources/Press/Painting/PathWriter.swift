import Graphics

/// Writes shapes as content of a PDF in whole tenths of a point.
struct PathWriter {
  static let unitsPerPoint = 10.0

  /// Down to a whole unit.
  static func rounded(_ length: Double) -> Double { (length * unitsPerPoint).rounded(.down) / unitsPerPoint }

  /// Where on the page the content's own origin lies.
  let origin: Point
  private(set) var content: [UInt8] = []

  init(origin: Point, points: Int) {
    self.origin = origin
    content.reserveCapacity(14 * points + 64)
  }

  mutating func add(_ path: Path, at place: Point, fill: Fill?, stroke: Stroke?) {
    if case .hatch(let color, let ground, let spacing, let width) = fill {
      hatch(path, at: place, color, ground, spacing: spacing, width: width)
      if stroke == nil { return }
    }
    if case .solid(let color) = fill { content.write(color, "rg") }
    if let stroke { set(stroke) }
    addPoints(of: path, at: place)
    switch (fill, stroke) {
    case (.solid?, _?): content.write("B\n")
    case (.solid?, nil): content.write("f\n")
    case (_, _?): content.write("S\n")
    default: content.write("n\n")
    }
  }

  /// A path that is not painted yet.
  mutating func addPoints(of path: Path, at place: Point) {
    let offset = Point(place.x - origin.x, place.y - origin.y)
    path.points.withUnsafeBufferPointer { points in
      var next = 0
      for verb in path.verbs {
        let end = next + verb.pointCount
        while next < end {
          content.write(whole: (points[next].x + offset.x) * Self.unitsPerPoint)
          content.write(whole: (points[next].y + offset.y) * Self.unitsPerPoint)
          next += 1
        }
        switch verb {
        case .move: content.write("m\n")
        case .line: content.write("l\n")
        case .curve: content.write("c\n")
        case .close: content.write("h\n")
        }
      }
    }
  }

  /// The same lines as `Canvas` paints, cut off by the path.
  private mutating func hatch(
    _ path: Path, at place: Point, _ color: Color, _ ground: Color, spacing: Double, width: Double
  ) {
    content.write("q ")
    content.write(ground, "rg")
    addPoints(of: path, at: place)
    content.write("W f\n")
    if let bounds = path.bounds?.offset(by: place), spacing > 0 {
      set(Stroke(color, width: width))
      addPoints(of: .hatching(bounds, spacing: spacing, width: width), at: .zero)
      content.write("S\n")
    }
    content.write("Q\n")
  }

  private mutating func set(_ stroke: Stroke) {
    content.write(stroke.color, "RG")
    content.write(decimal: stroke.width * Self.unitsPerPoint)
    content.write(stroke.cap == .round ? "w 1 J 1 j\n[" : "w 0 J 0 j\n[")
    for length in stroke.dash { content.write(decimal: length * Self.unitsPerPoint) }
    content.write("] 0 d\n")
  }
}

/// Operands and operators of a content stream.
extension [UInt8] {
  mutating func write(_ color: Color, _ operation: StaticString) {
    for part in [color.red, color.green, color.blue] { write(decimal: part) }
    write(operation)
    write("\n")
  }

  mutating func write(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A number with at most six decimals, and a space.
  mutating func write(decimal number: Double) {
    write(number, decimals: 6)
    append(UInt8(ascii: " "))
  }

  /// A number with at most so many decimals, ten or fewer.
  mutating func write(_ number: Double, decimals: Int) {
    var one = 1
    for _ in 0..<decimals { one *= 10 }
    let inside = Swift.max(-farthest, Swift.min(farthest, number))
    let parts = Int(inside * Double(one) + (inside < 0 ? -0.5 : 0.5))
    if parts < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: abs(parts) / one)
    var (rest, unit) = (abs(parts) % one, one / 10)
    if rest > 0 { append(UInt8(ascii: ".")) }
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      (rest, unit) = (rest % unit, unit / 10)
    }
  }

  /// A number rounded to a whole one.
  mutating func write(whole number: Double) {
    // By truncation: rounding to the nearest is a call on many processors, and this is the innermost loop.
    let inside = Swift.max(-farthest, Swift.min(farthest, number))
    let whole = Int(inside < 0 ? inside - 0.5 : inside + 0.5)
    if whole < 0 { append(UInt8(ascii: "-")) }
    append(digitsOf: abs(whole))
    append(UInt8(ascii: " "))
  }

  private mutating func append(digitsOf number: Int) {
    var unit = 1
    while unit * 10 <= number { unit *= 10 }
    var rest = number
    while unit > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}

/// What lies farther out than any page no reader could show.
private let farthest = 9_999_999.0
