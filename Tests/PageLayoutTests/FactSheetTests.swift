import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing

@testable import Briefing
@testable import PageLayout

private func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }

@Test func aFactSheetHasAQuestionsStatementAndItsFirstTwoExhibits() throws {
  let share = Figure(
    id: "share", label: "Open part", value: 4, unit: Evidence.Unit("%"), sources: [],
    location: SourceLocation(file: "figures.csv", line: 2))
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  story.questions = (1...2).map { number in
    QuestionStory(
      number: number, question: text("Asked \(number)"), headline: text("Headline \(number)"),
      statement: text("Statement \(number)"), points: [text("Point \(number)")], keyFigures: [],
      exhibits: (1...3).map { exhibit in
        Exhibit(
          title: text("Share \(number)-\(exhibit)"),
          content: .chart(ChartDescription(.share, figures: [share])),
          sources: [], location: SourceLocation(file: "pack.yml", line: 10 * number + exhibit, column: 9))
      }, quotation: nil)
  }
  let workshop = try Workshop()
  let pages = try layOut(
    story, layout: workshop.layout("factsheet", paper: .a4), typesetter: workshop.typesetter,
    atlas: workshop.atlas
  ).document.pages
  #expect(pages.count == 2)
  for (index, page) in pages.enumerated() {
    let number = index + 1
    let words = texts(on: page.frame).map(\.text)
    for wanted in [
      "Headline \(number)", "Statement \(number)", "Point \(number)", "Share \(number)-1",
      "Share \(number)-2",
    ] {
      #expect(words.contains(wanted), "\(wanted)")
    }
    #expect(!words.contains("Share \(number)-3"))
  }
}
