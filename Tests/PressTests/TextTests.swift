import Graphics
import Testing

@testable import Press

/// The text of a page that holds these runs, one below the other.
private func text(_ runs: [GlyphRun], tagged: Bool = true) throws -> String {
  let made = page { frame in
    for (index, run) in runs.enumerated() {
      var line = Frame(size: Size(260, 12))
      line.add(.text(run), at: Point(0, 10))
      frame.add(
        line, at: Point(20, 20 + 14 * Double(index)), tag: tagged ? .structure(.init(.paragraph)) : nil)
    }
  }
  return try ReadPDF(document([made])).text()
}

@Test(arguments: [SimpleSetter.charis, SimpleSetter.inter])
func textReadsAsItWasWritten(font: String) throws {
  let setter = SimpleSetter(font)
  let texts = [
    "Plain words, 1234", "Қазақстан – Өзбекстан", "O‘zbekiston “quoted” ≈ €5", "Straße café Ñandú",
  ]
  let read = try text(texts.map { setter.run($0) })
  for text in texts { #expect(read.contains(text)) }
}

@Test func ligaturesReadAsTheirLetters() throws {
  let setter = SimpleSetter()
  let run = setter.run(
    "first flow office", substitutes: ["fi": "\u{FB01}", "fl": "\u{FB02}", "ffi": "\u{FB03}"])
  #expect(run.glyphs.count == 17 - 1 - 1 - 2)
  #expect(try text([run]).contains("first flow office"))
}

@Test func spacesAndHyphensThatForbidBreaksReadAsPlainOnes() throws {
  let setter = SimpleSetter()
  #expect(try text([setter.run("10\u{A0}000 EXPO\u{2011}2017")]).contains("10 000 EXPO-2017"))
}

@Test func oneGlyphForTwoTextsKeepsBoth() throws {
  let setter = SimpleSetter()
  // Small capitals: the same glyph for "a" in one run and "A" in another.
  let small = setter.run("abc", substitutes: ["a": "A", "b": "B", "c": "C"])
  let read = try text([setter.run("ABC first"), small])
  #expect(read.contains("ABC first") && read.contains("abc"))
}

@Test func anAddedHyphenIsASpanThatReadsAsSoftHyphen() throws {
  let made = page { frame in
    frame.addElement(.paragraph) { frame in
      frame.add(.text(setter.run("Uzbek")), at: Point(0, 10))
      frame.add(.text(setter.run("\u{AD}", substitutes: ["\u{AD}": "-"])), at: Point(30, 10))
      frame.add(.text(setter.run("istan and Kazakh-")), at: Point(0, 24))
      frame.add(.text(setter.run("Uzbek")), at: Point(0, 38))
    }
  }
  let pdf = try ReadPDF(document([made]))
  let lines = try ReadStructure(pdf).lines
  #expect(lines == ["Document", "  P", "    Span reads “\u{AD}”"])
}

@Test func aRunIsSplitBeforeItsAddedHyphen() {
  let run = setter.run("Uzbek\u{AD}", substitutes: ["\u{AD}": "-"])
  let (text, hyphen) = run.splitBeforeAddedHyphen
  #expect(text?.text == "Uzbek" && text?.glyphs.count == 5 && text?.clusters.count == 5)
  #expect(hyphen?.text == "\u{AD}" && hyphen?.glyphs == [run.glyphs[5]])
  let whole = setter.run("Uzbek")
  #expect(whole.splitBeforeAddedHyphen.text == whole && whole.splitBeforeAddedHyphen.hyphen == nil)
}

@Test func rightToLeftTextReadsInItsOwnOrder() throws {
  // Visual order: the glyphs stand from left to right, the text runs the other way.
  let letters: [Unicode.Scalar] = ["ا", "ب", "ج"]
  let noto = "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"
  let setter = SimpleSetter(noto)
  var run = setter.run(String(String.UnicodeScalarView(letters.reversed())))
  run.text = String(String.UnicodeScalarView(letters))
  run.isRightToLeft = true
  #expect(try text([run]).contains(run.text))
}
