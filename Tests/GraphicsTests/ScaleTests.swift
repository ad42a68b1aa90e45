import Graphics
import Testing

@Test func aScaledFrameHasEverythingInProportion() {
  var frame = Frame(size: Size(100, 50), clips: true)
  frame.stroke(.line(from: Point(0, 10), to: Point(80, 10)), Stroke(.black, width: 2, dash: [4, 2]))
  var run = GlyphRun(
    face: FontFace(file: "f", name: "F"), fontSize: 12, color: .black, text: "a",
    glyphs: [Glyph(id: 1, x: 4, y: 0)], clusters: [GlyphCluster(bytes: 1, glyphs: 1)], advance: 6, ascent: 9,
    descent: 3)
  run.halo = Stroke(.white, width: 2)
  frame.add(.text(run), at: Point(20, 30))
  let half = frame.scaled(by: 0.5)
  #expect(half.size == Size(50, 25))
  #expect(half.clips)
  #expect(half.leaves[0].bounds == Rect(x: 0, y: 5, width: 40, height: 0))
  guard case .shape(_, _, let stroke) = half.items[0].item, case .text(let text) = half.items[1].item else {
    Issue.record("the items changed their kind")
    return
  }
  #expect(stroke == Stroke(.black, width: 1, dash: [2, 1]))
  #expect(text.fontSize == 6 && text.glyphs[0].x == 2 && text.advance == 3 && text.halo?.width == 1)
  #expect(half.items[1].origin == Point(10, 15))
}

@Test func aMiniatureClaimsNoAnchorsLinksOrTags() {
  var inner = Frame(size: Size(10, 10))
  inner.add(.anchor(.page("here")))
  inner.add(.link(Size(5, 5), .url("https://example.org")))
  let frame = inner.tagged(.structure(StructureTag(.paragraph)))
  let small = frame.scaled(by: 0.5, keepsMeaning: false)
  #expect(small.leaves.isEmpty)
  if case .group(_, let tag) = small.items[0].item {
    #expect(tag == nil)
  } else {
    Issue.record("the group is gone")
  }
}

@Test func thinningLeavesOutWhatLiesTooNearAndKeepsTheEnds() {
  let path = Path.polyline([Point(0, 0), Point(0.1, 0), Point(0.2, 0.1), Point(4, 0), Point(4.1, 0)])
  let thin = path.scaled(by: 1, thinning: 0.5)
  #expect(thin == Path.polyline([Point(0, 0), Point(4, 0), Point(4.1, 0)]))
  #expect(
    path.scaled(by: 2)
      == Path.polyline([Point(0, 0), Point(0.2, 0), Point(0.4, 0.2), Point(8, 0), Point(8.2, 0)]))
}
