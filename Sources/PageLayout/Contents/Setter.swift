import Briefing
import ChartGrammar
import Diagnostics
import Evidence
import Graphics
import Typesetting

/// Makes text of the story into set blocks, in the layout's styles.
struct Setter {
  let layout: Layout
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
    anchor: String? = nil
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

  func isNew(_ exhibit: Exhibit) -> Bool {
    let texts = [exhibit.title, exhibit.subtitle, exhibit.note]
    return texts.contains(where: isNew)
      || exhibit.events.contains { changes?.isChanged($0.label, of: $0.figures) == true }
      || exhibit.figures.contains { changes?.isChanged($0.id) == true }
  }

  func rich(_ text: InlineText, _ role: StyleRole, anchor: String? = nil) -> RichText {
    let style = layout.style(role)
    var spans = text.pieces.map { span(for: $0, in: style) }
    if let anchor, !spans.isEmpty { spans[0].anchor = anchor }
    return RichText(spans, file: text.file)
  }

  func rich(_ text: String, _ role: StyleRole, file: String? = nil, anchor: String? = nil) -> RichText {
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
      let row = ids.first.map { isNew ? Anchors.changed(Anchors.figure($0)) : Anchors.figure($0) }
      return RichText.Span(words, text, link: row.map { .anchor($0) })
    case .source(let numbers):
      return RichText.Span(piece.text, mark(text), link: numbers.first.map { .anchor(Anchors.paragraph($0)) })
    case .footnote(let number):
      return RichText.Span(piece.text, raised(text), link: .anchor(Anchors.footnote(number, scope: scope)))
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
    style.size = text.size * 0.66
    style.rise = text.size * 0.34
    style.weight = max(text.weight, 500)
    return style
  }
}

/// Names of the places in a document that links lead to.
enum Anchors {
  static func figure(_ id: String) -> String { "figure-\(id)" }
  static func paragraph(_ number: Int) -> String { "paragraph-\(number)" }
  static func footnote(_ number: Int, scope: String) -> String { "footnote-\(scope)-\(number)" }
  static func question(_ number: Int) -> String { "question-\(number)" }
  /// Where a map stands, by where it is written; several may be on one line.
  static func map(_ exhibit: Exhibit) -> String {
    "map-\(exhibit.location.line ?? 0)-\(exhibit.location.column ?? 0)"
  }
  static func isMap(_ anchor: String) -> Bool { anchor.hasPrefix("map-") }
  static func page(_ template: String) -> String { "page-\(template)" }

  /// A link's target may say more than where it leads, after a space, which no anchor's name has.
  private static let changedMark = " changed"
  private static let listedMark = " listed"

  /// Leads to an anchor from words that say something new.
  static func changed(_ anchor: String) -> String { anchor + changedMark }
  /// Leads nowhere: covers something new that has no words of its own.
  static let changedThing = changedMark
  /// Leads to a figure's row from where the figure is listed and not used.
  static func listed(_ anchor: String) -> String { anchor + listedMark }

  static func isChanged(_ target: String) -> Bool { target.hasSuffix(changedMark) }
  static func coversThing(_ target: String) -> Bool { target == changedThing }
  /// Where a link leads.
  static func place(of target: String) -> String { String(target.prefix { $0 != " " }) }

  /// The figure whose use this target is.
  static func figureId(of target: String) -> String? {
    guard target.hasPrefix("figure-"), !target.hasSuffix(listedMark) else { return nil }
    return String(place(of: target).dropFirst("figure-".count))
  }

  static func footnoteNumber(of anchor: String) -> Int? {
    guard anchor.hasPrefix("footnote-"), let dash = anchor.lastIndex(of: "-") else { return nil }
    return Int(anchor[anchor.index(after: dash)...])
  }
}

extension Frame {
  /// Names of the anchors that its links lead to, in order.
  var linkedAnchors: [String] {
    var names: [String] = []
    eachLeafItem { item in
      if case .link(_, .anchor(let name)) = item { names.append(name) }
    }
    return names
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

extension Exhibit {
  /// What a chart or a map shows, what it is compared with included.
  var figures: [Figure] {
    switch content {
    case .chart(let chart): chart.figures + chart.references.compactMap(\.figure)
    case .map(let map): map.figures
    }
  }

  /// What is written on a map and below it.
  var mapTexts: [InlineText] { if case .map(let map) = content { map.texts } else { [] } }

  var events: [ChartDescription.Event] { if case .chart(let chart) = content { chart.events } else { [] } }
}

extension RichText {
  /// The same, its dashes between words without spaces never at a line's end where that can be helped: in a heading
  /// "Australia–Vietnam" is one name.
  fileprivate var holdingDashes: RichText {
    guard spans.contains(where: { $0.text.contains("–") }) else { return self }
    var result = self
    for index in spans.indices {
      result.spans[index].text = spans[index].text.replacing(/(\S)–(?=\S)/) {
        "\($0.output.1)–\u{2060}"
      }
    }
    return result
  }
}

extension RichText.Span {
  /// Whether its link says so.
  var isNew: Bool { if case .anchor(let target) = link { Anchors.isChanged(target) } else { false } }
}
