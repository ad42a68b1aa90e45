import Diagnostics

/// Makes the cells of a sheet into a table.
struct SheetReader {
  /// "trade.xlsx#Sheet1"
  let file: String
  let strings: [String]
  let formats: [NumberFormat]
  let countsFrom1904: Bool

  /// A row that holds any text, by its columns (from 1).
  private struct Row {
    var number: Int
    var isHidden: Bool
    var cells: [Int: Table.Field]
  }

  func table(_ part: SheetPart, headedBy column: String?) throws(DiagnosticError) -> Table {
    var log = DiagnosticLog()
    let all = rows(of: part, log: &log)
    let rows = Array(all[Table.headIndex(of: all.map { Array($0.cells.values) }, headedBy: column)...])
    for row in rows where row.isHidden {
      log.warning(
        "row \(row.number) is hidden, and is read all the same", at: location(row.number, 1),
        advice: "delete it if it should not count")
    }
    let head = rows.first?.cells ?? [:]
    let columns = head.filter { !$0.value.text.isBlank }.keys.sorted()
    checkMerged(part, rows: rows, log: &log)
    for row in rows.dropFirst() {
      for (column, field) in row.cells.sorted(by: { $0.key < $1.key })
      where !field.text.isBlank && !columns.contains(column) {
        log.error(
          "this cell stands in a column without a name", at: field.location,
          advice: "name the column in row \(rows[0].number), or empty the cell")
      }
    }
    let records = rows.map { row in
      columns.map { row.cells[$0] ?? Table.Field(text: "", location: location(row.number, $0)) }
    }
    return try Table(records.filter { record in !record.allSatisfy(\.text.isBlank) }, file: file, log: log)
  }

  private func rows(of part: SheetPart, log: inout DiagnosticLog) -> [Row] {
    var rows: [Row] = []
    var number = 0
    for row in part.sheetData.row ?? [] {
      number = row.r ?? number + 1
      var cells: [Int: Table.Field] = [:]
      var column = 0
      for cell in row.c ?? [] {
        column = cell.r.flatMap { CellReference($0)?.column } ?? column + 1
        let place = location(number, column)
        if let text = text(of: cell, at: place, log: &log), !text.isBlank {
          cells[column] = Table.Field(text: text, location: place)
        }
      }
      if !cells.isEmpty {
        rows.append(Row(number: number, isHidden: ["1", "true"].contains(row.hidden ?? ""), cells: cells))
      }
    }
    return rows
  }

  /// `nil` for an empty cell, and for one that can't be read; then the log says so.
  private func text(of cell: SheetPart.Cell, at place: SourceLocation, log: inout DiagnosticLog) -> String? {
    let value = cell.v?.value.trimmed
    switch cell.t ?? "n" {
    case "s":
      if let index = value.flatMap({ Int($0) }), strings.indices.contains(index) { return strings[index] }
      log.error(
        "this cell's text is missing from the file", at: place,
        advice: "open the spreadsheet and save it anew")
      return nil
    case "inlineStr": return cell.is?.text ?? cell.v?.value
    case "str": return cell.v?.value
    case "b": return value == "1" || value == "true" ? "TRUE" : "FALSE"
    case "e":
      log.error(
        "this cell holds the error \(value ?? "")", at: place, advice: "mend its formula, or write the value")
      return nil
    case "d": return value.map { String($0.prefix { $0 != "T" }) }
    default: break
    }
    guard let value, !value.isEmpty else {
      if cell.f != nil {
        log.error(
          "this cell has a formula but no value", at: place,
          advice: "open the spreadsheet, let it compute, and save it")
      }
      return nil
    }
    let format = cell.s.flatMap { formats.indices.contains($0) ? formats[$0] : nil } ?? .number
    if let text = format.text(of: value, countsFrom1904: countsFrom1904) { return text }
    log.error(
      format == .time ? "this cell is a time of day" : "this cell's number '\(value)' can't be read",
      at: place,
      advice: "format the cell as text or as a number, and write what it should say")
    return nil
  }

  /// A merged cell stands for several, and of a table's rows and columns each needs its own.
  private func checkMerged(_ part: SheetPart, rows: [Row], log: inout DiagnosticLog) {
    for range in part.mergeCells?.mergeCell ?? [] {
      let ends = range.ref.split(separator: ":").compactMap { CellReference($0) }
      guard ends.count == 2, let row = rows.first(where: { $0.number == ends[0].row }),
        row.cells[ends[0].column] != nil
      else { continue }
      log.error(
        "the cells \(range.ref) are merged", at: location(ends[0].row, ends[0].column),
        advice: "unmerge them: each figure has a row and each column a cell of its own")
    }
  }

  private func location(_ row: Int, _ column: Int) -> SourceLocation {
    SourceLocation(file: file, line: row, column: column, isCell: true)
  }
}

/// "C7" by row and column, both from 1.
struct CellReference {
  var row: Int
  var column: Int

  init?(_ text: some StringProtocol) {
    let letters = text.utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = Int(text.dropFirst(letters.count)), row > 0 else {
      return nil
    }
    self.row = row
    column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
  }
}
