import Tables

/// The figures as a list for a terminal: id, value in words, period, status and source, in columns.
public struct FigureList {
  private let rows: [[String]]

  public init(_ table: FigureTable) {
    rows = table.figures.map { figure in
      let sources = figure.sources.map(\.written)
      return [
        figure.id, figure.words(.full, inDigits: true), figure.period?.words(short: true) ?? "",
        figure.status.rawValue,
        ((figure.formula.map { ["= \($0)"] } ?? []) + sources).joined(separator: "; ")
          + (figure.reporter.map { " (\($0))" } ?? ""),
      ].map(plain)
    }
  }

  /// A line a figure; ends in a newline, and is empty where there is no figure.
  public var text: String {
    let widths = (0..<5).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = zip(row, widths).map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }
      return cells.joined(separator: "  ").trimmed + "\n"
    }.joined()
  }
}

/// With ordinary spaces, which are easier to search for.
func plain(_ words: String) -> String {
  String(scalars: words.unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 })
}
