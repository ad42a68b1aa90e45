import Foundation

/// What is said to be left of something, held against figures of which nothing is left, or of which all is done.
extension ClaimCase {
  /// "Issues remain on {open}" where that has come to nothing, "some are not yet paved: {paved}" where all are; and, where
  /// it is denied, the other way round.
  func judgeRemainder() -> ClaimJudgement {
    guard claim.phrase([.open, .remaining]) != nil, !claim.isSupposed, isOfRest, let rest else {
      return .none
    }
    if rest.isNothing == claim.isDenied { return .agrees }
    return .contradicted(
      rest.words, advice: "say what holds now, or leave it out",
      isSure: rest.isNothing && !claim.isDenied && saysThatThereIsSome)
  }

  /// Whether anything is left, and the figures that say so.
  private typealias Rest = (isNothing: Bool, words: String)

  private var rest: Rest? {
    if let (part, whole) = partOfWhole {
      let isDone = says(.done, of: part) || sentence.tokens.indices.contains { says(.done, at: $0) }
      let isNothing = isDone ? part.amount >= whole.amount : part.amount.isZero
      return (isNothing, "'\(part.id)' is \(part.words(.full)) of '\(whole.id)', \(whole.words(.full))")
    }
    let figures = figuresOfRest
    guard let first = figures.first else { return nil }
    return (figures.allSatisfy(\.isNothingLeft), "'\(first.figure.id)' is \(first.figure.words(.full))")
  }

  /// The nearest ones that tell how much is left or how much is done.
  private var figuresOfRest: [FigureOfRest] {
    let own = sentence.references(in: clause).filter { $0.reference.others.isEmpty }
    let near = own.isEmpty ? sentence.references(in: 0..<sentence.tokens.count) : own
    if !near.isEmpty {
      return near.filter { $0.reference.others.isEmpty }.compactMap { index, reference in
        ground.figure(reference.id).flatMap { figureOfRest($0, at: index) }
      }
    }
    let around = passage.kind == .point ? surroundings.compactMap { ground.figure($0.id) } : context
    let labelled = around.compactMap { figureOfRest($0, at: nil) }
    if Set(around.map { ground.table.original(of: $0).id }).count == 1 { return labelled }
    let words = ground.contentWords(
      of: sentence.tokens.filter { $0.kind == .word }.map(\.text).joined(separator: " "))
    return labelled.filter { ground.speaks(words, of: $0.figure) }
  }

  /// By its label or, where it stands in the sentence, by the words around it; `nil` for what tells of no rest.
  private func figureOfRest(_ figure: Figure, at index: Int?) -> FigureOfRest? {
    if ground.isGoal(figure) || ground.ownDirection(of: figure) != nil { return nil }
    if says(.open, of: figure) || says(.remaining, of: figure) {
      return FigureOfRest(figure: figure, isOfDone: false)
    }
    let isDone = says(.done, of: figure)
    if isDone { return figure.unit.isPercent ? FigureOfRest(figure: figure, isOfDone: true) : nil }
    guard let index else { return nil }
    let around = sentence.clause(at: index)
    if around.contains(where: { says(.open, at: $0) || says(.remaining, at: $0) }) {
      return FigureOfRest(figure: figure, isOfDone: false)
    }
    let isPartDone = figure.unit.isPercent && around.contains { says(.done, at: $0) }
    return isPartDone ? FigureOfRest(figure: figure, isOfDone: true) : nil
  }

  private func says(_ sense: TypedClaim.Sense, of figure: Figure) -> Bool {
    ground.senses(of: figure.label).contains(sense)
  }

  private func says(_ sense: TypedClaim.Sense, at index: Int) -> Bool {
    sentence.phrases(at: index).contains { $0.sense == sense }
  }

  // MARK: The words

  /// "Issues remain", "some are left": it is said outright that there is something.
  private var saysThatThereIsSome: Bool {
    let before = interval(clause.lowerBound, upTo: claim.range.lowerBound)
    return !before.contains { sentence.tokens[$0].reference != nil }
      && before.contains { Self.something.contains(sentence.key($0)) }
  }

  private static let something: Set<String> = [
    "issue", "issues", "question", "questions", "dispute", "disputes", "difference", "differences", "problem",
    "problems", "gap", "gaps", "work", "some", "much", "several", "many", "few", "rest", "remainder",
  ]

  /// "Remain" and "left" say that something is left only where nothing else follows or leads to them: relations remain close,
  /// and a minister left the room.
  private var isOfRest: Bool {
    let (end, last) = (claim.range.upperBound, sentence.key(claim.range.upperBound - 1))
    let next = end < clause.upperBound && sentence.tokens[end].kind != .mark ? sentence.key(end) : ""
    switch last {
    case "remain", "remains", "remained":
      return next.isEmpty || next == "{" || Self.afterRemain.contains(next)
        || sentence.phrases(at: end).contains {
          [.open, .remaining].contains($0.sense)
        }
    case "left" where claim.range.count == 1:
      return Self.beforeLeft.contains(sentence.key(claim.range.lowerBound - 1))
        || ["to", "open", "over", "undone"].contains(next)
    default: return true
    }
  }

  private static let afterRemain: Set<String> = [
    "on", "in", "to", "between", "over", "about", "along", "for", "with", "of", "at", "here", "there",
    "where",
  ]
  private static let beforeLeft: Set<String> = [
    "is", "are", "was", "were", "be", "been", "still", "nothing", "little", "much", "work", "some", "what",
    "{",
  ]
}

/// A figure that tells how much is left or how much is done.
private struct FigureOfRest {
  var figure: Figure
  /// How much is done, in per cent.
  var isOfDone: Bool

  /// What is more than nothing or less than all leaves something.
  var isNothingLeft: Bool {
    isOfDone
      ? figure.value >= 100 && ![.lessThan, .atMost, .lessThanAbout].contains(figure.qualifier)
      : figure.value.isZero && ![.moreThan, .atLeast, .moreThanAbout].contains(figure.qualifier)
  }
}
