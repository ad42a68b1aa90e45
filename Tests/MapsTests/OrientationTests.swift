import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private func place(_ longitude: Double, _ latitude: Double) -> GeoPoint {
  GeoPoint(longitude: longitude, latitude: latitude)
}

private func map(_ places: [GeoPoint], tinted: [String] = []) -> MapDescription {
  MapDescription(sites: places.map { Site(position: $0, label: "Town") }, tinted: tinted)
}

/// As a column of the report has it: as high as it need be.
private func view(_ map: MapDescription, width: Double = 490) throws -> View {
  let atlas = try shippedAtlas()
  let most = Size(width, 0.95 * width)
  let height = try usefulHeight(of: map, size: most, atlas: atlas, style: makeStyle()) ?? most.height
  return try chooseView(of: map, size: Size(width, height), atlas: atlas, style: makeStyle())
}

private let farPairs: [(String, [GeoPoint], [String])] = [
  ("over the Arctic", [place(37.6, 55.75), place(-77, 38.9)], ["RU", "US"]),
  ("across Eurasia", [place(0, 51.5), place(116.4, 39.9)], ["GB", "CN"]),
  ("over the North Pacific", [place(139.7, 35.7), place(-122.4, 37.8)], ["JP", "US"]),
  ("over the South Pacific", [place(-70.6, -33.4), place(151.2, -33.9)], ["CL", "AU"]),
  ("across the antimeridian", [place(178.44, -18.14), place(-171.76, -13.83)], ["FJ", "WS"]),
  ("over the Atlantic", [place(14.5, 35.9), place(-59.6, 13.1)], ["MT", "BB"]),
  ("in the far north", [place(18.96, 69.65), place(-51.7, 64.2)], ["NO", "GL"]),
]

@Test func northIsUpAtThePlacesOfAMapHoweverFarApartTheyAre() throws {
  for (name, places, tinted) in farPairs {
    let view = try view(map(places, tinted: tinted))
    for place in places {
      let here = view.onFrame(place)
      let north = view.onFrame(GeoPoint(longitude: place.longitude, latitude: place.latitude + 0.5))
      #expect(view.rect.insetBy(14).distance(to: here) == 0, "\(name)")
      #expect(abs(north.x - here.x) < here.y - north.y, "\(name): \(place)")
    }
    #expect(view.onFrame(places[0]).x != view.onFrame(places[1]).x)
  }
}

@Test func aMapThatCrossesTheAntimeridianHasOneSideOfItBesideTheOther() throws {
  for index in [2, 4] {
    let (name, places, tinted) = farPairs[index]
    let view = try view(map(places, tinted: tinted))
    #expect(view.onFrame(places[0]).x < view.onFrame(places[1]).x, "\(name)")
  }
}

/// Above and below the places of these is the sea, so a map of them is no square.
@Test func aMapIsLowerRatherThanShowingOceans() throws {
  for (name, places, tinted) in farPairs.prefix(5) {
    let view = try view(map(places, tinted: tinted))
    #expect(view.size.height < 0.75 * view.size.width, "\(name)")
    #expect(view.size.height >= 0.36 * view.size.width, "\(name)")
  }
  // On land all around them it fills its room.
  let inland = map([place(33.8, -14), place(35, -15.8), place(34, -11.5)], tinted: ["MW"])
  #expect(try view(inland).size.height == 0.95 * 490)
  // Of the world no more is high than is asked for.
  var world = map([place(0, 51.5), place(-58, -34)])
  world.extent = .world
  #expect(try view(world).size.height == 0.52 * 490)
}

@Test func aPartOfTheGlobeShowsNoEdgeOfIt() throws {
  var boxes = map([])
  boxes.extent = .box(GeoBox(west: 25, south: -12, east: 147, north: 55))
  for map in [boxes, map(farPairs[0].1)] {
    let view = try view(map)
    let corners = [
      Point(1, 1), Point(view.size.width - 1, 1), Point(1, view.size.height - 1),
      Point(view.size.width - 1, view.size.height - 1),
    ]
    #expect(view.places(at: corners).allSatisfy { $0 != nil })
  }
}

@Test func anExtentOfLandsIsTheyAndLittleMore() throws {
  let atlas = try shippedAtlas()
  for codes in [["CL"], ["BE", "NL", "LU"], ["PT", "ES", "FR", "DE", "PL", "FI"], ["FJ", "TO"]] {
    var map = map([])
    let outlines = try atlas.outlines(of: codes).flatMap(\.points)
    map.extent = .lands(codes, outlines)
    for width in [230.0, 490] {
      let view = try view(map, width: width)
      let shown = outlines.map(view.onFrame)
      #expect(shown.allSatisfy { view.rect.insetBy(1).distance(to: $0) == 0 }, "\(codes)")
      let (xs, ys) = (shown.map(\.x), shown.map(\.y))
      let filled = ((xs.max() ?? 0) - (xs.min() ?? 0)) / view.size.width
      let high = ((ys.max() ?? 0) - (ys.min() ?? 0)) / view.size.height
      #expect(max(filled, high) > 0.85 && min(filled, high) > 0.2, "\(codes): \(filled) × \(high)")
    }
    #expect(map.alternativeText(title: nil).contains(codes[0]))
  }
}

@Test func aBoxAroundPlacesTakesTheShorterWayRoundTheGlobe() {
  let box = GeoBox(around: [place(178, -18), place(-172, -14), place(-175, -21)])
  #expect((box.west, box.east, box.south, box.north) == (178, -172, -21, -14))
  let europe = GeoBox(around: [place(-9, 38), place(24, 60)])
  #expect((europe.west, europe.east) == (-9, 24))
  let lands = MapDescription.Extent.lands(["A"], [place(178, -18), place(-172, -14)])
  #expect(lands.leavesOut(place(-179, -16)) == nil)
  #expect(lands.leavesOut(place(0, -16)) == "it lies east or west of it")
}
