import Atlas
import CProj

/// Shortest ways on WGS 84, after Karney, Algorithms for geodesics, 2013 (PROJ's geodesic.h).
enum Geodesic {
  /// Metres.
  static func distance(from start: GeoPoint, to end: GeoPoint) -> Double {
    var ellipsoid = wgs84()
    var distance = 0.0
    geod_inverse(
      &ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, &distance, nil, nil)
    return distance
  }

  /// The direction in which the shortest way begins, degrees clockwise from north, from -180 to 180.
  static func azimuth(from start: GeoPoint, to end: GeoPoint) -> Double {
    var ellipsoid = wgs84()
    var azimuth = 0.0
    geod_inverse(
      &ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, nil, &azimuth, nil)
    return azimuth
  }

  /// The place so many metres away in a direction (degrees clockwise from north).
  static func place(from start: GeoPoint, azimuth: Double, metres: Double) -> GeoPoint {
    var ellipsoid = wgs84()
    var place = GeoPoint(longitude: 0, latitude: 0)
    geod_direct(
      &ellipsoid, start.latitude, start.longitude, azimuth, metres, &place.latitude, &place.longitude, nil)
    return place
  }

  /// Places along the way, both ends included, not farther apart than `step` metres.
  static func path(from start: GeoPoint, to end: GeoPoint, step: Double) -> [GeoPoint] {
    var ellipsoid = wgs84()
    var line = geod_geodesicline()
    geod_inverseline(
      &line, &ellipsoid, start.latitude, start.longitude, end.latitude, end.longitude, 0)
    let count = max(1, Int((line.s13 / step).rounded(.up)))
    return (0...count).map { index in
      var place = GeoPoint(longitude: 0, latitude: 0)
      geod_position(
        &line, line.s13 * Double(index) / Double(count), &place.latitude, &place.longitude, nil)
      return place
    }
  }

  private static func wgs84() -> geod_geodesic {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, 6_378_137, 1 / 298.257223563)
    return ellipsoid
  }
}
