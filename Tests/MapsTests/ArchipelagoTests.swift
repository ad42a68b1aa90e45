import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

/// A map of these countries and no more, as pack.yml asks for it.
private func map(_ codes: [String]) throws -> MapDescription {
  let outlines = try shippedAtlas().outlines(of: codes)
  var map = MapDescription(sites: [])
  map.extent = .lands(codes, outlines.flatMap(\.points))
  map.extentCountries = codes
  return map
}

/// West and east of the antimeridian, on both sides of it, a string of atolls and islands of some size.
@Test(arguments: ["MV", "KI", "FJ", "TO", "PF", "SC", "TV", "VU", "CV", "KM", "MH", "FM", "BS"])
func anArchipelagoIsSeenWithAllIslandsAndItsName(code: String) throws {
  let (atlas, map) = (try shippedAtlas(), try map([code]))
  let islands = try atlas.islands(of: code)
  #expect(!islands.isEmpty)
  for size in [Size(493, 400), Size(325, 230)] {
    let view = try chooseView(of: map, size: size, atlas: atlas, style: makeStyle())
    #expect(!view.isWorld)
    let data = try fetch(view, from: atlas, whole: map.ownCountries)
    let ground = try Ground(data, of: map, in: view)
    let land = try #require(ground.lands.first { $0.country.code == code })
    // Each is drawn, or is one with a neighbour's spot.
    let drawn = land.polygons.joined().joined() + land.islets
    let largest = islands.map { $0.rings[0].count }.max() ?? 0
    for island in islands where island.rings[0].count > min(6, largest / 2) {
      let point = view.onFrame(island.rings[0][0])
      #expect(view.rect.insetBy(-1).distance(to: point) == 0, "\(code)")
      #expect(drawn.contains { distance(from: $0, to: point) < 6 }, "\(code) \(island.rings[0][0])")
    }
    let name = try #require(try atlas.countryName(code, language: "en"))
    let frame = try drawMap(
      map, size: size, atlas: atlas, typesetter: shippedTypesetter(), style: makeStyle())
    let words = frame.text.lowercased().filter(\.isLetter)
    #expect(words.contains(name.lowercased().filter(\.isLetter)), "\(code): \(words)")
  }
}

/// One large island, or a main part with far ones, is what a map is about.
@Test(arguments: ["MT", "SG", "MU", "PT", "JP", "NZ", "KZ", "LU", "CY"])
func aCountryWithAMainPartIsNoArchipelago(code: String) throws {
  let atlas = try shippedAtlas()
  #expect(try atlas.islands(of: code).isEmpty)
  #expect(try !atlas.outline(of: code).isEmpty)
}
