import CCairo
import Graphics

/// A PNG, decoded.
struct Picture {
  let width: Int
  let height: Int
  private let pixels: [UInt32]

  init?(png: [UInt8]) {
    final class Source {
      var rest: ArraySlice<UInt8>
      init(_ bytes: [UInt8]) { rest = bytes[...] }
    }
    let source = Source(png)
    let surface = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(
        { closure, data, length in
          guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
          let source = Unmanaged<Source>.fromOpaque(closure).takeUnretainedValue()
          guard source.rest.count >= length else { return CAIRO_STATUS_READ_ERROR }
          for (index, byte) in source.rest.prefix(Int(length)).enumerated() { data[index] = byte }
          source.rest = source.rest.dropFirst(Int(length))
          return CAIRO_STATUS_SUCCESS
        }, Unmanaged.passUnretained(source).toOpaque())
    }
    defer { cairo_surface_destroy(surface) }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    width = Int(cairo_image_surface_get_width(surface))
    height = Int(cairo_image_surface_get_height(surface))
    let stride = Int(cairo_image_surface_get_stride(surface))
    var pixels: [UInt32] = []
    for y in 0..<height {
      for x in 0..<width {
        pixels.append(UnsafeRawPointer(data).load(fromByteOffset: y * stride + x * 4, as: UInt32.self))
      }
    }
    self.pixels = pixels
  }

  /// "#RRGGBB" of the pixel.
  func color(_ x: Int, _ y: Int) -> String {
    let pixel = pixels[y * width + x]
    return Color(
      red: Double(pixel >> 16 & 0xFF) / 255, green: Double(pixel >> 8 & 0xFF) / 255,
      blue: Double(pixel & 0xFF) / 255
    ).hex
  }

  /// How many pixels of a rectangle have the colour.
  func count(_ color: String, x: Range<Int>, y: Range<Int>) -> Int {
    y.reduce(0) { sum, row in sum + x.count { self.color($0, row) == color } }
  }
}
