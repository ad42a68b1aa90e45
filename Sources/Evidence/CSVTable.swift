import Diagnostics

/// A table as read from CSV (RFC 4180, and what spreadsheets make of it): every field knows where it stands.
///
/// Why not the package SwiftCSV (0.10.0): it gives neither line nor column of a field, its errors name no place
/// ("Can't have non-quote here: b"), it stops at the first, it drops an empty last field of a file that does
/// not end in a newline, and it has no row lengths to hold against the header.
public struct CSVTable: Hashable, Sendable {
  public struct Field: Hashable, Sendable {
    /// Without quotes, doubled quotes made single; white space as written.
    public var text: String
    /// Of the first character of the text (after an opening quote).
    public var location: SourceLocation
    public var isQuoted: Bool

    public init(text: String, location: SourceLocation, isQuoted: Bool = false) {
      self.text = text
      self.location = location
      self.isQuoted = isQuoted
    }

    /// Where the character stands in the file that has `offset` Unicode scalars of `text` before it.
    public func location(at offset: Int) -> SourceLocation {
      SourcePosition(location).advanced(over: text, by: offset, doublesQuotes: isQuoted).location
    }
  }

  public var file: String
  /// "," ";" or tab.
  public var separator: Character
  public var header: [Field]
  /// Each as long as the header; rows without any text are left out.
  public var rows: [[Field]]

  /// Reads a table whose first row names its columns.
  ///
  /// A byte order mark, `sep=;` as Excel's first line, line ends CR LF, LF or CR, newlines and doubled quotes
  /// inside quotes are understood. The separator is the one that occurs most often in the header line. Empty
  /// columns and rows at the ends, as spreadsheets leave them, are dropped.
  /// - Throws: everything wrong with the table: unclosed or misplaced quotes, rows that are too long or too
  ///   short, columns without a name or named twice, an empty file.
  public static func read(_ text: String, file: String) throws(DiagnosticError) -> CSVTable {
    var scanner = CSVScanner(text, file: file)
    var records = scanner.records()
    var log = scanner.log
    guard !records.isEmpty else {
      log.error(
        "the table is empty", at: SourceLocation(file: file, line: 1),
        advice: "the first line names the columns, each other line is a row")
      throw DiagnosticError(log.diagnostics)
    }
    var header = records.removeFirst()
    while let last = header.last, last.text.isBlank, header.count > 1 { header.removeLast() }
    checkHeader(header, log: &log)
    let rows = records.compactMap { record in fitted(record, to: header.count, log: &log) }
    try log.throwIfErrors()
    return CSVTable(file: file, separator: scanner.separatorCharacter, header: header, rows: rows)
  }

  private static func checkHeader(_ header: [Field], log: inout DiagnosticLog) {
    var seen: Set<String> = []
    for field in header {
      let name = field.text.trimmedLowercase
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

/// Splits CSV text into records, byte by byte (all that matters to CSV is ASCII).
private struct CSVScanner {
  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private var separator = UInt8(ascii: ",")
  var log = DiagnosticLog()

  private static let quote = UInt8(ascii: "\"")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let newline = UInt8(ascii: "\n")

  init(_ text: String, file: String) {
    bytes = Array(text.utf8)
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    if let declared = declaredSeparator() {
      separator = declared
    } else {
      separator = mostFrequentSeparator()
    }
  }

  var separatorCharacter: Character { Character(Unicode.Scalar(separator)) }

  private var location: SourceLocation { SourceLocation(file: file, line: line, column: column) }

  /// Excel's `sep=;`, which is skipped.
  private mutating func declaredSeparator() -> UInt8? {
    let start = bytes[index...]
    guard start.starts(with: Array("sep=".utf8)), start.count >= 5 else { return nil }
    let end = index + 5
    guard end == bytes.count || bytes[end] == Self.newline || bytes[end] == Self.carriageReturn else {
      return nil
    }
    let declared = bytes[index + 4]
    index = end
    if index < bytes.count { takeLineEnd() }
    return declared
  }

  private func mostFrequentSeparator() -> UInt8 {
    let candidates = [",", ";", "\t"].map { Array($0.utf8)[0] }
    var counts = [0, 0, 0]
    var isQuoted = false
    var hasText = false
    for byte in bytes[index...] {
      if byte == Self.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == Self.newline || byte == Self.carriageReturn {
        if hasText { break }
      } else if let candidate = candidates.firstIndex(of: byte) {
        counts[candidate] += 1
      } else if byte != UInt8(ascii: " ") {
        hasText = true
      }
    }
    let best = counts.max() ?? 0
    return candidates[counts.firstIndex(of: best) ?? 0]
  }

  /// All records that hold any text.
  mutating func records() -> [[CSVTable.Field]] {
    var records: [[CSVTable.Field]] = []
    while index < bytes.count {
      let record = self.record()
      if record.contains(where: { !$0.text.isBlank }) { records.append(record) }
    }
    return records
  }

  private mutating func record() -> [CSVTable.Field] {
    var fields: [CSVTable.Field] = []
    while true {
      fields.append(field())
      guard index < bytes.count else { return fields }
      if bytes[index] == separator {
        advance()
      } else {
        takeLineEnd()
        return fields
      }
    }
  }

  private mutating func field() -> CSVTable.Field {
    if index < bytes.count, bytes[index] == Self.quote { return quotedField() }
    let start = location
    let text = bytesToSeparator()
    return CSVTable.Field(text: String(decoding: text, as: UTF8.self), location: start)
  }

  private mutating func quotedField() -> CSVTable.Field {
    let opening = location
    advance()
    let start = location
    var text: [UInt8] = []
    var isClosed = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        advance()
        guard index < bytes.count, bytes[index] == Self.quote else {
          isClosed = true
          break
        }
        text.append(byte)
        advance()
      } else if byte == Self.carriageReturn || byte == Self.newline {
        takeLineEnd()
        text.append(Self.newline)
      } else {
        text.append(byte)
        advance()
      }
    }
    if !isClosed {
      log.error("this quotation mark is never closed", at: opening, advice: "close it or double it")
    }
    let end = location
    let rest = bytesToSeparator()
    if rest.contains(where: { $0 != UInt8(ascii: " ") }) {
      log.error(
        "text stands after a closing quotation mark", at: end,
        advice: "double the quotation marks that belong to the text")
    }
    return CSVTable.Field(text: String(decoding: text, as: UTF8.self), location: start, isQuoted: true)
  }

  private mutating func bytesToSeparator() -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, bytes[index] != separator, bytes[index] != Self.newline,
      bytes[index] != Self.carriageReturn
    {
      advance()
    }
    return bytes[start..<index]
  }

  /// One byte on; a column is a Unicode scalar, so UTF-8's continuation bytes are not counted.
  private mutating func advance() {
    index += 1
    if index >= bytes.count || bytes[index] & 0xC0 != 0x80 { column += 1 }
  }

  private mutating func takeLineEnd() {
    if bytes[index] == Self.carriageReturn, index + 1 < bytes.count, bytes[index + 1] == Self.newline {
      index += 1
    }
    index += 1
    line += 1
    column = 1
  }
}
