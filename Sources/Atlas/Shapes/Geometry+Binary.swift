import Foundation

/// Reads the geometries of a GeoPackage (OGC 12-128r18, clause 2.1.3: a header, then well-known binary), as
/// `Scripts/make-atlas` writes them: little-endian, without z and m.
struct BinaryGeometry {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int

  /// Fails where the bytes are not such a geometry.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 13, bytes[0] == UInt8(ascii: "G"), bytes[1] == UInt8(ascii: "P") else { return nil }
    let flags = bytes[3]
    // Bit 0: little-endian; bits 1–3: what envelope follows; bit 5: an extension's own encoding.
    let envelope = Int(flags >> 1 & 7)
    guard flags & 1 == 1, flags & 0x20 == 0, envelope <= 4 else { return nil }
    self.bytes = bytes
    offset = 8 + [0, 32, 48, 48, 64][envelope]
  }

  /// The polygons of a polygon or multipolygon that meet one of the boxes (all of them without boxes).
  mutating func polygons(meeting boxes: [GeoBox]) -> [GeoPolygon]? {
    guard let kind = header() else { return nil }
    if kind == 3 { return polygon(meeting: boxes).map { $0.rings.isEmpty ? [] : [$0] } }
    guard kind == 6, let count = integer() else { return nil }
    var polygons: [GeoPolygon] = []
    for _ in 0..<count {
      guard header() == 3, let polygon = polygon(meeting: boxes) else { return nil }
      if !polygon.rings.isEmpty { polygons.append(polygon) }
    }
    return polygons
  }

  mutating func line() -> [GeoPoint]? {
    guard header() == 2, let count = integer() else { return nil }
    return points(count)
  }

  /// The lines of a multilinestring whose bounds meet one of the boxes.
  mutating func lines(meeting boxes: [GeoBox]) -> [[GeoPoint]]? {
    guard header() == 5, let count = integer() else { return nil }
    var lines: [[GeoPoint]] = []
    for _ in 0..<count {
      guard header() == 2, let size = integer(), size <= (bytes.count - offset) / 16 else { return nil }
      let extent = extent(size)
      guard let line = points(size) else { return nil }
      if boxes.contains(where: { $0.meets(extent) }) { lines.append(line) }
    }
    return lines
  }

  mutating func point() -> GeoPoint? {
    guard header() == 1 else { return nil }
    return points(1)?.first
  }

  /// A polygon; without rings where its outside meets none of the boxes.
  private mutating func polygon(meeting boxes: [GeoBox]) -> GeoPolygon? {
    guard let count = integer() else { return nil }
    var rings: [[GeoPoint]] = []
    var isSeen = true
    for index in 0..<count {
      guard let size = integer(), size <= (bytes.count - offset) / 16 else { return nil }
      if index == 0, !boxes.isEmpty {
        let extent = extent(size)
        isSeen = boxes.contains { $0.meets(extent) }
      }
      if isSeen {
        guard let ring = points(size) else { return nil }
        rings.append(ring)
      } else {
        offset += size * 16
      }
    }
    return GeoPolygon(rings: rings)
  }

  /// The bounds of the next points, which stay unread.
  private func extent(_ count: Int) -> GeoBox {
    var box = GeoBox(west: .infinity, south: .infinity, east: -.infinity, north: -.infinity)
    for index in 0..<count {
      let x = bytes.loadUnaligned(fromByteOffset: offset + index * 16, as: Double.self)
      let y = bytes.loadUnaligned(fromByteOffset: offset + index * 16 + 8, as: Double.self)
      box.west = min(box.west, x)
      box.east = max(box.east, x)
      box.south = min(box.south, y)
      box.north = max(box.north, y)
    }
    return box
  }

  private mutating func points(_ count: Int) -> [GeoPoint]? {
    guard count <= (bytes.count - offset) / 16 else { return nil }
    let start = offset
    offset += count * 16
    return (0..<count).map { index in
      GeoPoint(
        longitude: bytes.loadUnaligned(fromByteOffset: start + index * 16, as: Double.self),
        latitude: bytes.loadUnaligned(fromByteOffset: start + index * 16 + 8, as: Double.self))
    }
  }

  /// The kind of the next shape: 1 a point, 2 a line, 3 a polygon, 5 several lines, 6 several polygons.
  private mutating func header() -> UInt32? {
    guard offset + 5 <= bytes.count, bytes[offset] == 1 else { return nil }
    offset += 1
    return integer().map { UInt32($0) }
  }

  private mutating func integer() -> Int? {
    guard offset + 4 <= bytes.count else { return nil }
    defer { offset += 4 }
    return Int(bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian)
  }
}

extension GeoBox {
  /// One box, or two where it lies across the antimeridian, with west ≤ east each.
  var halves: [GeoBox] {
    if west <= east { return [self] }
    return [
      GeoBox(west: west, south: south, east: 180, north: north),
      GeoBox(west: -180, south: south, east: east, north: north),
    ]
  }

  /// Whether two boxes with west ≤ east have a point in common.
  func meets(_ other: GeoBox) -> Bool {
    west <= other.east && other.west <= east && south <= other.north && other.south <= north
  }
}
