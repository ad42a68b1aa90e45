/// What a file is that is neither text nor an .xlsx spreadsheet, and how to save its table; `nil` where it may be one of
/// them. Archives are told apart where they are opened.
func otherFormat(of bytes: [UInt8]) -> (what: String, advice: String)? {
  let asWorkbook = "open it in a spreadsheet program and save it as .xlsx"
  // Windows' compound files: old spreadsheets, and new ones that are encrypted.
  if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
    return holds("EncryptedPackage", in: bytes)
      ? ("this spreadsheet is encrypted", "save it as .xlsx without a password")
      : holds("Workbook", in: bytes) || holds("Book", in: bytes)
        ? ("this is a spreadsheet of before 2007 (.xls)", asWorkbook)
        : ("this spreadsheet is encrypted, or of before 2007", "save it as .xlsx without a password")
  }
  if bytes.starts(with: "%PDF-".utf8) { return ("this is a PDF", "export the table as .xlsx or .csv") }
  if bytes.starts(with: [0x1F, 0x8B]) { return ("this file is compressed (gzip)", "unpack it first") }
  // BIFF, as Excel 2 to 4 wrote it without a compound file.
  if bytes.count > 8, bytes[0] == 0x09, [0x00, 0x02, 0x04, 0x08].contains(bytes[1]), bytes[3] == 0,
    [4, 6, 8, 16].contains(bytes[2])
  {
    return ("this is a spreadsheet of before 2007 (.xls)", asWorkbook)
  }
  let start = String(decoding: bytes.prefix(2000), as: UTF8.self).lowercased()
  let text = start.trimmed.drop { $0 == "\u{FEFF}" }
  if text.hasPrefix("<") {
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") {
      return ("this is an XML spreadsheet of Excel 2003", asWorkbook)
    }
    if text.contains("opendocument") {
      return ("this is an OpenDocument spreadsheet in one file (.fods)", asWorkbook)
    }
    if text.contains("<html") || text.contains("<table") || text.contains("<!doctype html") {
      return ("this is a web page (HTML), whatever it is called", asWorkbook)
    }
    if text.hasPrefix("<?xml") { return ("this is XML, and no table of text", asWorkbook) }
  }
  if text.hasPrefix("{\\rtf") {
    return ("this is a text with formats (RTF)", "copy its table into a spreadsheet and save that as .xlsx")
  }
  return nil
}

/// Whether a name stands in the bytes as UTF-16, as compound files have them.
private func holds(_ name: String, in bytes: [UInt8]) -> Bool {
  let wanted: [UInt8] = Array(name.utf8).flatMap { [$0, 0] as [UInt8] }
  guard let first = wanted.first, bytes.count >= wanted.count else { return false }
  return (0...(bytes.count - wanted.count)).contains { (start: Int) -> Bool in
    bytes[start] == first && bytes[start..<(start + wanted.count)].elementsEqual(wanted)
  }
}
