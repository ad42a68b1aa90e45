import Diagnostics
import Tables
import TestSupport
import Testing

@testable import Intake

private let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

private func word(_ body: String, numbering: String = "", footnotes: String = "", styles: String = "") throws
  -> [UInt8]
{
  try ZipArchive.packed([
    ("[Content_Types].xml", "<Types/>"),
    ("word/document.xml", "<w:document xmlns:w=\"\(w)\"><w:body>\(body)</w:body></w:document>"),
    ("word/numbering.xml", "<w:numbering xmlns:w=\"\(w)\">\(numbering)</w:numbering>"),
    ("word/footnotes.xml", "<w:footnotes xmlns:w=\"\(w)\">\(footnotes)</w:footnotes>"),
    ("word/styles.xml", "<w:styles xmlns:w=\"\(w)\">\(styles)</w:styles>"),
  ])
}

private func paragraph(_ runs: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr>\(runs)</w:p>"
}

private func run(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

@Test func aWordDocumentGivesItsBoldWordsHeadingsNumbersAndFootnotes() throws {
  let list = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"5\"/></w:numPr>"
  let bytes = try word(
    paragraph(run("The talk"), "<w:pStyle w:val=\"berschrift1\"/>")
      + paragraph(run("Why now?", "<w:b/>"), list)
      + paragraph(
        run("Because ") + run("of snow", "<w:i/>") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" + run(".")
      )
      + paragraph(run("And ", "<w:b/>") + run("then?", "<w:b/>"), list)
      + "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>\(run("It rained."))</w:ins></w:p>"
      + paragraph(
        run("Line") + "<w:r><w:br/></w:r>" + run("two") + "<w:r><w:tab/></w:r>"
          + run("tabbed", "<w:b w:val=\"0\"/>")),
    numbering:
      "<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum><w:num w:numId=\"5\"><w:abstractNumId w:val=\"1\"/></w:num>",
    footnotes:
      "<w:footnote w:id=\"0\">\(paragraph(""))</w:footnote><w:footnote w:id=\"2\">\(paragraph(run("See the law.")))</w:footnote>",
    styles: "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style>")
  let taken = try takeText(from: bytes, file: "talk.docx")
  #expect(taken.format == "a Word document")
  #expect(
    taken.text == """
      ## The talk

      1. **Why now?**

      Because *of snow*[^1].

      2. **And then?**

      It rained.

      Line
      two tabbed

      [^1]: See the law.

      """)
}

private func openDocument() throws -> [UInt8] {
  let namespaces =
    "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
  let content = """
    <office:document-content \(namespaces)><office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style></office:automatic-styles><office:body><office:text>
    <text:h>The talk</text:h><text:list text:style-name="L1"><text:list-item><text:p><text:span text:style-name="T1">Why now?</text:span></text:p></text:list-item></text:list>
    <text:p>Because of snow<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>See the law.</text:p></text:note-body></text:note>.<text:line-break/>In<text:s text:c="2"/>May.</text:p>
    </office:text></office:body></office:document-content>
    """
  return try ZipArchive.packed([
    ("mimetype", "application/vnd.oasis.opendocument.text"), ("styles.xml", "<x/>"), ("content.xml", content),
  ])
}

@Test func anOpenDocumentGivesTheSame() throws {
  let bytes = try openDocument()
  let taken = try takeText(from: bytes, file: "talk.odt")
  #expect(taken.format == "an OpenDocument text")
  #expect(
    taken.text == "## The talk\n\n1. **Why now?**\n\nBecause of snow[^1].\nIn May.\n\n[^1]: See the law.\n")
}

@Test func damagedAndProtectedDocumentsAreErrorsAtTheFile() throws {
  let whole = try word(paragraph(run("Why?")))
  for bytes in [Array(whole.prefix(whole.count / 2)), try word("<w:p><w:r>")] {
    let error = #expect(throws: DiagnosticError.self) { try takeText(from: bytes, file: "talk.docx") }
    #expect(error?.diagnostics.first?.location?.file == "talk.docx")
  }
  let locked = try ZipArchive.packed([
    ("mimetype", "application/vnd.oasis.opendocument.text"),
    ("META-INF/manifest.xml", "<m><encryption-data/></m>"),
    ("content.xml", "rubbish"),
  ])
  let error = #expect(throws: DiagnosticError.self) { try takeText(from: locked, file: "talk.odt") }
  #expect(error?.description.contains("password") == true)
}

@Test(arguments: 0..<60) func brokenFilesOfAllKindsAreReadOrRefusedAndNeverEndTheProgram(seed: Int) throws {
  let kinds = [
    try word(paragraph(run("Why?", "<w:b/>")) + paragraph(run("Because."))), try openDocument(),
    Array("<html><body><p>Q: <b>Why?</b></p><ol><li>A: So.</li></ol></body></html>".utf8),
    Array("1\n00:00:01,000 --> 00:00:02,000\n- Why?\n\n2\n00:00:03,000 --> 00:00:04,000\nSo.\n".utf8),
    Array("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mary>Why?\n".utf8), Array("Вопрос: Почему? Ответ: Да.".utf8),
  ]
  try readOrRefuse(kinds, seed: seed)
}

/// Few, since programs are run for each.
@Test(arguments: 0..<8) func brokenPDFsAreReadOrRefused(seed: Int) throws {
  try readOrRefuse([pdf([[("Why?", 72, 700, true), ("Because.", 72, 680, false)]])], seed: seed)
}

/// Changes, removes or repeats some bytes of each file, and reads it.
private func readOrRefuse(_ kinds: [[UInt8]], seed: Int) throws {
  var generator = SeededGenerator(seed: UInt64(seed))
  for kind in kinds {
    var bytes = kind
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 12)], at: place)
      }
      if bytes.isEmpty { bytes = [0x20] }
    }
    do throws(DiagnosticError) {
      #expect(try takeText(from: bytes, file: "x").text.isEmpty == false)
    } catch {
      #expect(error.diagnostics.allSatisfy { $0.advice != nil })
    }
  }
}

/// What a file made to keep the program busy is told, without its advice.
private func refusal(of bytes: [UInt8]) -> String? {
  #expect(throws: DiagnosticError.self) { try takeText(from: bytes, file: "x") }?.diagnostics.first?.message
}

@Test func elementsOfVeryManyAttributesAreRefused() throws {
  func attributes(_ count: Int) -> String { (0..<count).map { "a\($0)=\"1\"" }.joined(separator: " ") }
  let many = attributes(300_000)
  let message = "this file can't be read: an element has more than 2000 attributes"
  #expect(refusal(of: try word("<w:p \(many)><w:r><w:t>Why?</w:t></w:r></w:p>")) == message)
  #expect(refusal(of: Array("<html><body><p \(many)>Q: Why?</p></body></html>".utf8)) == message)
  let unquoted = (0..<300_000).map { "a\($0)" }.joined(separator: " ")
  #expect(refusal(of: Array("<html><body><p \(unquoted)>Q: Why?</p></body></html>".utf8)) == message)
  let some = try word("<w:p \(attributes(300))><w:r><w:t>Why?</w:t></w:r></w:p>")
  #expect(try takeText(from: some, file: "x").text == "Why?\n")
}

@Test func pagesOfVeryDeepElementsAreRefusedAndNotCutShort() throws {
  func page(_ depth: Int) -> [UInt8] {
    let divisions = (String(repeating: "<div>", count: depth), String(repeating: "</div>", count: depth))
    return Array("<html><body>\(divisions.0)Q: Why?\(divisions.1)<p>A: So.</p></body></html>".utf8)
  }
  #expect(try takeText(from: page(200), file: "x").text == "Q: Why?\n\nA: So.\n")
  for depth in [260, 100_000] {
    #expect(
      refusal(of: page(depth)) == "this file can't be read: elements stand in each other more than 250 deep")
  }
}

@Test func aDocumentThatUnpacksToTooMuchIsCalledADocument() throws {
  let bytes = try word(String(repeating: " ", count: 40_000_000))
  #expect(
    refusal(of: bytes) == "this document is too large: 'word/document.xml' unpacks to more than 32 MB")
}

@Test func aTextOfMoreThanAMillionLettersIsRefused() throws {
  let line = "A: It rained on the border for many weeks.\n"
  func text(_ bytes: Int) -> [UInt8] {
    Array(("Q: Why?\n" + String(repeating: line, count: bytes / line.utf8.count)).utf8)
  }
  #expect(
    refusal(of: text(1_100_000))
      == "this interview is too long: its text has more than 1000000 letters, some twenty hours of talk")
  #expect(refusal(of: text(9_000_000)) == "this interview is too long: its text has more than 8 MB")
  #expect(try takeText(from: text(900_000), file: "x").format == "plain text")
}
