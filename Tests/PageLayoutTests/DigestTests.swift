import Graphics
import Testing

@testable import Briefing
@testable import PageLayout

@Test func theBriefsBackSaysEachQuestionWithItsFirstExhibitAndNoMarksOfNotes() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("brief-duplex", paper: .a4, questionsOnly: false)
  #expect(layout.isOnDemand)
  for seed in 0..<12 {
    var stories = StoryGenerator(seed: UInt64(seed))
    let story = stories.story()
    let pages = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
      .document.pages
    let back = pages.drop { $0.part == "brief" }
    let words = back.flatMap { texts(on: $0.frame).map(\.text) }.joined(separator: " ")
    let said = Set(words.split(separator: " "))
    for question in story.questions {
      let wanted = [question.headline, question.exhibits.first?.title].compactMap(\.self)
      for word in wanted.flatMap({ $0.text.split(separator: " ") }) where word.count < 20 {
        #expect(said.contains(word), "seed \(seed): \(word)")
      }
    }
    let marks = back.flatMap { $0.frame.linkedAnchors.map(\.anchor) }
    #expect(!marks.contains { if case .footnote = $0 { true } else { false } })
  }
}
