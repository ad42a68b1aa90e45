extension Table {
  /// Rows of text as CSV that Excel, LibreOffice and `read` understand (RFC 4180, UTF-8 with a byte order mark, by
  /// which Excel knows it). A field is quoted where it must be.
  public static func csv(_ rows: [[String]]) -> [UInt8] {
    let lines = rows.map { $0.map(quoted).joined(separator: ",") + "\r\n" }
    return [0xEF, 0xBB, 0xBF] + Array(lines.joined().utf8)
  }

  private static func quoted(_ text: String) -> String {
    let needsQuotes =
      text.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains($0) } || text != text.trimmed
    return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
  }
}
