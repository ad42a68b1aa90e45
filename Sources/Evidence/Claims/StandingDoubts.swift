import Diagnostics

/// What a text says, or leaves unsaid, of whether a figure is a goal, an estimate or computed, and of where it is from,
/// once an update or an edition has made it another.
extension ClaimCheck {
  func statusDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    var seen: Set<String> = []
    return before.flatMap { old in
      (untold(in: sentence, of: passage, since: old) + outdated(in: sentence, of: passage, since: old)).filter
      {
        seen.insert($0.message).inserted
      }
    }
  }

  /// Goals and estimates that are told as what is so, since they were.
  private func untold(
    in sentence: ClaimSentence, of passage: Passage, since old: ClaimGround
  ) -> [Diagnostic] {
    let senses = senses(in: sentence)
    let tellsOfGoal =
      !senses.isDisjoint(with: [.goal, .ahead, .underway, .missed])
      || sentence.tokens.contains { Self.wordsOfFuture.contains($0.key) }
    var told: [(id: String, offset: Int)] = sentence.tokens.compactMap { token in
      guard let reference = token.reference, reference.saysAmount, reference.others.isEmpty else {
        return nil
      }
      return (reference.id, token.range.lowerBound)
    }
    // A label speaks of the number beside it.
    if told.isEmpty, passage.kind == .label, passage.figures.count == 1, let first = sentence.tokens.first {
      told = [(passage.figures[0], first.range.lowerBound)]
    }
    func doubt(_ name: String, _ now: Figure, _ offset: Int) -> Diagnostic? {
      let isTold =
        switch now.status {
        case .target: tellsOfGoal || comparesWithGoal(now.id, in: sentence)
        case .estimate: tellsOfGoal || senses.contains(.estimated)
        case .actual, .derived: true
        }
      if isTold { return nil }
      let noun = now.status == .target ? "a goal" : "an estimate"
      return Diagnostic(
        .warning, "\(name) is \(noun) now, and this tells of it as of what is so",
        at: passage.location(at: offset), advice: "say that it is \(noun), or refer to a figure that is none")
    }
    let own = told.compactMap { id, offset -> Diagnostic? in
      guard let was = old.original(id), let now = ground.original(id), was.status != now.status else {
        return nil
      }
      return doubt("'\(id)'", now, offset)
    }
    let computed = sentence.tokens.compactMap { token -> Diagnostic? in
      guard let reference = token.reference, !reference.saysPeriod, reference.form != "label" else {
        return nil
      }
      return reference.ids.lazy.compactMap { id in
        turnedSource(of: id, since: old).flatMap { source in
          doubt("'\(source.id)', from which '\(id)' is computed,", source, token.range.lowerBound)
        }
      }.first
    }
    return own + computed
  }

  /// What a figure is computed from and was no goal or estimate before.
  private func turnedSource(of id: String, since old: ClaimGround) -> Figure? {
    guard let figure = ground.original(id), figure.status == .derived else { return nil }
    return sources(of: figure).lazy.compactMap { source in
      guard let was = old.original(source), let now = ground.original(source), was.status != now.status else {
        return nil
      }
      return [.target, .estimate].contains(now.status) && was.status != .derived ? now : nil
    }.first
  }

  /// Of the words that make something no fact, those that tell of what is to come: a "plan" can be signed, too.
  private static let wordsOfFuture: Set<String> = [
    "planned", "expected", "projected", "forecast", "hoped", "will", "would", "should", "shall", "could",
    "may",
    "might", "expects", "hopes",
  ]

  /// "{now|on the way to goal}" tells that the other one is a goal.
  private func comparesWithGoal(_ id: String, in sentence: ClaimSentence) -> Bool {
    let original = ground.original(id)?.id
    return sentence.tokens.compactMap(\.reference).contains { reference in
      reference.others.contains { ground.original($0)?.id == original }
        && ["on the way", "has reached", "have reached", "gap to", "met by"].contains {
          reference.form.hasPrefix($0)
        }
    }
  }

  /// "The goal", "estimated", "computed" beside figures that have become another thing.
  private func outdated(
    in sentence: ClaimSentence, of passage: Passage, since old: ClaimGround
  ) -> [Diagnostic] {
    let ids = ids(in: sentence, of: passage)
    return sentence.tokens.indices.compactMap { index in
      let words = sentence.phrases(at: index).first { Self.statuses[$0.sense] != nil }
      guard let words, let status = Self.statuses[words.sense],
        let id = ids.first(where: { old.original($0)?.status == status }),
        let now = ground.original(id), !ids.contains(where: { ground.original($0)?.status == status })
      else { return nil }
      let token = sentence.tokens[index]
      let text = passage.words(of: sentence.tokens[index..<index + words.words.count])
      return Diagnostic(
        .warning, "'\(text)' is typed, and '\(id)' is \(Self.noun(of: now.status)) now",
        at: passage.location(at: token.range.lowerBound), advice: "say what it is now")
    }
  }

  /// What a figure is that such words are said of.
  private static let statuses: [ClaimVocabulary.Sense: Status] = [
    .goal: .target, .estimated: .estimate, .computed: .derived,
  ]

  private static func noun(of status: Status) -> String {
    switch status {
    case .actual: "an actual value"
    case .target: "a goal"
    case .estimate: "an estimate"
    case .derived: "computed"
    }
  }

  /// "… that the interview names" beside figures that are from elsewhere now.
  func sourceDoubts(of sentence: ClaimSentence, in passage: Passage) -> [Diagnostic] {
    let ids = ids(in: sentence, of: passage)
    guard
      let moved = ids.first(where: { id in
        isFromInterview(id, in: ground) == false && before.contains { isFromInterview(id, in: $0) == true }
      })
    else { return [] }
    for index in sentence.tokens.indices {
      let clause = sentence.clause(at: index)
      let matches = clause.map { (index: $0, senses: sentence.phrases(at: $0).map(\.sense)) }
      guard let phrase = sentence.phrases(at: index).first(where: { $0.sense == .source }),
        !matches.contains(where: { $0.senses.contains(.not) })
      else { continue }
      let tokens = sentence.tokens[index..<index + phrase.words.count]
      let token = sentence.tokens[index]
      return [
        Diagnostic(
          .warning, "'\(passage.words(of: tokens))' is typed, and '\(moved)' is from elsewhere now",
          at: passage.location(at: token.range.lowerBound), advice: "say who says it now, or leave that out")
      ]
    }
    return []
  }

  /// Whether all that a figure is computed from stands in the transcript; `nil` where nothing is known of it.
  private func isFromInterview(_ id: String, in ground: ClaimGround, depth: Int = 0) -> Bool? {
    guard let figure = ground.original(id) else { return nil }
    if figure.status == .derived, depth < 8, let formula = figure.formula.flatMap({ try? Formula($0) }) {
      let parts = formula.figures.compactMap { isFromInterview($0.id, in: ground, depth: depth + 1) }
      return parts.isEmpty ? nil : !parts.contains(false)
    }
    if figure.sources.isEmpty { return nil }
    return figure.sources.contains(where: \.isInTranscript)
  }

  // MARK: What a sentence speaks of

  /// Of its references, in whatever form, or else of what the passage stands with.
  private func ids(in sentence: ClaimSentence, of passage: Passage) -> [String] {
    let own = sentence.tokens.compactMap(\.reference?.id)
    return own.isEmpty ? passage.figures : own
  }

  private func senses(in sentence: ClaimSentence) -> Set<ClaimVocabulary.Sense> {
    Set(sentence.tokens.indices.flatMap { sentence.phrases(at: $0) }.map(\.sense))
  }
}
