import Atlas
import Diagnostics
import Tables

/// The towns that texts name, each by a name that a pack finds it by.
struct NamedTowns {
  /// By text, each once.
  private(set) var towns: [[String]] = []
  /// places.csv, for towns that are not the first of their name.
  private(set) var table: [UInt8]?

  /// - Parameters:
  ///   - mentions: in the texts.
  ///   - texts: what names them.
  ///   - atlas: where names are looked up.
  /// - Throws: an atlas that can't be read.
  init(_ mentions: [PlaceMention], texts: [String], atlas: Atlas) throws(DiagnosticError) {
    var names: [Place: String] = [:]
    var rows: [[String]] = []
    var byText = Array(repeating: [String](), count: texts.count)
    let scalars = texts.map { Array($0.unicodeScalars) }
    for mention in mentions
    where mention.kind == .town && !Self.isOfAnotherName(mention, in: scalars[mention.text]) {
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

  /// "Johnson & Johnson", "Bab al-Hawa", "the fighter known as Safi": a firm, a longer name, a person.
  private static func isOfAnotherName(_ mention: PlaceMention, in text: [Unicode.Scalar]) -> Bool {
    let before = String(scalars: text[..<mention.range.lowerBound].suffix(12)).lowercased()
    let behind = String(scalars: text[mention.range.upperBound...].prefix(4)).lowercased()
    return before.hasSuffix("& ") || before.hasSuffix(" known as ") || behind.hasPrefix(" & ")
      || [" al-", " el-", " ul-"].contains(behind)
  }
}
