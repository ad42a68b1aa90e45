/// Numbers below zero that a text says without a minus: "a deficit of 5", "5 in the red", "imports exceeded exports by 5".
extension QualifierFinder {
  /// Whether the statement of tokens `start` up to `end` is said to lie below zero.
  func isBelowZero(before start: Int, after end: Int) -> Bool {
    isDeficit(after: end) || isDeficit(before: start) || isExcessOfIll(before: start)
  }

  /// "3.1 million euros in the red", "the 3.1 billion dollar deficit".
  private func isDeficit(after end: Int) -> Bool {
    for place in end...end + 2 {
      if Self.deficits.contains(tokens.key(place)) || tokens.has(["in", "the", "red"], at: place)
        || tokens.has(["below", "zero"], at: place)
      {
        return true
      }
      guard tokens.isWord(place) || tokens.key(place) == "-",
        !WordsAfterNumber.smallWords.contains(tokens.key(place))
      else { return false }
    }
    return false
  }

  /// "A deficit of 3.1", "the gap in trade widened to 3.1", "negative, at 3.1", "in the red by 3.1".
  private func isDeficit(before start: Int) -> Bool {
    let isBy = tokens.key(start - 1) == "by"
    if Self.minuses.contains(tokens.key(start - 1)) { return true }
    for place in stride(from: start - 1, through: max(0, start - 9), by: -1) {
      let key = tokens.key(place)
      if key == "," {
        if place == start - 2, ["at", "of", "by", "some"].contains(tokens.key(start - 1)) { continue }
      }
      if Self.edgesOfDeficit.contains(key) || tokens.isDigits(place) && tokens.text(place).utf8.count != 4 {
        return false
      }
      if Self.signs.contains(key) || key == "red" && tokens.key(place - 1) == "the" { return true }
      // "They cut the deficit by 3.1", "a rise in the deficit of 3.1": by how much it changed.
      if Self.deficits.contains(key) {
        let isOfChange = (place - 3..<place).contains { Self.changes.contains(tokens.key($0)) }
        return !isBy && !(isOfChange && tokens.key(start - 1) == "of")
      }
    }
    return false
  }

  /// "Imports exceeded exports by 3.1", "exports fell short of imports by 3.1".
  private func isExcessOfIll(before start: Int) -> Bool {
    guard tokens.key(start - 1) == "by",
      let verb = (max(0, start - 9)..<start).last(where: {
        Self.exceeding.contains(tokens.key($0)) || tokens.has(["short", "of"], at: $0)
      })
    else { return false }
    let isExcess = Self.exceeding.contains(tokens.key(verb))
    let subjects = (max(0, verb - 4)..<verb).map(tokens.key)
    let nouns = isExcess ? Self.outgoings : Self.incomings
    return subjects.contains(where: nouns.contains)
  }

  /// Nouns of what is below zero.
  static let deficits: Set<String> = [
    "deficit", "deficits", "shortfall", "shortfalls", "gap", "loss", "losses",
  ]
  private static let signs: Set<String> = ["negative", "overdrawn"]
  private static let minuses: Set<String> = ["minus", "lost", "loses", "lose", "losing"]
  private static let changes: Set<String> = [
    "rise", "increase", "growth", "fall", "cut", "reduction", "drop", "decline", "widening", "narrowing",
  ]
  private static let edgesOfDeficit: Set<String> = [
    ",", ".", ";", ":", "!", "?", "(", "but", "while", "whereas", "there", "we", "they", "it", "he", "she",
    "i", "surplus", "surpluses", "profit", "profits", "black", "into", "despite", "and", "no", "without",
  ]
  private static let exceeding: Set<String> = [
    "exceed", "exceeds", "exceeded", "outstrip", "outstrips", "outstripped", "outweigh", "outweighs",
    "outweighed", "outpace", "outpaced", "surpass", "surpassed", "topped", "outran",
  ]
  private static let outgoings: Set<String> = [
    "imports", "spending", "expenditure", "expenditures", "expenses", "costs", "outlays", "outflows",
    "departures", "liabilities", "deaths", "emigration",
  ]
  private static let incomings: Set<String> = [
    "exports", "revenue", "revenues", "income", "receipts", "earnings", "inflows", "arrivals", "assets",
    "births", "immigration",
  ]
}
