import Diagnostics
import GRDB

extension Atlas {
  /// The code of a country by its English name, without regard to case.
  public func countryCode(named name: String) throws(DiagnosticError) -> String? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT code FROM countries WHERE name_en = ? COLLATE NOCASE", arguments: [name])
    }
  }

  /// The coarse outline of a country's main part, the land that its label stands on, without far islands.
  ///
  /// - Returns: nothing where the code is not known.
  public func outline(of code: String) throws(DiagnosticError) -> [GeoPoint] {
    guard let point = try labelPoint(of: code) else { return [] }
    let spot = GeoBox(
      west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
    let found = try countries(in: spot, detail: .coarse, languages: ["en"]).first { $0.code == code }
    let rings = found?.polygons.compactMap(\.rings.first) ?? []
    return rings.max { $0.count < $1.count } ?? [point]
  }

  private func labelPoint(of code: String) throws(DiagnosticError) -> GeoPoint? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT label_x, label_y FROM countries WHERE code = ?", arguments: [code])
        .map {
          GeoPoint(longitude: $0[0], latitude: $0[1])
        }
    }
  }
}
