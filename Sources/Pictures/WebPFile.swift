import CWebp
import Diagnostics
import Graphics

/// What a WebP file says of its picture (RFC 9649).
struct WebPFile {
  let width: Int
  let height: Int
  private(set) var orientation = Picture.Orientation.upright
  /// Of its colours; `nil` where it says nothing of them that isn't taken for granted.
  private(set) var profile: [UInt8]?

  static func isOne(_ bytes: [UInt8]) -> Bool {
    bytes.count > 12 && bytes.starts(with: "RIFF".utf8) && bytes[8..<12].elementsEqual("WEBP".utf8)
  }

  init(_ bytes: [UInt8]) throws(PictureProblem) {
    let library = try Self.library()
    var features = WebPBitstreamFeatures()
    guard library.features(bytes, bytes.count, &features, WebPDecoderVersion) == VP8_STATUS_OK else {
      throw Self.broken
    }
    guard features.has_animation == 0 else {
      throw PictureProblem(message: "this WebP moves", advice: "save one picture of it")
    }
    (width, height) = (Int(features.width), Int(features.height))
    var place = 12
    while place + 8 <= bytes.count {
      let count = bytes[place + 4..<place + 8].reversed().reduce(0) { $0 << 8 | Int($1) }
      let end = place + 8 + count
      guard end <= bytes.count else { break }
      let chunk = bytes[place + 8..<end]
      switch String(decoding: bytes[place..<place + 4], as: UTF8.self) {
      case "ICCP": profile = ColourProfile.usable(Array(chunk), components: 3)
      case "EXIF":
        // Some programs put there what begins a segment of a JPEG.
        let mark = Array("Exif\0\0".utf8)
        let exif = chunk.starts(with: mark) ? chunk.dropFirst(mark.count) : chunk
        orientation = Picture.Orientation(exif: exif) ?? orientation
      default: break
      }
      place = end + count % 2
    }
  }

  static func decode(_ picture: Picture, into values: inout [UInt32]) throws(PictureProblem) {
    let library = try library()
    let isDecoded = values.withUnsafeMutableBytes { rows in
      guard let start = rows.baseAddress else { return false }
      // Blue first in memory, then green, red and opacity, as a number of 32 bits has them here.
      return library.decode(
        picture.bytes, picture.bytes.count, start.assumingMemoryBound(to: UInt8.self), rows.count,
        Int32(picture.width * 4)) != nil
    }
    if !isDecoded { throw broken }
  }

  private static let broken = PictureProblem(
    message: "this WebP is broken", advice: "open it in a program for pictures and save it again")

  private static func library() throws(PictureProblem) -> WebPLibrary {
    do { return try WebPLibrary.opened.get() } catch { throw PictureProblem(error) }
  }
}

/// The functions of libwebp, looked up when there is a picture for them (see `SharedLibrary`).
private struct WebPLibrary: Sendable {
  let decode: WebPDecodeBGRAInto_function
  let features: WebPGetFeaturesInternal_function

  static let opened = Result { () throws(DiagnosticError) in try WebPLibrary() }

  private init() throws(DiagnosticError) {
    let library = try SharedLibrary(
      ["libwebp.so.7", "libwebp.so", "libwebp.dylib"],
      missing: DiagnosticError(
        "this is a WebP, and the library libwebp is not installed",
        advice: "install it (Debian: apt-get install libwebp7), or save the picture as PNG or JPEG"))
    decode = try library.find("WebPDecodeBGRAInto")
    features = try library.find("WebPGetFeaturesInternal")
  }
}
