import Diagnostics

extension FigureTable {
  /// Reads figures.csv and computes the derived figures.
  ///
  /// Columns (in any order): id, label, value, unit, period, qualifier, status, formula, source, note, and
  /// reporter if you like. An empty qualifier is exact; an empty status is actual, or derived where there is a
  /// formula. Docs/figures.md says the rest.
  /// - Throws: everything that is wrong with the table, each with line and column.
  public static func read(_ csv: String, file: String) throws(DiagnosticError) -> FigureTable {
    let table = try CSVTable.read(csv, file: file)
    var log = DiagnosticLog()
    guard let columns = columns(of: table, log: &log) else { throw DiagnosticError(log.diagnostics) }
    var rows: [FigureRow] = []
    var locations: [String: SourceLocation] = [:]
    for fields in table.rows {
      let field = fields[columns[.id] ?? 0]
      let id = field.text.trimmed
      let row = FigureRow(fields, columns, hasDecimalComma: table.separator == ";", log: &log)
      if let first = locations[id], !id.isEmpty {
        log.error(
          "the id '\(id)' occurs twice, first in line \(first.line ?? 0)", at: field.location,
          advice: "each figure has an id of its own")
      } else {
        locations[id] = field.location
        if let row { rows.append(row) }
      }
    }
    let known = Set(locations.keys)
    let figures = DerivedFigures(
      rows, known: known, names: table.rows.map { $0[columns[.id] ?? 0].text.trimmed }
    )
    .computed(log: &log)
    try log.throwIfErrors()
    return FigureTable(figures)
  }

  /// `nil` if a required column is missing. An unknown column is an error too, but the rows can be read.
  private static func columns(of table: CSVTable, log: inout DiagnosticLog) -> FigureRow.Columns? {
    var columns: FigureRow.Columns = [:]
    for (index, field) in table.header.enumerated() {
      let name = field.text.trimmedLowercase
      if let column = FigureColumn(rawValue: name) {
        columns[column] = index
      } else {
        log.error(
          "unknown column '\(field.text.trimmed)'", at: field.location,
          advice: adviceForUnknown(name, among: FigureColumn.allCases.map(\.rawValue)))
      }
    }
    let missing = FigureColumn.required.filter { columns[$0] == nil }
    for column in missing {
      log.error(
        "the column '\(column.rawValue)' is missing", at: table.header.first?.location,
        advice: "the first line should be \(FigureColumn.expectedHeader)")
    }
    return missing.isEmpty ? columns : nil
  }
}
