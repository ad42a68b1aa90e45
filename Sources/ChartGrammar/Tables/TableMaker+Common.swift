import Diagnostics
import Evidence
import struct Foundation.Decimal

/// What figures have in common is said once: of the whole table, of a row or of a column.
extension TableMaker {
  private typealias Table = TableDescription

  private func cells(_ table: Table) -> [Table.Cell] { table.rows.flatMap(\.cells).compactMap { $0 } }

  private func cells(_ table: Table, ofColumn column: Int) -> [Table.Cell] {
    table.rows.compactMap { $0.cells[column] }
  }

  /// The one value that all of these have; `nil` where they differ.
  private func shared<Value: Hashable>(_ cells: [Table.Cell], _ value: (Figure) -> Value) -> Value? {
    let values = Set(cells.map { value($0.figure) })
    return values.count == 1 ? values.first : nil
  }

  // MARK: Units

  mutating func liftUnits(in table: inout TableDescription) {
    let all = cells(table)
    if let unit = shared(all, \.unit) {
      table.common.unit = unit
      return
    }
    let rows = table.rows.map { shared($0.cells.compactMap { $0 }, \.unit) }
    if !rows.contains(nil) {
      for (index, unit) in rows.enumerated() { table.rows[index].heading.unit = unit }
      return
    }
    let columns = table.columns.indices.map { shared(cells(table, ofColumn: $0), \.unit) }
    if !columns.contains(nil) {
      for (index, unit) in columns.enumerated() { table.columns[index].heading.unit = unit }
      return
    }
    guard let first = all.first?.figure,
      let other = all.first(where: { $0.figure.unit != first.unit })?.figure
    else { return }
    log.error(
      "the table mixes units within rows and within columns: '\(first.unit.text)' (\(first.id)), '\(other.unit.text)' (\(other.id))",
      at: places.place(of: other),
      advice: "make a table for each unit, or rows or columns that have one each")
  }

  // MARK: Periods

  /// Where neither rows nor columns are periods.
  mutating func liftPeriods(in table: inout TableDescription) {
    if axes.columns == .period || axes.rows.contains(.period) { return }
    let all = cells(table)
    if let period = shared(all, \.period) {
      table.common.period = period
      return
    }
    let rows = table.rows.map { shared($0.cells.compactMap { $0 }, \.period) }
    if !rows.contains(nil) {
      for (index, period) in rows.enumerated() { table.rows[index].heading.period = period ?? nil }
      return
    }
    let columns = table.columns.indices.map { shared(cells(table, ofColumn: $0), \.period) }
    if !columns.contains(nil) {
      for (index, period) in columns.enumerated() { table.columns[index].heading.period = period ?? nil }
      return
    }
    guard let first = all.first?.figure,
      let other = all.first(where: { $0.figure.period != first.period })?.figure
    else { return }
    log.error(
      "neither rows nor columns say that '\(first.id)' is of \(first.inTime) and '\(other.id)' of \(other.inTime)",
      at: places.place(of: other), advice: "write 'columns: period', or name figures of one period")
  }

  // MARK: Statuses

  /// That figures are no actual values is said of all, else of columns, else of rows, else at each.
  mutating func liftStatuses(in table: inout TableDescription) {
    if axes.columns == .status || axes.rows.contains(.status) { return }
    if let status = shared(cells(table), \.status) {
      if status != .actual { table.common.status = status }
      return
    }
    for column in table.columns.indices {
      let status = shared(cells(table, ofColumn: column), \.status)
      table.columns[column].heading.status = status == .actual ? nil : status
    }
    for row in table.rows.indices {
      let open = table.columns.indices.filter { table.columns[$0].heading.status == nil }
      let own = open.compactMap { table.rows[row].cells[$0] }
      if own.count > 1, let status = shared(own, \.status), status != .actual {
        table.rows[row].heading.status = status
        continue
      }
      for column in open {
        guard let status = table.rows[row].cells[column]?.figure.status, status != .actual else { continue }
        table.rows[row].cells[column]?.mark = status
      }
    }
  }

  // MARK: Order

  /// Rows within their groups, by their last figure or by time.
  mutating func sort(_ table: inout TableDescription) {
    let order: ChartDescription.Order? =
      self.order.sort ?? (axes.rows.last == .period ? .period(descending: false) : nil)
    let groups = Dictionary(grouping: table.rows, by: \.group)
    var names: [String] = []
    for row in table.rows where !names.contains(row.group) { names.append(row.group) }
    table.rows = names.flatMap { sorted(groups[$0] ?? [], order) }
  }

  private func sorted(_ rows: [Table.Row], _ order: ChartDescription.Order?) -> [Table.Row] {
    func ordered<Value: Comparable>(_ value: (Table.Row) -> Value?, _ descending: Bool) -> [Table.Row] {
      rows.enumerated().sorted { a, b in
        guard let x = value(a.element), let y = value(b.element), x != y else {
          // What has no value stands last.
          let lacks = [a, b].map { value($0.element) == nil ? 1 : 0 }
          return (lacks[0], a.offset) < (lacks[1], b.offset)
        }
        return descending ? y < x : x < y
      }.map(\.element)
    }
    return switch order {
    case nil, .given: rows
    case .value(let descending): ordered({ $0.cells.last??.figure.value }, descending)
    case .period(let descending):
      ordered({ $0.cells.compactMap { $0 }.first?.figure.period?.firstMonth }, descending)
    }
  }
}

extension Figure {
  fileprivate var inTime: String { period?.words() ?? "no period" }
}
