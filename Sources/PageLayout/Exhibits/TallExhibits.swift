import Briefing
import ChartGrammar
import Charts
import Diagnostics
import Evidence
import Graphics

/// A block that is higher than what an area has left for it.
struct Overfull {
  var block: Block
  /// Of the area, points.
  var room: Double
  /// The area's name.
  var area: String?
}

/// The pages of a template after the first, with heads for what goes on there.
struct FurtherPages {
  private var contents: PageContents

  init(_ contents: PageContents) { self.contents = contents }

  private var template: PageTemplate { contents.template }
  private var layout: Layout { contents.maker.layout }

  /// What a block that is too high finds on one that has nothing else.
  mutating func room(for overfull: Overfull) -> Double {
    guard let area = overfull.area else { return overfull.room }
    var queues = contents.continued
    // As if more followed, for which no gap gives way.
    let more = Block(content: .piece(Frame(size: layout.body.size)))
    queues[area, default: []] += [overfull.block, more]
    let page = PageFiller(template: template, layout: layout, continues: true, queues: queues, forces: true)
      .page()
    return (page.overfull + page.waiting).map(\.room).min() ?? .infinity
  }

  /// Exhibits so high that a first page made for one would hold nothing but the words above it; and those that find no
  /// room here either, but would have had most of that page.
  mutating func pushedThere(from first: PageFilling) -> [Overfull] {
    let half = layout.body.height / 2
    if case .exhibit = template.each {
      return first.waiting.filter { $0.block.least > half && $0.block.exhibits?.continues == false }
    }
    var pushed: [Overfull] = []
    for block in first.waiting where block.room > half && block.block.least > room(for: block) {
      pushed.append(block)
    }
    return pushed
  }
}

extension ExhibitRow {
  /// Whether a part of it stands on an earlier page.
  var continues: Bool {
    exhibits.contains { (studio.chart($0)?.part?.lowerBound ?? 0) > 0 || $0.keyRange != nil }
  }

  /// Says of the highest of the exhibits that an area of this height can't hold it, and how much of it would fit.
  func problem(room: Double) -> Diagnostic? {
    let heights = plotHeights.map(\.least)
    guard let index = heights.indices.max(by: { heights[$0] < heights[$1] }) else { return nil }
    let exhibit = exhibits[index]
    func millimetres(_ points: Double, _ rule: FloatingPointRoundingRule) -> Int {
      Int((points / Length.pointsPerMillimetre).rounded(rule))
    }
    let layout = studio.layout
    let place = "\(layout.name) (\(layout.paper.rawValue))"
    var message =
      "this exhibit is \(millimetres(least, .up)) mm high at least, and a page of \(place) has \(millimetres(room, .down)) mm"
    let advice = "show it on other layouts with 'on:', or choose a larger paper"
    if let chart = studio.chart(exhibit), let parts = chart.parts {
      let fitting = studio.partsThatFit(chart, width: column, height: room - around)
      if parts.count > 1, fitting == 0 { message += ": not one of its \(parts.count) \(parts.name) fits" }
    }
    return Diagnostic(.error, message, at: exhibit.location, advice: advice)
  }
}

/// How an exhibit that is higher than a page goes over several.
struct Division: Equatable {
  /// Of its parts on a page.
  var most: Int
  /// That each part may have beyond its least height, points.
  var air: Double
}

extension ExhibitStudio {
  /// Lets the exhibits of a row that is higher than a page go over several pages from now on, where they have parts.
  /// - Returns: whether they do so for the first time, or with fewer parts on each than before: then pages are to be
  ///   made again.
  func divide(_ row: ExhibitRow, room: Double) -> Bool {
    var isNew = false
    for exhibit in row.exhibits {
      if case .map = exhibit.content {
        isNew = divide(exhibit, width: row.column, room: room - row.around) || isNew
        continue
      }
      guard let chart = chart(exhibit), let parts = chart.parts else { continue }
      let height = room - row.around
      let fitting = partsThatFit(chart, width: row.column, height: height)
      guard fitting > 0, fitting < parts.count, fitting < divisions[exhibit.location]?.most ?? .max else {
        continue
      }
      let air = air(between: chart.whole.divided(by: fitting), width: row.column, height: height)
      divisions[exhibit.location] = Division(most: fitting, air: air)
      isNew = true
    }
    return isNew
  }

  /// What each part of charts may have beyond its least height where all are to have the same in this height. None
  /// where a part's own height is a scale, as in panels.
  private func air(between charts: [ChartDescription], width: Double, height: Double) -> Double {
    charts.map { chart in
      if case .multiples = chart.kind { return 0 }
      guard
        let sizes = chart.sizes(
          width: width, typesetter: typesetter, style: chartStyle, memory: chartMemory),
        let parts = chart.parts
      else { return 0 }
      return max(0, min(height, sizes.best.height) - sizes.least.height) / Double(max(1, parts.count))
    }.min() ?? 0
  }

  /// The exhibit, or what stands of it on each page, with as many parts on each as on the others.
  func pieces(of exhibit: Exhibit) -> [Exhibit] {
    guard let most = divisions[exhibit.location]?.most else { return [exhibit] }
    if case .map(let map) = exhibit.content { return pieces(of: exhibit, map, most: most) }
    guard let chart = chart(exhibit) else { return [exhibit] }
    let charts = chart.divided(by: most)
    let unnamed = exhibit.sources(besides: chart)
    return charts.enumerated().map { index, chart in
      var piece = exhibit
      piece.content = .chart(chart)
      let here = chart.namedSources
      piece.sources = exhibit.sources.filter { here.contains($0) || unnamed.contains($0) }
      if index > 0 { piece.title?.pieces.append(Inline(" (\(layout.word(.continued)))")) }
      // Said once, at the end.
      if index < charts.count - 1 { piece.note = nil }
      return piece
    }
  }

  /// Whether it stands on a page of its own.
  func isPiece(_ exhibit: Exhibit) -> Bool {
    if case .map(let map) = exhibit.content { map.part != nil } else { chart(exhibit)?.part != nil }
  }

  /// How many of a chart's parts, from the first, fit into this height.
  func partsThatFit(_ chart: ChartDescription, width: Double, height: Double) -> Int {
    var (low, high) = (0, chart.parts?.count ?? 0)
    // Mostly all of them do.
    if let least = heights(chart, width: width)?.least, least <= height { return high }
    while low < high {
      let middle = (low + high + 1) / 2
      let least = heights(chart.first(middle), width: width)?.least ?? .infinity
      if least <= height { low = middle } else { high = middle - 1 }
    }
    return low
  }
}

extension ChartDescription {
  /// Those of what stands here.
  fileprivate var namedSources: Set<Source> {
    Set(
      (figures + references.compactMap(\.figure)).flatMap(\.sources) + events.flatMap(\.sources))
  }
}

extension Exhibit {
  /// Those that belong to no figure or event of its chart: they stand below each of its parts.
  fileprivate func sources(besides chart: ChartDescription) -> Set<Source> {
    Set(sources).subtracting(chart.whole.namedSources)
  }
}
