import Diagnostics

extension StoryComposer {
  mutating func content(of map: Pack.Map, at location: SourceLocation) -> Exhibit.Content? {
    let told = map.places.compactMap { site($0) }
    let named = map.findsPlaces ? sitesOfAnswer(map, at: location) : told
    let also = map.also.compactMap { site($0) }.filter { other in
      !named.contains { $0.label == other.label }
    }
    return named.isEmpty && also.isEmpty ? nil : .map(named: named, also: also)
  }

  /// The overview's map: its own places, or all that the questions' maps name.
  mutating func overviewMap(questions: [QuestionStory]) -> Exhibit? {
    guard let told = pack.overview.map else { return nil }
    if case .map(let map) = told.content, !map.places.isEmpty || map.findsPlaces { return exhibit(told) }
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
