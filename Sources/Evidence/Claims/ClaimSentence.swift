import Tables

/// A word, number, mark or reference of a passage.
struct ClaimToken {
  enum Kind {
    case word, digits, mark, reference
  }
  var kind: Kind
  /// As written; of a reference its first brace.
  var text: String
  /// In lower case.
  var key: String
  var range: Range<Int>
  var reference: ClaimReference?
}

/// A reference as a text has it: the figure, what is said of it, and which others it is compared with.
struct ClaimReference: Hashable {
  var id: String
  var form: String
  var others: [String] = []

  var ids: [String] { [id] + others }

  /// Whether the figure's amount is said, and not only its period, its name or a word that follows it.
  var saysAmount: Bool {
    if ["label", "year", "months of"].contains(form) || form.hasPrefix("period") { return false }
    return !ClaimForm.allCases.contains { form == $0.rawValue || form.hasPrefix($0.rawValue + " ") }
  }

  /// Whether it says when, of which figure's time.
  var saysPeriod: Bool { form.hasPrefix("period") || form == "year" || form == "months of" }

  init(_ inside: String, ids: (String) -> Bool) {
    let parts = inside.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    id = parts[0].trimmed
    form = parts.count > 1 ? parts[1].split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
    let own = id
    others = form.split(whereSeparator: { " |,:".contains($0) }).map(String.init).filter {
      $0 != own && ids($0)
    }
  }
}

/// A sentence of a passage, divided into clauses.
struct ClaimSentence {
  var tokens: [ClaimToken]
  /// Ranges of tokens, in order; they cover all but the marks and words between them.
  var clauses: [Range<Int>]
  var isRunIn: Bool
  var isQuestion: Bool
  /// Of the vocabulary, by the tokens that they begin at, the longest first.
  var phrases: [[ClaimVocabulary.Phrase]]

  /// Those that begin at a token, if there is one.
  func phrases(at index: Int) -> [ClaimVocabulary.Phrase] {
    phrases.indices.contains(index) ? phrases[index] : []
  }

  func clause(at index: Int) -> Range<Int> {
    clauses.first { $0.contains(index) } ?? 0..<tokens.count
  }

  /// The clause that some words begin in, with all of them: "all but reached" has a divider in it.
  func clause(around words: Range<Int>) -> Range<Int> {
    let own = clause(at: words.lowerBound)
    return own.lowerBound..<max(own.upperBound, words.upperBound)
  }

  func key(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].key : "" }

  /// References that say an amount, with their places among the tokens.
  func references(in range: Range<Int>) -> [(index: Int, reference: ClaimReference)] {
    range.compactMap { index in
      tokens[index].reference.flatMap { $0.saysAmount ? (index, $0) : nil }
    }
  }

  /// What something is compared with: the first amount after words of comparison, in the same clause or set off right
  /// there ("those to Chile, {b}", "what we buy ({b})").
  func comparand(after start: Int) -> (index: Int, reference: ClaimReference)? {
    for index in interval(start, upTo: min(start + 10, tokens.count)) {
      if let reference = tokens[index].reference {
        if reference.saysAmount { return (index, reference) }
      } else if ClaimScanner.dividers.contains(tokens[index].key) || tokens[index].key == ".",
        index + 1 < tokens.count, tokens[index + 1].reference == nil,
        !ClaimScanner.isOfTime(tokens, at: index)
      {
        return nil
      }
    }
    return nil
  }

  /// "As imports, at {b}"
  func setOff(after start: Int) -> ClaimReference? {
    let comma = (start..<start + 4).first { key($0) == "," && key($0 + 1) == "at" }
    guard let place = comma.map({ $0 + 2 }), tokens.indices.contains(place),
      let reference = tokens[place].reference, reference.saysAmount
    else { return nil }
    return reference
  }

  var references: [ClaimReference] { references(in: 0..<tokens.count).map(\.reference) }
}

/// Divides passages into sentences and clauses. What stands between quotation marks and in source marks is no one's claim
/// but the source's.
enum ClaimScanner {
  static func sentences(
    of passage: Passage, figures: FigureTable, vocabulary: ClaimVocabulary
  ) -> [ClaimSentence] {
    let all = tokens(of: passage.text, figures: figures)
    var result: [ClaimSentence] = []
    var start = 0
    func end(at index: Int, isQuestion: Bool = false) {
      if index > start {
        let own = Array(all[start..<index])
        result.append(
          ClaimSentence(
            tokens: own, clauses: clauses(of: own),
            isRunIn: own[0].range.lowerBound < passage.runIn, isQuestion: isQuestion,
            phrases: vocabulary.phrases(of: own)))
      }
      start = index
    }
    for index in all.indices {
      if index > start, all[index].range.lowerBound >= passage.runIn,
        all[index - 1].range.lowerBound < passage.runIn
      {
        end(at: index)
      }
      let token = all[index]
      guard token.kind == .mark, [".", "!", "?", "…", "\n"].contains(token.key) else { continue }
      let isLast = index + 1 == all.count
      let isSpaced = isLast || all[index + 1].range.lowerBound > token.range.upperBound
      if isSpaced, token.key != "." || !isAbbreviation(all, at: index) {
        end(at: index + 1, isQuestion: token.key == "?")
      }
    }
    end(at: all.count)
    return result
  }

  private static func isAbbreviation(_ tokens: [ClaimToken], at index: Int) -> Bool {
    guard index > 0, tokens[index - 1].range.upperBound == tokens[index].range.lowerBound else {
      return false
    }
    let key = tokens[index - 1].key
    return ["dr", "mr", "mrs", "ms", "prof", "st", "no", "nos", "vs", "approx", "ca", "fig", "incl"].contains(
      key)
      || tokens[index - 1].kind == .word && key.count == 1
  }

  /// Where a sentence is divided: what is said on one side need not be of the figures on the other.
  static let dividers: Set<String> = [
    ",", ";", ":", "–", "—", "(", ")", "and", "but", "yet", "while", "whereas", "although", "though",
    "because",
    "when", "which", "who", "so", "after", "before", "then", "despite",
  ]

  private static func clauses(of tokens: [ClaimToken]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, token) in tokens.enumerated()
    where dividers.contains(token.key) && !isGlued(tokens, at: index) {
      if isOfTime(tokens, at: index) || isOfAllBut(tokens, at: index) { continue }
      if index > start { result.append(start..<index) }
      start = index + 1
    }
    if start < tokens.count { result.append(start..<tokens.count) }
    return result
  }

  /// "a year before", "than before"
  static func isOfTime(_ tokens: [ClaimToken], at index: Int) -> Bool {
    index > 0 && ["before", "after"].contains(tokens[index].key)
      && ["year", "years", "month", "months", "than", "ever", "quarter", "as"].contains(tokens[index - 1].key)
  }

  /// "All but reached"
  private static func isOfAllBut(_ tokens: [ClaimToken], at index: Int) -> Bool {
    index > 0 && tokens[index].key == "but" && ["all", "anything"].contains(tokens[index - 1].key)
  }

  /// "10,000" and "2012–2015" are one.
  private static func isGlued(_ tokens: [ClaimToken], at index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count else { return false }
    return tokens[index - 1].kind == .digits && tokens[index + 1].kind == .digits
      && tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
  }

  private static func tokens(of text: String, figures: FigureTable) -> [ClaimToken] {
    let scalars = Array(text.unicodeScalars)
    var visible = scalars
    var references: [Int: (reference: ClaimReference, end: Int)] = [:]
    func cover(_ range: Range<Int>) { for place in range { visible[place] = " " } }
    var index = 0
    while index < scalars.count {
      let isDoubled = index + 1 < scalars.count && scalars[index + 1] == scalars[index]
      if scalars[index] == "{" || scalars[index] == "}", isDoubled {
        cover(index..<index + 2)
        index += 2
      } else if scalars[index] == "{", let end = scalars[index...].firstIndex(of: "}") {
        let inside = String(scalars: scalars[(index + 1)..<end])
        references[index] = (ClaimReference(inside) { figures[$0] != nil }, end + 1)
        cover(index..<end + 1)
        visible[index] = "\u{FFFC}"
        index = end + 1
      } else if scalars[index] == "[", index + 1 < scalars.count,
        "¶^".unicodeScalars.contains(scalars[index + 1]),
        let end = scalars[index...].firstIndex(of: "]")
      {
        cover(index..<end + 1)
        index = end + 1
      } else {
        index += 1
      }
    }
    coverQuotations(&visible)
    return TextToken.tokens(of: visible).map { token in
      if let (reference, end) = references[token.range.lowerBound] {
        return ClaimToken(
          kind: .reference, text: "{", key: "{", range: token.range.lowerBound..<end, reference: reference)
      }
      let kind: ClaimToken.Kind = token.kind == .word ? .word : token.kind == .digits ? .digits : .mark
      return ClaimToken(kind: kind, text: token.text, key: token.key, range: token.range)
    }
  }

  private static func coverQuotations(_ text: inout [Unicode.Scalar]) {
    let pairs: [(Unicode.Scalar, Set<Unicode.Scalar>)] = [
      ("“", ["”"]), ("„", ["“", "”"]), ("«", ["»"]), ("\"", ["\""]), ("‘", ["’"]),
    ]
    for (open, close) in pairs {
      var from = text.startIndex
      while let start = text[from...].firstIndex(of: open),
        let end = text[(start + 1)...].firstIndex(where: { close.contains($0) })
      {
        for place in start...end { text[place] = " " }
        text[start] = "|"
        from = end + 1
      }
    }
  }
}
