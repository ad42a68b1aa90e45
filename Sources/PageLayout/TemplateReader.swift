import Diagnostics
import YAMLReading

/// Reads one page of a layout: its rows, areas and what flows where.
struct TemplateReader {
  let reader: LayoutReader
  let columns: Int

  func template(_ name: String, _ node: YAMLNode) -> PageTemplate? {
    guard let mapping = node.mapping(keys: ["each", "from", "section", "rows", "areas", "flow", "continued"]) else { return nil }
    let rows = (mapping.required("rows")?.anyMapping()?.entries ?? []).compactMap { row($0.text, $1) }
    let written = mapping.required("areas")?.anyMapping()?.entries ?? []
    let areas = written.compactMap { area($0.text, $1, rows: rows) }
    // Areas with mistakes count here too: what flows into them is no mistake of its own.
    let names = written.map(\.key.text)
    for (key, value) in written {
      guard let next = areas.first(where: { $0.name == key.text })?.next else { continue }
      checkArea(next, at: value.location, areas: names, page: name)
    }
    if let section = mapping["section"]?.text() { Placeholders.check(section, in: reader.file) }
    return PageTemplate(
      name: name, each: each(mapping), section: mapping["section"]?.string() ?? "", rows: rows,
      areas: areas, flow: flows(mapping.required("flow"), areas: names, page: name),
      continued: flows(mapping["continued"], areas: names, page: name))
  }

  private enum EachName: String, CaseIterable { case pack, question, exhibit }

  private func each(_ mapping: YAMLMapping) -> PageTemplate.Each {
    let from = mapping["from"]?.integer()
    if let from, from < 1 { mapping["from"]?.error("exhibits are counted from 1") }
    switch mapping["each"]?.choice(of: EachName.self) {
    case .question: return .question
    case .exhibit: return .exhibit(from: max(from ?? 1, 1))
    case .pack, nil: return .pack
    }
  }

  private func row(_ name: String, _ node: YAMLNode) -> PageTemplate.Row? {
    var row = PageTemplate.Row(
      name: name, height: .content, least: 0, most: .infinity, after: 0, isAtFoot: false, floats: false)
    if !node.isMapping {
      guard let height = height(node) else { return nil }
      row.height = height
      return row
    }
    guard let mapping = node.mapping(keys: ["height", "least", "most", "after", "foot", "floats"]) else { return nil }
    guard let height = mapping.required("height").flatMap(height) else { return nil }
    row.height = height
    row.least = reader.length(mapping["least"]) ?? 0
    row.most = reader.length(mapping["most"]) ?? .infinity
    row.after = reader.length(mapping["after"]) ?? 0
    row.isAtFoot = mapping["foot"]?.flag() ?? false
    row.floats = mapping["floats"]?.flag() ?? false
    return row
  }

  /// "content", "1 share" or a length.
  private func height(_ node: YAMLNode) -> PageTemplate.Row.Height? {
    guard let text = node.string() else { return nil }
    if text == "content" { return .content }
    for unit in ["shares", "share"] where text.hasSuffix(unit) {
      if let share = Double(text.dropLast(unit.count).filter { !$0.isWhitespace }), share > 0 { return .share(share) }
      node.error("'\(text)' is no share", advice: "write 1 share, 2 shares …")
      return nil
    }
    return reader.length(node).map { .fixed($0) }
  }

  private func area(_ name: String, _ node: YAMLNode, rows: [PageTemplate.Row]) -> PageTemplate.Area? {
    guard let mapping = node.mapping(keys: ["row", "columns", "next"]) else { return nil }
    let row = mapping.required("row")?.string()
    if let row, !rows.contains(where: { $0.name == row }) {
      mapping["row"]?.error("this page has no row '\(row)'", advice: adviceForUnknown(row, among: rows.map(\.name)))
    }
    let range = mapping.required("columns").flatMap(columnRange)
    guard let row, let range else { return nil }
    return PageTemplate.Area(name: name, row: row, columns: range, next: mapping["next"]?.string())
  }

  /// "3" or "3-12".
  private func columnRange(_ node: YAMLNode) -> ClosedRange<Int>? {
    guard let text = node.string() else { return nil }
    let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map { Int($0.filter { !$0.isWhitespace }) }
    let numbers = ends.compactMap { $0 }
    guard numbers.count == ends.count, (1...2).contains(numbers.count), let first = numbers.first,
      let last = numbers.last, first >= 1, first <= last, last <= columns
    else {
      node.error("'\(text)' is no range of columns", advice: "write 3 or 3-12; the grid has \(columns) columns")
      return nil
    }
    return first...last
  }

  private func flows(_ node: YAMLNode?, areas: [String], page: String) -> [PageTemplate.Flow] {
    (node?.anyMapping()?.entries ?? []).map { name, value in
      checkArea(name.text, at: name.location, areas: areas, page: page)
      let nodes = value.isSequence ? value.sequence() ?? [] : [value]
      return PageTemplate.Flow(area: name.text, items: nodes.compactMap { item($0, areas: areas, page: page) })
    }
  }

  private func item(_ node: YAMLNode, areas: [String], page: String) -> PageTemplate.Item? {
    if !node.isMapping { return node.choice(of: ContentName.self).map { .content($0, limit: .init()) } }
    guard let mapping = node.mapping(keys: ["content", "most", "within", "unless", "text", "style", "rule"]) else { return nil }
    if let content = mapping["content"] {
      let within = mapping["within"]
      if let within, let name = within.string() { checkArea(name, at: within.location, areas: areas, page: page) }
      let limit = PageTemplate.Limit(most: mapping["most"]?.integer(), within: within?.string(),
        unless: mapping["unless"]?.choice(of: ContentName.self))
      return content.choice(of: ContentName.self).map { .content($0, limit: limit) }
    }
    if let rule = mapping["rule"] { return rule.choice(of: ColorName.self).map { .rule($0) } }
    let text = mapping.required("text")?.string()
    let style = mapping.required("style")?.choice(of: StyleRole.self)
    guard let text, let style else { return nil }
    return .text(text, style)
  }

  private func checkArea(_ name: String, at location: SourceLocation, areas: [String], page: String) {
    if areas.contains(name) { return }
    reader.file.error(
      "the page '\(page)' has no area '\(name)'", at: location, advice: adviceForUnknown(name, among: areas))
  }
}
