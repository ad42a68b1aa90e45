import Atlas
import Platform

/// The place in the middle of others, on the sphere; for places that balance each other, the first.
func mean(of places: [GeoPoint]) -> GeoPoint {
  var (x, y, z) = (0.0, 0.0, 0.0)
  for place in places {
    let vector = direction(of: place)
    (x, y, z) = (x + vector.x, y + vector.y, z + vector.z)
  }
  let length = (x * x + y * y + z * z).squareRoot()
  guard length > 1e-6 * Double(places.count) else { return places[0] }
  let latitude = asin(max(-1, min(1, z / length))) * 180 / .pi
  // At a pole no meridian is straight up by itself: Greenwich is as good as any, and stays the same.
  let longitude = abs(latitude) > 89.9 ? 0 : atan2(y, x) * 180 / .pi
  return GeoPoint(longitude: longitude, latitude: latitude)
}

/// Degrees of a great circle between two places, on the sphere.
func angle(from a: GeoPoint, to b: GeoPoint) -> Double {
  2 * asin(min(1, chord(direction(of: a), direction(of: b)) / 2)) * 180 / .pi
}

/// A unit vector from the middle of the sphere.
typealias Direction = (x: Double, y: Double, z: Double)

/// Straight through the sphere of radius 1.
func chord(_ a: Direction, _ b: Direction) -> Double {
  let (x, y, z) = (a.x - b.x, a.y - b.y, a.z - b.z)
  return (x * x + y * y + z * z).squareRoot()
}

/// The unit vector from the middle of the sphere.
func direction(of place: GeoPoint) -> Direction {
  let (longitude, latitude) = (place.longitude * .pi / 180, place.latitude * .pi / 180)
  return (cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude))
}

extension [Direction] {
  /// The chord between the two that lie farthest apart.
  var span: Double {
    var longest = 0.0
    for (index, first) in enumerated() {
      for second in self[(index + 1)...] { longest = Swift.max(longest, chord(first, second)) }
    }
    return longest
  }
}
