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
      if let named = movementNoun { return .own(named) }
      return .change(changedAfter ?? verb.flatMap { subject(before: $0) }, isFall: isFall)
    }
    if let own = dimension { return .own(own) }
    if isFromBefore { return .same }
    if isWorth { return .amount("Worth") }
    if let item { return .own(item) }
    if mention.kind == .percent, let described { return .own(described) }
    if mention.kind == .percent || mention.form == .share { return share }
    if isLaterEnd { return .same }
    if hasOwnThing, let thing { return isCompared && !thing.contains(" ") ? .same : .own(thing) }
    if let own = described ?? doneWith ?? broughtTo { return .own(own) }
    if tokens.key(first - 1) == "of", let beforeOf { return beforeOf }
    if let verb {
      let key = tokens.key(verb)
      if DraftWords.costing.contains(key) {
        return subject(before: verb).map { .own("Cost of \(articled($0, before: verb))") } ?? .none
      }
      if DraftWords.isPast(key), !DraftWords.measuring.contains(key) { return deed(verb) }
      if DraftWords.measuring.contains(key) { return level(verb) }
    }
    return beforeOf ?? raised ?? (isCompared ? .same : inNoun ?? .none)
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
      } else if DraftWords.light.contains(key) || isUnit(place) || isState(place) {
        index = place
      } else {
        return nil
      }
    }
    return nil
  }

  /// "Was strong at 234", "was as much as 5", "remains near 12".
  private func isState(_ place: Int) -> Bool {
    let (before, key, next) = (tokens.key(place - 1), tokens.key(place), tokens.key(place + 1))
    if before == "as", next == "as" { return true }
    if ["near", "close"].contains(key) { return true }
    return next == "at" && DraftWords.measuring.contains(before) && tokens.isWord(place)
  }

  private func isUnit(_ place: Int) -> Bool {
    numbers.contains { $0.upperBound == place } && MeasureNames.unit(tokens, at: place) != nil
  }

  func isDeed(_ place: Int) -> Bool {
    DraftWords.isPast(tokens.key(place)) && !DraftWords.articles.contains(tokens.key(place - 1))
  }

  /// What stands before a verb and its auxiliaries and times; `nil` for a pronoun and where it can't be told whole.
  func subject(before verb: Int) -> String? { phrase(endingAt: beforeAside(subjectEnd(verb))) }

  /// ", which excludes wages, rents and net exports, grew": what stands before the aside.
  func beforeAside(_ end: Int) -> Int {
    guard tokens.key(end - 1) == "," else { return end }
    let commas = stride(from: end - 2, to: max(sentence.lowerBound, end - 30), by: -1).filter {
      tokens.key($0) == ","
    }
    let opening = commas.first {
      ["which", "who", "including", "excluding", "whose", "where"].contains(tokens.key($0 + 1))
    }
    return opening ?? end
  }

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
      // "Pledged 160 million in order to open parks", "to help farmers"
      let purpose = tokens.has(["in", "order", "to"], at: next) ? next + 2 : next
      if tokens.key(purpose) == "to", let doing = purposeFrom(purpose + 1) {
        return .own("\(participle) to \(doing)")
      }
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
    // "The community has been financed at 20 percent"
    if mention.kind == .percent, tokens.key(first - 1) == "at", let own = subject(before: verb) {
      return .own("\(own) \(participle)")
    }
    return .none
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
