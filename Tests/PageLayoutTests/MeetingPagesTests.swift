import Diagnostics
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

private func attendee(_ name: String, _ role: String? = nil, _ organisation: String? = nil) -> Attendee {
  Attendee(name: name, role: role, organisation: organisation, location: SourceLocation(file: "pack.yml"))
}

private func story(
  attendees: [Attendee], agenda: [Meeting.AgendaItem] = [], classification: String? = nil
) -> Story {
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  story.classification = classification
  story.meeting = Meeting(
    title: InlineText("A meeting", file: "pack.yml"), date: "2018-12-03", time: "10:00", room: "Hall 2",
    agenda: agenda, attendees: attendees)
  return story
}

private func pages(
  of layout: String, _ story: Story, paper: Paper = .a4, copies: [Copy] = []
) throws -> LaidOutDocument {
  let workshop = try Workshop()
  return try layOut(
    story, layout: workshop.layout(layout, paper: paper, questionsOnly: false),
    typesetter: workshop.typesetter,
    atlas: workshop.atlas, copies: copies)
}

/// The runs of a page that stand upright, and those that are turned on their heads.
private func names(on page: Frame, turned: Bool) -> [(text: String, size: Double, box: Rect)] {
  page.leaves.compactMap { leaf in
    guard case .text(let run) = leaf.item, (leaf.transform.yy < 0) == turned, let box = leaf.bounds else {
      return nil
    }
    return (run.text, run.fontSize, box)
  }
}

@Test(arguments: [Paper.a4, .letter])
func eachNameStandsTwiceOnItsCardOnceOnItsHead(paper: Paper) throws {
  let people = (1...5).map { attendee("Person\($0)", "Role\($0)") }
  let made = try pages(of: "cards", story(attendees: people), paper: paper)
  #expect(made.document.pages.count == 3)
  for (index, person) in people.enumerated() {
    let page = made.document.pages[index / 2].frame
    let upright = try #require(names(on: page, turned: false).first { $0.text.contains(person.name) })
    let turned = try #require(names(on: page, turned: true).first { $0.text.contains(person.name) })
    // Mirrored at the fold: as far above it as the other is below, and as wide.
    #expect(abs(upright.box.size.width - turned.box.size.width) < 0.01)
    #expect(abs((upright.box.minX + upright.box.maxX) / 2 - (turned.box.minX + turned.box.maxX) / 2) < 0.01)
    #expect(turned.box.maxY < upright.box.minY)
    let half = page.size.height / 2
    #expect(
      upright.box.minY > (index % 2 == 0 ? 0 : half) && upright.box.maxY < (index % 2 == 0 ? half : 2 * half))
  }
}

@Test func allNamesHaveTheLargestSizeAtWhichTheLongestFits() throws {
  let short = try pages(of: "cards", story(attendees: [attendee("Ann")]))
  let long = try pages(
    of: "cards",
    story(attendees: [attendee("Ann"), attendee("Maria-Magdalena von Hohenzollern-Sigmaringen")]))
  let large = try #require(
    names(on: short.document.pages[0].frame, turned: false).first { $0.text == "Ann" }?.size)
  let common = names(on: long.document.pages[0].frame, turned: false).filter { $0.size > 20 }.map(\.size)
  let most = try Workshop().layout("cards", paper: .a4, questionsOnly: false).style(.cardName).text.size
  #expect(large == most)
  #expect(Set(common).count == 1 && (common.first ?? 0) < large)
}

/// Names ten times as long as any, and words that no line holds.
@Test(arguments: [
  String(repeating: "Maximilian ", count: 20), String(repeating: "Donaudampfschifffahrt", count: 6), "Å",
  "Әлия Нұрланқызы Әбдірахманова-Қожахметова",
])
func everyNameStaysOnItsCard(name: String) throws {
  let role = "Deputy head of the department for cross-border cooperation, standards and certification"
  for paper in [Paper.a4, .letter] {
    let made = try pages(
      of: "cards", story(attendees: [attendee(name, role, role), attendee("Ann")]), paper: paper)
    #expect(made.document.pages.count == 1)
    let page = made.document.pages[0].frame
    let margin = Length.mm(12)
    let card = Rect(
      x: margin, y: margin, width: page.size.width - 2 * margin, height: page.size.height / 2 - margin)
    for turned in [false, true] {
      let set = names(on: page, turned: turned).filter { $0.box.minY < page.size.height / 2 }
      #expect(!set.isEmpty)
      for word in set { #expect(card.contains(word.box), "“\(word.text)” stands out of its card") }
    }
    let upright = names(on: page, turned: false)
    #expect(upright.contains { $0.text == "Ann" && $0.size > 25 }, "another's name makes this one small")
  }
}

@Test func anAgendaGoesOnOnFurtherPagesAndLosesNothing() throws {
  let items = (1...60).map { number in
    Meeting.AgendaItem(
      time: number % 3 == 0 ? nil : "\(number):00", item: InlineText("Item\(number)", file: "pack.yml"),
      speaker: number % 2 == 0 ? "Speaker\(number)" : nil)
  }
  let people = (1...150).map { attendee("Person\($0)", nil, "Organisation\($0)") }
  let made = try pages(of: "agenda", story(attendees: people, agenda: items))
  let text = made.document.pages.map(\.frame.text).joined(separator: " ")
  let words =
    items.flatMap { [$0.item.text, $0.speaker ?? ""] } + people.flatMap { [$0.name, $0.organisation ?? ""] }
  for word in words where !word.isEmpty && !text.contains(word) { Issue.record("'\(word)' is lost") }
  #expect(made.document.pages.count > 2)
}

@Test func withoutAttendeesAnAgendaSaysNothingOfThem() throws {
  let items = [Meeting.AgendaItem(item: InlineText("Opening", file: "pack.yml"))]
  let made = try pages(of: "agenda", story(attendees: [], agenda: items))
  #expect(made.document.pages.count == 1)
  #expect(!made.document.pages[0].frame.text.lowercased().contains("attendees"))
}

@Test(arguments: ["report", "brief", "agenda", "cards", "slides"])
func theClassificationStandsTwiceOnEveryPage(layout: String) throws {
  let paper: Paper = layout == "slides" ? .wide : .a4
  let made = try pages(
    of: layout, story(attendees: [attendee("Ann")], classification: "For official use"), paper: paper)
  #expect(!made.document.pages.isEmpty)
  for page in made.document.pages {
    let lines = page.frame.leaves.filter { leaf in
      if case .text(let run) = leaf.item { run.text == "For official use" } else { false }
    }
    #expect(lines.count == 2, "\(layout) page \(page.label)")
    #expect(lines.map { $0.origin.y < page.frame.size.height / 2 } == [true, false])
  }
}

@Test func copiesDifferInTheirMarksAlone() throws {
  let jane = attendee("Jane Doe", "Chair", "UN")
  let copies = [Copy(number: 1, count: 2, recipient: jane), Copy(number: 2, count: 2)]
  let made = try pages(of: "report", story(attendees: []), copies: copies)
  #expect(made.copies.count == 2)
  let plain = made.document.pages
  for (copy, document) in zip(copies, made.copies) {
    let marks = ["Copy \(copy.number) of 2"] + (copy.recipient == nil ? [] : ["Jane Doe"])
    #expect(document.pages.count == plain.count)
    for (page, same) in zip(document.pages, plain) {
      let mark = marks.joined(separator: " · ")
      // At the foot and as the watermark; on the cover in its own words too.
      #expect(page.frame.text.components(separatedBy: mark).count - 1 >= 2, "page \(page.label)")
      #expect(!same.frame.text.contains("Copy"))
    }
    #expect(document.pages[0].frame.text.contains("Chair, UN") == (copy.recipient != nil))
    // What is below the cover is not laid out anew.
    let bodies = { (page: Document.Page) in
      page.frame.items.map(\.item).filter { if case .group(_, nil) = $0 { true } else { false } }
    }
    #expect(document.pages.dropFirst().map(bodies) == plain.dropFirst().map(bodies))
  }
}

@Test func numbersThatAListGivesAreKeptAndTheOthersFillTheGaps() {
  var people = ["A", "B", "C", "D"].map { attendee($0) }
  (people[1].number, people[2].number) = (1, 3)
  #expect(Copy.of(people).map(\.number) == [2, 1, 3, 4])
  #expect(Copy.of(people).allSatisfy { $0.count == 4 })
  people[2].number = 77
  #expect(Copy.of(people).map(\.number) == [2, 1, 77, 3])
  // "Copy 77 of 4" would be nonsense.
  #expect(Copy.of(people).allSatisfy { $0.count == nil })
}

@Test func aLayoutForMeetingsIsEmptyWithoutOne() throws {
  let workshop = try Workshop()
  var story = story(attendees: [attendee("Ann")])
  let layouts = try ["agenda", "cards", "report", "brief"].map {
    try workshop.layout($0, paper: .a4, questionsOnly: false)
  }
  #expect(layouts.map { $0.isEmpty(for: story) } == [false, false, false, false])
  story.meeting?.attendees = []
  #expect(layouts.map { $0.isEmpty(for: story) } == [false, true, false, false])
  story.meeting = nil
  #expect(layouts.map { $0.isEmpty(for: story) } == [true, true, false, false])
}
