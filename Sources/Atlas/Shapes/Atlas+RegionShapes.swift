import Diagnostics
import Foundation

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
}

extension Atlas {
  /// The regions of a country, together its land as ``countries(in:detail:languages:)`` has it in `.fine`, of each of
  /// their levels. They are in a file of their own beside the atlas, which is opened for this alone.
  ///
  /// - Returns: nothing where the atlas has no regions of that country.
  public func regionShapes(of country: String) throws(DiagnosticError) -> [RegionShape] {
    try read(beside: "regions.gpkg", of: "regions") { db in
      let sql = """
        SELECT id, code, name, level, parts, label_x, label_y, geom FROM region_shapes
        WHERE country = ? ORDER BY id
        """
      return try db.all(sql, [.text(country)]) { row in
        RegionShape(
          code: try row.textIfAny(1), name: try row.text(2), level: Int(try row.integer(3)),
          parts: try row.text(4).split(separator: " ").map(String.init),
          labelPoint: GeoPoint(longitude: try row.number(5), latitude: try row.number(6)),
          polygons: try polygons(of: row, in: "region_shapes"))
      }
    }
  }

  /// The names of a country's regions of which others have been parted since their outlines were drawn, with the codes of these.
  public func partedRegions(of country: String) throws(DiagnosticError) -> [(name: String, parts: [String])] {
    try read(beside: "regions.gpkg", of: "regions") { db in
      let sql =
        "SELECT name, parts FROM region_shapes WHERE country = ? AND level < 2 AND parts != '' ORDER BY id"
      return try db.all(sql, [.text(country)]) { row in
        (name: try row.text(0), parts: try row.text(1).split(separator: " ").map(String.init))
      }
    }
  }

  /// The code that a region has today, for one that it had before ("KZ-KAR" is "KZ-35").
  public func regionCode(formerly code: String) throws(DiagnosticError) -> String? {
    try read(beside: "regions.gpkg", of: "regions") { db in
      try db.first("SELECT code FROM region_codes WHERE former = ?", [.text(code)]) { try $0.text(0) }
    }
  }

  /// A file that stands beside the atlas, since few maps need it.
  func read<Value: Sendable>(
    beside name: String, of what: String, _ step: (SQLiteConnection) throws -> Value
  ) throws(DiagnosticError) -> Value {
    let path = URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(name).path
    guard FileManager.default.isReadableFile(atPath: path) else {
      throw DiagnosticError(
        "the atlas of \(what) is missing", at: SourceLocation(file: path),
        advice: "it comes with Bayan as Atlas/\(name); install it again or make it with Scripts/make-atlas"
      )
    }
    do {
      return try SQLiteFile(path: path).read(step)
    } catch {
      throw Self.damage(error, path: path)
    }
  }
}
