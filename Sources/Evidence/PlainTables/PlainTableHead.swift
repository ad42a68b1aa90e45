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
    let row = (filled.rows.first { $0.fields.count > 1 } ?? filled.rows[0]).fields
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
    let own = sheet.rows.map(\.fields).first { row in
      let names = Set(row.map(\.text.trimmedLowercase))
      return names.isSuperset(of: [FigureColumn.id, .label, .value].map(\.rawValue))
    }
    isOwn = own != nil
    guard let names = own ?? Self.names(in: sheet.rows) else { return nil }
    self.names = names
  }

  /// How many rows below it may say nothing before numbers come.
  private static let mostEmptyRows = 10

  /// A row of names and times with numbers below it, and none above it that fills as many cells: so a row of numbers that
  /// could be years is none. Of several the one with the most times and known names, and then the fullest: above it stand titles.
  private static func names(in rows: [Table.Row]) -> [Table.Field]? {
    var candidates: [(row: [Table.Field], width: Int, known: Int)] = []
    for (index, row) in rows.enumerated() {
      let fields = row.fields
      let width = fields.count + (row.isIndented ? 1 : 0)
      let below = rows[(index + 1)...].prefix(mostEmptyRows)
      guard width > 1, fields.allSatisfy({ $0.isTime || !$0.isNumber && !$0.saysNothing }),
        below.contains(where: { $0.fields.dropFirst($0.isIndented ? 0 : 1).contains(where: \.isNumber) }),
        !candidates.contains(where: { $0.width >= width })
      else { continue }
      let known = fields.count { $0.isTime || ColumnRole(UnitInText($0.text).name) != nil }
      candidates.append((fields, width, known))
    }
    return candidates.max { ($0.known, $0.width) < ($1.known, $1.width) }?.row
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

  /// Whether it says a time, and perhaps a unit.
  var isTime: Bool { PeriodName(text) != nil || PeriodName(UnitInText(text).name) != nil }

  /// Whether it says that there is no number.
  var saysNothing: Bool { FigureCells.blanks.contains(text.trimmedLowercase) }
}
