import Diagnostics
import Graphics
import Testing

@testable import Sheets

private func shop(_ change: (inout Sheets) -> Void = { _ in }) -> Sheets {
  var sheets = Sheets(name: "print-shop")
  sheets.bleed = Length.mm(3)
  sheets.marks = Set(Sheets.Mark.allCases)
  change(&sheets)
  return sheets
}

private let tenth = Length.mm(0.1)

/// The straight lines of a side.
private func lines(_ page: Document.Page) -> [(from: Point, to: Point)] {
  page.frame.leaves.compactMap { leaf in
    guard case .shape(let path, nil, _?) = leaf.item, path.elements.count == 2,
      case .move(let from) = path.elements[0], case .line(let to) = path.elements[1]
    else { return nil }
    return (leaf.transform.apply(to: from), leaf.transform.apply(to: to))
  }
}

@Test func theTrimIsThePageAndTheBleedThreeMillimetresAround() throws {
  let side = try impose(document(1), on: shop()).pages[0]
  let cut = try #require(side.cut)
  #expect(near(cut.trim.width, a4.width, tenth) && near(cut.trim.height, a4.height, tenth))
  #expect(cut.bleed == cut.trim.insetBy(-Length.mm(3)))
  let page = side.standing[0]
  #expect(near(page.middle.x, cut.trim.midX, tenth) && near(page.middle.y, cut.trim.midY, tenth))
  #expect(Rect(size: side.frame.size).contains(cut.bleed))
  #expect(side.frame.size.width > cut.trim.width + Length.mm(2 * 8))
}

@Test func cropMarksPointAtTheCornersFromOutsideTheBleed() throws {
  for bleed in [0.0, Length.mm(3), Length.mm(5)] {
    let side = try impose(
      document(1),
      on: shop {
        $0.bleed = bleed; $0.marks = [.crop]
      }
    ).pages[0]
    let trim = try #require(side.cut).trim
    let found = lines(side)
    #expect(found.count == 8)
    let away = max(bleed, Length.mm(3))
    for x in [trim.minX, trim.maxX] {
      let ends = [trim.minY - away, trim.maxY + away]
      for end in ends {
        let isThere = found.contains { line in
          near(line.from.x, x, tenth) && near(line.to.x, x, tenth)
            && (near(line.from.y, end, tenth) || near(line.to.y, end, tenth))
        }
        #expect(isThere, "bleed \(bleed), a mark at \(x), \(end)")
      }
    }
    for y in [trim.minY, trim.maxY] {
      #expect(found.filter { near($0.from.y, y, tenth) && near($0.to.y, y, tenth) }.count == 2)
    }
    for line in found {
      let box = Rect(
        x: min(line.from.x, line.to.x), y: min(line.from.y, line.to.y), width: abs(line.from.x - line.to.x),
        height: abs(line.from.y - line.to.y))
      #expect(!trim.insetBy(-away + tenth).overlaps(box, tolerance: -0.001), "no mark is left after the cut")
      #expect(Rect(size: side.frame.size).contains(box), "marks are on the paper")
    }
  }
}

@Test func aBookletsSpreadIsCutAsOneAndFoldedInTheMiddle() throws {
  let sheets = shop {
    $0.arrangement = .booklet(.init(thickness: Length.mm(0.2)))
    $0.paper = .double
    $0.duplex = .shortEdge
    $0.marks = [.crop]
  }
  for side in try impose(document(16), on: sheets).pages {
    let trim = try #require(side.cut).trim
    #expect(near(trim.width, 2 * a4.width, tenth) && near(trim.height, a4.height, tenth))
    let folds = lines(side).filter { near($0.from.x, trim.midX, tenth) && near($0.to.x, trim.midX, tenth) }
    #expect(folds.count == 2)
  }
}

@Test func cardsInAGridHaveMarksAtEachCut() throws {
  let sheets = shop {
    $0.paper = .standard(.a4)
    $0.arrangement = .grid(.init(perSide: 4, columns: 2, rows: 2))
    $0.gutter = Length.mm(6)
    $0.fit = .actual
    $0.marks = [.crop]
  }
  let card = Size(Length.mm(85), Length.mm(55))
  let side = try impose(document(4, size: card), on: sheets).pages[0]
  let columns = Set(lines(side).filter { near($0.from.x, $0.to.x) }.map { ($0.from.x * 10).rounded() })
  #expect(columns.count == 4, "both edges of both columns")
}

@Test func marksThatDoNotFitThePaperAreRefused() {
  let sheets = shop {
    $0.paper = .standard(.a4)
    $0.fit = .actual
  }
  let error = #expect(throws: DiagnosticError.self) { try impose(document(1), on: sheets) }
  #expect(error?.description.contains("take larger paper") == true)
}

@Test func theInformationSaysWhatTheSideIs() throws {
  var said: [String] = []
  _ = try impose(document(2), on: shop()) { text throws(DiagnosticError) in
    said.append(text)
    return Frame(size: Size(400, 8))
  }
  #expect(
    said == [
      "A title · print-shop · 1/2 · 210 × 297 mm · + 3 mm · 2026-01-02",
      "A title · print-shop · 2/2 · 210 × 297 mm · + 3 mm · 2026-01-02",
    ])
}

// MARK: Bleed

@Test func whatTouchesTheEdgeIsPrintedBeyondIt() {
  var page = Frame(size: Size(100, 200))
  page.fill(.rectangle(Rect(x: 0, y: 0, width: 100, height: 200)), .black)
  page.fill(.rectangle(Rect(x: 0, y: 50, width: 30, height: 10)), .white)
  page.fill(.rectangle(Rect(x: 40, y: 50, width: 20, height: 10)), .white)
  page.stroke(.line(from: Point(0, 20), to: Point(100, 20)), Stroke(.black, width: 1))
  let bounds = page.bleeding(by: 9).leaves.map(\.bounds)
  #expect(page.bleeding(by: 9).size == page.size)
  #expect(
    bounds == [
      Rect(x: -9, y: -9, width: 118, height: 218), Rect(x: -9, y: 50, width: 39, height: 10),
      Rect(x: 40, y: 50, width: 20, height: 10), Rect(x: 0, y: 20, width: 100, height: 0),
    ])
}

@Test func aPictureThatIsCutOffAtTheEdgeShowsMoreOfItself() {
  var picture = Frame(size: Size(50, 40), clips: true)
  picture.fill(.rectangle(Rect(x: -30, y: -30, width: 200, height: 200)), .black)
  var page = Frame(size: Size(100, 200))
  page.add(picture, at: Point(50, 160))
  page.add(picture, at: Point(20, 20))
  let bled = page.bleeding(by: 9)
  let visible = bled.leaves.compactMap(\.visibleBounds)
  #expect(visible == [Rect(x: 50, y: 160, width: 59, height: 49), Rect(x: 20, y: 20, width: 50, height: 40)])
}

@Test func aPagesGroundEndsAtTheBleedAndAtTheFold() throws {
  var pages = document(4)
  for index in pages.pages.indices {
    pages.pages[index].frame.fill(.rectangle(Rect(size: a4)), Color(red: 0.9, green: 0.8, blue: 0.7))
  }
  let single = try impose(pages, on: shop { $0.marks = [] }).pages[0]
  let ground = try #require(single.frame.leaves.compactMap(\.visibleBounds).first)
  #expect(ground == single.cut?.bleed)
  let sheets = shop {
    $0.arrangement = .booklet(.init())
    $0.paper = .double
  }
  for side in try impose(pages, on: sheets).pages {
    let fold = side.frame.size.width / 2
    let grounds = side.frame.leaves.filter { if case .shape(_, _?, _) = $0.item { true } else { false } }
      .compactMap(\.visibleBounds)
    #expect(grounds.count == 2)
    #expect(near(grounds[0].maxX, fold) && near(grounds[1].minX, fold), "no page runs into the other")
    #expect(near(grounds[0].minX, side.cut?.bleed.minX ?? 0))
  }
}

@Test func thinLinesStandAroundPagesWhereThatIsAsked() throws {
  var sheets = Sheets(name: "4up")
  sheets.arrangement = .grid(.init(perSide: 4))
  sheets.drawsFrames = true
  let side = try impose(document(3), on: sheets).pages[0]
  let frames = side.frame.leaves.filter { $0.tags == [.artifact] }
  #expect(frames.count == 3, "none around empty room")
  #expect(side.cut == nil)
}
