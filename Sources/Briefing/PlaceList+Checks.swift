import Atlas
import Diagnostics

extension PlaceList {
  /// Looks for rows whose country is none, or whose coordinates lie in another one. They are taken out.
  mutating func check(with atlas: Atlas, log: inout DiagnosticLog) {
    for row in rows {
      let isSound: Bool? = log.collect { () throws(DiagnosticError) in
        if try atlas.countryName(row.place.country, language: "en") == nil {
          throw try unknownCountry(of: row, atlas)
        }
        if let mistake = try misplaced(row, atlas) { throw mistake }
        return true
      }
      if isSound == nil { reject(row.place.name) }
    }
  }

  private func unknownCountry(of row: Row, _ atlas: Atlas) throws(DiagnosticError) -> DiagnosticError {
    let code = row.place.country
    var near = try atlas.countryName(code.uppercased(), language: "en") == nil ? nil : code.uppercased()
    if near == nil, !code.isEmpty { near = try atlas.countryCodes(named: code).first }
    var advice = near.map { "did you mean \($0)? " } ?? ""
    if near == nil, let there = try atlas.country(at: row.place.position) {
      advice = "these coordinates lie in \(try described(there, atlas)). "
    }
    return DiagnosticError(
      code.isEmpty
        ? "'\(row.place.name)' has no country" : "'\(code)' is no country of the atlas",
      at: row.country.location, advice: advice + "Write its ISO 3166 code of two letters, such as FR")
  }

  private func misplaced(_ row: Row, _ atlas: Atlas) throws(DiagnosticError) -> DiagnosticError? {
    let (place, country) = (row.place, row.place.country)
    let there = place.position
    if try atlas.lies(there, near: country) { return nil }
    let isPossible = abs(there.longitude) <= 90
    let exchanged = GeoPoint(longitude: there.latitude, latitude: isPossible ? there.longitude : 0)
    var hint = "correct them, or the country"
    let isExchanged = isPossible ? try atlas.lies(exchanged, near: country) : false
    if isExchanged {
      hint =
        "latitude and longitude seem exchanged: write \(place.moved(to: exchanged).settlingLine(place.name))"
    } else {
      for (east, north) in [(1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
        let mirrored = GeoPoint(longitude: there.longitude * east, latitude: there.latitude * north)
        guard try atlas.lies(mirrored, near: country) else { continue }
        hint = "a minus seems wrong: write \(place.moved(to: mirrored).settlingLine(place.name))"
        break
      }
    }
    let found = try atlas.country(at: there)
    var lying: String?
    if let found { lying = "in " + (try described(found, atlas)) }
    // Islets that the atlas leaves out lie at sea, too.
    if lying == nil, hint.hasPrefix("correct") { return nil }
    return DiagnosticError(
      "these coordinates of '\(place.name)' lie \(lying ?? "at sea"), not in \(try described(country, atlas))",
      at: row.position, advice: hint)
  }

  private func described(_ code: String, _ atlas: Atlas) throws(DiagnosticError) -> String {
    try atlas.countryName(code, language: "en").map { "\($0) (\(code))" } ?? code
  }
}

extension Place {
  fileprivate func moved(to position: GeoPoint) -> Place {
    var moved = self
    moved.position = position
    return moved
  }
}
