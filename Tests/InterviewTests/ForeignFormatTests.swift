import Diagnostics
import Interview
import Testing

/// What is no plain text is named, with how to make one of it.
struct ForeignFormatTests {
  @Test(arguments: [
    ("PK\u{3}\u{4}..........[Content_Types].xml....word/document.xml", "a Word document (.docx)"),
    (
      "PK\u{3}\u{4}..........mimetypeapplication/vnd.oasis.opendocument.text", "a LibreOffice document (.odt)"
    ),
    ("PK\u{3}\u{4}..........xl/workbook.xml", "a spreadsheet (.xlsx)"), ("%PDF-1.7\n%", "a PDF"),
    ("{\\rtf1\\ansi Why?}", "rich text (.rtf)"),
    ("W\0h\0y\0?\0 \0S\0o\0.\0", "UTF-16 without its byte order mark"),
  ])
  func bytesTellTheFormat(head: String, name: String) throws {
    let format = try #require(ForeignFormat(head.utf8))
    #expect(format.name == name)
    #expect(format.advice.contains("UTF-8") || format.advice.contains("text"))
  }

  @Test(arguments: [
    ("WEBVTT\n\n00:01.000 --> 00:04.000\nWhy?\n", "subtitles (WebVTT)"),
    (
      "1\n00:00:01,000 --> 00:00:04,000\nWhy?\n\n2\n00:00:05,000 --> 00:00:07,000\nRain.\n", "subtitles (SRT)"
    ),
    ("<!DOCTYPE html>\n<html><body><p>Why?</p></body></html>\n", "a web page (HTML)"),
    ("<div><p>Q: Why?</p><p>A: <strong>Rain</strong><br></p></div>", "a web page (HTML)"),
    ("{\"segments\": [{\"speaker\": \"A\", \"text\": \"Why?\"}]}", "JSON"),
    ("<?xml version=\"1.0\"?>\n<talk>Why?</talk>\n", "XML"),
    ("MIME-Version: 1.0\nContent-Type: text/plain\n\nQ: Why?\nA: Rain.\n", "an e-mail (.eml)"),
  ])
  func textsTellTheFormat(text: String, name: String) {
    #expect(report(text).hasPrefix("talk.txt: error: this is \(name), and no plain text\n  → "))
  }

  @Test func anInterviewIsNoForeignFormat() {
    for interview in AnnotatedTranscript.all {
      #expect(ForeignFormat(interview.input) == nil && ForeignFormat(interview.input.utf8) == nil)
    }
  }
}
