/// What a number is a number of, in its sentence's own words.
struct DraftLabel {
  private let tokens: TokenRow
  private let mention: NumberMention
  private let sentence: Range<Int>

  init(_ reading: ParagraphReading, _ mention: NumberMention, sentence: Range<Int>) {
    tokens = reading.tokens
    self.mention = mention
    self.sentence = sentence
  }

  /// Whether the number says by how much something became more or less.
  var isChange: Bool {
    mention.movement != .none
      || ["higher", "lower", "more", "less", "up", "down"].contains(tokens.key(mention.tokens.upperBound))
  }

  /// `nil` where the sentence tells none of its own.
  var words: String? {
    if isChange { return nil }
    let counted = mention.kind == .other && mention.after.unit == nil ? thing : nil
    if mention.kind == .percent, tokens.key(mention.tokens.upperBound) == "of", let whole = thing {
      return "Share of \(whole)"
    }
    let found = counted ?? subject ?? (mention.after.unit == nil ? nil : thing) ?? nounBefore
    guard let found, found.contains(where: \.isLetter) else { return nil }
    return found.prefix(1).uppercased() + found.dropFirst()
  }

  // MARK: What is counted

  /// "Signed bilateral agreements", "grants for the admission of Uzbek students": from the number on to the next verb or mark.
  private var thing: String? {
    var index = mention.tokens.upperBound
    if ["of", "the"].contains(tokens.key(index)) { index += 1 }
    let start = index
    var last = start
    while index < sentence.upperBound, index - start < 7,
      tokens.isWord(index) || Self.hyphens.contains(tokens.key(index))
    {
      let key = tokens.key(index)
      // "200 signed agreements": a participle before its noun.
      let isParticiple = index == start && key.hasSuffix("ed")
      if Self.stops.contains(key) || Self.isVerb(key) && !isParticiple { break }
      index += 1
      if !Self.joints.contains(key) { last = index }
    }
    // Where it is cut, it ends before its last small word.
    let goesOn =
      index < sentence.upperBound && tokens.isWord(index) && !Self.stops.contains(tokens.key(index))
    if goesOn, let joint = (start..<last).last(where: { Self.joints.contains(tokens.key($0)) }), joint > start
    {
      last = joint
    }
    while last > start, Self.joints.contains(tokens.key(last - 1)) { last -= 1 }
    return last > start ? text(start..<last) : nil
  }

  /// The noun that a count is of: the first plural among the words after it, or what stands there alone.
  static func noun(in words: [String]) -> String? {
    words.prefix { !isCopula($0) }.first { isPlural($0) }
  }

  private static func isPlural(_ word: String) -> Bool {
    if ["people", "men", "women", "children", "police", "cattle", "sheep", "staff"].contains(word) {
      return true
    }
    return word.count > 3 && word.hasSuffix("s") && !["ss", "us", "is"].contains(where: word.hasSuffix)
      && !["times", "always", "perhaps", "besides", "others", "whereas", "its", "was", "has", "does"]
        .contains(word)
  }

  // MARK: What an amount is of

  /// "The volume of mutual trade … was", "investment volume of": what stands before the verb, or before "of".
  private var subject: String? {
    var index = mention.range.isEmpty ? mention.tokens.lowerBound : firstToken
    // Words between the number and its verb: "was more than", "amounted to around".
    var steps = 0
    while index > sentence.lowerBound, steps < 6, !Self.isCopula(tokens.key(index - 1)) {
      if tokens.key(index - 1) == "of", let own = nounPhrase(endingAt: index - 1) { return own }
      if !Self.light.contains(tokens.key(index - 1)) { return nil }
      index -= 1
      steps += 1
    }
    guard index > sentence.lowerBound, Self.isCopula(tokens.key(index - 1)) else { return nil }
    while index > sentence.lowerBound,
      Self.isCopula(tokens.key(index - 1)) || Self.adverbs.contains(tokens.key(index - 1))
    {
      index -= 1
    }
    return nounPhrase(endingAt: index)
  }

  private var firstToken: Int {
    var index = mention.tokens.lowerBound
    while index > 0, let token = tokens[index - 1], token.range.lowerBound >= mention.range.lowerBound {
      index -= 1
    }
    return index
  }

  /// The words before a place back to a mark, a verb or the sentence's beginning, without times and small words at the ends.
  private func nounPhrase(endingAt end: Int) -> String? {
    var start = end
    while start > sentence.lowerBound, end - start < 10,
      tokens.isWord(start - 1) || Self.hyphens.contains(tokens.key(start - 1)) || tokens.isDigits(start - 1)
    {
      let key = tokens.key(start - 1)
      if Self.clauseOpeners.contains(key) || Self.isCopula(key) { break }
      start -= 1
    }
    // "For nine months of 2018" tells when.
    let prepositions = (start..<end).filter { Self.timePrepositions.contains(tokens.key($0)) }
    let time = prepositions.enumerated().first { number, place in
      holdsTime(place + 1..<(number + 1 < prepositions.count ? prepositions[number + 1] : end))
    }?.element
    if let time, time > start { return trimmed(start..<time) }
    if time != nil { start = (start..<end).last { tokens.isDigits($0) }.map { $0 + 1 } ?? end }
    return trimmed(start..<end)
  }

  private func holdsTime(_ range: Range<Int>) -> Bool {
    range.contains {
      tokens.isDigits($0) || PeriodsInText.months[tokens.key($0)] != nil
        || ["months", "year", "years", "quarter"].contains(tokens.key($0))
    }
  }

  private func trimmed(_ range: Range<Int>) -> String? {
    var (start, end) = (range.lowerBound, range.upperBound)
    // "Set a new goal to bring the trade turnover", "a plant with an investment volume": its last noun is meant.
    if let verb = (start..<end).last(where: {
      Self.raising.contains(tokens.key($0)) || tokens.key($0) == "with"
    }) {
      start = verb + 1
    }
    while start < end, Self.articles.contains(tokens.key(start)) || Self.joints.contains(tokens.key(start)) {
      start += 1
    }
    while end > start, Self.joints.contains(tokens.key(end - 1)) || Self.adverbs.contains(tokens.key(end - 1))
    { end -= 1 }
    let isNoun = !(start..<end).contains {
      Self.pronouns.contains(tokens.key($0)) || Self.isVerb(tokens.key($0))
    }
    return end > start && end - start <= 9 && isNoun ? text(start..<end) : nil
  }

  /// The last noun before: what little a sentence may say.
  private var nounBefore: String? {
    let end = firstToken
    return nounPhrase(endingAt: end)
  }

  /// As written.
  private func text(_ range: Range<Int>) -> String {
    range.map { place in
      let isGlued = place == range.lowerBound || tokens.isGlued(place - 1)
      return (isGlued ? "" : " ") + tokens.text(place)
    }.joined()
  }

  // MARK: Words

  private static let hyphens: Set<String> = ["-", "‑", "’", "'"]
  private static let joints: Set<String> = [
    "of", "for", "in", "on", "at", "to", "from", "and", "with", "by", "the", "a", "an", "or", "between",
  ]
  private static let articles: Set<String> = [
    "the", "a", "an", "our", "their", "its", "this", "that", "these", "those", "his", "her",
  ]
  private static let pronouns: Set<String> = [
    "it", "they", "we", "he", "she", "i", "you", "this", "that", "which", "who", "there", "what",
  ]
  private static let clauseOpeners: Set<String> = [
    ",", ";", "while", "whereas", "but", "and", "that", "which", "who", "because", "although", "if", "when",
    "as", "so", "since",
  ]
  private static let stops: Set<String> = [
    "that", "which", "who", "were", "was", "are", "is", "have", "has", "had", "will", "would", "can", "could",
    "and", "but", "while", "when",
    "by", "from", "more", "less", "as", "than", "per", "with", "during", "over", "since", "until", "within",
    "under", "there", "here",
    "a", "this", "each", "every", "last", "next", "ago", "only", "still", "also", "already",
  ]
  private static let raising: Set<String> = [
    "bring", "raise", "increase", "boost", "expand", "double", "reduce", "cut", "lower", "grow", "take",
  ]
  private static let light: Set<String> = [
    "to", "at", "by", "for", "around", "about", "some", "the", "a", "nearly", "almost", "over", "only",
    "just", "up", "as", "with", "of", "more", "less", "than", "approximately", "roughly", "in", "total",
    "worth",
  ]
  private static let adverbs: Set<String> = [
    "already", "now", "also", "only", "even", "still", "just", "then", "currently", "today", "have", "has",
    "had", "will", "would", "could", "should", "may", "been", "being",
  ]
  private static let timePrepositions: Set<String> = [
    "in", "for", "by", "during", "since", "until", "from", "over", "at", "of",
  ]

  private static func isCopula(_ key: String) -> Bool {
    [
      "was", "were", "is", "are", "be", "amounted", "amounts", "reached", "reaches", "exceeded", "exceeds",
      "stood", "stands", "totalled",
      "totaled", "totals", "equalled", "accounted", "accounts", "rose", "grew", "fell", "increased",
      "decreased", "dropped", "came", "hit",
      "occupying", "covering", "makes", "made", "comprises", "comprised", "represents", "represented",
    ].contains(key)
  }

  private static func isVerb(_ key: String) -> Bool {
    isCopula(key)
      || [
        "has", "have", "had", "do", "does", "did", "went", "go", "goes", "took", "take", "takes", "came",
        "come", "got", "get",
        "met", "meet", "live", "lives", "work", "works", "worked", "started", "began", "begin", "planned",
        "signed", "agreed", "discussing",
        "arrived", "left", "aim", "aims", "want", "wants", "achieve", "reach", "set", "plan", "plans", "hope",
        "expect", "died", "visited", "participated", "attended",
      ].contains(key)
  }
}

/// The labels of one paragraph's numbers: where a sentence says "it" or "they aim to", the number is of the same thing as the
/// one before it.
struct SentenceLabels {
  private var last: (label: String, unit: String, sentence: Int)?

  /// - Returns: `nil` where neither the number nor one before it tells.
  mutating func label(_ own: DraftLabel, unit: String, sentence: Int) -> String? {
    if own.isChange {
      guard let last, last.sentence == sentence else { return nil }
      return "Change in \(last.label.prefix(1).lowercased() + last.label.dropFirst())"
    }
    if let words = own.words {
      last = (words, unit, sentence)
      return words
    }
    guard let last, last.sentence == sentence, last.unit == unit else { return nil }
    return last.label
  }
}
