import Diagnostics
import Foundation

extension FigureTable {
  /// Says how a figure compares with another: direction, sign, plural and rounding follow the data.
  ///
  /// Percentages are whole numbers from 10% on and have one decimal below. Where either side is not exact the
  /// comparison is not either: "more than" or "less than" is said where that follows from both qualifiers and
  /// can't hide the other direction, "about" otherwise. But where one figure is derived from the other by a
  /// stated proportion (`a / 1.40`), that proportion is what the source says, and stands as it is.
  /// - Throws: an error without a place if the two can't be compared: different units, periods of different
  ///   length (a gap to a target may be measured before its period is over), a multiple of zero.
  public func words(_ comparison: Comparison, of figure: Figure, to other: Figure) throws(DiagnosticError)
    -> String
  {
    try Self.checkUnits(figure, other)
    try Self.checkPeriods(comparison, figure, other)
    let pair = FigurePair(figure, other, isStatedProportion: isStatedProportion(figure, other))
    return switch comparison {
    case .change: try pair.change()
    case .higher: try pair.higher()
    case .times: try pair.times()
    case .gap: pair.gap()
    }
  }

  static func checkUnits(_ a: Figure, _ b: Figure) throws(DiagnosticError) {
    guard a.unit.dimension == b.unit.dimension else {
      throw DiagnosticError(
        "'\(a.id)' is in \(a.unit.name) and '\(b.id)' in \(b.unit.name): they can't be compared",
        advice: "compare figures of one unit")
    }
  }

  static func checkPeriods(_ comparison: Comparison, _ a: Figure, _ b: Figure) throws(DiagnosticError) {
    guard let period = a.period, let other = b.period, period.months != other.months else { return }
    let isPartOfTarget = b.status == .target && other.holds(period)
    if comparison == .gap, isPartOfTarget { return }
    throw DiagnosticError(
      "'\(a.id)' is for \(period.words()) and '\(b.id)' for \(other.words()), which is not as long",
      advice: "compare the same months of both years, or derive a figure that can be compared")
  }

  /// Pairs of ids among some figures whose proportion the source states: what their qualifiers leave open between
  /// them, it settles.
  public func statedProportions(among figures: [Figure]) -> Set<Set<String>> {
    let named = Dictionary(grouping: figures) { original(of: $0).id }
    var pairs: Set<Set<String>> = []
    for figure in figures {
      guard let text = original(of: figure).formula, let formula = try? Formula(text) else { continue }
      for base in Set(formula.figures.map(\.id)) {
        for other in named[base] ?? [] where isStatedProportion(figure, other) {
          pairs.insert([figure.id, other.id])
        }
      }
    }
    return pairs
  }

  /// Whether one is by its formula the other times something exact.
  func isStatedProportion(_ a: Figure, _ b: Figure) -> Bool {
    let (a, b) = (original(of: a), original(of: b))
    return [(a, b), (b, a)].contains { derived, base in
      guard let text = derived.formula, let formula = try? Formula(text), formula.isProportional(to: base.id)
      else {
        return false
      }
      return formula.figures.allSatisfy { $0.id == base.id || self[$0.id]?.qualifier == .exact }
    }
  }
}

/// Two figures that can be compared, in the words of one language.
struct FigurePair {
  private let a: Figure
  private let b: Figure
  /// Both in whole units of the same thing.
  private let value: Decimal
  private let other: Decimal
  private let certainty: Certainty
  private let proportionCertainty: Certainty
  private let isStatedProportion: Bool
  private let vocabulary = Vocabulary.english

  /// Ratios are compared with this many digits, so that a base derived from a percentage gives it back exactly.
  private static let comparedDigits = 25

  init(_ a: Figure, _ b: Figure, isStatedProportion: Bool) {
    self.a = a
    self.b = b
    value = a.value * a.unit.factor
    other = b.value * b.unit.factor
    certainty = Certainty(a.qualifier, minus: b.qualifier)
    self.isStatedProportion = isStatedProportion
    proportionCertainty = isStatedProportion ? .exact : certainty
  }

  func change() throws(DiagnosticError) -> String {
    let difference = try difference()
    return Movement(of: a, from: b).words(difference, isUndirected)
  }

  func higher() throws(DiagnosticError) -> String {
    if isUndirected { return vocabulary.neitherHigherNorLower }
    return try difference().higherWords
  }

  func gap() -> String {
    if isUndirected { return vocabulary.neitherAboveNorShort }
    return switch absoluteDifference() {
    case .larger(let amount): "\(amount) \(vocabulary.above)"
    case .smaller(let amount): "\(amount) \(vocabulary.shortOf)"
    case .none(.exact): vocabulary.levelWith
    case .none(.about): "\(vocabulary.about) \(vocabulary.levelWith)"
    case .none(.more): vocabulary.above
    case .none(.less): vocabulary.shortOf
    case .none(.moreOrEqual): vocabulary.atOrAbove
    case .none(.lessOrEqual): vocabulary.atOrBelow
    }
  }

  func times() throws(DiagnosticError) -> String {
    let ratio = try self.ratio("a multiple")
    if isUndirected { return vocabulary.neitherMoreNorLess }
    if ratio == 1 {
      return proportionCertainty == .exact ? vocabulary.sameAs : "\(vocabulary.about) \(vocabulary.sameAs)"
    }
    return ratio > 1 ? multiple(ratio) : fraction(ratio)
  }

  /// Whether nobody can tell which of the two is larger: more than 3 and less than 3.1, more than 3 and exactly 3.1.
  /// What is said to be more than a number is taken to lie near it: more than 2 is less than 5.
  var isUndirected: Bool {
    guard !isStatedProportion else { return false }
    let difference = value - other
    let (first, second) = (Claim(a.qualifier), Claim(b.qualifier))
    let claim = first.plus(second.mirrored)
    let isContrary = claim.side == .above && difference < 0 || claim.side == .below && difference > 0
    guard isContrary else { return false }
    if first.side != .neither, second.side != .neither { return true }
    let bound = first.side == .neither ? b : a
    let size = (bound.value * bound.unit.factor).magnitude
    return difference.magnitude
      < min(Decimal(sign: .plus, exponent: -bound.quantity.lastPlace, significand: 1), size / 10)
  }

  /// A difference in words, its qualifier included; or none, and how sure that is.
  enum Difference {
    case larger(String)
    case smaller(String)
    case none(Certainty)
  }

  /// In per cent, or in percentage points between two percentages.
  func difference() throws(DiagnosticError) -> Difference {
    if a.unit.isPercent { return absoluteDifference() }
    let ratio = try self.ratio("a percentage")
    if ratio == 1 { return .none(proportionCertainty) }
    let percent = (ratio - 1).magnitude * 100
    let claim = proportionCertainty.ofSize(isPositive: ratio > 1)
    if ratio > 1 { return .larger(percentWords(percent, claim)) }
    return .smaller(percentWords(percent, claim))
  }

  private func absoluteDifference() -> Difference {
    let difference = value - other
    if difference.isZero { return .none(certainty) }
    let claim = certainty.ofSize(isPositive: difference > 0)
    let amount = amount(of: difference.magnitude, claim)
    // What is too small to be shown is about level.
    if amount.shown.isZero { return .none(.about) }
    let words = claim.prefix + (a.unit.isPercent ? percentagePoints(amount) : amount.words)
    return difference > 0 ? .larger(words) : .smaller(words)
  }

  /// In the larger of the two scales that leaves at least one, with no more decimals than the figures themselves
  /// show.
  private func amount(of difference: Decimal, _ claim: Certainty) -> Amount {
    let units = [a, b].map(\.unit).sorted { $0.scale.rawValue > $1.scale.rawValue }
    let unit = units.first { difference >= $0.scale.factor } ?? units[1]
    let places = [a, b].map { figure in
      let shift = figure.unit.scale.rawValue - unit.scale.rawValue
      return max(
        0, Amount(value: figure.value, precision: figure.precision, unit: figure.unit).decimalPlaces - shift)
    }
    let shown = (difference / unit.scale.factor).rounded(decimals: places.max() ?? 0, claim.rounding)
    return Amount(value: shown, precision: nil, unit: unit)
  }

  private func percentagePoints(_ amount: Amount) -> String {
    let noun = amount.shown == 1 ? vocabulary.percentagePoints.singular : vocabulary.percentagePoints.plural
    return "\(amount.number) \(noun)"
  }

  /// "twice", "three times", "2.5 times", "about 12 times".
  private func multiple(_ ratio: Decimal) -> String {
    // One decimal, but two just above 1, and none from ten on.
    let decimals = ratio >= 10 ? 0 : ratio >= Decimal(11) / 10 ? 1 : 2
    let shown = ratio.rounded(decimals: decimals, proportionCertainty.rounding)
    if shown == 1 { return "\(vocabulary.about) \(vocabulary.sameAs)" }
    let words: String
    if shown == 2 {
      words = vocabulary.twice
    } else {
      let name = shown.isWhole ? vocabulary.smallNumbers[NSDecimalNumber(decimal: shown).intValue] : nil
      words = "\(name ?? shown.digits()) \(vocabulary.times)"
    }
    // A whole multiple would claim to be exact.
    let isRounded = proportionCertainty == .exact && shown.isWhole && shown != ratio
    return (isRounded ? Certainty.about : proportionCertainty).prefix + words
  }

  /// "half", "two fifths of", "about a third of", "43% of".
  private func fraction(_ ratio: Decimal) -> String {
    for fraction in vocabulary.fractions {
      let (numerator, wanted) = (ratio * Decimal(fraction.denominator), Decimal(fraction.numerator))
      // The last digit of a third is rounded.
      if numerator.rounded(significantDigits: Self.comparedDigits - 2) == wanted {
        return proportionCertainty.prefix + fraction.words
      }
      // Within 2% of it the words are "about" right.
      if (numerator - wanted).magnitude <= wanted / 50, [.exact, .about].contains(proportionCertainty) {
        return Certainty.about.prefix + fraction.words
      }
    }
    return percentWords(ratio * 100, proportionCertainty) + " " + vocabulary.of
  }

  /// Whole from 10% on, with one decimal below; "less than 0.1%" rather than nothing, and never 100% of what is not.
  private func percentWords(_ percent: Decimal, _ claim: Certainty) -> String {
    let tenths = percent.rounded(decimals: 1, claim.rounding)
    if tenths.isZero { return percent.isZero ? claim.prefix + "0%" : "\(vocabulary.lessThan) 0.1%" }
    let shown = tenths < 10 ? tenths : percent.rounded(decimals: 0, claim.rounding)
    guard shown == 100, percent != 100 else { return claim.prefix + shown.digits() + "%" }
    if percent > 100 {
      return tenths == 100 ? Certainty.about.prefix + "100%" : claim.prefix + tenths.digits() + "%"
    }
    let part = min(percent, Decimal(999) / 10).rounded(decimals: 1, .down)
    return (part == percent || claim != .exact ? claim : .more).prefix + part.digits() + "%"
  }

  private func ratio(_ purpose: String) throws(DiagnosticError) -> Decimal {
    if other.isZero {
      throw DiagnosticError(
        "division by zero: '\(b.id)' is 0, and \(purpose) of it says nothing", advice: "use 'gap to'")
    }
    if other < 0 || value < 0 {
      throw DiagnosticError(
        "'\(other < 0 ? b.id : a.id)' is negative, and \(purpose) says nothing then", advice: "use 'gap to'")
    }
    return (value / other).rounded(significantDigits: Self.comparedDigits)
  }
}

extension Amount {
  /// How many decimals are shown.
  var decimalPlaces: Int {
    if case .decimals(let decimals) = precision { return max(decimals, shown.decimalCount) }
    return shown.decimalCount
  }
}
