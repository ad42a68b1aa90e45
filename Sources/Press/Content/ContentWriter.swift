import Graphics

/// Writes a content stream (ISO 32000-1, 8 and 9). What is set already isn't set again.
struct ContentWriter {
  /// How exactly coordinates are written.
  struct Precision {
    /// Of the content, per point.
    var units: Double
    var decimals: Int

    /// Thousandths of a point.
    static let fine = Precision(units: 1, decimals: 3)
    /// Whole tenths of a point, for outlines of very many points.
    static let coarse = Precision(units: 10, decimals: 0)
  }

  /// What operators set and `Q` sets back.
  private struct State {
    var fill: Color?
    var line: Line?
    var font: Font?
    var isTransparent = false
  }

  private struct Line: Equatable {
    var stroke: Stroke
    var units: Double
  }

  private struct Font: Equatable {
    var number: Int
    var size: Double
  }

  /// Where a glyph is named by its number in the font file, and not yet by that in the PDF.
  struct GlyphPlace {
    /// Of four hexadecimal digits.
    var offset: Int
    /// By the page's own number.
    var font: Int
    var glyph: UInt32
  }

  private(set) var content: [UInt8] = []
  private(set) var glyphs: [GlyphPlace] = []
  /// A colour in content that shall be grey.
  private(set) var strayColor: Color?
  private let isGrey: Bool
  private var state = State()
  private var saved: [State] = []

  /// - Parameter isGrey: whether all colours are greys and are written as such.
  init(isGrey: Bool = false) { self.isGrey = isGrey }

  mutating func write(_ text: StaticString) { content.write(text) }

  mutating func write(_ text: String) { content.append(contentsOf: text.utf8) }

  mutating func write(decimal number: Double) { content.write(decimal: number) }

  mutating func write(whole number: Double) { content.write(whole: number) }

  /// A glyph's code; those of several digits are only known when the font is embedded. `font` is the page's own number.
  mutating func write(_ code: PDFFont.Code, font: Int) {
    if code.digits == 4 { glyphs.append(GlyphPlace(offset: content.count, font: font, glyph: code.value)) }
    write(hexadecimal: code.value, digits: code.digits)
  }

  mutating func write(hexadecimal number: UInt32, digits: Int) {
    for place in (0..<digits).reversed() { content.append(hexadecimalDigit(number >> UInt32(4 * place))) }
  }

  // MARK: State

  mutating func save() {
    saved.append(state)
    content.write("q\n")
  }

  mutating func restore() {
    state = saved.popLast() ?? State()
    content.write("Q\n")
  }

  mutating func concatenate(_ transform: Transform) {
    write(transform)
    content.write("cm\n")
    // Lines are as wide as the transformation makes them.
    state.line = nil
  }

  /// The six numbers of a matrix.
  mutating func write(_ transform: Transform) {
    for factor in [transform.xx, transform.yx, transform.xy, transform.yy] { content.write(decimal: factor) }
    write(transform.dx, .fine)
    write(transform.dy, .fine)
  }

  mutating func setFill(_ color: Color) {
    if state.fill == color { return }
    state.fill = color
    write(color, grey: "g\n", "rg\n")
  }

  mutating func setStroke(_ color: Color) { write(color, grey: "G\n", "RG\n") }

  private mutating func write(_ color: Color, grey: StaticString, _ operation: StaticString) {
    if isGrey {
      if color.red != color.green || color.green != color.blue { strayColor = color }
      content.write(decimal: color.red)
      return content.write(grey)
    }
    for part in [color.red, color.green, color.blue] { content.write(decimal: part) }
    content.write(operation)
  }

  mutating func setLine(_ stroke: Stroke, _ precision: Precision = .fine) {
    let line = Line(stroke: stroke, units: precision.units)
    if state.line == line { return }
    state.line = line
    setStroke(stroke.color)
    content.write(decimal: stroke.width * precision.units)
    content.write(stroke.cap == .round ? "w 1 J 1 j [" : "w 0 J 0 j [")
    for length in stroke.dash { content.write(decimal: length * precision.units) }
    content.write("] 0 d\n")
  }

  mutating func setTransparent(_ isTransparent: Bool) {
    if state.isTransparent == isTransparent { return }
    state.isTransparent = isTransparent
    content.write(isTransparent ? "/Multiply gs\n" : "/Normal gs\n")
  }

  mutating func setFont(_ number: Int, size: Double) {
    let font = Font(number: number, size: size)
    if state.font == font { return }
    state.font = font
    write("\(PDFFonts.name(of: number)) ")
    content.write(decimal: size)
    content.write("Tf ")
  }

  // MARK: Paths

  mutating func paint(
    _ path: Path, from origin: Point, fill: Fill?, stroke: Stroke?, _ precision: Precision = .fine
  ) {
    if path.isEmpty { return }
    if case .hatch(let color, let ground, let spacing, let width) = fill {
      hatch(path, from: origin, color, ground, spacing: spacing, width: width, precision)
      if stroke == nil { return }
    }
    if case .solid(let color) = fill { setFill(color) }
    if let stroke { setLine(stroke, precision) }
    add(path, from: origin, precision)
    switch (fill, stroke) {
    case (.solid?, _?): content.write("B\n")
    case (.solid?, nil): content.write("f\n")
    case (_, _?): content.write("S\n")
    default: content.write("n\n")
    }
  }

  /// Lines across a path, on its ground.
  private mutating func hatch(
    _ path: Path, from origin: Point, _ color: Color, _ ground: Color, spacing: Double, width: Double,
    _ precision: Precision
  ) {
    save()
    setFill(ground)
    add(path, from: origin, precision)
    content.write("W f\n")
    if let bounds = path.bounds?.offset(by: origin), spacing > 0 {
      setLine(Stroke(color, width: width), precision)
      add(.hatching(bounds, spacing: spacing, width: width), from: .zero, precision)
      content.write("S\n")
    }
    restore()
  }

  /// A path that is not painted yet.
  mutating func add(_ path: Path, from origin: Point, _ precision: Precision = .fine) {
    content.reserveCapacity(content.count + 14 * path.points.count)
    path.points.withUnsafeBufferPointer { points in
      var next = 0
      for verb in path.verbs {
        let end = next + verb.pointCount
        while next < end {
          write(points[next].x + origin.x, precision)
          write(points[next].y + origin.y, precision)
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

  /// Cuts off what is painted outside until `restore`.
  mutating func clip(to rect: Rect) {
    for number in [rect.minX, rect.minY, rect.width, rect.height] { write(number, .fine) }
    content.write("re W n\n")
  }

  /// A coordinate and a space.
  mutating func write(_ coordinate: Double, _ precision: Precision) {
    if precision.decimals == 0 { return content.write(whole: coordinate * precision.units) }
    content.write(coordinate * precision.units, decimals: precision.decimals)
    content.write(" ")
  }
}
