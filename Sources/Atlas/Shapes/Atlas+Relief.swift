import Diagnostics
import Foundation

/// How much of the land's shading a pixel of it is.
public enum ReliefLevel: Int64, Sendable {
  /// For maps of much of the globe, and for all others.
  case coarse = 0
  case fine = 1

  /// Of a tile, both ways.
  public static let tileSize = 450

  public var pixelsPerDegree: Double { self == .fine ? 30 : 7.5 }

  /// All around the globe, and from pole to pole.
  public var columns: Int { Int(360 * pixelsPerDegree) / Self.tileSize }
  public var rows: Int { columns / 2 }
}

/// A square piece of the land's shading: grey, 128 where it is flat or water, darker where it lies in the shade.
public struct ReliefTile: Sendable {
  /// From 180° W and from the north pole.
  public var column: Int
  public var row: Int
  public var jpeg: [UInt8]
}

extension Atlas {
  /// The shading of the land in these columns and rows of tiles; none of the open sea.
  public func relief(_ level: ReliefLevel, columns: Set<Int>, rows: ClosedRange<Int>)
    throws(DiagnosticError) -> [ReliefTile]
  {
    try read(beside: "relief.gpkg", of: "the land's relief") { db in
      let sql = """
        SELECT tile_column, tile_row, tile_data FROM relief
        WHERE zoom_level = ? AND tile_row BETWEEN ? AND ? ORDER BY id
        """
      var tiles: [ReliefTile] = []
      try db.each(
        sql, [.integer(level.rawValue), .integer(Int64(rows.lowerBound)), .integer(Int64(rows.upperBound))]
      ) { row in
        let column = Int(try row.integer(0))
        guard columns.contains(column) else { return }
        tiles.append(
          ReliefTile(column: column, row: Int(try row.integer(1)), jpeg: row.bytes(2) { Array($0) }))
      }
      return tiles
    }
  }
}
