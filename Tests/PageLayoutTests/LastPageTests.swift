import Diagnostics
import Graphics
import Interview
import Testing

@testable import Briefing
@testable import PageLayout

/// Where text stands on a page's body, from its first to its last line.
private func extent(_ page: Frame) -> (top: Double, bottom: Double) {
  let lines = page.leaves.compactMap { leaf -> Double? in
    guard case .text = leaf.item, !leaf.tags.contains(.artifact) else { return nil }
    return leaf.origin.y
  }
  return (lines.min() ?? 0, lines.max() ?? 0)
}

/// Interviews of every length from some pages to some more: wherever the last page would have few lines, all begin a line
/// higher and it is gone, or that would not be enough.
@Test(arguments: [Paper.a4, .a5])
func aFewLinesMakeNoPageOfTheirOwnWhereALineMoreOnEachHoldsThem(paper: Paper) throws {
  let workshop = try Workshop()
  var layout = try workshop.layout("report", paper: paper, questionsOnly: false)
  layout.pages.removeAll { $0.name != "interview" }
  var tight = layout
  // Nearer to the body there is no room for a line.
  tight.header?.distance = layout.margins.top - layout.grid.baseline
  var generator = StoryGenerator(seed: 4)
  var story = generator.story()
  let words = Array(repeating: "words that fill the lines of an answer", count: 12).joined(separator: " ")
  var saved = 0
  for count in 20...44 {
    story.transcript.introduction = (0..<count).map {
      Paragraph(number: $0 + 1, text: words, location: SourceLocation(file: "transcript.txt", line: $0 + 1))
    }
    func pages(_ layout: Layout) throws -> [Frame] {
      try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
        .document.pages.map(\.frame)
    }
    let (usual, made) = (try pages(tight), try pages(layout))
    func letters(_ pages: [Frame]) -> Int {
      pages.reduce(0) {
        $0
          + $1.leaves.reduce(0) { sum, leaf in
            guard case .text(let run) = leaf.item, !leaf.tags.contains(.artifact) else { return sum }
            return sum + run.text.count(where: \.isLetter)
          }
      }
    }
    #expect(letters(made) == letters(usual))
    for page in made { #expect(extent(page).bottom <= layout.body.maxY) }
    if made.count < usual.count {
      saved += 1
      #expect(made.count == usual.count - 1)
      #expect(abs(extent(usual[1]).top - extent(made[1]).top - layout.grid.baseline) < 0.01)
    } else {
      #expect(extent(made[0]).top == extent(usual[0]).top)
    }
  }
  #expect(saved > 0)
}

/// Questions of every length: where a last page would be hardly filled, a little tighter setting spares it if it can, and
/// loses nothing.
@Test(arguments: [Paper.a4, .letter, .a5])
func aQuestionsLastPageThatIsHardlyFilledIsSparedByTighterSetting(paper: Paper) throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: paper)
  var generator = StoryGenerator(seed: 4)
  var story = generator.story()
  func text(_ words: String) -> InlineText { InlineText([Inline(words)], file: "pack.yml") }
  let words = Array(repeating: "a point of some length", count: 9).joined(separator: " ")
  var (spared, before) = (0, 1)
  for count in 4...26 {
    story.questions = [
      QuestionStory(
        number: 1, question: text("Asked"), headline: text("Headline"), statement: nil,
        points: (1...count).map { text("No\($0)x \(words)") }, keyFigures: [], exhibits: [], quotation: nil)
    ]
    let pages = try layOut(
      story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas
    ).document.pages.map(\.frame)
    let told = pages.map(\.text).joined(separator: " ").matches(of: /No(\d+)x/).compactMap { Int($0.1) }
    #expect(told == Array(1...count))
    #expect(pages.count >= before)
    for page in pages { #expect(extent(page).bottom <= layout.body.maxY + layout.grid.baseline) }
    let isTight = extent(pages[0]).top < layout.body.minY
    // Only what spares a page is set tighter: the next point needs one more.
    if isTight { #expect(pages.count == before) }
    if isTight { spared += 1 }
    before = pages.count
  }
  #expect(spared > 0)
}
