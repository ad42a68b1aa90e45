import CGeos
import Diagnostics
import Graphics

/// Cuts outlines and lines off at a rectangle, by GEOS. Rings are not closed: their last point is not the first.
final class Clipper {
  private let geos: GEOSLibrary
  private let context: OpaquePointer

  init() throws(DiagnosticError) {
    geos = try GEOSLibrary.opened.get()
    guard let context = geos.start() else {
      throw DiagnosticError("GEOS could not be started", advice: "reinstall the package libgeos-c1v5")
    }
    self.context = context
  }

  deinit { geos.finish(context) }

  /// What of a polygon (an outside and its holes) lies in the rectangle, as any number of polygons.
  func clip(polygon rings: [[Point]], to rect: Rect) throws(DiagnosticError) -> [[[Point]]] {
    guard let outside = rings.first, outside.count >= 3, let bounds = Self.bounds(of: outside) else {
      return []
    }
    if rect.contains(bounds) { return [rings] }
    guard bounds.overlaps(rect) else { return [] }
    guard let geometry = polygon(of: rings) else { throw failure }
    defer { geos.destroy(context, geometry) }
    if let clipped = geos.clip(context, geometry, rect.minX, rect.minY, rect.maxX, rect.maxY) {
      defer { geos.destroy(context, clipped) }
      var result: [[[Point]]] = []
      collectPolygons(of: clipped, into: &result)
      if isPlausible(result, for: rings, in: rect) { return result }
    }
    guard let clipped = clipSlowly(geometry, to: rect) else { throw failure }
    defer { geos.destroy(context, clipped) }
    var result: [[[Point]]] = []
    collectPolygons(of: clipped, into: &result)
    return result
  }

  /// GEOSClipByRect gives up on some outlines that cross themselves (simplifying can make them so), and for others
  /// returns what lies outside them: then the whole rectangle may come back for a sliver, or beside a second piece
  /// that should have been its hole. A few places in the rectangle tell.
  func isPlausible(_ pieces: [[[Point]]], for rings: [[Point]], in rect: Rect) -> Bool {
    let shares = [0.17, 0.5, 0.83]
    let places = shares.flatMap { x in
      shares.map { Point(rect.minX + rect.width * x, rect.minY + rect.height * $0) }
    }
    return places.allSatisfy { place in
      let isInside = encloses(rings, place)
      return pieces.count { encloses($0, place) } == (isInside ? 1 : 0)
    }
  }

  /// The pieces of a line that lie in the rectangle.
  func clip(line: [Point], to rect: Rect) throws(DiagnosticError) -> [[Point]] {
    guard line.count >= 2, let bounds = Self.bounds(of: line) else { return [] }
    if rect.contains(bounds) { return [line] }
    guard bounds.insetBy(-1e-9).overlaps(rect) else { return [] }
    guard let sequence = sequence(of: line, closed: false),
      let geometry = geos.makeLine(context, sequence)
    else { throw failure }
    defer { geos.destroy(context, geometry) }
    guard
      let clipped = geos.clip(context, geometry, rect.minX, rect.minY, rect.maxX, rect.maxY)
        ?? clipSlowly(geometry, to: rect)
    else { throw failure }
    defer { geos.destroy(context, clipped) }
    var result: [[Point]] = []
    collectLines(of: clipped, into: &result)
    return result
  }

  private var failure: DiagnosticError {
    DiagnosticError(
      "GEOS could not cut a shape of the map off at its frame",
      advice: "the atlas may be damaged: make it again with Scripts/make-atlas")
  }

  /// Mends outlines that cross themselves before it cuts.
  private func clipSlowly(_ geometry: OpaquePointer, to rect: Rect) -> OpaquePointer? {
    let corners = [
      rect.origin, Point(rect.maxX, rect.minY), Point(rect.maxX, rect.maxY), Point(rect.minX, rect.maxY),
    ]
    guard let window = polygon(of: [corners]) else { return nil }
    defer { geos.destroy(context, window) }
    guard let valid = geos.mend(context, geometry) else { return nil }
    defer { geos.destroy(context, valid) }
    return geos.intersect(context, valid, window)
  }

  private func polygon(of rings: [[Point]]) -> OpaquePointer? {
    var made: [OpaquePointer?] = []
    for ring in rings where ring.count >= 3 {
      guard let sequence = sequence(of: ring, closed: true),
        let geometry = geos.makeRing(context, sequence)
      else {
        for ring in made { geos.destroy(context, ring) }
        return nil
      }
      made.append(geometry)
    }
    guard let shell = made.first else { return nil }
    var holes = Array(made.dropFirst())
    return geos.makePolygon(context, shell, &holes, UInt32(holes.count))
  }

  private func sequence(of points: [Point], closed: Bool) -> OpaquePointer? {
    var points = points
    if closed, let first = points.first, points.last != first { points.append(first) }
    return points.withUnsafeBytes { bytes in
      geos.makeSequence(
        context, bytes.baseAddress?.assumingMemoryBound(to: Double.self), UInt32(points.count), 0, 0)
    }
  }

  private func points(of geometry: OpaquePointer) -> [Point] {
    guard let sequence = geos.getSequence(context, geometry) else { return [] }
    var count: UInt32 = 0
    guard geos.getSequenceSize(context, sequence, &count) == 1 else { return [] }
    var result = [Point](repeating: .zero, count: Int(count))
    let copied = result.withUnsafeMutableBytes { bytes in
      geos.copySequence(
        context, sequence, bytes.baseAddress?.assumingMemoryBound(to: Double.self), 0, 0)
    }
    return copied == 1 ? result : []
  }

  private func collectPolygons(of geometry: OpaquePointer, into result: inout [[[Point]]]) {
    switch geos.getType(context, geometry) {
    case Int32(GEOS_POLYGON.rawValue):
      guard geos.isEmpty(context, geometry) == 0, let shell = geos.getExteriorRing(context, geometry) else {
        return
      }
      var rings = [Array(points(of: shell).dropLast())]
      for index in 0..<max(0, geos.getInteriorRingCount(context, geometry)) {
        guard let hole = geos.getInteriorRing(context, geometry, index) else { continue }
        rings.append(Array(points(of: hole).dropLast()))
      }
      result.append(rings)
    case Int32(GEOS_MULTIPOLYGON.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for index in 0..<max(0, geos.getPartCount(context, geometry)) {
        guard let part = geos.getPart(context, geometry, index) else { continue }
        collectPolygons(of: part, into: &result)
      }
    default: break
    }
  }

  private func collectLines(of geometry: OpaquePointer, into result: inout [[Point]]) {
    switch geos.getType(context, geometry) {
    case Int32(GEOS_LINESTRING.rawValue), Int32(GEOS_LINEARRING.rawValue):
      let line = points(of: geometry)
      if line.count >= 2 { result.append(line) }
    case Int32(GEOS_MULTILINESTRING.rawValue), Int32(GEOS_GEOMETRYCOLLECTION.rawValue):
      for index in 0..<max(0, geos.getPartCount(context, geometry)) {
        guard let part = geos.getPart(context, geometry, index) else { continue }
        collectLines(of: part, into: &result)
      }
    default: break
    }
  }

  static func bounds(of points: [Point]) -> Rect? {
    guard let first = points.first else { return nil }
    var (minX, minY, maxX, maxY) = (first.x, first.y, first.x, first.y)
    for point in points {
      minX = min(minX, point.x)
      maxX = max(maxX, point.x)
      minY = min(minY, point.y)
      maxY = max(maxY, point.y)
    }
    return Rect(x: minX, y: minY, width: maxX - minX, height: maxY - minY)
  }
}

/// Whether a place lies inside an outline and outside its holes.
private func encloses(_ rings: [[Point]], _ place: Point) -> Bool {
  rings.reduce(false) { $0 != encloses($1, place) }
}

/// Whether a place lies inside a ring (even-odd).
private func encloses(_ ring: [Point], _ place: Point) -> Bool {
  guard var last = ring.last else { return false }
  var isInside = false
  for point in ring {
    if (point.y > place.y) != (last.y > place.y) {
      let x = point.x + (place.y - point.y) / (last.y - point.y) * (last.x - point.x)
      if place.x < x { isInside.toggle() }
    }
    last = point
  }
  return isInside
}
