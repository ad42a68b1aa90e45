import Atlas
import Evidence
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private func site(
  _ label: String, _ longitude: Double, _ latitude: Double, _ country: String, isNamed: Bool = true
)
  -> Site
{
  Site(
    position: GeoPoint(longitude: longitude, latitude: latitude), label: label, isNamed: isNamed,
    country: country)
}

@Test func alternativeTextNamesPlacesCountriesAndTheGreatestDistance() {
  let map = MapDescription(sites: [
    site("Astana", 71.4306, 51.1801, "Kazakhstan"), site("Tashkent", 69.2163, 41.2646, "Uzbekistan"),
    site("Shymkent", 69.5958, 42.3, "Kazakhstan"),
    site("Samarkand", 66.9597, 39.6542, "Uzbekistan", isNamed: false),
  ])
  #expect(
    map.alternativeText()
      == "Map of Astana and Shymkent in Kazakhstan and Tashkent in Uzbekistan. For orientation also Samarkand in "
      + "Uzbekistan. Tashkent lies about 1120 km south of Astana, Shymkent about 120 km north of Tashkent, Samarkand "
      + "about 260 km south-west of Tashkent. Astana and Samarkand are farthest apart: about 1330 km.")
}

@Test func alternativeTextTellsARoute() {
  let stops = [site("Bukhara", 64.4286, 39.7747, ""), site("Samarkand", 66.9597, 39.6542, "")]
  let map = MapDescription(sites: stops, routes: [.init(stops: stops.map(\.position))])
  #expect(
    map.alternativeText()
      == "Map of Bukhara and Samarkand. Samarkand lies about 220 km east of Bukhara. "
      + "A route leads from Bukhara to Samarkand: about 220 km.")
}

@Test func alternativeTextOfAMapOfCountriesSaysWhichAndWhatTheirShadesMean() {
  var map = MapDescription(sites: [])
  map.shades = [
    .init(country: "KE", name: "Kenya", value: .init(6, "6%")),
    .init(country: "TZ", name: "Tanzania", value: .init(5, "5%", status: .target)),
  ]
  #expect(
    map.alternativeText()
      == "Map of Kenya and Tanzania. Countries in the shade of their values: Kenya 6%; Tanzania 5% (target).")
}

@Test func alternativeTextNamesTheCountriesOfABoundary() {
  var map = MapDescription(sites: [])
  map.border = .init(between: "KE", and: "TZ", label: "Trade: $900 m", names: ["Kenya", "Tanzania"])
  #expect(
    map.alternativeText()
      == "Map of Kenya and Tanzania. The boundary between Kenya and Tanzania is marked: Trade: $900 m.")
}

@Test func alternativeTextTellsEachLayerWithItsValuesAndPlaces() {
  var map = MapDescription(sites: [site("Voi", 38.57, -3.4, "Kenya"), site("Tanga", 39.1, -5.07, "Tanzania")])
  map.sites[0].numbers = [1]
  map.sites[1].symbol = .init(3, "≈ 3 t")
  map.flows = [.init(from: map.sites[0].position, to: map.sites[1].position, value: .init(7, "7 t"))]
  map.events = [.init(number: 1, label: "Ministers met", period: Period("2019"))]
  let text = map.alternativeText()
  #expect(text.contains("Arrows as wide as their values: Voi to Tanga 7 t."))
  #expect(text.contains("Circles as large as their values: Tanga ≈ 3 t."))
  #expect(text.contains("Numbered events: 1 Ministers met, 2019 (Voi)."))
}

@Test func alternativeTextEndsASentenceWithOneFullStop() {
  let map = MapDescription(sites: [site("Stanley", -57.86, -51.69, "Falkland Is.")])
  #expect(map.alternativeText() == "Map of Stanley in Falkland Is.")
}

@Test func alternativeTextBeginsWithTheTitleAndSaysWhatIsAround() {
  let map = MapDescription(sites: [site("Stanley", -57.86, -51.69, "")])
  var sight = MapSight()
  sight.neighbours = [.init(name: "Argentina", wind: "west"), .init(name: "Chile", wind: nil)]
  (sight.magnified, sight.hasLocator) = (["Stanley", "Fitzroy"], true)
  #expect(
    map.alternativeText(title: "Where is it?", sight)
      == "Where is it? Map of Stanley. Also on the map: Argentina in the west and Chile. "
      + "A small map in a corner shows Stanley and Fitzroy enlarged. "
      + "A small map in a corner shows where in the world this lies.")
}

@Test func alternativeTextOfManyPlacesSaysOnWhichSideEachLies() {
  let map = MapDescription(
    sites: (0..<16).map { site("P\($0)", Double($0 % 4), Double($0 / 4) * 2, "") })
  let text = map.alternativeText()
  #expect(text.contains("From the middle of these: in the north P13 and P14"))
  for site in map.sites { #expect(text.ranges(of: site.label).count >= 2, "\(site.label)") }
}

@Test func aDrawnMapSaysWhichCountriesAreAroundItsOwn() throws {
  let map = MapDescription(
    sites: [site("Astana", 71.4306, 51.1801, ""), site("Tashkent", 69.2163, 41.2646, "")],
    tinted: ["KZ", "UZ"])
  var leftOut: [String] = []
  let drawn = try drawMap(
    map, size: Size(480, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(),
    style: makeStyle(),
    leftOut: &leftOut)
  let names = drawn.sight.neighbours.map(\.name)
  // Just those that are named on it.
  let written = drawn.frame.leaves.compactMap { leaf -> String? in
    if case .text(let run) = leaf.item { run.text.lowercased() } else { nil }
  }
  #expect(names.contains("China") && names.contains("Russia"))
  #expect(!names.contains("Kazakhstan"))
  for name in names { #expect(written.joined(separator: " ").contains(name.lowercased()), "\(name)") }
  #expect(drawn.sight.neighbours.first { $0.name == "Russia" }?.wind?.contains("north") == true)
  #expect(drawn.sight.neighbours.first { $0.name == "China" }?.wind?.contains("east") == true)
}

@Test func whatLiesWhereIsASentenceEvenWhereTheFirstTwoShareTheirPlace() {
  func site(_ label: String, _ longitude: Double) -> Site {
    .init(position: GeoPoint(longitude: longitude, latitude: 45), label: label)
  }
  let map = MapDescription(sites: [site("One", 10), site("Two", 10.001), site("Three", 11)])
  let text = map.alternativeText()
  #expect(text.contains("Three lies "), "\(text)")
}
