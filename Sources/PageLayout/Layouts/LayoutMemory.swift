import Briefing
import Diagnostics
import Evidence
import Graphics
import Keeping

/// What a document was made of, kept for the next time that it is made: what comes from equal values is taken again.
///
/// Belongs to one layout's document and one typesetter; not `Sendable`.
public final class LayoutMemory {
  var drawings = Kept<ExhibitStudio.Drawing, ExhibitStudio.Drawn>()
  var heights = Kept<ExhibitStudio.Measuring, PlotHeights?>()
  /// The newest first.
  var parts = Kept<DocumentPart, [SettledPart]>()
  var finished = Kept<PageToFinish, Document.Page>()
  /// Parts that were made, and those that were taken.
  var tallyOfParts = Tally()
  private var context: Context?

  /// What all that is kept depends on.
  private struct Context: Equatable {
    var layout: Layout
    var language: String
  }

  public init() {}

  /// Begins to make the document again: forgets all if it looks otherwise or is in another language, else what
  /// wasn't asked for the last time.
  func begin(_ layout: Layout, _ story: Story) {
    let context = Context(layout: layout, language: story.language)
    if context == self.context {
      drawings.turn()
      heights.turn()
      parts.turn()
      finished.turn()
    } else {
      (drawings, heights, parts, finished) = (Kept(), Kept(), Kept(), Kept())
    }
    tallyOfParts = Tally()
    self.context = context
  }

  /// What was made for the document that was made last, and what it took from before, by its kind. A drawing that
  /// the same document asks for again is taken, too.
  public var tallies: [String: Tally] {
    ["exhibits drawn": drawings.tally, "parts laid out": tallyOfParts, "pages finished": finished.tally]
  }
}

/// The pages of one template for one subject.
struct DocumentPart: Hashable {
  var template: String
  var question: Int?
  var exhibit: Int
  /// Of the pages that are shown small.
  var slide: Int?
  /// The file of a page that the pack writes itself.
  var page: String?

  var name: String {
    "\(template)-\(question ?? 0)-\(exhibit)" + (slide.map { "-\($0)" } ?? "") + (page.map { "-\($0)" } ?? "")
  }
}

/// A part's pages, with all that they depend on.
struct SettledPart {
  /// What its pages are made from, the story aside.
  struct Ground: Equatable {
    var question: QuestionStory?
    var page: FreePage?
    /// `nil` where they show none.
    var numbers: PageNumbers?
    var copy: Copy?
    var slides: [Slide]
    /// Where new figures and sentences are marked.
    var changes: EditionChanges?
    var credits: [String]
    /// Of exhibits that go over several pages.
    var divisions: [SourceLocation: Division]
  }

  var ground: Ground
  var readsTheSame: (Story) -> Bool
  var pages: [LaidOutPage]
  /// The divisions after it was made.
  var divisions: [SourceLocation: Division]
  var diagnostics: [Diagnostic]
  /// What was drawn for its pages.
  var exhibits: [DrawnExhibit]

  /// Of one part; more than a document needs in its rounds, so that a change that is taken back is known again.
  static let most = 4
}

/// A page whose running lines are still to come.
struct LaidOutPage {
  let body: Frame
  /// Those on the body, in order.
  let anchors: [Anchor]
  /// Where links on the body lead, in order.
  let linked: [Anchor]
  /// Ids of the figures that it shows, as often as it does.
  let figures: [String]
  /// Where the body stands on the paper.
  let origin: Point
  let section: String
  let question: QuestionStory?
  /// That the pack writes itself.
  var page: FreePage?
  let template: PageTemplate
  let isBlank: Bool
  /// The first exhibit that it may show, counted from 0 in the question.
  var exhibit = 0
  /// Whether it goes on with the page before.
  var continues = false

  /// `figures` are those that stand there without a link; on a page that lists them all they don't count.
  init(
    body: Frame, origin: Point, section: String = "", question: QuestionStory? = nil, template: PageTemplate,
    figures: [String] = [], isBlank: Bool = false
  ) {
    (self.body, self.origin, self.section, self.question) = (body, origin, section, question)
    (self.template, self.isBlank) = (template, isBlank)
    anchors = body.anchors
    linked = body.linkedAnchors.map(\.anchor)
    self.figures = (template.listsFigures ? [] : figures) + body.usedFigures
  }
}

/// A page with all that its finishing depends on, the layout and the language aside.
struct PageToFinish: Hashable {
  var body: Frame
  var origin: Point
  var template: String
  /// Where the links lead that stay; `nil` where all do.
  var leadsTo: Set<Anchor>?
  /// What running lines and marks say.
  var values: [Placeholders.Name: String]
  var packFile: String
  var isFirst: Bool
  /// What fills its ground.
  var cover: Exhibit?

  func hash(into hasher: inout Hasher) {
    hasher.combine(template)
    hasher.combine(values[.page])
    hasher.combine(values[.copy])
  }
}
