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
    guard
      let subject = try subject(
        of: map, framing: framing, atlas: atlas, isFilled: { $0.width + 2 * margin > most })
    else { return nil }
    let (first, last) = subject.span(margin: margin)
    guard last - first <= most, subject.height >= Self.leastHeight * size.height else { return nil }
    let least = min(size.width, max(Self.leastShape * size.height, Self.leastWidth * style.city.size))
    let width = max(last - first, least)
    let middle = min(max((first + last) / 2, width / 2), size.width - width / 2)
    return magnified(by: 1, about: Point(middle, size.height / 2), size: Size(width, size.height))
  }

  /// Of named lands no more than them, where they are narrower than the frame.
  func cropped(to extent: MapDescription.Extent?, style: MapStyle) -> View {
    guard case .lands(_, let points) = extent, !isWholeWorld else { return self }
    let least = min(size.width, max(Self.leastShape * size.height, Self.leastWidth * style.city.size))
    let width = max(least, bounds(of: points, in: projection).width * scale + 2 * marginOfLands)
    if width > Self.mostOfWidth * size.width { return self }
    return magnified(
      by: 1, about: Point(size.width / 2, size.height / 2), size: Size(width, size.height))
  }

  /// How high a map as wide as this view need be: without what lies above and below all that it is about, where that is
  /// mostly sea. `nil` where the frame is filled well.
  func lowered(for map: MapDescription, framing: [GeoPoint], atlas: Atlas, style: MapStyle)
    throws(DiagnosticError) -> Double?
  {
    let margin = Self.margin * style.city.size
    let most = Self.mostOfWidth * size.height
    guard
      let subject = try subject(
        of: map, framing: framing, atlas: atlas, isFilled: { $0.height + 2 * margin > most })
    else { return nil }
    // What is small, like an island far from all others, is seen the larger the higher its map.
    guard subject.width >= Self.leastWidthOfLow * size.width else { return nil }
    let (first, last) = subject.rows(margin: margin)
    // In a lower frame the places keep their share of room to the edges.
    let height = max(last - first, subject.height / Self.mostForPlaces, Self.leastOfWidth * size.width)
    return height <= most ? height : nil
  }

  /// Where the places, the framing and the lands stand; `nil` where the first two fill the frame.
  private func subject(
    of map: MapDescription, framing: [GeoPoint], atlas: Atlas, isFilled: (Subject) -> Bool
  ) throws(DiagnosticError) -> Subject? {
    var subject = Subject(size: size)
    for place in map.positions + framing { subject.add(onFrame(place)) }
    if isFilled(subject) { return nil }
    // Of shaded countries the framing is all, and land without a figure is as little to be seen as the sea.
    guard map.shades.isEmpty else { return subject }
    let lands = try atlas.countries(in: fetchBox, detail: .coarse, languages: ["en"])
    let shapes = try Projecting(view: self, clipper: Clipper()).polygons(lands.map(\.polygons))
    for part in shapes.parts where part.isRing {
      let ring = Array(shapes.points[part.range])
      // Far islets would make it wide.
      let isOwn = map.tinted.contains(lands[part.feature].code) && abs(signedArea(of: ring)) > Self.islet
      subject.add(ring, isOwn: isOwn)
    }
    return subject
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
  /// Of the frame's: what a lower map is about fills it from side to side.
  private static let leastWidthOfLow = 0.5
  /// Of a lower frame's height, what is between its outermost places: the rest is their margins.
  private static let mostForPlaces = 0.72
  /// Of the width: a lower map is a strip.
  private static let leastOfWidth = 0.42
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
    let all = 0..<size.height
    return (isLand(0..<west, all) ? 0 : west, isLand(east..<size.width, all) ? size.width : east)
  }

  /// The same from the top to the bottom.
  func rows(margin: Double) -> (Double, Double) {
    let (north, south) = (max(0, top - margin), min(size.height, bottom + margin))
    let all = 0..<size.width
    return (
      isLand(all, 0..<north) ? 0 : north, isLand(all, south..<size.height) ? size.height : south
    )
  }

  private func isLand(_ across: Range<Double>, _ down: Range<Double>) -> Bool {
    func cells(_ range: Range<Double>) -> Range<Int> {
      let first = Int(range.lowerBound / land.cell)
      return first..<max(first, Int((range.upperBound / land.cell).rounded(.down)))
    }
    let (columns, rows) = (cells(across), cells(down))
    if columns.isEmpty || rows.isEmpty { return false }
    var count = 0
    for row in rows {
      for column in columns where land.values[row * land.columns + column] { count += 1 }
    }
    return Double(count) > Self.mostlyLand * Double(columns.count * rows.count)
  }

  private static let mostlyLand = 0.4
}
