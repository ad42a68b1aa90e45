import Diagnostics
import Evidence
import Testing

/// One row of a table: value, unit, period, qualifier, status.
struct ClaimRow: ExpressibleByStringLiteral {
  var cells: [String]

  /// "3 | USD bn | 2018 | about | target"; what is left out at the end is empty.
  init(stringLiteral text: String) {
    cells = text.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    while cells.count < 5 { cells.append("") }
  }

  func line(_ id: String, label: String) -> String {
    "\(id),\(label),\(cells[0]),\(cells[1]),\(cells[2]),\(cells[3]),\(cells[4]),,https://example.org/,\n"
  }
}

/// The words of a reference over the figures a, b, c, or what it is told.
func said(
  _ reference: String, _ a: ClaimRow, _ b: ClaimRow? = nil, _ c: ClaimRow? = nil, asOf: String? = nil
) throws -> String {
  let rows = [(a as ClaimRow?, "a", "Exports"), (b, "b", "Imports"), (c, "c", "Transit")]
  var figures = try table(rows.map { $0.0?.line($0.1, label: $0.2) ?? "" }.joined())
  figures.asOf = asOf.flatMap { Period($0) }
  do {
    return try figures.pieces(of: reference, at: startOfText, continuing: "So ").map(\.words).joined()
      .replacing(
        "\u{A0}", with: " ")
  } catch {
    return "error: " + error.diagnostics.map(\.message).joined(separator: "; ")
  }
}

let startOfText = Diagnostics.SourceLocation(file: "1.md", line: 1, column: 1)
