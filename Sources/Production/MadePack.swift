import Briefing
import Diagnostics
import Evidence
import Graphics
import Keeping
import Sheets

/// All that came of a pack.
package struct MadePack: Sendable {
  /// In the order of their layouts.
  package var documents: [MadeDocument]
  /// The pack's.
  package var title: String
  /// What the documents say, where the order keeps frames.
  package var story: Story?
  /// All that is doubtful, each once.
  package var warnings: [Diagnostic]
  /// `nil` where none is recorded.
  package var edition: Edition?
  /// Since the edition before, if there is one.
  package var changes: EditionChanges?
  /// The title of another pack whose documents are replaced.
  package var replaced: String?
  /// Whether it is known that none of the documents was there before.
  package var isFirst = false
  /// How much of the work was done, and how much of it had been done before in the same press, by its kind.
  package var tallies: [String: Tally] = [:]
}

/// A document as it was asked for: laid out, and painted where that was asked for too.
package struct MadeDocument: Sendable {
  package var layout: String
  /// What it stands on, where it is imposed.
  package var sheets: Sheets?
  package var ink: Ink
  /// Of pages as they are laid out, or of sides of sheets.
  package var pages: Int
  /// Of a page or a side, in points.
  package var size: Size
  /// How its sheets are turned, where both sides are printed on.
  package var duplex: Document.Duplex?
  /// Empty where nothing is painted.
  package var pdf: [UInt8]
  /// What was painted, or would have been, where the order keeps it.
  package var frames: Document?
  /// By figure, the printed numbers of the pages that use it, where the order keeps frames.
  package var figurePages: [String: [String]] = [:]
  /// By page what is to be said with it, a paragraph each; of documents for a screen, where the order keeps frames.
  package var notes: [[String]] = []
  /// Whose it is, as a part of a file's name: "03-jane-doe".
  package var copy: String?
  package var warnings: [Diagnostic]
  /// What would not survive the ink that it is made for.
  package var losses: [Loss] = []
  /// The number of the page that says what changed.
  package var changesPage: String?
  /// Of the job that it was made in; the first of its documents has them.
  var tallies: [String: Tally] = [:]

  /// Of its file, without the ending: "report", "report-booklet", "report-booklet-greyscale", "report-03-jane-doe".
  package var name: String { Self.name(layout, sheets, ink, copy) }

  static func name(_ layout: String, _ sheets: Sheets?, _ ink: Ink, _ copy: String? = nil) -> String {
    ([layout, sheets?.name, ink == .colour ? nil : ink.rawValue, copy] as [String?]).compactMap(\.self)
      .joined(separator: "-")
  }
}
