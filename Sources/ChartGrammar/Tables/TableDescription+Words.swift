import Evidence

extension TableDescription {
  /// What the table is, in words, for who hears it before its rows are read: its size, what stands in rows and columns, and
  /// the extremes where they are certain.
  ///
  /// - Parameter title: what stands over it.
  /// - Returns: sentences.
  public func alternativeText(title: String? = nil) -> String {
    let tints = isHeated ? "The higher a value, the darker its cell" : ""
    let parts = [title ?? "", sizeInWords, extremes ?? "", gaps, tints]
    return parts.filter { !$0.isEmpty }.map { $0 + (".!?…".contains($0.suffix(1)) ? "" : ".") }
      .joined(separator: " ")
  }

  private var sizeInWords: String {
    let count =
      part.map { "rows \($0.lowerBound + 1)–\($0.upperBound) of \(rows.count)" } ?? "\(rows.count) rows"
    let names = columns.map(inWords).filter { !$0.isEmpty }.joined(separator: ", ")
    let whole = inWords(common)
    return ["Table, \(count)", whole].filter { !$0.isEmpty }.joined(separator: ", ")
      + (names.isEmpty ? "" : "; columns: \(names)")
  }

  private func inWords(_ heading: Heading) -> String {
    [
      heading.name, heading.period?.words(short: true) ?? "", heading.unit?.text ?? "",
      heading.status?.rawValue ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func inWords(_ column: Column) -> String {
    switch column.kind {
    case .figures: inWords(column.heading)
    case .total: "sum"
    case .course: ""
    case .change(let from, let to, _): "change from \(from.words()) to \(to.words())"
    }
  }

  private var extremes: String? {
    guard common.unit != nil else { return nil }
    let named = rowsHere.flatMap { row in
      zip(columns, row.cells).compactMap { column, cell -> (String, Figure)? in
        guard let cell, !cell.isComputed else { return nil }
        let names = [row.group, inWords(row.heading), inWords(column.heading)].filter { !$0.isEmpty }
        return (names.joined(separator: ", "), cell.figure)
      }
    }
    return named.count > 2 ? ChartDescription.extremes(named) : nil
  }

  private var gaps: String {
    let count = rowsHere.reduce(0) { count, row in
      count + zip(columns, row.cells).count { $0.kind == .figures && $1 == nil }
    }
    return count == 0 ? "" : "\(count) \(count == 1 ? "cell has" : "cells have") no figure"
  }
}
