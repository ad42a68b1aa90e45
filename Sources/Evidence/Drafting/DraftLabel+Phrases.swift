import Foundation

/// The noun phrases of a sentence: what names a number there where the words next to it don't.
extension DraftLabel {
  /// The likeliest first: what a share is said to be or a number is joined to, the subject of the nearest verb before it, what
  /// follows it, then what stands nearest.
  var phrases: [String] {
    var seen = Set<Range<Int>>()
    return rankedPhrases.filter { seen.insert($0).inserted }.compactMap(sound).filter {
      $0.count > 2 && $0.count <= 70 && !DraftWords.isVague($0) && !DraftWords.isSpeaker($0)
    }
  }

  /// What says too little by itself, of all phrases: "growth".
  var lightPhrase: String? { rankedPhrases.lazy.compactMap(sound).first { $0.count > 3 } }

  /// "Growth will slow to 1.5 percent": what it is the growth of is known to all who listen.
  var growth: String? {
    guard mention.kind == .percent, let light = lightPhrase else { return nil }
    return light.lowercased() == "growth" ? light : nil
  }

  private var rankedPhrases: [Range<Int>] {
    let chunks = nounPhrases
    let after = chunks.first { $0.lowerBound >= mention.tokens.upperBound }
    let near = after.flatMap { isNext($0) ? $0 : nil }
    let joined = near.flatMap {
      $0.lowerBound - afterUnit.next <= (tokens.key(afterUnit.next) == "of" ? 1 : 0) ? $0 : nil
    }
    let before = chunks.filter { $0.upperBound <= first }.reversed()
    let own = [
      complement(chunks), nameBefore(chunks), joined, ledTo(chunks), subjectPhrase(chunks), near,
    ].compactMap(\.self)
    // What stands behind another clause's mark is of that clause.
    let next = after.flatMap { phrase in
      interval(mention.tokens.upperBound, upTo: phrase.lowerBound).contains {
        [";", ":"].contains(tokens.key($0))
      } ? nil : phrase
    }
    return own + before + [next].compactMap(\.self)
  }

  /// "Norway had 48 percent in 2008, and Iceland 40 percent".
  private func nameBefore(_ chunks: [Range<Int>]) -> Range<Int>? {
    chunks.last { $0.upperBound == first }.flatMap {
      [",", "and"].contains(tokens.key($0.lowerBound - 1)) && numbers.contains { $0.upperBound < first }
        && $0.allSatisfy { tokens.text($0).first?.isUppercase == true } ? $0 : nil
    }
  }

  /// "An investment rate of", "cut mortality rates by", "puts the cost at".
  private func ledTo(_ chunks: [Range<Int>]) -> Range<Int>? {
    guard ["of", "by", "at"].contains(tokens.key(first - 1)),
      let last = chunks.last(where: { $0.upperBound == first - 1 }),
      tokens.key(first - 1) == "of" || isAfterVerb(last) || isRaised(last) || isItem(last)
    else { return nil }
    return last
  }

  /// "To reduce working capital by".
  private func isRaised(_ phrase: Range<Int>) -> Bool {
    var place = phrase.lowerBound - 1
    if DraftWords.articles.contains(tokens.key(place)) { place -= 1 }
    return DraftWords.raising.contains(tokens.key(place))
  }

  /// "Revenue at 604 million and earnings at 1.51": one of a list.
  private func isItem(_ phrase: Range<Int>) -> Bool {
    tokens.key(first - 1) == "at" && [",", "and", "with"].contains(tokens.key(phrase.lowerBound - 1))
  }

  /// The subject of the nearest verb, if it is one that says something.
  var subjectText: String? {
    let chunks = nounPhrases
    return (ledTo(chunks) ?? subjectPhrase(chunks)).flatMap(sound).flatMap {
      DraftWords.isVague($0) || $0.count < 4 ? nil : $0
    }
  }

  /// "Waiting times, from 17 days here to 75 days there": what opens a list without a verb.
  var listHead: String? {
    guard !wordsBefore.contains(where: { isVerb(at: $0) || isDeed($0) }) else { return nil }
    return nounPhrases.first { $0.upperBound <= first }.flatMap(sound).flatMap {
      DraftWords.isVague($0) || $0.count < 4 ? nil : $0
    }
  }

  private var wordsBefore: Range<Int> { reach.lowerBound..<max(reach.lowerBound, first) }

  func isAfterVerb(_ phrase: Range<Int>) -> Bool {
    var place = phrase.lowerBound - 1
    if DraftWords.articles.contains(tokens.key(place)) { place -= 1 }
    return isVerb(at: place) || isDeed(place)
  }

  /// What stands before the nearest verb; of "attendance for 30 games was" what stands before the number.
  private func subjectPhrase(_ chunks: [Range<Int>]) -> Range<Int>? {
    guard let verb = wordsBefore.last(where: { isVerb(at: $0) || isDeed($0) }),
      var last = chunks.last(where: { $0.upperBound <= beforeAside(verb) })
    else { return nil }
    // "The budget to feed 108 million people in 74 countries": what a number before counts is no subject of money.
    while mention.kind != .other, let number = numbers.first(where: { $0.upperBound == last.lowerBound }),
      let before = chunks.last(where: { $0.upperBound <= number.lowerBound })
    {
      last = before
    }
    // "The number of hikers, visiting the park was"
    if let before = chunks.last(where: { $0.upperBound < last.lowerBound }),
      tokens.key(before.upperBound) == ",", tokens.key(before.upperBound + 1).hasSuffix("ing")
    {
      last = before
    }
    if let number = numbers.first(where: { $0.upperBound == last.lowerBound }),
      ["of", "for", "in", "over", "with", "from"].contains(tokens.key(number.lowerBound - 1)),
      let whole = chunks.last(where: {
        $0.upperBound == number.lowerBound || $0.upperBound == number.lowerBound - 1
      })
    {
      return whole
    }
    return last
  }

  /// Whether a word is a verb there, and no noun that is written so: "the cost of", "the country’s needs".
  func isVerb(at place: Int) -> Bool {
    let key = tokens.key(place)
    guard DraftWords.isVerb(key) else { return false }
    guard DraftWords.nounsToo.contains(key) else { return true }
    let (before, next) = (tokens.key(place - 1), tokens.key(place + 1))
    // "Costs fell", "costs as a percentage of sales"
    if next == "as" || place == sentence.lowerBound && DraftWords.measuring.contains(next) { return false }
    // "Construction costs have risen", "the annual plan."
    if place > sentence.lowerBound, DraftWords.auxiliaries.contains(next), next != "to" { return false }
    if DraftWords.articles.contains(tokens.key(place - 2)), !DraftWords.isPlural(before),
      !DraftWords.pronouns.contains(before), !tokens.isWord(place + 1)
    {
      return false
    }
    return
      !(next == "of" || before == "s"
      || DraftWords.articles.contains(before) && !["that", "this", "all", "some"].contains(before))
  }

  /// "34% was coastal trade": what a number that is the subject is.
  private func complement(_ chunks: [Range<Int>]) -> Range<Int>? {
    guard ["is", "are", "was", "were"].contains(tokens.key(afterUnit.next)) else { return nil }
    return chunks.first { $0.lowerBound == afterUnit.next + 1 }
  }

  /// Whether only small words stand between the number and a phrase.
  private func isNext(_ phrase: Range<Int>) -> Bool {
    interval(mention.tokens.upperBound, upTo: phrase.lowerBound).allSatisfy {
      DraftWords.joints.contains(tokens.key($0))
        && !["per", "by", "since", "until", "and", "or", "as", "than", "over"].contains(tokens.key($0))
        || !tokens.isWord($0) && ![",", ";", ":", "(", "—", "–"].contains(tokens.key($0))
    }
  }

  /// Runs of words without a verb, a mark, a time or a number; "of", "for" and "in" may join two of them.
  var nounPhrases: [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for place in reach.lowerBound...reach.upperBound {
      if place < reach.upperBound, isInner(place, isFirst: start == nil) {
        start = start ?? place
      } else if let opened = start {
        found.append(trimmed(opened..<place))
        start = nil
      }
    }
    return found.map(withoutPiece).filter {
      !$0.isEmpty && $0.count <= 10 && !($0.count == 1 && isDone(tokens.key($0.lowerBound)))
    }
  }

  private func isDone(_ key: String) -> Bool {
    DraftWords.isPast(key) || ["done", "seen", "taken", "given", "known", "shown", "born"].contains(key)
  }

  /// "Growth for the oil | and gas industry": without the piece of what is named there.
  private func withoutPiece(_ phrase: Range<Int>) -> Range<Int> {
    guard tokens.key(phrase.upperBound) == "and", phrase.lowerBound >= mention.tokens.upperBound,
      let joint = phrase.last(where: { ["for", "in"].contains(tokens.key($0)) }), joint > phrase.lowerBound
    else { return phrase }
    return phrase.lowerBound..<joint
  }

  /// Without verbs and marks at its ends: "to | spend", "we | estimated a rate", "registering record traffic".
  private func trimmed(_ phrase: Range<Int>) -> Range<Int> {
    var (start, end) = (phrase.lowerBound, phrase.upperBound)
    let before = tokens.key(start - 1)
    let isAfterSubject =
      DraftWords.auxiliaries.contains(before) || DraftWords.pronouns.contains(before) || before == "not"
    if isAfterSubject && !DraftWords.articles.contains(tokens.key(start))
      || isDoing(start) && end - start > 1
      || DraftWords.isPast(tokens.key(start)) && !DraftWords.articles.contains(before)
    {
      start += 1
    }
    while end - start > 1,
      isDoing(start) || DraftWords.articles.contains(tokens.key(start))
    {
      start += 1
    }
    while end > start,
      !tokens.isWord(end - 1) || end == first && end - start > 1 && tokens.key(end - 1).hasSuffix("ing")
    { end -= 1 }
    return start..<max(start, end)
  }

  /// "Registering record traffic", not "working capital".
  private func isDoing(_ place: Int) -> Bool {
    tokens.key(place).hasSuffix("ing")
      && ![
        "working", "operating", "outstanding", "housing", "training", "shipping", "farming", "fishing",
        "mining",
        "manufacturing", "building", "banking", "funding", "spending", "trailing", "planning", "shopping",
      ].contains(tokens.key(place))
  }

  private func isInner(_ place: Int, isFirst: Bool) -> Bool {
    let key = tokens.key(place)
    // "There’s": no word of its own.
    if isFirst, tokens.key(place - 1) == "per" { return false }
    if isFirst, ["’", "'"].contains(tokens.key(place - 1)), key.count < 3 { return false }
    if !tokens.isWord(place) { return !isFirst && ["-", "‑", "’", "'", "&"].contains(key) }
    if Self.inner.contains(key) || ["s", "one"].contains(key) && !isFirst { return true }
    if DraftWords.joints.contains(key) || DraftWords.clauseMarks.contains(key) { return false }
    if DraftWords.pronouns.contains(key) || isVerb(at: place) { return false }
    if DraftWords.adverbs.contains(key) || Self.outer.contains(key) { return false }
    if times.contains(where: { $0.contains(place) })
      || numbers.contains(where: { $0.contains(place) }) && !isJoined(place)
    {
      return false
    }
    if mention.tokens.contains(place) { return false }
    if isOfUnit(place) { return false }
    // "The explored reserves", but not "the company bought".
    return !DraftWords.isPast(key) || isFirst || DraftWords.articles.contains(tokens.key(place - 1))
      || ["-", "‑"].contains(tokens.key(place - 1))
  }

  /// "Metres" of "30 billion cubic metres".
  private func isOfUnit(_ place: Int) -> Bool {
    (numbers + [mention.tokens]).contains { number in
      (0...2).contains(place - number.upperBound)
        && MeasureNames.unit(tokens, at: tokens.skippingHyphen(number.upperBound)).map { place < $0.end }
          ?? false
    }
  }

  private static let inner: Set<String> = [
    "of", "for", "in", "the", "a", "an", "its", "our", "their", "all", "these", "those",
  ]
  /// No part of what a thing is called.
  private static let outer: Set<String> = [
    "i", "me", "us", "them", "him", "yes", "well", "am", "each", "every", "last", "next", "possibly",
    "previously", "primarily", "mostly", "largely", "however", "below", "above", "plus", "versus", "annually",
    "up", "down", "out", "off", "enough", "overall", "till", "such", "having", "despite", "whom", "long",
    "via",
    "unlike", "amid", "including", "today", "yesterday", "now", "very", "quite", "just", "together",
    "directly",
    "roughly", "nearly", "exactly", "currently", "recently", "annually", "globally", "respectively", "fully",
    "actually", "basically", "clearly", "obviously", "essentially", "approximately", "worldwide",
  ]
}

extension DraftLabel {
  /// Of "it went up by 3%" what the sentence before speaks of.
  static func subject(_ reading: ParagraphReading, ofSentence index: Int, depth: Int = 2) -> String? {
    let sentence = reading.tokens(ofSentence: index)
    guard let place = reading.mentions.indices.first else { return nil }
    let label = DraftLabel(reading, place: place, sentence: index, isOfBeginning: true)
    let verb = label.reach.first { place in
      place > sentence.lowerBound && (DraftWords.isVerb(reading.tokens.key(place)) || label.isDeed(place))
    }
    let own = verb.flatMap { label.subject(before: $0) }
    if let own, !DraftWords.isVague(own), !own.hasPrefix("As "), own.count > 3 { return own }
    let isOfIt = verb.map { ["it", "they"].contains(reading.tokens.key($0 - 1)) } ?? false
    if isOfIt, index > 0, depth > 0 { return subject(reading, ofSentence: index - 1, depth: depth - 1) }
    return label.nounPhrases.reversed().lazy.compactMap(label.sound).first {
      !DraftWords.isVague($0) && $0.count > 3 && !DraftWords.isSpeaker($0)
    }
  }

  /// Of "unemployment is low: it fell to 5%" what the clause before speaks of.
  var subjectBeforePronoun: String? {
    guard let pronoun else { return nil }
    return nounPhrases.first { $0.upperBound <= pronoun }.flatMap(sound).flatMap {
      DraftWords.isVague($0) ? nil : $0
    }
  }

  /// The pronoun before the nearest verb before the number.
  var pronoun: Int? {
    let verb = wordsBefore.last {
      DraftWords.measuring.contains(tokens.key($0)) || DraftWords.isVerb(tokens.key($0))
    }
    guard let verb else { return nil }
    var place = verb - 1
    while place >= sentence.lowerBound,
      DraftWords.auxiliaries.contains(tokens.key(place)) || DraftWords.adverbs.contains(tokens.key(place))
        || DraftWords.measuring.contains(tokens.key(place))
    { place -= 1 }
    if ["number", "figure"].contains(tokens.key(place)),
      ["the", "that", "this"].contains(tokens.key(place - 1))
    {
      return place - 1
    }
    return ["it", "they", "this", "that", "these", "which"].contains(tokens.key(place)) ? place : nil
  }
}
