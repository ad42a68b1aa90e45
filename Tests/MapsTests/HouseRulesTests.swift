import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private func text(_ map: MapDescription, _ change: (inout MapStyle) -> Void) throws -> String {
  var house = makeStyle()
  change(&house)
  return try drawMap(
    map, size: Size(325, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: house
  ).text
}

private let wide = MapDescription(
  sites: [("Baku", 49.87, 40.38), ("Aktau", 51.2, 43.65)].map { name, longitude, latitude in
    Site(position: GeoPoint(longitude: longitude, latitude: latitude), label: name)
  }, tinted: ["KZ"])

@Test func aHouseNamesOnlyTheKindsThatItWants() throws {
  let all = try text(wide) { _ in }
  let countries = try text(wide) { $0.names = [.countries] }
  let waters = try text(wide) { $0.names = [.waters] }
  let none = try text(wide) { $0.names = [] }
  #expect(all.contains("AZERBAIJAN") && all.contains("Caspian"))
  #expect(countries.contains("AZERBAIJAN") && !countries.contains("Caspian"))
  #expect(!waters.contains("AZERBAIJAN") && waters.contains("Caspian"))
  // What the map is about has its name always.
  for text in [waters, none] { #expect(text.contains("KAZAKHSTAN")) }
  #expect(!none.contains("Caspian") && !none.contains("AZERBAIJAN"))
}

@Test func aHouseDoesWithoutLocators() throws {
  let near = MapDescription(sites: sites(["Tashkent"]), tinted: ["UZ"])
  func frames(_ hasLocator: Bool) throws -> Int {
    var style = makeStyle()
    style.hasLocator = hasLocator
    return try drawMap(
      near, size: Size(493, 320), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style
    ).leaves.count { leaf in
      guard case .shape(_, nil, let stroke?) = leaf.item else { return false }
      return stroke.color == style.routeColor && stroke.width == 1.2
    }
  }
  #expect(try frames(true) == 1 && frames(false) == 0)
}
