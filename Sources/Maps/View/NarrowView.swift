import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Typesetting

extension View {
  /// The same without what lies to the west and east of all that the map is about, where that is mostly sea: a tall
  /// country in a long low frame. Beside countries that are shaded others are no gain either. `nil` where the frame is
  /// filled well.
  func narrowed(for map: MapDescription, framing: [GeoPoint], atlas: Atlas, style: MapStyle)
    throws(DiagnosticError) -> View?
  {
    if isWorld { return nil }
    let margin = (map.isDense ? Self.marginOfDense : Self.margin) * style.city.size
    let most = Self.mostOfWidth * size.width
    var subject = Subject(size: size)
    for place in map.positions + framing { subject.add(onFrame(place)) }
    if subject.width + 2 * margin > most { return nil }

    // Of shaded countries the framing is all, and land without a figure is as little to be seen as the sea.
    if map.shades.isEmpty {
      let lands = try atlas.countries(in: fetchBox, detail: .coarse, languages: ["en"])
      let shapes = try Projecting(view: self, clipper: Clipper()).polygons(lands.map(\.polygons))
      for part in shapes.parts where part.isRing {
        let ring = Array(shapes.points[part.range])
        // Far islets would make it wide.
        let isOwn = map.tinted.contains(lands[part.feature].code) && abs(signedArea(of: ring)) > Self.islet
        subject.add(ring, isOwn: isOwn)
      }
    }
    let (first, last) = subject.span(margin: margin)
    guard last - first <= most, subject.height >= Self.leastHeight * size.height else { return nil }
    let least = min(size.width, max(Self.leastShape * size.height, Self.leastWidth * style.city.size))
    let width = max(last - first, least)
    let middle = min(max((first + last) / 2, width / 2), size.width - width / 2)
    return magnified(by: 1, about: Point(middle, size.height / 2), size: Size(width, size.height))
  }

  /// Beside what the map is about, in sizes of its type: a name has room there.
  private static let margin = 6.0
  /// Where no name stands outside.
  private static let marginOfDense = 2.0
  /// Square points.
  private static let islet = 40.0
  /// A little narrower than its column a map only seems to be badly set.
  private static let mostOfWidth = 0.85
  /// Of the frame's: what is lower is not tall, but small, like an island far from all others.
  private static let leastHeight = 0.5
  /// Of the height.
  private static let leastShape = 0.5
  /// In sizes of its type: a legend and the scale bar have room.
  private static let leastWidth = 18.0
}

/// From where to where a map has something to show, by columns.
private struct Subject {
  private var first = Double.infinity
  private var last = -Double.infinity
  private var top = Double.infinity
  private var bottom = -Double.infinity
  /// The lands, others than its own.
  private var land: Grid<Bool>

  init(size: Size) { land = Grid(size: size, cell: 4, filled: false) }

  var width: Double { max(0, last - first) }
  var height: Double { max(0, bottom - top) }

  private var size: Size { Size(Double(land.columns) * land.cell, Double(land.rows) * land.cell) }

  mutating func add(_ point: Point) {
    let x = min(max(point.x, 0), size.width)
    let y = min(max(point.y, 0), size.height)
    (first, last, top, bottom) = (min(first, x), max(last, x), min(top, y), max(bottom, y))
  }

  mutating func add(_ ring: [Point], isOwn: Bool) {
    // Lakes and enclaves are land in this.
    land.fill([ring], with: true)
    guard isOwn else { return }
    for point in ring where point.y >= 0 && point.y <= size.height { add(point) }
  }

  /// With the margin beside it; a side that is mostly land reaches to the frame's edge.
  func span(margin: Double) -> (Double, Double) {
    let (west, east) = (max(0, first - margin), min(size.width, last + margin))
    return (isLand(0..<west) ? 0 : west, isLand(east..<size.width) ? size.width : east)
  }

  private func isLand(_ columns: Range<Double>) -> Bool {
    let range = Int(columns.lowerBound / land.cell)..<Int((columns.upperBound / land.cell).rounded(.down))
    if range.isEmpty { return false }
    var count = 0
    for row in 0..<land.rows {
      for column in range where land.values[row * land.columns + column] { count += 1 }
    }
    return Double(count) > Self.mostlyLand * Double(range.count * land.rows)
  }

  private static let mostlyLand = 0.4
}
