import Atlas
import Diagnostics
import Tables

/// The pack's own places (places.csv): where the gazetteer has none, or another one.
struct PlaceList {
  /// A row that can be read.
  struct Row {
    var place: Place
    var country: Table.Field
    var position: SourceLocation
  }

  private(set) var rows: [Row] = []
  /// Keys of the names of rows with mistakes: a map that names one makes no mistake of its own.
  private var unread: Set<String> = []
  private(set) var bySpelling: [String: Place] = [:]
  private var byKey: [String: Place] = [:]
  /// Spellings of towns of the gazetteer that share a row's key, but are other names.
  private var otherSpellings: Set<String> = []

  init() {}

  /// By their names as written.
  var places: [String: Place] {
    Dictionary(rows.map { ($0.place.name, $0.place) }, uniquingKeysWith: { first, _ in first })
  }

  /// The place of that name; case and marks don't matter, nor do spaces and hyphens where the gazetteer has no town that
  /// is spelt just so.
  subscript(name: String) -> Place? {
    let spelling = placeSpelling(name)
    return bySpelling[spelling] ?? (otherSpellings.contains(spelling) ? nil : byKey[placeKey(name)])
  }

  /// Leaves its towns to the gazetteer that are spelt otherwise than the rows.
  mutating func leave(_ spellings: Set<String>) { otherSpellings.formUnion(spellings) }

  func isUnread(_ name: String) -> Bool { unread.contains(placeKey(name)) }

  /// Columns: name, country (ISO 3166 alpha-2), latitude, longitude (degrees). Rows with mistakes, which go into the log, are
  /// left out, and all others kept.
  static func read(_ csv: String, file: String, log: inout DiagnosticLog) -> PlaceList {
    guard let table = log.collect({ try Table.read(csv, file: file) }) else { return PlaceList() }
    let columns = ["name", "country", "latitude", "longitude"]
    let positions = columns.map { column in table.header.firstIndex { $0.text.trimmedLowercase == column } }
    for (column, position) in zip(columns, positions) where position == nil {
      log.error(
        "the column '\(column)' is missing", at: SourceLocation(file: file, line: 1),
        advice: "the header is: \(columns.joined(separator: ","))")
    }
    let found = positions.compactMap(\.self)
    var list = PlaceList()
    if found.count < columns.count { return list }
    var lines: [String: SourceLocation] = [:]
    for row in table.rows { list.add(found.map { row[$0] }, lines: &lines, log: &log) }
    return list
  }

  private mutating func add(
    _ fields: [Table.Field], lines: inout [String: SourceLocation], log: inout DiagnosticLog
  ) {
    let name = fields[0].text.trimmed
    let (key, spelling) = (placeKey(name), placeSpelling(name))
    let latitude = Self.degrees(fields[2], within: 90, log: &log)
    let longitude = Self.degrees(fields[3], within: 180, log: &log)
    if key.isEmpty {
      log.error("the place has no name", at: fields[0].location, advice: "write its name as the maps do")
      return
    }
    if let first = lines[spelling] {
      log.error(
        "'\(name)' stands in line \(first.line ?? 0) and again in line \(fields[0].location.line ?? 0)",
        at: fields[0].location, advice: "a name means one place: remove one of the two, or name it otherwise")
      return
    }
    lines[spelling] = fields[0].location
    guard let latitude, let longitude else {
      unread.insert(key)
      return
    }
    let place = Place(
      name: name, country: fields[1].text.trimmed,
      position: GeoPoint(longitude: longitude, latitude: latitude), population: 0)
    rows.append(Row(place: place, country: fields[1], position: fields[2].location))
    bySpelling[spelling] = place
    byKey[key] = byKey[key] ?? place
  }

  /// A row turns out to be wrong.
  mutating func reject(_ name: String) {
    unread.insert(placeKey(name))
    rows.removeAll { $0.place.name == name }
    bySpelling[placeSpelling(name)] = nil
    byKey[placeKey(name)] = rows.first { placeKey($0.place.name) == placeKey(name) }?.place
  }

  private static func degrees(_ field: Table.Field, within limit: Double, log: inout DiagnosticLog)
    -> Double?
  {
    var text = field.text.trimmed.replacing("\u{2212}", with: "-")
    if field.hasDecimalComma { text = text.replacing(",", with: ".") }
    if let value = Double(plain: text), abs(value) <= limit { return value }
    log.error(
      "'\(field.text)' is no angle between −\(Int(limit)) and \(Int(limit)) degrees", at: field.location,
      advice: "write degrees with a decimal point, such as 41.31")
    return nil
  }
}
