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
