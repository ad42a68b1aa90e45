/// Reads the period that stands at a token.
struct PeriodReader {
  let tokens: TokenRow
  let end: Int

  static let prepositions: Set<String> = ["in", "by", "for", "during", "throughout", "within", "over"]

  func key(_ index: Int) -> String { index < end ? tokens.key(index) : "" }

  mutating func said(at index: Int) -> PeriodsInText.Said? {
    if let said = fiscalPart(at: index) { return said }
    if let said = businessYear(at: index) ?? monthsEnding(at: index) ?? day(at: index) ?? about(at: index) {
      return said
    }
    if let part = partOfYear(at: index) ?? months(at: index) ?? years(at: index) { return part }
    // "In the second −4%".
    guard key(index) == "in", key(index + 1) == "the", NumberWords.ordinals[key(index + 2)] != nil,
      !["half", "quarter"].contains(key(index + 3)), partOfYear(at: index + 2) == nil
    else { return nil }
    return PeriodsInText.Said(
      period: Period(firstMonth: 0, lastMonth: 0), isUnknown: true, tokens: index..<(index + 3))
  }

  /// A period said; with both ends named "from" may stand before the first.
  private func make(
    _ first: Int, _ last: Int, _ place: Range<Int>, isStretch: Bool = false, hasEnds: Bool = false
  ) -> PeriodsInText.Said {
    PeriodsInText.Said(
      period: Period(firstMonth: first, lastMonth: last), isStretch: isStretch,
      isStatement: isStatement(place, isStretch: isStretch || hasEnds), tokens: place)
  }

  func year(_ index: Int) -> Int? {
    guard index < end, tokens.isDigits(index), tokens.text(index).utf8.count == 4,
      let year = Int(tokens.text(index))
    else { return nil }
    return (1800...2200).contains(year) ? year : nil
  }

  /// After "in", "by", "for" or "during", but not as what is compared with ("than in 2015"); "the 2015 budget", "(2015)".
  private func isStatement(_ place: Range<Int>, isStretch: Bool) -> Bool {
    var first = place.lowerBound
    if isStretch, ["from", "between", "over"].contains(key(first - 1)) { return true }
    if tokens.key(first - 1) == "the" { first -= 1 }
    let before = first > 0 ? tokens.key(first - 1) : ""
    if before == "(" { return tokens.key(place.upperBound) == ")" }
    // "As of January 2023"
    if before == "of", first > 1, tokens.key(first - 2) == "as" { return true }
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
    guard let number, abs(number) * length <= 12 else { return nil }
    let start = number < 0 ? 12 - length : (number - 1) * length
    guard ["of", "in"].contains(key(place + 1)), let year = year(place + 2) else {
      return ofAnyYear(start, start + length - 1, index..<(place + 1))
    }
    let first = year * 12 + start
    return make(first, first + length - 1, index..<(place + 3))
  }

  /// "In the third quarter", "in the first half of the year"; not of a decade.
  private func ofAnyYear(_ first: Int, _ last: Int, _ place: Range<Int>) -> PeriodsInText.Said? {
    let next = place.upperBound
    let isYears = ["of", "in"].contains(key(next)) && ["year", "year's"].contains(key(next + 2))
    let isEnd = !tokens.isWord(next) || WordsAfterNumber.smallWords.contains(key(next))
    guard tokens.key(place.lowerBound - 1) == "the",
      ["in", "for", "during"].contains(tokens.key(place.lowerBound - 2)),
      isYears || key(next) != "of", isYears || isEnd || key(next + 1) != "of"
    else { return nil }
    var said = make(first, last, place)
    said.isOfAnyYear = true
    return said
  }

  func month(_ index: Int) -> Int? {
    guard index < end, tokens.text(index).first?.isUppercase == true else { return nil }
    return PeriodsInText.months[tokens.key(index)]
  }

  /// "May 2018", "13 May 2018", "January–September 2018", "in May".
  private func months(at index: Int) -> PeriodsInText.Said? {
    guard let first = month(index) else { return nil }
    var place = index + 1
    var (last, hasEnds) = (first, false)
    // "From January 2019 to June 2019"
    let firstYear = year(place)
    if firstYear != nil, joins(place + 1, index), month(place + 2) != nil { place += 1 }
    if joins(place, index), let month = month(place + 1) {
      (last, hasEnds) = (month, true)
      place += 2
    }
    // "May 13, 2018"
    if year(place) == nil, tokens.isDigits(place), key(place + 1) == ",", year(place + 2) != nil {
      place += 2
    }
    if [",", "of"].contains(key(place)), year(place + 1) != nil { place += 1 }
    if let year = year(place), (firstYear ?? year) * 12 + first <= year * 12 + last {
      return make(
        (hasEnds ? firstYear ?? year : year) * 12 + first, year * 12 + last, index..<(place + 1),
        hasEnds: hasEnds)
    }
    let before = tokens.key(index - 1)
    guard last >= first,
      Self.prepositions.contains(before) || hasEnds && ["from", "between"].contains(before)
    else {
      return nil
    }
    var said = make(first, last, index..<place, hasEnds: hasEnds)
    said.isOfAnyYear = true
    return said
  }

  /// Whether a token joins the months of a stretch that begins at another.
  private func joins(_ place: Int, _ start: Int) -> Bool {
    ["-", "–", "—", "to", "through", "until", "till"].contains(key(place))
      || key(place) == "and" && tokens.key(start - 1) == "between"
  }

  /// Whether a comma or "and" alone stands between two years.
  func isSeries(_ end: Int, _ next: Int) -> Bool {
    guard year(end - 1) != nil, year(next) != nil else { return false }
    let between = (end..<next).map(key)
    return [[","], ["and"], [",", "and"], ["or"]].contains(between)
  }

  /// "A year earlier", "the year before", "two years later", "the next year", of a year that the sentence has named.
  func relative(at index: Int, to base: PeriodsInText.Said?) -> PeriodsInText.Said? {
    guard let base, base.period.isYear, !base.isOfAnyYear, !base.isUnknown else { return nil }
    let before = tokens.key(index - 1)
    guard !Self.comparing.contains(before) else { return nil }
    var shift: Int?
    if ["years", "year"].contains(key(index + 1)), year(index + 3) == nil, key(index + 3) != "that" {
      let count = ["a", "the"].contains(key(index)) ? 1 : NumberWords.small[key(index)] ?? Int(key(index))
      if ["earlier", "before", "previously"].contains(key(index + 2)) { shift = count.map { -$0 } }
      if ["later", "after", "afterwards"].contains(key(index + 2)) { shift = count }
    } else if key(index) == "the", key(index + 2) == "year" {
      if ["previous", "preceding", "prior"].contains(key(index + 1)) { shift = -1 }
      if ["following", "next", "subsequent"].contains(key(index + 1)) { shift = 1 }
    }
    guard let shift, abs(shift) < 100 else { return nil }
    let months = shift * 12
    return PeriodsInText.Said(
      period: Period(firstMonth: base.period.firstMonth + months, lastMonth: base.period.lastMonth + months),
      tokens: index..<(index + 3))
  }

  /// Before what a number is compared with.
  private static let comparing: Set<String> = [
    "than", "as", "from", "with", "to", "that", "those", "against", "on", "of", "over", "by", "compared",
    "versus",
    "since",
  ]

  /// How many years end with the one at a token: "the three years to 2018", "the decade to 2018".
  private func yearsUpTo(_ index: Int) -> Int? {
    guard tokens.key(index - 1) == "to" else { return nil }
    if tokens.key(index - 2) == "decade" { return 10 }
    guard tokens.key(index - 2) == "years" else { return nil }
    return NumberWords.small[tokens.key(index - 3)] ?? Int(tokens.key(index - 3))
  }

  /// "2018", "2012–2015", "between 2012 and 2015", "since 2012".
  private func years(at index: Int) -> PeriodsInText.Said? {
    guard let first = year(index) else { return nil }
    if ["-", "–", "—", "/", "to", "and", "until", "through"].contains(key(index + 1)),
      let last = year(index + 2), last > first,
      key(index + 1) != "and" || key(index - 1) == "between"
    {
      return make(first * 12, last * 12 + 11, index..<(index + 3), isStretch: true)
    }
    // "2012–15"; "2008-10" may be a month.
    if key(index + 1) == "–", tokens.isDigits(index + 2), tokens.text(index + 2).utf8.count == 2,
      let last = Int(key(index + 2)), last > first % 100
    {
      return make(first * 12, (first - first % 100 + last) * 12 + 11, index..<(index + 3), isStretch: true)
    }
    if let count = yearsUpTo(index), (2...100).contains(count) {
      return PeriodsInText.Said(
        period: Period(firstMonth: (first - count + 1) * 12, lastMonth: first * 12 + 11), isStretch: true,
        tokens: index..<(index + 1))
    }
    let before = tokens.key(index - 1)
    if ["since", "until", "till", "before", "after", "from", "to", "not"].contains(before) {
      var said = make(first * 12, first * 12 + 11, index..<(index + 1))
      said.isStatement = false
      said.isOutside = !["from", "to"].contains(before)
      return said
    }
    return make(first * 12, first * 12 + 11, index..<(index + 1))
  }
}
