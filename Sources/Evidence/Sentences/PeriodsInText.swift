/// The periods that an English sentence says something of.
struct PeriodsInText {
  /// A year, months or years that a text names.
  struct Said: Hashable {
    var period: Period
    /// Without its year, of which nothing is known: "in May".
    var isOfAnyYear = false
    /// "2012–2015": something of it may be of any year in it.
    var isStretch = false
    /// Not what a number is compared with ("than in 2015").
    var isStatement = true
    /// "In the second" says a period of which nothing is known.
    var isUnknown = false
    var tokens: Range<Int>
  }

  private let tokens: TokenRow
  let all: [Said]

  /// Of the tokens of a sentence.
  init(_ tokens: TokenRow, in sentence: Range<Int>) {
    self.tokens = tokens
    var reader = PeriodReader(tokens: tokens, end: sentence.upperBound)
    var found: [Said] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let said = reader.said(at: index) {
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
  func contradiction(of number: Range<Int>, to period: Period, isCount: Bool, others: [Range<Int>]) -> Said? {
    let said = near(number).filter { !$0.tokens.overlaps(number) && $0.isStatement }
    func disagrees(_ said: Said) -> Bool { !said.agrees(with: period, isCount: isCount) }
    if let next = said.first(where: { isNext($0, number) }) { return disagrees(next) ? next : nil }
    let segment = segment(around: number, others: others)
    // Nearer to another number than to this one.
    let own = said.filter { one in
      segment.contains(one.tokens.lowerBound) && !others.contains { isNext(one, $0) }
    }
    if !own.isEmpty { return own.contains { !disagrees($0) } ? nil : own.first }
    if said.contains(where: { !disagrees($0) }) { return nil }
    return said.first { one in
      distance(one, number) <= Self.reach && !others.contains { isNext(one, $0) }
    }
  }

  /// Of a long sentence the periods that may be said of a number.
  private func near(_ number: Range<Int>) -> ArraySlice<Said> {
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
    return (number.upperBound..<said.tokens.lowerBound).allSatisfy { place in
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
    if isOfAnyYear {
      let first = own.firstMonth % 12
      let last = first + own.months - 1
      let months = period.firstMonth...period.lastMonth
      return own.months >= 12 ? isCount : months.contains(first) && months.contains(last)
    }
    if period == own { return true }
    if period.firstMonth <= own.firstMonth, own.lastMonth <= period.lastMonth {
      // "In 2018" is not said of nine months of it, but may be of a month.
      return isStretch || own.months == 1 && period.months <= 12
    }
    let isWithin = own.firstMonth <= period.firstMonth && period.lastMonth <= own.lastMonth
    return isWithin && isCount && period.months == 1
  }
}

/// Reads the period that stands at a token.
private struct PeriodReader {
  let tokens: TokenRow
  let end: Int

  static let prepositions: Set<String> = ["in", "by", "for", "during", "throughout", "within", "over"]

  private func key(_ index: Int) -> String { index < end ? tokens.key(index) : "" }

  mutating func said(at index: Int) -> PeriodsInText.Said? {
    if let part = partOfYear(at: index) ?? months(at: index) ?? years(at: index) { return part }
    // "In the second −4%".
    guard key(index) == "in", key(index + 1) == "the", NumberWords.ordinals[key(index + 2)] != nil,
      !["half", "quarter"].contains(key(index + 3))
    else { return nil }
    return PeriodsInText.Said(
      period: Period(firstMonth: 0, lastMonth: 0), isUnknown: true, tokens: index..<(index + 3))
  }

  private func make(_ first: Int, _ last: Int, _ place: Range<Int>, isStretch: Bool = false)
    -> PeriodsInText.Said
  {
    PeriodsInText.Said(
      period: Period(firstMonth: first, lastMonth: last), isStretch: isStretch,
      isStatement: isStatement(place, isStretch: isStretch), tokens: place)
  }

  private func year(_ index: Int) -> Int? {
    guard index < end, tokens.isDigits(index), tokens.text(index).utf8.count == 4,
      let year = Int(tokens.text(index))
    else { return nil }
    return (1800...2200).contains(year) ? year : nil
  }

  /// After "in", "by", "for" or "during", but not as what is compared with ("than in 2015"); "the 2015 budget", "(2015)".
  private func isStatement(_ place: Range<Int>, isStretch: Bool) -> Bool {
    var first = place.lowerBound
    if isStretch, ["from", "between"].contains(key(first - 1)) { return true }
    if tokens.key(first - 1) == "the" { first -= 1 }
    let before = first > 0 ? tokens.key(first - 1) : ""
    if before == "(" { return tokens.key(place.upperBound) == ")" }
    guard Self.prepositions.contains(before) else {
      return first < place.lowerBound && tokens.isWord(place.upperBound)
        && tokens.text(place.upperBound).first?.isLowercase == true
    }
    let earlier = first > 1 ? tokens.key(first - 2) : ""
    return !["than", "as", "from", "with", "to", "that", "those", "against"].contains(earlier)
  }

  // MARK: Forms

  /// "Nine months of 2018", "the first half of 2018", "the second quarter of 2018", "Q3 2018".
  private func partOfYear(at index: Int) -> PeriodsInText.Said? {
    if let quarter = ["q1", "q2", "q3", "q4"].firstIndex(of: key(index) + key(index + 1)),
      tokens.isGlued(index)
    {
      let place = key(index + 2) == "of" ? index + 3 : index + 2
      guard let year = year(place) else { return nil }
      return make(year * 12 + quarter * 3, year * 12 + quarter * 3 + 2, index..<(place + 1))
    }
    var place = index
    var number = NumberWords.ordinals[key(place)] ?? (key(place) == "last" ? -1 : nil)
    if number != nil { place += 1 }
    var length = 0
    if key(place) == "half" { length = 6 }
    if key(place) == "quarter" { length = 3 }
    if length == 0 {
      // "Nine months" are the first nine unless the text says "last".
      let count = NumberWords.small[key(place)] ?? (tokens.isDigits(place) ? Int(key(place)) : nil)
      guard let count, (1...11).contains(count), ["months", "quarters"].contains(key(place + 1)) else {
        return nil
      }
      length = key(place + 1) == "quarters" ? count * 3 : count
      number = number ?? 1
      place += 1
    }
    guard let number, abs(number) * length <= 12, ["of", "in"].contains(key(place + 1)),
      let year = year(place + 2)
    else { return nil }
    let first = year * 12 + (number < 0 ? 12 - length : (number - 1) * length)
    return make(first, first + length - 1, index..<(place + 3))
  }

  private func month(_ index: Int) -> Int? {
    guard index < end, tokens.text(index).first?.isUppercase == true else { return nil }
    return PeriodsInText.months[tokens.key(index)]
  }

  /// "May 2018", "13 May 2018", "January–September 2018", "in May".
  private func months(at index: Int) -> PeriodsInText.Said? {
    guard let first = month(index) else { return nil }
    var place = index + 1
    var last = first
    if ["-", "–", "to", "through", "until"].contains(key(place)), let month = month(place + 1) {
      last = month
      place += 2
    }
    // "May 13, 2018"
    if year(place) == nil, tokens.isDigits(place), key(place + 1) == ",", year(place + 2) != nil {
      place += 2
    }
    if [",", "of"].contains(key(place)), year(place + 1) != nil { place += 1 }
    if let year = year(place), last >= first {
      return make(year * 12 + first, year * 12 + last, index..<(place + 1))
    }
    guard last >= first, Self.prepositions.contains(tokens.key(index - 1)) else { return nil }
    var said = make(first, last, index..<place)
    said.isOfAnyYear = true
    return said
  }

  /// "2018", "2012–2015", "2017/18", "between 2012 and 2015", "since 2012".
  private func years(at index: Int) -> PeriodsInText.Said? {
    guard let first = year(index) else { return nil }
    if ["-", "–", "—", "/", "to", "and", "until", "through"].contains(key(index + 1)),
      let last = year(index + 2), last > first,
      key(index + 1) != "and" || key(index - 1) == "between"
    {
      return make(first * 12, last * 12 + 11, index..<(index + 3), isStretch: true)
    }
    if key(index + 1) == "/", tokens.isDigits(index + 2), tokens.text(index + 2).utf8.count == 2 {
      return make(first * 12, first * 12 + 23, index..<(index + 3), isStretch: true)
    }
    if ["since", "until", "before", "after", "from", "to"].contains(tokens.key(index - 1)) {
      var said = make(first * 12, first * 12 + 11, index..<(index + 1))
      said.isStatement = false
      return said
    }
    return make(first * 12, first * 12 + 11, index..<(index + 1))
  }
}
