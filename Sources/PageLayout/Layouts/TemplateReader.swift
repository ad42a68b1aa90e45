import Briefing
import Diagnostics
import YAMLReading

/// Reads one page of a layout: its rows, areas and what flows where.
struct TemplateReader {
  let reader: LayoutReader
  let columns: Int

  func template(_ name: String, _ node: YAMLNode) -> PageTemplate? {
    guard let mapping = node.mapping(keys: LayoutKeys.page) else { return nil }
    let writtenRows = mapping.required("rows")?.anyMapping()?.entries ?? []
    let rows = writtenRows.compactMap { row($0.text, $1) }
    let written = mapping.required("areas")?.anyMapping()?.entries ?? []
    let areas = written.compactMap { area($0.text, $1, rows: writtenRows.map(\.key.text)) }
    checkHeight(of: rows, mapping["rows"], page: name)
    // Rows and areas with mistakes count too: what stands in them and flows into them is no mistake of its own.
    let names = written.map(\.key.text)
    for (key, value) in written {
      guard let area = areas.first(where: { $0.name == key.text }) else { continue }
      checkColumns(of: area, value, among: areas)
      if let next = value.anyMapping()?["next"]?.text() {
        checkArea(next.text, at: next.location, areas: names, page: name)
        checkNext(next, of: area, among: areas)
      }
    }
    if let section = mapping["section"]?.text() { Placeholders.check(section, in: reader.file) }
    return PageTemplate(
      name: name, each: each(mapping),
      over: reader.integer(mapping["over"], "the number of pages", in: 0...Int.max),
      isSingle: mapping["single"]?.flag() ?? false,
      section: mapping["section"]?.string() ?? "",
      hasRunningLines: mapping["running"]?.flag() ?? true,
      background: reader.ground(mapping["background"], keys: LayoutKeys.ground), rows: rows,
      areas: areas, flow: flows(mapping.required("flow"), areas: names, page: name),
      continued: flows(mapping["continued"], areas: names, page: name))
  }

  enum EachName: String, CaseIterable { case pack, question, exhibit, slide, page }

  private func each(_ mapping: YAMLMapping) -> PageTemplate.Each {
    let from = reader.integer(mapping["from"], "the first exhibit", in: 1...Int.max)
    switch mapping["each"]?.choice(of: EachName.self) {
    case .question: return .question
    case .slide: return .slide
    case .page: return .page(mapping["place"]?.choice(of: FreePage.Place.self) ?? .after)
    case .exhibit: return .exhibit(from: from ?? 1)
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
    guard let mapping = node.mapping(keys: LayoutKeys.row) else { return nil }
    guard let height = mapping.required("height").flatMap(height) else { return nil }
    row.height = height
    row.least = reader.length(mapping["least"], "a row's height") ?? 0
    row.most = reader.length(mapping["most"], "a row's largest height", from: row.least) ?? .infinity
    row.after = reader.length(mapping["after"], "the room after") ?? 0
    row.isAtFoot = mapping["foot"]?.flag() ?? false
    row.floats = mapping["floats"]?.flag() ?? false
    return row
  }

  /// "content", "1 share" or a length.
  private func height(_ node: YAMLNode) -> PageTemplate.Row.Height? {
    guard let text = node.string() else { return nil }
    if text == "content" { return .content }
    for unit in ["shares", "share"] where text.hasSuffix(unit) {
      let share = Double(plain: text.dropLast(unit.count).filter { !$0.isWhitespace })
      if let share, share > 0, share.isFinite { return .share(share) }
      node.error("'\(text)' is no share", advice: "write 1 share, 2 shares …")
      return nil
    }
    return reader.length(node, "a row's height").map { .fixed($0) }
  }

  /// Notes rows that need more than a body has.
  private func checkHeight(of rows: [PageTemplate.Row], _ node: YAMLNode?, page: String) {
    var needed = 0.0
    for row in rows {
      if case .fixed(let height) = row.height { needed += height } else { needed += row.least }
      needed += row.after
    }
    guard needed > reader.leastBodyHeight else { return }
    node?.error(
      "the rows of the page '\(page)' need \(reader.plain(needed)) pt",
      advice: "the body has \(reader.plain(reader.leastBodyHeight)) pt on the layout's lowest paper")
  }

  private func area(_ name: String, _ node: YAMLNode, rows: [String]) -> PageTemplate.Area? {
    guard let mapping = node.mapping(keys: LayoutKeys.area) else { return nil }
    let row = mapping.required("row")?.string()
    if let row, !rows.contains(row) {
      mapping["row"]?.error("this page has no row '\(row)'", advice: adviceForUnknown(row, among: rows))
    }
    let range = mapping.required("columns").flatMap(columnRange)
    guard let row, let range else { return nil }
    return PageTemplate.Area(
      name: name, row: row, columns: range, alone: mapping["alone"].flatMap(columnRange),
      next: mapping["next"]?.string(),
      background: reader.ground(mapping["background"], keys: LayoutKeys.areaGround))
  }

  /// "3" or "3-12".
  private func columnRange(_ node: YAMLNode) -> ClosedRange<Int>? {
    guard let text = node.string() else { return nil }
    let ends = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).map {
      Int($0.filter { !$0.isWhitespace })
    }
    let numbers = ends.compactMap { $0 }
    guard numbers.count == ends.count, (1...2).contains(numbers.count), let first = numbers.first,
      let last = numbers.last, first >= 1, first <= last, last <= columns
    else {
      node.error(
        "'\(text)' is no range of columns", advice: "write 3 or 3-12; the grid has \(columns) columns")
      return nil
    }
    return first...last
  }

  private func flows(_ node: YAMLNode?, areas: [String], page: String) -> [PageTemplate.Flow] {
    (node?.anyMapping()?.entries ?? []).map { name, value in
      checkArea(name.text, at: name.location, areas: areas, page: page)
      let nodes = value.isSequence ? value.sequence() ?? [] : [value]
      return PageTemplate.Flow(
        area: name.text, items: nodes.compactMap { item($0, areas: areas, page: page) })
    }
  }

  private func item(_ node: YAMLNode, areas: [String], page: String) -> PageTemplate.Item? {
    if !node.isMapping { return node.choice(of: ContentName.self).map { .content($0, limit: .init()) } }
    guard let mapping = node.mapping(keys: LayoutKeys.item) else { return nil }
    if let content = mapping["content"] {
      let within = mapping["within"]
      if let within, let name = within.string() {
        checkArea(name, at: within.location, areas: areas, page: page)
      }
      let most = reader.integer(mapping["most"], "the most of a content", in: 1...Int.max)
      let limit = PageTemplate.Limit(
        most: most, within: within?.string(), unless: mapping["unless"]?.choice(of: ContentName.self),
        with: mapping["with"]?.choice(of: ContentName.self))
      return content.choice(of: ContentName.self).map { .content($0, limit: limit) }
    }
    if mapping["image"] != nil { return reader.placedPicture(mapping).map { .image($0) } }
    if let rule = mapping["rule"] { return rule.choice(of: ColorName.self).map { .rule($0) } }
    let text = mapping.required("text")?.string()
    let style = mapping.required("style")?.choice(of: StyleRole.self)
    guard let text, let style else { return nil }
    return .text(text, style, with: mapping["with"]?.choice(of: ContentName.self))
  }

  /// Notes columns that an area before this one has in the same row.
  private func checkColumns(of area: PageTemplate.Area, _ node: YAMLNode, among areas: [PageTemplate.Area]) {
    let before = areas.prefix { $0.name != area.name }
    guard let other = before.first(where: { $0.row == area.row && $0.columns.overlaps(area.columns) }) else {
      return
    }
    node.anyMapping()?["columns"]?.error(
      "the areas '\(other.name)' and '\(area.name)' of the row '\(area.row)' have columns in common",
      advice: "give each columns of its own, or a row of its own")
  }

  /// Notes an area that goes on where it can't: in itself by whatever way, in another row, or where another goes on.
  private func checkNext(_ next: YAMLText, of area: PageTemplate.Area, among areas: [PageTemplate.Area]) {
    guard let target = areas.first(where: { $0.name == next.text }) else { return }
    let advice = "an area goes on in another of its row, and the last of them nowhere"
    if target.row != area.row {
      reader.file.error(
        "the area '\(area.name)' can't go on in '\(next.text)', which is in another row", at: next.location,
        advice: advice)
    }
    if let other = areas.prefix(while: { $0.name != area.name }).first(where: { $0.next == next.text }) {
      reader.file.error(
        "the area '\(other.name)' goes on in '\(next.text)' already", at: next.location, advice: advice)
    }
    var chain = [area.name]
    var after = area.next
    while let name = after, !chain.contains(name) {
      chain.append(name)
      after = areas.first { $0.name == name }?.next
    }
    let first = areas.first { chain.contains($0.name) }
    if after == area.name, first?.name == area.name {
      reader.file.error(
        "the area '\(area.name)' goes on in itself (\((chain + [area.name]).joined(separator: " → ")))",
        at: next.location, advice: advice)
    }
  }

  private func checkArea(_ name: String, at location: SourceLocation, areas: [String], page: String) {
    if areas.contains(name) { return }
    reader.file.error(
      "the page '\(page)' has no area '\(name)'", at: location, advice: adviceForUnknown(name, among: areas))
  }
}
