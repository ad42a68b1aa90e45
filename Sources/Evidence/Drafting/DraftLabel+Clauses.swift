import Foundation

/// Labels for money of which a sentence says no more than what somebody does with it.
extension DraftLabel {
  /// "We urgently need an additional 3 billion": "What we need".
  var ownClause: String? {
    guard case .currency = mention.kind else { return nil }
    var place = first - 1
    while DraftWords.articles.contains(tokens.key(place)) || DraftWords.adverbs.contains(tokens.key(place))
      || ["additional", "further", "extra", "an", "another"].contains(tokens.key(place))
    { place -= 1 }
    guard place > sentence.lowerBound, Self.plain.contains(tokens.key(place)) else { return nil }
    var start = place
    while start > sentence.lowerBound, place - start < 4,
      tokens.isWord(start - 1) || tokens.key(start - 1) == "’",
      tokens.key(start - 1) != "that",
      !isVerb(at: start - 1) || DraftWords.auxiliaries.contains(tokens.key(start - 1))
    {
      start -= 1
      if ["we", "they"].contains(tokens.key(start)) { break }
    }
    guard ["we", "they"].contains(tokens.key(start)), start < place else { return nil }
    let words = (start...place).filter {
      !["just", "only", "today", "now", "still"].contains(tokens.key($0))
    }
    return "What " + words.map(tokens.key).joined(separator: " ")
  }

  private static let plain: Set<String> = [
    "have", "need", "owe", "spend", "pay", "lose", "make", "earn", "want", "get", "raise", "had", "needed",
    "owed",
  ]
}
