import Diagnostics
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

/// Sizes of all type on these pages.
private func sizes(_ pages: [Frame]) -> Set<Double> {
  Set(
    pages.flatMap(\.leaves).compactMap { leaf -> Double? in
      guard case .text(let run) = leaf.item, !run.text.allSatisfy(\.isWhitespace) else { return nil }
      return run.fontSize
    })
}

private func slides(_ story: Story, _ paper: Paper, _ workshop: Workshop) throws -> [Slide] {
  try layOut(
    story, layout: workshop.layout("slides", paper: paper, questionsOnly: false),
    typesetter: workshop.typesetter, atlas: workshop.atlas
  ).slides
}

@Test(arguments: [Paper.wide, .standard])
func noTypeOnSlidesIsBelowTwelvePoints(paper: Paper) throws {
  let workshop = try Workshop()
  for seed in 1...6 {
    var stories = StoryGenerator(seed: UInt64(seed))
    let sizes = sizes(try slides(stories.story(), paper, workshop).map(\.frame))
    #expect(try #require(sizes.min()) >= 12, "\(seed): \(sizes.sorted())")
  }
}

@Test(arguments: [Paper.a4, .letter], [Paper.wide, .standard])
func typeOnTheHandoutsSlidesIsNotBelowSixAndAHalfPoints(paper: Paper, screen: Paper) throws {
  let workshop = try Workshop()
  var stories = StoryGenerator(seed: 3)
  let story = stories.story()
  let slides = try slides(story, screen, workshop)
  let handout = try layOut(
    story, layout: workshop.layout("handout", paper: paper, questionsOnly: false),
    typesetter: workshop.typesetter, atlas: workshop.atlas, slides: slides)
  let pages = handout.document.pages.map(\.frame)
  #expect(try #require(sizes(pages).min()) >= 6.5)
  // And still two on each page but the last.
  #expect(pages.count == (slides.count + 1) / 2)
  #expect(handout.warnings.isEmpty)
}

@Test(arguments: [Paper.wide, .standard])
func aPointOrTwoOnASlideOfTheirOwnAreSetLarger(paper: Paper) throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("slides", paper: paper, questionsOnly: false)
  let usual = layout.style(.point).text.size
  var stories = StoryGenerator(seed: 5)
  var story = stories.story()
  let picture = PictureDescription(
    Picture(.png, [1], width: 900, height: 600), alternative: "A quay", form: .whole)
  let exhibit = Exhibit(
    title: InlineText("A quay", file: "pack.yml"), content: .picture(picture), sources: [],
    location: SourceLocation(file: "pack.yml", line: 9))
  func size(_ count: Int) throws -> Double {
    story.questions = [
      QuestionStory(
        number: 1, question: InlineText("Asked", file: "pack.yml"),
        headline: InlineText("Headline", file: "pack.yml"), statement: nil,
        points: (1...count).map {
          InlineText("Harvest \($0) decides, and nobody knows when it comes.", file: "1.md")
        },
        keyFigures: [], exhibits: [exhibit], quotation: nil)
    ]
    try #require(story.questions[0].otherPoints.count == count)
    let made = try slides(story, paper, workshop).map(\.frame)
    let page = try #require(made.first { $0.text.contains("Harvest 1") })
    #expect(overlap(on: page) == nil && page.text.contains("Harvest \(count)"))
    let runs = page.leaves.compactMap { leaf -> GlyphRun? in
      if case .text(let run) = leaf.item, run.text.contains("Harvest") { run } else { nil }
    }
    return try #require(runs.first).fontSize
  }
  #expect(try size(1) > usual * 1.2 && size(2) > usual * 1.2)
  #expect(try abs(size(9) - usual) < 0.01)
}
