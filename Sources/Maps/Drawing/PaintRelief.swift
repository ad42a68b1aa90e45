import Atlas
import Diagnostics
import Graphics
import Pictures
import Platform
import Typesetting

/// The land's shading as a picture over a map's grounds: black and white that show through, so that it lies on all tints
/// and on greys.
struct ReliefPicture {
  /// Points of a pixel, 150 an inch.
  private static let pixel = 0.48
  /// How opaque black and white are at most, on grounds that are light and on dark ones.
  private static let (onLight, onDark) = ((black: 0.36, white: 0.6), (black: 0.55, white: 0.2))
  /// Under what is written, and how far around it, points, the shading comes back.
  static let (underText, fading) = (0.2, 4.0)

  private let columns: Int
  private let rows: Int
  private let view: View
  private let relief: Relief

  init(_ relief: Relief, in view: View) {
    self.view = view
    self.relief = relief
    columns = max(2, Int((view.size.width / Self.pixel).rounded(.up)))
    rows = max(2, Int((view.size.height / Self.pixel).rounded(.up)))
  }

  /// How much darker or lighter a ground is at most where something is written on it.
  static func most(on ground: Color) -> (black: Double, white: Double) {
    let most = ground.luminance < darkGround ? onDark : onLight
    return (most.black * underText, most.white * underText)
  }

  private static let darkGround = 0.2

  /// - Parameters:
  ///   - land: what it lies on.
  ///   - waters: what it doesn't lie on within that.
  ///   - isDark: whether the land's own colour is dark.
  ///   - texts: where something is written.
  /// - Returns: as large as the view's frame.
  /// - Throws: `DiagnosticError` where there is no memory for it.
  func picture(on land: [Ground.Polygon], without waters: [Ground.Polygon], isDark: Bool, texts: [Rect])
    throws(DiagnosticError) -> Picture
  {
    var mask = Grid<Bool>(
      size: Size(Double(columns) * Self.pixel, Double(rows) * Self.pixel), cell: Self.pixel, filled: false)
    for polygon in land { mask.fill(polygon, with: true) }
    for polygon in waters { mask.fill(polygon, with: false) }
    let quiet = quietness(around: texts)
    var pixels = GreyPixels(width: columns, height: rows)
    let most = isDark ? Self.onDark : Self.onLight
    forEachPlace { column, row, shade in
      let index = row * columns + column
      guard mask.values[row * mask.columns + column] else { return }
      let share = max(0, abs(shade) - Self.least) / (1 - Self.least) * Double(quiet[index])
      let opacity = (shade < 0 ? most.black : most.white) * share
      // In steps that nobody sees: the file has half of the bytes.
      pixels.set(index, grey: shade < 0 ? 0 : 255, opacity: (opacity * Self.steps).rounded() / Self.steps)
    }
    return try pixels.picture()
  }

  /// Less is noise of a picture that was compressed, and no hill.
  private static let least = 0.04
  private static let steps = 100.0

  /// What is left of the shading at each pixel.
  private func quietness(around texts: [Rect]) -> [Float] {
    var shares = [Float](repeating: 1, count: columns * rows)
    for text in texts {
      let reach = text.insetBy(-Self.fading)
      let (left, right) = (
        max(0, Int(reach.minX / Self.pixel)), min(columns - 1, Int(reach.maxX / Self.pixel))
      )
      let (top, bottom) = (max(0, Int(reach.minY / Self.pixel)), min(rows - 1, Int(reach.maxY / Self.pixel)))
      guard left <= right, top <= bottom else { continue }
      for row in top...bottom {
        for column in left...right {
          let distance = text.distance(to: center(column, row)) / Self.fading
          let share = Self.underText + (1 - Self.underText) * min(1, distance * distance)
          shares[row * columns + column] = min(shares[row * columns + column], Float(share))
        }
      }
    }
    return shares
  }

  private func center(_ column: Int, _ row: Int) -> Point {
    Point((Double(column) + 0.5) * Self.pixel, (Double(row) + 0.5) * Self.pixel)
  }

  // MARK: The way back to the globe

  /// Of the mesh whose corners are brought to the globe; between them the way is as good as straight.
  private static let mesh = 8

  /// Each pixel that shows the globe, with its shading: the mean of four places where pixels of the relief are smaller.
  private func forEachPlace(_ take: (_ column: Int, _ row: Int, _ shade: Double) -> Void) {
    let corners = Corners(of: view, columns: columns / Self.mesh + 2, rows: rows / Self.mesh + 2) {
      column, row in
      Point(Double(column * Self.mesh) * Self.pixel, Double(row * Self.mesh) * Self.pixel)
    }
    let isSmall = view.kilometresPerPoint * Self.pixel > 1.3 * relief.kilometres
    let offsets: [(Double, Double)] =
      isSmall ? [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)] : [(0.5, 0.5)]
    for row in 0..<rows {
      for column in 0..<columns {
        guard let cell = corners.cell(column / Self.mesh, row / Self.mesh) else { continue }
        var sum = 0.0
        for (x, y) in offsets {
          let place = cell.place(
            (Double(column % Self.mesh) + x) / Double(Self.mesh),
            (Double(row % Self.mesh) + y) / Double(Self.mesh))
          sum += relief.shade(longitude: place.x, latitude: place.y)
        }
        take(column, row, sum / Double(offsets.count))
      }
    }
  }
}

/// Places on the globe at the corners of a mesh over a frame.
private struct Corners {
  private let columns: Int
  /// Longitudes unwrapped, and latitudes; not finite off the globe.
  private let places: [Point]

  init(of view: View, columns: Int, rows: Int, at point: (Int, Int) -> Point) {
    self.columns = columns
    let points = (0..<rows).flatMap { row in (0..<columns).map { point($0, row) } }
    places = view.places(at: points).map { place in
      place.map { Point(view.projection.unwrap($0.longitude), $0.latitude) } ?? Point(.nan, .nan)
    }
  }

  /// `nil` where a corner lies off the globe, or where longitudes run together at a pole or tear at the map's edge.
  func cell(_ column: Int, _ row: Int) -> Cell? {
    let start = row * columns + column
    let corners = (places[start], places[start + 1], places[start + columns], places[start + columns + 1])
    let longitudes = [corners.0.x, corners.1.x, corners.2.x, corners.3.x]
    guard let west = longitudes.min(), let east = longitudes.max(), east - west < Self.mostTurned else {
      return nil
    }
    return longitudes.allSatisfy(\.isFinite) ? Cell(corners: corners) : nil
  }

  private static let mostTurned = 40.0

  struct Cell {
    let corners: (Point, Point, Point, Point)

    func place(_ x: Double, _ y: Double) -> Point {
      let (a, b, c, d) = ((1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y)
      return Point(
        a * corners.0.x + b * corners.1.x + c * corners.2.x + d * corners.3.x,
        a * corners.0.y + b * corners.1.y + c * corners.2.y + d * corners.3.y)
    }
  }
}

extension MapStyle {
  /// The same with names that can be read on the darkest of a shaded ground, or the lightest of a dark one.
  var onRelief: MapStyle {
    var style = self
    func readable(_ color: Color, on ground: Color) -> Color {
      let most = ReliefPicture.most(on: ground)
      let worst = [
        ground.mixed(with: .black, amount: most.black), ground.mixed(with: .white, amount: most.white),
      ]
      let end = ground.luminance < 0.18 ? Color.white : .black
      return (0...20).lazy.map { color.mixed(with: end, amount: Double($0) / 20) }
        .first { color in worst.allSatisfy { color.contrast(with: $0) >= 4.5 } } ?? end
    }
    style.country.color = readable(country.color, on: landColor)
    // Of rivers, too.
    style.water.color = ([landColor] + tints).reduce(water.color) { readable($0, on: $1) }
    style.scale.color = ([landColor] + tints).reduce(scale.color) { readable($0, on: $1) }
    style.tintedNames = zip(tintedNames, tints).map(readable) + tintedNames.dropFirst(tints.count)
    style.otherCity.color = ([landColor] + tints).reduce(otherCity.color) { readable($0, on: $1) }
    return style
  }
}
