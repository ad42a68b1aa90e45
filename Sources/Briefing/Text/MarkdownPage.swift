import CCmark
import Diagnostics

/// A part of a Markdown file that is a page.
enum MarkdownBlock {
  case heading([MarkdownRun], level: Int)
  case paragraph([MarkdownRun])
  case item([MarkdownRun], marker: String?, depth: Int, list: Int)
  case table(head: [[MarkdownRun]], rows: [[[MarkdownRun]]], isRight: [Bool])
  /// "![what it shows](quay.jpg "whose it is")", or an exhibit's name behind "#".
  case figure(address: String, words: String, title: String, SourceLocation)
}

/// Reads a page that the pack writes itself: headings, paragraphs, lists, tables and figures (CommonMark 0.29, and GFM's tables).
extension MarkdownReader {
  /// The page's parts in order. Block quotes, code and HTML have no place on a page: each is a mistake with its place.
  mutating func page() -> [MarkdownBlock] {
    isPage = true
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return [] }
    defer { cmark_parser_free(parser) }
    if let tables = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, tables)
    }
    var bytes = text
    bytes.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    }
    guard let root = cmark_parser_finish(parser) else { return [] }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    var lists = 0
    return children(of: root).flatMap { node -> [MarkdownBlock] in
      switch cmark_node_get_type(node) {
      case CMARK_NODE_HEADING:
        let level = Int(cmark_node_get_heading_level(node))
        if level > Self.lowestHeading {
          log.error(
            "a page has headings of three levels, '#' to '###'", at: location(of: node),
            advice: "write it as '###', or as a paragraph with a bold beginning")
        }
        return [.heading(runs(of: node), level: level)]
      case CMARK_NODE_PARAGRAPH: return [figure(in: node) ?? paragraph(node)]
      case CMARK_NODE_LIST:
        lists += 1
        return items(of: node, depth: 0, list: lists)
      default:
        if type(of: node) == "table" { return [table(node)] }
        refusePart(node)
        return []
      }
    }
  }

  private static let lowestHeading = 3

  private mutating func paragraph(_ node: OpaquePointer) -> MarkdownBlock {
    let first = max(Int(cmark_node_get_start_line(node)), 1)
    if source.holdsTable(lines: first...max(first, Int(cmark_node_get_end_line(node)))) {
      log.error(
        "this table has no rule below its head", at: SourceLocation(file: file, line: first),
        advice: "write '|---|---|' below its first line, with as many parts as that has")
    }
    return .paragraph(runs(of: node))
  }

  private mutating func runs(of node: OpaquePointer) -> [MarkdownRun] {
    defer { paragraph = (.max, 1) }
    paragraph = (Int(cmark_node_get_start_line(node)), Int(cmark_node_get_start_column(node)))
    var runs: [MarkdownRun] = []
    inlines(in: node, style: MarkdownRun.Style(), depth: 0, into: &runs)
    return runs
  }

  // MARK: Lists

  private mutating func items(of node: OpaquePointer, depth: Int, list: Int) -> [MarkdownBlock] {
    if depth >= Self.deepest {
      refuseDepth(of: node)
      return []
    }
    let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
    var number = Int(cmark_node_get_list_start(node))
    var result: [MarkdownBlock] = []
    for item in children(of: node) {
      var marker: String? = isNumbered ? "\(number)." : depth == 0 ? "•" : "–"
      number += 1
      for part in children(of: item) {
        switch cmark_node_get_type(part) {
        case CMARK_NODE_PARAGRAPH:
          let runs = runs(of: part)
          warnOfTask(runs, at: part)
          result.append(.item(runs, marker: marker, depth: depth, list: list))
          marker = nil
        case CMARK_NODE_LIST: result += items(of: part, depth: depth + 1, list: list)
        default: refusePart(part)
        }
      }
    }
    return result
  }

  private mutating func warnOfTask(_ runs: [MarkdownRun], at node: OpaquePointer) {
    guard let text = runs.first?.text.text, let box = ["[ ]", "[x]", "[X]"].first(where: text.hasPrefix)
    else { return }
    log.warning(
      "'\(box)' stays as it is", at: location(of: node),
      advice: "write the words alone: a page has lists, and no tasks to tick off")
  }

  // MARK: Tables

  private mutating func table(_ node: OpaquePointer) -> MarkdownBlock {
    let rows = children(of: node).map { row in children(of: row).map { runs(of: $0) } }
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    for row in children(of: node) {
      let line = max(Int(cmark_node_get_start_line(row)), 1)
      let written = MarkdownSource.cells(in: source.scalars(ofLine: line))
      // What a row has too much is not read at all.
      if written > count {
        log.error(
          "this row has \(written) cells, and the table's head has \(count)",
          at: SourceLocation(file: file, line: line),
          advice: "take some out, or write '\\|' where the bar belongs to the words")
      }
    }
    let alignments = cmark_gfm_extensions_get_table_alignments(node)
    let isRight = (0..<count).map { alignments?[$0] == UInt8(ascii: "r") }
    func whole(_ row: [[MarkdownRun]]) -> [[MarkdownRun]] {
      Array((row + Array(repeating: [], count: count)).prefix(count))
    }
    return .table(
      head: whole(rows.first ?? []), rows: rows.dropFirst().map(whole), isRight: isRight)
  }

  // MARK: Figures

  /// A paragraph that is nothing but a picture.
  private mutating func figure(in node: OpaquePointer) -> MarkdownBlock? {
    let parts = children(of: node)
    guard parts.count == 1, cmark_node_get_type(parts[0]) == CMARK_NODE_IMAGE else { return nil }
    func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
    let words = children(of: parts[0]).map { literal(of: $0) }.joined()
    let line = max(Int(cmark_node_get_start_line(node)), 1)
    return .figure(
      address: string(cmark_node_get_url(parts[0])), words: words,
      title: string(cmark_node_get_title(parts[0])),
      SourceLocation(file: file, line: line, column: max(Int(cmark_node_get_start_column(node)), 1)))
  }

  private func type(of node: OpaquePointer) -> String {
    cmark_node_get_type_string(node).map { String(cString: $0) } ?? ""
  }

  private mutating func refusePart(_ node: OpaquePointer) {
    log.error(
      "a page has no place for this (\(type(of: node).replacing("_", with: " ")))", at: location(of: node),
      advice: "write headings, paragraphs, lists, tables, and figures in paragraphs of their own")
  }
}
