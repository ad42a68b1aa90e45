import Graphics

/// Why a file is no picture that can be placed, and what to do.
public struct PictureProblem: Error, Hashable, Sendable {
  public var message: String
  public var advice: String
}

/// The largest file of a picture that is read, in bytes.
public let largestPicture = 20_000_000

/// Reads a picture and looks through all of it: what comes back can be painted.
///
/// - Parameter bytes: of a PNG or JPEG file.
/// - Returns: the picture, with how it was held.
/// - Throws: `PictureProblem` for other formats, broken files and sizes that are none.
public func readPicture(_ bytes: [UInt8]) throws(PictureProblem) -> Picture {
  let picture: Picture
  if let header = PNGHeader(bytes) {
    try check((header.width, header.height))
    if PNGData(bytes, header).isTooLong {
      throw PictureProblem(
        message: "this PNG unpacks to more than its \(header.width) × \(header.height) pixels",
        advice: "open it in a program for pictures and save it again")
    }
    picture = Picture(.png, bytes, width: header.width, height: header.height)
  } else if bytes.starts(with: JPEGHeader.start) {
    let header = try JPEGHeader(bytes)
    try check((header.width, header.height))
    guard header.components != 4 else {
      throw PictureProblem(
        message: "this JPEG is made of the four inks of a press (CMYK)", advice: "save it in RGB")
    }
    picture = Picture(
      .jpeg, bytes, width: header.width, height: header.height, orientation: header.orientation,
      isGreyFile: header.components == 1)
  } else {
    throw PictureProblem(message: "this is neither PNG nor JPEG", advice: "save the picture as one of them")
  }
  try lookThrough(picture)
  return picture
}

private func check(_ size: (width: Int, height: Int)) throws(PictureProblem) {
  let (least, most) = (4, 36_000_000)
  guard min(size.width, size.height) >= least else {
    throw PictureProblem(
      message: "\(size.width) × \(size.height) pixels are no picture", advice: "it needs \(least) each way")
  }
  guard size.width <= most / size.height, max(size.width, size.height) <= 32_000 else {
    throw PictureProblem(
      message: "\(size.width) × \(size.height) pixels are too many",
      advice: "save it smaller: 300 pixels an inch are enough in print, 2500 across a page")
  }
}

/// What stands before the pixels of a JPEG file (ITU-T T.81, annex B).
struct JPEGHeader {
  static let start: [UInt8] = [0xFF, 0xD8, 0xFF]

  var width = 0
  var height = 0
  var components = 0
  var orientation = Picture.Orientation.upright

  init(_ bytes: [UInt8]) throws(PictureProblem) {
    func number(_ place: Int) -> Int { Int(bytes[place]) << 8 | Int(bytes[place + 1]) }
    var place = 2
    while place + 4 <= bytes.count, bytes[place] == 0xFF {
      let marker = bytes[place + 1]
      if marker == 0xFF {
        place += 1
        continue
      }
      let end = place + 2 + number(place + 2)
      guard end >= place + 4, end <= bytes.count else { break }
      // Frames of all kinds but for the markers in between that are none (DHT, JPG, DAC).
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker), end - place >= 10 {
        guard marker < 0xC9 else {
          throw PictureProblem(
            message: "this JPEG is compressed as no PDF may have it (arithmetic coding)",
            advice: "save it again")
        }
        (height, width, components) = (number(place + 5), number(place + 7), Int(bytes[place + 9]))
        return
      }
      if marker == 0xE1 { orientation = Self.orientation(in: bytes[(place + 4)..<end]) ?? orientation }
      place = end
    }
    throw PictureProblem(message: "this JPEG is broken: it says no size", advice: "save it again")
  }

  /// From Exif's first directory (Exif 2.32, 4.6).
  private static func orientation(in segment: ArraySlice<UInt8>) -> Picture.Orientation? {
    guard segment.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let tiff = Array(segment.dropFirst(6))
    guard tiff.count >= 8 else { return nil }
    let isLittle = tiff[0] == UInt8(ascii: "I")
    func number(_ place: Int, _ count: Int) -> Int? {
      guard place >= 0, place + count <= tiff.count else { return nil }
      let bytes = tiff[place..<place + count]
      return isLittle
        ? bytes.reversed().reduce(0) { $0 << 8 | Int($1) } : bytes.reduce(0) { $0 << 8 | Int($1) }
    }
    guard let directory = number(4, 4), let count = number(directory, 2) else { return nil }
    for index in 0..<count {
      let entry = directory + 2 + index * 12
      guard let tag = number(entry, 2) else { return nil }
      if tag == 0x0112 { return number(entry + 8, 2).flatMap(Picture.Orientation.init) }
    }
    return nil
  }
}
