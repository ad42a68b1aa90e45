import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Platform

/// Everything under the labels, in points on the frame, cut off exactly at its edge.
struct Ground {
  typealias Polygon = [[Point]]

  struct Land {
    var country: Country
    var polygons: [Polygon]
    /// Its sides on the water.
    var coast: [[Point]]
    /// Of an archipelago, the middles of islands that are too small to be seen.
    var islets: [Point] = []
  }

  struct Lake {
    var name: String
    var polygons: [Polygon]
  }

  struct Waters {
    var lakes: [Lake] = []
    var shores: [[Point]] = []
  }

  struct River {
    var name: String
    var rank: Int
    var points: [Point]
  }

  struct Line<Kind> {
    var kind: Kind
    var points: [Point]
  }

  let size: Size
  /// The globe's outline where the frame shows beyond it; `nil` where the globe fills the frame.
  var globe: [Polygon]?
  var lands: [Land]
  var coast: [[Point]]
  var boundaries: [Line<Boundary.Status>]
  var lakes: Waters
  /// Roughly where each sea lies, land and all, largest first.
  var seas: [Lake]
  var rivers: [River]
  /// By the route's number.
  var routes: [Line<Int>]
  /// The land boundary that is told about, its pieces joined.
  var border: [[Point]] = []
  /// The same by what it is: only a settled boundary is drawn solid.
  var borderSections: [Line<Boundary.Status>] = []
  /// By the zone's number.
  var zones: [Zone] = []
  /// Boundaries of states, provinces and oblasts.
  var regions: [[Point]] = []
  var graticule: [[Point]] = []

  /// What a reader of print can't see, points: a tenth of a millimetre. A map with more coast than a file should carry
  /// makes do with less.
  private static let tolerances = [0.28, 0.4, 0.6, 0.9]
  private static let tolerance = tolerances[0]
  /// At 5 to 6 bytes a point in a PDF (measured on 19 maps, compressed) that is 40 KB; forty names with their halos
  /// add 15 to that.
  private static let mostPoints = 7000
  /// Where boundaries between classes are drawn twice.
  private static let mostPointsOfClasses = 5000
  private static let leastLake = 1.0
  /// As an island is drawn that is too small to be seen.
  static let radiusOfIslet = 0.65
  /// Their outlines are not seen.
  private static let toleranceOfSeas = 2.0

  init(_ data: MapData, routes: [MapDescription.Route], in view: View) throws(DiagnosticError) {
    var map = MapDescription(sites: [])
    map.routes = routes
    try self.init(data, of: map, in: view)
  }

  /// `unit` is how much wider lines are than on a page of the report.
  init(_ data: MapData, of map: MapDescription, in view: View, unit: Double = 1) throws(DiagnosticError) {
    size = view.size
    let clipper = try Clipper()
    let projecting = Projecting(view: view, clipper: clipper)

    // Countries and the boundaries between them are simplified together, so that a boundary lies where tints meet.
    var shapes = try projecting.polygons(data.countries.map(\.polygons))
    let lines = try projecting.lines(data.boundaries.map(\.lines))
    let rings = shapes.parts.count
    shapes.append(lines)
    let arcs = Arcs(of: shapes)
    let codes = data.countries.map(\.code)
    let pair = map.border.flatMap { border in
      codes.firstIndex(of: border.first).flatMap { first in
        codes.firstIndex(of: border.second).map { (first, $0) }
      }
    }
    var simplified = SimplifiedShapes()
    for tolerance in Self.tolerances {
      simplified = simplify(
        shapes, arcs, tolerance: tolerance, leastArea: 6 * tolerance * tolerance, between: pair)
      if simplified.pointCount(in: view.rect)
        <= (map.shades.isEmpty ? Self.mostPoints : Self.mostPointsOfClasses)
      {
        break
      }
    }
    var polygons = try clip(
      simplified.parts[..<rings], of: shapes.parts[..<rings], features: data.countries.count, clipper, view)
    var coasts = [[[Point]]](repeating: [], count: data.countries.count)
    for (feature, line) in zip(simplified.coastFeatures, simplified.coast) {
      coasts[feature] += try clipper.clip(line: line, to: view.rect)
    }
    // What the map is about is never too small to be seen.
    for (index, code) in codes.enumerated()
    where polygons[index].isEmpty && (map.tinted.contains(code) || map.shades.contains { $0.country == code })
    {
      guard let ring = shapes.leastSeen(of: index) else { continue }
      polygons[index] = try clipper.clip(polygon: [ring], to: view.rect).map(oriented)
      coasts[index] = try clipper.clip(line: ring + ring.prefix(1), to: view.rect)
    }
    var islets = [[Point]](repeating: [], count: codes.count)
    for (index, code) in codes.enumerated() where data.archipelagos.contains(code) {
      islets[index] = shapes.islets(of: index).filter { view.rect.distance(to: $0) == 0 }
    }
    coast = coasts.flatMap { $0 }
    lands = data.countries.indices.compactMap { index in
      polygons[index].isEmpty && islets[index].isEmpty
        ? nil
        : Land(
          country: data.countries[index], polygons: polygons[index], coast: coasts[index],
          islets: islets[index])
    }
    boundaries = []
    for (part, points) in zip(shapes.parts[rings...], simplified.parts[rings...]) {
      let status = data.boundaries[part.feature].status
      boundaries += try clipper.clip(line: points, to: view.rect).map { Line(kind: status, points: $0) }
    }

    let lakes = data.lakes.filter { $0.rank <= view.leastRank }
    self.lakes = try Self.waters(lakes, projecting, clipper, view)

    seas = try Self.waters(data.seas, projecting, clipper, view, tolerance: Self.toleranceOfSeas).lakes

    let rivers = data.rivers.filter { $0.rank <= view.leastRank }
    let courses = try projecting.lines(rivers.map(\.lines))
    self.rivers = []
    for (part, points) in zip(courses.parts, simplify(courses, tolerance: Self.tolerance, leastArea: 0).parts)
    {
      let river = rivers[part.feature]
      self.rivers += try clipper.clip(line: points, to: view.rect).map {
        River(name: river.name, rank: river.rank, points: $0)
      }
    }

    let ways = try projecting.lines(map.routes.map { [Self.greatCircles($0.stops, in: view)] })
    routes = []
    for (part, points) in zip(ways.parts, simplify(ways, tolerance: 0.1, leastArea: 0).parts) {
      routes += try clipper.clip(line: points, to: view.rect).map { Line(kind: part.feature, points: $0) }
    }
    border = joined(try clip(simplified.shared, clipper, view))
    let sections = zip(simplified.shared, simplified.sharedFeatures).map { line, feature in
      (line, feature < 0 ? Boundary.Status.international : data.boundaries[feature].status)
    }
    for status in [Boundary.Status.international, .disputed, .indefinite] {
      let lines = sections.filter { $0.1 == status }.map(\.0)
      borderSections += joined(try clip(lines, clipper, view)).map { Line(kind: status, points: $0) }
    }
    let divisions = try projecting.lines([data.regionBoundaries])
    regions = try clip(
      simplify(divisions, tolerance: Self.tolerance, leastArea: 0).parts, clipper, view)
    if map.showsGraticule {
      let grid = try projecting.lines([Maps.graticule(of: view)])
      graticule = try clip(simplify(grid, tolerance: 0.1, leastArea: 0).parts, clipper, view)
    }
    if !map.zones.isEmpty { zones = try Self.zones(of: map, projecting, clipper, view, unit: unit) }
    globe = try Self.globe(clipper, view)
  }

  private static func waters(
    _ waters: [Water], _ projecting: Projecting, _ clipper: Clipper, _ view: View,
    tolerance: Double = Self.tolerance
  ) throws(DiagnosticError) -> Waters {
    let shapes = try projecting.polygons(waters.map(\.polygons))
    let simplified = simplify(shapes, tolerance: tolerance, leastArea: leastLake)
    let polygons = try clip(
      simplified.parts[...], of: shapes.parts[...], features: waters.count, clipper, view)
    return Waters(
      lakes: zip(waters, polygons).compactMap { $1.isEmpty ? nil : Lake(name: $0.name, polygons: $1) },
      shores: try clip(simplified.coast, clipper, view))
  }

  /// Longitudes run on beyond ±180, so that what crosses the antimeridian stays one line.
  static func greatCircles(_ stops: [GeoPoint], in view: View) -> [GeoPoint] {
    let step = max(1000, 8 / view.scale)
    var path = zip(stops, stops.dropFirst()).flatMap { Geodesic.path(from: $0, to: $1, step: step) }
    for index in path.indices.dropFirst() {
      let last = path[index - 1].longitude
      path[index].longitude = last + (path[index].longitude - last).remainder(dividingBy: 360)
    }
    return path
  }

  /// The globe's own edge where the frame shows beyond it: on the world map the meridians opposite to its middle and
  /// the poles' lines, on an azimuthal one the circle of the place opposite to its centre.
  private static func globe(_ clipper: Clipper, _ view: View) throws(DiagnosticError) -> [Polygon]? {
    var points: [Point] = []
    switch view.projection.kind {
    case .world:
      guard view.isWorld else { return nil }
      let box = view.box
      for step in 0...60 {
        points.append(Point(box.west, box.south + Double(step) * (box.north - box.south) / 60))
      }
      for step in 0...60 {
        points.append(Point(box.east, box.north - Double(step) * (box.north - box.south) / 60))
      }
      view.projection.forward(&points)
    case .azimuthal:
      guard view.reach == nil else { return nil }
      // Twice the radius of the sphere with the ellipsoid's area (Snyder 1987, p. 187).
      let radius = 2 * 6_371_007.0
      for step in 0..<180 {
        let angle = Double(step) * .pi / 90
        points.append(Point(radius * cos(angle), radius * sin(angle)))
      }
    case .conic: return nil
    }
    return try clipper.clip(polygon: [points.map(view.onFrame)], to: view.rect)
  }
}

extension Shapes {
  /// The largest ring of a feature, or a spot in its place where it is smaller than that.
  fileprivate func leastSeen(of feature: Int) -> [Point]? {
    let rings = parts.filter { $0.feature == feature && $0.isRing }.map { Array(points[$0.range]) }
    guard let largest = rings.max(by: { abs(signedArea(of: $0)) < abs(signedArea(of: $1)) }),
      let bounds = Path.polyline(largest).bounds
    else { return nil }
    if abs(signedArea(of: largest)) >= 4 { return largest }
    return (0..<12).map { step in
      let angle = Double(step) * .pi / 6
      return Point(bounds.midX + 1.3 * cos(angle), bounds.midY + 1.3 * sin(angle))
    }
  }

  /// The middles of a feature's islands that are too small to be seen; of those that would be one spot the first.
  fileprivate func islets(of feature: Int) -> [Point] {
    let seen = 2.0
    var middles: [Point] = []
    var polygons = Set<Int>()
    for part in parts where part.feature == feature && part.isRing && polygons.insert(part.polygon).inserted {
      let ring = Array(points[part.range])
      guard abs(signedArea(of: ring)) < seen, let bounds = Path.polyline(ring).bounds else { continue }
      let middle = Point(bounds.midX, bounds.midY)
      if middles.allSatisfy({ distance(from: $0, to: middle) > 2 * Ground.radiusOfIslet }) {
        middles.append(middle)
      }
    }
    return middles
  }

  /// Adds lines; their parts come after the others.
  mutating func append(_ other: Shapes) {
    let offset = points.count
    points += other.points
    isSeam += other.isSeam
    parts += other.parts.map { part in
      var part = part
      part.range = part.range.lowerBound + offset..<part.range.upperBound + offset
      return part
    }
  }
}

/// The polygons of each feature, put together from their rings and cut off at the frame.
private func clip(
  _ rings: ArraySlice<[Point]>, of parts: ArraySlice<Shapes.Part>, features: Int, _ clipper: Clipper,
  _ view: View
) throws(DiagnosticError) -> [[Ground.Polygon]] {
  var result = [[Ground.Polygon]](repeating: [], count: features)
  var index = parts.startIndex
  while index < parts.endIndex {
    let outside = parts[index]
    var polygon = [rings[index]]
    index += 1
    while index < parts.endIndex, parts[index].polygon == outside.polygon {
      if !rings[index].isEmpty { polygon.append(rings[index]) }
      index += 1
    }
    guard polygon[0].count >= 3 else { continue }
    for piece in try clipper.clip(polygon: polygon, to: view.rect) {
      result[outside.feature].append(oriented(piece))
    }
  }
  return result
}

private func clip(_ lines: [[Point]], _ clipper: Clipper, _ view: View) throws(DiagnosticError) -> [[Point]] {
  var result: [[Point]] = []
  for line in lines { result += try clipper.clip(line: line, to: view.rect) }
  return result
}

/// The outside clockwise, holes against it: then polygons that share a side and are painted as one path leave no
/// seam, since its two directions cancel each other.
func oriented(_ polygon: Ground.Polygon) -> Ground.Polygon {
  polygon.enumerated().map { index, ring in
    (signedArea(of: ring) > 0) == (index == 0) ? ring : ring.reversed()
  }
}

/// Lines that end where another begins, as one.
func joined(_ lines: [[Point]]) -> [[Point]] {
  var result: [[Point]] = []
  for line in lines {
    var line = line
    while let index = result.firstIndex(where: { other in
      [other.first, other.last].contains(line.first) || [other.first, other.last].contains(line.last)
    }) {
      var other = result.remove(at: index)
      if other.first == line.first || other.last == line.last { other.reverse() }
      line = other.last == line.first ? other + line.dropFirst() : line + other.dropFirst()
    }
    result.append(line)
  }
  return result
}
