import CZlib
import Graphics

/// A PNG's first chunk (W3C PNG, 11.2.1).
struct PNGHeader {
  static let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  let width: Int
  let height: Int
  /// Of each pixel.
  private let bits: Int
  private let isInterlaced: Bool
  let isGrey: Bool

  /// `nil` for what is no PNG.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= 33, bytes.starts(with: Self.start) else { return nil }
    width = bytes.number(at: 16)
    height = bytes.number(at: 20)
    bits = Int(bytes[24]) * Self.channels(of: bytes[25])
    isInterlaced = bytes[28] != 0
    isGrey = bytes[25] == 0 || bytes[25] == 4
  }

  private static func channels(of colourType: UInt8) -> Int {
    switch colourType {
    case 2: 3
    case 4: 2
    case 6: 4
    default: 1
    }
  }

  /// Rows with the byte that names their filter; interlaced, of seven smaller pictures (8.2). In bytes.
  var lengthOfPixels: Int {
    func rows(_ width: Int, _ height: Int) -> Int {
      width == 0 ? 0 : height * (1 + (width * bits + 7) / 8)
    }
    if !isInterlaced { return rows(width, height) }
    let passes = [
      (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
    ]
    return passes.reduce(0) { sum, pass in
      let (left, top, across, down) = pass
      return sum
        + rows(max(0, width - left + across - 1) / across, max(0, height - top + down - 1) / down)
    }
  }
}

extension [UInt8] {
  /// Of four bytes, the highest first.
  fileprivate func number(at place: Int) -> Int { self[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
}

/// The compressed data of a PNG (W3C PNG, 10 and 11.2.3).
struct PNGData {
  /// Of its chunks' contents, in order.
  private let parts: [Range<Int>]
  /// What its colours mean (11.3.3.3); `nil` where it says nothing of them that isn't taken for granted.
  private(set) var profile: [UInt8]?
  /// Whether it is made of several pictures (APNG 1.0).
  private(set) var moves = false
  /// How a camera was held, of what it says by Exif.
  private(set) var orientation = Picture.Orientation.upright
  private let bytes: [UInt8]
  /// What its pixels take unpacked, in bytes.
  private let expected: Int

  init(_ bytes: [UInt8], _ header: PNGHeader) {
    self.bytes = bytes
    expected = header.lengthOfPixels
    var parts: [Range<Int>] = []
    var place = PNGHeader.start.count
    while place + 12 <= bytes.count {
      let end = place + 8 + bytes.number(at: place)
      guard end + 4 <= bytes.count else { break }
      switch String(decoding: bytes[(place + 4)..<(place + 8)], as: UTF8.self) {
      case "IDAT": parts.append((place + 8)..<end)
      case "iCCP" where !header.isGrey: profile = Self.profile(in: bytes[(place + 8)..<end])
      case "acTL": moves = true
      case "eXIf":
        orientation = Picture.Orientation(exif: bytes[(place + 8)..<end]) ?? orientation
      default: break
      }
      place = end + 4
    }
    self.parts = parts
  }

  /// Behind its name and how it is packed.
  private static func profile(in chunk: ArraySlice<UInt8>) -> [UInt8]? {
    guard let name = chunk.firstIndex(of: 0), name + 2 < chunk.endIndex else { return nil }
    let packed = Array(chunk[(name + 2)...])
    var unpacked = [UInt8](repeating: 0, count: mostOfProfile)
    var count = uLong(unpacked.count)
    guard uncompress(&unpacked, &count, packed, uLong(packed.count)) == Z_OK else { return nil }
    return ColourProfile.usable(Array(unpacked.prefix(Int(count))), components: 3)
  }

  /// In bytes; those of printers have a megabyte.
  private static let mostOfProfile = 4_000_000

  /// Whether more is unpacked than the picture has pixels for: libpng would unpack all of it to throw it away. What is
  /// damaged is left to libpng, which says how.
  var isTooLong: Bool {
    var stream = z_stream()
    guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return false
    }
    defer { inflateEnd(&stream) }
    var unpacked = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    for part in parts {
      var packed = Array(bytes[part])
      let isGoingOn = packed.withUnsafeMutableBufferPointer { packed in
        stream.next_in = packed.baseAddress
        stream.avail_in = UInt32(packed.count)
        while total <= expected {
          let (room, status) = unpacked.withUnsafeMutableBufferPointer { unpacked in
            stream.next_out = unpacked.baseAddress
            stream.avail_out = UInt32(unpacked.count)
            return (unpacked.count, inflate(&stream, Z_NO_FLUSH))
          }
          total += room - Int(stream.avail_out)
          if status != Z_OK { return status == Z_BUF_ERROR }
          if stream.avail_in == 0, stream.avail_out > 0 { return true }
        }
        return false
      }
      if !isGoingOn { break }
    }
    return total > expected
  }
}
