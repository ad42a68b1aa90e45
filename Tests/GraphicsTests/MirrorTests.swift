import Graphics
import Testing

private func run(_ text: String, advance: Double) -> GlyphRun {
  GlyphRun(
    face: FontFace(file: "f", name: "F"), fontSize: 10, color: .black, text: text,
    glyphs: [Glyph(id: 1, x: 0, y: 0)], clusters: [GlyphCluster(bytes: text.utf8.count, glyphs: 1)],
    advance: advance, ascent: 8, descent: 2)
}

private var page: Frame {
  // A line of two runs, which stay as they are; a box around it; a picture and a link.
  var line = Frame(size: Size(50, 10))
  line.isOfOnePiece = true
  line.add(.text(run("a", advance: 20)), at: Point(0, 8))
  line.add(.text(run("b", advance: 30)), at: Point(20, 8))
  var area = Frame(size: Size(80, 40))
  area.stroke(.polyline([Point(0, 0), Point(80, 0), Point(80, 30)]), Stroke(.black, width: 1))
  area.add(line, at: Point(10, 5), tag: .structure(StructureTag(.paragraph)))
  var page = Frame(size: Size(200, 100))
  page.add(area, at: Point(15, 20))
  page.add(.picture(Picture(.png, [], width: 40, height: 20), Size(40, 20)), at: Point(100, 0))
  page.add(.link(Size(10, 10), .url("https://example.org")), at: Point(150, 50))
  page.add(.anchor(.page("here")), at: Point(15, 20))
  return page
}

@Test func whatStoodAtTheLeftStandsAsFarFromTheRight() {
  let (plain, mirrored) = (page.leaves, page.mirrored.leaves)
  #expect(plain.count == mirrored.count)
  for (before, after) in zip(plain, mirrored) {
    #expect(before.tags == after.tags)
    guard let old = before.bounds, let new = after.bounds else { continue }
    #expect(new.size == old.size && new.minY == old.minY)
    if case .text = before.item { continue }
    #expect(abs(new.minX - (200 - old.maxX)) < 1e-9)
  }
  // The line as a whole: its runs keep their order.
  let texts = mirrored.filter { if case .text = $0.item { true } else { false } }
  // It stands 15 + 10 from the left, and is 50 wide.
  let places: [Double] = texts.map(\.origin.x)
  #expect(places == [125.0, 145.0])
  #expect(page.mirrored.mirrored.dump == page.dump)
}

@Test(arguments: [
  ("ar", true), ("fa-IR", true), ("he", true), ("ur", true), ("az-Arab", true), ("en", false), ("kk", false),
  ("ur-Latn", false), ("uz-Cyrl-UZ", false), ("", false),
])
func aLanguageOrItsScriptSaysFromWhichSideItIsRead(language: String, isFromRight: Bool) {
  #expect(readsRightToLeft(language: language) == isFromRight)
}
