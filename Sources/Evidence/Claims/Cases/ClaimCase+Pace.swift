import Foundation

extension ClaimCase {
  /// Holds "growth has slowed" and "the decline is speeding up" against how fast it was: figures that are themselves changes,
  /// or the steps between three and more of one kind.
  func judgePace() -> ClaimJudgement {
    guard let phrase = claim.phrase([.faster, .slower]), !claim.isSupposed, let isOfFall,
      let course = course(isOfFall)
    else { return .none }
    let (first, before, last) = (
      course.paces[0], course.paces[course.paces.count - 2], course.paces[course.paces.count - 1]
    )
    let (toFirst, toBefore) =
      phrase.sense == .faster ? (last - first, last - before) : (first - last, before - last)
    let isSo = toFirst > 0 || toBefore > 0
    let isSurelySo = toFirst > 0 && toBefore > 0
    if claim.isDenied ? !isSurelySo : isSo { return .agrees }
    return .contradicted(course.words, advice: "mend the words, or leave them out", isSure: true)
  }

  /// Whether it is a fall whose pace is told; `nil` where it is no movement's: trains slow down, too.
  private var isOfFall: Bool? {
    let movement = others.last {
      clause.contains($0.range.lowerBound) && $0.phrase([.up, .down]) != nil
        && !$0.range.overlaps(claim.range)
    }
    return movement.map { $0.says(.down) }
  }

  /// How fast it was at each time, in their order, and the last two figures in words.
  private func course(_ isOfFall: Bool) -> (paces: [Decimal], words: String)? {
    var figures = sentence.references.filter { $0.others.isEmpty }.compactMap { ground.original($0.id) }
      .filter { !ground.isTarget($0) && $0.period != nil }
    if let only = figures.first, figures.count == 1, let before = ground.predecessor(of: only) {
      figures.insert(before, at: 0)
    }
    figures.sort { ($0.period ?? .never) < ($1.period ?? .never) }
    guard figures.count > 1, Set(figures.map(\.label)).count == 1,
      Set(figures.map(\.period)).count == figures.count,
      Set(figures.map { $0.period?.months }).count == 1
    else { return nil }
    let (last, before) = (figures[figures.count - 1], figures[figures.count - 2])
    let words = "'\(last.id)' is \(last.words(.full)) after \(before.words(.full))"
    return (paces(of: figures) ?? steps(of: figures)).flatMap { paces in
      let told = isOfFall ? paces.map { -$0 } : paces
      // Of what went the other way nobody knows what is meant.
      return told.allSatisfy { $0 < 0 } ? nil : (told, words)
    }
  }

  /// Upwards, of figures that are changes.
  private func paces(of figures: [Figure]) -> [Decimal]? {
    let paces = figures.compactMap { figure in
      ground.ownDirection(of: figure).map { figure.value.magnitude * Decimal($0) }
    }
    return paces.count == figures.count ? paces : nil
  }

  /// Upwards, in per cent a month, between amounts.
  private func steps(of figures: [Figure]) -> [Decimal]? {
    guard figures.count > 2, figures.allSatisfy({ $0.amount > 0 && ground.ownDirection(of: $0) == nil })
    else { return nil }
    return zip(figures, figures.dropFirst()).map { before, after in
      let months = (after.period?.firstMonth ?? 1) - (before.period?.firstMonth ?? 0)
      return (after.amount - before.amount) / before.amount / Decimal(max(months, 1))
    }
  }
}
