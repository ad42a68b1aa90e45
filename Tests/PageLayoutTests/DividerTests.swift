import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing

@testable import Briefing
@testable import PageLayout

private func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }

/// The slides of so many questions, each with a share.
private func slides(questions: Int) throws -> [Document.Page] {
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  let share = Figure(
    id: "share", label: "Open part", value: 4, unit: Evidence.Unit("%"), sources: [],
    location: SourceLocation(file: "figures.csv", line: 2))
  story.questions = (1...questions).map { number in
    QuestionStory(
      number: number, question: text("Asked \(number)"), headline: text("Headline \(number)"),
      statement: nil, points: [], keyFigures: [],
      exhibits: [
        Exhibit(
          title: text("Share"), content: .chart(ChartDescription(.share, figures: [share])), sources: [],
          location: SourceLocation(file: "pack.yml", line: 7 + number, column: 9))
      ], quotation: nil)
  }
  let workshop = try Workshop()
  return try layOut(
    story, layout: workshop.layout("slides", paper: .wide, questionsOnly: false),
    typesetter: workshop.typesetter, atlas: workshop.atlas
  ).document.pages
}

/// Indices of the pages that say a text.
private func places(of words: String, in pages: [Document.Page]) -> [Int] {
  pages.indices.filter { texts(on: pages[$0].frame).contains { $0.text == words } }
}

@Test func onlyALongDeckHasADividerBeforeEachQuestion() throws {
  // With title, overview, changes, timeline and sources 30 and 31.
  #expect(places(of: "Asked 1", in: try slides(questions: 25)).isEmpty)
  let long = try slides(questions: 26)
  for number in [1, 26] {
    let divider = try #require(places(of: "Asked \(number)", in: long).first)
    #expect(places(of: "Headline \(number)", in: long).last == divider + 1)
  }
}

@Test func contentsGiveTheNumberOfTheSlideThatTheyLeadTo() throws {
  let pages = try slides(questions: 26)
  let question = try #require(places(of: "Headline 26", in: pages).last)
  let overview = try #require(places(of: "Headline 26", in: pages).first)
  #expect(overview < question)
  let words = texts(on: pages[overview].frame).map(\.text)
  #expect(words.contains(String(question + 1)) && !words.contains(String(question)))
}
