import YAMLReading

extension Pack {
  /// Keys of a map beside those of every exhibit.
  static let mapKeys = ["places", "also", "notes"]

  /// Without places, or with "auto", the map shows those that the answer names.
  static func map(_ mapping: YAMLMapping) -> Map {
    let isAuto = mapping["places"].map(isAuto) ?? true
    return Map(
      places: isAuto ? [] : mapping["places"]?.strings() ?? [], also: mapping["also"]?.strings() ?? [],
      findsPlaces: isAuto, notes: mapping["notes"]?.flag() ?? false)
  }

  private static func isAuto(_ node: YAMLNode) -> Bool {
    !node.isSequence && !node.isMapping && !node.isEmpty && node.text()?.text == "auto"
  }

  /// The overview's map; without places it shows those of the questions' maps, with "auto" all that the answers name.
  static func overviewMap(_ node: YAMLNode) -> Exhibit? {
    guard let mapping = node.mapping(keys: ["title", "subtitle", "note"] + mapKeys) else { return nil }
    var map = map(mapping)
    if mapping["places"] == nil { map.findsPlaces = false }
    return exhibit(.map(map), mapping, at: node.location)
  }
}
