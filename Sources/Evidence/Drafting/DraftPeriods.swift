/// When a paragraph's numbers are of, by the words around them or those of the sentence before.
struct DraftPeriods {
  let reading: ParagraphReading
  /// Times that have a name: a "Year of Uzbekistan" that was 2018.
  let named: [String: Period]

  /// The time that is said of a number; `nil` where none is, or it can't be told which.
  func period(of place: Int, sentence: Int, unit: String) -> Period? {
    let mention = reading.mentions[place]
    if ["current", "present"].contains(reading.tokens.key(mention.tokens.lowerBound - 1)) { return nil }
    if isOfNow(mention, sentence) { return nil }
    let others = reading.neighbours(of: place)
    let periods = reading.periods(ofSentence: sentence)
    let isOrigin = isOrigin(mention)
    let said = exact(periods.near(mention.tokens), sentence).filter {
      !$0.tokens.overlaps(mention.tokens)
        && !(isOrigin && $0.tokens.upperBound <= mention.tokens.lowerBound)
    }
    let kind = Unit(unit).kind
    func distance(_ said: PeriodsInText.Said) -> Int {
      said.tokens.upperBound <= mention.tokens.lowerBound
        ? mention.tokens.lowerBound - said.tokens.upperBound
        : said.tokens.lowerBound - mention.tokens.upperBound
    }
    let fits = said.filter { one in
      belongs(one, to: mention, others, sentence)
        && periods.contradiction(of: mention.tokens, to: one.period, unit: kind, others: others) == nil
    }.sorted { distance($0) + detour($0, mention, others) < distance($1) + detour($1, mention, others) }
    if let nearest = fits.first, distance(nearest) < (opens(nearest, sentence) ? 60 : 24) {
      return year(ofPart: nearest) ?? nearest.period
    }
    guard periods.all.isEmpty,
      !isRelative(NumberStatement.near(mention.tokens, in: reading.tokens(ofSentence: sentence)))
    else { return nil }
    return namedTime(in: sentence) ?? carried(to: sentence)
  }

  /// "Down from 34%", "compared to 12 million": no time that was said before.
  private func isOrigin(_ mention: NumberMention) -> Bool {
    let before = mention.tokens.lowerBound - 5..<mention.tokens.lowerBound
    return before.contains { place in
      let key = reading.tokens.key(place)
      return ["up", "down"].contains(key) && reading.tokens.key(place + 1) == "from"
        || key == "compared" && ["to", "with"].contains(reading.tokens.key(place + 1))
    }
  }

  /// "Fiscal 2025", "Q2 fiscal 2025" as said of a number: no months of the calendar, but a time.
  func business(of place: Int, sentence: Int) -> String? {
    let mention = reading.mentions[place]
    let others = reading.neighbours(of: place)
    let said = reading.periods(ofSentence: sentence).near(mention.tokens).filter {
      ($0.manner == .businessYear || $0.isUnknown) && $0.tokens.contains(where: isFiscal)
        && !$0.tokens.overlaps(mention.tokens) && belongs($0, to: mention, others, sentence)
    }
    guard let one = said.first, said.count == 1 else { return nil }
    let words = one.tokens.filter { !["the", "of", "for"].contains(reading.tokens.key($0)) }
    return words.map { place in
      (place == words.first || reading.tokens.isGlued(place - 1) ? "" : " ") + reading.tokens.text(place)
    }.joined()
  }

  private func isFiscal(_ place: Int) -> Bool {
    ["fiscal", "financial", "fy"].contains(reading.tokens.key(place))
  }

  /// "3 cents in 1987 to 2 cents in 2001": a time that stands behind another number is rather of that one.
  private func detour(_ said: PeriodsInText.Said, _ mention: NumberMention, _ others: [Range<Int>]) -> Int {
    guard said.tokens.upperBound <= mention.tokens.lowerBound else { return 0 }
    return isBehind(said, others) ? 12 : 0
  }

  private func isBehind(_ said: PeriodsInText.Said, _ others: [Range<Int>]) -> Bool {
    others.contains { (0...9).contains(said.tokens.lowerBound - $0.upperBound) }
  }

  private func isBareName(_ between: Range<Int>, before mention: NumberMention) -> Bool {
    between.count <= 4 && !reading.tokens.isWord(mention.tokens.upperBound)
      && between.contains { reading.tokens.text($0).first?.isUppercase == true }
      && between.allSatisfy {
        [",", "and"].contains(reading.tokens.key($0)) || reading.tokens.text($0).first?.isUppercase == true
      }
  }

  /// "Compared to the same period in 2019": what is said is said of no such time.
  private func isCompared(_ said: PeriodsInText.Said) -> Bool {
    interval(said.tokens.lowerBound - 6, upTo: said.tokens.lowerBound).contains {
      ["compared", "versus", "than", "relative"].contains(reading.tokens.key($0))
    }
  }

  /// ", compared to the same period of 2019, to": an aside between marks, which is over.
  private func isAside(_ words: [String], upTo mention: NumberMention) -> Bool {
    let commas = words.indices.filter { words[$0] == "," }
    guard commas.count > 1, let last = commas.last, let first = commas.dropLast().last else { return false }
    return ["compared", "versus", "against"].contains(words[first + 1])
      && !words[last...].contains(where: Self.ends.contains)
  }

  /// "75 in March 2014 to 207 now": a time that isn't named stands right behind the number.
  private func isOfNow(_ mention: NumberMention, _ sentence: Int) -> Bool {
    let end = reading.tokens(ofSentence: sentence).upperBound
    let next = interval(mention.tokens.upperBound, upTo: min(end, mention.tokens.upperBound + 5))
    let near = next.prefix {
      reading.tokens.isWord($0) && !["and", "in", "on"].contains(reading.tokens.key($0))
    }
    return near.contains { place in
      let key = reading.tokens.key(place)
      if ["now", "today", "currently"].contains(key) { return true }
      return DraftWords.timeNouns.contains(key)
        && ["last", "this", "next"].contains(reading.tokens.key(place - 1)) && place > near.startIndex
    }
  }

  /// What opens a sentence is said of all of it; so is "also, by 2020,".
  private func opens(_ said: PeriodsInText.Said, _ sentence: Int) -> Bool {
    let start = reading.tokens(ofSentence: sentence).lowerBound
    return said.tokens.lowerBound - start <= 2
      || said.tokens.lowerBound - start <= 4
        && interval(start, upTo: said.tokens.lowerBound).contains { reading.tokens.key($0) == "," }
  }

  private func exact(_ periods: ArraySlice<PeriodsInText.Said>, _ sentence: Int) -> [PeriodsInText.Said] {
    let start = reading.tokens(ofSentence: sentence).lowerBound
    return periods.filter { said in
      let first = said.tokens.lowerBound
      // "January 2010 exports were", "not until 2016 was it".
      let isAttribute =
        first == start && reading.tokens.text(said.tokens.upperBound).first?.isLowercase == true
      // "Since it was founded in 1991, trade has grown."
      if reading.tokens.key(start) == "since",
        !interval(start, upTo: first).contains(where: { reading.tokens.key($0) == "," })
      {
        return false
      }
      let isFromThen = reading.tokens.key(first - 1) == "until" && reading.tokens.key(first - 2) == "not"
      return (said.isStatement && !said.isOutside || isAttribute || isFromThen) && !said.isOfAnyYear
        && !said.isUnknown && (said.manner == .exact || isDay(said) || isPartOfYear(said))
    }
  }

  /// "Early 2016", "the end of 2019": what is said of it is of that year.
  private func year(ofPart said: PeriodsInText.Said) -> Period? {
    guard case .moment = said.manner, let year = Int(reading.tokens.key(said.tokens.upperBound - 1)),
      (1800...2200).contains(year), isPartOfYear(said)
    else { return nil }
    return Period(firstMonth: year * 12, lastMonth: year * 12 + 11)
  }

  private func isPartOfYear(_ said: PeriodsInText.Said) -> Bool {
    guard case .moment = said.manner else { return false }
    let keys = said.tokens.map(reading.tokens.key)
    return ["early", "late", "mid", "middle", "end", "start", "beginning", "close", "year"].contains(keys[0])
      && !keys.contains { PeriodsInText.months[$0] != nil }
      && (1800...2200).contains(Int(keys.last ?? "") ?? 0)
  }

  /// "On 1 April 1980", not "late in April 1980": of its month.
  private func isDay(_ said: PeriodsInText.Said) -> Bool {
    guard case .moment = said.manner else { return false }
    return said.tokens.filter(reading.tokens.isDigits).count == 2
  }

  /// Whether nothing between a time and a number makes the time another number's or clause's.
  private func belongs(
    _ said: PeriodsInText.Said, to mention: NumberMention, _ others: [Range<Int>], _ sentence: Int
  ) -> Bool {
    let isBefore = said.tokens.upperBound <= mention.tokens.lowerBound
    let between =
      isBefore
      ? interval(said.tokens.upperBound, upTo: mention.tokens.lowerBound)
      : interval(mention.tokens.upperBound, upTo: said.tokens.lowerBound)
    if isRelative(between) { return false }
    let hasNumber = others.contains {
      between.contains($0.lowerBound) && reading.tokens.key($0.lowerBound - 1) != "per"
        && NumberWords.ordinals[reading.tokens.key($0.lowerBound)] == nil
    }
    // "More than" and "which is" part nothing.
    let words = between.filter {
      // "Lost from cholera between 1999 and 2015"
      !(!isBefore && reading.tokens.key($0) == "from" && reading.tokens.isWord($0 + 1))
        && !["more", "less", "fewer"].contains(reading.tokens.key($0 - 1))
        && !(reading.tokens.key($0) == "which" && ["is", "was"].contains(reading.tokens.key($0 + 1)))
    }.map(reading.tokens.key)
    if !isBefore {
      let others: Set<String> = ["and", "but", "from", "since", "until", "when", "after"]
      return !hasNumber && !words.contains(where: Self.ends.union(others).contains)
    }
    // But for what is compared with it, and what it became: "from 75 in March 2014 to 207".
    if opens(said, sentence) {
      return !words.contains(where: Self.ends.contains) || isAside(words, upTo: mention)
    }
    if words.first == "to", isBehind(said, others) { return false }
    if isCompared(said) { return false }
    if hasNumber || words.contains(where: Self.ends.union(["but"]).contains) { return false }
    // "Norway had 48 percent in 2008, and Peru 40": nothing but its name is said of the second.
    return !words.contains("and") || isBehind(said, others) && isBareName(between, before: mention)
  }

  private static let ends: Set<String> = [
    ";", "while", "whereas", "which", "against", "compared", "versus", "than", "before", "but", "now",
    "today",
  ]

  /// "Last year", "this year": a time that isn't named.
  private func isRelative(_ range: Range<Int>) -> Bool {
    range.contains { place in
      let key = reading.tokens.key(place)
      let before = reading.tokens.key(place - 1)
      if ["today", "now", "currently", "tomorrow", "yesterday"].contains(key) { return true }
      return ["year", "month", "quarter", "season", "week", "years", "decade"].contains(key)
        && ["last", "this", "next", "past", "previous", "coming", "a", "every", "per", "full"].contains(
          before)
    }
  }

  // MARK: Times said elsewhere

  /// "During these events", "that year", "as an outcome": of the time of the sentence before.
  private func carried(to sentence: Int) -> Period? {
    guard sentence > 0, refersBack(reading.tokens(ofSentence: sentence)) else { return nil }
    let before = reading.periods(ofSentence: sentence - 1)
    guard !before.all.isEmpty else {
      return isRelative(reading.tokens(ofSentence: sentence - 1)) ? nil : carried(to: sentence - 1)
    }
    let said = Set(exact(before.all[...], sentence - 1).map(\.period))
    return said.count == 1 && before.all.allSatisfy { $0.isStatement || $0.isStretch } ? said.first : nil
  }

  private func refersBack(_ sentence: Range<Int>) -> Bool {
    if Self.openings.contains(where: { reading.tokens.has($0, at: sentence.lowerBound) }) { return true }
    return sentence.contains { place in
      let key = reading.tokens.key(place)
      let before = reading.tokens.key(place - 1)
      if ["year", "month", "period", "time", "season"].contains(key) {
        return ["that", "same"].contains(before)
          && ["in", "that", "the", "over", "during", ",", ".", ""].contains(reading.tokens.key(place - 2))
      }
      return ["during", "at"].contains(before) && ["these", "those"].contains(key)
    }
  }

  private static let openings = [
    ["as", "an", "outcome"], ["as", "a", "result"], ["during", "these"], ["during", "this"],
    ["during", "those"],
    ["that", "year"], ["that", "month"],
  ]

  private func namedTime(in sentence: Int) -> Period? {
    guard !named.isEmpty else { return nil }
    let tokens = reading.tokens(ofSentence: sentence)
    guard let first = reading.tokens[tokens.lowerBound], let last = reading.tokens[tokens.upperBound - 1]
    else {
      return nil
    }
    let text = reading.words(first.range.lowerBound..<last.range.upperBound)
    let found = Set(NamedTimes.quoted(in: text).compactMap { named[$0] })
    return found.count == 1 ? found.first : nil
  }
}

/// Names in quotation marks that a text gives to years: "2018 was the “Year of Uzbekistan”".
enum NamedTimes {
  static func all(in texts: [String]) -> [String: Period] {
    var result: [String: Period] = [:]
    var doubtful = Set<String>()
    for text in texts {
      for match in text.matches(
        of: /\b((?:19|20)[0-9][0-9]) (?:was|is|will be|had been|has been) the [“"]([^”"“]{3,60})[”"]/)
      {
        guard let year = Int(match.1) else { continue }
        let name = String(match.2)
        let period = Period(firstMonth: year * 12, lastMonth: year * 12 + 11)
        if let known = result[name], known != period { doubtful.insert(name) }
        result[name] = period
      }
    }
    return result.filter { !doubtful.contains($0.key) }
  }

  static func quoted(in text: String) -> [String] {
    text.matches(of: /[“"]([^”"“]{3,60})[”"]/).map { String($0.1) }
  }
}
