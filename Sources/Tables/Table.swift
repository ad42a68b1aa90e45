import Diagnostics

/// A table as read from a file of text or a spreadsheet: every field knows where it stands.
public struct Table: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    /// Without quotes, doubled quotes made single; white space as written.
    public var text: String
    /// Of the first character of the text (after an opening quote), or of the cell.
    public var location: SourceLocation
    public var isQuoted: Bool
    /// Whether a comma in a number may be its decimal mark.
    public var hasDecimalComma: Bool
    /// In a spreadsheet, the formula that the text was computed by; `nil` for none.
    public var formula: String?
    /// What a spreadsheet's number format writes beside the number that the text is: "€", "bn".
    public var addition = ""
    /// Whether a spreadsheet stores it as a number, so that its point stands before decimals.
    public var isStoredNumber = false

    public init(
      text: String, location: SourceLocation, isQuoted: Bool = false, hasDecimalComma: Bool = false
    ) {
      self.text = text
      self.location = location
      self.isQuoted = isQuoted
      self.hasDecimalComma = hasDecimalComma
    }

    /// Where the character stands in the file that has `offset` Unicode scalars of `text` before it; in a
    /// spreadsheet, the cell.
    public func location(at offset: Int) -> SourceLocation {
      if location.isCell { return location }
      return SourcePosition(location).advanced(over: text, by: offset, doublesQuotes: isQuoted).location
    }
  }

  /// As messages name it.
  public var file: String
  public var header: [Field]
  /// Each as long as the header; rows without any text are left out.
  public var rows: [[Field]]
  /// What stands above the row that names the columns, and is no part of the table: its title, a unit, a year.
  public var titles: [Field] = []
  /// What is doubtful but can be read.
  public var warnings: [Diagnostic] = []

  /// Reads a table of text (CSV after RFC 4180, and what spreadsheets make of it) whose first row names its columns.
  ///
  /// A byte order mark, `sep=;` as Excel's first line, line ends CR LF, LF or CR, newlines and doubled quotes
  /// inside quotes are understood. The separator is the one that occurs most often in the header line. Empty
  /// columns and rows at the ends, as spreadsheets leave them, are dropped.
  /// - Parameters:
  ///   - text: of the file.
  ///   - file: as messages name it.
  ///   - columns: those that are known; what stands above the row that names them (a title) is passed over, and so are other
  ///     columns' mistakes. Without them the first row names the columns, and all count.
  /// - Returns: the table.
  /// - Throws: everything wrong with the table: unclosed or misplaced quotes, rows that are too long or too
  ///   short, columns without a name or named twice, an empty file, more than a table has.
  public static func read(_ text: String, file: String, columns: Columns? = nil) throws(DiagnosticError)
    -> Table
  {
    var scanner = CSVScanner(text, file: file)
    var records = scanner.records()
    // What an unclosed quotation mark swallowed is no mistake of its own.
    if scanner.isCutShort, records.count > 1 { records.removeLast() }
    let head = columns?.headIndex(of: records) ?? 0
    if let corner = columns?.corner, records.indices.contains(head), records[head][0].text.isBlank {
      records[head][0].text = corner
    }
    var table = try Table(Array(records[head...]), file: file, columns: columns, log: scanner.log)
    table.titles = records[..<head].joined().filter { !$0.text.isBlank }
    return table
  }

  /// The first record becomes the header.
  init(
    _ records: [[Field]], file: String, columns: Columns? = nil, log: DiagnosticLog
  ) throws(DiagnosticError) {
    var log = log
    guard var header = records.first else {
      log.error(
        "the table is empty", at: SourceLocation(file: file, line: 1),
        advice: "the first line names the columns, each other line is a row")
      throw DiagnosticError(log.diagnostics)
    }
    while let last = header.last, last.text.isBlank, header.count > 1 { header.removeLast() }
    Self.checkHeader(header, columns, log: &log)
    Self.checkSizes(of: records, file: file, log: &log)
    self.file = file
    self.header = header
    rows = records.dropFirst().compactMap { record in Self.fitted(record, to: header.count, log: &log) }
    if columns != nil { leaveOutUnnamed(&log) }
    try log.throwIfErrors()
    warnings = log.diagnostics
  }

  /// A table of figures has some hundreds of rows and ten columns; texts are sentences.
  private static let (mostRows, mostColumns, longestField) = (50_000, 1_000, 40_000)

  private static func checkSizes(of records: [[Field]], file: String, log: inout DiagnosticLog) {
    if records.count > mostRows || records.contains(where: { $0.count > mostColumns }) {
      log.error(
        "this table has more than \(mostRows) rows or \(mostColumns) columns", at: SourceLocation(file: file),
        advice: "leave only the table of figures in it")
    }
    for field in records.joined() {
      if field.text.utf8.count > longestField {
        log.error(
          "this text is longer than \(longestField) bytes", at: field.location,
          advice: "say it in some sentences")
      } else if let control = field.text.unicodeScalars.first(where: \.isForbiddenControl) {
        log.error(
          "a control character (U+\(control.hexadecimal)) stands in this text", at: field.location,
          advice: "remove it, or type the text anew")
      }
    }
  }

  /// What stands in columns without a name, beside the table, is no part of it.
  private mutating func leaveOutUnnamed(_ log: inout DiagnosticLog) {
    let named = header.indices.filter { !header[$0].text.isBlank }
    if named.count == header.count { return }
    for index in header.indices where header[index].text.isBlank {
      if let first = rows.first(where: { !$0[index].text.isBlank }) {
        log.warning(
          "this stands in a column without a name, and is not read", at: first[index].location,
          advice: "name the column in the line of names, or empty it")
      }
    }
    header = named.map { header[$0] }
    rows = rows.map { row in named.map { row[$0] } }
  }

  private static func checkHeader(_ header: [Field], _ columns: Columns?, log: inout DiagnosticLog) {
    var seen: Set<String> = []
    for field in header {
      let name = field.text.trimmedLowercase
      if let columns, !columns.names.contains(name) { continue }
      if name.isEmpty {
        log.error(
          "a column has no name", at: field.location, advice: "name it in the first line or remove it")
      } else if !seen.insert(name).inserted {
        log.error(
          "column '\(name)' occurs twice", at: field.location, advice: "remove or rename one of the two")
      }
    }
  }

  /// The record as long as the header, or `nil` with a diagnostic.
  private static func fitted(_ record: [Field], to count: Int, log: inout DiagnosticLog) -> [Field]? {
    if record.count == count { return record }
    if record.count > count, record[count...].allSatisfy(\.text.isBlank) { return Array(record[..<count]) }
    let advice =
      record.count > count
      ? "a text that contains the separator needs quotation marks around it"
      : "write the separators of empty fields too"
    log.error(
      "this row has \(fields(record.count)), the header has \(count)", at: record.first?.location,
      advice: advice)
    return nil
  }

  private static func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }
}
