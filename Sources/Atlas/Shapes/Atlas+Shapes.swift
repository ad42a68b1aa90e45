import Diagnostics

extension Atlas {
  /// The countries with land in the box, by code. Of each, the polygons that meet the box, in full: a polygon may reach
  /// far beyond it. Polygons end at the antimeridian. Neighbours share their boundary's points exactly.
  /// Beside English names those in `languages` are read, where the atlas has them; all without any.
  public func countries(in box: GeoBox, detail: Detail, languages: [String] = []) throws(DiagnosticError)
    -> [Country]
  {
    let polygons = try read(detail) { db in
      var polygons: [Int64: [GeoPolygon]] = [:]
      let halves = box.halves
      try eachShape(of: "countries_\(detail)", columns: "country", in: box, db) { row, shape in
        guard let parts = shape.polygons(meeting: halves) else { return false }
        polygons[try row.integer(1), default: []] += parts
        return true
      }
      return polygons
    }
    return try read { db in
      let columns = try nameColumns(languages, db)
      let named = "SELECT code, label_x, label_y\(columns) FROM countries WHERE id = ?"
      var countries: [Country] = []
      // Codes are in the order of their ids.
      for id in polygons.keys.sorted() {
        guard let parts = polygons[id], !parts.isEmpty else { continue }
        let country = try db.first(named, [.integer(id)]) { row in
          Country(
            code: try row.text(0), names: try names(in: row), polygons: parts,
            labelPoint: GeoPoint(longitude: try row.number(1), latitude: try row.number(2)))
        }
        guard let country else { throw DamagedRow(table: "countries", id: id) }
        countries.append(country)
      }
      return countries
    }
  }

  /// The land boundaries in the box, one line each; between countries they run along the countries' own outlines.
  public func boundaries(in box: GeoBox, detail: Detail) throws(DiagnosticError) -> [Boundary] {
    try read(detail) { db in
      var boundaries: [Boundary] = []
      try eachShape(of: "boundaries_\(detail)", columns: "status", in: box, db) { row, shape in
        guard let status = Boundary.Status(rawValue: try row.text(1)), let line = shape.line() else {
          return false
        }
        boundaries.append(Boundary(status: status, lines: [line]))
        return true
      }
      return boundaries
    }
  }

  /// The lakes and reservoirs in the box, important ones first. The Caspian is sea: see ``Atlas``.
  public func lakes(in box: GeoBox, detail: Detail) throws(DiagnosticError) -> [Water] {
    try read { db in
      var lakes: [Water] = []
      try eachShape(of: "lakes_\(detail.ofWaters)", columns: "name, rank", in: box, db) { row, shape in
        guard let polygons = shape.polygons(meeting: box.halves) else { return false }
        if !polygons.isEmpty {
          lakes.append(Water(name: try row.text(1), polygons: polygons, rank: Int(try row.integer(2))))
        }
        return true
      }
      return lakes
    }
  }

  /// The rivers in the box, important ones first, in pieces: a river has several of the same name. They end where lakes
  /// begin.
  public func rivers(in box: GeoBox, detail: Detail) throws(DiagnosticError) -> [River] {
    try read { db in
      var rivers: [River] = []
      try eachShape(of: "rivers_\(detail.ofWaters)", columns: "name, rank", in: box, db) { row, shape in
        guard let line = shape.line() else { return false }
        rivers.append(River(name: try row.text(1), lines: [line], rank: Int(try row.integer(2))))
        return true
      }
      return rivers
    }
  }

  /// The seas, gulfs and straits that the box may meet, largest first. What a country covers is no sea, though an outline
  /// of these reaches over it.
  public func seas(in box: GeoBox) throws(DiagnosticError) -> [Water] {
    try read { db in
      var seas: [Water] = []
      try eachShape(of: "seas", columns: "name, rank", in: box, db) { row, shape in
        guard let polygons = shape.polygons(meeting: box.halves) else { return false }
        if !polygons.isEmpty {
          let whole = polygons.map(\.unwrapped)
          seas.append(Water(name: try row.text(1), polygons: whole, rank: Int(try row.integer(2))))
        }
        return true
      }
      return seas
    }
  }

  /// The regions (states, provinces, oblasts) of larger countries whose label points lie in the box, by rank.
  public func regions(in box: GeoBox) throws(DiagnosticError) -> [Region] {
    try read { db in
      var regions: [Region] = []
      try eachShape(of: "regions", columns: "name, country, rank", in: box, db) { row, shape in
        guard let point = shape.point() else { return false }
        regions.append(
          Region(
            name: try row.text(1), country: try row.text(2), labelPoint: point,
            rank: Int(try row.integer(3))))
        return true
      }
      return regions
    }
  }

  /// The regions of that name ("Turkistan", not "Turkistan Region"), those in `countries` first; case and marks don't
  /// matter.
  public func regions(named name: String, countries: [String] = []) throws(DiagnosticError) -> [Region] {
    let key = placeKey(name)
    let world = GeoBox(west: -180, south: -90, east: 180, north: 90)
    let found = try regions(in: world).filter { placeKey($0.name) == key }
    return found.filter { countries.contains($0.country) } + found.filter { !countries.contains($0.country) }
  }

  /// The boundaries between regions of one country that meet the box, for one level of detail: views of up to about
  /// 3,000 km.
  public func regionBoundaries(in box: GeoBox) throws(DiagnosticError) -> [[GeoPoint]] {
    try read { db in
      var lines: [[GeoPoint]] = []
      try eachShape(of: "region_boundaries", columns: "country", in: box, db) { _, shape in
        guard let found = shape.lines(meeting: box.halves) else { return false }
        lines += found
        return true
      }
      return lines
    }
  }

  /// The name of a country (ISO 3166-1 alpha-2) in a language (BCP 47, such as "kk" or "zh-Hant"), where the atlas has
  /// it. Land that no country has ("XX") has no name.
  public func countryName(_ code: String, language: String) throws(DiagnosticError) -> String? {
    if code == "XX" { return nil }
    return try answer([code, language]) { () throws(DiagnosticError) -> String? in
      try read { db in
        let column = "name_" + language
        guard try db.columns(of: "countries").contains(column) else { return nil }
        let sql = "SELECT \"\(column)\" FROM countries WHERE code = ?"
        return try db.first(sql, [.text(code)]) { try $0.textIfAny(0) } ?? nil
      }
    }
  }

  /// Reading the names of all 31 languages takes longer than reading the shapes.
  private func nameColumns(_ languages: [String], _ db: SQLiteConnection) throws -> String {
    let names = try db.columns(of: "countries").filter { $0.hasPrefix("name_") }
    let wanted = (["en"] + languages).map { "name_" + $0 }
    return names.filter { languages.isEmpty || wanted.contains($0) }.map { ", \"\($0)\"" }.joined()
  }

  private func names(in row: borrowing SQLiteRow) throws -> [String: String] {
    var names: [String: String] = [:]
    for index in 0..<row.count {
      let column = row.name(of: index)
      if column.hasPrefix("name_") { names[String(column.dropFirst(5))] = try row.textIfAny(index) }
    }
    return names
  }

  /// The nearest shapes of countries and boundaries are in a file of their own.
  private func read<Value: Sendable>(
    _ detail: Detail, _ step: (SQLiteConnection) throws -> Value
  ) throws(DiagnosticError) -> Value {
    detail == .near ? try read(beside: "near.gpkg", of: "shapes for near maps", step) : try read(step)
  }

  /// Calls `body` with each row (id, columns …) whose bounds meet the box, in the order of ids, and its geometry; it
  /// says whether it could read it.
  private func eachShape(
    of table: String, columns: String, in box: GeoBox, _ db: SQLiteConnection,
    body: (borrowing SQLiteRow, inout BinaryGeometry) throws -> Bool
  ) throws {
    let halves = box.halves
    let meets = halves.map { _ in "(maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ?)" }
    let ids = meets.map { "SELECT id FROM rtree_\(table)_geom WHERE \($0)" }.joined(separator: " UNION ")
    let bounds = halves.flatMap { [$0.west, $0.east, $0.south, $0.north] }
    let sql = "SELECT id, \(columns), geom FROM \(table) WHERE id IN (\(ids)) ORDER BY id"
    try db.each(sql, bounds.map { .number($0) }) { row in
      let isSound = try row.bytes(row.count - 1) { bytes in
        guard var shape = BinaryGeometry(bytes) else { return false }
        return try body(row, &shape)
      }
      if !isSound { throw DamagedRow(table: table, id: try row.integer(0)) }
    }
  }
}

extension Detail {
  /// Of lakes and rivers there is nothing nearer than fine.
  fileprivate var ofWaters: Detail { self == .near ? .fine : self }
}

extension GeoPolygon {
  /// The source has seas that cross the antimeridian without being cut there: their longitudes run on beyond ±180.
  fileprivate var unwrapped: GeoPolygon {
    GeoPolygon(
      rings: rings.map { ring in
        var ring = ring
        for index in ring.indices.dropFirst() {
          let (last, next) = (ring[index - 1], ring[index])
          // A cut goes along the pole from one of its ends to the other.
          if min(abs(last.latitude), abs(next.latitude)) > 85 { continue }
          let turns = ((next.longitude - last.longitude) / 360).rounded()
          ring[index].longitude -= 360 * turns
        }
        return ring
      })
  }
}

/// The whole shape of a row (id, columns …, geometry).
func polygons(of row: borrowing SQLiteRow, in table: String) throws -> [GeoPolygon] {
  let polygons = row.bytes(row.count - 1) { bytes in
    var shape = BinaryGeometry(bytes)
    return shape?.polygons(meeting: [])
  }
  guard let polygons else { throw DamagedRow(table: table, id: try row.integer(0)) }
  return polygons
}
