import Foundation

/// The nouns that stand before and behind a number, as labels have them.
extension DraftLabel {
  /// The words before a place back to a mark, a verb or the sentence's beginning: a noun with what belongs to it.
  ///
  /// With `isHead` it ends before "of": what a number is before it belongs to it only up to a preposition.
  func phrase(endingAt end: Int, isHead: Bool = false) -> String? {
    var start = end
    while start > sentence.lowerBound, end - start < 14 {
      let key = tokens.key(start - 1)
      if let time = times.first(where: { $0.contains(start - 1) }),
        PeriodReader.prepositions.contains(tokens.key(time.lowerBound - 1)), start < end
      {
        break
      }
      if DraftWords.timeNouns.contains(key),
        ["same", "that", "last", "this", "next", "previous"]
          .contains(tokens.key(start - 2)), start < end
      {
        break
      }
      if isVerb(at: start - 1) || key == "double" || key == "triple", start < end { break }
      let isNumber = numbers.contains { $0.contains(start - 1) } && !isJoined(start - 1)
      // "Second quarter revenue": its noun.
      if let time = times.first(where: { $0.contains(start - 1) }), start < end,
        time.lowerBound == sentence.lowerBound
          || DraftWords.articles.contains(tokens.key(time.lowerBound - 1))
      {
        break
      }
      if isNumber || times.contains(where: { $0.contains(start - 1) }) {
        // "The 2015 budget", "three banks": not the whole phrase, unless a mark parts them, or "longer than".
        guard
          let cut = (start..<end).last(where: {
            tokens.key($0) == "than" || isHead && Self.parting.contains(tokens.key($0))
              || $0 == start && tokens.key($0) == "and"
          }), cut + 1 < end
        else { return nil }
        start = cut + 1
        break
      }
      if isHead, start < end, Self.parting.contains(key) { break }
      let isInner =
        tokens.isWord(start - 1) || ["-", "‑", "’", "'", "&"].contains(key) || isJoined(start - 1)
      if !isInner || DraftWords.clauseMarks.contains(key) && !isShareOf(start - 1) { break }
      if DraftWords.pronouns.contains(key), !DraftWords.articles.contains(key) || start == end { return nil }
      start -= 1
    }
    // "Will end with total exports": without the verb.
    if ["will", "would", "can", "could", "should", "may", "might", "must"].contains(tokens.key(start - 1)),
      end - start > 1, !DraftWords.articles.contains(tokens.key(start))
    {
      start += 1
      while start < end - 1, DraftWords.joints.contains(tokens.key(start)) { start += 1 }
    }
    if end - start >= 14 { return nil }
    // "Fish, timber and wool": one of a list.
    if tokens.key(start - 1) == ",",
      (start + 1..<max(end, start + 1)).contains(where: { tokens.key($0) == "and" }),
      start - 1 > sentence.lowerBound + 3, !times.contains(where: { $0.contains(start - 2) })
    {
      return nil
    }
    return sound(start..<end)
  }

  private func isShareOf(_ place: Int) -> Bool {
    tokens.key(place) == "as" && ["a", "the"].contains(tokens.key(place + 1))
      && ["percentage", "share", "proportion", "portion"].contains(tokens.key(place + 2))
  }

  private static let parting: Set<String> = ["from", "at", "for", "with", "in", "to", "by", "on"]

  /// "Seven" of "the seven-day average".
  func isJoined(_ place: Int) -> Bool {
    ["-", "‑"].contains(tokens.key(place + 1)) && tokens.isWord(place + 2) && tokens.isGlued(place)
  }

  /// The phrase without what opens it, if it is one.
  func sound(_ range: Range<Int>) -> String? {
    var (start, end) = (range.lowerBound, range.upperBound)
    if let verb = (start..<end).last(where: { DraftWords.raising.contains(tokens.key($0)) }),
      verb == start || tokens.key(verb - 1) == "to"
    {
      start = verb + 1
    }
    // "A plant with an investment volume": of the plant.
    if let with = (start..<end).last(where: { tokens.key($0) == "with" }), with > start,
      ["a", "an"].contains(tokens.key(with + 1)), end - with <= 5,
      let part = sound(with + 1..<end)
    {
      let whole = text(start..<with)
      if DraftWords.isPast(tokens.key(with - 1)) { return part }
      if start == with || DraftWords.joints.contains(tokens.key(start)) { return part }
      return start > sentence.lowerBound || DraftWords.articles.contains(tokens.key(start))
        ? "\(part) of \(lowered(whole))" : nil
    }
    if let lead = lead(of: start..<end) { start = lead }
    while start < end,
      DraftWords.articles.contains(tokens.key(start)) || DraftWords.adverbs.contains(tokens.key(start))
        || ["and", "or", "yes", "no", "well", "moreover", "however", "another"].contains(tokens.key(start))
    { start += 1 }
    while end > start,
      DraftWords.joints.contains(tokens.key(end - 1)) || DraftWords.adverbs.contains(tokens.key(end - 1))
        || ["up", "down"].contains(tokens.key(end - 1))
    { end -= 1 }
    guard end > start, end - start <= 12, !DraftWords.joints.contains(tokens.key(start)), !goesOn(start),
      !(start..<end).contains(where: { tokens.isDigits($0) && !isJoined($0) || isVerb(at: $0) })
    else { return nil }
    // A participle in the middle is a verb: "the state bought wheat".
    let isClause = (start + 1..<max(end, start + 1)).contains {
      DraftWords.isPast(tokens.key($0)) && !DraftWords.joints.contains(tokens.key($0 - 1))
        && !["-", "‑"].contains(tokens.key($0 - 1))
    }
    let isPronoun =
      DraftWords.pronouns.contains(tokens.key(start))
      || ["us", "me", "him", "them", "whom", "such", "having"].contains(tokens.key(start))
    if isClause || end - start == 1 && isPronoun { return nil }
    return text(start..<end)
  }

  /// "Was also showing strong growth", "the visitors, seeing that": what isn't a noun but goes on with a clause.
  private func goesOn(_ start: Int) -> Bool {
    guard tokens.key(start).hasSuffix("ing") else { return false }
    var before = start - 1
    while DraftWords.adverbs.contains(tokens.key(before)) { before -= 1 }
    return before >= sentence.lowerBound
      && ["is", "are", "was", "were", "be", "been", ","].contains(tokens.key(before))
  }

  /// A noun after a preposition, up to the next mark, preposition or verb.
  func object(from start: Int) -> String? {
    var end = start
    while end < sentence.upperBound, end - start < 6, tokens.isWord(end),
      !DraftWords.joints.subtracting(["the", "a", "an", "of", "its", "our", "their"]).contains(
        tokens.key(end)),
      !DraftWords.clauseMarks.contains(tokens.key(end)), !DraftWords.isVerb(tokens.key(end)),
      !times.contains(where: { $0.contains(end) }), !numbers.contains(where: { $0.contains(end) })
    { end += 1 }
    let own = sound(start..<end)
    return own.flatMap {
      $0.first?.isLowercase == true && !["me", "us", "him", "them"].contains($0) ? $0 : nil
    }
  }

  /// "An investment volume of", "a goal of": what stands before "of".
  var beforeOf: Reading? {
    var index = first
    if ["around", "about", "some", "between", "over"].contains(tokens.key(index - 1)) { index -= 1 }
    guard tokens.key(index - 1) == "of" else { return nil }
    guard
      let own = phrase(endingAt: index - 1) ?? phrase(endingAt: index - 1, isHead: true)
        ?? headBefore(index - 1)
    else { return nil }
    let head = own.split(separator: " ").map { $0.lowercased() }
    return head.allSatisfy(DraftWords.lightHeads.contains) ? .amount(own) : .own(own)
  }

  /// "The club drew an average crowd of".
  private func headBefore(_ end: Int) -> String? {
    nounPhrases.last { (0...1).contains($0.upperBound - end) && (isAfterVerb($0) || isAfterDoing($0)) }
      .flatMap(sound).flatMap {
        DraftWords.isVague($0) || $0.count < 3 ? nil : $0
      }
  }

  /// "Leaving a gap of"
  private func isAfterDoing(_ phrase: Range<Int>) -> Bool {
    var place = phrase.lowerBound - 1
    if DraftWords.articles.contains(tokens.key(place)) { place -= 1 }
    return tokens.key(place).hasSuffix("ing") && [",", "and"].contains(tokens.key(place - 1))
  }

  /// "To bring the trade turnover to": what is raised.
  var raised: Reading? {
    guard tokens.key(first - 1) == "to" else { return nil }
    return phrase(endingAt: first - 1).map { .own($0) }
  }
}
