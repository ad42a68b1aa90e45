/// Times that a sentence says without naming them: what was before a change, and what is now.
extension NumberStatement {
  /// Words by which the number is of another time than a period that the sentence names; `nil` where it may be of that.
  func otherTime(than period: Period, unlessIn said: PeriodsInText) -> String? {
    guard said.all.contains(where: { $0.period == period || $0.period.firstYear == period.firstYear }) else {
      return nil
    }
    return valueBefore(said) ?? valueNow(said)
  }

  /// "Pensions went from 200 to 260 lari in January 2024": the 200 were before.
  private func valueBefore(_ said: PeriodsInText) -> String? {
    guard key(number.lowerBound - 1) == "from" else { return nil }
    guard
      let next = others.filter({ $0.lowerBound >= number.upperBound }).min(by: {
        $0.lowerBound < $1.lowerBound
      }),
      next.lowerBound - number.upperBound < 4,
      interval(number.upperBound, upTo: next.lowerBound).contains(where: { key($0) == "to" }),
      said.all.filter({ sentence.contains($0.tokens.lowerBound) }).count == 1,
      let time = said.all.first, time.period.months <= 12, !time.isStretch,
      time.tokens.lowerBound >= next.upperBound || time.tokens.upperBound < number.lowerBound
    else { return nil }
    let verbs = interval(max(sentence.lowerBound, number.lowerBound - 4), upTo: number.lowerBound - 1)
    return verbs.contains { Self.moves.contains(key($0)) } ? "from" : nil
  }

  private static let moves: Set<String> = [
    "went", "raised", "rose", "risen", "fell", "fallen", "increased", "up", "down", "cut", "grew", "lowered",
    "lifted",
    "dropped", "climbed", "reduced", "brought", "moved", "jumped",
  ]

  /// "It was 1.2 million in 2010; today it's 3 million": the 3 million are of today.
  private func valueNow(_ said: PeriodsInText) -> String? {
    var place = number.lowerBound - 1
    while sentence.contains(place), number.lowerBound - place < 7,
      ![",", ";", ":", "while", "but", "and", "whereas"].contains(key(place))
    {
      if Self.now.contains(key(place)) {
        let isOther = said.all.allSatisfy {
          $0.tokens.upperBound <= place || $0.tokens.lowerBound > number.upperBound + 6
        }
        let hasOther = others.contains { one in
          said.all.contains {
            abs($0.tokens.lowerBound - one.upperBound) < 6 || abs(one.lowerBound - $0.tokens.upperBound) < 6
          }
            && one.upperBound <= place
        }
        return isOther && hasOther ? key(place) : nil
      }
      place -= 1
    }
    return nil
  }

  private static let now: Set<String> = ["today", "now", "nowadays", "currently", "presently"]
}
