import Atlas
import CProj
import Diagnostics
import Graphics

/// A map projection of WGS 84 by PROJ. Longitudes may lie outside −180…180: what is 190° east stays east of
/// 179°, so that shapes cross the antimeridian in one piece.
final class Projection {
  enum Kind: Hashable {
    /// Azimuthal equal-area (Snyder, Map Projections: A Working Manual, 1987, ch. 24).
    case azimuthal(center: GeoPoint)
    /// Lambert conformal conic with two standard parallels (Snyder, ch. 15).
    case conic(center: GeoPoint, south: Double, north: Double)
    /// Equal Earth (Šavrič, Patterson & Jenny 2018), for the world.
    case world(longitude: Double)

    /// PROJ's own notation.
    var definition: String {
      let ellipsoid = "+ellps=WGS84 +over"
      switch self {
      case .azimuthal(let center):
        return "+proj=laea +lat_0=\(center.latitude) +lon_0=\(center.longitude) \(ellipsoid)"
      case .conic(let center, let south, let north):
        return "+proj=lcc +lat_1=\(south) +lat_2=\(north) +lat_0=\(center.latitude) "
          + "+lon_0=\(center.longitude) \(ellipsoid)"
      case .world(let longitude): return "+proj=eqearth +lon_0=\(longitude) \(ellipsoid)"
      }
    }
  }

  let kind: Kind
  /// The meridian that is straight up and down; shapes are cut opposite to it.
  let centralMeridian: Double
  private let context: OpaquePointer
  private let operation: OpaquePointer

  init(_ kind: Kind) throws(DiagnosticError) {
    self.kind = kind
    switch kind {
    case .azimuthal(let center), .conic(let center, _, _): centralMeridian = center.longitude
    case .world(let longitude): centralMeridian = longitude
    }
    guard let context = proj_context_create() else {
      throw DiagnosticError("PROJ could not be started", advice: "reinstall the package libproj25")
    }
    // Even for a plain "+proj=" text PROJ opens its database of named systems, 4 ms that nothing here needs: it
    // is shown an empty file instead. What it then says about the empty file is of no interest.
    proj_log_func(context, nil) { _, _, _ in }
    let finder: proj_file_finder = { _, _, _ in
      let emptyFile: StaticString = "/dev/null"
      return UnsafeRawPointer(emptyFile.utf8Start).assumingMemoryBound(to: CChar.self)
    }
    proj_context_set_file_finder(context, finder, nil)
    guard let operation = proj_create(context, kind.definition) else {
      proj_context_destroy(context)
      throw DiagnosticError("PROJ does not take the projection '\(kind.definition)'")
    }
    self.context = context
    self.operation = operation
  }

  deinit {
    proj_destroy(operation)
    proj_context_destroy(context)
  }

  /// Projects in place, longitude and latitude in degrees (x, y) to metres east and north. What can't be
  /// projected becomes infinite.
  func forward(_ points: inout [Point]) {
    for index in points.indices {
      points[index].x *= .pi / 180
      points[index].y *= .pi / 180
    }
    transform(&points, PJ_FWD)
  }

  /// Metres east and north to the globe; `nil` where the plane shows no place.
  func inverse(_ points: [Point]) -> [GeoPoint?] {
    var points = points
    transform(&points, PJ_INV)
    return points.map { point in
      guard point.x.isFinite, point.y.isFinite else { return nil }
      return GeoPoint(longitude: wrap(point.x * 180 / .pi), latitude: point.y * 180 / .pi)
    }
  }

  func forward(_ place: GeoPoint) -> Point {
    var points = [Point(unwrap(place.longitude), place.latitude)]
    forward(&points)
    return points[0]
  }

  /// The longitude within 180° of the central meridian.
  func unwrap(_ longitude: Double) -> Double {
    centralMeridian + (longitude - centralMeridian).remainder(dividingBy: 360)
  }

  private func transform(_ points: inout [Point], _ direction: PJ_DIRECTION) {
    let count = points.count
    points.withUnsafeMutableBytes { bytes in
      guard let x = bytes.baseAddress?.assumingMemoryBound(to: Double.self) else { return }
      let stride = MemoryLayout<Point>.stride
      proj_trans_generic(
        operation, direction, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
  }
}

/// The longitude within −180…180.
func wrap(_ longitude: Double) -> Double { longitude.remainder(dividingBy: 360) }
