import Graphics

/// Shapes with very many points (a map's lands and coasts), written as a PDF's form by ourselves.
///
/// Cairo notes every shape, plays all back for the page, prints each coordinate with its decimals and compresses it at
/// zlib's usual level: of the time for a report with four maps that was almost half. Here coordinates are whole tenths of
/// a point, a fifth of what a map's outlines are simplified by at most. Cairo still says where the form stands, what is
/// cut off and what it means: it paints a small picture in its place (see `Canvas.showPlaceholder`).
struct Outlines {
  /// Where the form stands on the page; all of the shapes with their lines lies in it. At least a point each way, since
  /// nothing can be scaled to nothing.
  let place: Rect
  /// The form's content, from the place's upper left corner.
  let content: [UInt8]

  /// With fewer points in all, shapes are painted by Cairo as all others.
  static let leastPoints = 200

  /// - Parameters:
  ///   - shapes: painted one after the other; those that aren't shapes, or are hatched, are left out.
  ///   - origin: of the frame on the page that they are items of.
  init(_ shapes: ArraySlice<Frame.Placed>, at origin: Point) {
    var place: Rect?
    for placed in shapes {
      guard case .shape(let path, _, let stroke) = placed.item, let bounds = path.bounds else { continue }
      let rect = Rect(origin: origin + placed.origin + bounds.origin, size: bounds.size)
        .insetBy(-(stroke?.reach ?? 0))
      place = place?.union(rect) ?? rect
    }
    var around = (place ?? Rect(origin: origin, size: .zero)).insetBy(-0.5)
    // What is drawn to tenths of a point already stays as it is.
    around.origin.x = origin.x + OutlineWriter.rounded(around.minX - origin.x)
    around.origin.y = origin.y + OutlineWriter.rounded(around.minY - origin.y)
    let points = shapes.reduce(0) { $0 + $1.item.pointCount }
    var writer = OutlineWriter(origin: around.origin, points: points)
    for placed in shapes {
      guard case .shape(let path, let fill, let stroke) = placed.item, !path.isEmpty else { continue }
      writer.add(path, at: origin + placed.origin, fill: fill, stroke: stroke)
    }
    self.place = around
    content = writer.content
  }
}

/// Writes shapes as content of a PDF in whole tenths of a point.
struct OutlineWriter {
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

  /// What is added until `end` is mapped from points of its own to the content around it, whose unit is a point.
  mutating func begin(_ transform: Transform) {
    write("q ")
    for factor in [transform.xx, transform.yx, transform.xy, transform.yy] {
      write(decimal: factor / Self.unitsPerPoint)
    }
    write(decimal: transform.dx)
    write(decimal: transform.dy)
    write("cm\n")
  }

  mutating func end() { write("Q\n") }

  /// Hatches are left out.
  mutating func add(_ path: Path, at place: Point, fill: Fill?, stroke: Stroke?) {
    if case .solid(let color) = fill { write(color, "rg") }
    if let stroke { set(stroke) }
    let offset = Point(place.x - origin.x, place.y - origin.y)
    path.points.withUnsafeBufferPointer { points in
      var next = 0
      for verb in path.verbs {
        let end = next + verb.pointCount
        while next < end {
          write(whole: (points[next].x + offset.x) * Self.unitsPerPoint)
          write(whole: (points[next].y + offset.y) * Self.unitsPerPoint)
          next += 1
        }
        switch verb {
        case .move: write("m\n")
        case .line: write("l\n")
        case .curve: write("c\n")
        case .close: write("h\n")
        }
      }
    }
    switch (fill, stroke) {
    case (.solid?, _?): write("B\n")
    case (.solid?, nil): write("f\n")
    case (_, _?): write("S\n")
    default: write("n\n")
    }
  }

  private mutating func set(_ stroke: Stroke) {
    write(stroke.color, "RG")
    write(decimal: stroke.width * Self.unitsPerPoint)
    write(stroke.cap == .round ? "w 1 J 1 j\n[" : "w 0 J 0 j\n[")
    for length in stroke.dash { write(decimal: length * Self.unitsPerPoint) }
    write("] 0 d\n")
  }

  private mutating func write(_ color: Color, _ operation: StaticString) {
    for part in [color.red, color.green, color.blue] { write(decimal: part) }
    write(operation)
    write("\n")
  }

  private mutating func write(_ text: StaticString) {
    content.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A number with at most six decimals.
  private mutating func write(decimal number: Double) {
    let millionths = Int(max(-Self.farthest, min(Self.farthest, number)) * 1e6 + (number < 0 ? -0.5 : 0.5))
    if millionths < 0 { content.append(UInt8(ascii: "-")) }
    append(abs(millionths) / 1_000_000)
    var (rest, unit) = (abs(millionths) % 1_000_000, 100_000)
    if rest > 0 { content.append(UInt8(ascii: ".")) }
    while rest > 0 {
      content.append(UInt8(ascii: "0") + UInt8(rest / unit))
      (rest, unit) = (rest % unit, unit / 10)
    }
    content.append(UInt8(ascii: " "))
  }

  /// A number rounded to a whole one.
  private mutating func write(whole number: Double) {
    // By truncation: rounding to the nearest is a call on many processors, and this is the innermost loop.
    let inside = max(-Self.farthest, min(Self.farthest, number))
    let whole = Int(inside < 0 ? inside - 0.5 : inside + 0.5)
    if whole < 0 { content.append(UInt8(ascii: "-")) }
    append(abs(whole))
    content.append(UInt8(ascii: " "))
  }

  /// What lies farther out than any page no reader could show.
  private static let farthest = 9_999_999.0

  private mutating func append(_ number: Int) {
    var unit = 1
    while unit * 10 <= number { unit *= 10 }
    var rest = number
    while unit > 0 {
      content.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}

extension Frame.Item {
  /// Whether `Outlines` can write it.
  var isOutline: Bool {
    switch self {
    case .shape(_, fill: .hatch, _): false
    case .shape: true
    default: false
    }
  }

  var pointCount: Int { if case .shape(let path, _, _) = self { path.points.count } else { 0 } }
}

extension Stroke {
  /// How far the line reaches from its path: with mitred corners up to the usual limit of ten line widths.
  fileprivate var reach: Double { cap == .round ? width : width * 5 }
}
