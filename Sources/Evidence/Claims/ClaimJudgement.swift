/// What comes of holding a claim against figures.
enum ClaimJudgement {
  case agrees
  /// What the figures say instead, and what would have followed them. Where it is not sure that these figures are meant,
  /// it is told only if they agreed before an update.
  case contradicted(String, advice: String, isSure: Bool)
  /// No figures were found that it speaks of.
  case unlinked
  /// It claims nothing that could be held against figures.
  case none
}

/// A claim in its surroundings.
struct ClaimCase {
  let claim: TypedClaim
  let sentence: ClaimSentence
  let passage: Passage
  /// All sentences of the passage.
  let sentences: [ClaimSentence]
  /// The other claims of the sentence.
  let others: [TypedClaim]
  let ground: ClaimGround
  /// The oldest figures that are known, which tell whether a goal was to be grown to or come down to.
  let origin: ClaimGround

  var clause: Range<Int> { sentence.clause(around: claim.range) }

  /// As written.
  var text: String {
    passage.words(of: sentence.tokens[claim.range])
  }

  /// What the references of the clause, or else of its sentence where no other claim of these kinds has them, say.
  func references(apartFrom senses: Set<TypedClaim.Sense>) -> (
    references: [ClaimReference], isSameClause: Bool
  ) {
    let own = sentence.references(in: clause).map(\.reference)
    if !own.isEmpty { return (own, true) }
    if let listed { return (listed, true) }
    if let continuation { return (sentence.references(in: continuation).map(\.reference), true) }
    let taken = others.filter { $0.phrase(senses) != nil }.map { sentence.clause(at: $0.range.lowerBound) }
    let free = sentence.clauses.filter { clause in clause != self.clause && !taken.contains(clause) }
    // The nearest clause counts, those after it before those ahead of it.
    let near = free.filter { !sentence.references(in: $0).isEmpty }.min { distance($0) < distance($1) }
    // "Unchanged: {a} then, {b} now": a list after a colon.
    if let near, clause.upperBound < near.lowerBound, sentence.key(near.lowerBound - 1) == ":", taken.isEmpty,
      isOneCourse(sentence.references(in: near.lowerBound..<sentence.tokens.count).map(\.reference))
    {
      return (sentence.references(in: near.lowerBound..<sentence.tokens.count).map(\.reference), false)
    }
    return (near.map { sentence.references(in: $0).map(\.reference) } ?? [], false)
  }

  /// "Wool rose, and salt, after a good year, fell: {wool} and {salt}": of a list at the end what the words since the claim
  /// before name.
  private var listed: [ClaimReference]? {
    guard
      let colon = (claim.range.upperBound..<sentence.tokens.count).last(where: { sentence.key($0) == ":" })
    else { return nil }
    let list = sentence.references(in: colon + 1..<sentence.tokens.count).map(\.reference)
    let labels = list.map { reference in
      ground.figure(reference.id).map { ground.contentWords(of: $0.label) } ?? []
    }
    let shared = labels.dropFirst().reduce(labels.first ?? []) { $0.intersection($1) }
    guard list.count > 1, Set(labels).count > 1 else { return nil }
    let start =
      others.filter {
        $0.phrase([.up, .down, .flat, .times]) != nil && $0.range.upperBound <= claim.range.lowerBound
      }
      .map(\.range.upperBound).max() ?? 0
    let words = ground.contentWords(
      of: sentence.tokens[within: interval(start, upTo: claim.range.lowerBound)].filter { $0.kind == .word }
        .map(\.text)
        .joined(separator: " "))
    let named = list.indices.filter { ground.speaks(words, ofWords: labels[$0].subtracting(shared)) }
    return Set(named.map { labels[$0] }).count == 1 ? named.map { list[$0] } : nil
  }

  /// Whether all are of one label, at several times, and none is itself a change.
  private func isOneCourse(_ references: [ClaimReference]) -> Bool {
    let figures = references.compactMap { ground.figure($0.id) }
    return Set(figures.map(\.label)).count == 1 && figures.allSatisfy { ground.ownDirection(of: $0) == nil }
  }

  /// "has doubled, to {b} from {a}": the clause that goes on with what the claim says.
  ///
  /// What stands between says where or when: "rose in Asia, from {a} to {b}", "fell in the war and after it, to {b}".
  var continuation: Range<Int>? {
    let end = size?.range.upperBound ?? claim.range.upperBound
    let far = min(end + 10, sentence.tokens.count)
    guard end <= far, let comma = (end..<far).first(where: { isContinued(after: $0) }) else { return nil }
    let isFree = (end..<comma).allSatisfy { place in
      (sentence.tokens[place].reference.map { !$0.saysAmount } ?? true)
        && ![";", ":", "but", "while", "whereas", "which"].contains(sentence.key(place))
        && !others.contains { $0.range.contains(place) && $0.phrase([.up, .down, .flat, .times]) != nil }
    }
    let isAdverbial =
      comma == end || Self.adverbials.contains(sentence.key(end)) || sentence.key(end).hasSuffix("ly")
    return isFree && isAdverbial ? sentence.clause(at: comma + 1) : nil
  }

  private func isContinued(after comma: Int) -> Bool {
    let next = sentence.key(comma + 1)
    return sentence.key(comma) == ","
      && (["to", "from"].contains(next) || next == "by" && claim.phrase([.up, .down]) != nil)
  }

  /// How a phrase begins that says where, when or how.
  private static let adverbials: Set<String> = [
    "in", "at", "on", "over", "during", "through", "throughout", "under", "after", "within", "across", "last",
    "this",
    "again", "once", "abroad", "everywhere", "since", "for", "with", "further", "fast", "too", "overall",
  ]

  /// By how much it is said to have moved.
  var size: TypedSize? {
    guard claim.phrase([.up, .down]) != nil else { return nil }
    return TypedSize(after: claim.range.upperBound, upTo: clause.upperBound, in: sentence)
      ?? (claim.isComparative
        ? TypedSize(before: claim.range.lowerBound, from: clause.lowerBound, in: sentence) : nil)
  }

  private func distance(_ range: Range<Int>) -> Int {
    range.lowerBound >= clause.upperBound
      ? 2 * (range.lowerBound - clause.upperBound) : 2 * (clause.lowerBound - range.upperBound) + 1
  }

  /// References of the passage's other sentences: of a run-in those of its body.
  var surroundings: [ClaimReference] {
    sentences.filter { sentence.isRunIn ? !$0.isRunIn : true }.flatMap(\.references)
  }

  /// Figures that the passage stands with.
  var context: [Figure] { passage.figures.compactMap { ground.figure($0) } }

  /// The figure that a label or note stands beside.
  var noted: Figure? { passage.kind == .label && context.count == 1 ? context[0] : nil }

  // MARK: What it is said of

  /// Words of what moved: before a verb, after a noun with "in" or "of", or what an adjective stands before.
  var subject: Set<String> {
    let end = claim.range.upperBound
    var words = ArraySlice<ClaimToken>()
    if claim.isBareComparative {
      words = sentence.tokens[within: interval(end, upTo: min(end + 4, clause.upperBound))].prefix {
        $0.kind == .word && !["for", "in", "of", "to", "with", "at", "from", "on"].contains($0.key)
      }
    } else if isAttribute {
      words = sentence.tokens[within: interval(end, upTo: min(end + 5, clause.upperBound))].prefix {
        $0.kind == .word
      }
    } else if ["in", "of"].contains(sentence.key(end)), end + 1 < clause.upperBound, isNoun {
      words = sentence.tokens[(end + 1)..<clause.upperBound].prefix { $0.kind == .word }
    }
    let content = ground.contentWords(of: words.map(\.text).joined(separator: " "))
    if !content.isEmpty { return content }
    let before = sentence.tokens[clause.lowerBound..<max(clause.lowerBound, claim.range.lowerBound)]
    return ground.contentWords(
      of: before.filter { $0.kind == .word }.suffix(9).map(\.text).joined(separator: " "))
  }

  /// "a fall in exports", "growth of trade", but "exports fell in the war".
  private var isNoun: Bool {
    if sentence.key(claim.range.upperBound) == "of" || claim.range.lowerBound == clause.lowerBound {
      return true
    }
    let word = sentence.key(claim.range.upperBound - 1)
    if ["ed", "es", "en", "ew", "ell", "ose", "ung", "ank", "unk"].contains(where: { word.hasSuffix($0) }) {
      return false
    }
    let before = sentence.tokens[within: interval(clause.lowerBound, upTo: claim.range.lowerBound)].suffix(3)
      .map(\.key)
    return !Set(before).isDisjoint(with: [
      "a", "an", "the", "this", "its", "their", "no", "of", "some", "by", "with",
    ])
      || ["th", "ion", "ment", "ery", "age"].contains { word.hasSuffix($0) }
  }

  /// "a growing trade", "rising prices": an adjective before what it is said of.
  var isAttribute: Bool {
    let last = sentence.key(claim.range.upperBound - 1)
    if claim.isBareComparative { return true }
    let isAdjective = ["ing", "ed", "en"].contains { last.hasSuffix($0) } || claim.says(.flat)
    // "has fallen every year"
    let isVerb = ["has", "have", "had", "having"].contains(sentence.key(claim.range.lowerBound - 1))
    guard isAdjective, !isVerb, claim.range.upperBound < clause.upperBound,
      sentence.tokens[claim.range.upperBound].kind == .word
    else { return false }
    let next = sentence.key(claim.range.upperBound)
    return !ClaimGround.empty.contains(next) && !next.hasSuffix("ly")
      && !["nearly", "almost", "steadily", "towards", "within", "every", "without", "throughout", "through"]
        .contains(
          next)
  }

  /// A reference that the claim leads to ("rose to {a}", "fell by {b}", "up {c}") or follows ("{a} was up").
  var direct: ClaimReference? {
    let end = size?.range.upperBound ?? claim.range.upperBound
    var index = ["to", "from", "at"].contains(sentence.key(end)) ? end : claim.range.upperBound
    let start = index
    while index < clause.upperBound, index - start < 5 {
      if let reference = sentence.tokens[index].reference, reference.saysAmount { return reference }
      guard Self.leading.contains(sentence.key(index)) else { break }
      index += 1
    }
    index = claim.range.lowerBound - 1
    while index >= clause.lowerBound, claim.range.lowerBound - index < 4 {
      if let reference = sentence.tokens[index].reference, reference.saysAmount { return reference }
      guard Self.linking.contains(sentence.key(index)) else { break }
      index -= 1
    }
    return nil
  }

  private static let leading: Set<String> = [
    "to", "by", "from", "at", "of", "a", "an", "the", "its", "total", "some", "about", "around", "nearly",
    "almost",
    "over", "only", "just", "as", "much", "another", "further", "with", "reaching", "reach",
  ]
  private static let linking: Set<String> = [
    "is", "was", "are", "were", "has", "have", "been", "a", "an", "the",
  ]

  /// A year that the claim counts from: "since 2015", "than in 2012", "since {a|period}".
  var baseYear: Int? {
    for index in clause where ["since", "from", "than", "on"].contains(sentence.key(index)) {
      for next in interval(index + 1, upTo: min(index + 3, sentence.tokens.count)) {
        if let reference = sentence.tokens[next].reference, reference.saysPeriod {
          return ground.original(reference.id)?.period?.firstYear
        }
        if sentence.tokens[next].kind == .digits, let year = Int(sentence.key(next)),
          (1000..<2200).contains(year)
        {
          return year
        }
      }
    }
    return nil
  }
}
