import Atlas
import Graphics

/// Between the globe and the frame, points: room for a dot at a pole.
private let worldGap = 8.0

/// As much of the globe as the places need; all of it where that is hardly more, or with `isWhole`.
func worldView(
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
func worldMeridian(for places: [GeoPoint], ways: [(GeoPoint, GeoPoint)]) -> Double {
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

/// The meridian in the middle of what places span, where that is less than half of the globe.
func partMeridian(of places: [GeoPoint]) -> Double? {
  let longitudes = places.map { wrap($0.longitude) }.sorted()
  guard let first = longitudes.first else { return nil }
  let gaps = zip(longitudes, longitudes.dropFirst() + [first + 360])
  guard let widest = gaps.max(by: { $0.1 - $0.0 < $1.1 - $1.0 }), widest.1 - widest.0 > 180 else {
    return nil
  }
  return wrap((widest.0 + widest.1) / 2 + 180)
}
