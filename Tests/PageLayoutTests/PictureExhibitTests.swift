import Diagnostics
import Graphics
import TestSupport
import Testing

@testable import Briefing
@testable import PageLayout

private func drawn(_ picture: PictureDescription, _ size: Size, in workshop: Workshop) throws -> Frame {
  var stories = StoryGenerator(seed: 4)
  let studio = ExhibitStudio(
    layout: try workshop.layout("report", paper: .a4), typesetter: workshop.typesetter, atlas: workshop.atlas,
    story: stories.story())
  let exhibit = Exhibit(
    content: .picture(picture), sources: [], location: Diagnostics.SourceLocation(file: "pack.yml", line: 1))
  return try PictureExhibit(picture, of: exhibit, in: studio).paint(size: size).frame
}

/// Where a picture stands in its frame, and where it is cut off.
private func places(_ frame: Frame) throws -> (picture: Rect, window: Rect) {
  let group = try #require(
    frame.items.compactMap { item -> (Frame, Point)? in
      if case .group(let inner, _) = item.item { (inner, item.origin) } else { nil }
    }.first)
  let item = try #require(group.0.items.first)
  guard case .picture(_, let size) = item.item else { throw DiagnosticError("no picture") }
  return (Rect(origin: item.origin, size: size), Rect(size: group.0.size))
}

@Test func whatIsCutOffLeavesTheFocusAndFillsTheRoom() throws {
  let workshop = try Workshop()
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<60 {
    func length(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
    let file = Picture(.png, [1], width: length(20...4000), height: length(20...4000))
    let focus = Point(Double(length(0...100)) / 100, Double(length(0...100)) / 100)
    for form in [PictureDescription.Form.cropped, .cover, .portrait] {
      let size = Size(Double(length(60...800)), Double(length(60...800)))
      let (picture, window) = try places(
        drawn(PictureDescription(file, alternative: "A", form: form, focus: focus), size, in: workshop))
      #expect(picture.minX <= 0.01 && picture.maxX >= window.maxX - 0.01)
      #expect(picture.minY <= 0.01 && picture.maxY >= window.maxY - 0.01)
      #expect(window.width == size.width)
      let seen = Point(
        picture.minX + focus.x * picture.width, picture.minY + focus.y * picture.height)
      #expect(window.insetBy(-0.01).contains(Rect(origin: seen, size: Size(0, 0))))
      // Its shape stays.
      #expect(
        abs(picture.width * file.size.height - picture.height * file.size.width) < 1e-6 * picture.width
          * file.size.height + 1e-6)
    }
  }
}

@Test func aWholePictureIsNeitherCutNorStretched() throws {
  let workshop = try Workshop()
  let file = Picture(.png, [1], width: 300, height: 100)
  let (picture, window) = try places(
    drawn(PictureDescription(file, alternative: "A", form: .whole), Size(200, 200), in: workshop))
  #expect(picture == window && picture.width == 200 && abs(picture.height - 200.0 / 3) < 1e-9)
  let (low, _) = try places(
    drawn(PictureDescription(file, alternative: "A", form: .whole), Size(200, 20), in: workshop))
  #expect(low.size == Size(60, 20))
}

@Test func aCoverAsAPagesGroundReachesTheEdgesIsReadAloudAndHasItsCredit() throws {
  let workshop = try Workshop()
  let text = """
    extends: report.yml
    pages:
      cover:
        running: false
        background: { image: "{cover}" }
        rows: { sky: 1 share, head: content }
        areas:
          head: { row: head, columns: 1-8, background: { colour: paper, padding: 6 mm } }
        flow:
          head: [{ content: title, with: cover }, cover-credit]
      overview:
        rows: { head: content }
        areas: { head: { row: head, columns: 1-12 } }
        flow: { head: title }
    """
  let layout = try ShippedFiles(changed: ["mine.yml": text]).layout("mine.yml")
  var stories = StoryGenerator(seed: 4)
  var story = stories.story()
  func pages() throws -> [Frame] {
    try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas).document.pages
      .map(\.frame)
  }
  // Without a cover there is no such page.
  #expect(try pages().count == 1)
  let picture = PictureDescription(
    Picture(.png, [1], width: 900, height: 600), alternative: "A quay", form: .cover, focus: Point(0.2, 0.5))
  story.cover = Exhibit(
    note: InlineText("Photograph: Nobody", file: "pack.yml"), content: .picture(picture), sources: [],
    location: SourceLocation(file: "pack.yml", line: 9))
  let made = try pages()
  try #require(made.count == 2)
  #expect(made[0].text.contains("Photograph: Nobody"))
  let bounds = try #require(
    made[0].leaves.compactMap { if case .picture = $0.item { $0.bounds } else { nil } }.first)
  #expect(bounds.contains(Rect(size: layout.paper.size), tolerance: 0.01))
  #expect(made[0].items.contains { "\($0)".contains("A quay") })
  let area = ShippedFiles(changed: [
    "mine.yml": text.replacing(
      "background: { colour: paper, padding: 6 mm }", with: "background: { image: \"{cover}\" }")
  ])
  #expect(throws: DiagnosticError.self) { try area.layout("mine.yml") }
}
