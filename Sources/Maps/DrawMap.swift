import Atlas
import Diagnostics
import Graphics
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
  let legend = Legend(of: map, size: size, typesetter, style).frame
  let first = try drawPanel(
    map, size: size, legend: legend, atlas: atlas, typesetter: typesetter, style: style)
  var drawn = first
  var listed: [String] = []
  // What a list takes from the map may drive out others.
  for _ in 0..<3 where !drawn.unlabelled.allSatisfy(listed.contains) {
    let values = map.shades.filter { (listed + drawn.unlabelled).contains($0.country) }
    // Values that have no room on a dense map are listed beside it where it is narrow, else below it, where that leaves
    // the map most of the room.
    if listed.isEmpty, let frame = first.listing(values, of: map, size: size, typesetter, style) {
      leftOut = first.leftOut
      return DrawnMap(frame: frame, sight: first.sight)
    }
    let longer = Legend(of: map, size: size, unlabelled: values.map(\.country), typesetter, style).frame
    guard longer.size.height - legend.size.height <= mostOfList * size.height else { break }
    listed = values.map(\.country)
    drawn = try drawPanel(
      map, size: size, legend: longer, atlas: atlas, typesetter: typesetter, style: style)
  }
  let missing = map.shades.filter { drawn.unlabelled.contains($0.country) && !listed.contains($0.country) }
  leftOut = drawn.leftOut + missing.map { $0.name + " " + $0.value.text }
  let silent = listed.filter(drawn.unlabelled.contains)
  if silent.count == listed.count { return DrawnMap(frame: drawn.frame, sight: drawn.sight) }
  // A smaller map may have another scale, and room for a value that was listed.
  let shorter = Legend(of: map, size: size, unlabelled: silent, typesetter, style).frame
  return DrawnMap(frame: drawn.framed(by: shorter, size: size), sight: drawn.sight)
}

/// Of a map's height.
private let mostOfList = 0.25

/// A map with its legend below it.
private struct DrawnPanel {
  var frame: Frame
  var leftOut: [String]
  /// Codes of countries whose values stand neither on the map nor beside it.
  var unlabelled: [String]
  var panel: Frame
  var legend: Frame
  var sight: MapSight

  /// The map in the middle of its column, with a legend below it.
  func framed(by legend: Frame, size: Size) -> Frame {
    var frame = Frame(size: size)
    frame.add(panel, at: Point((size.width - panel.size.width) / 2, 0))
    if legend.size.height > 0 { frame.add(legend, at: Point(0, panel.size.height)) }
    return frame
  }

  /// With these values in a column beside the map; `nil` where it has no room.
  func listing(
    _ values: [MapDescription.Shade], of map: MapDescription, size: Size, _ typesetter: Typesetter,
    _ style: MapStyle
  ) -> Frame? {
    let gap = 1.5 * style.value.size
    let width = size.width - panel.size.width - gap
    guard width > 9 * style.value.size else { return nil }
    let list = Legend.list(values, of: map, width: width, typesetter, style)
    guard list.size.height <= panel.size.height, list.size.width <= width else { return nil }
    var frame = Frame(size: size)
    frame.add(panel, at: .zero)
    frame.add(list, at: Point(panel.size.width + gap, 0))
    frame.add(legend, at: Point(0, size.height - legend.size.height))
    return frame
  }
}

private func drawPanel(
  _ map: MapDescription, size: Size, legend: Frame, atlas: Atlas, typesetter: Typesetter, style: MapStyle
) throws(DiagnosticError) -> DrawnPanel {
  let room = Size(size.width, size.height - legend.size.height)
  let view = try chooseView(of: map, size: room, atlas: atlas, style: style)
  let data = try fetch(
    view, from: atlas, language: map.language, showsRegions: map.showsRegions,
    shaded: map.shades.map(\.country))
  var missing: [String]? = []
  let panel = try draw(
    map, view: view, data: data, atlas: atlas, typesetter: typesetter, style: style, leftOut: &missing)
  let own = panel.map.frame
  var drawn = DrawnPanel(
    frame: own, leftOut: missing ?? [], unlabelled: panel.unlabelled, panel: own, legend: legend,
    sight: panel.map.sight)
  if view.size != size || legend.size.height > 0 { drawn.frame = drawn.framed(by: legend, size: size) }
  return drawn
}

func chooseView(
  of map: MapDescription, size: Size, atlas: Atlas, style: MapStyle
) throws(DiagnosticError) -> View {
  var middles: [GeoPoint] = []
  for code in map.shades.map(\.country) {
    if let middle = try atlas.labelPoint(of: code) { middles.append(middle) }
  }
  let framing = map.framed.points
  let scale = SymbolScale(of: map, size: size)
  let radius = map.sites.compactMap(\.symbol).map { scale.radius(of: $0.amount) }.max() ?? 0
  func view(_ size: Size) throws(DiagnosticError) -> View {
    try chooseView(
      of: map.positions, framing: framing, size: size, extent: map.extent, projection: map.projection,
      ways: map.ways, middles: middles, radius: radius)
  }
  let wide = try view(size)
  if map.extent != nil { return wide }
  let useful = try wide.usefulSize.map(view) ?? wide
  return try useful.narrowed(for: map, framing: framing, atlas: atlas, style: style) ?? useful
}

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
