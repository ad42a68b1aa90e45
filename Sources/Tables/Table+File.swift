import Diagnostics
import Foundation

extension Table {
  /// How the names of files with tables end.
  public static let endings = ["csv", "tsv", "txt", "xlsx"]

  /// Reads a table from a file: text whose fields are separated by commas, semicolons or tabs.
  /// - Throws: what is wrong with the file or the table.
  public static func open(_ path: String) throws(DiagnosticError) -> Table {
    try read(decodedText(contents(of: path), file: path), file: path)
  }

  /// In bytes; a table of figures is some kilobytes.
  private static let largestFile = 16 << 20

  private static func contents(of path: String) throws(DiagnosticError) -> [UInt8] {
    let place = SourceLocation(file: path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw DiagnosticError("there is no such file", at: place, advice: "check the name after --figures")
    }
    if isFolder.boolValue {
      throw DiagnosticError("this is a folder", at: place, advice: "name a table: a .csv or .xlsx file")
    }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: largestFile + 1) ?? Data()
    else {
      throw DiagnosticError("this file can't be read", at: place, advice: "check its permissions")
    }
    if data.count > largestFile {
      throw DiagnosticError(
        "this file is larger than \(largestFile >> 20) MB", at: place,
        advice: "leave only the table of figures in it")
    }
    return [UInt8](data)
  }
}
