import Graphics
import Typesetting

/// Fills a polygon with fine dots, the sign of a negative class: they are seen on a grey print as well, and over hatches.
func paintDots(in polygon: Ground.Polygon, style: MapStyle, on frame: inout Frame) {
  let unit = style.city.size / 8
  let (step, radius) = (3.6 * unit, 0.55 * unit)
  // A row is a line of very short dashes with round ends: thousands of circles would be most of what a map adds to a file.
  let dash = 0.1
  guard let outside = polygon.first, let bounds = Path.polyline(outside).bounds else { return }
  var dots = Path()
  for row in Int((bounds.minY / step).rounded(.down))...Int((bounds.maxY / step).rounded(.down)) {
    let y = (Double(row) + 0.5) * step
    // Each other row is set off by half a step.
    let shift = row.isMultiple(of: 2) ? 0.0 : 0.5
    let crossings = crossings(of: polygon, at: y)
    for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
      let (left, right) = (crossings[pair] + radius, crossings[pair + 1] - radius)
      let (first, last) = ((left / step - shift).rounded(.up), (right / step - shift).rounded(.down))
      guard first <= last else { continue }
      dots.append(
        .line(from: Point((first + shift) * step, y), to: Point((last + shift) * step + dash, y)))
    }
  }
  if dots.isEmpty { return }
  frame.stroke(
    dots,
    Stroke(
      style.ink.mixed(with: style.paper, amount: 0.15), width: 2 * radius, dash: [dash, step - dash],
      cap: .round))
}

/// Where a level line crosses a polygon's sides, from left to right.
private func crossings(of polygon: Ground.Polygon, at y: Double) -> [Double] {
  var result: [Double] = []
  for ring in polygon {
    guard var last = ring.last else { continue }
    for point in ring {
      if (last.y > y) != (point.y > y) {
        result.append(last.x + (y - last.y) / (point.y - last.y) * (point.x - last.x))
      }
      last = point
    }
  }
  return result.sorted()
}
