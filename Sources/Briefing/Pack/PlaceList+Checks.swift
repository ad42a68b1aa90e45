import Atlas
import Diagnostics
import Tables

extension PlaceList {
  /// Looks for rows whose country is none, or whose coordinates are plainly written wrong: they are taken out. A row whose
  /// coordinates lie in another country's land is doubtful only, since whose land it is may be in dispute.
  mutating func check(with atlas: Atlas, log: inout DiagnosticLog) {
    for row in rows {
      var doubt: Diagnostic?
      let isSound: Bool? = log.collect { () throws(DiagnosticError) in
        if let mistake = try unknownCountry(of: row, atlas) { throw DiagnosticError([mistake]) }
        doubt = try misplaced(row, atlas)
        if let doubt, doubt.severity == .error { throw DiagnosticError([doubt]) }
        return true
      }
      if let spellings = log.collect({ try atlas.spellings(like: row.place.name) }) { leave(spellings) }
      if isSound == nil { reject(row.place.name) } else if let doubt { log.add(doubt) }
    }
  }

  private func unknownCountry(of row: Row, _ atlas: Atlas) throws(DiagnosticError) -> Diagnostic? {
    let code = row.place.country
    if try atlas.countryName(code, language: "en") != nil { return nil }
    var hint: String?
    if let there = try atlas.country(at: row.place.position) {
      hint = "these coordinates lie in \(try described(there, atlas)). "
    }
    if code.isEmpty {
      return Diagnostic(
        .error, "'\(row.place.name)' has no country", at: row.country.location,
        advice: (hint ?? "") + Atlas.codeAdvice)
    }
    return try atlas.unknownCountry(code, at: row.country.location, otherwise: hint)
  }

  private func misplaced(_ row: Row, _ atlas: Atlas) throws(DiagnosticError) -> Diagnostic? {
    let (place, country) = (row.place, row.place.country)
    let there = place.position
    // In the Gulf of Guinea, where nobody lives, and what a table has for an empty coordinate.
    if there == GeoPoint(longitude: 0, latitude: 0) {
      return Diagnostic(
        .error, "'\(place.name)' has no coordinates: 0, 0 is what tables write for none", at: row.position,
        advice: "write its latitude and longitude in degrees")
    }
    if try atlas.lies(there, near: country) { return try mirrored(row, atlas) }
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

  /// A missing minus, or one too many, may leave a place in its country (Ecuador, Kenya, Spain): then the gazetteer's own
  /// place of the name lies where another sign would bring it.
  private func mirrored(_ row: Row, _ atlas: Atlas) throws(DiagnosticError) -> Diagnostic? {
    let place = row.place
    let namesakes = try atlas.places(named: place.name, countries: [place.country])
      .filter { $0.country == place.country }.map(\.position)
    func isNearOne(_ point: GeoPoint) -> Bool { namesakes.contains { $0.kilometres(to: point) < 15 } }
    if namesakes.isEmpty || isNearOne(place.position) { return nil }
    guard let mend = Self.mirrors(of: place.position).first(where: isNearOne) else { return nil }
    return Diagnostic(
      .warning, "the gazetteer has '\(place.name)' on the other side of the equator or of Greenwich",
      at: row.position,
      advice: "a minus seems wrong: write \(place.moved(to: mend).settlingLine(place.name))")
  }

  private static func mirrors(of point: GeoPoint) -> [GeoPoint] {
    [(1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)].map { east, north in
      GeoPoint(longitude: point.longitude * east, latitude: point.latitude * north)
    }
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
    for mirrored in Self.mirrors(of: there) {
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

extension Atlas {
  static let codeAdvice = "Write its ISO 3166 code of two letters, such as FR"

  /// That a code is none, and which one may be meant; where none seems so, `otherwise` is said. Nothing for a country’s code.
  func unknownCountry(_ code: String, at location: SourceLocation, otherwise: String? = nil)
    throws(DiagnosticError) -> Diagnostic?
  {
    if try countryName(code, language: "en") != nil { return nil }
    let hint = try countryCode(meantBy: code).map { "did you mean \($0)? " } ?? otherwise ?? ""
    return Diagnostic(
      .error, "'\(code)' is no country of the atlas", at: location, advice: hint + Self.codeAdvice)
  }
}
