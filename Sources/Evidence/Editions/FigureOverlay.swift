import Diagnostics
import Tables

/// The rows of a pack's table of figures, and of the updates laid over them.
struct FigureOverlay {
  private var rows: [FigureCells] = []
  private var index: [String: Int] = [:]
  /// What updates changed, in their order.
  private(set) var changes: [FigureChange] = []
  /// Every id of the tables, of rows with mistakes too.
  private(set) var ids: Set<String> = []
  /// What stands above the tables.
  private var titles: [Table.Field] = []
  /// Whether no table lacks a column that it needs.
  private(set) var hasAllColumns = true

  var orderedIDs: [String] { rows.map(\.id) }

  /// Takes the rows of the pack's own table.
  mutating func add(_ table: Table, log: inout DiagnosticLog) {
    titles += table.titles
    guard let columns = FigureColumn.columns(of: table, required: FigureColumn.required, log: &log) else {
      hasAllColumns = false
      return
    }
    let (distinct, repeated) = distinctRows(of: table, columns, log: &log)
    for cells in distinct { append(cells) }
    for cells in repeated { _ = FigureRow(cells, log: &log) }
  }

  /// Lays an update over the rows.
  mutating func lay(_ table: Table, log: inout DiagnosticLog) {
    titles += table.titles
    guard let columns = FigureColumn.columns(of: table, required: [.id, .value], log: &log)
    else {
      hasAllColumns = false
      return
    }
    if table.rows.isEmpty {
      log.warning(
        "this update has no rows, so it changes nothing", at: SourceLocation(file: table.file),
        advice: "write a row for each figure that is new: its id and its value")
    }
    for cells in distinctRows(of: table, columns, log: &log).distinct {
      if let position = index[cells.id] {
        replace(at: position, by: cells, log: &log)
      } else {
        addNew(cells, file: table.file, log: &log)
      }
    }
  }

  /// The figures of the rows without mistakes.
  func read(log: inout DiagnosticLog) -> [FigureRow] {
    var read: [FigureRow] = []
    var additions = FormatAdditions()
    var above = TitleDoubts()
    var periods = PeriodDoubts()
    var points = PointDoubts()
    for cells in rows {
      guard let row = FigureRow(cells, log: &log) else { continue }
      read.append(row)
      above.add(row, cells)
      periods.add(cells)
      points.add(cells)
      if let doubt = additions.doubt(about: row.figure, in: cells[.value]) { log.add(doubt) }
    }
    for doubt in above.doubts(about: titles) + periods.doubts() + points.doubts() { log.add(doubt) }
    return read
  }

  private mutating func append(_ cells: FigureCells) {
    index[cells.id] = rows.count
    rows.append(cells)
  }

  /// Each id once; the second row of one is a mistake.
  private mutating func distinctRows(
    of table: Table, _ columns: [FigureColumn: Int], log: inout DiagnosticLog
  ) -> (distinct: [FigureCells], repeated: [FigureCells]) {
    var first: [String: SourceLocation] = [:]
    var distinct: [FigureCells] = []
    var repeated: [FigureCells] = []
    let passed = PassedRows(known: ids)
    for row in table.rows {
      let cells = FigureCells(row, columns)
      if let reason = passed.reason(for: cells, row: row) {
        log.add(reason)
        continue
      }
      if let known = first[cells.id], !cells.id.isEmpty {
        log.error(
          "the id '\(cells.id)' occurs twice, first in \(known.rowName)", at: cells.location(.id),
          advice: "each figure has an id of its own")
        repeated.append(cells)
      } else {
        first[cells.id] = cells.location(.id)
        distinct.append(cells)
      }
    }
    ids.formUnion(first.keys)
    return (distinct, repeated)
  }

  // MARK: Updates

  private mutating func addNew(_ cells: FigureCells, file: String, log: inout DiagnosticLog) {
    let isDerived = !cells.text(.formula).isEmpty || cells.text(.status).lowercased() == "derived"
    var needed: [FigureColumn] = [.label]
    if cells[.unit] == nil { needed.append(.unit) }
    if !isDerived { needed.append(.source) }
    let missing = needed.filter { cells.text($0).isEmpty }.map(\.rawValue)
    guard cells.hasID(&log) else { return }
    if !missing.isEmpty {
      let near = nearestNames(to: cells.id, among: orderedIDs)
      let hint = near.isEmpty ? "" : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? "
      log.error(
        "the pack has no figure '\(cells.id)'", at: cells.location(.id),
        advice: hint + "A new figure needs its \(missing.joined(separator: ", ")) too")
      return
    }
    append(cells)
    if let row = FigureRow(cells, log: &log) {
      changes.append(FigureChange(was: nil, now: row.figure, cells: cells, hasOwnSource: true))
    }
  }

  private mutating func replace(at position: Int, by update: FigureCells, log: inout DiagnosticLog) {
    let old = rows[position]
    var new = merged(old, update)
    var ignored = DiagnosticLog()
    guard isComplete(update, over: old, making: new, log: &log), let now = FigureRow(new, log: &log)?.figure
    else {
      rows[position] = new
      return
    }
    guard let was = FigureRow(old, log: &ignored)?.figure else {
      rows[position] = new
      return
    }
    // Spreadsheets drop the zeros at a number's end: 2 is no news of 2.0.
    if now.hasSameValue(as: was), now.unit == was.unit { new[.value] = old[.value] }
    if now.claimsSame(as: was) {
      new[.id] = old[.id]
    } else {
      let hasOwnSource = now.sources != was.sources || now.status == .derived
      if now.sources == was.sources {
        new[.source] = source(of: update, isDerived: now.status == .derived, instead: old[.source])
      }
      changes.append(FigureChange(was: was, now: now, cells: update, hasOwnSource: hasOwnSource))
    }
    rows[position] = new
  }

  /// The old row with what the update's cells say. Between a value and a formula the status decides.
  private func merged(_ old: FigureCells, _ update: FigureCells) -> FigureCells {
    var new = old
    for (column, field) in update.cells where !field.text.isBlank {
      // "2018-05" comes back from some spreadsheets as the first day of that month.
      let isSamePeriod =
        column == .period
        && Period(old.text(.period)).map { MonthTurnedDate(field.text)?.canBe($0) ?? false } ?? false
      if !isSamePeriod { new[column] = field }
    }
    let status = update.text(.status).lowercased()
    let wasDerived = !old.text(.formula).isEmpty
    if status == Status.derived.rawValue, !wasDerived, update.text(.value).isEmpty {
      new[.value] = update[.value]
    } else if !status.isEmpty, status != Status.derived.rawValue, wasDerived, update.text(.formula).isEmpty {
      new[.formula] = update[.formula]
    }
    return new
  }

  /// An empty value leaves nothing as it was: whoever empties a cell may mean that the number is not known.
  private func isComplete(
    _ update: FigureCells, over old: FigureCells, making new: FigureCells, log: inout DiagnosticLog
  ) -> Bool {
    let isDerived = !new.text(.formula).isEmpty
    if !isDerived, new.text(.unit).isEmpty, let name = (try? Formula(old.text(.formula)))?.namedFigure {
      log.error(
        "\(update.name) was another name of '\(name)' and has no unit of its own", at: update.location(.id),
        advice: "write its unit and period beside its value")
      return false
    }
    if !update.text(.value).isEmpty || isDerived { return true }
    log.error(
      "\(update.name) has no value", at: update.location(.value),
      advice:
        "an empty value is not a zero: write the number, or remove the row and the pack's own value stays")
    return false
  }

  /// What a row that names no source of its own comes from: the place where the update says it.
  private func source(of update: FigureCells, isDerived: Bool, instead old: Table.Field?) -> Table.Field? {
    guard var field = update[.value] else { return old }
    field.text = isDerived ? "" : update.location(.id)?.sourceName ?? ""
    return field
  }
}

extension SourceLocation {
  /// "line 4", "row 4".
  var rowName: String { (isCell ? "row " : "line ") + "\(line ?? 0)" }

  /// As a figure's source: "trade.csv, line 4", "trade.xlsx, Sheet1 row 4"; the file by its own name, so that the same
  /// update says the same wherever it lies. Semicolons separate sources and commas end a file's name.
  var sourceName: String {
    let parts = file.split(separator: "#", maxSplits: 1)
    let hasSheet = isCell && parts.count == 2
    let path = hasSheet ? String(parts[0]) : file
    let name = (path.split(separator: "/").last.map(String.init) ?? path).replacing(",", with: " ")
    let sheet = hasSheet ? "\(parts[1]) " : ""
    return "\(name), \(sheet)\(rowName)".replacing(";", with: " ")
  }
}
