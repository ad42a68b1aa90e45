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
