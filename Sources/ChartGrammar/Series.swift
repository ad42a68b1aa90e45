import Evidence

/// Figures that belong together, such as those of one label or one reporter.
public struct Series: Hashable, Sendable {
  /// Empty where there is only one and nothing needs a name.
  public var name: String
  public var figures: [Figure]
  /// Between what the true values lie, as far as a source says so: of each period a low and a high one.
  public var low: [Figure] = []
  public var high: [Figure] = []
  /// The name of the series whose last value before its own it goes on from, as one of several scenarios.
  public var after: String?

  public init(name: String = "", figures: [Figure]) {
    self.name = name
    self.figures = figures
  }

  /// What figures can be told apart by.
  public enum Trait: String, Hashable, Sendable, CaseIterable {
    case label, reporter, status, period

    public func name(of figure: Figure) -> String {
      switch self {
      case .label: figure.label
      case .reporter: figure.reporter ?? ""
      case .status: figure.status.rawValue
      case .period: figure.words(.periodShort)
      }
    }
  }

  /// A series for each value of the trait, in order of appearance.
  public static func split(_ figures: [Figure], by trait: Trait) -> [Series] {
    var result: [Series] = []
    var known: [String: Int] = [:]
    for figure in figures {
      let name = trait.name(of: figure)
      if let index = known[name] {
        result[index].figures.append(figure)
      } else {
        known[name] = result.count
        result.append(Series(name: name, figures: [figure]))
      }
    }
    return result
  }

  /// As a kind needs them where nothing says how: by label where figures of different labels share a period,
  /// else all in one.
  public static func divided(_ figures: [Figure], for kind: ChartDescription.Kind) -> [Series] {
    if figures.isEmpty { return [] }
    let one = [Series(figures: figures)]
    let labels = Set(figures.map(\.label))
    guard labels.count > 1 else { return one }
    let split = split(figures, by: .label)
    switch kind {
    case .slope, .change, .lines, .area: return split
    case .pyramid: return labels.count == 2 ? split : one
    case .groupedBars, .stackedBars: return haveSharedPeriod(figures) ? split : one
    case .bars:
      let periods = figures.map(\.period)
      let isInTime = !periods.contains(nil) && Set(periods).count > 1
      // Things of which one has several periods are series of their own even where no two share a period.
      let actual = figures.filter { $0.status != .target }
      let isSeveral =
        Set(actual.map(\.label)).count > 1 && Self.split(actual, by: .label).contains { $0.figures.count > 1 }
      return isInTime && (isSeveral || haveSharedPeriod(figures)) ? split : one
    case .dots, .bullet, .waterfall, .scatter, .share, .timeline, .flow, .multiples: return one
    }
  }

  /// Targets stand behind actual values and share their period with no harm.
  private static func haveSharedPeriod(_ figures: [Figure]) -> Bool {
    struct Slot: Hashable {
      var period: Period?
      var isTarget: Bool
    }
    var seen = Set<Slot>()
    return !figures.allSatisfy {
      seen.insert(Slot(period: $0.period, isTarget: $0.status == .target)).inserted
    }
  }
}
