/// What the words around a number of an English text claim about it.
struct QualifierFinder {
  let tokens: TokenRow

  init(_ tokens: TokenRow) { self.tokens = tokens }

  /// The claim about the number of tokens `start` up to `end`, and the tokens of the whole statement.
  func claim(before start: Int, after end: Int) -> (qualifiers: Set<Qualifier>, start: Int, end: Int) {
    let before = claim(before: start)
    // "as many as 300 or more" says the second.
    if let after = claim(after: end) { return (after.qualifiers, before?.start ?? start, after.end) }
    if let before { return (before.qualifiers, before.start, end) }
    return ([.exact], start, end)
  }

  private func claim(after end: Int) -> (qualifiers: Set<Qualifier>, end: Int)? {
    for (phrase, qualifiers) in Self.following {
      // "300 or more", and "300 small firms or more".
      let isLoose =
        ["or", "give", ",", "at", "if", "("].contains(phrase[0]) || phrase == ["and", "counting"]
      for place in isLoose ? end...end + 2 : end...end {
        if tokens.has(phrase, at: place) { return (qualifiers, place + phrase.count) }
        guard tokens.isWord(place) else { break }
      }
    }
    return claim(atEnd: end)
  }

  /// "80 wagons were bought at most.", "80 wagons plus were bought".
  private func claim(atEnd end: Int) -> (qualifiers: Set<Qualifier>, end: Int)? {
    var place = end
    while place <= end + 5, tokens.isWord(place) {
      let next = tokens.key(place + 1)
      if tokens.key(place) == "at", let found = ["most": Qualifier.atMost, "least": .atLeast][next],
        !tokens.isWord(place + 2), !tokens.isDigits(place + 2)
      {
        return ([found], place + 2)
      }
      if tokens.key(place) == "plus", place <= end + 2, !tokens.isDigits(place + 1) {
        return ["was", "were", "is", "are", "have", "had", "came"].contains(next) || !tokens.isWord(place + 1)
          ? (Self.more, place + 1) : nil
      }
      place += 1
    }
    return nil
  }

  private func claim(before start: Int) -> (qualifiers: Set<Qualifier>, start: Int)? {
    // A few words may stand in between: "exceeded to USD 3.2 billion", "more than a total of 5".
    var last = start
    for _ in 0..<5 {
      let phrases = Self.leading[tokens.key(last - 1)] ?? []
      for (phrase, qualifiers) in phrases where tokens.has(phrase, at: last - phrase.count) {
        // "Added up to 40"
        if phrase == ["up", "to"], tokens.key(last - 3).hasPrefix("add") { return nil }
        // "We want to take that up to 60": so much, at most or exactly.
        if phrase == ["up", "to"], tokens.key(last - 3) != "of",
          (last - 7..<last - 2).contains(where: { Self.lifting.contains(tokens.key($0)) })
        {
          return (qualifiers.union([.exact]), last)
        }
        if isOther(phrase, qualifiers, before: start, phrase: last - phrase.count) { return nil }
        // "Plans to take over 20% of it": the verb.
        if phrase == ["over"], Self.taking.contains(tokens.key(last - 2)), tokens.key(last - 3) == "to" {
          return (qualifiers.union([.exact]), last)
        }
        // "We are short of 6,000 teachers": so many are lacking, or there are fewer.
        if phrase == ["short", "of"], Self.lacking.contains(tokens.key(last - 3)) {
          return (qualifiers.union([.exact]), last - phrase.count)
        }
        return negated(qualifiers, last - phrase.count)
      }
      guard last > 0, Self.fillers.contains(tokens.key(last - 1)) else { break }
      last -= 1
    }
    return reaching(start)
  }

  /// "did not exceed", "never fell below": the other side, its end included.
  private func negated(_ qualifiers: Set<Qualifier>, _ start: Int) -> (qualifiers: Set<Qualifier>, start: Int)
  {
    let first = (max(0, start - 3)..<start).last { Self.isNegation(tokens, $0) }
    guard let first, qualifiers != [.about], !qualifiers.contains(.about) else { return (qualifiers, start) }
    let isMore = !qualifiers.isDisjoint(with: [.moreThan])
    let isLess = !qualifiers.isDisjoint(with: [.lessThan])
    guard isMore || isLess else { return (qualifiers, start) }
    return ([isMore ? .atMost : .atLeast], beginning(of: first))
  }

  /// "did" before "not", "didn" before "’t".
  private func beginning(of negation: Int) -> Int {
    if tokens.key(negation) == "t" { return max(0, negation - 2) }
    return ["did", "does", "do", "has", "have", "had", "could", "would", "will"].contains(
      tokens.key(negation - 1))
      ? negation - 1 : negation
  }

  /// "did not reach", "failed to hit", "short of".
  private func reaching(_ start: Int) -> (qualifiers: Set<Qualifier>, start: Int)? {
    for place in stride(from: start - 1, through: max(0, start - 5), by: -1) {
      if Self.reaches.contains(tokens.key(place)) {
        // "We almost reached 200"
        if ["almost", "nearly"].contains(tokens.key(place - 1)) { return (Self.justLess, place - 1) }
        let first = (max(0, place - 3)..<place).last {
          Self.isNegation(tokens, $0)
            || ["failed", "fails", "fail", "unable", "failing"].contains(tokens.key($0))
        }
        return first.map { ([.lessThan, .atMost], beginning(of: $0)) }
      }
      guard
        Self.fillers.contains(tokens.key(place))
          || ["goal", "target", "mark", "even", "its"].contains(tokens.key(place))
      else { return nil }
    }
    return nil
  }

  static func isNegation(_ tokens: TokenRow, _ index: Int) -> Bool {
    let key = tokens.key(index)
    if key == "not" {
      return !["only", "just", "merely", "least", "to", "counting", "including"].contains(
        tokens.key(index + 1))
    }
    if ["never", "neither", "nor", "nobody", "nowhere", "cannot"].contains(key) { return true }
    if key == "no" { return ["longer", "way"].contains(tokens.key(index + 1)) }
    if key == "yet" { return tokens.key(index + 1) == "to" }
    // "didn’t"
    return key == "t" && ["'", "’"].contains(tokens.key(index - 1)) && tokens.key(index - 2).hasSuffix("n")
  }

  private static let reaches: Set<String> = [
    "reach", "reached", "reaching", "hit", "attain", "attained", "achieve", "achieved", "achieving", "top",
    "make", "meet",
    "met",
  ]

  /// Words that claim nothing of the number: what it took, what something was compared with, how far it went.
  private func isOther(_ phrase: [String], _ qualifiers: Set<Qualifier>, before start: Int, phrase first: Int)
    -> Bool
  {
    let before = tokens.key(first - 1)
    // "Edged up to 3 million", "rose to over": a rise.
    if phrase == ["up", "to"] { return Self.rising.contains(before) }
    // "Near 12 villages"
    if phrase == ["near"] {
      return NumberWords.scales[tokens.key(start + 1)] == nil && tokens.key(start + 1) != "%"
    }
    // "Far surpassing the 15,600 cases of 2016": so many there were.
    let isKnown = tokens.key(start - 1) == "the" && start - 1 > first
    if isKnown, qualifiers == Self.more || qualifiers == Self.less, !isMark(start) { return true }
    guard phrase == ["over"] else { return false }
    // "Over the 380 matches"
    if isKnown { return true }
    return isLength(start) && (tokens.isDigits(first - 1) || Self.paid.contains(before))
  }

  /// "The 5 million mark".
  private func isMark(_ start: Int) -> Bool {
    (start + 1..<start + 5).contains {
      ["mark", "threshold", "limit", "level", "barrier", "target", "goal", "line"].contains(tokens.key($0))
    }
  }

  /// "11 years", "18 months" after the number's first word.
  private func isLength(_ start: Int) -> Bool {
    (start + 1...start + 2).contains { place in
      if case .time? = MeasureNames.unit(tokens, at: place)?.unit { return true }
      return false
    }
  }

  private static let rising: Set<String> = [
    "edged", "crept", "inched", "rose", "climbed", "went", "moved", "ticked", "came", "jumped", "grew",
  ]

  /// Before "over" and the time in which something is done: "$2 billion over 11 years".
  private static let paid: Set<String> = [
    "million", "billion", "trillion", "bn", "m", "percent", "cent", "%", "dollars", "euros", "pounds",
    "spread",
    "executed", "averaged", "invested", "paid", "spent", "delivered", "built", "available", "phased", "times",
    "months",
  ]

  private static let lifting: Set<String> = ["take", "bring", "raise", "lift", "push", "takes", "brings"]

  private static let taking: Set<String> = ["take", "took", "taken", "taking"]

  /// Before "short of" where something is lacking.
  static let lacking: Set<String> = [
    "is", "are", "was", "were", "be", "been", "re", "m", "am", "still", "now",
  ]

  static let fillers: Set<String> = [
    "to", "a", "an", "the", "total", "of", "by", "sum", "amount", "value", "was", "is",
  ]

  // MARK: Phrases

  /// "More than" supports "at least" too, which claims less.
  private static let more: Set<Qualifier> = [.moreThan, .atLeast]
  private static let less: Set<Qualifier> = [.lessThan, .atMost]
  private static let justMore: Set<Qualifier> = [.about, .moreThan, .atLeast]
  private static let justLess: Set<Qualifier> = [.about, .lessThan, .atMost]

  /// Before a number, by their last word, longer ones first.
  private static let leading: [String: [(phrase: [String], qualifiers: Set<Qualifier>)]] = {
    var byLast: [String: [(phrase: [String], qualifiers: Set<Qualifier>)]] = [:]
    for (qualifiers, list) in lists {
      for phrase in list.split(separator: ",").map({ $0.split(separator: " ").map(String.init) }) {
        byLast[phrase.last ?? "", default: []].append((phrase, qualifiers))
      }
    }
    // "Rounded, 80", which the list's own commas can't say.
    byLast[",", default: []].append((["rounded", ","], [.about]))
    return byLast.mapValues {
      $0.sorted { ($0.phrase.count, $1.phrase.joined()) > ($1.phrase.count, $0.phrase.joined()) }
    }
  }()

  private static let lists: [(Set<Qualifier>, String)] = [
    (
      [.atMost],
      """
      no more than,not more than,not exceeding,at most,at the most,at the very most,up to,maximum of,max,max .,no greater than,\
      not greater than,as much as,as many as,as high as,as long as,no higher than,capped at,a ceiling of,a maximum,≤,not over,\
      not above,up to as much as
      """
    ),
    (
      [.atLeast],
      """
      no less than,not less than,no fewer than,not fewer than,at least,at the least,at the very least,minimum of,min,min .,\
      as few as,as little as,as low as,no lower than,not below,not under,a minimum,≥,a floor of
      """
    ),
    (
      more,
      """
      more than,greater than,higher than,larger than,in excess of,upwards of,upward of,over,above,exceed,exceeds,exceeded,\
      exceeding,surpass,surpassed,surpasses,surpassing,topped,tops,topping,beyond,north of,passed the,crossed the,\
      outstripped,overtook,overtaken,better than,>,past the
      """
    ),
    (more, "easily,comfortably"),
    // A little more, if anything.
    ([.exact, .about, .moreThan, .atLeast], "a good"),
    (
      less,
      """
      less than,fewer than,lower than,smaller than,under,below,short of,shy of,approaching,approaches,approached,nudging,verging on,bordering on,edging towards,closing in on,pushing,nearing,\
      neared,nears,south of,<,not yet,not quite
      """
    ),
    (
      justLess,
      """
      almost,nearly,close to,just under,just below,just short of,just shy of,a little under,a little less than,\
      slightly less than,slightly under,slightly below,a bit less than,a bit under,close on,nigh on,virtually,\
      practically,getting on for,well - nigh,touching
      """
    ),
    (
      justMore,
      """
      just over,just above,just more than,a little over,a little more than,slightly more than,slightly over,\
      slightly above,a bit more than,a bit over,barely,just past
      """
    ),
    (
      [.about],
      """
      about,around,approximately,approx .,approx,roughly,some,circa,ca .,ca,c .,estimated,≈,~,±,in the region of,in the order of,\
      on the order of,of the order of,in the neighbourhood of,in the neighborhood of,in the vicinity of,somewhere near,\
      more or less,give or take,maybe,perhaps,probably,possibly,est .,est,\
      broadly,hardly,scarcely,rounded,rounded to,near
      """
    ),
  ]

  private static func phrases(_ list: [(String, Set<Qualifier>)]) -> [([String], Set<Qualifier>)] {
    list.map { ($0.split(separator: " ").map(String.init), $1) }
  }

  private static let following = phrases([
    ("or more", [.atLeast]), ("and more", [.atLeast]), ("or so", [.about]), ("or less", [.atMost]),
    ("or fewer", [.atMost]), ("+", more), ("plus", more), ("or over", [.atLeast]), ("and over", [.atLeast]),
    ("or above", [.atLeast]), ("and above", [.atLeast]), ("and upwards", [.atLeast]),
    ("or upwards", [.atLeast]),
    ("and counting", [.atLeast]), ("at least", [.atLeast]), ("at the least", [.atLeast]),
    ("at most", [.atMost]),
    ("at the most", [.atMost]), ("at the very least", [.atLeast]), ("at the very most", [.atMost]),
    ("or under", [.atMost]), ("and under", [.atMost]), ("or below", [.atMost]), ("tops", [.atMost]),
    ("- odd", [.about]), ("odd", [.about]), ("- plus", more), ("- ish", [.about]), ("ish", [.about]),
    (", give or take", [.about]), ("give or take", [.about]), ("or thereabouts", [.about]),
    ("or more or less", [.about]), (", more or less", [.about]), ("more or less", [.about]),
    ("approximately", [.about]), ("roughly", [.about]), (", or so", [.about]), (", roughly", [.about]),
    (", approximately", [.about]), (", or thereabouts", [.about]), ("or even more", [.atLeast]),
    (", if not more", [.atLeast]), ("if not more", [.atLeast]), (", at least", [.atLeast]),
    (", at most", [.atMost]),
    ("minimum", [.atLeast]), ("maximum", [.atMost]), (", if that ,", [.about, .lessThan, .atMost]),
    (", if that .", [.about, .lessThan, .atMost]), ("if that ,", [.about, .lessThan, .atMost]),
    ("if that .", [.about, .lessThan, .atMost]), ("( plus or minus", [.about]), (", plus or minus", [.about]),
    ("plus or minus", [.about]), ("±", [.about]), ("( ±", [.about]), ("( rounded", [.about]),
    (", rounded", [.about]),
  ])
}
