import Foundation

/// From what to what something moved, as the words around a claim say.
extension ClaimCase {
  /// "Cut spending, from {a} to {b}", "lost a third, going from {a} to {b}".
  var continuedFromTo: FigureCourse? {
    guard let (from, to) = sentence.fromTo(after: claim.range.upperBound) else { return nil }
    return course(from, to)
  }

  /// A note beside {b}: "up on {a}", "down from {a}".
  var courseOfNote: FigureCourse? {
    guard let noted, ["on", "from"].contains(sentence.key(claim.range.upperBound - 1)),
      sentence.references.count == 1, let from = direct
    else { return nil }
    return course(from, ClaimReference(noted.id) { _ in false })
  }

  /// "Is growing, with {b} after {a}", "getting longer: {b} against {a}", right after the claim.
  var listedPair: FigureCourse? {
    let amounts = sentence.references(in: claim.range.upperBound..<sentence.tokens.count)
    guard amounts.count == 2, sentence.references.count == 2,
      sentence.tokens[claim.range.upperBound..<amounts[0].index].allSatisfy({
        [",", ":", "(", "with", "at", "now", "–"].contains($0.key)
      }), ["after", "against", "before"].contains(sentence.key(amounts[1].index - 1)),
      sentence.key(amounts[0].index - 1) != "("
    else { return nil }
    let (first, second) = (amounts[0].reference, amounts[1].reference)
    guard let one = ground.figure(first.id)?.period, let two = ground.figure(second.id)?.period else {
      return nil
    }
    return one < two ? course(first, second) : course(second, first)
  }

  /// "Rose by half within two years, to {b}, from {a}", "to {b}, after {a} in 2021".
  var toAfter: FigureCourse? {
    let amounts = sentence.references(in: claim.range.upperBound..<sentence.tokens.count)
    guard amounts.count == 2, sentence.references.count == 2,
      ["to", "at"].contains(sentence.key(amounts[0].index - 1)),
      sentence.key(amounts[0].index + 1) == ",", amounts[1].index == amounts[0].index + 3,
      ["from", "after", "against"].contains(sentence.key(amounts[0].index + 2)),
      !(claim.range.upperBound..<amounts[0].index).contains(where: {
        [";", ":", "and", "but", "while", "which"].contains(sentence.key($0))
      }), !others.contains(where: { $0.phrase([.up, .down, .flat]) != nil })
    else { return nil }
    return course(amounts[1].reference, amounts[0].reference)
  }

  /// "The deficit, {a}, had melted away a year later: {b}"
  var pairAround: FigureCourse? {
    let amounts = sentence.references(in: 0..<sentence.tokens.count)
    guard amounts.count == 2, amounts[0].index < claim.range.lowerBound,
      amounts[1].index > claim.range.upperBound,
      [":", "to", "at"].contains(sentence.key(amounts[1].index - 1)),
      (claim.range.upperBound..<amounts[1].index).contains(where: {
        ["later", "after", "afterwards", "since", "now", "today", "then"].contains(sentence.key($0))
      }), !others.contains(where: { $0.phrase([.up, .down, .flat]) != nil }),
      let one = ground.figure(amounts[0].reference.id)?.period,
      let two = ground.figure(amounts[1].reference.id)?.period, one < two
    else { return nil }
    return course(amounts[0].reference, amounts[1].reference)
  }

  private func course(_ from: ClaimReference, _ to: ClaimReference) -> FigureCourse? {
    guard let start = ground.figure(from.id), let end = ground.figure(to.id), from.others.isEmpty,
      to.others.isEmpty, start.id != end.id, start.label == end.label, !ground.isTarget(start),
      !ground.isTarget(end), start.unit.dimension == end.unit.dimension,
      ground.ownDirection(of: end) == nil
    else { return nil }
    return FigureCourse(from: start, to: end)
  }

  // MARK: Three and more

  /// "Keeps falling: {a}, {b} and now {c}", "rose in both years: {a}, {b}, {c}": the last step, or any, that went another way.
  func brokenStepOfList(_ wanted: Int, _ phrase: ClaimVocabulary.Phrase, _ movement: FigureCourse)
    -> FigureCourse?
  {
    let isKept =
      ["keep", "keeps", "kept"].contains(sentence.key(claim.range.lowerBound - 1))
    let end = claim.range.upperBound
    let isOfAll =
      sentence.key(end) == "in" && ["both", "each", "every"].contains(sentence.key(end + 1))
      && !["but", "except", "save", "of", "when", "with"].contains(sentence.key(end + 3))
      || sentence.key(end) == "both" && sentence.key(end + 1) == "times"
    guard isKept || isOfAll else { return nil }
    let all =
      sentence.references.isEmpty && passage.kind == .title
      ? context
      : sentence.references.compactMap {
        ground.figure($0.id)
      }
    let own = all.filter { $0.label == movement.to.label && !ground.isTarget($0) && $0.period != nil }
      .sorted { ($0.period ?? .never) < ($1.period ?? .never) }
    guard own.count > 2 else { return nil }
    let steps = zip(own, own.dropFirst()).map(FigureCourse.init)
    return (isKept ? Array(steps.suffix(1)) : steps).first { told($0, by: phrase).direction != wanted }
  }
}
