import Diagnostics
import Graphics
import Testing

@testable import Sheets

/// Whoever turns a sheet over its bound edge sees both sides upright, however the printer turned it.
@Test(arguments: Document.Duplex.allCases, [Sheets.Binding.left, .right, .top])
func bothSidesAreUprightForWhoTurnsTheBoundEdge(duplex: Document.Duplex, binding: Sheets.Binding) throws {
  for size in [a4, Size(a4.height, a4.width)] {
    for turns in 0...3 {
      var sheets = Sheets(name: "bound")
      sheets.paper = .standard(.a4)
      sheets.duplex = duplex
      sheets.binding = binding
      sheets.quarterTurns = turns
      let sheet = try #require(
        print(try impose(document(2, size: size), on: sheets).pages, duplex: duplex, quarterTurns: turns)
          .first)
      let (front, back) = (try #require(sheet.front.first), try #require(sheet.back.first))
      #expect(front.top.y < front.middle.y && front.left.x < front.middle.x)
      if binding == .top {
        // Turned over the top edge, what was below through the paper comes to lie above.
        #expect(back.top.y > back.middle.y && back.left.x < back.middle.x)
      } else {
        #expect(back.top.y < back.middle.y && back.left.x > back.middle.x)
      }
    }
  }
}

@Test func withoutABindingTheReaderTurnsTheEdgeThatThePrinterDid() throws {
  for duplex in Document.Duplex.allCases {
    var sheets = Sheets(name: "plain")
    sheets.duplex = duplex
    for side in try impose(document(2), on: sheets).pages {
      #expect(side.standing.allSatisfy { $0.top.y < $0.middle.y }, "as the printer turns it, so it is read")
    }
  }
}

@Test(arguments: [Sheets.Binding.left, .right, .top])
func pagesMoveAwayFromTheBindingOnBothSides(binding: Sheets.Binding) throws {
  var sheets = Sheets(name: "bound")
  sheets.duplex = .longEdge
  sheets.binding = binding
  sheets.shift = Length.mm(5)
  let sheet = try #require(
    print(try impose(document(2), on: sheets).pages, duplex: .longEdge).first)
  let middle = Point(a4.width / 2, a4.height / 2)
  // Through the paper front and back lie on each other: holes go through both margins.
  for page in sheet.front + sheet.back {
    let moved = page.middle - middle
    switch binding {
    case .left: #expect(near(moved.x, Length.mm(5)) && near(moved.y, 0))
    case .right: #expect(near(moved.x, -Length.mm(5)) && near(moved.y, 0))
    case .top: #expect(near(moved.y, Length.mm(5)) && near(moved.x, 0))
    }
  }
}

@Test func textIsNeverMovedOffThePaper() throws {
  let run = GlyphRun(
    face: FontFace(file: "f", name: "F"), fontSize: 10, color: .black, text: "at the edge",
    glyphs: [Glyph(id: 1, x: 0, y: 0)], clusters: [GlyphCluster(bytes: 11, glyphs: 1)], advance: 50,
    ascent: 9,
    descent: 3)
  var pages = document(1)
  // Ten millimetres from the edge.
  pages.pages[0].frame.add(.text(run), at: Point(a4.width - 50 - Length.mm(10), 100))
  var sheets = Sheets(name: "bound", location: SourceLocation(file: "sheets.yml", line: 2, column: 1))
  sheets.shift = Length.mm(9)
  _ = try impose(pages, on: sheets)
  sheets.shift = Length.mm(12)
  let error = #expect(throws: DiagnosticError.self) { try impose(pages, on: sheets) }
  #expect(
    error?.description == """
      sheets.yml:2:1: error: on side 1 the text “at the edge” is moved off its page
        → make 'shift:' or 'thickness:' smaller, or write 'margins:' so that pages are made smaller
      """)
}

@Test func innerAndOuterMarginsChangeSidesOnTheBack() throws {
  var sheets = Sheets(name: "bound")
  sheets.duplex = .longEdge
  sheets.margins = .init(inner: Length.mm(20), outer: Length.mm(10))
  let sides = try impose(document(3), on: sheets).pages
  for (index, side) in sides.enumerated() {
    let page = side.standing[0]
    let left = page.middle.x - page.width / 2
    #expect(near(left, Length.mm(index == 1 ? 10 : 20), 0.1), "side \(index + 1)")
  }
  sheets.duplex = nil
  let fronts = try impose(document(2), on: sheets).pages
  #expect(near(fronts[0].standing[0].middle.x, fronts[1].standing[0].middle.x), "all are fronts")
}
