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
    map, view: view, data: data, atlas: atlas, typesetter: typesetter, style: style, leftOut: &leftOut)
}

/// Where there is no room for all labels, those that are left out come into `leftOut`, unless it is `nil`.
func draw(
  _ map: MapDescription, view: View, data: MapData, atlas: Atlas?, typesetter: Typesetter,
  style: MapStyle, leftOut: inout [String]?
) throws(DiagnosticError) -> Frame {
  let ground = try Ground(data, of: map, in: view)
  let looks = LandLook.looks(of: ground, map: map, style: style)
  var marks = Marks(of: map, in: view, style: style)
  let ink = inkGrid(of: ground, marks: marks, size: view.size)
  let areas = AreaMap(of: ground, ink: ink)

  func set(_ insets: [PlacedInset], _ marks: Marks, shrinks: [Double] = [1, 0.9, 0.8, 0.7])
    throws(DiagnosticError) -> (
      [SetLabel], SetScaleBar?, [Rect]
    )
  {
    let rects = insets.map(\.rect)
    let bar = setScaleBar(
      for: view, dots: marks.centers, ink: ink, taken: rects, typesetter, style)
    // A name that touches an inset's frame would seem to belong into it.
    let taken = rects.map { $0.insetBy(-insetGap) } + [bar?.box.insetBy(-2)].compactMap { $0 }
    let labels = try setLabels(
      of: map, marks: marks, ground: ground, taken: taken, ink: ink, areas: areas, view: view, typesetter,
      style, outlines: insets.compactMap(\.outline), shrinks: shrinks)
    return (labels, bar, taken)
  }

  var insets: [PlacedInset] = []
  if let atlas, map.allowsInsets {
    insets = try placeInsets(
      for: map, marks: marks, in: view, ground: ground, ink: ink, areas: areas, atlas: atlas, typesetter,
      style)
  }
  var setting: (labels: [SetLabel], bar: SetScaleBar?, taken: [Rect])
  func setWithoutInsets() throws(DiagnosticError) -> ([SetLabel], SetScaleBar?, [Rect]) {
    do throws(DiagnosticError) {
      return try set([], marks)
    } catch {
      guard leftOut != nil, let (some, set) = mostLabels({ try? set([], $0, shrinks: [0.7]) }, of: marks)
      else { throw error }
      leftOut = zip(some.dots, marks.dots).filter { $0.isSilent && !$1.isSilent }.map(\.0.site.label)
      marks = some
      return set
    }
  }
  if insets.isEmpty {
    setting = try setWithoutInsets()
  } else {
    var silenced = marks
    for index in insets.flatMap(\.silenced) { silenced.dots[index].isSilent = true }
    // Labels come first: where they need the insets' room, there are none.
    do throws(DiagnosticError) {
      setting = try set(insets, silenced)
      marks = silenced
    } catch {
      insets = []
      setting = try setWithoutInsets()
    }
  }
  let names = setNames(
    of: map, ground: ground, data: data, looks: looks, areas: areas, marks: marks, labels: setting.labels,
    taken: setting.taken, view: view, typesetter, style)

  var frame = Frame(size: view.size, clips: true)
  paint(ground, looks: looks, style: style, on: &frame)
  for name in names.names { frame.add(name.frame, at: name.box.origin) }
  if let bar = setting.bar { paint(bar, over: names.areas, style: style, on: &frame) }
  for inset in insets { inset.paintOutline(style: style, on: &frame) }
  paint(marks, style: style, on: &frame)
  for inset in insets { inset.paint(style: style, on: &frame) }
  paint(setting.labels, over: names.areas, style: style, on: &frame)
  return frame
}

/// Between an inset's frame and labels outside, points.
private let insetGap = 4.0

/// As many labels as there is room for: places for orientation give up theirs first, then the last named ones.
///
/// - Returns: the marks, those without a label silent, and what `set` made of them; `nil` where not even one has room.
private func mostLabels<Setting>(_ set: (Marks) -> Setting?, of marks: Marks) -> (Marks, Setting)? {
  let loud = marks.dots.indices.filter { !marks.dots[$0].isSilent }
  let order =
    loud.filter { !marks.dots[$0].site.isNamed }.reversed()
    + loud.filter { marks.dots[$0].site.isNamed }.reversed()
  var found: (Marks, Setting)?
  // So many are too few, so many enough.
  var (few, enough) = (0, order.count)
  while enough - few > 1 {
    let count = (few + enough) / 2
    var some = marks
    for index in order.prefix(count) { some.dots[index].isSilent = true }
    if let setting = set(some) {
      (found, enough) = ((some, setting), count)
    } else {
      few = count
    }
  }
  return found
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
  for line in ground.border { grid.set(line, to: 1.5) }
  for route in ground.routes { grid.set(route.points, to: 1.5) }
  for (_, shape) in marks?.flows ?? [] { grid.fill([shape.outline], with: 3) }
  return SummedGrid(grid) { $0 }
}
