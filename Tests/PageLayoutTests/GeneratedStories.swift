import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import Graphics
import Interview
import TestSupport

@testable import Briefing

/// What a generated story is like.
struct StoryRecipe {
  var questions: Int
  var words: Int
  var exhibits: Int
  var keyFigures: Int
  var hasLongWords: Bool
  var isCyrillic: Bool

  init(_ generator: inout SeededGenerator) {
    // Mostly small, now and then as large as a pack may be.
    let isLarge = Int.random(in: 0..<25, using: &generator) == 0
    questions = Int.random(in: 1...(isLarge ? 40 : 3), using: &generator)
    words =
      isLarge && questions < 4
      ? Int.random(in: 500...3000, using: &generator) : Int.random(in: 0...160, using: &generator)
    exhibits = isLarge ? Int.random(in: 0...10, using: &generator) : Int.random(in: 0...3, using: &generator)
    keyFigures = Int.random(in: 0...6, using: &generator)
    hasLongWords = Int.random(in: 0..<4, using: &generator) == 0
    isCyrillic = Int.random(in: 0..<4, using: &generator) == 0
  }
}

/// Makes stories of invented words, each word only once, so that a lost or doubled one is found.
struct StoryGenerator {
  var generator: SeededGenerator
  let recipe: StoryRecipe
  private var count = 0

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    recipe = StoryRecipe(&generator)
  }

  mutating func story() -> Story {
    let questions = (1...recipe.questions).map { question($0) }
    let transcript = Transcript(
      file: "transcript.txt", introduction: [], biography: [], questions: [], footnotes: footnotes)
    var story = Story(
      title: text(3), subtitle: text(8), kicker: text(2), language: recipe.isCyrillic ? "ru" : "en",
      keyFigures: (0..<recipe.keyFigures).map { keyFigure($0) }, questions: questions,
      figures: FigureTable((0..<12).map { figure($0) }), transcript: transcript)
    let places = FreePage.Place.allCases
    story.pages = (0..<Int.random(in: 0...2, using: &generator)).map { number in
      FreePage(
        name: "page-\(number).md", title: text(5), place: places[number], layouts: [],
        blocks: (0..<Int.random(in: 0...12, using: &generator)).map { _ in pageBlock() })
    }
    return story
  }

  /// A part of a page that the pack writes itself.
  private mutating func pageBlock() -> FreePage.Block {
    let length = Int.random(in: 1...60, using: &generator)
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: return .heading(text(min(length, 9)), level: Int.random(in: 2...3, using: &generator))
    case 1, 2:
      let (depth, isMarked) = (Int.random(in: 0...3, using: &generator), Bool.random(using: &generator))
      return .item(
        FreePage.Item(
          text: text(length), marker: isMarked ? "\(length)." : nil, depth: depth, list: length % 3))
    case 3:
      let (columns, rows) = (
        Int.random(in: 1...5, using: &generator), Int.random(in: 1...9, using: &generator)
      )
      return .table(
        FreePage.Table(
          head: (0..<columns).map { _ in text(2) },
          rows: (0..<rows).map { _ in
            (0..<columns).map { _ in text(Int.random(in: 1...6, using: &generator)) }
          },
          isRight: (0..<columns).map { _ in Bool.random(using: &generator) }))
    case 4:
      let picture = Picture(
        .png, [1], width: Int.random(in: 90...2000, using: &generator),
        height: Int.random(in: 90...2000, using: &generator))
      return .exhibit(
        Exhibit(
          title: text(4), note: text(6),
          content: .picture(
            PictureDescription(
              picture, alternative: "A", form: Bool.random(using: &generator) ? .whole : .cropped)),
          sources: [], location: Diagnostics.SourceLocation(file: "page.md", line: length)))
    default: return .paragraph(text(length))
    }
  }

  private var footnotes: [Footnote] {
    (1...3).map {
      Footnote(
        number: $0, text: "Note \($0).",
        location: Diagnostics.SourceLocation(file: "transcript.txt", line: $0))
    }
  }

  private mutating func question(_ number: Int) -> QuestionStory {
    var points: [InlineText] = []
    var left = recipe.words
    while left > 0 {
      let length = min(left, Int.random(in: 5...70, using: &generator))
      var point = text(length)
      point.pieces[0].isStrong = true
      if Int.random(in: 0..<6, using: &generator) == 0 {
        point.pieces.append(
          Inline(
            String(Int.random(in: 1...3, using: &generator)),
            .footnote(Int.random(in: 1...3, using: &generator))))
      }
      points.append(point)
      left -= length
    }
    return QuestionStory(
      number: number, question: text(14), headline: text(8), statement: text(12), points: points,
      keyFigures: (0..<recipe.keyFigures).map { keyFigure($0) },
      exhibits: (0..<recipe.exhibits).map { exhibit($0) },
      quotation: Bool.random(using: &generator)
        ? Quotation(text: words(12), source: Inline("¶1", .source([1])), file: "pack.yml") : nil)
  }

  private mutating func exhibit(_ index: Int) -> Exhibit {
    let content: Exhibit.Content =
      switch (index + count) % 4 {
      case 3: .table(table())
      case 0: .chart(ChartDescription(.bars, figures: (0..<5).map { figure($0) }))
      case 1:
        .chart(
          ChartDescription(
            .timeline(
              (0..<3).map {
                .init(
                  period: Period(firstMonth: 24000 + 12 * $0, lastMonth: 24011 + 12 * $0), label: text(3).text
                )
              })))
      default: .chart(ChartDescription(.share, figures: [share]))
      }
    return Exhibit(
      title: text(6), subtitle: text(4), content: content, sources: [.paragraph(1)],
      location: Diagnostics.SourceLocation(file: "pack.yml", line: 1))
  }

  /// Of few rows and columns, with gaps and sums: the narrowest slide has room for no more beside points. Larger ones are drawn by
  /// `TableExhibitTests`.
  private mutating func table() -> TableDescription {
    let (rows, columns) = (Int.random(in: 1...6, using: &generator), Int.random(in: 1...4, using: &generator))
    var figures: [Figure] = []
    for row in 0..<rows {
      let label = words(Int.random(in: 1...2, using: &generator)).split(separator: " ").map { $0.prefix(12) }
        .joined(separator: " ")
      for column in 0..<columns where column == 0 || Int.random(in: 0..<8, using: &generator) > 0 {
        figures.append(
          Figure(
            id: "cell-\(row)-\(column)", label: label,
            value: Decimal(Int.random(in: -99...999, using: &generator)) / 10, unit: Unit("USD m"),
            period: Period(firstMonth: 24000 + 12 * column, lastMonth: 24011 + 12 * column),
            qualifier: Qualifier.allCases.randomElement(using: &generator) ?? .exact,
            status: Status.allCases.randomElement(using: &generator) ?? .actual, sources: [.paragraph(1)],
            location: Diagnostics.SourceLocation(file: "figures.csv", line: 2)))
      }
    }
    var order = TableOrder(series: [Series(figures: figures)])
    order.hasTotal = rows > 1 && Bool.random(using: &generator)
    let place = Diagnostics.SourceLocation(file: "pack.yml", line: 1)
    return makeTable(order, at: TablePlaces(table: place, keys: [:], figures: [:])).0
  }

  private func figure(_ index: Int) -> Figure {
    Figure(
      id: "figure-\(index)", label: "Figure \(index)", value: Decimal(index * 7 + 1), unit: Unit("USD bn"),
      period: Period(firstMonth: 24000 + 12 * index, lastMonth: 24011 + 12 * index), sources: [.paragraph(1)],
      location: Diagnostics.SourceLocation(file: "figures.csv", line: index + 2))
  }

  private var share: Figure {
    Figure(
      id: "share", label: "Share", value: 40, unit: Unit("%"), sources: [.paragraph(1)],
      location: Diagnostics.SourceLocation(file: "figures.csv", line: 20))
  }

  private mutating func keyFigure(_ index: Int) -> KeyFigure {
    KeyFigure(
      figure: figure(index), numeral: "$\(index) bn", label: text(4), note: index % 2 == 0 ? text(3) : nil)
  }

  private mutating func text(_ length: Int) -> InlineText {
    InlineText(
      [Inline(words(max(length / 2, 1))), Inline(" " + words(max(length - length / 2, 1)))], file: "pack.yml")
  }

  private mutating func words(_ length: Int) -> String {
    (0..<length).map { _ in word() }.joined(separator: " ")
  }

  /// Syllables that spell the word's number, so that no two words are alike.
  private mutating func word() -> String {
    count += 1
    let latin = ["ba", "ke", "li", "mo", "nu", "ra", "so", "ti", "ve", "pa"]
    let cyrillic = ["ба", "ке", "ли", "мо", "ну", "ра", "со", "ти", "ве", "па"]
    var word = String(count).map { (recipe.isCyrillic ? cyrillic : latin)[$0.wholeNumberValue ?? 0] }.joined()
    if recipe.hasLongWords, Int.random(in: 0..<40, using: &generator) == 0 {
      word += String(repeating: recipe.isCyrillic ? "щука" : "long", count: 30)
    }
    return word
  }
}

extension Story {
  fileprivate init(
    title: InlineText, subtitle: InlineText, kicker: InlineText, language: String, keyFigures: [KeyFigure],
    questions: [QuestionStory], figures: FigureTable, transcript: Transcript
  ) {
    self.init(
      title: title, subtitle: subtitle, kicker: kicker, language: language, author: nil, figuresAsOf: nil,
      expert: "Dr Test", role: nil, interviewDate: nil, countries: [], keyFigures: keyFigures, map: nil,
      questions: questions, figures: figures, transcript: transcript, packFile: "pack.yml", passages: [])
  }

  /// Every word of the questions and of the pack's own pages that must stand on pages.
  func wordsOfQuestions() -> [String] {
    var texts: [InlineText] = []
    for question in questions {
      texts += [question.question, question.headline]
      texts += question.points
      for key in question.keyFigures { texts += [key.label, key.note].compactMap { $0 } }
      for exhibit in question.exhibits {
        texts += [exhibit.title, exhibit.subtitle].compactMap { $0 }
        if case .chart(let chart) = exhibit.content {
          texts += chart.events.map { InlineText($0.label, file: "pack.yml") }
        }
        if case .table(let table) = exhibit.content {
          texts += table.rows.map { InlineText($0.heading.name, file: "pack.yml") }
        }
      }
      if let quotation = question.quotation { texts.append(InlineText(quotation.text, file: quotation.file)) }
    }
    for page in pages {
      texts += page.texts + page.exhibits.flatMap { [$0.title, $0.note].compactMap(\.self) }
    }
    let plain = texts.flatMap(\.pieces).filter { $0.kind == .plain }
    return plain.flatMap { $0.text.split(separator: " ").map(String.init) }
  }
}
