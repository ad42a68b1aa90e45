import Evidence

extension ChartDescription {
  /// How many parts stand below each other here, which makes a chart high, and what they are called; `nil` for charts
  /// whose height doesn't come from their number.
  ///
  /// Each part of a long chart is asked for this: all its rows need not be made for it.
  public var parts: (count: Int, name: String)? {
    switch kind {
    case .multiples: (part?.count ?? panels.count, "panels")
    case .timeline: (part?.count ?? events.count, "events")
    case .flow: (part?.count ?? flows.reduce(0) { $0 + $1.items.count }, "items")
    case .bullet: (part?.count ?? bullets.count, "rows")
    case .bars, .groupedBars, .stackedBars, .dots, .pyramid:
      isByPeriod ? nil : (part?.count ?? rows.count, "rows")
    case .change: (part?.count ?? changes.count, "rows")
    case .waterfall: (part?.count ?? steps.count, "rows")
    case .lines, .area, .slope, .scatter, .share: nil
    }
  }

  /// The chart that this is a part of, or itself.
  public var whole: ChartDescription {
    var chart = self
    chart.part = nil
    return chart
  }

  /// In as few charts as have at most so many parts each, evenly filled, in order and on the same scales.
  public func divided(by most: Int) -> [ChartDescription] {
    guard let count = parts?.count, most > 0, most < count else { return [self] }
    let pages = (count + most - 1) / most
    let (each, extra) = count.quotientAndRemainder(dividingBy: pages)
    var start = part?.lowerBound ?? 0
    return (0..<pages).map { page in
      let end = start + each + (page < extra ? 1 : 0)
      var chart = self
      chart.part = start..<end
      start = end
      return chart
    }
  }

  /// The same chart with the first of its parts.
  public func first(_ count: Int) -> ChartDescription {
    guard let all = parts?.count, count < all else { return self }
    var chart = self
    let start = part?.lowerBound ?? 0
    chart.part = start..<(start + count)
    return chart
  }

  /// What of a list of parts stands here.
  func here<Part>(_ list: [Part]) -> [Part] {
    part.map { Array(list[$0.clamped(to: list.indices)]) } ?? list
  }

  /// Of multiples: the panels that stand here.
  public var panels: [Panel] {
    if case .multiples(let panels) = kind { here(panels) } else { [] }
  }

  /// Of bullet charts: the times of figures that stand against targets for other times, with those; part of a year is not
  /// another time than the year.
  public var targetsOfOtherTimes: [(time: Period, target: Period)] {
    if case .multiples = kind { return panels.flatMap(\.chart.targetsOfOtherTimes) }
    return bullets.compactMap { figure, target in
      guard let time = figure.period, let target = target?.period,
        time.firstMonth < target.firstMonth || time.lastMonth > target.lastMonth
      else { return nil }
      return (time, target)
    }
  }

  /// Of a bullet chart: the figures that stand here, each with its target.
  public var bullets: [(figure: Figure, target: Figure?)] {
    guard case .bullet(let targets) = kind else { return [] }
    return here(ownFigures.enumerated().map { ($1, targets.target(at: $0)) })
  }

  /// Of a flow: both directions, with the items that stand here.
  public var flows: [Flow] {
    guard case .flow(let all) = kind else { return [] }
    var start = 0
    return all.map { whole in
      var flow = whole
      if let part {
        let end = start + whole.items.count
        flow.items = Array(whole.items[part.clamped(to: start..<end).shifted(by: -start)])
      }
      start += whole.items.count
      return flow
    }
  }

  /// Of what stands here, each once.
  var figuresOfPart: [Figure] {
    let figures: [Figure] =
      switch kind {
      case .bullet: bullets.map(\.figure) + bullets.compactMap(\.target)
      case .change: changes.flatMap { [$0.from, $0.to] }
      default: rows.flatMap(\.cells).map(\.figure)
      }
    var seen = Set<String>()
    return figures.filter { seen.insert($0.id).inserted }
  }
}

extension Range<Int> {
  fileprivate func shifted(by distance: Int) -> Self { (lowerBound + distance)..<(upperBound + distance) }
}
