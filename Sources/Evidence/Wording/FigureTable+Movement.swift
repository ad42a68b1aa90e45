import Diagnostics
import Foundation

extension FigureTable {
  /// A movement has two ends: actual values or estimates of one thing, of periods that are as long, the later one
  /// last.
  /// - Throws: an error without a place that names what it is instead.
  func checkMovement(from start: Figure, to end: Figure) throws(DiagnosticError) {
    try Self.checkUnits(end, start)
    try Self.checkPeriods(.change, end, start)
    if let goal = [end, start].first(where: isGoal) {
      throw DiagnosticError(
        "'\(goal.id)' is a goal: nothing has moved from or to it",
        advice: "write 'higher than', 'gap to' or 'on the way to'")
    }
    guard let last = end.period, let first = start.period else { return }
    if last.firstMonth <= first.firstMonth {
      throw DiagnosticError(
        "'\(end.id)' (\(last.words())) is not later than '\(start.id)' (\(first.words())): nothing has moved from one to the other",
        advice: "name the later figure first, or write 'higher than' or 'larger than'")
    }
    if let asOf, end.status == .estimate, last.firstMonth > asOf.lastMonth {
      throw DiagnosticError(
        "'\(end.id)' is an estimate for \(last.words()), after the date of the figures: nothing has moved yet",
        advice: "write 'higher than', or correct the date")
    }
  }

  /// "rose", "a fall", "steady" …
  func movement(from start: Figure, to end: Figure, _ ways: ClaimWords.Ways) throws(DiagnosticError) -> String
  {
    guard let words = ways[try moved(from: start, to: end)] else { throw unknownOrder(end, start) }
    return words
  }

  private func moved(from start: Figure, to end: Figure) throws(DiagnosticError) -> FigureOrder {
    try checkMovement(from: start, to: end)
    return FigureOrder(end, start, isStatedProportion: isStatedProportion(end, start))
  }

  /// "grew by 3%", "shrank", "did not change": of a figure that is a change itself.
  func change(_ figure: Figure, withSize: Bool) throws(DiagnosticError) -> String {
    let words = claims.grew
    if figure.value.isZero, figure.qualifier == .exact { return words.unchanged }
    if figure.value.isZero, figure.qualifier == .about { return words.hardlyChanged }
    let isGrowth = figure.value > 0 || [.moreThan, .atLeast].contains(figure.qualifier)
    if figure.value <= 0, ![.exact, .about].contains(figure.qualifier), !(isGrowth && figure.value.isZero) {
      throw DiagnosticError(
        "\(said(figure)) may be a smaller fall or a larger one", advice: "give an exact value, or 'about'")
    }
    let verb = isGrowth ? words.grew : words.shrank
    if !withSize { return verb }
    var size = figure
    size.value = figure.value.magnitude
    return "\(verb) \(words.by) \(size.words(.full))"
  }

  /// "recovered", "fell back", "rose further" …: what a movement is after an earlier one.
  func recovery(from middle: Figure, after first: Figure, to end: Figure) throws(DiagnosticError) -> String {
    let (before, now) = (try moved(from: first, to: middle), try moved(from: middle, to: end))
    let words = claims.course
    switch (before, now) {
    case (.less, .greater):
      return switch FigureOrder(end, first, isStatedProportion: isStatedProportion(end, first)) {
      case .less: words.partlyRecovered
      case .greater, .equal, .aboutEqual, .atLeast: words.recovered
      case .atMost, .unknown: words.roseAgain
      }
    case (.greater, .less): return words.fellBack
    case (.greater, .greater): return words.roseFurther
    case (.less, .less): return words.fellFurther
    default: return try movement(from: middle, to: end, claims.rose)
    }
  }

  /// "doubled", "more than tripled", "halved"; where no such factor is near, "rose" or "fell".
  func manifold(from start: Figure, to end: Figure) throws(DiagnosticError) -> String {
    let order = try moved(from: start, to: end)
    guard start.value > 0, end.value > 0, order == .greater || order == .less else {
      return try movement(from: start, to: end, claims.rose)
    }
    let leaning =
      isStatedProportion(end, start) ? Leaning(.exact) : Leaning(end.qualifier, against: start.qualifier)
    let factor = Factor(end.wholeValue, start.wholeValue, leaning)
    return (order == .greater ? factor.gain() : factor.loss())
      ?? (order == .greater ? claims.rose.greater : claims.rose.less)
  }
}

/// How many times one value is another, in verbs.
private struct Factor {
  private let end: Decimal
  private let start: Decimal
  private let leaning: Leaning
  private let vocabulary = Vocabulary.english

  /// So near to a whole factor, in its part, it is "about" that one.
  private static let near = Decimal(2) / 100
  /// "nearly doubled": from 1.9 times on; "nearly halved": down to 0.55.
  private static let nearlyDoubled = Decimal(19) / 10
  private static let nearlyHalved = Decimal(55) / 100

  init(_ end: Decimal, _ start: Decimal, _ leaning: Leaning) {
    (self.end, self.start, self.leaning) = (end, start, leaning)
  }

  private var isCertain: Bool { !leaning.canBeMore && !leaning.canBeLess }

  func gain() -> String? {
    let words = vocabulary.claims.manifold
    for (factor, verb, word) in words.verbs.reversed() {
      let whole = start * Decimal(factor)
      if isCertain, (end - whole).magnitude <= whole * Self.near {
        return end == whole && !leaning.isAbout ? verb + word : "\(verb)\(vocabulary.about) \(word)"
      }
      if end > whole || (end == whole && leaning.canBeMore && leaning.isStrict) {
        return "\(verb)\(vocabulary.moreThan) \(word)"
      }
      if end == whole, leaning.canBeMore { return "\(verb)\(vocabulary.atLeast) \(word)" }
    }
    guard isCertain, end >= start * Self.nearlyDoubled, let doubled = words.verbs.first else { return nil }
    return "\(words.nearly) \(doubled.word)"
  }

  func loss() -> String? {
    let words = vocabulary.claims.manifold
    let half = start / 2
    if isCertain, (end - half).magnitude <= half * Self.near {
      return end == half && !leaning.isAbout ? words.halved : "\(vocabulary.about) \(words.halved)"
    }
    if end < half || (end == half && leaning.canBeLess && leaning.isStrict) {
      return "\(vocabulary.moreThan) \(words.halved)"
    }
    if end == half, leaning.canBeLess { return "\(vocabulary.atLeast) \(words.halved)" }
    return isCertain && end <= start * Self.nearlyHalved ? "\(words.nearly) \(words.halved)" : nil
  }
}
