import Diagnostics
import Tables

/// A Word document (.docx, ECMA-376): its paragraphs with what is bold, headings by their styles, numbers of lists, footnotes.
/// What was deleted under tracked changes, comments, headers and footers are left out.
struct WordDocument {
  let archive: ZipArchive
  /// As messages name it.
  let file: String

  func taken() throws(DiagnosticError) -> TakenText {
    var styles = WordStyles()
    _ = try read("word/styles.xml") { styles.take($0) }
    var numbering = WordNumbering()
    _ = try read("word/numbering.xml") { numbering.take($0) }
    var body = WordText(styles: styles, numbering: numbering)
    guard try read("word/document.xml", { body.take($0) }) else {
      throw DiagnosticError(
        "this Word document is damaged", at: SourceLocation(file: file),
        advice: "open it in Word or LibreOffice and save it again")
    }
    var notes: [(mark: String, text: String)] = []
    for part in ["word/footnotes.xml", "word/endnotes.xml"] where !body.noteIDs.isEmpty {
      var reader = WordText(styles: styles, numbering: numbering)
      _ = try read(part) { reader.take($0) }
      for (id, text) in reader.notes {
        guard let index = body.noteIDs.firstIndex(of: (part.contains("end") ? "e" : "f") + id) else {
          continue
        }
        notes.append(("\(index + 1)", text))
      }
    }
    let sorted = notes.sorted { (Int($0.mark) ?? 0) < (Int($1.mark) ?? 0) }
    return TakenText(format: "a Word document", text: transcriptText(of: body.blocks, notes: sorted))
  }

  /// - Returns: whether there is such a part, and it is well-formed.
  private func read(_ part: String, _ body: (MarkupEvent) -> Void) throws(DiagnosticError) -> Bool {
    guard let bytes = try archive.contents(of: part) else { return false }
    return try MarkupReader.readXML(bytes, file: file, body)
  }
}

/// Which of a document's paragraph styles are headings, and which make text bold.
private struct WordStyles {
  private(set) var headings: Set<String> = []
  private(set) var bold: Set<String> = []
  private var style: String?

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin("style", let attributes): style = attributes["styleId"]
    case .begin("name", let attributes):
      let name = (attributes["val"] ?? "").lowercased()
      if let style, name.hasPrefix("heading") || name == "title" { headings.insert(style) }
    case .begin("outlineLvl", let attributes):
      if let style, attributes["val"].flatMap({ Int($0) }) ?? 9 < 9 { headings.insert(style) }
    case .begin("b", let attributes): if let style, isOn(attributes) { bold.insert(style) }
    case .end("style"): style = nil
    default: break
    }
  }
}

/// A property that is there is on, unless it says that it is off.
private func isOn(_ attributes: [String: String]) -> Bool {
  !["0", "false", "off", "none"].contains(attributes["val"] ?? "1")
}

/// How the entries of lists are marked.
private struct WordNumbering {
  /// By the abstract list and its level.
  private var formats: [String: [Int: (format: String, text: String, start: Int)]] = [:]
  private var lists: [String: String] = [:]
  private var (abstract, level, list): (String?, Int?, String?)
  private var counts: [String: [Int: Int]] = [:]

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin("abstractNum", let attributes): abstract = attributes["abstractNumId"]
    case .end("abstractNum"): abstract = nil
    case .begin("lvl", let attributes):
      level = attributes["ilvl"].flatMap { Int($0) }
      if let abstract, let level { formats[abstract, default: [:]][level] = ("decimal", "%1.", 1) }
    case .begin("numFmt", let attributes):
      if let abstract, let level { formats[abstract]?[level]?.format = attributes["val"] ?? "decimal" }
    case .begin("lvlText", let attributes):
      if let abstract, let level { formats[abstract]?[level]?.text = attributes["val"] ?? "%1." }
    case .begin("start", let attributes):
      if let abstract, let level {
        formats[abstract]?[level]?.start = attributes["val"].flatMap { Int($0) } ?? 1
      }
    case .begin("num", let attributes): list = attributes["numId"]
    case .begin("abstractNumId", let attributes): if let list { lists[list] = attributes["val"] }
    case .end("num"): list = nil
    default: break
    }
  }

  /// The next entry's mark, as far as it is a number; `nil` for bullets.
  mutating func mark(list: String, level: Int) -> String? {
    guard let abstract = lists[list], let found = formats[abstract]?[level] else { return nil }
    guard ["decimal", "lowerLetter", "upperLetter", "lowerRoman", "upperRoman"].contains(found.format) else {
      return nil
    }
    let number = (counts[abstract]?[level] ?? found.start - 1) + 1
    counts[abstract, default: [:]][level] = number
    counts[abstract] = counts[abstract]?.filter { $0.key <= level }
    // Numbers alone tell questions from each other.
    guard found.format == "decimal" else { return nil }
    let words = found.text.replacing("%\(level + 1)", with: "\(number)")
    return words.contains("%") ? nil : words
  }
}

/// The paragraphs of a part.
private struct WordText {
  let styles: WordStyles
  var numbering: WordNumbering
  private(set) var blocks: [TextBlock] = []
  /// Of the notes that are referred to, "f3" or "e1", in their order.
  private(set) var noteIDs: [String] = []
  /// Of a part of notes.
  private(set) var notes: [(id: String, text: String)] = []

  private var open = TextBlock()
  private var (isBold, isItalic, isStyleBold, isInRun, isText, isDeleted) = (
    false, false, false, false, false, 0
  )
  private var list: (id: String?, level: Int) = (nil, 0)
  private var note: String?
  private var noteText: [String] = []

  init(styles: WordStyles, numbering: WordNumbering) {
    self.styles = styles
    self.numbering = numbering
  }

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin(let name, let attributes): begin(name, attributes)
    case .end(let name): end(name)
    case .text(let text):
      if isText, isDeleted == 0 { open.add(text, bold: isBold || isStyleBold, italic: isItalic) }
    }
  }

  private mutating func begin(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "p": (open, list, isStyleBold) = (TextBlock(), (nil, 0), false)
    case "pStyle":
      let style = attributes["val"] ?? ""
      if styles.headings.contains(style) { open.kind = .heading }
      isStyleBold = styles.bold.contains(style)
    case "outlineLvl": if !isInRun, attributes["val"].flatMap({ Int($0) }) ?? 9 < 9 { open.kind = .heading }
    case "numId": list.id = attributes["val"]
    case "ilvl": list.level = attributes["val"].flatMap { Int($0) } ?? 0
    case "r": (isInRun, isBold, isItalic) = (true, false, false)
    case "b": if isInRun { isBold = isOn(attributes) }
    case "i": if isInRun { isItalic = isOn(attributes) }
    case "t": isText = true
    case "tab": if isInRun { open.add("\t", bold: isBold || isStyleBold, italic: isItalic) }
    case "br", "cr": if isDeleted == 0 { open.breakLine() }
    case "noBreakHyphen": open.add("-", bold: isBold || isStyleBold, italic: isItalic)
    case "del", "moveFrom", "txbxContent", "Fallback": isDeleted += 1
    case "footnoteReference", "endnoteReference":
      guard let id = attributes["id"], isDeleted == 0 else { break }
      noteIDs.append((name == "endnoteReference" ? "e" : "f") + id)
      open.add("[^\(noteIDs.count)]")
    case "footnote", "endnote": (note, noteText) = (attributes["id"], [])
    default: break
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "p": closeParagraph()
    case "r": isInRun = false
    case "t": isText = false
    case "del", "moveFrom", "txbxContent", "Fallback": isDeleted -= 1
    case "footnote", "endnote":
      if let note, !noteText.isEmpty { notes.append((note, noteText.joined(separator: " "))) }
      note = nil
    default: break
    }
  }

  private mutating func closeParagraph() {
    if note != nil {
      if !open.isEmpty { noteText.append(open.markdown.replacing("\n", with: " ")) }
      return
    }
    if let id = list.id, open.kind == .paragraph, !open.isEmpty,
      let mark = numbering.mark(list: id, level: list.level)
    {
      open.kind = .item(mark)
    }
    blocks.append(open)
    open = TextBlock()
  }
}
