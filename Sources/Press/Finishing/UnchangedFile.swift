import Platform

/// Reads the file that is attached to a PDF, where Bayan wrote it and nobody has saved it anew: what it holds stands where it
/// was put.
///
/// - Parameter pdf: the bytes of a PDF.
/// - Returns: the file's bytes; `nil` for what may be another's or changed, and where not just one file is attached.
public func attachmentOfUnchanged(_ pdf: [UInt8]) -> [UInt8]? { UnchangedFile(pdf)?.attachment }

/// A PDF as `PDFWriter` wrote it: nobody has saved it anew, so that what it holds stands where it was put.
///
/// Its identity is the hash of all that stands before its table of objects; a file that was changed has another.
private struct UnchangedFile {
  private let bytes: [UInt8]

  /// - Returns: `nil` for a file of another program, and for one that was changed.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.suffix(6).elementsEqual("%%EOF\n".utf8),
      let end = Self.last("startxref\n", in: bytes, from: bytes.count - 40),
      let start = Int(String(decoding: bytes[(end + 10)...].prefix { $0 != 10 }, as: UTF8.self)),
      (0..<end).contains(start), let identity = Self.first("/ID [", in: bytes, from: start),
      bytes[(identity + 5)...].starts(with: fingerprint(bytes[..<start]))
    else { return nil }
  }

  /// The one file that is attached; `nil` where there is none, and where there are several.
  var attachment: [UInt8]? {
    let mark = "/Type /EmbeddedFile"
    guard let place = Self.first(mark, in: bytes, from: 0),
      Self.first(mark, in: bytes, from: place + 1) == nil,
      let start = Self.first("stream\n", in: bytes, from: place),
      let end = Self.first("\nendstream", in: bytes, from: start)
    else { return nil }
    return try? inflate(bytes[(start + 7)..<end])
  }

  private static func last(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    var found: Int?
    while let next = first(text, in: bytes, from: found.map { $0 + 1 } ?? max(0, start)) { found = next }
    return found
  }

  private static func first(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let text = Array(text.utf8)
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress else { return nil }
      var place = start
      while place + text.count <= all.count,
        let found = memchr(base + place, Int32(text[0]), all.count - text.count + 1 - place)
      {
        place = UnsafeRawPointer(found) - base
        if memcmp(found, text, text.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}
