import Foundation

/// Parts of what an exhibit shows, and shares that another statement has.
extension ClaimCase {
  /// "Most of the new staff come from Estonia" over a chart of where they come from: the one that is named, in all that is
  /// shown. There may be more than that, so only what is too little is contradicted.
  func judgePartOfExhibit(_ bounds: ClosedRange<Decimal>) -> ClaimJudgement? {
    guard sentence.references.isEmpty, [.title, .statement].contains(passage.kind) else { return nil }
    let shown = context.filter { !ground.isGoal($0) && !$0.unit.isPercent && $0.amount >= 0 }
    guard let first = shown.first, shown.count > 1, Set(shown.map(\.label)).count == shown.count,
      shown.allSatisfy({ $0.unit.dimension == first.unit.dimension && $0.period == first.period })
    else { return nil }
    let named = namedAlone(among: shown)
    guard named.count == 1, let part = named.first else { return nil }
    // "Vessels at sea" beside "vessels" are no parts of one sum.
    let words = ground.contentWords(of: part.label)
    if shown.count == 2, let whole = shown.first(where: { $0.id != part.id }), part.amount <= whole.amount,
      whole.amount > 0, ground.contentWords(of: whole.label).isStrictSubset(of: words)
    {
      return judge(bounds, (part, whole))
    }
    let whole = shown.reduce(Decimal(0)) { $0 + $1.amount }
    guard whole > 0, part.amount / whole * 100 < bounds.lowerBound else { return .agrees }
    let share = (part.amount / whole * 100).rounded(decimals: 0, .plain).digits()
    return .contradicted(
      "'\(part.id)' is \(part.words(.full)), which is \(share)% of all that is shown",
      advice: "mend the words, or leave them out", isSure: true)
  }

  /// Of several figures of one kind those whose own words, which no other has, the sentence says: a country, a port.
  func namedAlone(among figures: [Figure]) -> [Figure] {
    let labels = figures.map { ground.contentWords(of: $0.label) }
    guard Set(labels).count > 1, !labels.reduce(labels[0], { $0.intersection($1) }).isEmpty else { return [] }
    let said = ground.contentWords(
      of: sentence.tokens.filter { $0.kind == .word }.map(\.text).joined(separator: " "))
    return figures.indices.filter { index in
      let others = labels.indices.filter { labels[$0] != labels[index] }.reduce(Set<String>()) {
        $0.union(labels[$1])
      }
      return !labels[index].subtracting(others).isDisjoint(with: said)
    }.map { figures[$0] }
  }

  /// "Most farmers are over sixty, and {a} of farmland is organic": a statement of its own beside another.
  func isOtherStatement(than shares: [Figure]) -> Bool {
    let verbs: Set<String> = ["is", "are", "was", "were", "have", "has", "had", "do", "did"]
    guard sentence.references(in: clause).isEmpty, !sentence.references.isEmpty,
      clause.contains(where: { verbs.contains(sentence.key($0)) }),
      let next = sentence.clauses.first(where: {
        $0.lowerBound > clause.lowerBound && !sentence.references(in: $0).isEmpty
      }), next.contains(where: { verbs.contains(sentence.key($0)) }),
      ["and", "but", ";", "while", "whereas"].contains(sentence.key(next.lowerBound - 1))
    else { return false }
    let words = ground.contentWords(
      of: sentence.tokens[clause].filter { $0.kind == .word }.map(\.text).joined(separator: " "))
    return !shares.contains { ground.speaks(words, of: $0) }
  }
}
