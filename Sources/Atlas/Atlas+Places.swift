import Diagnostics
import Foundation
import GRDB

extension Atlas {
  /// The towns of that name, likeliest first; case, marks, spaces and script don't matter.
  ///
  /// A town's own name, lying in one of `countries` (ISO 3166-1 alpha-2) and being a capital count as `PlaceWeight`
  /// says. So Samarkand is not Temirtau, which was once called so, Sairam is the town next door and not its namesake
  /// far away, and Bombay is Mumbai.
  public func places(named name: String, countries: [String] = []) throws(DiagnosticError) -> [Place] {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try read { db in
      let index = try NameIndex(db)
      return try index.candidates(for: index.meanings(of: key), key: key).filter { !$0.isRegion }
        .map { ($0.place, $0.weight + (countries.contains($0.place.country) ? PlaceWeight.toldCountry : 0)) }
        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : isBefore($0.0, $1.0) }
        .map(\.0)
    }
  }

  /// The first-order regions of that name, largest first: their people, and the middle of their towns.
  public func divisions(named name: String, countries: [String] = []) throws(DiagnosticError) -> [Place] {
    let key = placeKey(name)
    if key.isEmpty { return [] }
    return try read { db in
      let index = try NameIndex(db)
      return try index.meanings(of: key).divisions.map(index.division).sorted { a, b in
        let (near, far) = (countries.contains(a.country), countries.contains(b.country))
        if near != far { return near }
        return a.population != b.population ? a.population > b.population : isBefore(a, b)
      }
    }
  }

  /// The other names that a town is found by, as the index has them: small Latin letters without spaces.
  ///
  /// The index has no names by town, so all of it is read: 0.1 to 0.2 s.
  public func otherKeys(of place: Place) throws(DiagnosticError) -> [String] {
    let key = placeKey(place.name)
    return try read { db in
      let index = try NameIndex(db)
      let numbers = try index.meanings(of: key).towns
      guard let number = try numbers.first(where: { try index.town($0).place == place }) else { return [] }
      return try String.fetchAll(
        db, sql: "SELECT term FROM place_instances WHERE doc = ? AND term <> ? ORDER BY term",
        arguments: [number, key])
    }
  }

  /// At most three names that a misspelt one may mean, likeliest first; those in `countries` count as nearer by one
  /// and a half letters.
  public func placeNames(near name: String, countries: [String] = []) throws(DiagnosticError) -> [String] {
    let wanted = Array(placeKey(name).utf8)
    if wanted.isEmpty { return [] }
    let farthest = wanted.count < 5 ? 1 : wanted.count < 8 ? 2 : 3
    return try read { db in
      let index = try NameIndex(db)
      var found: [(place: Place, distance: Double)] = []
      for (key, distance) in try nearKeys(wanted, within: farthest, db) {
        for place in try index.meanings(of: key).towns.map({ try index.town($0).place }) {
          found.append((place, Double(distance) + (countries.contains(place.country) ? 0 : 1.5)))
        }
      }
      found.sort { a, b in
        if a.distance != b.distance { return a.distance < b.distance }
        return a.place.population != b.place.population
          ? a.place.population > b.place.population : isBefore(a.place, b.place)
      }
      var names: [String] = []
      for (place, _) in found where !names.contains(place.name) && names.count < 3 {
        names.append(place.name)
      }
      return names
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
