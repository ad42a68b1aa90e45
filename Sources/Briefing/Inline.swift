import Diagnostics
import Evidence
import YAMLReading

/// A stretch of text with what it is.
public struct Inline: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case plain
    /// Made from figures, by their ids.
    case figure([String])
    /// A source mark: paragraphs of the transcript.
    case source([Int])
    /// A reference to a footnote of the transcript.
    case footnote(Int)
    case link(String)
  }

  public var text: String
  public var kind: Kind
  public var isStrong: Bool
  public var isEmphasised: Bool

  public init(_ text: String, _ kind: Kind = .plain, isStrong: Bool = false, isEmphasised: Bool = false) {
    self.text = text
    self.kind = kind
    self.isStrong = isStrong
    self.isEmphasised = isEmphasised
  }
}

/// Text of a paragraph, a headline or a label, references made into words.
public struct InlineText: Hashable, Sendable {
  public var pieces: [Inline]
  /// Where it was written, for messages.
  public var file: String

  public init(_ pieces: [Inline], file: String) {
    self.pieces = pieces
    self.file = file
  }

  public init(_ text: String, file: String) {
    self.init([Inline(text)], file: file)
  }

  public var text: String { pieces.map(\.text).joined() }

  /// Ids of the figures in it, each once, in order.
  public var figures: [String] {
    var seen: [String] = []
    for case .figure(let ids) in pieces.map(\.kind) {
      for id in ids where !seen.contains(id) { seen.append(id) }
    }
    return seen
  }

  /// Numbers of the footnotes it refers to, in order.
  public var footnotes: [Int] {
    pieces.compactMap { if case .footnote(let number) = $0.kind { number } else { nil } }
  }
}

/// Makes written text into inline text: references to figures, source marks ("[¶4–6]") and footnote marks ("[^1]").
struct InlineReader {
  var figures: FigureTable
  /// Numbers that exist in the transcript.
  var paragraphs: Set<Int>
  var footnotes: Set<Int>
  var log = DiagnosticLog()

  /// - Parameter before: what stands before it in the same paragraph, so that a sentence begins with a capital.
  mutating func read(_ text: String, at location: SourceLocation, before: String = "") -> [Inline] {
    let pieces = log.collect { try figures.pieces(of: text, at: location, continuing: before) }
    return (pieces ?? [.text(text)]).flatMap { piece in
      switch piece {
      case .text(let text): marks(in: text, at: location)
      case .figure(let words, let ids): [Inline(words, .figure(ids))]
      }
    }
  }

  mutating func read(_ text: YAMLText) -> InlineText {
    InlineText(read(text.text, at: text.location), file: text.location.file)
  }

  /// Splits off "[¶…]" and "[^…]"; other brackets are text.
  private mutating func marks(in text: String, at location: SourceLocation) -> [Inline] {
    var result: [Inline] = []
    var rest = Substring(text)
    var plain = ""
    func flushed() -> [Inline] { plain.isEmpty ? result : result + [Inline(plain)] }
    while let open = rest.firstIndex(of: "[") {
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "]"), let mark = mark(String(after[..<close]), at: location) else {
        plain += rest[...open]
        rest = after
        continue
      }
      plain += rest[..<open]
      // A source mark stands in the line of the word before it.
      if case .source = mark.kind, plain.last?.isWhitespace == true { plain = plain.dropLast() + "\u{A0}" }
      result = flushed() + [mark]
      plain = ""
      rest = after[after.index(after: close)...]
    }
    plain += rest
    return flushed()
  }

  private mutating func mark(_ inside: String, at location: SourceLocation) -> Inline? {
    if inside.hasPrefix("^") {
      guard let number = Int(inside.dropFirst()) else { return nil }
      if !footnotes.contains(number) {
        log.error(
          "footnote \(number) does not exist in the transcript", at: location,
          advice: footnotes.isEmpty ? "the transcript has no footnotes" : "it has \(footnotes.sorted().map(String.init).joined(separator: ", "))")
      }
      return Inline(String(number), .footnote(number))
    }
    guard inside.hasPrefix("¶") else { return nil }
    guard let numbers = Self.paragraphNumbers(inside) else {
      log.error("'[\(inside)]' is no source mark", at: location, advice: "write [¶4], [¶4–6] or [¶4, ¶6]")
      return Inline("[\(inside)]")
    }
    for number in numbers where !paragraphs.contains(number) {
      log.error(
        "¶\(number) does not exist in the transcript", at: location, advice: "it has ¶1 to ¶\(paragraphs.max() ?? 0)")
    }
    return Inline(inside.replacing("-", with: "–").replacing("¶ ", with: "¶"), .source(numbers))
  }

  /// "¶4", "¶4–6", "¶4, ¶6" → numbers in order.
  static func paragraphNumbers(_ text: String) -> [Int]? {
    var numbers: [Int] = []
    for part in text.split(separator: ",") {
      let ends = part.split(whereSeparator: { $0 == "–" || $0 == "-" }).map { end in
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
