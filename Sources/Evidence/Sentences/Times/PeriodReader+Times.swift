/// Times that are named otherwise than by months and years: business years, days, seasons, the beginning of a year.
extension PeriodReader {
  typealias Said = PeriodsInText.Said

  /// What a named time says, from its month to its last.
  private func make(
    _ first: Int, _ last: Int, _ place: Range<Int>, _ manner: PeriodsInText.Manner, isMoment: Bool = false
  ) -> Said {
    Said(
      period: Period(firstMonth: first, lastMonth: last),
      isStatement: isSaidOfNumber(place, isMoment: isMoment),
      manner: manner, tokens: place)
  }

  /// After "in", "by" or "for", of a moment also "on" or "at", or at a sentence's beginning; not what is compared with.
  private func isSaidOfNumber(_ place: Range<Int>, isMoment: Bool) -> Bool {
    var first = place.lowerBound
    while Self.attributes.contains(tokens.key(first - 1)) { first -= 1 }
    let before = tokens.key(first - 1)
    if before == "(" { return tokens.key(place.upperBound) == ")" }
    let isStart = ["", ".", "!", "?"].contains(before)
    let isAsOf = before == "as" || before == "of" && tokens.key(first - 2) == "as"
    let isBefore = Self.prepositions.contains(before) || isMoment && Self.atMoments.contains(before)
    if isStart || isAsOf { return true }
    let isSubject =
      first < place.lowerBound && tokens.isWord(place.upperBound)
      && tokens.text(place.upperBound).first?.isLowercase == true
    guard isBefore else { return isSubject && !Self.compared.contains(before) }
    return !Self.compared.contains(tokens.key(first - 2))
  }

  private static let atMoments: Set<String> = ["on", "at", "around", "towards", "toward", "about"]
  private static let attributes: Set<String> = [
    "the", "very", "full", "whole", "last", "first", "fiscal", "financial", "tax", "accounting", "same",
    "past",
    "entire", "its", "their", "our", "late", "early",
  ]
  private static let compared: Set<String> = [
    "than", "as", "from", "with", "to", "that", "those", "against", "since", "until", "before", "after",
  ]

  // MARK: Business years

  private static let businesses: Set<String> = [
    "fiscal", "financial", "fy", "tax", "budget", "accounting", "academic", "school", "university", "crop",
    "marketing", "business", "reporting",
  ]
  private static let splits: Set<String> = [
    "season", "year", "harvest", "crop", "campaign", "edition", "winter", "term",
  ]

  /// "Fiscal 2017", "FY17", "FY 2017/18", "the academic year 2017–18", "the 2017–18 season", "2017/18".
  func businessYear(at index: Int) -> Said? {
    var place = index
    let isNamed = Self.businesses.contains(key(index)) || key(index) == "season"
    if isNamed { place += 1 }
    let isYear = ["year", "years"].contains(key(place))
    if isNamed, isYear { place += 1 }
    if let (first, next) = splitYear(at: place, isSure: isNamed) {
      return make(first * 12, first * 12 + 23, index..<next, .splitYear)
    }
    guard isNamed, isYear || ["fiscal", "financial", "fy"].contains(key(index)),
      let year = year(place) ?? (key(index) == "fy" ? shortYear(place) : nil)
    else { return nil }
    return make(year * 12, year * 12 + 11, index..<(place + 1), .businessYear)
  }

  /// "17" after "FY".
  private func shortYear(_ index: Int) -> Int? {
    guard tokens.isDigits(index), tokens.text(index).utf8.count == 2, let year = Int(key(index)) else {
      return nil
    }
    return year < 60 ? 2000 + year : 1900 + year
  }

  /// "2017/18", "2017–18", and where it is sure that one year is meant "2017–2018".
  private func splitYear(at index: Int, isSure: Bool) -> (first: Int, next: Int)? {
    guard let first = year(index) ?? (key(index - 1) == "fy" ? shortYear(index) : nil),
      ["/", "-", "–"].contains(key(index + 1)), tokens.isDigits(index + 2), let last = Int(key(index + 2)),
      key(index + 3) != key(index + 1) || !tokens.isDigits(index + 4)
    else { return nil }
    let isShort = tokens.text(index + 2).utf8.count == 2
    let isNext = isShort ? last == (first + 1) % 100 : last == first + 1
    let isOne = isShort || isSure || key(index + 1) == "/" || Self.splits.contains(key(index + 3))
    return isNext && isOne ? (first, index + 3) : nil
  }

  /// "The year to March 2018", "the year ended 30 June 2018", "the twelve months to December 2018", "the quarter to June".
  func monthsEnding(at index: Int) -> Said? {
    var place = index
    var length: Int?
    switch key(index) {
    case "year":
      // "From the beginning of the year to the end of May 2018"
      if tokens.key(index - 1) == "the", tokens.key(index - 2) == "of" { return nil }
      length = 12
    case "quarter": length = 3
    case "half", "semester":
      length = 6
      if key(index + 1) == "-" { place += 1 }
      if key(place + 1) == "year" { place += 1 }
    default:
      let count = NumberWords.small[key(index)] ?? (tokens.isDigits(index) ? Int(key(index)) : nil)
      let isWeeks = key(index + 1) == "weeks" && count.map { (50...54).contains($0) } ?? false
      length = isWeeks ? 12 : key(index + 1) == "months" ? count : nil
      place += 1
    }
    guard let length, (1...60).contains(length) else { return nil }
    place += 1
    if key(place) == "that", ["ended", "ends"].contains(key(place + 1)) { place += 1 }
    guard ["to", "ended", "ending", "ends", "through", "until", "till", "up"].contains(key(place)) else {
      return nil
    }
    let isEnd = key(place).hasPrefix("end")
    place += 1
    while ["to", "in", "on", "with", "the", "end", "of"].contains(key(place)), isEnd || key(place) != "in" {
      place += 1
    }
    guard let date = date(at: place) ?? monthOfYear(at: place) else { return nil }
    let slack = date.day.map { $0 < 16 ? 1 : 0 } ?? 0
    return make(date.month - length + 1, date.month, index..<date.next, .ending(slack: slack))
  }

  // MARK: Days

  private typealias Date = (month: Int, day: Int?, next: Int)

  /// "On 3 March 2018", "March 3rd, 2018", "3–5 March 2018", "2018-03-03"; without a year "on 3 March".
  func day(at index: Int) -> Said? {
    if let date = date(at: index), let day = date.day {
      // What is so on New Year's Day was so at the end of the year.
      let eve =
        day == 1 && date.month % 12 == 0
        ? [Period(firstMonth: date.month - 1, lastMonth: date.month - 1)] : []
      let month = Period(firstMonth: date.month, lastMonth: date.month)
      return make(date.month, date.month, index..<date.next, .moment([month] + eve), isMoment: true)
    }
    guard let (place, _) = dayOfMonth(at: index), let month = month(place), year(place + 1) == nil,
      ["on", "by"].contains(tokens.key(index - 1)) || tokens.key(index - 2) == "on"
    else { return nil }
    var said = make(
      month, month, index..<(place + 1), .moment([Period(firstMonth: month, lastMonth: month)]),
      isMoment: true)
    said.isOfAnyYear = true
    return said
  }

  private func date(at index: Int) -> Date? {
    if let (place, day) = dayOfMonth(at: index), let month = month(place) {
      let next = [",", "of"].contains(key(place + 1)) ? place + 2 : place + 1
      return year(next).map { ($0 * 12 + month, day, next + 1) }
    }
    // "Sept. 11"
    let place = key(index + 1) == "." ? index + 2 : index + 1
    if let month = month(index), let day = dayNumber(place) {
      var next = place + 1
      if NumberWords.ordinalEndings.contains(key(next)) { next += 1 }
      if key(next) == "," { next += 1 }
      return year(next).map { ($0 * 12 + month, day, next + 1) }
    }
    // "2018-03-05"
    if let year = year(index), key(index + 1) == "-", key(index + 3) == "-", tokens.isGlued(index),
      let month = Int(key(index + 2)), (1...12).contains(month), let day = dayNumber(index + 4)
    {
      return (year * 12 + month - 1, day, index + 5)
    }
    // "05.03.2018"
    if let day = dayNumber(index), key(index + 1) == ".", key(index + 3) == ".", tokens.isGlued(index),
      tokens.isGlued(index + 3), let month = Int(key(index + 2)), (1...12).contains(month),
      let year = year(index + 4)
    {
      return (year * 12 + month - 1, day, index + 5)
    }
    return nil
  }

  private func monthOfYear(at index: Int) -> Date? {
    guard let month = month(index) else { return nil }
    let next = [",", "of"].contains(key(index + 1)) ? index + 2 : index + 1
    return year(next).map { ($0 * 12 + month, nil, next + 1) }
  }

  private func dayNumber(_ index: Int) -> Int? {
    guard index < end, tokens.isDigits(index), let day = Int(key(index)), (1...31).contains(day) else {
      return nil
    }
    return day
  }

  /// "3", "3rd of", "the third of", "3–5" before a month: the place of the month, and the last day.
  private func dayOfMonth(at index: Int) -> (place: Int, day: Int)? {
    guard var day = dayNumber(index) ?? NumberWords.ordinals[key(index)] else { return nil }
    var place = index + 1
    if ["-", "–", "to", "and"].contains(key(place)), let last = dayNumber(place + 1), last > day {
      day = last
      place += 2
    }
    if NumberWords.ordinalEndings.contains(key(place)) { place += 1 }
    if key(place) == "of" { place += 1 }
    return (place, day)
  }

  /// "On 5 March 2018 the office reported …" is when it was said, and not what it was said of.
  func isDayOfSaying(_ said: Said) -> Bool {
    guard case .moment = said.manner, said.period.months == 1 else { return false }
    return interval(said.tokens.upperBound, upTo: min(end, said.tokens.upperBound + 14)).contains {
      Self.sayings.contains(key($0))
    }
  }

  private static let sayings: Set<String> = [
    "said", "told", "reported", "announced", "published", "presented", "declared", "estimated", "wrote",
    "explained",
    "agreed", "pledged", "promised", "planned", "decided", "adopted", "approved", "last", "previous",
    "earlier",
    "revealed", "showed", "shows", "confirmed", "counted", "since", "report", "statement",
  ]

  // MARK: About a time

  private static let seasons: [String: [ClosedRange<Int>]] = [
    "spring": [2...5, 8...11], "summer": [5...8, -1...2, 11...14], "autumn": [8...11, 2...5],
    "fall": [8...11, 2...5],
    "winter": [-1...2, 11...14, 5...8],
  ]
  private static let feasts: [String: [ClosedRange<Int>]] = [
    "christmas": [11...12], "easter": [2...4], "midsummer": [5...6], "thanksgiving": [10...10],
    "nowruz": [2...2],
    "navruz": [2...2], "nauryz": [2...2], "norouz": [2...2], "yuletide": [11...12], "advent": [10...11],
  ]
  private static let parts: [String: [ClosedRange<Int>]] = [
    "early": [0...4], "beginning": [-1...3], "start": [-1...3], "opening": [0...3], "outset": [-1...3],
    "mid": [3...8], "middle": [3...8], "late": [7...11], "end": [9...11], "close": [9...11],
    "latter": [7...11],
  ]

  /// "Spring 2018", "Christmas 2018", "mid-2018", "the end of 2017", "the first week of May 2018", "the 1990s".
  func about(at index: Int) -> Said? {
    season(at: index) ?? partOfTime(at: index) ?? week(at: index) ?? decade(at: index) ?? century(at: index)
      ?? wholeYear(at: index)
  }

  private func windows(_ ranges: [ClosedRange<Int>], of year: Int) -> [Period] {
    ranges.map { Period(firstMonth: year * 12 + $0.lowerBound, lastMonth: year * 12 + $0.upperBound) }
  }

  private func season(at index: Int) -> Said? {
    let isNewYear = key(index) == "new" && key(index + 1) == "year"
    var place = isNewYear ? index + 2 : index + 1
    if key(place) == "of" { place += 1 }
    let times = isNewYear ? [-1...0] : Self.feasts[key(index)]
    if let times, let year = year(place) {
      let windows = windows(times, of: year)
      return make(
        windows[0].firstMonth, windows[0].lastMonth, index..<(place + 1), .moment(windows), isMoment: true)
    }
    // "A fall of 2018 jobs"
    let isFall =
      key(index) == "fall" && !["the", "in", "by", "since", "during"].contains(tokens.key(index - 1))
    guard let times = Self.seasons[key(index)], !isFall else { return nil }
    if let (first, next) = splitYear(at: place, isSure: true) {
      let windows = windows([11...14], of: first)
      return make(windows[0].firstMonth, windows[0].lastMonth, index..<next, .season(windows))
    }
    guard let year = year(place) else { return nil }
    let windows = windows(times, of: year)
    return make(windows[0].firstMonth, windows[0].lastMonth, index..<(place + 1), .season(windows))
  }

  /// "Late 2017", "mid-May 2018", "at the end of 2017", "year-end 2017", "the early 1990s", "the turn of the century".
  private func partOfTime(at index: Int) -> Said? {
    if key(index) == "turn", key(index + 1) == "of" { return turn(at: index) }
    var place = index + 1
    let isYearEnd = key(index) == "year" && key(index + 1) == "-" && key(index + 2) == "end"
    guard let times = Self.parts[isYearEnd ? "end" : key(index)] else { return nil }
    if isYearEnd { place = index + 3 }
    if ["-", "in", "part"].contains(key(place)) { place += 1 }
    while ["of", "the", "year"].contains(key(place)) { place += 1 }
    if let date = monthOfYear(at: place) {
      let month = Period(firstMonth: date.month, lastMonth: date.month)
      return make(date.month, date.month, index..<date.next, .moment([month]), isMoment: true)
    }
    if let decade = decade(at: place) {
      var said = decade
      let first = decade.period.firstMonth + (times[0].lowerBound < 3 ? 0 : times[0].lowerBound < 7 ? 36 : 60)
      said.period = Period(firstMonth: first, lastMonth: first + (times[0].lowerBound < 7 ? 47 : 59))
      said.tokens = index..<decade.tokens.upperBound
      said.isStatement = isSaidOfNumber(said.tokens, isMoment: true)
      return said
    }
    guard let year = year(place), key(place + 1) != "s" else { return nil }
    let windows = windows(times, of: year)
    return make(
      windows[0].firstMonth, windows[0].lastMonth, index..<(place + 1), .moment(windows), isMoment: true)
  }

  private func turn(at index: Int) -> Said? {
    let place = key(index + 2) == "the" ? index + 3 : index + 2
    if ["century", "millennium"].contains(key(place)) {
      let windows = [1999, 1899].map { Period(firstMonth: $0 * 12, lastMonth: $0 * 12 + 35) }
      return make(
        windows[0].firstMonth, windows[0].lastMonth, index..<(place + 1), .moment(windows), isMoment: true)
    }
    guard key(place) == "year", let year = year(place + 1) else { return nil }
    let windows = windows([-1...0, 11...12], of: year)
    return make(
      windows[0].firstMonth, windows[0].lastMonth, index..<(place + 2), .moment(windows), isMoment: true)
  }

  /// "The first week of May 2018", "the last days of May 2018".
  private func week(at index: Int) -> Said? {
    guard ["week", "weeks", "weekend", "days", "fortnight", "half"].contains(key(index)),
      key(index + 1) == "of",
      let date = monthOfYear(at: index + 2)
    else { return nil }
    var first = index
    while NumberWords.ordinals[tokens.key(first - 1)] != nil
      || NumberWords.small[tokens.key(first - 1)] != nil
      || ["last", "opening", "final", "closing"].contains(tokens.key(first - 1))
    {
      first -= 1
    }
    let month = Period(firstMonth: date.month, lastMonth: date.month)
    var said = make(date.month, date.month, first..<date.next, .moment([month]), isMoment: true)
    said.tokens = index..<date.next
    return said
  }

  /// "The 1990s", "the nineties".
  private func decade(at index: Int) -> Said? {
    guard let first = year(index), first % 10 == 0 else { return nil }
    let isApostrophe = ["'", "’"].contains(key(index + 1))
    let last = isApostrophe ? index + 2 : index + 1
    guard key(last) == "s", tokens.isGlued(index) else { return nil }
    let years = first % 100 == 0 && tokens.key(index - 1) != "early" ? 100 : 10
    return make(first * 12, (first + years) * 12 - 1, index..<(last + 1), .within, isMoment: true)
  }

  /// "The 20th century", "the twentieth century".
  private func century(at index: Int) -> Said? {
    var place = index + 1
    var number = NumberWords.ordinals[key(index)]
    if number == nil, tokens.isDigits(index), NumberWords.ordinalEndings.contains(key(index + 1)) {
      number = Int(key(index))
      place += 1
    }
    if ["-", "\u{2011}"].contains(key(place)) { place += 1 }
    guard let number, (15...22).contains(number), key(place) == "century" else { return nil }
    return make((number - 1) * 1200, number * 1200 + 11, index..<(place + 1), .within, isMoment: true)
  }

  /// "The year 2018", "the whole of 2018", "in the course of 2018".
  private func wholeYear(at index: Int) -> Said? {
    var place = index + 1
    switch key(index) {
    case "calendar": if key(place) == "year" { place += 1 }
    case "year": break
    case "whole", "course", "rest", "all", "entirety", "most":
      guard key(place) == "of" else { return nil }
      place += 1
    default: return nil
    }
    guard let year = year(place), splitYear(at: place, isSure: false) == nil, key(place + 1) != "s",
      !["-", "–", "/", "to"].contains(key(place + 1))
    else { return nil }
    return make(year * 12, year * 12 + 11, index..<(place + 1), .exact)
  }
}
