import Atlas
import Diagnostics
import Tables

/// The pack's own places (places.csv): where the gazetteer has none, or another one.
struct PlaceList {
  private(set) var places: [String: Place] = [:]

  init() {}

  /// Columns: name, country (ISO 3166 alpha-2), latitude, longitude (degrees).
  static func read(_ csv: String, file: String) throws(DiagnosticError) -> PlaceList {
    let table = try Table.read(csv, file: file)
    var log = DiagnosticLog()
    var list = PlaceList()
    let columns = ["name", "country", "latitude", "longitude"]
    for column in columns where !table.header.contains(where: { $0.text == column }) {
      log.error(
        "the column '\(column)' is missing", at: SourceLocation(file: file, line: 1),
        advice: "the header is: \(columns.joined(separator: ","))")
    }
    try log.throwIfErrors()
    let positions = columns.compactMap { column in table.header.firstIndex { $0.text == column } }
    for row in table.rows {
      let fields = positions.map { row[$0] }
      let latitude = degrees(fields[2], within: 90, log: &log)
      let longitude = degrees(fields[3], within: 180, log: &log)
      if fields[0].text.isEmpty {
        log.error("the place has no name", at: fields[0].location, advice: "write its name as the maps do")
      }
      guard let latitude, let longitude else { continue }
      list.places[fields[0].text] = Place(
        name: fields[0].text, country: fields[1].text,
        position: GeoPoint(longitude: longitude, latitude: latitude), population: 0)
    }
    try log.throwIfErrors()
    return list
  }

  private static func degrees(_ field: Table.Field, within limit: Double, log: inout DiagnosticLog)
    -> Double?
  {
    if let value = Double(field.text), abs(value) <= limit { return value }
    log.error(
      "'\(field.text)' is no angle between −\(Int(limit)) and \(Int(limit)) degrees", at: field.location,
      advice: "write degrees with a decimal point, such as 41.31")
    return nil
  }
}
