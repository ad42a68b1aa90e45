import Graphics
import Keeping
import Press
import Testing

private func page(_ lines: GlyphRun..., halo: Bool = false) -> Frame {
  page { frame in
    for (index, line) in lines.enumerated() {
      var run = line
      if halo { run.halo = Stroke(.white, width: 2) }
      let place = Point(20, 30 * Double(index + 1))
      frame.addElement(.paragraph, at: place) { $0.add(.text(run), at: Point(0, 10)) }
    }
  }
}

@Suite("Pages that were painted before")
struct KeptPagesTests {
  private let memory = PaintingMemory()

  /// Paints a document with what is kept, and holds it against one from nothing.
  private func paint(_ pages: Frame...) throws {
    let whole = document(pages)
    #expect(try renderPDF(whole, memory: memory) == renderPDF(whole))
  }

  @Test func pagesThatAreTheSameAreTakenAndTheFileIsTheSame() throws {
    let (first, second) = (page(setter.run("One line")), page(setter.run("Another line"), halo: true))
    try paint(first, second)
    #expect(memory.tally == .init(made: 2, taken: 0))
    try paint(first, second)
    #expect(memory.tally == .init(made: 0, taken: 2))
    try paint(first, page(setter.run("Another word"), halo: true))
    #expect(memory.tally == .init(made: 1, taken: 1))
  }

  @Test func codesOfGlyphsFollowWhatOtherPagesShow() throws {
    let kept = page(setter.run("mnop"))
    try paint(page(setter.run("x")), kept)
    // Glyphs that stand before those of the kept page in the font.
    try paint(page(setter.run("abcd")), kept)
    #expect(memory.tally == .init(made: 1, taken: 1))
    try paint(page(SimpleSetter(SimpleSetter.inter).run("abcd")), kept)
  }

  @Test func aGlyphThatReadsOtherwiseOnAnEarlierPageIsToldOnTheKeptOne() throws {
    let plain = page(setter.run("a tie"))
    let other = page(setter.run("q", substitutes: ["q": "t"]))
    try paint(page(setter.run("a")), plain)
    try paint(other, plain)
    try paint(page(setter.run("a")), plain)
    // One glyph of several that are read as one piece.
    let pieces = page(setter.run("fit", substitutes: ["fi": "t"]))
    try paint(plain, pieces)
    try paint(pieces, pieces, plain)
  }

  @Test func whatIsCutOffIsMarkedAsItWas() throws {
    let clipped = page { frame in
      var inner = Frame(size: Size(100, 20), clips: true)
      for (text, y) in [("outside", 50.0), ("inside", 0)] {
        inner.addElement(.paragraph, at: Point(0, y)) { $0.add(.text(setter.run(text)), at: Point(0, 10)) }
      }
      frame.add(inner, at: Point(20, 20))
    }
    try paint(clipped, page(setter.run("x")))
    try paint(clipped, page(setter.run("y")))
    #expect(memory.tally == .init(made: 1, taken: 1))
  }

  @Test func aPageThatHasMovedIsPaintedAgain() throws {
    let (first, second) = (page(setter.run("One")), page(setter.run("Two")))
    try paint(first, second)
    try paint(second, first)
    #expect(memory.tally == .init(made: 2, taken: 0))
    try paint(second)
    try paint(second, first)
  }
}
