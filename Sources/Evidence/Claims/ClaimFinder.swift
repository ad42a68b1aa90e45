/// A phrase of the vocabulary where it stands in a sentence.
struct TypedClaim {
  typealias Sense = ClaimVocabulary.Sense
  /// Of the sentence's tokens.
  var range: Range<Int>
  /// What it can say; several where a phrase is of several kinds ("exceeds").
  var phrases: [ClaimVocabulary.Phrase]
  /// Denied: "did not grow".
  var isDenied = false
  /// Said of what may be or is to be, not of what is.
  var isSupposed = false

  func phrase(_ senses: Set<Sense>) -> ClaimVocabulary.Phrase? { phrases.first { senses.contains($0.sense) } }
  func says(_ sense: Sense) -> Bool { phrases.contains { $0.sense == sense } }

  /// In lower case.
  func text(in sentence: ClaimSentence) -> String {
    sentence.tokens[range].map(\.key).joined(separator: " ")
  }
}

extension ClaimVocabulary {
  /// The claims of a sentence, in order, without what stands in an idiom.
  func claims(in sentence: ClaimSentence) -> [TypedClaim] {
    let count = sentence.tokens.count
    var isIdiom = [Bool](repeating: false, count: count)
    for index in 0..<count {
      for phrase in sentence.phrases(at: index) where phrase.sense == .idiom {
        for place in index..<index + phrase.words.count { isIdiom[place] = true }
      }
    }
    var found: [TypedClaim] = []
    var index = 0
    while index < count {
      if let never = TypedClaim(neverAt: index, in: sentence) {
        found.append(never)
        index = never.range.upperBound
        continue
      }
      let all = sentence.phrases(at: index).filter { phrase in
        ![.idiom, .fact, .intent, .always, .ill].contains(phrase.sense)
          && !isIdiom[index..<index + phrase.words.count].contains(true)
      }
      guard let longest = all.first else {
        if !isIdiom[index], let claim = TypedClaim(spelledAt: index, in: sentence) {
          found.append(claim)
          index = claim.range.upperBound
        } else {
          index += 1
        }
        continue
      }
      // A longer phrase is the one that is meant, but what it is for other kinds counts too.
      let same = all.filter { $0.words.count == longest.words.count }
      found.append(TypedClaim(range: index..<index + longest.words.count, phrases: same))
      index += longest.words.count
    }
    return marked(found.compactMap { movement(of: $0, in: sentence) }, in: sentence)
  }

  /// "Added" and "lost" say that something grew or shrank where a part or a percentage follows, else nothing.
  private func movement(of claim: TypedClaim, in sentence: ClaimSentence) -> TypedClaim? {
    if claim.isComparedWithPast(in: sentence) { return claim.moved() }
    guard let phrase = claim.phrase([.added, .lost, .raised, .cut]) else { return claim }
    let start = claim.range.upperBound
    let end = sentence.clause(at: claim.range.lowerBound).upperBound
    let isSized = TypedSize(after: start, upTo: end, in: sentence)?.isRelative ?? false
    let isDeed = [.raised, .cut].contains(phrase.sense)
    let isSaid = isSized && (!isDeed || sentence.key(start) == "by")
    return isSaid || sentence.fromTo(after: start) != nil || isDeed && sentence.leads(to: claim)
      ? claim.moved() : nil
  }

  /// Those that begin at each of some words, the longest first.
  func phrases(of tokens: [ClaimToken]) -> [[Phrase]] {
    tokens.indices.map { index in
      (phrases[tokens[index].key] ?? []).filter { phrase in
        index + phrase.words.count <= tokens.count
          && zip(tokens[index...], phrase.words).allSatisfy { $0.key == $1 }
      }
    }
  }

  /// Says which claims are denied or supposed by the words before them.
  private func marked(_ claims: [TypedClaim], in sentence: ClaimSentence) -> [TypedClaim] {
    claims.map { claim in
      var result = claim
      let clause = sentence.clause(at: claim.range.lowerBound)
      let before = claims.filter {
        $0.range.upperBound <= claim.range.lowerBound && clause.contains($0.range.lowerBound)
      }
      let isStillToCome = claims.contains { $0.isStillToCome(claim, in: sentence) }
      result.isDenied =
        isStillToCome
        || before.contains {
          $0.says(.not) && claim.range.lowerBound - $0.range.upperBound < 5
        }
      result.isSupposed =
        sentence.isQuestion || isReported(sentence)
        || before.contains { isSupposition($0, in: sentence) }
        || isInfinitive(claim, in: sentence) && !isStillToCome || isPlanned(claim, in: sentence)
      return result
    }
  }

  /// "Half of them smoked, it was said."
  private func isReported(_ sentence: ClaimSentence) -> Bool {
    sentence.tokens.indices.contains { index in
      sentence.key(index) == "it" && ["is", "was"].contains(sentence.key(index + 1))
        && ["said", "claimed", "alleged", "believed"].contains(sentence.key(index + 2))
    }
  }

  /// "An increase in pay is planned."
  private func isPlanned(_ claim: TypedClaim, in sentence: ClaimSentence) -> Bool {
    let articles = ["a", "an", "any", "the", "further", "another"]
    guard articles.contains(sentence.key(claim.range.lowerBound - 1)) else { return false }
    let clause = sentence.clause(around: claim.range)
    return interval(claim.range.upperBound, upTo: min(claim.range.upperBound + 8, clause.upperBound)).contains
    { index in
      ["is", "are", "was", "were", "be", "been"].contains(sentence.key(index))
        && [sentence.key(index + 1), sentence.key(index + 2)].contains(where: Self.wishes.contains)
    }
  }

  private static let wishes: Set<String> = [
    "planned", "expected", "foreseen", "intended", "wanted", "due", "envisaged", "promised", "hoped",
    "needed",
    "demanded", "proposed", "forecast", "sought", "discussed",
  ]

  private func isSupposition(_ claim: TypedClaim, in sentence: ClaimSentence) -> Bool {
    // "In May trade rose."
    let isMonth =
      sentence.key(claim.range.lowerBound) == "may" && sentence.tokens[claim.range.lowerBound].text == "May"
    return claim.says(.maybe) && !isMonth
  }

  /// "to grow", but "continued to grow".
  private func isInfinitive(_ claim: TypedClaim, in sentence: ClaimSentence) -> Bool {
    let index = claim.range.lowerBound
    guard sentence.key(index - 1) == "to", let phrase = claim.phrase([.up, .down, .times]) else {
      return false
    }
    let isBase = !["ing", "ed"].contains { phrase.words[0].hasSuffix($0) }
    let facts = [
      "continued", "continues", "began", "begins", "started", "starts", "managed", "came", "seemed",
    ]
    return isBase && !facts.contains(sentence.key(index - 2))
  }
}
