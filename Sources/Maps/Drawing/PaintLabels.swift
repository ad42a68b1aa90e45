import Graphics
import Typesetting

/// Paints leader lines, then the labels' text.
func paint(_ labels: [SetLabel], over areas: AreaColors, style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  for label in labels {
    guard let leader = label.place.leader else { continue }
    // Through the ring to the dot itself.
    let (dx, dy) = (leader.end.x - leader.start.x, leader.end.y - leader.start.y)
    let share = min(1, 0.4 * unit / max(0.01, (dx * dx + dy * dy).squareRoot()))
    let start = Point(leader.start.x - dx * share, leader.start.y - dy * share)
    let line = Path.line(from: rounded(start), to: rounded(leader.end))
    frame.stroke(line, Stroke(style.ink, width: 0.5 * unit))
    if label.label.kind == .callout || label.label.kind == .area {
      frame.fill(.circle(center: rounded(leader.start), radius: 0.9 * unit), style.ink)
    }
  }
  paintSigns(of: labels, style: style, on: &frame)
  for label in labels {
    let box = label.place.box
    let ground = label.label.heading == nil ? areas.color(under: box) : style.paper
    frame.add(label.content.frame(over: ground, ink: style.routeColor), at: rounded(box.origin))
  }
}

/// Plates under arrows and their labels, up to the frame's edge: nobody takes what lies beyond the map for a town that
/// stands there. Those that meet are one.
private func paintSigns(of labels: [SetLabel], style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  let signs = labels.filter { $0.label.heading != nil }
  let plates = signs.map { sign -> Rect in
    let plate = sign.place.box.grown(across: 2.5 * unit, down: 0.5 * unit)
    let isApart = sign.label.distance(from: sign.place.box) > sign.place.box.height
    let whole = isApart ? plate : plate.union(sign.label.mark).reachingEdge(of: Rect(size: frame.size))
    return Rect(origin: rounded(whole.origin), size: whole.size)
  }
  let edge = Stroke(style.boundaryColor, width: 0.5 * unit)
  for plate in plates { frame.add(.shape(.rectangle(plate), fill: .solid(style.paper), stroke: edge)) }
  // Without the other's edge in it.
  for (index, plate) in plates.enumerated()
  where plates.enumerated().contains(where: { $0.offset != index && $0.element.overlaps(plate) }) {
    frame.fill(.rectangle(plate.insetBy(0.6 * unit)), style.paper)
  }
  for sign in signs {
    guard let heading = sign.label.heading else { continue }
    frame.fill(arrow(at: sign.label.dot, heading: heading, length: 2 * sign.label.radius), style.ink)
  }
}

extension Rect {
  /// Up to the nearest edge of the frame.
  fileprivate func reachingEdge(of frame: Rect) -> Rect {
    let (left, right, top, bottom) = (minX, frame.maxX - maxX, minY, frame.maxY - maxY)
    switch min(left, right, top, bottom) {
    case left: return Rect(x: 0, y: minY, width: maxX, height: height)
    case right: return Rect(x: minX, y: minY, width: frame.maxX - minX, height: height)
    case top: return Rect(x: minX, y: 0, width: width, height: maxY)
    default: return Rect(x: minX, y: minY, width: width, height: frame.maxY - minY)
    }
  }
}
