import Diagnostics

/// An .xlsx file: sheets of cells, of which one is read as a table.
struct Spreadsheet {
  private let package: SpreadsheetPackage
  private let file: String
  private let sheets: [Sheet]
  private let countsFrom1904: Bool
  /// Of the workbook: what its parts are and where they lie.
  private let relationships: [SpreadsheetPackage.Relationship]

  private struct Sheet {
    var name: String
    var isHidden: Bool
    /// Of its cells.
    var part: String?
  }

  /// - Throws: what is wrong with the file.
  init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
    package = try SpreadsheetPackage(bytes, file: file)
    self.file = file
    let path = try package.workbookPath()
    let relationships = try package.relationships(of: path)
    var sheets: [Sheet] = []
    var countsFrom1904 = false
    try package.read(path, root: "workbook", ["workbook/workbookPr", "sheets/sheet"]) { elements in
      for element in elements {
        if element.name == "workbookPr" {
          countsFrom1904 = element.flag("date1904")
          continue
        }
        let target = relationships.first { $0.id == element["r:id"] && $0.type.hasSuffix("/worksheet") }
        let state = element["state"] ?? "visible"
        sheets.append(
          Sheet(name: element["name"] ?? "", isHidden: state != "visible", part: target?.target))
      }
      return sheets.count < 10_000
    }
    self.relationships = relationships
    self.sheets = sheets
    self.countsFrom1904 = countsFrom1904
  }

  /// The sheet of that name as a table; without one the first in view whose columns are those wanted, or the first in
  /// view. Its messages name cells.
  func table(sheet name: String?, columns: Table.Columns?) throws(DiagnosticError) -> Table {
    let reader = SheetReader(
      strings: try strings(), styles: try CellStyles(package, relationships), countsFrom1904: countsFrom1904,
      columns: columns)
    if let name { return try table(try named(name), reader) }
    let inView = sheets.filter { !$0.isHidden && $0.part != nil }
    guard let first = inView.first ?? sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
      throw DiagnosticError(
        "this spreadsheet has no sheet", at: SourceLocation(file: file), advice: "save it anew")
    }
    guard let columns, inView.count > 1 else { return try table(first, reader) }
    let holders = inView.filter { reader.holds(columns, in: part(of: $0, rows: SheetReader.rowsAboveHead)) }
    var table = try table(holders.first ?? first, reader)
    if holders.count > 1 {
      let others = holders.dropFirst().map { "'\($0.name)'" }.joined(separator: ", ")
      table.warnings.append(
        Diagnostic(
          .warning, "of several sheets with such a table the first is read, and not \(others)",
          at: SourceLocation(file: table.file), advice: "name the one that counts: \(file)#SHEET"))
    }
    return table
  }

  /// How the sheet of that name begins, or each one in view: what stands in its first rows.
  func beginnings(sheet name: String?) throws(DiagnosticError) -> [Table.Beginning] {
    let reader = SheetReader(
      strings: try strings(), styles: try CellStyles(package, relationships), countsFrom1904: countsFrom1904,
      columns: nil)
    let wanted =
      try name.map { name throws(DiagnosticError) in [try named(name)] } ?? sheets.filter { !$0.isHidden }
    return wanted.map { sheet in
      let part = part(of: sheet, rows: SheetReader.rowsAboveHead)
      return Table.Beginning(
        place: "\(file)#\(sheet.name)", sheet: sheet.name,
        rows: part.map { reader.beginning(of: $0, file: "\(file)#\(sheet.name)") } ?? [])
    }
  }

  private func table(_ sheet: Sheet, _ reader: SheetReader) throws(DiagnosticError) -> Table {
    let place = "\(file)#\(sheet.name)"
    guard let path = sheet.part else {
      throw DiagnosticError(
        "this sheet has no cells", at: SourceLocation(file: place),
        advice: "name one that holds a table: \(file)#SHEET")
    }
    let part = try SheetPart(package, path, file: place)
    let comments = try comments(on: path)
    return try reader.table(part, comments: comments, file: place)
  }

  /// The first rows of a sheet, as far as it can be read.
  private func part(of sheet: Sheet, rows: Int) -> SheetPart? {
    guard let path = sheet.part else { return nil }
    return try? SheetPart(package, path, file: file, mostRows: rows)
  }

  private func named(_ name: String) throws(DiagnosticError) -> Sheet {
    if let sheet = sheets.first(where: { $0.name == name })
      ?? sheets.first(where: { $0.name.trimmedLowercase == name.trimmedLowercase })
    {
      return sheet
    }
    throw DiagnosticError(
      "there is no sheet '\(name)'", at: SourceLocation(file: file),
      advice: adviceForUnknown(name, among: sheets.map(\.name)))
  }

  private func strings() throws(DiagnosticError) -> [CellText] {
    guard let part = relationships.first(where: { $0.type.hasSuffix("/sharedStrings") }) else { return [] }
    var strings: [CellText] = []
    try package.read(part.target, root: "sst", ["sst/si"]) { elements in
      strings += elements.map { CellText($0) }
      return true
    }
    return strings
  }

  /// What people wrote beside cells, by the cells' names.
  private func comments(on path: String) throws(DiagnosticError) -> [String: String] {
    var comments: [String: String] = [:]
    for part in try package.relationships(of: path, areRequired: false) where part.type.hasSuffix("/comments")
    {
      try package.read(part.target, root: "comments", ["commentList/comment"]) { elements in
        for comment in elements {
          guard let place = comment["ref"], let text = comment.first("text") else { continue }
          comments[place.uppercased()] = CellText(text).text
        }
        return true
      }
    }
    return comments
  }
}
