import ChartGrammar
import Diagnostics
import Evidence
import YAMLReading

extension StoryComposer {
  /// The chart and its sources; `nil` where nothing of it could be read.
  mutating func content(of chart: Pack.Chart, at location: SourceLocation) -> (ChartDescription, [Source])? {
    switch chart.kind {
    case .timeline: timeline(chart, at: location)
    case .flow: flow(chart, at: location)
    case .scatter: scatter(chart, at: location)
    default: figures(chart, at: location)
    }
  }

  // MARK: Figures

  /// Figures as they are named, and where.
  struct Named {
    var figures: [Figure] = []
    var places: [String: SourceLocation] = [:]
    /// Whether each name stands for a figure.
    var isWhole = true

    mutating func add(_ other: Named) {
      figures += other.figures
      places.merge(other.places) { first, _ in first }
      isWhole = isWhole && other.isWhole
    }
  }

  private mutating func figures(_ chart: Pack.Chart, at location: SourceLocation) -> (
    ChartDescription, [Source]
  )? {
    var all = Named()
    var bounds = Named()
    var listed: [Series] = []
    for told in chart.series {
      let named = self.named(told.figures)
      let (low, high) = (self.named(told.low), self.named(told.high))
      var series = Series(name: inline.read(told.label).text, figures: named.figures)
      (series.low, series.high) = (low.figures, high.figures)
      series.after = told.after.map { inline.read($0).text }
      listed.append(series)
      all.add(named)
      bounds.add(low)
      bounds.add(high)
    }
    all.add(named(chart.figures))
    all.places.merge(bounds.places) { first, _ in first }
    let targets = named(chart.targets)
    all.places.merge(targets.places) { first, _ in first }
    let totals = (start: total(chart.start, .start, chart), end: total(chart.end, .end, chart))
    for total in [totals.start, totals.end] { all.places.merge(total.places) { first, _ in first } }
    var withTotals = all
    withTotals.add(totals.start)
    withTotals.add(totals.end)
    let highlighted = highlighted(chart.highlighted, in: &withTotals)
    var references = chart.references.compactMap { reference($0) }
    guard let table = self.figures, all.isWhole, bounds.isWhole, targets.isWhole, totals.start.isWhole,
      totals.end.isWhole,
      !all.figures.isEmpty,
      references.count == chart.references.count
    else {
      return nil
    }
    let comparable =
      chart.kind == .share
      ? nil
      : ComparableFigures(
        all.figures + bounds.figures + targets.figures + totals.start.figures + totals.end.figures
          + references.compactMap(\.figure))
    func shown(_ figures: [Figure]) -> [Figure] { comparable.map { figures.map($0.shown) } ?? figures }
    all.figures = shown(all.figures)
    let targeted = shown(targets.figures)
    if let comparable { references = references.map { $0.shown(comparable.shown) } }
    listed = listed.map { series in
      var series = series
      series.figures = shown(series.figures)
      (series.low, series.high) = (shown(series.low), shown(series.high))
      return series
    }
    let kind = kind(
      of: chart, targets: targeted, start: shown(totals.start.figures).first,
      end: shown(totals.end.figures).first)
    func description(_ series: [Series], _ kind: ChartDescription.Kind) -> ChartDescription {
      let shown = series.flatMap(\.figures)
      let ids = Set(shown.map(\.id))
      var description = ChartDescription(
        kind, series: series,
        highlighted: chart.multiples == nil ? highlighted : highlighted.intersection(ids),
        order: chart.order, references: references, axisStart: chart.axisStart)
      description.isLogarithmic = chart.isLogarithmic
      description.statedProportions = table.statedProportions(among: shown)
      return description
    }
    func divided(_ figures: [Figure]) -> [Series] {
      chart.split.map { Series.split(figures, by: $0) } ?? Series.divided(figures, for: kind)
    }
    let result: ChartDescription
    if let multiples = chart.multiples {
      let panels = panels(multiples, all.figures, listed)
      result = ChartDescription(
        .multiples(
          panels.map { panel in
            var alone = panel
            (alone.name, alone.after) = ("", nil)
            let own = listed.isEmpty ? divided(panel.figures) : [alone]
            let pairs = pairs(of: panel.figures, in: all.figures, targets: targeted)
            return .init(
              title: panel.name, chart: description(own, pairs.map { .bullet(targets: $0) } ?? kind))
          }))
    } else {
      result = description(listed.isEmpty ? divided(all.figures) : listed, kind)
    }
    var places = ChartPlaces(chart: location, keys: chart.keys)
    places.figures = all.places
    places.references = chart.references.map(\.location)
    for (told, series) in zip(chart.series, listed) { places.series[series.name] = told.label.location }
    for problem in result.problems(at: places) { ownLog.add(problem) }
    let shown = result.figures + references.compactMap(\.figure)
    return (result, unique(shown.flatMap(\.sources)))
  }

  /// The figure that a waterfall begins or ends with.
  private mutating func total(_ entries: [Pack.Entry], _ key: ChartPlaces.Key, _ chart: Pack.Chart) -> Named {
    var named = named(entries)
    if named.figures.count > 1, let place = chart.keys[key] {
      ownLog.error(
        "there are \(named.figures.count) figures, and a waterfall has one \(key.rawValue)", at: place,
        advice: "name one; what lies between start and end stands under 'steps'")
      named.isWhole = false
    }
    return named
  }

  private func panels(_ multiples: Pack.Multiples, _ figures: [Figure], _ listed: [Series]) -> [Series] {
    switch multiples {
    case .trait(let trait): Series.split(figures, by: trait)
    case .listed: listed
    }
  }

  /// The targets of a panel's figures, of a bullet chart.
  private func pairs(of panel: [Figure], in all: [Figure], targets: [Figure]) -> [Figure]? {
    if targets.count <= 1 { return targets.isEmpty ? nil : targets }
    return panel.compactMap { figure in
      all.firstIndex { $0.id == figure.id }.flatMap { targets.indices.contains($0) ? targets[$0] : nil }
    }
  }

  private func kind(of chart: Pack.Chart, targets: [Figure], start: Figure?, end: Figure?)
    -> ChartDescription.Kind
  {
    switch chart.kind {
    case .bars: .bars
    case .groupedBars: .groupedBars
    case .stackedBars: .stackedBars
    case .lines: .lines
    case .slope: .slope
    case .dots: .dots
    case .bullet: .bullet(targets: targets)
    case .change: .change(chart.measure)
    case .waterfall: .waterfall(start: start, end: end)
    case .area: .area(chart.areaMeasure)
    case .pyramid: .pyramid
    case .share: .share
    case .timeline: .timeline([])
    case .flow: .flow([])
    case .scatter: .multiples([])
    }
  }

  /// The figures of ids and patterns, in the order of the list, those of a pattern in that of the table.
  mutating func named(_ entries: [Pack.Entry]) -> Named {
    var result = Named()
    for entry in entries {
      let label = entry.label.map { inline.read($0).text }
      note(entry.label, .label, with: [entry.id.text])
      for var figure in matching(entry.id, known: result.figures, isWhole: &result.isWhole) {
        if let label { figure.label = label }
        result.figures.append(figure)
        if result.places[figure.id] == nil { result.places[figure.id] = entry.id.location }
      }
    }
    return result
  }

  /// A pattern stands for what is not named already.
  private mutating func matching(_ id: YAMLText, known: [Figure], isWhole: inout Bool) -> [Figure] {
    guard id.text.contains("*") else {
      let found = figure(id)
      if found == nil { isWhole = false }
      return found.map { [$0] } ?? []
    }
    guard let figures else {
      isWhole = false
      return []
    }
    let pattern = Pattern(id.text)
    let found = figures.figures.filter { pattern.matches($0.id) }
    if figures.unread.contains(where: pattern.matches) {
      isWhole = false
    } else if found.isEmpty {
      isWhole = false
      ownLog.error(
        "no figure's id matches '\(id.text)'", at: id.location,
        advice: adviceForUnknown(id.text, among: Pattern.families(of: figures.ids)))
    }
    return found.filter { figure in !known.contains { $0.id == figure.id } }
  }

  mutating func highlighted(_ ids: [YAMLText], in all: inout Named, of exhibit: String = "chart")
    -> Set<String>
  {
    var result = Set<String>()
    for id in ids {
      let pattern = Pattern(id.text)
      let found = all.figures.map(\.id).filter { pattern.matches($0) }
      if found.isEmpty {
        if all.isWhole {
          ownLog.error(
            "the highlighted figure '\(id.text)' is not in the \(exhibit)", at: id.location,
            advice: adviceForUnknown(id.text, among: all.figures.map(\.id)))
        }
      }
      result.formUnion(found)
    }
    return result
  }

  private mutating func reference(_ told: Pack.Reference) -> ChartDescription.Reference? {
    let label = told.label.map { inline.read($0).text }
    note(told.label, .label, with: [told.figure?.text].compactMap(\.self))
    guard let id = told.figure else {
      return told.value.map { ChartDescription.Reference(value: $0, label: label ?? "") }
    }
    return figure(id).map { .init(value: $0.value, label: label ?? $0.label, figure: $0) }
  }

  // MARK: Events

  private mutating func timeline(_ chart: Pack.Chart, at location: SourceLocation) -> (
    ChartDescription, [Source]
  )? {
    var places = ChartPlaces(chart: location, keys: chart.keys)
    var groups: [(name: String, events: [ChartDescription.Event])] = []
    for told in chart.events {
      let name = told.group.map { inline.read($0).text } ?? ""
      if let group = told.group, chart.multiples == nil {
        ownLog.error(
          "the timeline is not divided, so a group says nothing", at: group.location,
          advice: "add 'multiples: group'")
      }
      guard let event = event(told) else { continue }
      places.events[event] = told.label.location
      if let index = groups.firstIndex(where: { $0.name == name }) {
        groups[index].events.append(event)
      } else {
        groups.append((name, [event]))
      }
    }
    let events = groups.flatMap(\.events)
    if events.isEmpty { return nil }
    let panels = groups.map {
      ChartDescription.Panel(title: $0.name, chart: ChartDescription(.timeline($0.events)))
    }
    let result = ChartDescription(chart.multiples == nil ? .timeline(events) : .multiples(panels))
    for problem in result.problems(at: places) { ownLog.add(problem) }
    return (result, unique(events.flatMap(\.sources)))
  }

  private mutating func event(_ told: Pack.Event) -> ChartDescription.Event? {
    let label = inline.read(told.label)
    let sources = sources(told.source)
    guard let period = Period(told.date.text) else {
      ownLog.error(
        "'\(told.date.text)' is no date or period", at: told.date.location,
        advice: "write 2018, 2018-05, 2018-01/2018-09 or 2017/2019")
      return nil
    }
    note(told.label, .label, on: period)
    return ChartDescription.Event(
      period: period, label: label.text, sources: sources, isHighlighted: told.isHighlighted,
      figures: label.figures)
  }

  // MARK: Flows

  private mutating func flow(_ chart: Pack.Chart, at location: SourceLocation) -> (
    ChartDescription, [Source]
  )? {
    var named = Named()
    var stated: [Source] = []
    var flows: [ChartDescription.Flow] = []
    for told in chart.flows {
      let (from, to) = (inline.read(told.from).text, inline.read(told.to).text)
      var items: [ChartDescription.Flow.Item] = []
      for good in told.goods {
        guard let item = self.item(good, in: &named) else { continue }
        items.append(item)
      }
      stated += sources(told.source)
      flows.append(.init(from: from, to: to, items: items))
    }
    guard named.isWhole, !flows.isEmpty else { return nil }
    let result = ChartDescription(.flow(flows))
    var places = ChartPlaces(chart: location, keys: chart.keys)
    places.figures = named.places
    places.flows = chart.flows.map(\.from.location)
    for problem in result.problems(at: places) { ownLog.add(problem) }
    return (result, unique(stated + named.figures.flatMap(\.sources)))
  }

  private mutating func item(_ good: Pack.Good, in named: inout Named) -> ChartDescription.Flow.Item? {
    let label = good.label.map { inline.read($0).text }
    note(good.label, .label, with: [good.figure?.text].compactMap(\.self))
    guard let id = good.figure else { return label.map { ChartDescription.Flow.Item(label: $0) } }
    guard let figure = figure(id) else {
      named.isWhole = false
      return nil
    }
    named.figures.append(figure)
    named.places[figure.id] = id.location
    return ChartDescription.Flow.Item(label: label ?? figure.label, figure: figure)
  }
}

/// An id in which `*` stands for any letters.
private struct Pattern {
  private let parts: [Substring]

  init(_ text: String) { parts = text.split(separator: "*", omittingEmptySubsequences: false) }

  /// Patterns that match something: an id's beginning up to a hyphen, and any rest.
  static func families(of ids: [String]) -> [String] {
    var families: [String] = []
    for id in ids {
      for hyphen in id.indices.filter({ id[$0] == "-" }) {
        let family = String(id[...hyphen]) + "*"
        if !families.contains(family) { families.append(family) }
      }
    }
    return families.isEmpty ? ids : families
  }

  func matches(_ id: String) -> Bool {
    guard let first = parts.first, let last = parts.last else { return false }
    if parts.count == 1 { return id == first }
    guard id.hasPrefix(first), id.hasSuffix(last), id.count >= first.count + last.count else { return false }
    var rest = id.dropFirst(first.count).dropLast(last.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }
}

func unique(_ sources: [Source]) -> [Source] {
  var seen = Set<Source>()
  return sources.filter { seen.insert($0).inserted }
}
