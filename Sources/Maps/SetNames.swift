import Atlas
import Graphics
import Typesetting

/// A name of a country or a water, set and placed.
struct SetName {
  var line: Typesetting.Line
  var box: Rect
}

/// The colours under the labels and the names that found room.
struct SetNames {
  var areas: AreaColors
  var lines: [SetName]
}

/// What colour the ground has at a place, for halos.
struct AreaColors {
  var map: AreaMap
  /// By area: the lands in their order.
  var colors: [Color]
  var water: Color

  func color(at point: Point) -> Color {
    guard let area = map.area(at: point), area < colors.count else { return water }
    return colors[area]
  }
}

/// Names the countries and waters that the frame shows enough of: those that stand out first, in ever tighter
/// setting until they fit; then the others, the largest first.
func setNames(
  of map: MapDescription, ground: Ground, areas: AreaMap, labels: [SetLabel], bar: SetScaleBar?,
  _ typesetter: Typesetter, _ style: MapStyle
) -> SetNames {
  var areas = areas
  let firstLake = ground.lands.count
  let colors = ground.lands.map { style.ground(of: $0.country.code, tinted: map.tinted) }
  let underLabels = AreaColors(map: areas, colors: colors, water: style.waterColor)

  let dots = labels.map { Rect(center: $0.label.dot, radius: $0.label.radius + 1) }
  areas.take(
    labels.map(\.place.box) + dots + [bar?.box].compactMap { $0 }, leaders: labels.compactMap(\.place.leader))

  var names: [SetName] = []
  var spans = areas.spans()
  func add(_ name: String, _ style: TextStyle, area: Int, _ settings: [NameSetting]) {
    guard !name.isEmpty, let span = spans[area],
      span.holds(Size(style.size * 2, style.size), share: 0.5)
    else { return }
    for setting in settings {
      let applied = setting.applied(to: style)
      let line = typesetter.line(RichText(name, applied))
      let size = Size(line.width, line.ascent + line.descent)
      guard let box = areas.place(size, in: area, span, share: setting.share, gap: setting.gap * applied.size)
      else { continue }
      areas.take([box])
      names.append(SetName(line: line, box: box))
      return
    }
  }

  for index in order(of: ground.lands, tinted: map.tinted) {
    let country = ground.lands[index].country
    // Land that no country has, wherever it lies, has no name in common.
    if country.code == "XX" { continue }
    let name = country.name(in: map.language)
    var text = style.country
    text.language = map.language
    let rank = map.tinted.firstIndex(of: country.code)
    text.color = legible(rank.map(style.nameColor) ?? text.color, on: colors[index])
    text.halo = Stroke(colors[index], width: text.size * 0.2)
    add(name.uppercased(), text, area: index, rank == nil ? NameSetting.usual : NameSetting.insistent)
  }
  // The atlas knows waters by their English names only.
  guard map.language.hasPrefix("en") else { return SetNames(areas: underLabels, lines: names) }
  for (index, lake) in ground.lakes.lakes.enumerated() {
    for polygon in lake.polygons { areas.add(polygon, area: firstLake + index) }
  }
  spans = areas.spans()
  for (index, lake) in ground.lakes.lakes.enumerated() {
    add(lake.name, style.water, area: firstLake + index, [NameSetting(tracking: 1, size: 1, share: 1)])
  }
  return SetNames(areas: underLabels, lines: names)
}

/// The colour, darkened until it can be read on its ground: 4.5 to 1 (WCAG 2.2, "contrast (minimum)").
func legible(_ color: Color, on ground: Color) -> Color {
  for step in 0..<20 {
    let darker = color.mixed(with: .black, amount: Double(step) / 20)
    if darker.contrast(with: ground) >= 4.5 { return darker }
  }
  return .black
}

/// How much of its style's tracking and size a name keeps, how much of it must lie in its area, and how far it keeps
/// from what stands left and right of it, in ems.
private struct NameSetting {
  var tracking: Double
  var size: Double
  var share: Double
  var gap = 1.5

  static let usual = [
    NameSetting(tracking: 1, size: 1, share: 1), NameSetting(tracking: 0.5, size: 1, share: 1),
  ]
  static let insistent =
    usual + [
      NameSetting(tracking: 0.3, size: 0.85, share: 1), NameSetting(tracking: 0.3, size: 0.85, share: 0.85),
      NameSetting(tracking: 0.3, size: 0.85, share: 0.6),
      NameSetting(tracking: 0.3, size: 0.85, share: 0.6, gap: 0.8),
    ]

  func applied(to style: TextStyle) -> TextStyle {
    var style = style
    style.tracking *= tracking
    style.size = max(min(leastTypeSize, style.size), style.size * size)
    return style
  }
}

extension Country {
  /// The name in a language or, for "en-GB", in the language without its region; else in English.
  fileprivate func name(in language: String) -> String {
    let plain = String(language.prefix { $0 != "-" })
    return names[language] ?? names[plain] ?? names["en"] ?? ""
  }
}

private func order(of lands: [Ground.Land], tinted: [String]) -> [Int] {
  let ranks = lands.map { tinted.firstIndex(of: $0.country.code) ?? tinted.count }
  let areas = lands.map { land in
    land.polygons.reduce(0) { $0 + abs(signedArea(of: $1[0])) }
  }
  return lands.indices.sorted { a, b in (ranks[a], -areas[a], a) < (ranks[b], -areas[b], b) }
}

extension MapStyle {
  func ground(of code: String, tinted: [String]) -> Color {
    guard let rank = tinted.firstIndex(of: code), !tints.isEmpty else { return landColor }
    return tints[min(rank, tints.count - 1)]
  }

  func nameColor(_ rank: Int) -> Color {
    tintedNames.isEmpty ? country.color : tintedNames[min(rank, tintedNames.count - 1)]
  }
}

extension Rect {
  init(center: Point, radius: Double) {
    self.init(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
  }
}
