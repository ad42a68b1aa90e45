import Diagnostics

/// Splits CSV text into records, byte by byte (all that matters to CSV is ASCII).
///
/// Why not the package SwiftCSV (0.10.0): it gives neither line nor column of a field, its errors name no place
/// ("Can't have non-quote here: b"), it stops at the first, it drops an empty last field of a file that does
/// not end in a newline, and it has no row lengths to hold against the header.
struct CSVScanner {
  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var column = 1
  private(set) var separator = UInt8(ascii: ",")
  var log = DiagnosticLog()
  /// Whether a quotation mark that is never closed took the rest of the text, so that rows can't be told.
  private(set) var isCutShort = false
  /// Where the fields that were read stand in the text.
  private(set) var cells: [Cell] = []

  /// A field's place: of its text, and with its quotation marks among the bytes.
  struct Cell {
    var location: SourceLocation
    var bytes: Range<Int>
  }

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

  /// Spreadsheets of a country with decimal commas separate fields by semicolons, or by tabs as all do.
  private var hasDecimalComma: Bool { separator != UInt8(ascii: ",") }

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
  mutating func records() -> [[Table.Field]] {
    var records: [[Table.Field]] = []
    while index < bytes.count {
      let record = self.record()
      if record.contains(where: { !$0.text.isBlank }) { records.append(record) }
    }
    return records
  }

  private mutating func record() -> [Table.Field] {
    var fields: [Table.Field] = []
    while true {
      let start = index
      fields.append(field())
      cells.append(Cell(location: fields[fields.count - 1].location, bytes: start..<index))
      guard index < bytes.count else { return fields }
      if bytes[index] == separator {
        advance()
      } else {
        takeLineEnd()
        return fields
      }
    }
  }

  private mutating func field() -> Table.Field {
    if index < bytes.count, bytes[index] == Self.quote { return quotedField() }
    let start = location
    let text = bytesToSeparator()
    return Table.Field(
      text: String(decoding: text, as: UTF8.self), location: start, hasDecimalComma: hasDecimalComma)
  }

  private mutating func quotedField() -> Table.Field {
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
      isCutShort = true
      log.error("this quotation mark is never closed", at: opening, advice: "close it or double it")
    }
    let end = location
    let rest = bytesToSeparator()
    if rest.contains(where: { $0 != UInt8(ascii: " ") }) {
      log.error(
        "text stands after a closing quotation mark", at: end,
        advice: "double the quotation marks that belong to the text")
    }
    return Table.Field(
      text: String(decoding: text, as: UTF8.self), location: start, isQuoted: true,
      hasDecimalComma: hasDecimalComma)
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
