import Foundation

/// Reads the towns of one row of the table `places`, packed as Atlas/README.md describes.
func unpackedPlaces(_ block: Data, country: String) -> [Place]? {
  var places: [Place] = []
  var longitude = 0
  var latitude = 0
  var rest = block[...]

  func varint() -> Int? {
    var number = 0
    var shift = 0
    while let byte = rest.popFirst() {
      number |= Int(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return number }
      shift += 7
      if shift > 56 { return nil }
    }
    return nil
  }
  func difference() -> Int? { varint().map { $0 & 1 == 0 ? $0 >> 1 : -(($0 + 1) >> 1) } }

  while let length = rest.popFirst() {
    guard rest.count > Int(length) else { return nil }
    let name = String(decoding: rest.prefix(Int(length)), as: UTF8.self)
    rest = rest.dropFirst(Int(length))
    guard let east = difference(), let north = difference(), let population = varint() else { return nil }
    longitude += east
    latitude += north
    let position = GeoPoint(longitude: Double(longitude) / 10_000, latitude: Double(latitude) / 10_000)
    places.append(Place(name: name, country: country, position: position, population: population))
  }
  return places
}
