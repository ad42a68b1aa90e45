import Diagnostics
import Evidence
import Foundation
import Tables

/// The pack's own table of figures as it is written in its file, cell by cell.
struct FigureSheet {
  private let bytes: [UInt8]
  private var rows: [String: [String: Table.Field]] = [:]
  /// Names of the columns that the table has.
  private var columns: Set<String> = []

  static let file = "figures.csv"
  /// Those that a person edits where the figures are shown.
  static let editable = [
    "label", "value", "unit", "period", "qualifier", "status", "formula", "source", "note",
  ]

  /// - Parameters:
  ///   - bytes: of the file; of what is no table there are no cells.
  ///   - path: as messages name it.
  init(_ bytes: [UInt8], path: String) {
    self.bytes = bytes
    guard let table = try? Table.read(bytes, file: path, columns: FigureTable.columns) else { return }
    let names = table.header.map { $0.text.trimmingCharacters(in: .whitespaces).lowercased() }
    columns = Set(names)
    guard let id = names.firstIndex(of: "id") else { return }
    for row in table.rows {
      let name = row[id].text.trimmingCharacters(in: .whitespaces)
      // The second row of an id is a mistake.
      if rows[name] == nil {
        rows[name] = Dictionary(zip(names, row), uniquingKeysWith: { first, _ in first })
      }
    }
  }

  /// What is written in a cell; `nil` where there is none.
  func text(_ id: String, _ column: String) -> String? { rows[id]?[column]?.text }

  /// The file with a cell written anew.
  ///
  /// - Parameter edit: which cell, what the person saw in it, and what shall stand there.
  /// - Returns: its new bytes.
  /// - Throws: where there is no such cell, where it holds something else by now, and where nothing can be written.
  func bytes(after edit: FigureEdit) throws(DiagnosticError) -> [UInt8] {
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
