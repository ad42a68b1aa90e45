import Diagnostics

/// Where a chart is described, so that each mistake is found at the key that makes it.
public struct ChartPlaces: Hashable, Sendable {
  /// Keys of a chart, as they are written.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    case figures, series, split, multiples, highlight, reference, axis, targets, events, flows
    case start, steps, end, x, y, size
    case measure = "as"
  }

  public var chart: SourceLocation
  public var keys: [Key: SourceLocation] = [:]
  /// Where figures are named, by their ids.
  public var figures: [String: SourceLocation] = [:]
  /// Of the series that are listed, by their names.
  public var series: [String: SourceLocation] = [:]
  /// In the order of the references.
  public var references: [SourceLocation] = []
  /// Of an event that is written twice, the second.
  public var events: [ChartDescription.Event: SourceLocation] = [:]
  /// In the order of the directions.
  public var flows: [SourceLocation] = []

  public init(chart: SourceLocation, keys: [Key: SourceLocation] = [:]) {
    self.chart = chart
    self.keys = keys
  }

  /// Of the first of these keys that is there; else of the chart.
  func first(of keys: Key...) -> SourceLocation {
    keys.lazy.compactMap { self.keys[$0] }.first ?? chart
  }
}
