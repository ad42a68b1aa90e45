import Diagnostics
import Platform

extension Atlas {
  /// The country whose land a point lies on.
  public func country(at point: GeoPoint) throws(DiagnosticError) -> String? {
    let spot = GeoBox(
      west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
    return try countries(in: spot, detail: .fine, languages: ["en"]).first { country in
      country.polygons.contains { $0.contains(point) }
    }?.code
  }

  /// Whether a point lies in a country or within 30 km of its land: coasts are simplified, and towns lie on islets.
  public func lies(_ point: GeoPoint, near country: String) throws(DiagnosticError) -> Bool {
    let reach = 30.0
    let north = reach / 111
    let east = min(180, north / max(0.01, cos(point.latitude * .pi / 180)))
    let box = GeoBox(
      west: max(-180, point.longitude - east), south: max(-90, point.latitude - north),
      east: min(180, point.longitude + east), north: min(90, point.latitude + north))
    let found = try countries(in: box, detail: .fine, languages: ["en"]).first { $0.code == country }
    return found?.polygons.contains { $0.contains(point) || $0.isWithin(reach, of: point) } ?? false
  }
}

extension GeoPolygon {
  /// Even and odd: a hole's ring is crossed, too.
  fileprivate func contains(_ point: GeoPoint) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst())
      where (a.latitude > point.latitude) != (b.latitude > point.latitude) {
        let share = (point.latitude - a.latitude) / (b.latitude - a.latitude)
        if point.longitude < a.longitude + share * (b.longitude - a.longitude) { isInside.toggle() }
      }
    }
    return isInside
  }

  fileprivate func isWithin(_ kilometres: Double, of point: GeoPoint) -> Bool {
    let (up, across) = (111.2, 111.2 * cos(point.latitude * .pi / 180))
    return rings.contains { ring in
      zip(ring, ring.dropFirst()).contains { a, b in
        let (ax, ay) = ((a.longitude - point.longitude) * across, (a.latitude - point.latitude) * up)
        let (bx, by) = ((b.longitude - point.longitude) * across, (b.latitude - point.latitude) * up)
        let (dx, dy) = (bx - ax, by - ay)
        let length = dx * dx + dy * dy
        let share = length > 0 ? min(1, max(0, -(ax * dx + ay * dy) / length)) : 0
        let (x, y) = (ax + share * dx, ay + share * dy)
        return x * x + y * y <= kilometres * kilometres
      }
    }
  }
}
