import Atlas
import ChartGrammar
import Diagnostics
import Evidence
import Interview
import MapGrammar

/// A pack made into what is to be said, in order, before anyone asks where on which page it stands.
public struct Story: Hashable, Sendable {
  public var title: InlineText
  public var subtitle: InlineText?
  public var kicker: InlineText?
  /// BCP 47.
  public var language: String
  public var author: String?
  /// ISO 8601: as of when the figures are.
  public var figuresAsOf: String?
  public var expert: String?
  public var role: String?
  /// ISO 8601: when the interview was held.
  public var interviewDate: String?
  /// ISO 3166-1 alpha-2, at most two: the countries that maps tint.
  public var countries: [String]
  /// What the pack is printed for, if for a meeting.
  public var meeting: Meeting?
  /// Who may read it ("For official use"), on every page.
  public var classification: String?
  public var keyFigures: [KeyFigure]
  public var map: Exhibit?
  /// A picture of the expert.
  public var portrait: Exhibit?
  /// A picture for the first page.
  public var cover: Exhibit?
  public var questions: [QuestionStory]
  /// That the pack writes itself, in its order.
  public var pages: [FreePage] = []
  public var figures: FigureTable
  public var transcript: Transcript
  public var packFile: String
  /// By figure the sentence of the transcript that holds its number.
  public var sentences: [String: QuotedSentence] = [:]
  /// What is different from an edition before; `nil` where there is none to compare with.
  public var changes: EditionChanges?
  /// What was typed, where, and what pages say for it.
  public var written: [WrittenText] = []
  /// What of a draft nobody has looked at yet.
  public var unseen: [Unseen] = []
  /// What was typed and stands with figures.
  var passages: [Passage] = []
}

extension Story {
  /// Whether a text is a date as ISO 8601: a year, a month or a day of one.
  public static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isNumeric = parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
    let numbers = parts.compactMap { Int($0) }
    return isNumeric && [[4], [4, 2], [4, 2, 2]].contains(parts.map(\.count))
      && (numbers.count < 2 || (1...12).contains(numbers[1]))
      && (numbers.count < 3 || (1...31).contains(numbers[2]))
  }
}

/// A question's page.
public struct QuestionStory: Hashable, Sendable {
  public var number: Int
  /// The question as the pack shortens it, or as it was asked.
  public var question: InlineText
  public var headline: InlineText
  public var statement: InlineText?
  /// What the answer says, a paragraph a point.
  public var points: [InlineText]
  public var keyFigures: [KeyFigure]
  public var exhibits: [Exhibit]
  public var quotation: Quotation?
  /// What is to be said with its first slide, a paragraph each; for who speaks.
  public var notes: [InlineText] = []
}

/// A number set large.
public struct KeyFigure: Hashable, Sendable {
  public var figure: Figure
  public var numeral: String
  public var label: InlineText
  public var note: InlineText?
}

public struct Quotation: Hashable, Sendable {
  public var text: String
  /// Who says it, where several answer.
  public var speaker: String?
  public var source: Inline
  public var file: String
}

/// A chart, map, timeline or table to be drawn.
public struct Exhibit: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case chart(ChartDescription)
    case map(MapDescription)
    case table(TableDescription)
    case picture(PictureDescription)
  }

  public var title: InlineText?
  public var subtitle: InlineText?
  public var note: InlineText?
  public var content: Content
  /// What it stands on: paragraphs and footnotes of the transcript and addresses, each once.
  public var sources: [Source]
  /// Where it is described, for messages.
  public var location: SourceLocation
  /// Names of the layouts that show it; empty: all.
  public var layouts: [String]
  /// Where those names stand, in the same order.
  public var layoutPlaces: [SourceLocation] = []
  /// The points that the pack puts beside it, counted from 0; `nil` where they are chosen by what they are about.
  public var points: [Int]?
  /// What is to be said with its slide, a paragraph each; for who speaks.
  public var notes: [InlineText] = []

  public init(
    title: InlineText? = nil, subtitle: InlineText? = nil, note: InlineText? = nil, content: Content,
    sources: [Source], location: SourceLocation, layouts: [String] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.note = note
    self.content = content
    self.sources = sources
    self.location = location
    self.layouts = layouts
  }
}

extension Story {
  /// What is wrong with the layouts that exhibits and pages name: a name that none has would hide the exhibit everywhere.
  public func problems(withLayouts known: [String]) -> [Diagnostic] {
    let named =
      allExhibits.flatMap { zip($0.layouts, $0.layoutPlaces) }
      + pages.flatMap { zip($0.layouts, $0.layoutPlaces) }
    return named.filter { !known.contains($0.0) }.map { name, place in
      Diagnostic(
        .error, "there is no layout '\(name)'", at: place, advice: adviceForUnknown(name, among: known))
    }
  }

  /// Whether it has notes for who speaks.
  public var hasNotes: Bool {
    !(map?.notes.isEmpty ?? true)
      || questions.contains { !$0.notes.isEmpty || $0.exhibits.contains { !$0.notes.isEmpty } }
  }

  /// With the exhibits that a layout shows.
  ///
  /// - Parameter names: the layout's, and those of others whose exhibits are its own, too.
  /// - Returns: the story without all other exhibits and pages.
  public func shown(in names: [String]) -> Story {
    var story = self
    func isShown(_ layouts: [String]) -> Bool { layouts.isEmpty || layouts.contains(where: names.contains) }
    for index in story.questions.indices {
      let hidden = story.questions[index].exhibits.filter { !isShown($0.layouts) }
      story.questions[index].exhibits.removeAll(where: hidden.contains)
      // What is to be said is said without its exhibit.
      story.questions[index].notes += hidden.flatMap(\.notes)
    }
    story.pages.removeAll { !isShown($0.layouts) }
    for index in story.pages.indices {
      story.pages[index].blocks.removeAll {
        if case .exhibit(let exhibit) = $0 { !isShown(exhibit.layouts) } else { false }
      }
    }
    return story
  }
}
