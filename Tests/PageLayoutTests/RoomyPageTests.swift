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

/// A question without key figures, whose first exhibit is a share.
private func storyWithShare(points: Int, others: Int) -> Story {
  func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }
  var result = story(points: points)
  let share = Figure(
    id: "share", label: "Open part", value: 4, unit: Unit("%"), sources: [],
    location: SourceLocation(file: "figures.csv", line: 2))
  result.questions[0].exhibits =
    [
      Exhibit(
        title: text("Share"), content: .chart(ChartDescription(.share, figures: [share])), sources: [],
        location: SourceLocation(file: "pack.yml", line: 7, column: 9))
    ] + result.questions[0].exhibits.prefix(others)
  return result
}

private func page(_ story: Story, _ name: String = "report", _ paper: Paper = .a4) throws -> Frame {
  let workshop = try Workshop()
  let made = try layOut(
    story, layout: workshop.layout(name, paper: paper), typesetter: workshop.typesetter,
    atlas: workshop.atlas)
  return try #require(made.document.pages.first?.frame)
}

private func place(of text: String, on page: Frame) throws -> Point {
  try #require(
    page.leaves.first { leaf in if case .text(let run) = leaf.item { run.text == text } else { false } }
  ).origin
}

@Test func aSmallFirstExhibitStandsBesideThePointsAndTheOthersBelowThem() throws {
  let page = try page(storyWithShare(points: 5, others: 1))
  let (share, sales) = (try place(of: "Share", on: page), try place(of: "Sales", on: page))
  #expect(share.x > page.size.width * 0.6 && share.y < sales.y - 100)
  #expect(sales.x < page.size.width * 0.2)
}

@Test func aSmallExhibitThatIsTheOnlyOneOrHasNoRoomBesideThePointsFlowsWithTheOthers() throws {
  for story in [storyWithShare(points: 5, others: 0), storyWithShare(points: 1, others: 1)] {
    let page = try page(story)
    #expect(try place(of: "Share", on: page).x < page.size.width * 0.2)
  }
}

@Test func leadsStandOnASlideOnceWithTheirHeadingWhereThereIsNoExhibit() throws {
  var story = storyWithShare(points: 0, others: 1)
  story.questions[0].points = ["One lead", "Another"].map {
    InlineText([Inline($0 + ".", isStrong: true), Inline(" And more.")], file: "pack.yml")
  }
  func headings(_ story: Story) throws -> Int {
    try page(story, "slides", .wide).leaves.filter { leaf in
      if case .text(let run) = leaf.item { run.text.uppercased() == "IN SHORT" } else { false }
    }.count
  }
  #expect(try headings(story) == 0)
  story.questions[0].exhibits = []
  #expect(try headings(story) == 1)
  story.questions[0].points = []
  #expect(try headings(story) == 0)
}

@Test func aQuestionWithoutExhibitsSaysItsPointsOnItsSlideOrTheirLeadsIfTheyAreMany() throws {
  var story = storyWithShare(points: 0, others: 0)
  story.questions[0].exhibits = []
  story.questions[0].points = (1...3).map { point("Point \($0)", words: 20, figure: nil) }
  #expect(found("word", on: try page(story, "slides", .wide)) != nil)
  story.questions[0].points = (1...9).map { point("Point \($0)", words: 40, figure: nil) }
  let many = try page(story, "slides", .wide)
  #expect(found("Point 1", on: many) != nil && found("Point 9", on: many) != nil)
  #expect(found("word", on: many) == nil)
}

/// A point with a run-in, about a figure or about none.
private func point(_ lead: String, words: Int, figure: String?) -> InlineText {
  InlineText(
    [
      Inline(lead + ".", isStrong: true), Inline(String(repeating: " word", count: words)),
      Inline(" 4%", figure.map { .figure([$0]) } ?? .plain),
    ], file: "pack.yml")
}

/// Where words stand on a page; `nil` where they don't.
private func found(_ text: String, on page: Frame) -> Point? {
  page.leaves.first { leaf in
    if case .text(let run) = leaf.item { run.text.contains(text) } else { false }
  }?.origin
}

@Test func onASlidePointsStandBesideTheExhibitThatTheyAreAboutAndNoOthers() throws {
  var story = storyWithShare(points: 0, others: 0)
  story.questions[0].points = [
    point("Elsewhere", words: 9, figure: nil), point("Belonging", words: 9, figure: "share"),
  ]
  let page = try page(story, "slides", .wide)
  #expect(found("Elsewhere", on: page) == nil)
  #expect(try #require(found("Belonging", on: page)).x < page.size.width * 0.1)
  #expect(try place(of: "Share", on: page).x > page.size.width / 3)
}

@Test func anExhibitWithoutPointsHasTheWholeSlide() throws {
  var story = storyWithShare(points: 0, others: 0)
  story.questions[0].points = [point("Elsewhere", words: 9, figure: nil)]
  let page = try page(story, "slides", .wide)
  #expect(try place(of: "Share", on: page).x < page.size.width * 0.1)
}

@Test func besideAnExhibitStandTwoPointsAtMostInTheirWordsAsFarAsThereIsRoom() throws {
  func words(on page: Frame) -> Int {
    texts(on: page).reduce(0) { $0 + $1.text.split(separator: " ").count { $0 == "word" } }
  }
  var story = storyWithShare(points: 0, others: 0)
  story.questions[0].points = (1...3).map { point("Point \($0)", words: 15, figure: "share") }
  let slide = try page(story, "slides", .wide)
  #expect(found("Point 1", on: slide) != nil && found("Point 2", on: slide) != nil)
  #expect(found("Point 3", on: slide) == nil)
  #expect(words(on: slide) == 30)
  // Of one that is longer than the page its first words.
  story.questions[0].points = [point("Endless", words: 400, figure: "share")]
  let first = try page(story, "slides", .wide)
  #expect(found("Endless", on: first) != nil && words(on: first) == 0)
}

@Test func aPointWithoutBoldWordsIsSaidAmongManyToo() throws {
  var story = storyWithShare(points: 0, others: 0)
  story.questions[0].exhibits = []
  story.questions[0].points =
    (1...9).map { point("Point \($0)", words: 40, figure: nil) }
    + [InlineText([Inline("Nothing of this is bold.")], file: "pack.yml")]
  #expect(found("Nothing of this is bold", on: try page(story, "slides", .wide)) != nil)
}

@Test func pointsThatBelongToNoExhibitStandOnASlideOfTheirOwn() throws {
  var story = storyWithShare(points: 0, others: 0)
  story.questions[0].points = [
    point("Elsewhere", words: 9, figure: nil), point("Belonging", words: 9, figure: "share"),
  ]
  let workshop = try Workshop()
  func pages() throws -> [Frame] {
    try layOut(
      story, layout: workshop.layout("slides", paper: .wide), typesetter: workshop.typesetter,
      atlas: workshop.atlas
    ).document.pages.map(\.frame)
  }
  let two = try pages()
  #expect(two.count == 2)
  #expect(found("Elsewhere", on: two[1]) != nil && found("Belonging", on: two[1]) == nil)
  story.questions[0].points.removeFirst()
  #expect(try pages().count == 1)
}

@Test func keyFiguresBesideHigherPointsSpreadOverTheirHeight() throws {
  func distances(points: Int) throws -> [Double] {
    let keys = try #require(
      (1...9).lazy.map { seed in
        var generator = StoryGenerator(seed: UInt64(seed))
        return generator.story().keyFigures
      }.first { $0.count >= 3 })
    var story = story(points: points)
    story.questions[0].keyFigures = Array(keys.prefix(3))
    let page = try page(story)
    let x = page.size.width * 0.6
    let tops = page.leaves.compactMap { leaf -> Double? in
      guard case .shape(let path, _?, _) = leaf.item, let box = path.bounds, leaf.origin.x > x else {
        return nil
      }
      return box.width < 4 && box.height > 10 ? leaf.origin.y : nil
    }
    return zip(tops, tops.dropFirst()).map { $1 - $0 }
  }
  let (near, far) = (try distances(points: 1), try distances(points: 6))
  try #require(near.count == far.count && !near.isEmpty)
  // Two lines of the grid at most.
  for (near, far) in zip(near, far) { #expect(far > near + 6 && far < near + 26.1) }
}
