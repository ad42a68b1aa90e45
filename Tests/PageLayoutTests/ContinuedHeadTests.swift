import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

private func story() -> Story {
  func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }
  func long(_ words: String, _ count: Int) -> InlineText {
    text(Array(repeating: words, count: count).joined(separator: " "))
  }
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  story.questions = [
    QuestionStory(
      number: 1, question: text("Asked"), headline: long("Headline of many words", 5), statement: nil,
      points: (0..<30).map { _ in long("a point of some length", 12) }, keyFigures: [], exhibits: [],
      quotation: nil)
  ]
  return story
}

/// Where the lines of a style begin on a page.
private func starts(of role: StyleRole, on page: Frame, _ layout: Layout) -> [Point] {
  page.leaves.compactMap { leaf in
    let style = layout.style(role).text
    guard case .text(let run) = leaf.item, abs(run.fontSize - style.size) < 0.01, run.color == style.color,
      !leaf.tags.contains(.artifact)
    else { return nil }
    return leaf.origin
  }
}

@Test(arguments: [Paper.a4, .letter, .a5])
func headsOfPagesThatGoOnStandBelowEachOtherAsHeadlineAndNumberDo(paper: Paper) throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: paper)
  let made = try layOut(story(), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  let pages = made.document.pages.map(\.frame)
  try #require(pages.count > 1)
  let headline = try #require(starts(of: .headline, on: pages[0], layout).first)
  let number = try #require(starts(of: .number, on: pages[0], layout).first)
  #expect(number.x < headline.x - layout.grid.gutter)
  for page in pages.dropFirst() {
    #expect(page.text.contains("(continued)"))
    let lines = starts(of: .continued, on: page, layout)
    #expect(Set(lines.map { ($0.y * 10).rounded() }).count > 1)
    var lineStarts: [Double: Double] = [:]
    for line in lines {
      lineStarts[line.y, default: .infinity] = min(lineStarts[line.y] ?? .infinity, line.x)
    }
    for start in lineStarts.values { #expect(abs(start - headline.x) < 0.01) }
    let again = try #require(starts(of: .number, on: page, layout).first)
    #expect(abs(again.x - number.x) < 0.01)
    #expect(abs(again.y - (lines.map(\.y).min() ?? 0)) < 0.01)
  }
}

@Test(arguments: [Paper.wide, .standard])
func sourcesThatGoOverSeveralSlidesSaySo(paper: Paper) throws {
  let workshop = try Workshop()
  var layout = try workshop.layout("slides", paper: paper, questionsOnly: false)
  layout.pages.removeAll { $0.name != "sources" }
  var told = story()
  told.figures = FigureTable(
    (0..<60).map { index in
      Figure(
        id: "f\(index)", label: "Figure \(index)", value: 1, unit: Unit("km"),
        sources: [.url("https://host\(index).example.org/")], location: SourceLocation(file: "figures.csv"))
    })
  let pages = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    .document.pages.map(\.frame)
  try #require(pages.count > 1)
  #expect(!pages[0].text.contains("(continued)"))
  for page in pages.dropFirst() { #expect(page.text.contains("Sources (continued)")) }
  let anchors = pages.flatMap(\.anchors)
  #expect(Set(anchors).count == anchors.count)
}
