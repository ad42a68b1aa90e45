import Diagnostics

/// What the part of a sheet holds: its cells that say anything, and what is said of rows and columns.
struct SheetPart {
  var rows: [Row] = []
  var merged: [CellRange] = []
  var hiddenColumns: [ClosedRange<Int>] = []

  /// A row with cells, by its number from 1.
  struct Row {
    var number: Int
    var isHidden: Bool
    var cells: [Cell]
  }

  /// A cell by its column from 1.
  struct Cell {
    var column: Int
    /// What the value is: "s" the number of a shared string, "str" a formula's text, "b", "e", "d", "inlineStr", "n".
    var type: String
    var style: Int
    /// As stored; `nil` for none.
    var value: String?
    var inline: CellText?
    /// `nil` where the value is no formula's.
    var formula: String?
  }

  /// As Excel has them; in bounds, numbers can be counted on without overflow.
  static let (lastRow, lastColumn) = (1_048_576, 16_384)
  /// With text in them; a table of figures has some hundreds.
  private static let (mostRows, mostCells) = (50_000, 600_000)

  /// - Parameters:
  ///   - package: the spreadsheet.
  ///   - path: of the part.
  ///   - file: as messages name the sheet.
  ///   - mostRows: how many rows are wanted; further ones are not read.
  /// - Throws: what is wrong with the part, also that it is too large.
  init(
    _ package: SpreadsheetPackage, _ path: String, file: String, mostRows: Int? = nil
  ) throws(DiagnosticError) {
    var problem: DiagnosticError?
    var number = 0
    var cells = 0
    let wanted: Set = ["sheetData/row", "mergeCells/mergeCell", "cols/col"]
    try package.read(path, root: "worksheet", wanted) { elements in
      for element in elements {
        switch element.name {
        case "row":
          guard let row = Self.row(element, after: number) else {
            problem = package.damaged(path)
            return false
          }
          number = row.number
          if !row.cells.isEmpty { rows.append(row) }
          cells += row.cells.count
          if rows.count > Self.mostRows || cells > Self.mostCells {
            problem = Self.tooLarge(file)
            return false
          }
          if let mostRows, rows.count >= mostRows { return false }
        case "mergeCell":
          if let range = element["ref"].flatMap({ CellRange($0) }) { merged.append(range) }
        default:
          if element.flag("hidden"), let min = element.number("min"), let max = element.number("max"),
            min <= max
          {
            hiddenColumns.append(min...max)
          }
        }
      }
      return true
    }
    if let problem { throw problem }
    // Rows that stand in the file in another order are shown by their numbers.
    rows.sort { $0.number < $1.number }
  }

  private static func tooLarge(_ file: String) -> DiagnosticError {
    DiagnosticError(
      "this sheet is too large: it has more than \(mostRows) rows or \(mostCells) cells",
      at: SourceLocation(file: file), advice: "leave only the table of figures in it")
  }

  /// `nil` for a number that no sheet has.
  private static func row(_ element: XMLElement, after last: Int) -> Row? {
    let written = element.all("c")
    let references = written.map { $0["r"].flatMap { CellReference($0) } }
    // A row that doesn't say its number may have cells that do.
    let first = element["r"] == nil ? references.lazy.compactMap { $0?.row }.first : element.number("r")
    let number = element["r"] == nil ? first ?? last + 1 : first ?? 0
    guard (1...lastRow).contains(number) else { return nil }
    var cells: [Cell] = []
    var column = 0
    for (cell, reference) in zip(written, references) {
      column = reference?.column ?? column + 1
      guard column <= lastColumn else { return nil }
      let value = cell.first("v")?.text
      let formula = cell.first("f")
      let inline = cell.first("is").map { CellText($0) }
      if value?.isEmpty ?? true, formula == nil, inline == nil { continue }
      cells.append(
        Cell(
          column: column, type: cell["t"]?.trimmed ?? "n", style: cell.number("s") ?? 0,
          value: value?.isEmpty == true ? nil : value, inline: inline, formula: formula?.text))
    }
    return Row(number: number, isHidden: element.flag("hidden"), cells: cells)
  }
}

/// "C7" by row and column, both from 1.
struct CellReference: Equatable {
  var row: Int
  var column: Int

  init?(_ text: some StringProtocol) {
    let letters = text.uppercased().utf8.prefix { (0x41...0x5A).contains($0) }
    guard (1...3).contains(letters.count), let row = wholeNumber(text.dropFirst(letters.count)),
      (1...SheetPart.lastRow).contains(row)
    else { return nil }
    self.row = row
    column = letters.reduce(0) { $0 * 26 + Int($1) - 0x40 }
    if column > SheetPart.lastColumn { return nil }
  }
}

/// "B2:C7".
struct CellRange: Equatable {
  var text: String
  var first: CellReference
  var last: CellReference

  init?(_ text: String) {
    let ends = text.split(separator: ":").map { CellReference($0) }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row,
      first.column <= last.column
    else { return nil }
    self.text = text
    self.first = first
    self.last = last
  }
}
