import TestSupport
import Testing

@testable import Atlas

struct ShapeTests {
  let atlas: Atlas

  init() throws { atlas = try shippedAtlas() }

  @Test(arguments: [Detail.fine, .coarse])
  func countriesOfAViewAreThereInOrder(detail: Detail) throws {
    let codes = try atlas.countries(in: centralAsia, detail: detail).map(\.code)
    #expect(Set(["KZ", "UZ", "KG", "TJ", "TM", "RU", "CN", "AF"]).isSubset(of: codes))
    #expect(!codes.contains("FR") && !codes.contains("US"))
    #expect(codes == codes.sorted())
  }

  @Test func landIsWhereItBelongs() throws {
    let world = try atlas.countries(in: GeoBox(west: -180, south: -90, east: 180, north: 90), detail: .fine)
    func code(_ longitude: Double, _ latitude: Double) -> String? {
      world.first { contains($0.polygons, longitude, latitude) }?.code
    }
    #expect(code(63.38, 45.97) == "KZ", "Baikonur")
    #expect(code(34.1, 45.1) == "UA", "Crimea")
    #expect(code(71.13, 39.97) == "UZ", "Sokh, an enclave")
    #expect(code(50.5, 42.0) == nil, "the Caspian")
    #expect(code(-30, 40) == nil, "the Atlantic")
    #expect(code(28.2, -29.5) == "LS", "Lesotho in its hole")
    #expect(code(120.97, 23.7) == "TW")
    #expect(code(20.9, 42.6) == "XK")
    // Land between countries that none of them has in Natural Earth.
    #expect(code(28.4, 9.7) == "XX", "Abyei")
    #expect(code(35.8, 33.0) == "XX", "Golan")
    #expect(code(-73.4, -49.5) == "XX", "the Southern Patagonian Ice Field")
  }

  @Test func seasAreWhereTheyBelong() throws {
    for (name, longitude, latitude) in [
      ("Caspian Sea", 50.5, 42.0), ("Black Sea", 34.0, 43.2), ("Mediterranean Sea", 18.0, 35.5),
      ("Adriatic Sea", 16.5, 42.6), ("Gulf of Guinea", 3.0, 3.0), ("Red Sea", 38.0, 20.5),
      ("Java Sea", 110.0, -5.0),
      ("North Pacific Ocean", -150.0, 30.0), ("Strait of Gibraltar", -5.6, 35.95),
    ] {
      let spot = GeoBox(west: longitude, south: latitude, east: longitude, north: latitude)
      #expect(
        try atlas.seas(in: spot).contains { $0.name == name && contains($0.polygons, longitude, latitude) },
        "\(name)")
    }
    let world = try atlas.seas(in: GeoBox(west: -180, south: -90, east: 180, north: 90))
    #expect(world.map(\.rank) == world.map(\.rank).sorted())
    #expect(Set(world.map(\.name)).count == world.count)
    #expect(
      world.allSatisfy { !$0.name.isEmpty && !$0.name.hasSuffix(" River") && !$0.name.hasPrefix("Golfo") })
    #expect(try atlas.seas(in: GeoBox(west: 64, south: 46, east: 68, north: 50)).isEmpty, "the steppe")
  }

  @Test(arguments: [Detail.fine, .coarse])
  func ringsAreClosedAndInRange(detail: Detail) throws {
    let world = GeoBox(west: -180, south: -90, east: 180, north: 90)
    let polygons =
      try atlas.countries(in: world, detail: detail).flatMap(\.polygons)
      + atlas.lakes(in: world, detail: detail).flatMap(\.polygons)
    #expect(polygons.count > 500)
    for ring in polygons.flatMap(\.rings) {
      #expect(ring.count >= 4 && ring.first == ring.last)
      #expect(ring.allSatisfy { abs($0.longitude) <= 180.000_001 && abs($0.latitude) <= 90.000_001 })
    }
  }

  @Test(arguments: [Detail.fine, .coarse])
  func neighboursShareTheirBoundaryPointByPoint(detail: Detail) throws {
    let countries = try atlas.countries(in: centralAsia, detail: detail)
    func segments(_ code: String) -> Set<Segment> {
      let rings = countries.filter { $0.code == code }.flatMap(\.polygons).flatMap(\.rings)
      return Set(rings.flatMap { zip($0, $0.dropFirst()).map { Segment($0, $1) } })
    }
    let common = segments("KZ").intersection(segments("UZ"))
    let length = common.reduce(0) { $0 + kilometres($1.a, $1.b) }
    // The two states' boundary is 2,300 km long.
    #expect(length > 1_900 && length < 2_500, "\(length) km")
    let lines = try atlas.boundaries(in: centralAsia, detail: detail).filter { $0.status == .international }
    let drawn = Set(lines.flatMap(\.lines).flatMap { zip($0, $0.dropFirst()).map { Segment($0, $1) } })
    #expect(common.isSubset(of: drawn))
  }

  @Test func boundariesTellTheirStatus() throws {
    let korea = try atlas.boundaries(in: GeoBox(west: 126, south: 37, east: 129, north: 39), detail: .fine)
    #expect(korea.contains { $0.status == .disputed } && !korea.contains { $0.status == .international })
    let kashmir = try atlas.boundaries(in: GeoBox(west: 73, south: 32, east: 79, north: 37), detail: .fine)
    #expect(kashmir.contains { $0.status == .indefinite })
    // Where many countries don't see a boundary, and where one state holds what is another's.
    func statuses(_ west: Double, _ south: Double, _ east: Double, _ north: Double) throws -> Set<
      Boundary.Status
    > {
      let box = GeoBox(west: west, south: south, east: east, north: north)
      return Set(try atlas.boundaries(in: box, detail: .fine).map(\.status))
    }
    #expect(try statuses(20.8, 43.1, 20.9, 43.3) == [.disputed], "Serbia and Kosovo")
    #expect(try statuses(33.5, 45.5, 35.1, 46.3) == [.disputed], "Crimea")
    #expect(try statuses(48.1, 8.5, 48.9, 10.5) == [.disputed], "Somaliland")
    #expect(try statuses(33.0, 35.0, 33.5, 35.3).contains(.disputed), "Cyprus")
    // Two who disagree are not many.
    #expect(try statuses(-5.4, 36.1, -5.3, 36.2) == [.international], "Gibraltar")
    // The lease of Baikonur is no boundary.
    let lease = GeoBox(west: 62.5, south: 45.4, east: 64.5, north: 46.6)
    let points = try atlas.boundaries(in: lease, detail: .fine).flatMap(\.lines).flatMap { $0 }
    #expect(
      !points.contains {
        lease.meets(GeoBox(west: $0.longitude, south: $0.latitude, east: $0.longitude, north: $0.latitude))
      })
  }

  @Test func lakesAndRiversAreNamedAndRanked() throws {
    let lakes = try atlas.lakes(in: centralAsia, detail: .fine)
    for name in [
      "Lake Balkhash", "North Aral Sea", "South Aral Sea", "Issyk-Kul", "Aydar", "Chardara Reservoir",
    ] {
      #expect(lakes.contains { $0.name == name }, "\(name)")
    }
    #expect(!lakes.contains { $0.name.contains("Caspian") })
    #expect(lakes.map(\.rank) == lakes.map(\.rank).sorted())
    let rivers = try atlas.rivers(in: centralAsia, detail: .fine)
    for name in ["Syr Darya", "Amu Darya", "Irtysh", "Ural", "Ishim", "Zarafshan"] {
      #expect(rivers.contains { $0.name == name }, "\(name)")
    }
    #expect(try atlas.rivers(in: centralAsia, detail: .coarse).contains { $0.name == "Irtysh" })
  }

  @Test func regionsHaveNamesAndBoundaries() throws {
    let regions = try atlas.regions(in: centralAsia)
    #expect(regions.contains { $0.name == "Turkistan" && $0.country == "KZ" })
    #expect(try atlas.regions(named: "turkistan", countries: ["KZ"]).first?.country == "KZ")
    #expect(try atlas.regionBoundaries(in: GeoBox(west: 66, south: 42, east: 70, north: 44)).count > 1)
    #expect(try atlas.regionBoundaries(in: GeoBox(west: -40, south: 30, east: -30, north: 40)).isEmpty)
  }

  @Test func aBoxAcrossTheAntimeridianSeesBothSides() throws {
    let box = GeoBox(west: 170, south: 50, east: -160, north: 72)
    let countries = try atlas.countries(in: box, detail: .fine)
    #expect(countries.map(\.code) == ["RU", "US"])
    let russian = countries.first { $0.code == "RU" }?.polygons.flatMap(\.rings).flatMap { $0 } ?? []
    #expect(russian.contains { $0.longitude < -170 } && russian.contains { $0.longitude > 175 })
    // Nothing comes twice.
    let parts = countries.flatMap(\.polygons)
    #expect(Set(parts).count == parts.count)
  }

  @Test func onlyPartsInViewAreRead() throws {
    let box = GeoBox(west: 1, south: 47, east: 3, north: 49)
    let france = try #require(try atlas.countries(in: box, detail: .fine).first { $0.code == "FR" })
    #expect(france.polygons.count == 1)
    #expect(
      try atlas.countries(in: GeoBox(west: -40, south: 30, east: -35, north: 35), detail: .fine).isEmpty)
  }

  @Test func countriesAreNamedInManyLanguages() throws {
    #expect(try atlas.countryName("KZ", language: "en") == "Kazakhstan")
    #expect(try atlas.countryName("KZ", language: "ru") == "Казахстан")
    #expect(try atlas.countryName("KZ", language: "kk") == "Қазақстан")
    #expect(try atlas.countryName("UZ", language: "uz") == "Oʻzbekiston")
    #expect(try atlas.countryName("GP", language: "en") == "Guadeloupe")
    #expect(try atlas.countryName("UZ", language: "tlh") == nil)
    #expect(try atlas.countryName("ZZ", language: "en") == nil)
    for country in try atlas.countries(
      in: GeoBox(west: -180, south: -90, east: 180, north: 90), detail: .coarse)
    {
      #expect(country.names["en"]?.isEmpty == false, "\(country.code)")
    }
  }
}

/// A piece of an outline whichever way it runs.
private struct Segment: Hashable {
  var a: GeoPoint
  var b: GeoPoint

  init(_ p: GeoPoint, _ q: GeoPoint) {
    (a, b) = (p.longitude, p.latitude) < (q.longitude, q.latitude) ? (p, q) : (q, p)
  }
}

@Test func noGulfGoesRoundTheGlobe() throws {
  let atlas = try shippedAtlas()
  let seas = try atlas.seas(in: GeoBox(west: -180, south: -90, east: 180, north: 90)).filter { $0.rank > 0 }
  #expect(seas.count > 50)
  for ring in seas.flatMap(\.polygons).flatMap(\.rings) where ring.allSatisfy({ abs($0.latitude) < 85 }) {
    let longitudes = ring.map(\.longitude)
    let width = (longitudes.max() ?? 0) - (longitudes.min() ?? 0)
    #expect(width < 120, "\(ring)")
  }
}
