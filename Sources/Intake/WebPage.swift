import Diagnostics

/// The text of a web page: of its article, where it has one that holds most of the words.
///
/// - Throws: a page that can't be read.
func takeWebPage(_ text: String, file: String) throws(DiagnosticError) -> TakenText {
  var reader = WebPageReader()
  guard try MarkupReader.readHTML(text, file: file, { reader.take($0) }) else {
    throw DiagnosticError(
      "this web page can't be read", at: SourceLocation(file: file),
      advice: "open it in a browser, copy the interview's text, and save it as plain text")
  }
  reader.close()
  return TakenText(format: "a web page", text: transcriptText(of: reader.mainBlocks))
}

private struct WebPageReader {
  private var blocks: [(block: TextBlock, isMain: Bool)] = []
  private var open = TextBlock()
  /// How many of the open elements are of each kind.
  private var (bold, italic, skipped, main, preformatted) = (0, 0, 0, 0, 0)
  /// Of each open list, the number of its last entry; `nil` for bullets.
  private var lists: [Int?] = []
  /// How many line breaks have come one after the other.
  private var breaks = 0

  /// What is no text, or stands around it.
  private static let skippedNames: Set = [
    "head", "script", "style", "noscript", "nav", "header", "footer", "aside", "form", "button", "select",
    "svg", "iframe",
    "figure", "template", "sup",
  ]
  private static let blockNames: Set = [
    "p", "div", "section", "article", "main", "blockquote", "li", "ul", "ol", "dl", "dt", "dd", "table", "tr",
    "td", "th",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "body", "address", "figcaption", "center",
  ]

  /// The article's, where it holds most of the words.
  var mainBlocks: [TextBlock] {
    func size(_ blocks: [TextBlock]) -> Int {
      blocks.reduce(0) { $0 + $1.runs.reduce(0) { $0 + $1.text.count } }
    }
    let (all, own) = (blocks.map(\.block), blocks.filter(\.isMain).map(\.block))
    return size(own) * 2 > size(all) ? own : all
  }

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin(let name, let attributes): begin(name, attributes)
    case .end(let name): end(name)
    case .text(let text):
      guard skipped == 0 else { return }
      let words = preformatted > 0 ? text.replacing("\n", with: "\u{2028}") : text
      if !words.allSatisfy(\.isWhitespace) { breaks = 0 }
      open.add(words, bold: bold > 0, italic: italic > 0)
    }
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    if Self.skippedNames.contains(name) { skipped += 1 }
    guard skipped == 0 else { return }
    if Self.blockNames.contains(name) { close() }
    switch name {
    case "b", "strong": bold += 1
    case "i", "em", "cite": italic += 1
    case "article", "main": main += 1
    case "pre": preformatted += 1
    case "ul": lists.append(nil)
    case "ol": lists.append((attributes["start"].flatMap { Int($0) } ?? 1) - 1)
    case "li":
      if let last = lists.last, let number = last {
        lists[lists.count - 1] = number + 1
        open.kind = .item("\(number + 1).")
      }
    case "h1", "h2", "h3", "h4", "h5", "h6": open.kind = .heading
    case "br":
      // Two of them part paragraphs, as an empty line does.
      breaks += 1
      if breaks > 1 { close() } else { open.breakLine() }
    default: break
    }
  }

  private mutating func end(_ name: String) {
    if Self.skippedNames.contains(name) {
      skipped -= 1
      return
    }
    guard skipped == 0 else { return }
    if Self.blockNames.contains(name) { close() }
    switch name {
    case "b", "strong": bold = max(0, bold - 1)
    case "i", "em", "cite": italic = max(0, italic - 1)
    case "article", "main": main -= 1
    case "pre": preformatted -= 1
    case "ul", "ol": _ = lists.popLast()
    default: break
    }
  }

  mutating func close() {
    if !open.isEmpty { blocks.append((open, main > 0)) }
    open = TextBlock()
    breaks = 0
  }
}
