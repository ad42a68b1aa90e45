extension ClaimSentence {
  /// The two amounts that words of comparison speak of where they don't stand on both sides of the words: "Solar, with {a},
  /// exceeds wind, with {b}", "more firms than farms: {a} against {b}", "fewer than in {b|period}: {a} against {b}".
  ///
  /// - Returns: the one that is said to be more or less, and the other; `nil` where it isn't sure which are meant.
  func pair(comparedBy words: Range<Int>, _ ground: ClaimGround) -> (one: Figure, other: Figure)? {
    let amounts = references(in: 0..<tokens.count).filter { $0.reference.others.isEmpty }.compactMap {
      index, reference in
      ground.figure(reference.id).map { (index: index, figure: $0) }
    }
    guard amounts.count == 2, amounts[1].index >= words.upperBound,
      amounts[0].figure.isOfKind(of: amounts[1].figure),
      amounts[0].figure.id != amounts[1].figure.id,
      !amounts.contains(where: { ground.isGoal($0.figure) })
    else { return nil }
    let (first, second) = (amounts[0].figure, amounts[1].figure)
    let isListed = amounts[0].index >= words.upperBound
    let amount = isListed ? amounts[0].index : amounts[1].index
    let end = isListed ? (words.upperBound..<amount).first { key($0) == ":" } ?? amount : amount
    if isListed, isSetOff(amounts[1].index, from: amounts[0].index, after: words) { return (second, first) }
    if first.label == second.label {
      return isListed ? pairInTime(first, second, between: words.upperBound, and: end, ground) : nil
    }
    let left = content(0..<words.upperBound, ground)
    let right = content(words.upperBound..<end, ground)
    func isNamed(_ figure: Figure, by words: Set<String>, not others: Set<String>, beside rival: Figure)
      -> Bool
    {
      let own = ground.contentWords(of: figure.label).subtracting(ground.contentWords(of: rival.label))
      // "Exports" and "imports" are words for one thing, too: what is named itself is meant.
      if !own.isDisjoint(with: left.union(right)) {
        return !own.isDisjoint(with: words) && own.isDisjoint(with: others)
      }
      return ground.speaks(words, ofWords: own) && !ground.speaks(others, ofWords: own)
    }
    for (one, other) in [(first, second), (second, first)]
    where isNamed(one, by: left, not: right, beside: other)
      && isNamed(other, by: right, not: left, beside: one)
    {
      return (one, other)
    }
    return nil
  }

  /// "Below {a}, at {b}": what is compared follows what it is compared with.
  private func isSetOff(_ second: Int, from first: Int, after words: Range<Int>) -> Bool {
    first - words.upperBound < 3 && second == first + 3 && key(first + 1) == ","
      && ["at", "with"].contains(key(first + 2))
  }

  /// "{now} against {then}", where the words between say "in {then|period}" or "before".
  private func pairInTime(
    _ first: Figure, _ second: Figure, between start: Int, and end: Int, _ ground: ClaimGround
  )
    -> (one: Figure, other: Figure)?
  {
    guard let one = first.period, let two = second.period, one != two else { return nil }
    let between = start..<end
    if let time = between.lazy.compactMap({ tokens[$0].reference }).first(where: \.saysPeriod) {
      let named = ground.original(time.id)?.period
      if named == two { return (first, second) }
      return named == one ? (second, first) : nil
    }
    // "Than in 2021"
    if let year = between.lazy.compactMap({ typedYear(at: $0) }).first, one.firstYear != two.firstYear {
      if two.firstYear == year { return (first, second) }
      return one.firstYear == year ? (second, first) : nil
    }
    let isBefore =
      between.contains { ["before", "ago", "earlier", "previously"].contains(key($0)) }
      || key(start - 1) == "before"
    guard isBefore else { return nil }
    return two < one ? (first, second) : (second, first)
  }

  private func typedYear(at index: Int) -> Int? {
    guard key(index - 1) == "in", tokens[index].kind == .digits else { return nil }
    return Int(key(index)).flatMap { (1000..<2200).contains($0) ? $0 : nil }
  }

  private func content(_ range: Range<Int>, _ ground: ClaimGround) -> Set<String> {
    ground.contentWords(of: tokens[range].filter { $0.kind == .word }.map(\.text).joined(separator: " "))
  }
}

extension Figure {
  /// Whether the two can be more or less than one another: counts can, whatever they count.
  func isOfKind(of other: Figure) -> Bool {
    unit.dimension == other.unit.dimension || unit.isCount && other.unit.isCount
  }
}
