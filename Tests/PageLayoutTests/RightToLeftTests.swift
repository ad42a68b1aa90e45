import Evidence
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

/// The pages of a story with exhibits in a language that has no hyphenation here.
private func pages(_ language: String) throws -> [Frame] {
  let workshop = try Workshop()
  let stories = (1...40).lazy.map { seed -> Story in
    var stories = StoryGenerator(seed: UInt64(seed))
    return stories.story()
  }
  var story = try #require(stories.first { $0.questions.contains { !$0.exhibits.isEmpty } })
  story.language = language
  return try layOut(
    story, layout: workshop.layout("report", paper: .a5), typesetter: workshop.typesetter,
    atlas: workshop.atlas
  ).document.pages.map(\.frame)
}

/// The same words in a language that is read from the right: lines, charts and maps stand at the other side of the page,
/// and are the same in themselves.
@Test func aPackThatIsReadFromTheRightHasItsPagesMirrored() throws {
  let (left, right) = (try pages("zxx"), try pages("ar"))
  #expect(left.count == right.count)
  var drawings = 0
  for (left, right) in zip(left, right) {
    let (before, after) = (texts(on: left), texts(on: right))
    #expect(before.map(\.text) == after.map(\.text))
    #expect(before.map(\.box.minY) == after.map(\.box.minY))
    let (old, new) = (pieces(on: left), pieces(on: right))
    #expect(old.map(\.inner.dump) == new.map(\.inner.dump))
    // Higher than any line. Of lines, the last of a paragraph in Latin letters begins at the left all the same.
    for (piece, other) in zip(old, new) where piece.frame.height > 60 {
      #expect(abs(other.frame.minX - (right.size.width - piece.frame.maxX)) < 0.01)
      drawings += 1
    }
    // The number of the page changes sides.
    let folio = try #require(before.last)
    let other = try #require(after.last { $0.text == folio.text })
    #expect((folio.box.midX < left.size.width / 2) != (other.box.midX < left.size.width / 2))
  }
  #expect(drawings > 0)
}

@Test(arguments: [
  ("ar", "،", "؛"), ("fa-IR", "،", "؛"), ("ur", "،", "؛"), ("he", ",", ";"), ("en", ",", ";"),
  ("ur-Latn", ",", ";"),
])
func thingsInARowArePartedByTheMarksOfTheirScript(language: String, comma: String, semicolon: String) throws {
  #expect(Graphics.comma(language: language) == comma + " ")
  #expect(Graphics.semicolon(language: language) == semicolon + " ")
  // What follows Latin words goes on in their direction.
  #expect(Graphics.comma(language: language, after: "$1.5 bn") == ", ")
  #expect(Graphics.comma(language: language, after: "40%") == comma + " ")
}

@Test func listsOfAnArabicPackHaveItsCommas() throws {
  let layout = try Workshop().layout("report", paper: .a4)
  let sources: [Source] = [.paragraph(1), .paragraph(4), .url("https://example.org/x")]
  let runs = SourceRun.runs(of: sources)
  #expect(SourceWords.words(for: runs, layout: layout, language: "ar") == "¶1، ¶4، example.org")
  #expect(SourceWords.words(for: runs, layout: layout, language: "he") == "¶1, ¶4, example.org")
}

/// A day, its month and its year stand in that order from the left, whatever stands before them.
@Test func aValueInALineThatIsReadFromTheRightKeepsItsOrder() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4)
  let setter = Setter(layout: layout, typesetter: workshop.typesetter, language: "ar")
  let values: [Placeholders.Name: String] = [.expert: "خبير", .interviewDate: "2 November 2023"]
  let filled = Placeholders.fill("With {expert}, {interview-date}.", with: values, language: "ar")
  let spans = setter.spans(of: filled, setter.style(.running))
  #expect(spans.map(\.text) == ["With ", "خبير", "، ", "2 November 2023", "."])
  #expect(spans.map(\.isIsolated) == [false, true, false, true, false])
  // A line that was cut in the middle of a value, and one of a language that is read from the left.
  #expect(setter.spans(of: String(filled.dropLast(4)), setter.style(.running)).last?.isIsolated == true)
  let plain = Placeholders.fill("With {expert}, {interview-date}.", with: values, language: "en")
  #expect(plain == "With خبير, 2 November 2023.")
}

/// What stays of one piece on a page: where it stands, and what it looks like.
private func pieces(on frame: Frame, at origin: Point = .zero) -> [(frame: Rect, inner: Frame)] {
  frame.items.flatMap { placed -> [(frame: Rect, inner: Frame)] in
    guard case .group(let inner, _) = placed.item else { return [] }
    let place = origin + placed.origin
    return inner.isOfOnePiece
      ? [(Rect(origin: place, size: inner.size), inner)] : pieces(on: inner, at: place)
  }
}

@Test func aParagraphRunsAsItsLanguageDoesThoughItBeginsWithAForeignWord() throws {
  let fonts = try Workshop().typesetter
  func order(_ language: String) -> [String] {
    var style = TextStyle(family: "Charis SIL", size: 10)
    style.language = language
    let line = fonts.line(RichText("Bayan שלום", style, file: "a"))
    let runs = line.frame.leaves.compactMap { leaf -> (Double, String)? in
      if case .text(let run) = leaf.item { (leaf.origin.x, run.text) } else { nil }
    }
    return runs.sorted { $0.0 < $1.0 }.map { $0.1.filter { !$0.isWhitespace } }.filter { !$0.isEmpty }
  }
  #expect(order("en").first == "Bayan")
  #expect(order("he").last == "Bayan")
}
