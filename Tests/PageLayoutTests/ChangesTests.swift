import Diagnostics
import Evidence
import Foundation
import Graphics
import Testing
import Typesetting

@testable import Briefing
@testable import PageLayout

private let cases: [(layout: String, paper: Paper)] = [
  ("report", .a4), ("report", .letter), ("report", .a5), ("slides", .wide), ("slides", .standard),
]

/// Figures of all kinds, every value another.
private func figures(_ count: Int, times factor: Decimal = 1) -> FigureTable {
  let units = ["USD bn", "agreements", "%", "km", "KZT m", "", "grants"]
  let names = [
    "Trade", "A longer name of something that was counted in both countries", "Share", "Road", "Loans",
  ]
  return FigureTable(
    (0..<count).map { index in
      Figure(
        id: "f\(index)", label: "\(names[index % names.count]) no\(index)x",
        value: Decimal(index * index * 37 + index + 1) / (index % 2 == 0 ? 1 : 10) * factor,
        unit: Unit(units[index % units.count]),
        period: index % 3 == 0
          ? nil : Period(firstMonth: 24000 + index, lastMonth: 24000 + index + index % 14),
        qualifier: Qualifier.allCases[index % 6], status: index % 5 == 0 ? .target : .actual,
        sources: [.paragraph(1), .url("https://statistics.example.org/\(index)")],
        note: index % 4 == 0 ? "a note of its own" : nil, reporter: index % 6 == 0 ? "Country One" : nil,
        location: SourceLocation(file: "figures.csv", line: index + 2))
    })
}

/// A generated story whose figures are said in its texts, shown in its charts and, but for a few, are new.
private func story(seed: UInt64, figures count: Int = 12, changed: Int? = nil) -> Story {
  var generator = StoryGenerator(seed: seed)
  var story = generator.story()
  story.figures = figures(count)
  func said(_ index: Int) -> Inline {
    let figure = story.figures.figures[index % count]
    return Inline(figure.words(.full), .figure([figure.id]))
  }
  for index in story.questions.indices {
    story.questions[index].headline.pieces.insert(said(index), at: 1)
    for point in story.questions[index].points.indices {
      story.questions[index].points[point].pieces.insert(said(index + point), at: 1)
    }
    for key in story.questions[index].keyFigures.indices {
      story.questions[index].keyFigures[key].figure = story.figures.figures[key % count]
    }
  }
  var before = story
  let old = figures(count, times: 2).figures
  before.figures = FigureTable(
    story.figures.figures.enumerated().map { $0 < changed ?? (count - 1) ? old[$0] : $1 })
  story.changes = EditionChanges(
    from: Edition(title: "", figuresAsOf: "2018-11-20", figures: before.figures, statements: []),
    to: story.edition)
  return story
}

/// Numbers of the figures that are named in a text, as often as they are.
private func numbers(in text: String) -> [Int] {
  text.matches(of: /no(\d+)x/).compactMap { Int($0.1) }
}

/// The bars on a page: the only shapes that are as narrow.
private func bars(on page: Frame, of layout: Layout) -> [Rect] {
  page.leaves.compactMap { leaf in
    guard case .shape(_, .some, nil) = leaf.item, leaf.tags.contains(.artifact), let bounds = leaf.bounds,
      abs(bounds.width - layout.grid.baseline * 0.11) < 0.001
    else { return nil }
    return bounds
  }
}

@Test(.timeLimit(.minutes(5)), arguments: 0..<cases.count)
func barsBesideWhatIsNewTouchNoTextAndStayOnThePaper(index: Int) throws {
  let workshop = try Workshop()
  let layout = try workshop.layout(cases[index].layout, paper: cases[index].paper, questionsOnly: false)
  var unmarked = layout
  unmarked.marksChanges = false
  for seed in 0..<12 {
    let story = story(seed: UInt64(seed * 7 + index))
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let plain = try layOut(story, layout: unmarked, typesetter: workshop.typesetter, atlas: workshop.atlas)
    #expect(made.document.pages.count == plain.document.pages.count)
    var count = 0
    for (page, other) in zip(made.document.pages, plain.document.pages) {
      let found = bars(on: page.frame, of: layout)
      count += found.count
      for bar in found {
        #expect(Rect(size: page.frame.size).contains(bar))
        for text in texts(on: page.frame) where text.box.overlaps(bar, tolerance: 0) {
          Issue.record("seed \(seed), \(cases[index]): a bar touches “\(text.text)”")
        }
      }
      // Marks move nothing.
      #expect(page.frame.text == other.frame.text || page.frame.text.contains("bar"))
      #expect(bars(on: other.frame, of: layout).isEmpty)
    }
    #expect(count >= story.questions.count)
  }
}

@Test(arguments: [1, 12, 60])
func everyChangeStandsInTheReportOnceAndHeadsAreSetAgain(count: Int) throws {
  let workshop = try Workshop()
  for paper in [Paper.a4, .letter, .a5] {
    var layout = try workshop.layout("report", paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "changes" }
    let story = story(seed: 3, figures: 70, changed: count)
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let pages = made.document.pages.map(\.frame)
    let text = pages.map(\.text).joined()
    #expect(numbers(in: text).sorted() == Array(0..<count), "\(paper)")
    #expect(text.contains("20 November 2018"))
    let tables = pages.filter { $0.text.contains("Was") }
    #expect(count < 60 || tables.count > 1)
    #expect(tables.first?.text.contains("(continued)") == false)
    for page in tables.dropFirst() { #expect(page.text.contains("Figure (continued)")) }
    for page in pages.dropFirst() {
      #expect(page.text.contains("What changed since the edition of 20 November 2018 (continued)"))
    }
    for page in pages { #expect(overlap(on: page) == nil) }
  }
}

@Test(arguments: [1, 3, 6, 60])
func aSlideHoldsTheChangesThatFitAndCountsTheOthers(count: Int) throws {
  let workshop = try Workshop()
  for paper in [Paper.wide, .standard] {
    var layout = try workshop.layout("slides", paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "changes" }
    let made = try layOut(
      story(seed: 4, figures: 70, changed: count), layout: layout, typesetter: workshop.typesetter,
      atlas: workshop.atlas)
    try #require(made.document.pages.count == 1)
    let page = made.document.pages[0].frame
    let shown = numbers(in: page.text)
    #expect(shown == Array(0..<shown.count))
    if count == 1 { #expect(!page.text.contains("more")) }
    if count == 60 {
      #expect(page.text.contains("and \(60 - shown.count) more: see the report"))
      #expect(shown.count >= 3)
    }
    for leaf in page.leaves {
      // 12 pt at least but for running lines.
      guard case .text(let run) = leaf.item, !leaf.tags.contains(.artifact) else { continue }
      #expect(run.fontSize >= 12, "\(run.text)")
      #expect(leaf.origin.y < layout.body.maxY + 0.01)
    }
    #expect(overlap(on: page) == nil)
  }
}

/// Report pages of what changed, of figures that are written here: "id value formula".
private func changesText(from old: [Figure], to new: [Figure], _ edit: (inout Story) -> Void = { _ in })
  throws
  -> String
{
  let workshop = try Workshop()
  var layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  layout.pages.removeAll { $0.name != "changes" }
  var generator = StoryGenerator(seed: 9)
  var story = generator.story()
  story.figures = FigureTable(new)
  story.questions[0].points = [
    InlineText([Inline("It is "), Inline("3 km", .figure(["road"])), Inline(".")], file: "x")
  ]
  edit(&story)
  story.changes = EditionChanges(
    from: Edition(title: "", figuresAsOf: nil, figures: FigureTable(old), statements: []), to: story.edition)
  let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
  return made.document.pages.map(\.frame.text).joined(separator: " ")
}

private func figure(
  _ id: String, _ value: Decimal, status: Status = .actual, formula: String? = nil, year: Int? = nil
) -> Figure {
  Figure(
    id: id, label: "The \(id)", value: value, unit: Unit("km"),
    period: year.map { Period(firstMonth: $0 * 12, lastMonth: $0 * 12 + 11) }, status: status,
    formula: formula, location: SourceLocation(file: "figures.csv"))
}

@Test func aBarStandsBesideTheWholeOfAChangedExhibit() throws {
  let workshop = try Workshop()
  for (name, paper) in [("report", Paper.a4), ("slides", .wide)] {
    let layout = try workshop.layout(name, paper: paper, questionsOnly: false)
    var generator = StoryGenerator(seed: 9)
    var story = generator.story()
    story.figures = FigureTable([figure("road", 3)])
    // Of a table the numbers are marked each by themselves.
    let index = try #require(
      story.questions.firstIndex { question in
        if case .table? = question.exhibits.first?.content { false } else { !question.exhibits.isEmpty }
      })
    story.questions[index].exhibits[0].subtitle = nil
    story.questions[index].exhibits[0].title = InlineText(
      [Inline("It is "), Inline("3 km", .figure(["road"]))], file: "x")
    story.changes = EditionChanges(
      from: Edition(title: "", figuresAsOf: nil, figures: FigureTable([figure("road", 2)]), statements: []),
      to: story.edition)
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let heights = made.document.pages.flatMap { bars(on: $0.frame, of: layout) }.map(\.height)
    // Its title alone has two lines of the grid.
    #expect((heights.max() ?? 0) > layout.grid.baseline * 4, "\(name)")
  }
}

@Test func otherNamesOfAFigureHaveNoRowBesideIt() throws {
  let text = try changesText(
    from: [figure("road", 2), figure("lead", 2, formula: "road"), figure("lead-again", 2, formula: "lead")],
    to: [figure("road", 3), figure("lead", 3, formula: "road"), figure("lead-again", 3, formula: "lead")])
  #expect(text.contains("The road"))
  #expect(!text.contains("The lead"))
  #expect(text.contains("1 changed."))
}

@Test func newFiguresThatNoPageUsesAreToldInOneSentence() throws {
  let text = try changesText(
    from: [], to: [figure("road", 3)] + (1...9).map { figure("bridge-\($0)", Decimal($0)) })
  #expect(text.contains("And 9 new that no page uses yet: The bridge-1; The bridge-2;"))
  #expect(text.components(separatedBy: "The bridge-9").count == 2)
  #expect(text.contains("10 new."))
}

@Test func aFormulaAndAMissingPeriodAreToldInPlainWords() throws {
  let text = try changesText(
    from: [figure("road", 2, year: 2020), figure("rail", 5, year: 2022)],
    to: [figure("road", 3, status: .derived, formula: "rail - 2"), figure("rail", 5, year: 2022)])
  #expect(text.contains("now from The rail, 2022"))
  #expect(text.contains("The road2\u{A0}km20203\u{A0}kmno year given"))
  #expect(!text.contains("→ –"))
}

@Test func whatChangedOfSourcesAndReportersIsToldInPlainWords() throws {
  func changes(from was: (Source, String?), to now: (Source, String?)) throws -> String {
    let figures = [was, now].map { source, reporter in
      var figure = figure("road", 2)
      (figure.sources, figure.reporter) = ([source], reporter)
      return figure
    }
    let text = try changesText(from: [figures[0]], to: [figures[1]])
    #expect(!text.contains("→") && !text.contains("reporter"))
    return text
  }
  let (paragraph, page) = (Source.paragraph(5), Source.url("https://example.org/a"))
  let first = try changes(from: (paragraph, nil), to: (page, "Country One"))
  #expect(first.contains("source now example.org, before ¶5; reported by Country One"))
  #expect(try changes(from: (page, "One"), to: (page, "Two")).contains("reported by Two, before by One"))
  let last = try changes(from: (page, "One"), to: (page, nil))
  #expect(last.contains("before by One") && !last.contains("reported by"))
}

@Test func aBriefTellsInALineWhatChangedAndWhereItsFiguresComeFrom() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("brief", paper: .a4, questionsOnly: false)
  var (road, lead) = (figure("road", 3, year: 2020), figure("lead", 7, year: 2022))
  lead.sources = [.url("https://example.org/a")]
  road.sources = [.paragraph(1)]
  var generator = StoryGenerator(seed: 9)
  var story = generator.story()
  story.figures = FigureTable([road, lead])
  story.keyFigures = [
    KeyFigure(figure: lead, numeral: "7 km", label: InlineText([Inline("Lead")], file: "x"), note: nil)
  ]
  func text() throws -> String {
    try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
      .document.pages.map(\.frame.text).joined(separator: " ")
  }
  let before = try text()
  #expect(!before.contains("What changed") && before.contains("example.org"))
  story.changes = EditionChanges(
    from: Edition(
      title: "", figuresAsOf: nil,
      figures: FigureTable([figure("road", 2, year: 2020), figure("lead", 5, year: 2018)]), statements: []),
    to: story.edition)
  let line =
    "The lead 5\u{A0}km (2018)\u{A0}→ 7\u{A0}km (2022); The road, 2020 2\u{A0}km\u{A0}→ 3\u{A0}km."
  let after = try text()
  #expect(after.contains("What changed since the last edition: " + line), "\(after)")
}

@Test func eachValueIsNamedWithItsOwnPeriod() throws {
  let text = try changesText(
    from: [figure("road", 2, year: 2018), figure("lead", 2, formula: "road", year: 2018)],
    to: [
      figure("road", 2, year: 2018), figure("rail", 5, year: 2022),
      figure("lead", 5, formula: "rail", year: 2022),
    ])
  #expect(text.contains("The lead2\u{A0}km20185\u{A0}km2022"))
  #expect(!text.contains("The lead, "))
  // Where both are of one period, the row's name says it.
  let same = try changesText(from: [figure("road", 2, year: 2018)], to: [figure("road", 3, year: 2018)])
  #expect(same.contains("The road, 20182\u{A0}km3\u{A0}km"))
}

@Test func aFigureThatWasCalledOtherwiseIsToldByBothNames() throws {
  var old = figure("road", 2)
  old.label = "The old road"
  #expect(try changesText(from: [old], to: [figure("road", 3)]).contains("The old road\u{A0}→ The road"))
}

@Test func newSentencesAreThoseOfKeyFiguresAndExhibitsToo() throws {
  let text = try changesText(from: [figure("road", 2)], to: [figure("road", 3)]) { story in
    let said = { (words: String) in
      InlineText([Inline(words), Inline("3 km", .figure(["road"]))], file: "x")
    }
    story.questions[0].keyFigures = [
      KeyFigure(
        figure: story.figures.figures[0], numeral: "3", label: said("as labelled "), note: said("as noted "))
    ]
    for index in story.questions.indices where !story.questions[index].exhibits.isEmpty {
      story.questions[index].exhibits[0].title = said("as titled ")
    }
  }
  for words in ["3 as labelled 3 km · as noted 3 km", "as titled 3 km"] { #expect(text.contains(words)) }
}

@Test func aKeyFigureIsToldOnceWithItsNumberWhereItsLabelOrItsNoteIsNew() throws {
  let text = try changesText(from: [figure("road", 2)], to: [figure("road", 3)]) { story in
    let said = { (words: String) in
      InlineText([Inline(words), Inline("3 km", .figure(["road"]))], file: "x")
    }
    let road = story.figures.figures[0]
    let old = InlineText("as ever", file: "x")
    story.keyFigures = [
      KeyFigure(figure: road, numeral: "3", label: said("As labelled ")),
      KeyFigure(figure: road, numeral: "3", label: said("Of its own ")),
    ]
    story.questions[0].keyFigures = [
      KeyFigure(figure: road, numeral: "3", label: said("as labelled "), note: old),
      KeyFigure(figure: road, numeral: "3", label: old, note: said("as noted ")),
      KeyFigure(figure: road, numeral: "3", label: old, note: old),
    ]
  }
  #expect(text.components(separatedBy: "3 as labelled 3 km").count == 2)
  #expect(text.components(separatedBy: "3 as ever · as noted 3 km").count == 2)
  #expect(text.components(separatedBy: "as ever").count == 2)
  #expect(text.components(separatedBy: "3 Of its own 3 km").count == 2)
  #expect(!text.contains("As labelled"))
}

@Test func withoutAnEditionBeforeOrWithoutChangesThereIsNoSuchPage() throws {
  let workshop = try Workshop()
  for (name, paper) in [("report", Paper.a4), ("slides", .wide)] {
    let layout = try workshop.layout(name, paper: paper, questionsOnly: false)
    var none = story(seed: 5)
    none.changes = nil
    let made = try layOut(none, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    #expect(made.changesPage == nil)
    let same = story(seed: 5, changed: 0)
    let again = try layOut(same, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    #expect(again.document == made.document)
    let new = try layOut(
      story(seed: 5), layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    #expect(new.changesPage != nil)
  }
}

@Test func theHeadlineNamesNoDateThatTellsNothing() throws {
  let workshop = try Workshop()
  var layout = try workshop.layout("report", paper: .a4, questionsOnly: false)
  layout.pages.removeAll { $0.name != "changes" }
  var story = story(seed: 6)
  for (old, new) in [(nil, "2018-11-20"), ("2018-11-20", "2018-11-20"), (nil, nil)] as [(String?, String?)] {
    story.changes?.old.figuresAsOf = old
    story.changes?.new.figuresAsOf = new
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    #expect(made.document.pages[0].frame.text.contains("since the last edition"))
  }
}

@Test(arguments: [1, 19, 200])
func theTableOfFiguresHoldsAllOfThemOnEveryPaper(count: Int) throws {
  let workshop = try Workshop()
  for paper in [Paper.a4, .letter, .a5] {
    var layout = try workshop.layout("report", paper: paper, questionsOnly: false)
    layout.pages.removeAll { $0.name != "figures" }
    var story = story(seed: 8, figures: count, changed: 0)
    for figure in story.figures.figures where figure.id.hasSuffix("7") {
      story.sentences[figure.id] = QuotedSentence(
        text: "A sentence of \(figure.id) that holds its number, among other words that make it longer.",
        source: .paragraph(1))
    }
    let made = try layOut(story, layout: layout, typesetter: workshop.typesetter, atlas: workshop.atlas)
    let pages = made.document.pages.map(\.frame)
    let text = pages.map(\.text).joined(separator: " ")
    for figure in story.figures.figures {
      #expect(text.contains(figure.words(.short)), "\(figure.id)")
    }
    #expect(Set(numbers(in: text)) == Set(0..<count))
    #expect(text.components(separatedBy: "A sentence of").count - 1 == story.sentences.count)
    let tables = pages.filter { $0.text.contains("Period") }
    // On narrow paper it may be divided.
    for page in tables.dropFirst() {
      #expect(page.text.replacing("\u{AD}", with: "").contains("(continued)"))
    }
    for page in pages {
      if let pair = overlap(on: page) { Issue.record("\(count) on \(paper): \(pair) overlap") }
      for placed in texts(on: page) { #expect(placed.box.maxX <= layout.body.maxX + 7, "\(placed.text)") }
    }
    #expect(
      pages.flatMap(\.anchors).count { if case .figure(let id) = $0 { id.hasPrefix("f") } else { false } }
        == count)
  }
}

@Test(arguments: [
  ("≈ $2.5 bn", "≈ $2"), ("10\u{202F}000", "10\u{202F}000"), ("200+", "200"), ("−0.5%", "−0"), ("–", ""),
  ("KZT 1\u{202F}234\u{202F}567 m", "KZT 1\u{202F}234\u{202F}567"), ("27 years", "27"),
])
func aNumberIsDividedAtItsDecimalPoint(text: String, before: String) {
  #expect(DecimalColumn.untilPoint(text) == before)
}

@Test func decimalPointsStandBelowEachOther() throws {
  let workshop = try Workshop()
  let layout = try workshop.layout("report", paper: .a4)
  let setter = Setter(layout: layout, typesetter: workshop.typesetter, language: "en")
  let texts = [
    "≈ $2.5 bn", "10\u{202F}000", "40%", "−12.75%",
    "an extraordinarily long one, 3 of them, to be set by itself",
  ]
  let column = DecimalColumn(texts, role: .tableNumber, file: "x", setter: setter, most: 100)
  let points = texts.dropLast().map { text in
    let cell = column.cell(setter.rich(text, .tableNumber, file: "x"))
    let start =
      cell.leaves.compactMap { leaf in
        if case .text = leaf.item { leaf.origin.x } else { nil }
      }.min() ?? 0
    return start + setter.widest([setter.rich(DecimalColumn.untilPoint(text), .tableNumber, file: "x")])
  }
  for point in points { #expect(abs(point - points[0]) < 0.05) }
  #expect(column.width <= 100)
}
