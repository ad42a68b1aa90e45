import Diagnostics
import Tables

extension FigureTable {
  /// Reads figures.csv and computes the derived figures.
  ///
  /// Columns (in any order): id, label, value, unit, period, qualifier, status, formula, source, note, and
  /// reporter if you like. An empty qualifier is exact; an empty status is actual, or derived where there is a
  /// formula. Docs/figures.md says the rest.
  /// - Throws: everything that is wrong with the table, each with line and column.
  public static func read(_ csv: String, file: String) throws(DiagnosticError) -> FigureTable {
    try read(Table.read(csv, file: file, columns: columns)).figures
  }

  /// Reads a pack's table of figures, lays updates over it in their order, and computes the derived figures.
  ///
  /// A row of an update replaces, of the figure with its id, what its cells say; empty cells and missing columns
  /// leave what was there. An id that is new adds a figure.
  /// - Returns: the figures, and what is doubtful about them.
  /// - Throws: everything that is wrong with any of the tables.
  public static func read(_ table: Table, updates: [Table] = []) throws(DiagnosticError) -> (
    figures: FigureTable, warnings: [Diagnostic]
  ) {
    var log = DiagnosticLog()
    let figures = readable(table, updates: updates, log: &log)
    try log.throwIfErrors()
    return (figures ?? FigureTable(), log.diagnostics)
  }

  /// As above, but of tables with mistakes the rows that have none, so that the mistakes of everything else are found
  /// too; the log says what is wrong or doubtful.
  /// - Returns: `nil` where a column is missing, so that no row can be read.
  public static func readable(_ table: Table, updates: [Table] = [], log: inout DiagnosticLog) -> FigureTable?
  {
    for table in [table] + updates {
      for warning in table.warnings { log.add(warning) }
    }
    var overlay = FigureOverlay()
    overlay.add(table, log: &log)
    for update in updates { overlay.lay(update, log: &log) }
    guard overlay.hasAllColumns else { return nil }
    let figures = DerivedFigures(overlay.read(log: &log), known: overlay.ids, names: overlay.orderedIDs)
      .computed(log: &log)
    var table = FigureTable(figures, unread: overlay.ids.subtracting(figures.map(\.id)))
    table.movedFromTranscript = Set(overlay.changes.filter(\.isMovedFromTranscript).map(\.now.id))
    if !log.hasErrors {
      for warning in overlay.doubts(about: table) + typedConstants(in: table) + negativeCounts(in: table) {
        log.add(warning)
      }
    }
    return table
  }
}

extension FigureColumn {
  /// Whether what stands as the header names no column and begins with an id that a number follows.
  private static func isRow(_ header: [Table.Field]) -> Bool {
    guard let first = header.first, isFigureID(first.text.trimmed) else { return false }
    let isNamed = header.contains { FigureColumn(rawValue: $0.text.trimmedLowercase) != nil }
    return !isNamed
      && header.dropFirst().contains { field in
        if case .invalid = WrittenNumber.read(field.text.trimmed, hasDecimalComma: field.hasDecimalComma) {
          return false
        }
        return true
      }
  }

  /// Where each column of a table stands; `nil` if a required column is missing. A column that is not ours is passed over
  /// with a warning, unless it may be one of ours misspelt that isn't there: then it is an error.
  static func columns(
    of table: Table, required: [FigureColumn], log: inout DiagnosticLog
  ) -> [FigureColumn: Int]? {
    if isRow(table.header) {
      log.error(
        "the first line looks like a row, not a header", at: table.header.first?.location,
        advice: "name the columns above it: \(required.map(\.rawValue).joined(separator: ","))")
      return nil
    }
    var columns: [FigureColumn: Int] = [:]
    for (index, field) in table.header.enumerated() {
      if let column = FigureColumn(rawValue: field.text.trimmedLowercase) { columns[column] = index }
    }
    let absent = allCases.filter { columns[$0] == nil }.map(\.rawValue)
    for field in table.header {
      let name = field.text.trimmedLowercase
      if FigureColumn(rawValue: name) != nil { continue }
      let meant = nearestNames(to: name, among: absent, within: name.count > 5 ? 2 : 1)
      if meant.isEmpty {
        log.warning(
          "the column '\(field.text.trimmed)' is not read", at: field.location,
          advice: "the columns are \(allCases.map(\.rawValue).joined(separator: ", "))")
      } else {
        log.error(
          "unknown column '\(field.text.trimmed)'", at: field.location,
          advice: adviceForUnknown(name, among: absent))
      }
    }
    let missing = required.filter { columns[$0] == nil }
    for column in missing {
      log.error(
        "the column '\(column.rawValue)' is missing", at: table.header.first?.location,
        advice: "the first line should be \(required.map(\.rawValue).joined(separator: ","))")
    }
    return missing.isEmpty ? columns : nil
  }
}
