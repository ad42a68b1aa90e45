import Foundation

extension ClaimCase {
  /// "Will rise to {goal}", "is expected to fall to {estimate}": held against what it is now.
  func judgeAhead(_ phrase: ClaimVocabulary.Phrase) -> ClaimJudgement {
    let end = claim.range.upperBound
    guard [.up, .down].contains(phrase.sense), !claim.isDenied, !sentence.isQuestion,
      sentence.key(end) == "to", !clause.contains(where: { Self.conditions.contains(sentence.key($0)) }),
      let reference = interval(end + 1, upTo: min(end + 4, clause.upperBound)).lazy.compactMap({
        self.sentence.tokens[$0].reference
      }).first, reference.saysAmount, reference.others.isEmpty,
      let figure = ground.figure(reference.id), let now = latest(before: figure)
    else { return .none }
    let difference = figure.amount - now.amount
    if phrase.sense == .up ? difference > 0 : difference < 0 { return .agrees }
    return .contradicted(
      "'\(figure.id)' is \(figure.words(.full)) and '\(now.id)' \(now.words(.full))",
      advice: "mend the word, or leave it out", isSure: true)
  }

  private static let conditions: Set<String> = ["if", "unless", "whether", "not", "never", "claims", "claim"]

  /// Of a goal or an estimate the latest figure of its own name that tells what was.
  private func latest(before figure: Figure) -> Figure? {
    let original = ground.table.original(of: figure)
    guard [.target, .estimate].contains(original.status) else { return nil }
    return ground.table.figures.filter { other in
      [.actual, .derived].contains(ground.table.original(of: other).status) && !ground.isGoal(other)
        && ground.isAlike(other, original) && other.unit.dimension == original.unit.dimension
        && other.period?.months == original.period?.months
        && (other.period ?? .never) < (original.period ?? .never)
    }.max { ($0.period ?? .never) < ($1.period ?? .never) }
  }
}
