import Foundation

/// Labels by the clause, for numbers that the words next to them don't name.
extension DraftReader {
  /// "In the last three years", "a hundred percent", "$1 of every $5": a time, or a way of speaking.
  func isAside(_ own: DraftLabel) -> Bool {
    let mention = own.mention
    if mention.kind == .percent, mention.value == 100 { return true }
    // "The 100 metres", "a 10-year plan".
    let before = reading.tokens.key(own.first - 1)
    if mention.after.unit != nil, before == "the" || mention.after.isJoined { return true }
    if case .currency = mention.kind {
      let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
      if reading.tokens.key(end + 1) == "every" || reading.tokens.key(start - 1) == "every" { return true }
    }
    guard case .time? = mention.after.unit else { return false }
    // "Five months on"
    if ["on", "later", "earlier", "before", "away", "into", "ahead"].contains(
      reading.tokens.key(own.afterUnit.next))
    {
      return true
    }
    return (own.first - 2..<own.first).contains { Self.timely.contains(reading.tokens.key($0)) }
  }

  /// "30-plus day arrears": a length that says which arrears.
  func isPartOfName(_ mention: NumberMention) -> Bool {
    let after = mention.tokens.upperBound
    return TokenRow.hyphens.contains(reading.tokens.key(after)) && reading.tokens.key(after + 1) == "plus"
      && Self.lengths.contains(reading.tokens.key(after + 2))
  }

  private static let lengths: Set<String> = ["minute", "hour", "day", "week", "month", "year"]

  /// Before a length of time that says when.
  private static let timely: Set<String> = [
    "last", "past", "next", "coming", "previous", "recent", "first", "in", "within", "after", "over", "every",
    "these", "during", "since", "than", "about", "ago",
  ]

  /// What names a number by its clause, where the words next to it don't.
  func looseLabel(_ own: DraftLabel, _ labels: SentenceLabels, _ sentence: Int) -> String? {
    if let part = own.partOfWhole { return part }
    // "Grew by 8%, compared to the year before, to 47 million": of what grew.
    if reading.tokens.key(own.first - 1) == "to", let subject = labels.changed(in: sentence) {
      return capitalized(subject)
    }
    if let subject = own.sunkOrRisen { return capitalized(subject) }
    if let later = own.laterNoun { return capitalized(later) }
    if own.isCountAlone {
      return (own.predicate(from: own.countEnd) ?? own.verbPhrase(from: own.countEnd)).map {
        "Number that \($0)"
      }
    }
    if let clause = own.ownClause { return clause }
    if case .own(let thing) = own.reading, own.hasOwnThing { return counted(thing, own) }
    // "41 years with one and 23 with the other"; "I worked for 20 years" is no figure.
    if case .time(let unit)? = own.mention.after.unit {
      return labels.label(of: unit, in: sentence) ?? (own.subjectText ?? own.listHead).map(capitalized)
    }
    // "A 50 foot deep channel"
    if case .measure? = own.mention.after.unit,
      let name = DraftWords.dimensions[reading.tokens.key(own.afterUnit.next)],
      let noun = own.nounPhrases.first(where: { $0.upperBound > own.afterUnit.next + 1 }),
      noun.lowerBound <= own.afterUnit.next + 1,
      let noun = own.sound(own.afterUnit.next + 1..<noun.upperBound)
    {
      return "\(name) of \(noun)"
    }
    // "It is 1,840 kilometres long"
    if case .measure? = own.mention.after.unit,
      let name = DraftWords.dimensions[reading.tokens.key(own.afterUnit.next)]
    {
      let whole = sentence > 0 ? DraftLabel.subject(reading, ofSentence: sentence - 1) : nil
      return whole.map { "\(name) of \(own.loweredFirst($0))" } ?? name
    }
    func before() -> String? {
      sentence > 0 ? DraftLabel.subject(reading, ofSentence: sentence - 1) : nil
    }
    let ofPronoun = own.pronoun.flatMap { _ in own.subjectBeforePronoun ?? before() }
    var phrase = ofPronoun ?? own.phrases.first
    if case .change(let subject?, _) = own.reading { phrase = phrase ?? subject }
    if phrase == nil, let light = own.lightPhrase, let whole = before() {
      phrase = "\(whole): \(own.loweredFirst(light))"
    }
    // What is counted in other units is something else.
    let last = labels.last.flatMap {
      own.mention.kind == .other || !$0.unit.contains(/^[a-z]/) ? $0.label : nil
    }
    guard
      let phrase = phrase ?? last.flatMap({ _ in labels.label(near: sentence) }) ?? before() ?? own.growth
    else { return nil }
    let name = own.isChange ? "\(own.isFall ? "Fall" : "Change") in \(own.loweredFirst(phrase))" : phrase
    return capitalized(name)
  }

  /// "Children will benefit", "plans to build four units": a noun that says little, with what is said of it.
  private func counted(_ thing: String, _ own: DraftLabel) -> String? {
    let end = own.mention.tokens.upperBound + thing.split(separator: " ").count
    if reading.tokens.key(own.first - 2) == "to", reading.tokens.isWord(own.first - 1) {
      return capitalized("\(thing) to \(reading.tokens.key(own.first - 1))")
    }
    if let said = own.verbPhrase(from: end) { return capitalized("\(thing) that \(said)") }
    guard let phrase = own.phrases.first else { return capitalized(thing) }
    // "Cases, cases of cholera"
    if phrase.lowercased().contains(thing.lowercased()) { return capitalized(phrase) }
    return capitalized("\(thing), \(own.loweredFirst(phrase))")
  }

  private func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
