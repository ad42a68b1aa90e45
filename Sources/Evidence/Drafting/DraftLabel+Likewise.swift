import Foundation

/// Numbers of what the number before counts: "37 civilians were killed and 112 wounded", "320 beds, 24 of them in tents".
extension DraftLabel {
  /// What is said of so many of what was counted before; `nil` where a number names what it counts itself.
  var likewise: String? {
    guard mention.kind == .other, mention.form == .amount, mention.after.unit == nil,
      DraftWords.noun(in: mention.after.words) == nil, farNoun == nil, perMany == nil
    else { return nil }
    return ofThem ?? deedAfter ?? deedBefore
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

  /// "And 112 wounded", "; 199 billion was exported".
  private var deedAfter: String? {
    guard [",", "and", ";", "while", "with"].contains(tokens.key(first - 1)) else { return nil }
    var place = mention.tokens.upperBound
    while ["was", "were", "have", "has", "been", "are", "is"].contains(tokens.key(place)) { place += 1 }
    let key = tokens.key(place)
    let isOpen = tokens.isWord(place + 1) && !DraftWords.joints.contains(tokens.key(place + 1))
    return !isOpen && (DraftWords.isPast(key) || ["dead", "missing", "hurt"].contains(key))
      ? DraftWords.deeds[key] ?? key : nil
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
