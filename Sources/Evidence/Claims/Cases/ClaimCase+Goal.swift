import Foundation

extension ClaimCase {
  private static let senses: Set<TypedClaim.Sense> = [.underway, .reached, .passed, .missed]

  /// Holds "towards", "reached", "passed" and "missed" against how far a goal is.
  func judgeGoal() -> ClaimJudgement {
    guard let phrase = phraseOfGoal, !claim.isSupposed, let goal = goal(of: phrase) ?? goalElsewhere else {
      return .none
    }
    guard let actual = actual(for: goal) else { return .unlinked }
    let isDownward = isDownward(goal)
    let (value, wanted) = isDownward ? (-actual.amount, -goal.amount) : (actual.amount, goal.amount)
    // "More than 4.9" may be 5; whether "more than 2" is 3 nobody knows, and no text can say that it is.
    let isBound: Set<Qualifier> = isDownward ? [.lessThan, .atMost] : [.moreThan, .atLeast]
    let isNear = (wanted - value).magnitude <= wanted.magnitude / 10
    let mayBeMore = isBound.contains(actual.qualifier) && isNear
    let isOver = value > wanted || value == wanted && actual.qualifier == (isDownward ? .lessThan : .moreThan)
    let side = isDownward ? Self.side(of: phrase) : nil
    let isPassed = side == .above ? actual.amount > goal.amount : isOver
    let isContradicted =
      switch phrase.sense {
      case _ where side == .below: !isOver && !mayBeMore
      case .underway:
        value >= wanted || isElsewhere(actual, than: goal, phrase) || isFarther(actual, from: goal, phrase)
      case .reached: value < wanted && !mayBeMore
      case .passed: !isPassed && !(mayBeMore && side == nil)
      default: value >= wanted || isElsewhere(actual, than: goal, phrase)
      }
    // "Not yet half-way": less than that.
    if claim.isDenied, phrase.least != nil, phrase.most != nil, goal.amount > 0, !isDownward {
      return value / wanted * 200 < (phrase.least ?? 0) + (phrase.most ?? 0)
        ? .agrees
        : .contradicted(
          ground.words(actual, against: goal), advice: ground.advice(actual, against: goal), isSure: true)
    }
    // "Not quite reached" says that it is nearly so.
    if isContradicted == (claim.isDenied && nearly == nil) { return .agrees }
    return .contradicted(
      ground.words(actual, against: goal), advice: ground.advice(actual, against: goal), isSure: true)
  }

  /// "Below the target", and "lower than the target", where a goal is named right after it.
  private var phraseOfGoal: ClaimVocabulary.Phrase? {
    if let own = nearly ?? claim.phrase(Self.senses) { return own }
    let end = claim.range.upperBound
    guard var compared = claim.phrase([.more, .less]),
      interval(end, upTo: min(end + 4, clause.upperBound)).contains(where: namesGoal)
    else { return nil }
    compared.sense = compared.sense == .more ? .passed : .missed
    return compared
  }

  /// "Nearly reached", "all but met", "not quite reached": on the way to the goal, and near it. "Narrowly missed" is near it, too.
  private var nearly: ClaimVocabulary.Phrase? {
    guard var phrase = claim.phrase([.reached, .passed, .missed]) else { return nil }
    let start = claim.range.lowerBound - (sentence.key(claim.range.lowerBound - 1) == "been" ? 1 : 0)
    let before = (1...3).map { sentence.key(start - $0) }
    phrase.least = 85
    if phrase.sense == .missed { return ["narrowly", "barely", "only"].contains(before[0]) ? phrase : nil }
    phrase.sense = .underway
    let isSo =
      Self.almost.contains(before[0]) && !["not", "t", "cannot"].contains(before[1])
      || [["but", "all"], ["quite", "not"], ["as", "good"]].contains(Array(before[..<2]))
      || ["being", "having"].contains(before[0]) && before[1] == "to"
        && ["close", "near"].contains(before[2])
    return isSo ? phrase : nil
  }

  private static let almost: Set<String> = ["nearly", "almost", "virtually", "practically"]

  private func namesGoal(at index: Int) -> Bool {
    Self.ceilings.contains(sentence.key(index))
      || sentence.phrases(at: index).contains { $0.sense == .goal }
  }

  /// What goals that are to be kept under are called.
  private static let ceilings: Set<String> = ["ceiling", "limit", "cap", "maximum", "threshold"]

  private enum Side {
    case above, below
  }

  /// On which side of a ceiling a phrase says that something is: "exceeded the quota" is worse, "below the limit" better,
  /// and "beat the target" says neither.
  private static func side(of phrase: ClaimVocabulary.Phrase) -> Side? {
    if phrase.words.contains(where: wordsAbove.contains) { return .above }
    return phrase.words.contains(where: wordsBelow.contains) ? .below : nil
  }

  private static let wordsAbove: Set<String> = [
    "exceed", "exceeds", "exceeded", "exceeding", "above", "over", "beyond", "excess", "overshot",
    "overshoots", "higher", "more", "larger", "greater", "bigger",
  ]
  private static let wordsBelow: Set<String> = [
    "below", "under", "undershot", "undershoots", "lower", "less", "fewer", "smaller",
  ]

  /// As references have it: a goal is to be grown to, unless its qualifier says otherwise, or the sentence names
  /// where it started from.
  private func isDownward(_ goal: Figure) -> Bool {
    let goal = origin.figure(goal.id) ?? goal
    let start = sentence.tokens.compactMap(\.reference).first { reference in
      reference.form.contains(" from ")
        && reference.ids.contains { ground.original($0)?.id == ground.table.original(of: goal).id }
    }?.others.last
    if let start = start.flatMap({ ground.figure($0) }), start.unit.dimension == goal.unit.dimension {
      return start.amount > goal.amount
    }
    return [.atMost, .lessThan].contains(ground.table.original(of: goal).qualifier)
  }

  /// "On track to", "nearing": of what is farther from the goal than it was.
  private func isFarther(_ actual: Figure, from goal: Figure, _ phrase: ClaimVocabulary.Phrase) -> Bool {
    guard phrase.words.contains(where: Self.wordsOfCourse.contains),
      let before = ground.predecessor(of: ground.table.original(of: actual))
    else { return false }
    return (goal.amount - actual.amount).magnitude > (goal.amount - before.amount).magnitude
  }

  private static let wordsOfCourse: Set<String> = [
    "track", "course", "closing", "closes", "approaching", "approaches", "nearing", "nears",
  ]

  /// "A whisker below" and "half-way to" say more than that it is on the way.
  private func isElsewhere(_ actual: Figure, than goal: Figure, _ phrase: ClaimVocabulary.Phrase) -> Bool {
    guard goal.amount > 0, actual.amount > 0 else { return phrase.least != nil && actual.amount.isZero }
    let isDownward = isDownward(goal)
    if isDownward, phrase.most != nil { return false }
    let share = (isDownward ? goal.amount / actual.amount : actual.amount / goal.amount) * 100
    var (least, most) = (phrase.least, phrase.most)
    // "More than half-way to"
    let before = sentence.key(claim.range.lowerBound - 1)
    if let low = least, let high = most, ["than", "over", "past"].contains(before) {
      let isLess = ["less", "fewer"].contains(sentence.key(claim.range.lowerBound - 2))
      (least, most) = isLess ? (nil, (low + high) / 2) : ((low + high) / 2, nil)
    }
    return least.map { share < $0 } ?? false || most.map { share > $0 } ?? false
  }

  /// The goal that is spoken of; `nil` where there is none ("reached {a}", "attitudes towards").
  private func goal(of phrase: ClaimVocabulary.Phrase) -> Figure? {
    let after = claim.range.upperBound..<clause.upperBound
    if let goal = goal(in: after, isFirst: true) { return goal }
    // "The goal of {a} was reached", also "with {b}".
    var verb = claim.range.lowerBound - 1
    while Self.adverbs.contains(sentence.key(verb)) { verb -= 1 }
    let isPassive = ["is", "was", "are", "were", "been", "be"].contains(sentence.key(verb))
    if phrase.sense == .underway && nearly == nil || !isPassive && !sentence.references(in: after).isEmpty {
      return nil
    }
    return goal(in: interval(clause.lowerBound, upTo: claim.range.lowerBound), isFirst: false)
  }

  /// Between "is" and "reached".
  private static let adverbs: Set<String> = [
    "nearly", "almost", "virtually", "practically", "all", "but", "not", "quite", "yet", "now", "already",
    "finally", "narrowly", "barely", "easily", "comfortably", "as", "good", "close", "near", "to", "being",
    "again",
  ]

  /// "Recruitment is on track.", "Nearly there.": the goal of what is spoken of, wherever the pack has it.
  private var goalElsewhere: Figure? {
    guard let phrase = claim.phrase([.underway]),
      ["track", "course", "there"].contains(phrase.words.last ?? ""),
      claim.range.upperBound >= clause.upperBound || sentence.tokens[claim.range.upperBound].kind == .mark,
      !["back", "not", "of"].contains(sentence.key(claim.range.lowerBound - 1))
    else { return nil }
    let near = sentence.references.isEmpty ? surroundings : sentence.references
    let figures =
      (near.isEmpty ? [] : near.compactMap { ground.figure($0.id) }) + (near.isEmpty ? context : [])
    let kinds = figures.filter { !ground.isGoal($0) }
    guard let one = kinds.first, Set(kinds.map(\.label)).count == 1 else { return nil }
    return ground.onlyGoal(of: one)
  }

  private func goal(in range: Range<Int>, isFirst: Bool) -> Figure? {
    if let reference = sentence.references(in: range).first?.reference,
      let figure = ground.figure(reference.id)
    {
      if ground.isGoal(figure), reference.others.isEmpty { return figure }
      if isFirst { return nil }
      if let target = reference.others.compactMap({ ground.figure($0) }).first(where: ground.isGoal) {
        return target
      }
      return nil
    }
    guard range.contains(where: namesGoal), range.count < 12 else { return nil }
    let elsewhere = sentence.references.compactMap { ground.figure($0.id) }.filter(ground.isGoal)
    if let goal = elsewhere.first { return goal }
    let near = surroundings.flatMap(\.ids).compactMap { ground.figure($0) } + context
    let goals = near.filter(ground.isGoal)
    if goals.isEmpty, let noted { return ground.onlyGoal(of: noted) }
    // Of several goals it is not known which is meant.
    return Set(goals.map { ground.table.original(of: $0).id }).count == 1 ? goals[0] : nil
  }

  /// What is measured against a goal: in the sentence, around it, or of the goal's own name.
  private func actual(for goal: Figure) -> Figure? {
    func fits(_ figure: Figure) -> Bool {
      !ground.isGoal(figure) && figure.unit.dimension == goal.unit.dimension
    }
    let own = sentence.references(in: 0..<sentence.tokens.count)
    let fitting = own.filter { ground.figure($0.reference.id).map(fits) ?? false }
    let any = fitting.last { $0.index < claim.range.lowerBound } ?? fitting.first
    let named = fitting.filter { ground.figure($0.reference.id).map { ground.isAlike($0, goal) } ?? false }
    if let reference = (named.last { $0.index < claim.range.lowerBound } ?? named.first)?.reference {
      return ground.figure(reference.id)
    }
    // What another clause says of another thing is not measured against the goal.
    if let any, !clause.contains(any.index), let actual = ground.actual(for: goal) { return actual }
    if let any, let figure = ground.figure(any.reference.id) { return figure }
    let near = surroundings.compactMap { ground.figure($0.id) }.filter(fits)
    let alike = (near.isEmpty ? context.filter(fits) : near)
    return alike.max { ($0.period?.lastMonth ?? 0) < ($1.period?.lastMonth ?? 0) } ?? ground.actual(for: goal)
  }
}

extension ClaimGround {
  /// A target, or what is called one.
  func isGoal(_ figure: Figure) -> Bool { isTarget(figure) || senses(of: figure.label).contains(.goal) }

  /// Whether their labels name one thing, but for the words that call it a goal.
  func isAlike(_ figure: Figure, _ goal: Figure) -> Bool {
    if figure.label == goal.label { return true }
    func name(_ figure: Figure) -> Set<String> {
      contentWords(of: figure.label).filter { !senses(of: $0).contains(.goal) && $0 != "planned" }
    }
    let words = name(figure)
    return !words.isEmpty && words == name(goal)
  }

  /// The target of a figure's own name, where there is one.
  func onlyGoal(of figure: Figure) -> Figure? {
    let goals = table.figures.filter {
      isTarget($0) && isAlike(figure, $0) && $0.unit.dimension == figure.unit.dimension
    }
    return goals.count == 1 ? goals[0] : nil
  }

  /// The figure of a goal's own name: within its time, else the latest.
  func actual(for goal: Figure) -> Figure? {
    let original = table.original(of: goal)
    let alike = table.figures.filter {
      isAlike($0, original) && !isGoal($0) && $0.unit.dimension == original.unit.dimension
    }
    if let period = original.period {
      let within = alike.filter { figure in
        figure.period.map { $0.firstMonth >= period.firstMonth && $0.lastMonth <= period.lastMonth } ?? false
      }
      if let last = within.max(by: { ($0.period ?? .never).months < ($1.period ?? .never).months }) {
        return last
      }
    }
    return alike.max { ($0.period?.lastMonth ?? 0) < ($1.period?.lastMonth ?? 0) }
  }

  func words(_ actual: Figure, against goal: Figure) -> String {
    "'\(actual.id)' is \(actual.words(.full)), and the goal '\(goal.id)' is \(goal.words(.full))"
  }

  func advice(_ actual: Figure, against goal: Figure) -> String {
    suggestion(.progress, [actual.id, goal.id]) ?? "mend the words, or leave the goal out"
  }
}
