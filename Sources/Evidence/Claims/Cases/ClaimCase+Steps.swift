import Foundation

extension ClaimCase {
  // MARK: Deficits

  /// A movement as a word of direction is meant of it: a deficit of −20 after −10 has grown, and has worsened.
  func told(_ movement: FigureCourse, by phrase: ClaimVocabulary.Phrase) -> FigureCourse {
    let isOfWorth =
      ["improv", "worsen", "deteriorat"].contains { phrase.words[0].hasPrefix($0) }
      || ["worse", "better"].contains(phrase.words[phrase.words.count - 1])
    let isIllLabel = ground.isIll(movement.to)
    if let ofSize = movement.ofSize {
      let isOfDistance = ["widen", "narrow", "deepen"].contains { phrase.words[0].hasPrefix($0) }
      return !isOfWorth && (isIllLabel || isOfDistance || speaksOfIll(subjectOrEarlier)) ? ofSize : movement
    }
    return isOfWorth && (isIllLabel || speaksOfIll(subjectOrEarlier)) ? movement.reversed : movement
  }

  /// "The deficit, {a}, had melted away": what is told of stands in the clause before.
  private var subjectOrEarlier: Set<String> {
    let own = subject
    guard own.isEmpty else { return own }
    let earlier = sentence.tokens[..<claim.range.lowerBound].filter { $0.kind == .word }.map(\.text)
    return ground.contentWords(of: earlier.joined(separator: " "))
  }

  /// Of words in their plainest form.
  func speaksOfIll(_ words: Set<String>) -> Bool {
    ground.senses(of: words.map { "\($0) \($0)s" }.joined(separator: " ")).contains(.ill)
  }

  // MARK: Step by step

  /// Of a movement that is said of every year, the first step that went another way; `nil` where nothing of the kind is
  /// said, or none did.
  func brokenStep(_ phrase: ClaimVocabulary.Phrase, of movement: FigureCourse) -> FigureCourse? {
    guard [.up, .down].contains(phrase.sense), !claim.isDenied else { return nil }
    let wanted = phrase.sense == .up ? 1 : -1
    if let step = brokenStepOfList(wanted, phrase, movement) { return step }
    guard let run else { return nil }
    return steps(of: movement, run).first { told($0, by: phrase).direction != wanted }
  }

  private enum Run {
    case all
    case years(Int)
  }

  /// "every year", "for the third year running", "three years in a row".
  private var run: Run? {
    let isAlone = !others.contains { $0.phrase([.up, .down]) != nil }
    let stretch = isAlone ? 0..<sentence.tokens.count : clause
    if let years = stretch.lazy.compactMap({ self.years(at: $0) }).first { return .years(years) }
    let isSaid = stretch.contains { index in
      sentence.phrases(at: index).contains {
        // "In every year of drought"
        $0.sense == .always
          && !["of", "when", "that", "with", "but", "except", "save"].contains(
            sentence.key(index + $0.words.count))
      }
    }
    return isSaid ? .all : nil
  }

  /// How many years on end are named at a token.
  private func years(at index: Int) -> Int? {
    let key = sentence.key(index)
    let ordinal = NumberWords.ordinals[key]
    guard let count = ordinal ?? NumberWords.small[key] ?? Int(key), (2..<60).contains(count) else {
      return nil
    }
    let words = (1...5).map { sentence.key(index + $0) }
    // "3rd"
    let next =
      ordinal == nil && NumberWords.ordinalEndings.contains(words[0]) ? Array(words.dropFirst()) : words
    let isOnEnd = ["consecutive", "successive", "straight"].contains(next[0])
    guard ["year", "years"].contains(isOnEnd ? next[1] : next[0]) else { return nil }
    let isRunning = next[1] == "running" || next[1] == "on" && next[2] == "end"
    let isInRow = next[1] == "in" && (next[2] == "succession" || next[2] == "a" && next[3] == "row")
    return isOnEnd || isRunning || isInRow ? count : nil
  }

  private func steps(of movement: FigureCourse, _ run: Run) -> [FigureCourse] {
    let last = ground.table.original(of: movement.to)
    guard let end = last.period else { return [] }
    let series = ground.series(of: last).filter { ($0.period ?? .never) <= end }
    let start = start(of: movement, run, end: end)
    if ground.ownDirection(of: last) != nil {
      return series.filter { ($0.period ?? .never).firstMonth > start }.compactMap { figure in
        ground.ownDirection(of: figure).map { FigureCourse(change: figure, direction: $0) }
      }
    }
    let known = series.filter { ($0.period ?? .never).firstMonth >= start }
    return zip(known, known.dropFirst()).map(FigureCourse.init)
  }

  /// The month that the steps begin with.
  private func start(of movement: FigureCourse, _ run: Run, end: Period) -> Int {
    if case .years(let count) = run { return end.firstMonth - count * 12 }
    if let year = baseYear { return year * 12 }
    guard let from = movement.from, let period = from.period else { return 0 }
    let isBefore = ground.predecessor(of: ground.table.original(of: movement.to))?.id == from.id
    return isBefore ? 0 : period.firstMonth
  }
}

extension ClaimGround {
  /// Whether what a figure's label names first is a thing of which less is better: "Loss of the airline", but not "Wages
  /// after inflation" or "Reduction of the deficit".
  func isIll(_ figure: Figure) -> Bool {
    let words = TextToken.tokens(of: Array(figure.label.unicodeScalars)).map(\.key)
    let head = words.prefix {
      !["of", "in", "on", "at", "after", "for", "by", "from", "with", "to", ",", "("].contains($0)
    }
    let senses = senses(of: head.joined(separator: " "))
    return senses.contains(.ill) && !senses.contains(.down)
  }
}
