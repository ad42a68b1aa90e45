import Foundation
import TestSupport

@testable import Atlas

/// Where the atlas that is committed lies.
let shippedAtlasPath = projectPath("Atlas/atlas.gpkg")

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
