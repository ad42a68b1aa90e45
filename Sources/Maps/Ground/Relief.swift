import Atlas
import Diagnostics
import Graphics
import Pictures
import Platform

/// The shading of the land that a view shows, in degrees.
struct Relief {
  private let pixelsPerDegree: Double
  /// Of the first pixel, in pixels from 180° W and from the north pole.
  private let left: Int
  private let top: Int
  private let width: Int
  private let height: Int
  private var values: [UInt8]
  /// Ground along a pixel, from north to south.
  var kilometres: Double { 111.2 / pixelsPerDegree }

  /// - Throws: `DiagnosticError` where the atlas's file of it is missing or damaged.
  init(of view: View, from atlas: Atlas) throws(DiagnosticError) {
    let level = Self.level(for: view)
    let (box, size) = (view.box, ReliefLevel.tileSize)
    pixelsPerDegree = level.pixelsPerDegree
    let tilesPerDegree = pixelsPerDegree / Double(size)
    let first = Int(((box.west + 180) * tilesPerDegree).rounded(.down))
    let last = Int(((box.east + 180) * tilesPerDegree).rounded(.down))
    let north = max(0, min(level.rows - 1, Int((90 - box.north) * tilesPerDegree)))
    let south = max(north, min(level.rows - 1, Int((90 - box.south) * tilesPerDegree)))
    (left, top) = (first * size, north * size)
    (width, height) = ((last - first + 1) * size, (south - north + 1) * size)
    values = [UInt8](repeating: Self.flat, count: width * height)
    // A column may be there twice, at both ends of a map of the world.
    func number(of column: Int) -> Int { (column % level.columns + level.columns) % level.columns }
    let columns = Set((first...last).map(number))
    for tile in try atlas.relief(level, columns: columns, rows: north...south) {
      let picture = Picture(.jpeg, tile.jpeg, width: size, height: size, isGreyFile: true)
      guard let pixels = try? Pixels(picture) else { throw Self.damaged }
      for column in first...last where number(of: column) == tile.column {
        let corner = (tile.row - north) * size * width + (column - first) * size
        for row in 0..<size {
          for x in 0..<size {
            values[corner + row * width + x] = UInt8(truncatingIfNeeded: pixels.values[row * size + x])
          }
        }
      }
    }
  }

  private static let flat: UInt8 = 128

  private static var damaged: DiagnosticError {
    DiagnosticError(
      "the atlas of the land's relief is damaged",
      advice: "install it again or make it with Scripts/make-atlas")
  }

  /// Pixels of the coarse one are a seventh of a degree.
  private static func level(for view: View) -> ReliefLevel { view.kilometresPerPoint < 16 ? .fine : .coarse }

  /// How much lighter (up to 1) or darker (down to −1) than flat land a place is.
  ///
  /// - Parameters:
  ///   - longitude: unwrapped, as the view's box has it.
  ///   - latitude: degrees north.
  /// - Returns: 0 on water, too.
  func shade(longitude: Double, latitude: Double) -> Double {
    let x = min(max((longitude + 180) * pixelsPerDegree - 0.5 - Double(left), 0), Double(width - 1))
    let y = min(max((90 - latitude) * pixelsPerDegree - 0.5 - Double(top), 0), Double(height - 1))
    let (column, row) = (min(Int(x), width - 2), min(Int(y), height - 2))
    let (across, down) = (x - Double(column), y - Double(row))
    let start = row * width + column
    let above = Double(values[start]) * (1 - across) + Double(values[start + 1]) * across
    let below = Double(values[start + width]) * (1 - across) + Double(values[start + width + 1]) * across
    return (above * (1 - down) + below * down - Double(Self.flat)) / 127
  }
}

extension View {
  /// Whether the atlas's relief is fine enough for it: from so many of its pixels an inch it looks soft, not coarse.
  var canShowRelief: Bool {
    let middle = places(at: [Point(size.width / 2, size.height / 2)])[0]
    let across = max(0.2, cos((middle?.latitude ?? 0) * .pi / 180))
    // A pixel is narrower the farther from the equator.
    let pixel = 111.2 / ReliefLevel.fine.pixelsPerDegree * across.squareRoot()
    return 72 * kilometresPerPoint / pixel >= Self.leastResolution
  }

  /// Pixels of the atlas's relief an inch.
  private static let leastResolution = 60.0
}
