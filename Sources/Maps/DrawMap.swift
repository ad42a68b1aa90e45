import Atlas
import Diagnostics
import Graphics
import Typesetting

/// Draws a map.
///
/// The frame clips. Its text is in reading order: countries and waters, the scale, then the sites in the map's own
/// order. The caller tags the whole as a figure with the map's `alternativeText`.
///
/// - Parameters:
///   - map: what it shows.
///   - size: points, at least 60 each way.
///   - atlas: where the shapes come from; only those in view are read.
///   - typesetter: sets the labels.
///   - style: how it looks.
/// - Returns: a frame of that size.
/// - Throws: `DiagnosticError` if there is no site or one off the globe, if the frame is too small for a map or for
///   all labels, or if the atlas can't be read.
public func drawMap(
  _ map: MapDescription, size: Size, atlas: Atlas, typesetter: Typesetter, style: MapStyle
) throws(DiagnosticError) -> Frame {
  let places = map.sites.map(\.position) + map.routes.flatMap(\.stops)
  let view = try chooseView(of: places, size: size)
  let data = try fetch(view, from: atlas, language: map.language)
  return try draw(map, view: view, data: data, typesetter: typesetter, style: style)
}
