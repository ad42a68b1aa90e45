import Atlas
import Foundation
import Graphics

/// A map projection of WGS 84. Longitudes may lie outside −180…180: what is 190° east stays east of 179°, so that shapes
/// cross the antimeridian in one piece.
struct Projection: Sendable {
  enum Kind: Hashable, Sendable {
    /// Azimuthal equal-area (Snyder, Map Projections: A Working Manual, 1987, ch. 24).
    case azimuthal(center: GeoPoint)
    /// Lambert conformal conic with two standard parallels on one side of the equator (Snyder, ch. 15).
    case conic(center: GeoPoint, south: Double, north: Double)
    /// Equal Earth (Šavrič, Patterson & Jenny 2018), for the world.
    case world(longitude: Double)
  }

  let kind: Kind
  /// The meridian that is straight up and down; shapes are cut opposite to it.
  let centralMeridian: Double
  private let form: Form

  private enum Form {
    case azimuthal(AzimuthalEqualArea)
    case conic(ConformalConic)
    case world(EqualEarth)
  }

  init(_ kind: Kind) {
    self.kind = kind
    switch kind {
    case .azimuthal(let center):
      centralMeridian = center.longitude
      form = .azimuthal(AzimuthalEqualArea(latitude: center.latitude * .pi / 180))
    case .conic(let center, let south, let north):
      centralMeridian = center.longitude
      form = .conic(
        ConformalConic(
          latitude: center.latitude * .pi / 180, south: south * .pi / 180, north: north * .pi / 180))
    case .world(let longitude):
      centralMeridian = longitude
      form = .world(EqualEarth())
    }
  }

  /// Projects in place, longitude and latitude in degrees (x, y) to metres east and north. What can't be
  /// projected becomes infinite.
  func forward(_ points: inout [Point]) {
    switch form {
    case .azimuthal(let form): project(&points, form.forward)
    case .conic(let form): project(&points, form.forward)
    case .world(let form): project(&points, form.forward)
    }
  }

  private func project(_ points: inout [Point], _ forward: (_ longitude: Double, _ latitude: Double) -> Point)
  {
    for index in points.indices {
      let longitude = (points[index].x - centralMeridian) * .pi / 180
      points[index] = forward(longitude, points[index].y * .pi / 180)
    }
  }

  /// Metres east and north to the globe; `nil` where the plane shows no place.
  func inverse(_ points: [Point]) -> [GeoPoint?] {
    points.map { point in
      guard point.x.isFinite, point.y.isFinite else { return nil }
      let place: Point? =
        switch form {
        case .azimuthal(let form): form.inverse(point)
        case .conic(let form): form.inverse(point)
        case .world(let form): form.inverse(point)
        }
      guard let place else { return nil }
      return GeoPoint(
        longitude: wrap(centralMeridian + place.x * 180 / .pi), latitude: place.y * 180 / .pi)
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
}

/// The longitude within −180…180.
func wrap(_ longitude: Double) -> Double { longitude.remainder(dividingBy: 360) }
