import Graphics

/// What stands before the pixels of a JPEG file (ITU-T T.81, annex B).
struct JPEGHeader {
  static let start: [UInt8] = [0xFF, 0xD8, 0xFF]
  private static let exif = Array("Exif\0\0".utf8)
  private static let profile = Array("ICC_PROFILE\0".utf8)

  var width = 0
  var height = 0
  var components = 0
  var orientation = Picture.Orientation.upright
  /// Of its colours; `nil` where it says nothing of them that isn't taken for granted.
  var profile: [UInt8]? {
    ColourProfile.usable(
      profileParts.sorted { $0.number < $1.number }.flatMap(\.bytes), components: components)
  }
  /// A profile is divided among segments (ICC.1, B.4).
  private var profileParts: [(number: UInt8, bytes: ArraySlice<UInt8>)] = []

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
      let segment = bytes[(place + 4)..<end]
      if marker == 0xE1, segment.starts(with: Self.exif) {
        orientation = Picture.Orientation(exif: segment.dropFirst(Self.exif.count)) ?? orientation
      }
      if marker == 0xE2, segment.starts(with: Self.profile), segment.count > Self.profile.count + 2 {
        let part = segment.dropFirst(Self.profile.count)
        profileParts.append((part[part.startIndex], part.dropFirst(2)))
      }
      place = end
    }
    throw PictureProblem(message: "this JPEG is broken: it says no size", advice: "save it again")
  }
}
