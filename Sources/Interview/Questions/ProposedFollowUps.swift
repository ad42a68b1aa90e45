extension Transcript {
  /// Words of questions that are no questions of a briefing's own, but follow up the one before: what says little by itself, what
  /// cuts into an answer, what is answered by a word. Where very many questions are left, what speaks of the one before in few
  /// words is one, too.
  public var proposedFollowUps: [String] {
    guard questions.count > 1, labels.contains(where: { $0.role == .asks || $0.role == .chairs }) else {
      return []
    }
    var found = followUps(.few)
    if questions.count - found.count > Self.mostQuestions { found.formUnion(followUps(.many)) }
    // Words that begin another question as well would join that one, too.
    let keys = questions.map { FollowUps.key($0.text) }
    return found.sorted().filter { index in
      keys.indices.allSatisfy { $0 == index || found.contains($0) || !keys[$0].hasPrefix(keys[index]) }
    }.map { questions[$0].text }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A briefing of more is read by nobody.
  private static let mostQuestions = 20

  /// In words: how long what leans on the question before is at most, and what is answered so shortly.
  private struct Limits {
    var leaning: Int
    var leaningAnswer: Int
    /// How many words of its own it may have.
    var own: Int
    var (shortQuestion, shortAnswer): (Int, Int)

    static let few = Limits(leaning: 8, leaningAnswer: 60, own: 1, shortQuestion: 6, shortAnswer: 5)
    static let many = Limits(leaning: 14, leaningAnswer: 80, own: 6, shortQuestion: 14, shortAnswer: 12)
  }

  /// What is answered at such length is a question, however short it is.
  private static let (shortAnswer, longAnswer) = (8, 25)

  private func followUps(_ limits: Limits) -> Set<Int> {
    Set(questions.indices.dropFirst().filter { isFollowUp($0, limits) })
  }

  private func isFollowUp(_ index: Int, _ limits: Limits) -> Bool {
    let (question, before) = (questions[index], questions[index - 1])
    let words = question.text.words
    let own = words.filter { !LeaningWords.small.contains($0) }
    let answer = question.answer.filter { !$0.isAsked }.reduce(0) { $0 + $1.text.words.count }
    if question.text.unicodeScalars.contains(where: \.isUnspaced) {
      return question.text.unicodeScalars.count <= 5
    }
    // "And?", "In what way?"
    if own.isEmpty, words.count <= 4 || words.count <= limits.leaning && answer <= limits.leaningAnswer {
      return true
    }
    // "And grain?" is about something else.
    let isNew = words.count == 2 && LeaningWords.small.contains(words[0]) && own.count == 1
    if words.count <= 2, answer <= (isNew ? Self.shortAnswer : Self.longAnswer) { return true }
    guard question.asker.map(Opening.key) == before.asker.map(Opening.key) else { return false }
    let cutsIn = before.text.isCutOff || before.answer.last { !$0.isAsked }?.text.isCutOff ?? false
    if cutsIn, before.answer.reduce(0, { $0 + $1.text.words.count }) <= Self.longAnswer { return true }
    if words.count <= limits.leaning, own.count <= limits.own, answer <= limits.leaningAnswer,
      question.text.leansOnQuestionBefore
    {
      return true
    }
    return words.count <= limits.shortQuestion && answer <= limits.shortAnswer
  }
}

extension String {
  /// In small letters, with plain apostrophes and without what hangs on them: "that" for "that's".
  fileprivate var words: [String] {
    Scalars(unicodeScalars).words.map { word in
      word.firstIndex(of: "'").map { word.hasSuffix("n't") ? word : String(word[..<$0]) } ?? word
    }
  }

  /// Somebody cut in: "And –"
  fileprivate var isCutOff: Bool {
    guard let last = unicodeScalars.last(where: { !$0.closesQuote && !$0.isBlank }) else { return false }
    return last.isDash
  }

  /// It speaks of "it" and "that", in one sentence: what states something first is a question of its own.
  fileprivate var leansOnQuestionBefore: Bool {
    let scalars = Scalars(unicodeScalars)
    guard scalars.sentences.count == 1 else { return false }
    let written = scalars.words
    return zip(written, words).enumerated().contains { index, word in
      guard LeaningWords.pronouns.contains(word.1) else { return false }
      // "You say that ships came": no pronoun.
      if word.0 != "that" { return true }
      return index + 1 == written.count || LeaningWords.verbs.contains(written[index + 1])
    }
  }
}

private enum LeaningWords {
  static let pronouns = list(
    """
    it that this they them those these he she him her such это этого этому этом они он она его её ее их там das dies dieser diese
    es sie er cela ça ils elles eso esto ellos
    """)

  static let verbs = list(
    "is was will would be does did has had can could should may might mean means in for of to")

  /// Words that say nothing by themselves.
  static let small = pronouns.union(
    list(
      """
      and but so then or because also though well ok okay yes no not i you we your our my me us is are was were be been being am do
      does did done doing have has had will would can could should shall may might must isn't aren't wasn't don't doesn't didn't won't
      what why how when where who which whom whose in on at of to for from by with about as than if there here now again still even
      just really only more less much many most enough too very so the a an some any all ever never yet back down up out over into
      way ways mean means think say said happen happens happened come comes came go goes went get gets keep keeping last next year
      month week today tomorrow yesterday time example instance else sure right true sort kind specifically exactly
      а и но или так что почему как когда где зачем сколько кто тогда то ли же не да нет еще ещё в на от это год году
      und aber oder denn also warum wieso wie was wann wo wer inwiefern ja nein nicht noch mehr
      et mais donc ou pourquoi comment quand où qui quoi oui non en y pero o entonces qué cómo cuándo dónde quién sí por
      """))

  private static func list(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
