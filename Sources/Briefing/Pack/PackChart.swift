import ChartGrammar
import Diagnostics
import Evidence
import YAMLReading
import struct Foundation.Decimal

extension Pack {
  /// A chart as pack.yml describes it: ids and patterns are not yet figures.
  struct Chart {
    enum Kind: String, CaseIterable {
      case bars, lines, area, slope, dots, bullet, change, waterfall, scatter, pyramid, share, timeline, flow
      case groupedBars = "grouped-bars"
      case stackedBars = "stacked-bars"
    }

    var kind: Kind
    /// Of what is said about it.
    var keys: [ChartPlaces.Key: SourceLocation] = [:]
    var figures: [Entry] = []
    var series: [Series] = []
    var targets: [Entry] = []
    /// Of a waterfall, whose steps are its figures.
    var start: [Entry] = []
    var end: [Entry] = []
    var split: ChartGrammar.Series.Trait?
    var multiples: Multiples?
    var order: ChartDescription.Order?
    var measure = ChartDescription.ChangeMeasure.difference
    var areaMeasure = ChartDescription.AreaMeasure.amount
    var highlighted: [YAMLText] = []
    var references: [Reference] = []
    var axisStart: Decimal?
    var isLogarithmic = false
    var events: [Event] = []
    var flows: [Flow] = []
    /// Of a scatter chart: `x`, `y` and, where there is one, `size`.
    var measures: [ChartPlaces.Key: Measure] = [:]
  }

  /// A figure, or all whose ids match a pattern.
  struct Entry {
    var id: YAMLText
    /// Instead of the figure's own.
    var label: YAMLText?
  }

  /// What a scatter chart shows along an axis, or by areas.
  struct Measure {
    var label: YAMLText
    var figures: [Entry]
    var start: Decimal?
  }

  struct Series {
    var label: YAMLText
    var figures: [Entry]
    /// Of lines: the ends of a range, and the series that it goes on from.
    var low: [Entry] = []
    var high: [Entry] = []
    var after: YAMLText?
  }

  enum Scale: String, CaseIterable {
    case linear, log
  }

  /// What a chart is divided into panels by.
  enum Multiples: Hashable {
    case trait(ChartGrammar.Series.Trait)
    /// The series that are listed, or the groups of a timeline.
    case listed
  }

  /// A figure or a value with its name.
  struct Reference {
    var location: SourceLocation
    var figure: YAMLText?
    var value: Decimal?
    var label: YAMLText?
  }

  struct Event {
    var date: YAMLText
    var label: YAMLText
    var source: YAMLText?
    /// The panel it belongs to.
    var group: YAMLText?
    var isHighlighted = false
  }

  struct Flow {
    var from: YAMLText
    var to: YAMLText
    var goods: [Good]
    var source: YAMLText?
  }

  /// A word, or a figure with what it is of.
  struct Good {
    var label: YAMLText?
    var figure: YAMLText?
  }
}
