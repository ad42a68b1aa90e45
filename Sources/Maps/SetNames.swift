import Atlas
import Graphics
import Typesetting

/// A name of a country, a region or a water, set and placed.
struct SetName {
  var frame: Frame
  var box: Rect
}

/// The colours under the labels and the names that found room.
struct SetNames {
  var areas: AreaColors
  var names: [SetName]
  /// The lands whose values found no room in them.
  var untold: [Int] = []
}

/// What colour the ground has at a place, for halos.
struct AreaColors {
  var map: AreaMap
  /// By area: the lands in their order.
  var colors: [Color]
  var water: Color
  /// Where the frame shows beyond the globe: there is paper around it.
  var globe: Path?

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
func setNames(
  of map: MapDescription, ground: Ground, data: MapData, looks: [LandLook], areas: AreaMap, marks: Marks,
  labels: [SetLabel], taken: [Rect], view: View, _ typesetter: Typesetter, _ style: MapStyle
) -> SetNames {
  let colors = looks.map(\.color)
  let under = AreaColors(
    map: areas, colors: colors, water: style.waterColor,
    globe: ground.globe.map { $0.reduce(into: Path()) { $0.append(.polyline($1[0], closed: true)) } })
  let dots = marks.dots.filter { !$0.site.isRegion }.map {
    Rect(center: $0.center, radius: max($0.radius + 1, $0.symbolRadius))
  }
  var writer = NameWriter(areas: areas, typesetter: typesetter)
  writer.areas.take(
    labels.map(\.place.box) + dots + taken,
    leaders: labels.compactMap(\.place.leader) + marks.flows.flatMap { legs(of: $0.shape.spine) })

  var untold: [Int] = []
  for index in order(of: ground.lands, map: map) {
    let country = ground.lands[index].country
    let name = country.name(in: map.language)
    // Land that no country has, wherever it lies, has no name in common.
    if country.code == "XX" || marks.callouts.contains(where: { $0.name == name }) { continue }
    var text = style.country
    text.language = map.language
    let shade = map.shades.first { $0.country == country.code }
    let rank = shade == nil ? map.tinted.firstIndex(of: country.code) : 0
    text.color = legible(rank.map(style.nameColor) ?? text.color, on: colors[index])
    text.halo = Stroke(colors[index], width: text.size * 0.2)
    let settings = rank == nil ? NameSetting.usual : NameSetting.insistent
    guard let shade else {
      writer.add(name.uppercased(), text, area: index, settings)
      continue
    }
    var value = style.value
    value.halo = Stroke(colors[index], width: value.size * (looks[index].hatch == nil ? 0.2 : 0.35))
    let words = RichText(shade.value.text, value)
    // The value alone rather than the name alone: readers know countries, but not their figures.
    if !writer.add(name.uppercased(), text, below: words, area: index, settings),
      !writer.add(words, area: index)
    {
      untold.append(index)
    }
  }
  // Their labels come first, since they can stand nowhere else, but only along the edge.
  if map.showsGraticule {
    for mark in graticuleMarks(of: view, language: map.language) {
      writer.add(mark, style.scale, over: under, in: view.size)
    }
  }
  // The atlas knows waters and regions by their English names only.
  guard map.language.hasPrefix("en") else {
    return SetNames(areas: under, names: writer.names, untold: untold)
  }
  writer.areas.add(ground.lakes.lakes.map(\.polygons), from: ground.lands.count)
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
  for region in data.regions {
    var text = style.scale
    let point = view.onFrame(region.labelPoint)
    text.color = legible(text.color, on: under.color(at: point))
    text.halo = Stroke(under.color(at: point), width: text.size * 0.24)
    writer.add(region.name, text, about: point)
  }
  return SetNames(areas: under, names: writer.names, untold: untold)
}

private func legs(of line: [Point]) -> [Leader] {
  zip(line, line.dropFirst()).map { Leader(start: $0, end: $1) }
}

/// Sets names one after the other, each where there is room left.
private struct NameWriter {
  var areas: AreaMap
  let typesetter: Typesetter
  private(set) var names: [SetName] = []
  private var spans: [Int: AreaMap.Span]

  init(areas: AreaMap, typesetter: Typesetter) {
    self.areas = areas
    self.typesetter = typesetter
    spans = areas.spans()
  }

  /// After areas have been added.
  mutating func lookAgain() { spans = areas.spans() }

  /// In its area, with a line of text below it.
  ///
  /// - Returns: whether there was room.
  @discardableResult mutating func add(
    _ name: String, _ style: TextStyle, below: RichText? = nil, area: Int, _ settings: [NameSetting]
  ) -> Bool {
    guard !name.isEmpty else { return false }
    return add(in: area, settings) { writer, setting in
      writer.frame(name, setting.applied(to: style), below: below)
    }
  }

  /// A value in its area; in the size of its style, since it has to be read.
  mutating func add(_ value: RichText, area: Int) -> Bool {
    add(in: area, [NameSetting(tracking: 1, size: 1, share: 0.95, gap: 0.3)]) { writer, _ in
      writer.frame(of: writer.typesetter.line(value))
    }
  }

  private mutating func add(
    in area: Int, _ settings: [NameSetting], _ make: (NameWriter, NameSetting) -> Frame
  ) -> Bool {
    guard let span = spans[area] else { return false }
    for setting in settings {
      let frame = make(self, setting)
      guard span.holds(Size(min(frame.size.width, frame.size.height * 2), frame.size.height), share: 0.5),
        let box = areas.place(
          frame.size, in: area, span, share: setting.share, gap: setting.gap * 0.7 * frame.size.height)
      else { continue }
      areas.take([box])
      names.append(SetName(frame: frame, box: box))
      return true
    }
    return false
  }

  /// About a place, or not at all.
  mutating func add(_ name: String, _ style: TextStyle, about point: Point) {
    let frame = frame(name, style, below: nil)
    for (x, y) in [(0.0, 0.0), (0, -9), (0, 9), (-12, 0), (12, 0), (-12, -9), (12, 9), (12, -9), (-12, 9)] {
      let box = Rect(
        x: point.x + x - frame.size.width / 2, y: point.y + y - frame.size.height / 2,
        width: frame.size.width, height: frame.size.height)
      guard areas.isFree(box, gap: style.size * 0.5) else { continue }
      areas.take([box])
      names.append(SetName(frame: frame, box: box))
      return
    }
  }

  /// At the first place on the frame's edge that is free, or not at all.
  mutating func add(_ mark: GraticuleMark, _ style: TextStyle, over colors: AreaColors, in size: Size) {
    for place in mark.places {
      let line = typesetter.line(RichText(mark.text, style))
      let (width, height) = (line.width, line.ascent + line.descent)
      let (x, y) = (
        min(max(place.x - (mark.isMeridian ? width / 2 : 0), 3.1), size.width - width - 3.1),
        min(max(place.y - (mark.isMeridian ? 0 : height / 2), 3.1), size.height - height - 3.1)
      )
      let box = Rect(x: x, y: y, width: width, height: height)
      // A label moved off its line would say it of another place.
      let isNear = mark.isMeridian ? abs(box.midX - place.x) < 2 : abs(box.midY - place.y) < 2
      guard isNear, areas.isFree(box, gap: 2) else { continue }
      var text = style
      text.color = legible(style.color, on: colors.color(under: box))
      text.halo = Stroke(colors.color(under: box), width: style.size * 0.3)
      areas.take([box])
      names.append(SetName(frame: frame(mark.text, text, below: nil), box: box))
      return
    }
  }

  private func frame(_ name: String, _ style: TextStyle, below: RichText?) -> Frame {
    let line = typesetter.line(RichText(name, style))
    let height = line.ascent + line.descent
    guard let below else { return frame(of: line) }
    let second = typesetter.line(below)
    let width = max(line.width, second.width)
    var frame = Frame(size: Size(width, height + second.ascent + second.descent))
    frame.add(line.frame, at: Point((width - line.width) / 2, 0))
    frame.add(second.frame, at: Point((width - second.width) / 2, height))
    return frame
  }

  private func frame(of line: Typesetting.Line) -> Frame {
    var frame = line.frame
    frame.size = Size(line.width, line.ascent + line.descent)
    return frame
  }
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
