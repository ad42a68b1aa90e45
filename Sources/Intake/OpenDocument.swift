import Diagnostics
import Tables

/// An OpenDocument text (.odt, ISO/IEC 26300): its paragraphs with what is bold, headings, numbers of lists, footnotes. What was
/// deleted under tracked changes and comments are left out.
struct OpenDocument {
  let archive: ZipArchive
  /// As messages name it.
  let file: String

  func taken() throws(DiagnosticError) -> TakenText {
    if let manifest = try archive.contents(of: "META-INF/manifest.xml"),
      manifest.firstRange(of: Array("encryption-data".utf8)) != nil
    {
      throw DiagnosticError(
        "this document is protected by a password", at: SourceLocation(file: file),
        advice: "open it in LibreOffice and save it without one")
    }
    var text = OpenDocumentText()
    for part in ["styles.xml", "content.xml"] {
      let bytes = try archive.contents(of: part) ?? []
      let isRead = try MarkupReader.readXML(bytes, file: file) { text.take($0) }
      guard isRead || part == "styles.xml" else {
        throw DiagnosticError(
          "this document is damaged", at: SourceLocation(file: file),
          advice: "open it in LibreOffice and save it again")
      }
      if part == "styles.xml" { text.beginContent() }
    }
    return TakenText(format: "an OpenDocument text", text: transcriptText(of: text.blocks, notes: text.notes))
  }
}

private struct OpenDocumentText {
  private struct Style {
    var isBold: Bool?
    var isItalic: Bool?
    var parent: String?
  }

  private(set) var blocks: [TextBlock] = []
  private(set) var notes: [(mark: String, text: String)] = []
  private var styles: [String: Style] = [:]
  private var style: String?
  /// Lists whose entries are numbered.
  private var numbered: Set<String> = []
  private var listStyle: String?
  private var lists: [(isNumbered: Bool, count: Int)] = []
  private var open = TextBlock()
  private var isInParagraph = false
  private var looks: [(isBold: Bool, isItalic: Bool)] = []
  private var skipped = 0
  /// The paragraph around a note, while the note is read.
  private var around: (block: TextBlock, looks: [(isBold: Bool, isItalic: Bool)])?
  private var isCitation = false

  /// What was read of the document's styles is no text of it.
  mutating func beginContent() { (blocks, notes, lists) = ([], [], []) }

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin(let name, let attributes): begin(name, attributes)
    case .end(let name): end(name)
    case .text(let text): if isInParagraph, skipped == 0, !isCitation { add(text) }
    }
  }

  private mutating func add(_ text: String) {
    open.add(text, bold: looks.last?.isBold ?? false, italic: looks.last?.isItalic ?? false)
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "style":
      style = attributes["name"]
      if let style { styles[style] = Style(parent: attributes["parent-style-name"]) }
    case "text-properties":
      guard let style else { break }
      if let weight = attributes["font-weight"] {
        styles[style]?.isBold = weight == "bold" || Int(weight) ?? 0 >= 600
      }
      if let slant = attributes["font-style"] { styles[style]?.isItalic = slant != "normal" }
    case "list-style": listStyle = attributes["name"]
    case "list-level-style-number":
      if let listStyle, attributes["level"] == "1", attributes["num-format"] == "1" {
        numbered.insert(listStyle)
      }
    case "tracked-changes", "annotation", "forms": skipped += 1
    case "list":
      let isNumbered = attributes["style-name"].map(numbered.contains) ?? lists.last?.isNumbered ?? false
      lists.append((isNumbered, 0))
    case "list-item": if !lists.isEmpty { lists[lists.count - 1].count += 1 }
    case "p", "h": beginParagraph(name, attributes)
    case "span": looks.append(look(of: attributes["style-name"], in: looks.last ?? (false, false)))
    case "s": add(String(repeating: " ", count: min(80, attributes["c"].flatMap { Int($0) } ?? 1)))
    case "tab": add("\t")
    case "line-break": open.breakLine()
    case "note-citation": isCitation = true
    case "note-body": beginNote()
    default: break
    }
  }

  private mutating func beginParagraph(_ name: String, _ attributes: [String: String]) {
    guard skipped == 0 else { return }
    // A note's second paragraph goes on with its first.
    if around != nil, isInParagraph { return add(" ") }
    open = TextBlock(kind: name == "h" ? .heading : .paragraph)
    if name == "p", around == nil, let list = lists.last, list.isNumbered, lists.count == 1 {
      open.kind = .item("\(list.count).")
    }
    isInParagraph = true
    looks = [look(of: attributes["style-name"], in: (false, false))]
  }

  private mutating func beginNote() {
    add("[^\(notes.count + 1)]")
    around = (open, looks)
    notes.append(("\(notes.count + 1)", ""))
    open = TextBlock()
    looks = [(false, false)]
    isInParagraph = true
  }

  private mutating func end(_ name: String) {
    switch name {
    case "style": style = nil
    case "list-style": listStyle = nil
    case "tracked-changes", "annotation", "forms": skipped -= 1
    case "list": _ = lists.popLast()
    case "span": _ = looks.popLast()
    case "note-citation": isCitation = false
    case "note-body":
      guard let around else { break }
      notes[notes.count - 1].text = open.markdown.replacing("\n", with: " ")
      (open, looks) = around
      self.around = nil
    case "p", "h":
      guard around == nil, isInParagraph else { break }
      blocks.append(open)
      isInParagraph = false
    default: break
    }
  }

  private func look(of name: String?, in outer: (isBold: Bool, isItalic: Bool)) -> (
    isBold: Bool, isItalic: Bool
  ) {
    var (look, next, steps) = (outer, name, 0)
    var (bold, italic): (Bool?, Bool?) = (nil, nil)
    while let name = next, let style = styles[name], steps < 12 {
      bold = bold ?? style.isBold
      italic = italic ?? style.isItalic
      next = style.parent
      steps += 1
    }
    look.isBold = bold ?? look.isBold
    look.isItalic = italic ?? look.isItalic
    return look
  }
}
