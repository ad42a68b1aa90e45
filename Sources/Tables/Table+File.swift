import Diagnostics
import Files
import Foundation

extension Table {
  /// How the names of files with tables end.
  public static let endings = ["csv", "tsv", "txt", "xlsx", "xlsm"]

  /// Reads a table from a file: text whose fields are separated by commas, semicolons or tabs, or an .xlsx
  /// spreadsheet, of which `FILE#SHEET` names a sheet; without it the first that is not hidden is read.
  ///
  /// - Parameters:
  ///   - name: the file, and its sheet.
  ///   - folder: where the file must lie in; `nil` for anywhere.
  ///   - columns: those that are known; sheets and rows before the one that names them (a cover, a title) are passed over.
  /// - Returns: the table.
  /// - Throws: what is wrong with the file or the table.
  public static func open(
    _ name: String, in folder: String? = nil, columns: Columns? = nil
  ) throws(DiagnosticError) -> Table {
    let (path, sheet) = parts(of: name)
    try checkSheet(of: name)
    return try read(contents(of: path, in: folder), file: path, sheet: sheet, columns: columns)
  }

  /// As `open`, of bytes that a file holds. A spreadsheet is known by its bytes, whatever the file is called.
  public static func read(
    _ bytes: [UInt8], file: String, sheet: String? = nil, columns: Columns? = nil
  ) throws(DiagnosticError) -> Table {
    if try isSpreadsheet(bytes, file: file) {
      return try Spreadsheet(bytes, file: file).table(sheet: sheet, columns: columns)
    }
    return try read(decodedText(bytes, file: file), file: file, columns: columns)
  }

  /// - Throws: a format that is neither a spreadsheet nor text.
  static func isSpreadsheet(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> Bool {
    if let other = otherFormat(of: bytes) {
      throw DiagnosticError(other.what, at: SourceLocation(file: file), advice: other.advice)
    }
    return file.lowercased().hasSuffix(".xlsx") || bytes.starts(with: Array("PK\u{3}\u{4}".utf8))
  }

  /// "trade.xlsx#Trade" is the sheet Trade of trade.xlsx; another name may have a # in it.
  public static func parts(of name: String) -> (path: String, sheet: String?) {
    let marks = [".xlsx#", ".xlsm#"].compactMap { name.range(of: $0, options: .caseInsensitive) }
    guard let mark = marks.first else { return (name, nil) }
    let sheet = String(name[mark.upperBound...])
    return (String(name[..<mark.upperBound].dropLast()), sheet.isEmpty ? nil : sheet)
  }

  /// Only spreadsheets have sheets: "trade.csv#Trade" is none of a file trade.csv.
  private static func checkSheet(of name: String) throws(DiagnosticError) {
    guard parts(of: name).sheet == nil, let mark = name.lastIndex(of: "#"),
      !FileManager.default.fileExists(atPath: name)
    else { return }
    let path = String(name[..<mark])
    if [".xlsx", ".xlsm"].contains(where: path.lowercased().hasSuffix)
      || !FileManager.default.fileExists(atPath: path)
    {
      return
    }
    throw DiagnosticError(
      "#SHEET is for .xlsx, and this file has no sheets", at: SourceLocation(file: name),
      advice: "write \(path)")
  }

  /// In bytes; a table of figures is some kilobytes.
  private static let largestFile = 16_000_000

  /// - Parameters:
  ///   - path: of a file with a table.
  ///   - folder: where it must lie in; `nil` for anywhere.
  /// - Returns: its bytes.
  /// - Throws: why there are none.
  public static func contents(of path: String, in folder: String? = nil) throws(DiagnosticError) -> [UInt8] {
    let place = SourceLocation(file: path)
    switch readFile(path, atMost: largestFile, kinds: folder == nil ? .plainOrPipe : .plain, inside: folder) {
    case .bytes(let bytes): return bytes
    case .missing:
      throw DiagnosticError(
        "there is no such file", at: place,
        advice: folder.map { "add it to \($0), or correct its name" }
          ?? "check its name: paths are taken from the folder you are in")
    case .refused(let message, let advice):
      let isFolder = message == "this is a folder"
      throw DiagnosticError(
        message, at: place, advice: isFolder ? "name a table: a .csv or .xlsx file" : advice)
    }
  }
}
