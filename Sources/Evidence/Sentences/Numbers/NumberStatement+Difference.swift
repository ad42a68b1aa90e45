extension NumberStatement {
  /// The words by which the number is no level but its distance from something else: "too small", "a hole of", "more
  /// than".
  ///
  /// - Parameter isAmount: whether it is money, time or a measure, which may be saved.
  /// - Returns: `nil` where there are none.
  func difference(isAmount: Bool) -> String? { differenceBefore(isAmount) ?? differenceAfter }

  private func differenceBefore(_ isAmount: Bool) -> String? {
    let (last, earlier) = (key(number.lowerBound - 1), key(number.lowerBound - 2))
    if let movement = movementNamed { return movement }
    if last == "of", Self.gaps.contains(earlier) { return "\(earlier) of" }
    if isAmount, ["save", "saves", "saved"].contains(last) { return last }
    return last == "the" && ["double", "twice", "triple", "treble"].contains(earlier) ? "\(earlier) the" : nil
  }

  /// "The cut in aid, 35 million dollars", "a fall in exports of 2 billion", "the 35 million dollar cut in aid".
  private var movementNamed: String? {
    let isOf = [",", "of"].contains(key(number.lowerBound - 1))
    if isOf {
      for place in stride(from: number.lowerBound - 3, to: number.lowerBound - 7, by: -1)
      where Self.movements.contains(key(place)) && key(place + 1) == "in" {
        let between = interval(place + 2, upTo: number.lowerBound - 1)
        let isOwn = !between.contains { key($0) == "," || others.contains(where: { $0.contains(place) }) }
        return isOwn && !between.isEmpty ? "\(key(place)) in" : nil
      }
    }
    let next = key(number.upperBound)
    return Self.movements.contains(next) && key(number.upperBound + 1) == "in" ? "\(next) in" : nil
  }

  private static let movements: Set<String> = [
    "cut", "fall", "drop", "decline", "reduction", "decrease", "rise", "increase", "growth", "jump", "slump",
  ]

  private static let gaps: Set<String> = [
    "hole", "gap", "shortfall", "overrun", "overspend", "excess", "discrepancy", "difference", "margin",
    "lack",
    "shortage",
  ]

  private var differenceAfter: String? {
    // "80 wagons too few".
    for place in number.upperBound...number.upperBound + 3 where place < sentence.upperBound {
      let (key, next) = (key(place), key(place + 1))
      if key == "too", Self.degrees.contains(next) { return "too \(next)" }
      if Self.comparatives.contains(key), next == "than" { return "\(key) than" }
      if key == "short", next == "of" { return "short of" }
      if key == "as", Self.sizes.contains(next), place == number.upperBound { return "as \(next)" }
      if Self.sides.contains(key) {
        let noun = next == "the" ? self.key(place + 2) : next
        if Self.marks.contains(noun), next != "the" || noun != "plan" { return "\(key) \(noun)" }
      }
      guard tokens.isWord(place), !WordsAfterNumber.smallWords.contains(key) else { return nil }
    }
    return nil
  }

  private static let degrees: Set<String> = [
    "few", "many", "small", "large", "low", "high", "little", "much", "short", "long", "big", "late", "early",
    "dear",
    "expensive",
  ]
  private static let comparatives: Set<String> = [
    "more", "less", "fewer", "shorter", "longer", "higher", "lower", "larger", "smaller", "bigger", "wider",
    "deeper",
    "older", "younger", "dearer", "heavier", "lighter", "taller", "greater",
  ]
  private static let sizes: Set<String> = ["many", "much", "large", "high", "big", "long", "wide", "often"]
  private static let sides: Set<String> = ["over", "under", "above", "below", "beyond"]
  /// What a thing may be over or under.
  private static let marks: Set<String> = [
    "budget", "plan", "target", "that", "those", "what", "expectations", "forecast", "average", "estimate",
    "limit",
  ]
}
