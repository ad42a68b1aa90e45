import Tables

/// What spreadsheets make of a month that a person typed as "2018-05": its first day in the locale's form
/// ("01.05.2018", "5/1/2018", "2018-05-01") or the month's name ("May-18").
struct MonthTurnedDate {
  /// Numbers of the text, and that of a month where its name stands there.
  private var numbers: [Int]
  private var namedMonth: Int?

  /// - Returns: `nil` for a text that is no date.
  init?(_ text: String) {
    let parts = text.trimmed.split { !$0.isLetter && !$0.isNumber }
    let isSeparated = text.trimmed.allSatisfy { $0.isLetter || $0.isNumber || ".-/ ,".contains($0) }
    numbers = parts.compactMap { $0.count <= 4 ? Int($0) : nil }
    let words = parts.filter { $0.allSatisfy(\.isLetter) }
    guard isSeparated, numbers.count + words.count == parts.count, parts.first?.count ?? 9 <= 4 else {
      return nil
    }
    if let word = words.first {
      let month = Vocabulary.english.shortMonths.firstIndex { $0.lowercased() == word.prefix(3).lowercased() }
      guard let month, words.count == 1, (1...2).contains(numbers.count) else { return nil }
      namedMonth = month + 1
    } else if numbers.count != 3 {
      return nil
    }
  }

  /// Whether a period of one month can have become this date.
  func canBe(_ period: Period) -> Bool {
    guard period.months == 1 else { return false }
    let month = period.firstMonth % 12 + 1
    if let namedMonth, namedMonth != month { return false }
    let rest = (namedMonth == nil ? [1, month] : numbers.count == 2 ? [1] : []).sorted()
    return [period.firstYear, period.firstYear % 100].contains { year in
      numbers.sorted() == (rest + [year]).sorted()
    }
  }
}
