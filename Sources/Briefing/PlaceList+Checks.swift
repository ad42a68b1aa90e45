import Atlas
import Diagnostics

extension PlaceList {
  /// Looks for rows whose country is none, or whose coordinates are plainly written wrong: they are taken out. A row whose
  /// coordinates lie in another country's land is doubtful only, since whose land it is may be in dispute.
  mutating func check(with atlas: Atlas, log: inout DiagnosticLog) {
    for row in rows {
      var doubt: Diagnostic?
      let isSound: Bool? = log.collect { () throws(DiagnosticError) in
        if try atlas.countryName(row.place.country, language: "en") == nil {
          throw try unknownCountry(of: row, atlas)
        }
        doubt = try misplaced(row, atlas)
        if let doubt, doubt.severity == .error { throw DiagnosticError([doubt]) }
        return true
      }
      if isSound == nil { reject(row.place.name) } else if let doubt { log.add(doubt) }
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

  private func misplaced(_ row: Row, _ atlas: Atlas) throws(DiagnosticError) -> Diagnostic? {
    let (place, country) = (row.place, row.place.country)
    let there = place.position
    if try atlas.lies(there, near: country) { return nil }
    let mend = try self.mend(place, atlas)
    let found = try atlas.country(at: there)
    // Islets that the atlas leaves out lie at sea, too.
    if found == nil, mend == nil { return nil }
    var lying = "at sea"
    if let found { lying = "in " + (try described(found, atlas)) }
    return Diagnostic(
      mend == nil ? .warning : .error,
      "these coordinates of '\(place.name)' lie \(lying), not in \(try described(country, atlas))",
      at: row.position, advice: mend ?? "correct them, or the country")
  }

  /// What is plainly wrong with coordinates, where that would bring them into the country.
  private func mend(_ place: Place, _ atlas: Atlas) throws(DiagnosticError) -> String? {
    let there = place.position
    if abs(there.longitude) <= 90 {
      let exchanged = GeoPoint(longitude: there.latitude, latitude: there.longitude)
      if try atlas.lies(exchanged, near: place.country) {
        let line = place.moved(to: exchanged).settlingLine(place.name)
        return "latitude and longitude seem exchanged: write \(line)"
      }
    }
    for (east, north) in [(1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)] {
      let mirrored = GeoPoint(longitude: there.longitude * east, latitude: there.latitude * north)
      guard try atlas.lies(mirrored, near: place.country) else { continue }
      return "a minus seems wrong: write \(place.moved(to: mirrored).settlingLine(place.name))"
    }
    return nil
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
