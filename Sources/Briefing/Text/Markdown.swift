import CCmark
import Diagnostics

/// A piece of Markdown text in one style.
struct MarkdownRun {
  struct Style: Hashable {
    var isStrong = false
    var isEmphasised = false
    var url: String?
  }

  var style = Style()
  var text = PlacedText()
}

/// Reads the points of a summary with cmark-gfm: its paragraphs, those of list items too.
struct MarkdownReader {
  let file: String
  let text: String
  var source: MarkdownSource
  var log = DiagnosticLog()
  /// Where the paragraph begins that is being read; between paragraphs a line that no other comes after.
  var paragraph = (line: Int.max, column: 1)

  /// Whether what is read is a page and no summary.
  var isPage = false

  /// Deeper than any summary goes; hostile text could nest until the stack ends.
  static let deepest = 16

  init(file: String, text: String) {
    self.file = file
    self.text = text
    source = MarkdownSource(text)
  }

  /// The points in order, each as its runs. Headings, block quotes, tables, pictures, code and HTML have no place in
  /// a summary: each is a mistake with its place. A point without a bold run-in and a stray `**` are warnings.
  mutating func points() -> [[MarkdownRun]] {
    var bytes = text
    let root = bytes.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) {
        cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
      }
    }
    guard let root else { return [] }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    return blocks(in: root, depth: 0)
  }

  private mutating func blocks(in parent: OpaquePointer, depth: Int) -> [[MarkdownRun]] {
    var result: [[MarkdownRun]] = []
    for node in children(of: parent) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH:
        if let runs = point(node) { result.append(runs) }
      case CMARK_NODE_LIST, CMARK_NODE_ITEM:
        if depth < Self.deepest {
          result += blocks(in: node, depth: depth + 1)
        } else {
          refuseDepth(of: node)
        }
      default:
        refuse(node, nil)
      }
    }
    return result
  }

  private mutating func point(_ node: OpaquePointer) -> [MarkdownRun]? {
    defer { paragraph = (.max, 1) }
    paragraph = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
    if source.holdsTable(lines: paragraph.line...max(paragraph.line, Int(cmark_node_get_end_line(node)))) {
      refuse(node, "table")
      return nil
    }
    var runs: [MarkdownRun] = []
    inlines(in: node, style: MarkdownRun.Style(), depth: 0, into: &runs)
    if runs.first?.style.isStrong == false {
      log.warning(
        "this point has no bold run-in", at: location(of: node),
        advice: "begin it with what it says in a few bold words: **Less waiting.** Ships wait …")
    }
    return runs
  }

  mutating func inlines(
    in parent: OpaquePointer, style: MarkdownRun.Style, depth: Int, into runs: inout [MarkdownRun]
  ) {
    if depth > Self.deepest { return refuseDepth(of: parent) }
    for node in children(of: parent) {
      var own = style
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        append(literal(of: node), of: node, style, to: &runs)
      case CMARK_NODE_LINEBREAK where isPage:
        append(PlacedText.forcedBreak, style, to: &runs)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        append(PlacedText.lineBreak, style, to: &runs)
      case CMARK_NODE_STRONG:
        own.isStrong = true
        inlines(in: node, style: own, depth: depth + 1, into: &runs)
      case CMARK_NODE_EMPH:
        own.isEmphasised = true
        inlines(in: node, style: own, depth: depth + 1, into: &runs)
      case CMARK_NODE_LINK:
        own.url = url(of: node)
        inlines(in: node, style: own, depth: depth + 1, into: &runs)
      default:
        refuse(node, nil)
      }
    }
  }

  private mutating func url(of node: OpaquePointer) -> String {
    let url = cmark_node_get_url(node).map { String(cString: $0) } ?? ""
    if !["http://", "https://", "mailto:"].contains(where: url.lowercased().hasPrefix) {
      log.error(
        "'\(url)' is no address that a link can lead to", at: location(of: node),
        advice: "write it in full, with https://, http:// or mailto:")
    }
    return url
  }

  /// Adds a node's text, stretch by stretch where escapes ("\*", "&amp;") make the file longer than the text.
  private mutating func append(
    _ literal: String, of node: OpaquePointer, _ style: MarkdownRun.Style, to runs: inout [MarkdownRun]
  ) {
    var (line, index) = position(of: node)
    let written = source.scalars(ofLine: line)
    var placed = PlacedText()
    var stretch = String.UnicodeScalarView()
    var start = index
    var before: Unicode.Scalar?
    for scalar in literal.unicodeScalars {
      let length = MarkdownSource.length(of: scalar, in: written, at: index)
      let mark = length == 1 && (scalar == "*" || scalar == "~") ? scalar : nil
      if let mark, mark == before {
        warn(ofPairOf: mark, at: SourceLocation(file: file, line: line, column: index))
        before = nil
      } else {
        before = mark
      }
      stretch.append(scalar)
      index += length
      if length != 1 {
        placed.append(String(stretch), at: SourceLocation(file: file, line: line, column: start + 1))
        stretch = String.UnicodeScalarView()
        start = index
      }
    }
    if !stretch.isEmpty {
      placed.append(String(stretch), at: SourceLocation(file: file, line: line, column: start + 1))
    }
    append(placed, style, to: &runs)
  }

  private mutating func warn(ofPairOf mark: Unicode.Scalar, at place: SourceLocation) {
    if mark == "*" {
      log.warning(
        "these asterisks stay as they are", at: place,
        advice: "bold words stand between two pairs, '**' right before the first and right after the last")
    } else {
      log.warning(
        "these tildes stay as they are", at: place,
        advice: "take them out: words can't be struck out in what is printed")
    }
  }

  /// Neighbours of one style become one run, so that a reference that goes on in the next line stays whole.
  private func append(_ text: PlacedText, _ style: MarkdownRun.Style, to runs: inout [MarkdownRun]) {
    if runs.last?.style != style { runs.append(MarkdownRun(style: style)) }
    runs[runs.count - 1].text.append(text)
  }

  private mutating func refuse(_ node: OpaquePointer, _ name: String?) {
    let type = cmark_node_get_type_string(node).map { String(cString: $0) } ?? "this"
    let isPicture = cmark_node_get_type(node) == CMARK_NODE_IMAGE
    log.error(
      "a \(isPage ? "paragraph" : "summary") has no place for this (\(name ?? type.replacing("_", with: " ")))",
      at: location(of: node),
      advice: isPage && isPicture
        ? "put it in a paragraph of its own"
        : "write \(isPage ? "words" : "paragraphs") with **strong** and *emphasised* words and [links](https://example.org)"
    )
  }

  mutating func refuseDepth(of node: OpaquePointer) {
    log.error("this is nested too deeply", at: location(of: node), advice: "write it as plain paragraphs")
  }

  func children(of parent: OpaquePointer) -> [OpaquePointer] {
    var result: [OpaquePointer] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      result.append(node)
      next = cmark_node_next(node)
    }
    return result
  }

  func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  mutating func location(of node: OpaquePointer) -> SourceLocation {
    let (line, index) = position(of: node)
    return SourceLocation(file: file, line: line, column: index + 1)
  }

  /// Line, from 1, and how many scalars of it stand before the node.
  ///
  /// cmark counts columns in bytes, and in a paragraph's later lines as if they were indented like its first.
  private mutating func position(of node: OpaquePointer) -> (line: Int, index: Int) {
    let line = max(Int(cmark_node_get_start_line(node)), 1)
    var byte = Int(cmark_node_get_start_column(node)) - 1
    if line > paragraph.line {
      byte += source.indentation(ofLine: line) - (paragraph.column - 1)
    }
    return (line, source.scalarIndex(ofByte: byte, inLine: line))
  }
}

extension PlacedText {
  fileprivate static var lineBreak: PlacedText {
    var text = PlacedText()
    text.append("\n")
    return text
  }

  /// Where a new line begins on the page, too: an address, a verse.
  fileprivate static var forcedBreak: PlacedText {
    var text = PlacedText()
    text.append("\u{2028}")
    return text
  }
}
