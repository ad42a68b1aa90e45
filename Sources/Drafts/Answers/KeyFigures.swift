import Evidence

/// How much a reader of a briefing would miss a figure.
enum KeyFigures {
  /// - Parameters:
  ///   - draft: the figure.
  ///   - all: those of the interview.
  /// - Returns: more for what is of several periods, amounts of money and shares, what has a time, and the latest of a
  ///   subject.
  static func weight(_ draft: FigureDraft, among all: [FigureDraft]) -> Double {
    let series = all.filter { $0.label == draft.label && $0.unit == draft.unit && !$0.period.isEmpty }
    var weight = draft.isMoney ? 3.0 : draft.unit == "%" ? 2 : draft.isScaled ? 2 : 1
    if Set(series.map(\.period)).count > 1 { weight += 2 }
    if !draft.period.isEmpty { weight += 0.5 }
    if draft.status != "actual" { weight -= 0.25 }
    // Of one subject the latest that is a fact, and of targets the farthest.
    if let latest = series.filter({ $0.status == "actual" }).map(\.period).max(), latest == draft.period {
      weight += draft.status == "actual" ? 1 : 0
    }
    if draft.label.hasPrefix("Change in ") || draft.label.hasPrefix("Fall in ") { weight -= 0.5 }
    if draft.isLoose { weight -= 4 }
    // What little a label tells is little missed.
    if !draft.label.contains(" ") { weight -= 0.75 }
    if draft.unit == "years" || draft.unit == "days" || draft.unit == "hours" { weight -= 1 }
    return weight
  }
}
