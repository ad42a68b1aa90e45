import Atlas
import MapGrammar
import YAMLReading

extension Pack {
  /// With places "auto", and where nothing says what it shows, the map shows the towns that the answer names.
  static func map(_ mapping: YAMLMapping) -> Map {
    var map = readMap(mapping)
    let layers = [
      "routes", "flows", "symbols", "shade", "boundary", "corridors", "areas", "events", "extent",
    ]
    if mapping["places"] == nil { map.findsPlaces = !layers.contains { mapping[$0] != nil } }
    return map
  }

  private static func isAuto(_ node: YAMLNode) -> Bool {
    !node.isSequence && !node.isMapping && !node.isEmpty && node.text()?.text == "auto"
  }

  /// The overview's map; without places it shows those of the questions' maps, with "auto" all that the answers name.
  static func overviewMap(_ node: YAMLNode) -> Exhibit? {
    guard let mapping = node.mapping(keys: PackKeys.overviewMap + PackKeys.map) else { return nil }
    return exhibit(.map(readMap(mapping)), mapping, at: node.location)
  }

  private static func readMap(_ mapping: YAMLMapping) -> Map {
    let isAuto = mapping["places"].map(isAuto) ?? false
    var map = Map(
      places: isAuto ? [] : mapping["places"]?.strings() ?? [], also: mapping["also"]?.strings() ?? [],
      findsPlaces: isAuto, notes: readsFootnotes(mapping))
    map.listsNothing = mapping["places"]?.isSequence == true && map.places.isEmpty
    map.routes = each(mapping["routes"], route)
    map.flows = each(mapping["flows"], flow)
    map.symbols = each(mapping["symbols"], symbol)
    map.shades = mapping["shade"].map(shades) ?? []
    map.border = mapping["boundary"].flatMap(border)
    map.zones = zones(mapping)
    map.events = each(mapping["events"], mapEvent)
    map.extent = mapping["extent"].flatMap(extent)
    map.projection = mapping["projection"]?.choice(of: MapDescription.ProjectionChoice.self)
    map.showsGraticule = mapping["graticule"]?.flag() ?? false
    map.showsRegions = mapping["regions"]?.flag() ?? false
    map.showsRelief = mapping["relief"]?.flag()
    map.allowsInsets = mapping["insets"]?.flag() ?? true
    map.labels = mapping["labels"]?.choice(of: MapDescription.Labels.self)
    return map
  }

  /// `notes: true` said so before there were notes for who speaks.
  private static func readsFootnotes(_ mapping: YAMLMapping) -> Bool {
    let old = mapping["notes"].flatMap { $0.isFlag ? $0.flag() : nil }
    return mapping["footnotes"]?.flag() ?? old ?? false
  }

  private static func each<Value>(_ node: YAMLNode?, _ read: (YAMLNode) -> Value?) -> [Value] {
    (node?.sequence() ?? []).compactMap(read)
  }

  /// A list of places, or `{ places: […], label: … }`.
  private static func route(_ node: YAMLNode) -> Map.Route? {
    var (list, label): (YAMLNode?, YAMLNode?) = (node, nil)
    if node.isMapping {
      guard let mapping = node.mapping(keys: PackKeys.route) else { return nil }
      (list, label) = (mapping.required("places"), mapping["label"])
    }
    guard let stops = list?.strings() else { return nil }
    if stops.count < 2 {
      node.error("a route leads from one place to another", advice: "name two places or more, in their order")
      return nil
    }
    return Map.Route(location: node.location, stops: stops, label: label?.text())
  }

  private static func flow(_ node: YAMLNode) -> Map.Flow? {
    guard let mapping = node.mapping(keys: PackKeys.mapFlow) else { return nil }
    let (from, to) = (mapping.required("from")?.text(), mapping.required("to")?.text())
    let figure = mapping.required("figure")?.text()
    guard let from, let to, let figure else { return nil }
    return Map.Flow(from: from, to: to, figure: figure)
  }

  private static func symbol(_ node: YAMLNode) -> Map.Symbol? {
    guard let mapping = node.mapping(keys: PackKeys.symbol) else { return nil }
    let (place, figure) = (mapping.required("place")?.text(), mapping.required("figure")?.text())
    guard let place, let figure else { return nil }
    return Map.Symbol(place: place, figure: figure)
  }

  /// Country codes and figures.
  private static func shades(_ node: YAMLNode) -> [Map.Shade] {
    guard let mapping = node.anyMapping() else { return [] }
    if mapping.entries.isEmpty { node.error("no country is named here", advice: "write 'FR: figure-id'") }
    return mapping.entries.compactMap { key, value in
      value.text().map { Map.Shade(country: key, figure: $0) }
    }
  }

  private static func border(_ node: YAMLNode) -> Map.Border? {
    guard let mapping = node.mapping(keys: PackKeys.boundary),
      let countries = mapping.required("between")?.strings()
    else { return nil }
    if countries.count != 2 {
      node.error("a boundary lies between two countries", advice: "write 'between: [FR, ES]'")
      return nil
    }
    let (figure, label) = (mapping["figure"]?.text(), mapping["label"]?.text())
    if figure == nil, label == nil {
      node.error("nothing is said of this boundary", advice: "add 'figure: …' or 'label: …'")
    }
    return Map.Border(location: node.location, countries: countries, figure: figure, label: label)
  }

  private static func mapEvent(_ node: YAMLNode) -> Map.Event? {
    guard let mapping = node.mapping(keys: PackKeys.mapEvent) else { return nil }
    let (places, label) = (mapping.required("place")?.strings(), mapping.required("label")?.text())
    guard let places, let label else { return nil }
    if places.isEmpty { node.error("no place is named here", advice: "write 'place: A town'") }
    return Map.Event(
      places: places, label: label, date: mapping["date"]?.text(), source: mapping["source"]?.text())
  }

  /// `world`, a list of countries and regions, `{ around: place, km: 200 }` or the four sides in degrees.
  private static func extent(_ node: YAMLNode) -> Map.Extent? {
    let advice =
      "write 'world', '{ around: A place, km: 200 }', '{ west: 5, south: 45, east: 11, north: 48 }', or countries: '[FR, ES]'"
    if node.isSequence {
      guard let names = node.strings() else { return nil }
      if names.isEmpty { node.error("no country is named here", advice: advice) }
      return names.isEmpty ? nil : .lands(names)
    }
    guard node.isMapping else {
      guard let text = node.text() else { return nil }
      if text.text == "world" { return .world }
      node.error("'\(text.text)' is no extent", advice: advice)
      return nil
    }
    guard let mapping = node.mapping(keys: PackKeys.extent) else {
      return nil
    }
    if let around = mapping["around"]?.text() {
      guard let node = mapping.required("km"), let kilometres = node.number() else { return nil }
      guard kilometres >= 1, kilometres <= 9000 else {
        node.error("a map shows 1 to 9000 km around a place", advice: "write such a distance")
        return nil
      }
      return .around(around, kilometres: kilometres)
    }
    return box(mapping).map(Map.Extent.box)
  }

  private static func box(_ mapping: YAMLMapping) -> GeoBox? {
    func degrees(_ key: String, within limit: Double) -> Double? {
      guard let node = mapping.required(key), let value = node.number() else { return nil }
      if abs(value) <= limit { return value }
      node.error(
        "\(key) is no angle between −\(Int(limit)) and \(Int(limit)) degrees",
        advice: "write degrees with a decimal point, such as 41.3")
      return nil
    }
    let (west, east) = (degrees("west", within: 180), degrees("east", within: 180))
    let (south, north) = (degrees("south", within: 90), degrees("north", within: 90))
    guard let west, let east, let south, let north else { return nil }
    if south >= north {
      mapping["south"]?.error("south is not south of north", advice: "exchange the two")
      return nil
    }
    if west == east {
      mapping["west"]?.error("west and east are the same", advice: "name the two sides of the map")
      return nil
    }
    return GeoBox(west: west, south: south, east: east, north: north)
  }
}
