import Atlas
import Graphics
import Typesetting

/// A name of a country, a region or a water, set and placed.
struct SetName {
  var frame: Frame
  var box: Rect
}

/// The names that found room.
struct SetNames {
  var names: [SetName]
  /// The lands whose values found no room in them with their names.
  var untold: [Int] = []
  /// Those whose values stand without their names.
  var unnamed: [Int] = []
  /// The map's own countries, by their lands, that have their names in them, and where; and those that have not.
  var own: [Int: Rect] = [:]
  var nameless: [Int] = []
  /// The countries that are named and not the map's own, and where.
  var neighbours: [(name: String, place: Point)] = []
}

/// What colour the ground has at a place, for halos.
struct AreaColors {
  var map: AreaMap
  /// By area: the lands in their order.
  var colors: [Color]
  var water: Color
  /// Where the frame shows beyond the globe: there is paper around it.
  var globe: Path?

  init(_ areas: AreaMap, of ground: Ground, looks: [LandLook], _ style: MapStyle) {
    map = areas
    colors = looks.map(\.color)
    water = style.waterColor
    globe = ground.globe.map { $0.reduce(into: Path()) { $0.append(.polyline($1[0], closed: true)) } }
  }

  func color(at point: Point) -> Color {
    if let globe, !globe.contains(point) { return .white }
    guard let area = map.area(at: point), area < colors.count else { return water }
    return colors[area]
  }

  /// The lightest of the grounds under a label: an outline in it reads as an outline on all of them.
  func color(under box: Rect) -> Color {
    let places = [0.1, 0.5, 0.9].map { Point(box.minX + box.width * $0, box.midY) }
    return places.map(color).max { $0.contrast(with: .black) < $1.contrast(with: .black) } ?? water
  }
}

/// Names the countries, regions and waters that the frame shows enough of: countries that stand out first, in ever
/// tighter setting until they fit; then the others, the largest first. None stands on labels or what else is `taken`.
/// `allowsValuesAlone` says whether a value may stand in a country that has no room for its name beside it; `ownAlone`, that
/// it is only asked whether the map's own countries have room for their names, which come before all others.
func setNames(
  of map: MapDescription, ground: Ground, data: MapData, looks: [LandLook], over under: AreaColors,
  marks: Marks, labels: [SetLabel], taken: [Rect], lines: [Leader] = [], view: View,
  allowsValuesAlone: Bool = false, ownAlone: Bool = false, _ typesetter: Typesetter, _ style: MapStyle
) -> SetNames {
  let (areas, colors) = (under.map, under.colors)
  let dots = marks.dots.filter { !$0.site.isRegion }.map {
    Rect(center: $0.center, radius: max($0.radius + 1, $0.symbolRadius))
  }
  let ways = ground.routes.map(\.points) + ground.border
  var writer = NameWriter(areas: areas, typesetter: typesetter, style: style)
  writer.areas.take(
    labels.map(\.place.box) + dots + taken,
    leaders: lines + labels.compactMap(\.place.leader) + (marks.flows.map(\.shape.spine) + ways).flatMap(legs)
  )

  // A country's name keeps to its land: in a lake it would seem to be the lake's.
  writer.areas.add(
    ground.lakes.lakes.map { $0.holdsNames(of: style.country.size) ? $0.polygons : [] },
    from: ground.lands.count)
  writer.lookAgain()

  var found = SetNames(names: [])
  for index in order(of: ground.lands, map: map) where map.labels != .none {
    let country = ground.lands[index].country
    let name = country.name(in: map.language)
    // Land that no country has, wherever it lies, has no name in common.
    if country.code == "XX" || marks.callouts.contains(where: { $0.name == name }) { continue }
    var text = style.country
    text.language = map.language
    let shade = map.shades.first { $0.country == country.code }
    let rank = shade == nil ? map.tinted.firstIndex(of: country.code) : 0
    if ownAlone, rank == nil { continue }
    text.color = legible(rank.map(style.nameColor) ?? text.color, on: colors[index])
    text.halo = Stroke(colors[index], width: text.size * 0.2)
    // Names that reach over a shaded neighbour would seem to be its own.
    let keepsInside = map.isDense || shade != nil && country.isRegion
    let settings =
      rank == nil || !map.insistsOnNames
      ? NameSetting.usual : keepsInside ? NameSetting.amongMany : NameSetting.insistent
    // The atlas knows regions by their English names only.
    let isNamed =
      map.labels == .all && (map.language.hasPrefix("en") || !country.isRegion)
      && (shade == nil || map.telling != .marked)
    guard let shade else {
      if !isNamed { continue }
      let words = capitals(name, language: map.language)
      let box = writer.add(words, text, area: index, settings) ? writer.names.last?.box : nil
      if rank == nil || !map.insistsOnNames {
        if let box { found.neighbours.append((name, Point(box.midX, box.midY))) }
        continue
      }
      if let box {
        found.own[index] = box
        continue
      }
      // Islands too small to hold the name of one of the map's own countries: in the sea beside them.
      text.color = legible(rank.map(style.nameColor) ?? text.color, on: under.water)
      text.halo = Stroke(under.water, width: text.size * 0.2)
      let shapes = ground.lands[index].polygons.compactMap(\.first)
      if !writer.add(words, text, beside: shapes, area: index) { found.nameless.append(index) }
      continue
    }
    var value = style.value
    value.halo = Stroke(colors[index], width: value.size * (looks[index].hatch == nil ? 0.2 : 0.35))
    if map.telling == .marked { value.weight = max(600, value.weight) }
    let words = RichText(map.words(of: shade), value)
    let caption = capitals(name, language: map.language)
    if isNamed, writer.add(caption, text, below: words, area: index, settings) { continue }
    // The value alone rather than the name alone: readers know countries, but not their figures.
    if allowsValuesAlone || !isNamed, writer.add(words, area: index) {
      if isNamed { found.unnamed.append(index) }
    } else {
      found.untold.append(index)
    }
  }
  if ownAlone { return found }
  // Their labels come first, since they can stand nowhere else, but only along the edge.
  if map.showsGraticule {
    for mark in graticuleMarks(of: view, language: map.language) {
      writer.add(mark, style.scale, over: under, in: view.size)
    }
  }
  // The atlas knows waters and regions by their English names only.
  guard map.labels == .all, map.language.hasPrefix("en") else {
    found.names = writer.names
    return found
  }
  let firstSea = ground.lands.count + ground.lakes.lakes.count
  writer.areas.add(seas: ground.seas.map(\.polygons), from: firstSea)
  writer.lookAgain()
  for (index, lake) in ground.lakes.lakes.enumerated() {
    writer.add(
      lake.name, style.water, area: ground.lands.count + index,
      [NameSetting(tracking: 1, size: 1, share: 1)])
  }
  for (index, sea) in ground.seas.enumerated() {
    writer.add(sea.name, style.water, area: firstSea + index, NameSetting.usual)
  }
  let regions = data.regions.filter { region in
    !marks.dots.contains { $0.site.isRegion && $0.site.label.hasPrefix(region.name) }
  }
  let middles = regions.map { view.onFrame($0.labelPoint) }
  writer.areas.setRegions(around: middles, on: ground, lands: areas)
  writer.lookAgain()
  for (index, region) in regions.enumerated() {
    let ground = under.color(at: middles[index])
    var text = style.scale
    text.color = legible(text.color, on: ground)
    text.halo = Stroke(ground, width: text.size * 0.24)
    writer.add(region.name, text, area: index, [NameSetting(tracking: 1, size: 1, share: 1, gap: 0.5)])
  }
  if map.shades.isEmpty {
    let ours = ground.lands.indices.filter { map.tinted.contains(ground.lands[$0].country.code) }
    writer.add(
      RiverNames(ground, lands: areas, ours: Set(ours), marks: marks, view: view), style.water, over: under)
  }
  found.names = writer.names
  return found
}

private func legs(of line: [Point]) -> [Leader] {
  zip(line, line.dropFirst()).map { Leader(start: $0, end: $1) }
}

/// The colour, darkened until it can be read on its ground: 4.5 to 1 (WCAG 2.2, "contrast (minimum)").
func legible(_ color: Color, on ground: Color) -> Color {
  for step in 0..<20 {
    let darker = color.mixed(with: .black, amount: Double(step) / 20)
    if darker.contrast(with: ground) >= 4.5 { return darker }
  }
  return .black
}

extension Ground.Lake {
  /// Whether a name in type of that size would be taken for its own: names may run over smaller ones.
  fileprivate func holdsNames(of size: Double) -> Bool {
    polygons.contains { abs(signedArea(of: $0[0])) > 12 * size * size }
  }
}

extension Country {
  /// The name in a language or, for "en-GB", in the language without its region; else in English.
  func name(in language: String) -> String {
    let plain = String(language.prefix { $0 != "-" })
    return names[language] ?? names[plain] ?? names["en"] ?? ""
  }
}

private func order(of lands: [Ground.Land], map: MapDescription) -> [Int] {
  let ranks = lands.map { land -> Int in
    let code = land.country.code
    if map.shades.contains(where: { $0.country == code }) { return 0 }
    return map.tinted.firstIndex(of: code) ?? map.tinted.count
  }
  let areas = lands.map { land in
    land.polygons.reduce(0) { $0 + abs(signedArea(of: $1[0])) }
  }
  return lands.indices.sorted { a, b in (ranks[a], -areas[a], a) < (ranks[b], -areas[b], b) }
}

extension Rect {
  init(center: Point, radius: Double) {
    self.init(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius)
  }
}
