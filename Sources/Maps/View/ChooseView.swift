import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Platform

/// How far north may lie from the frame's up, degrees: at the places, and along outlines of countries, whose ends lean.
private let (mostTurned, mostTurnedOfOutlines) = (40.0, 75.0)

/// Farther than this from their centre (degrees), places need a map of the world.
private let widestRadius = 60.0

/// The view that shows all places with room around them, filling the frame; or the extent that is asked for. A map of
/// the world is cut where none of the `ways` between places crosses, if there is such a meridian, and far from the places
/// and the `middles` of countries that are told about; it shows its `own` countries whole. `countries` are those of the places, where they are few. Circles of that `radius` around the places lie on the frame.
///
/// - Throws: `DiagnosticError` if there is no place, the frame is too small for a map, or the projection that is asked
///   for can't show the extent.
func chooseView(
  of places: [GeoPoint], framing: [GeoPoint] = [], size: Size, extent: MapDescription.Extent? = nil,
  projection choice: MapDescription.ProjectionChoice? = nil, ways: [(GeoPoint, GeoPoint)] = [],
  middles: [GeoPoint] = [], own: [GeoPoint] = [], countries: [CountryOutline] = [], radius: Double = 0
) throws(DiagnosticError) -> View {
  guard size.width >= leastMapSide, size.height >= leastMapSide, size.width.isFinite, size.height.isFinite
  else {
    throw DiagnosticError(
      "A map of \(Int(max(0, size.width))) × \(Int(max(0, size.height))) pt is too small to be read",
      advice: "give it at least \(Int(leastMapSide)) pt each way")
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
    func view(_ meridian: Double) -> View {
      worldView(of: shown + own, around: meridian, size: size, isWhole: extent == .world, radius: radius)
    }
    let view = view(worldMeridian(for: told, ways: ways))
    if view.isWholeWorld { return view }
    // Of a part of the globe no edge is seen, and what lies around its middle stands upright.
    return partMeridian(of: shown + own).map(view(_:)) ?? view
  }
  if isWide { return world() }

  let fitting =
    extent == nil
    ? Fitting(
      size: size, places: places, margin: margins(of: size, radius: radius), framing: framing,
      least: leastExtent(around: places + framing, in: countries))
    : Fitting(size: size, places: shown, margin: extentMargin(extent), framing: [], least: 0)
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
  if choice == nil, extent == nil, size.width > 1.1 * size.height,
    azimuthal.turns(places, by: mostTurned) || azimuthal.turns(framing, by: mostTurnedOfOutlines)
  {
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
  /// Whether north lies so far sideways or below at one of the places, since the pole is between them: nobody recognises a
  /// country on its head. Around the pole itself there is no other way.
  fileprivate func turns(_ places: [GeoPoint], by degrees: Double) -> Bool {
    places.contains { place in
      guard abs(place.latitude) < Self.polar else { return false }
      let (here, north) = (
        onFrame(place), onFrame(GeoPoint(longitude: place.longitude, latitude: place.latitude + 0.5))
      )
      return atan2(abs(north.x - here.x), here.y - north.y) > degrees * .pi / 180
    }
  }

  /// Degrees of latitude.
  private static let polar = 60.0
}

/// Whether places lie too far apart for a map of a region; a box says itself how wide it is.
private func isWide(_ places: [GeoPoint], _ extent: MapDescription.Extent?) -> Bool {
  if case .box(let box) = extent, eastward(box) > 170, !liesRoundPole(box) { return true }
  let middle = mean(of: places)
  return !places.allSatisfy { angle(from: middle, to: $0) <= widestRadius }
}

/// Around lands a little of what borders on them is seen; other extents say themselves what is.
func extentMargin(_ extent: MapDescription.Extent?) -> Size {
  if case .lands = extent { Size(marginOfLands, marginOfLands) } else { Size(1, 1) }
}

/// Points.
let marginOfLands = 8.0

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
  case .lands(_, let points): return points
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

/// Of a map that can be read, points.
let leastMapSide = 60.0
