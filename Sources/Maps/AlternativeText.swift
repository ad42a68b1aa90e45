import Atlas

extension MapDescription {
  /// What a screen reader says instead of the map, made from its data: which places, in which countries, how far
  /// apart, and the routes.
  public var alternativeText: String {
    let far = farSites
    let near = sites.indices.filter { !far.contains($0) }.map { sites[$0] }
    let named = near.filter(\.isNamed)
    let others = near.filter { !$0.isNamed }
    var sentences: [String] = []
    if !named.isEmpty { sentences.append("Map of \(list(grouped(named))).") }
    if !others.isEmpty {
      let places = list(grouped(others))
      sentences.append(named.isEmpty ? "Map of \(places)." : "For orientation also \(places).")
    }
    if !far.isEmpty {
      let middle = mean(of: near.map(\.position))
      let beyond = far.sorted().map { index in
        "\(list(grouped([sites[index]]))) in the \(compassWord(from: middle, to: sites[index].position))"
      }
      let arrows = far.count == 1 ? "An arrow at its edge points" : "Arrows at its edge point"
      sentences.append("\(arrows) to \(list(beyond)).")
    }
    if sites.isEmpty, let extent { sentences.append("Map of \(words(of: extent)).") }
    if let (a, b, metres) = farthest, metres >= 1000 {
      sentences.append("\(a.label) and \(b.label) are farthest apart: \(kilometres(metres)).")
    }
    for route in routes where route.stops.count > 1 {
      let stops = route.stops.map(name)
      let name = route.label.map { " (\($0))" } ?? ""
      sentences.append(
        "A route\(name) leads from \(stops.joined(separator: " to ")): \(kilometres(route.metres)).")
    }
    for flow in flows {
      sentences.append("From \(name(flow.from)) to \(name(flow.to)): \(flow.value.text).")
    }
    for site in sites {
      if let symbol = site.symbol { sentences.append("\(site.label): \(symbol.text).") }
    }
    for shade in shades { sentences.append("\(shade.name): \(shade.value.text).") }
    if let border { sentences.append("The boundary is marked: \(border.label).") }
    if !events.isEmpty {
      sentences.append(
        "Numbered events: " + events.map { "\($0.number) \($0.text)" }.joined(separator: "; ") + ".")
    }
    return sentences.isEmpty ? "Map." : sentences.joined(separator: " ")
  }

  /// "the world", "the area within 300 km of 38.7° N, 9.1° W".
  private func words(of extent: Extent) -> String {
    func degrees(_ value: Double, _ plus: String, _ minus: String) -> String {
      let tenths = Int((abs(value) * 10).rounded())
      let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
      return number + "°" + (tenths == 0 ? "" : value < 0 ? " " + minus : " " + plus)
    }
    func north(_ value: Double) -> String { degrees(value, "N", "S") }
    func east(_ value: Double) -> String { degrees(value, "E", "W") }
    switch extent {
    case .world: return "the world"
    case .box(let box):
      return "the area from \(north(box.south)) to \(north(box.north)) and from \(east(box.west)) to "
        + east(box.east)
    case .around(let center, let kilometres):
      return "the area within \(roundedKilometres(kilometres * 1000)) km of \(north(center.latitude)), "
        + east(center.longitude)
    }
  }

  private func name(_ stop: GeoPoint) -> String {
    sites.first { $0.position == stop }?.label ?? "an unnamed place"
  }

  /// "One and Another in Somewhere", a country each, in the order in which they first come.
  private func grouped(_ sites: [Site]) -> [String] {
    var countries: [String] = []
    for site in sites where !countries.contains(site.country) { countries.append(site.country) }
    return countries.flatMap { country in
      let labels = sites.filter { $0.country == country }.map(\.label)
      return country.isEmpty ? labels : ["\(list(labels)) in \(country)"]
    }
  }

  private var farthest: (Site, Site, Double)? {
    var result: (Site, Site, Double)?
    for (index, a) in sites.enumerated() {
      for b in sites.dropFirst(index + 1) {
        let metres = Geodesic.distance(from: a.position, to: b.position)
        if metres > result?.2 ?? -1 { result = (a, b, metres) }
      }
    }
    return result
  }

  private func kilometres(_ metres: Double) -> String { "about \(roundedKilometres(metres)) km" }

  private func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
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
