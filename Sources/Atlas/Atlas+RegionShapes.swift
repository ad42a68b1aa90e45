import Diagnostics
import Foundation
import GRDB

/// A first-order region (state, province, oblast) with its shape.
public struct RegionShape: Hashable, Sendable {
  /// ISO 3166-2; `nil` where the atlas has none for it.
  public var code: String?
  public var name: String
  /// 1, or 2 for the parts of such regions; 3 for what has no parts and is none, and stands beside both.
  public var level: Int
  /// Codes of regions that have been parted from it since the atlas's outlines were drawn.
  public var parts: [String]
  public var labelPoint: GeoPoint
  public var polygons: [GeoPolygon]

  public init(
    code: String?, name: String, level: Int = 1, parts: [String] = [], labelPoint: GeoPoint,
    polygons: [GeoPolygon]
  ) {
    self.code = code
    self.name = name
    self.level = level
    self.parts = parts
    self.labelPoint = labelPoint
    self.polygons = polygons
  }
}

extension Atlas {
  /// The regions of a country, together its land as ``countries(in:detail:languages:)`` has it in `.fine`; those of one
  /// level, or of each. They are in a file of their own beside the atlas, which is opened for this alone.
  ///
  /// - Returns: nothing where the atlas has no regions of that country.
  public func regionShapes(of country: String, level: Int? = nil) throws(DiagnosticError) -> [RegionShape] {
    try readRegions { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT code, name, level, parts, label_x, label_y, geom FROM region_shapes
          WHERE country = ? AND (? IS NULL OR level IN (?, 3)) ORDER BY id
          """, arguments: [country, level, level])
      var shapes: [RegionShape] = []
      while let row = try rows.next() {
        let found = try row.withUnsafeData(named: "geom") { data in
          data?.withUnsafeBytes { bytes in
            var shape = BinaryGeometry(bytes)
            return shape?.polygons(meeting: [])
          }
        }
        guard let polygons = found ?? nil else { throw DamagedRow(table: "region_shapes", id: 0) }
        let parts: String = row["parts"]
        shapes.append(
          RegionShape(
            code: row["code"], name: row["name"], level: row["level"],
            parts: parts.split(separator: " ").map(String.init),
            labelPoint: GeoPoint(longitude: row["label_x"], latitude: row["label_y"]), polygons: polygons))
      }
      return shapes
    }
  }

  /// The code that a region has today, for one that it had before ("KZ-KAR" is "KZ-35").
  public func regionCode(formerly code: String) throws(DiagnosticError) -> String? {
    try readRegions { db in
      try String.fetchOne(db, sql: "SELECT code FROM region_codes WHERE former = ?", arguments: [code])
    }
  }

  private func readRegions<Value>(_ step: (Database) throws -> Value) throws(DiagnosticError) -> Value {
    let path = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent("regions.gpkg")
      .path
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw DiagnosticError(
        "the atlas of regions is missing", at: SourceLocation(file: path),
        advice:
          "it comes with Bayan as Atlas/regions.gpkg; install it again or make it with Scripts/make-atlas"
      )
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    do {
      return try DatabaseQueue(path: path, configuration: configuration).read(step)
    } catch {
      throw Self.damage(error, path: path)
    }
  }
}
