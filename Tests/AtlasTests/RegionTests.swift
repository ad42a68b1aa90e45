import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Atlas

/// In squared degrees.
private func area(_ polygons: [GeoPolygon]) -> Double {
  polygons.reduce(0) { sum, polygon in
    let areas = polygon.rings.map { ring in
      abs(
        zip(ring, ring.dropFirst()).reduce(0) {
          $0 + $1.0.longitude * $1.1.latitude - $1.1.longitude * $1.0.latitude
        }) / 2
    }
    return sum + (areas.first ?? 0) - areas.dropFirst().reduce(0, +)
  }
}

@Suite struct RegionTests {
  let atlas: Atlas

  init() throws { atlas = try shippedAtlas() }

  @Test(arguments: ["KZ", "UZ", "US", "DE", "CN", "FR", "GB", "AZ"])
  func regionsCoverTheirCountryWithItsOwnPoints(country: String) throws {
    let world = GeoBox(west: -180, south: -90, east: 180, north: 90)
    let land = try #require(
      try atlas.countries(in: world, detail: .fine, languages: ["en"]).first { $0.code == country })
    let levels = Set(try atlas.regionShapes(of: country).map(\.level)).subtracting([3])
    try #require(!levels.isEmpty, "\(country)")
    for level in levels {
      let regions = try atlas.regionShapes(of: country).filter { [level, 3].contains($0.level) }
      let (all, parts) = (area(land.polygons), area(regions.flatMap(\.polygons)))
      #expect(abs(all - parts) < 0.002 * all, "\(country) \(level): \(parts) of \(all)")
      // Neighbours' outlines have the same points, so that no line is drawn twice.
      let own = Set(regions.flatMap(\.polygons).flatMap(\.rings).flatMap { $0 })
      let corners = Set(land.polygons.flatMap(\.rings).flatMap { $0 })
      #expect(corners.subtracting(own).count < corners.count / 100, "\(country) \(level)")
    }
  }

  @Test func regionsAreFoundByTheirCodes() throws {
    let kazakh = try atlas.regionShapes(of: "KZ")
    let karaganda = try #require(kazakh.first { $0.code == "KZ-35" })
    #expect(karaganda.name == "Karaganda" && contains(karaganda.polygons, 73.1, 49.8))
    #expect(try atlas.regionShapes(of: "IN").first { $0.code == "IN-AP" }?.parts == ["IN-TS"])
    #expect(try atlas.regionCode(formerly: "KZ-KAR") == "KZ-35")
    #expect(try atlas.regionCode(formerly: "KZ-35") == nil)
    #expect(try atlas.regionShapes(of: "US").filter { $0.code == nil }.isEmpty)
    let french = try atlas.regionShapes(of: "FR")
    #expect(
      french.first { $0.code == "FR-BRE" }?.level == 1 && french.first { $0.code == "FR-29" }?.level == 2)
    #expect(try atlas.regionShapes(of: "XX").isEmpty)
  }

  /// The regions of 2022 are cut out of those of which they were a part.
  @Test(arguments: [
    ("KZ-10", "Abai", 80.25, 50.4, "KZ-63"), ("KZ-33", "Jetisu", 78.4, 45, "KZ-19"),
    ("KZ-62", "Ulytau", 67.7, 47.8, "KZ-35"), ("KZ-79", "Shymkent", 69.6, 42.33, "KZ-61"),
  ])
  func regionsThatWerePartedFromOthersAreThereByThemselves(
    code: String, name: String, longitude: Double, latitude: Double, other: String
  ) throws {
    let all = try atlas.regionShapes(of: String(code.prefix(2)))
    let region = try #require(all.first { $0.code == code })
    #expect(region.name == name && contains(region.polygons, longitude, latitude))
    let rest = try #require(all.first { $0.code == other })
    #expect(!contains(rest.polygons, longitude, latitude) && rest.parts.isEmpty)
    #expect(all.filter { $0.code == nil }.isEmpty)
    let named = try atlas.regions(named: name, countries: ["KZ"]).first
    #expect(named?.country == "KZ")
  }

  @Test func aMissingFileOfRegionsIsAnErrorWithAdvice() throws {
    let copy = try TemporaryFolder().file("atlas.gpkg").path
    try FileManager.default.createSymbolicLink(atPath: copy, withDestinationPath: shippedAtlasPath)
    let alone = try Atlas(path: copy)
    let error = #expect(throws: DiagnosticError.self) { try alone.regionShapes(of: "KZ") }
    #expect(error?.diagnostics.first?.message.contains("atlas of regions is missing") == true)
  }
}
