import CCmark
import Diagnostics

/// A piece of Markdown text in one style.
struct MarkdownRun {
  var text: String
  var isStrong = false
  var isEmphasised = false
  var url: String?
  var location: SourceLocation
}

/// Reads the paragraphs of a summary with cmark-gfm; a list's items count as paragraphs.
struct MarkdownReader {
  let file: String
  private let lines: [Substring]
  private(set) var log = DiagnosticLog()

  init(file: String, text: String) {
    self.file = file
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The paragraphs in order, each as its runs. Headings, tables, pictures, code and raw HTML have no place in a
  /// summary: each is a mistake with its line.
  mutating func paragraphs(of text: String) -> [[MarkdownRun]] {
    guard let root = text.withCString({ cmark_parse_document($0, strlen($0), CMARK_OPT_DEFAULT) }) else { return [] }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    return blocks(in: root)
  }

  private mutating func blocks(in parent: OpaquePointer) -> [[MarkdownRun]] {
    var result: [[MarkdownRun]] = []
    for node in children(of: parent) {
      switch cmark_node_get_type(node) {
      case CMARK_NODE_PARAGRAPH:
        var runs: [MarkdownRun] = []
        inlines(in: node, style: MarkdownRun(text: "", location: location(of: node)), into: &runs)
        result.append(joined(runs))
      case CMARK_NODE_LIST, CMARK_NODE_ITEM, CMARK_NODE_BLOCK_QUOTE:
        result += blocks(in: node)
      default:
        refuse(node)
      }
    }
    return result
  }

  private mutating func inlines(in parent: OpaquePointer, style: MarkdownRun, into runs: inout [MarkdownRun]) {
    for node in children(of: parent) {
      var run = style
      run.location = location(of: node)
      switch cmark_node_get_type(node) {
      case CMARK_NODE_TEXT:
        run.text = literal(of: node)
        runs.append(run)
      case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
        run.text = "\n"
        runs.append(run)
      case CMARK_NODE_STRONG:
        run.isStrong = true
        inlines(in: node, style: run, into: &runs)
      case CMARK_NODE_EMPH:
        run.isEmphasised = true
        inlines(in: node, style: run, into: &runs)
      case CMARK_NODE_LINK:
        run.url = cmark_node_get_url(node).map { String(cString: $0) }
        inlines(in: node, style: run, into: &runs)
      default:
        refuse(node)
      }
    }
  }

  /// Neighbours of one style become one run, so that a reference that goes on in the next line stays whole.
  private func joined(_ runs: [MarkdownRun]) -> [MarkdownRun] {
    var result: [MarkdownRun] = []
    for run in runs {
      if let last = result.last, last.isStrong == run.isStrong, last.isEmphasised == run.isEmphasised, last.url == run.url
      {
        result[result.count - 1].text += run.text
      } else {
        result.append(run)
      }
    }
    return result
  }

  private mutating func refuse(_ node: OpaquePointer) {
    let name = cmark_node_get_type_string(node).map { String(cString: $0) } ?? "this"
    log.error(
      "a summary has no place for this (\(name.replacing("_", with: " ")))", at: location(of: node),
      advice: "write paragraphs with **strong** and *emphasised* words and [links](https://example.org)")
  }

  private func children(of parent: OpaquePointer) -> [OpaquePointer] {
    var result: [OpaquePointer] = []
    var next = cmark_node_first_child(parent)
    while let node = next {
      result.append(node)
      next = cmark_node_next(node)
    }
    return result
  }

  private func literal(of node: OpaquePointer) -> String {
    cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
  }

  /// cmark counts columns in bytes; people count characters.
  private func location(of node: OpaquePointer) -> SourceLocation {
    let line = Int(cmark_node_get_start_line(node))
    let byte = Int(cmark_node_get_start_column(node))
    guard line >= 1, line <= lines.count else { return SourceLocation(file: file, line: max(line, 1)) }
    let before = lines[line - 1].utf8.prefix(max(byte - 1, 0))
    return SourceLocation(file: file, line: line, column: String(decoding: before, as: UTF8.self).count + 1)
  }
}
