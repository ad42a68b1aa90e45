/// What a piece of a frame means to a reader who can't see it.
public enum Tag: Hashable, Sendable {
  /// Decoration, or said elsewhere already: headers, folios, rules.
  case artifact
  case structure(StructureTag)
}

/// An element of a PDF's structure tree (ISO 32000-1, 14.8.4).
public struct StructureTag: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case document = "Document"
    case section = "Sect"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case paragraph = "P"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case quotation = "BlockQuote"
    case table = "Table"
    case row = "TR"
    case headerCell = "TH"
    case cell = "TD"
    case figure = "Figure"
    case caption = "Caption"
    case note = "Note"
    /// To something elsewhere in the document: a note, a paragraph.
    case reference = "Reference"
    case link = "Link"
    case span = "Span"
  }

  public var kind: Kind
  /// The same element on two pages (a paragraph that goes on) has the same identifier; unique in a document.
  public var id: String?
  /// What a screen reader says instead of the content, of a table before it; figures must have it.
  public var alternative: String?
  /// The words of an element that shows none: a cell of a table that is there for reading aloud only.
  public var actualText: String?

  public init(_ kind: Kind, id: String? = nil, alternative: String? = nil, actualText: String? = nil) {
    self.kind = kind
    self.id = id
    self.alternative = alternative
    self.actualText = actualText
  }
}
