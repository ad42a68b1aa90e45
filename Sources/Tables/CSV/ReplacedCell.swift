import Diagnostics

/// The bytes of a table of text with one cell written anew, and everything else as it is: byte order mark, separators,
/// quotation marks, line ends.
///
/// - Parameters:
///   - cell: a field of the table, as it was read.
///   - text: what stands in it from now on.
///   - bytes: of the file, UTF-8.
/// - Returns: the file's new bytes.
/// - Throws: a file that is not UTF-8 text; one that has no such cell any more.
public func replacingCell(
  _ cell: Table.Field, by text: String, in bytes: [UInt8]
) throws(DiagnosticError) -> [UInt8] {
  let file = cell.location.file
  guard let whole = String(validating: bytes, as: UTF8.self) else {
    throw DiagnosticError(
      "this table is not UTF-8, so nothing is written into it", at: SourceLocation(file: file),
      advice: "save it as CSV in UTF-8")
  }
  var scanner = CSVScanner(whole, file: file)
  let records = scanner.records()
  let fields = records.joined()
  guard let place = scanner.cells.first(where: { $0.location == cell.location }),
    fields.contains(where: { $0.location == cell.location && $0.text == cell.text })
  else {
    throw DiagnosticError(
      "the table has changed, so nothing is written into it", at: cell.location,
      advice: "look at its new state and type again")
  }
  let quote = UInt8(ascii: "\"")
  let special: [UInt8] = [scanner.separator, quote, UInt8(ascii: "\n"), UInt8(ascii: "\r")]
  var written = Array(text.utf8)
  let hasBlankEnds = text.first?.isWhitespace == true || text.last?.isWhitespace == true
  if cell.isQuoted || hasBlankEnds || written.contains(where: special.contains) {
    written = [quote] + written.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
  return bytes[..<place.bytes.lowerBound] + written + bytes[place.bytes.upperBound...]
}
