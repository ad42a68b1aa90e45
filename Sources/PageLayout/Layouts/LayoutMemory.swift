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
    } else {
      (drawings, heights, parts) = (Kept(), Kept(), Kept())
    }
    tallyOfParts = Tally()
    self.context = context
  }

  /// What was made for the document that was made last, and what it took from before, by its kind. A drawing that
  /// the same document asks for again is taken, too.
  public var tallies: [String: Tally] { ["exhibits drawn": drawings.tally, "parts laid out": tallyOfParts] }
}

/// The pages of one template for one subject.
struct DocumentPart: Hashable {
  var template: String
  var question: Int?
  var exhibit: Int

  var name: String { "\(template)-\(question ?? 0)-\(exhibit)" }
}

/// A part's pages, with all that they depend on.
struct SettledPart {
  /// What its pages are made from, the story aside.
  struct Ground: Equatable {
    var question: QuestionStory?
    /// `nil` where they show none.
    var numbers: PageNumbers?
    var copy: Copy?
    var slides: [Frame]
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
  var body: Frame
  /// Where the body stands on the paper.
  var origin: Point
  var section: String
  var question: QuestionStory?
  var template: PageTemplate
  var figures: [String]
  var isBlank = false
}
