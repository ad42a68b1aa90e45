import Diagnostics

/// The text of a file's bytes: UTF-8, or UTF-16 with its byte order mark, as spreadsheets save it. A mark at the
/// beginning is no part of the text.
/// - Throws: other encodings, with the line where that shows; bytes that are no text at all.
package func decodedText(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> String {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return try decodedUTF16(bytes, file: file)
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  guard let text = String(validating: body, as: UTF8.self) else {
    throw DiagnosticError(
      "this file is not UTF-8\(legacyName(of: body).map { "; it looks like \($0)" } ?? "")",
      at: SourceLocation(file: file, line: lineOfFirstMistake(in: body)),
      advice: "save it as UTF-8 (in Excel: “CSV UTF-8”; in LibreOffice: character set “Unicode (UTF-8)”)")
  }
  if body.contains(0) { throw notText(file, line: body.prefix { $0 != 0 }.count { $0 == 0x0A } + 1) }
  return text
}

private func decodedUTF16(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> String {
  let isLittleEndian = bytes[0] == 0xFF
  if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
    throw DiagnosticError(
      "this file is UTF-32", at: SourceLocation(file: file), advice: "save it as UTF-8")
  }
  let units = stride(from: 2, to: bytes.count - 1, by: 2).map { index in
    isLittleEndian
      ? UInt16(bytes[index]) | UInt16(bytes[index + 1]) << 8
      : UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
  }
  guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
    throw DiagnosticError(
      "this file begins as UTF-16 but is damaged", at: SourceLocation(file: file),
      advice: "save it anew, as UTF-8")
  }
  if units.contains(0) { throw notText(file, line: units.prefix { $0 != 0 }.count { $0 == 0x0A } + 1) }
  return text
}

private func notText(_ file: String, line: Int) -> DiagnosticError {
  DiagnosticError(
    "this file is no text: it holds zero bytes", at: SourceLocation(file: file, line: line),
    advice: "save the table as .csv in UTF-8, or as .xlsx")
}

/// What eight-bit encoding the bytes look like, by their letters: Cyrillic words in Windows-1251 are runs of high
/// bytes, while in Windows-1252 accents and dashes stand among ASCII.
private func legacyName(of bytes: ArraySlice<UInt8>) -> String? {
  if bytes.contains(0) { return nil }
  var longest = 0
  var run = 0
  for byte in bytes {
    run = byte >= 0xC0 ? run + 1 : 0
    longest = max(longest, run)
  }
  return longest >= 3 ? "Windows-1251" : "Windows-1252"
}

private func lineOfFirstMistake(in bytes: ArraySlice<UInt8>) -> Int {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var line = 1
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): if scalar == "\n" { line += 1 }
    case .emptyInput, .error: return line
    }
  }
}
