/// Nouns and verbs of which a number can be said of one alone: exports are no imports.
enum OppositeNouns {
  private static let groups: [[Set<String>]] = [
    "export exports exported exporting exporter exporters|import imports imported importing importer importers",
    "surplus surpluses|deficit deficits", "profit profits|loss losses",
    "income incomes revenue revenues earnings receipts|spending expenditure expenditures expenses outlays",
    "birth births born|death deaths died", "immigration immigrants|emigration emigrants",
    "arrivals|departures",
    "bought purchased|sold", "opened running|closed", "hired|fired dismissed sacked laid",
    "owe owes owed owing debt debts|repaid repay repays repayment repayments",
    "favour yes approve approved approval|against oppose opposed reject rejected rejection",
    "built constructed|torn demolished dismantled scrapped",
    "inflation prices price|wages wage salaries salary",
    "taken admitted accepted|refused deported expelled turned", "assets|liabilities",
    "supply|demand",
    "urban|rural", "men male males boys|women female females girls", "inflow inflows|outflow outflows",
    "lent lending|borrowed borrowing", "killed|wounded injured hurt",
    "completed completions|permit permits began begun", "ownership owned owners|let rented tenants",
    "harvest harvests harvested|imports imported importing|exports exported exporting",
    "solar sun|wind", "rail railway railways|road roads lorry lorries truck trucks",
  ].map { $0.split(separator: "|").map { Set($0.split(separator: " ").map(String.init)) } }

  /// For each of a figure's words that has an opposite: what may stand for it, and the opposites.
  ///
  /// Where the figure names both, or its note the other, nothing is known.
  static func pairs(for figure: Figure) -> [(own: Set<String>, rivals: Set<String>)] {
    let label = words(figure.label + " " + figure.unit.text)
    let all = label.union(words(figure.note ?? ""))
    return groups.compactMap { group in
      guard let own = group.first(where: { !$0.isDisjoint(with: label) }) else { return nil }
      let rivals = group.filter { $0 != own }.reduce(into: Set<String>()) { $0.formUnion($1) }
      return rivals.isDisjoint(with: all) ? (own, rivals) : nil
    }
  }

  private static func words(_ text: String) -> Set<String> {
    Set(TextToken.tokens(of: Array(text.unicodeScalars)).map(\.key))
  }
}

extension NumberStatement {
  /// The word of `rivals` that the number's part of the sentence names, and none of `own`.
  ///
  /// - Parameters:
  ///   - rivals: words for another thing than the figure's.
  ///   - own: words for the figure's thing.
  /// - Returns: `nil` where the part names the figure's thing, or neither.
  func names(_ rivals: Set<String>, not own: Set<String>) -> String? {
    func isOther(_ place: Int) -> Bool { others.contains { $0.contains(place) } && !isYear(place) }
    func isEdge(_ place: Int) -> Bool { Self.partEdges.contains(key(place)) || isOther(place) }
    var start = number.lowerBound
    while start > sentence.lowerBound, !isEdge(start - 1) { start -= 1 }
    var end = number.upperBound
    while end < sentence.upperBound, !isEdge(end) { end += 1 }
    let part = (start..<end).map(key)
    if part.contains(where: own.contains) { return nil }
    if let found = part.first(where: rivals.contains) { return found }
    // "Exports, unlike imports, rose: they were 5 billion" may be said of either.
    var (place, found) = (start - 1, String?.none)
    while place >= sentence.lowerBound, !isOther(place) {
      let word = key(place)
      if own.contains(word) { return nil }
      if found == nil, rivals.contains(word) { found = word }
      place -= 1
    }
    return found
  }

  private func isYear(_ place: Int) -> Bool { tokens.isDigits(place) && tokens.text(place).utf8.count == 4 }

  private static let partEdges: Set<String> = [",", ";", ":", "and", "while", "whereas", "but", "—", "("]
}
