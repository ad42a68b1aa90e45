import Diagnostics

/// An interview's text as it was taken out of a file of any kind: what a transcript is read from.
public struct TakenText: Hashable, Sendable {
  /// What the file is: "a Word document".
  public var format: String
  /// Paragraphs with an empty line between them; headings begin with "##", what is bold or cursive stands between
  /// asterisks, footnotes are as Markdown has them.
  public var text: String
  /// What was left out, or may have been read wrongly.
  public var doubts: [Diagnostic] = []
}

/// Takes the text out of a file: plain text of any encoding, Markdown, a web page, .docx, .odt, a PDF with text, .srt, .vtt.
///
/// - Parameters:
///   - bytes: the file's. What the file is, is told by them and not by its name.
///   - file: as messages name it.
/// - Returns: the text.
/// - Throws: a format that can't be read, with how to save it otherwise; a damaged or protected file; one without text (a
///   scan).
public func takeText(from bytes: [UInt8], file: String) throws(DiagnosticError) -> TakenText {
  var taken: TakenText
  switch FileKind(bytes) {
  case .word: taken = try WordDocument(bytes, file: file).taken()
  case .openDocument: taken = try OpenDocument(bytes, file: file).taken()
  case .pdf: taken = try PDFDocument(bytes, file: file).taken()
  case .unreadable(let name, let advice):
    throw DiagnosticError("this is \(name)", at: SourceLocation(file: file), advice: advice)
  case .text:
    let (text, encoding) = try decoded(bytes, file: file)
    taken = try textual(text, file: file)
    if encoding != "UTF-8" { taken.format += " in \(encoding)" }
  }
  guard taken.text.contains(where: { $0.isLetter }) else {
    throw DiagnosticError(
      "no text stands in this file", at: SourceLocation(file: file),
      advice: taken.format == "a PDF"
        ? "it holds pictures of pages: have them read first (OCR), for instance by ocrmypdf"
        : "look whether it is the right one")
  }
  return taken
}

/// Of text, which of its kinds it is.
private func textual(_ text: String, file: String) throws(DiagnosticError) -> TakenText {
  if let subtitles = Subtitles(text) { return subtitles.taken }
  if isWebPage(text) { return try takeWebPage(text, file: file) }
  return TakenText(format: "plain text", text: withoutAngles(text))
}

/// Captions on paper mark whoever begins to speak by ">>": print has dashes, and names have their colon.
private func withoutAngles(_ text: String) -> String {
  let mark = /^[ \t]*>>>?[ \t]+/.anchorsMatchLineEndings()
  guard text.matches(of: mark).count > 1 else { return text }
  let named = /^[ \t]*>>>?[ \t]+(?=[\p{Lu}][^:\n]{0,40}:[ \t])/.anchorsMatchLineEndings()
  return text.replacing(named, with: "").replacing(mark, with: "– ")
}

/// What a file is, as its bytes tell.
private enum FileKind {
  case word, openDocument, pdf, text
  case unreadable(String, advice: String)

  init(_ bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
    if begins("PK\u{3}\u{4}") {
      self = Self.archive(bytes)
    } else if head.firstRange(of: Array("%PDF-".utf8)).map({ $0.lowerBound < 1024 }) ?? false {
      self = .pdf
    } else if begins("{\\rtf") {
      self = .unreadable(
        "rich text (.rtf)", advice: "open it in Word or LibreOffice and save it as .docx or .odt")
    } else if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = .unreadable(
        "an old or a protected Office document",
        advice: "open it in Word or LibreOffice and save it as .docx, without a password")
    } else if begins("ID3") || begins("RIFF") || begins("OggS") || head.dropFirst(4).starts(with: "ftyp".utf8)
    {
      self = .unreadable("a recording", advice: "have it transcribed, as text or subtitles")
    } else if [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF]].contains(where: { head.starts(with: $0) }) {
      self = .unreadable("a picture", advice: "have its text read (OCR), and save that as a text")
    } else {
      self = .text
    }
  }

  private static func archive(_ bytes: [UInt8]) -> FileKind {
    func holds(_ name: String) -> Bool { bytes.firstRange(of: Array(name.utf8)) != nil }
    if holds("word/document.xml") { return .word }
    if holds("opendocument.text") { return .openDocument }
    if holds("xl/workbook.xml") {
      return .unreadable(
        "a spreadsheet", advice: "for a pack of figures alone: bayan new --from-figures FILE")
    }
    return .unreadable("an archive", advice: "unpack it and name the interview in it")
  }
}
