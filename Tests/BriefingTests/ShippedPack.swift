import Atlas
import ChartGrammar
import Diagnostics
import Evidence
import Foundation
import MapGrammar
import Tables
import TestSupport
import YAMLReading

@testable import Briefing

/// The shipped pack, told again and again with other figures. What its texts say of places stays the same, and is looked
/// up once.
struct ShippedPack {
  static let path = projectPath("seeds/kazakh-uzbek")

  private let atlas: Atlas
  private let words: ClaimVocabulary
  private let first: StoryComposer
  private let update: URL

  init() throws {
    atlas = try shippedAtlas()
    var words = ClaimVocabulary()
    var log = DiagnosticLog()
    words.add(try Table.open(projectPath("Words/claims.csv")), log: &log)
    self.words = words
    update = try TemporaryFolder().file("update.csv")
    var folder = try PackFolder(path: Self.path)
    let summaries = (1...4).map { folder.summary($0) }
    var composer = StoryComposer(pack: folder.pack ?? .unread, folder: folder, atlas: atlas)
    _ = composer.story(summaries: summaries)
    first = composer
  }

  /// What the pages say with rows laid over the table (`id,value,unit,period,qualifier,status,formula,source`), and what
  /// `check` says of it; `nil` where it is refused. `edit` changes summaries before they are read, by their files' names.
  func told(with rows: [String], edit: (String, String) -> String = { $1 }) throws -> (
    said: [Said], warnings: [Diagnostic]
  )? {
    let header = "id,value,unit,period,qualifier,status,formula,source\n"
    try (header + rows.joined(separator: "\n") + "\n").write(to: update, atomically: true, encoding: .utf8)
    var folder = try PackFolder(path: Self.path, updates: [update.path])
    folder.setDate("2018-11-20", hasUpdates: true)
    let summaries = (1...4).map { number in
      folder.summary(number).map { edit("summaries/\(number).md", $0) }
    }
    guard !folder.log.hasErrors, let pack = folder.pack else { return nil }
    var composer = StoryComposer(pack: pack, folder: folder, atlas: atlas)
    composer.foundPlaces = first.foundPlaces
    composer.textsRead = first.textsRead
    composer.foundLists = first.foundLists
    guard let story = composer.story(summaries: summaries), !composer.log.hasErrors else { return nil }
    let doubts = folder.doubts(about: story, words: words, isStrict: false)
    return (
      Said.all(of: story, pack, summaries), folder.log.diagnostics + composer.log.diagnostics + doubts
    )
  }
}

/// A text of the pages with where it was written. What is made from figures stands between ⟨ and ⟩ with their ids:
/// "Trade reached ⟨more than $2 bn|lead-trade⟩".
struct Said {
  enum Kind { case headline, point, keyFigure, title, subtitle, note, event, figure, alternative }

  var kind: Kind
  var text: String
  var place: SourceLocation
  /// What it stands with: a key figure's own, an exhibit's.
  var figures: [String] = []
  /// Of an event.
  var period: Period?

  /// Of the figures that its words are made from.
  var ids: [String] {
    text.split(separator: "|").dropFirst().flatMap { part in
      (part.split(separator: "⟩", maxSplits: 1, omittingEmptySubsequences: false).first ?? "").split(
        separator: ","
      )
      .map(String.init)
    }
  }

  private init?(
    _ kind: Kind, _ text: InlineText?, _ place: SourceLocation?, figures: [String] = [], period: Period? = nil
  ) {
    guard let text, let place else { return nil }
    self.kind = kind
    self.text = text.pieces.map { piece in
      guard case .figure(let ids) = piece.kind else { return piece.text }
      return "⟨\(piece.text)|\(ids.joined(separator: ","))⟩"
    }.joined().replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").replacing("\u{2060}", with: "")
    self.place = place
    self.figures = figures
    self.period = period
  }

  static func all(of story: Story, _ pack: Pack, _ summaries: [String?]) -> [Said] {
    var said: [Said?] = []
    func add(_ told: [Pack.KeyFigure], _ made: [KeyFigure]) {
      for (told, made) in zip(told, made) {
        let place = told.figure.location
        let numeral = InlineText(
          [Inline(made.numeral, .figure([made.figure.id])), Inline(" ")] + made.label.pieces, file: "")
        said.append(Said(.keyFigure, numeral, told.label?.location ?? place, figures: [made.figure.id]))
        said.append(Said(.keyFigure, made.note, told.note?.location, figures: [made.figure.id]))
      }
    }
    add(pack.overview.keyFigures, story.keyFigures)
    for (index, (told, made)) in zip(pack.questions, story.questions).enumerated() {
      let figures = made.keyFigures.map(\.figure.id)
      said.append(Said(.headline, made.headline, told.headline.location, figures: figures))
      said.append(Said(.headline, made.statement, told.statement?.location, figures: figures))
      add(told.keyFigures, made.keyFigures)
      // Each point is a paragraph of one line.
      let lines = (summaries[index] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
        .filter { !$0.element.isEmpty }.map { $0.offset + 1 }
      for (line, point) in zip(lines, made.points) {
        let file = "\(ShippedPack.path)/summaries/\(index + 1).md"
        said.append(Said(.point, point, SourceLocation(file: file, line: line)))
      }
      for (told, made) in zip(told.exhibits, made.exhibits) { said += exhibit(told, made, story.figures) }
    }
    for figure in story.figures.figures {
      let words = "⟨\(figure.words(.full))|\(figure.id)⟩ \(figure.label); \(figure.note ?? "")"
      said.append(
        Said(
          .figure, InlineText(words, file: ""), figure.noteLocation ?? figure.location, figures: [figure.id]))
    }
    return said.compactMap(\.self)
  }

  private static func exhibit(_ told: Pack.Exhibit, _ made: Exhibit, _ table: FigureTable) -> [Said?] {
    // A map has its labels as words alone.
    var reader = InlineReader(figures: table)
    var said: [Said?] = []
    var figures: [String] = []
    switch (told.content, made.content) {
    case (.chart(let written), .chart(let chart)):
      figures = chart.figures.map(\.id)
      said.append(
        Said(.alternative, InlineText(chart.alternativeText(), file: ""), made.location, figures: figures))
      for (written, event) in zip(written.events, chart.events) {
        said.append(
          Said(.event, InlineText(event.label, file: ""), written.label.location, period: event.period))
      }
    case (.map(let written), .map(let map)):
      said.append(Said(.note, written.border?.label.map { reader.read($0) }, written.border?.label?.location))
      for (written, event) in zip(written.events, map.events) {
        said.append(Said(.event, reader.read(written.label), written.label.location, period: event.period))
      }
    default: break
    }
    said.append(Said(.title, made.title, told.title?.location, figures: figures))
    said.append(Said(.subtitle, made.subtitle, told.subtitle?.location, figures: figures))
    said.append(Said(.note, made.note, told.note?.location, figures: figures))
    return said
  }
}
