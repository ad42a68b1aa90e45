import Interview

/// Something that an interview dates, in its own words.
public struct EventDraft: Hashable, Sendable {
  /// ISO 8601: a year, a month or a stretch of them.
  public var date: String
  public var label: String
  /// ¶
  public var paragraph: Int
}

/// The dated events of an answer: "the treaty was signed in 2009", "the Treaty of Friendship (1998)".
///
/// - Parameter paragraphs: of the answer, in English.
/// - Returns: those whose clause stands by itself, each date and label once, in time's order.
public func draftEvents(in paragraphs: [Paragraph]) -> [EventDraft] {
  var seen = Set<String>()
  return paragraphs.flatMap { paragraph in
    EventReader(paragraph: paragraph.number, reading: ParagraphReading(paragraph.text)).events
  }.filter { seen.insert($0.label.lowercased()).inserted }.sorted {
    ($0.date, $0.paragraph) < ($1.date, $1.paragraph)
  }
}

/// Reads the events of one paragraph.
private struct EventReader {
  let paragraph: Int
  let reading: ParagraphReading
  private var tokens: TokenRow { reading.tokens }

  init(paragraph: Int, reading: ParagraphReading) {
    self.paragraph = paragraph
    self.reading = reading
  }

  private static let (shortest, longest) = (10, 72)

  var events: [EventDraft] {
    var found: [EventDraft] = []
    var index = 0
    var sentence = reading.tokens(ofSentence: index)
    while !sentence.isEmpty {
      found += events(in: sentence, reading.periods(ofSentence: index).all)
      index += 1
      sentence = reading.tokens(ofSentence: index)
    }
    return found
  }

  private func events(in sentence: Range<Int>, _ times: [PeriodsInText.Said]) -> [EventDraft] {
    let isFact = !sentence.contains { ["if", "unless", "not", "never", "would"].contains(tokens.key($0)) }
    return times.filter { !$0.isOfAnyYear && !$0.isUnknown && !$0.isOutside && $0.manner == .exact }
      .compactMap { time in
        guard let label = named(before: time) ?? (isFact ? clause(with: time, times, sentence) : nil),
          (Self.shortest...Self.longest).contains(label.count)
        else { return nil }
        return EventDraft(
          date: time.period.iso, label: label.prefix(1).uppercased() + label.dropFirst(), paragraph: paragraph
        )
      }
  }

  /// "The Treaty of Eternal Friendship (1998)": the name before the bracket.
  private func named(before time: PeriodsInText.Said) -> String? {
    let bracket = time.tokens.lowerBound - 1
    guard tokens.key(bracket) == "(", tokens.key(time.tokens.upperBound) == ")" else { return nil }
    var start = bracket
    while start > 0, tokens.isWord(start - 1),
      tokens.text(start - 1).first?.isUppercase == true
        || ["of", "on", "the", "for", "a", "and"].contains(tokens.key(start - 1)) && tokens.isWord(start - 2)
          && (tokens.text(start - 2).first?.isUppercase == true
            || ["of", "on", "for"].contains(tokens.key(start - 2)))
    { start -= 1 }
    while start < bracket,
      ["the", "of", "on", "a", "and", "for"].contains(tokens.key(start))
        || DraftWords.clauseMarks.contains(tokens.key(start))
    {
      start += 1
    }
    // "Even the Agreement": a sentence's first word is written large, too.
    if ["the", "a"].contains(tokens.key(start + 1)), bracket - start > 3 { start += 2 }
    return bracket - start >= 2 ? text(start..<bracket) : nil
  }

  /// The words between two marks without their time, where they say by themselves what happened.
  private func clause(with time: PeriodsInText.Said, _ times: [PeriodsInText.Said], _ sentence: Range<Int>)
    -> String?
  {
    guard time.isStatement, ["in", "during"].contains(tokens.key(time.tokens.lowerBound - 1)) else {
      return nil
    }
    let when = time.tokens.lowerBound - 1..<time.tokens.upperBound
    var clause = part(around: when.lowerBound, sentence)
    if clause.lowerBound + 1 >= when.lowerBound, clause.upperBound == when.upperBound,
      tokens.key(clause.upperBound) == ","
    {
      // "In May 2018, the forum was held."
      guard clause.lowerBound == sentence.lowerBound else { return nil }
      let rest = part(around: clause.upperBound + 1, sentence)
      guard tokens.key(rest.upperBound) != "," else { return nil }
      clause = when.lowerBound..<rest.upperBound
    }
    var words = clause
    if when.upperBound == clause.upperBound {
      words = clause.lowerBound..<when.lowerBound
    } else {
      words = when.upperBound..<clause.upperBound
      let opening = clause.lowerBound..<when.lowerBound
      guard opening.allSatisfy({ ["and", "then", "but", "finally"].contains(tokens.key($0)) }) else {
        return nil
      }
    }
    while ["and", "then", ",", "also", "but", "finally"].contains(tokens.key(words.lowerBound)),
      words.count > 1
    {
      words = words.lowerBound + 1..<words.upperBound
    }
    while [".", "!"].contains(tokens.key(words.upperBound - 1)), words.count > 1 {
      words = words.lowerBound..<words.upperBound - 1
    }
    return says(words, times, when) ? text(words) : nil
  }

  private func part(around place: Int, _ sentence: Range<Int>) -> Range<Int> {
    let marks: Set<String> = [",", ";", ":", "—", "(", ")", "."]
    var (start, end) = (place, place)
    while start > sentence.lowerBound, !marks.contains(tokens.key(start - 1)) { start -= 1 }
    while end < sentence.upperBound, !marks.contains(tokens.key(end)) { end += 1 }
    return start..<end
  }

  /// Whether words are a statement of their own: a noun, then a verb; no other number or time.
  private func says(_ words: Range<Int>, _ times: [PeriodsInText.Said], _ when: Range<Int>) -> Bool {
    guard words.count >= 3 else { return false }
    let first = tokens.key(words.lowerBound)
    let isNoun =
      !DraftWords.pronouns.contains(first) && !DraftWords.isVerb(first)
      && !DraftWords.joints.subtracting(["the", "a", "an", "our", "their", "its"]).contains(first)
      && !DraftWords.clauseMarks.contains(first) && !["their", "its", "his", "her"].contains(first)
    let verb = words.dropFirst().first {
      DraftWords.isPast(tokens.key($0))
        || ["was", "were", "came", "began", "became", "took", "opened", "started", "reached"].contains(
          tokens.key($0))
    }
    let hasOther =
      times.contains { words.overlaps($0.tokens) && !when.overlaps($0.tokens) }
      || reading.mentions.contains { words.overlaps($0.tokens) && $0.form != .ordinal }
    let last = tokens.key(words.upperBound - 1)
    return isNoun && verb != nil && !hasOther && !DraftWords.joints.contains(last)
      && !words.contains {
        ["which", "who", "that", "it", "they", "this", "i", "we", "my", "he", "she"].contains(tokens.key($0))
      }
  }

  private func text(_ range: Range<Int>) -> String {
    guard let first = tokens[range.lowerBound], let last = tokens[range.upperBound - 1] else { return "" }
    return reading.words(first.range.lowerBound..<last.range.upperBound)
  }
}
