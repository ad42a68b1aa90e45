import Diagnostics
import Foundation
import GRDB

extension Atlas {
  /// The places of that name, likeliest first; case, marks, spaces and script don't matter.
  ///
  /// A place's own name counts as much as a population 10,000 times as large, and lying in one of `countries`
  /// (ISO 3166-1 alpha-2) as much as one 10 million times as large. So Samarkand is not Temirtau, which was once
  /// called so, Sairam is the town next door and not its namesake far away, and Bombay is Mumbai.
  public func places(named name: String, countries: [String] = []) throws(DiagnosticError) -> [Place] {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try read { db in
      try places(ofKey: key, db)
        .map { ($0, likelihood(of: $0, key: key, countries: countries)) }
        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : ordered($0.0, $1.0) }
        .map(\.0)
    }
  }

  /// At most three names that a misspelt one may mean, likeliest first; those in `countries` count as nearer by one
  /// and a half letters.
  public func placeNames(near name: String, countries: [String] = []) throws(DiagnosticError) -> [String] {
    let wanted = Array(placeKey(name).utf8)
    if wanted.isEmpty { return [] }
    let farthest = wanted.count < 5 ? 1 : wanted.count < 8 ? 2 : 3
    return try read { db in
      var found: [(place: Place, distance: Double)] = []
      for (key, distance) in try nearKeys(wanted, within: farthest, db) {
        for place in try places(ofKey: key, db) {
          found.append((place, Double(distance) + (countries.contains(place.country) ? 0 : 1.5)))
        }
      }
      found.sort { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        return a.place.population != b.place.population
          ? a.place.population > b.place.population : ordered(a.place, b.place)
      }
      var names: [String] = []
      for (place, _) in found where !names.contains(place.name) && names.count < 3 {
        names.append(place.name)
      }
      return names
    }
  }

  private func likelihood(of place: Place, key: String, countries: [String]) -> Double {
    // GeoNames has 0 where it does not know: such places are villages, rarely empty.
    let people = log10(Double(place.population > 0 ? place.population : 500))
    return people + (placeKey(place.name) == key ? 4 : 0) + (countries.contains(place.country) ? 7 : 0)
  }

  /// An order that depends on the places only.
  private func ordered(_ a: Place, _ b: Place) -> Bool {
    (a.name, a.country, a.position.latitude, a.position.longitude)
      < (b.name, b.country, b.position.latitude, b.position.longitude)
  }

  /// All places that are found by a key, in the gazetteer's order.
  private func places(ofKey key: String, _ db: Database) throws -> [Place] {
    let match = try db.cachedStatement(
      sql: "SELECT rowid FROM place_names WHERE place_names MATCH ? ORDER BY rowid")
    let block = try db.cachedStatement(
      sql: "SELECT id, country, block FROM places WHERE id <= ? ORDER BY id DESC LIMIT 1")
    return try Int64.fetchAll(match, arguments: ["\"\(key)\""]).map { number in
      guard let row = try Row.fetchOne(block, arguments: [number]) else {
        throw DamagedRow(table: "places", id: number)
      }
      let first: Int64 = row[0]
      let places = unpackedPlaces(row[2], country: row[1])
      guard let places, number - first < places.count else { throw DamagedRow(table: "places", id: first) }
      return places[Int(number - first)]
    }
  }

  /// Keys within a distance, with their distances; nearest first, at most 2,000.
  private func nearKeys(_ wanted: [UInt8], within farthest: Int, _ db: Database) throws -> [(String, Int)] {
    var distance = AlignmentDistance(to: wanted, within: farthest)
    var found: [(String, Int)] = []
    let keys = try Row.fetchCursor(
      db, sql: "SELECT term FROM place_keys WHERE length(term) BETWEEN ? AND ?",
      arguments: [wanted.count - farthest, wanted.count + farthest])
    while let row = try keys.next() {
      try row.withUnsafeData(atIndex: 0) { data in
        data?.withUnsafeBytes { bytes in
          if let near = distance.from(bytes) { found.append((String(decoding: bytes, as: UTF8.self), near)) }
        }
      }
    }
    return Array(found.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.prefix(2_000))
  }
}
