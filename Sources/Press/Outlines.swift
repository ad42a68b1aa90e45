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
    let around = (place ?? Rect(origin: origin, size: .zero)).insetBy(-0.5)
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

/// Writes shapes as content of a PDF whose unit is a tenth of a point and whose y grows downwards.
struct OutlineWriter {
  static let unitsPerPoint = 10.0

  /// Where on the page the content's own origin lies.
  let origin: Point
  private(set) var content: [UInt8] = []

  init(origin: Point, points: Int) {
    self.origin = origin
    content.reserveCapacity(14 * points + 64)
  }

  /// Hatches are left out.
  mutating func add(_ path: Path, at place: Point, fill: Fill?, stroke: Stroke?) {
    if case .solid(let color) = fill { write(color, "rg") }
    if let stroke { set(stroke) }
    let offset = Point(place.x - origin.x, place.y - origin.y)
    for element in path.elements {
      switch element {
      case .move(let point): write(point, offset, "m\n")
      case .line(let point): write(point, offset, "l\n")
      case .curve(let control1, let control2, let end):
        write(control1, offset, "")
        write(control2, offset, "")
        write(end, offset, "c\n")
      case .close: write("h\n")
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

  private mutating func write(_ point: Point, _ offset: Point, _ operation: StaticString) {
    write(whole: (point.x + offset.x) * Self.unitsPerPoint)
    write(whole: (point.y + offset.y) * Self.unitsPerPoint)
    write(operation)
  }

  private mutating func write(_ text: StaticString) {
    content.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A positive number with at most three decimals.
  private mutating func write(decimal number: Double) {
    let thousandths = Int(max(0, min(Self.farthest, number * 1000 + 0.5)))
    append(thousandths / 1000)
    var rest = thousandths % 1000
    if rest > 0 { content.append(UInt8(ascii: ".")) }
    for unit in [100, 10, 1] where rest > 0 {
      content.append(UInt8(ascii: "0") + UInt8(rest / unit))
      rest %= unit
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

  var pointCount: Int { if case .shape(let path, _, _) = self { path.elements.count } else { 0 } }
}

extension Stroke {
  /// How far the line reaches from its path: with mitred corners up to the usual limit of ten line widths.
  fileprivate var reach: Double { cap == .round ? width : width * 5 }
}
