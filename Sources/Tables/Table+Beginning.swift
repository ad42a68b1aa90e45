import Diagnostics

extension Table {
  /// How a file, or one of its sheets, begins: for whoever has to find out which columns its table has.
  package struct Beginning {
    /// As messages name it.
    package var place: String
    /// `nil` of a file of text.
    package var sheet: String?
    /// Its first rows that say anything.
    package var rows: [Row]
  }

  /// What stands in a row, without empty cells.
  package struct Row {
    package var fields: [Field]
    /// Whether its first cell is empty.
    package var isIndented: Bool
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
    let rows = scanner.records().prefix(Columns.highestHead).map { record in
      Row(fields: record.filter { !$0.text.isBlank }, isIndented: record.first?.text.isBlank ?? false)
    }
    return [Beginning(place: file, sheet: nil, rows: rows)]
  }
}
