import Foundation

extension DraftLabel {
  /// Whether what is counted or measured follows the number: "300 entrepreneurs", "120 km of road".
  var hasOwnThing: Bool {
    guard mention.kind == .other else { return false }
    switch mention.after.unit {
    case nil: return laterNoun == nil && !mention.after.words.isEmpty
    case .time: return tokens.key(afterUnit.next) == "of"
    case .measure:
      return tokens.key(afterUnit.next) == "of"
        && !["it", "them", "that", "this", "which"].contains(tokens.key(afterUnit.next + 1))
    }
  }

  /// Whether nothing says what is counted.
  var isElliptic: Bool {
    mention.kind == .other && mention.form == .amount && mention.scale == 1 && mention.after.unit == nil
      && mention.after.words.isEmpty && tokens.isDigits(mention.tokens.lowerBound) && perMany == nil
      && laterNoun == nil
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
    "estimate", "average", "crowd", "attendance", "audience", "population", "membership", "headcount",
    "workforce",
    "circulation", "capacity",
  ]

  /// "45 electricity and gas businesses", "38,000 ready-to-eat meals": the noun behind words that join others.
  var farNoun: Int? {
    guard mention.kind == .other, mention.after.unit == nil, mention.form == .amount,
      DraftWords.noun(in: mention.after.words) == nil, !mention.after.isJoined
    else { return nil }
    let start = mention.tokens.upperBound
    guard tokens.isWord(start), !WordsAfterNumber.smallWords.contains(tokens.key(start)),
      !WordsAfterNumber.participles.contains(tokens.key(start))
    else { return nil }
    var place = start
    while place < min(sentence.upperBound, start + 9) {
      let key = tokens.key(place)
      if DraftWords.isPlural(key), !isHyphen(place + 1) { return place }
      let isInner =
        isHyphen(place) || isHyphen(place - 1) || isHyphen(place + 1) || key == "and"
        || key == "." && tokens.text(place - 1).count == 1
        || tokens.isWord(place) && !WordsAfterNumber.smallWords.contains(key) && !DraftWords.isVerb(key)
          && !DraftWords.clauseMarks.contains(key)
          && (!DraftWords.isPast(key) || place > start && DraftWords.isPlural(tokens.key(place + 1)))
      if !isInner || numbers.contains(where: { $0.contains(place) })
        || times.contains(where: { $0.contains(place) })
      {
        return nil
      }
      place += 1
    }
    return nil
  }

  /// "From 440,000 in 2000 to more than a million claims": the noun of what it became.
  var laterNoun: String? {
    guard mention.kind == .other, mention.form == .amount, mention.after.unit == nil,
      tokens.key(first - 1) == "from", DraftWords.noun(in: mention.after.words) == nil
    else { return nil }
    let end = min(sentence.upperBound, mention.tokens.upperBound + 14)
    guard let to = interval(mention.tokens.upperBound, upTo: end).first(where: { tokens.key($0) == "to" }),
      let number = numbers.first(where: { (1...4).contains($0.lowerBound - to) }),
      times.allSatisfy({ !$0.overlaps(number) })
    else { return nil }
    let words = WordsAfterNumber(tokens, at: number.upperBound)
    return words.unit == nil ? DraftWords.noun(in: words.words) : nil
  }

  /// "Decreased to 8.2% from 9.7%": of what the number before is of.
  var isFromBefore: Bool {
    tokens.key(first - 1) == "from" && numbers.contains { (1...3).contains(first - $0.upperBound) }
  }

  /// The second of "from 1.4 million barrels a day to the 1.7 million barrels a day".
  var isBecome: Bool {
    var place = first
    while ["the", "about", "around", "nearly", "some"].contains(tokens.key(place - 1)) { place -= 1 }
    guard tokens.key(place - 1) == "to",
      let before = numbers.last(where: { $0.upperBound <= place }), place - before.upperBound < 8
    else { return false }
    return (before.lowerBound - 3..<before.lowerBound).contains { tokens.key($0) == "from" }
  }

  /// "Moderated from 3.4% in the spring to 1.3%", "decreased to 8.2% from 9.7%": of a time before.
  var isFromWhere: Bool {
    if tokens.key(first - 1) == "the" || tokens.key(mention.tokens.lowerBound - 1) == "the" {
      return ["surpassing", "exceeding", "beating", "topping", "surpassed"].contains(
        tokens.key(mention.tokens.lowerBound - 2))
    }
    guard tokens.key(first - 1) == "from" else { return false }
    let end = min(sentence.upperBound, mention.tokens.upperBound + 16)
    let after = interval(mention.tokens.upperBound, upTo: end)
    let isMoved = interval(max(sentence.lowerBound, first - 9), upTo: first - 1).contains {
      let key = tokens.key($0)
      return DraftWords.raising.contains(key) || key == "up" || key == "down"
        || (DraftWords.measuring.contains(key) || DraftWords.isPast(key))
          && !["is", "was", "are", "were", "be", "been"].contains(key)
    }
    let isBecome =
      isMoved
      && after.contains { place in
        tokens.key(place) == "to" && numbers.contains { (1...4).contains($0.lowerBound - place) }
      }
    return isBecome || isFromBefore
  }

  /// "154 million lives": no verb.
  private func isLives(_ place: Int) -> Bool {
    tokens.key(place) == "lives" && place == mention.tokens.upperBound
  }

  private func isHyphen(_ place: Int) -> Bool { TokenRow.hyphens.contains(tokens.key(place)) }

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
    guard isNamed, !DraftWords.isVerb(tokens.key(start)) || isLives(start) else { return nil }
    // "9 million bales" of "the production of cotton reached": its subject tells more.
    if end - start == 1, let verb, DraftWords.measuring.contains(tokens.key(verb)),
      let own = subject(before: verb)
    {
      return own
    }
    if tokens.key(start - 1) == "per" { return nil }
    if let participle = passive(after: end) ?? active {
      // "We lost 60,000 people to drugs": people lost.
      if let joint = (start..<end).first(where: { tokens.key($0) == "to" }), joint > start,
        !isHyphen(joint - 1)
      {
        return "\(text(start..<joint)) \(participle)"
      }
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
    if ["die", "live", "wait"].contains(tokens.key(end)), let predicate = predicate(from: end) {
      return " who \(predicate)"
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
      // "Barrels a day"
      if end > start, ["a", "an"].contains(key), DraftWords.timeNouns.contains(tokens.key(end + 1)) { break }
      if DraftWords.isVerb(key) && !isLives(end) || DraftWords.isPast(key) && !isParticiple { break }
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
    if place >= sentence.lowerBound, let deed = DraftWords.participle(ofDoing: key) { return deed }
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
}
