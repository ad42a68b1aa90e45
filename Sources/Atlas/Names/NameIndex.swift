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
  private let db: SQLiteConnection
  private var meanings: [String: NameMeanings] = [:]
  private var towns: [Int64: Town] = [:]
  private var regions: [Int64: Place] = [:]
  private var waterKeys: Set<String>?
  private var foreign: [String: Bool] = [:]
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

  init(_ db: SQLiteConnection) throws {
    self.db = db
    try db.each("SELECT id, code, capital FROM countries") { row in
      codes[try row.integer(0)] = try row.text(1)
      if let capital = try row.integerIfAny(2) { capitals.insert(capital) }
    }
  }

  /// What a key means; an abbreviated one means what the whole one does, too ("St. Petersburg").
  func meanings(of key: String) throws -> NameMeanings {
    if let known = meanings[key] { return known }
    var found = NameMeanings()
    let match = "SELECT rowid FROM place_names WHERE place_names MATCH ? ORDER BY rowid"
    for key in [key] + wholeKeys(of: key) where !key.isEmpty {
      try db.each(match, [.text("\"\(key)\"")]) { row in
        let number = try row.integer(0)
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
    let sql = "SELECT sum(people) FROM divisions WHERE country = ?"
    return Int(try db.first(sql, [.text(country)]) { try $0.integerIfAny(0) ?? 0 } ?? 0)
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
    let own = ["name_en", "name_" + language.prefix { $0 != "-" }]
    return try db.first("SELECT * FROM countries WHERE code = ?", [.text(country)]) { row in
      var isForeign = false
      for index in 0..<row.count {
        let column = row.name(of: index)
        guard column.hasPrefix("name_"), let name = try row.textIfAny(index), placeKey(name) == key
        else { continue }
        if own.contains(column) { return false }
        isForeign = true
      }
      return isForeign
    } ?? false
  }

  /// Whether a river or lake of the maps is called so.
  func isWater(_ key: String) throws -> Bool {
    if let waterKeys { return waterKeys.contains(key) }
    let sql = "SELECT name FROM rivers_fine UNION SELECT name FROM lakes_fine"
    let names = try db.all(sql) { try $0.text(0) }
    // "Daugava (Zapadnaya Dvina)" is the Daugava.
    let keys = Set(names.map { placeKey(String($0.prefix { $0 != "(" })) })
    waterKeys = keys
    return keys.contains(key)
  }

  func town(_ number: Int64) throws -> Town {
    if let known = towns[number] { return known }
    guard var town = try readTown(number) else { throw DamagedRow(table: "places", id: number) }
    if town.division > 0 { town.place.division = try division(town.division).name }
    towns[number] = town
    return town
  }

  /// Without the name of its region.
  private func readTown(_ number: Int64) throws -> Town? {
    let sql = "SELECT id, country, division, block FROM places WHERE id <= ? ORDER BY id DESC LIMIT 1"
    return try db.first(sql, [.integer(number)]) { row in
      let (first, country) = (try row.integer(0), try row.text(1))
      let place = row.bytes(3) { unpackedPlace($0, at: Int(number - first), country: country) }
      guard let place else { throw DamagedRow(table: "places", id: first) }
      return Town(place: place, division: try row.integer(2), isCapital: capitals.contains(number))
    }
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
    let sql = "SELECT block FROM places WHERE country = ? AND division = ?"
    let blocks = try db.all(sql, [.text(country), .integer(division)]) { row in
      row.bytes(0) { unpackedPlaces($0, country: country) ?? [] }
    }
    let found = blocks.joined().filter { $0.population >= 200_000 }
    cities[region] = found
    return found
  }

  /// A region as a place: its people are those of its towns, its position their middle.
  func division(_ number: Int64) throws -> Place {
    if let known = regions[number] { return known }
    let sql = "SELECT country, name, people, longitude, latitude FROM divisions WHERE id = ?"
    let found = try db.first(sql, [.integer(number)]) { row in
      let (east, north) = (try row.integer(3), try row.integer(4))
      return Place(
        name: try row.text(1), country: try row.text(0),
        position: GeoPoint(longitude: Double(east) / 100, latitude: Double(north) / 100),
        population: Int(try row.integer(2)))
    }
    guard let found else { throw DamagedRow(table: "divisions", id: number) }
    regions[number] = found
    return found
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
