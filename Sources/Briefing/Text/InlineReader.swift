import Diagnostics
import Evidence
import YAMLReading

/// Makes written text into inline text: references to figures, source marks ("[¶4–6]") and footnote marks ("[^1]").
struct InlineReader {
  /// `nil` where the table could not be read: then references are left as they are.
  var figures: FigureTable?
  /// Numbers that exist in the transcript; `nil` where it could not be read.
  var paragraphs: Set<Int>?
  var footnotes: Set<Int>?
  /// `nil` where transcript or figures could not be read.
  var attribution: Attribution?
  /// The figures of a paragraph that no source mark has followed yet.
  var unmarked: [Unmarked] = []
  var log = DiagnosticLog()
  /// The texts that were read, in their order.
  private(set) var written: [WrittenText] = []
  /// The stretches that were read, in their order.
  private(set) var texts: [PlacedText] = []
  /// BCP 47; chooses quotation marks.
  var language = "en"

  mutating func read(_ text: YAMLText) -> InlineText {
    if text.text.contains("**") {
      log.warning(
        "these asterisks stay as they are", at: text.location,
        advice:
          "words of pack.yml are set in one weight: take them out; summaries and pages may have **bold** words"
      )
    }
    let result = InlineText(read(text.text, at: text.location), file: text.location.file)
    written.append(WrittenText(source: text.text, location: text.location, inline: result))
    return result
  }

  mutating func read(_ text: String, at location: SourceLocation) -> [Inline] {
    var before = ""
    return read(PlacedText(text, at: location), before: &before)
  }

  /// Splits off "[¶…]" and "[^…]" (other brackets are text) and puts the references between them into words.
  /// What stands before the text in its paragraph tells where a sentence begins with a capital.
  mutating func read(_ text: PlacedText, before: inout String) -> [Inline] {
    texts.append(text)
    if before.isEmpty { unmarked = [] }
    let scalars = Array(text.text.unicodeScalars)
    var result: [Inline] = []
    var plainStart = 0
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "[", let kind = markKind(scalars, after: index) else {
        index += 1
        continue
      }
      let end = scalars[(index + 1)...].firstIndex { $0 == "]" || $0 == "[" } ?? scalars.count
      let place = text.location(at: index)
      guard end < scalars.count, scalars[end] == "]" else {
        log.error(
          "this \(kind.name) is never closed", at: place, advice: "close it with ']': \(kind.example)")
        index = end
        continue
      }
      let inside = string(scalars[(index + 1)..<end])
      if let mark = mark(inside, kind, at: place) {
        result += words(scalars[plainStart..<index], of: text, before: &before)
        // A source mark stands in the line of the word before it.
        if kind == .source, let last = result.last, last.kind == .plain, last.text.last?.isWhitespace == true
        {
          result[result.count - 1].text.removeLast()
          result[result.count - 1].text += "\u{A0}"
        }
        if case .source(let numbers) = mark.kind { noteMark(numbers) }
        result.append(mark)
        before += "[\(inside)]"
        plainStart = end + 1
      }
      index = end + 1
    }
    result += words(scalars[plainStart...], of: text, before: &before)
    return result
  }

  /// A stretch without marks, its references put into words.
  private mutating func words(_ part: ArraySlice<Unicode.Scalar>, of text: PlacedText, before: inout String)
    -> [Inline]
  {
    if part.isEmpty { return [] }
    let written = string(part)
    let pieces = log.collect {
      try figures?.pieces(of: written, continuing: before) { text.location(at: part.startIndex + $0) }
    }
    for case .figure(let words, let ids) in pieces.flatMap({ $0 }) ?? [] {
      warnOfTwoReporters(words, ids, at: text.location(at: part.startIndex))
    }
    if let pieces = pieces.flatMap({ $0 }) {
      noteFigures(
        pieces, offsets: Self.referenceOffsets(in: part).map { part.startIndex + $0 }, of: text,
        rest: string(text.text.unicodeScalars.dropFirst(part.endIndex).prefix(Self.mostOfSentence)),
        before: before)
    }
    let quotes = TypographicQuotes(language: language)
    let result = (pieces.flatMap { $0 } ?? [.text(written)]).map { piece in
      let inline =
        switch piece {
        case .text(let text): Inline(quotes.set(text, after: before))
        case .figure(let words, let ids): Inline(words, .figure(ids))
        }
      before += inline.text
      return inline
    }
    // Only the last words tell whether a sentence begins.
    if before.utf8.count > 4096 { before = string(before.unicodeScalars.suffix(1024)) }
    return result
  }

  private enum MarkKind {
    case source, footnote

    var name: String { self == .source ? "source mark" : "footnote mark" }
    var example: String { self == .source ? "[¶4], [¶4–6] or [¶4, ¶6]" : "[^1]" }
  }

  /// What the bracket before opens; white space may stand after it.
  private func markKind(_ scalars: [Unicode.Scalar], after index: Int) -> MarkKind? {
    var next = index + 1
    while next < scalars.count, next - index < 4, scalars[next].properties.isWhitespace { next += 1 }
    guard next < scalars.count else { return nil }
    return scalars[next] == "¶" ? .source : scalars[next] == "^" ? .footnote : nil
  }

  /// `nil` for what is no such mark; the log says so.
  private mutating func mark(_ inside: String, _ kind: MarkKind, at place: SourceLocation) -> Inline? {
    let body = string(inside.unicodeScalars.drop { $0.properties.isWhitespace })
    let numbers = kind == .source ? Self.paragraphNumbers(body) : Int(body.dropFirst()).map { [$0] }
    guard let numbers else {
      log.error("'[\(inside)]' is no \(kind.name)", at: place, advice: "write \(kind.example)")
      return nil
    }
    for number in numbers {
      if kind == .source, let paragraphs, !paragraphs.contains(number) {
        log.error(
          "¶\(number) does not exist in the transcript", at: place,
          advice: "it has ¶1 to ¶\(paragraphs.max() ?? 0)")
      }
      if kind == .footnote, let footnotes, !footnotes.contains(number) {
        log.error(
          "footnote \(number) does not exist in the transcript", at: place,
          advice: footnotes.isEmpty
            ? "the transcript has no footnotes"
            : "it has \(footnotes.sorted().map(String.init).joined(separator: ", "))")
      }
    }
    return switch kind {
    case .source: Inline(body.replacing("-", with: "–").replacing("¶ ", with: "¶"), .source(numbers))
    case .footnote: Inline(String(numbers[0]), .footnote(numbers[0]))
    }
  }

  /// "¶4", "¶4–6", "¶4, ¶6" → numbers in order.
  static func paragraphNumbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "–" || $0 == "-" }).map
      { end in
        Int(end.filter { !$0.isWhitespace && $0 != "¶" })
      }
      switch ends.count {
      case 1: if let only = ends[0] { numbers.append(only) } else { return nil }
      case 2:
        guard let first = ends[0], let last = ends[1], first <= last, last - first < 1000 else { return nil }
        numbers += first...last
      default: return nil
      }
    }
    return numbers.isEmpty ? nil : numbers
  }
}

private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars)
  return String(view)
}
