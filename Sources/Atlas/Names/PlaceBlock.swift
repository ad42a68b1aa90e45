/// Reads the towns of one row of the table `places`, packed as Atlas/README.md describes.
func unpackedPlaces(_ block: UnsafeRawBufferPointer, country: String) -> [Place]? {
  var places: [Place] = []
  let isWhole = readBlock(block) { _, town in
    places.append(town.place(country: country))
    return true
  }
  return isWhole ? places : nil
}

/// One town of a row of the table `places`, counted from 0.
func unpackedPlace(_ block: UnsafeRawBufferPointer, at index: Int, country: String) -> Place? {
  var place: Place?
  let isWhole = readBlock(block) { number, town in
    if number == index { place = town.place(country: country) }
    return number < index
  }
  return isWhole ? place : nil
}

private struct PackedTown {
  var name: Slice<UnsafeRawBufferPointer>
  /// Thousandths of a degree.
  var longitude: Int
  var latitude: Int
  var population: Int

  func place(country: String) -> Place {
    Place(
      name: String(decoding: name, as: UTF8.self), country: country,
      position: GeoPoint(longitude: Double(longitude) / 1000, latitude: Double(latitude) / 1000),
      population: population)
  }
}

/// Reads town after town until `body` has enough. False where the block is damaged.
private func readBlock(_ block: UnsafeRawBufferPointer, _ body: (Int, PackedTown) -> Bool) -> Bool {
  var town = PackedTown(name: block[..<0], longitude: 0, latitude: 0, population: 0)
  var rest = block[...]
  var number = 0

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
    guard rest.count > Int(length) else { return false }
    town.name = rest.prefix(Int(length))
    rest = rest.dropFirst(Int(length))
    guard let east = difference(), let north = difference(), let population = varint() else { return false }
    town.longitude += east
    town.latitude += north
    town.population = population
    if !body(number, town) { return true }
    number += 1
  }
  return true
}
