import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Platform

/// What part of the globe a map shows, and how it comes to lie on the frame.
struct View {
  let projection: Projection
  let size: Size
  /// Points on the frame for a projected metre.
  let scale: Double
  /// Projected metres at the frame's centre.
  let center: Point
  /// Kilometres of ground for a point at the frame's centre, from west to east.
  let kilometresPerPoint: Double
  /// What the frame shows, with a little more all around. Longitudes are unwrapped: `west` ≤ `east`, and
  /// either may lie beyond ±180.
  let box: GeoBox

  /// Whether it shows all longitudes.
  let isWorld: Bool

  var rect: Rect { Rect(size: size) }

  /// Whether the frame reaches from edge to edge of the globe.
  var isWholeWorld: Bool {
    guard case .world(let meridian) = projection.kind else { return false }
    let east = projection.forward(GeoPoint(longitude: meridian + 179.999, latitude: 0)).x
    return 2 * east * scale <= size.width
  }

  func onFrame(_ projected: Point) -> Point {
    Point(
      size.width / 2 + (projected.x - center.x) * scale, size.height / 2 - (projected.y - center.y) * scale)
  }

  func onFrame(_ place: GeoPoint) -> Point { onFrame(projection.forward(place)) }

  /// How far from an azimuthal map's centre its corners are, degrees; `nil` where one lies off the globe.
  var reach: Double? {
    guard case .azimuthal(let middle) = projection.kind else { return nil }
    let corners = places(at: [
      Point(0, 0), Point(size.width, 0), Point(0, size.height), Point(size.width, size.height),
    ])
    var farthest = 0.0
    for corner in corners {
      guard let corner else { return nil }
      farthest = max(farthest, angle(from: middle, to: corner))
    }
    return farthest
  }

  /// The places that lie at points of the frame; `nil` off the globe.
  func places(at points: [Point]) -> [GeoPoint?] {
    projection.inverse(
      points.map { point in
        Point(
          center.x + (point.x - size.width / 2) / scale, center.y - (point.y - size.height / 2) / scale)
      })
  }
}

/// The least ground a map shows across its shorter side, kilometres: a reader should recognise the region. Places near to
/// each other are seen nearer, so that they are told apart.
private func leastExtent(around places: [GeoPoint]) -> Double {
  let middle = mean(of: places)
  let farthest = places.map { angle(from: middle, to: $0) }.max() ?? 0
  // Kilometres of a degree, from end to end.
  let span = 2 * 111 * farthest
  return span < 1 ? 250 : min(250, max(125, 3 * span))
}

/// Farther than this from their centre (degrees), places need a map of the world.
private let widestRadius = 60.0

/// The view that shows all places with room around them, filling the frame; or the extent that is asked for. A map of
/// the world is cut where none of the `ways` between places crosses, if there is such a meridian, and far from the places
/// and the `middles` of countries that are told about; it shows its `own` countries whole. Circles of that `radius` around the places lie on the frame.
///
/// - Throws: `DiagnosticError` if there is no place, the frame is too small for a map, or the projection that is asked
///   for can't show the extent.
func chooseView(
  of places: [GeoPoint], framing: [GeoPoint] = [], size: Size, extent: MapDescription.Extent? = nil,
  projection choice: MapDescription.ProjectionChoice? = nil, ways: [(GeoPoint, GeoPoint)] = [],
  middles: [GeoPoint] = [], own: [GeoPoint] = [], radius: Double = 0
) throws(DiagnosticError) -> View {
  guard size.width >= 60, size.height >= 60, size.width.isFinite, size.height.isFinite else {
    throw DiagnosticError(
      "A map of \(Int(max(0, size.width))) × \(Int(max(0, size.height))) pt is too small to be read",
      advice: "give it at least 60 pt each way")
  }
  let shown = extent.map(outline) ?? places + framing
  guard !shown.isEmpty || extent == .world else {
    throw DiagnosticError("A map needs at least one place", advice: "name the places that it should show")
  }
  guard (places + shown).allSatisfy({ abs($0.latitude) <= 90 && abs($0.longitude) <= 540 }) else {
    throw DiagnosticError(
      "A place on the map has a latitude or longitude that doesn't exist",
      advice: "latitudes go from -90 to 90, longitudes from -180 to 180, in degrees")
  }
  let isWide = shown.isEmpty || isWide(shown, extent)
  guard !isWide || choice == nil || choice == .equalEarth else {
    throw DiagnosticError(
      "a map of so much of the globe can't be \(choice?.rawValue ?? "")",
      advice: "let it be equal-earth, or show less")
  }
  func world() -> View {
    let told = extent == .world ? places + middles : extent == nil ? shown + middles : shown
    let meridian = worldMeridian(for: told, ways: ways)
    return worldView(
      of: shown + own, around: meridian, size: size, isWhole: extent == .world, radius: radius)
  }
  if isWide { return world() }

  let fitting =
    extent == nil
    ? Fitting(
      size: size, places: places, margin: margins(of: size, radius: radius), framing: framing,
      least: leastExtent(around: places + framing))
    : Fitting(size: size, places: shown, margin: Size(1, 1), framing: [], least: 0)
  var middle = mean(of: shown)
  if choice == .equalEarth {
    return fitting.view(in: .world(longitude: middle.longitude))
  }
  // The middle of what they span, not of the crowd. Three rounds bring it to within a few metres.
  let cap = polarCap(extent)
  if let cap { middle = cap }
  for _ in 0..<3 where cap == nil {
    let projection = Projection(.azimuthal(center: middle))
    let extent = bounds(of: shown, in: projection)
    middle = projection.inverse([Point(extent.midX, extent.midY)])[0] ?? middle
  }
  let azimuthal = fitting.view(in: .azimuthal(center: middle))
  if choice == .azimuthal { return azimuthal }
  // In a narrow frame a map of the world would be a strip.
  if choice == nil, extent == nil, size.width > 1.1 * size.height, azimuthal.turns(places + framing) {
    return world()
  }
  if choice == .conic, cap == nil, let conic = askedConic(for: azimuthal, of: shown, center: middle) {
    return fitting.view(in: conic)
  }
  guard choice != .conic, cap == nil, let conic = conic(for: azimuthal, center: middle) else {
    guard choice == .conic else { return azimuthal }
    throw DiagnosticError(
      "a map so near to the equator or a pole can't be conic",
      advice: "let it be azimuthal, or leave the projection out")
  }
  return fitting.view(in: conic)
}

extension View {
  /// Whether north lies sideways or below at one of the places, since the pole is between them: nobody recognises a
  /// country on its head. Around the pole itself there is no other way.
  fileprivate func turns(_ places: [GeoPoint]) -> Bool {
    places.contains { place in
      guard abs(place.latitude) < Self.polar else { return false }
      let (here, north) = (
        onFrame(place), onFrame(GeoPoint(longitude: place.longitude, latitude: place.latitude + 0.5))
      )
      return atan2(abs(north.x - here.x), here.y - north.y) > Self.mostTurned * .pi / 180
    }
  }

  /// Degrees of latitude.
  private static let polar = 60.0
  /// Degrees from the frame's up.
  private static let mostTurned = 75.0
}

/// Whether places lie too far apart for a map of a region; a box says itself how wide it is.
private func isWide(_ places: [GeoPoint], _ extent: MapDescription.Extent?) -> Bool {
  if case .box(let box) = extent, eastward(box) > 170, !liesRoundPole(box) { return true }
  let middle = mean(of: places)
  return !places.allSatisfy { angle(from: middle, to: $0) <= widestRadius }
}

/// Degrees from a box's west to its east.
private func eastward(_ box: GeoBox) -> Double { box.east - box.west + (box.east < box.west ? 360 : 0) }

/// Whether all of a box lies so near to one pole that it is seen from there, however wide it is.
private func liesRoundPole(_ box: GeoBox) -> Bool { box.south >= 45 || box.north <= -45 }

/// The pole in the middle of an extent that goes all around it, with the meridian that is straight up and down.
private func polarCap(_ extent: MapDescription.Extent?) -> GeoPoint? {
  guard case .box(let box) = extent, eastward(box) > 359, liesRoundPole(box) else { return nil }
  return GeoPoint(
    longitude: wrap(box.west + eastward(box) / 2), latitude: box.south >= 45 ? 90 : -90)
}

/// Places all along the edge of what is asked for.
private func outline(_ extent: MapDescription.Extent) -> [GeoPoint] {
  switch extent {
  case .world: return []
  case .around(let center, let kilometres):
    return (0..<24).map { Geodesic.place(from: center, azimuth: Double($0) * 15, metres: kilometres * 1000) }
  case .box(let box):
    let width = eastward(box)
    let steps = width > 170 ? 48 : 12
    return (0...steps).flatMap { step -> [GeoPoint] in
      let share = Double(step) / Double(steps)
      let (x, y) = (box.west + width * share, box.south + (box.north - box.south) * share)
      return [
        GeoPoint(longitude: x, latitude: box.south), GeoPoint(longitude: x, latitude: box.north),
        GeoPoint(longitude: box.west, latitude: y), GeoPoint(longitude: box.west + width, latitude: y),
      ]
    }
  }
}

/// How places are brought to fill a frame.
private struct Fitting {
  var size: Size
  var places: [GeoPoint]
  /// Room around them, points.
  var margin: Size
  /// What needs little room around it, since nothing stands beside it.
  var framing: [GeoPoint]
  /// Ground across the shorter side at least, kilometres.
  var least: Double

  func view(in kind: Projection.Kind) -> View {
    let projection = Projection(kind)
    let close = Size(min(margin.width, 8), min(margin.height, 8))
    let boxes = [(places, margin), (framing, close)].filter { !$0.0.isEmpty }.map { places, margin in
      (bounds: bounds(of: places, in: projection), margin: margin)
    }
    // A thousandth of a kilometre is the least that a map can show.
    var scale = min(size.width, size.height) / (max(least, 0.001) * 1000)
    // Whichever box comes to lie outermost on either side: there must be room for its margin.
    for low in boxes {
      for high in boxes {
        let (wide, high) = (
          (high.bounds.maxX - low.bounds.minX, size.width - low.margin.width - high.margin.width),
          (high.bounds.maxY - low.bounds.minY, size.height - low.margin.height - high.margin.height)
        )
        for (ground, room) in [wide, high] where ground > 0 { scale = min(scale, room / ground) }
      }
    }
    let outer = boxes.map { box in
      box.bounds.grown(across: box.margin.width / scale, down: box.margin.height / scale)
    }
    let all = outer.dropFirst().reduce(outer.first ?? Rect(size: .zero)) { $0.union($1) }
    return makeView(projection, size: size, scale: scale, center: Point(all.midX, all.midY))
  }
}

/// A conic projection suits what lies well to one side of the equator and away from the pole. Its standard
/// parallels stand a sixth of the view's height from its edges (Snyder 1987, p. 99, after Deetz and Adams).
private func conic(for view: View, center: GeoPoint) -> Projection.Kind? {
  let box = view.box
  let sameSide = box.south > 5 || box.north < -5
  guard sameSide, max(abs(box.south), abs(box.north)) < 84, box.east - box.west < 140 else { return nil }
  let sixth = (box.north - box.south) / 6
  return .conic(center: center, south: box.south + sixth, north: box.north - sixth)
}

/// The conic projection that is asked for: whether there is one depends on the places alone and not on how much the
/// frame shows around them, so that a page and a slide agree.
private func askedConic(for view: View, of places: [GeoPoint], center: GeoPoint) -> Projection.Kind? {
  let latitudes = places.map(\.latitude)
  let widest = places.map { abs(($0.longitude - center.longitude).remainder(dividingBy: 360)) }.max() ?? 0
  guard let south = latitudes.min(), let north = latitudes.max(), south > 5 || north < -5,
    max(abs(south), abs(north)) < 80, widest < 70
  else { return nil }
  let (low, high) = south > 5 ? (5.0, 84.0) : (-84, -5)
  let (first, last) = (max(view.box.south, low), min(view.box.north, high))
  let sixth = (last - first) / 6
  return .conic(center: center, south: first + sixth, north: last - sixth)
}

/// Room between the outermost places and the frame, for their labels and for what surrounds them. Labels are long and
/// low: across, they need more. In a small frame or a strip each point counts. Circles of that radius have room too.
private func margins(of size: Size, radius: Double) -> Size {
  let reach = radius == 0 ? 0 : radius + 3
  return Size(
    min(size.width * 0.3, max(size.width * 0.14, 26, reach)),
    min(size.height * 0.3, max(size.height * 0.14, 14, reach)))
}

/// Between the globe and the frame, points: room for a dot at a pole.
private let worldGap = 8.0

/// As much of the globe as the places need; all of it where that is hardly more, or with `isWhole`.
private func worldView(
  of places: [GeoPoint], around meridian: Double, size: Size, isWhole: Bool, radius: Double
) -> View {
  let projection = Projection(.world(longitude: meridian))
  let east = projection.forward(GeoPoint(longitude: projection.centralMeridian + 179.999, latitude: 0)).x
  let north = projection.forward(GeoPoint(longitude: projection.centralMeridian, latitude: 90)).y
  let extent = bounds(of: places, in: projection)
  let (across, down) = (
    (size.width - 2 * worldGap) / (2 * east), (size.height - 2 * worldGap) / (2 * north)
  )
  let globe = min(across, down)
  let reach = radius == 0 ? 0 : radius + 3
  let (wide, high) = (
    max(min(size.width * 0.2, 26), min(size.width * 0.3, reach)),
    max(min(size.height * 0.2, 18), min(size.height * 0.3, reach))
  )
  let fitting = min(
    (size.width - 2 * wide) / max(extent.width, 1), (size.height - 2 * high) / max(extent.height, 1))
  // A part of the globe is worth its loss only where it is seen a good deal nearer.
  let scale = isWhole || fitting < 1.3 * globe ? min(globe, fitting) : fitting

  // Nothing but empty paper lies beyond the globe: the frame stays close to it where it can.
  func clamp(_ middle: Double, half: Double, limit: Double) -> Double {
    let limit = limit + worldGap / scale
    return half >= limit ? 0 : min(max(middle, half - limit), limit - half)
  }
  let center = Point(
    clamp(extent.midX, half: size.width / 2 / scale, limit: east),
    clamp(extent.midY, half: size.height / 2 / scale, limit: north))
  return makeView(projection, size: size, scale: scale, center: center)
}

/// 11° east cuts the world in the Bering Strait, as readers know it, unless ways cross that cut or the places leave a much
/// wider gap elsewhere: then the cut, crossed by as few ways as can be, goes as far from the places as it can.
private func worldMeridian(for places: [GeoPoint], ways: [(GeoPoint, GeoPoint)]) -> Double {
  let usual = 11.0
  func east(_ place: GeoPoint, _ meridian: Double) -> Double {
    (place.longitude - meridian).remainder(dividingBy: 360)
  }
  func crossings(_ meridian: Double) -> Int {
    ways.filter { abs(east($0.0, meridian) - east($0.1, meridian)) > 180 }.count
  }
  /// Degrees from the cut to the nearest place on either side of it.
  func rooms(_ meridian: Double) -> (Double, Double) {
    let offsets = places.map { east($0, meridian) }
    return (180 + (offsets.min() ?? 0), 180 - (offsets.max() ?? 0))
  }
  func room(_ meridian: Double) -> Double { min(rooms(meridian).0, rooms(meridian).1) }
  func gap(_ meridian: Double) -> Double { rooms(meridian).0 + rooms(meridian).1 }
  guard !places.isEmpty else { return usual }

  // Through the middles of the gaps between them.
  let longitudes = places.map { wrap($0.longitude) }.sorted()
  let cuts = zip(longitudes, longitudes.dropFirst() + [longitudes[0] + 360]).map { ($0 + $1) / 2 }
  let all = [usual] + cuts.map { wrap($0 + 180) }
  let fewest = all.map(crossings).min() ?? 0
  let best = all.filter { crossings($0) == fewest }
  let widest = best.map(gap).max() ?? 0
  // Ways that are cut need room on both sides of the cut.
  let least = fewest > 0 ? 25.0 : 11
  if crossings(usual) == fewest, room(usual) > least, gap(usual) >= 0.6 * widest { return usual }
  return best.reduce(best[0]) { room($1) > room($0) + 1e-9 ? $1 : $0 }
}

private func makeView(_ projection: Projection, size: Size, scale: Double, center: Point) -> View {
  let isWorld = isWorld(projection, size: size, scale: scale, center: center)
  func make(_ kilometresPerPoint: Double, _ box: GeoBox) -> View {
    View(
      projection: projection, size: size, scale: scale, center: center,
      kilometresPerPoint: kilometresPerPoint, box: box, isWorld: isWorld)
  }
  let draft = make(0, GeoBox(west: 0, south: 0, east: 0, north: 0))
  return make(groundDistance(of: 10, in: draft) / 10, box(of: draft))
}

extension View {
  /// A part of the view seen nearer: that point of its frame in the middle of a frame of another size.
  func magnified(by factor: Double, about point: Point, size other: Size) -> View {
    let middle = Point(
      center.x + (point.x - size.width / 2) / scale, center.y - (point.y - size.height / 2) / scale)
    return makeView(projection, size: other, scale: scale * factor, center: middle)
  }
}

/// On Equal Earth, whether the frame may show the globe's edge: nearer than three fifths of the equator's half to the
/// middle and four fifths of the way to the poles it can't.
private func isWorld(_ projection: Projection, size: Size, scale: Double, center: Point) -> Bool {
  guard case .world(let meridian) = projection.kind else { return false }
  let east = projection.forward(GeoPoint(longitude: meridian + 179.999, latitude: 0)).x
  let north = projection.forward(GeoPoint(longitude: meridian, latitude: 90)).y
  return abs(center.x) + size.width / 2 / scale > 0.6 * east
    || abs(center.y) + size.height / 2 / scale > 0.8 * north
}

/// Kilometres of ground under a level line of that many points, its middle at the frame's centre.
func groundDistance(of length: Double, in view: View) -> Double {
  let (x, y) = (view.size.width / 2, view.size.height / 2)
  let ends = view.places(at: [Point(x - length / 2, y), Point(x + length / 2, y)])
  guard let west = ends[0], let east = ends[1] else { return length / view.scale / 1000 }
  return Geodesic.distance(from: west, to: east) / 1000
}

/// Longitudes and latitudes along the frame's edge, and a little more, since edges are curves on the globe.
private func box(of view: View) -> GeoBox {
  let (width, height) = (view.size.width, view.size.height)
  let steps = 24
  let edge = (0...steps).flatMap { step -> [Point] in
    let share = Double(step) / Double(steps)
    return [
      Point(width * share, 0), Point(width * share, height), Point(0, height * share),
      Point(width, height * share),
    ]
  }
  let meridian = view.projection.centralMeridian
  let all = GeoBox(west: meridian - 180, south: -90, east: meridian + 180, north: 90)
  let places = view.places(at: edge).compactMap { $0 }
  guard !view.isWorld, places.count == edge.count else { return all }

  var box = GeoBox(west: .infinity, south: 90, east: -.infinity, north: -90)
  for place in places {
    let longitude = view.projection.unwrap(place.longitude)
    box.west = min(box.west, longitude)
    box.east = max(box.east, longitude)
    box.south = min(box.south, place.latitude)
    box.north = max(box.north, place.latitude)
  }
  for pole in [-90.0, 90] {
    let point = view.onFrame(GeoPoint(longitude: meridian, latitude: pole))
    guard point.x >= -5, point.x <= width + 5, point.y >= -5, point.y <= height + 5 else { continue }
    (box.west, box.east) = (all.west, all.east)
    box.south = min(box.south, pole)
    box.north = max(box.north, pole)
  }
  let (wide, high) = ((box.east - box.west) * 0.03 + 0.05, (box.north - box.south) * 0.03 + 0.05)
  return GeoBox(
    west: max(box.west - wide, all.west), south: max(box.south - high, -90),
    east: min(box.east + wide, all.east), north: min(box.north + high, 90))
}

/// What places span on a projection's plane, metres.
func bounds(of places: [GeoPoint], in projection: Projection) -> Rect {
  var points = places.map { Point(projection.unwrap($0.longitude), $0.latitude) }
  projection.forward(&points)
  return Path.polyline(points).bounds ?? Rect(size: .zero)
}
