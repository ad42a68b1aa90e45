import Foundation

/// Numbers of what the number before counts: "37 civilians were killed and 112 wounded", "320 beds, 24 of them in tents".
extension DraftLabel {
  /// What is said of so many of what was counted before; `nil` where a number names what it counts itself.
  var likewise: String? {
    guard mention.kind == .other, mention.form == .amount, mention.after.unit == nil,
      DraftWords.noun(in: mention.after.words) == nil, farNoun == nil, perMany == nil
    else { return nil }
    return ofThem ?? participleAfter ?? moreThan ?? deedAfter ?? deedBefore ?? placeBefore
  }

  /// "24 of them in intensive care", "of whom 600 are nurses".
  private var ofThem: String? {
    let next = mention.tokens.upperBound
    guard tokens.key(next) == "of",
      ["them", "these", "those", "whom", "which"].contains(tokens.key(next + 1)),
      ["in", "from", "at", "for", "with", "under", "abroad"].contains(tokens.key(next + 2))
    else { return nil }
    var end = next + 3
    while end < sentence.upperBound, end - next < 8, tokens.isWord(end),
      !DraftWords.clauseMarks.contains(tokens.key(end)), tokens.key(end) != "and",
      !DraftWords.isVerb(tokens.key(end)), !numbers.contains(where: { $0.contains(end) }),
      !times.contains(where: { $0.contains(end) })
    { end += 1 }
    while DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return end > next + 3 ? text(next + 2..<end) : nil
  }

  /// "18,400 tickets, 1,200 more than the year before"
  private var moreThan: String? {
    let next = mention.tokens.upperBound
    guard ["more", "fewer"].contains(tokens.key(next)), tokens.key(next + 1) == "than",
      [",", ";", "(", "and", "–", "—"].contains(tokens.key(first - 1))
    else { return nil }
    var end = next + 2
    while end < sentence.upperBound, end - next < 7, tokens.isWord(end),
      !["and", "but", "which", "who"].contains(tokens.key(end)), !isNumber(end)
    { end += 1 }
    return end > next + 2 ? text(next..<end) : nil
  }

  /// "And in Norway 5.1 million"
  private var placeBefore: String? {
    let next = mention.tokens.upperBound
    guard !tokens.isWord(next), mention.value >= 1000 else { return nil }
    var start = first
    while start > sentence.lowerBound, first - start < 4, tokens.text(start - 1).first?.isUppercase == true,
      tokens.isWord(start - 1)
    { start -= 1 }
    guard start < first, tokens.key(start - 1) == "in",
      [",", "and", ";", "but"].contains(tokens.key(start - 2))
    else { return nil }
    return text(start - 1..<first)
  }

  /// "With 33,000 involving opioids"
  private var participleAfter: String? {
    let next = mention.tokens.upperBound
    guard WordsAfterNumber.participles.contains(tokens.key(next)),
      [",", "and", ";", "with", "of"].contains(tokens.key(first - 1))
        || DraftWords.pronouns.contains(tokens.key(first - 1))
    else { return nil }
    var end = next + 1
    while end < sentence.upperBound, end - next < 5, tokens.isWord(end),
      !DraftWords.joints.contains(tokens.key(end)), !DraftWords.isVerb(tokens.key(end)),
      !numbers.contains(where: { $0.contains(end) }), !times.contains(where: { $0.contains(end) })
    { end += 1 }
    return end > next + 1 ? text(next..<end) : nil
  }

  /// "And 112 wounded", "; 199 billion was exported".
  private var deedAfter: String? {
    var before = first - 1
    // "Of these, unfortunately 40 have died"
    if tokens.key(before).hasSuffix("ly") { before -= 1 }
    guard [",", "and", ";", "while", "with"].contains(tokens.key(before)) else { return nil }
    var place = mention.tokens.upperBound
    while ["was", "were", "have", "has", "been", "are", "is"].contains(tokens.key(place)) { place += 1 }
    let key = tokens.key(place)
    let isOpen = tokens.isWord(place + 1) && !DraftWords.joints.contains(tokens.key(place + 1))
    return !isOpen && (DraftWords.isPast(key) || ["dead", "missing", "hurt", "died"].contains(key))
      ? key == "died" ? "who died" : DraftWords.deeds[key] ?? key : nil
  }

  /// "Having added 2.1 million in the quarter".
  private var deedBefore: String? {
    let next = mention.tokens.upperBound
    let isEnd =
      !tokens.isWord(next) || ["in", "this", "last", "since", "and", "so"].contains(tokens.key(next))
    guard isEnd, ["added", "lost", "gained", "opened", "closed", "built"].contains(tokens.key(first - 1))
    else {
      return nil
    }
    return tokens.key(first - 1)
  }
}

extension SentenceLabels {
  /// The unit and value of so many of what the number before counts or measures, with its label.
  func likewise(_ own: DraftLabel, _ said: String, in sentence: Int, scaled: (String) -> (String, Decimal))
    -> (label: String, unit: String, value: Decimal)?
  {
    guard let last, last.sentence == sentence else { return nil }
    var words = last.unit.split(separator: " ").map(String.init)
    if let first = words.first, ["thousand", "m", "bn", "trn"].contains(first) { words.removeFirst() }
    guard words.count == 1, let noun = words.first, noun.first?.isLowercase == true else { return nil }
    let isMeasure = Measure.of(noun) != nil
    let (unit, value) = scaled(noun)
    let name = isMeasure ? last.label : noun.prefix(1).uppercased() + noun.dropFirst()
    // "Civilians killed" were others than the wounded.
    return ("\(name) \(said)", unit, value)
  }

  /// Of a length of time in a list: the next ones are of the same.
  mutating func note(_ label: String, unit: String, in sentence: Int) { last = (label, unit, sentence) }
}
