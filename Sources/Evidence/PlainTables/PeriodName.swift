import Tables

/// A time as people write it over a column or into a row: "2019", "2019 г.", "Q1 2019", "2019M05", "May 2019", "2019–2021",
/// "2025 (target)".
struct PeriodName: Equatable {
  var period: Period
  /// Where the words beside the time say that it is no fact.
  var status: Status?

  init?(_ text: String) {
    var words = text.trimmed.split { $0.isWhitespace || "()[],".contains($0) }.map(String.init)
    if words.count > 1, let status = Self.statuses[words[words.count - 1].lowercased()] {
      self.status = status
      words.removeLast()
    }
    if words.count > 1, Self.yearWords.contains(words[words.count - 1].lowercased()) { words.removeLast() }
    let name = words.joined(separator: " ")
    guard let period = Self.iso(name.lowercased()) ?? Self.part(name.lowercased()) ?? Self.said(name),
      (1800..<2200).contains(period.firstYear), period.lastYear < 2200
    else { return nil }
    self.period = period
  }

  /// As figures have it, also with a dash between years.
  private static func iso(_ name: String) -> Period? {
    if let period = Period(name.uppercased()) { return period }
    // "05.2019"
    if let month = name.wholeMatch(of: /(\d{2})\.(\d{4})/) { return Period("\(month.2)-\(month.1)") }
    let ends = name.split { "-–—".contains($0) }.map { $0.filter { !$0.isWhitespace } }
    guard ends.count == 2, ends.allSatisfy({ $0.count == 4 }) else { return nil }
    return Period(ends.joined(separator: "/"))
  }

  /// "Q1 2019", "2019Q1", "1Q 2019", "2019M05", "2019-M05", "I кв. 2019", "H1 2019", "9M 2019".
  private static func part(_ name: String) -> Period? {
    let text = name.filter { !$0.isWhitespace && $0 != "-" && $0 != "." }
    guard
      let match = text.wholeMatch(of: /(\d{4})([a-zа-я]+)(\d{1,2})|([a-zа-я]*)(\d{1,2})([a-zа-я]*?)(\d{4})/)
    else { return nil }
    let year = Int(match.1 ?? match.7 ?? "") ?? 0
    guard let number = Int(match.3 ?? match.5 ?? "") else { return nil }
    let before = match.2 ?? match.4 ?? ""
    let after = match.6 ?? ""
    guard before.isEmpty != after.isEmpty else { return nil }
    func months(_ first: Int, _ count: Int) -> Period {
      Period(firstMonth: year * 12 + first, lastMonth: year * 12 + first + count - 1)
    }
    switch before + after {
    case "q", "кв", "квартал": return (1...4).contains(number) ? months((number - 1) * 3, 3) : nil
    case "h", "полугодие": return (1...2).contains(number) ? months((number - 1) * 6, 6) : nil
    // "2019M05" is a month, "9M 2019" are nine.
    case "m" where after.isEmpty && match.1 != nil:
      return (1...12).contains(number) ? months(number - 1, 1) : nil
    case "m",
      "мес" where before.isEmpty:
      return (1...12).contains(number) ? months(0, number) : nil
    default: return nil
    }
  }

  /// In English: "May 2019", "January–September 2018".
  private static func said(_ name: String) -> Period? {
    let tokens = TokenRow(TextToken.tokens(of: Array(name.unicodeScalars)))
    var reader = PeriodReader(tokens: tokens, end: tokens.count)
    guard let said = reader.said(at: 0), said.tokens == 0..<tokens.count, said.manner == .exact,
      !said.isOfAnyYear,
      !said.isOutside, !said.isUnknown
    else { return nil }
    return said.period
  }

  private static let yearWords: Set<String> = [
    "г", "г.", "год", "года", "ж.", "жыл", "жылы", "й.", "йил", "yil",
  ]

  private static let statuses: [String: Status] = [
    "target": .target, "goal": .target, "plan": .target, "planned": .target, "план": .target, "цель": .target,
    "forecast": .estimate, "projection": .estimate, "projected": .estimate, "estimate": .estimate,
    "estimated": .estimate, "est.": .estimate, "прогноз": .estimate, "оценка": .estimate, "болжам": .estimate,
    "prognoz": .estimate, "reja": .target, "жоспар": .target,
  ]
}
