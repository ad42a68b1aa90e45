import Diagnostics
import Evidence

/// What a pack wants of a table: its figures, and how they are put into rows and columns.
public struct TableOrder: Sendable {
  /// One without a name where figures are not listed by series.
  public var series: [Series]
  /// One trait, or two of which the first makes groups; none where the figures are to say.
  public var rows: [TableDescription.Trait] = []
  public var columns: TableDescription.Trait?
  public var sort: ChartDescription.Order?
  public var hasTotal = false
  /// Whether each row has a small line through its figures.
  public var hasLines = false
  public var changes: [TableDescription.Since] = []
  public var measure = ChartDescription.ChangeMeasure.percent
  public var highlighted: Set<String> = []
  public var isHeated = false

  public init(series: [Series]) { self.series = series }
}

/// Where a table is described.
public struct TablePlaces: Sendable {
  /// Keys of a table, as they are written.
  public enum Key: String, Hashable, Sendable, CaseIterable {
    case figures, series, rows, columns, sort, total, lines, change, highlight, heat
    case measure = "as"
  }

  public var table: SourceLocation
  public var keys: [Key: SourceLocation]
  /// Where figures are named, by their ids.
  public var figures: [String: SourceLocation]

  public init(table: SourceLocation, keys: [Key: SourceLocation], figures: [String: SourceLocation]) {
    self.table = table
    self.keys = keys
    self.figures = figures
  }

  /// Of the first of these keys that is there; else of the table.
  func first(of keys: Key...) -> SourceLocation {
    for key in keys { if let place = self.keys[key] { return place } }
    return table
  }

  func place(of figure: Figure) -> SourceLocation { figures[figure.id] ?? first(of: .figures, .series) }
}
