import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Typesetting

/// Draws a map.
///
/// The map itself clips. Its text is in reading order: countries and waters, the scale, small maps, then the sites in
/// the map's own order, and below it the legend. The caller tags the whole as a figure with the map's `alternativeText`.
///
/// - Parameters:
///   - map: what it shows.
///   - size: points, at least 60 each way beside the legend.
///   - atlas: where the shapes come from; only those in view are read.
///   - typesetter: sets the labels.
///   - style: how it looks.
///   - leftOut: takes the labels for which there is no room; their dots are there.
/// - Returns: a frame of that size, and what is seen on it beside what the map is about.
/// - Throws: `DiagnosticError` if there is no site or one off the globe, if the frame is too small for a map or for
///   any label, or if the atlas can't be read.
public func drawMap(
  _ map: MapDescription, size: Size, atlas: Atlas, typesetter: Typesetter, style: MapStyle,
  leftOut: inout [String]
) throws(DiagnosticError) -> DrawnMap {
  let drawer = MapDrawer(map: map, size: size, atlas: atlas, typesetter: typesetter, style: style)
  let drawn = try drawer.draw()
  leftOut = drawn.leftOut
  return drawn.map
}

func chooseView(
  of map: MapDescription, size: Size, atlas: Atlas, style: MapStyle
) throws(DiagnosticError) -> View {
  let framing = map.framed.points
  let wide = try uncutView(of: map, framing: framing, size: size, atlas: atlas)
  if map.extent != nil { return wide.cropped(to: map.extent, style: style) }
  let useful =
    try wide.usefulSize.map { size throws(DiagnosticError) in
      try uncutView(of: map, framing: framing, size: size, atlas: atlas)
    } ?? wide
  return try useful.narrowed(for: map, framing: framing, atlas: atlas, style: style) ?? useful
}

/// The view in all of the frame.
func uncutView(
  of map: MapDescription, framing: [GeoPoint], size: Size, atlas: Atlas
) throws(DiagnosticError) -> View {
  var middles: [GeoPoint] = []
  for code in map.shades.map(\.country) {
    if let middle = try atlas.labelPoint(of: code) { middles.append(middle) }
  }
  let scale = SymbolScale(of: map, size: size)
  let radius = map.sites.compactMap(\.symbol).map { scale.radius(of: $0.amount) }.max() ?? 0
  let codes = Set(map.sites.map(\.place.country))
  let countries = codes.count == 1 && map.extent == nil ? try atlas.outlines(of: codes.sorted()) : []
  func view(own: [GeoPoint]) throws(DiagnosticError) -> View {
    try chooseView(
      of: map.positions, framing: framing, size: size, extent: map.extent, projection: map.projection,
      ways: map.ways, middles: middles, own: own, countries: countries,
      radius: radius)
  }
  let first = try view(own: [])
  guard map.extent == nil, case .world = first.projection.kind else { return first }
  // Of so much of the globe its own countries are a small part: they are seen whole, unless that makes it far smaller.
  let whole = try view(own: atlas.largeParts(of: map.tinted))
  return whole.scale >= leastForWholeCountries * first.scale ? whole : first
}

/// Of the scale without them.
private let leastForWholeCountries = 0.6

extension View {
  /// In a long low frame half the globe would stand, distorted, beside what the map is about: then a narrower size, with
  /// what lies within 60° of the centre.
  fileprivate var usefulSize: Size? {
    guard size.width > 2.2 * size.height, case .azimuthal = projection.kind, reachesBeyond(degrees: 60)
    else { return nil }
    // On Lambert's azimuthal projection 60° from the centre is as far as the sphere's radius.
    return Size(max(1.6 * size.height, 2 * 6_371_007 * scale), size.height)
  }
}

/// The same, without telling which labels found no room.
public func drawMap(
  _ map: MapDescription, size: Size, atlas: Atlas, typesetter: Typesetter, style: MapStyle
) throws(DiagnosticError) -> Frame {
  var leftOut: [String] = []
  return try drawMap(
    map, size: size, atlas: atlas, typesetter: typesetter, style: style, leftOut: &leftOut
  ).frame
}
