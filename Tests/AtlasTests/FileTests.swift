import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Atlas

struct FileTests {
  @Test func aMissingFileIsAnErrorWithAdvice() throws {
    let error = #expect(throws: DiagnosticError.self) { try Atlas(path: "/nowhere/atlas.gpkg") }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.message == "the atlas is missing")
    #expect(diagnostic.location == SourceLocation(file: "/nowhere/atlas.gpkg"))
    #expect(diagnostic.advice?.contains("Scripts/make-atlas") == true)
  }

  @Test func aFileOfAnotherKindIsAnErrorWithAdvice() throws {
    let file = try TemporaryFile(Data("not a database at all, however long it may be".utf8))
    let error = #expect(throws: DiagnosticError.self) { try Atlas(path: file.path) }
    #expect(error?.diagnostics.first?.message == "the atlas can't be read: file is not a database")
    #expect(error?.diagnostics.first?.advice?.hasPrefix("the file is damaged or no atlas") == true)
    let empty = try TemporaryFile(Data())
    let second = #expect(throws: DiagnosticError.self) { try Atlas(path: empty.path) }
    #expect(second?.diagnostics.first?.message == "the atlas can't be read: it is a database of another kind")
  }

  @Test func aDamagedFileThrowsInsteadOfCrashing() throws {
    var bytes = try Data(contentsOf: URL(fileURLWithPath: shippedAtlasPath))
    // Every page but the first 64 is overwritten: the schema can still be read.
    for page in stride(from: 64 * 4096, to: bytes.count - 4096, by: 4096) {
      bytes.replaceSubrange(page..<page + 64, with: repeatElement(0xA5, count: 64))
    }
    let file = try TemporaryFile(bytes)
    let error = #expect(throws: DiagnosticError.self) {
      let atlas = try Atlas(path: file.path)
      _ = try atlas.countries(in: centralAsia, detail: .fine)
      _ = try atlas.places(named: "Almaty")
      _ = try atlas.placeNames(near: "Almtay")
    }
    #expect(error?.diagnostics.first?.message.hasPrefix("the atlas can't be read: ") == true)
  }

  @Test(arguments: [1000, 4096, 100_000, 5_000_000])
  func aFileThatWasCutOffThrowsInsteadOfCrashing(length: Int) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: shippedAtlasPath)).prefix(length)
    let file = try TemporaryFile(bytes)
    let error = #expect(throws: DiagnosticError.self) {
      let atlas = try Atlas(path: file.path)
      _ = try atlas.places(named: "Almaty")
      _ = try atlas.mentions(in: ["From Almaty to Tashkent."])
      _ = try atlas.otherNames(
        of: Place(
          name: "Zürich", country: "CH", position: GeoPoint(longitude: 0, latitude: 0), population: 0))
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.message.hasPrefix("the atlas can't be read: "))
    #expect(
      diagnostic.advice
        == "the file is damaged or no atlas; install it again or make it with Scripts/make-atlas")
  }

  @Test func aGeoPackageOfOthersAndAFolderAreErrorsWithAdvice() throws {
    let path = try writtenDatabase("PRAGMA application_id = 0x47504B47; CREATE TABLE towns (name TEXT)")
    let other = #expect(throws: DiagnosticError.self) { try Atlas(path: path) }
    #expect(other?.diagnostics.first?.message == "the atlas can't be read: it is a database of another kind")
    let folder = #expect(throws: DiagnosticError.self) {
      try Atlas(path: FileManager.default.temporaryDirectory.path)
    }
    #expect(folder?.diagnostics.first?.message.hasPrefix("the atlas can't be read: ") == true)
  }

  @Test func damagedGeometryIsNoticed() {
    let header: [UInt8] = [0x47, 0x50, 0, 1, 0xE6, 0x10, 0, 0]
    let damaged: [[UInt8]] = [
      [], [0x47, 0x50], header, header + [1, 3, 0, 0, 0], header + [1, 6, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF],
      header + [1, 3, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x7F], header + [0, 0, 0, 0, 3, 0, 0, 0, 0],
    ]
    for bytes in damaged {
      let polygons = bytes.withUnsafeBytes { bytes -> [GeoPolygon]? in
        var shape = BinaryGeometry(bytes)
        return shape?.polygons(meeting: [])
      }
      #expect(polygons == nil, "\(bytes)")
    }
  }

  @Test func theFileIsAGeoPackageOfAtMostTwelveMegabytes() throws {
    let size = try #require(FileManager.default.attributesOfItem(atPath: shippedAtlasPath)[.size] as? Int)
    #expect(size <= 12_000_000)
    let atlas = try shippedAtlas()
    try atlas.read { db in
      func number(_ sql: String) throws -> Int64? { try db.first(sql) { try $0.integer(0) } }
      #expect(try number("PRAGMA application_id") == 0x4750_4B47)
      #expect(try db.all("PRAGMA integrity_check") { try $0.text(0) } == ["ok"])
      #expect(try db.all("PRAGMA foreign_key_check") { _ in true }.isEmpty)
      let layers = try db.all("SELECT table_name FROM gpkg_geometry_columns ORDER BY 1") { try $0.text(0) }
      #expect(layers.count == 11)
      for layer in layers {
        // Every geometry is little-endian GeoPackageBinary in EPSG:4326 and has its row in the R-tree.
        let sound = "hex(substr(geom, 1, 8)) = '47500001E6100000'"
        #expect(try number("SELECT count(*) FROM \(layer) WHERE NOT (\(sound))") == 0)
        let count = try number("SELECT count(*) FROM \(layer)")
        #expect(try number("SELECT count(*) FROM rtree_\(layer)_geom") == count)
      }
    }
  }

  @Test func creditsNameTheSources() throws {
    #expect(try shippedAtlas().credits == ["Natural Earth (public domain)", "GeoNames (CC BY 4.0)"])
  }
}

/// A file with these bytes.
private struct TemporaryFile {
  let path: String

  init(_ bytes: Data) throws {
    let folder = try TemporaryFolder()
    try folder.write(bytes, to: "atlas.gpkg")
    path = folder.file("atlas.gpkg").path
  }
}
