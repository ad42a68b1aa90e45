import Atlas
import Diagnostics
import Foundation
import Graphics
import TestSupport
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

/// The shipped layouts, fonts and atlas, opened once for a test.
struct Workshop {
  let typesetter: Typesetter
  let atlas: Atlas

  init() throws {
    atlas = try shippedAtlas()
    typesetter = try shippedTypesetter()
  }

  /// A shipped layout; with `questionsOnly` without the pages of the whole pack.
  func layout(_ name: String, paper: Paper, questionsOnly: Bool = true) throws -> Layout {
    var layout = try ShippedFiles().layout("\(name).yml", paper: paper)
    try #require(layout.paper == paper)
    // Questions' pages only: their words stand there once, headlines again where a page goes on.
    if questionsOnly { layout.pages.removeAll { $0.each == .pack } }
    return layout
  }
}

/// A run of text with the rectangle of its letters: accents and descenders of an ordinary line.
struct PlacedText {
  var text: String
  var box: Rect
}

func texts(on page: Frame) -> [PlacedText] {
  page.leaves.compactMap { leaf in
    guard case .text(let run) = leaf.item, !run.text.allSatisfy(\.isWhitespace) else { return nil }
    let (up, down) = (run.fontSize * 0.68, run.fontSize * 0.18)
    return PlacedText(
      text: run.text,
      box: Rect(x: leaf.origin.x, y: leaf.origin.y - up, width: run.advance, height: up + down))
  }
}

/// Two texts that cover each other, if any do.
func overlap(on page: Frame) -> (String, String)? {
  let placed = texts(on: page).sorted { $0.box.minY < $1.box.minY }
  for (index, first) in placed.enumerated() {
    for second in placed[(index + 1)...] {
      if second.box.minY > first.box.maxY { break }
      if first.box.overlaps(second.box, tolerance: 0.6) { return (first.text, second.text) }
    }
  }
  return nil
}

/// The words on the pages with how often each stands there. A line that ends with a hyphen that was added (its text
/// is a soft hyphen) goes on in the next; very long words are broken without one and are put together again.
private func words(on pages: [Document.Page]) -> [String: Int] {
  var count: [String: Int] = [:]
  for page in pages {
    var text = ""
    var end: Point?
    for leaf in page.frame.leaves {
      guard case .text(let run) = leaf.item else { continue }
      let goesOn = end.map { abs($0.x - leaf.origin.x) < 2 && abs($0.y - leaf.origin.y) < 6 } ?? false
      if !goesOn, !text.hasSuffix("\u{AD}") { text += " " }
      end = leaf.origin + Point(run.advance, 0)
      text += run.text
    }
    for word in text.split(whereSeparator: \.isWhitespace) {
      // Footnote marks and quotes are glued to words.
      count[word.filter(\.isLetter), default: 0] += 1
    }
  }
  return count
}

private let cases: [(layout: String, paper: Paper)] = [
  ("report", .a4), ("report", .letter), ("report", .a5), ("slides", .wide), ("slides", .standard),
  ("slides-portrait", .tall), ("slides-portrait", .portrait),
  ("factsheet", .a4), ("brief-duplex", .a4),
]

@Test(.timeLimit(.minutes(10)), arguments: 0..<cases.count)
func generatedPacksLoseNoTextOverlapNothingAndStayOnTheirPages(index: Int) throws {
  let workshop = try Workshop()
  let (name, paper) = cases[index]
  let layout = try workshop.layout(name, paper: paper, questionsOnly: name != "brief-duplex")
  for seed in 0..<100 {
    var generator = StoryGenerator(seed: UInt64(seed * 6 + index))
    let story = generator.story()
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let found = words(on: made.document.pages)
    for word in Set(story.wordsOfQuestions())
    where word.count < 40 && found[word] == nil && layout.name == "report" {
      Issue.record("seed \(seed), \(layout.name) \(layout.paper.rawValue): '\(word)' is lost")
      break
    }
    for point in story.questions.flatMap(\.points) where layout.name == "report" {
      // Short words may be parts of a word that a page's end divides.
      for word in point.text.split(separator: " ")
      where (8..<40).contains(word.count) && (found[String(word)] ?? 0) > 1 {
        Issue.record("seed \(seed), \(layout.name) \(layout.paper.rawValue): '\(word)' stands twice")
      }
    }
    for (number, page) in made.document.pages.enumerated() {
      if let pair = overlap(on: page.frame) {
        Issue.record(
          "seed \(seed), \(layout.name) \(layout.paper.rawValue), page \(number + 1): \(pair) overlap")
      }
      let paper = Rect(size: page.frame.size)
      let body = layout.body.insetBy(-7)
      for placed in texts(on: page.frame)
      where !paper.contains(placed.box) || placed.box.minX < body.minX || placed.box.maxX > body.maxX {
        Issue.record(
          "seed \(seed), \(layout.name) \(layout.paper.rawValue), page \(number + 1): “\(placed.text)” stands out"
        )
      }
    }
    #expect(made.document.pages.count <= 24 + story.questions.count * 13)
  }
}
