import Foundation
import GRDB

/// What a name may mean, as the index of names says: numbers of towns and regions, countries, kinds of words.
struct NameMeanings {
  var towns: [Int64] = []
  var divisions: [Int64] = []
  /// Codes of countries.
  var countries: [String] = []
  /// Countries that the word speaks of as an adjective ("Chilean").
  var adjectives: [String] = []
  /// In a pocket dictionary of English.
  var isCommonWord = false
  /// In a larger one.
  var isWord = false
  var isGivenName = false
  var isSurname = false

  var isPlace: Bool { !towns.isEmpty || !divisions.isEmpty }
  var isEmpty: Bool { !isPlace && countries.isEmpty && adjectives.isEmpty && !isAnyWord && !isAnyName }
  var isAnyWord: Bool { isCommonWord || isWord }
  var isAnyName: Bool { isGivenName || isSurname }
}

/// The gazetteer while one text is read: what was looked up is kept.
final class NameIndex {
  private let match: Statement
  private let block: Statement
  private let region: Statement
  private var meanings: [String: NameMeanings] = [:]
  private var towns: [Int64: Town] = [:]
  private var regions: [Int64: Place] = [:]
  private let waters: Statement
  private let nations: Statement
  private let people: Statement
  private var waterKeys: Set<String>?
  private var foreign: [String: Bool] = [:]
  private let blocks: Statement
  /// The cities of a region: towns with 200,000 people or more.
  private var cities: [String: [Place]] = [:]
  /// Codes by the numbers of countries, and the numbers of towns that are capitals.
  private var codes: [Int64: String] = [:]
  private var capitals: Set<Int64> = []

  /// A town, and the number of its region (0: none).
  struct Town {
    var place: Place
    var division: Int64
    var isCapital: Bool
  }

  init(_ db: Database) throws {
    match = try db.cachedStatement(
      sql: "SELECT rowid FROM place_names WHERE place_names MATCH ? ORDER BY rowid")
    block = try db.cachedStatement(
      sql: "SELECT id, country, division, block FROM places WHERE id <= ? ORDER BY id DESC LIMIT 1")
    blocks = try db.cachedStatement(sql: "SELECT block FROM places WHERE country = ? AND division = ?")
    region = try db.cachedStatement(
      sql: "SELECT country, name, people, longitude, latitude FROM divisions WHERE id = ?")
    waters = try db.cachedStatement(sql: "SELECT name FROM rivers_fine UNION SELECT name FROM lakes_fine")
    people = try db.cachedStatement(sql: "SELECT sum(people) FROM divisions WHERE country = ?")
    nations = try db.cachedStatement(sql: "SELECT * FROM countries WHERE code = ?")
    let countries = try Row.fetchCursor(db, sql: "SELECT id, code, capital FROM countries")
    while let row = try countries.next() {
      codes[row[0]] = row[1]
      if let capital: Int64 = row[2] { capitals.insert(capital) }
    }
  }

  /// What a key means; an abbreviated one means what the whole one does, too ("St. Petersburg").
  func meanings(of key: String) throws -> NameMeanings {
    if let known = meanings[key] { return known }
    var found = NameMeanings()
    for key in [key] + wholeKeys(of: key) where !key.isEmpty {
      let numbers = try Int64.fetchCursor(match, arguments: ["\"\(key)\""])
      while let number = try numbers.next() {
        switch number {
        case ..<1_000_000: found.towns.append(number)
        case ..<2_000_000: found.divisions.append(number - 1_000_000)
        case ..<3_000_000: found.countries.append(codes[number - 2_000_000] ?? "")
        case ..<4_000_000: found.adjectives.append(codes[number - 3_000_000] ?? "")
        case 4_000_001: found.isCommonWord = true
        case 4_000_002: found.isGivenName = true
        case 4_000_003: found.isSurname = true
        default: found.isWord = true
        }
      }
    }
    // Both the abbreviated and the whole name may be a town's.
    found.towns = found.towns.uniqued()
    found.divisions = found.divisions.uniqued()
    found.countries = found.countries.uniqued()
    meanings[key] = found
    return found
  }

  /// The people of a country's regions.
  func people(of country: String) throws -> Int {
    try Int.fetchOne(people, arguments: [country]) ?? 0
  }

  /// Whether a country is called so in other languages only: "Granada" is Grenada in Spanish.
  func isForeign(_ key: String, for country: String, language: String) throws -> Bool {
    let question = "\(key) \(country) \(language)"
    if let known = foreign[question] { return known }
    let answer = try readIsForeign(key, for: country, language: language)
    foreign[question] = answer
    return answer
  }

  private func readIsForeign(_ key: String, for country: String, language: String) throws -> Bool {
    guard let names = try Row.fetchOne(nations, arguments: [country]) else { return false }
    let own = ["name_en", "name_" + language.prefix { $0 != "-" }]
    var isForeign = false
    for (column, value) in names where column.hasPrefix("name_") {
      guard let name = String.fromDatabaseValue(value), placeKey(name) == key else { continue }
      if own.contains(column) { return false }
      isForeign = true
    }
    return isForeign
  }

  /// Whether a river or lake of the maps is called so.
  func isWater(_ key: String) throws -> Bool {
    if let waterKeys { return waterKeys.contains(key) }
    let names = try String.fetchAll(waters)
    // "Daugava (Zapadnaya Dvina)" is the Daugava.
    let keys = Set(names.map { placeKey(String($0.prefix { $0 != "(" })) })
    waterKeys = keys
    return keys.contains(key)
  }

  func town(_ number: Int64) throws -> Town {
    if let known = towns[number] { return known }
    guard let row = try Row.fetchOne(block, arguments: [number]) else {
      throw DamagedRow(table: "places", id: number)
    }
    let first: Int64 = row[0]
    let division: Int64 = row[2]
    guard var place = unpackedPlace(row[3], at: Int(number - first), country: row[1]) else {
      throw DamagedRow(table: "places", id: first)
    }
    if division > 0 { place.division = try self.division(division).name }
    let town = Town(place: place, division: division, isCapital: capitals.contains(number))
    towns[number] = town
    return town
  }

  /// Whether a town is a part of a city: one with seven times its people in the same region, whose houses reach so far.
  /// The gazetteer does not say it.
  func isQuarter(_ place: Place, division: Int64) throws -> Bool {
    try cities(of: division, in: place.country).contains { city in
      let reach = 5 * (Double(city.population) / 400_000).squareRoot()
      return place.population > 0 && city.population >= 7 * place.population
        && kilometres(city.position, place.position) < max(5, reach)
    }
  }

  private func cities(of division: Int64, in country: String) throws -> [Place] {
    let region = "\(country) \(division)"
    if let known = cities[region] { return known }
    let rows = try Data.fetchAll(blocks, arguments: [country, division])
    let found = rows.flatMap { unpackedPlaces($0, country: country) ?? [] }
      .filter { $0.population >= 200_000 }
    cities[region] = found
    return found
  }

  /// A region as a place: its people are those of its towns, its position their middle.
  func division(_ number: Int64) throws -> Place {
    if let known = regions[number] { return known }
    guard let row = try Row.fetchOne(region, arguments: [number]) else {
      throw DamagedRow(table: "divisions", id: number)
    }
    let (east, north): (Int, Int) = (row[3], row[4])
    let place = Place(
      name: row[1], country: row[0],
      position: GeoPoint(longitude: Double(east) / 100, latitude: Double(north) / 100), population: row[2])
    regions[number] = place
    return place
  }
}

/// What an abbreviated name may be in full: "stgallen" is "saintgallen" or "sanktgallen".
private func wholeKeys(of key: String) -> [String] {
  abbreviatedWords.filter { key.hasPrefix($0.short) }.map { $0.whole + key.dropFirst($0.short.count) }
}

/// The name's key with its first word abbreviated as texts do, where they do.
func abbreviatedKey(of name: String) -> String? {
  guard let word = name.split(whereSeparator: { $0 == " " || $0 == "-" }).first else { return nil }
  let first = placeKey(String(word))
  return abbreviatedWords.first { $0.whole == first }.map {
    $0.short + placeKey(String(name.dropFirst(word.count)))
  }
}

private let abbreviatedWords = [
  (short: "st", whole: "saint"), (short: "st", whole: "sankt"), (short: "ste", whole: "sainte"),
  (short: "mt", whole: "mount"), (short: "ft", whole: "fort"),
]

extension Array where Element: Hashable {
  fileprivate func uniqued() -> [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
