import Atlas
import Evidence
import Graphics
import MapGrammar
import Typesetting

/// How wide the boundary is that a map tells about, its white edge included.
func borderWidth(_ style: MapStyle) -> Double { 2.6 * style.city.size / 8 }

/// Paints land with its shading, water and lines.
func paint(
  _ ground: Ground, looks: [LandLook], shading: Picture? = nil, style: MapStyle, on frame: inout Frame
) {
  // Lines grow with the type, so that a slide's map is a page's map seen nearer.
  let unit = style.city.size / 8
  if let globe = ground.globe {
    frame.fill(path(globe), style.waterColor)
  } else {
    frame.fill(.rectangle(Rect(size: frame.size)), style.waterColor)
  }

  var painted: [Fill] = []
  for look in looks where !painted.contains(look.fill) {
    painted.append(look.fill)
    var shape = Path()
    for (land, own) in zip(ground.lands, looks) where own.fill == look.fill {
      shape.append(path(land.polygons))
    }
    frame.add(.shape(shape, fill: look.fill, stroke: nil))
  }

  if let shading { frame.add(.picture(shading, frame.size), at: .zero) }
  for (land, look) in zip(ground.lands, looks) where look.isNegative {
    for polygon in land.polygons { paintDots(in: polygon, style: style, on: &frame) }
  }

  paint(ground.zones, style: style, on: &frame)

  // Between regions a thinner line than between countries.
  let regions = ground.lands.filter(\.country.isRegion).flatMap(\.polygons)
  if !regions.isEmpty {
    frame.stroke(path(regions), Stroke(style.paper, width: 0.9 * unit))
    frame.stroke(path(regions), Stroke(style.boundaryColor, width: 0.35 * unit))
  }

  func stroke(_ lines: [[Point]], _ stroke: Stroke) {
    guard !lines.isEmpty else { return }
    frame.stroke(path(lines: lines), stroke)
  }
  for (ranks, width) in [(0...3, 0.7), (4...6, 0.5), (7...99, 0.35)] {
    let lines = ground.rivers.filter { ranks.contains($0.rank) }.map(\.points)
    stroke(lines, Stroke(style.coastColor, width: width * unit, cap: .round))
  }
  let lakes = ground.lakes.lakes.flatMap(\.polygons)
  if !lakes.isEmpty { frame.fill(path(lakes), style.waterColor) }
  stroke(ground.coast + ground.lakes.shores, Stroke(style.coastColor, width: 0.4 * unit, cap: .round))
  // The tint of a land may be close to the water's colour: a coast of its own parts them, on a grey print as well.
  for (land, look) in zip(ground.lands, looks) {
    guard let color = look.coast else { continue }
    stroke(land.coast, Stroke(color, width: 0.7 * unit, cap: .round))
  }
  for (land, look) in zip(ground.lands, looks) where !land.islets.isEmpty {
    let spots = land.islets.reduce(into: Path()) {
      $0.append(.circle(center: rounded($1), radius: Ground.radiusOfIslet))
    }
    frame.fill(spots, look.coast ?? style.boundaryColor.mixed(with: style.ink, amount: 0.5))
  }
  stroke(ground.graticule, Stroke(style.coastColor, width: 0.25 * unit))
  stroke(
    ground.regions,
    Stroke(style.boundaryColor, width: 0.35 * unit, dash: [0.6 * unit, 1.4 * unit], cap: .round))
  let dashes: [(Boundary.Status, [Double])] = [
    (.international, []), (.disputed, [2.4, 1.6]), (.indefinite, [1, 1.6]),
  ]
  // Neighbours of one class would be one shape: a white edge parts them, on a grey print as well.
  let boundary =
    looks.contains(where: \.isClass)
    ? style.boundaryColor.mixed(with: style.ink, amount: 0.5) : style.boundaryColor
  if looks.contains(where: \.isClass) {
    stroke(ground.boundaries.map(\.points), Stroke(style.paper, width: 1.5 * unit, cap: .round))
  }
  for (status, dash) in dashes {
    let lines = ground.boundaries.filter { $0.kind == status }.map(\.points)
    stroke(
      lines,
      Stroke(
        boundary, width: 0.6 * unit, dash: dash.map { $0 * unit },
        cap: dash.isEmpty ? .round : .butt))
  }
  // A white edge keeps the strong boundary apart from what runs along it.
  stroke(ground.border, Stroke(style.paper, width: borderWidth(style), cap: .round))
  for (status, dash) in dashes {
    stroke(
      ground.borderSections.filter { $0.kind == status }.map(\.points),
      Stroke(
        style.routeColor, width: 1.6 * unit, dash: dash.map { 2 * $0 * unit },
        cap: dash.isEmpty ? .round : .butt))
  }
  stroke(
    ground.routes.map(\.points),
    Stroke(style.routeColor, width: 1.4 * unit, dash: [3.2 * unit, 2.2 * unit]))
}

/// Smaller ones over larger ones, and then all outlines over all of them: they show where each ends, on a grey print and within
/// another, too. An area's is dashed, since nothing delimits it.
private func paint(_ zones: [Ground.Zone], style: MapStyle, on frame: inout Frame) {
  let ordered = zones.enumerated().sorted { ($1.element.extent, $0.offset) < ($0.element.extent, $1.offset) }
    .map(\.element)
  for zone in ordered where !zone.pieces.isEmpty {
    frame.fill(path(zone.pieces.map { [$0] }), style.zoneColor)
  }
  for zone in ordered { paintEdges(of: zone, zone.edges, style: style, on: &frame) }
}

/// Lines of a zone's outline; over circles with a halo of the paper's colour, points wide, since both are dark.
func paintEdges(
  of zone: Ground.Zone, _ lines: [[Point]], halo: Double = 0, style: MapStyle, on frame: inout Frame
) {
  guard !lines.isEmpty else { return }
  let unit = style.city.size / 8
  if halo > 0 { frame.stroke(path(lines: lines), Stroke(style.paper, width: halo)) }
  let dash = zone.isArea ? [3 * unit, 1.5 * unit] : []
  frame.stroke(path(lines: lines), Stroke(style.zoneLine, width: 0.8 * unit, dash: dash))
}

private func path(_ polygons: [Ground.Polygon]) -> Path {
  var result = Path()
  for polygon in polygons {
    for ring in polygon { result.append(.polyline(ring.map(rounded), closed: true)) }
  }
  return result
}

private func path(lines: [[Point]]) -> Path {
  var result = Path()
  for line in lines { result.append(.polyline(line.map(rounded))) }
  return result
}

/// To a hundredth of a point, finer than any press: what lies behind would only make files larger.
func rounded(_ point: Point) -> Point {
  Point((point.x * 100).rounded() / 100, (point.y * 100).rounded() / 100)
}
