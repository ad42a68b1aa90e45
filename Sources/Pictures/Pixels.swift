import CJpeg
import CPng
import Graphics

/// A picture's pixels row by row, each 0xAARRGGBB.
public struct Pixels: Sendable {
  public var width: Int
  public var height: Int
  public var values: [UInt32]

  /// Whether nothing shows through.
  public var isOpaque: Bool { values.allSatisfy { $0 >> 24 == 0xFF } }

  /// Whether there are no colours in it.
  public var isGrey: Bool {
    values.allSatisfy { $0 >> 16 & 255 == $0 & 255 && $0 >> 8 & 255 == $0 & 255 }
  }

  /// The same with their colours multiplied by their opacity.
  public var multiplied: [UInt32] {
    values.map { value in
      let alpha = value >> 24
      if alpha == 255 { return value }
      func part(_ shift: UInt32) -> UInt32 { ((value >> shift & 255) * alpha + 127) / 255 << shift }
      return alpha << 24 | part(16) | part(8) | part(0)
    }
  }

  init(width: Int, height: Int, values: [UInt32]) {
    (self.width, self.height, self.values) = (width, height, values)
  }

  /// Decodes a picture into sRGB; one that is grey in greys. A drawing as sharp as print needs it.
  ///
  /// - Throws: `PictureProblem` where the file is broken, which those of `readPicture` are not.
  public init(_ picture: Picture) throws(PictureProblem) {
    (width, height) = (picture.width, picture.height)
    values = [UInt32](repeating: 0, count: width * height)
    switch picture.format {
    case .jpeg: try readJPEG(picture, into: &values)
    case .png: try readPNG(picture, into: &values)
    case .webp: try WebPFile.decode(picture, into: &values)
    case .svg: self = try SVGDrawing(picture.bytes).pixels()
    }
    if let profile = picture.profile, !picture.isGreyFile {
      try ColourProfile.convert(&values, from: profile)
    }
    if picture.isGrey { turnGrey() }
  }

  private mutating func turnGrey() {
    // Lightness is the same where luminance is; it is weighed in light, not in the values that stand for it.
    let light = (0...255).map { value in
      let share = Double(value) / 255
      return Color(red: share, green: share, blue: share).luminance
    }
    let greys = (0...Self.steps).map { step in
      UInt32((Color(luminance: Double(step) / Double(Self.steps)).red * 255).rounded())
    }
    for index in values.indices {
      let value = values[index]
      let (red, green, blue) = (Int(value >> 16 & 255), Int(value >> 8 & 255), Int(value & 255))
      let luminance = 0.2126 * light[red] + 0.7152 * light[green] + 0.0722 * light[blue]
      let grey = greys[Int((luminance * Double(Self.steps)).rounded())]
      values[index] = value & 0xFF00_0000 | grey << 16 | grey << 8 | grey
    }
  }

  /// More than there are greys, most of which are dark.
  private static let steps = 8192
}

/// Decodes a picture and keeps nothing of it.
func lookThrough(_ picture: Picture) throws(PictureProblem) {
  if picture.format != .jpeg { return _ = try Pixels(picture) }
  var nothing: [UInt32] = []
  try readJPEG(picture, into: &nothing)
}

private func readJPEG(_ picture: Picture, into values: inout [UInt32]) throws(PictureProblem) {
  var message = [CChar](repeating: 0, count: Int(JMSG_LENGTH_MAX))
  let isWanted = !values.isEmpty
  let isRead = values.withUnsafeMutableBufferPointer { rows in
    jpeg_read_whole(
      picture.bytes, picture.bytes.count, UInt32(picture.width), UInt32(picture.height),
      isWanted ? rows.baseAddress : nil, &message)
  }
  if isRead == 0 { throw broken("JPEG", message) }
}

private func readPNG(_ picture: Picture, into values: inout [UInt32]) throws(PictureProblem) {
  var image = png_image()
  image.version = UInt32(PNG_IMAGE_VERSION)
  let isRead = picture.bytes.withUnsafeBytes { bytes in
    guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0 else { return false }
    guard image.width == picture.width, image.height == picture.height else {
      png_image_free(&image)
      return false
    }
    // Blue first in memory, then green, red and opacity, as a number of 32 bits has them here.
    image.format = UInt32(PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_BGR)
    return values.withUnsafeMutableBytes { rows in
      png_image_finish_read(&image, nil, rows.baseAddress, 0, nil) != 0
    }
  }
  if isRead { return }
  let message = withUnsafeBytes(of: &image.message) { $0.map { CChar(bitPattern: $0) } }
  throw broken("PNG", message)
}

private func broken(_ format: String, _ message: [CChar]) -> PictureProblem {
  let reason = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  return PictureProblem(
    message: "this \(format) is broken" + (reason.isEmpty ? "" : " (\(reason))"),
    advice: "open it in a program for pictures and save it again")
}
