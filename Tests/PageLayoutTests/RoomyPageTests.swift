import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

/// A question with points and two charts by period, each with its name above.
private func story(points: Int) -> Story {
  func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }
  func chart(_ name: String) -> Exhibit {
    let figures = (2015...2020).map { year in
      Figure(
        id: "\(name)-\(year)", label: name, value: Decimal(year - 2000), unit: Unit("USD m"),
        period: Period(firstMonth: year * 12, lastMonth: year * 12 + 11), sources: [],
        location: SourceLocation(file: "figures.csv", line: 2))
    }
    return Exhibit(
      title: text(name), content: .chart(ChartDescription(.bars, figures: figures)), sources: [],
      location: SourceLocation(file: "pack.yml", line: 3, column: 9))
  }
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  story.questions = [
    QuestionStory(
      number: 1, question: text("Asked"), headline: text("Headline"), statement: nil,
      points: (0..<points).map { _ in
        text(Array(repeating: "a point of some length", count: 12).joined(separator: " "))
      },
      keyFigures: [], exhibits: [chart("Sales"), chart("Returns")], quotation: nil)
  ]
  return story
}

/// Where a text stands on the only page of a question.
private func places(points: Int) throws -> (sales: Point, returns: Point) {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4)
  let made = try layOut(
    story(points: points), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  #expect(made.document.pages.count == 1)
  func place(_ text: String) throws -> Point {
    try #require(
      made.document.pages[0].frame.leaves.first { leaf in
        if case .text(let run) = leaf.item { run.text == text } else { false }
      }
    ).origin
  }
  return (try place("Sales"), try place("Returns"))
}

@Test func exhibitsStandBelowEachOtherWhereMuchOfThePageWouldStayWhite() throws {
  let places = try places(points: 1)
  #expect(abs(places.sales.x - places.returns.x) < 0.01)
  #expect(places.returns.y > places.sales.y + 100)
}

@Test func exhibitsStandSideBySideWhereTheTextTakesMostOfThePage() throws {
  let places = try places(points: 7)
  #expect(abs(places.sales.y - places.returns.y) < 0.01)
}
