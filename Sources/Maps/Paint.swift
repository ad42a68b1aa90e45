import Atlas
import Graphics
import Typesetting

/// Paints land, water and lines.
func paint(_ ground: Ground, tinted: [String], style: MapStyle, on frame: inout Frame) {
  // Lines grow with the type, so that a slide's map is a page's map seen nearer.
  let unit = style.city.size / 8
  if let globe = ground.globe {
    frame.fill(path(globe), style.waterColor)
  } else {
    frame.fill(.rectangle(Rect(size: frame.size)), style.waterColor)
  }

  let colors = ground.lands.map { style.ground(of: $0.country.code, tinted: tinted) }
  var painted: [Color] = []
  for color in colors where !painted.contains(color) {
    painted.append(color)
    var shape = Path()
    for (land, own) in zip(ground.lands, colors) where own == color { shape.append(path(land.polygons)) }
    frame.fill(shape, color)
  }

  func stroke(_ lines: [[Point]], _ stroke: Stroke) {
    guard !lines.isEmpty else { return }
    frame.stroke(path(lines: lines), stroke)
  }
  for (ranks, width) in [(0...3, 0.7), (4...6, 0.5), (7...99, 0.35)] {
    let lines = ground.rivers.filter { ranks.contains($0.kind) }.map(\.points)
    stroke(lines, Stroke(style.coastColor, width: width * unit, cap: .round))
  }
  let lakes = ground.lakes.lakes.flatMap(\.polygons)
  if !lakes.isEmpty { frame.fill(path(lakes), style.waterColor) }
  stroke(ground.coast + ground.lakes.shores, Stroke(style.coastColor, width: 0.4 * unit, cap: .round))
  // The tint of a land may be close to the water's colour: a coast of its own parts them, on a grey print as well.
  for (land, own) in zip(ground.lands, colors) {
    guard let rank = tinted.firstIndex(of: land.country.code) else { continue }
    let color = own.mixed(with: style.nameColor(rank), amount: 0.7)
    stroke(land.coast, Stroke(color, width: 0.7 * unit, cap: .round))
  }
  let dashes: [(Boundary.Status, [Double])] = [
    (.international, []), (.disputed, [2.4, 1.6]), (.indefinite, [1, 1.6]),
  ]
  for (status, dash) in dashes {
    let lines = ground.boundaries.filter { $0.kind == status }.map(\.points)
    stroke(
      lines,
      Stroke(
        style.boundaryColor, width: 0.6 * unit, dash: dash.map { $0 * unit },
        cap: dash.isEmpty ? .round : .butt))
  }
  stroke(ground.routes, Stroke(style.routeColor, width: 1.4 * unit, dash: [3.2 * unit, 2.2 * unit]))
}

/// Paints the bar with a tick at each end, and its text behind it.
func paint(_ bar: SetScaleBar, over areas: AreaColors, style: MapStyle, on frame: inout Frame) {
  let unit = style.scale.size / 7
  let (left, right) = (bar.box.minX, bar.box.minX + bar.bar.length)
  let middle = bar.box.minY + bar.line.ascent - 0.36 * style.scale.size
  var shape = Path.line(from: rounded(Point(left, middle)), to: rounded(Point(right, middle)))
  for x in [left, right] {
    shape.append(
      .line(from: rounded(Point(x, middle - 2.4 * unit)), to: rounded(Point(x, middle + 2.4 * unit))))
  }
  let ground = areas.color(at: Point(bar.box.midX, bar.box.midY))
  frame.stroke(shape, Stroke(ground, width: 2.6 * unit, cap: .round))
  frame.stroke(shape, Stroke(style.ink, width: 0.7 * unit))
  frame.add(bar.line.frame, at: Point(right + scaleBarGap, bar.box.minY))
}

/// Paints dots, then leader lines, then the labels' text.
func paint(
  _ labels: [SetLabel], over areas: AreaColors, typesetter: Typesetter, style: MapStyle, on frame: inout Frame
) {
  let unit = style.city.size / 8
  // Named sites come last, so that none is hidden.
  for label in labels.filter({ !$0.site.isNamed }) + labels.filter(\.site.isNamed) {
    let circle = Path.circle(center: rounded(label.label.dot), radius: label.label.radius)
    if label.site.isNamed {
      frame.add(.shape(circle, fill: .solid(style.ink), stroke: Stroke(.white, width: 0.6 * unit)))
    } else {
      frame.add(.shape(circle, fill: .solid(.white), stroke: Stroke(style.ink, width: 0.8 * unit)))
    }
  }
  for label in labels {
    guard let leader = label.place.leader else { continue }
    // Through the ring to the dot itself.
    let (dx, dy) = (leader.end.x - leader.start.x, leader.end.y - leader.start.y)
    let share = min(1, 0.4 * unit / max(0.01, (dx * dx + dy * dy).squareRoot()))
    let start = Point(leader.start.x - dx * share, leader.start.y - dy * share)
    let line = Path.line(from: rounded(start), to: rounded(leader.end))
    frame.stroke(line, Stroke(style.ink, width: 0.5 * unit))
  }
  for label in labels {
    var text = label.style
    let box = label.place.box
    text.halo = Stroke(areas.color(at: Point(box.midX, box.midY)), width: text.size * 0.24, cap: .round)
    frame.add(typesetter.line(RichText(label.site.label, text)).frame, at: rounded(box.origin))
  }
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
private func rounded(_ point: Point) -> Point {
  Point((point.x * 100).rounded() / 100, (point.y * 100).rounded() / 100)
}
