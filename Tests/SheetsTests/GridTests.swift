import Diagnostics
import Graphics
import Testing

@testable import Sheets

private func grid(_ perSide: Int, order: Sheets.Order = .across) -> Sheets {
  var sheets = Sheets(name: "n-up")
  sheets.arrangement = .grid(.init(perSide: perSide, order: order))
  return sheets
}

private let slide = Size(960, 540)

@Test(arguments: [2, 3, 4, 6, 8, 9, 16]) func pagesAreReadAcrossAndThenDown(perSide: Int) throws {
  for size in [a4, slide] {
    let sides = try impose(document(perSide * 2 + 1, size: size), on: grid(perSide)).pages
    #expect(sides.count == 3)
    for side in sides {
      let pages = side.standing.sorted {
        near($0.middle.y, $1.middle.y, 1) ? $0.middle.x < $1.middle.x : $0.middle.y < $1.middle.y
      }
      #expect(pages.map(\.number) == side.standing.map(\.number).sorted())
      #expect(side.standing.map(\.number) == side.standing.map(\.number).sorted(), "painted as they are read")
    }
  }
}

@Test func pagesAreReadDownFirstWhereThatIsAsked() throws {
  let pages = try impose(document(6), on: grid(6, order: .down)).pages[0].standing
  let columns = pages.sorted {
    near($0.middle.x, $1.middle.x, 1) ? $0.middle.y < $1.middle.y : $0.middle.x < $1.middle.x
  }
  #expect(columns.map(\.number) == [1, 2, 3, 4, 5, 6])
}

@Test func whereALanguageIsReadFromTheRightPagesAreToo() throws {
  var sheets = grid(4)
  sheets.binding = .right
  let pages = try impose(document(4), on: sheets).pages[0].standing
  #expect(pages[0].middle.x > pages[1].middle.x && near(pages[0].middle.y, pages[1].middle.y))
}

/// The paper lies so that pages are largest.
@Test(arguments: [
  // Two upright pages side by side on paper that lies; two slides one above the other on paper that stands.
  (2, a4, true, 0.7071), (3, a4, true, 0.4714), (5, a4, true, 0.3535), (9, slide, true, 0.2924),
  (2, slide, false, 0.62), (4, a4, false, 0.5), (6, a4, true, 0.3535),
  (9, a4, false, 1.0 / 3),
])
func paperLiesSoThatPagesAreLargest(perSide: Int, page: Size, lies: Bool, scale: Double) throws {
  let side = try impose(document(perSide, size: page), on: grid(perSide)).pages[0]
  #expect((side.frame.size.width > side.frame.size.height) == lies)
  #expect(near(side.standing[0].width / page.width, scale, 0.002))
}

@Test func noPageOverlapsAnotherOrLeavesThePaper() throws {
  for perSide in 1...20 {
    for size in [a4, slide, Size(300, 900)] {
      var sheets = grid(perSide)
      sheets.gutter = 8
      sheets.margins = .init(inner: 20, outer: 10, top: 12, bottom: 14)
      for side in try impose(document(perSide, size: size), on: sheets).pages {
        let rects = side.standing.map {
          Rect(
            x: $0.middle.x - $0.width / 2, y: $0.middle.y - $0.height / 2, width: $0.width, height: $0.height)
        }
        let body = Rect(
          x: 20, y: 12, width: side.frame.size.width - 30, height: side.frame.size.height - 26)
        for (index, rect) in rects.enumerated() {
          #expect(body.contains(rect, tolerance: 0.01))
          for other in rects[..<index] { #expect(!rect.overlaps(other, tolerance: 0.01)) }
        }
      }
    }
  }
}

@Test func pagesOfSeveralSizesFillTheirRoomEach() throws {
  let sides = try impose(document([a4, slide, a4, slide]), on: grid(2)).pages
  let pages = sides.flatMap(\.standing)
  #expect(pages.map(\.number) == [1, 2, 3, 4])
  for page in pages where page.number % 2 == 0 { #expect(near(page.width / page.height, 16.0 / 9, 0.001)) }
  #expect(near(pages[0].width, pages[2].width) && near(pages[1].width, pages[3].width))
}

@Test func aSlidesOwnPaperIsA4() throws {
  let side = try impose(document(1, size: slide), on: grid(1)).pages[0]
  #expect(near(side.frame.size.width, a4.height) && near(side.frame.size.height, a4.width))
}

@Test func aPosterIsTheChosenPageMadeLarger() throws {
  var sheets = grid(1)
  sheets.paper = .standard(.a3)
  sheets.pages = [.part("overview")]
  let sides = try impose(document(3) { $0 == 1 ? "overview" : "question" }, on: sheets).pages
  #expect(sides.count == 1)
  #expect(near(sides[0].standing[0].height, PaperSize.a3.size.height, 1))
}

@Test func chosenPagesKeepOnlyLinksThatLeadSomewhere() throws {
  var pages = document(3)
  pages.pages[0].frame.add(.link(Size(10, 10), .anchor(.page("2 top"))))
  pages.pages[0].frame.add(.link(Size(10, 10), .anchor(.page("3 top"))))
  pages.outline = [.init("First", anchor: .page("1 top")), .init("Second", anchor: .page("2 top"))]
  var sheets = grid(2)
  sheets.pages = [.range(3...3), .range(1...1)]
  let imposed = try impose(pages, on: sheets)
  #expect(imposed.pages[0].standing.map(\.number) == [3, 1])
  let links = imposed.pages[0].frame.leaves.filter { if case .link = $0.item { true } else { false } }
  #expect(links.map(\.item) == [.link(Size(10, 10), .anchor(.page("3 top")))])
  #expect(imposed.outline.map(\.title) == ["First"])
}

@Test func pagesThatAreNotThereAreNamed() {
  var sheets = grid(1)
  sheets.location = SourceLocation(file: "sheets.yml", line: 3, column: 1)
  sheets.pages = [.range(2...9), .part("overvew")]
  let error = #expect(throws: DiagnosticError.self) {
    try impose(document(3) { _ in "overview" }, on: sheets)
  }
  #expect(
    error?.description == """
      sheets.yml:3:1: error: there is no page 9: the document has 3
        → choose from 1 to 3 under 'pages:'
      sheets.yml:3:1: error: the document has no page 'overvew'
        → did you mean 'overview'?
      """)
}

@Test func paperThatIsTooSmallIsRefused() {
  var sheets = grid(1)
  sheets.fit = .actual
  sheets.paper = .standard(.a5)
  let error = #expect(throws: DiagnosticError.self) { try impose(document(1), on: sheets) }
  #expect(
    error?.description.contains("a page of 210 × 297 mm does not fit 148 × 210 mm with 1 on a side") == true)
  sheets.fit = .fit
  sheets.margins = .init(inner: 300, outer: 300)
  let second = #expect(throws: DiagnosticError.self) { try impose(document(1), on: sheets) }
  #expect(second?.description.contains("leave no room for pages") == true)
}

@Test func aDocumentWithoutPagesHasNoSides() throws {
  let none = try impose(document(0), on: grid(4))
  #expect(none.pages.isEmpty)
  var sheets = grid(1)
  sheets.arrangement = .booklet(.init())
  let booklet = try impose(document(0), on: sheets)
  #expect(booklet.pages.isEmpty)
}
