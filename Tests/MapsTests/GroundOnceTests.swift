import Atlas
import Foundation
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

/// Whether a place lies in a polygon by the rule that shapes are filled by.
private func holds(_ polygons: [Ground.Polygon], _ place: Point) -> Bool {
  polygons.joined().reduce(into: Path()) { $0.append(.polyline($1, closed: true)) }.contains(place)
}

/// A piece of a border at any scale: a country whose outline was cut off wrongly would cover its neighbours.
@Test func noPlaceLiesInTwoCountriesHoweverNearTheMapIs() throws {
  var generator = SeededGenerator(seed: 11)
  let borders = [
    (68.5, 41.5), (71, 40.5), (69.3, 41.4), (4.9, 51.4), (9.5, 47.2), (55.9, 26.2), (44.8, 40.2),
    (13.7, 45.6),
    (-70.2, -17.5), (20.5, 54.7), (91.8, 25.9), (29.9, -3.3), (114, 4.7), (6.1, 49.6), (35.5, 33.1),
    (-58.4, -34.2),
  ]
  for (longitude, latitude) in borders {
    for _ in 0..<6 {
      func shift(_ most: Double) -> Double { Double.random(in: -most...most, using: &generator) }
      let middle = GeoPoint(longitude: longitude + shift(1.5), latitude: latitude + shift(1))
      let kilometres = Double.random(in: 60...900, using: &generator)
      let size = Size(
        Double.random(in: 70...480, using: &generator).rounded(),
        Double.random(in: 60...300, using: &generator).rounded())
      var map = MapDescription(sites: [Site(position: middle, label: "A")])
      map.extent = .around(middle, kilometres: kilometres)
      let view = try chooseView(of: [], size: size, extent: map.extent)
      let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
      for row in 0..<9 {
        for column in 0..<9 {
          let place = Point(size.width * (Double(column) + 0.53) / 9, size.height * (Double(row) + 0.47) / 9)
          let found = ground.lands.filter { holds($0.polygons, place) }.map(\.country.code)
          #expect(found.count <= 1, "\(found) at \(place) of \(size), \(middle), \(kilometres)")
        }
      }
    }
  }
}

/// Told by even and odd alone, a piece that should have been the other's hole is right at every place, and paints all.
@Test func piecesThatLieOverEachOtherAreNoPolygonCutOff() throws {
  let rect = Rect(x: 0, y: 0, width: 10, height: 10)
  let corners = [Point(0, 0), Point(10, 0), Point(10, 10), Point(0, 10)]
  let (left, right) = (
    [Point(0, 0), Point(4, 0), Point(4, 10), Point(0, 10)],
    [Point(4, 0), Point(10, 0), Point(10, 10), Point(4, 10)]
  )
  let clipper = try Clipper()
  #expect(clipper.isPlausible([[left]], for: [left], in: rect))
  #expect(!clipper.isPlausible([[corners], [right]], for: [left], in: rect))
  #expect(!clipper.isPlausible([[corners]], for: [left], in: rect))
  #expect(clipper.isPlausible([[corners, right]], for: [left], in: rect))
}
