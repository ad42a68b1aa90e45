import Evidence
import struct Foundation.Decimal

/// What a chart shows, apart from how it looks: that follows from the data, the size and the style.
public struct ChartDescription: Hashable, Sendable {
  /// With the parts that only this kind has.
  public enum Kind: Hashable, Sendable {
    /// Figures by period in true time distance, or in rows by what they are of.
    case bars
    /// Bars of several series side by side.
    case groupedBars
    /// Bars of several series on top of each other, with their sum.
    case stackedBars
    /// Series over time.
    case lines
    /// Series over time on top of each other.
    case area(AreaMeasure)
    /// From one date to another, a line for each series.
    case slope
    /// Rows of dots; between several of one row lies a range.
    case dots
    /// Each figure against the target of the same index.
    case bullet(targets: [Figure])
    /// From each figure to the next of its series, up or down.
    case change(ChangeMeasure)
    /// From one total to another by signed steps; without an end to their sum.
    case waterfall(start: Figure?, end: Figure?)
    /// Two figures of each thing, along two axes.
    case scatter(Scatter)
    /// Bars of two series to both sides of a middle line.
    case pyramid
    /// Parts of a whole, in per cent.
    case share
    /// Dated events.
    case timeline([Event])
    /// What each of two sides gives to the other.
    case flow([Flow])
    /// Charts of one kind on the same scales.
    case multiples([Panel])
  }

  /// Colours and patterns tell no more series apart, but in stacks.
  public static let mostSeries = 4

  public var kind: Kind
  /// At least one, except of timelines, flows, scatter charts and multiples.
  public var series: [Series]
  /// Identifiers of figures that stand out; the others recede. Empty: all alike.
  public var highlighted: Set<String>
  /// `nil`: by period where time puts the figures in an order, else as given.
  public var order: Order?
  public var references: [Reference]
  /// Where the axis begins if not at zero; only for kinds that show positions, not lengths.
  public var axisStart: Decimal?
  /// Whether equal distances are equal proportions; only for lines.
  public var isLogarithmic = false
  /// Pairs of ids whose proportion the source states, so that it is known which is more.
  public var statedProportions: Set<Set<String>> = []
  /// Which of its `parts` stand here, where a chart goes over several pages: on each it is measured as a whole, so that
  /// scales, names and colours are the same. `nil`: all.
  public var part: Range<Int>?

  public init(
    _ kind: Kind, series: [Series] = [], highlighted: Set<String> = [], order: Order? = nil,
    references: [Reference] = [], axisStart: Decimal? = nil
  ) {
    self.kind = kind
    self.series = series
    self.highlighted = highlighted
    self.order = order
    self.references = references
    self.axisStart = axisStart
  }

  /// Of one list of figures, which is divided into series where the kind needs several.
  public init(_ kind: Kind, figures: [Figure], highlighted: Set<String> = []) {
    self.init(kind, series: Series.divided(figures, for: kind), highlighted: highlighted)
  }

  /// All figures that are shown, series after series, then targets.
  public var figures: [Figure] {
    switch kind {
    case .bullet(let targets): part == nil ? ownFigures + targets : figuresOfPart
    case .waterfall: steps.filter { !$0.isComputed }.map(\.figure)
    case .scatter(let scatter): scatter.measures.flatMap(\.figures)
    case .lines: ownFigures + series.flatMap { $0.low + $0.high }
    case .flow: flows.flatMap(\.items).compactMap(\.figure)
    case .multiples: panels.flatMap(\.chart.figures)
    default: part == nil ? ownFigures : figuresOfPart
    }
  }

  /// Series after series.
  var ownFigures: [Figure] { series.flatMap(\.figures) }

  public var events: [Event] {
    switch kind {
    case .timeline(let events): part == nil ? events : here(events.inTime)
    case .multiples: panels.flatMap(\.chart.events)
    default: []
    }
  }

  /// Whether there is anything to be drawn.
  public var isEmpty: Bool {
    if let part { return part.isEmpty }
    if case .flow = kind { return flows.allSatisfy(\.items.isEmpty) }
    return figures.isEmpty && events.isEmpty
  }
}

extension ChartDescription {
  /// Something that happened (or is to happen), dated as exactly or as vaguely as its source dates it.
  public struct Event: Hashable, Sendable {
    /// A month, a year, or a span of several years.
    public var period: Period
    public var label: String
    public var sources: [Source]
    public var isHighlighted: Bool
    /// Ids of the figures that the label was made from.
    public var figures: [String]

    public init(
      period: Period, label: String, sources: [Source] = [], isHighlighted: Bool = false,
      figures: [String] = []
    ) {
      self.period = period
      self.label = label
      self.figures = figures
      self.sources = sources
      self.isHighlighted = isHighlighted
    }
  }

  /// What one side gives to the other.
  public struct Flow: Hashable, Sendable {
    public struct Item: Hashable, Sendable {
      public var label: String
      /// What it weighs, where that is known.
      public var figure: Figure?

      public init(label: String, figure: Figure? = nil) {
        self.label = label
        self.figure = figure
      }
    }

    public var from: String
    public var to: String
    public var items: [Item]

    public init(from: String, to: String, items: [Item]) {
      self.from = from
      self.to = to
      self.items = items
    }

    /// The items' figures, where every item has one.
    public var weights: [Figure]? {
      let figures = items.compactMap(\.figure)
      return figures.count == items.count && !figures.isEmpty ? figures : nil
    }
  }

  /// One of several charts on the same scales.
  public struct Panel: Hashable, Sendable {
    public var title: String
    public var chart: ChartDescription

    public init(title: String, chart: ChartDescription) {
      self.title = title
      self.chart = chart
    }
  }

  /// A value that the figures are compared with.
  public struct Reference: Hashable, Sendable {
    public var value: Decimal
    public var label: String
    /// Where the value is that of a figure.
    public var figure: Figure?

    public init(value: Decimal, label: String, figure: Figure? = nil) {
      self.value = value
      self.label = label
      self.figure = figure
    }

    /// As a chart shows its figure, where it stands for one.
    ///
    /// - Parameter form: what a chart makes of a figure.
    /// - Returns: the line at the figure's value in the chart's scale.
    public func shown(_ form: (Figure) -> Figure) -> Reference {
      guard let figure = figure.map(form) else { return self }
      return Reference(value: figure.value, label: label, figure: figure)
    }
  }

  public enum Order: Hashable, Sendable {
    case given
    case value(descending: Bool)
    case period(descending: Bool)
  }

  public enum ChangeMeasure: String, Hashable, Sendable, CaseIterable {
    /// In the figures' unit.
    case difference
    /// Of the earlier value.
    case percent
  }
}
