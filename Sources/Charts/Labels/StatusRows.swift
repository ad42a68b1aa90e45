import Evidence

extension Figure {
  /// Tiny words under the value that say what a reader can't know from the axis, a row each.
  func statusWords(_ words: StatusWords, isPartOfYear: Bool) -> [String] {
    var rows: [String] = []
    if isPartOfYear, let period { rows.append(period.wordsWithoutYear) }
    return rows + [words[status]].compactMap(\.self)
  }
}

extension Period {
  /// "Jan–Sep" where the axis says the year.
  var wordsWithoutYear: String {
    let text = words(short: true)
    let ending = " \(lastYear)"
    return firstYear == lastYear && text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
  }
}
