import Atlas
import Graphics
import MapGrammar
import Platform
import Typesetting

extension MapDescription {
  /// The few sites that lie so far from all others that these would be a crowd on a map with them. Such a map shows the
  /// others; arrows at its edge point to the far ones. Only sites of which no more than their names is told can be far.
  ///
  /// - Returns: their numbers.
  var farSites: Set<Int> {
    guard extent == nil, sites.count > 3 else { return [] }
    let others = Set(ways.flatMap { [$0.0, $0.1] })
    // A country's outline has many points; some of them tell its width.
    let outline = self.framed.points
    let stride = max(1, outline.count / 60)
    let framed = outline.indices.filter { $0 % stride == 0 }.map { outline[$0] }
    let points = (sites.map(\.position) + Array(others) + framed).map(direction(of:))
    let middle = points.indices.min { points.spread(from: $0) < points.spread(from: $1) } ?? 0
    let outward = sites.indices.sorted { a, b in
      let (first, second) = (chord(points[a], points[middle]), chord(points[b], points[middle]))
      return (second, a) < (first, b)
    }
    // Only of so many no more than the name is told, and three others at least are left.
    let most = min(max(1, sites.count / 8), sites.count - 3)
    let candidates = outward.prefix(most).prefix { index in
      let site = sites[index]
      return !site.isRegion && site.numbers.isEmpty && site.symbol == nil && !others.contains(site.position)
    }
    let spans = points.spans(without: Array(candidates))
    for count in spans.indices.dropFirst() {
      let widening = spans[0] / max(spans[count], leastSpan)
      if widening >= (sites.count - count >= 10 ? 2.5 : 4) { return Set(candidates.prefix(count)) }
    }
    return []
  }

  /// All that must be seen, where no extent is fixed: all but the far sites.
  var positions: [GeoPoint] {
    let far = farSites
    return sites.indices.filter { !far.contains($0) }.map { sites[$0].position }
      + ways.flatMap { [$0.0, $0.1] }
  }
}

/// The least that a map shows across, as a chord of the sphere of radius 1: 250 km.
private let leastSpan = 250 / 6371.0

extension [Direction] {
  fileprivate func spread(from middle: Int) -> Double { reduce(0) { $0 + chord($1, self[middle]) } }

  /// The spans of all, of all but the first of those left out, of all but the first two, and so on.
  fileprivate func spans(without leftOut: [Int]) -> [Double] {
    let isLeftOut = Set(leftOut)
    var members = indices.filter { !isLeftOut.contains($0) }.map { self[$0] }
    var spans = [members.span]
    for index in leftOut.reversed() {
      spans.append(members.reduce(spans[spans.count - 1]) { Swift.max($0, chord($1, self[index])) })
      members.append(self[index])
    }
    return spans.reversed()
  }
}

/// Where an arrow at the frame's edge stands that points to a place beyond it.
struct Pointer: Hashable {
  var center: Point
  /// Of length 1.
  var heading: Point
  /// From the middle of the map, in two figures that count.
  var kilometres: Double

  /// Half its length, points.
  static func reach(_ style: MapStyle) -> Double { 1.8 * dotRadius(style.city, isNamed: true) }

  /// To those of the places that are out of view, and `nil` for the others. No two stand close.
  static func all(to places: [GeoPoint], in view: View, _ style: MapStyle) -> [Pointer?] {
    let edge = view.rect.insetBy(reach(style) + 2)
    let apart = 2 * style.city.size
    var taken: [Point] = []
    return places.map { place in
      guard var pointer = Pointer(to: place, in: view, edge: edge) else { return nil }
      for _ in 0..<20 where taken.contains(where: { distance(from: $0, to: pointer.center) < apart }) {
        pointer.center = edge.clockwise(from: pointer.center, by: apart / 2)
      }
      taken.append(pointer.center)
      return pointer
    }
  }

  /// `nil` for a place in view.
  private init?(to place: GeoPoint, in view: View, edge: Rect) {
    let middle = Point(edge.midX, edge.midY)
    // A place on the edge of a fixed extent is in view.
    guard !view.isWorld, view.rect.insetBy(-2).distance(to: view.onFrame(place)) > 0,
      let start = view.places(at: [middle])[0]
    else { return nil }
    // Far from its middle a projection may turn things round: the way there begins in the right direction.
    let way = Geodesic.path(from: start, to: place, step: 10_000)
    let step = view.onFrame(way[1]) - middle
    guard step.length > 0 else { return nil }
    let far = Geodesic.distance(from: start, to: place) / 1000
    let unit = pow(10, max(1, floor(log10(max(far, 1))) - 1))
    kilometres = (far / unit).rounded() * unit
    heading = Point(step.x / step.length, step.y / step.length)
    let share = min(edge.width / 2 / abs(heading.x), edge.height / 2 / abs(heading.y))
    center = Point(middle.x + heading.x * share, middle.y + heading.y * share)
  }
}

extension Rect {
  /// From a point of its edge along the edge, not round a corner.
  fileprivate func clockwise(from point: Point, by distance: Double) -> Point {
    let isUpright =
      min(abs(point.x - minX), abs(point.x - maxX)) < min(abs(point.y - minY), abs(point.y - maxY))
    if isUpright {
      let step = point.x < midX ? -distance : distance
      return Point(point.x, min(max(point.y + step, minY), maxY))
    }
    let step = point.y < midY ? distance : -distance
    return Point(min(max(point.x + step, minX), maxX), point.y)
  }
}
