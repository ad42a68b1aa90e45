import Atlas
import Diagnostics
import Evidence
import Foundation
import YAMLReading

extension StoryComposer {
  /// The map and what its figures and events stand on.
  mutating func content(of told: Pack.Map, at location: SourceLocation) -> (Exhibit.Content, [Source])? {
    if told.listsNothing, told.isEmpty, told.also.isEmpty {
      ownLog.warning(
        "this map's list of places is empty", at: location,
        advice: "list them, or write 'places: auto' for the towns that the answer names")
    }
    let map = storyMap(told, at: location)
    if map.named.isEmpty && map.also.isEmpty && map.extent == nil && map.framing.isEmpty { return nil }
    return (.map(map), sources(of: map))
  }

  private func sources(of map: StoryMap) -> [Source] {
    var seen = Set<Source>()
    return (map.figures.flatMap(\.sources) + map.events.flatMap(\.sources)).filter {
      seen.insert($0).inserted
    }
  }

  private mutating func storyMap(_ told: Pack.Map, at location: SourceLocation) -> StoryMap {
    var map = StoryMap(
      named: told.findsPlaces
        ? sitesOfAnswer(told, at: location) : listedSites(told.places))
    warnOfRepeated(told)
    for site in told.also.compactMap({ site($0) }) {
      if isAmong(map.named, site) { map.named.join(site) } else { map.also.join(site) }
    }
    map.routes = told.routes.compactMap { route($0) }
    map.flows = told.flows.compactMap { flow($0) }
    map.symbols = told.symbols.compactMap { symbol($0) }
    map.shades = told.shades.compactMap { shade($0) }
    checkRegions(told, map.shades)
    map.border = told.border.flatMap { border($0) }
    map.events = told.events.compactMap { event($0) }
    checkLayers(told)
    checkSpots(of: map, told)
    for site in map.mentioned {
      if isAmong(map.also, site) { map.also.join(site) } else { map.named.join(site) }
    }
    (map.projection, map.showsGraticule) = (told.projection, told.showsGraticule)
    (map.showsRegions, map.allowsInsets) = (told.showsRegions, told.allowsInsets)
    map.labels = told.labels ?? .all
    map.extent = told.extent.flatMap { extent($0) }
    checkExtent(map, told)
    if map.extent == nil { frame(&map) }
    warnOfWhatTheAtlasLacks(map, at: location)
    return map
  }

  // MARK: Places

  private func isAmong(_ sites: [Site], _ site: Site) -> Bool { sites.contains { $0.isSame(as: site) } }

  private mutating func warnOfRepeated(_ told: Pack.Map) {
    var seen: [String: String] = [:]
    for (list, names) in [("places", told.places), ("also", told.also)] {
      for name in names {
        if let first = seen[name.text] {
          ownLog.warning(
            "'\(name.text)' stands in '\(first)' already", at: name.location, advice: "name each place once")
        }
        seen[name.text] = seen[name.text] ?? list
      }
    }
  }

  // MARK: Layers

  private mutating func route(_ told: Pack.Map.Route) -> StoryMap.Route? {
    let stops = told.stops.compactMap { site($0) }
    let label = text(told.label)
    note(told.label, .label)
    guard stops.count == told.stops.count else { return nil }
    for (index, name) in told.stops.enumerated().dropFirst()
    where stops[index].place.position == stops[index - 1].place.position {
      ownLog.error(
        "the route stays at '\(name.text)'", at: name.location, advice: "name each stop once in a row")
      return nil
    }
    return StoryMap.Route(stops: stops, label: label)
  }

  private mutating func flow(_ told: Pack.Map.Flow) -> StoryMap.Flow? {
    let (from, to, figure) = (site(told.from), site(told.to), figure(told.figure))
    guard let from, let to, let figure else { return nil }
    if from.place.position == to.place.position {
      ownLog.error(
        "the flow ends where it begins", at: told.to.location, advice: "name two different places")
      return nil
    }
    if figure.value < 0 {
      ownLog.error(
        "a flow can't be negative, and '\(figure.id)' is \(figure.words(.short))", at: told.figure.location,
        advice: "exchange 'from' and 'to' and use a figure without the minus")
      return nil
    }
    return StoryMap.Flow(from: from, to: to, figure: figure)
  }

  private mutating func symbol(_ told: Pack.Map.Symbol) -> StoryMap.Symbol? {
    let (site, figure) = (site(told.place), figure(told.figure))
    guard let site, let figure else { return nil }
    return StoryMap.Symbol(site: site, figure: figure)
  }

  private mutating func shade(_ told: Pack.Map.Shade) -> StoryMap.Shade? {
    let figure = figure(told.figure)
    let code = told.country.text
    if ownLog.collect({ try atlas.isNoCountry(code) }) ?? false {
      guard let region = regionShape(told.country), let code = region.code, let figure else { return nil }
      let rings = region.polygons.compactMap(\.rings.first)
      return StoryMap.Shade(
        country: code, name: region.name, figure: figure, level: region.level,
        outline: rings.max { $0.count < $1.count } ?? [])
    }
    guard let name = countryName(told.country), let figure else { return nil }
    if ownLog.collect({ try atlas.hasOutline(told.country.text) }) == false {
      ownLog.error(
        "\(name) (\(told.country.text)) has no outline of its own in the atlas, which draws it as a part of another country",
        at: told.country.location,
        advice: "show its figure as a circle: 'symbols:' with 'place:' and 'figure:'")
      return nil
    }
    return StoryMap.Shade(country: told.country.text, name: name, figure: figure)
  }

  private mutating func border(_ told: Pack.Map.Border) -> StoryMap.Border? {
    let names = told.countries.map { countryName($0) }
    let figure = told.figure.flatMap { self.figure($0) }
    let label = text(told.label)
    note(told.label, .label, with: [told.figure?.text].compactMap(\.self))
    if told.countries[0].text == told.countries[1].text {
      ownLog.error(
        "a boundary lies between two countries, not one", at: told.countries[1].location,
        advice: "name the other one")
      return nil
    }
    let codes = told.countries.map(\.text)
    if names.allSatisfy({ $0 != nil }),
      ownLog.collect({ try atlas.commonBoundary(codes[0], codes[1]) })?.isEmpty == true
    {
      ownLog.error(
        "\(codes[0]) and \(codes[1]) have no common land boundary", at: told.countries[1].location,
        advice: "name two neighbours")
      return nil
    }
    guard names.allSatisfy({ $0 != nil }), told.figure == nil || figure != nil || figures == nil else {
      return nil
    }
    let said =
      figure.map { InlineText([Inline("\($0.label): \($0.words(.full))", .figure([$0.id]))], file: "") }
    guard let words = label ?? said else { return nil }
    return StoryMap.Border(
      first: told.countries[0].text, second: told.countries[1].text, label: words, figure: figure)
  }

  private mutating func event(_ told: Pack.Map.Event) -> StoryMap.Event? {
    let sites = told.places.compactMap { site($0) }
    let label = inline.read(told.label)
    let sources = sources(told.source)
    var period: Period?
    if let date = told.date {
      period = Period(date.text)
      if period == nil {
        ownLog.error(
          "'\(date.text)' is no date or period", at: date.location,
          advice: "write 2018, 2018-05, 2018-01/2018-09 or 2017/2019")
      }
    }
    note(told.label, .label, on: period)
    return StoryMap.Event(sites: sites, label: label, period: period, sources: sources)
  }

  /// The English name of an ISO code.
  private mutating func countryName(_ code: YAMLText) -> String? {
    let found = ownLog.collect { try atlas.countryName(code.text, language: "en") }
    if let name = found ?? nil { return name }
    let mistake = ownLog.collect { try atlas.unknownCountry(code.text, at: code.location) } ?? nil
    if let mistake { ownLog.add(mistake) }
    return nil
  }

  // MARK: Checks

  /// What one scale shows must be counted in one unit, and each place or country once.
  private mutating func checkLayers(_ told: Pack.Map) {
    checkUnits(told.flows.map(\.figure), layer: "flows")
    checkUnits(told.symbols.map(\.figure), layer: "symbols")
    checkUnits(told.shades.map(\.figure), layer: "shade")
    var seen = Set<String>()
    for symbol in told.symbols where !seen.insert(symbol.place.text).inserted {
      ownLog.error(
        "'\(symbol.place.text)' has two circles", at: symbol.place.location,
        advice: "show one figure of a place, the other on a map of its own")
    }
  }

  /// What one place or way shows once could not be seen a second time.
  private mutating func checkSpots(of map: StoryMap, _ told: Pack.Map) {
    if map.symbols.count == told.symbols.count {
      for (index, symbol) in map.symbols.enumerated() {
        guard
          let other = map.symbols[..<index].first(where: {
            $0.site.isSame(as: symbol.site) && $0.site.label != symbol.site.label
          })
        else { continue }
        ownLog.error(
          "'\(symbol.site.label)' is the same place as '\(other.site.label)', which has a circle already",
          at: told.symbols[index].place.location,
          advice: "show one figure of a place, the other on a map of its own")
      }
    }
    guard map.flows.count == told.flows.count else { return }
    for (index, flow) in map.flows.enumerated()
    where map.flows[..<index].contains(where: {
      $0.from.isSame(as: flow.from) && $0.to.isSame(as: flow.to)
    }) {
      ownLog.error(
        "there is a flow from '\(flow.from.label)' to '\(flow.to.label)' already",
        at: told.flows[index].from.location,
        advice: "show one figure of a way, the other on a map of its own")
    }
  }

  private mutating func checkUnits(_ ids: [YAMLText], layer: String) {
    guard let figures else { return }
    let shown = ids.compactMap { id in figures[id.text].map { (id, $0) } }
    guard let first = shown.first else { return }
    if let (id, figure) = shown.first(where: { $0.1.unit != first.1.unit }) {
      ownLog.error(
        "'\(figure.id)' is in \(figure.unit.text) and '\(first.1.id)' in \(first.1.unit.text)",
        at: id.location,
        advice: "\(layer) of one map share a scale: use figures of one unit, or two maps")
    }
  }

  private mutating func extent(_ told: Pack.Map.Extent) -> StoryMap.Extent? {
    switch told {
    case .world: return .world
    case .box(let box): return .box(box)
    case .around(let name, let kilometres):
      return site(name).map { .around($0.place.position, kilometres: kilometres) }
    }
  }

  /// Places must lie within an extent that is fixed.
  private mutating func checkExtent(_ map: StoryMap, _ told: Pack.Map) {
    guard let extent = map.extent else { return }
    for shade in told.shades {
      let outline = ownLog.collect { try atlas.outline(of: shade.country.text) } ?? []
      checkExtent(extent, holds: outline, "'\(shade.country.text)' lies", at: shade.country.location)
    }
    if let border = told.border {
      let codes = border.countries.map(\.text)
      let line = ownLog.collect { try atlas.commonBoundary(codes[0], codes[1]) } ?? []
      checkExtent(
        extent, holds: line, "the boundary of \(codes[0]) and \(codes[1]) lies",
        at: border.countries[0].location)
    }
    var seen = Set<String>()
    for name in told.names where seen.insert(name.text).inserted {
      guard let site = (map.named + map.also).first(where: { $0.label == name.text }),
        let reason = extent.leavesOut(site.place.position)
      else { continue }
      ownLog.error(
        "'\(name.text)' lies outside the map: \(reason)", at: name.location,
        advice: "widen 'extent:', or leave the place out")
    }
  }

  /// Of a country or boundary some of it must be seen.
  private mutating func checkExtent(
    _ extent: StoryMap.Extent, holds outline: [GeoPoint], _ what: String, at location: SourceLocation
  ) {
    guard let first = outline.first, outline.allSatisfy({ extent.leavesOut($0) != nil }),
      let reason = extent.leavesOut(first)
    else { return }
    ownLog.error(
      "\(what) outside the map: \(reason)", at: location, advice: "widen 'extent:', or leave it out")
  }

  /// The countries and the boundary that it tells about.
  private mutating func frame(_ map: inout StoryMap) {
    // Of regions their country is seen.
    var seen = Set<String>()
    let codes = map.shades.map { String($0.country.prefix(2)) }.filter { seen.insert($0).inserted }
    map.outlines = outlines(of: codes)
    for shade in map.shades where !shade.outline.isEmpty {
      map.outlines.append(CountryOutline(country: shade.country, points: shade.outline))
    }
    // Where few are shown, each is seen as a whole.
    if codes.count >= 8 {
      for index in map.outlines.indices {
        let code = map.outlines[index].country
        map.outlines[index].capital = (ownLog.collect { try atlas.capital(of: code) } ?? nil)?.position
      }
    }
    guard let border = map.border else { return }
    map.line = ownLog.collect { try atlas.commonBoundary(border.first, border.second) } ?? []
    map.neighbours = outlines(of: [border.first, border.second])
  }

  private mutating func outlines(of codes: [String]) -> [CountryOutline] {
    codes.isEmpty ? [] : ownLog.collect { try atlas.outlines(of: codes) } ?? []
  }

  // MARK: The overview

  /// The overview's map: its own places, or all that the questions' maps name.
  mutating func overviewMap(questions: [QuestionStory]) -> Exhibit? {
    guard let told = pack.overview.map, case .map(let asked) = told.content else { return nil }
    if !asked.isEmpty { return exhibit(told) }
    for text in [told.title, told.subtitle, told.note] { self.note(text, .label) }
    let (title, subtitle, note) = (text(told.title), text(told.subtitle), text(told.note))
    var map = storyMap(asked, at: told.location)
    for case .map(let other) in questions.flatMap(\.exhibits).map(\.content) {
      // A locator shows towns; a region's name would stand among those of its own.
      for site in other.named where !site.isRegion { map.named.join(site) }
    }
    map.also.removeAll { isAmong(map.named, $0) }
    if map.named.isEmpty && map.also.isEmpty { return nil }
    return Exhibit(
      title: title, subtitle: subtitle, note: note, content: .map(map), sources: [], location: told.location)
  }
}

extension StoryMap {
  /// The places that its layers name.
  fileprivate var mentioned: [Site] {
    routes.flatMap(\.stops) + flows.flatMap { [$0.from, $0.to] } + symbols.map(\.site)
      + events.flatMap(\.sites)
  }
}

extension StoryMap.Extent {
  /// Why a place is not shown; `nil` where it is.
  fileprivate func leavesOut(_ place: GeoPoint) -> String? {
    switch self {
    case .world: return nil
    case .box(let box):
      let width = box.east - box.west + (box.east < box.west ? 360 : 0)
      let east = (place.longitude - box.west).truncatingRemainder(dividingBy: 360)
      let isAcross = (east < 0 ? east + 360 : east) <= width
      if place.latitude > box.north { return "it lies north of it" }
      if place.latitude < box.south { return "it lies south of it" }
      return isAcross ? nil : "it lies east or west of it"
    case .around(let center, let limit):
      let distance = center.kilometres(to: place)
      return distance <= limit * 1.003 ? nil : "it lies \(Int(distance.rounded())) km from its middle"
    }
  }
}
