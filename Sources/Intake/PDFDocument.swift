import Diagnostics
import Files
import Foundation

/// A PDF with text, read by poppler's own programs: what a hostile file does to them ends nothing here. pdftotext tells the
/// words in the order of their columns, pdftohtml which of them are bold.
struct PDFDocument {
  let bytes: [UInt8]
  /// As messages name it.
  let file: String

  func taken() throws(DiagnosticError) -> TakenText {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("bayan-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("interview.pdf").path
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      throw DiagnosticError(
        "a copy of this PDF can't be written: \(error.localizedDescription)", at: SourceLocation(file: file),
        advice: "make room in \(FileManager.default.temporaryDirectory.path)")
    }
    let words = try run("pdftotext", ["-bbox-layout", "-enc", "UTF-8", path, "-"])
    var lines = PDFLines()
    guard try MarkupReader.readXML(words, file: file, { lines.take($0) }) else { throw damaged }
    // Bold is a help and no more: without it the text is read all the same.
    if let looks = try? run("pdftohtml", ["-xml", "-i", "-hidden", "-zoom", "1", "-stdout", path]) {
      var bold = BoldAreas()
      _ = try MarkupReader.readXML(looks, file: file) { bold.take($0) }
      lines.mark(bold)
    }
    return TakenText(format: "a PDF", text: transcriptText(of: lines.blocks, notes: []))
  }

  private var damaged: DiagnosticError {
    DiagnosticError(
      "this PDF can't be read", at: SourceLocation(file: file),
      advice: "open it and print it into a new PDF, or copy its text into a text file")
  }

  /// In seconds: an hour's interview takes less than one.
  private static let patience = 60.0

  private func run(_ program: String, _ arguments: [String]) throws(DiagnosticError) -> [UInt8] {
    let run = try runProgram(program, arguments, patience: Self.patience)
    if run.status == 127 {
      throw DiagnosticError(
        "the program \(program) is not installed, so PDFs can't be read", at: SourceLocation(file: file),
        advice: "install it (Debian: apt-get install poppler-utils)")
    }
    if run.errors.contains("Incorrect password") {
      throw DiagnosticError(
        "this PDF is protected by a password", at: SourceLocation(file: file), advice: "save it without one")
    }
    guard run.status == 0 else { throw damaged }
    return run.output
  }
}

/// Where bold text stands.
private struct BoldAreas {
  private var areas: [Int: [(x: ClosedRange<Double>, y: ClosedRange<Double>)]] = [:]
  private var page = 0
  private var open: (x: ClosedRange<Double>, y: ClosedRange<Double>)?
  private var (isBold, text, boldText) = (0, 0, 0)

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin("page", _): page += 1
    case .begin("text", let attributes):
      let numbers = ["left", "top", "width", "height"].compactMap { attributes[$0].flatMap { Double($0) } }
      (text, boldText) = (0, 0)
      guard numbers.count == 4, numbers[2] >= 0, numbers[3] >= 0 else { break }
      open = (numbers[0] - 1...numbers[0] + numbers[2] + 1, numbers[1] - 1...numbers[1] + numbers[3] + 1)
    case .begin("b", _): isBold += 1
    case .end("b"): isBold -= 1
    case .text(let words):
      text += words.count
      if isBold > 0 { boldText += words.count }
    case .end("text"):
      if let open, boldText * 2 > text { areas[page, default: []].append(open) }
      open = nil
    default: break
    }
  }

  func holds(_ x: Double, _ y: Double, page: Int) -> Bool {
    areas[page]?.contains { $0.x.contains(x) && $0.y.contains(y) } ?? false
  }
}

/// The lines of a PDF's pages, and what they are put together into.
struct PDFLines {
  struct Word {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
    var isBold = false
  }

  struct Line {
    var words: [Word] = []
    var page: Int
    /// Counts the blocks of the document.
    var block: Int

    var text: String { words.map(\.text).joined(separator: " ") }
    var left: Double { words.map(\.left).min() ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }
    var top: Double { words.map(\.top).min() ?? 0 }
    var height: Double { words.map { $0.bottom - $0.top }.max() ?? 0 }
  }

  private(set) var lines: [Line] = []
  private var heights: [Double] = []
  private var (page, block) = (0, 0)
  private var word: Word?

  mutating func take(_ event: MarkupEvent) {
    switch event {
    case .begin("page", let attributes):
      page += 1
      heights.append(attributes["height"].flatMap { Double($0) } ?? 842)
    case .begin("block", _): block += 1
    case .begin("line", _): lines.append(Line(page: page, block: block))
    case .begin("word", let attributes):
      let numbers = ["xMin", "xMax", "yMin", "yMax"].compactMap { attributes[$0].flatMap { Double($0) } }
      if numbers.count == 4 {
        word = Word(text: "", left: numbers[0], right: numbers[1], top: numbers[2], bottom: numbers[3])
      }
    case .text(let text): word?.text += text
    case .end("word"):
      if let word, !lines.isEmpty, !word.text.isEmpty { lines[lines.count - 1].words.append(word) }
      word = nil
    default: break
    }
  }

  fileprivate mutating func mark(_ bold: BoldAreas) {
    for line in lines.indices {
      for word in lines[line].words.indices {
        let place = lines[line].words[word]
        lines[line].words[word].isBold = bold.holds(
          (place.left + place.right) / 2, (place.top + place.bottom) / 2, page: lines[line].page)
      }
    }
  }

  /// Paragraphs, without running heads, page numbers and footnotes' small print between them.
  var blocks: [TextBlock] {
    let kept = withoutRunningLines
    let sizes = kept.map(\.height).sorted()
    let usual = sizes.isEmpty ? 0 : sizes[sizes.count / 2]
    let body = kept.filter { $0.height > 0.82 * usual || !isNoteBegin($0) }
    let measures = Dictionary(grouping: body, by: \.page).mapValues { $0.map(\.right).max() ?? 0 }
    var blocks: [TextBlock] = []
    var before: Line?
    for line in body where !line.words.isEmpty {
      if let last = before, goesOn(line, after: last, measure: measures[last.page] ?? 0) {
        join(line, to: &blocks[blocks.count - 1])
      } else {
        var block = TextBlock()
        add(line, to: &block)
        blocks.append(block)
      }
      before = line
    }
    return blocks
  }

  // MARK: Running lines

  /// Heads and feet: lines at the top or bottom of a page that stand, but for numbers, on several of them.
  private var withoutRunningLines: [Line] {
    func key(_ line: Line) -> String { String(line.text.lowercased().map { $0.isNumber ? "#" : $0 }) }
    func isAtEdge(_ line: Line) -> Bool {
      let height = heights.indices.contains(line.page - 1) ? heights[line.page - 1] : 842
      return line.top < 0.1 * height || line.top > 0.89 * height
    }
    let edges = lines.filter(isAtEdge)
    let pages = Dictionary(grouping: edges, by: key).mapValues { Set($0.map(\.page)).count }
    let least = page < 3 ? 2 : max(2, page / 3)
    return lines.filter { line in
      guard isAtEdge(line) else { return true }
      let text = line.text.trimmingCharacters(in: CharacterSet(charactersIn: " –—-·|[]"))
      let isNumber = text.allSatisfy(\.isNumber) || text.lowercased().hasPrefix("page ") && text.count < 14
      return !isNumber && pages[key(line), default: 0] < least
    }
  }

  /// "1 See …", in small type at a page's foot.
  private func isNoteBegin(_ line: Line) -> Bool {
    guard let first = line.words.first?.text, first.allSatisfy(\.isNumber), line.words.count > 1 else {
      return false
    }
    let height = heights.indices.contains(line.page - 1) ? heights[line.page - 1] : 842
    return line.top > 0.7 * height
  }

  // MARK: Paragraphs

  /// Whether a line goes on with the paragraph of the one before.
  private func goesOn(_ line: Line, after last: Line, measure: Double) -> Bool {
    let (text, said) = (line.text, last.text)
    if beginsTurn(text) { return false }
    let isBold = { (line: Line) in line.words.allSatisfy(\.isBold) }
    if isBold(line) != isBold(last) { return false }
    let endsSentence = said.last.map { ".?!:”\"»".contains($0) } ?? true
    if line.page != last.page || line.block != last.block {
      // Columns and pages part paragraphs anywhere, but not where a sentence has ended and another begins.
      return !endsSentence && (text.first?.isLowercase == true || said.last == "-" || line.page != last.page)
    }
    if line.top - last.top > 1.9 * last.height { return false }
    let isShort = last.right < measure - 0.18 * (measure - last.left)
    if endsSentence, isShort { return false }
    // An indent begins a paragraph.
    return !(endsSentence && line.left > last.left + 8)
  }

  /// "Q: Why?", "MARY VELA: Because …", "3. Why?"
  private func beginsTurn(_ text: String) -> Bool {
    text.prefixMatch(of: /(?:[QA]|\p{Lu}[\p{L}.’'\-]*(?: \p{Lu}[\p{L}.’'\-]*){0,4})\s?[:.]\s/) != nil
      && text.prefixMatch(of: /[^:]{1,40}:\s/) != nil || text.prefixMatch(of: /\d{1,2}[.)]\s+\p{Lu}/) != nil
  }

  private func join(_ line: Line, to block: inout TextBlock) {
    // A word that is divided at the line's end is put together; the reader of transcripts knows which keep their hyphen.
    if let last = block.runs.last?.text, last.hasSuffix("\u{AD}") {
      block.runs[block.runs.count - 1].text.removeLast()
    } else if block.runs.last?.text.last == "-", line.words.first?.text.first?.isLowercase == true {
      block.runs[block.runs.count - 1].text.removeLast()
    } else {
      block.add(" ", bold: block.runs.last?.isBold ?? false)
    }
    add(line, to: &block)
  }

  private func add(_ line: Line, to block: inout TextBlock) {
    for (index, word) in line.words.enumerated() {
      if index > 0 { block.add(" ", bold: word.isBold && line.words[index - 1].isBold) }
      block.add(word.text, bold: word.isBold)
    }
  }
}
