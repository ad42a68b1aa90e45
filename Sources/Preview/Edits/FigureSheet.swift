import Diagnostics
import Evidence
import Files
import Foundation
import Tables

/// The pack's own table of figures as it is written in its file, cell by cell.
struct FigureSheet {
  /// In the pack's folder; `nil` where it is a spreadsheet, which is shown and not written.
  var file: String?
  private var path = ""
  /// Of the file.
  private(set) var bytes: [UInt8] = []
  private var rows: [String: [String: Table.Field]] = [:]
  /// Names of the columns that the table has.
  private(set) var columns: Set<String> = []

  private static let name = "figures.csv"
  /// In bytes.
  private static let largest = 16_000_000
  /// Those that a person edits where the figures are shown.
  static let editable = [
    "label", "value", "unit", "period", "qualifier", "status", "formula", "source", "note",
  ]

  /// - Parameter pack: the pack's folder.
  init(pack: String) {
    let path = "\(pack)/\(Self.name)"
    guard case .bytes(let bytes) = readFile(path, atMost: Self.largest, inside: pack) else {
      self.init([], path: path)
      return
    }
    self.init(bytes, path: path)
  }

  private init(_ bytes: [UInt8], path: String) {
    guard let table = try? Table.read(bytes, file: path, columns: FigureTable.columns)
    else { return }
    (file, self.path, self.bytes) = (Self.name, path, bytes)
    let names = table.header.map { $0.text.trimmingCharacters(in: .whitespaces).lowercased() }
    columns = Set(names)
    guard let id = names.firstIndex(of: "id") else { return }
    for row in table.rows {
      let cells = Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
      rows[row[id].text.trimmingCharacters(in: .whitespaces), default: cells].merge(cells) { first, _ in first
      }
    }
  }

  /// What is written in a cell; `nil` where there is none.
  func text(_ id: String, _ column: String) -> String? { rows[id]?[column]?.text }

  /// The file with some cells written anew.
  ///
  /// - Parameter edits: each which cell, what the person saw in it, and what shall stand there.
  /// - Returns: its new bytes.
  /// - Throws: as for each of them; then nothing is written.
  func bytes(after edits: [FigureEdit]) throws(DiagnosticError) -> [UInt8] {
    var sheet = self
    for edit in edits { sheet = FigureSheet(try sheet.bytes(after: edit), path: path) }
    return sheet.bytes
  }

  /// The file with a cell written anew.
  ///
  /// - Parameter edit: which cell, what the person saw in it, and what shall stand there.
  /// - Returns: its new bytes.
  /// - Throws: where there is no such cell, where it holds something else by now, and where nothing can be written.
  private func bytes(after edit: FigureEdit) throws(DiagnosticError) -> [UInt8] {
    guard file != nil else {
      throw DiagnosticError(
        "the figures of this pack are a spreadsheet, which is not written here",
        advice: "change the cell there and save; the pages follow")
    }
    guard Self.editable.contains(edit.column), let cell = rows[edit.id]?[edit.column] else {
      throw DiagnosticError(
        columns.contains(edit.column)
          ? "the table has no figure '\(edit.id)'" : "the table has no column '\(edit.column)'",
        advice: "add it to figures.csv")
    }
    guard cell.text == edit.before else {
      throw DiagnosticError(
        "this cell holds '\(cell.text)' by now", at: cell.location,
        advice: "look at its new state and type again")
    }
    let text = edit.after.replacingOccurrences(of: "\r", with: " ").replacingOccurrences(of: "\n", with: " ")
    return try replacingCell(cell, by: text, in: bytes)
  }
}

/// A cell of the table of figures, written anew.
struct FigureEdit: Codable, Hashable, Sendable {
  var id: String
  var column: String
  /// What the cell held when the person began to type.
  var before: String
  var after: String

  /// What takes it back.
  var reversed: FigureEdit { FigureEdit(id: id, column: column, before: after, after: before) }
}
