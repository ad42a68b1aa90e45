import Diagnostics

extension Table {
  /// How a file, or one of its sheets, begins: for whoever has to find out which columns its table has.
  package struct Beginning {
    /// As messages name it.
    package var place: String
    /// `nil` of a file of text.
    package var sheet: String?
    /// What stands in its first rows, without empty cells and rows.
    package var rows: [[Field]]
  }

  /// - Parameters:
  ///   - bytes: of a file with a table.
  ///   - file: as messages name it.
  ///   - sheet: the one that is meant; without it all in view.
  /// - Returns: how each begins.
  /// - Throws: what is wrong with the file.
  package static func beginnings(
    of bytes: [UInt8], file: String, sheet: String?
  ) throws(DiagnosticError) -> [Beginning] {
    if try isSpreadsheet(bytes, file: file) {
      return try Spreadsheet(bytes, file: file).beginnings(sheet: sheet)
    }
    var scanner = CSVScanner(try decodedText(bytes, file: file), file: file)
    let rows = scanner.records().prefix(Columns.highestHead).map { $0.filter { !$0.text.isBlank } }
    return [Beginning(place: file, sheet: nil, rows: rows)]
  }
}
