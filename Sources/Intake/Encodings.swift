import Diagnostics
import Foundation

/// The text of a file in whatever encoding it is, and that encoding's name.
///
/// UTF-8 and UTF-16 tell themselves; of the eight-bit ones that one is taken in which the text has the fewest characters
/// that words don't have.
///
/// - Throws: bytes that are no text.
func decoded(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> (text: String, encoding: String) {
  if let text = marked(bytes) { return text }
  if let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) { return (text, "UTF-8") }
  if let text = unmarkedUTF16(bytes) { return text }
  guard !bytes.contains(0) else {
    throw DiagnosticError(
      "this file is no text: it holds zero bytes", at: SourceLocation(file: file),
      advice: "save the interview as text, .docx, .odt or PDF")
  }
  let candidates = eightBit.compactMap { name, encoding in
    String(data: Data(bytes), encoding: encoding).map { (text: $0, encoding: name) }
  }
  guard let best = candidates.min(by: { strangeness(of: $0.text) < strangeness(of: $1.text) }) else {
    throw DiagnosticError(
      "the encoding of this file can't be told", at: SourceLocation(file: file), advice: "save it as UTF-8")
  }
  return best
}

/// The likelier ones first: of equals the first is taken.
private let eightBit: [(String, String.Encoding)] = [
  ("Windows-1252", .windowsCP1252), ("Windows-1251", .windowsCP1251), ("Windows-1250", .windowsCP1250),
  ("Windows-1254", .windowsCP1254), ("KOI8-R", String.Encoding(rawValue: 0x8000_0A02)),
  ("ISO-8859-5", String.Encoding(rawValue: 0x8000_0205)), ("Mac Roman", .macOSRoman),
]

private func marked(_ bytes: [UInt8]) -> (String, String)? {
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
    return String(validating: bytes[3...], as: UTF8.self).map { ($0, "UTF-8") }
  }
  for (mark, encoding) in [
    ([0xFF, 0xFE] as [UInt8], String.Encoding.utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
  ]
  where bytes.starts(with: mark) {
    return String(data: Data(bytes.dropFirst(2)), encoding: encoding).map { ($0, "UTF-16") }
  }
  return nil
}

/// Every other byte of most languages' UTF-16 is zero or the same.
private func unmarkedUTF16(_ bytes: [UInt8]) -> (String, String)? {
  guard bytes.count >= 8, bytes.count.isMultiple(of: 2) else { return nil }
  let head = bytes.prefix(4096)
  for (offset, encoding) in [(1, String.Encoding.utf16LittleEndian), (0, .utf16BigEndian)] {
    let high = stride(from: offset, to: head.count, by: 2).map { head[$0] }
    if high.count(where: { $0 == 0 }) * 4 > high.count {
      return String(data: Data(bytes), encoding: encoding).map { ($0, "UTF-16") }
    }
  }
  return nil
}

/// How many of its characters beyond ASCII stand where words don't have them: signs within words, capitals after small
/// letters, letters of two scripts in one word.
private func strangeness(of text: String) -> Int {
  var strange = 0
  var before: Unicode.Scalar = " "
  for scalar in text.unicodeScalars.prefix(200_000) {
    defer { before = scalar }
    let (is7Bit, was7Bit) = (scalar.isASCII, before.isASCII)
    if is7Bit && was7Bit { continue }
    let (properties, last) = (scalar.properties, before.properties)
    if properties.generalCategory == .control { strange += 4 }
    if properties.isAlphabetic, last.isAlphabetic {
      if isCyrillic(scalar) != isCyrillic(before) { strange += 2 }
      if properties.isUppercase, last.isLowercase { strange += 2 }
    } else if !is7Bit, !properties.isAlphabetic, last.isAlphabetic,
      !"’”»…–—°€%".unicodeScalars.contains(scalar)
    {
      strange += 1
    }
    if !is7Bit, properties.isAlphabetic, !isCyrillic(scalar), isRare(scalar) { strange += 1 }
  }
  // Czech, Slovak, Croatian and Slovene in Windows-1250: š and ž are the same there, and č is è.
  if text.contains(where: { "šžŠŽ".contains($0) }) { strange += text.count { "ìèøùïÈØÙ".contains($0) } }
  return strange
}

private func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x0400...0x052F).contains(scalar.value) }

/// Letters of Latin-1 that mostly come of reading another encoding.
private func isRare(_ scalar: Unicode.Scalar) -> Bool { "ÃÂÐÑÞþðýÝ¤".unicodeScalars.contains(scalar) }
