/// What came of the things that a number counts, and what is still to be done with them.
extension NumberStatement {
  // MARK: None of them came

  /// "74 tanks were ordered, and none has come", "1.2 billion; less than half of it came": the words that say so.
  ///
  /// - Parameter deeds: what the figure's label says was done, which may not have been.
  /// - Returns: `nil` where nothing of the kind follows, or the number itself is said to have come.
  func notCome(deeds: [String]) -> String? {
    let end = min(tokens.count, number.upperBound + 18)
    guard let edge = (number.upperBound..<end).first(where: { Self.outcomeEdges.contains(tokens.key($0)) }),
      !(max(sentence.lowerBound, number.lowerBound - 4)..<edge).contains(where: { isDone($0, deeds) })
    else { return nil }
    for place in edge..<end where Self.outcomeEdges.contains(tokens.key(place)) {
      guard let quantifier = quantifier(at: place + 1) else { continue }
      let verb = interval(quantifier.end, upTo: min(end, quantifier.end + 6)).prefix {
        ![",", ";", "."].contains(tokens.key($0))
      }.first { isDone($0, deeds) }
      guard let verb, !["from", "back", "late", "home"].contains(tokens.key(verb + 1)) else { continue }
      return "\(quantifier.words) … \(tokens.key(verb))"
    }
    return nil
  }

  private func isDone(_ place: Int, _ deeds: [String]) -> Bool {
    Self.comings.contains(tokens.key(place))
      || deeds.contains { $0.hasSuffix("ed") && IrregularVerbs.isSame(tokens.key(place), as: $0) }
  }

  /// "None", "not one", "less than half of it", "only 20 of them", "of which only 20".
  private func quantifier(at start: Int) -> (words: String, end: Int)? {
    let skipped = ["and", "but", "yet", "so", "far"].contains(tokens.key(start)) ? start + 1 : start
    let (key, next) = (tokens.key(skipped), tokens.key(skipped + 1))
    if ["none", "nothing"].contains(key) { return (key, skipped + 1) }
    if key == "not", ["one", "a", "all"].contains(next) { return ("not \(next)", skipped + 2) }
    if key == "of", ["which", "these", "those", "them"].contains(next),
      Self.lessening.contains(tokens.key(skipped + 2))
    {
      return (tokens.key(skipped + 2), skipped + 3)
    }
    guard Self.lessening.contains(key),
      let of = (skipped + 1..<skipped + 6).first(where: { tokens.key($0) == "of" }),
      ["it", "them", "that", "those", "these", "this", "which"].contains(tokens.key(of + 1))
    else { return nil }
    return ((skipped...of + 1).map(tokens.key).joined(separator: " "), of + 2)
  }

  private static let outcomeEdges: Set<String> = [",", ";", ".", "and", "but", "–", "—", "(", "though"]
  private static let lessening: Set<String> = [
    "less", "fewer", "only", "barely", "hardly", "scarcely", "few", "little", "none", "half", "not", "just",
  ]
  private static let comings: Set<String> = [
    "come", "came", "arrived", "arrive", "materialised", "materialized", "appeared", "delivered", "received",
    "realised", "realized", "followed", "flowed", "happened",
  ]

  // MARK: Waiting

  /// "1,300 were still waiting to be treated", "40 have yet to be built": what is still to be done with them.
  var deedUndone: String? {
    let end = min(sentence.upperBound, number.upperBound + 10)
    let near = (number.upperBound..<max(number.upperBound, end)).prefix {
      ![",", ";", ":", "and", "but", "who", "which"].contains(key($0))
    }
    guard let to = near.last(where: { key($0) == "to" && ["be", "get"].contains(key($0 + 1)) }),
      (to - 3..<to).contains(where: { Self.waiting.contains(key($0)) })
    else { return nil }
    return key(to + 2)
  }

  private static let waiting: Set<String> = [
    "waiting", "wait", "waited", "await", "awaiting", "remain", "remains", "remained", "left", "still", "yet",
  ]

  /// "39,500 beds were closed": they are no longer there.
  var removal: String? {
    let near = interval(number.upperBound, upTo: min(sentence.upperBound, number.upperBound + 7)).prefix {
      ![",", ";", ":", "and", "but", "who", "which", "that"].contains(key($0))
    }
    guard let verb = near.first(where: { ["was", "were", "been", "being"].contains(key($0)) }) else {
      return nil
    }
    let removed = [verb + 1, verb + 2].map(key).first(where: Self.removals.contains)
    return removed.flatMap { ["not", "never"].contains(key(verb + 1)) ? nil : $0 }
  }

  private static let removals: Set<String> = [
    "closed", "shut", "scrapped", "abolished", "axed", "cut", "demolished", "dismantled", "decommissioned",
    "destroyed", "lost", "felled",
  ]

  // MARK: What people say they would do

  /// "91% of parents said they would vaccinate".
  var deedImagined: String? {
    let near = interval(number.upperBound, upTo: min(sentence.upperBound, number.upperBound + 10)).prefix {
      ![",", ";", ":", "but", "while", "who", "which"].contains(key($0))
    }
    guard let modal = near.first(where: { ["would", "will", "might", "could"].contains(key($0)) }) else {
      return nil
    }
    let verb =
      ["also", "certainly", "probably", "gladly", "not", "never"].contains(key(modal + 1))
      ? modal + 2 : modal + 1
    return key(verb).utf8.count > 3 ? key(verb) : nil
  }

  // MARK: Shares, trade

  /// "The share of wind rose by 41%": whether a share moved before the number.
  var isOfShare: Bool {
    let before = max(sentence.lowerBound, number.lowerBound - 9)..<max(sentence.lowerBound, number.lowerBound)
    return before.contains { ["share", "proportion", "percentage"].contains(key($0)) }
  }

  /// "We sold weapons for 0.6 billion", "we gave them 5 million": what the speakers did with goods and money; the verb.
  var ownDeed: String? {
    let before = max(sentence.lowerBound, number.lowerBound - 9)..<max(sentence.lowerBound, number.lowerBound)
    for place in before.reversed() {
      if [",", ";", ":", "but", "while"].contains(key(place)) { return nil }
      guard Self.ownDeeds.contains(key(place)), (place - 2..<place).contains(where: { key($0) == "we" })
      else { continue }
      return key(place)
    }
    return nil
  }

  private static let ownDeeds: Set<String> = [
    "sold", "sell", "bought", "buy", "gave", "give", "received", "receive",
  ]

  /// "15 villages still lack water", "have no water".
  var lack: String? {
    for place in number.upperBound..<max(number.upperBound, min(sentence.upperBound, number.upperBound + 6)) {
      let key = key(place)
      if [",", ";", ":", "and", "but", "who", "which"].contains(key) { return nil }
      if ["lack", "lacks", "lacked", "without"].contains(key) { return key }
      if ["have", "has", "had", "got"].contains(key), self.key(place + 1) == "no" { return "\(key) no" }
    }
    return nil
  }
}
