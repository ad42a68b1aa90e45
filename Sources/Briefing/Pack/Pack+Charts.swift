import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import YAMLReading

extension Pack {
  static func chart(_ kind: Chart.Kind, _ mapping: YAMLMapping) -> Chart {
    var chart = Chart(kind: kind)
    for key in ChartPlaces.Key.allCases { chart.keys[key] = mapping[key.rawValue]?.location }
    readData(of: &chart, mapping)
    chart.split = mapping["split"]?.choice(of: ChartGrammar.Series.Trait.self)
    chart.multiples = mapping["multiples"].flatMap { multiples($0, kind) }
    chart.order = mapping["sort"].flatMap(order)
    if kind == .area {
      chart.areaMeasure = mapping["as"]?.choice(of: ChartDescription.AreaMeasure.self) ?? .amount
    } else {
      chart.measure = mapping["as"]?.choice(of: ChartDescription.ChangeMeasure.self) ?? .difference
    }
    chart.highlighted = mapping["highlight"]?.strings() ?? []
    chart.references = one(or: mapping["reference"], "references", of: reference)
    if let axis = mapping["axis"]?.mapping(keys: PackKeys.axis) {
      let scale = axis["scale"]?.choice(of: Scale.self)
      chart.isLogarithmic = scale == .log
      chart.axisStart = (axis["scale"] == nil ? axis.required("from") : axis["from"]).flatMap(decimal)
    }
    return chart
  }

  private static func readData(of chart: inout Chart, _ mapping: YAMLMapping) {
    switch chart.kind {
    case .timeline: chart.events = filled(mapping.required("events"), "events", of: event)
    case .flow: chart.flows = filled(mapping.required("flows"), "flows", of: flow)
    case .scatter:
      for key in [ChartPlaces.Key.x, .y] {
        chart.measures[key] = mapping.required(key.rawValue).flatMap { measure($0, PackKeys.measure) }
      }
      chart.measures[.size] = mapping["size"].flatMap { measure($0, PackKeys.size) }
    case .waterfall:
      chart.figures = entries(mapping.required("steps"))
      chart.start = entries(mapping["start"])
      chart.end = entries(mapping["end"])
    default:
      (chart.figures, chart.series) = figures(
        of: mapping, series: chart.kind == .lines ? PackKeys.lineSeries : PackKeys.series)
      if chart.kind == .bullet { chart.targets = entries(mapping.required("targets")) }
    }
  }

  // MARK: Figures

  /// Figures, or lists of them with a label each.
  static func figures(of mapping: YAMLMapping, series keys: [String] = PackKeys.series) -> ([Entry], [Series])
  {
    guard let series = mapping["series"] else { return (entries(mapping.required("figures")), []) }
    if let figures = mapping["figures"] {
      figures.error(
        "there are 'figures' and 'series'", advice: "list the figures in the series they belong to")
    }
    return ([], one(or: series, "series") { self.series($0, keys) })
  }

  /// Ids and patterns, or mappings with an id and a label; a single one counts as a list.
  private static func entries(_ node: YAMLNode?) -> [Entry] {
    guard let node else { return [] }
    return node.isSequence ? filled(node, "figures", of: entry) : [entry(node)].compactMap(\.self)
  }

  private static func entry(_ node: YAMLNode) -> Entry? {
    guard node.isMapping else { return node.text().map { Entry(id: $0) } }
    guard let mapping = node.mapping(keys: PackKeys.entry), let id = mapping.required("figure")?.text()
    else {
      return nil
    }
    return Entry(id: id, label: mapping["label"]?.text())
  }

  private static func measure(_ node: YAMLNode, _ keys: [String]) -> Measure? {
    guard let mapping = node.mapping(keys: keys) else { return nil }
    let label = mapping.required("label")?.text()
    let figures = entries(mapping.required("figures"))
    let start = mapping["from"].flatMap(decimal)
    return label.map { Measure(label: $0, figures: figures, start: start) }
  }

  private static func series(_ node: YAMLNode, _ keys: [String]) -> Series? {
    guard let mapping = node.mapping(keys: keys) else { return nil }
    let label = mapping.required("label")?.text()
    let figures = entries(mapping.required("figures"))
    guard let label else { return nil }
    return Series(
      label: label, figures: figures, low: entries(mapping["low"]), high: entries(mapping["high"]),
      after: mapping["after"]?.text())
  }

  /// A list that must hold something.
  private static func filled<Value>(_ node: YAMLNode?, _ what: String, of read: (YAMLNode) -> Value?)
    -> [Value]
  {
    guard let node, let nodes = node.sequence() else { return [] }
    if nodes.isEmpty {
      node.error("nothing is listed here", advice: "name the \(what) to be shown, or remove the exhibit")
    }
    return nodes.compactMap(read)
  }

  private static func one<Value>(or node: YAMLNode?, _ what: String, of read: (YAMLNode) -> Value?) -> [Value]
  {
    guard let node else { return [] }
    return node.isSequence ? filled(node, what, of: read) : [read(node)].compactMap(\.self)
  }

  // MARK: How it is shown

  /// A trait of figures, or `series` for those that are listed (`group` for events).
  private static func multiples(_ node: YAMLNode, _ kind: Chart.Kind) -> Multiples? {
    let listed = kind == .timeline ? "group" : "series"
    guard let text = node.string() else { return nil }
    if text == listed { return .listed }
    if kind != .timeline, let trait = ChartGrammar.Series.Trait(rawValue: text) { return .trait(trait) }
    let allowed = kind == .timeline ? [listed] : ChartGrammar.Series.Trait.allCases.map(\.rawValue) + [listed]
    node.error("'\(text)' is not allowed here", advice: adviceForUnknown(text, among: allowed))
    return nil
  }

  /// "value" begins with the largest, "period" with the earliest; "asc" and "desc" say otherwise.
  static func order(_ node: YAMLNode) -> ChartDescription.Order? {
    guard let text = node.string() else { return nil }
    switch text {
    case "given": return .given
    case "value", "value desc": return .value(descending: true)
    case "value asc": return .value(descending: false)
    case "period", "period asc": return .period(descending: false)
    case "period desc": return .period(descending: true)
    default:
      node.error(
        "'\(text)' is not allowed here",
        advice: adviceForUnknown(text, among: ["given", "value", "value asc", "period", "period desc"]))
      return nil
    }
  }

  private static func reference(_ node: YAMLNode) -> Reference? {
    guard let mapping = node.mapping(keys: PackKeys.reference) else { return nil }
    let figure = mapping["figure"]?.text()
    let value = mapping["value"].flatMap(decimal)
    if mapping["figure"] == nil, mapping["value"] == nil { _ = mapping.required("figure") }
    if let node = mapping["value"], mapping["figure"] != nil {
      node.error("a figure has its value already", advice: "leave 'value' out")
    }
    // A bare value says nothing; a figure has a label of its own.
    let label = figure == nil ? mapping.required("label")?.text() : mapping["label"]?.text()
    guard figure != nil || value != nil else { return nil }
    return Reference(location: node.location, figure: figure, value: value, label: label)
  }

  private static func decimal(_ node: YAMLNode) -> Decimal? {
    guard let text = node.string() else { return nil }
    let isNumber =
      !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ".") }
      && text.dropFirst().allSatisfy { $0 != "-" } && text.filter { $0 == "." }.count <= 1
    if isNumber, let value = Decimal(string: text) { return value }
    node.error("'\(text)' is no number", advice: "write digits with a decimal point, such as 2.5")
    return nil
  }

  // MARK: Events and flows

  private static func event(_ node: YAMLNode) -> Event? {
    guard let mapping = node.mapping(keys: PackKeys.event) else {
      return nil
    }
    let (date, label) = (mapping.required("date")?.text(), mapping.required("label")?.text())
    let isHighlighted = mapping["highlight"]?.flag() ?? false
    guard let date, let label else { return nil }
    return Event(
      date: date, label: label, source: mapping["source"]?.text(), group: mapping["group"]?.text(),
      isHighlighted: isHighlighted)
  }

  private static func flow(_ node: YAMLNode) -> Flow? {
    guard let mapping = node.mapping(keys: PackKeys.flow) else { return nil }
    let (from, to) = (mapping.required("from")?.text(), mapping.required("to")?.text())
    let goods = filled(mapping.required("goods"), "goods", of: good)
    guard let from, let to else { return nil }
    return Flow(from: from, to: to, goods: goods, source: mapping["source"]?.text())
  }

  private static func good(_ node: YAMLNode) -> Good? {
    guard node.isMapping else { return node.text().map { Good(label: $0) } }
    guard let mapping = node.mapping(keys: PackKeys.entry),
      let figure = mapping.required("figure")?.text()
    else {
      return nil
    }
    return Good(label: mapping["label"]?.text(), figure: figure)
  }
}
