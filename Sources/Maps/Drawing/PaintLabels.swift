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
  for label in labels {
    let box = label.place.box
    let isSign = paintSign(of: label, style: style, on: &frame)
    frame.add(
      label.content.frame(over: isSign ? style.paper : areas.color(under: box), ink: style.routeColor),
      at: rounded(box.origin))
  }
}

/// A plate under an arrow and its label, up to the frame's edge: nobody takes what lies beyond the map for a town that
/// stands there.
///
/// - Returns: whether it is the label of such an arrow.
private func paintSign(of label: SetLabel, style: MapStyle, on frame: inout Frame) -> Bool {
  guard let heading = label.label.heading else { return false }
  let unit = style.city.size / 8
  let arrow = arrow(at: label.label.dot, heading: heading, length: 2 * label.label.radius)
  var plate = label.place.box.grown(across: 2.5 * unit, down: 0.5 * unit)
  if label.place.leader == nil {
    plate = plate.union(label.label.mark).reachingEdge(of: Rect(size: frame.size))
  }
  let outline = Path.rectangle(Rect(origin: rounded(plate.origin), size: plate.size))
  frame.add(
    .shape(outline, fill: .solid(style.paper), stroke: Stroke(style.boundaryColor, width: 0.5 * unit)))
  frame.fill(arrow, style.ink)
  return true
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
