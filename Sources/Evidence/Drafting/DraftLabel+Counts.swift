import Foundation

/// What is said of so many, or of a part, by the words behind the number.
extension DraftLabel {
  /// "Nearly three million have been displaced": a large number, and nothing counted after it.
  var isCountAlone: Bool {
    guard mention.kind == .other, mention.form == .amount, mention.after.unit == nil,
      DraftWords.noun(in: mention.after.words) == nil, mention.value >= 1000
    else { return false }
    let next = tokens.key(countEnd)
    return DraftWords.auxiliaries.contains(next) || ["are", "were", "died", "live", "work"].contains(next)
  }

  /// Behind the number, and "of them" there.
  var countEnd: Int {
    let next = mention.tokens.upperBound
    return tokens.key(next) == "of" && ["them", "these", "those", "whom"].contains(tokens.key(next + 1))
      ? next + 2 : next
  }

  /// "Per 1,000 births", as a unit.
  var perMany: String? {
    let next = mention.tokens.upperBound
    guard tokens.key(next) == "per", tokens.isDigits(next + 1) else { return nil }
    var end = next + 2
    while tokens.isDigits(end) || !tokens.isWord(end) && tokens.isDigits(end + 1) { end += 1 }
    guard tokens.isWord(end), DraftWords.isPlural(tokens.key(end)) else { return nil }
    return text(next..<end + 1)
  }

  private func wholeIsAll(_ end: Int) -> Bool {
    first == sentence.lowerBound || ["that", "and", ",", ";"].contains(tokens.key(first - 1))
  }

  /// "Will benefit from the exercise": a verb a few words on, and what belongs to it.
  func verbPhrase(from start: Int) -> String? {
    let near = interval(start, upTo: min(sentence.upperBound, start + 7))
    guard
      let verb = near.first(where: {
        DraftWords.isVerb(tokens.key($0)) || isDeed($0) || DraftWords.auxiliaries.contains(tokens.key($0))
      }), !interval(start, upTo: verb).contains(where: { DraftWords.clauseMarks.contains(tokens.key($0)) })
    else { return nil }
    var end = verb + 1
    while end < sentence.upperBound, end - verb < 9, tokens.isWord(end),
      !DraftWords.clauseMarks.contains(tokens.key(end)), !["and", "or"].contains(tokens.key(end)),
      !times.contains(where: { $0.contains(end) }), !isNumber(end)
    { end += 1 }
    // "Had more than | 20 cows" says nothing without them; what is too long ends before a preposition.
    if isNumber(end) { return nil }
    if end - verb == 9, tokens.isWord(end) {
      end =
        interval(verb + 2, upTo: end).last {
          ["in", "on", "at", "for", "with", "from"].contains(tokens.key($0))
        }
        ?? end
    }
    while end > verb + 1,
      DraftWords.joints.contains(tokens.key(end - 1)) || DraftWords.adverbs.contains(tokens.key(end - 1))
        || DraftWords.pronouns.contains(tokens.key(end - 1))
    { end -= 1 }
    return end > verb + 1 ? text(verb..<end) : nil
  }

  /// Behind the number and what qualifies it there: "or more".
  var behindStatement: Int {
    var place = mention.tokens.upperBound
    while place < sentence.upperBound, let token = tokens[place],
      token.range.upperBound <= mention.range.upperBound
    { place += 1 }
    return place
  }

  /// Behind "the 1.4 billion": the people themselves.
  private func pastNumber(_ start: Int) -> Int {
    var place = start
    while DraftWords.articles.contains(tokens.key(place)) { place += 1 }
    return numbers.first { $0.lowerBound == place }?.upperBound ?? start
  }

  /// "We're down to around 2 percent": of what the sentence begins with.
  var sunkOrRisen: String? {
    guard tokens.key(first - 1) == "to", ["down", "up"].contains(tokens.key(first - 2)),
      interval(first - 6, upTo: first - 2).contains(where: { ["we", "you", "i"].contains(tokens.key($0)) })
    else { return nil }
    return nounPhrases.first { $0.upperBound < first - 6 }.flatMap(sound).flatMap {
      DraftWords.isVague($0) || $0.count < 4 ? nil : $0
    }
  }

  /// Of a share of something the whole, with what is done to it: "the share of the land ploughed".
  var partOfWhole: String? {
    guard mention.kind == .percent || mention.form == .share, !isChange else { return nil }
    let next = behindStatement
    let start = tokens.key(next) == "of" ? pastNumber(next + 1) : next
    guard start > next || mention.form == .share && tokens.isWord(next), let end = wholeEnd(from: start)
    else {
      return nil
    }
    let whole = text(start..<(tokens.isWord(end - 1) ? end : end - 1))
    if ["will", "would", "can", "could"].contains(tokens.key(end)), tokens.key(end + 1) == "be",
      DraftWords.isPast(tokens.key(end + 2))
    {
      return "Share of \(whole) that \(text(end..<end + 3))"
    }
    if let said = predicate(from: end) { return "Share of \(whole) that \(said)" }
    if wholeIsAll(end), let doing = verbPhrase(from: end) { return "Share of \(whole) that \(doing)" }
    let before = tokens.key(first - 1)
    if let deed = DraftWords.participle(ofDoing: before) { return "Share of \(whole) \(deed)" }
    return DraftWords.isPast(before)
      ? "Share of \(whole) \(DraftWords.deeds[before] ?? before)" : "Share of \(whole)"
  }
}
