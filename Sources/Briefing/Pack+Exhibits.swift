import Diagnostics
import YAMLReading

extension Pack {
  /// Keys of every exhibit.
  static let exhibitKeys = ["kind", "title", "subtitle", "note"]

  static func exhibit(_ node: YAMLNode) -> Exhibit? {
    guard let any = node.anyMapping(), let kind = any.required("kind")?.choice(of: Exhibit.Kind.self) else {
      return nil
    }
    guard let mapping = node.mapping(keys: exhibitKeys + keys(of: kind)) else { return nil }
    let content: Exhibit.Content =
      switch kind {
      case .map: .map(map(mapping))
      case .bars: .chart(chart(.bars, mapping))
      case .share: .chart(chart(.share, mapping))
      case .timeline: .chart(chart(.timeline, mapping))
      }
    return exhibit(content, mapping, at: node.location)
  }

  /// Its texts, which are the same for every kind.
  static func exhibit(_ content: Exhibit.Content, _ mapping: YAMLMapping, at location: SourceLocation)
    -> Exhibit
  {
    Exhibit(
      location: location, title: mapping["title"]?.text(), subtitle: mapping["subtitle"]?.text(),
      note: mapping["note"]?.text(), content: content)
  }

  private static func keys(of kind: Exhibit.Kind) -> [String] {
    switch kind {
    case .map: mapKeys
    case .bars, .share: ["figures"]
    case .timeline: ["events"]
    }
  }
}
