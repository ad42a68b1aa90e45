/// The periods that an English sentence says something of.
struct PeriodsInText {
  /// A year, months or years that a text names.
  struct Said: Hashable {
    var period: Period
    /// Without its year, of which nothing is known: "in May".
    var isOfAnyYear = false
    /// "2012–2015": a share in it may be of any year in it.
    var isStretch = false
    /// Not what a number is compared with ("than in 2015").
    var isStatement = true
    /// What is said is said of a time before, after or beside it: "since 2018", "until 2018", "not 2018".
    var isOutside = false
    /// "In the second" says a period of which nothing is known.
    var isUnknown = false
    var manner = Manner.exact
    var tokens: Range<Int>
  }

  /// What a named time is to a figure's period.
  enum Manner: Hashable {
    case exact
    /// "Fiscal 2017": twelve months that begin or end in that year.
    case businessYear
    /// "2017/18": twelve months, or a season, from one year to the next.
    case splitYear
    /// "The year ended 5 April 2018": so many months, give or take so many at their end.
    case ending(slack: Int)
    /// "The 1990s": what lies in it.
    case within
    /// "Spring 2018", of either half of the earth: about one of these times.
    case season([Period])
    /// "On 3 March 2018", "late 2017": about one of these times; what is said of it may be said of its year.
    case moment([Period])
  }

  private let tokens: TokenRow
  private let sentence: Range<Int>
  let all: [Said]

  /// Of the tokens of a sentence.
  init(_ tokens: TokenRow, in sentence: Range<Int>) {
    self.tokens = tokens
    self.sentence = sentence
    var reader = PeriodReader(tokens: tokens, end: sentence.upperBound)
    var found: [Said] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if var said = reader.said(at: index) ?? reader.relative(at: index, to: found.last(where: \.isStatement))
      {
        // "In 2018 and 2019".
        if let last = found.last, last.isStatement,
          reader.isSeries(last.tokens.upperBound, said.tokens.lowerBound)
        {
          said.isStatement = true
        }
        if reader.isDayOfSaying(said) { said.isStatement = false }
        found.append(said)
        index = said.tokens.upperBound
      } else {
        index += 1
      }
    }
    all = found
  }

  /// By their names in lower case, counted from 0.
  static let months: [String: Int] = {
    var months: [String: Int] = ["sept": 8]
    for names in [Vocabulary.english.months, Vocabulary.english.shortMonths] {
      for (index, name) in names.enumerated() { months[name.lowercased()] = index }
    }
    return months
  }()

  /// What a number's sentence says its period is, where that is not the figure's; `nil` where it says nothing or agrees.
  ///
  /// What stands next to the number decides; else what stands between the same commas; else what stands near.
  func contradiction(of number: Range<Int>, to period: Period, unit: Unit.Kind, others: [Range<Int>]) -> Said?
  {
    let isCount = if case .count = unit { true } else { false }
    if let own = inOrder(number, others) {
      return own.agrees(with: period, isCount: isCount) ? nil : own
    }
    let said = near(number).filter {
      !$0.tokens.overlaps(number) && ($0.isStatement || isExcluding($0, period, unit))
    }.map { end(of: $0, for: number) }
    func disagrees(_ said: Said) -> Bool {
      // What holds for years may hold for each of them.
      if said.isStretch, unit == .percent, said.period.holds(period) { return false }
      return said.isOutside || !said.agrees(with: period, isCount: isCount)
    }
    if let next = said.first(where: { isNext($0, number) }) { return disagrees(next) ? next : nil }
    let segment = segment(around: number, others: others)
    // The "1,000" of "12 per 1,000 births" is no number of its own.
    let others = others.filter { tokens.key($0.lowerBound - 1) != "per" }
    // Nearer to another number than to this one.
    let own = said.filter { one in
      segment.contains(one.tokens.lowerBound) && !others.contains { isNext(one, $0) }
    }
    if !own.isEmpty { return own.contains { !disagrees($0) } ? nil : own.first }
    if said.contains(where: { !disagrees($0) }) { return nil }
    let near = said.first { one in
      distance(one, number) <= Self.reach && !others.contains { isNext(one, $0) }
    }
    // "In 2019, that is before the crisis, 3 million came": the only time of a sentence, which opens it.
    guard near == nil, all.count == 1, let first = said.first,
      first.tokens.lowerBound - sentence.lowerBound < 2,
      first.tokens.upperBound <= number.lowerBound, distance(first, number) < 2 * Self.reach,
      !others.contains(where: {
        $0.lowerBound < number.lowerBound && !$0.overlaps(first.tokens) && sentence.contains($0.lowerBound)
      }),
      first.manner == .exact, !first.isOfAnyYear,
      ["that", "which", "when", "before", "after"].contains(tokens.key(first.tokens.upperBound + 1))
    else { return near }
    return first
  }

  /// "Since 2018" is not said of 2018, but a share since then may be.
  private func isExcluding(_ said: Said, _ period: Period, _ unit: Unit.Kind) -> Bool {
    said.isOutside && said.period.holds(period)
      && !(unit == .percent && tokens.key(said.tokens.lowerBound - 1) == "since")
  }

  /// "From 8 to 9 million between 2018 and 2019": the first is of the first year, the second of the last.
  private func end(of said: Said, for number: Range<Int>) -> Said {
    guard said.isStretch, said.period.months > 12 else { return said }
    let before = tokens.key(number.lowerBound - 1)
    var result = said
    if before == "from" {
      result.period.lastMonth = said.period.firstMonth + 11
    } else if before == "to", !Self.sums.contains(tokens.key(number.lowerBound - 2)) {
      result.period.firstMonth = said.period.lastMonth - 11
    } else {
      return said
    }
    result.isStretch = false
    return result
  }

  /// Before "to" and what a thing comes to in all.
  private static let sums: Set<String> = [
    "came", "come", "comes", "coming", "amounted", "amount", "amounts", "amounting", "added", "adds",
  ]

  /// "In 2018 and 2019 8 and 9 million respectively": the period of the same place as the number's.
  private func inOrder(_ number: Range<Int>, _ others: [Range<Int>]) -> Said? {
    let near = near(number)
    let reach = number.lowerBound - Self.farthest..<number.upperBound + Self.farthest
    guard let word = reach.first(where: { tokens.key($0) == "respectively" }),
      sentence.contains(word)
    else { return nil }
    let years = near.filter { $0.isStatement && !$0.tokens.overlaps(number) }
    let numbers = (others + [number]).filter { one in
      sentence.contains(one.lowerBound)
        && !near.contains { $0.tokens.overlaps(one) && !$0.tokens.overlaps(number) }
    }.sorted { $0.lowerBound < $1.lowerBound }
    guard years.count > 1, years.count == numbers.count, let place = numbers.firstIndex(of: number) else {
      return nil
    }
    return years[place]
  }

  /// Of a long sentence the periods that may be said of a number.
  func near(_ number: Range<Int>) -> ArraySlice<Said> {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].tokens.upperBound + Self.farthest < number.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return all[low...].prefix { $0.tokens.lowerBound - Self.farthest < number.upperBound }
  }

  /// How many words and marks may stand between.
  private static let reach = 6
  /// What stands farther off says nothing of the number.
  private static let farthest = 80

  private func distance(_ said: Said, _ number: Range<Int>) -> Int {
    said.tokens.upperBound <= number.lowerBound
      ? number.lowerBound - said.tokens.upperBound : said.tokens.lowerBound - number.upperBound
  }

  /// "3 billion in 2015", "3 billion (2015)", "in 2015 3 billion".
  private func isNext(_ said: Said, _ number: Range<Int>) -> Bool {
    if said.tokens.upperBound == number.lowerBound { return true }
    // Its noun may stand in between: "12 agreements in 2015".
    let gap = said.tokens.lowerBound - number.upperBound
    guard (0...3).contains(gap) else { return false }
    return interval(number.upperBound, upTo: said.tokens.lowerBound).allSatisfy { place in
      tokens.key(place) == "(" || PeriodReader.prepositions.contains(tokens.key(place))
        || tokens.key(place) == "the"
        || tokens.isWord(place) && !WordsAfterNumber.smallWords.contains(tokens.key(place))
    }
  }

  private static let edges: Set<String> = [",", ";", ":", "—", "while", "whereas", "but", "against"]

  /// What stands between commas around a number.
  private func segment(around number: Range<Int>, others: [Range<Int>]) -> Range<Int> {
    func isEdge(_ index: Int) -> Bool {
      guard Self.edges.contains(tokens.key(index)) else { return false }
      return !others.contains { $0.contains(index) } && !near(number).contains { $0.tokens.contains(index) }
    }
    var start = number.lowerBound
    while start > 0, number.lowerBound - start < Self.farthest, !isEdge(start - 1) { start -= 1 }
    var end = number.upperBound
    while end < tokens.count, end - number.upperBound < Self.farthest, !isEdge(end) { end += 1 }
    return start..<end
  }
}

extension PeriodsInText.Said {
  func agrees(with own: Period, isCount: Bool) -> Bool {
    if isUnknown { return true }
    if let isNear = isNear(own, isCount: isCount) { return isNear }
    if isOfAnyYear {
      let first = own.firstMonth % 12
      let last = first + own.months - 1
      let months = period.firstMonth...period.lastMonth
      return own.months >= 12 ? isCount : months.contains(first) && months.contains(last)
    }
    if period == own { return true }
    if period.holds(own) {
      // "In 2018" is not said of nine months of it, but may be of a month.
      return own.months == 1 && period.months <= 12
    }
    return own.holds(period) && isCount && period.months == 1
  }

  /// Of times that are not exact; `nil` of others.
  private func isNear(_ own: Period, isCount: Bool) -> Bool? {
    switch manner {
    case .exact: return nil
    case .businessYear:
      let isTwelve =
        own.months == 12 && (own.firstYear == period.firstYear || own.lastYear == period.firstYear)
      return isTwelve || own.months == 1 && period.holds(own)
    case .splitYear:
      return own == period || own.months <= 12 && own.firstYear < own.lastYear && period.holds(own)
    case .ending(let slack):
      return own.months == period.months && abs(own.lastMonth - period.lastMonth) <= slack
    case .within: return period.holds(own)
    case .season(let times):
      if isOfYears(own, times) { return isCount }
      return times.contains { $0.shares(half: own) }
    case .moment(let times):
      if isOfAnyYear { return isOfYears(own, times) || isAboutSameMonths(own) }
      return isOfYears(own, times)
        || times.contains { own.months <= 12 && own.holds($0) || $0.shares(half: own) }
    }
  }

  private func isOfYears(_ own: Period, _ times: [Period]) -> Bool {
    (12...13).contains(own.months) && (isOfAnyYear || times.contains(where: own.overlaps))
  }

  private func isAboutSameMonths(_ own: Period) -> Bool {
    (own.firstMonth...own.lastMonth).contains { $0 % 12 == period.firstMonth % 12 }
  }
}

extension Period {
  /// Whether at least half of another lies in it.
  fileprivate func shares(half other: Period) -> Bool {
    let common = min(lastMonth, other.lastMonth) - max(firstMonth, other.firstMonth) + 1
    return common > 0 && common * 2 >= other.months
  }
}
