import Atlas
import Diagnostics
import Tables

/// The towns that texts name, each by a name that a pack finds it by.
struct NamedTowns {
  /// By text, each once.
  private(set) var towns: [[String]] = []
  /// places.csv, for towns that are not the first of their name.
  private(set) var table: [UInt8]?

  init(_ mentions: [PlaceMention], texts: Int, atlas: Atlas) throws(DiagnosticError) {
    var names: [Place: String] = [:]
    var rows: [[String]] = []
    var byText = Array(repeating: [String](), count: texts)
    for mention in mentions where mention.kind == .town {
      let place = mention.place
      let name: String
      if let known = names[place] {
        name = known
      } else {
        let written = mention.label == mention.label.uppercased() ? place.name : mention.label
        let isFirst = try atlas.places(named: written).first?.position == place.position
        // "London, Kentucky"
        name = isFirst || place.division.isEmpty ? written : "\(place.name), \(place.division)"
        if !isFirst {
          rows.append([name, place.country, "\(place.position.latitude)", "\(place.position.longitude)"])
        }
        names[place] = name
      }
      if !byText[mention.text].contains(name) { byText[mention.text].append(name) }
    }
    towns = byText
    if !rows.isEmpty { table = Table.csv([["name", "country", "latitude", "longitude"]] + rows) }
  }
}
