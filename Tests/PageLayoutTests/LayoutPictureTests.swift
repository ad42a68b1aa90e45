import Diagnostics
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

/// A layout over report.yml, with a picture of 300 × 150 pixels called logo.png. Nobody decodes it here.
private func layout(_ text: String) throws -> Layout {
  let logo = Picture(.png, [1, 2, 3], width: 300, height: 150)
  return try ShippedFiles(
    changed: ["mine.yml": "extends: report.yml\n" + text], pictures: ["logo.png": logo]
  ).layout("mine.yml")
}

private func said(_ text: String) -> [String] {
  do {
    _ = try layout(text)
    return []
  } catch { return (error as? DiagnosticError)?.diagnostics.map(\.description) ?? ["\(error)"] }
}

private func page(_ areas: String, _ flow: String, more: String = "") -> String {
  """
  pages:
    cover:
      \(more)rows: { top: 40 mm, head: content }
      areas: \(areas)
      flow: \(flow)

  """
}

/// The pictures of a page with their rectangles and the tags around them.
private func pictures(_ frame: Frame) -> [(box: Rect, tags: [Graphics.Tag])] {
  frame.leaves.compactMap { leaf in
    guard case .picture = leaf.item, let box = leaf.bounds else { return nil }
    return (box, leaf.tags)
  }
}

private func cover(_ text: String) throws -> Frame {
  let workshop = try Workshop()
  var stories = StoryGenerator(seed: 3)
  let document = try layOut(
    stories.story(), layout: layout(text), typesetter: workshop.typesetter, atlas: workshop.atlas
  ).document
  return try #require(document.pages.first).frame
}

@Test func aPictureInAnAreaIsSaidOrDecorates() throws {
  let areas = "{ top: { row: top, columns: 1-12 }, head: { row: head, columns: 1-12 } }"
  let frame = try cover(
    page(
      areas,
      "{ top: { image: logo.png, width: 60 pt, align: right, alternative: The house }, "
        + "head: [title, { image: logo.png, decorative: true }] }"))
  let found = pictures(frame)
  try #require(found.count == 2)
  #expect(found[0].tags.contains(.structure(StructureTag(.figure, alternative: "The house"))))
  #expect(abs(found[0].box.width - 60) < 1e-9 && abs(found[0].box.height - 30) < 1e-9)
  #expect(abs(found[0].box.maxX - (Length.mm(210) - Length.mm(18))) < 0.01)
  // Without a size 150 pixels are an inch.
  #expect(found[1].tags == [.artifact] && abs(found[1].box.width - 144) < 1e-9)
  let silent = said(page(areas, "{ head: [title, { image: logo.png }] }"))
  #expect(
    silent == [
      """
      mine.yml:6:36: error: nothing says what this picture shows to those who can't see it
        → add 'alternative: …', such as the name that a logo shows, or 'decorative: true'
      """
    ])
}

@Test func aGroundLiesBelowItsAreaAndTextKeepsFromItsEdges() throws {
  let frame = try cover(
    page(
      "{ top: { row: top, columns: 1-6, background: { image: logo.png } }, "
        + "head: { row: head, columns: 1-12, background: { colour: one-tint, padding: 5 mm } } }",
      "{ head: title }", more: "background: hairline\n    "))
  let (body, whole) = (try layout("").body, Rect(size: frame.size))
  let grounds = frame.leaves.compactMap { leaf -> Rect? in
    if case .shape(_, .solid?, nil) = leaf.item { leaf.bounds } else { nil }
  }
  #expect(grounds.first == whole)
  let own = try #require(grounds.last)
  #expect(abs(own.minX - body.minX) < 0.01 && abs(own.width - body.width) < 0.01)
  let title = texts(on: frame).filter { $0.box.minY > own.minY && $0.box.maxY < own.maxY }
  #expect(!title.isEmpty)
  #expect(title.allSatisfy { own.insetBy(Length.mm(5) - 1).contains($0.box) })
  // An area of a fixed height shows its picture though nothing flows into it; what is too much of it is cut off.
  let picture = try #require(frame.leaves.first { if case .picture = $0.item { true } else { false } })
  #expect(abs((picture.visibleBounds?.height ?? 0) - Length.mm(40)) < 0.01)
  #expect(picture.tags == [.artifact])
}

@Test func aLogoInARunningLineStaysOnItsSideOfTheRule() throws {
  let header =
    "header: { left: { image: logo.png, height: 12 mm, text: \"{title}\" }, distance: 14 mm, rule: true }"
  let frame = try cover("running: { \(header) }\n")
  let logo = try #require(pictures(frame).first)
  #expect(logo.tags == [.artifact])
  let lines = frame.leaves.compactMap { leaf -> Double? in
    if case .shape(_, nil, .some) = leaf.item { leaf.bounds?.minY } else { nil }
  }
  let rule = try #require(lines.first)
  #expect(logo.box.maxY < rule && logo.box.minY >= 0)
  let title = try #require(texts(on: frame).first { $0.box.maxY < rule })
  #expect(title.box.minX > logo.box.maxX)
}

@Test func mistakesWithPicturesSayWhere() {
  #expect(
    said("background: one\n").first?.hasPrefix(
      "mine.yml:2:13: error: on this background text can't be read: 1 to 1 is the contrast of 'kicker'")
      == true)
  #expect(
    said("background: { image: other.png }\n").first?.hasPrefix("mine.yml:2:22: error: no picture") == true)
  #expect(
    said("background: { fit: cover }\n").first
      == """
      mine.yml:2:13: error: a background has neither a colour nor a picture
        → add 'colour: …' or 'image: …'
      """)
  #expect(
    said("running: { header: { left: \"![](logo.png)\", distance: 9 mm } }\n").first
      == """
      mine.yml:2:29: error: a picture is not written as in Markdown here
        → write { image: logo.png }, with 'height' and 'text' if you like
      """)
}

@Test(arguments: [
  "logo: { file: logo.png, width: 20 mm }", "running: { header: { logo: logo.png, distance: 14 mm } }",
])
func aKeyForALogoIsAnsweredWithWherePicturesStand(text: String) {
  let said = said(text)
  #expect(
    said.contains { $0.contains("unknown key 'logo'") && $0.contains("{ image: logo.png, height: 8 mm }") })
}

@Test func aPictureThatStandsWithAContentIsLeftOutWithoutIt() throws {
  let workshop = try Workshop()
  let text = """
    extends: report.yml
    pages:
      cover:
        rows: { head: content }
        areas: { head: { row: head, columns: 1-8 } }
        flow:
          head: [{ image: logo.png, width: 60 pt, decorative: true, with: WITH }, { content: title, with: WITH }]
      overview:
        rows: { head: content }
        areas: { head: { row: head, columns: 1-12 } }
        flow: { head: title }
    """
  var stories = StoryGenerator(seed: 4)
  let story = stories.story()
  func pages(with content: String) throws -> [Frame] {
    let layout = try ShippedFiles(
      changed: ["mine.yml": text.replacing("WITH", with: content)],
      pictures: ["logo.png": Picture(.png, [1, 2, 3], width: 300, height: 150)]
    ).layout("mine.yml")
    return try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas).document
      .pages
      .map(\.frame)
  }
  try #require(story.cover == nil)
  #expect(try pages(with: "cover").count == 1)
  #expect(try pages(with: "byline").count == 2)
}
