import Atlas
import Testing

@testable import Maps

private func site(
  _ label: String, _ longitude: Double, _ latitude: Double, _ country: String, isNamed: Bool = true
)
  -> MapDescription.Site
{
  MapDescription.Site(
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
    map.alternativeText
      == "Map of Astana and Shymkent in Kazakhstan and Tashkent in Uzbekistan. For orientation also Samarkand in "
      + "Uzbekistan. Astana and Samarkand are farthest apart: about 1330 km.")
}

@Test func alternativeTextTellsARoute() {
  let stops = [site("Bukhara", 64.4286, 39.7747, ""), site("Samarkand", 66.9597, 39.6542, "")]
  let map = MapDescription(sites: stops, routes: [.init(stops: stops.map(\.position))])
  #expect(
    map.alternativeText
      == "Map of Bukhara and Samarkand. Bukhara and Samarkand are farthest apart: about 220 km. "
      + "A route leads from Bukhara to Samarkand: about 220 km.")
}
