import Diagnostics
import Graphics

/// Puts a document's pages on sheets: each page of what comes back is a side of a sheet, a front and its back in turn
/// where the sheets are printed on both sides. Text stays text; structure, links, anchors and bookmarks go along.
///
/// - Parameters:
///   - document: pages as they were laid out; they may differ in size.
///   - sheets: how they stand.
///   - information: sets a line of text for the edge of a sheet; asked only where the sheets say what is on them.
/// - Returns: the sides.
/// - Throws: a selection of pages that aren't there; paper that is too small; text that would be moved off it.
public func impose(
  _ document: Document, on sheets: Sheets,
  information: (String) throws(DiagnosticError) -> Frame = { _ throws(DiagnosticError) in Frame(size: .zero) }
) throws(DiagnosticError) -> Document {
  var sheets = sheets
  sheets.readsFromRight = readsRightToLeft(language: document.metadata.language)
  let pages = try select(sheets.pages, of: document, at: sheets.location)
  let press = try SheetPlan(pages.map(\.frame.size), sheets)
  var sides: [Document.Page] = []
  for index in press.sides.indices {
    let side = SideMaker(plan: press, pages: pages, side: index, metadata: document.metadata)
    sides.append(try side.page(information: information))
  }
  try checkNothingIsCut(sides, by: sheets)
  var result = document
  result.pages = sides
  result.duplex = sheets.duplex
  result.isImposed = true
  if pages.count < document.pages.count { result.keepOnlyWhatLeadsSomewhere() }
  return result
}

/// Text is never cut: what moves pages (room for the binding, creep) may not move any off its paper or over its fold.
private func checkNothingIsCut(_ sides: [Document.Page], by sheets: Sheets) throws(DiagnosticError) {
  guard sheets.movesPages else { return }
  for (index, side) in sides.enumerated() {
    for leaf in side.frame.leaves {
      guard case .text(let run) = leaf.item, let bounds = leaf.bounds, let clip = leaf.clip else { continue }
      // An advance is a little wider than its ink.
      if clip.contains(bounds, tolerance: 1) || run.text.allSatisfy(\.isWhitespace) { continue }
      throw DiagnosticError(
        "on side \(index + 1) the text “\(run.text.prefix(40))” is moved off its page", at: sheets.location,
        advice: "make 'shift:' or 'thickness:' smaller, or write 'margins:' so that pages are made smaller")
    }
  }
}

/// The pages chosen, each once, in the order of the choice.
private func select(
  _ selection: [Sheets.PageSelection], of document: Document, at location: SourceLocation?
) throws(DiagnosticError) -> [Document.Page] {
  guard !selection.isEmpty else { return document.pages }
  var log = DiagnosticLog()
  var chosen: [Int] = []
  for choice in selection {
    let found: [Int]
    switch choice {
    case .range(let range):
      found = document.pages.indices.filter { range.contains($0 + 1) }
      if range.upperBound > document.pages.count {
        log.error(
          "there is no page \(range.upperBound): the document has \(document.pages.count)", at: location,
          advice: "choose from 1 to \(document.pages.count) under 'pages:'")
      }
    case .part(let name):
      found = document.pages.indices.filter { document.pages[$0].part == name }
      if found.isEmpty {
        var parts: [String] = []
        for page in document.pages where !parts.contains(page.part) { parts.append(page.part) }
        log.error(
          "the document has no page '\(name)'", at: location, advice: adviceForUnknown(name, among: parts))
      }
    }
    chosen += found.filter { !chosen.contains($0) }
  }
  try log.throwIfErrors()
  return chosen.map { document.pages[$0] }
}

extension Document {
  /// Takes out links and bookmarks to pages that were not chosen.
  fileprivate mutating func keepOnlyWhatLeadsSomewhere() {
    let anchors = Set(pages.flatMap(\.frame.anchors))
    for index in pages.indices { pages[index].frame = pages[index].frame.keepingLinks(to: anchors) }
    func kept(_ entries: [OutlineEntry]) -> [OutlineEntry] {
      entries.flatMap { entry in
        let children = kept(entry.children)
        return anchors.contains(entry.anchor)
          ? [OutlineEntry(entry.title, anchor: entry.anchor, children: children)] : children
      }
    }
    outline = kept(outline)
  }
}
