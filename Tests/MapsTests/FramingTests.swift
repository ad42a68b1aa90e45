import Atlas
import Graphics
import MapGrammar
import TestSupport
import Testing

@testable import Maps

private let european = """
  DE FR IT ES PL RO NL BE GR PT SE HU AT BG DK FI SK IE HR LT SI LV EE CY LU MT CZ NO CH GB
  """.split(separator: " ").map(String.init)

/// Countries with values, each with its own words.
private func shaded(_ codes: [String]) throws -> MapDescription {
  var map = MapDescription(sites: [])
  map.shades = try codes.enumerated().map { index, code in
    let name = try shippedAtlas().countryName(code, language: "en") ?? code
    return .init(country: code, name: name, value: .init(Double(index % 4) + 0.5, "v\(index)%"))
  }
  map.shadeClasses = (1...4).map { .init(most: Double($0), text: "\($0 - 1)% – \($0)%") }
  map.outlines = try shippedAtlas().outlines(of: codes)
  for index in map.outlines.indices {
    map.outlines[index].capital = try shippedAtlas().capital(of: map.outlines[index].country)?.position
  }
  return map
}

private func marked(_ places: [(String, Double, Double)], _ countries: [String]) -> MapDescription {
  MapDescription(
    sites: places.map { .init(position: GeoPoint(longitude: $0.1, latitude: $0.2), label: $0.0) },
    tinted: countries)
}

private func view(_ map: MapDescription, _ size: Size) throws -> View {
  try chooseView(of: map, size: size, atlas: shippedAtlas(), style: makeStyle())
}

@Test func aMapIsNarrowerThanItsColumnRatherThanShowingOceans() throws {
  let tall = [
    marked(
      [("Santiago", -70.7, -33.4), ("Punta Arenas", -70.9, -53.2), ("Buenos Aires", -58.4, -34.6)],
      ["CL", "AR"]),
    marked([("Hanoi", 105.8, 21), ("Da Nang", 108.2, 16.1), ("Can Tho", 105.8, 10)], ["VN"]),
  ]
  for map in tall {
    for size in [Size(476, 342), Size(476, 220)] {
      let view = try view(map, size)
      #expect(view.size.width < 0.85 * size.width && view.size.height == size.height)
      for site in map.sites { #expect(view.rect.insetBy(20).distance(to: view.onFrame(site.position)) == 0) }
    }
  }
  // Beside these there is land.
  let inland = marked([("Lilongwe", 33.8, -14), ("Blantyre", 35, -15.8), ("Mzuzu", 34, -11.5)], ["MW"])
  #expect(try view(inland, Size(476, 342)).size.width == 476)
}

@Test func shadedCountriesFillTheFrame() throws {
  let map = try shaded(european)
  let view = try view(map, Size(476, 342))
  let framed = map.framed.points.map(view.onFrame)
  #expect(map.framed.cut.isEmpty)
  let (west, east) = (framed.map(\.x).min() ?? 0, framed.map(\.x).max() ?? 0)
  #expect(east - west > 0.75 * view.size.width)
}

@Test func aCountryOfWhichMostLiesFarFromTheOthersIsCutAndThatIsSaid() throws {
  let map = try shaded(european + ["RU", "UA", "TR"])
  #expect(map.framed.cut == ["RU"])
  #expect(map.framed.points.allSatisfy { $0.longitude < 90 && $0.longitude > -30 })
  #expect(map.framed.points.contains { $0.longitude > 37 && $0.latitude > 55 })
  #expect(map.alternativeText().contains("Not all of Russia is shown."))
  // Where few are shown each is seen as a whole, however large.
  for codes in [["KZ", "UZ", "KG", "TJ", "TM"], ["RU", "FI", "EE"], ["US", "CA", "MX"]] {
    #expect(try shaded(codes).framed.cut.isEmpty)
  }
}

@Test func aCountrysMainPartHasItsLargeIslandsAndNoFarOnes() throws {
  func longitudes(_ code: String) throws -> ClosedRange<Double> {
    let all = try shippedAtlas().outline(of: code).map(\.longitude)
    return (all.min() ?? 0)...(all.max() ?? 0)
  }
  let indonesia = try longitudes("ID")
  #expect(indonesia.lowerBound < 96 && indonesia.upperBound > 140)
  let malaysia = try longitudes("MY")
  #expect(malaysia.lowerBound < 101 && malaysia.upperBound > 118)
  let states = try longitudes("US")
  #expect(states.lowerBound > -126 && states.upperBound < -65)
  #expect(try longitudes("FR").lowerBound > -6)
  #expect(try shippedAtlas().outline(of: "NO").allSatisfy { $0.latitude < 72 })
}

@Test func aDenseMapHasNoLeadersAndListsWhatHasNoRoom() throws {
  let map = try shaded(european)
  for size in [Size(476, 380), Size(340, 380)] {
    var leftOut: [String] = []
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
      leftOut: &leftOut
    ).frame
    #expect(leftOut.isEmpty)
    let words = texts(frame).map(\.text)
    for shade in map.shades {
      #expect(words.filter { $0.hasSuffix(shade.value.text) }.count == 1, "\(shade.name) on \(size)")
    }
    for leaf in frame.leaves {
      #expect(leaf.bounds.map { Rect(size: size).contains($0, tolerance: 4) } ?? true, "\(size)")
    }
  }
}

@Test func labelsOfCountriesCanBeSwitchedOff() throws {
  var map = try shaded(["FR", "DE", "ES"])
  func words() throws -> [String] {
    texts(
      try drawMap(
        map, size: Size(400, 300), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle())
    ).map(\.text)
  }
  #expect(try words().contains { $0.lowercased().contains("france") } && words().contains { $0 == "v0%" })
  map.labels = .values
  #expect(try !words().contains { $0.lowercased().contains("france") } && words().contains { $0 == "v0%" })
  map.labels = .none
  #expect(try !words().contains { $0.hasPrefix("v") } && !words().contains { $0.contains("Sea") })
  // The legend stays.
  #expect(try words().contains("0% – 1%"))
}

@Test func bothCountriesOfABoundaryAreSeenAsAWholeAndItsNameStandsBesideIt() throws {
  var map = marked([("Belgrade", 20.5, 44.8), ("Pristina", 21.2, 42.7), ("Nis", 21.9, 43.3)], ["RS", "XK"])
  map.border = .init(between: "RS", and: "XK", label: "A line between the two")
  map.framing = try shippedAtlas().commonBoundary("RS", "XK")
  map.neighbours = try shippedAtlas().outlines(of: ["RS", "XK"])
  for (size, scale) in [(Size(476, 342), 1.0), (Size(560, 330), 1.6)] {
    let view = try view(map, size)
    for point in try shippedAtlas().outline(of: "XK") {
      #expect(view.rect.distance(to: view.onFrame(point)) == 0)
    }
    let ground = try Ground(fetch(view, from: shippedAtlas()), of: map, in: view)
    #expect(!ground.borderSections.isEmpty && ground.borderSections.allSatisfy { $0.kind == .disputed })
    let frame = try drawMap(
      map, size: size, atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(scale: scale))
    let label = frame.leaves.first { leaf in
      if case .text(let run) = leaf.item { run.text == "A line between the two" } else { false }
    }
    let box = try #require(label?.bounds)
    let line = ground.border.map { DrawnLine($0, radius: 0.8 * scale) }
    #expect(line.allSatisfy { $0.distance(to: box, most: 20) > 0.5 })
  }
}

/// Russia is too large to be shown for its boundary with Estonia.
@Test func aNeighbourThatWouldTakeMuchRoomIsCut() throws {
  var map = marked([("Narva", 28.2, 59.4)], ["EE", "RU"])
  map.border = .init(between: "EE", and: "RU", label: "line")
  map.framing = try shippedAtlas().commonBoundary("EE", "RU")
  map.neighbours = try shippedAtlas().outlines(of: ["EE", "RU"])
  #expect(map.framed.points.allSatisfy { $0.longitude < 32 })
}

@Test func aCountryOfWhichRegionsAreShadedIsSeenWhole() throws {
  var map = try shaded(["RU"])
  let whole = map.framed.points.count
  // Regions in its west alone, so that most of it lies far from all of them.
  for number in 0..<9 {
    let west = 35 + Double(number)
    var outline = map.outlines[0]
    outline.country = "RU-\(number)"
    outline.points = [GeoPoint(longitude: west, latitude: 55), GeoPoint(longitude: west + 1, latitude: 56)]
    map.outlines.append(outline)
  }
  #expect(map.framed.cut.isEmpty)
  #expect(map.framed.points.count == whole + 18)
}

@Test func nothingToShowFramesNothing() {
  var map = MapDescription(sites: [])
  map.neighbours = []
  map.outlines = [CountryOutline(country: "XX", points: [])]
  #expect(map.framed.points.isEmpty)
}

@Test(arguments: ["en", "ar"])
func aMapNarrowerThanItsColumnStandsWhereLinesBegin(language: String) throws {
  var map = marked([("Hanoi", 105.8, 21), ("Da Nang", 108.2, 16.1), ("Can Tho", 105.8, 10)], ["VN"])
  map.language = language
  var leftOut: [String] = []
  let frame = try drawMap(
    map, size: Size(476, 342), atlas: shippedAtlas(), typesetter: shippedTypesetter(), style: makeStyle(),
    leftOut: &leftOut
  ).frame
  let bounds = frame.leaves.compactMap(\.bounds)
  let (left, right) = (bounds.map(\.minX).min() ?? 0, bounds.map(\.maxX).max() ?? 0)
  #expect(right - left < 0.85 * 476)
  #expect(abs(language == "ar" ? 476 - right : left) < 1, "\(left) to \(right)")
}
