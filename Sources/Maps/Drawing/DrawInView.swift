import Atlas
import Diagnostics
import Graphics
import MapGrammar
import Platform
import Typesetting

/// Draws a map from what the atlas holds for its view; with an atlas at hand, small maps in its corners too.
///
/// - Parameters:
///   - map: what it shows.
///   - view: what part of the globe, and how large.
///   - data: what the atlas holds for it.
///   - atlas: for the small maps; none where it is `nil`.
///   - typesetter: sets the labels.
///   - style: how it looks.
///   - withoutRoom: what becomes of labels that have no room; what is written says which they are.
/// - Returns: `nil` where there is no map for want of room for labels.
/// - Throws: `DiagnosticError` where the map can't be drawn whatever its labels.
func draw(
  _ map: MapDescription, view: View, data: MapData, atlas: Atlas? = nil, typesetter: Typesetter,
  style: MapStyle, withoutRoom: LabelsWithoutRoom
) throws(DiagnosticError) -> (map: DrawnMap, written: Written)? {
  let relief = try atlas.flatMap { atlas throws(DiagnosticError) in
    try map.canShowRelief(in: view, style) ? Relief(of: view, from: atlas) : nil
  }
  let style = map.shades.isEmpty ? relief == nil ? style : style.onRelief : style.withPaleWater
  let ground = try Ground(data, of: map, in: view, unit: style.city.size / 8)
  let looks = LandLook.looks(of: ground, map: map, style: style)
  let marks = Marks(of: map, in: view, style: style)
  let ink = inkGrid(of: ground, marks: marks, size: view.size)
  let areas = AreaMap(of: ground, ink: ink)
  var insets: [PlacedInset] = []
  if let atlas, map.allowsInsets {
    insets = try placeInsets(
      InsetSetting(
        map: map, marks: marks, view: view, ground: ground, ink: ink, areas: areas, atlas: atlas,
        typesetter: typesetter, style: style))
  }
  let colors = AreaColors(areas, of: ground, looks: looks, style)
  let naming = NameSetting(
    map: map, ground: ground, data: data, looks: looks, colors: colors, view: view, typesetter: typesetter,
    style: style)
  let writing = Writing(map: map, view: view, ground: ground, ink: ink, areas: areas, naming: naming)
  guard let written = writing.write(marks, insets, withoutRoom: withoutRoom) else { return nil }

  var frame = Frame(size: view.size, clips: true)
  let shading = try relief.map { relief throws(DiagnosticError) in
    try ReliefPicture(relief, in: view).picture(
      on: ground.lands.flatMap(\.polygons), without: ground.lakes.lakes.flatMap(\.polygons),
      isDark: style.landColor.luminance < 0.2, texts: written.textBoxes)
  }
  paint(ground, looks: looks, shading: shading, style: style, on: &frame)
  for name in written.names.names { frame.add(name.frame, at: name.box.origin) }
  if let bar = written.bar { paint(bar, over: colors, style: style, on: &frame) }
  paint(written.ties, style: style, on: &frame)
  for inset in written.insets {
    inset.paintOutline(style: style, on: &frame)
  }
  paint(written.marks, over: ground.zones, style: style, on: &frame)
  for inset in written.insets { inset.paint(style: style, on: &frame) }
  paint(written.labels, over: colors, style: style, on: &frame)
  var drawn = DrawnMap(frame: frame, sight: MapSight(of: written, on: map, in: view))
  drawn.sight.lacksRelief = map.showsRelief == true && map.shades.isEmpty && relief == nil
  return (drawn, written)
}

/// What labels had better not cover, each cell by how much.
func inkGrid(of ground: Ground, marks: Marks? = nil, size: Size) -> SummedGrid {
  var grid = Grid<Float>(size: size, cell: 2, filled: 0)
  for lake in ground.lakes.lakes {
    for polygon in lake.polygons { grid.fill(polygon, with: 0.25) }
  }
  for river in ground.rivers { grid.set(river.points, to: 0.35) }
  for line in ground.coast + ground.lakes.shores { grid.set(line, to: 0.6) }
  for islet in ground.lands.flatMap(\.islets) { grid.set(Rect(center: islet, radius: 1), to: 1) }
  for boundary in ground.boundaries { grid.set(boundary.points, to: 1) }
  for dot in marks?.dots ?? [] where dot.symbolRadius > 0 {
    let circle = (0..<24).map { step in
      let angle = Double(step) * .pi / 12
      return Point(
        dot.center.x + dot.symbolRadius * cos(angle), dot.center.y + dot.symbolRadius * sin(angle))
    }
    grid.fill([circle], with: 1)
  }
  // What the map is about, so hardly to be covered at all.
  for line in ground.border { grid.set(line, to: 6) }
  for edge in ground.zones.flatMap(\.edges) { grid.set(edge, to: 1) }
  for route in ground.routes { grid.set(route.points, to: 1.5) }
  for (_, shape) in marks?.flows ?? [] { grid.fill([shape.outline], with: 3) }
  return SummedGrid(grid) { $0 }
}

extension MapDescription {
  /// Whether the land's relief is asked for, no grounds are values, and the view isn't too near for it.
  fileprivate func canShowRelief(in view: View, _ style: MapStyle) -> Bool {
    (showsRelief ?? style.showsRelief) && shades.isEmpty && view.canShowRelief
  }
}

extension Written {
  /// Where something is written on the map's own ground.
  fileprivate var textBoxes: [Rect] {
    names.names.map(\.box) + labels.map(\.place.box) + [bar?.box].compactMap { $0 }
  }
}
