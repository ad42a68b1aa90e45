import Atlas
import Diagnostics
import Graphics
import Typesetting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Draws a map from what the atlas holds for its view; with an atlas at hand, small maps in its corners too. All labels
/// must have room.
func draw(
  _ map: MapDescription, view: View, data: MapData, atlas: Atlas? = nil, typesetter: Typesetter,
  style: MapStyle
) throws(DiagnosticError) -> Frame {
  var leftOut: [String]?
  return try draw(
    map, view: view, data: data, atlas: atlas, typesetter: typesetter, style: style, leftOut: &leftOut
  ).map.frame
}

/// Where there is no room for all labels, those that are left out come into `leftOut`, unless it is `nil`; but for the
/// values of countries, of which what is written says which have no room.
func draw(
  _ map: MapDescription, view: View, data: MapData, atlas: Atlas?, typesetter: Typesetter,
  style: MapStyle, leftOut: inout [String]?
) throws(DiagnosticError) -> (map: DrawnMap, written: Written) {
  let style = map.shades.isEmpty ? style : style.withPaleWater
  let ground = try Ground(data, of: map, in: view)
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
  let writing = Writing(
    map: map, view: view, data: data, ground: ground, looks: looks, ink: ink, areas: areas, colors: colors,
    typesetter: typesetter, style: style)
  let written = try writing.write(marks, insets, leftOut: &leftOut)

  var frame = Frame(size: view.size, clips: true)
  paint(ground, looks: looks, style: style, on: &frame)
  for name in written.names.names { frame.add(name.frame, at: name.box.origin) }
  if let bar = written.bar { paint(bar, over: colors, style: style, on: &frame) }
  paint(written.ties, style: style, on: &frame)
  for inset in written.insets {
    inset.paintOutline(style: style, on: &frame)
  }
  paint(written.marks, style: style, on: &frame)
  for inset in written.insets { inset.paint(style: style, on: &frame) }
  paint(written.labels, over: colors, style: style, on: &frame)
  let drawn = DrawnMap(frame: frame, sight: MapSight(of: written, on: map, in: view))
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
  for route in ground.routes { grid.set(route.points, to: 1.5) }
  for (_, shape) in marks?.flows ?? [] { grid.fill([shape.outline], with: 3) }
  return SummedGrid(grid) { $0 }
}
