import Atlas
import Diagnostics
import YAMLReading

/// What names mean on a pack's maps, and what that says of its texts.
extension Pack {
  /// What the names of all maps' lists mean. What the pack's places.csv or the texts say of a name without doubt, it means in
  /// lists, too.
  func listedPlaces(own: PlaceList, texts: NamedPlaces?, atlas: Atlas) throws(DiagnosticError) -> [String:
    ListedPlace]
  {
    let told = own.bySpelling.merging(texts?.unanimous ?? [:]) { own, _ in own }
    let lists = allExhibits.compactMap {
      exhibit -> [String]? in
      if case .map(let map) = exhibit.content { map.everyName.map(\.text) } else { nil }
    }
    return try atlas.places(inLists: lists, countries: countries, told: told)
  }
}

extension NamedPlaces {
  /// The pack's own places, and names that the texts leave in doubt and the lists settle.
  func settled(by lists: [String: ListedPlace], own: PlaceList) -> [String: Place] {
    var settled = own.places
    for (spelling, name) in doubtful where own[name] == nil {
      if let best = lists[spelling]?.places.first { settled[name] = best }
    }
    return settled
  }
}
