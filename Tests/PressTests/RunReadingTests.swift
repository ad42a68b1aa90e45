import Graphics
import Testing

@testable import Press

@Test func oneGlyphForTwoTextsKeepsBoth() throws {
  // Small capitals: the same glyph is "A" in one run and "a" in another.
  let small = setter.run("abc", substitutes: ["a": "A", "b": "B", "c": "C"])
  let pdf = try ReadPDF(
    document { frame in
      frame.addLine("ABC first", at: 20)
      frame.addElement(.paragraph) { $0.add(.text(small), at: Point(20, 50)) }
    })
  let text = try pdf.text()
  #expect(text.contains("ABC first") && text.contains("abc"))
}

@Test func aRunIsSplitBeforeItsAddedHyphen() {
  let run = setter.run("Uzbek\u{AD}", substitutes: ["\u{AD}": "-"])
  let (text, hyphen) = run.splitBeforeAddedHyphen
  #expect(text?.text == "Uzbek" && text?.glyphs.count == 5 && text?.clusters.count == 5)
  #expect(hyphen?.text == "\u{AD}" && hyphen?.glyphs == [run.glyphs[5]])
  let alone = setter.run("\u{AD}", substitutes: ["\u{AD}": "-"])
  #expect(alone.splitBeforeAddedHyphen.text == nil && alone.splitBeforeAddedHyphen.hyphen == alone)
  let whole = setter.run("Kazakh-")
  #expect(whole.splitBeforeAddedHyphen.text == whole && whole.splitBeforeAddedHyphen.hyphen == nil)
}
