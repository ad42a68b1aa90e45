import Foundation

/// What money and shares are of where their noun stands behind them or what is done with them is a verb right before.
extension DraftLabel {
  private var isMoney: Bool { if case .currency = mention.kind { true } else { false } }

  /// "A $500 million investment in ports", "the 250 million bond", "our 2% goal": the noun that the number describes.
  var described: String? {
    guard isMoney || mention.kind == .percent, mention.form == .amount, hasArticle else { return nil }
    let next = mention.tokens.upperBound
    if mention.kind == .percent {
      guard DraftWords.aims.contains(tokens.key(next)) else { return nil }
      return aimed.map { "\($0) \(tokens.key(next))" }
    }
    guard tokens.isWord(next), !DraftWords.joints.contains(tokens.key(next)),
      !DraftWords.clauseMarks.contains(tokens.key(next)), !isVerb(at: next),
      !WordsAfterNumber.smallWords.contains(tokens.key(next)), !DraftWords.isPast(tokens.key(next)),
      let end = describedEnd(from: next)
    else { return nil }
    return sound(next..<end).flatMap { DraftWords.isVague($0) || $0.hasPrefix("worth") ? nil : $0 }
  }

  private var hasArticle: Bool {
    var place = first - 1
    while ["estimated", "additional", "further", "whopping", "staggering", "massive", "new", "extra"]
      .contains(
        tokens.key(place))
    { place -= 1 }
    let inside = (first..<max(first, mention.tokens.lowerBound)).map(tokens.key)
    return ["a", "an", "the", "our", "its", "their", "this", "that"].contains(tokens.key(place))
      || inside.contains { ["a", "an", "the", "our"].contains($0) }
  }

  /// Up to a verb, a mark, a number, a time or the second small word.
  private func describedEnd(from start: Int) -> Int? {
    var (end, joints) = (start, 0)
    while end < sentence.upperBound, end - start < 8, tokens.isWord(end) || tokens.key(end) == "-",
      !DraftWords.clauseMarks.contains(tokens.key(end)), !isVerb(at: end), !isNumber(end),
      !times.contains(where: { $0.contains(end) })
    {
      let key = tokens.key(end)
      if DraftWords.isPast(key), end > start { break }
      if key.hasSuffix("ly"), end > start, !["supply", "family", "assembly"].contains(key) { break }
      if ["to", "and", "or", "from", "by", "over", "at", "on", "with", "as"].contains(key) { break }
      if ["of", "in", "for"].contains(key) {
        joints += 1
        if joints > 1 { break }
      }
      end += 1
    }
    while end > start, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return end > start ? end : nil
  }

  /// "Returning inflation to our 2% goal": of what is brought there, else of what the sentence speaks of.
  private var aimed: String? {
    var place = first
    while ["to", "toward", "towards", "our", "the", "a", "its", "their", "back", "of", "at"].contains(
      tokens.key(place - 1))
    { place -= 1 }
    let before = nounPhrases.last { $0.upperBound == place }.flatMap(sound)
    return (before ?? subjectText).flatMap { DraftWords.isVague($0) ? nil : $0 }
  }

  /// "388 million requested for Chad", "30 million invested in roads".
  var doneWith: String? {
    let next = mention.tokens.upperBound
    guard isMoney else { return nil }
    var place = next
    // "90 million has actually been received"
    while ["has", "have", "had", "was", "were", "been", "is", "are", "being"].contains(tokens.key(place))
      || place > next && DraftWords.adverbs.union(["actually"]).contains(tokens.key(place))
    { place += 1 }
    guard DraftWords.isPast(tokens.key(place)), place == next || opensClause else { return deedNow }
    let deed = DraftWords.deeds[tokens.key(place)] ?? tokens.key(place)
    guard ["for", "in", "to", "by", "on", "from"].contains(tokens.key(place + 1)),
      let whom = complement(from: place + 2)
    else { return place == next ? deed : "Money \(deed)" }
    return "\(deed) \(tokens.key(place + 1)) \(whom)"
  }

  /// "We are releasing 30 million from the fund", "providing an estimated 280 million to the states".
  private var deedNow: String? {
    guard isMoney else { return nil }
    var place = first - 1
    while [
      "a", "an", "another", "some", "about", "around", "nearly", "almost", "estimated", "additional", "over",
      "the", "up", "to", "extra", "further",
    ].contains(tokens.key(place)) { place -= 1 }
    let key = tokens.key(place)
    let isToDo = ["will", "would", "to", "can", "could", "should", "ll", "must"].contains(
      tokens.key(place - 1))
    guard place >= sentence.lowerBound,
      let deed = DraftWords.participle(ofDoing: key) ?? (isToDo ? DraftWords.participle(ofBase: key) : nil)
    else { return nil }
    let next = mention.tokens.upperBound
    if ["from", "for", "to", "in", "on", "into"].contains(tokens.key(next)) {
      if tokens.key(next) == "to", let doing = purposeFrom(next + 1) { return "\(deed) to \(doing)" }
      if let whom = complement(from: next + 1) { return "\(deed) \(tokens.key(next)) \(whom)" }
    }
    return "Money \(deed)"
  }

  /// "This brings to almost 95 million the funding of the region".
  var broughtTo: String? {
    guard isMoney || mention.kind == .other, tokens.key(first - 1) == "to",
      ["brings", "bring", "brought", "bringing", "takes", "took", "raises"].contains(tokens.key(first - 2)),
      ["the", "our", "its", "their", "total"].contains(tokens.key(mention.tokens.upperBound))
    else { return nil }
    let next = mention.tokens.upperBound
    return complement(from: tokens.key(next) == "the" ? next + 1 : next)
  }

  /// "With revenue at 604 million and earnings at 1.51": one of a list.
  var item: String? {
    guard tokens.key(first - 1) == "at", let last = nounPhrases.last(where: { $0.upperBound == first - 1 }),
      [",", "and", "with"].contains(tokens.key(last.lowerBound - 1)), last.count < 6
    else { return nil }
    return sound(last).flatMap { DraftWords.isVague($0) ? nil : $0 }
  }

  /// "A quarter of exports, which is worth 88 billion": of what the number before is of.
  var isWorth: Bool {
    isMoney && tokens.key(first - 1) == "worth"
      && interval(first - 4, upTo: first - 1).contains { tokens.key($0) == "which" }
  }

  /// "A price plunge by 80%": what fell is said with the fall.
  var movementNoun: String? {
    guard tokens.key(first - 1) == "by",
      ["plunge", "fall", "drop", "cut", "rise", "increase", "decline", "jump", "surge", "decrease", "slump"]
        .contains(tokens.key(first - 2)),
      let last = nounPhrases.last(where: { $0.upperBound == first - 1 }), last.count > 1
    else { return nil }
    let start = last.last { DraftWords.joints.contains(tokens.key($0)) }.map { $0 + 1 } ?? last.lowerBound
    return first - 1 - start > 1 ? sound(start..<first - 1) : nil
  }

  /// A noun, up to the next mark, verb, number, time or small word other than "of".
  private func complement(from start: Int) -> String? {
    var end = start
    while end < sentence.upperBound, end - start < 7, tokens.isWord(end) || tokens.key(end) == "-",
      !DraftWords.clauseMarks.contains(tokens.key(end)), !isVerb(at: end), !isNumber(end),
      !times.contains(where: { $0.contains(end) }),
      !DraftWords.joints.subtracting(["the", "a", "an", "of", "its", "our", "their"]).contains(
        tokens.key(end)),
      end == start || !DraftWords.isPast(tokens.key(end))
    { end += 1 }
    while end > start, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    let article = tokens.key(start) == "the" && end - start > 1 ? "the " : ""
    let own = sound(start..<end)
    return own.flatMap { DraftWords.isVague($0) || ["us", "me", "them"].contains($0) ? nil : article + $0 }
  }

  /// "Increase access to sports", of "to increase access to sports for children": a verb that is no noun there.
  func purposeFrom(_ start: Int) -> String? {
    guard DraftWords.purposes.contains(tokens.key(start)) else { return nil }
    var end = start + 1
    while end < sentence.upperBound, end - start < 7, tokens.isWord(end),
      !DraftWords.clauseMarks.contains(tokens.key(end)), !isNumber(end),
      !times.contains(where: { $0.contains(end) }),
      !["and", "or", "in", "over", "by"].contains(tokens.key(end))
    { end += 1 }
    while end > start + 1, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return end > start + 1 && !(start..<end).contains { DraftWords.pronouns.contains(tokens.key($0)) }
      ? text(start..<end) : nil
  }

  /// Behind what opens a phrase and is none of it: "compared to a", "back to", "substantially from a", "worth of".
  func lead(of phrase: Range<Int>) -> Int? {
    let (start, end) = (phrase.lowerBound, phrase.upperBound)
    let (key, next) = (tokens.key(start), tokens.key(start + 1))
    var place: Int?
    if key == "compared", ["to", "with"].contains(next) { place = start + 2 }
    if ["back", "up", "down", "out", "off", "close"].contains(key), ["to", "from", "at"].contains(next) {
      place = start + 2
    }
    if ["higher", "lower", "more", "less", "better", "worse"].contains(key), next == "than" {
      place = start + 2
    }
    if key == "worth", next == "of" { place = start + 2 }
    if key.hasSuffix("ly"), ["from", "to", "at", "by", "in"].contains(next) { place = start + 2 }
    return place.flatMap { $0 < end ? $0 : nil }
  }
}

extension DraftWords {
  static let aims: Set<String> = [
    "goal", "target", "objective", "mandate", "ceiling", "limit", "cap", "aim", "threshold",
  ]
  /// After "to" they are verbs, and say what money is for.
  static let purposes: Set<String> = [
    "help", "meet", "increase", "build", "improve", "support", "fund", "buy", "train", "develop", "provide",
    "expand", "upgrade", "modernise", "modernize", "protect", "fight", "create", "restore", "finance",
    "repair",
    "rebuild", "relieve", "feed", "reach", "house", "boost", "strengthen", "address", "add",
  ]
  private static let irregular: [String: String] = [
    "spending": "spent", "paying": "paid", "losing": "lost", "giving": "given", "selling": "sold",
    "buying": "bought", "building": "built", "putting": "put", "making": "made", "bringing": "brought",
  ]
  private static let regular: Set<String> = [
    "releasing", "providing", "investing", "raising", "allocating", "contributing", "committing", "pledging",
    "saving", "adding", "returning", "generating", "earning", "collecting", "receiving", "requesting",
    "seeking",
    "offering", "borrowing", "owing", "deducting", "donating", "delivering", "injecting", "employing",
    "affecting", "covering", "serving", "producing", "exporting", "importing", "treating", "reaching",
    "connecting", "displacing", "killing", "injuring", "hosting", "training", "housing", "feeding",
  ]

  /// "Raised" of "raise".
  static func participle(ofBase key: String) -> String? {
    // "To reach 2 billion": so much it shall be.
    if ["reach", "cover", "serve", "add"].contains(key) { return nil }
    let doing = key.hasSuffix("e") ? "\(key.dropLast())ing" : "\(key)ing"
    return participle(ofDoing: doing)
  }

  /// "Released" of "releasing".
  static func participle(ofDoing key: String) -> String? {
    if let own = irregular[key] { return own }
    guard regular.contains(key) else { return nil }
    if key == "seeking" { return "sought" }
    if key == "committing" { return "committed" }
    if key == "feeding" { return "fed" }
    return "\(key.dropLast(3))ed"
  }
}
