import Foundation
import TestSupport

@testable import Atlas

/// A row of a list of mentions: what a name in a sentence means.
struct MentionSample {
  /// "tuned", "held-out", "fresh".
  var set: String
  var hints: PlaceHints
  var sentence: String
  var mention: String
  /// Which one, where the sentence has it several times; counted from 0.
  var occurrence: Int
  /// "town", "region" or "none".
  var kind: String
  var name: String
  var country: String
  var position: GeoPoint?

  /// The rows of Expected/LIST.csv.
  static func all(in list: String) throws -> [MentionSample] {
    let rows = try contents("Tests/AtlasTests/Expected/\(list).csv").split(separator: "\n").map {
      fields(String($0))
    }
    let header = rows[0]
    return rows.dropFirst().map { row in
      let field = Dictionary(uniqueKeysWithValues: zip(header, row))
      func value(_ column: String) -> String { field[column] ?? "" }
      let position = Double(value("latitude")).flatMap { north in
        Double(value("longitude")).map { GeoPoint(longitude: $0, latitude: north) }
      }
      return MentionSample(
        set: value("set"),
        hints: PlaceHints(
          countries: value("countries").split(separator: " ").map(String.init), language: value("language")),
        sentence: value("sentence").replacingOccurrences(of: "\\n", with: "\n"), mention: value("mention"),
        occurrence: Int(value("occurrence")) ?? 0, kind: value("kind"), name: value("name"),
        country: value("country"), position: position)
    }
  }

  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  /// Where the mention stands in the sentence, in Unicode scalars.
  var range: Range<Int>? {
    var rest = sentence.startIndex..<sentence.endIndex
    for _ in 0..<occurrence {
      guard let hit = sentence.range(of: mention, range: rest) else { return nil }
      rest = hit.upperBound..<sentence.endIndex
    }
    guard let hit = sentence.range(of: mention, range: rest) else { return nil }
    let start = sentence.unicodeScalars.distance(from: sentence.startIndex, to: hit.lowerBound)
    let end = sentence.unicodeScalars.distance(from: sentence.startIndex, to: hit.upperBound)
    return start..<end
  }

  /// What is wrong with what the finder says of the sentence, or nothing.
  func mistake(in found: [PlaceMention], atlas: Atlas) throws -> String? {
    guard let range else { return "the mention is not in the sentence" }
    let hit = found.first { $0.range.overlaps(range) }
    guard let hit else { return kind == "none" ? nil : "not found" }
    let told = "\(hit.kind) \(hit.place.name), \(hit.place.division), \(hit.place.country)"
    if kind != hit.kind.rawValue || country != hit.place.country { return told }
    if kind == "region" {
      return try atlas.divisions(named: name).contains(hit.place)
        || placeKey(hit.place.name) == placeKey(name)
        ? nil : told
    }
    guard let position else { return "no position in the list" }
    return kilometres(position, hit.place.position) < 5 ? nil : told
  }
}
