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
}
