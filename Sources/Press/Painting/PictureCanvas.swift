import CCairo
import Diagnostics
import Graphics
import Pictures

/// A picture that Cairo paints, and the pen on it.
final class PictureCanvas: Canvas {
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let sink = ByteSink()
  private var typefaces: [FontFace: Typeface] = [:]
  /// Reused from run to run.
  private var glyphs: [cairo_glyph_t] = []

  /// A white picture of `size` points at `scale` pixels a point.
  init(_ size: Size, scale: Double) throws(DiagnosticError) {
    let (width, height) = ((size.width * scale).rounded(.up), (size.height * scale).rounded(.up))
    guard width >= 1, height >= 1, width <= 32_767, height <= 32_767 else {
      throw DiagnosticError(
        "a picture of \(size.width) × \(size.height) points at \(scale) pixels a point cannot be made",
        advice: "choose a scale that gives between 1 and 32767 pixels each way")
    }
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, Int32(width), Int32(height)),
      let context = cairo_create(surface)
    else { throw DiagnosticError("Cairo gave no surface", advice: "free some memory and try again") }
    self.surface = surface
    self.context = context
    cairo_set_source_rgb(context, 1, 1, 1)
    cairo_paint(context)
    cairo_scale(context, scale, scale)
    let options = cairo_font_options_create()
    defer { cairo_font_options_destroy(options) }
    let status = cairo_font_options_status(options)
    if status != CAIRO_STATUS_SUCCESS { throw Self.failure(status) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    cairo_set_font_options(context, options)
    try check()
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  // MARK: Results

  func encodePNG() throws(DiagnosticError) -> [UInt8] {
    try check()
    let status = cairo_surface_write_to_png_stream(surface, ByteSink.write, sink.pointer)
    if status != CAIRO_STATUS_SUCCESS { throw Self.failure(status) }
    return sink.bytes
  }

  /// Cairo's objects go into an error state instead of failing at once; this finds it.
  func check() throws(DiagnosticError) {
    for status in [cairo_status(context), cairo_surface_status(surface)] where status != CAIRO_STATUS_SUCCESS
    {
      throw Self.failure(status)
    }
  }

  private static func failure(_ status: cairo_status_t, painting subject: String = "the page")
    -> DiagnosticError
  {
    DiagnosticError(
      "\(subject) cannot be painted: \(String(cString: cairo_status_to_string(status)))",
      advice: status == CAIRO_STATUS_NO_MEMORY
        ? "free some memory and try again" : "this is a fault of Bayan: please report it with the pack")
  }

  // MARK: Marks

  func beginMark(_ kind: StructureTag.Kind, number: Int, reading: String?) {}

  func endMark() {}

  // MARK: Shapes

  func beginTransform(_ transform: Transform) {
    cairo_save(context)
    var matrix = cairo_matrix_t(
      xx: transform.xx, yx: transform.yx, xy: transform.xy, yy: transform.yy, x0: transform.dx,
      y0: transform.dy)
    cairo_transform(context, &matrix)
  }

  func endTransform() { cairo_restore(context) }

  func beginClip(_ rect: Rect) -> Bool {
    cairo_save(context)
    cairo_rectangle(context, rect.minX, rect.minY, rect.width, rect.height)
    cairo_clip(context)
    var (x1, y1, x2, y2) = (0.0, 0.0, 0.0, 0.0)
    cairo_clip_extents(context, &x1, &y1, &x2, &y2)
    return x1 < x2 && y1 < y2
  }

  func endClip() { cairo_restore(context) }

  func paint(_ shapes: ArraySlice<Frame.Placed>, at origin: Point) {
    for placed in shapes {
      guard case .shape(let path, let fill, let stroke) = placed.item else { continue }
      paint(path, at: origin + placed.origin, fill: fill, stroke: stroke)
    }
  }

  private func paint(_ path: Path, at origin: Point, fill: Fill?, stroke: Stroke?) {
    guard !path.isEmpty else { return }
    trace(path, at: origin)
    switch fill {
    case nil: break
    case .solid(let color):
      setColor(color)
      cairo_fill_preserve(context)
    case .hatch(let color, let ground, let spacing, let width):
      setColor(ground)
      cairo_fill_preserve(context)
      hatch(color, spacing: spacing, width: width)
      trace(path, at: origin)
    }
    if let stroke { self.stroke(stroke) }
    cairo_new_path(context)
  }

  func paint(_ picture: Picture, in place: Rect) throws(DiagnosticError) {
    if picture.format == .svg, !picture.isGrey { return try paint(drawing: picture, in: place) }
    let surface = try PictureSurface(picture)
    // From the file's pixels to the unit square, to how it is seen, to its place.
    let (width, height) = (Double(surface.width), Double(surface.height))
    let unit = Transform(xx: 1 / width, xy: 0, yx: 0, yy: 1 / height, dx: 0, dy: 0)
    let seen = Transform(xx: place.width, xy: 0, yx: 0, yy: place.height, dx: place.minX, dy: place.minY)
    beginTransform(seen.after(picture.orientation.transform).after(unit))
    cairo_set_source_surface(context, surface.handle, 0, 0)
    cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
    cairo_paint(context)
    endTransform()
    try check()
  }

  private func paint(drawing: Picture, in place: Rect) throws(DiagnosticError) {
    beginTransform(Transform(xx: 1, xy: 0, yx: 0, yy: 1, dx: place.minX, dy: place.minY))
    defer { endTransform() }
    do { try SVGDrawing(drawing.bytes).paint(on: context, size: place.size) } catch {
      throw DiagnosticError(error.message, advice: error.advice)
    }
    try check()
  }

  private func trace(_ path: Path, at origin: Point) {
    cairo_new_path(context)
    let (x, y) = (origin.x, origin.y)
    var next = 0
    for verb in path.verbs {
      switch verb {
      case .move: cairo_move_to(context, x + path.points[next].x, y + path.points[next].y)
      case .line: cairo_line_to(context, x + path.points[next].x, y + path.points[next].y)
      case .curve:
        let (control1, control2, end) = (path.points[next], path.points[next + 1], path.points[next + 2])
        cairo_curve_to(
          context, x + control1.x, y + control1.y, x + control2.x, y + control2.y, x + end.x, y + end.y)
      case .close: cairo_close_path(context)
      }
      next += verb.pointCount
    }
  }

  /// Strokes the current path and ends it.
  private func stroke(_ stroke: Stroke) {
    setColor(stroke.color)
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_cap(context, stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_line_join(context, stroke.cap == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER)
    cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), 0)
    cairo_stroke(context)
  }

  /// Lines across the current path, which ends.
  private func hatch(_ color: Color, spacing: Double, width: Double) {
    guard spacing > 0 else { return }
    cairo_save(context)
    var (x1, y1, x2, y2) = (0.0, 0.0, 0.0, 0.0)
    cairo_path_extents(context, &x1, &y1, &x2, &y2)
    cairo_clip(context)
    let bounds = Rect(x: x1, y: y1, width: x2 - x1, height: y2 - y1)
    trace(.hatching(bounds, spacing: spacing, width: width), at: .zero)
    stroke(Stroke(color, width: width))
    cairo_restore(context)
  }

  private func setColor(_ color: Color) { cairo_set_source_rgb(context, color.red, color.green, color.blue) }

  // MARK: Text

  func showUnseen(_ run: GlyphRun, at origin: Point) {}

  func show(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    if !run.turns.isEmpty { return try showTurned(run, at: origin) }
    if let halo = run.halo {
      try trace(run, at: origin)
      stroke(Stroke(halo.color, width: halo.width, dash: halo.dash, cap: .round))
    }
    try prepare(run, at: origin)
    setColor(run.color)
    if run.isTransparent { cairo_set_operator(context, CAIRO_OPERATOR_MULTIPLY) }
    defer { if run.isTransparent { cairo_set_operator(context, CAIRO_OPERATOR_OVER) } }
    cairo_show_glyphs(context, glyphs, Int32(glyphs.count))
    let status = cairo_status(context)
    if status != CAIRO_STATUS_SUCCESS {
      throw Self.failure(status, painting: "the text '\(run.text)' in \(run.face.name)")
    }
  }

  /// Paints a run whose glyphs are turned piece by piece: all that Cairo shows at once it turns alike.
  private func showTurned(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    if let halo = run.halo {
      try trace(run, at: origin)
      stroke(Stroke(halo.color, width: halo.width, dash: halo.dash, cap: .round))
    }
    for (piece, place) in run.pieces {
      beginTransform(place.moved(by: origin))
      try show(piece, at: .zero)
      endTransform()
    }
  }

  /// Makes the outlines of a run's glyphs the current path.
  private func trace(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    cairo_new_path(context)
    if run.turns.isEmpty {
      try prepare(run, at: origin)
      return cairo_glyph_path(context, glyphs, Int32(glyphs.count))
    }
    for (piece, place) in run.pieces {
      beginTransform(place.moved(by: origin))
      try prepare(piece, at: .zero)
      cairo_glyph_path(context, glyphs, Int32(glyphs.count))
      endTransform()
    }
  }

  /// The outlines of a run's glyphs, on the page.
  func outline(of run: GlyphRun, at origin: Point) throws(DiagnosticError) -> Path {
    try trace(run, at: origin)
    try check()
    guard let found = cairo_copy_path(context) else { return Path() }
    defer { cairo_path_destroy(found) }
    cairo_new_path(context)
    var path = Path()
    var index = 0
    while index < found.pointee.num_data {
      let data = found.pointee.data + index
      func point(_ number: Int) -> Point { Point(data[number].point.x, data[number].point.y) }
      switch data.pointee.header.type {
      case CAIRO_PATH_MOVE_TO: path.move(to: point(1))
      case CAIRO_PATH_LINE_TO: path.line(to: point(1))
      case CAIRO_PATH_CURVE_TO: path.curve(to: point(3), control1: point(1), control2: point(2))
      default: path.close()
      }
      index += max(1, Int(data.pointee.header.length))
    }
    return path
  }

  /// Selects a run's font and puts its glyphs where they stand on the page.
  private func prepare(_ run: GlyphRun, at origin: Point) throws(DiagnosticError) {
    try select(run)
    glyphs.removeAll(keepingCapacity: true)
    for glyph in run.glyphs {
      glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: origin.x + glyph.x, y: origin.y + glyph.y))
    }
  }

  private func select(_ run: GlyphRun) throws(DiagnosticError) {
    let typeface: Typeface
    if let known = typefaces[run.face] {
      typeface = known
    } else {
      typeface = try Typeface(run.face)
      typefaces[run.face] = typeface
    }
    cairo_set_font_face(context, typeface.handle)
    var matrix = cairo_matrix_t(
      xx: run.fontSize * run.stretch, yx: 0, xy: 0, yy: run.fontSize, x0: 0, y0: 0)
    cairo_set_font_matrix(context, &matrix)
  }
}

/// A font face of Cairo's; it keeps its font file alive as long as Cairo itself needs it.
private final class Typeface {
  let handle: OpaquePointer

  init(_ font: FontFace) throws(DiagnosticError) {
    let file = try FontFile(font)
    // FT_LOAD_NO_HINTING is a macro that Swift does not see: 1 << 1.
    guard let handle = cairo_ft_font_face_create_for_ft_face(file.face, 1 << 1) else {
      throw DiagnosticError("Cairo gave no font face", advice: "free some memory and try again")
    }
    let status = cairo_font_face_set_user_data(
      handle, Self.key, Unmanaged.passRetained(file).toOpaque(),
      { pointer in
        if let pointer { Unmanaged<FontFile>.fromOpaque(pointer).release() }
      })
    guard status == CAIRO_STATUS_SUCCESS, cairo_font_face_status(handle) == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(handle)
      throw DiagnosticError(
        "font file '\(font.file)' cannot be painted with: \(String(cString: cairo_status_to_string(status)))",
        advice: "install the package of \(font.name) again, or take this file away")
    }
    self.handle = handle
  }

  deinit { cairo_font_face_destroy(handle) }

  /// Cairo tells user data apart by the address of a key; nothing is ever read or written through it.
  nonisolated(unsafe) private static let key = UnsafePointer(
    UnsafeMutablePointer<cairo_user_data_key_t>.allocate(capacity: 1))
}

/// Collects what Cairo writes.
private final class ByteSink {
  var bytes: [UInt8] = []

  /// Not retained: whoever passes it on keeps the sink alive.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
