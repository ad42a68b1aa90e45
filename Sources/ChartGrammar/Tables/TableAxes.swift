import Evidence

/// By what the figures of a table are put into rows and columns: as the pack says, else as they differ.
struct TableAxes {
  /// One, or two of which the first makes groups.
  let rows: [TableDescription.Trait]
  let columns: TableDescription.Trait

  init(_ order: TableOrder) {
    let figures = order.series.flatMap(\.figures)
    let isListed = order.series.count > 1 || order.series.contains { !$0.name.isEmpty }
    let isTimed = Set(figures.map(\.period)).count > 1
    let subject: TableDescription.Trait = isListed ? .series : .label
    guard let asked = order.rows.last else {
      // A value and a goal for each thing, or several measures of it.
      let areMeasures = isListed && order.series.allSatisfy { Set($0.figures.map(\.period)).count == 1 }
      columns = order.columns ?? (areMeasures ? .series : .period)
      rows = Self.rows(beside: columns, of: order, subject: subject)
      return
    }
    rows = order.rows
    columns = order.columns ?? Self.columns(beside: order.rows, asked, isTimed: isTimed, subject: subject)
  }

  /// Series of several things each are groups of them.
  private static func rows(
    beside columns: TableDescription.Trait, of order: TableOrder, subject: TableDescription.Trait
  ) -> [TableDescription.Trait] {
    switch columns {
    case .period:
      guard subject == .series else { return [.label] }
      let hasSeveral = order.series.contains { Set($0.figures.map(\.label)).count > 1 }
      return hasSeveral ? [.series, .label] : [.series]
    case .label: return [subject == .series ? .series : .period]
    case .series, .reporter, .status: return [.label]
    }
  }

  private static func columns(
    beside rows: [TableDescription.Trait], _ last: TableDescription.Trait, isTimed: Bool,
    subject: TableDescription.Trait
  ) -> TableDescription.Trait {
    if last == .period { return subject }
    if subject == .series, !rows.contains(.series), !isTimed { return .series }
    return .period
  }
}

/// A figure with the place that it is to stand in.
struct PlacedFigure {
  var figure: Figure
  var group: String
  var row: String
  var column: ColumnKey
}

/// What tells columns apart.
struct ColumnKey: Hashable {
  var name: String
  var period: Period?
  /// Of two values of one period the one that is a goal, or an estimate, stands in a column of its own.
  var status: Status?
}
