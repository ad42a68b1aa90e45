import Graphics

/// A piece of a page that says something: a paragraph, a cell, a heading, or a chart or map by its alternative text.
struct PageWords: Hashable, Sendable {
  var text: String
  var isExhibit: Bool

  /// What a page says, in reading order.
  static func read(_ page: Frame) -> [PageWords] {
    var found: [PageWords] = []
    collect(page, into: &found)
    return found.filter { !$0.text.isEmpty }
  }

  private static func collect(_ frame: Frame, into found: inout [PageWords]) {
    for placed in frame.items {
      switch placed.item {
      case .group(let inner, .structure(let tag)?) where tag.kind == .figure:
        found.append(PageWords(text: tag.alternative ?? inner.words, isExhibit: true))
      case .group(let inner, .structure(let tag)?) where tag.kind.isPassage && !inner.holdsPassages:
        found.append(PageWords(text: inner.words, isExhibit: false))
      // Running lines say what stands elsewhere.
      case .group(_, .artifact?): break
      case .group(let inner, _), .imposed(let inner, _): collect(inner, into: &found)
      default: break
      }
    }
  }
}

extension StructureTag.Kind {
  fileprivate var isPassage: Bool {
    switch self {
    case .heading1, .heading2, .heading3, .paragraph, .listItem, .quotation, .headerCell, .cell, .caption,
      .note:
      true
    case .document, .section, .list, .label, .listBody, .table, .row, .figure, .reference, .link, .span: false
    }
  }
}

extension Frame {
  fileprivate var holdsPassages: Bool {
    items.contains { placed in
      switch placed.item {
      case .group(let inner, .structure(let tag)?): tag.kind.isPassage || inner.holdsPassages
      case .group(let inner, _), .imposed(let inner, _): inner.holdsPassages
      default: false
      }
    }
  }

  /// Its text with a blank between lines, and words put together that are divided.
  var words: String {
    var (text, line): (String, Double?) = ("", nil)
    for leaf in leaves {
      guard case .text(let run) = leaf.item else { continue }
      if let line, abs(line - leaf.origin.y) > 0.1 {
        if text.last == "\u{AD}" { text.removeLast() } else if text.last != " " { text += " " }
      }
      line = leaf.origin.y
      text += run.text
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// A piece of a page that says something else than before.
struct WordsChange: Sendable {
  /// The page's place in its document, from 0.
  var page: Int
  var label: String
  /// `nil` where it is new.
  var before: String?
  /// `nil` where it is gone.
  var after: String?
  var isExhibit: Bool
}

/// What a document says otherwise than before, page by page: pieces that went and came at one place are a pair.
func changedWords(from before: [ShownPage], to after: [ShownPage]) -> [WordsChange] {
  var changes: [WordsChange] = []
  for index in 0..<max(before.count, after.count) {
    let (old, new) = (
      before.indices.contains(index) ? before[index] : nil, after.indices.contains(index) ? after[index] : nil
    )
    if let old, let new, old.frame == new.frame { continue }
    let label = new?.label ?? old?.label ?? ""
    let (said, says) = (
      old.map { PageWords.read($0.frame) } ?? [], new.map { PageWords.read($0.frame) } ?? []
    )
    var (gone, come) = ([PageWords](), [PageWords]())
    for step in says.difference(from: said) {
      switch step {
      case .insert(_, let words, _): come.append(words)
      case .remove(_, let words, _): gone.insert(words, at: 0)
      }
    }
    for isExhibit in [false, true] {
      let (lost, won) = (gone.filter { $0.isExhibit == isExhibit }, come.filter { $0.isExhibit == isExhibit })
      for pair in 0..<max(lost.count, won.count) {
        changes.append(
          WordsChange(
            page: index, label: label, before: lost.indices.contains(pair) ? lost[pair].text : nil,
            after: won.indices.contains(pair) ? won[pair].text : nil, isExhibit: isExhibit))
      }
    }
  }
  return changes
}
