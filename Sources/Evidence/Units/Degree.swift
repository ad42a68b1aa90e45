import Diagnostics
import Foundation

/// How much of a whole: "nearly all of", "most of", "about a third of".
///
/// Near to a simple fraction it is named ("about" where it is not exactly that), else "more than" or "less than" the
/// nearest one; above three fifths "most", from 94% "nearly all", below 6% "hardly any" or, of things counted, "a few".
/// Where the qualifiers leave it open how much it is, the words are those that hold however much it is, and the
/// number itself where there are none.
struct Degree {
  /// In %.
  private var percent: Decimal
  private var leaning: Leaning
  private var isCount = false
  private let degrees = Vocabulary.english.claims.degrees
  private let vocabulary = Vocabulary.english

  private static let nearlyAll: Decimal = 94
  private static let hardlyAny: Decimal = 6
  private static let most: Decimal = 60
  /// So many percentage points off a fraction it is "about" that one.
  private static let near = Decimal(3) / 2
  /// Of numbers computed, so that a third is one.
  private static let comparedDigits = 25

  /// - Throws: an error without a place for what is no share in %.
  init(_ share: Figure) throws(DiagnosticError) {
    guard share.unit.isPercent else {
      throw DiagnosticError(
        "'\(share.id)' is in \(share.unit.name): of what it is a part is not said",
        advice: "name the whole: 'most of' and its id")
    }
    guard share.value >= 0, share.value <= 100 else {
      throw DiagnosticError(
        "'\(share.id)' is \(plain(share.words(.value))): that is no part of a whole",
        advice: "write 'higher than' or the figure alone")
    }
    percent = share.value
    leaning = Leaning(share.qualifier)
  }

  /// What a share leaves of the whole.
  init(leftBy share: Figure) throws(DiagnosticError) {
    try self.init(share)
    percent = 100 - percent
    (leaning.canBeMore, leaning.canBeLess) = (leaning.canBeLess, leaning.canBeMore)
  }

  fileprivate init(_ part: Figure, in whole: Figure, isStatedProportion: Bool) throws(DiagnosticError) {
    guard whole.value > 0, part.value >= 0 else {
      throw DiagnosticError(
        "'\(whole.value > 0 ? part.id : whole.id)' is \(plain((whole.value > 0 ? part : whole).words(.value))): that is no part, and no whole",
        advice: "use 'gap to'")
    }
    percent = (part.wholeValue / whole.wholeValue * 100).rounded(significantDigits: Self.comparedDigits)
    leaning = isStatedProportion ? Leaning(.exact) : Leaning(part.qualifier, against: whole.qualifier)
    isCount = part.unit.isCount
    if leaning.canBeMore, leaning.canBeLess {
      throw DiagnosticError(
        "how much '\(part.id)' is of '\(whole.id)' is not known, as both could be more or less",
        advice: "find exact values, or say both figures")
    }
  }

  func words() -> String {
    if leaning.canBeMore { return atLeast() }
    if leaning.canBeLess { return atMost() }
    if percent > 100 { return degrees.moreThanAll }
    if percent == 100, !leaning.isAbout { return degrees.all }
    if percent >= Self.nearlyAll { return degrees.nearlyAll }
    if percent == 0, !leaning.isAbout { return degrees.none }
    if percent < Self.hardlyAny { return isCount ? degrees.few : degrees.hardlyAny }
    if let fraction = nearest(), (percent - fraction.size).magnitude <= Self.near {
      let isIt = fraction.size.rounded(significantDigits: 20) == percent.rounded(significantDigits: 20)
      return isIt && !leaning.isAbout ? fraction.word : "\(vocabulary.about) \(fraction.word)"
    }
    if percent >= Self.most { return degrees.most }
    guard let fraction = nearest() else { return number() }
    return (percent > fraction.size ? vocabulary.moreThan : vocabulary.lessThan) + " " + fraction.word
  }

  /// What holds of this much and of all that is more.
  private func atLeast() -> String {
    if percent > 100 || (percent == 100 && leaning.isStrict) { return degrees.moreThanAll }
    if percent >= Self.nearlyAll { return number() }
    if percent >= Self.most { return degrees.most }
    guard let fraction = fractions.first(where: { $0.size <= percent }) else { return number() }
    let isEqual = fraction.size == percent && !leaning.isStrict
    return (isEqual ? vocabulary.atLeast : vocabulary.moreThan) + " " + fraction.word
  }

  /// What holds of this much and of all that is less.
  private func atMost() -> String {
    guard let fraction = fractions.last(where: { $0.size >= percent }) else { return number() }
    let isEqual = fraction.size == percent && !leaning.isStrict
    return (isEqual ? vocabulary.atMost : vocabulary.lessThan) + " " + fraction.word
  }

  private func number() -> String {
    let qualifier: Qualifier =
      leaning.canBeMore
      ? leaning.isStrict ? .moreThan : .atLeast
      : leaning.canBeLess ? leaning.isStrict ? .lessThan : .atMost : leaning.isAbout ? .about : .exact
    let mode: NSDecimalNumber.RoundingMode =
      leaning.canBeMore ? .down : leaning.canBeLess ? .up : .plain
    let shown = percent.rounded(decimals: percent < 10 ? 1 : 0, mode)
    return [qualifier.words(isCount: false), shown.digits() + "%", vocabulary.of]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private typealias Fraction = (size: Decimal, word: String)

  /// The largest first, in %.
  private var fractions: [Fraction] {
    degrees.fractions.map { (Decimal($0.numerator * 100) / Decimal($0.denominator), $0.word) }
  }

  private func nearest() -> Fraction? {
    fractions.min { (percent - $0.size).magnitude < (percent - $1.size).magnitude }
  }
}

extension FigureTable {
  /// How much one figure is of another; a part of a year may be a part of its goal.
  func degree(of part: Figure, in whole: Figure) throws(DiagnosticError) -> String {
    try Self.checkUnits(part, whole)
    if let inner = part.period, let outer = whole.period,
      !outer.holds(inner)
    {
      throw DiagnosticError(
        "'\(part.id)' is for \(inner.words()) and '\(whole.id)' for \(outer.words()): it is no part of that",
        advice: "compare figures of one period, or write 'times'")
    }
    return try Degree(part, in: whole, isStatedProportion: isStatedProportion(part, whole)).words()
  }
}
