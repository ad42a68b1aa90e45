import Atlas
import Graphics
import MapGrammar
import Typesetting

/// A value of a country, or its name, whose ground has no room for it: it stands outside, with a line to the country.
struct Callout {
  /// In the country.
  var point: Point
  var name: String
  /// Whether the name stands before the value.
  var isNamed: Bool
  var value: String
  /// Of a country's name that stands as such, without a value.
  var color: Color?

  var text: String { [isNamed ? name : "", value].filter { !$0.isEmpty }.joined(separator: " ") }
}

/// Callouts for the lands of these numbers. A land of which only a sliver is seen at the frame's edge has none.
func callouts(for lands: [Int], ground: Ground, areas: AreaMap, map: MapDescription) -> [Callout] {
  lands.compactMap { index in
    let land = ground.lands[index]
    guard let shade = map.shades.first(where: { $0.country == land.country.code }),
      land.isPlain(in: ground.size)
    else { return nil }
    let largest = land.polygons.max { abs(signedArea(of: $0[0])) < abs(signedArea(of: $1[0])) }
    guard let point = areas.heart(of: index) ?? largest?[0].middle else { return nil }
    let name = land.country.name(in: map.language)
    return Callout(
      point: point, name: name, isNamed: map.detail.telling != .marked, value: map.words(of: shade))
  }
}

/// Callouts with nothing but the names of the lands of these numbers, where they are seen well enough.
func callouts(
  naming lands: [Int], ground: Ground, areas: AreaMap, map: MapDescription, style: MapStyle
) -> [Callout] {
  lands.compactMap { index in
    let country = ground.lands[index].country
    guard ground.lands[index].isPlain(in: ground.size), let point = areas.heart(of: index) else { return nil }
    let color = map.tinted.firstIndex(of: country.code).map(style.nameColor) ?? style.country.color
    return Callout(
      point: point, name: country.name(in: map.language), isNamed: true, value: "", color: color)
  }
}

extension Ground {
  /// Whether a land shows a value: what is written on it seems to be its own.
  func isShaded(_ land: Int, by map: MapDescription) -> Bool {
    map.shades.contains { $0.country == lands[land].country.code }
  }
}

extension Ground.Land {
  /// Whether enough of it is seen to speak of: all of it, or more than a sliver at the frame's edge.
  fileprivate func isPlain(in size: Size) -> Bool {
    let area = polygons.reduce(0) { $0 + abs(signedArea(of: $1[0])) }
    if area >= 60 { return true }
    let inner = Rect(size: size).insetBy(0.2)
    return polygons.allSatisfy { $0[0].allSatisfy { inner.distance(to: $0) == 0 } }
  }
}

extension [Point] {
  fileprivate var middle: Point? {
    Path.polyline(self).bounds.map { Point($0.midX, $0.midY) }
  }
}

extension AreaMap {
  /// A point well inside an area: the middle of the largest square of cells that lies in it, near to the middle of all.
  func heart(of area: Int) -> Point? {
    guard let span = spans()[area] else { return nil }
    let inside = extent(of: area)
    let middle = span.middle
    var best: (point: Point, score: Double)?
    for row in span.rows {
      for column in span.columns where areas.values[row * areas.columns + column] == Int16(area) {
        let point = Point((Double(column) + 0.5) * Self.cell, (Double(row) + 0.5) * Self.cell)
        let depth = [10.0, 7.5, 5, 2.5].first {
          inside.mean(over: Rect(center: point, radius: $0 + 0.1)) > 0.999
        }
        let (dx, dy) = (point.x - middle.x, point.y - middle.y)
        let score = 3 * (depth ?? 0) - (dx * dx + dy * dy).squareRoot() * 0.5
        if best.map({ score > $0.score }) ?? true { best = (point, score) }
      }
    }
    return best?.point
  }
}
