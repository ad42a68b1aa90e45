import Briefing
import Diagnostics
import Graphics
import Production

/// What a browser shows: the last good pages, and what is wrong now.
struct ShownEdition: Sendable {
  /// Counts what was published, from 1; 0 before the first.
  var number = 0
  /// The first one of the last change: the document that is looked at is published before the others.
  var since = 0
  /// Whether other documents of the same change are still to come.
  var isPartial = false
  var title = ""
  var documents: [ShownDocument] = []
  var story: Story?
  /// Of the files as they are now.
  var diagnostics: [Diagnostic] = []
  /// Whether the files as they are now make no pages, so that those shown are older.
  var isBroken = false
}

struct ShownDocument: Sendable {
  var name: String
  var pages: [ShownPage]
  /// By figure, the printed numbers of the pages that use it.
  var figurePages: [String: [String]]
}

struct ShownPage: Sendable {
  let frame: Frame
  /// As printed.
  var label: String
  /// Changes when the page does; no two pages of a document that differ have the same.
  var version: Int
  /// What the last change did to it, in points.
  var changes: [Rect]
  /// What is to be said with it, a paragraph each.
  var notes: [String] = []
  /// Where links lead, and how far down the page: looked for once, since most pages stay as they are.
  let anchors: [(anchor: Anchor, y: Double)]

  init(frame: Frame, label: String, version: Int, changes: [Rect] = []) {
    (self.frame, self.label, self.version, self.changes) = (frame, label, version, changes)
    anchors = frame.leaves.compactMap { leaf in
      if case .anchor(let anchor) = leaf.item { (anchor, leaf.origin.y) } else { nil }
    }
  }
}

extension ShownDocument {
  /// A document after another state of it: pages that are the same keep their version, and marks of the same change.
  init(_ made: MadeDocument, after before: ShownDocument?, number: Int, since: Int) {
    name = made.name
    figurePages = made.figurePages
    pages = (made.frames?.pages ?? []).enumerated().map { index, page in
      var shown = Self.page(page, index, after: before, number: number, since: since)
      shown.notes = made.notes.indices.contains(index) ? made.notes[index] : []
      return shown
    }
  }

  private static func page(
    _ page: Document.Page, _ index: Int, after before: ShownDocument?, number: Int, since: Int
  ) -> ShownPage {
    guard let old = before?.pages, old.indices.contains(index) else {
      return ShownPage(frame: page.frame, label: page.label, version: number)
    }
    if old[index].frame == page.frame {
      var same = old[index]
      same.label = page.label
      if same.version < since { same.changes = [] }
      return same
    }
    return ShownPage(
      frame: page.frame, label: page.label, version: number,
      changes: changedAreas(from: old[index].frame, to: page.frame))
  }
}

/// A page in one of its states.
struct PageState: Hashable, Sendable {
  var document: String
  var index: Int
  var version: Int
}

extension ShownEdition {
  /// Whether a page is shown in this state.
  func holds(_ state: PageState) -> Bool {
    guard let pages = documents.first(where: { $0.name == state.document })?.pages else { return false }
    return pages.indices.contains(state.index) && pages[state.index].version == state.version
  }
}
