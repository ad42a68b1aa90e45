import Diagnostics
import Interview
import Tables

/// An interview's text as it was taken out of a file of any kind: what a transcript is read from.
public struct TakenText: Hashable, Sendable {
  /// What the file is: "a Word document".
  public var format: String
  /// Paragraphs with an empty line between them; headings begin with "##", what is bold or cursive stands between
  /// asterisks, footnotes are as Markdown has them.
  public var text: String
}

/// Takes the text out of a file: plain text of any encoding, Markdown, a web page, .docx, .odt, a PDF with text, .srt, .vtt.
///
/// - Parameters:
///   - bytes: the file's. What the file is, is told by them and not by its name.
///   - file: as messages name it.
/// - Returns: the text.
/// - Throws: a format that can't be read, with how to save it otherwise; a damaged or protected file; one without text (a
///   scan); a text of more than a million letters.
public func takeText(from bytes: [UInt8], file: String) throws(DiagnosticError) -> TakenText {
  let format = ForeignFormat(bytes)
  let taken: TakenText
  switch format?.kind {
  case .word:
    taken = try WordDocument(archive: ZipArchive(bytes, file: file, holder: .document), file: file).taken()
  case .openDocument:
    taken = try OpenDocument(archive: ZipArchive(bytes, file: file, holder: .document), file: file).taken()
  case .pdf: taken = try PDFDocument(bytes: bytes, file: file).taken()
  case nil, .utf16, .unmarkedUTF16: taken = try textual(bytes, file: file)
  default: throw refusal(format, file)
  }
  guard taken.text.contains(where: { $0.isLetter }) else {
    throw DiagnosticError(
      "no text stands in this file", at: SourceLocation(file: file),
      advice: format?.kind == .pdf
        ? "it holds pictures of pages: have them read first (OCR), for instance by ocrmypdf"
        : "look whether it is the right one")
  }
  if taken.text.unicodeScalars.count > longestText {
    throw tooLong("\(longestText) letters, some twenty hours of talk", file)
  }
  return taken
}

/// What is longer is no interview but a heap of them, which nobody could correct a draft of.
private let longestText = 1_000_000
/// In bytes: a text's own, with the marks and times that stand around it.
private let largestTextFile = 8_000_000

private func tooLong(_ bound: String, _ file: String) -> DiagnosticError {
  DiagnosticError(
    "this interview is too long: its text has more than \(bound)", at: SourceLocation(file: file),
    advice: "leave only one interview in it, or make a pack of each part")
}

private func textual(_ bytes: [UInt8], file: String) throws(DiagnosticError) -> TakenText {
  if bytes.count > largestTextFile { throw tooLong("\(largestTextFile / 1_000_000) MB", file) }
  let (text, encoding) = try decoded(bytes, file: file)
  let format = ForeignFormat(text)
  switch format?.kind {
  case .webVTT, .subRip:
    if let name = format?.name, let subtitles = Subtitles(text) {
      return TakenText(format: name, text: subtitles.text)
    }
  case .webPage: return try takeWebPage(text, file: file)
  case nil: break
  default: throw refusal(format, file)
  }
  return TakenText(
    format: encoding == "UTF-8" ? "plain text" : "plain text in \(encoding)", text: withoutAngles(text))
}

private func refusal(_ format: ForeignFormat?, _ file: String) -> DiagnosticError {
  DiagnosticError(
    "this is \(format?.name ?? "no text")", at: SourceLocation(file: file), advice: format?.advice)
}

/// Captions on paper mark whoever begins to speak by ">>": print has dashes, and names have their colon.
private func withoutAngles(_ text: String) -> String {
  let mark = /^[ \t]*>>>?[ \t]+/.anchorsMatchLineEndings()
  guard text.matches(of: mark).count > 1 else { return text }
  let named = /^[ \t]*>>>?[ \t]+(?=[\p{Lu}][^:\n]{0,40}:[ \t])/.anchorsMatchLineEndings()
  return text.replacing(named, with: "").replacing(mark, with: "– ")
}
