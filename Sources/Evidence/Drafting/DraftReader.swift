import Foundation

/// Reads the numbers of one paragraph.
struct DraftReader {
  let paragraph: Int
  let reading: ParagraphReading
  private let periods: DraftPeriods

  init(paragraph: Int, reading: ParagraphReading, namedTimes: [String: Period]) {
    self.paragraph = paragraph
    self.reading = reading
    periods = DraftPeriods(reading: reading, named: namedTimes)
  }

  /// Of each number the rows that it may be, the likeliest first; without ids.
  var rows: [[FigureDraft]] {
    var found: [[FigureDraft]] = []
    var labels = SentenceLabels()
    for place in reading.mentions.indices {
      if let rows = rows(of: place, &labels, before: found.last?.first) { found.append(rows) }
    }
    nameRangeEnds(&found)
    return found.filter { rows in rows.first.map { isWhole($0, among: found) } ?? true }
  }

  /// What one number may be, after the one before; `nil` where it is none.
  private func rows(of place: Int, _ labels: inout SentenceLabels, before last: FigureDraft?)
    -> [FigureDraft]?
  {
    let mention = reading.mentions[place]
    guard !isIncidental(mention) else { return nil }
    let sentence = reading.sentence(of: mention.tokens.lowerBound)
    let own = DraftLabel(reading, place: place, sentence: sentence)
    let said = own.reading
    let likewise = own.likewise.flatMap { deed in
      labels.likewise(own, deed, in: sentence) { noun in
        let scale = Self.scales.first { $0.factor == mention.scale }
        return (
          [scale?.name, noun].compactMap { $0 }.joined(separator: " "), mention.value / (scale?.factor ?? 1)
        )
      }
    }
    let isElliptic =
      likewise == nil && own.isElliptic && !own.isCountAlone
      && [.none, .same, .change(nil, isFall: own.isFall)].contains(said)
    let amount =
      likewise.map { ($0.unit, $0.value) }
      ?? (isElliptic
        ? labels.unit(near: sentence, own).map { ($0, mention.value) } : amount(of: mention, own))
    let tokens = NumberStatement.near(mention.tokens, in: reading.tokens(ofSentence: sentence))
    guard let (unit, value) = amount, value > 0, let (status, rate) = statement(of: place, sentence, tokens)
    else {
      return nil
    }
    let became = own.isBecome ? labels.label(of: unit, in: sentence) : nil
    let named =
      became ?? likewise?.label
      ?? labels.label(isElliptic && said == .none ? .same : said, own, unit: unit, sentence: sentence)
    guard !isPartOfName(mention), named != nil || !isAside(own),
      var label = named ?? looseLabel(own, labels, sentence)
    else {
      return nil
    }
    // What may come next in the sentence is of the same: a length of time, or what is counted.
    let isCounted = named == nil && mention.kind == .other && mention.after.unit == nil
    if case .time? = mention.after.unit { labels.note(label, unit: unit, in: sentence) }
    if isCounted { labels.note(label, unit: unit, in: sentence) }
    if let rate = perThing(after: mention) ?? rate, !label.contains(rate) {
      label += rate == "item" ? " each" : " per \(rate)"
    }
    let base = own.isChange && addsToNumberBefore(own) ? last : nil
    let period =
      periods.period(of: place, sentence: sentence, unit: unit) ?? base.flatMap { Period($0.period) }
    if let business = periods.business(of: place, sentence: sentence) { label += ", \(business)" }
    if period == nil {
      if isElliptic, !own.isCompared { return nil }
      // What a number is compared with, or rose from, is of another time.
      if mention.isOrigin || own.isFromWhere || own.isCompared && label == last?.label { label += ", before" }
    }
    // "More than" may be "at least", too: the first that the sentence bears out is meant.
    return qualifiers(of: mention, value).map { qualifier in
      FigureDraft(
        id: "", label: label, value: "\(value)", unit: unit, period: period?.iso ?? "",
        qualifier: qualifier.rawValue, status: status, paragraph: paragraph, range: mention.range,
        number: scalars(of: mention.tokens), share: labels.share(of: label),
        isRangeEnd: mention.statement != mention.range, statement: mention.statement,
        isVerb: mention.form == .multiple,
        comparison: base.flatMap { comparison(of: mention, in: tokens, base: $0) }, isLoose: named == nil)
    }
  }

  /// A number's status, and what it is for each of; `nil` of what is no statement: a denial, a condition, a question.
  private func statement(of place: Int, _ sentence: Int, _ tokens: Range<Int>) -> (
    status: String, rate: String?
  )? {
    let mention = reading.mentions[place]
    let statement = NumberStatement(
      reading.tokens, sentence: tokens, number: mention.tokens, others: reading.neighbours(of: place))
    let modes = statement.modes.map(\.mode)
    if modes.contains(.denial) || modes.contains(.condition) || isNoFact(mention, in: tokens)
      || isOfAimBefore(sentence) || reading.tokens.key(tokens.upperBound - 1) == "?"
    {
      return nil
    }
    let status = modes.contains(.aim) ? "target" : modes.contains(.forecast) ? "estimate" : "actual"
    return status != "actual" && isKnown(mention) ? nil : (status, statement.rate)
  }

  /// "7% to 8% of the regions": both are of these.
  private func nameRangeEnds(_ found: inout [[FigureDraft]]) {
    for index in found.indices.dropLast() {
      guard let low = found[index].first, let high = found[index + 1].first, low.isRangeEnd, high.isRangeEnd,
        low.unit == high.unit,
        (0...24).contains(high.number.lowerBound - low.number.upperBound)
      else { continue }
      if low.isLoose { for row in found[index].indices { found[index][row].label = high.label } }
      // "For 2024 2 to 3 million"
      if low.period.isEmpty, !high.period.isEmpty, low.label == high.label {
        for row in found[index].indices { found[index][row].period = high.period }
      }
      if high.period.isEmpty, low.label == high.label {
        for row in found[index + 1].indices { found[index + 1][row].period = low.period }
      }
    }
  }

  /// One end of a range without the other says something else.
  private func isWhole(_ row: FigureDraft, among found: [[FigureDraft]]) -> Bool {
    guard row.isRangeEnd else { return true }
    return found.contains { rows in
      rows.first.map { $0.isRangeEnd && $0.number != row.number && $0.statement == row.statement } ?? false
    }
  }

  /// "We have a new goal. 70% of adults by July.": no statement of its own, and none that the check would read as an aim.
  private func isOfAimBefore(_ sentence: Int) -> Bool {
    guard sentence > 0 else { return false }
    let aims: Set<String> = ["goal", "goals", "target", "targets", "aim", "aims", "ambition", "objective"]
    // "It’s" has its verb.
    return !reading.tokens(ofSentence: sentence).contains {
      DraftWords.isVerb(reading.tokens.key($0))
        || ["s", "re"].contains(reading.tokens.key($0))
          && DraftWords.pronouns.contains(reading.tokens.key($0 - 2))
    }
      && reading.tokens(ofSentence: sentence - 1).contains { aims.contains(reading.tokens.key($0)) }
  }

  /// "The 27 areas", "those 20 tariffs": there already, also where the sentence speaks of what is to come.
  private func isKnown(_ mention: NumberMention) -> Bool {
    mention.kind == .other && mention.after.unit == nil
      && ["the", "those", "these"].contains(reading.tokens.key(mention.tokens.lowerBound - 1))
  }

  /// "20.000 people": a point that may part thousands.
  private func hasDoubtfulPoint(_ mention: NumberMention) -> Bool {
    let isCount = mention.kind == .other && mention.after.unit == nil && mention.scale == 1
    return isCount && mention.tokens.map(reading.tokens.text).joined().contains(/^[0-9]{1,3}\.[0-9]{3}$/)
  }

  /// "2 billion, which is 40% higher": the change is of the number before.
  private func addsToNumberBefore(_ label: DraftLabel) -> Bool {
    let before = (label.first - 3..<label.first).map(reading.tokens.key)
    // ", a year-on-year increase of"
    let changes: Set<String> = ["increase", "rise", "growth", "fall", "drop", "decline", "decrease"]
    if before[2] == "of", changes.contains(before[1]),
      (label.first - 9..<label.first - 2).contains(where: {
        reading.tokens.key($0) == "," && ["a", "an"].contains(reading.tokens.key($0 + 1))
      })
    {
      return true
    }
    return before.last.map { ["is", "was"].contains($0) } == true && before[1] == "which"
      || before.suffix(2) == [",", "up"] || before.suffix(2) == [",", "down"]
  }

  /// "40% higher than in the same period of 2017": what the number before was compared with.
  private func comparison(of mention: NumberMention, in sentence: Range<Int>, base: FigureDraft)
    -> FigureDraft.Comparison?
  {
    let next = mention.tokens.upperBound
    guard mention.kind == .percent, ["higher", "lower"].contains(reading.tokens.key(next)),
      reading.tokens.key(next + 1) == "than", let own = Period(base.period), own.firstYear == own.lastYear
    else { return nil }
    let end = min(next + 10, sentence.upperBound)
    guard
      let year = (next + 2..<max(end, next + 2)).first(where: { place in
        Int(reading.tokens.key(place)).map { (1800...2200).contains($0) } == true
      }), let number = Int(reading.tokens.key(year)), number < own.firstYear,
      own.months == 12 || reading.tokens.has(["same", "period", "of"], at: year - 3)
        || reading.tokens.has(["same", "months", "of"], at: year - 3)
    else { return nil }
    let months = (own.firstYear - number) * 12
    let text = scalars(of: next..<year + 1)
    return FigureDraft.Comparison(
      base: base.label, basePeriod: base.period,
      period: Period(firstMonth: own.firstMonth - months, lastMonth: own.lastMonth - months).iso,
      isFall: reading.tokens.key(next) == "lower",
      words: reading.words(mention.range.lowerBound..<text.upperBound))
  }

  /// "85 cents a share", "12 per tonne".
  private func perThing(after mention: NumberMention) -> String? {
    let next = mention.tokens.upperBound
    guard case .currency = mention.kind, ["a", "an", "per"].contains(reading.tokens.key(next)) else {
      return nil
    }
    guard reading.tokens.isWord(next + 1) else { return nil }
    let isHour = reading.tokens.key(next + 2).hasPrefix("hour")
    return reading.tokens.key(next + 1) + (isHour ? " hour" : "")
  }

  /// A bound that the words don't say ("fell to 6 percent") is none.
  private func qualifiers(of mention: NumberMention, _ value: Decimal) -> [Qualifier] {
    if mention.form == .share, value != mention.value * 100, mention.qualifiers == [.exact] {
      return [.about]
    }
    let before = mention.tokens.lowerBound - 4..<mention.tokens.lowerBound
    let saysBound =
      mention.statement != mention.range
      || before.contains {
        ["least", "most", "minimum", "maximum", "up"].contains(reading.tokens.key($0))
      }
    let own = Qualifier.allCases.filter(mention.qualifiers.contains)
    let sure = own.filter { saysBound || ![.atLeast, .atMost].contains($0) }
    return sure.isEmpty ? own : sure
  }

  /// What somebody else is said to have said wrongly, and how old a person was.
  private func isNoFact(_ mention: NumberMention, in sentence: Range<Int>) -> Bool {
    let doubted: Set<String> = [
      "wrongly", "falsely", "allegedly", "supposedly", "rumour", "rumours", "myth", "untrue", "exaggerated",
    ]
    // "They claim", "claims that"; not "900 pending claims".
    let claims: Set<String> = ["claim", "claims", "claimed"]
    return sentence.contains { place in
      doubted.contains(reading.tokens.key(place))
        || claims.contains(reading.tokens.key(place))
          && (["that", "to", "there"].contains(reading.tokens.key(place + 1))
            || DraftWords.pronouns.contains(reading.tokens.key(place - 1)))
    }
      || ["old", "ago"].contains(reading.tokens.key(mention.tokens.upperBound + 1))
  }

  /// Numbers that no briefing misses: "one of the partners", "the two countries", the months of "nine months of 2018".
  private func isIncidental(_ mention: NumberMention) -> Bool {
    let isWord = !(mention.tokens.contains { reading.tokens.isDigits($0) })
    if hasDoubtfulPoint(mention) { return true }
    // Those were named before.
    if mention.kind == .other, ["those", "these"].contains(reading.tokens.key(mention.tokens.lowerBound - 1))
    {
      return true
    }
    // "The next four quarters"
    if mention.kind == .other,
      mention.after.words.prefix(2).contains(where: { ["quarters", "half", "halves"].contains($0) }),
      mention.value <= 20
    {
      return true
    }
    // "Four reasons"
    if mention.kind == .other, mention.after.unit == nil, mention.value <= 20,
      DraftWords.noun(in: mention.after.words).map(DraftWords.abstract.contains) ?? false
    {
      return true
    }
    if isWord, mention.value <= 3, mention.kind == .other, mention.after.unit == nil, mention.form == .amount,
      !(mention.value > 1 && isOfLives(mention))
    {
      return true
    }
    if isAge(mention) || isManner(mention) || isOfEvery(mention) { return true }
    // The "1,000" of "12 per 1,000 births".
    if reading.tokens.key(mention.tokens.lowerBound - 1) == "per", mention.kind == .other,
      mention.after.unit == nil
    {
      return true
    }
    // "Flight LH 571": letters in capitals before a number name something.
    let before = reading.tokens.text(mention.tokens.lowerBound - 1)
    if mention.kind == .other, (1...4).contains(before.count), before.allSatisfy(\.isUppercase),
      before != "I",
      before != "A"
    {
      return true
    }
    let sentence = reading.sentence(of: mention.tokens.lowerBound)
    return reading.periods(ofSentence: sentence).near(mention.tokens).contains {
      $0.tokens.overlaps(mention.tokens)
    }
  }

  /// "Three soldiers and one guard were killed": few, and yet no briefing leaves them out.
  private func isOfLives(_ mention: NumberMention) -> Bool {
    let end = reading.tokens(ofSentence: reading.sentence(of: mention.tokens.lowerBound)).upperBound
    let near = interval(mention.tokens.upperBound, upTo: min(end, mention.tokens.upperBound + 12))
    return near.prefix { ![",", ";"].contains(reading.tokens.key($0)) }.contains {
      ["killed", "died", "dead", "wounded", "injured", "perished"].contains(reading.tokens.key($0))
    }
  }

  /// "Adults 20 to 49 years of age", "in the low 50s".
  private func isAge(_ mention: NumberMention) -> Bool {
    let next = mention.tokens.upperBound
    if case .time? = mention.after.unit {
      let words = (next..<next + 5).map(reading.tokens.key)
      if words.contains("age") && words.contains("of") || words.contains("old") { return true }
    }
    let isDecade = reading.tokens.key(next) == "s" && reading.tokens.isGlued(next - 1)
    return isDecade && mention.kind == .other
  }

  /// "$1 of every $5": a share, and no money.
  private func isOfEvery(_ mention: NumberMention) -> Bool {
    guard case .currency = mention.kind else { return false }
    let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    return reading.tokens.key(end + 1) == "every" || reading.tokens.key(start - 1) == "every"
      || reading.tokens.has(["out", "of", "every"], at: end)
  }

  /// "A month and a half", "1.5 times as much in dividends".
  private func isManner(_ mention: NumberMention) -> Bool {
    let (start, next) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    if mention.form == .share, ["a", "-"].contains(reading.tokens.key(start - 1)) {
      let before = (start - 6..<start).map(reading.tokens.key)
      if mention.value * 2 == 1, before.contains("and"), !before.contains(","),
        before.contains(where: { DraftWords.timeNouns.contains($0) })
      {
        return true
      }
    }
    guard mention.isMultiple else { return false }
    return (next..<next + 2).contains {
      reading.tokens.key($0) == "as" && ["much", "many"].contains(reading.tokens.key($0 + 1))
    }
  }

  private func scalars(of tokens: Range<Int>) -> Range<Int> {
    guard let first = reading.tokens[tokens.lowerBound], let last = reading.tokens[tokens.upperBound - 1]
    else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  // MARK: Units and values

  /// The unit as a row writes it, and how many of it the number is.
  private func amount(of mention: NumberMention, _ label: DraftLabel) -> (unit: String, value: Decimal)? {
    switch mention.form {
    case .amount:
      if let unit = unit(of: mention, label) { return (unit.text, mention.value / unit.factor) }
      if label.isTimes { return ("times", mention.value) }
      if let per = label.perMany { return (per, mention.value) }
      return label.isBareLevel || label.isCountAlone ? ("", mention.value) : nil
    case .share: return ("%", (mention.value * 100).rounded(decimals: 0))
    // "Doubled" is a rise by 100%; "halved" a fall by 50%.
    case .multiple:
      let change = (mention.value - 1) * 100
      guard reading.tokens.key(mention.tokens.lowerBound).hasSuffix("ed") else { return nil }
      return change == 0 || !change.isWhole ? nil : ("%", abs(change))
    case .ordinal, .year, .name: return nil
    }
  }

  /// A noun as the text writes it: "Americans".
  private func written(_ noun: String, after mention: NumberMention) -> String {
    let near = mention.tokens.upperBound..<mention.tokens.upperBound + 8
    return near.first { reading.tokens.key($0) == noun }.map(reading.tokens.text) ?? noun
  }

  private static let scales: [(factor: Decimal, name: String)] = [
    (1_000_000_000_000, "trn"), (1_000_000_000, "bn"), (1_000_000, "m"), (1000, "thousand"),
  ]

  private func unit(of mention: NumberMention, _ label: DraftLabel) -> (text: String, factor: Decimal)? {
    // "45 crore" are 450 million.
    let isOurs = mention.scale == 1 || Self.scales.contains { $0.factor == mention.scale }
    let scale =
      isOurs
      ? Self.scales.first { $0.factor == mention.scale }
      : Self.scales.first { $0.factor <= mention.value && $0.factor > 1000 }
    func scaled(_ unit: String?, _ isBefore: Bool) -> (text: String, factor: Decimal) {
      (
        (isBefore ? [unit, scale?.name] : [scale?.name, unit]).compactMap { $0 }.joined(separator: " "),
        scale?.factor ?? 1
      )
    }
    switch mention.kind {
    case .percent: return ("%", 1)
    case .percentagePoints: return ("percentage points", 1)
    case .currency(let code): return scaled(code, true)
    case .other:
      switch mention.after.unit {
      case .measure(let symbol): return scaled(symbol, false)
      case .time(let plural): return (plural, 1)
      case nil:
        if ["cubic", "square", "nautical", "light"].contains(mention.after.words.first ?? "") { return nil }
        if let later = label.laterNoun { return scaled(later, false) }
        if let far = label.farNoun { return scaled(reading.tokens.text(far), false) }
        return DraftWords.noun(in: mention.after.words).map { scaled(written($0, after: mention), false) }
      }
    }
  }
}
