/// Parts of a business year, whose months the text doesn't tell, and quarters and halves without a year.
extension PeriodReader {
  /// "Q2 fiscal 2025", "H1 FY25", "the third quarter of fiscal 2024", "third-quarter fiscal year 2024", "Q3", "H2": a time of
  /// which no more is known than that it is one.
  func fiscalPart(at index: Int) -> PeriodsInText.Said? {
    guard let place = partName(at: index) else { return nil }
    var end = place
    if ["of", "for", "in", "-"].contains(key(end)) { end += 1 }
    if ["the", "our"].contains(key(end)) { end += 1 }
    let isFiscal = ["fiscal", "financial", "fy"].contains(key(end)) || key(end).hasPrefix("fy")
    if isFiscal {
      end += 1
      if key(end) == "year" { end += 1 }
      if tokens.isDigits(end) { end += 1 }
      return unknown(index..<end)
    }
    // "Second quarter sales"
    if !tokens.isDigits(index + 1), tokens.isWord(place), !WordsAfterNumber.smallWords.contains(key(place)),
      index == 0 || !tokens.isWord(index - 1) || ["the", "our", "a", "its"].contains(tokens.key(index - 1))
    {
      return unknown(index..<place)
    }
    // "Q3 2018" is known.
    guard tokens.isDigits(index + 1), tokens.isGlued(index), year(end) == nil else { return nil }
    return unknown(index..<place)
  }

  /// Behind "Q2", "H1", "third quarter", "second-half".
  private func partName(at index: Int) -> Int? {
    if key(index) == "q" || key(index) == "h", tokens.isGlued(index), let number = Int(key(index + 1)),
      (1...(key(index) == "q" ? 4 : 2)).contains(number)
    {
      return index + 2
    }
    guard NumberWords.ordinals[key(index)].map({ $0 < 5 }) ?? false else { return nil }
    let place = tokens.skippingHyphen(index + 1)
    return ["quarter", "half"].contains(key(place)) ? place + 1 : nil
  }

  private func unknown(_ place: Range<Int>) -> PeriodsInText.Said {
    PeriodsInText.Said(
      period: Period(firstMonth: 0, lastMonth: 0), isStatement: false, isUnknown: true, tokens: place)
  }
}
