import Foundation

extension ClaimCase {
  /// Holds a word of degree ("nearly all", "half", "nearly settled") against a share.
  func judgeShare() -> ClaimJudgement {
    guard let phrase = sharePhrase, !claim.isSupposed, !claim.isDenied, !isWished, !isSizeOfMovement else {
      return .none
    }
    let bounds = bounds(of: phrase)
    let (shares, isNear) = shareCandidates
    if shares.isEmpty {
      if let whole = partOfWhole { return judge(bounds, whole) }
      if let judged = judgePartOfExhibit(bounds) { return judged }
      return context.isEmpty && sentence.references.isEmpty ? .none : .unlinked
    }
    if isOtherStatement(than: shares) { return .unlinked }
    let named = namedAlone(among: shares)
    let meant = named.isEmpty ? shares.filter { ground.speaks(wordsAfter, of: $0) } : named
    let figures = meant.isEmpty ? shares : meant
    for figure in figures {
      let complement = 100 - figure.value
      if isSaidOfRest, bounds.contains(complement) { return .agrees }
      switch polarity(towards: figure) {
      case .same: if bounds.contains(figure.value) { return .agrees }
      case .opposite: if bounds.contains(complement) { return .agrees }
      case .unknown:
        if bounds.contains(figure.value) || bounds.contains(complement) { return .agrees }
      }
    }
    let figure = figures[0]
    let isOpposite = polarity(towards: figure) == .opposite
    let isKnown = polarity(towards: figure) != .unknown
    let rest = isOpposite ? ", which leaves \((100 - figure.value).digits())%" : ""
    return .contradicted(
      "'\(figure.id)' is \(figure.words(.full))\(rest)",
      advice:
        "write {\(figure.id)|\(isOpposite ? "all but" : "most of")} in place of the words, so that they follow",
      isSure: figures.count == 1 && (!meant.isEmpty || isNear && isKnown || isListed))
  }

  /// "One adult in ten cannot read: {a} can": the only figure, right after what it bears out, however it is meant.
  private var isListed: Bool {
    let amounts = sentence.references(in: 0..<sentence.tokens.count)
    guard amounts.count == 1, let place = amounts.first?.index else { return false }
    return place == clause.upperBound + 1 && sentence.key(place - 1) == ":"
  }

  /// "Rose by a quarter": that is judged with the verb.
  private var isSizeOfMovement: Bool {
    others.contains { other in
      guard other.phrase([.up, .down]) != nil else { return false }
      let end = sentence.clause(at: other.range.lowerBound).upperBound
      let size = TypedSize(after: other.range.upperBound, upTo: end, in: sentence)
      return size?.range.overlaps(claim.range) ?? false
    }
  }

  /// "Half the tickets would do", "most roads should be paved".
  private var isWished: Bool {
    let end = claim.range.upperBound
    return interval(end, upTo: min(end + 5, clause.upperBound)).contains {
      ["would", "could", "should", "might", "must", "will"].contains(sentence.key($0))
    }
  }

  /// The degree that is claimed; `nil` where the words mean something else: "most serious", "a third forum".
  private var sharePhrase: ClaimVocabulary.Phrase? {
    let end = claim.range.upperBound
    let next = sentence.key(end)
    let isLast = end >= clause.upperBound
    if let nearly = claim.phrase([.nearly, .halfWay]), says(.done, at: end) { return nearly }
    guard let phrase = claim.phrase([.share]) else { return nil }
    let verbs = ["is", "are", "was", "were", "has", "have", "remain", "remains", "go", "goes"]
    let last = phrase.words[phrase.words.count - 1]
    if phrase.words == ["most"] || last == "few" {
      let isCounted =
        next == "of" || next.hasSuffix("s") && !next.hasSuffix("ss") && !next.hasSuffix("ous")
        || last == "most"
          && shareCandidates.figures.contains { ground.speaks([ClaimGround.stem(next)], of: $0) }
      return ["the", "at"].contains(sentence.key(claim.range.lowerBound - 1)) || !isCounted ? nil : phrase
    }
    if ["third", "quarter", "fifth", "tenth", "fourth", "thirds", "quarters", "fifths", "tenths", "half"]
      .contains(last)
    {
      return isLast || ["of", "the", "its", "all"].contains(next) || verbs.contains(next) ? phrase : nil
    }
    return phrase
  }

  private func says(_ sense: TypedClaim.Sense, at index: Int) -> Bool {
    sentence.phrases(at: index).contains { $0.sense == sense }
  }

  /// "more than half", "nearly a third".
  private func bounds(of phrase: ClaimVocabulary.Phrase) -> ClosedRange<Decimal> {
    let (least, most) = (phrase.least ?? 0, phrase.most ?? 100)
    let middle = (least + most) / 2
    let start = claim.range.lowerBound
    let (second, first) = (sentence.key(start - 2), sentence.key(start - 1))
    let before = ["a", "an"].contains(first) ? start - 1 : start
    switch (sentence.key(before - 2), sentence.key(before - 1)) {
    case ("at", "least"),
      ("less", "than") where sentence.key(before - 3) == "no", (_, "between"):
      return least...100
    case ("at", "most"),
      ("more", "than") where sentence.key(before - 3) == "no", ("up", "to"):
      return 0...most
    default: break
    }
    if isUpperEnd { return 0...most }
    if most - least > 12 { return least...most }
    if ["more", "better"].contains(second) && first == "than"
      || [
        "over", "above", "exceeds", "exceed", "exceeded", "exceeding", "tops", "topped", "passed",
        "surpassed",
      ].contains(first)
    {
      return middle...100
    }
    if ["less", "fewer"].contains(second) && first == "than" || ["under", "below"].contains(first) {
      return 0...middle
    }
    if ["nearly", "almost"].contains(first) || (second, first) == ("close", "to") {
      return (least - 4)...(middle + 1)
    }
    return least...most
  }

  /// "Between a third and two thirds": the latter.
  private var isUpperEnd: Bool {
    others.contains { other in
      other.says(.share) && sentence.key(other.range.upperBound) == "and"
        && sentence.key(other.range.lowerBound - 1) == "between"
        && claim.range.lowerBound - other.range.upperBound <= 2
        && claim.range.lowerBound > other.range.upperBound
    }
  }

  /// "Only one crew in five is unhappy; {a} are content": set off from the share, and said of those of whom it is not so.
  private var isSaidOfRest: Bool {
    let end = sentence.key(clause.upperBound)
    guard sentence.references(in: clause).isEmpty, [";", ":", "while", "but"].contains(end) else {
      return false
    }
    return interval(claim.range.upperBound, upTo: clause.upperBound).contains { place in
      let key = sentence.key(place)
      return ["not", "no", "without"].contains(key)
        || ["un", "dis"].contains(where: key.hasPrefix) && key.utf8.count > 5 && key != "under"
    }
  }

  /// Shares that it can speak of, and whether they stand in its sentence, its body or its exhibit.
  private var shareCandidates: (figures: [Figure], isNear: Bool) {
    func shares(_ references: [ClaimReference]) -> [Figure] {
      unique(references.filter { $0.others.isEmpty }.compactMap { ground.figure($0.id) })
    }
    let own = shares(sentence.references(in: clause).map(\.reference))
    if !own.isEmpty { return (own, true) }
    let beside = shares(sentence.references)
    if !beside.isEmpty { return (beside, true) }
    if !sentence.references.isEmpty, !sentence.isRunIn, passage.kind == .point { return ([], false) }
    if passage.kind == .point { return (shares(surroundings), sentence.isRunIn) }
    return (unique(context), passage.kind != .statement)
  }

  private func unique(_ figures: [Figure]) -> [Figure] {
    var seen: Set<String> = []
    return figures.filter { ground.isShare($0) && seen.insert(ground.table.original(of: $0).id).inserted }
  }

  /// "{signed} of {planned} treaties": the smaller of two counts of one kind, in per cent of the other.
  var partOfWhole: (part: Figure, whole: Figure)? {
    if let stated = partStated { return stated }
    let figures = sentence.references.filter { $0.others.isEmpty }.compactMap { ground.figure($0.id) }
    guard figures.count == 2, figures[0].unit.dimension == figures[1].unit.dimension,
      !figures[0].unit.isPercent,
      figures[0].unit.isCount && sentence.tokens.contains(where: { $0.key == "of" }) || isPartOfWholeSaid
        || isPartOfGoal(figures)
    else { return nil }
    let sorted = figures.sorted { $0.amount < $1.amount }
    return sorted[0].amount >= 0 && sorted[1].amount > 0 ? (sorted[0], sorted[1]) : nil
  }

  /// "{part} of {whole}", "{part} out of {whole}".
  private var isPartOfWholeSaid: Bool {
    sentence.tokens.indices.contains { index in
      guard sentence.tokens[index].reference?.saysAmount ?? false else { return false }
      let next = sentence.key(index + 1) == "out" ? index + 2 : index + 1
      guard sentence.key(next) == "of" else { return false }
      return (next + 1...next + 3).contains { place in
        sentence.tokens.indices.contains(place) && sentence.tokens[place].reference?.saysAmount ?? false
      }
    }
  }

  /// "Half of the target of {goal} is built: {a}"
  private func isPartOfGoal(_ figures: [Figure]) -> Bool {
    let near = interval(claim.range.upperBound, upTo: min(claim.range.upperBound + 4, sentence.tokens.count))
    return figures.filter(ground.isGoal).count == 1
      && near.contains { place in
        sentence.phrases(at: place).contains { $0.sense == .goal }
      }
  }

  /// "{exports} are half of {imports}": the one before the words in the one after them.
  private var partStated: (part: Figure, whole: Figure)? {
    let all = sentence.references(in: clause).filter { $0.reference.others.isEmpty }
    guard [sentence.key(claim.range.upperBound), sentence.key(claim.range.upperBound - 1)].contains("of"),
      let part = all.last(where: { $0.index < claim.range.lowerBound }).flatMap({
        ground.figure($0.reference.id)
      }),
      let whole = all.first(where: { $0.index >= claim.range.upperBound }).flatMap({
        ground.figure($0.reference.id)
      }),
      part.unit.dimension == whole.unit.dimension, !part.unit.isPercent, part.amount >= 0, whole.amount > 0
    else { return nil }
    return (part, whole)
  }

  func judge(_ bounds: ClosedRange<Decimal>, _ pair: (part: Figure, whole: Figure)) -> ClaimJudgement {
    let share = pair.part.amount / pair.whole.amount * 100
    if bounds.contains(share) { return .agrees }
    // "A third is still to be built": what is left of it.
    let isOfRest =
      sensesAfter.contains(.open) || sensesAfter.contains(.not)
      || sentence.key(claim.range.lowerBound - 1) == "by"
      || sentence.tokens[claim.range.upperBound...].contains { Self.vanishing.contains($0.key) }
    if isOfRest, bounds.contains(100 - share) { return .agrees }
    return .contradicted(
      "'\(pair.part.id)' is \(share.rounded(decimals: 0, .plain).digits())% of '\(pair.whole.id)'",
      advice: ground.suggestion(.degree, [pair.part.id, pair.whole.id]) ?? "mend the words", isSure: true)
  }

  /// "Half of the farms have closed": what is no longer there is the rest.
  private static let vanishing: Set<String> = [
    "disappeared", "vanished", "closed", "gone", "shut", "died", "ceased", "folded", "lost",
  ]

  // MARK: Done or open

  private enum Polarity {
    case same, opposite, unknown
  }

  private var wordsAfter: Set<String> {
    let rest = sentence.tokens[claim.range.lowerBound..<sentence.tokens.count].filter { $0.kind == .word }
    return ground.contentWords(of: rest.map(\.text).joined(separator: " "))
  }

  /// A figure of what is open says by its complement how much is agreed.
  private func polarity(towards figure: Figure) -> Polarity {
    let label = ground.senses(of: figure.label)
    if noted?.id == figure.id, let polarity = polarityOfNote(label) { return polarity }
    let said =
      claim.says(.nearly) || claim.says(.halfWay) && sharePhrase?.sense == .halfWay
      ? [.done] : sensesAfter
    let labelled: TypedClaim.Sense? = label.contains(.open) ? .open : label.contains(.done) ? .done : nil
    let spoken: TypedClaim.Sense? =
      said.contains(.open) || isOfRestInClause ? .open : said.contains(.done) ? .done : nil
    if let labelled, let spoken { return labelled == spoken ? .same : .opposite }
    // Without such words the figure is meant as it is, if the text repeats what its label says.
    if direct?.id == figure.id { return .same }
    let words = ground.contentWords(of: figure.label)
    let before = sentence.tokens[within: interval(clause.lowerBound, upTo: claim.range.lowerBound)].filter {
      $0.kind == .word
    }
    let subject = ground.contentWords(of: before.map(\.text).joined(separator: " "))
    // "Coal has the lion's share"
    if labelled == nil, spoken == nil, claim.range.lowerBound > clause.lowerBound,
      !words.isDisjoint(with: subject)
    {
      return .same
    }
    let repeated = words.intersection(ground.contentWords(of: passage.text))
    return labelled == nil && spoken != .open && !words.isEmpty && repeated.count * 2 > words.count
      ? .same : .unknown
  }

  /// A note is of its figure: of the rest where it says that something is without, and else where it says nothing of its own
  /// or repeats what the label says.
  private func polarityOfNote(_ label: Set<TypedClaim.Sense>) -> Polarity? {
    let isOfRest = !sensesAfter.isDisjoint(with: [.open, .remaining, .not])
    let isLabelOfRest = !label.isDisjoint(with: [.open, .remaining])
    if isOfRest { return isLabelOfRest ? .same : .opposite }
    if isLabelOfRest { return nil }
    let end = claim.range.upperBound
    let verbs: Set<String> = ["is", "are", "was", "were", "has", "have", "had", "go", "goes", "do", "does"]
    let isFragment = !sentence.tokens.contains { verbs.contains($0.key) }
    let words = sentence.tokens[min(end, sentence.tokens.count)...].filter { $0.kind == .word }.map(\.text)
    let before = sentence.tokens[..<claim.range.lowerBound].filter { $0.kind == .word }.map(\.text)
    let said = ground.contentWords(of: (words + before).joined(separator: " "))
    return isFragment || !said.isDisjoint(with: ground.contentWords(of: noted?.label ?? "")) ? .same : nil
  }

  /// "One in five is still without": in the same clause.
  private var isOfRestInClause: Bool {
    (claim.range.upperBound..<max(claim.range.upperBound, clause.upperBound)).contains { index in
      sentence.phrases(at: index).contains { $0.sense == .remaining }
    }
  }

  private var sensesAfter: Set<TypedClaim.Sense> {
    Set(
      (claim.range.upperBound..<sentence.tokens.count).flatMap { index in
        sentence.phrases(at: index).map(\.sense)
      })
  }
}
