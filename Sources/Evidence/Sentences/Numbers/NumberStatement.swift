/// What the words of a sentence make of a number in it: a fact, an aim, a guess, a condition, a denial, a rate.
struct NumberStatement {
  let tokens: TokenRow
  let sentence: Range<Int>
  /// The number with its currency and scale.
  let number: Range<Int>
  /// The other numbers of the sentence.
  let others: [Range<Int>]

  init(_ tokens: TokenRow, sentence: Range<Int>, number: Range<Int>, others: [Range<Int>]) {
    self.tokens = tokens
    // "7 billion U.S. Dollars" may be taken for two sentences.
    let whole = min(sentence.lowerBound, number.lowerBound)..<max(sentence.upperBound, number.upperBound)
    self.sentence = Self.near(number, in: whole)
    self.number = number
    self.others = others
  }

  /// Of a very long sentence what stands near a number.
  static func near(_ number: Range<Int>, in sentence: Range<Int>) -> Range<Int> {
    sentence.clamped(to: number.lowerBound - 200..<number.upperBound + 200)
  }

  /// A kind of saying that is no plain fact.
  enum Mode {
    case aim, forecast, condition, denial
  }

  /// Of the number, with the words that say it.
  var modes: [(mode: Mode, words: String)] {
    var found: [(mode: Mode, words: String)] = []
    let condition = condition
    // "Would" under a condition says no more than the condition.
    if let ahead = aimOrForecast, ahead.mode == .aim || condition == nil { found.append(ahead) }
    if let condition { found.append((.condition, condition)) }
    if let words = denial { found.append((.denial, words)) }
    return found
  }

  func key(_ index: Int) -> String { sentence.contains(index) ? tokens.key(index) : "" }

  // MARK: Aims, forecasts

  static let stops: Set<String> = [
    ";", "but", "while", "whereas", "although", "though", "yet", "however", "because",
  ]

  /// Verbs that state a fact: what is said before them is another statement.
  private static let facts: Set<String> = [
    "was", "were", "is", "are", "had", "has", "have", "reached", "grew", "rose", "fell", "amounted", "stood",
    "exceeded",
    "came", "totalled", "totaled", "became", "hit", "did",
  ]

  /// "Planned for 200 beds and built 240": a verb right before the number that says what was done.
  private func isDeed(_ key: String) -> Bool {
    key.hasSuffix("ed") && key.utf8.count > 4
      || [
        "built", "bought", "sold", "got", "made", "sent", "spent", "found", "gave", "took", "lost", "won",
        "paid",
        "laid", "caught", "brought", "drew", "held",
      ].contains(key)
  }

  /// The nearest aim or forecast that governs the number.
  private var aimOrForecast: (mode: Mode, words: String)? {
    if isOneOfThem { return nil }
    if let after = aimAfter { return after }
    // "From the current 5"
    if ["from", "current", "present"].contains(key(number.lowerBound - 1)) || isRealised { return nil }
    var fact: Int?
    var sawThat = false
    var place = number.lowerBound - 1
    while place >= sentence.lowerBound, number.lowerBound - place < 40 {
      let key = key(place)
      let sawFact = fact != nil
      if Self.stops.contains(key) || key == ":" && sawFact { return nil }
      // "We promised 155 shells, of which half have arrived"
      if ["which", "whom"].contains(key), self.key(place - 1) == "of" { return nil }
      // "Higher than the average of 2%": what is compared is there.
      if key == "than", self.key(place + 1) == "the" { return nil }
      // "To get more after having lost 4"
      if key == "having", isDeed(self.key(place + 1)) { return nil }
      if sawFact, others.contains(where: { $0.contains(place) }), !isTime(place) { return nil }
      // "Might have reached" is one verb.
      if number.lowerBound - place <= (isJoined ? 24 : 12), !sawThat, fact.map({ $0 - place <= 3 }) ?? true {
        if let words = modal(at: place) { return (.forecast, words) }
      }
      if let found = Self.ahead(tokens, at: place), !isAside(place), !isMet(place),
        !others.contains(where: { needsOfNumber(place, $0) })
      {
        return found
      }
      if Self.facts.contains(key) || number.lowerBound - place <= 2 && isDeed(key) { fact = place }
      if key == "that" { sawThat = true }
      place -= 1
    }
    return byYear
  }

  /// "Should be 4% this year and around 3% next year": one verb of both.
  private var isJoined: Bool {
    interval(max(sentence.lowerBound, number.lowerBound - 3), upTo: number.lowerBound).contains {
      key($0) == "and"
    }
  }

  /// "The goal for 2025 is 4 billion": a year that says when is no other number.
  private func isTime(_ place: Int) -> Bool {
    ["for", "by", "in", "of", "until"].contains(key(place - 1))
      && Int(key(place)).map { (1900...2200).contains($0) } == true
  }

  /// "will", "could", "’ll", "May" being a month.
  private func modal(at place: Int) -> String? {
    let text = tokens.text(place)
    if ["will", "could", "would", "might", "may", "shall", "should"].contains(text) { return text }
    return text == "ll" ? "will" : nil
  }

  private static func ahead(_ tokens: TokenRow, at place: Int) -> (mode: Mode, words: String)? {
    // "The Cape of Good Hope": a name.
    if tokens.text(place).first?.isUppercase ?? false, tokens.isWord(place - 1) { return nil }
    if ["need", "needs"].contains(tokens.key(place)),
      wordsBeforeNeed.contains(tokens.key(place - 1)) || tokens.key(place + 1) == "of"
        || (1...3).contains(where: { helpNouns.contains(tokens.key(place + $0)) })
    {
      return nil
    }
    if isDone(tokens, at: place) { return nil }
    // "31 goals" are counted.
    if ["goal", "goals"].contains(tokens.key(place)), tokens.isDigits(place - 1) { return nil }
    if let found = phrase(tokens, at: place, aims) { return (.aim, found) }
    return phrase(tokens, at: place, forecasts).map { (.forecast, $0) }
  }

  /// What people need now: "6 million, half of the country, need assistance".
  private static let helpNouns: Set<String> = [
    "help", "assistance", "aid", "food", "shelter", "treatment", "protection", "relief",
  ]

  /// "In need of repair", "with special needs": a noun.
  private static let wordsBeforeNeed: Set<String> = [
    "in", "urgent", "special", "basic", "no", "dire", "particular", "complex", "their", "the", "bad", "great",
    "s", "our", "its", "domestic", "of",
  ]

  /// Whether a word stands between commas that open with "which", and the number after them.
  private func isAside(_ place: Int) -> Bool {
    guard interval(place, upTo: number.lowerBound).contains(where: { key($0) == "," }) else { return false }
    var first = place
    while first > sentence.lowerBound, key(first - 1) != "," { first -= 1 }
    if ["just", "exactly", "much", "precisely"].contains(key(first)), key(first + 1) == "as" { first += 1 }
    // "As the ministry had predicted, there were 80": it was so.
    return ["which", "who", "whom", "whose", "as"].contains(key(first))
  }

  /// "5 billion is the goal", "5 billion are expected", a few words on.
  private var aimAfter: (mode: Mode, words: String)? {
    var place = number.upperBound
    var sawFact = false
    while place < min(sentence.upperBound, number.upperBound + 8) {
      let key = key(place)
      // "800,000 people that may flee"
      if ["that", "who"].contains(key), let words = modal(at: place + 1) { return (.forecast, words) }
      if Self.stops.contains(key) || [",", "and", ":", ".", "which", "who", "for", "than"].contains(key) {
        return nil
      }
      if others.contains(where: { $0.contains(place) }) { return nil }
      // "5 billion came as planned", "5 billion below what was promised"
      if ["as", "below", "above", "short", "under", "over", "instead", "rather"].contains(key) { return nil }
      // "40% have carried out the plans for it": it was done.
      if ["have", "has", "had"].contains(key), isDeed(self.key(place + 1)) { return nil }
      // "They made 1,600 pledges": so many.
      if ["pledges", "promises", "commitments"].contains(key), place - number.upperBound < 2 { return nil }
      if !needsOfNumber(place, number), let found = Self.ahead(tokens, at: place) { return found }
      // "About half of it will be extracted"
      if !sawFact, let words = modal(at: place), isSubject { return (.forecast, words) }
      sawFact =
        sawFact || Self.facts.contains(key) || isDeed(key) && modal(at: place + 1) == nil
        || ["said", "say", "says", "think", "told"].contains(key)
      place += 1
    }
    return nil
  }

  /// "One of the more than 20 000 places": they are there.
  private var isOneOfThem: Bool {
    let before = interval(max(sentence.lowerBound, number.lowerBound - 5), upTo: number.lowerBound)
    return before.contains { ["one", "any", "each", "either"].contains(key($0)) && key($0 + 1) == "of" }
      && before.contains { ["the", "our", "their", "these", "those"].contains(key($0)) }
  }

  /// Whether the number opens its clause.
  private var isSubject: Bool {
    // "The 240 villages will be connected": they are there.
    if ["the", "those", "these"].contains(key(number.lowerBound - 1)) { return false }
    // "By the end of 2023 up to 90,000 may come"
    let isAfterYear = interval(number.lowerBound - 3, upTo: number.lowerBound).contains { place in
      tokens.isDigits(place) && tokens.text(place).utf8.count == 4 && place - sentence.lowerBound < 6
    }
    if isAfterYear { return true }
    let openings: Set<String> = ["", ",", ";", "and", "but", "that", "where", "which", ":", ".", "!", "?"]
    return interval(number.lowerBound - 3, upTo: number.lowerBound).contains { openings.contains(key($0)) }
  }

  /// "6 million people need help": what they need is a fact.
  private func needsOfNumber(_ place: Int, _ number: Range<Int>) -> Bool {
    ["need", "needs"].contains(key(place)) && (0...4).contains(place - number.upperBound)
      && interval(number.upperBound, upTo: place).allSatisfy(tokens.isWord)
  }

  /// "Exceeded the targets set for 12 groups".
  private func isMet(_ place: Int) -> Bool {
    ["target", "targets", "goal", "goals"].contains(key(place))
      && interval(max(sentence.lowerBound, place - 4), upTo: place).contains {
        ["exceeded", "surpassed", "met", "achieved", "fulfilled", "beat"].contains(key($0))
      }
  }

  /// "The goal of 5 billion was reached".
  private var isRealised: Bool {
    let ends = interval(number.upperBound, upTo: min(sentence.upperBound, number.upperBound + 5))
    // "It was to carry 60, and it did."
    let isDone = interval(number.upperBound, upTo: min(sentence.upperBound, number.upperBound + 9)).contains {
      key($0) == "did" && ["it", "they"].contains(key($0 - 1)) && !QualifierFinder.isNegation(tokens, $0 + 1)
    }
    if isDone { return true }
    return ends.contains { place in
      ["reached", "achieved", "met", "attained", "fulfilled", "kept", "received", "disbursed", "paid"]
        .contains(
          key(place))
        && ["was", "been", "were"].contains(key(place - 1))
    } && !ends.contains { QualifierFinder.isNegation(tokens, $0) || ["will", "to", "yet"].contains(key($0)) }
  }

  /// "240 villages will be connected": what is to be done with what the number counts.
  var deedToCome: String? {
    guard
      let verb = (number.upperBound..<number.upperBound + 4).first(where: {
        ["will", "shall", "ll"].contains(key($0))
      }),
      !(number.upperBound..<verb).contains(where: { !tokens.isWord($0) })
    else { return nil }
    let place = ["also", "then", "soon", "all"].contains(key(verb + 1)) ? verb + 2 : verb + 1
    let deed = key(place + 1)
    return ["be", "get"].contains(key(place)) && deed.utf8.count > 4 ? deed : nil
  }

  /// "5 billion by 2030" without a verb that states a fact.
  private var byYear: (mode: Mode, words: String)? {
    let place = sentence.first { place in
      key(place) == "by" && tokens.isDigits(place + 1) && tokens.text(place + 1).utf8.count == 4
    }
    guard let place else { return nil }
    // "We are looking at 5 billion by 2030" is none.
    let hasFact = sentence.contains { place in
      let isGoingOn = ["is", "are"].contains(tokens.key(place)) && tokens.key(place + 1).hasSuffix("ing")
      return Self.facts.contains(tokens.key(place)) && !isGoingOn || tokens.key(place).hasSuffix("ed")
    }
    return hasFact ? nil : (.aim, "by \(tokens.text(place + 1))")
  }

  /// Whether a sentence names an aim or looks ahead anywhere.
  static func looksAhead(_ tokens: TokenRow, in sentence: Range<Int>) -> Bool {
    sentence.contains { place in
      ahead(tokens, at: place) != nil || phrase(tokens, at: place, purposes) != nil
        || ["will", "would", "shall", "should", "must", "could", "may", "might", "ll", "needs", "need"]
          .contains(
            tokens.text(place))
        || tokens.key(place) == "by" && tokens.isDigits(place + 1)
    }
  }

  private static func phrase(_ tokens: TokenRow, at place: Int, _ list: [String: [[String]]]) -> String? {
    (list[tokens.key(place)] ?? []).first { tokens.has($0, at: place) }?.joined(separator: " ")
  }

  /// By their first word.
  private static func phrases(_ list: String) -> [String: [[String]]] {
    Dictionary(
      grouping: list.split(separator: ",").map { $0.split(separator: " ").map(String.init) },
      by: { $0.first ?? "" })
  }

  private static let aims = phrases(
    """
    aim,aims,aimed,aiming,goal,goals,target,targets,targeted,targeting,objective,objectives,ambition,ambitions,hope,hopes,\
    hoped,hoping,intend,intends,intended,intention,intending,want to,wants to,wanted to,wish to,wishes to,wished to,seek to,\
    seeks to,sought to,seeking to,pledge,pledges,pledged,pledging,promise,promises,promised,vow,vows,vowed,\
    committed to,commits to,commit to,commitment to,commitment of,commitments of,propose to,proposes to,proposed to,set out to,is to,are to,\
    agreed to bring,agreed to raise,agreed to increase,agreed to reach,agreed to build,agreed to double,plan to,plans to,\
    planned,planning to,plans for,plan for,plan is,plans are,on course for,on course to,on track for,on track to,\
    on the way to,moving towards,heading for,dream of,dreams of,envisage,envisages,envisaged,strive,strives,\
    undertook to,undertakes to,ready to,was to give,\
    was to reach,was to produce,was to carry,were to reach,want,wants,must reach,road to,need,needs,needed,demands,\
    demanded,they demand,we demand,workers demand,unions demand,demand that,demand to be,ask for,asks for,asked for
    """)

  /// What is done for something; of targets alone, since much is "to reach" what it has reached.
  private static let purposes = phrases(
    "to bring,to raise,to increase,to reach,to achieve,to double,to build,to cut,to reduce,agreed,agree,agreement to"
  )

  private static let forecasts = phrases(
    """
    expect,expects,expected,expecting,expectation,expectations,forecast,forecasts,forecasted,projected,projection,\
    projections,predict,predicts,predicted,prediction,anticipate,anticipates,anticipated,foresee,foresees,foreseen,\
    assume,assumes,assumed,on pace to,on pace for,likely to,potential of,potential for,potentially,going to,set to,poised to,due to reach,due to be,scheduled,believe it can,\
    capable of,able to reach,estimate,estimates
    """)

  // MARK: Conditions

  private var condition: String? {
    let first = key(sentence.lowerBound)
    if ["had", "were", "should"].contains(first), tokens.text(sentence.lowerBound).first?.isUppercase == true
    {
      return first
    }
    var place = number.lowerBound - 1
    while place >= sentence.lowerBound, number.lowerBound - place < 60 {
      let key = key(place)
      if key == ";" { return nil }
      if ["if", "unless", "suppose", "supposing", "imagine", "assuming"].contains(key)
        && self.key(place + 1) != "i"
        || key == "provided" && self.key(place + 1) == "that",
        self.key(place - 1) != "as", self.key(place - 1) != "see", self.key(place - 1) != "even",
        !isPast(from: place)
      {
        return key
      }
      place -= 1
    }
    return nil
  }

  /// "If trade was 100 million in 2020, it reached 200 million last year" compares what was.
  private func isPast(from place: Int) -> Bool {
    let end = interval(place, upTo: min(sentence.upperBound, place + 20)).first { key($0) == "," }
    guard let end, !sentence.contains(where: { ["would", "could", "might"].contains(key($0)) }) else {
      return false
    }
    let clause = interval(place, upTo: end)
    return clause.contains { ["was", "were", "had", "stood", "reached"].contains(key($0)) }
      && clause.contains { tokens.isDigits($0) && Int(key($0)).map { (1900...2100).contains($0) } == true }
  }

  // MARK: Rates

  /// What the number is said to be for each of ("day", "head"); `nil` where it is none.
  var rate: String? {
    let after = number.upperBound
    for place in interval(after, upTo: min(sentence.upperBound, after + 6)) {
      let key = key(place)
      if [",", ";", ".", ":", "(", "and", "in", "by", "for", "to"].contains(key) { break }
      if others.contains(where: { $0.contains(place) }) { break }
      if let unit = Self.adverbs[key] { return unit }
      guard ["a", "an", "per", "each", "every", "/"].contains(key) else { continue }
      let noun = self.key(place + 1)
      // "$10 million each."
      if key == "each", !tokens.isWord(place + 1) || ["and", "in", "but", "when"].contains(noun) {
        return "item"
      }
      // "Within a day’s walk"
      if let unit = Self.units[noun] { return ["'", "’"].contains(self.key(place + 2)) ? nil : unit }
      if key == "per", noun != "cent", tokens.isWord(place + 1) { return noun }
    }
    for place in interval(max(sentence.lowerBound, number.lowerBound - 4), upTo: number.lowerBound) {
      if ["daily", "weekly", "monthly", "hourly", "nightly"].contains(key(place)) {
        return Self.adverbs[key(place)]
      }
    }
    return nil
  }

  private static let units: [String: String] = {
    var units: [String: String] = ["annum": "year", "capita": "head"]
    for unit in [
      "second", "minute", "hour", "day", "night", "week", "fortnight", "month", "quarter", "year", "head",
      "person",
      "household", "family", "inhabitant", "citizen", "worker", "hectare", "ton", "tonne", "barrel",
      "kilometre", "litre",
    ] { units[unit] = unit }
    return units
  }()

  private static let adverbs = [
    "daily": "day", "weekly": "week", "monthly": "month", "hourly": "hour", "yearly": "year",
    "annually": "year",
    "quarterly": "quarter", "nightly": "night", "apiece": "head",
  ]
}
