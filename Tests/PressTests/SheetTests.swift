import Foundation
import Graphics
import Press
import TestSupport
import Testing

/// Two pages on one side, the second left of the first as on a booklet's sheet, and turned by quarter turns.
private func side(_ turns: Int = 0) -> Frame {
  let pages = (1...2).map { number in
    page { frame in
      frame.addLine("Words of page \(number)", at: 50)
      frame.add(.anchor(.page("page-\(number)")), at: Point(20, 100))
      frame.addLink("to the other", to: .anchor(.page("page-\(3 - number)")), at: Point(20, 200))
    }
  }
  var side = Frame(size: Size(300, 200))
  side.add(.imposed(pages[1], Placement(scale: 0.5, order: 1)), at: .zero)
  side.add(.imposed(pages[0], Placement(scale: 0.5, order: 0)), at: Point(150, 0))
  if turns == 0 { return side }
  let placement = Placement(quarterTurns: turns)
  var outer = Frame(size: placement.size(of: side.size))
  outer.add(.imposed(side, placement))
  return outer
}

@Test(arguments: 0...3) func textOnSheetsStaysText(turns: Int) throws {
  let pdf = try ReadPDF(document([side(turns)]))
  let text = try pdf.text()
  #expect(text.contains("Words of page 1") && text.contains("Words of page 2"))
  #expect(try tool("qpdf", "--check", pdf.file).status == 0)
}

/// A square in the page's upper left corner comes to lie in the corner that the turn takes it to.
@Test(arguments: [(0, 0, 0), (1, 1, 0), (2, 1, 1), (3, 0, 1)])
func pagesAreTurnedClockwise(turns: Int, right: Int, below: Int) throws {
  var page = Frame(size: Size(40, 20))
  page.fill(.rectangle(Rect(size: Size(10, 10))), .black)
  let placement = Placement(scale: 2, quarterTurns: turns)
  var side = Frame(size: placement.size(of: page.size))
  side.add(.imposed(page, placement))
  let picture = try #require(try Picture(png: renderPNG(side, scale: 1)))
  #expect(picture.width == (turns % 2 == 0 ? 80 : 40))
  let (x, y) = (right == 1 ? picture.width - 20 : 0, below == 1 ? picture.height - 20 : 0)
  #expect(picture.count("#000000", x: x..<x + 20, y: y..<y + 20) == 400)
  #expect(picture.count("#000000", x: 0..<picture.width, y: 0..<picture.height) == 400)
}

@Test func tagsAreInTheOrderOfReadingWhateverStandsWhere() throws {
  let pdf = try ReadPDF(document([side()]))
  let output = try tool("pdfinfo", "-struct-text", pdf.file).output
  let first = try #require(output.range(of: "Words of page 1"))
  let second = try #require(output.range(of: "Words of page 2"))
  #expect(first.lowerBound < second.lowerBound)
}

/// Where the links and destinations lie must be where they are painted: half as large, and turned with the page.
@Test func linksLieOnTheirTextInAllTurns() throws {
  // In the side's own coordinates: x from 150 + 20/2, y from 200/2, 6 high; PDF counts from below.
  let (width, height) = (300.0, 200.0)
  let advance = setter.run("to the other").advance / 2
  let box = Rect(x: 160, y: 100, width: advance, height: 6)
  for turns in 0...3 {
    let pdf = try ReadPDF(document([side(turns)]))
    let page = pdf.dictionary(pdf.pages[0])
    let rects = pdf.array(page["/Annots"]).map { pdf.numbers(pdf.dictionary($0)["/Rect"]) }
    let expected: [Double] =
      switch turns {
      case 0: [box.minX, height - box.maxY, box.maxX, height - box.minY]
      case 1: [height - box.maxY, width - box.maxX, height - box.minY, width - box.minX]
      case 2: [width - box.maxX, box.minY, width - box.minX, box.maxY]
      default: [box.minY, box.minX, box.maxY, box.maxX]
      }
    let found = rects.contains { rect in zip(rect, expected).allSatisfy { abs($0 - $1) < 0.01 } }
    #expect(found, "turned \(turns): \(rects) instead of \(expected)")
  }
}

@Test func boxesAreWrittenFromBelowAndOnlyWhereAPageIsCut() throws {
  let pages = [page { $0.addLine("cut", at: 50) }, page { $0.addLine("whole", at: 50) }]
  let pdf = try ReadPDF(
    document(pages) {
      $0.pages[0].cut = .init(
        trim: Rect(x: 20, y: 30, width: 260, height: 350), bleed: Rect(x: 10, y: 20, width: 280, height: 370))
    })
  let first = pdf.dictionary(pdf.pages[0])
  #expect(pdf.numbers(first["/MediaBox"]) == [0, 0, 300, 400])
  #expect(pdf.numbers(first["/TrimBox"]) == [20, 20, 280, 370])
  #expect(pdf.numbers(first["/BleedBox"]) == [10, 10, 290, 380])
  #expect(pdf.dictionary(pdf.pages[1])["/TrimBox"] == nil)
}

@Test func sheetsSayHowTheyArePrinted() throws {
  for (duplex, name) in [
    (Document.Duplex.longEdge, "/DuplexFlipLongEdge"), (.shortEdge, "/DuplexFlipShortEdge"),
  ] {
    let pdf = try ReadPDF(
      document([page { $0.addLine("a", at: 50) }]) {
        $0.duplex = duplex
        $0.isImposed = true
      })
    let preferences = pdf.dictionary(pdf.catalog["/ViewerPreferences"])
    #expect(preferences["/Duplex"] as? String == name)
    #expect(preferences["/PrintScaling"] as? String == "/None")
  }
  let plain = try ReadPDF(document([page { $0.addLine("a", at: 50) }]))
  #expect(plain.dictionary(plain.catalog["/ViewerPreferences"])["/Duplex"] == nil)
}

private func coloured(_ color: Color) -> Frame {
  page { frame in
    frame.fill(.rectangle(Rect(x: 10, y: 10, width: 100, height: 50)), color)
    frame.stroke(.line(from: .zero, to: Point(100, 100)), Stroke(color, width: 2))
    frame.add(
      .shape(
        .rectangle(Rect(x: 10, y: 100, width: 100, height: 50)),
        fill: .hatch(color, ground: .white, spacing: 5, width: 1), stroke: nil))
    frame.addLine("Words in (rg) brackets", at: 300)
  }
}

@Test func greysArePaintedWithBlackAlone() throws {
  let grey = Color(red: 0.4, green: 0.4, blue: 0.4)
  let pdf = try ReadPDF(document([coloured(grey)]) { $0.isGrey = true })
  let content = try pdf.content(of: 0)
  let operators = content.split(whereSeparator: \.isWhitespace)
  #expect(!operators.contains("rg") && !operators.contains("RG"))
  #expect(content.contains("0.4 g") && content.contains("0.4 G"))
  #expect(!pdf.dictionaries.contains { "\($0)".contains("DeviceRGB") })
  #expect(try pdf.text().contains("Words in (rg) brackets"))
  // Looks as it does in colour.
  let colour = try ReadPDF(document([coloured(grey)]))
  let before = try tool("pdftoppm", "-r", "50", "-gray", colour.file).output
  let after = try tool("pdftoppm", "-r", "50", "-gray", pdf.file).output
  #expect(before == after)
}

@Test func aColourInABlackAndWhiteDocumentIsAFaultThatIsSaid() {
  let red = Color(red: 1, green: 0, blue: 0)
  #expect(throws: (any Error).self) { try renderPDF(document([coloured(red)]) { $0.isGrey = true }) }
}
