extension QualifierFinder {
  /// Whether the statement of tokens `start` up to `end` is said to be a rise or a fall by it.
  func movement(before start: Int, after end: Int) -> NumberMention.Movement {
    if let after = movement(after: end) { return after }
    var last = start
    while last > 0, start - last < 5,
      Self.fillers.contains(tokens.key(last - 1))
        || ["between", "full", "whole"].contains(tokens.key(last - 1))
    {
      last -= 1
    }
    // "Fell short of 5" is no fall by it.
    if tokens.key(start) == "short" { return .none }
    // What fell to a value or lies below it is no decrease by it.
    guard last > 0, !tokens.all[last..<start].contains(where: { $0.key == "to" }) else { return .none }
    let key = tokens.key(last - 1)
    if key == "below" || key == "above" || key == "higher" { return .none }
    if let found = movement(endingAt: last - 1, isShare: isShare(end)) { return found }
    return tokens.all[last..<start].contains { $0.key == "by" } ? movement(ofVerbBefore: last) : .none
  }

  /// "12% lower", "a 12% year-on-year fall", "12 per cent off their peak", "12 per cent in the red".
  private func movement(after end: Int) -> NumberMention.Movement? {
    let key = tokens.key(end)
    if let after = Self.movements[key], !Self.verbsOnly.contains(key) { return after }
    if ["on", "over"].contains(where: { tokens.has(["year", "-", $0, "-", "year"], at: end) }) {
      return Self.movements[tokens.key(end + 5)]
    }
    guard isShare(end) else { return nil }
    return key == "off" || tokens.has(["in", "the", "red"], at: end) ? .down : nil
  }

  private func isShare(_ end: Int) -> Bool {
    ["%", "percent", "cent", "pct"].contains(tokens.key(end - 1))
  }

  /// What the words that end at a token say, so close to the number that they are said of it.
  private func movement(endingAt place: Int, isShare: Bool) -> NumberMention.Movement? {
    let (key, before) = (tokens.key(place), tokens.key(place - 1))
    if key == "off" { return isShare && Self.states.contains(before) ? .down : nil }
    if key == "up", Self.givesUp.contains(before) { return .down }
    // "Makes up 12% of it".
    if key == "up",
      before.hasPrefix("mak") || before.hasPrefix("tak") || ["made", "took", "add", "adds"].contains(before)
    {
      return nil
    }
    return Self.movements[key]
  }

  /// The nearest verb before "by 12 per cent", over commas, adverbs and times: "fell, by", "fell again: by".
  private func movement(ofVerbBefore by: Int) -> NumberMention.Movement {
    var place = by - 1
    // "It shrank, and by 12 per cent."
    if ["and", "even"].contains(tokens.key(place)) { place -= 1 }
    while place >= 0, by - place <= Self.verbReach {
      let key = tokens.key(place)
      if let found = Self.movements[key] {
        return key == "up" && Self.givesUp.contains(tokens.key(place - 1)) ? .down : found
      }
      // In between stand no other verb and no other statement.
      guard !Self.edges.contains(key), !Self.states.contains(key), !QualifierFinder.isNegation(tokens, place),
        !key.hasSuffix("ed"), !tokens.isDigits(place) || tokens.text(place).utf8.count == 4
      else { return .none }
      place -= 1
    }
    return .none
  }

  /// How many words and marks may stand between a verb and its "by".
  private static let verbReach = 8

  private static let edges: Set<String> = [
    ".", ";", "!", "?", "but", "while", "whereas", "and", "or", "to", "who", "which", "that", "%", "cent",
  ]

  private static let states: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "did", "stood",
    "ended",
    "went", "came", "finished", "closed",
  ]

  private static let givesUp: Set<String> = ["give", "gives", "gave", "given", "giving"]

  private static func words(_ list: String) -> [String] { list.split(separator: " ").map(String.init) }

  /// Nouns and adjectives, which may follow a number: "a 12% fall", "12% lower".
  private static let named: [(NumberMention.Movement, String)] = [
    (
      .down,
      """
      lower less fewer smaller down below fall falling fallen decrease decreases decreasing drop drops dropping decline \
      declines declining reduced reduction shrunk contraction slump plunge tumble \
      loss shrinkage dip dips slip cheaper slower setback retreat slide downturn collapse crash \
      downswing weakening worsening deterioration
      """
    ),
    (
      .up,
      """
      rise rises risen rising grown growing growth increase increases increasing higher larger bigger \
      gain jump surge upturn upswing leap expansion
      """
    ),
  ]

  /// Verbs, which say nothing of the number before them: "5 million fell to 4".
  private static let verbs: [(NumberMention.Movement, String)] = [
    (
      .down,
      """
      falls fell slumped plunged tumbled plummeted dipped slipped contracted dropped declined decreased lost minus shrank shrink shrinks shrinking contracts \
      contracting slumps slumping plunges plunging slid slides sliding tumbles tumbling plummet plummets plummeting shed \
      sheds shedding cut cuts cutting dipping sank sunk sink sinks sinking slips slipping dwindle dwindled dwindles \
      dwindling weaken weakens weakened worsen worsens worsened deteriorate deteriorates deteriorated recede recedes receded \
      receding ebb ebbs ebbed ebbing narrowed collapses collapsed collapsing crashed eased eases easing softened nosedived \
      tanked cratered slashed sagged wilted waned wanes waning retreated retreats retreating diminished diminishes \
      diminishing reduce reduces reducing lowered lowers lowering trimmed pared lessened subsided
      """
    ),
    (
      .up,
      """
      rose gained surged soared grew grow grows increased up climb climbs climbed climbing jumps jumped jumping surges surging soar soars \
      soaring expand expands expanded expanding raised raises raising raise lifted lifts boosted boosts hiked advanced \
      advances advancing strengthened strengthens leapt leaped rebounded recovered swelled swells improved improves \
      enlarged upped
      """
    ),
  ]

  private static let verbsOnly = Set(verbs.flatMap { words($0.1) })

  private static let movements: [String: NumberMention.Movement] = {
    var movements: [String: NumberMention.Movement] = [:]
    for (movement, list) in named + verbs {
      for word in words(list) { movements[word] = movement }
    }
    return movements
  }()
}
