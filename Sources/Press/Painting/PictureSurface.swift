import CCairo
import Diagnostics
import Graphics
import Pictures

/// A picture's pixels as Cairo paints them.
final class PictureSurface {
  let handle: OpaquePointer
  /// Pixels.
  let width: Int
  let height: Int

  init(_ picture: Picture) throws(DiagnosticError) {
    let pixels: Pixels
    do { pixels = try Pixels(picture) } catch {
      throw DiagnosticError(error.message, advice: error.advice)
    }
    guard
      let handle = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(pixels.width), Int32(pixels.height))
    else { throw Self.failure }
    self.handle = handle
    (width, height) = (pixels.width, pixels.height)
    guard cairo_surface_status(handle) == CAIRO_STATUS_SUCCESS,
      let rows = cairo_image_surface_get_data(handle)
    else { throw Self.failure }
    cairo_surface_flush(handle)
    let stride = Int(cairo_image_surface_get_stride(handle))
    pixels.multiplied.withUnsafeBytes { values in
      guard let source = values.baseAddress else { return }
      for y in 0..<pixels.height {
        UnsafeMutableRawPointer(rows + y * stride)
          .copyMemory(from: source + y * pixels.width * 4, byteCount: pixels.width * 4)
      }
    }
    cairo_surface_mark_dirty(handle)
  }

  deinit { cairo_surface_destroy(handle) }

  private static let failure = DiagnosticError(
    "Cairo gave no picture", advice: "free some memory and try again, or save the picture smaller")
}
