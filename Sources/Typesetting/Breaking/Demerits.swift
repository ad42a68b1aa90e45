import Graphics

/// What makes a line bad, as numbers. The breaker finds the lines whose sum is least.
///
/// After Knuth and Plass, "Breaking paragraphs into lines", Software: Practice and Experience 11 (1981), in
/// the form and with the constants of TeX (The TeXbook, chapter 14) unless said otherwise.
struct Demerits {
  /// Of TeX's plain format; it keeps the number of lines down.
  static let perLine = 10.0
  static let consecutiveHyphens = 10_000.0
  /// A hyphen at the end of the line before the last.
  static let finalHyphen = 5_000.0
  /// What a break at a hyphen costs: as in plain TeX, and more in ragged text, which does well without.
  static let hyphenPenalty = 50.0
  static let raggedHyphenPenalty = 150.0
  /// A break in an address.
  static let addressPenalty = 100.0
  /// Breaks that a typographer avoids, and breaks inside words without a hyphen.
  static let joinedPenalty = 3_000.0
  static let clusterPenalty = 10_000.0
  /// A tight line beside a loose one.
  static let fitnessChange = 10_000.0
  /// Not TeX's: a last line of one short word. In justified text as bad as a line of badness 200, TeX's
  /// tolerance; more in ragged text, headings above all, where room is plenty.
  static let shortRaggedLastLine = 500_000.0
  static let shortJustifiedLastLine = 40_000.0
  /// Not TeX's: what a line costs whose glyphs are scaled and tracked as far as they may; it makes the breaker
  /// prefer what needs less, but rather this than spaces.
  static let flexBadness = 5.0
  /// A single last word is short if it takes less of the measure than this.
  static let shortLastLineShare = 1.0 / 3
  /// Points that nobody sees.
  static let hair = 1e-6
  static let worstRatio = 100.0
  /// Badness of a line that is wider than its measure and can't be broken: worse than all others.
  static let overfull = 1e9

  /// Where lines are filled: justified; else ragged.
  var isJustified: Bool
  /// How far a ragged line may stay behind its measure as a matter of course, in points; takes the place of
  /// the spaces' stretch.
  var rag: Double
  /// What a last line of one short word costs.
  var shortLastLine: Double
  /// The worst badness a line may have.
  var tolerance: Double
  /// Stretch that every line is granted, points (TeX's \emergencystretch).
  var emergencyStretch = 0.0

  init(isJustified: Bool, rag: Double, tolerance: Double) {
    self.isJustified = isJustified
    self.rag = rag
    self.tolerance = tolerance
    shortLastLine = isJustified ? Self.shortJustifiedLastLine : Self.shortRaggedLastLine
  }

  enum Fitness: Int {
    case tight, decent, loose, veryLoose
  }

  struct Fit {
    var badness: Double
    var fitness: Fitness
    /// Whether it is a last line of one short word.
    var isShort = false
  }

  /// How a line fits between two breaks.
  ///
  /// - Parameters:
  ///   - start: where the line before ended, or the paragraph's beginning.
  ///   - end: where the line ends.
  ///   - width: its measure.
  /// - Returns: `nil` if it would be wider than its measure, or is worse than the tolerance.
  func fit(from start: Break, to end: Break, width: Double) -> Fit? {
    let content = end.before - start.after
    let natural = content.width + end.hyphen - end.hangRight - start.hangLeft
    let missing = width - natural
    if end.isLast, missing >= 0 {
      return Fit(
        badness: 0, fitness: .decent,
        isShort: content.spaces == 0 && natural < width * Self.shortLastLineShare)
    }
    guard isJustified else {
      // A hair is forgiven: the same width may have been summed in another order.
      return missing < -Self.hair ? nil : accept(Self.badness(missing / rag), .decent)
    }
    let rest = max(0, abs(missing) - content.flex)
    if missing < 0 {
      guard rest <= content.shrink + Self.hair else { return nil }
      let ratio = rest == 0 ? 0 : min(1, rest / content.shrink)
      return accept(Self.badness(ratio) + Self.flex(missing, content.flex), ratio > 0.5 ? .tight : .decent)
    }
    let stretch = content.stretch + emergencyStretch
    let ratio = rest == 0 ? 0 : stretch > 0 ? rest / stretch : Self.worstRatio
    return accept(
      Self.badness(ratio) + Self.flex(missing, content.flex),
      ratio > 1 ? .veryLoose : ratio > 0.5 ? .loose : .decent)
  }

  private func accept(_ badness: Double, _ fitness: Fitness) -> Fit? {
    badness <= tolerance ? Fit(badness: badness, fitness: fitness) : nil
  }

  /// TeX's 100 r³, not rounded and not limited to 10000, so that of very bad lines the better ones are found.
  private static func badness(_ ratio: Double) -> Double {
    let ratio = min(ratio, worstRatio)
    return 100 * ratio * ratio * ratio
  }

  private static func flex(_ missing: Double, _ flex: Double) -> Double {
    guard flex > 0 else { return 0 }
    let share = min(1, abs(missing) / flex)
    return flexBadness * share * share * share
  }

  /// What a line adds to the paragraph's demerits.
  ///
  /// - Parameters:
  ///   - fit: how it fits.
  ///   - start: where the line before ended, or the paragraph's beginning.
  ///   - end: where the line ends.
  ///   - before: the fitness of the line before.
  /// - Returns: demerits, 0 or more.
  func demerits(_ fit: Fit, from start: Break, to end: Break, after before: Fitness) -> Double {
    let base = Self.perLine + fit.badness
    var sum = base * base + end.penalty * end.penalty
    if start.isFlagged {
      if end.isFlagged { sum += Self.consecutiveHyphens }
      if end.isLast { sum += Self.finalHyphen }
    }
    if isJustified, abs(fit.fitness.rawValue - before.rawValue) > 1 { sum += Self.fitnessChange }
    if fit.isShort { sum += shortLastLine }
    return sum
  }
}
