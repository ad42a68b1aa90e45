import Foundation

@testable import Atlas

/// The atlas that is committed, opened anew.
func shippedAtlas() throws -> Atlas { try Atlas(path: shippedAtlasPath) }

let shippedAtlasPath = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Atlas/atlas.gpkg").path

/// Great-circle distance on a sphere, kilometres.
func kilometres(_ a: GeoPoint, _ b: GeoPoint) -> Double {
  let degree = Double.pi / 180
  let (y1, y2) = (a.latitude * degree, b.latitude * degree)
  let half = (sin((y2 - y1) / 2), sin((b.longitude - a.longitude) * degree / 2))
  return 2 * 6371 * asin(sqrt(half.0 * half.0 + cos(y1) * cos(y2) * half.1 * half.1))
}

/// Whether a point lies in one of the polygons, by the even-odd rule.
func contains(_ polygons: [GeoPolygon], _ longitude: Double, _ latitude: Double) -> Bool {
  polygons.contains { polygon in
    var inside = false
    for ring in polygon.rings {
      for (a, b) in zip(ring, ring.dropFirst()) where (a.latitude > latitude) != (b.latitude > latitude) {
        let share = (latitude - a.latitude) / (b.latitude - a.latitude)
        if longitude < a.longitude + share * (b.longitude - a.longitude) { inside.toggle() }
      }
    }
    return inside
  }
}

let centralAsia = GeoBox(west: 50, south: 36, east: 88, north: 56)
