import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import TestSupport
import Testing

@testable import Briefing
@testable import PageLayout

private func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }

private func exhibit(_ title: String, line: Int) -> Exhibit {
  let share = Figure(
    id: "share", label: "Open part", value: 4, unit: Evidence.Unit("%"), sources: [],
    location: SourceLocation(file: "figures.csv", line: 2))
  return Exhibit(
    title: text(title), content: .chart(ChartDescription(.share, figures: [share])), sources: [],
    location: SourceLocation(file: "pack.yml", line: line, column: 9))
}

/// A question with two exhibits and three points; the first two stand beside them.
private func story(question notes: [String] = [], second: [String] = []) -> Story {
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  var exhibits = [exhibit("Share one", line: 7), exhibit("Share two", line: 8)]
  for index in exhibits.indices { exhibits[index].points = [index] }
  exhibits[1].notes = second.map(text)
  var question = QuestionStory(
    number: 1, question: text("Asked"), headline: text("Headline"), statement: nil,
    points: ["First point.", "Second point.", "Third point."].map(text), keyFigures: [], exhibits: exhibits,
    quotation: nil)
  question.notes = notes.map(text)
  story.questions = [question]
  story.map = nil
  return story
}

private struct Speaker {
  var slides: [Slide]
  var made: LaidOutDocument

  init(_ story: Story, layout: String = "speaker", paper: Paper = .a4, screen: Paper = .wide) throws {
    let workshop = try Workshop()
    slides = try layOut(
      story, layout: workshop.layout("slides", paper: screen, questionsOnly: false),
      typesetter: workshop.typesetter, atlas: workshop.atlas
    ).slides
    made = try layOut(
      story, layout: workshop.layout(layout, paper: paper, questionsOnly: false),
      typesetter: workshop.typesetter, atlas: workshop.atlas, slides: slides)
  }

  /// What the pages say in the type of notes.
  var said: [String] {
    made.document.pages.map { page in
      texts(on: page.frame).map(\.text).joined(separator: " ")
    }
  }
}

@Test func withoutNotesAPointStandsWithTheSlideThatItBelongsTo() throws {
  let slides = try Speaker(story()).slides
  let notes = slides.map { $0.notes.map(\.text) }.filter { !$0.isEmpty }
  #expect(notes == [["First point."], ["Second point."], ["Third point."]])
}

@Test func whatThePackNotesStandsInsteadOfThePoints() throws {
  let slides = try Speaker(story(question: ["Say this.", "And that."], second: ["Wait."])).slides
  let notes = slides.map { $0.notes.map(\.text) }.filter { !$0.isEmpty }
  #expect(notes == [["Say this.", "And that."], ["Wait."], ["Third point."]])
}

@Test(arguments: [Paper.a4, .letter], [Paper.wide, .standard])
func eachSlideHasAPageWithItsNotesBelow(paper: Paper, screen: Paper) throws {
  let speaker = try Speaker(
    story(question: ["Zuerst dies, in einem Satz."]), paper: paper, screen: screen)
  #expect(speaker.made.document.pages.count == speaker.slides.count)
  let page = try #require(
    speaker.made.document.pages.first { texts(on: $0.frame).contains { $0.text.contains("Zuerst") } })
  let words = texts(on: page.frame)
  let note = try #require(words.first { $0.text.contains("Zuerst") })
  let headline = try #require(words.first { $0.text == "Headline" })
  #expect(headline.box.maxY < note.box.minY)
  #expect(speaker.made.warnings.isEmpty, "\(speaker.made.warnings)")
}

@Test func notesOfAPageAndMoreGoOnBelowNoSlide() throws {
  let paragraph = String(repeating: "This is to be said at length, and slowly. ", count: 30)
  let long = (1...6).map { "\(paragraph)End \($0)." }
  let speaker = try Speaker(story(question: long))
  let whole = speaker.said.joined(separator: " ")
  for number in 1...6 { #expect(whole.contains("End \(number).")) }
  #expect(speaker.made.document.pages.count > speaker.slides.count)
}

@Test(arguments: [1, 30, 90])
func aHandoutMayCarryTheNotes(count: Int) throws {
  let workshop = try Workshop()
  let notes = (1...count).map { "Say this beside the slide, number \($0)." }
  let story = story(question: notes)
  let slides = try Speaker(story).slides
  let layout = try ShippedFiles(changed: [
    "mine.yml": """
    extends: handout.yml
    pages:
      slides:
        rows: { slides: { height: 1 share } }
        areas: { slides: { row: slides, columns: 1-12 } }
        flow: { slides: slides-with-notes }
    """
  ]).layout("mine.yml")
  let made = try layOut(
    story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas, slides: slides)
  let words = made.document.pages.flatMap { texts(on: $0.frame).map(\.text) }.joined(separator: " ")
  for number in 1...count { #expect(words.contains("number \(number).")) }
  for page in made.document.pages {
    for placed in texts(on: page.frame) where placed.text.contains("number") {
      #expect(placed.box.maxY <= layout.body.maxY + 1)
    }
  }
  if count == 1 { #expect(made.document.pages.count == (slides.count + 1) / 2) }
  #expect(made.warnings.isEmpty, "\(made.warnings)")
}
