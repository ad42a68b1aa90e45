import Diagnostics
import YAMLReading

/// Corridors and areas of a map.
extension Pack.Map {
  struct Zone {
    enum Form {
      case corridor(width: Double?)
      case area(radius: Double)
    }

    var location: SourceLocation
    var form: Form
    var stops: [YAMLText]
    var figure: YAMLText?
    var label: YAMLText?
  }
}

extension Pack {
  static func zones(_ mapping: YAMLMapping) -> [Map.Zone] {
    (mapping["corridors"]?.sequence() ?? []).compactMap(corridor)
      + (mapping["areas"]?.sequence() ?? []).compactMap(area)
  }

  /// `{ along: [A, B], km: 100, label: … }`.
  private static func corridor(_ node: YAMLNode) -> Map.Zone? {
    guard let mapping = node.mapping(keys: PackKeys.corridor), let along = mapping.required("along"),
      let stops = along.strings()
    else { return nil }
    if stops.count < 2 {
      along.error(
        "a corridor leads from one place to another", advice: "name two places or more, in their order")
      return nil
    }
    guard let width = kilometres(mapping, "wide") else { return nil }
    return zone(.corridor(width: width), stops, "corridor", mapping, node)
  }

  /// `{ around: A, km: 100, label: … }`.
  private static func area(_ node: YAMLNode) -> Map.Zone? {
    guard let mapping = node.mapping(keys: PackKeys.area), let around = mapping.required("around"),
      let stops = around.strings(), mapping.required("km") != nil,
      let reach = kilometres(mapping, "around its places")
    else { return nil }
    if stops.isEmpty { around.error("no place is named here", advice: "write 'around: A town'") }
    return reach.flatMap { zone(.area(radius: $0), stops, "area", mapping, node) }
  }

  /// None where none are told; `nil` where what is told is wrong.
  private static func kilometres(_ mapping: YAMLMapping, _ what: String) -> Double?? {
    guard let node = mapping["km"] else { return .some(nil) }
    guard let value = node.number() else { return nil }
    if value >= 1, value <= 3000 { return value }
    node.error("1 to 3000 km \(what) can be shown", advice: "write such a distance")
    return nil
  }

  private static func zone(
    _ form: Map.Zone.Form, _ stops: [YAMLText], _ what: String, _ mapping: YAMLMapping, _ node: YAMLNode
  ) -> Map.Zone? {
    let (figure, label) = (mapping["figure"]?.text(), mapping["label"]?.text())
    if figure == nil, label == nil {
      node.error("nothing is said of this \(what)", advice: "add 'label: …' or 'figure: …'")
      return nil
    }
    return Map.Zone(location: node.location, form: form, stops: stops, figure: figure, label: label)
  }
}
