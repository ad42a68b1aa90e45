import Atlas
import Diagnostics
import Graphics
import MapGrammar
import TestSupport
import Testing
import Typesetting

@testable import Maps

private func drawn(_ map: MapDescription, _ size: Size) throws -> [(text: String, box: Rect)] {
  var leftOut: [String] = []
  let frame = try drawMap(
    map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
    leftOut: &leftOut
  ).frame
  return frame.leaves.compactMap { leaf in
    guard case .text(let run) = leaf.item, let box = leaf.bounds else { return nil }
    return (run.text, box)
  }
}

/// The words of a name, wherever its lines are broken.
private func isNamed(_ name: String, in texts: [(text: String, box: Rect)]) -> Bool {
  let words = Set(texts.flatMap { $0.text.uppercased().split(separator: " ") })
  return name.split(separator: " ").allSatisfy { words.contains($0) }
}

/// Towns, a boundary and its label leave the countries that a map is about their names.
@Test(arguments: [
  Size(240, 110), Size(240, 160), Size(240, 230), Size(300, 120), Size(493, 130), Size(493, 250),
])
func theMapsOwnCountriesAreNamedBeforeAllOthers(size: Size) throws {
  var map = MapDescription(
    sites: sites(["Astana"]) + sites(["Tashkent", "Almaty", "Samarkand", "Bukhara"], isNamed: false),
    tinted: ["KZ", "UZ"])
  map.border = .init(between: "KZ", and: "UZ", label: "About 4% of the border still to be agreed")
  let texts = try drawn(map, size)
  for name in ["KAZAKHSTAN", "UZBEKISTAN"] { #expect(isNamed(name, in: texts), "\(name) on \(size)") }
}

/// A country whose ground has no room for its name, even by itself, has it outside.
@Test(arguments: [Size(240, 160), Size(300, 240), Size(493, 250)])
func theNameOfASmallInlandCountryOfTheMapsOwnStandsOutsideWithALine(size: Size) throws {
  func site(_ label: String, _ longitude: Double, _ latitude: Double) -> Site {
    .init(position: GeoPoint(longitude: longitude, latitude: latitude), label: label, isNamed: true)
  }
  let map = MapDescription(
    sites: [site("Brussels", 4.35, 50.85), site("Paris", 2.35, 48.85), site("Frankfurt", 8.68, 50.11)],
    tinted: ["LU", "BE"])
  let texts = try drawn(map, size)
  #expect(isNamed("LUXEMBOURG", in: texts) && isNamed("BELGIUM", in: texts), "\(texts.map(\.text))")
}

@Test(arguments: [Size(493, 140), Size(493, 250), Size(240, 150), Size(640, 300)])
func whatIsSaidOfABoundaryStandsInOneOfItsCountries(size: Size) throws {
  var map = MapDescription(sites: sites(["Astana", "Tashkent"]), tinted: ["KZ", "UZ"])
  map.border = .init(between: "KZ", and: "UZ", label: "About 4% of the border still to be agreed")
  let style = makeStyle()
  let view = try chooseView(of: map, size: size, atlas: shippedAtlas(), style: style)
  let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
  let areas = AreaMap(of: ground, ink: SummedGrid(Grid<Float>(size: size, cell: 2, filled: 0)) { $0 })
  let lines = try drawn(map, size).filter { $0.text.contains("of the border") || $0.text.contains("agreed") }
  let codes = lines.flatMap { _, box in
    stride(from: 0.02, through: 0.98, by: 0.08).map { share in
      areas.area(at: Point(box.minX + share * box.width, box.midY)).map { ground.lands[$0].country.code }
    }
  }
  // Its outermost letters may reach over another boundary, but not over water.
  let inside = codes.filter { ["KZ", "UZ"].contains($0) }
  #expect(!lines.isEmpty && inside.count * 10 >= codes.count * 9, "\(size): \(codes)")
  #expect(!codes.contains(nil), "\(size)")
}

/// Alaska and Chukotka lie at the two ends of a map of the world that shows places from Alaska to Vladivostok.
@Test(arguments: [Size(493, 354), Size(240, 150), Size(600, 340)])
func aMapOfTheWorldShowsItsOwnCountriesWhole(size: Size) throws {
  func site(_ label: String, _ longitude: Double, _ latitude: Double) -> Site {
    .init(position: GeoPoint(longitude: longitude, latitude: latitude), label: label, isNamed: true)
  }
  let map = MapDescription(
    sites: [
      site("Moscow", 37.62, 55.75), site("Washington", -77.04, 38.9), site("Vladivostok", 131.9, 43.1),
      site("Anchorage", -149.9, 61.2),
    ], tinted: ["RU", "US"])
  let view = try chooseView(of: map, size: size, atlas: shippedAtlas(), style: makeStyle())
  for (longitude, latitude) in [(-167.5, 65.6), (-170.2, 66.1), (-156.5, 71.2), (20.5, 54.7)] {
    let point = view.onFrame(GeoPoint(longitude: longitude, latitude: latitude))
    #expect(view.rect.distance(to: point) == 0, "\(longitude), \(latitude) at \(point)")
  }
}

/// Type that is to be small once more, as a slide's in a handout, keeps to its own least size.
@Test func noTypeIsBelowAStylesLeast() throws {
  let style = {
    var style = makeStyle(scale: 1.7)
    style.leastType = 11
    return style
  }()
  var map = MapDescription(sites: sites(towns.map(\.0)), tinted: ["KZ", "UZ"])
  map.events = [.init(number: 1, label: "Concerts")]
  for index in map.sites.indices where index % 2 == 0 { map.sites[index].numbers = [1] }
  var leftOut: [String] = []
  for size in [Size(400, 200), Size(640, 320)] {
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: style, leftOut: &leftOut
    ).frame
    let sizes = frame.leaves.compactMap { leaf -> Double? in
      if case .text(let run) = leaf.item { run.fontSize } else { nil }
    }
    // Styles that are smaller themselves stay as they are.
    let least = min(11, style.scale.size, style.water.size, style.country.size)
    #expect(try #require(sizes.min()) >= least - 0.001)
  }
}

private func site(_ label: String, _ longitude: Double, _ latitude: Double) -> Site {
  .init(position: GeoPoint(longitude: longitude, latitude: latitude), label: label, isNamed: true)
}

/// Islands of which nothing could be seen at the scale of an ocean are spots, and have their names.
@Test(arguments: [Size(493, 300), Size(300, 200), Size(240, 160)])
func theMapsOwnCountriesAreSeenAndNamedHoweverSmallTheyAre(size: Size) throws {
  let far = MapDescription(
    sites: [site("Valletta", 14.51, 35.9), site("Bridgetown", -59.62, 13.1)], tinted: ["MT", "BB"])
  let near = MapDescription(
    sites: [site("Suva", 178.44, -18.14), site("Nuku'alofa", -175.2, -21.14)], tinted: ["FJ", "TO"])
  for (map, names) in [(far, ["MALTA", "BARBADOS"]), (near, ["FIJI", "TONGA"])] {
    let texts = try drawn(map, size)
    for name in names { #expect(isNamed(name, in: texts), "\(name) on \(size)") }
    let view = try chooseView(of: map, size: size, atlas: shippedAtlas(), style: makeStyle())
    let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
    #expect(Set(map.tinted).isSubset(of: ground.lands.map(\.country.code)), "\(size)")
  }
}

/// Where a country is no larger than its town's dot, one name is enough for both.
@Test func aTownWithTheNameOfACountryThatIsASpotNamesItToo() throws {
  let map = MapDescription(
    sites: [site("Singapore", 103.85, 1.29), site("Manama", 50.58, 26.22)], tinted: ["SG", "BH"])
  let texts = try drawn(map, Size(493, 300)).map(\.text)
  #expect(texts.contains("Singapore") && !texts.contains("SINGAPORE"))
  #expect(texts.joined().contains("BAHRAIN"))
}

/// Near a city state its coast has more than a few edges.
@Test func theCoastOfACityStateIsNoPolygonOfAFewEdges() throws {
  for (code, town) in [
    ("SG", site("Singapore", 103.85, 1.29)), ("MT", site("Valletta", 14.51, 35.9)),
    ("BH", site("Manama", 50.58, 26.22)), ("BB", site("Bridgetown", -59.62, 13.1)),
  ] {
    let map = MapDescription(sites: [town], tinted: [code])
    let view = try chooseView(of: map, size: Size(493, 300), atlas: shippedAtlas(), style: makeStyle())
    let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
    let land = try #require(ground.lands.first { $0.country.code == code })
    #expect((land.polygons.map { $0[0].count }.max() ?? 0) > 20, "\(code)")
  }
}

@Test func countriesAreCalledAsThePackSaysOnTheMapAndInItsInsets() throws {
  var map = MapDescription(
    sites: [
      Site(position: GeoPoint(longitude: -4.02, latitude: 5.35), label: "Abidjan"),
      Site(position: GeoPoint(longitude: -0.19, latitude: 5.6), label: "Accra"),
    ], tinted: ["CI", "GH"])
  map.countryNames = ["CI": "Ivory Coast"]
  let texts = try drawn(map, Size(360, 300))
  #expect(isNamed("IVORY COAST", in: texts) && isNamed("GHANA", in: texts), "\(texts.map(\.text))")
  #expect(!isNamed("IVOIRE", in: texts))
}
