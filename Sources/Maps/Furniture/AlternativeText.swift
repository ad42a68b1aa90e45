import Atlas
import Foundation
import MapGrammar

extension MapDescription {
  /// What a screen reader says instead of the map, made from its data: which places, in which countries, how they lie to
  /// each other, what is around them, and all that is told of them and of countries, with its values.
  ///
  /// - Parameters:
  ///   - title: what stands over the map.
  ///   - sight: what was drawn beside its data.
  /// - Returns: sentences.
  public func alternativeText(title: String? = nil, _ sight: MapSight = MapSight()) -> String {
    let far = farSites
    let near = sites.indices.filter { !far.contains($0) }.map { sites[$0] }
    let named = near.filter(\.isNamed)
    let others = near.filter { !$0.isNamed }
    var sentences = [title.flatMap(sentence)].compactMap(\.self)
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
    if sites.isEmpty, let subject { sentences.append("Map of \(subject).") }
    sentences += directions(of: named + others)
    if sites.count > 2, let (a, b, metres) = farthest, metres >= 1000 {
      sentences.append("\(a.caption) and \(b.caption) are farthest apart: \(kilometres(metres)).")
    }
    sentences += around(sight)
    for route in routes where route.stops.count > 1 {
      let stops = route.stops.map(name)
      let name = route.label.map { " (\($0))" } ?? ""
      sentences.append(
        "A route\(name) leads from \(stops.joined(separator: " to ")): \(kilometres(route.metres)).")
    }
    sentences += zones.map(words(of:))
    sentences += [
      told(
        "Arrows as wide as their values",
        flows.map { "\(name($0.from)) to \(name($0.to)) \(words(of: $0.value))" }),
      told(
        "Circles as large as their values",
        sites.compactMap { site in site.symbol.map { "\(site.caption) \(words(of: $0))" } }),
      told(
        "\(shades.contains(where: \.isRegion) ? "Regions" : "Countries") in the shade of their values",
        shades.map { "\($0.name) \(words(of: $0.value))" }),
      cutOff,
      border.map { "\($0.words) is marked: \($0.label)." },
      told("Numbered events", events.map { "\($0.number) \(words(of: $0))\(places(of: $0))" }),
    ].compactMap { $0 }
    // "Falkland Is." ends with a full stop already.
    let text = sentences.map { $0.hasSuffix("..") ? String($0.dropLast()) : $0 }.joined(separator: " ")
    return text.isEmpty ? "Map." : text
  }

  /// "Two lies 110 km south of One, Three 20 km east of Two.": each beside the nearest that was named before it. Of very
  /// many places what lies on which side.
  private func directions(of sites: [Site]) -> [String] {
    if sites.count > Self.mostDirections { return sides(of: sites) }
    let lying: [(label: String, place: String)] = sites.indices.dropFirst().compactMap { index in
      let site = sites[index]
      let distances = sites[..<index].map { Geodesic.distance(from: $0.position, to: site.position) }
      guard let nearest = distances.indices.min(by: { distances[$0] < distances[$1] }),
        distances[nearest] >= 1000
      else { return nil }
      let other = sites[nearest]
      let wind = compassWord(from: other.position, to: site.position)
      return (site.caption, "\(kilometres(distances[nearest])) \(wind) of \(other.caption)")
    }
    let parts = lying.enumerated().map { "\($1.label)\($0 == 0 ? " lies" : "") \($1.place)" }
    return parts.isEmpty ? [] : [parts.joined(separator: ", ") + "."]
  }

  private static let mostDirections = 14

  private func sides(of sites: [Site]) -> [String] {
    let middle = mean(of: sites.map(\.position))
    let labels = Dictionary(grouping: sites) { compassWord(from: middle, to: $0.position) }
    let sides = winds.compactMap { wind in
      labels[wind].map { "in the \(wind) \(list($0.map(\.caption)))" }
    }
    return ["From the middle of these: \(sides.joined(separator: "; "))."]
  }

  /// The countries around, and the small maps.
  private func around(_ sight: MapSight) -> [String] {
    var sentences: [String] = []
    if !sight.neighbours.isEmpty {
      let neighbours = sight.neighbours.map { neighbour in
        neighbour.name + (neighbour.wind.map { " in the \($0)" } ?? "")
      }
      sentences.append("Also on the map: \(list(neighbours)).")
    }
    if !sight.magnified.isEmpty {
      sentences.append("A small map in a corner shows \(list(sight.magnified)) enlarged.")
    }
    if sight.hasLocator { sentences.append("A small map in a corner shows where in the world this lies.") }
    return sentences
  }

  /// "A corridor 100 km wide leads along One, Two and Three: Label."
  private func words(of zone: Zone) -> String {
    let stops = list(zone.stops.map(name))
    switch zone.form {
    case .corridor(let width):
      let wide = width.map { " \(roundedKilometres($0 * 1000)) km wide" } ?? ""
      return "A corridor\(wide) leads along \(stops): \(zone.label)."
    case .area(let radius):
      return "An area of \(roundedKilometres(radius * 1000)) km around \(stops) is marked: \(zone.label)."
    }
  }

  /// With a full stop where it has no mark at its end.
  private func sentence(_ title: String) -> String? {
    guard let last = title.last else { return nil }
    return title + (".!?…".contains(last) ? "" : ".")
  }

  /// "Not all of Russia is shown."
  private var cutOff: String? {
    let codes = framed.cut
    let names = shades.filter { codes.contains($0.country) }.map(\.name)
    return names.isEmpty ? nil : "Not all of \(list(names)) is shown."
  }

  /// "Circles as large as their values: One 3 t; Another 5 t."
  private func told(_ what: String, _ values: [String]) -> String? {
    values.isEmpty ? nil : "\(what): \(values.joined(separator: "; "))."
  }

  /// " (One and Another)"; nothing where the event has no place on the map.
  private func places(of event: Event) -> String {
    let labels = sites.filter { $0.numbers.contains(event.number) }.map(\.caption)
    return labels.isEmpty ? "" : " (\(list(labels)))"
  }

  /// What a map without places shows.
  private var subject: String? {
    if let extent { return words(of: extent) }
    if !shades.isEmpty { return list(shades.map(\.name)) }
    return border.flatMap { $0.names.isEmpty ? nil : list($0.names) }
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
    case .lands(let names, _): return list(names)
    case .around(let center, let kilometres):
      return "the area within \(roundedKilometres(kilometres * 1000)) km of \(north(center.latitude)), "
        + east(center.longitude)
    }
  }

  private func name(_ stop: GeoPoint) -> String {
    sites.first { $0.position == stop }?.caption ?? "an unnamed place"
  }

  /// "One and Another in Somewhere", a country each, in the order in which they first come.
  private func grouped(_ sites: [Site]) -> [String] {
    var countries: [String] = []
    for site in sites where !countries.contains(site.countryName) { countries.append(site.countryName) }
    return countries.flatMap { country in
      let labels = sites.filter { $0.countryName == country }.map(\.caption)
      return country.isEmpty ? labels : ["\(list(labels)) in \(country)"]
    }
  }

  /// Only pairs about as far apart on a sphere as any are measured on the ellipsoid: there no way differs from the
  /// sphere's by more than 0.6%.
  private var farthest: (Site, Site, Double)? {
    let points = sites.map { direction(of: $0.position) }
    let least = 2 * sin(0.985 * asin(min(1, points.span / 2)))
    var result: (Site, Site, Double)?
    for (index, a) in sites.enumerated() {
      for other in (index + 1)..<max(index + 1, sites.count)
      where chord(points[index], points[other]) >= least {
        let b = sites[other]
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

extension MapDescription.Border {
  fileprivate var words: String {
    names.count == 2 ? "The boundary between \(names[0]) and \(names[1])" : "The boundary"
  }
}
