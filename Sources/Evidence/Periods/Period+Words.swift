extension Period {
  /// "2018", "2017–2019", "May 2018", "January–September 2018", "March 2017–May 2018".
  /// In short, months have three letters: "Jan–Sep 2018".
  public func words(short: Bool = false) -> String {
    let vocabulary = Vocabulary.english
    let months = short ? vocabulary.shortMonths : vocabulary.months
    if firstMonth % 12 == 0, lastMonth % 12 == 11 {
      return firstYear == lastYear ? "\(firstYear)" : "\(firstYear)–\(lastYear)"
    }
    let first = months[firstMonth % 12]
    let last = months[lastMonth % 12]
    if firstMonth == lastMonth { return "\(first) \(firstYear)" }
    if firstYear == lastYear { return "\(first)–\(last) \(lastYear)" }
    return "\(first) \(firstYear)–\(last) \(lastYear)"
  }

  /// "nine months of 2018", "the whole of 2017"; a month, a part of two years and several years as in `words`.
  func monthsInWords() -> String {
    guard firstYear == lastYear, months > 1 else { return words() }
    let vocabulary = Vocabulary.english
    if isYear { return "\(vocabulary.wholeOf) \(firstYear)" }
    return
      "\(vocabulary.counts[months] ?? vocabulary.smallNumbers[months] ?? "\(months)") \(vocabulary.monthsOf) \(firstYear)"
  }

  /// "2018", "2017–2018".
  func yearsInWords() -> String {
    firstYear == lastYear ? "\(firstYear)" : "\(firstYear)–\(lastYear)"
  }
}
