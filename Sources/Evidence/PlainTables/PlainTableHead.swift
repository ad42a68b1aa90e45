import Diagnostics
import Tables

/// Which row of a sheet names the columns of a table of figures.
struct PlainTableHead {
  var sheet: String?
  /// As messages name it.
  var place: String
  var names: [Table.Field]
  /// Whether they are the columns of figures.csv.
  var isOwn: Bool

  /// - Returns: the first sheet with such a row, and the places of the others.
  /// - Throws: where none has one, what stands there instead.
  static func find(in sheets: [Table.Beginning]) throws(DiagnosticError) -> (
    head: PlainTableHead, others: [String]
  ) {
    let heads = sheets.compactMap { PlainTableHead($0) }
    if let head = heads.first { return (head, heads.dropFirst().compactMap(\.sheet)) }
    guard let filled = sheets.first(where: { !$0.rows.isEmpty }) else {
      throw DiagnosticError(
        "the table is empty", at: SourceLocation(file: sheets.first?.place ?? "", line: 1), advice: advice)
    }
    let row = filled.rows.first { $0.count > 1 } ?? filled.rows[0]
    let texts = row.prefix(4).map { "'\($0.text.trimmed.prefix(30))'" }.joined(separator: ", ")
    throw DiagnosticError(
      filled.rows.count == 1
        ? "this table has no rows of numbers, only \(texts)"
        : "no row of this table names its columns: here stands \(texts)",
      at: row.first?.location, advice: advice)
  }

  static let advice =
    "name the columns in one row above the numbers: what is counted, then a year over each column; or label, period, value, unit; or Bayan's own (Docs/figures.md)"

  private init?(_ sheet: Table.Beginning) {
    (self.sheet, place) = (sheet.sheet, sheet.place)
    let own = sheet.rows.first { row in
      let names = Set(row.map(\.text.trimmedLowercase))
      return names.isSuperset(of: [FigureColumn.id.rawValue, FigureColumn.value.rawValue])
    }
    isOwn = own != nil
    guard let names = own ?? Self.names(in: sheet.rows) else { return nil }
    self.names = names
  }

  /// A row of texts and times with numbers in the row below it, and none above it that could be one: of several the one
  /// with the most times.
  private static func names(in rows: [[Table.Field]]) -> [Table.Field]? {
    var candidates: [(row: [Table.Field], times: Int)] = []
    for (row, next) in zip(rows, rows.dropFirst()) {
      let times = row.count { PeriodName($0.text) != nil }
      let isNamed = row.allSatisfy { PeriodName($0.text) != nil || !$0.isNumber }
      let hasNumbers =
        next.contains { $0.isNumber && PeriodName($0.text) == nil } || next.count(where: \.isNumber) > 1
      guard isNamed, next.count > 1, row.count + 1 >= next.count, hasNumbers || times > 0,
        next.contains(where: \.isNumber), !candidates.contains(where: { $0.row.count >= row.count })
      else { continue }
      candidates.append((row, times))
    }
    return candidates.max { $0.times < $1.times }?.row
  }
}

extension Table.Field {
  /// Whether it says a number, perhaps in %, whatever its marks mean.
  var isNumber: Bool {
    let text = text.trimmed
    let digits = text.hasSuffix("%") ? text.dropLast().trimmed : text
    if case .invalid = WrittenNumber.read(digits, hasDecimalComma: hasDecimalComma) { return false }
    return true
  }

  /// Whether it says that there is no number.
  var saysNothing: Bool { FigureCells.blanks.contains(text.trimmedLowercase) }
}
