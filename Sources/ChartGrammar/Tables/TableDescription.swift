import Evidence

/// What a table shows: figures in rows and columns, apart from how it looks.
public struct TableDescription: Hashable, Sendable {
  /// What figures are put into rows or columns by.
  public enum Trait: String, Hashable, Sendable, CaseIterable {
    case label, reporter, status, period
    /// The series that are listed.
    case series
  }

  /// What a column of changes compares its last period with.
  public enum Since: String, Hashable, Sendable, CaseIterable {
    /// The first of the table.
    case first
    /// The one before it.
    case before
  }

  /// What stands over a column or before a row, and what all of its figures have in common but not the whole table.
  public struct Heading: Hashable, Sendable {
    /// Empty where the status alone says it.
    public var name: String
    public var period: Period?
    public var unit: Unit?
    public var status: Status?
  }

  /// A figure in its place.
  public struct Cell: Hashable, Sendable {
    public var figure: Figure
    /// What it is, where neither its row nor its column says so.
    public var mark: Status?
    /// Ids of the figures that it was computed from here, where it is none of figures.csv.
    public var origins: [String] = []

    public var isComputed: Bool { !origins.isEmpty }
  }

  public struct Column: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case figures
      case total
      /// A small line through the row's figures, from this period to that.
      case course(from: Period, to: Period)
      case change(from: Period, to: Period, ChartDescription.ChangeMeasure)
    }

    public var kind: Kind
    public var heading: Heading
  }

  public struct Row: Hashable, Sendable {
    public var heading: Heading
    /// What it stands under together with the rows beside it; empty where rows are not grouped.
    public var group: String
    /// One for each column.
    public var cells: [Cell?]
  }

  public var columns: [Column]
  public var rows: [Row]
  /// The sums of the columns: one for each, `nil` where a column has no sum.
  public var totals: [Cell?]?
  /// What all figures have in common: their names are empty.
  public var common: Heading
  /// Ids of figures that stand out.
  public var highlighted: Set<String> = []
  /// Whether cells are tinted by their values.
  public var isHeated = false
  /// Whether rows or columns say whose numbers they are.
  public var namesReporters = false
  /// Which of its rows stand here, where a table goes over several pages: on each it is measured as a whole. `nil`: all.
  public var part: Range<Int>?
}

extension TableDescription {
  /// The rows that stand here.
  public var rowsHere: [Row] { part.map { Array(rows[$0.clamped(to: rows.indices)]) } ?? rows }

  /// The sums, which stand below the last row.
  public var totalsHere: [Cell?]? { part.map { $0.upperBound >= rows.count } ?? true ? totals : nil }

  /// All cells that stand here, row by row.
  public var cells: [Cell] { (rowsHere.map(\.cells) + [totalsHere ?? []]).joined().compactMap { $0 } }

  /// All figures that stand here, row by row.
  public var figures: [Figure] { cells.filter { !$0.isComputed }.map(\.figure) }

  /// In as few tables as have at most so many rows each, evenly filled, in order and of the same measures.
  public func divided(by most: Int) -> [TableDescription] {
    guard part == nil, most > 0, most < rows.count else { return [self] }
    let pages = (rows.count + most - 1) / most
    let (each, extra) = rows.count.quotientAndRemainder(dividingBy: pages)
    var start = 0
    return (0..<pages).map { page in
      let end = start + each + (page < extra ? 1 : 0)
      defer { start = end }
      return showing(start..<end)
    }
  }

  /// The same table with these of its rows.
  public func showing(_ part: Range<Int>) -> TableDescription {
    var table = self
    table.part = part
    return table
  }
}
