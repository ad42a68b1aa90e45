import Atlas
import Diagnostics
import Evidence
import Graphics
import MapGrammar
import YAMLReading

extension StoryComposer {
  /// The map and what its figures and events stand on.
  mutating func content(of told: Pack.Map, at location: SourceLocation) -> (Exhibit.Content, [Source])? {
    if told.listsNothing, told.isEmpty, told.also.isEmpty {
      ownLog.warning(
        "this map's list of places is empty", at: location,
        advice: "list them, or write 'places: auto' for the towns that the answer names")
    }
    let map = description(of: told, at: location)
    if map.sites.isEmpty && map.extent == nil && !map.isFramed { return nil }
    return (.map(map), sources(of: map))
  }

  private func sources(of map: MapDescription) -> [Source] {
    var seen = Set<Source>()
    return (map.figures.flatMap(\.sources) + map.events.flatMap(\.sources)).filter {
      seen.insert($0).inserted
    }
  }

  private mutating func description(of told: Pack.Map, at location: SourceLocation) -> MapDescription {
    // Names are looked up in what the map shows.
    extentInHand = nil
    extentInHand = told.extent.flatMap { extent($0) }
    defer { extentInHand = nil }
    var named = told.findsPlaces ? sitesOfAnswer(told, at: location) : listedSites(told.places)
    var also: [Site] = []
    warnOfRepeated(told)
    for site in told.also.compactMap({ site($0) }) {
      if named.holds(site) { named.join(site) } else { also.join(site) }
    }
    let layers = layers(of: told)
    for site in layers.sites {
      if also.holds(site) { also.join(site) } else { named.join(site) }
    }
    var map = MapDescription(sites: [], tinted: pack.countries, language: pack.language)
    lay(layers, on: &map)
    map.sites = settled(named, with: layers) + settled(also, isNamed: false, with: layers)
    map.countryNames = ownCountryNames
    map.projection = told.projection
    (map.showsGraticule, map.showsRegions) = (told.showsGraticule, told.showsRegions)
    map.showsRelief = told.showsRelief
    (map.allowsInsets, map.labels) = (told.allowsInsets, told.labels ?? .all)
    map.extent = extentInHand
    if case .lands(let names) = told.extent {
      map.extentCountries = names.map(\.text).filter { $0.count == 2 }
    }
    checkExtent(map, told)
    if map.extent == nil { frame(&map, around: layers.shades) }
    warnOfWhatTheAtlasLacks(map, at: location)
    return map
  }

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

  /// Figures into values that are drawn and said, and what the legend says of them.
  private mutating func lay(_ layers: ToldLayers, on map: inout MapDescription) {
    let flows = layers.flows.map(\.figure)
    let symbols = layers.symbols.map(\.figure)
    let shades = layers.shades.map(\.figure)
    map.figures =
      flows + symbols + shades + ([layers.border?.figure] + layers.zones.map(\.figure)).compactMap(\.self)
    map.routes = layers.routes.map(\.route)
    map.flows = layers.flows.map {
      .init(from: $0.from.position, to: $0.to.position, value: value($0.figure, among: flows))
    }
    map.chooseCircles(for: symbols)
    for shade in layers.shades {
      map.shades.append(
        .init(
          country: shade.country, name: nameOnMap(shade.country) ?? shade.name,
          value: value(shade.figure, among: shades)))
    }
    map.classify(shades)
    map.border = layers.border?.line
    map.zones = layers.zones.map(\.zone)
    map.events = layers.events.map(\.event)
  }

  private func value(_ figure: Figure, among others: [Figure]) -> MapDescription.Value {
    .init(figure, among: others, language: pack.language)
  }

  /// Sites as they are drawn, with what the layers show of them.
  private mutating func settled(
    _ sites: [Site], isNamed: Bool = true, with layers: ToldLayers = ToldLayers()
  ) -> [Site] {
    sites.map { site in
      var site = site
      site.isNamed = isNamed
      site.caption = ([site.label] + site.besides).joined(separator: comma(language: pack.language))
      site.countryName = nameOnMap(site.place.country) ?? ""
      site.numbers = layers.events.filter { $0.sites.holds(site) }.map(\.event.number)
      let symbol = layers.symbols.first { $0.site.isSame(as: site) }
      site.symbol = symbol.map { value($0.figure, among: layers.symbols.map(\.figure)) }
      return site
    }
  }

  /// What the pack calls countries, by their codes.
  private var ownCountryNames: [String: String] {
    Dictionary(
      pack.countryNames.map { ($0.code.text, $0.name.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// A country's name as the pack says it, else in its language; `nil` where the atlas has none.
  mutating func nameOnMap(_ code: String) -> String? {
    if let own = ownCountryNames[code] { return own }
    // "en-GB" is "en" to the atlas.
    let plain = String(pack.language.prefix { $0 != "-" })
    let name = ownLog.collect {
      try atlas.countryName(code, language: plain) ?? atlas.countryName(code, language: "en")
    }
    return name ?? nil
  }

  // MARK: The overview

  /// The overview's map: its own places, or all that the questions' maps name.
  mutating func overviewMap(questions: [QuestionStory]) -> Exhibit? {
    guard let told = pack.overview.map, case .map(let asked) = told.content else { return nil }
    if !asked.isEmpty { return exhibit(told) }
    for text in [told.title, told.subtitle, told.note] { self.note(text, .label) }
    let (title, subtitle, note) = (text(told.title), text(told.subtitle), text(told.note))
    var map = description(of: asked, at: told.location)
    var named = map.named
    for case .map(let other) in questions.flatMap(\.exhibits).map(\.content) {
      // A locator shows towns; a region's name would stand among those of its own.
      for site in other.named where !site.isRegion { named.join(site) }
    }
    let also = map.also.filter { !named.holds($0) }
    map.sites = settled(named) + settled(also, isNamed: false)
    if map.sites.isEmpty { return nil }
    var exhibit = Exhibit(
      title: title, subtitle: subtitle, note: note, content: .map(map), sources: [], location: told.location)
    exhibit.notes = notes(told.notes, with: [])
    return exhibit
  }
}
