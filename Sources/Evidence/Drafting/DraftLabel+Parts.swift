import Foundation

/// Wholes and their parts, and what is said of them.
extension DraftLabel {
  var share: Reading {
    let next = mention.tokens.upperBound
    let start = tokens.key(next) == "of" ? next + 1 : next
    // "155 shells, of which half have arrived"
    if tokens.key(first - 2) == "of", ["which", "whom"].contains(tokens.key(first - 1)) {
      return .part(predicate(from: next) ?? partVerb(next))
    }
    // "0.01 per cent of what was put on the table"
    if tokens.key(start) == "what", let said = clause(from: start) { return .own("Share of \(said)") }
    let isOf = start > next || mention.form == .share && tokens.isWord(next)
    let whole = isOf ? wholeEnd(from: start).map { (text(start..<$0), $0) } : nil
    guard let (words, end) = whole else {
      if isOf, ["them", "these", "those", "which", "whom"].contains(tokens.key(start)) {
        return .part(predicate(from: start + 1))
      }
      // "Fish 30%": the part stands right before, its whole was said with the number before.
      if let part = partBefore { return .share(part, of: "") }
      if let own = beforeOf { return own }
      if let verb, DraftWords.measuring.contains(tokens.key(verb)) {
        return subject(before: verb).map { .own($0) } ?? .same
      }
      return isComparedShare ? .same : .none
    }
    if let verb = shareVerb, let part = phrase(endingAt: verb), !DraftWords.isVague(part) {
      return .share(part, of: words)
    }
    if let shareVerb, !tokens.key(shareVerb).hasSuffix("ing") {
      return tokens.key(shareVerb - 1) == "and" ? .share("", of: words) : .none
    }
    // "On some sections of the road, occupying 4% of its length"
    if let shareVerb, let own = nounBefore(tokens.key(shareVerb - 1) == "," ? shareVerb - 1 : shareVerb) {
      return .own("\(own.prefix(1).uppercased())\(own.dropFirst()), as a share of \(words)")
    }
    // "The deficit is 3% of output": no part of it.
    if let verb, DraftWords.measuring.contains(tokens.key(verb)), let own = subject(before: verb) {
      return .own("\(own), as a share of \(words)")
    }
    // What share of something a number is, is nothing without what is said of it.
    guard opensClause, let predicate = predicate(from: end) else { return .none }
    return .own("Share of \(words) that \(predicate)")
  }

  /// "Of which half form a backlog"
  private func partVerb(_ start: Int) -> String? {
    guard ["form", "forms", "hold", "face", "need", "lack", "use"].contains(tokens.key(start)) else {
      return nil
    }
    var end = start + 1
    while end < sentence.upperBound, end - start < 6, tokens.isWord(end),
      !DraftWords.joints.subtracting(["a", "an", "the"]).contains(tokens.key(end)), !isNumber(end)
    { end += 1 }
    return end > start + 1 ? text(start..<end) : nil
  }

  /// "What was put on the table", without what follows.
  private func clause(from start: Int) -> String? {
    var end = start + 1
    while end < sentence.upperBound, end - start < 8, tokens.isWord(end), !isNumber(end),
      !["to", "and", "but", "in", "over", "by", "as"].contains(tokens.key(end))
    { end += 1 }
    while end > start, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return end - start > 2 ? text(start..<end) : nil
  }

  /// The last noun before a place with its "of", without what it belongs to.
  private func nounBefore(_ end: Int) -> String? {
    var start = end
    while start > sentence.lowerBound, tokens.isWord(start - 1), !DraftWords.isVerb(tokens.key(start - 1)),
      !DraftWords.joints.subtracting(["of", "the"]).contains(tokens.key(start - 1))
    { start -= 1 }
    return sound(start..<end)
  }

  private var isComparedShare: Bool {
    ["against", "than"].contains(tokens.key(first - 1))
      || ["from", "with", "to"].contains(tokens.key(first - 1))
        && ["up", "down", "compared"].contains(tokens.key(first - 2))
  }

  var opensClause: Bool {
    first == sentence.lowerBound || [",", ";", ":", "and", "that", "but"].contains(tokens.key(first - 1))
      || ["only", "just"].contains(tokens.key(first - 1))
  }

  private var shareVerb: Int? {
    var place = first - 1
    while ["up", "for", "about", "around", "some", "only", "now", "just", "nearly", "almost"].contains(
      tokens.key(place))
    {
      place -= 1
    }
    guard DraftWords.sharing.contains(tokens.key(place)) else { return nil }
    while DraftWords.adverbs.contains(tokens.key(place - 1)) { place -= 1 }
    return place
  }

  func wholeEnd(from start: Int) -> Int? {
    // "One in eight waits more than a year": a verb.
    if tokens.key(start).hasSuffix("s"), start == mention.tokens.upperBound,
      ["more", "less", "a", "an", "the", "their", "no"].contains(tokens.key(start + 1))
    {
      return nil
    }
    var end = start
    while end < sentence.upperBound, end - start < 7,
      tokens.isWord(end) || ["-", "’"].contains(tokens.key(end))
    {
      let key = tokens.key(end)
      if isVerb(at: end) || DraftWords.clauseMarks.contains(key)
        || key != "of" && end > start
          && DraftWords.joints.subtracting(["the", "its", "our", "their"]).contains(key)
      {
        break
      }
      if times.contains(where: { $0.contains(end) }) || numbers.contains(where: { $0.contains(end) }) {
        break
      }
      end += 1
    }
    if ["them", "it", "this", "that", "these", "those", "us", "which", "whom"].contains(tokens.key(start)) {
      return nil
    }
    // "20 percent of the 1.4 billion people"
    if (start..<end).allSatisfy({ DraftWords.articles.contains(tokens.key($0)) }) { return nil }
    return end > start ? end : nil
  }

  /// Of a predicate, in words.
  private static let longest = 9

  /// "Their first letter" goes on, "more than 20" is another number.
  func isNumber(_ place: Int) -> Bool {
    NumberWords.ordinals[tokens.key(place)] == nil && numbers.contains { $0.contains(place) }
  }

  /// "Goes to member states", "is irrigated".
  func predicate(from start: Int) -> String? {
    guard DraftWords.isVerb(tokens.key(start)) || DraftWords.isPast(tokens.key(start)),
      !["will", "would", "can", "could", "should", "may", "might"].contains(tokens.key(start))
    else { return nil }
    var end = start
    // Where it is too long, it ends behind what was done: "are vaccinated | across the whole country".
    var whole: Int?
    while end < sentence.upperBound, end - start < Self.longest, tokens.isWord(end),
      !["and", "but", "as"].contains(tokens.key(end)), !times.contains(where: { $0.contains(end) }),
      !isNumber(end)
    {
      if DraftWords.isPast(tokens.key(end)), DraftWords.joints.contains(tokens.key(end + 1)) {
        whole = end + 1
      }
      end += 1
    }
    if end - start == Self.longest, let whole { end = whole }
    // "Had more than 20 cows": cut by a number.
    if end - start == Self.longest || isNumber(end)
      || (start..<end).contains(where: {
        DraftWords.pronouns.contains(tokens.key($0)) || tokens.key($0) == "us" || tokens.key($0) == "you"
      })
    {
      return nil
    }
    while end > start, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return end > start + 1 || end > start && DraftWords.isPast(tokens.key(start)) ? text(start..<end) : nil
  }

  /// In ", fish 30% and machinery 25%".
  private var partBefore: String? {
    var start = first
    while start > sentence.lowerBound, first - start < 5, tokens.isWord(start - 1),
      tokens.key(start - 1) != "and",
      !numbers.contains(where: { $0.contains(start - 1) })
    { start -= 1 }
    guard start < first, [",", "and", ";"].contains(tokens.key(start - 1)),
      !(start..<first).contains(where: {
        DraftWords.isVerb(tokens.key($0)) || DraftWords.joints.contains(tokens.key($0))
          || DraftWords.pronouns.contains(tokens.key($0)) || DraftWords.clauseMarks.contains(tokens.key($0))
      })
    else { return nil }
    return text(start..<first)
  }
}
