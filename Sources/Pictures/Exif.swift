import Graphics

extension Picture.Orientation {
  /// From Exif's first directory (Exif 2.32, 4.6), which begins with the order of its bytes.
  init?(exif segment: ArraySlice<UInt8>) {
    let tiff = Array(segment)
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
      if tag == 0x0112 {
        guard let orientation = number(entry + 8, 2).flatMap(Self.init(rawValue:)) else { return nil }
        self = orientation
        return
      }
    }
    return nil
  }
}
