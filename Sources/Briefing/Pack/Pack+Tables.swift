import ChartGrammar
import Diagnostics
import YAMLReading

extension Pack {
  /// A table as pack.yml describes it: ids and patterns are not yet figures.
  struct Table {
    /// Of what is said about it.
    var keys: [TablePlaces.Key: SourceLocation] = [:]
    var figures: [Entry] = []
    var series: [Series] = []
    var rows: [TableDescription.Trait] = []
    var columns: TableDescription.Trait?
    var sort: ChartDescription.Order?
    var hasTotal = false
    var hasLines = false
    var changes: [TableDescription.Since] = []
    var measure = ChartDescription.ChangeMeasure.percent
    var highlighted: [YAMLText] = []
    var isHeated = false
  }

  static func table(_ mapping: YAMLMapping) -> Table {
    var table = Table()
    for key in TablePlaces.Key.allCases { table.keys[key] = mapping[key.rawValue]?.location }
    (table.figures, table.series) = figures(of: mapping)
    table.rows = mapping["rows"].map(traits) ?? []
    table.columns = mapping["columns"]?.choice(of: TableDescription.Trait.self)
    table.sort = mapping["sort"].flatMap(order)
    table.hasTotal = mapping["total"]?.flag() ?? false
    table.hasLines = mapping["lines"]?.flag() ?? false
    table.changes = mapping["change"].map(changes) ?? []
    table.measure = mapping["as"]?.choice(of: ChartDescription.ChangeMeasure.self) ?? .percent
    table.highlighted = mapping["highlight"]?.strings() ?? []
    table.isHeated = mapping["heat"]?.flag() ?? false
    return table
  }

  /// One, or a list of two of which the first makes groups.
  private static func traits(_ node: YAMLNode) -> [TableDescription.Trait] {
    guard node.isSequence, let nodes = node.sequence() else {
      return [node.choice(of: TableDescription.Trait.self)].compactMap(\.self)
    }
    if !(1...2).contains(nodes.count) {
      node.error(
        "rows are made by one thing, or by two of which the first makes groups",
        advice: "write such as 'rows: label' or 'rows: [reporter, label]'")
    }
    let traits = nodes.compactMap { $0.choice(of: TableDescription.Trait.self) }
    if traits.count == 2, traits[0] == traits[1] {
      node.error("'\(traits[0].rawValue)' is named twice", advice: "name it once")
    }
    return traits
  }

  /// "true" is from the first period; a list has a column for each.
  private static func changes(_ node: YAMLNode) -> [TableDescription.Since] {
    guard node.isSequence, let nodes = node.sequence() else {
      guard let text = node.string() else { return [] }
      if TableDescription.Since(rawValue: text) == nil,
        ["true", "yes", "on", "false", "no", "off"].contains(text)
      {
        return node.flag() == true ? [.first] : []
      }
      return [node.choice(of: TableDescription.Since.self)].compactMap(\.self)
    }
    return nodes.compactMap { $0.choice(of: TableDescription.Since.self) }
  }
}
