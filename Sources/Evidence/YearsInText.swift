/// The years that an English sentence says something of.
struct YearsInText {
  private let tokens: [TextToken]
  private let text: [Unicode.Scalar]

  init(_ sentence: String) {
    text = Array(sentence.unicodeScalars)
    tokens = TextToken.tokens(of: text)
  }

  /// A year that the sentence joins to a number with a preposition ("in 2015 it exceeded 3.2 billion"), a few words
  /// away.
  /// - Returns: `nil` where there is none, and where the sentence names the year `own` anywhere, alone or in a stretch of
  ///   years.
  func year(nextTo number: String, not own: Int) -> Int? {
    let years = tokens.indices.compactMap { index in year(at: index).map { (index: index, year: $0) } }
    let wanted = TextToken.tokens(of: Array(number.unicodeScalars)).map(\.text)
    let start = tokens.indices.first { start in
      start + wanted.count <= tokens.count && tokens[start..<(start + wanted.count)].map(\.text) == wanted
    }
    guard let start, !years.contains(where: { $0.year == own || isStretch($0.index) }) else { return nil }
    let number = start..<(start + wanted.count)
    return years.first { index, _ in
      !number.contains(index) && isOfStatement(index)
        && (index < start ? start - index : index - number.upperBound) <= Self.reach
    }?.year
  }

  /// How many words and marks may stand between.
  private static let reach = 6

  private func year(at index: Int) -> Int? {
    let token = tokens[index]
    guard token.kind == .digits, token.text.utf8.count == 4, let year = Int(token.text) else { return nil }
    return (1800...2200).contains(year) ? year : nil
  }

  /// "2012–2015", "2017/18", "2012 to 2015".
  private func isStretch(_ index: Int) -> Bool {
    let marks: Set<String> = ["-", "–", "—", "/", "to", "and", "until"]
    let before = index > 1 && marks.contains(tokens[index - 1].key) && tokens[index - 2].kind == .digits
    let after =
      index + 2 < tokens.count && marks.contains(tokens[index + 1].key) && tokens[index + 2].kind == .digits
    return before || after
  }

  /// After "in", "by", "for", "of" or "during", but not as what is compared with ("than in 2015").
  private func isOfStatement(_ index: Int) -> Bool {
    guard index > 0, ["in", "by", "for", "during"].contains(tokens[index - 1].key) else { return false }
    return index < 2
      || !["than", "as", "from", "with", "to", "that", "those"].contains(tokens[index - 2].key)
  }
}
