import Diagnostics
import Evidence
import Testing

@testable import Briefing

/// What reading a summary reports, each as printed; paragraphs ¶1–9 and footnotes 1 and 2 exist.
private func complaints(_ text: String) -> [String] {
  var reader = MarkdownReader(file: "1.md", text: text)
  var inline = InlineReader(figures: FigureTable(), paragraphs: Set(1...9), footnotes: [1, 2])
  for runs in reader.points() {
    var before = ""
    for run in runs { _ = inline.read(run.text, before: &before) }
  }
  return (reader.log.diagnostics + inline.log.diagnostics).inReadingOrder.map(\.description)
}

private func firstLines(_ text: String) -> [String] {
  complaints(text).map { String($0.prefix { $0 != "\n" }) }
}

@Test(arguments: [
  ("> **Quoted.** Words.\n", "1:1: error: a summary has no place for this (block quote)"),
  ("| a | b |\n| --- | --- |\n| 1 | 2 |\n", "1:1: error: a summary has no place for this (table)"),
  ("**A.** B\n\na | b\n--|--\n1 | 2\n", "3:1: error: a summary has no place for this (table)"),
  ("**A.** B ![c](d.png)\n", "1:10: error: a summary has no place for this (image)"),
  ("**A.** B `c`\n", "1:11: error: a summary has no place for this (code)"),
  ("**A.** B\nand <b>c\n", "2:5: error: a summary has no place for this (html inline)"),
  ("**A.** B\n\n<div>c</div>\n", "3:1: error: a summary has no place for this (html block)"),
  ("**A.** B\n\n    code\n", "3:5: error: a summary has no place for this (code block)"),
  ("**A.** [b](c.md)\n", "1:8: error: 'c.md' is no address that a link can lead to"),
  ("**A.** [b](javascript:c)\n", "1:8: error: 'javascript:c' is no address that a link can lead to"),
  ("Plain.\n", "1:1: warning: this point has no bold run-in"),
  ("- **A.** B\n- Plain.\n", "2:3: warning: this point has no bold run-in"),
  ("**A.** B **bad\n", "1:10: warning: these asterisks stay as they are"),
  ("**A.** B\n  and\\* c** d\n", "2:10: warning: these asterisks stay as they are"),
  ("**A.** B [¶5 and more\n", "1:10: error: this source mark is never closed"),
  ("**A.** B [^1 and [¶5]\n", "1:10: error: this footnote mark is never closed"),
  ("**A.** B [^a]\n", "1:10: error: '[^a]' is no footnote mark"),
  ("**A.** B [¶five]\n", "1:10: error: '[¶five]' is no source mark"),
  ("**A.** B [¶5–]\n", "1:10: error: '[¶5–]' is no source mark"),
  ("**A.** B [ ¶5,]\n", "1:10: error: '[ ¶5,]' is no source mark"),
])
func aMistakeInASummaryIsSaidWithItsPlace(text: String, expected: String) {
  #expect(firstLines(text) == ["1.md:" + expected])
  #expect(complaints(text).allSatisfy { $0.contains("\n  → ") })
}

@Test(arguments: [
  "**A.** B [¶5] [^1]\n", "**A {{b}}.** C \\*\\* d\n", "- **A.** B\n- **C.** D\n\n1. **E.** F\n",
  "**A.** [b](https://c.org) <d@e.org> [f](HTTP://g.org)\n", "**A.** a | b\n", "**A.** He said [sic] so\n",
  "",
])
func whatIsAllowedIsNotComplainedOf(text: String) {
  #expect(complaints(text) == [])
}

@Test func aMarkIsReportedWhereItStands() {
  let unknown = "error: footnote 9 does not exist in the transcript"
  #expect(
    firstLines("**A.** B\nc\n\n**D.** e\nf\ng\n  é [^9] [¶99]\n") == [
      "1.md:7:5: \(unknown)", "1.md:7:10: error: ¶99 does not exist in the transcript",
    ])
  #expect(firstLines("**A.** B\r\nc [^9]\r\n") == ["1.md:2:3: \(unknown)"])
  #expect(firstLines("1.  **A.** B\n    c *d*\n    e [^9]\n") == ["1.md:3:7: \(unknown)"])
  #expect(firstLines("- **A.** B\nlazy [^9]\n") == ["1.md:2:6: \(unknown)"])
  #expect(firstLines("**A \\* &amp; &quot; & b [^9].** C\n") == ["1.md:1:25: \(unknown)"])
  #expect(firstLines("**A.** B *c\nd [^9]* e\n") == ["1.md:2:3: \(unknown)"])
}

@Test func aReferenceIsReportedWhereItStands() {
  #expect(
    firstLines("**A.** B\nc {{d}} {nope}\n\n- **E** \\* f\n  g {nay}\n") == [
      "1.md:2:9: error: unknown figure 'nope'", "1.md:5:5: error: unknown figure 'nay'",
    ])
  #expect(
    firstLines("**A.** B {nope\n|value} [¶5] {nay}\n") == [
      "1.md:1:10: error: unknown figure 'nope'", "1.md:2:14: error: unknown figure 'nay'",
    ])
}

@Test func aReferenceAfterAMarkBeginsASentence() throws {
  let figures = try FigureTable.read(
    "id,label,value,unit,period,qualifier,status,formula,source,note\nx,X,4,%,,about,,,¶1,\n", file: "f.csv")
  var inline = InlineReader(figures: figures, paragraphs: [1], footnotes: [1])
  let location = SourceLocation(file: "1.md", line: 1, column: 1)
  #expect(inline.read("Yes.[^1] [¶1] {x}", at: location).last?.text == "About 4%")
  #expect(inline.read("Yes [¶1] {x}", at: location).last?.text == "about 4%")
}

/// What takes 1000 of something must not take a hundred times as long with 10 000.
@Test(arguments: [
  "[", "[¶", "[^", "*a*", "**", "{x} ", "\\*", "&amp;", "[¶4]", "- ", "> ", "*a ", "[a](", "é*", "[¶\n", "`",
  "<",
])
func hostileTextIsReadInLinearTime(piece: String) {
  let clock = ContinuousClock()
  func time(_ count: Int) -> Duration {
    let text = String(repeating: piece, count: count)
    return clock.measure { _ = complaints(text) }
  }
  let (short, long) = (time(1_000), time(10_000))
  #expect(long < short * 40 + .milliseconds(400), "\(piece): \(short), \(long)")
}
