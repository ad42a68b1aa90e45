import Atlas
import Graphics
import MapGrammar
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
  var paper: Color
  /// Where the frame shows beyond the globe: there is paper around it.
  var globe: Path?

  init(_ areas: AreaMap, of ground: Ground, looks: [LandLook], _ style: MapStyle) {
    map = areas
    colors = looks.map(\.color)
    (water, paper) = (style.waterColor, style.paper)
    globe = ground.globe.map { $0.reduce(into: Path()) { $0.append(.polyline($1[0], closed: true)) } }
  }

  func color(at point: Point) -> Color {
    if let globe, !globe.contains(point) { return paper }
    guard let area = map.area(at: point), area < colors.count else { return water }
    return colors[area]
  }

  /// The lightest of the grounds under a label: an outline in it reads as an outline on all of them.
  func color(under box: Rect) -> Color {
    let places = [0.1, 0.5, 0.9].map { Point(box.minX + box.width * $0, box.midY) }
    return places.map(color).max { $0.contrast(with: .black) < $1.contrast(with: .black) } ?? water
  }
}

/// What names are set on.
struct NameSetting {
  let map: MapDescription
  let ground: Ground
  let data: MapData
  let looks: [LandLook]
  let colors: AreaColors
  let view: View
  let typesetter: Typesetter
  let style: MapStyle

  /// Where names may not stand.
  struct Kept {
    var marks: Marks
    var labels: [SetLabel] = []
    var rects: [Rect] = []
    var lines: [Leader] = []
  }

  /// Countries' names and values, before all others.
  struct Countries {
    /// What found room, and what has none.
    var found = SetNames(names: [])
    fileprivate var writer: NameWriter
    fileprivate var marks: Marks

    var names: [SetName] { writer.names }
  }

  /// Names the countries that the frame shows enough of: those that stand out first, in ever tighter setting until they fit;
  /// then the others, the largest first.
  ///
  /// - Parameters:
  ///   - kept: what they keep off.
  ///   - allowsValuesAlone: whether a value may stand in a country that has no room for its name beside it.
  /// - Returns: the names that found room, and what has none.
  func nameCountries(keepingOff kept: Kept, allowsValuesAlone: Bool = false) -> Countries {
    var named = Countries(writer: writer(keepingOff: kept), marks: kept.marks)
    for index in countries(kept.marks) {
      name(index, allowsValuesAlone: allowsValuesAlone, with: &named.writer, in: &named.found)
    }
    return named
  }

  /// Names what lies around countries and in them: regions and waters.
  ///
  /// - Returns: all names that found room.
  func nameOthers(around countries: Countries) -> SetNames {
    var (found, writer) = (countries.found, countries.writer)
    // Their labels come first, since they can stand nowhere else, but only along the edge.
    if map.showsGraticule {
      for mark in graticuleMarks(of: view, language: map.language) {
        writer.add(mark, style.scale, over: colors, in: view.size)
      }
    }
    // The atlas knows waters and regions by their English names only.
    if map.labels == .all, map.language.hasPrefix("en") {
      if style.names.contains(.waters) { nameWaters(with: &writer) }
      if style.names.contains(.regions) { nameRegions(countries.marks, with: &writer) }
      if style.names.contains(.rivers) { nameRivers(countries.marks, with: &writer) }
    }
    found.names = writer.names
    return found
  }

  /// Names the map's own countries alone, which come before all others: asked whether they have room.
  func ownNames(keepingOff kept: Kept) -> SetNames {
    var writer = writer(keepingOff: kept)
    var found = SetNames(names: [])
    for index in countries(kept.marks) where rank(of: index) != nil {
      name(index, allowsValuesAlone: false, with: &writer, in: &found)
    }
    return found
  }

  private func writer(keepingOff kept: Kept) -> NameWriter {
    let marks = kept.marks
    let dots = marks.dots.filter { !$0.site.isRegion }.map {
      Rect(center: $0.center, radius: max($0.radius + 1, $0.symbolRadius))
    }
    // A name across a zone's outline would seem to be one of what lies within.
    let ways = ground.routes.map(\.points) + ground.border + ground.zones.flatMap(\.edges)
    var writer = NameWriter(areas: colors.map, typesetter: typesetter, style: style)
    writer.areas.take(
      kept.labels.map(\.place.box) + dots + kept.rects,
      leaders: kept.lines + kept.labels.compactMap(\.place.leader)
        + (marks.flows.flatMap { [$0.shape.spine, $0.shape.outline] } + ways).flatMap(legs))
    // A country's name keeps to its land: in a lake it would seem to be the lake's.
    writer.areas.add(
      ground.lakes.lakes.map { $0.holdsNames(of: style.country.size) ? $0.polygons : [] },
      from: ground.lands.count)
    writer.lookAgain()
    return writer
  }

  // MARK: Countries

  /// The lands that may be named, in the order of naming.
  private func countries(_ marks: Marks) -> [Int] {
    if map.labels == .none { return [] }
    return order(of: ground.lands, map: map).filter { index in
      let country = ground.lands[index].country
      // Land that no country has, wherever it lies, has no name in common.
      let name = country.name(in: map.language)
      let isNamed = style.names.contains(.countries) || rank(of: index) != nil || shade(of: index) != nil
      return isNamed && country.code != "XX" && !marks.callouts.contains { $0.name == name }
        && !(isSpot(ground.lands[index]) && marks.dots.contains { $0.site.label == name })
    }
  }

  /// Whether a land is no larger than a town's dot: then a town of its name names it, too.
  private func isSpot(_ land: Ground.Land) -> Bool {
    let radius = dotRadius(style.city, isNamed: true)
    return land.polygons.reduce(0) { $0 + abs(signedArea(of: $1[0])) } < 4 * radius * radius
  }

  private func shade(of index: Int) -> MapDescription.Shade? {
    map.shades.first { $0.country == ground.lands[index].country.code }
  }

  /// Among the map's own countries; `nil` of others.
  private func rank(of index: Int) -> Int? {
    shade(of: index) == nil ? map.tinted.firstIndex(of: ground.lands[index].country.code) : 0
  }

  /// Names reaching over a shaded neighbour would seem to be its own.
  private func widths(of index: Int) -> [NameWidth] {
    if rank(of: index) == nil || !map.detail.insistsOnNames { return NameWidth.usual }
    let keepsInside = map.isDense || shade(of: index) != nil && ground.lands[index].country.isRegion
    return keepsInside ? NameWidth.amongMany : NameWidth.insistent
  }

  /// As names of a land of that rank are set on that ground.
  private func text(_ rank: Int?, on color: Color) -> TextStyle {
    var text = style.country
    text.language = map.language
    text.color = legible(rank.map(style.nameColor) ?? text.color, on: color)
    text.halo = Stroke(color, width: text.size * 0.2)
    return text
  }

  private func name(
    _ index: Int, allowsValuesAlone: Bool, with writer: inout NameWriter, in found: inout SetNames
  ) {
    let country = ground.lands[index].country
    // The atlas knows regions by their English names only.
    let isNamed = map.labels == .all && (map.language.hasPrefix("en") || !country.isRegion)
    let words = capitals(country.name(in: map.language), language: map.language)
    if let shade = shade(of: index) {
      let caption = isNamed && map.detail.telling != .marked ? words : nil
      tell(shade, of: index, caption, allowsValuesAlone: allowsValuesAlone, with: &writer, in: &found)
      return
    }
    if !isNamed { return }
    let rank = rank(of: index)
    let text = text(rank, on: colors.colors[index])
    let box = writer.add(words, text, area: index, widths(of: index)) ? writer.names.last?.box : nil
    if rank == nil || !map.detail.insistsOnNames {
      guard let box else {
        // Of islands that the extent names, which are all small.
        if map.extentCountries.contains(country.code) {
          name(islands: index, words, self.text(nil, on: colors.water), &writer)
        }
        return
      }
      let name = country.name(in: map.language)
      found.neighbours.append((name, Point(box.midX, box.midY)))
    } else if let box {
      found.own[index] = box
    } else {
      // Islands too small to hold the name of one of the map's own countries.
      let isSet = name(islands: index, words, self.text(rank, on: colors.water), &writer)
      if !isSet { found.nameless.append(index) }
    }
  }

  /// In the sea, amid an archipelago or beside an island.
  @discardableResult
  private func name(islands index: Int, _ words: String, _ text: TextStyle, _ writer: inout NameWriter)
    -> Bool
  {
    let land = ground.lands[index]
    let shapes = land.polygons.compactMap(\.first) + land.islets.map { [$0, $0] }
    return data.archipelagos.contains(ground.lands[index].country.code)
      && writer.add(words, text, amid: shapes, area: index)
      || writer.add(words, text, beside: shapes, area: index)
  }

  /// Its value, below its name where it is named.
  private func tell(
    _ shade: MapDescription.Shade, of index: Int, _ caption: String?, allowsValuesAlone: Bool,
    with writer: inout NameWriter, in found: inout SetNames
  ) {
    let ground = colors.colors[index]
    var value = style.value
    value.halo = Stroke(ground, width: value.size * (looks[index].hatch == nil ? 0.2 : 0.35))
    if map.detail.telling == .marked { value.weight = max(600, value.weight) }
    let words = RichText(map.words(of: shade), value)
    if let caption,
      writer.add(caption, text(0, on: ground), below: words, area: index, widths(of: index))
    {
      return
    }
    // The value alone rather than the name alone: readers know countries, but not their figures.
    if allowsValuesAlone || caption == nil, writer.add(words, area: index) {
      if caption != nil { found.unnamed.append(index) }
    } else {
      found.untold.append(index)
    }
  }

  // MARK: Waters and regions

  private func nameWaters(with writer: inout NameWriter) {
    let firstSea = ground.lands.count + ground.lakes.lakes.count
    writer.areas.add(seas: ground.seas.map(\.polygons), from: firstSea)
    writer.lookAgain()
    for (index, lake) in ground.lakes.lakes.enumerated() {
      writer.add(
        lake.name, style.water, area: ground.lands.count + index,
        [NameWidth(tracking: 1, size: 1, share: 1)])
    }
    for (index, sea) in ground.seas.enumerated() {
      writer.add(sea.name, style.water, area: firstSea + index, NameWidth.usual)
    }
  }

  private func nameRegions(_ marks: Marks, with writer: inout NameWriter) {
    let regions = data.regions.filter { region in
      !marks.dots.contains { $0.site.isRegion && $0.site.caption.hasPrefix(region.name) }
    }
    let middles = regions.map { view.onFrame($0.labelPoint) }
    writer.areas.setRegions(around: middles, on: ground, lands: colors.map)
    writer.lookAgain()
    for (index, region) in regions.enumerated() {
      let ground = colors.color(at: middles[index])
      var text = style.scale
      text.color = legible(text.color, on: ground)
      text.halo = Stroke(ground, width: text.size * 0.24)
      writer.add(region.name, text, area: index, [NameWidth(tracking: 1, size: 1, share: 1, gap: 0.5)])
    }
  }

  private func nameRivers(_ marks: Marks, with writer: inout NameWriter) {
    guard map.shades.isEmpty else { return }
    let ours = ground.lands.indices.filter { map.tinted.contains(ground.lands[$0].country.code) }
    let rivers = RiverNames(ground, lands: colors.map, ours: Set(ours), marks: marks, view: view)
    writer.add(rivers, style.water, over: colors)
  }
}

private func legs(of line: [Point]) -> [Leader] {
  zip(line, line.dropFirst()).map { Leader(start: $0, end: $1) }
}

/// The colour, darkened, or on a dark ground made lighter, until it can be read there: 4.5 to 1 (WCAG 2.2, "contrast
/// (minimum)").
func legible(_ color: Color, on ground: Color) -> Color {
  let end = Color.black.contrast(with: ground) >= 4.5 ? Color.black : .white
  for step in 0..<20 {
    let stronger = color.mixed(with: end, amount: Double(step) / 20)
    if stronger.contrast(with: ground) >= 4.5 { return stronger }
  }
  return end
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
