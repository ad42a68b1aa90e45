import Graphics

/// A paragraph's lines as the breaker found them.
struct ChosenBreaks {
  var start: Break
  /// Where the lines end, one after the other.
  var ends: [Break]
}

extension Typesetter {
  /// TeX's \pretolerance, far less than its 100: rather a hyphen than loose lines.
  private static let firstTolerance = 10.0
  /// TeX's \tolerance.
  private static let secondTolerance = 200.0
  /// How far a ragged line stays behind its measure as a matter of course, in ems of its first style.
  private static let rag = 4.0
  /// Stretch that each line is granted where nothing is within the tolerance, in ems of the first style. TeX's
  /// users grant 3: its badness ends at 10000, so that it can't tell bad lines from worse ones; ours can.
  private static let emergencyStretch = 1.0

  /// Fourth stage: which breaks end a line.
  ///
  /// Justified text is tried without hyphens, then with, then with lines as loose as they must be. Ragged text
  /// is set at once.
  func chooseBreaks(_ prepared: Prepared, _ setting: ParagraphSetting, _ measures: Measures) -> ChosenBreaks {
    let narrowest = measures.first.reduce(measures.rest.width) { min($0, $1.width) }
    let em = prepared.spans.first?.style.size ?? 10
    var demerits = Demerits(
      isJustified: setting.alignment == .justified, rag: Self.rag * em, tolerance: Self.firstTolerance)
    var list = BreakList(
      prepared, allowed: prepared.allowed, setting, narrowest: narrowest, shaper: shaper)
    func choose(mustSucceed: Bool = false) -> ChosenBreaks? {
      totalFit(from: list.start, list.breaks, measures, demerits, mustSucceed: mustSucceed).map { chosen in
        ChosenBreaks(start: list.start, ends: chosen.map { list.breaks[$0] })
      }
    }
    if demerits.isJustified, let chosen = choose() { return chosen }
    if setting.hyphenates {
      var allowed = prepared.allowed
      hyphenate(prepared.text, prepared.spans, leaving: prepared.addresses, &allowed)
      list = BreakList(prepared, allowed: allowed, setting, narrowest: narrowest, shaper: shaper)
    }
    demerits.tolerance = Self.secondTolerance
    if demerits.isJustified, let chosen = choose() { return chosen }
    demerits.tolerance = .infinity
    demerits.emergencyStretch = Self.emergencyStretch * em
    return choose(mustSucceed: true) ?? ChosenBreaks(start: list.start, ends: list.breaks)
  }
}
