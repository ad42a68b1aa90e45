import Atlas
import Diagnostics
import Evidence
import Foundation
import MapGrammar
import YAMLReading

/// What the layers of a map tell, with the sites that they name, before its scales are known.
struct ToldLayers {
  var routes: [(route: MapDescription.Route, stops: [Site])] = []
  var flows: [(from: Site, to: Site, figure: Figure)] = []
  var symbols: [(site: Site, figure: Figure)] = []
  var shades: [ShadedArea] = []
  var border: (line: MapDescription.Border, figure: Figure?)?
  var zones: [(zone: MapDescription.Zone, stops: [Site], figure: Figure?)] = []
  var events: [(event: MapDescription.Event, sites: [Site])] = []

  /// The places that they name.
  var sites: [Site] {
    routes.flatMap(\.stops) + flows.flatMap { [$0.from, $0.to] } + symbols.map(\.site)
      + zones.flatMap(\.stops) + events.flatMap(\.sites)
  }
}

extension StoryComposer {
  mutating func layers(of told: Pack.Map) -> ToldLayers {
    var layers = ToldLayers()
    layers.routes = told.routes.compactMap { route($0) }
    layers.flows = told.flows.compactMap { flow($0) }
    layers.symbols = told.symbols.compactMap { symbol($0) }
    layers.shades = told.shades.compactMap { shade($0) }
    checkRegions(told, layers.shades)
    layers.border = told.border.flatMap { border($0) }
    layers.zones = told.zones.compactMap { zone($0) }
    checkZones(told)
    for event in told.events { layers.events.append(self.event(event, number: layers.events.count + 1)) }
    checkLayers(told)
    checkSpots(of: layers, told)
    return layers
  }

  private mutating func route(_ told: Pack.Map.Route) -> (MapDescription.Route, [Site])? {
    let stops = told.stops.compactMap { site($0) }
    let label = text(told.label)
    note(told.label, .label)
    guard stops.count == told.stops.count else { return nil }
    for (index, name) in told.stops.enumerated().dropFirst()
    where stops[index].position == stops[index - 1].position {
      ownLog.error(
        "the route stays at '\(name.text)'", at: name.location, advice: "name each stop once in a row")
      return nil
    }
    let route = MapDescription.Route(
      stops: stops.map(\.position), label: label?.text, figures: label?.figures ?? [])
    return (route, stops)
  }

  private mutating func flow(_ told: Pack.Map.Flow) -> (Site, Site, Figure)? {
    let (from, to, figure) = (site(told.from), site(told.to), figure(told.figure))
    guard let from, let to, let figure else { return nil }
    if from.position == to.position {
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
    return (from, to, figure)
  }

  private mutating func symbol(_ told: Pack.Map.Symbol) -> (Site, Figure)? {
    let (site, figure) = (site(told.place), figure(told.figure))
    guard let site, let figure else { return nil }
    return (site, figure)
  }

  private mutating func shade(_ told: Pack.Map.Shade) -> ShadedArea? {
    let figure = figure(told.figure)
    let code = told.country.text
    if ownLog.collect({ try atlas.isNoCountry(code) }) ?? false {
      guard let region = regionShape(told.country), let code = region.code, let figure else { return nil }
      return ShadedArea(country: code, name: region.name, figure: figure, region: region)
    }
    guard let name = countryName(told.country), let figure else { return nil }
    if ownLog.collect({ try atlas.hasOutline(code) }) == false {
      ownLog.error(
        "\(name) (\(code)) has no outline of its own in the atlas, which draws it as a part of another country",
        at: told.country.location,
        advice: "show its figure as a circle: 'symbols:' with 'place:' and 'figure:'")
      return nil
    }
    return ShadedArea(country: code, name: name, figure: figure)
  }

  private mutating func border(_ told: Pack.Map.Border) -> (MapDescription.Border, Figure?)? {
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
    let line = MapDescription.Border(
      between: codes[0], and: codes[1], label: words.text, names: codes.compactMap { nameOnMap($0) },
      figures: words.figures)
    return (line, figure)
  }

  private mutating func event(_ told: Pack.Map.Event, number: Int) -> (MapDescription.Event, [Site]) {
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
    let event = MapDescription.Event(
      number: number, label: label.text, period: period, sources: sources, figures: label.figures)
    return (event, sites)
  }

  /// The English name of an ISO code.
  mutating func countryName(_ code: YAMLText) -> String? {
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
  private mutating func checkSpots(of layers: ToldLayers, _ told: Pack.Map) {
    if layers.symbols.count == told.symbols.count {
      for (index, symbol) in layers.symbols.enumerated() {
        guard
          let other = layers.symbols[..<index].first(where: {
            $0.site.isSame(as: symbol.site) && $0.site.label != symbol.site.label
          })
        else { continue }
        ownLog.error(
          "'\(symbol.site.label)' is the same place as '\(other.site.label)', which has a circle already",
          at: told.symbols[index].place.location,
          advice: "show one figure of a place, the other on a map of its own")
      }
    }
    guard layers.flows.count == told.flows.count else { return }
    for (index, flow) in layers.flows.enumerated()
    where layers.flows[..<index].contains(where: {
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
}
