/// What a number is a number of, in its sentence's own words.
struct DraftLabel {
  enum Reading: Hashable {
    case own(String)
    /// A part of a whole: "timber makes up 45% of exports".
    case share(String, of: String)
    /// By how much it rose or fell.
    case change(String?, isFall: Bool)
    /// Of the same as the number before: "it", "compared to", "12 more".
    case same
    /// "5% of them went": a part of what was counted before, and what is said of it.
    case part(String?)
    /// "A total amount of": of what the number before counts.
    case amount(String)
    case none
  }

  let tokens: TokenRow
  let mention: NumberMention
  let sentence: Range<Int>
  /// Of the sentence, by their tokens.
  let times: [Range<Int>]
  let numbers: [Range<Int>]
  /// What of the sentence is near enough to name the number.
  let reach: Range<Int>

  /// With `isOfBeginning` what names is looked for at the sentence's beginning, wherever the number stands.
  init(_ reading: ParagraphReading, place: Int, sentence: Int, isOfBeginning: Bool = false) {
    tokens = reading.tokens
    mention = reading.mentions[place]
    self.sentence = reading.tokens(ofSentence: sentence)
    let beginning = self.sentence.lowerBound..<self.sentence.lowerBound
    times = reading.periods(ofSentence: sentence).near(isOfBeginning ? beginning : mention.tokens).map(
      \.tokens)
    numbers = reading.neighbours(of: place)
    let start = isOfBeginning ? self.sentence.lowerBound : mention.tokens.lowerBound - Self.farthest
    reach = self.sentence.clamped(to: start..<max(start, mention.tokens.upperBound) + Self.farthest)
  }

  /// In words and marks.
  private static let farthest = 60

  var reading: Reading {
    if isChange {
      return .change(changedAfter ?? verb.flatMap { subject(before: $0) }, isFall: isFall)
    }
    if let own = dimension { return .own(own) }
    if mention.kind == .percent || mention.form == .share { return share }
    if isLaterEnd { return .same }
    if hasOwnThing, let thing { return isCompared && !thing.contains(" ") ? .same : .own(thing) }
    if tokens.key(first - 1) == "of", let beforeOf { return beforeOf }
    if let verb {
      let key = tokens.key(verb)
      if DraftWords.costing.contains(key) {
        return subject(before: verb).map { .own("Cost of \(articled($0, before: verb))") } ?? .none
      }
      if DraftWords.isPast(key), !DraftWords.measuring.contains(key) { return deed(verb) }
      if DraftWords.measuring.contains(key) { return level(verb) }
    }
    return beforeOf ?? raised ?? inNoun ?? (isCompared ? .same : .none)
  }

  /// "2.5 billion in exports".
  private var inNoun: Reading? {
    guard case .currency = mention.kind, tokens.key(mention.tokens.upperBound) == "in" else { return nil }
    return object(from: mention.tokens.upperBound + 1).map { .own($0) }
  }

  /// The second of "between 2 and 3".
  private var isLaterEnd: Bool {
    mention.statement != mention.range && mention.statement.lowerBound < mention.range.lowerBound
  }

  /// A phrase with the article that stands before it: "the programme".
  private func articled(_ phrase: String, before end: Int) -> String {
    let count = phrase.split(separator: " ").count
    for start in stride(from: end - count, to: max(sentence.lowerBound, end - count - 8), by: -1)
    where ["the", "a", "an"].contains(tokens.key(start - 1)) && phrase.hasPrefix(tokens.text(start)) {
      return "\(tokens.key(start - 1)) \(phrase)"
    }
    return loweredFirst(phrase)
  }

  // MARK: Changes

  var isChange: Bool {
    // "21 million tonnes more than in 2018", "grew by 25 billion".
    if ["more", "less", "fewer", "higher", "lower"].contains(tokens.key(afterUnit.next)),
      tokens.key(afterUnit.next + 1) == "than"
    {
      return true
    }
    guard [.percent, .percentagePoints].contains(mention.kind) || [.multiple, .share].contains(mention.form)
    else { return mention.movement != .none && tokens.key(first - 1) == "by" || isTimes && !isOfDeed }
    let isUp =
      ["up", "down"].contains(tokens.key(first - 1)) && !DraftWords.sharing.contains(tokens.key(first - 2))
    return mention.movement != .none || mention.form == .multiple || isUp
      || ["higher", "lower", "more", "less", "up", "down"].contains(tokens.key(mention.tokens.upperBound))
  }

  /// "6 per cent growth in revenue".
  private var changedAfter: String? {
    let next = afterUnit.next
    guard ["growth", "rise", "increase", "fall", "drop", "decline", "decrease"].contains(tokens.key(next)),
      ["in", "of"].contains(tokens.key(next + 1)),
      // "In the last ten years"
      !(next + 2..<next + 4).contains(where: { ["last", "past", "next", "same"].contains(tokens.key($0)) })
    else { return nil }
    return object(from: next + 2)
  }

  /// "Grew 100 times".
  var isTimes: Bool { mention.isMultiple && !mention.after.isFrequency }

  /// "Was downloaded 15 million times"
  private var isOfDeed: Bool { isDeed(first - 1) && !DraftWords.measuring.contains(tokens.key(first - 1)) }

  var isFall: Bool {
    mention.isDecrease
      || ["lower", "less", "fewer", "down"].contains(tokens.key(afterUnit.next))
      || tokens.key(first - 1) == "down"
  }

  /// "Against 29 percent", "up from 5.1".
  var isCompared: Bool {
    // "Brought down to 10" is no comparison.
    if tokens.key(first - 1) == "to", tokens.key(first - 2) != "compared" { return false }
    return ["against", "from", "to", "with", "versus", "than"].contains(tokens.key(first - 1))
      && ["against", "compared", "up", "down", "versus", "than"].contains { word in
        (first - 2..<first).contains { tokens.key($0) == word }
      }
  }

  // MARK: Verb and subject

  /// The first token of the number with its qualifier.
  var first: Int {
    var index = mention.tokens.lowerBound
    while index > sentence.lowerBound, let token = tokens[index - 1],
      token.range.lowerBound >= mention.range.lowerBound
    { index -= 1 }
    return index
  }

  /// The verb whose measure or object the number is, with nothing between but small words, times and other numbers.
  var verb: Int? {
    // "Exceeded 3 billion": the verb qualifies, too.
    if let own = (first..<max(first, mention.tokens.lowerBound)).first(where: {
      DraftWords.measuring.contains(tokens.key($0))
    }) {
      return own
    }
    var index = mention.form == .multiple ? mention.tokens.upperBound : first
    while index > sentence.lowerBound {
      let place = index - 1
      let key = tokens.key(place)
      // "Made up", "accounted for" have theirs among the small words.
      if DraftWords.measuring.contains(key) || DraftWords.sharing.contains(key)
        || DraftWords.costing.contains(key) || isDeed(place)
      {
        return place
      }
      if let time = times.first(where: { $0.contains(place) }) {
        index = time.lowerBound
      } else if let number = numbers.first(where: { $0.contains(place) }),
        mention.after.unit != nil || mention.kind != .other || tokens.key(first - 1) == "to"
      {
        // "From 1.2 billion in 2019 to 1.9 billion".
        guard
          tokens.key(first - 1) == "to" || tokens.key(index) == "to"
            || times.contains(where: {
              $0.lowerBound >= number.upperBound && $0.upperBound <= first
            })
        else { return nil }
        index = number.lowerBound
      } else if DraftWords.light.contains(key) || isUnit(place) {
        index = place
      } else {
        return nil
      }
    }
    return nil
  }

  private func isUnit(_ place: Int) -> Bool {
    numbers.contains { $0.upperBound == place } && MeasureNames.unit(tokens, at: place) != nil
  }

  func isDeed(_ place: Int) -> Bool {
    DraftWords.isPast(tokens.key(place)) && !DraftWords.articles.contains(tokens.key(place - 1))
  }

  /// What stands before a verb and its auxiliaries and times; `nil` for a pronoun and where it can't be told whole.
  func subject(before verb: Int) -> String? { phrase(endingAt: subjectEnd(verb)) }

  private func subjectEnd(_ verb: Int) -> Int {
    var end = verb
    while end > sentence.lowerBound {
      let key = tokens.key(end - 1)
      if let time = times.first(where: { $0.contains(end - 1) }) {
        end = time.lowerBound
        // "For nine months of 2018", "in 2017".
        if PeriodReader.prepositions.contains(tokens.key(end - 1)) { end -= 1 }
      } else if DraftWords.auxiliaries.contains(key) || DraftWords.adverbs.contains(key)
        || DraftWords.measuring.contains(key)
        || DraftWords.aiming.contains(key) && tokens.key(end) == "to"
      {
        end -= 1
      } else {
        break
      }
    }
    return end
  }

  /// Whether a pronoun stands before a verb for what was named before.
  private func leans(_ verb: Int) -> Bool { DraftWords.stands.contains(tokens.key(subjectEnd(verb) - 1)) }

  private func level(_ verb: Int) -> Reading {
    if let own = subject(before: verb) { return .own(own) }
    return inNoun ?? (leans(verb) || isCompared ? .same : .none)
  }

  /// "Spent 640 million on research", "received 450 billion in subsidies".
  private func deed(_ verb: Int) -> Reading {
    let key = tokens.key(verb)
    let participle = DraftWords.deeds[key] ?? key
    let (next, _) = afterUnit
    if mention.kind != .percent {
      if tokens.key(next) == "in", let noun = object(from: next + 1) { return .own("\(noun) \(participle)") }
      if ["on", "for", "to"].contains(tokens.key(next)), let noun = object(from: next + 1) {
        return .own("\(participle) \(tokens.key(next)) \(noun)")
      }
      // "The project is estimated at 20 billion": of the project.
      if ["is", "was", "are", "were", "been", "be"].contains(tokens.key(verb - 1)) {
        return subject(before: verb).map { .own($0) } ?? .none
      }
      if let own = subject(before: verb) { return .own("\(participle) by \(articled(own, before: verb))") }
      if case .currency = mention.kind { return .own(participle) }
      return .none
    }
    return .none
  }

  // MARK: Nouns

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
      let isInner = tokens.isWord(start - 1) || ["-", "‑", "’", "'", "&"].contains(key)
      if !isInner || DraftWords.clauseMarks.contains(key) { break }
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
      return start > sentence.lowerBound || DraftWords.articles.contains(tokens.key(start))
        ? "\(part) of \(lowered(whole))" : nil
    }
    while start < end,
      DraftWords.articles.contains(tokens.key(start)) || DraftWords.adverbs.contains(tokens.key(start))
        || ["and", "or", "yes", "no", "well", "moreover", "however"].contains(tokens.key(start))
    { start += 1 }
    while end > start,
      DraftWords.joints.contains(tokens.key(end - 1)) || DraftWords.adverbs.contains(tokens.key(end - 1))
        || ["up", "down"].contains(tokens.key(end - 1))
    { end -= 1 }
    guard end > start, end - start <= 10, !DraftWords.joints.contains(tokens.key(start)), !goesOn(start),
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
  private func object(from start: Int) -> String? {
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
    nounPhrases.last { $0.upperBound == end && isAfterVerb($0) }.flatMap(sound).flatMap {
      DraftWords.isVague($0) || $0.count < 4 ? nil : $0
    }
  }

  /// "To bring the trade turnover to": what is raised.
  private var raised: Reading? {
    guard tokens.key(first - 1) == "to" else { return nil }
    return phrase(endingAt: first - 1).map { .own($0) }
  }

  // MARK: Words as written

  func text(_ range: Range<Int>) -> String {
    range.map { place in
      (place == range.lowerBound || tokens.isGlued(place - 1) ? "" : " ") + tokens.text(place)
    }.joined()
  }

  /// A sentence's first word in small letters, unless it is a name.
  func lowered(_ text: String) -> String {
    guard let word = text.split(separator: " ").first,
      DraftWords.articles.contains(word.lowercased()) || text == self.text(sentence.prefix(1))
    else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
