import Diagnostics
import Foundation
import Testing

@testable import Intake

private func text(_ written: String) throws -> String {
  try takeText(from: Array(written.utf8), file: "talk").text
}

@Test(arguments: [
  (
    "Windows-1251", String.Encoding.windowsCP1251,
    "Вопрос: Почему? Ответ: Потому что «так» — и всё. Торговля выросла на 40 %."
  ),
  (
    "KOI8-R", String.Encoding(rawValue: 0x8000_0A02),
    "Вопрос: Почему граница открыта? Ответ: Потому что стороны договорились."
  ),
  ("Windows-1252", .windowsCP1252, "Q: Why “now”? – A: Because the café’s façade, naïve or not, cost €5."),
  ("Windows-1250", .windowsCP1250, "Otázka: Proč právě teď? Odpověď: Protože řeka Labe je příliš mělká."),
  ("UTF-16", .utf16, "Q: Why? A: Потому что – because."),
  ("UTF-8", .utf8, "Q: Why? A: Ўзбекистон ва Қозоғистон."),
])
func textsOfAnyEncodingAreRead(_ name: String, _ encoding: String.Encoding, _ words: String) throws {
  let bytes = try #require(words.data(using: encoding))
  let taken = try takeText(from: Array(bytes), file: "talk.txt")
  #expect(taken.text == words)
  #expect(taken.format == "plain text" + (name == "UTF-8" ? "" : " in \(name)"))
}

@Test func subtitlesLoseTheirTimesAndBecomeWhatEachPersonSays() throws {
  let srt = """
    1
    00:00:01,000 --> 00:00:03,000
    MARY: Why did trade

    2
    00:00:03,100 --> 00:00:05,000
    <i>grow</i> so fast?

    3
    00:00:05,200 --> 00:00:07,000
    - Because the border
    opened in 2018.

    4
    00:00:12,000 --> 00:00:14,000
    And it stayed open.
    """
  let wanted =
    "MARY: Why did trade grow so fast?\n\n– Because the border opened in 2018.\n\nAnd it stayed open.\n"
  #expect(try text(srt) == wanted)
  #expect(try text(srt.replacing("\n", with: "\r\n")) == wanted)
  let vtt =
    "WEBVTT - A talk\n\nNOTE by hand\n\n00:01.000 --> 00:02.000 align:start\n<v Mary Vela>Why &amp; how?\n\n00:02.500 --> 00:04.000\n<v Dr Kim>Because.\n"
  #expect(try text(vtt) == "Mary Vela: Why & how?\n\nDr Kim: Because.\n")
}

@Test func captionsThatRollUpSayEachLineOnce() throws {
  let vtt =
    "WEBVTT\n\n00:01.000 --> 00:02.000\nwe met in Osh\n\n00:02.000 --> 00:03.000\nwe met in Osh\n\n00:03.000 --> 00:04.000\nand agreed\n"
  #expect(try text(vtt) == "we met in Osh and agreed\n")
}

@Test func ofAWebPageTheArticleIsTakenWithWhatIsBold() throws {
  let page = """
    <!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body><nav><a>Home</a> <a>News</a></nav>
    <article><h2>The river</h2><p><strong>Reporter:</strong> Why &amp; when?</p><p>Dr Kim: Because of <em>snow</em>.<br>In May.</p>
    <ol start="3"><li>Third</li></ol><script>var p = "<p>no</p>";</script></article><footer>Imprint</footer></body></html>
    """
  #expect(
    try text(page)
      == "## The river\n\n**Reporter:** Why & when?\n\nDr Kim: Because of *snow*.\nIn May.\n\n3. Third\n")
}

@Test func tagsThatAreNeverClosedAreForgiven() throws {
  #expect(try text("<p>Q: Why?<p>A: <b>Because<p>Q: So?<br><br>A: Yes.").contains("Q: Why?\n\nA: "))
}

@Test(arguments: [
  ("{\\rtf1 Q: Why?}", "rich text"), ("ID3\u{3}music", "a recording"), ("", "no text"),
  (" \n\n 12 \n", "no text"),
])
func whatHoldsNoTextThatCanBeReadIsSaid(_ content: String, _ words: String) {
  let error = #expect(throws: DiagnosticError.self) { try text(content) }
  #expect(error?.description.contains(words) == true)
  #expect(error?.diagnostics.allSatisfy { $0.location?.file == "talk" && $0.advice != nil } == true)
}

@Test func picturesOldDocumentsAndArchivesAreNamed() {
  for (bytes, words) in [
    ([0x89, 0x50, 0x4E, 0x47, 0, 1], "a picture"), ([0xD0, 0xCF, 0x11, 0xE0, 0, 0], "an old Word document"),
    (Array("PK\u{3}\u{4}rest".utf8), "an archive"), ([0, 1, 0, 2, 0, 3, 1, 0, 200], "no text"),
  ] as [([UInt8], String)] {
    let error = #expect(throws: DiagnosticError.self) { try takeText(from: bytes, file: "x") }
    #expect(error?.description.contains(words) == true)
  }
}

@Test func anglesThatMarkWhoeverSpeaksBecomeDashesOrGoBeforeNames() throws {
  #expect(try text(">> Why?\n>> Because.\n>> MARY VELA: So?\n") == "– Why?\n– Because.\nMARY VELA: So?\n")
  #expect(
    try text("WEBVTT\n\n00:01.000 --> 00:02.000\n>> MARY: Why?\n\n00:02.000 --> 00:03.000\n>> Because.\n")
      == "MARY: Why?\n\n– Because.\n")
  #expect(try text("It rose >> by half.\n") == "It rose >> by half.\n")
}
