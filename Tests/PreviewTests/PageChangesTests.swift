import Graphics
import Testing

@testable import Preview

@Test func onlyWhatIsNewOnAPageIsMarked() {
  let before = page([(.paragraph, "One"), (.paragraph, "Two"), (.paragraph, "Three")])
  let after = page([(.paragraph, "One"), (.paragraph, "Two!"), (.paragraph, "Three")])
  #expect(changedAreas(from: before, to: before) == [])
  #expect(changedAreas(from: before, to: after) == [Rect(x: 20, y: 60, width: 50, height: 12)])
  // What is only gone leaves nothing to mark.
  let shorter = page([(.paragraph, "One"), (.paragraph, "Two")])
  #expect(changedAreas(from: before, to: shorter) == [])
  #expect(changedAreas(from: shorter, to: before) == [Rect(x: 20, y: 100, width: 50, height: 12)])
}

@Test func whatStandsTwiceIsNewWhereItStandsOnceMore() {
  var (once, twice) = (Frame(size: Size(100, 100)), Frame(size: Size(100, 100)))
  once.add(.text(run("x")), at: Point(10, 20))
  for _ in 0..<2 { twice.add(.text(run("x")), at: Point(10, 20)) }
  #expect(changedAreas(from: once, to: twice) == [Rect(x: 10, y: 11, width: 50, height: 12)])
}

@Test func areasNearEachOtherAreOneAndTooManyAreGathered() {
  var after = Frame(size: Size(600, 800))
  // A chain whose ends touch only through its middle.
  for x in [0.0, 110, 55] { after.add(.text(run("x")), at: Point(x, 20)) }
  #expect(
    changedAreas(from: Frame(size: after.size), to: after) == [Rect(x: 0, y: 11, width: 160, height: 12)])
  for row in 0..<30 { after.add(.text(run("x")), at: Point(0, 40 + 21 * Double(row))) }
  let areas = changedAreas(from: Frame(size: after.size), to: after)
  #expect(areas.count == 16)
  for row in 0..<30 {
    let y = 40 + 21 * Double(row)
    #expect(areas.contains { $0.minX <= 0 && $0.maxX >= 50 && $0.minY <= y - 9 && $0.maxY >= y + 3 })
  }
}

@Test func linksAndAnchorsAreNoInk() {
  var after = Frame(size: Size(100, 100))
  after.add(.link(Size(20, 20), .anchor(.question(1))))
  after.add(.anchor(.question(1)))
  after.add(.unseen(run("for reading aloud")), at: Point(10, 20))
  #expect(changedAreas(from: Frame(size: after.size), to: after) == [])
}

@Test func aPageIsReadPieceByPiece() {
  var frame = page([(.heading1, "Trade"), (.paragraph, "It grew.")])
  // Two lines of one paragraph, the first with a hyphen that was put in.
  var paragraph = Frame(size: Size(50, 30))
  paragraph.add(.text(run("In coopera\u{AD}")), at: Point(0, 10))
  paragraph.add(.text(run("tion it")), at: Point(0, 22))
  paragraph.add(.text(run("grew")), at: Point(0, 34))
  frame.add(paragraph, at: Point(20, 200), tag: .structure(StructureTag(.paragraph)))
  var item = Frame(size: Size(50, 30))
  item.add(page([(.paragraph, "A point")]), at: .zero, tag: .structure(StructureTag(.listBody)))
  frame.add(item, at: Point(20, 240), tag: .structure(StructureTag(.listItem)))
  var chart = Frame(size: Size(50, 30))
  chart.add(.text(run("2017")), at: Point(0, 10))
  frame.add(chart, at: Point(20, 300), tag: .structure(StructureTag(.figure, alternative: "Bars that rise.")))
  frame.add(page([(.paragraph, "A running line")]), at: .zero, tag: .artifact)
  #expect(
    PageWords.read(frame) == [
      PageWords(text: "Trade", isExhibit: false), PageWords(text: "It grew.", isExhibit: false),
      PageWords(text: "In cooperation it grew", isExhibit: false),
      PageWords(text: "A point", isExhibit: false),
      PageWords(text: "Bars that rise.", isExhibit: true),
    ])
}

private func shown(_ pages: [[String]]) -> [ShownPage] {
  pages.enumerated().map { index, texts in
    ShownPage(frame: page(texts.map { (.paragraph, $0) }), label: "\(index + 1)", version: 1)
  }
}

private func changes(_ before: [[String]], _ after: [[String]]) -> [String] {
  changedWords(from: shown(before), to: shown(after)).map {
    "\($0.page)/\($0.label): \($0.before ?? "–") → \($0.after ?? "–")"
  }
}

@Test func changedSentencesArePairsOfWhatWentAndWhatCame() {
  #expect(changes([["A", "B", "C"]], [["A", "B", "C"]]) == [])
  #expect(changes([["A", "B", "C"]], [["A", "X", "C"]]) == ["0/1: B → X"])
  #expect(changes([["A", "B", "C"]], [["X", "B", "Y"]]) == ["0/1: A → X", "0/1: C → Y"])
  #expect(changes([["A"]], [["A", "B"]]) == ["0/1: – → B"])
  #expect(changes([["A", "B"]], [["B"]]) == ["0/1: A → –"])
  #expect(changes([["A"], ["B"]], [["A"]]) == ["1/2: B → –"])
  #expect(changes([], [["A"], ["B"]]) == ["0/1: – → A", "1/2: – → B"])
}
