import Atlas
import Diagnostics
import Graphics
import Typesetting

/// Draws a map from what the atlas holds for its view.
func draw(
  _ map: MapDescription, view: View, data: MapData, typesetter: Typesetter, style: MapStyle
) throws(DiagnosticError) -> Frame {
  let ground = try Ground(data, routes: map.routes, in: view)
  let dots = map.sites.map { view.onFrame($0.position) }
  let ink = inkGrid(of: ground, size: view.size)
  let areas = AreaMap(of: ground, ink: ink)
  let bar = setScaleBar(for: view, dots: dots, ink: ink, typesetter, style)
  let labels = try setLabels(
    of: map, dots: dots, bar: bar, ink: ink, areas: areas, view: view, typesetter, style)
  let names = setNames(
    of: map, ground: ground, areas: areas, labels: labels, bar: bar, typesetter, style)

  var frame = Frame(size: view.size, clips: true)
  paint(ground, tinted: map.tinted, style: style, on: &frame)
  for name in names.lines { frame.add(name.line.frame, at: name.box.origin) }
  if let bar { paint(bar, over: names.areas, style: style, on: &frame) }
  paint(labels, over: names.areas, typesetter: typesetter, style: style, on: &frame)
  return frame
}

/// What labels had better not cover, each cell by how much.
func inkGrid(of ground: Ground, size: Size) -> SummedGrid {
  var grid = Grid<Float>(size: size, cell: 2, filled: 0)
  for lake in ground.lakes.lakes {
    for polygon in lake.polygons { grid.fill(polygon, with: 0.25) }
  }
  for river in ground.rivers { grid.set(river.points, to: 0.35) }
  for line in ground.coast + ground.lakes.shores { grid.set(line, to: 0.6) }
  for boundary in ground.boundaries { grid.set(boundary.points, to: 1) }
  for route in ground.routes { grid.set(route, to: 1.5) }
  return SummedGrid(grid) { $0 }
}
