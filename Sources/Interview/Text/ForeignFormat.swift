import Diagnostics

/// A file that is no plain text, as its first bytes or lines tell.
public struct ForeignFormat: Hashable, Sendable {
  /// "a Word document (.docx)"
  public var name: String
  /// How to make a plain text of it.
  public var advice: String

  /// - Returns: `nil` for what may be a plain text.
  public init?(_ bytes: some Collection<UInt8>) {
    let head = Array(bytes.prefix(4096))
    guard let found = Self.binary(head) else { return nil }
    (name, advice) = found
  }

  /// - Returns: `nil` for what may be an interview.
  public init?(_ text: String) {
    let head = String(text.unicodeScalars.prefix(8192))
    guard let found = Self.marked(head) else { return nil }
    (name, advice) = found
  }

  public func error(file: String) -> DiagnosticError {
    DiagnosticError("this is \(name), and no plain text", at: SourceLocation(file: file), advice: advice)
  }

  private static let saveAsText = "open it and save it as plain text in UTF-8"

  private static func binary(_ head: [UInt8]) -> (String, String)? {
    func begins(_ text: String) -> Bool { head.starts(with: text.utf8) }
    func holds(_ text: String) -> Bool {
      let wanted = Array(text.utf8)
      return head.indices.contains { head[$0] == wanted[0] && head[$0...].starts(with: wanted) }
    }
    if begins("PK\u{3}\u{4}") {
      if holds("opendocument.text") {
        return ("a LibreOffice document (.odt)", "in LibreOffice, save it as 'Text' with the encoding UTF-8")
      }
      if holds("xl/") { return ("a spreadsheet (.xlsx)", "copy the interview into a text file, in UTF-8") }
      if holds("word/") || holds("[Content_Types].xml") {
        return (
          "a Word document (.docx)",
          "in Word, save it as 'Plain Text (.txt)' with the encoding Unicode (UTF-8); in LibreOffice as 'Text – Choose Encoding'"
        )
      }
      return ("an archive (.zip)", "unpack it, and save the interview as plain text in UTF-8")
    }
    if begins("%PDF-") { return ("a PDF", "make a text of it: pdftotext -layout FILE.pdf transcript.txt") }
    if begins("{\\rtf") { return rtf }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      return ("an old Word document (.doc)", "in Word or LibreOffice, save it as plain text in UTF-8")
    }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
      return ("UTF-16", "save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)")
    }
    let zeros = head.indices.filter { head[$0] == 0 }
    if head.count >= 8, zeros.count * 3 > head.count, Set(zeros.map { $0 % 2 }).count == 1 {
      return ("UTF-16 without its byte order mark", "save it as UTF-8 (in Notepad: Save as, Encoding UTF-8)")
    }
    if begins("ID3") || begins("RIFF") || begins("OggS") || head.dropFirst(4).starts(with: "ftyp".utf8) {
      return ("a recording", "have it transcribed, and save the words as plain text in UTF-8")
    }
    return nil
  }

  private static let rtf = (
    "rich text (.rtf)", "in Word, TextEdit or LibreOffice, save it as plain text in UTF-8"
  )

  private static func marked(_ text: String) -> (String, String)? {
    let lines = text.split(whereSeparator: \.isNewline).map {
      $0.trimmingPrefix { $0.isWhitespace || $0 == "\u{FEFF}" }
    }
    .filter { !$0.isEmpty }
    guard let first = lines.first else { return nil }
    if first.hasPrefix("{\\rtf") { return rtf }
    if first.hasPrefix("WEBVTT") {
      return (
        "subtitles (WebVTT)",
        "export the transcript as plain text with the speakers' names, in place of subtitles"
      )
    }
    if lines.count(where: isCue) >= 1, lines.count > 1 {
      return (
        "subtitles (SRT)",
        "export the transcript as plain text with the speakers' names, in place of subtitles"
      )
    }
    let start = first.lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") || tags(in: text) >= 4 {
      return (
        "a web page (HTML)",
        "open it in a browser, copy the interview's text, and save it as plain text in UTF-8"
      )
    }
    if start.hasPrefix("<?xml") {
      return ("XML", "open it in the program that made it, and save it as plain text in UTF-8")
    }
    if start.hasPrefix("{") || start.hasPrefix("[{"), text.contains("\":") {
      return ("JSON", "export the transcript as plain text with the speakers' names")
    }
    if start.hasPrefix("content-type:") || start.hasPrefix("mime-version:") || start.hasPrefix("received: ") {
      return ("an e-mail (.eml)", "open it, and save its text as plain text in UTF-8")
    }
    return nil
  }

  /// "00:00:01,000 --> 00:00:04,000"
  private static func isCue(_ line: Substring) -> Bool {
    line.first?.isNumber ?? false && line.contains(" --> ")
  }

  /// How many tags of HTML there are.
  private static func tags(in text: String) -> Int {
    // Most transcripts have neither, and each search goes through all of it.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else { return 0 }
    return [
      "<p>", "<p ", "<br>", "<br/>", "<br />", "</p>", "<div", "</div>", "<span", "<strong>", "<b>", "<h1",
      "<h2", "<body",
    ]
    .count { text.contains($0) } + (text.contains("&nbsp;") ? 1 : 0)
  }
}
