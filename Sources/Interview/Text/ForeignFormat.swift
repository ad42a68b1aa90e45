import Diagnostics

/// A file that is no plain text, as its first bytes or lines tell.
public struct ForeignFormat: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case word, openDocument, pdf, richText, oldWord, spreadsheet, archive, recording, picture
    case utf16, unmarkedUTF16
    case webVTT, subRip, webPage, xml, json, email
  }

  public var kind: Kind

  /// - Returns: `nil` for what may be a plain text.
  public init?(_ bytes: some BidirectionalCollection<UInt8>) {
    guard let kind = Self.binary(Array(bytes.prefix(4096)), end: Array(bytes.suffix(65_536))) else {
      return nil
    }
    self.kind = kind
  }

  /// - Returns: `nil` for what may be an interview.
  public init?(_ text: String) {
    guard let kind = Self.marked(String(text.unicodeScalars.prefix(8192))) else { return nil }
    self.kind = kind
  }

  public func error(file: String) -> DiagnosticError {
    DiagnosticError("this is \(name), and no plain text", at: SourceLocation(file: file), advice: advice)
  }

  /// "a Word document (.docx)"
  public var name: String {
    switch kind {
    case .word: "a Word document (.docx)"
    case .openDocument: "a LibreOffice document (.odt)"
    case .pdf: "a PDF"
    case .richText: "rich text (.rtf)"
    case .oldWord: "an old Word document (.doc)"
    case .spreadsheet: "a spreadsheet (.xlsx)"
    case .archive: "an archive (.zip)"
    case .recording: "a recording"
    case .picture: "a picture"
    case .utf16: "UTF-16"
    case .unmarkedUTF16: "UTF-16 without its byte order mark"
    case .webVTT: "subtitles (WebVTT)"
    case .subRip: "subtitles (SRT)"
    case .webPage: "a web page (HTML)"
    case .xml: "XML"
    case .json: "JSON"
    case .email: "an e-mail (.eml)"
    }
  }

  /// How to make a plain text of it.
  public var advice: String {
    switch kind {
    case .word:
      "in Word, save it as 'Plain Text (.txt)' with the encoding Unicode (UTF-8); in LibreOffice as 'Text – Choose Encoding'"
    case .openDocument: "in LibreOffice, save it as 'Text' with the encoding UTF-8"
    case .pdf: "make a text of it: pdftotext -layout FILE.pdf transcript.txt"
    case .richText: "in Word, TextEdit or LibreOffice, save it as plain text in UTF-8"
    case .oldWord: "in Word or LibreOffice, save it as plain text in UTF-8"
    case .spreadsheet:
      "copy the interview into a text file, in UTF-8; with a table of figures a pack begins by 'bayan new --from-figures'"
    case .archive: "unpack it, and save the interview as plain text in UTF-8"
    case .recording: "have it transcribed, and save the words as plain text in UTF-8"
    case .picture: "have its text read (OCR), and save that as plain text in UTF-8"
    case .utf16, .unmarkedUTF16: "save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)"
    case .webVTT, .subRip:
      "export the transcript as plain text with the speakers' names, in place of subtitles"
    case .webPage:
      "open it in a browser, copy the interview's text, and save it as plain text in UTF-8"
    case .xml: "open it in the program that made it, and save it as plain text in UTF-8"
    case .json: "export the transcript as plain text with the speakers' names"
    case .email: "open it, and save its text as plain text in UTF-8"
    }
  }

  /// An archive names what is in it where it ends, too.
  private static func binary(_ head: [UInt8], end: [UInt8]) -> Kind? {
    func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
    func holds(_ text: String) -> Bool {
      [head, end].contains { $0.firstRange(of: Array(text.utf8)) != nil }
    }
    if begins("PK\u{3}\u{4}") {
      if holds("opendocument.text") { return .openDocument }
      if holds("xl/") { return .spreadsheet }
      return holds("word/") || holds("[Content_Types].xml") ? .word : .archive
    }
    if begins("%PDF-") { return .pdf }
    if begins("{\\rtf") { return .richText }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .oldWord }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) || head.starts(with: [0xFF, 0xD8, 0xFF]) {
      return .picture
    }
    let zeros = head.indices.filter { head[$0] == 0 }
    if head.count >= 8, zeros.count * 3 > head.count, Set(zeros.map { $0 % 2 }).count == 1 {
      return .unmarkedUTF16
    }
    if begins("ID3") || begins("RIFF") || begins("OggS") || head.dropFirst(4).starts(with: "ftyp".utf8) {
      return .recording
    }
    return nil
  }

  private static func marked(_ text: String) -> Kind? {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
    }
    .filter { !$0.isEmpty }
    guard let first = lines.first else { return nil }
    if first.hasPrefix("{\\rtf") { return .richText }
    if first.hasPrefix("WEBVTT") { return .webVTT }
    if lines.count(where: isCue) >= 1, lines.count > 1 { return .subRip }
    let start = first.lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || isFullOfTags(text) { return .webPage }
    if start.hasPrefix("<?xml") { return .xml }
    if start.hasPrefix("{") || start.hasPrefix("[{"), text.contains("\":") { return .json }
    if start.hasPrefix("content-type:") || start.hasPrefix("mime-version:") || start.hasPrefix("received: ") {
      return .email
    }
    return nil
  }

  /// "00:00:01,000 --> 00:00:04,000"
  private static func isCue(_ line: Substring) -> Bool {
    line.first?.isNumber ?? false && line.contains(" --> ")
  }

  /// Four tags of HTML or more, of at least two kinds.
  private static func isFullOfTags(_ text: String) -> Bool {
    // Most transcripts have neither, and each search goes through all of it.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
      return false
    }
    let kinds = [
      "<p>", "<p ", "<br>", "<br/>", "<br />", "</p>", "<div", "</div>", "<span", "<strong>", "<b>", "<h1",
      "<h2", "<body",
    ].map { text.ranges(of: $0).count }.filter { $0 > 0 }
    let entities = text.contains("&nbsp;") ? 1 : 0
    return kinds.count + entities >= 2 && kinds.reduce(entities, +) >= 4
  }
}
