import Diagnostics
import Evidence

/// Puts figures into rows and columns, and says what can't be put there.
///
/// - Parameters:
///   - order: what is wanted.
///   - places: where that is written.
/// - Returns: the table, and what is wrong with it.
public func makeTable(_ order: TableOrder, at places: TablePlaces) -> (TableDescription, [Diagnostic]) {
  var maker = TableMaker(order, places)
  let table = maker.table()
  return (table, maker.log.diagnostics)
}

struct TableMaker {
  let order: TableOrder
  let places: TablePlaces
  let axes: TableAxes
  var log = DiagnosticLog()

  init(_ order: TableOrder, _ places: TablePlaces) {
    self.order = order
    self.places = places
    axes = TableAxes(order)
  }

  mutating func table() -> TableDescription {
    checkAxes()
    let placed = self.placed()
    let keys = columns(of: placed)
    var table = TableDescription(
      columns: keys.map(column), rows: rows(of: placed, keys), common: heading(""))
    table.highlighted = order.highlighted
    table.isHeated = order.isHeated
    table.namesReporters = (axes.rows + [axes.columns]).contains(.reporter)
    if log.hasErrors { return table }
    liftUnits(in: &table)
    liftPeriods(in: &table)
    liftStatuses(in: &table)
    sort(&table)
    addTotals(to: &table)
    addLines(to: &table)
    addChanges(to: &table)
    return table
  }

  func heading(_ name: String, period: Period? = nil, status: Status? = nil) -> TableDescription.Heading {
    TableDescription.Heading(name: name, period: period, unit: nil, status: status)
  }

  private mutating func checkAxes() {
    if axes.rows.contains(axes.columns) {
      log.error(
        "rows and columns are both made by '\(axes.columns.rawValue)'",
        at: places.first(of: .columns, .rows), advice: "make them by two different things")
    }
    let isListed = order.series.contains { !$0.name.isEmpty }
    if !isListed, axes.rows.contains(.series) || axes.columns == .series {
      log.error(
        "no series are listed that rows or columns could be made of",
        at: places.first(of: .rows, .columns), advice: "list 'series', or make them by 'label'")
    }
  }

  // MARK: Places

  private mutating func placed() -> [PlacedFigure] {
    checkTraits()
    let splits = statusesApart()
    return order.series.flatMap { series in
      series.figures.map { figure in
        let names = axes.rows.map { name(of: figure, $0, series) }
        return PlacedFigure(
          figure: figure, group: names.count > 1 ? names[0] : "", row: names.last ?? "",
          column: column(of: figure, series, splits))
      }
    }
  }

  private func column(of figure: Figure, _ series: Series, _ splits: Set<Period?>) -> ColumnKey {
    guard axes.columns == .period else {
      return ColumnKey(name: name(of: figure, axes.columns, series))
    }
    let status = splits.contains(figure.period) ? figure.status.standing : nil
    return ColumnKey(
      name: figure.words(.periodShort), period: figure.period, status: status == .actual ? nil : status)
  }

  private func name(of figure: Figure, _ trait: TableDescription.Trait, _ series: Series) -> String {
    switch trait {
    case .label: figure.label
    case .reporter: figure.reporter ?? ""
    case .status: figure.status.rawValue
    case .period: figure.words(.periodShort)
    case .series: series.name
    }
  }

  /// What is put by a trait must have it.
  private mutating func checkTraits() {
    let traits = axes.rows + [axes.columns]
    let figures = order.series.flatMap(\.figures)
    if traits.contains(.reporter) {
      for figure in figures where figure.reporter == nil {
        log.error(
          "'\(figure.id)' has no reporter", at: places.place(of: figure),
          advice: "fill in the reporter in figures.csv, or make rows and columns by something else")
      }
    }
    if traits.contains(.period), figures.contains(where: { $0.period != nil }) {
      for figure in figures where figure.period == nil {
        log.error(
          "'\(figure.id)' has no period", at: places.place(of: figure),
          advice: "fill in the period in figures.csv, or leave the figure out")
      }
    }
  }

  /// The periods that have two values of one thing, such as a goal and what came of it.
  private func statusesApart() -> Set<Period?> {
    guard axes.columns == .period else { return [] }
    struct Slot: Hashable {
      var names: [String]
      var period: Period?
    }
    var seen: [Slot: Status] = [:]
    var apart: Set<Period?> = []
    for series in order.series {
      for figure in series.figures {
        let slot = Slot(names: axes.rows.map { name(of: figure, $0, series) }, period: figure.period)
        if let other = seen[slot], other != figure.status.standing { apart.insert(figure.period) }
        seen[slot] = figure.status.standing
      }
    }
    return apart
  }

  // MARK: Columns and rows

  /// In order of time, else as they come.
  private func columns(of placed: [PlacedFigure]) -> [ColumnKey] {
    var seen = Set<ColumnKey>()
    let keys = placed.map(\.column).filter { seen.insert($0).inserted }
    guard axes.columns == .period else { return keys }
    return keys.enumerated().sorted { a, b in
      let (x, y) = (a.element, b.element)
      if let first = x.period, let second = y.period, first != second { return first < second }
      let ranks = [x, y].map { $0.status == nil ? 0 : $0.status == .estimate ? 1 : 2 }
      return (ranks[0], a.offset) < (ranks[1], b.offset)
    }.map(\.element)
  }

  private func column(_ key: ColumnKey) -> TableDescription.Column {
    let status = axes.columns == .status ? Status(rawValue: key.name) : key.status
    return TableDescription.Column(
      kind: .figures, heading: heading(axes.columns == .status ? "" : key.name, status: status))
  }

  private mutating func rows(of placed: [PlacedFigure], _ keys: [ColumnKey]) -> [TableDescription.Row] {
    struct Name: Hashable {
      var group: String
      var row: String
    }
    let columns = Dictionary(keys.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var places: [Name: Int] = [:]
    var rows: [TableDescription.Row] = []
    for one in placed {
      let name = Name(group: one.group, row: one.row)
      let row = places[name] ?? rows.count
      if row == rows.count {
        places[name] = row
        let status = axes.rows.last == .status ? one.figure.status : nil
        rows.append(
          TableDescription.Row(
            heading: heading(status == nil ? one.row : "", status: status), group: one.group,
            cells: Array(repeating: nil, count: keys.count)))
      }
      guard let column = columns[one.column] else { continue }
      if let other = rows[row].cells[column]?.figure {
        report(other, one.figure)
      } else {
        rows[row].cells[column] = TableDescription.Cell(figure: one.figure)
      }
    }
    return grouped(rows)
  }

  /// Rows of a group together, groups as they come.
  private func grouped(_ rows: [TableDescription.Row]) -> [TableDescription.Row] {
    var order: [String] = []
    for row in rows where !order.contains(row.group) { order.append(row.group) }
    return order.flatMap { group in rows.filter { $0.group == group } }
  }

  private mutating func report(_ first: Figure, _ second: Figure) {
    if first.id == second.id {
      log.error(
        "the figure '\(first.id)' is in the table twice", at: places.place(of: second), advice: "name it once"
      )
      return
    }
    let advice: String =
      if first.reporter != second.reporter {
        "write 'rows: [label, reporter]', or leave one out"
      } else if first.period != second.period {
        "write 'columns: period', or leave one out"
      } else if first.label != second.label {
        "write 'rows: label', or leave one out"
      } else {
        "leave one out, or give them labels that say how they differ"
      }
    log.error(
      "'\(first.id)' and '\(second.id)' would stand in one cell of the table", at: places.place(of: second),
      advice: advice)
  }
}

extension Status {
  /// What is computed stands for what it is computed from: mostly actual values.
  fileprivate var standing: Status { self == .derived ? .actual : self }
}
