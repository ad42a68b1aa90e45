import Evidence

extension StoryComposer {
  mutating func exhibit(_ told: Pack.Exhibit) -> Exhibit? {
    let title = text(told.title)
    let subtitle = text(told.subtitle)
    let note = text(told.note)
    guard let (content, sources) = content(of: told) else { return nil }
    var exhibit = Exhibit(
      title: title, subtitle: subtitle, note: note, content: content, sources: sources,
      location: told.location, layouts: told.layouts.map(\.text))
    exhibit.layoutPlaces = told.layouts.map(\.location)
    return exhibit
  }

  private mutating func content(of told: Pack.Exhibit) -> (Exhibit.Content, [Source])? {
    switch told.content {
    case .chart(let chart): content(of: chart, at: told.location).map { (.chart($0), $1) }
    case .map(let map): content(of: map, at: told.location)
    }
  }
}
