import Atlas
import Graphics
import MapGrammar
import Typesetting

/// What stands beside a line: beside a route, an arrow or the boundary that a map tells about.
struct LineText {
  var words: String
  var style: TextStyle
  var anchors: [Label.Anchor]
  /// Half the line's width.
  var radius: Double
  /// All its parts.
  var lines: [[Point]]
  /// What must lie between the line and its label wherever it bends.
  var clearance: Double?
}

func lineTexts(of map: MapDescription, marks: Marks, ground: Ground, _ style: MapStyle) -> [LineText] {
  var texts: [LineText] = []
  for (index, (flow, shape)) in marks.flows.enumerated() {
    // Of two parts the longer one has the label.
    let parts = [index - 1, index + 1].filter {
      marks.flows.indices.contains($0) && marks.flows[$0].flow == flow
    }
    if let other = parts.first {
      let (own, others) = (shape.spine.count, marks.flows[other].shape.spine.count)
      if (own, -index) < (others, -other) { continue }
    }
    texts.append(
      LineText(
        words: map.words(of: flow.value), style: style.value, anchors: shape.anchors,
        radius: shape.width / 2 + FlowShape.wing,
        lines: ([index] + parts).map { marks.flows[$0].shape.spine }))
  }
  for (index, route) in map.routes.enumerated() where map.detail.namesRoutes {
    let lines = ground.routes.filter { $0.kind == index }.map(\.points)
    let places = anchors(along: lines.map { evened($0, step: 4) }.max { $0.count < $1.count } ?? [])
    if !places.isEmpty {
      texts.append(
        LineText(words: route.words, style: style.value, anchors: places, radius: 0.7, lines: lines))
    }
  }
  for (zone, drawn) in zip(map.zones, ground.zones) where !drawn.outline.isEmpty {
    var text = style.value
    text.weight = max(600, text.weight)
    text.color = legible(legible(style.zoneLine, on: style.landColor), on: style.waterColor)
    texts.append(
      LineText(
        words: zone.label, style: text, anchors: drawn.outline, radius: 0.7, lines: drawn.edges, clearance: 1)
    )
  }
  if let border = map.border {
    let line = ground.border.max { evened($0, step: 4).count < evened($1, step: 4).count }
    let places = anchors(along: evened(line ?? [], step: 4))
    if !places.isEmpty {
      texts.append(
        LineText(
          words: border.label, style: style.value, anchors: places, radius: borderWidth(style) / 2,
          lines: ground.border, clearance: 1))
    }
  }
  return texts
}

extension MapDescription.Route {
  /// Along great circles on WGS 84.
  var metres: Double {
    zip(stops, stops.dropFirst()).reduce(0) { $0 + Geodesic.distance(from: $1.0, to: $1.1) }
  }

  /// What stands beside it: "≈ 1190 km", "Silk Road, ≈ 1190 km".
  var words: String {
    let distance = "≈\u{00A0}" + kilometreWords(Double(roundedKilometres(metres)))
    return label.map { "\($0), \(distance)" } ?? distance
  }
}

/// Two or three figures that count are as much as a map tells.
func roundedKilometres(_ metres: Double) -> Int {
  let value = metres / 1000
  let step = value < 100 ? 1.0 : 10
  return Int((value / step).rounded() * step)
}
