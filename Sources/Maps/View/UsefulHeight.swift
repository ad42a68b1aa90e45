import Atlas
import Diagnostics
import Graphics
import MapGrammar

/// How high a map need be to show all that it is about: more would only be sea, or paper beyond the globe.
///
/// - Parameters:
///   - map: what it shows.
///   - size: its width, and the most that it may be high; points, at least 60 each way.
///   - atlas: where the shapes come from.
///   - style: how it looks.
/// - Returns: `nil` of a map that fills such a frame.
/// - Throws: `DiagnosticError` as ``drawMap(_:size:atlas:typesetter:style:leftOut:)`` does.
public func usefulHeight(
  of map: MapDescription, size: Size, atlas: Atlas, style: MapStyle
) throws(DiagnosticError) -> Double? {
  let framing = map.framed.points
  // What is turned in a square stands upright in a low frame.
  let low = Size(size.width, min(size.height, lowShape * size.width))
  let view = try uncutView(of: map, framing: framing, size: low, atlas: atlas)
  if case .world = view.projection.kind {
    if case .lands(_, let points)? = map.extent { return view.height(of: [], around: points) }
    if map.extent != nil { return view.isWholeWorld ? globeShape * size.width : nil }
    return try view.height(of: atlas.largeParts(of: map.tinted), around: map.positions + framing)
  }
  if case .lands(_, let points)? = map.extent {
    let tall = try uncutView(of: map, framing: framing, size: size, atlas: atlas)
    let height = bounds(of: points, in: tall.projection).height * tall.scale + 2 * marginOfLands
    return max(leastShape * size.width, height)
  }
  if map.extent != nil { return nil }
  let tall = try uncutView(of: map, framing: framing, size: size, atlas: atlas)
  return try tall.lowered(for: map, framing: framing, atlas: atlas, style: style)
}

/// Of the width: a frame that is low for a map, and one that the globe fills.
private let (lowShape, globeShape) = (0.6, 0.52)

extension View {
  /// Of Equal Earth: as much as the places need, and what of the others is in view.
  fileprivate func height(of others: [GeoPoint], around places: [GeoPoint]) -> Double {
    let shown = places + others.filter { rect.distance(to: onFrame($0)) == 0 }
    let height = bounds(of: shown, in: projection).height * scale + 2 * marginOfPart
    let most = isWholeWorld ? globeShape : lowShape
    return min(most * size.width, max(leastShape * size.width, height))
  }
}

/// Of the width.
private let leastShape = 0.36
/// Above and below, points.
private let marginOfPart = 24.0
