import Diagnostics
import YAMLReading

extension Pack {
  static func exhibit(_ node: YAMLNode) -> Exhibit? {
    guard let any = node.anyMapping(), let kind = any.required("kind") else { return nil }
    if let text = kind.string(), text == "map" {
      return node.mapping(keys: PackKeys.exhibit + PackKeys.map).map {
        exhibit(.map(map($0)), $0, at: node.location)
      }
    }
    if let text = kind.string(), text == "table" {
      return node.mapping(keys: PackKeys.exhibit + PackKeys.table).map {
        exhibit(.table(table($0)), $0, at: node.location)
      }
    }
    if let text = kind.string(), text == "picture" {
      return node.mapping(keys: PackKeys.exhibit + PackKeys.picture).flatMap { mapping in
        picture(mapping, at: node.location).map { exhibit(.picture($0), mapping, at: node.location) }
      }
    }
    guard let chart = chartKind(kind),
      let mapping = node.mapping(keys: PackKeys.exhibit + PackKeys.chart(chart))
    else {
      return nil
    }
    return exhibit(.chart(self.chart(chart, mapping)), mapping, at: node.location)
  }

  private static func chartKind(_ node: YAMLNode) -> Chart.Kind? {
    guard !node.isEmpty, let text = node.string() else { return nil }
    if let kind = Chart.Kind(rawValue: text) { return kind }
    node.error(
      "'\(text)' is not allowed here",
      advice: elsewhere[text]
        ?? adviceForUnknown(
          text, among: Chart.Kind.allCases.map(\.rawValue) + ["map", "table", "picture"]))
    return nil
  }

  /// What other programs have as kinds, and is a way of one here.
  private static let elsewhere = [
    "heatmap":
      "write 'kind: table' with 'heat: true': a grid whose cells are tinted by their values, and say them"
  ]

  /// Its texts, which are the same for every kind.
  static func exhibit(_ content: Exhibit.Content, _ mapping: YAMLMapping, at location: SourceLocation)
    -> Exhibit
  {
    Exhibit(
      location: location, title: mapping["title"]?.text(), subtitle: mapping["subtitle"]?.text(),
      note: mapping["note"]?.text(), noteWhile: mapping["note-while"]?.text(),
      layouts: mapping["on"]?.strings() ?? [], points: mapping["points"].flatMap(pointNumbers),
      // Of a map, `true` once meant what `footnotes` says.
      notes: notes(mapping["notes"].flatMap { $0.isFlag ? nil : $0 }), content: content)
  }

  /// "3", "[1, 3]", or "[]" for none.
  private static func pointNumbers(_ node: YAMLNode) -> [PointNumber]? {
    let nodes = node.isSequence ? node.sequence() : [node]
    return nodes?.compactMap { node in
      node.integer().map { PointNumber(number: $0, location: node.location) }
    }
  }
}
