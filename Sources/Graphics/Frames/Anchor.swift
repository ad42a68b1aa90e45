/// A place in a document that links lead to.
public enum Anchor: Hashable, Sendable {
  /// A figure's row in the table of figures, by its id.
  case figure(String)
  /// A paragraph of the interview, by its number.
  case paragraph(Int)
  /// A footnote, by its number; each part of a document that sets footnotes of its own is a scope.
  case footnote(Int, scope: String)
  /// A question's page, by the question's number.
  case question(Int)
  /// An exhibit, by where the pack describes it.
  case exhibit(line: Int, column: Int)
  /// A page of the whole document, by its template's name.
  case page(String)

  /// What messages call it.
  public var name: String {
    switch self {
    case .figure(let id): "figure-\(id)"
    case .paragraph(let number): "paragraph-\(number)"
    case .footnote(let number, let scope): "footnote-\(scope)-\(number)"
    case .question(let number): "question-\(number)"
    case .exhibit(let line, let column): "exhibit-\(line)-\(column)"
    case .page(let template): "page-\(template)"
    }
  }
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  case url(String)
  /// A place in the same document, and what the words that lead there are.
  case anchor(Anchor, as: LinkRole = .plain)
  /// Leads nowhere: covers something new that has no words of its own.
  case change
}

/// What words are that lead to a place.
public enum LinkRole: Hashable, Sendable {
  case plain
  /// They say something new.
  case changed
  /// They list a figure where it is not used.
  case listed
}
