import Graphics
import Testing

@testable import Sheets

private func booklet(
  sheetsPerSignature: Int? = nil, duplex: Document.Duplex = .shortEdge, binding: Sheets.Binding? = nil,
  quarterTurns: Int = 0
) -> Sheets {
  var sheets = Sheets(name: "booklet")
  sheets.arrangement = .booklet(.init(sheetsPerSignature: sheetsPerSignature))
  sheets.paper = .standard(.a4)
  sheets.duplex = duplex
  sheets.binding = binding
  sheets.quarterTurns = quarterTurns
  return sheets
}

/// What is read must be 1, 2, 3 … and then blanks.
private func expectReads(_ seen: [SeenPage], _ count: Int, _ what: String) {
  let numbers = seen.map { $0.number ?? 0 }
  let wanted = Array(1...count) + [Int](repeating: 0, count: seen.count - count)
  #expect(numbers == wanted, "\(count) pages, \(what)")
  #expect(seen.allSatisfy { $0.isUpright }, "\(count) pages, \(what)")
  #expect(seen.count.isMultiple(of: 4) && seen.count - count < 4, "\(count) pages, \(what)")
}

@Test(arguments: 1...64)
func aFoldedBookletReadsFromTheFirstPageToTheLast(count: Int) throws {
  for duplex in Document.Duplex.allCases {
    for binding in [Sheets.Binding.left, .right] {
      for turns in 0...3 {
        let sheets = booklet(duplex: duplex, binding: binding, quarterTurns: turns)
        let sides = try impose(document(count), on: sheets).pages
        let printed = print(sides, duplex: duplex, quarterTurns: turns)
        expectReads(
          fold(printed, boundAt: binding), count, "\(duplex) \(binding) turned \(turns)")
      }
    }
  }
}

@Test(arguments: [1, 2, 3, 5]) func signaturesFollowEachOther(sheetsPerSignature: Int) throws {
  for count in [1, 4, 5, 16, 17, 33, 64] {
    let sheets = booklet(sheetsPerSignature: sheetsPerSignature)
    let sides = try impose(document(count), on: sheets).pages
    let printed = print(sides, duplex: .shortEdge)
    let seen = stride(from: 0, to: printed.count, by: sheetsPerSignature).flatMap { first in
      fold(Array(printed[first..<min(first + sheetsPerSignature, printed.count)]))
    }
    expectReads(seen, count, "\(sheetsPerSignature) sheets a signature")
  }
}

@Test func aBookletOfEightPagesIsImposedAsPrintersDo() {
  let sides = signatureSides(pages: 8, sheetsPerSignature: nil)
  #expect(
    sides.map { [$0.first, $0.second].map { ($0 ?? -1) + 1 } } == [[8, 1], [2, 7], [6, 3], [4, 5]])
  #expect(sides.map(\.depth) == [0, 0, 1, 1])
}

@Test func blanksStandAtTheEnd() {
  let sides = signatureSides(pages: 5, sheetsPerSignature: nil)
  #expect(
    sides.map { [$0.first, $0.second].map { ($0 ?? -1) + 1 } } == [[0, 1], [2, 0], [0, 3], [4, 5]])
}

@Test func pagesOfABookletMeetAtTheFold() throws {
  let sides = try impose(document(4), on: booklet()).pages
  #expect(near(sides[0].frame.size.width, a4.height) && near(sides[0].frame.size.height, a4.width))
  let (left, right) = (sides[1].standing[0], sides[1].standing[1])
  #expect(left.number == 2 && right.number == 3)
  #expect(near(left.middle.x + left.width / 2, a4.height / 2, 0.5))
  #expect(near(right.middle.x - right.width / 2, a4.height / 2, 0.5))
  // A5 on A4: pages at 1/√2.
  #expect(near(left.width / a4.width, 0.7071, 0.001))
}

@Test func creepKeepsOuterMarginsAlikeAfterTrimming() throws {
  var sheets = booklet()
  sheets.paper = .double
  let thickness = Length.mm(0.2)
  sheets.arrangement = .booklet(.init(thickness: thickness))
  let sides = try impose(document(32), on: sheets).pages
  let fold = sides[0].frame.size.width / 2
  for (index, side) in sides.enumerated() {
    let depth = Double(index / 2)
    for page in side.standing {
      // How far a page's outer edge lies from the fold, and from where it comes to lie once the sheets around it push
      // the paper out: the same for all, so that one cut leaves one margin.
      let outer = abs(page.middle.x - fold) + page.width / 2
      #expect(near(outer + depth * thickness, a4.width, 0.01), "page \(page.number)")
    }
  }
}

@Test func aBookletInALanguageThatIsReadFromTheRightIsBoundThere() throws {
  var pages = document(10)
  pages.metadata.language = "ar"
  let sides = try impose(pages, on: booklet()).pages
  expectReads(fold(print(sides, duplex: .shortEdge, quarterTurns: 0), boundAt: .right), 10, "in Arabic")
}

@Test func severalPagesOnASideFollowEachOtherAsTheirLanguageIsRead() throws {
  var pages = document(2)
  for (language, isTurned) in [("en", false), ("ar", true), ("fa", true)] {
    pages.metadata.language = language
    var sheets = Sheets(name: "two")
    sheets.arrangement = .grid(.init(perSide: 2, columns: 2, rows: 1))
    sheets.paper = .standard(.a4)
    let side = try #require(try impose(pages, on: sheets).pages.first)
    let across = side.standing.sorted { $0.middle.x < $1.middle.x }.map(\.number)
    #expect(across == (isTurned ? [2, 1] : [1, 2]), "\(language)")
  }
}
