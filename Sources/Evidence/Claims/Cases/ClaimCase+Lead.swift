/// What is said to come first among others of its kind.
extension ClaimCase {
  /// "Spain leads the buyers", "Hake dominates the landings": none that its exhibit shows, or whose label says the same of
  /// another thing, is more. "Exports lead imports" compares two.
  func judgeLead() -> ClaimJudgement {
    guard let phrase = claim.phrase([.lead]), !claim.isSupposed, !claim.isDenied, !isOfOtherTime else {
      return .none
    }
    if let pair = sentence.pair(comparedBy: claim.range, ground) {
      return judge(.init(words: phrase.words, sense: .more), pair.one, pair.other, isSure: true)
    }
    guard isFollowed else { return .none }
    let said = words(in: interval(clause.lowerBound, upTo: claim.range.lowerBound))
    if sentence.references.isEmpty, context.count > 1 {
      guard let own = named(said, apartFrom: [], among: context)?.last else { return .none }
      return judge(true, own, among: rivals(of: own, among: context), isSure: true)
    }
    let stated = sentence.references.first.flatMap { $0.others.isEmpty ? ground.figure($0.id) : nil }
    guard sentence.references.count < 2, let own = stated ?? (sentence.references.isEmpty ? noted : nil)
    else {
      return .none
    }
    let all = rivals(of: own, among: ground.table.figures)
    let isNamed = all.allSatisfy { rival in
      !ground.contentWords(of: own.label).subtracting(ground.contentWords(of: rival.label)).isDisjoint(
        with: said)
    }
    return isNamed ? judge(true, own, among: all, isSure: true) : .none
  }

  /// Of the same time, where the labels differ in what they are of, and share the rest.
  private func rivals(of own: Figure, among figures: [Figure]) -> [Figure] {
    let label = ground.contentWords(of: own.label)
    return figures.filter { rival in
      let other = ground.contentWords(of: rival.label)
      return rival.period == own.period && !ground.isGoal(rival) && !ground.isGoal(own)
        && rival.unit.dimension == own.unit.dimension && label.subtracting(other).count == 1
        && (1...2).contains(other.subtracting(label).count) && !label.isDisjoint(with: other)
    }
  }

  /// "Leads the field", "leads with {a}", but not "led talks".
  private var isFollowed: Bool {
    claim.range.upperBound >= clause.upperBound
      || ["the", "with", "at", "all", "in", "among", "."].contains(sentence.key(claim.range.upperBound))
  }

  /// "Until 2019 Spain led", "once led"
  private var isOfOtherTime: Bool {
    clause.contains {
      sentence.tokens[$0].kind == .digits || ["once", "formerly"].contains(sentence.key($0))
    }
  }
}
