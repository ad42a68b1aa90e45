import Atlas
import Diagnostics
import YAMLReading

extension StoryComposer {
  mutating func content(of map: Pack.Map) -> Exhibit.Content? {
    let named = map.places.compactMap { site($0) }
    let also = map.also.compactMap { site($0) }.filter { other in
      !named.contains { $0.label == other.label }
    }
    return named.isEmpty && also.isEmpty ? nil : .map(named: named, also: also)
  }

  private mutating func site(_ name: YAMLText) -> Site? {
    if let own = folder.places.places[name.text] { return Site(label: name.text, place: own) }
    let found = ownLog.collect { try atlas.places(named: name.text, countries: pack.countries) }
    guard let found else { return nil }
    if let best = found.first {
      warnOfNamesakes(found, chosen: best, name)
      return Site(label: name.text, place: best)
    }
    let near = ownLog.collect { try atlas.placeNames(near: name.text, countries: pack.countries) } ?? []
    let hint = near.isEmpty ? "" : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? "
    ownLog.error(
      "no place is called '\(name.text)'", at: name.location,
      advice: hint + "A place of your own goes into places.csv: name,country,latitude,longitude")
    return nil
  }

  /// A town outside the pack's countries may be another one of that name: one of at least a quarter of its people.
  private mutating func warnOfNamesakes(_ found: [Place], chosen: Place, _ name: YAMLText) {
    if pack.countries.contains(chosen.country) { return }
    let others = found.dropFirst().filter { other in
      other.country != chosen.country && other.name == chosen.name
        && other.population * 4 >= chosen.population
    }
    if others.isEmpty { return }
    let countries = others.prefix(4).map(\.country).joined(separator: ", ")
    ownLog.warning(
      "'\(name.text)' is taken for the one in \(chosen.country); there are others in \(countries)",
      at: name.location,
      advice: "name the pack's countries under 'countries:', or write the place you mean into places.csv")
  }

  /// The overview's map: its own places, or all that the questions' maps name.
  mutating func overviewMap(questions: [QuestionStory]) -> Exhibit? {
    guard let told = pack.overview.map else { return nil }
    if case .map(let map) = told.content, !map.places.isEmpty { return exhibit(told) }
    var sites: [Site] = []
    for case .map(let named, _) in questions.flatMap(\.exhibits).map(\.content) {
      for site in named where !sites.contains(where: { $0.label == site.label }) { sites.append(site) }
    }
    if sites.isEmpty { return nil }
    return Exhibit(
      title: text(told.title), subtitle: text(told.subtitle), note: text(told.note),
      content: .map(named: sites, also: []), sources: [], location: told.location)
  }
}
