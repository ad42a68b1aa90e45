import Diagnostics
import Evidence
import struct Foundation.Decimal

/// Sums over what stands below each other, or beside each other where rows are periods.
extension TableMaker {
  mutating func addTotals(to table: inout TableDescription) {
    guard order.hasTotal, mayBeAdded(table) else { return }
    if axes.rows.last == .period {
      for row in table.rows.indices {
        let heading = table.rows[row].heading
        table.rows[row].cells.append(sum(of: table.rows[row].cells, under: [heading, table.common]))
      }
      table.columns.append(.init(kind: .total, heading: heading("")))
    } else {
      table.totals = table.columns.indices.map { column in
        sum(of: table.rows.map { $0.cells[column] }, under: [table.columns[column].heading, table.common])
      }
    }
  }

  private mutating func mayBeAdded(_ table: TableDescription) -> Bool {
    let place = places.first(of: .total)
    let added = axes.rows.last == .period ? [axes.columns] : axes.rows
    if let trait = added.first(where: { $0 == .reporter || $0 == .status }) {
      log.error(
        "what is told apart by '\(trait.rawValue)' is no part of a whole", at: place,
        advice: "leave 'total' out")
      return false
    }
    let isOneUnit =
      table.common.unit != nil
      || (axes.rows.last == .period ? table.rows.map(\.heading.unit) : table.columns.map(\.heading.unit))
        .allSatisfy { $0 != nil }
    if !isOneUnit {
      log.error(
        "figures in several units have no sum", at: place,
        advice: "leave 'total' out, or make a table for each unit")
      return false
    }
    if let share = table.figures.first(where: { $0.unit.isPercent }) {
      log.error(
        "'\(share.id)' is in %, and percentages are not added up", at: place, advice: "leave 'total' out")
      return false
    }
    if (axes.rows.last == .period ? table.columns.count : table.rows.count) < 2 {
      log.error(
        "there is nothing to be added up: the table has one only", at: place, advice: "leave 'total' out")
      return false
    }
    return true
  }

  /// None where one is missing, or where goals stand beside what came of others.
  private func sum(of cells: [TableDescription.Cell?], under headings: [TableDescription.Heading])
    -> TableDescription.Cell?
  {
    let figures = cells.compactMap { $0?.figure }
    guard figures.count == cells.count, Set(figures.map { $0.status == .target }).count == 1,
      let exact = Figure.sum(of: figures)
    else { return nil }
    // As many decimals as what stands above it has.
    let sum = exact.shown(decimals: figures.map(\.shownDecimals).max() ?? 0)
    let isEstimate = figures.contains { $0.status == .estimate } && headings.allSatisfy { $0.status == nil }
    return TableDescription.Cell(
      figure: sum, mark: isEstimate ? .estimate : nil, origins: figures.map(\.id))
  }

  // MARK: Lines

  /// Fewer points have no course.
  private static let leastPoints = 3

  mutating func addLines(to table: inout TableDescription) {
    guard order.hasLines else { return }
    let columns = comparableColumns(of: table)
    guard axes.columns == .period, columns.count >= Self.leastPoints,
      let first = columns.first.flatMap({ period(ofColumn: $0, in: table) }),
      let last = columns.last.flatMap({ period(ofColumn: $0, in: table) })
    else {
      log.error(
        "small lines go through three periods of the same length at least, and the table has \(axes.columns == .period ? columns.count : 0) in its columns",
        at: places.first(of: .lines), advice: "name figures of more periods, or leave 'lines' out")
      return
    }
    for row in table.rows.indices { table.rows[row].cells.append(nil) }
    table.totals?.append(nil)
    table.columns.append(.init(kind: .course(from: first, to: last), heading: heading("")))
  }

  // MARK: Changes

  /// A column for each that is asked for, from an earlier period to the last that is no goal.
  mutating func addChanges(to table: inout TableDescription) {
    guard !order.changes.isEmpty else { return }
    guard axes.columns == .period else {
      log.error(
        "changes go from one column to another in time, and columns are made by '\(axes.columns.rawValue)'",
        at: places.first(of: .change), advice: "write 'columns: period', or leave 'change' out")
      return
    }
    let columns = comparableColumns(of: table)
    guard columns.count > 1, let last = columns.last else {
      log.error(
        "the table has no two periods of the same length that a change could go from and to",
        at: places.first(of: .change), advice: "name figures of two periods at least, or leave 'change' out")
      return
    }
    var pairs: [(from: Int, to: Int)] = []
    for since in order.changes {
      let from = since == .first ? columns[0] : columns[columns.count - 2]
      // Of two periods the first is the one before.
      if !pairs.contains(where: { $0.from == from }) { pairs.append((from, last)) }
    }
    for pair in pairs { addChange(from: pair.from, to: pair.to, to: &table) }
  }

  /// Those of actual values, of the length that the last has.
  private func comparableColumns(of table: TableDescription) -> [Int] {
    let periods = table.columns.indices.map { period(ofColumn: $0, in: table) }
    let candidates = table.columns.indices.filter { column in
      let figures = table.rows.compactMap { $0.cells[column]?.figure }
      return periods[column] != nil && figures.contains { $0.status != .target }
    }
    guard let last = candidates.last else { return [] }
    return candidates.filter { periods[$0]?.months == periods[last]?.months }
  }

  private func period(ofColumn column: Int, in table: TableDescription) -> Period? {
    table.rows.compactMap { $0.cells[column]?.figure.period }.first
  }

  private func addChange(from: Int, to: Int, to table: inout TableDescription) {
    guard let first = period(ofColumn: from, in: table), let last = period(ofColumn: to, in: table) else {
      return
    }
    for row in table.rows.indices {
      table.rows[row].cells.append(change(from: table.rows[row].cells[from], to: table.rows[row].cells[to]))
    }
    if let totals = table.totals {
      table.totals?.append(change(from: totals[from], to: totals[to]))
    }
    var heading = heading("")
    let cells = table.rows.compactMap { $0.cells.last ?? nil }
    if cells.allSatisfy({ $0.mark == .estimate }), !cells.isEmpty {
      heading.status = .estimate
      for row in table.rows.indices { table.rows[row].cells[table.columns.count]?.mark = nil }
    }
    let units = Set(cells.map(\.figure.unit))
    if units.count == 1 { heading.unit = units.first }
    table.columns.append(.init(kind: .change(from: first, to: last, order.measure), heading: heading))
  }

  /// None where a value is missing, from or to a goal, and in per cent from what is nothing or less.
  private func change(from first: TableDescription.Cell?, to last: TableDescription.Cell?)
    -> TableDescription.Cell?
  {
    guard let from = first?.figure, let to = last?.figure, from.status != .target, to.status != .target,
      from.unit == to.unit
    else { return nil }
    // A percentage goes up by points.
    let measure = from.unit.isPercent ? .difference : order.measure
    if measure == .percent, from.value <= 0 || to.value < 0 { return nil }
    guard let figure = ChartDescription.difference(from, to, measure) else { return nil }
    let isEstimate = [first, last].contains { $0?.mark == .estimate || $0?.figure.status == .estimate }
    let origins = [first, last].compactMap { $0 }.flatMap { $0.isComputed ? $0.origins : [$0.figure.id] }
    return TableDescription.Cell(figure: figure, mark: isEstimate ? .estimate : nil, origins: origins)
  }
}
