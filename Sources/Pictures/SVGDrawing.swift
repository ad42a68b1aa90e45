import CCairo
import CRsvg
import Diagnostics
import Graphics

/// A drawing in SVG, painted by librsvg. It owns librsvg's handle.
public final class SVGDrawing {
  /// Points.
  public let size: Size
  private let handle: UnsafeMutableRawPointer
  private let library: RsvgLibrary

  /// - Parameter bytes: of a file that `SVGCheck` found nothing wrong with.
  /// - Throws: what librsvg says is wrong with it; that it says no size.
  public init(_ bytes: [UInt8]) throws(PictureProblem) {
    do { library = try RsvgLibrary.opened.get() } catch { throw PictureProblem(error) }
    var error: UnsafeMutablePointer<RsvgError>?
    guard let handle = library.read(bytes, bytes.count, &error) else {
      throw Self.problem(error, library)
    }
    self.handle = handle
    library.setResolution(handle, Self.pixelsPerInch)
    let pixels = Self.pixels(of: handle, library)
    let pointsPerPixel = 72 / Self.pixelsPerInch
    size = Size((pixels?.width ?? 0) * pointsPerPixel, (pixels?.height ?? 0) * pointsPerPixel)
    guard let pixels, min(pixels.width, pixels.height) >= 1, max(pixels.width, pixels.height) <= Self.largest,
      max(pixels.width, pixels.height) <= min(pixels.width, pixels.height) * Self.longest
    else {
      throw PictureProblem(
        message: pixels == nil ? "this SVG says no size" : "the size that this SVG says is none",
        advice: "give its <svg> a viewBox, such as viewBox=\"0 0 800 600\"")
    }
  }

  /// The size that a drawing says; where it leaves that to whoever shows it, that of what is to be seen of it.
  private static func pixels(of handle: UnsafeMutableRawPointer, _ library: RsvgLibrary) -> Size? {
    var (width, height) = (0.0, 0.0)
    if library.size(handle, &width, &height) != 0 { return Size(width, height) }
    var (hasWidth, hasHeight, hasBox) = (Int32(0), Int32(0), Int32(0))
    var (ownWidth, ownHeight, box) = (RsvgLength(), RsvgLength(), RsvgRectangle())
    library.dimensions(handle, &hasWidth, &ownWidth, &hasHeight, &ownHeight, &hasBox, &box)
    return hasBox == 0 ? nil : Size(box.width, box.height)
  }

  deinit { library.free(handle) }

  /// CSS's (CSS Values 3, 5.2).
  private static let pixelsPerInch = 96.0
  private static let largest = 100_000.0
  /// Width by height, or height by width.
  private static let longest = 100.0

  /// Paints it into a context of Cairo's, from its origin, as large as `size` says.
  public func paint(on context: OpaquePointer, size: Size) throws(PictureProblem) {
    var place = RsvgRectangle(x: 0, y: 0, width: size.width, height: size.height)
    var error: UnsafeMutablePointer<RsvgError>?
    guard library.paint(handle, UnsafeMutableRawPointer(context), &place, &error) != 0 else {
      throw Self.problem(error, library)
    }
  }

  /// Of the longer side, wherever pixels must do.
  private static let pixels = 2400.0

  /// The drawing as pixels, for what can't be lines: greys, and seeing whether it can be painted at all.
  func pixels() throws(PictureProblem) -> Pixels {
    let factor = Self.pixels / max(size.width, size.height)
    let shown = Size((size.width * factor).rounded(.up), (size.height * factor).rounded(.up))
    let (width, height) = (Int(shown.width), Int(shown.height))
    var values = [UInt32](repeating: 0, count: width * height)
    let failure = values.withUnsafeMutableBytes { bytes -> PictureProblem? in
      let surface = cairo_image_surface_create_for_data(
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), CAIRO_FORMAT_ARGB32, Int32(width),
        Int32(height), Int32(width * 4))
      defer { cairo_surface_destroy(surface) }
      guard let context = cairo_create(surface) else { return nil }
      defer { cairo_destroy(context) }
      let painting = Result { () throws(PictureProblem) in try paint(on: context, size: shown) }
      cairo_surface_flush(surface)
      if case .failure(let problem) = painting { return problem }
      return nil
    }
    if let failure { throw failure }
    return Pixels(width: width, height: height, values: values.map(Self.divided))
  }

  /// Without the opacity that Cairo multiplies colours by.
  private static func divided(_ value: UInt32) -> UInt32 {
    let alpha = value >> 24
    if alpha == 255 || alpha == 0 { return value }
    func part(_ shift: UInt32) -> UInt32 {
      min(255, ((value >> shift & 255) * 255 + alpha / 2) / alpha) << shift
    }
    return alpha << 24 | part(16) | part(8) | part(0)
  }

  /// The drawing as a PDF of one page, as large as `size` says.
  public func pdf() throws(PictureProblem) -> [UInt8] {
    let sink = DrawingSink()
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        DrawingSink.write, Unmanaged.passUnretained(sink).toOpaque(), size.width, size.height)
    else { throw Self.failure }
    defer { cairo_surface_destroy(surface) }
    guard let context = cairo_create(surface) else { throw Self.failure }
    defer { cairo_destroy(context) }
    try paint(on: context, size: size)
    cairo_show_page(context)
    cairo_surface_finish(surface)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else { throw Self.failure }
    return sink.bytes
  }

  private static let failure = PictureProblem(
    message: "this SVG can't be painted", advice: "save it again, or as PNG")

  private static func problem(
    _ error: UnsafeMutablePointer<RsvgError>?, _ library: RsvgLibrary
  ) -> PictureProblem {
    guard let error else { return failure }
    defer { library.freeError(error) }
    let reason = error.pointee.message.map { String(cString: $0) } ?? ""
    return PictureProblem(
      message: "this SVG can't be painted" + (reason.isEmpty ? "" : " (\(reason))"), advice: failure.advice)
  }
}

/// Collects what Cairo writes.
private final class DrawingSink {
  var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<DrawingSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}

/// The functions of librsvg, looked up when there is a drawing for them (see `SharedLibrary`).
struct RsvgLibrary: Sendable {
  let read: rsvg_handle_new_from_data_function
  let setResolution: rsvg_handle_set_dpi_function
  let size: rsvg_handle_get_intrinsic_size_in_pixels_function
  let dimensions: rsvg_handle_get_intrinsic_dimensions_function
  let paint: rsvg_handle_render_document_function
  let free: g_object_unref_function
  let freeError: g_error_free_function

  static let opened = Result { () throws(DiagnosticError) in try RsvgLibrary() }

  private init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["librsvg-2.so.2", "librsvg-2.so", "librsvg-2.dylib"],
      missing: DiagnosticError(
        "this is an SVG, and the library librsvg (2.52 or later) is not installed",
        advice: "install it (Debian: apt-get install librsvg2-2), or save the drawing as PNG"))
    read = try library.find("rsvg_handle_new_from_data")
    setResolution = try library.find("rsvg_handle_set_dpi")
    size = try library.find("rsvg_handle_get_intrinsic_size_in_pixels")
    dimensions = try library.find("rsvg_handle_get_intrinsic_dimensions")
    paint = try library.find("rsvg_handle_render_document")
    free = try library.find("g_object_unref")
    freeError = try library.find("g_error_free")
  }
}
