import Foundation

/// What claims are held against: a table, with its figures of one kind in the order of time.
struct ClaimGround {
  let table: FigureTable
  let vocabulary: ClaimVocabulary
  private let series: [String: [Figure]]
  /// The plurals of what is counted, in small letters.
  let nouns: Set<String>

  init(_ table: FigureTable, _ vocabulary: ClaimVocabulary) {
    self.table = table
    self.vocabulary = vocabulary
    var series: [String: [Figure]] = [:]
    for figure in table.figures
    where figure.period != nil && figure.status != .target && table.isOriginal(figure) {
      series[Self.key(of: figure), default: []].append(figure)
    }
    nouns = Set(
      table.figures.compactMap {
        if case .count(_, let noun) = $0.unit.kind { noun.lowercased() } else { nil }
      })
    self.series = series.mapValues { $0.sorted { ($0.period ?? .never) < ($1.period ?? .never) } }
  }

  /// Of the figure itself where the id is another name of one; its own label and id stay.
  func figure(_ id: String) -> Figure? { table[id] }

  func original(_ id: String) -> Figure? { table[id].map { table.original(of: $0) } }

  /// What is counted in the same way over periods of the same length.
  private static func key(of figure: Figure) -> String {
    "\(figure.label.lowercased())|\(figure.unit.kind)|\(figure.period?.months ?? 0)|\(figure.reporter ?? "")"
  }

  /// Figures of the same kind, goals left out, in the order of time.
  func series(of figure: Figure) -> [Figure] { series[Self.key(of: figure)] ?? [] }

  /// The one before a figure: a year before, where it covers part of a year.
  func predecessor(of figure: Figure, in year: Int? = nil) -> Figure? {
    guard let period = figure.period else { return nil }
    let earlier = series(of: figure).filter { ($0.period ?? .never).firstMonth < period.firstMonth }
    if let year, let named = earlier.last(where: { $0.period?.firstYear == year }) { return named }
    if period.months < 12, let same = earlier.last(where: { $0.period?.firstMonth == period.firstMonth - 12 })
    {
      return same
    }
    return earlier.last
  }

  // MARK: What a figure is of

  func isTarget(_ figure: Figure) -> Bool { table.original(of: figure).status == .target }

  /// The senses of a label's words.
  func senses(of label: String) -> Set<ClaimVocabulary.Sense> {
    let tokens = TextToken.tokens(of: Array(label.unicodeScalars)).map {
      ClaimToken(kind: .word, text: $0.text, key: $0.key, range: $0.range)
    }
    return Set(vocabulary.phrases(of: tokens).joined().map(\.sense))
  }

  /// Which way a figure that is itself a change says that something went; `nil` for other figures.
  func ownDirection(of figure: Figure) -> Int? {
    let words = contentWords(of: figure.label)
    let senses = senses(of: figure.label)
    let isChange =
      words.contains("change") || words.contains("changes")
      || Self.onYearBefore.contains { figure.label.lowercased().contains($0) }
    guard figure.unit.isPercent || isChange || isComputedChange(figure) else { return nil }
    let sign = figure.value > 0 ? 1 : figure.value < 0 ? -1 : 0
    if isComputedChange(figure) || isChange { return sign }
    if senses.contains(.up) { return sign }
    return senses.contains(.down) ? -sign : nil
  }

  /// In the label of a change.
  private static let onYearBefore = [
    "on a year before", "on a year earlier", "on the year before", "on the previous year", "year on year",
    "year-on-year", "month on month", "quarter on quarter", "over the previous year",
  ]

  private func isComputedChange(_ figure: Figure) -> Bool {
    guard let formula = table.original(of: figure).formula.flatMap({ try? Formula($0) }) else { return false }
    switch formula {
    case .call(.change, _, _), .call(.cagr, _, _): return true
    default: return false
    }
  }

  /// A part of a whole, in per cent.
  func isShare(_ figure: Figure) -> Bool {
    figure.unit.isPercent && figure.value >= 0 && figure.value <= 100 && ownDirection(of: figure) == nil
      && !isTarget(figure)
  }

  // MARK: Words

  /// Words of a label that say what is counted, in their plainest form.
  func contentWords(of text: String) -> Set<String> {
    Set(
      TextToken.tokens(of: Array(text.unicodeScalars)).filter {
        $0.kind == .word && !Self.empty.contains($0.key)
      }.map { Self.stem($0.key) })
  }

  /// Whether some words speak of what a figure is of.
  func speaks(_ words: Set<String>, of figure: Figure) -> Bool {
    speaks(words, ofWords: contentWords(of: figure.label))
  }

  /// Whether some words are those of a label, or words for one thing.
  func speaks(_ words: Set<String>, ofWords label: Set<String>) -> Bool {
    if !words.isDisjoint(with: label) { return true }
    let groups = label.reduce(into: Set<Int>()) { $0.formUnion(synonyms(of: $1)) }
    return words.contains { !synonyms(of: $0).isDisjoint(with: groups) }
  }

  private func synonyms(of stem: String) -> Set<Int> {
    [stem, stem + "s", stem + "es"].reduce(into: []) { $0.formUnion(vocabulary.synonyms[$1] ?? []) }
  }

  static func stem(_ word: String) -> String {
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), word.utf8.count > 3 { return String(word.dropLast()) }
    return word
  }

  /// Words that say nothing of what is counted.
  static let empty: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "by", "for", "from", "with", "and", "or", "as", "its",
    "it",
    "their", "they", "this", "that", "these", "those", "his", "her", "our", "we", "is", "was", "are", "were",
    "be",
    "been", "has", "have", "had", "also", "again", "still", "even", "only", "just", "now", "once", "there",
    "here",
    "number", "share", "length", "part", "total", "amount", "value", "level", "year", "years", "month",
    "months",
    "same", "than", "more", "much", "very", "s", "t", "both", "each", "all", "since", "between", "over", "up",
    "down", "two", "first", "last", "new", "then", "after", "before", "during", "per", "cent", "so", "too",
    "common", "mutual", "own", "which", "who", "what", "when", "while", "but", "yet", "steadily", "quickly",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december", "quarter", "half", "time", "where", "into", "out", "off", "does", "did", "do", "about",
    "some",
    "slightly", "sharply", "strongly", "slowly", "fast", "suddenly", "finally", "further", "already",
  ]
}

extension FigureTable {
  /// Whether a figure is more than another name of one.
  fileprivate func isOriginal(_ figure: Figure) -> Bool {
    figure.formula.flatMap { try? Formula($0) }?.namedFigure == nil
  }
}

extension Period {
  static let never = Period(firstMonth: 0, lastMonth: 0)
}

extension Figure {
  /// In whole units of what it counts.
  var amount: Decimal { value * unit.factor }
}
