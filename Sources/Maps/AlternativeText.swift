import Atlas

extension MapDescription {
  /// What a screen reader says instead of the map, made from its data: which places, in which countries, how far
  /// apart, and the routes.
  public var alternativeText: String {
    let named = sites.filter(\.isNamed)
    let others = sites.filter { !$0.isNamed }
    var sentences: [String] = []
    if !named.isEmpty { sentences.append("Map of \(list(grouped(named))).") }
    if !others.isEmpty {
      let places = list(grouped(others))
      sentences.append(named.isEmpty ? "Map of \(places)." : "For orientation also \(places).")
    }
    if let (a, b, metres) = farthest, metres >= 1000 {
      sentences.append("\(a.label) and \(b.label) are farthest apart: \(kilometres(metres)).")
    }
    for route in routes where route.stops.count > 1 {
      let metres = zip(route.stops, route.stops.dropFirst()).reduce(0) {
        $0 + Geodesic.distance(from: $1.0, to: $1.1)
      }
      let stops = route.stops.map { stop in sites.first { $0.position == stop }?.label ?? "an unnamed place" }
      sentences.append("A route leads from \(stops.joined(separator: " to ")): \(kilometres(metres)).")
    }
    return sentences.joined(separator: " ")
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

  private func kilometres(_ metres: Double) -> String {
    let value = metres / 1000
    // Two figures that count are as much as a map tells.
    let step = value < 100 ? 1.0 : 10
    return "about \(Int((value / step).rounded() * step)) km"
  }

  private func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
