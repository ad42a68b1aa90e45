import Diagnostics

extension Atlas {
  /// The code of a country by its English name, without regard to case.
  public func countryCode(named name: String) throws(DiagnosticError) -> String? {
    try read { db in
      let sql = "SELECT code FROM countries WHERE name_en = ? COLLATE NOCASE"
      return try db.first(sql, [.text(name)]) { try $0.text(0) }
    }
  }

  /// The codes of the countries that are called so in any of the languages that the index knows.
  public func countryCodes(named name: String) throws(DiagnosticError) -> [String] {
    try read { db in try NameIndex(db).meanings(of: placeKey(name)).countries.sorted() }
  }

  /// The code that somebody means who writes a code in small letters, a country's name or a code of the European Union
  /// that is none of ISO's.
  public func countryCode(meantBy text: String) throws(DiagnosticError) -> String? {
    let upper = text.uppercased()
    if let code = ["UK": "GB", "EL": "GR"][upper] { return code }
    if try countryName(upper, language: "en") != nil { return upper }
    return text.isEmpty ? nil : try countryCodes(named: text).first
  }

  /// Whether a country has an outline of its own: some lands overseas are drawn as parts of another's.
  public func hasOutline(_ code: String) throws(DiagnosticError) -> Bool {
    try answer([code]) { () throws(DiagnosticError) -> Bool in
      try read { db in
        let sql = "SELECT 1 FROM countries JOIN countries_fine ON country = countries.id WHERE code = ?"
        return try db.first(sql, [.text(code)]) { _ in true } ?? false
      }
    }
  }

  /// Whether the atlas has the boundaries of a country's regions (states, provinces, counties).
  public func hasRegions(_ code: String) throws(DiagnosticError) -> Bool {
    try read { db in
      let sql = "SELECT 1 FROM region_boundaries WHERE country = ?"
      return try db.first(sql, [.text(code)]) { _ in true } ?? false
    }
  }

  /// "lake", "river" or "sea", where one of the maps is called so, with its kind ("Lake Garda", "Vistula River") or without.
  public func kindOfWater(named name: String) throws(DiagnosticError) -> String? {
    let words = name.split(separator: " ")
    let plain = words.filter { !["lake", "river", "sea"].contains($0.lowercased()) }
    let keys = [placeKey(name), placeKey(plain.joined(separator: " "))].filter { !$0.isEmpty }
    return try read { db in
      for (kind, table) in [("lake", "lakes_fine"), ("river", "rivers_fine"), ("sea", "seas")] {
        let names = try db.all("SELECT DISTINCT name FROM \(table)") { try $0.text(0) }
        if names.contains(where: { !$0.isEmpty && keys.contains(placeKey($0)) }) { return kind }
      }
      return nil
    }
  }

  /// The capital of a country, where the gazetteer has one.
  public func capital(of code: String) throws(DiagnosticError) -> Place? {
    try read { db in
      let sql = "SELECT capital FROM countries WHERE code = ?"
      let number = try db.first(sql, [.text(code)]) { try $0.integerIfAny(0) } ?? nil
      return try number.map { try NameIndex(db).town($0).place }
    }
  }

  /// Places all along the land boundary that two countries have in common; none where they have none. Their outlines,
  /// which neighbours share exactly, have its sides in common.
  public func commonBoundary(_ first: String, _ second: String) throws(DiagnosticError) -> [GeoPoint] {
    try answer([first, second]) { () throws(DiagnosticError) in
      // What is too short for the coarse outlines, the fine ones have.
      for detail in [Detail.coarse, .fine] {
        let world = GeoBox(west: -180, south: -90, east: 180, north: 90)
        let all = try countries(in: world, detail: detail, languages: ["en"])
        func sides(_ code: String) -> [[GeoPoint]] {
          let rings = all.filter { $0.code == code }.flatMap(\.polygons).flatMap(\.rings)
          return rings.flatMap { ring in
            zip(ring, ring.dropFirst()).map { a, b in
              (a.longitude, a.latitude) < (b.longitude, b.latitude) ? [a, b] : [b, a]
            }
          }
        }
        let others = Set(sides(second))
        let common = sides(first).filter(others.contains)
        if !common.isEmpty { return common.flatMap { $0 } }
      }
      return []
    }
  }

  /// Where the name of a country stands best; `nil` where the code is not known.
  public func labelPoint(of code: String) throws(DiagnosticError) -> GeoPoint? {
    try read { db in
      try db.first("SELECT label_x, label_y FROM countries WHERE code = ?", [.text(code)]) { row in
        GeoPoint(longitude: try row.number(0), latitude: try row.number(1))
      }
    }
  }
}
