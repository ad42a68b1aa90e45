import Diagnostics
import Graphics
import PageLayout

/// What is wanted of a pack: which documents of it, on what and for whom.
package struct Order: Sendable {
  /// The pack's folder; `nil` for the one that comes with Bayan.
  package var pack: String?
  /// Layouts by name or by the paths of their files; all without any.
  package var layouts: [String] = []
  /// A style's name or folder, in place of the pack's own.
  package var style: String?
  /// Layouts that are not made for it keep their own.
  package var paper: Paper?
  /// Tables of later figures, laid over the pack's own one after the other.
  package var updates: [String] = []
  /// As of when the figures are, in place of the pack's own date.
  package var figuresAsOf: String?
  /// Descriptions of sheets by their names.
  package var sheets: [String] = []
  package var ink = Ink.colour
  /// Where the edition before is looked for; without it none is recorded either.
  package var since: EditionBefore?
  /// Whether documents are painted as PDF, or only looked through for what is doubtful.
  package var paints = true
  /// Whether documents are handed on as they were laid out, too.
  package var keepsFrames = false
  /// Whether pages keep links to what their document doesn't show, for a screen that shows it beside them.
  package var keepsAllLinks = false
  /// What files of the pack shall hold but don't yet, by their paths in it ("figures.csv").
  package var drafts: [String: [UInt8]] = [:]
  /// Whether to note what can't be checked.
  package var isStrict = false
  /// For whom; without any, one document for all.
  package var copies: [Copy] = []
  /// Whether all copies stand in one document, to be printed.
  package var joinsCopies = false
  /// Of each document, by its name, the pages wanted in their order, from 0; all without it.
  package var pages: (@Sendable (Document, String) throws(DiagnosticError) -> [Int])?
  /// Only what can be printed: no screens, and where sheets are asked for, those alone.
  package var isForPaper = false
  /// Whether sheets are printed on one side, whatever else is said.
  package var isOneSided = false

  package init() {}
}

/// What documents are printed with.
package enum Ink: String, Sendable {
  case colour, greyscale, proof
}
