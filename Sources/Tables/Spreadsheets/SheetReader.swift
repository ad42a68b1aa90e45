import Diagnostics

/// Makes the cells of a sheet into a table.
struct SheetReader {
  let strings: [CellText]
  let styles: CellStyles
  let countsFrom1904: Bool
  /// `nil` where all columns count.
  let columns: Table.Columns?

  /// How many rows are looked at for the names of the columns.
  static let rowsAboveHead = Table.Columns.highestHead

  /// A row that says anything, by its columns.
  private struct Row {
    var number: Int
    var isHidden: Bool
    var cells: [Int: CellReading]

    var fields: [Table.Field] { cells.sorted { $0.key < $1.key }.map(\.value.field) }
  }

  /// Whether a table with the wanted columns begins in the first rows of a sheet.
  func holds(_ columns: Table.Columns, in part: SheetPart?) -> Bool {
    guard let part else { return false }
    let rows = rows(of: part, file: "").map(\.fields)
    guard let head = columns.headIndex(of: rows) else { return false }
    return columns.numbers.isEmpty
      || rows[head...].prefix(2).joined().contains { columns.numbers.contains($0.text.trimmedLowercase) }
  }

  /// What stands in each row of a sheet that says anything.
  func beginning(of part: SheetPart, file: String) -> [Table.Row] {
    let rows = rows(of: part, file: file).map(\.fields).map { $0.filter { !$0.text.isBlank } }
    let first = rows.compactMap { $0.first?.location.column }.min()
    return rows.filter { !$0.isEmpty }.map { row in
      Table.Row(fields: row, isIndented: row.first?.location.column != first)
    }
  }

  /// The table of a sheet.
  ///
  /// - Parameters:
  ///   - part: the sheet's cells.
  ///   - comments: what people wrote beside cells, by their names.
  ///   - file: as messages name the sheet, "trade.xlsx#Sheet1".
  /// - Returns: the rows below the names of the columns.
  /// - Throws: every mistake in a column that counts.
  func table(_ part: SheetPart, comments: [String: String], file: String) throws(DiagnosticError) -> Table {
    var log = DiagnosticLog()
    let all = rows(of: part, file: file)
    let start = columns?.headIndex(of: all.map(\.fields)) ?? 0
    let head = Head(all.map { ($0.number, $0.cells.mapValues(\.field)) }, start, part.merged, columns)
    let body = all[min(start + head.height, all.count)...]
    for row in body where row.isHidden {
      log.warning(
        "row \(row.number) is hidden, and is read all the same",
        at: SourceLocation(file: file, line: row.number, column: 1, isCell: true),
        advice: "delete it if it should not count")
    }
    for (column, name) in head.names.sorted(by: { $0.key < $1.key })
    where head.isWanted(column) && part.hiddenColumns.contains(where: { $0.contains(column) }) {
      log.warning(
        "the column '\(name.text.trimmed)' is hidden, and is read all the same", at: name.location,
        advice: "show it, and look whether it should count")
    }
    checkMerged(part, body, head, &log)
    for row in body { report(row, head, comments, &log) }
    let order = head.names.keys.sorted()
    let records = body.map { row in
      order.map { column in
        row.cells[column]?.field
          ?? Table.Field(
            text: "", location: SourceLocation(file: file, line: row.number, column: column, isCell: true))
      }
    }
    var table = try Table(
      [order.compactMap { head.names[$0] }] + records.filter { !$0.allSatisfy(\.text.isBlank) }, file: file,
      columns: columns, log: log)
    table.titles = all[..<min(start, all.count)].flatMap(\.fields).filter { !$0.text.isBlank }
    return table
  }

  private func rows(of part: SheetPart, file: String) -> [Row] {
    part.rows.compactMap { row in
      var cells: [Int: CellReading] = [:]
      for cell in row.cells {
        let place = SourceLocation(file: file, line: row.number, column: cell.column, isCell: true)
        var reading = read(cell, at: place)
        if cells[cell.column] != nil {
          reading.problem = ("this cell stands twice in the file", "open the spreadsheet and save it anew")
        }
        if !reading.isEmpty { cells[cell.column] = reading }
      }
      return cells.isEmpty ? nil : Row(number: row.number, isHidden: row.isHidden, cells: cells)
    }
  }

  /// What is wrong with the cells of a row, where it matters, and what people wrote beside them.
  private func report(_ row: Row, _ head: Head, _ comments: [String: String], _ log: inout DiagnosticLog) {
    for (column, cell) in row.cells.sorted(by: { $0.key < $1.key }) {
      let place = cell.field.location
      if head.names[column] == nil {
        if cell.field.text.isBlank { continue }
        log.add(
          Diagnostic(
            columns == nil ? .error : .warning,
            "this cell stands in a column without a name" + (columns == nil ? "" : ", and is not read"),
            at: place,
            advice: "name the column in row \(head.row), or empty the cell"))
        continue
      }
      guard head.isWanted(column) else { continue }
      let isNumber =
        head.names[column].map { columns?.numbers.contains($0.text.trimmedLowercase) == true } ?? false
      if let problem = cell.problem ?? (isNumber ? cell.problemOfNumber : nil) {
        log.error(problem.message, at: place, advice: problem.advice)
      } else if isNumber, cell.isDashForZero {
        log.warning(
          "this cell shows '\(cell.field.addition)', and is read as 0", at: place,
          advice:
            "if there is no number, empty it or remove its row; else give it a number format that shows 0")
      } else if !cell.struckOut.isEmpty {
        log.warning(
          "struck-out text in this cell is left out: '\(cell.struckOut.trimmed)'", at: place,
          advice: "remove it, or the strike through it")
      }
      if let comment = place.placeInFile.flatMap({ comments[$0] }), !comment.isBlank {
        let words = comment.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        log.warning(
          "a comment stands at this cell, and is not read: “\(words.prefix(120))\(words.count > 120 ? " …" : "")”",
          at: place, advice: "what it says of the figure belongs into the table: qualifier, status, note")
      }
    }
  }

  /// A merged cell stands for several, and of a table's rows and columns each needs its own. A line of text across the
  /// table is none of them.
  private func checkMerged(
    _ part: SheetPart, _ body: ArraySlice<Row>, _ head: Head, _ log: inout DiagnosticLog
  ) {
    if part.merged.isEmpty { return }
    let rows = Dictionary(body.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
    for range in part.merged {
      guard let row = rows[range.first.row], let cell = row.cells[range.first.column],
        row.cells.count > 1 || columns == nil,
        (range.first.column...range.last.column).contains(where: head.isWanted)
      else { continue }
      log.error(
        "the cells \(range.text) are merged", at: cell.field.location,
        advice: "unmerge them: each figure has a row and each column a cell of its own")
    }
  }
}

/// The names of a sheet's columns, which may stand in several rows where cells are merged.
private struct Head {
  var names: [Int: Table.Field]
  /// How many rows it takes of those that say anything.
  var height = 1
  /// The number of its first.
  var row = 1
  private let columns: Table.Columns?

  init(
    _ rows: [(number: Int, cells: [Int: Table.Field])], _ start: Int, _ merged: [CellRange],
    _ columns: Table.Columns?
  ) {
    self.columns = columns
    guard rows.indices.contains(start) else {
      names = [:]
      return
    }
    let first = rows[start]
    row = first.number
    // The head is as high as the merged cell that holds the column's name which every table has.
    let last =
      merged.filter { range in
        range.first.row == first.number && columns != nil
          && first.cells[range.first.column]?.text.trimmedLowercase == columns?.head
      }.map(\.last.row).max() ?? first.number
    let head = rows[start...].prefix { $0.number <= last }
    height = head.count
    var names: [Int: Table.Field] = [:]
    for row in head {
      for (column, field) in row.cells where !field.text.isBlank {
        let isKnown = { (field: Table.Field) in columns?.names.contains(field.text.trimmedLowercase) == true }
        // The lower one says it closer, unless only the upper one is a name that we know.
        if let upper = names[column], isKnown(upper), !isKnown(field) { continue }
        names[column] = field
      }
    }
    if let corner = columns?.corner, let column = rows[start...].compactMap({ $0.cells.keys.min() }).min(),
      names[column] == nil
    {
      let file = first.cells.values.first?.location.file ?? ""
      names[column] = Table.Field(
        text: corner, location: SourceLocation(file: file, line: row, column: column, isCell: true))
    }
    self.names = names
  }

  /// Whether a column is one that is read.
  func isWanted(_ column: Int) -> Bool {
    guard let name = names[column] else { return false }
    return columns?.names.contains(name.text.trimmedLowercase) ?? true
  }
}
