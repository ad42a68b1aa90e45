import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

/// Questions with nothing but a headline and points of two words.
private func story(questions count: Int, quotation: Quotation? = nil) -> Story {
  func text(_ words: String, isStrong: Bool = false) -> InlineText {
    var piece = Inline(words)
    piece.isStrong = isStrong
    return InlineText([piece], file: "pack.yml")
  }
  var generator = StoryGenerator(seed: 1)
  var story = generator.story()
  story.keyFigures = []
  story.questions = (1...count).map { number in
    QuestionStory(
      number: number, question: text("Asked"), headline: text("Headline"), statement: nil,
      points: [text("Lead of \(number)", isStrong: true)], keyFigures: [], exhibits: [], quotation: quotation)
  }
  return story
}

@Test(arguments: [Paper.a4, .letter, .a5], [1, 9, 12, 40, 100])
func numbersOfQuestionsAreNeverBrokenOnTheOverview(paper: Paper, count: Int) throws {
  let workshop = try Workshop()
  var layout = try workshop.layout("report", paper: paper, questionsOnly: false)
  layout.pages.removeAll { $0.name != "overview" }
  let made = try layOut(
    story(questions: count), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  let pages = made.document.pages.map(\.frame)
  for page in pages { #expect(overlap(on: page) == nil) }
  let size = layout.style(.entryNumber).text.size
  let large = pages.flatMap(\.leaves).compactMap { leaf -> GlyphRun? in
    guard case .text(let run) = leaf.item, Int(run.text) != nil, run.fontSize > size * 0.5 else { return nil }
    return run
  }
  #expect(Set(large.map(\.text)).isSuperset(of: (1...count).map(String.init)))
  // Each as large as the others.
  #expect((large.map(\.fontSize).max() ?? 0) - (large.map(\.fontSize).min() ?? 0) < size * 0.5)
}

@Test func anOverviewThatGoesOnSaysSoAndCanStillBeLedTo() throws {
  let workshop = try Workshop()
  for (name, paper) in [("report", Paper.a5), ("slides", .wide), ("brief", .a5)] {
    var layout = try workshop.layout(name, paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "overview" && $0.name != "brief" }
    let made = try layOut(
      story(questions: 40), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let pages = made.document.pages.map(\.frame)
    #expect(pages.count > 1)
    for page in pages.dropFirst() { #expect(page.text.contains("(continued)"), "\(name)") }
    let anchors = pages.flatMap(\.anchors)
    #expect(Set(anchors).count == anchors.count)
  }
}

@Test func whatStandsInForMissingContentsStandsOnceOnASlide() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("slides", paper: .wide)
  let quotation = Quotation(text: "a promise", source: Inline("¶1", .source([1])), file: "pack.yml")
  let made = try layOut(
    story(questions: 2, quotation: quotation), layout: layout, typesetter: workshop.typesetter,
    atlas: workshop.atlas)
  #expect(made.document.pages.count == 2)
  for (index, page) in made.document.pages.enumerated() {
    #expect(page.frame.text.matches(of: /Lead of (\d+)/).compactMap { Int($0.1) } == [index + 1])
    #expect(page.frame.text.contains("a promise"))
  }
}

@Test(arguments: ["Қозоғистон ва Ўзбекистон муносабатлари", "Donaudampfschifffahrt und Zusammenarbeit heute"])
func aTitleOfLongWordsIsBalancedWithoutDividingThem(title: String) throws {
  let workshop = try Workshop()
  for paper in [Paper.a4, .letter] {
    var layout = try workshop.layout("report", paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "overview" }
    var story = story(questions: 2)
    story.title = InlineText(title, file: "pack.yml")
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let words = Set(made.document.pages.flatMap { $0.frame.text.split(whereSeparator: \.isWhitespace) })
    #expect(words.isSuperset(of: title.split(separator: " ")))
  }
}

@Test func eachSlideWithFiguresNamesTheirSourcesAndSaysThemAloud() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("slides", paper: .wide, questionsOnly: false)
  var generator = StoryGenerator(seed: 3)
  let made = try layOut(
    generator.story(), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  let lead = "Sources of figures: "
  for page in made.document.pages where page.part == "question" {
    let uses = !page.frame.usedFigures.isEmpty
    let said = page.frame.leaves.contains { leaf in
      guard case .text(let run) = leaf.item else { return false }
      return run.text.contains(lead) && leaf.tags.contains(.structure(StructureTag(.paragraph)))
    }
    #expect(said || !uses, "slide \(page.label)")
  }
  #expect(made.document.pages.contains { $0.frame.text.contains(lead) })
}

@Test func theDateOfTheFiguresIsReadOnceAndPrintedOnEachPage() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  var generator = StoryGenerator(seed: 3)
  var story = generator.story()
  story.figuresAsOf = "2031-05-01"
  let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  let dated = made.document.pages.flatMap(\.frame.leaves).filter { leaf in
    if case .text(let run) = leaf.item { run.text.contains("1 May 2031") } else { false }
  }
  #expect(dated.count >= made.document.pages.count && dated.count > 1)
  #expect(dated.filter { !$0.tags.contains(.artifact) }.count == 1)
}

@Test func aTargetAmongTheKeyFiguresIsLighterAndCalledSoUnlessItsLabelDoes() throws {
  let workshop = try Workshop()
  func key(_ status: Status, _ label: String) -> KeyFigure {
    let figure = Figure(
      id: "trade", label: "Trade", value: 5, unit: Unit("USD bn"), status: status, sources: [],
      location: SourceLocation(file: "figures.csv"))
    return KeyFigure(
      figure: figure, numeral: "$5 bn", label: InlineText([Inline(label)], file: "pack.yml"), note: nil)
  }
  for name in ["report", "slides", "brief"] {
    var layout = try workshop.layout(name, paper: name == "slides" ? .wide : .a4, questionsOnly: false)
    layout.pages.removeAll { $0.name != "overview" && $0.name != "brief" }
    func runs(_ key: KeyFigure) throws -> [GlyphRun] {
      var story = story(questions: 1)
      story.keyFigures = [key]
      let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
      return made.document.pages.flatMap { $0.frame.leaves }.compactMap { leaf in
        if case .text(let run) = leaf.item { run } else { nil }
      }
    }
    func numeral(_ runs: [GlyphRun]) throws -> GlyphRun {
      try #require(runs.first { $0.text.hasPrefix("$5") })
    }
    let (actual, target) = (try runs(key(.actual, "Trade")), try runs(key(.target, "Trade")))
    #expect(try numeral(actual).color != numeral(target).color, "\(name)")
    #expect(!actual.contains { $0.text.contains("target") })
    #expect(target.contains { $0.text.contains("target") }, "\(name)")
    let said = try runs(key(.target, "Target of trade")).map(\.text).joined()
    #expect(said.lowercased().components(separatedBy: "target").count == 2)
  }
}

@Test func aLongTitleLeavesTheFooterItsOtherParts() throws {
  let workshop = try Workshop()
  for (name, paper) in [("slides", Paper.wide), ("slides", .standard), ("report", .a4), ("report", .a5)] {
    let layout = try workshop.layout(name, paper: paper, questionsOnly: false)
    var story = story(questions: 1)
    story.title = InlineText(
      Array(repeating: "Relations of many neighbours", count: 12).joined(separator: " "), file: "pack.yml")
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    for page in made.document.pages.dropFirst() {
      let running = texts(on: page.frame).filter {
        $0.box.minY < layout.body.minY - 10 || $0.box.minY > layout.body.maxY
      }
      .map(\.text).joined(separator: " ")
      #expect(running.contains("Relations") && running.contains("…"), "\(name): \(running)")
      #expect(running.contains(" · "), "\(name): \(running)")
    }
  }
}

@Test func aLongNumeralIsSetSmallerAndNeverBroken() throws {
  let workshop = try Workshop()
  for paper in [Paper.a4, .a5] {
    let layout = try workshop.layout("report", paper: paper)
    var story = story(questions: 1)
    let numeral = "1\u{202F}234\u{202F}567\u{202F}890\u{202F}123.5"
    let figure = Figure(
      id: "oil", label: "Oil", value: 1, unit: Unit("t"), sources: [],
      location: SourceLocation(file: "figures.csv"))
    story.questions[0].keyFigures = [
      KeyFigure(figure: figure, numeral: numeral, label: InlineText("Oil", file: "pack.yml"), note: nil)
    ]
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let found = made.document.pages.flatMap { texts(on: $0.frame) }.filter { $0.text.contains("234") }
    #expect(found.map(\.text) == [numeral], "\(paper)")
  }
}

@Test func labelsOfTheTableOfFiguresAreNotSqueezedByLongSources() throws {
  let workshop = try Workshop()
  for paper in [Paper.a4, .letter, .a5] {
    var layout = try workshop.layout("report", paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "figures" }
    var story = story(questions: 1)
    story.figures = FigureTable(
      (0..<6).map { index in
        Figure(
          id: "f\(index)", label: "Municipalities considered \(index)",
          value: Decimal(index * 1_234_567 + 1_000_000), unit: Unit("EUR million"),
          period: Period(firstMonth: 24_240 + index, lastMonth: 24_250 + index), status: .estimate,
          sources: [.work("Statistical Yearbook of the Two Valleys, second edition, page 12")],
          reporter: "Ministry of Economy and Trade", location: SourceLocation(file: "figures.csv"))
      })
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let lines = made.document.pages.flatMap { texts(on: $0.frame) }.map(\.text)
    #expect(lines.contains { $0.contains("Municipalities") }, "\(paper): \(lines.prefix(20))")
    for page in made.document.pages { #expect(overlap(on: page.frame) == nil) }
  }
}

/// Whether a number was counted is never left to its colour.
@Test(
  arguments: [
    (Status.estimate, "the extension", nil, true), (.estimate, "the estimated cost", nil, false),
    (.estimate, "the cost", "An estimate of 2018", false), (.target, "the goal", nil, true),
    (.target, "the target", nil, false), (.actual, "the cost", nil, nil), (.derived, "the cost", nil, nil),
  ] as [(Status, String, String?, Bool?)])
func whatNobodyCountedIsCalledSoBesideItsNumeral(
  status: Status, label: String, note: String?, isAdded: Bool?
) throws {
  let workshop = try Workshop()
  for (name, paper) in [("report", Paper.a4), ("report", .a5), ("slides", .wide)] {
    var layout = try workshop.layout(name, paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "overview" && $0.name != "question" }
    var figure = Figure(
      id: "cost", label: "Cost", value: 1.9, unit: Unit("USD bn"),
      location: SourceLocation(file: "figures.csv"))
    figure.status = status
    let key = KeyFigure(
      figure: figure, numeral: "$1.9 bn", label: InlineText(label, file: "x"),
      note: note.map { InlineText($0, file: "x") })
    var story = story(questions: 1)
    story.figures = FigureTable([figure])
    story.questions[0].keyFigures = [key]
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let text = made.document.pages.map(\.frame.text).joined(separator: " ").lowercased()
    let words = [layout.word(.estimate), layout.word(.target)]
    let told = words.reduce(0) { $0 + text.components(separatedBy: $1).count - 1 }
    #expect(told == (isAdded == nil ? 0 : 1), "\(name): \(text)")
    #expect(text.contains("bn\u{A0}" + (status == .target ? words[1] : words[0])) == (isAdded == true))
  }
}

@Test(arguments: [
  ("report", Paper.a4), ("report", .a5), ("brief", .letter), ("slides", .wide), ("slides", .standard),
])
func aTitleOfManyWordsIsSetSmallerAndLeavesRoomForTheRest(name: String, paper: Paper) throws {
  let workshop = try Workshop()
  let layout = try workshop.layout(name, paper: paper, questionsOnly: false)
  let usual = layout.style(.title).text.size
  let least = layout.style(.headline).text.size
  var sizes: [Double] = []
  for count in [2, 8, 16, 30, 60] {
    var told = story(questions: 3)
    told.title = InlineText(
      (0..<count).map { ["Trade", "transit", "water", "and", "energy"][$0 % 5] }.joined(separator: " "),
      file: "pack.yml")
    let made = try layOut(told, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let page = try #require(made.document.pages.first).frame
    #expect(overlap(on: page) == nil)
    let runs = page.leaves.compactMap { leaf -> (GlyphRun, Rect)? in
      guard case .text(let run) = leaf.item, run.fontSize >= least - 0.01, let box = leaf.bounds else {
        return nil
      }
      return (run, box)
    }
    let size = try #require(runs.map(\.0.fontSize).max())
    #expect(size >= least - 0.01 && size <= usual + 0.01)
    let title = runs.filter { abs($0.0.fontSize - size) < 0.01 }
    let lines = Set(title.map { ($0.1.maxY * 2).rounded() }).count
    if size > least + 0.01 { #expect(lines <= 4, "\(count)") }
    sizes.append(size)
  }
  #expect(sizes == sizes.sorted(by: >) && sizes.first == usual && (sizes.last ?? 0) < usual * 0.75)
}
