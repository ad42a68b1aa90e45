import Foundation

extension DraftLabel {
  /// Whether what is counted or measured follows the number: "300 entrepreneurs", "120 km of road".
  var hasOwnThing: Bool {
    guard mention.kind == .other else { return false }
    switch mention.after.unit {
    case nil: return !mention.after.words.isEmpty
    case .time: return tokens.key(afterUnit.next) == "of"
    case .measure: return tokens.key(afterUnit.next) == "of"
    }
  }

  /// Whether nothing says what is counted.
  var isElliptic: Bool {
    mention.kind == .other && mention.form == .amount && mention.scale == 1 && mention.after.unit == nil
      && mention.after.words.isEmpty && tokens.isDigits(mention.tokens.lowerBound) && perMany == nil
      && (isOnlyOfSentence || ["and", ",", "against", "from", "to"].contains(tokens.key(first - 1))
        || tokens.key(first - 1) == "with" && tokens.key(first - 2) == "compared")
  }

  /// "In 2015 we had just 200."
  var isOnlyOfSentence: Bool {
    sentence.count <= 9 && sentence.contains { ["we", "there", "they"].contains(tokens.key($0)) }
      && ["just", "only", "had", "were", "about", "around"].contains(
        tokens.key(mention.tokens.lowerBound - 1))
  }

  /// "Average attendance was about 54,000": a number of nothing but its subject.
  var isBareLevel: Bool {
    guard mention.kind == .other, mention.after.words.isEmpty, mention.after.unit == nil,
      mention.value >= 100, tokens.isDigits(mention.tokens.lowerBound)
    else { return false }
    // "To double arrivals to over 20 million", "brings their number to 22,000".
    if tokens.key(first - 1) == "to",
      interval(max(sentence.lowerBound, first - 12), upTo: first - 1).contains(where: {
        DraftWords.raising.contains(tokens.key($0))
      })
    {
      return phrase(endingAt: first - 1) != nil
    }
    // "An average crowd of 6,350"
    if tokens.key(first - 1) == "of",
      (first - 5..<first - 1).contains(where: { Self.levels.contains(tokens.key($0)) })
    {
      return true
    }
    guard let verb else { return false }
    return DraftWords.measuring.contains(tokens.key(verb))
      && (subject(before: verb) != nil || !phrases.isEmpty)
  }

  /// What is so many without a noun behind the number.
  private static let levels: Set<String> = [
    "average", "crowd", "attendance", "audience", "population", "membership", "headcount", "workforce",
    "circulation", "capacity",
  ]

  /// "45 electricity and gas businesses", "38,000 ready-to-eat meals": the noun behind words that join others.
  var farNoun: Int? {
    guard mention.kind == .other, mention.after.unit == nil, mention.form == .amount,
      DraftWords.noun(in: mention.after.words) == nil, !mention.after.isJoined
    else { return nil }
    let start = mention.tokens.upperBound
    guard tokens.isWord(start), !WordsAfterNumber.smallWords.contains(tokens.key(start)) else { return nil }
    var place = start
    while place < min(sentence.upperBound, start + 9) {
      let key = tokens.key(place)
      if DraftWords.isPlural(key), !isHyphen(place + 1) { return place }
      let isInner =
        isHyphen(place) || isHyphen(place - 1) || isHyphen(place + 1) || key == "and"
        || key == "." && tokens.text(place - 1).count == 1
        || tokens.isWord(place) && !WordsAfterNumber.smallWords.contains(key) && !DraftWords.isVerb(key)
          && !DraftWords.clauseMarks.contains(key) && !DraftWords.isPast(key)
      if !isInner || numbers.contains(where: { $0.contains(place) })
        || times.contains(where: { $0.contains(place) })
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  private func isHyphen(_ place: Int) -> Bool { ["-", "‑"].contains(tokens.key(place)) }

  /// The token after the number and its unit, and whether there is one.
  var afterUnit: (next: Int, hasUnit: Bool) {
    let start = tokens.skippingHyphen(mention.tokens.upperBound)
    guard mention.kind == .other, let unit = MeasureNames.unit(tokens, at: start) else {
      return (mention.tokens.upperBound, false)
    }
    return (unit.end, true)
  }

  /// "Bilateral agreements signed", "grants for the admission of Uzbek students": the things with what is done to them.
  var thing: String? {
    var start = mention.tokens.upperBound
    if case .measure = mention.after.unit { start = afterUnit.next + 1 }
    while ["of", "the", "those", "our", "their", "these", "its", "more", "new"].contains(tokens.key(start)) {
      start += 1
    }
    guard let end = thingEnd(from: start), end > start else { return nil }
    let words = text(start..<end)
    let isNamed = (start..<end).contains { tokens.isWord($0) && tokens.key($0).count > 2 }
    guard isNamed, !DraftWords.isVerb(tokens.key(start)) else { return nil }
    // "9 million bales" of "the production of cotton reached": its subject tells more.
    if end - start == 1, let verb, DraftWords.measuring.contains(tokens.key(verb)),
      let own = subject(before: verb)
    {
      return own
    }
    if tokens.key(start - 1) == "per" { return nil }
    if let participle = passive(after: end) ?? active {
      if words.hasSuffix(" available") { return "\(words.dropLast(10)) \(participle) available" }
      return words.split(separator: " ").contains(Substring(participle)) ? words : "\(words) \(participle)"
    }
    return words + (telling(after: end) ?? "")
  }

  /// "Cases that have been reported", "people who died"; of "for 300 people affected" the participle alone.
  private func telling(after end: Int) -> String? {
    if ["who", "that"].contains(tokens.key(end)) {
      return predicate(from: end + 1).map { " \(tokens.key(end)) \($0)" }
    }
    guard ["people", "men", "women", "children"].contains(tokens.key(end - 1)) else { return nil }
    if tokens.key(end).hasSuffix("ing"), let doing = doing(from: end) { return " \(doing)" }
    guard let predicate = predicate(from: end) else { return nil }
    let isParticiple = !predicate.contains(" ") && predicate.hasSuffix("ed") && !opensClause
    return isParticiple ? " \(predicate)" : " who \(predicate)"
  }

  /// "Marching towards starvation", without what follows a mark.
  private func doing(from start: Int) -> String? {
    var end = start + 1
    while end < sentence.upperBound, end - start < 6, tokens.isWord(end), !DraftWords.isVerb(tokens.key(end)),
      !["and", "but", "or", "who", "that"].contains(tokens.key(end)),
      !times.contains(where: { $0.contains(end) }), !numbers.contains(where: { $0.contains(end) })
    { end += 1 }
    while end > start + 1, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return text(start..<end)
  }

  /// The nouns with their "of", "for" and "in", up to a verb, a time or a mark; a list that goes on ends them before it begins.
  private func thingEnd(from start: Int) -> Int? {
    if let far = farNoun, far >= start { return far + 1 }
    var end = start
    var lastJoint: Int?
    while end < sentence.upperBound, end - start < 11 {
      let key = tokens.key(end)
      if times.contains(where: { $0.contains(end) }) || numbers.contains(where: { $0.contains(end) }) {
        break
      }
      let isParticiple = end == start && key.hasSuffix("ed")
      let isInner = tokens.isWord(end) || ["-", "‑", "’", "'"].contains(key)
      if !isInner || Self.stops.contains(key) || DraftWords.clauseMarks.contains(key) { break }
      if DraftWords.isVerb(key) || DraftWords.isPast(key) && !isParticiple { break }
      if ["for", "in", "at", "from", "with", "to", "on", "of", "between"].contains(key),
        key != "of" || lastJoint == nil
      {
        if lastJoint == nil || key != "of" { lastJoint = end }
      }
      end += 1
    }
    guard end > start else { return nil }
    // Cut in the middle of a list, or too long: without its last part.
    // So is what belongs to a number: "shots in the president’s first 100 days".
    let goesOn =
      end - start >= 11 || (tokens.key(end) == "," && lastJoint != nil) || tokens.key(end) == "and"
      || tokens.key(end - 1) == "s" && ["’", "'"].contains(tokens.key(end - 2))
      || ["-", "‑"].contains(tokens.key(end - 1)) || numbers.contains { $0.contains(end) }
    // "Adults fully vaccinated"
    if tokens.key(end - 1).hasSuffix("ly"), DraftWords.isPast(tokens.key(end)), end - start > 1 {
      return end + 1
    }
    if goesOn, let joint = lastJoint { end = joint }
    while end > start,
      DraftWords.joints.contains(tokens.key(end - 1)) || DraftWords.adverbs.contains(tokens.key(end - 1))
        || DraftWords.trailing.contains(tokens.key(end - 1)) && end - start > 1
        || tokens.key(end - 1) == "people" && end - start > 1
          && DraftWords.joints.contains(tokens.key(end - 2))
    { end -= 1 }
    return end
  }

  private static let stops: Set<String> = [
    "and", "by", "from", "more", "less", "than", "per", "during", "over", "under", "there", "here", "each",
    "every", "last", "next", "ago", "only", "still", "also", "already", "behind", "across", "we", "they",
    "it",
    "versus", "i", "you", "worth", "this", "take", "don", "or", "both",
  ]

  /// "200 events … were planned": what is done to them, a few words on.
  private func passive(after end: Int) -> String? {
    var place = end
    while place < min(sentence.upperBound, end + 14) {
      let key = tokens.key(place)
      if numbers.contains(where: { $0.contains(place) }) || [";", ":", "which", "who", "that"].contains(key) {
        return nil
      }
      if ["were", "was", "been", "are"].contains(key) {
        var next = place + 1
        while DraftWords.adverbs.contains(tokens.key(next)) || tokens.key(next) == "been" { next += 1 }
        if ["not", "n't"].contains(tokens.key(place + 1)) { return nil }
        let participle = tokens.key(next)
        let isPast = participle.hasSuffix("ed") || DraftWords.deeds.values.contains(participle)
        return isPast ? participle : nil
      }
      if DraftWords.isVerb(key), !DraftWords.auxiliaries.contains(key) { return nil }
      place += 1
    }
    return nil
  }

  /// "We opened 14 schools": what was done, right before the number.
  private var active: String? {
    var place = first - 1
    while ["another", "some", "about", "around", "the", "over", "up", "us"].contains(tokens.key(place)) {
      place -= 1
    }
    let key = tokens.key(place)
    guard place >= sentence.lowerBound, DraftWords.isPast(key), !["used", "helped", "called"].contains(key),
      // "Were attended 300" is no English; "had", "was" say nothing of things.
      !["were", "was", "is", "are", "a", "an", "the"].contains(tokens.key(place - 1))
    else { return nil }
    return DraftWords.deeds[key] ?? key
  }

  /// "The line is 260 km long" is its length.
  var dimension: String? {
    guard case .measure? = mention.after.unit, let name = DraftWords.dimensions[tokens.key(afterUnit.next)]
    else {
      return nil
    }
    var end = first
    while ["is", "was", "are", "were"].contains(tokens.key(end - 1)) { end -= 1 }
    return phrase(endingAt: end).map { "\(name) of \(lowered($0))" }
  }

  // MARK: Parts

  var share: Reading {
    let next = mention.tokens.upperBound
    let start = tokens.key(next) == "of" ? next + 1 : next
    // "155 shells, of which half have arrived"
    if tokens.key(first - 2) == "of", ["which", "whom"].contains(tokens.key(first - 1)) {
      return .part(predicate(from: next))
    }
    let isOf = start > next || mention.form == .share && tokens.isWord(next)
    let whole = isOf ? wholeEnd(from: start).map { (text(start..<$0), $0) } : nil
    guard let (words, end) = whole else {
      if isOf, ["them", "these", "those", "which", "whom"].contains(tokens.key(start)) {
        return .part(predicate(from: start + 1))
      }
      // "Fish 30%": the part stands right before, its whole was said with the number before.
      if let part = partBefore { return .share(part, of: "") }
      if let own = beforeOf { return own }
      if let verb, DraftWords.measuring.contains(tokens.key(verb)) {
        return subject(before: verb).map { .own($0) } ?? .same
      }
      return isComparedShare ? .same : .none
    }
    if let verb = shareVerb, let part = phrase(endingAt: verb), !DraftWords.isVague(part) {
      return .share(part, of: words)
    }
    if let shareVerb, !tokens.key(shareVerb).hasSuffix("ing") {
      return tokens.key(shareVerb - 1) == "and" ? .share("", of: words) : .none
    }
    // "On some sections of the road, occupying 4% of its length"
    if let shareVerb, let own = nounBefore(tokens.key(shareVerb - 1) == "," ? shareVerb - 1 : shareVerb) {
      return .own("\(own.prefix(1).uppercased())\(own.dropFirst()), as a share of \(words)")
    }
    // "The deficit is 3% of output": no part of it.
    if let verb, DraftWords.measuring.contains(tokens.key(verb)), let own = subject(before: verb) {
      return .own("\(own), as a share of \(words)")
    }
    // What share of something a number is, is nothing without what is said of it.
    guard opensClause, let predicate = predicate(from: end) else { return .none }
    return .own("Share of \(words) that \(predicate)")
  }

  /// The last noun before a place with its "of", without what it belongs to.
  private func nounBefore(_ end: Int) -> String? {
    var start = end
    while start > sentence.lowerBound, tokens.isWord(start - 1), !DraftWords.isVerb(tokens.key(start - 1)),
      !DraftWords.joints.subtracting(["of", "the"]).contains(tokens.key(start - 1))
    { start -= 1 }
    return sound(start..<end)
  }

  private var isComparedShare: Bool {
    ["against", "than"].contains(tokens.key(first - 1))
      || ["from", "with", "to"].contains(tokens.key(first - 1))
        && ["up", "down", "compared"].contains(tokens.key(first - 2))
  }

  private var opensClause: Bool {
    first == sentence.lowerBound || [",", ";", ":", "and", "that", "but"].contains(tokens.key(first - 1))
      || tokens.key(first - 1) == "only"
  }

  private var shareVerb: Int? {
    var place = first - 1
    while ["up", "for", "about", "around", "some", "only", "now", "just", "nearly", "almost"].contains(
      tokens.key(place))
    {
      place -= 1
    }
    guard DraftWords.sharing.contains(tokens.key(place)) else { return nil }
    while DraftWords.adverbs.contains(tokens.key(place - 1)) { place -= 1 }
    return place
  }

  func wholeEnd(from start: Int) -> Int? {
    // "One in eight waits more than a year": a verb.
    if tokens.key(start).hasSuffix("s"), start == mention.tokens.upperBound,
      ["more", "less", "a", "an", "the", "their", "no"].contains(tokens.key(start + 1))
    {
      return nil
    }
    var end = start
    while end < sentence.upperBound, end - start < 7,
      tokens.isWord(end) || ["-", "’"].contains(tokens.key(end))
    {
      let key = tokens.key(end)
      if isVerb(at: end) || DraftWords.clauseMarks.contains(key)
        || key != "of" && end > start
          && DraftWords.joints.subtracting(["the", "its", "our", "their"]).contains(key)
      {
        break
      }
      if times.contains(where: { $0.contains(end) }) || numbers.contains(where: { $0.contains(end) }) {
        break
      }
      end += 1
    }
    if ["them", "it", "this", "that", "these", "those", "us", "which", "whom"].contains(tokens.key(start)) {
      return nil
    }
    // "20 percent of the 1.4 billion people"
    if (start..<end).allSatisfy({ DraftWords.articles.contains(tokens.key($0)) }) { return nil }
    return end > start ? end : nil
  }

  /// Of a predicate, in words.
  private static let longest = 9

  /// "Their first letter" goes on, "more than 20" is another number.
  func isNumber(_ place: Int) -> Bool {
    NumberWords.ordinals[tokens.key(place)] == nil && numbers.contains { $0.contains(place) }
  }

  /// "Goes to member states", "is irrigated".
  func predicate(from start: Int) -> String? {
    guard DraftWords.isVerb(tokens.key(start)) || DraftWords.isPast(tokens.key(start)),
      !["will", "would", "can", "could", "should", "may", "might"].contains(tokens.key(start))
    else { return nil }
    var end = start
    // Where it is too long, it ends behind what was done: "are vaccinated | across the whole country".
    var whole: Int?
    while end < sentence.upperBound, end - start < Self.longest, tokens.isWord(end),
      !["and", "but", "as"].contains(tokens.key(end)), !times.contains(where: { $0.contains(end) }),
      !isNumber(end)
    {
      if DraftWords.isPast(tokens.key(end)), DraftWords.joints.contains(tokens.key(end + 1)) {
        whole = end + 1
      }
      end += 1
    }
    if end - start == Self.longest, let whole { end = whole }
    // "Had more than 20 cows": cut by a number.
    if end - start == Self.longest || isNumber(end)
      || (start..<end).contains(where: {
        DraftWords.pronouns.contains(tokens.key($0)) || tokens.key($0) == "us" || tokens.key($0) == "you"
      })
    {
      return nil
    }
    while end > start, DraftWords.joints.contains(tokens.key(end - 1)) { end -= 1 }
    return end > start + 1 || end > start && DraftWords.isPast(tokens.key(start)) ? text(start..<end) : nil
  }

  /// In ", fish 30% and machinery 25%".
  private var partBefore: String? {
    var start = first
    while start > sentence.lowerBound, first - start < 5, tokens.isWord(start - 1),
      tokens.key(start - 1) != "and",
      !numbers.contains(where: { $0.contains(start - 1) })
    { start -= 1 }
    guard start < first, [",", "and", ";"].contains(tokens.key(start - 1)),
      !(start..<first).contains(where: {
        DraftWords.isVerb(tokens.key($0)) || DraftWords.joints.contains(tokens.key($0))
          || DraftWords.pronouns.contains(tokens.key($0)) || DraftWords.clauseMarks.contains(tokens.key($0))
      })
    else { return nil }
    return text(start..<first)
  }
}

/// The labels of one paragraph's numbers: where a sentence says "it" or "they aim to", the number is of the same thing as the
/// one before it.
struct SentenceLabels {
  var last: (label: String, unit: String, sentence: Int)?
  private var parts: (part: String, whole: String, sentence: Int)?
  private var shares: [String: FigureDraft.Share] = [:]

  /// What a label of them says to be a part of what.
  func share(of label: String) -> FigureDraft.Share? { shares[label] }

  /// The unit of the number before, where a bare number can be another of these: "1,250 galaxies in 2020 and 3,400 in 2023".
  func unit(near sentence: Int, _ own: DraftLabel) -> String? {
    guard let last, last.sentence == sentence || last.sentence == sentence - 1 && own.isOnlyOfSentence else {
      return nil
    }
    let isCount = (last.unit.first?.isLowercase ?? true) && !last.unit.contains(" ")
    return isCount ? last.unit : nil
  }

  /// What the sentence said to have changed.
  private var changed: (subject: String, sentence: Int)?

  /// What changed, in a sentence.
  func changed(in sentence: Int) -> String? { changed.flatMap { $0.sentence == sentence ? $0.subject : nil } }

  /// The label of the number before, in a sentence or the one before it.
  func label(near sentence: Int) -> String? {
    last.flatMap { sentence - $0.sentence <= 1 ? $0.label : nil }
  }

  /// Of the number before in a sentence, if it is in the same unit.
  func label(of unit: String, in sentence: Int) -> String? {
    last.flatMap { $0.sentence == sentence && $0.unit == unit ? $0.label : nil }
  }

  /// - Returns: `nil` where neither the number nor one before it tells.
  mutating func label(_ reading: DraftLabel.Reading, _ own: DraftLabel, unit: String, sentence: Int)
    -> String?
  {
    let label: String?
    switch reading {
    case .own(let words): label = words
    case .share(let part, let words):
      // "Wind covers 28% of demand, hydro 22%"; "employs 13% of the workforce and makes 5% of GDP".
      let known = parts.flatMap { $0.sentence == sentence ? $0 : nil }
      guard let whole = words.isEmpty ? known?.whole : words, let part = part.isEmpty ? known?.part : part
      else {
        return nil
      }
      parts = (part, whole, sentence)
      let name = part.prefix(1).uppercased() + part.dropFirst()
      label = "\(name), share of \(whole)"
      shares["\(name), share of \(whole)"] = FigureDraft.Share(part: name, whole: whole)
    case .change(let subject, let isFall):
      let inSentence = last.flatMap { $0.sentence == sentence ? $0.label : nil }
      guard let subject = subject ?? inSentence, !DraftWords.isVague(subject) else { return nil }
      changed = (own.loweredFirst(subject), sentence)
      return "\(isFall ? "Fall" : "Change") in \(own.loweredFirst(subject))"
    case .part(let predicate):
      guard let last, sentence - last.sentence <= 1 else { return nil }
      let whole = own.loweredFirst(last.label)
      return predicate.map { "Share of \(whole) that \($0)" } ?? "Share of \(whole)"
    case .amount(let head):
      guard let last, last.sentence == sentence else { return nil }
      label = "\(head) of \(own.loweredFirst(last.label))"
    case .same:
      guard let last, last.unit == unit, sentence - last.sentence <= 1 else { return nil }
      label = last.label
    case .none: label = nil
    }
    guard let label, label.count <= 80, !DraftWords.isVague(label) else { return nil }
    let written = label.prefix(1).uppercased() + label.dropFirst()
    last = (written, unit, sentence)
    return written
  }
}

extension DraftLabel {
  /// A label within another: in small letters, unless its first word is written with a capital within the sentence, too.
  func loweredFirst(_ label: String) -> String {
    let word = label.prefix { $0.isLetter }
    let isName =
      word.count > 1 && word.dropFirst().contains(where: \.isUppercase)
      || sentence.dropFirst().contains { tokens.text($0) == word }
    return isName ? label : label.prefix(1).lowercased() + label.dropFirst()
  }
}
