import Graphics
import Testing
import Typesetting

@testable import PageLayout

/// A paragraph of so many lines of 10 points, each named.
private func paragraph(_ name: String, lines count: Int) -> Block {
  let lines = (0..<count).map { index in
    var frame = Frame(size: Size(100, 10))
    frame.add(.anchor(.page("\(name)\(index)")), at: .zero)
    return Line(frame: frame, width: 100, ascent: 8, descent: 2, text: "\(name)\(index)")
  }
  let set = SetLines(lines: lines, leading: 10, firstBaseline: 8, width: 100, tag: StructureTag(.paragraph))
  return Block(content: .lines(set))
}

private func piece(_ name: String, height: Double) -> Block {
  var frame = Frame(size: Size(100, height))
  frame.add(.anchor(.page(name)), at: .zero)
  return Block(content: .piece(frame))
}

@Test func blocksAreFilledFromTheTopAndTheRestGoesOn() {
  let filling = fill([piece("a", height: 30), piece("b", height: 30)], size: Size(100, 50))
  #expect(filling.frame.names == ["a"])
  #expect(filling.used == 30)
  #expect(filling.rest.count == 1)
}

@Test func noLineStandsAloneAtTheFootOrHeadOfAnArea() {
  // Room for five of six lines: four stay, so that two go on.
  let widow = fill([paragraph("p", lines: 6)], size: Size(100, 55))
  #expect(widow.frame.names == ["p0", "p1", "p2", "p3"])
  // Room for one line below the piece: none of the paragraph stays.
  let orphan = fill([piece("a", height: 40), paragraph("p", lines: 6)], size: Size(100, 55))
  #expect(orphan.frame.names == ["a"])
  #expect(orphan.rest.count == 1)
}

@Test func ofTwoRoomsBetweenBlocksTheLargerCounts() {
  var first = piece("a", height: 10)
  first.after = 7
  var second = piece("b", height: 10)
  second.before = 5
  let filling = fill([first, second], size: Size(100, 100))
  #expect(filling.used == 27)
  #expect(heights(of: [first, second]).least == 27)
}

@Test func aHeadStaysWithWhatFollows() {
  var head = piece("head", height: 10)
  head.keepsWithNext = true
  let filling = fill([piece("a", height: 30), head, paragraph("p", lines: 4)], size: Size(100, 50))
  #expect(filling.frame.names == ["a"])
  #expect(filling.rest.count == 2)
}

@Test func whatIsHigherThanAPageIsPlacedAllTheSameAndSaid() {
  let filling = fill([piece("a", height: 90), piece("b", height: 10)], size: Size(100, 50), mustPlace: true)
  #expect(filling.frame.names == ["a"])
  #expect(filling.overfull?.room == filling.frame.size.height)
  #expect(filling.rest.count == 1)
}

@Test func aFlexibleBlockTakesTheRoomThatTheOthersLeave() {
  let flexible = Block(
    content: .flexible(Flexible(least: 10, most: 60) { DrawnBlock(frame: Frame(size: Size(100, $0))) }))
  let filling = fill([flexible, piece("b", height: 20)], size: Size(100, 70))
  #expect(filling.used == 70)
  let roomy = fill([flexible, piece("b", height: 20)], size: Size(100, 200))
  #expect(roomy.used == 80)
}

@Test func flexibleBlocksShareWhatIsFreeEvenly() {
  let flexible = Block(
    content: .flexible(Flexible(least: 20, most: 60) { DrawnBlock(frame: Frame(size: Size(100, $0))) }))
  // Two of three have room: the third goes on, and the two share the rest of the area.
  let filling = fill([flexible, flexible, flexible], size: Size(100, 50))
  #expect(filling.used == 50)
  #expect(filling.rest.count == 1)
  #expect(filling.frame.items.map(\.origin.y) == [0, 25])
}

@Test func aTablesHeadIsSetAgainWhereItGoesOn() {
  var row = piece("row", height: 10)
  var head = Frame(size: Size(100, 10))
  head.add(.anchor(.page("head")), at: .zero)
  row.repeatedHead = head
  #expect(fill([row], size: Size(100, 50), continues: true).frame.names == ["head", "row"])
  #expect(fill([row], size: Size(100, 50)).frame.names == ["row"])
}

@Test func linksToWhereNothingIsAreTakenOutAndOthersStay() {
  var inner = Frame(size: Size(50, 10))
  inner.add(.link(Size(50, 10), .anchor(.page("gone"))))
  var page = Frame(size: Size(100, 100))
  page.add(inner, at: .zero, tag: .structure(StructureTag(.link)))
  page.add(.link(Size(5, 5), .anchor(.page("here"))))
  page.add(.link(Size(5, 5), .url("https://example.org")))
  let kept = page.keepingLinks(to: [.page("here")])
  #expect(kept.linkedAnchors.map(\.anchor) == [.page("here")])
  #expect(kept.items.count == 3)
  if case .group(_, let tag) = kept.items[0].item { #expect(tag == nil) } else { Issue.record("no group") }
}

@Test func aHeadOfManyLinesIsNotDivided() {
  var head = paragraph("head", lines: 6)
  head.keepsWithNext = true
  let filling = fill([piece("a", height: 10), head, paragraph("p", lines: 4)], size: Size(100, 55))
  #expect(filling.frame.names == ["a"])
  #expect(filling.rest.count == 2)
}

@Test func thePartsOfADividedParagraphAreOneElement() {
  let filling = fill([paragraph("p", lines: 8)], size: Size(100, 45), name: "page-1-area")
  guard case .group(_, .structure(let tag)) = filling.frame.leafGroups.first,
    case .lines(let rest) = filling.rest.first?.content
  else {
    Issue.record("nothing was divided")
    return
  }
  #expect(tag.id == "divided-page-1-area")
  #expect(rest.tag.id == tag.id)
}

extension Frame {
  /// Tagged groups, outermost first.
  fileprivate var leafGroups: [Item] {
    items.flatMap { placed -> [Item] in
      guard case .group(let frame, let tag) = placed.item else { return [] }
      return tag == nil ? frame.leafGroups : [placed.item]
    }
  }
}

@Test func aHeadStaysWithAParagraphThatCanNotBeDivided() {
  var head = piece("head", height: 10)
  head.keepsWithNext = true
  // Three lines stand together or not at all; there is room for two below the head.
  let filling = fill([piece("a", height: 20), head, paragraph("p", lines: 3)], size: Size(100, 55))
  #expect(filling.frame.names == ["a"])
  #expect(filling.rest.count == 2)
}

/// A table with a head of 10 points and so many rows of 10.
private func table(rows count: Int) -> [Block] {
  func frame(_ name: String) -> Frame {
    var frame = Frame(size: Size(100, 10))
    frame.add(.anchor(.page(name)), at: .zero)
    return frame
  }
  return TableRow.table(
    head: frame("head"), continued: frame("continued"), rows: (0..<count).map { frame("row\($0)") })
}

@Test func aTableLeavesNoLoneRowForItsLastPage() {
  // Room for nine of ten rows.
  let first = fill(table(rows: 10), size: Size(100, 100))
  #expect(first.frame.names == ["head"] + (0...6).map { "row\($0)" })
  let last = fill(first.rest, size: Size(100, 100), continues: true)
  #expect(last.frame.names.suffix(3) == ["row7", "row8", "row9"])
  #expect(last.rest.isEmpty)
}

@Test(arguments: [0, 1, 2, 3, 4], [5.0, 15, 25, 35])
func aTableEndsOnPagesOfAnyHeight(rows: Int, height: Double) {
  var rest = table(rows: rows)
  var names: [String] = []
  for page in 0..<20 where !rest.isEmpty {
    let filling = fill(rest, size: Size(100, height), continues: page > 0, mustPlace: true)
    names += filling.frame.names
    rest = filling.rest
  }
  #expect(rest.isEmpty)
  #expect(names.filter { $0.hasPrefix("row") } == (0..<rows).map { "row\($0)" })
}

extension Frame {
  /// Of the pages that its anchors name, in order.
  fileprivate var names: [String] {
    anchors.compactMap { anchor in if case .page(let name) = anchor { name } else { nil } }
  }
}
