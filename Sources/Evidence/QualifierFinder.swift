/// What the words around a number of an English text claim about it.
struct QualifierFinder {
  private let tokens: [TextToken]

  init(_ tokens: [TextToken]) { self.tokens = tokens }

  /// The claim about the number of tokens `start` up to `end`, and the tokens of the whole statement.
  func claim(before start: Int, after end: Int) -> (qualifiers: Set<Qualifier>, start: Int, end: Int) {
    for (phrase, qualifiers) in Self.following {
      // "300 or more", and "300 small firms or more".
      for place in phrase[0] == "or" ? end...end + 2 : end...end {
        if isPhrase(phrase, at: place) { return (qualifiers, start, place + phrase.count) }
        guard tokens.indices.contains(place), tokens[place].kind == .word else { break }
      }
    }
    // A few words may stand in between: "exceeded to USD 3.2 billion", "more than a total of 5".
    var last = start
    for _ in 0..<4 {
      for (phrase, qualifiers) in Self.leading where isPhrase(phrase, at: last - phrase.count) {
        return (qualifiers, last - phrase.count, end)
      }
      guard last > 0, Self.fillers.contains(tokens[last - 1].key) else { break }
      last -= 1
    }
    return ([.exact], start, end)
  }

  /// Whether the statement of tokens `start` up to `end` is said to be a decrease.
  func isDecrease(before start: Int, after end: Int) -> Bool {
    if tokens.indices.contains(end), Self.decreases.contains(tokens[end].key) { return true }
    var last = start
    while last > 0, start - last < 4, Self.fillers.contains(tokens[last - 1].key) { last -= 1 }
    // What fell to a value or lies below it is no decrease by it.
    guard last > 0, !tokens[last..<start].contains(where: { $0.key == "to" }) else { return false }
    return tokens[last - 1].key != "below" && Self.decreases.contains(tokens[last - 1].key)
  }

  private static let decreases: Set<String> = [
    "lower", "less", "fewer", "smaller", "down", "below", "fall", "falls", "fell", "fallen", "falling",
    "decrease", "decreases", "decreased", "decreasing", "drop", "drops", "dropped", "dropping",
    "decline", "declines", "declined", "declining", "reduced", "reduction", "shrank", "shrunk", "lost",
    "minus",
  ]

  private func isPhrase(_ phrase: [String], at index: Int) -> Bool {
    index >= 0 && index + phrase.count <= tokens.count
      && zip(tokens[index..<(index + phrase.count)], phrase).allSatisfy { $0.key == $1 }
  }

  private static let fillers: Set<String> = [
    "to", "a", "an", "the", "total", "of", "by", "sum", "amount", "value",
  ]

  private static func phrases(_ list: [(String, Set<Qualifier>)]) -> [([String], Set<Qualifier>)] {
    list.map { ($0.split(separator: " ").map(String.init), $1) }
  }

  /// Longer phrases before those that they end in. "More than" supports "at least" too, which claims less.
  private static let leading = phrases([
    ("no more than", [.atMost]), ("not more than", [.atMost]), ("not exceeding", [.atMost]),
    ("at most", [.atMost]), ("up to", [.atMost]), ("maximum of", [.atMost]),
    ("no less than", [.atLeast]), ("not less than", [.atLeast]), ("no fewer than", [.atLeast]),
    ("at least", [.atLeast]), ("minimum of", [.atLeast]),
    ("more than", [.moreThan, .atLeast]), ("greater than", [.moreThan, .atLeast]),
    ("in excess of", [.moreThan, .atLeast]), ("upwards of", [.moreThan, .atLeast]),
    ("over", [.moreThan, .atLeast]), ("above", [.moreThan, .atLeast]), ("exceed", [.moreThan, .atLeast]),
    ("exceeds", [.moreThan, .atLeast]), ("exceeded", [.moreThan, .atLeast]),
    ("exceeding", [.moreThan, .atLeast]),
    ("less than", [.lessThan, .atMost]), ("fewer than", [.lessThan, .atMost]),
    ("under", [.lessThan, .atMost]),
    ("below", [.lessThan, .atMost]),
    ("almost", [.about, .lessThan, .atMost]), ("nearly", [.about, .lessThan, .atMost]),
    ("close to", [.about, .lessThan, .atMost]),
    ("about", [.about]), ("around", [.about]), ("approximately", [.about]), ("approx .", [.about]),
    ("roughly", [.about]), ("some", [.about]), ("circa", [.about]), ("ca .", [.about]),
    ("estimated", [.about]), ("≈", [.about]), ("~", [.about]), (">", [.moreThan, .atLeast]),
    ("<", [.lessThan, .atMost]),
  ])

  private static let following = phrases([
    ("or more", [.atLeast]), ("and more", [.atLeast]), ("or so", [.about]), ("or less", [.atMost]),
    ("or fewer", [.atMost]), ("+", [.moreThan, .atLeast]),
  ])
}
