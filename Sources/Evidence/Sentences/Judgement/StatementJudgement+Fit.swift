/// How well a sentence that states a figure's number says what the figure is of: the least is the best.
struct StatementFit: Comparable {
  /// Why it may be another number.
  var doubts: Int
  /// Words of the figure's label that it does not have.
  var missing: Int
  /// Whether it is silent on the figure's years.
  var namesNoYear: Bool

  static func < (one: StatementFit, other: StatementFit) -> Bool {
    (one.doubts, one.missing, one.namesNoYear ? 1 : 0) < (
      other.doubts, other.missing, other.namesNoYear ? 1 : 0
    )
  }
}

extension StatementJudgement {
  /// Of the sentence around the number.
  var fit: StatementFit {
    let keys = paragraph.tokens(ofSentence: sentence).map { paragraph.tokens.all[$0].key }
    let missing = Self.words(of: figure.label).count { word in !keys.contains { $0.hasPrefix(word) } }
    let years = Set(
      figure.period?.words().split { !$0.isNumber }.map(String.init).filter { $0.count == 4 } ?? [])
    return StatementFit(
      doubts: doubtCount, missing: missing,
      namesNoYear: !years.isEmpty && !keys.contains(where: years.contains))
  }

  private var doubtCount: Int {
    if case .stated(let doubts) = verdict { doubts.count } else { .max }
  }

  /// How a label's words begin, without the endings of numbers and cases.
  private static func words(of label: String) -> [String] {
    label.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map { word in
      String(word.prefix(max(3, word.count - 2)))
    }
  }
}
