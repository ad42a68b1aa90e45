import Foundation
import TestSupport
import Testing

@testable import Atlas

@Test func theReliefHasTilesOfAllLandsAndNoneOfTheOpenSea() throws {
  let atlas = try shippedAtlas()
  for level in [ReliefLevel.coarse, .fine] {
    let tiles = try atlas.relief(level, columns: Set(0..<level.columns), rows: 0...level.rows - 1)
    #expect(tiles.count > level.columns && tiles.count <= level.columns * level.rows)
    #expect(tiles.allSatisfy { $0.jpeg.starts(with: [0xFF, 0xD8]) && $0.jpeg.suffix(2) == [0xFF, 0xD9] })
    func has(_ longitude: Double, _ latitude: Double) -> Bool {
      let tile = level.pixelsPerDegree / Double(ReliefLevel.tileSize)
      let (column, row) = (Int((longitude + 180) * tile), Int((90 - latitude) * tile))
      return tiles.contains { $0.column == column && $0.row == row }
    }
    for (x, y) in [(75.0, 39), (10, 46), (-70, -33), (170, -44), (-150, 65), (25, -80)] {
      #expect(has(Double(x), Double(y)), "\(x), \(y)")
    }
  }
  // Of the middle of the North Pacific.
  let some = try atlas.relief(.fine, columns: [1, 2], rows: 3...3)
  #expect(some.isEmpty)
}

@Test func theReliefIsNoLargerThanItNeedsToBe() throws {
  let size = try FileManager.default.attributesOfItem(atPath: projectPath("Atlas/relief.gpkg"))[.size] as? Int
  #expect(try #require(size) <= 4_000_000)
}
