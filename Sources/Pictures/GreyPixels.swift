import CPng
import Diagnostics
import Graphics

/// Greys that show through, to be made a picture of.
public struct GreyPixels: Sendable {
  public let width: Int
  public let height: Int
  /// A grey and how opaque it is, in turn.
  private var bytes: [UInt8]

  /// Nothing is seen of it.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
    bytes = [UInt8](repeating: 0, count: 2 * width * height)
  }

  /// - Parameters:
  ///   - index: counted by rows, from the upper left.
  ///   - grey: 0 is black.
  ///   - opacity: from 0 to 1.
  public mutating func set(_ index: Int, grey: UInt8, opacity: Double) {
    let alpha = UInt8(min(255, max(0, (opacity * 255).rounded())))
    bytes[2 * index] = alpha == 0 ? 0 : grey
    bytes[2 * index + 1] = alpha
  }

  /// - Throws: `DiagnosticError` where there is no memory for it.
  public func picture() throws(DiagnosticError) -> Picture {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    (image.width, image.height) = (UInt32(width), UInt32(height))
    image.format = UInt32(PNG_FORMAT_FLAG_ALPHA)
    image.flags = UInt32(PNG_IMAGE_FLAG_FAST)
    var size = png_alloc_size_t(0)
    var file: [UInt8] = []
    let isWritten = bytes.withUnsafeBytes { pixels in
      guard png_image_write_to_memory(&image, nil, &size, 0, pixels.baseAddress, 0, nil) != 0 else {
        return false
      }
      file = [UInt8](repeating: 0, count: size)
      return png_image_write_to_memory(&image, &file, &size, 0, pixels.baseAddress, 0, nil) != 0
    }
    guard isWritten else {
      throw DiagnosticError("libpng gave no picture", advice: "free some memory and try again")
    }
    return Picture(.png, Array(file.prefix(size)), width: width, height: height, isGreyFile: true)
  }
}
