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
    frame.add(
      label.content.frame(over: areas.color(under: box), ink: style.routeColor), at: rounded(box.origin))
  }
}
