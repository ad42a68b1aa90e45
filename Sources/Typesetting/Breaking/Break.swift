import Graphics

/// A paragraph's lines as the breaker found them.
struct ChosenBreaks {
  var start: Break
  /// Where the lines end, one after the other.
  var ends: [Break]
}

private enum Hyphenation { case none, allButNames, all }

/// One try at a paragraph.
private struct Attempt {
  var hyphenates: Bool
  var tolerance: Double
  var isEmergency = false
}

extension Typesetter {
  /// Justified text is tried without hyphens and with them, in both cases as TeX does but for TeX's
  /// \pretolerance, which is 100: rather a hyphen than loose lines. Then lines may be very loose, in the end
  /// as loose as they must.
  private static let justifiedAttempts = [
    Attempt(hyphenates: false, tolerance: 10), Attempt(hyphenates: true, tolerance: 200),
    Attempt(hyphenates: true, tolerance: 10_000, isEmergency: true),
    Attempt(hyphenates: true, tolerance: .infinity, isEmergency: true),
  ]
  /// Ragged lines may stay behind by twice the rag at first.
  private static let raggedAttempts = [
    Attempt(hyphenates: true, tolerance: 1_000), Attempt(hyphenates: true, tolerance: .infinity),
  ]
  /// How far a ragged line stays behind its measure as a matter of course, in ems of its first style.
  private static let rag = 4.0
  /// Stretch that each line is granted in an emergency, in ems of the first style. TeX's users grant 3: its
  /// badness ends at 10000, so that it can't tell bad lines from worse ones; ours can.
  private static let emergencyStretch = 1.0

  /// Fourth stage: which breaks end a line.
  func chooseBreaks(_ prepared: Prepared, _ setting: ParagraphSetting, _ measures: Measures) -> ChosenBreaks {
    let isJustified = setting.alignment == .justified
    let narrowest = measures.first.reduce(measures.rest.width) { min($0, $1.width) }
    let em = prepared.spans.first?.style.size ?? 10
    var demerits = Demerits(isJustified: isJustified, rag: Self.rag * em, tolerance: 0)
    var list: BreakList?
    var hyphenated: Hyphenation?
    for attempt in isJustified ? Self.justifiedAttempts : Self.raggedAttempts {
      let hyphenates: Hyphenation =
        !(attempt.hyphenates && setting.hyphenates)
        ? .none : setting.keepsNames && attempt.tolerance < .infinity ? .allButNames : .all
      if hyphenates != hyphenated {
        var allowed = prepared.allowed
        if hyphenates != .none {
          hyphenate(
            prepared.text, prepared.spans, leaving: prepared.addresses,
            keepingNames: hyphenates == .allButNames,
            &allowed)
        }
        list = BreakList(prepared, allowed: allowed, setting, narrowest: narrowest, shaper: shaper)
        hyphenated = hyphenates
      }
      guard let list else { continue }
      demerits.tolerance = attempt.tolerance
      demerits.emergencyStretch = attempt.isEmergency ? Self.emergencyStretch * em : 0
      let chosen = totalFit(
        from: list.start, list.breaks, measures, demerits, mustSucceed: attempt.tolerance == .infinity)
      if let chosen { return ChosenBreaks(start: list.start, ends: chosen.map { list.breaks[$0] }) }
    }
    // The last attempt accepts anything; without it the paragraph would be one line.
    return ChosenBreaks(
      start: list?.start ?? Break(kind: .start, end: 0, next: 0, nextPiece: 0), ends: list?.breaks ?? [])
  }
}
