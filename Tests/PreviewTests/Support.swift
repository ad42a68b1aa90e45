import Foundation
import Graphics
import TestSupport

@testable import Preview

/// Asks until it is so, for half a minute.
func eventually(_ condition: () throws -> Bool) async throws -> Bool {
  // By looks and not by the clock: beside a whole suite of tests a task may wait minutes for its turn.
  for _ in 0..<6_000 {
    if try condition() { return true }
    try await Task.sleep(for: .milliseconds(5))
  }
  return false
}

/// A run of text of a font that nobody looks into.
func run(_ text: String, width: Double = 50) -> GlyphRun {
  GlyphRun(
    face: FontFace(file: "", name: "none"), fontSize: 10, color: .black, text: text, glyphs: [], clusters: [],
    advance: width, ascent: 9, descent: 3)
}

/// A page of texts, each an element of its own on a line of its own.
func page(_ texts: [(kind: StructureTag.Kind, text: String)]) -> Frame {
  var page = Frame(size: Size(300, 400))
  for (index, text) in texts.enumerated() {
    var line = Frame(size: Size(50, 12))
    line.add(.text(run(text.text)), at: Point(0, 9))
    page.add(line, at: Point(20, 20 + 40 * Double(index)), tag: .structure(StructureTag(text.kind)))
  }
  return page
}
