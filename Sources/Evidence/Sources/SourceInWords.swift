import Tables

/// Sources that are said in words: "Statistical Yearbook 2008, p. 214", "Letter of the Ministry of Finance, 5 May 2018",
/// "doi:10.1000/182", "ISBN 978-92-1-130394-0", "Eurostat".
enum SourceInWords {
  /// Whether a text names a work, and is not another kind of source misspelt ("p5", "¶0", "ftp://x.y") nor a word that
  /// stands where there is none.
  static func isOne(_ text: String) -> Bool {
    if isIdentifier(text) { return true }
    let tokens = TextToken.tokens(of: Array(text.unicodeScalars))
    let words = tokens.filter { $0.kind == .word }
    guard !text.hasPrefix("¶"), !text.contains("://"), !text.lowercased().hasPrefix("www."),
      !blanks.contains(text.lowercased()), !isMark(tokens)
    else { return false }
    // One word is a name.
    guard let first = words.first, words.contains(where: { $0.text.unicodeScalars.count > 2 }) else {
      return false
    }
    return words.count > 1 || first.text.unicodeScalars.first?.properties.isLowercase == false
  }

  /// DOI, ISBN, ISSN.
  static func isIdentifier(_ text: String) -> Bool {
    let folded = text.lowercased()
    let hasDigits = folded.utf8.count { (0x30...0x39).contains($0) } >= 4
    if doi(text) != nil { return true }
    return hasDigits && ["isbn", "issn"].contains { folded.hasPrefix($0) }
  }

  /// The name of a document behind "doi:", or of one that is written without it: "10.1000/182".
  static func doi(_ text: String) -> String? {
    let folded = text.lowercased()
    let name = folded.hasPrefix("doi:") ? text.dropFirst(4).trimmed : text
    guard name.hasPrefix("10."), let slash = name.firstIndex(of: "/"), !name.contains(where: \.isWhitespace),
      name[..<slash].utf8.count > 6, name.index(after: slash) < name.endIndex
    else { return nil }
    return name
  }

  /// "para 5", "p5", "footnote 3", "§ 4": a mark of the transcript, as we don't write it.
  private static func isMark(_ tokens: [TextToken]) -> Bool {
    let names: Set<String> = [
      "p", "pp", "par", "para", "paras", "paragraph", "paragraphs", "fn", "footnote", "note", "q", "question",
      "§",
    ]
    guard let first = tokens.first, names.contains(first.key) else { return false }
    return tokens.dropFirst().allSatisfy { $0.kind != .word }
  }

  private static let blanks: Set<String> = [
    "tbd", "tbc", "unknown", "none", "source", "n/a", "na", "n.a.", "nil", "null", "todo", "to be confirmed",
    "to be added",
    "see above", "same", "ditto", "as above", "no source",
  ]
}

extension Source {
  /// Where a work is found on the web: of those with a DOI.
  public var address: String? {
    switch self {
    case .url(let address): address
    case .work(let text): SourceInWords.doi(text).map { "https://doi.org/\($0)" }
    case .paragraph, .footnote, .table: nil
    }
  }
}
