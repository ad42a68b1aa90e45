import Foundation

@testable import Atlas

/// A row of Expected/place-mentions.csv: what a name in a sentence means.
///
/// The sentences were written before the finder first ran; every third is held out: the finder was not changed for
/// its sake.
struct MentionSample {
  var isHeldOut: Bool
  var hints: PlaceHints
  var sentence: String
  var mention: String
  /// "town", "region" or "none".
  var kind: String
  var name: String
  var country: String
  var position: GeoPoint?

  static func all() throws -> [MentionSample] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Expected/place-mentions.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
      let field = fields(String(line))
      let position = Double(field[8]).flatMap { north in
        Double(field[9]).map { GeoPoint(longitude: $0, latitude: north) }
      }
      return MentionSample(
        isHeldOut: field[0] == "held-out",
        hints: PlaceHints(countries: field[2].split(separator: " ").map(String.init), language: field[1]),
        sentence: field[3], mention: field[4], kind: field[5], name: field[6], country: field[7],
        position: position)
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

  /// What is wrong with what the finder says of the sentence, or nothing.
  func mistake(in found: [PlaceMention], atlas: Atlas) throws -> String? {
    guard let range = sentence.range(of: mention) else { return "the mention is not in the sentence" }
    let start = sentence.unicodeScalars.distance(from: sentence.startIndex, to: range.lowerBound)
    let end = sentence.unicodeScalars.distance(from: sentence.startIndex, to: range.upperBound)
    let hit = found.first { $0.range.overlaps(start..<end) }
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
