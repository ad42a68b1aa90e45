import Foundation

/// How far back something is the greatest of its kind.
enum RecordSpan {
  /// "In four years", "in a decade".
  case years(Int)
  /// "Since 2019"
  case since(Int)

  /// Whether a figure of the same kind is of the years that are spoken of.
  func contains(_ figure: Figure, before last: Figure) -> Bool {
    guard let year = figure.period?.firstYear, let own = last.period?.firstYear else { return false }
    return switch self {
    case .years(let count): year > own - count
    case .since(let start): year > start
    }
  }
}

/// Records that no reference stands beside: in titles, headlines, notes and run-ins, and those of a stretch of time.
extension ClaimCase {
  /// The figure that is said to be a record, and those that it is held against.
  var record: (figure: Figure, rivals: [Figure])? {
    guard !isBesideRecord, let figure = figureOfRecord, !ground.isGoal(figure), isOf(figure) else {
      return nil
    }
    let original = ground.table.original(of: figure)
    let others = ground.series(of: original).filter { $0.id != original.id }
    let isOfAll = claim.text(in: sentence).hasPrefix("peak") || sentence.key(claim.range.upperBound) == "of"
    let earlier = isOfAll ? others : others.filter { ($0.period ?? .never) < (original.period ?? .never) }
    let rivals = span.map { span in earlier.filter { span.contains($0, before: original) } } ?? earlier
    return rivals.isEmpty ? nil : (figure, rivals)
  }

  /// "Fall from their record", "a year after the record", "the second highest".
  var isBesideRecord: Bool {
    interval(claim.range.lowerBound - 4, upTo: claim.range.lowerBound).contains {
      Self.wordsBeside.contains(sentence.key($0))
    }
  }

  private static let wordsBeside: Set<String> = [
    "from", "below", "off", "past", "after", "under", "near", "nearing", "beyond", "despite", "without",
    "short", "beside", "approach", "approaching", "than", "nearly", "almost", "close", "second", "third",
    "one", "among", "no", "not", "former", "previous", "old", "last", "towards", "before", "above", "over",
    "miss", "missed", "behind", "if", "since", "until",
  ]

  /// The latest of the series that is spoken of, or the one of the year that is named.
  private var figureOfRecord: Figure? {
    let candidates = sentence.isRunIn ? surroundings.compactMap { ground.figure($0.id) } : context
    let kinds = Set(candidates.map { $0.label.lowercased() })
    let meant = kinds.count == 1 ? candidates : candidates.filter { names($0) }
    guard Set(meant.map { $0.label.lowercased() }).count == 1, passage.kind != .point || sentence.isRunIn,
      kinds.count == 1 || span != nil || !isOfSize,
      passage.kind != .statement || meant.contains(where: names),
      let latest = meant.max(by: { ($0.period ?? .never) < ($1.period ?? .never) })
    else { return nil }
    guard let year else { return latest }
    return ground.series(of: ground.table.original(of: latest)).first {
      $0.period?.firstYear == year && $0.period?.lastYear == year
    }
  }

  private func names(_ figure: Figure) -> Bool {
    let words = sentence.tokens[clause].filter { $0.kind == .word }.map(\.text).joined(separator: " ")
    return ground.speaks(ground.contentWords(of: words), of: figure)
  }

  /// "In 2023", but not "since 2019".
  private var year: Int? {
    sentence.tokens.indices.lazy.compactMap { index -> Int? in
      guard ["in", "of", "for"].contains(sentence.key(index - 1)) else { return nil }
      if let time = sentence.tokens[index].reference, time.saysPeriod {
        return ground.original(time.id)?.period?.firstYear
      }
      return Int(sentence.key(index)).flatMap { (1000..<2200).contains($0) ? $0 : nil }
    }.first
  }

  // MARK: What is a record

  /// "The largest", which can be said of many things beside a chart.
  private var isOfSize: Bool {
    ["largest", "biggest", "greatest", "smallest", "least"].contains(claim.text(in: sentence))
  }

  /// Superlatives that say nothing of figures unless a time follows: the poorest families, the poorest harvest in years.
  var isOfTimeAlone: Bool {
    ["poorest", "weakest", "leanest", "meagrest", "scantiest", "richest", "strongest"].contains(
      claim.text(in: sentence))
  }

  /// Whether what follows the superlative is the figure, or nothing: "record exports", "were the highest", but not "the
  /// largest market"; and of what is counted no size is told by "the smallest farms".
  func isOf(_ figure: Figure) -> Bool {
    let end = claim.range.upperBound
    let after = sentence.tokens[end..<max(end, sentence.clause(at: end - 1).upperBound)].prefix {
      $0.kind == .word && !Self.prepositions.contains($0.key)
    }
    let words = ground.contentWords(of: after.map(\.text).joined(separator: " ")).subtracting(Self.measures)
    if words.isEmpty { return true }
    return ground.speaks(words, of: figure) && !(figure.unit.isCount && isOfSize)
  }

  private static let prepositions: Set<String> = [
    "in", "since", "on", "for", "of", "at", "by", "ever", "yet", "so", "was", "were", "is", "are", "to",
    "with",
    "as", "this",
  ]
  private static let measures: Set<String> = ["high", "low", "figure", "point", "rate", "all"]

  /// "In four years", "for a decade", "since 2019".
  var span: RecordSpan? {
    let end = claim.range.upperBound
    return interval(end, upTo: min(end + 6, sentence.tokens.count)).lazy.compactMap { index -> RecordSpan? in
      switch sentence.key(index) {
      case "since": baseYear.map { .since($0) }
      case "in", "for": years(after: index).map { .years($0) }
      default: nil
      }
    }.first
  }

  private func years(after start: Int) -> Int? {
    var index = start + 1
    while Self.leadingToYears.contains(sentence.key(index)) { index += 1 }
    let key = sentence.key(index)
    let lengths = ["year": 1, "years": 1, "decade": 10, "decades": 10, "generation": 25, "century": 100]
    // "In years", "in decades"
    if index == start + 1, key == "years" || key == "decades" { return (lengths[key] ?? 1) * 2 }
    guard let length = lengths[sentence.key(index + 1)] else { return nil }
    if key == "a" || key == "an" { return length }
    return (NumberWords.small[key] ?? Int(key)).map { $0 * length }
  }

  private static let leadingToYears: Set<String> = [
    "over", "more", "than", "nearly", "almost", "about", "at", "least", "the", "last", "past", "some",
  ]
}
