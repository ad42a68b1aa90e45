import YAMLReading

extension Pack {
  /// Keys of a map beside those of every exhibit.
  static let mapKeys = ["places", "also"]

  static func map(_ mapping: YAMLMapping) -> Map {
    _ = mapping.required("places")
    return Map(places: mapping["places"]?.strings() ?? [], also: mapping["also"]?.strings() ?? [])
  }

  /// The overview's map; without places it shows those of the questions' maps.
  static func overviewMap(_ node: YAMLNode) -> Exhibit? {
    guard let mapping = node.mapping(keys: ["title", "subtitle", "note", "places", "also"]) else {
      return nil
    }
    let map = Map(places: mapping["places"]?.strings() ?? [], also: mapping["also"]?.strings() ?? [])
    return exhibit(.map(map), mapping, at: node.location)
  }
}
