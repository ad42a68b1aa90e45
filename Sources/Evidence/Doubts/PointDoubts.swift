import Diagnostics
import Tables

/// Values whose point may set off thousands: "10.500" is 10.5, or 10 500 beside "1.234.567".
///
/// Whether it does is told by the other values of the file. What a spreadsheet stores as a number has no such doubt.
struct PointDoubts {
  private struct Values {
    /// With a point before three digits.
    var doubtful: [Table.Field] = []
    /// "1.234.567" or "10.500,5": there points set off thousands.
    var grouped: Table.Field?
    /// "2.5", "0.125": there a point stands before decimals.
    var hasDecimals = false
  }

  /// By the table's file, in the order of the rows.
  private var values: [(file: String, values: Values)] = []

  mutating func add(_ cells: FigureCells) {
    guard let field = cells[.value], !field.hasDecimalComma, !field.isStoredNumber else { return }
    let file = field.location.file
    let index = values.firstIndex { $0.file == file } ?? values.count
    if index == values.count { values.append((file, Values())) }
    let text = field.text.trimmed.drop { ["-", "\u{2212}", "+"].contains($0) }.prefix { $0 != "%" }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return }
    if parts.count > 2 || parts[1].contains(",") {
      values[index].values.grouped = values[index].values.grouped ?? field
    } else if parts[1].utf8.count == 3, (1...3).contains(parts[0].utf8.count), parts[0].first != "0" {
      values[index].values.doubtful.append(field)
    } else {
      values[index].values.hasDecimals = true
    }
  }

  func doubts() -> [Diagnostic] {
    values.flatMap { _, values in
      if let grouped = values.grouped {
        return values.doubtful.map { Self.error($0, beside: grouped.text.trimmed) }
      }
      // One "3.142" has its decimals; "10.500" would have been written as 10.5.
      let isLone = values.doubtful.count == 1 && values.doubtful[0].text.trimmed.last != "0"
      return values.hasDecimals || isLone ? [] : values.doubtful.map(Self.warning)
    }
  }

  private static func error(_ field: Table.Field, beside other: String) -> Diagnostic {
    let (whole, decimal) = readings(of: field)
    return Diagnostic(
      .error,
      "'\(field.text.trimmed)' can be read as \(whole) or as \(decimal): '\(other)' in the same file has points between thousands",
      at: field.location, advice: "write \(whole) or \(decimal)")
  }

  private static func warning(_ field: Table.Field) -> Diagnostic {
    let (whole, decimal) = readings(of: field)
    // One more zero tells that no three digits are meant.
    let clear = decimal == field.text.trimmed ? decimal + "0" : decimal
    return Diagnostic(
      .warning, "'\(field.text.trimmed)' is read as \(decimal), and may be meant as \(whole)",
      at: field.location,
      advice: "write \(whole) for the thousands, or \(clear) for the decimals")
  }

  private static func readings(of field: Table.Field) -> (whole: String, decimal: String) {
    let text = field.text.trimmed.replacing("%", with: "").trimmed
    let decimal = String(text.reversed().drop { $0 == "0" }.reversed())
    return (text.replacing(".", with: ""), decimal.last == "." ? decimal + "0" : decimal)
  }
}
