import Atlas
import Graphics

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

func makeView(_ projection: Projection, size: Size, scale: Double, center: Point) -> View {
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
