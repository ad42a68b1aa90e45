import Diagnostics
import Graphics
import Testing

@testable import Sheets

/// A page with a line of text of some size, and a raised mark of a note.
private func document(of page: Size, type size: Double, words: String = "Some words") -> Document {
  var document = document([page])
  for (text, size) in [(words, size), ("12", size * 0.66)] {
    document.pages[0].frame.add(
      .text(
        GlyphRun(
          face: FontFace(file: "f", name: "F"), fontSize: size, color: .black, text: text,
          glyphs: [Glyph(id: 1, x: 0, y: 0)], clusters: [GlyphCluster(bytes: text.utf8.count, glyphs: 1)],
          advance: 50, ascent: size, descent: 2)),
      at: Point(50, 50))
  }
  return document
}

private let booklet: Sheets = {
  var sheets = Sheets(name: "small")
  sheets.arrangement = .booklet(.init())
  sheets.paper = .standard(.a4)
  return sheets
}()

private func grid(_ perSide: Int, paper: SheetPaper = .page) -> Sheets {
  var sheets = Sheets(name: "grid")
  sheets.arrangement = .grid(.init(perSide: perSide))
  sheets.paper = paper
  return sheets
}

private func warning(_ document: Document, _ sheets: Sheets) throws -> String? {
  smallType(in: try impose(document, on: sheets), named: "report-\(sheets.name)", on: sheets)?.description
}

@Test func smallTypeOnPagesThatArePrintedAsTheyAreIsSaid() throws {
  func warning(_ size: Double, hasSlides: Bool) -> String? {
    smallType(
      in: document(of: a4, type: size), named: "handout", at: nil, hasSlides: hasSlides)?
      .description
  }
  let said = try #require(warning(5.13, hasSlides: true))
  #expect(
    said.contains(
      "handout, page 1: type comes out at 5.1 pt, and less than 6 pt can hardly be read: “Some words”"))
  #expect(said.contains("make the 'sizes:' of the slides' layout larger, or print on larger paper"))
  #expect(try #require(warning(5.13, hasSlides: false)).contains("make the layout's 'sizes:' larger"))
  #expect(warning(6, hasSlides: true) == nil)
}

@Test func pagesMadeTooSmallToReadAreSaidWithTheirSizeAndWhatToDo() throws {
  // A4 becomes A5: 1 : √2.
  #expect(
    try warning(document(of: a4, type: 7.2), booklet) == """
      warning: report-small, side 1: type comes out at 5.1 pt, and less than 6 pt can hardly be read: “Some words”
        → lay out pages of the size that they are folded to (--paper a5), or take larger paper
      """)
  let four = try #require(try warning(document(of: a4, type: 9), grid(4)))
  #expect(four.contains("4.5 pt") && four.contains("put fewer pages on a side"))
  let one = try #require(try warning(document(of: a4, type: 7), grid(1, paper: .standard(.a5))))
  #expect(one.contains("take larger paper"))
  let own = try #require(try warning(document(of: a4, type: 5), grid(1)))
  #expect(own.contains("at 5 pt") && own.contains("'sizes:'"))
}

@Test func whatCanBeReadIsNotWarnedOf() throws {
  // 8.5 pt become 6.0; notes' marks are smaller on purpose; nothing but letters is read.
  #expect(try warning(document(of: a4, type: 8.5), booklet) == nil)
  #expect(try warning(document(of: a4, type: 7.2), grid(1, paper: .standard(.a3))) == nil)
  #expect(try warning(document(of: PaperSize.a5.size, type: 7.2), booklet) == nil)
  #expect(try warning(document(of: a4, type: 4, words: "3"), grid(4)) == nil)
}
