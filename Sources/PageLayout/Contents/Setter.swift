import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Makes text of the story into set blocks, in the layout's styles.
struct Setter {
  var layout: Layout
  let typesetter: Typesetter
  /// BCP 47.
  let language: String
  /// What the footnotes of this part of the document are told apart by ("1" for question 1).
  var scope = ""
  /// What is marked as new; `nil` marks nothing.
  var changes: EditionChanges?

  /// A paragraph in the style of a role.
  /// Between things in a row, in the language's script.
  var comma: String { Graphics.comma(language: language) }
  var semicolon: String { Graphics.semicolon(language: language) }

  /// Text with filled placeholders (`Placeholders.isolated`).
  func spans(of text: String, _ style: TextStyle) -> [RichText.Span] {
    let parts = text.split(separator: Placeholders.isolate, omittingEmptySubsequences: false)
    let spans = parts.enumerated().flatMap { index, part -> [RichText.Span] in
      if index == 0 { return [RichText.Span(String(part), style)] }
      let pieces = part.split(
        separator: Placeholders.popIsolate, maxSplits: 1, omittingEmptySubsequences: false)
      var own = RichText.Span(String(pieces[0]), style)
      own.isIsolated = true
      return [own] + pieces.dropFirst().map { RichText.Span(String($0), style) }
    }
    return spans.filter { !$0.text.isEmpty }
  }

  func block(
    _ text: InlineText, _ role: StyleRole, width: Double, tag: StructureTag.Kind = .paragraph,
    anchor: Anchor? = nil
  ) -> Block {
    var block = block(rich(text, role, anchor: anchor), role, width: width, tag: tag)
    block.figures = text.comparedFigures
    return block
  }

  func block(_ text: RichText, _ role: StyleRole, width: Double, tag: StructureTag.Kind = .paragraph) -> Block
  {
    let style = layout.style(role)
    let lines = lines(text, role, width: width, tag: tag)
    return Block(content: .lines(lines), before: style.before, after: style.after)
  }

  func lines(_ text: RichText, _ role: StyleRole, width: Double, tag: StructureTag.Kind = .paragraph)
    -> SetLines
  {
    let style = layout.style(role)
    let lines =
      style.isBalanced
      ? balanced(text.holdingDashes, style, width: width) : broken(text, style, width: width)
    return SetLines(
      lines: lines, leading: style.leading, firstBaseline: style.firstBaseline, width: width,
      tag: StructureTag(tag))
  }

  private func broken(_ text: RichText, _ style: Style, width: Double) -> [Line] {
    typesetter.paragraph(text, style.setting, measures: Measures(width: width))
  }

  /// Lines of like length: broken to the least width that needs no more lines than the whole width does, and divides
  /// no word that stands whole there.
  private func balanced(_ text: RichText, _ style: Style, width: Double) -> [Line] {
    var best = broken(text, style, width: width)
    let count = best.count
    let words = wordCount(best)
    guard (2...4).contains(count), style.setting.alignment == .left else { return best }
    var (low, high) = (width / Double(count), width)
    while high - low > style.text.size / 2 {
      let middle = (low + high) / 2
      let lines = broken(text, style, width: middle)
      if lines.count <= count, wordCount(lines) <= words, lines.allSatisfy({ $0.width <= middle + 0.01 }) {
        (best, high) = (lines, middle)
      } else {
        low = middle
      }
    }
    return best
  }

  /// Words of lines; one that is divided between two of them counts twice.
  private func wordCount(_ lines: [Line]) -> Int {
    lines.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
  }

  /// The same without marks, for what is marked as a whole.
  var withoutChanges: Setter {
    var setter = self
    setter.changes = nil
    return setter
  }

  func isNew(_ text: InlineText?) -> Bool {
    guard let changes, let text else { return false }
    return text.pieces.contains { piece in
      if case .figure(let ids) = piece.kind { changes.isChanged(piece.text, of: ids) } else { false }
    }
  }

  func isNew(_ key: KeyFigure) -> Bool {
    changes?.isChanged(key.numeral, of: [key.figure.id]) == true || isNew(key.label) || isNew(key.note)
  }

  /// Whether what is written over it or below it is.
  func isNewInWords(_ exhibit: Exhibit) -> Bool {
    [exhibit.title, exhibit.subtitle, exhibit.note].contains(where: isNew)
  }

  func isNew(_ exhibit: Exhibit) -> Bool {
    isNewInWords(exhibit)
      || exhibit.events.contains { changes?.isChanged($0.label, of: $0.figures) == true }
      || exhibit.figures.contains { changes?.isChanged($0.id) == true }
  }

  func rich(_ text: InlineText, _ role: StyleRole, anchor: Anchor? = nil) -> RichText {
    let style = layout.style(role)
    var spans = text.pieces.map { span(for: $0, in: style) }
    if let anchor, !spans.isEmpty { spans[0].anchor = anchor }
    return RichText(spans, file: text.file)
  }

  func rich(_ text: String, _ role: StyleRole, file: String? = nil, anchor: Anchor? = nil) -> RichText {
    rich(InlineText(text, file: file ?? layout.file), role, anchor: anchor)
  }

  func style(_ role: StyleRole) -> TextStyle {
    var text = layout.style(role).text
    text.language = language
    return text
  }

  private func span(for piece: Inline, in style: Style) -> RichText.Span {
    var text = style.text
    text.language = language
    var span = self.span(for: piece, in: style, text)
    // Made by us, not written by whoever wrote the words around it.
    if piece.kind != .plain { span.isIsolated = true }
    switch piece.kind {
    case .source, .footnote: span.role = .reference
    case .plain, .figure, .link: break
    }
    return span
  }

  private func span(for piece: Inline, in style: Style, _ text: TextStyle) -> RichText.Span {
    var text = text
    if piece.isStrong { text.weight = max(text.weight + 200, 700) }
    if piece.isEmphasised { text.slant = text.slant == .italic ? .upright : .italic }
    let words = style.isUppercase ? capitals(piece.text, language: language) : piece.text
    switch piece.kind {
    case .plain:
      return RichText.Span(words, text)
    case .figure(let ids):
      let isNew = changes?.isChanged(piece.text, of: ids) ?? false
      // A rate ("USD/m³") is one unit, and stays on its line.
      return RichText.Span(
        words.replacing("/", with: "/\u{2060}"), text,
        link: ids.first.map { .anchor(.figure($0), as: isNew ? .changed : .plain) })
    case .source(let numbers):
      return RichText.Span(piece.text, mark(text), link: numbers.first.map { .anchor(.paragraph($0)) })
    case .footnote(let number):
      return RichText.Span(piece.text, raised(text), link: .anchor(.footnote(number, scope: scope)))
    case .link(let url):
      return RichText.Span(words, text, link: .url(url))
    }
  }

  /// A source mark: small and grey, but on the line's own baseline.
  private func mark(_ text: TextStyle) -> TextStyle {
    var style = layout.style(.sourceMark).text
    style.language = text.language
    style.size = min(style.size, text.size)
    return style
  }

  /// A superscript made by size and rise, since not every face has figures of its own for it.
  func raised(_ text: TextStyle) -> TextStyle {
    var style = text
    // On slides no smaller than what is smallest there.
    style.size = max(text.size * 0.66, min(layout.exhibits.leastType ?? 0, text.size * 0.75))
    style.rise = text.size * 0.34
    style.weight = max(text.weight, 500)
    return style
  }
}

extension Exhibit {
  /// Where it stands, for links. Several exhibits may be described on one line.
  var anchor: Anchor { .exhibit(line: location.line ?? 0, column: location.column ?? 0) }
}

extension Frame {
  /// Ids of the figures that its words use, in order, as often as they do.
  var usedFigures: [String] {
    linkedAnchors.compactMap { anchor, role in
      if case .figure(let id) = anchor, role != .listed { id } else { nil }
    }
  }

  /// Numbers of the footnotes that it refers to.
  var linkedFootnotes: [Int] {
    linkedAnchors.compactMap { anchor, _ in
      if case .footnote(let number, _) = anchor { number } else { nil }
    }
  }
}

extension InlineText {
  /// Figures that others in it are compared with: the words' link leads to the first of each comparison only.
  var comparedFigures: [String] {
    pieces.flatMap { piece -> ArraySlice<String> in
      if case .figure(let ids) = piece.kind { ids.dropFirst() } else { [] }
    }
  }
}

extension KeyFigure {
  var comparedFigures: [String] { label.comparedFigures + (note?.comparedFigures ?? []) }
}

extension RichText {
  /// The same, its dashes between words without spaces never at a line's end where that can be helped: in a heading
  /// "Australia–Vietnam" is one name.
  fileprivate var holdingDashes: RichText {
    guard spans.contains(where: { $0.text.contains("–") }) else { return self }
    var result = self
    for index in spans.indices {
      result.spans[index].text = Self.holdingDashes(in: spans[index].text)
    }
    return result
  }

  /// By hand: a regular expression took a hundredth of a build's time for it.
  private static func holdingDashes(in text: String) -> String {
    let characters = Array(text)
    var result = ""
    for (index, character) in characters.enumerated() {
      result.append(character)
      let isBetween =
        index > 0 && index + 1 < characters.count && !characters[index - 1].isWhitespace
        && !characters[index + 1].isWhitespace
      if character == "–", isBetween { result += "\u{2060}" }
    }
    return result
  }
}

extension RichText.Span {
  /// Whether its link says so.
  var isNew: Bool { if case .anchor(_, .changed) = link { true } else { false } }
}
