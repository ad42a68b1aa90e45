import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Atlas

/// City states and islands, which are a few straight edges in the shapes for maps of some hundred kilometres.
@Suite struct NearShapesTests {
  let atlas: Atlas

  init() throws { atlas = try shippedAtlas() }

  private func land(_ code: String, _ detail: Detail) throws -> [GeoPolygon] {
    let box = GeoBox(west: -180, south: -90, east: 180, north: 90)
    return try atlas.countries(in: box, detail: detail, languages: ["en"]).first { $0.code == code }?.polygons
      ?? []
  }

  @Test(arguments: ["SG", "MT", "BH", "BB", "TO", "WS", "LI", "AD"])
  func smallCountriesHaveFinerOutlinesForNearMaps(code: String) throws {
    let (near, fine) = (try land(code, .near), try land(code, .fine))
    func corners(_ land: [GeoPolygon]) -> Int { land.flatMap(\.rings).map(\.count).reduce(0, +) }
    #expect(2 * corners(near) >= 3 * corners(fine), "\(code): \(corners(near)) and \(corners(fine))")
    #expect(near.count >= fine.count)
  }

  @Test func neighboursShareTheirBoundaryPointByPoint() throws {
    func sides(_ code: String) throws -> Set<[GeoPoint]> {
      Set(
        try land(code, .near).flatMap(\.rings).flatMap { ring in
          zip(ring, ring.dropFirst()).map { a, b in
            (a.longitude, a.latitude) < (b.longitude, b.latitude) ? [a, b] : [b, a]
          }
        })
    }
    #expect(try sides("LI").intersection(sides("CH")).count > 5)
    #expect(try sides("UZ").intersection(sides("KZ")).count > 100)
    let box = GeoBox(west: 68.5, south: 41, east: 69.5, north: 41.8)
    let lines = try atlas.boundaries(in: box, detail: .near).flatMap(\.lines).flatMap { $0 }
    let corners = Set(try (land("UZ", .near) + land("KZ", .near)).flatMap(\.rings).flatMap { $0 })
    #expect(!lines.isEmpty && lines.allSatisfy(corners.contains))
  }

  /// Islands that the others leave out: Tuvalu has nine, the fine shapes three of each country's smallest.
  @Test func noIsletIsLeftOut() throws {
    #expect(try land("TV", .near).count > land("TV", .fine).count)
    #expect(try land("MV", .near).count > 100)
  }

  @Test func theFileIsSmallAndItsLossIsAnErrorWithAdvice() throws {
    let path = projectPath("Atlas/near.gpkg")
    let size = try #require(FileManager.default.attributesOfItem(atPath: path)[.size] as? Int)
    #expect(size <= 6_000_000)
    let copy = try TemporaryFolder().file("atlas.gpkg").path
    try FileManager.default.createSymbolicLink(atPath: copy, withDestinationPath: shippedAtlasPath)
    let alone = try Atlas(path: copy)
    let box = GeoBox(west: 103, south: 1, east: 104, north: 2)
    #expect(try !alone.countries(in: box, detail: .fine).isEmpty)
    let error = #expect(throws: DiagnosticError.self) { try alone.countries(in: box, detail: .near) }
    #expect(error?.diagnostics.first?.message == "the atlas of shapes for near maps is missing")
  }
}
