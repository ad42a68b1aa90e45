extension NumberStatement {
  /// The words by which the sentence, or one that begins "That is …" after it, seems to deny the number.
  var denial: String? { phraseBefore ?? denialBefore ?? denialAfter }

  // MARK: Before the number

  /// "Instead of 80", "all but 80", "none of the 80".
  private var phraseBefore: String? {
    let isLacking =
      key(number.lowerBound - 2) == "short" && key(number.lowerBound - 1) == "of"
      && QualifierFinder.lacking.contains(key(number.lowerBound - 3))
    if isLacking
      || key(number.lowerBound) == "short" && QualifierFinder.lacking.contains(key(number.lowerBound - 1))
    {
      return "short of"
    }
    var last = number.lowerBound
    for _ in 0..<3 {
      for phrase in Self.phrases where last - phrase.count >= sentence.lowerBound {
        if tokens.has(phrase, at: last - phrase.count) { return phrase.joined(separator: " ") }
      }
      guard Self.articles.contains(key(last - 1)) else { return nil }
      last -= 1
    }
    return nil
  }

  private static let phrases = [
    "instead of", "rather than", "in place of", "in lieu of", "all but", "anything but", "everything but",
    "without",
    "none of", "not one of", "not a single one of", "neither of", "used to be", "was once", "were once",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let articles: Set<String> = [
    "the", "its", "their", "these", "those", "all", "planned", "promised", "ordered", "some",
  ]

  private var denialBefore: String? {
    var place = number.lowerBound - 1
    while place >= sentence.lowerBound, number.lowerBound - place <= 12 {
      let key = key(place)
      if Self.stops.contains(key) || [",", ":", "and", "or", "who", "which", "where"].contains(key) {
        return nil
      }
      if others.contains(where: { $0.contains(place) }) { return nil }
      if QualifierFinder.isNegation(tokens, place), !isDoubtDenied(by: place) {
        return key == "t" ? "not" : key
      }
      if Self.denials.contains(key), !isDenied(place) { return key }
      // "The fleet once numbered 250 boats."
      if key == "once", self.key(place - 1) != "at", number.lowerBound - place <= 4,
        self.key(place + 1).hasSuffix("ed") || ["had", "stood", "held", "ran"].contains(self.key(place + 1))
      {
        return key
      }
      if number.lowerBound - place <= 6, Self.undone.contains(key) { return key }
      let next = self.key(place + 1)
      if ["refuse", "refuses", "refused", "refusing", "declined", "failed", "fails", "unable"].contains(key),
        next == "to", key != "declined" || place + 2 < number.lowerBound
      {
        return "\(key) to"
      }
      if key == "called", next == "off" { return "called off" }
      if key == "no", ["truth", "evidence", "proof", "sign"].contains(next) { return "no \(next)" }
      if ["far", "nowhere"].contains(key), ["from", "near"].contains(next) { return "\(key) \(next)" }
      place -= 1
    }
    return nil
  }

  /// "Nobody disputes that", "no one can deny that".
  private func isDoubtDenied(by place: Int) -> Bool {
    (place + 1...place + 3).contains { Self.doubting.contains(key($0)) }
  }

  /// "No doubt", "beyond doubt", "nobody doubts".
  private func isDenied(_ place: Int) -> Bool {
    Self.doubting.contains(key(place))
      && (place - 3..<place).contains { before in
        ["no", "nobody", "none", "without", "beyond", "little", "few", "hardly"].contains(key(before))
          || QualifierFinder.isNegation(tokens, before)
      }
  }

  private static let doubting: Set<String> = [
    "doubt", "doubts", "doubted", "deny", "denies", "denied", "dispute", "disputes", "disputed", "question",
    "questions", "contest", "contests", "challenge", "challenges", "denying", "doubting", "disputing",
  ]

  private static let denials: Set<String> = [
    "deny", "denies", "denied", "false", "untrue", "myth", "refute", "refuted", "refutes", "reject",
    "rejects",
    "rejected", "wrong", "mistaken", "incorrect", "rumour", "rumours", "rumor", "rumors", "rumoured",
    "rumored", "doubt",
    "doubts", "hoax", "ruled", "allegedly", "supposedly", "purportedly",
  ]

  /// What was to be and is not, near before a number.
  private static let undone: Set<String> = [
    "cancel", "cancels", "cancelled", "canceled", "cancelling", "scrap", "scrapped", "abandoned", "shelved",
    "lack",
    "lacks", "lacked", "lacking", "missing",
  ]

  // MARK: After the number

  private var denialAfter: String? {
    let limit = min(sentence.upperBound, number.upperBound + 16)
    var place = number.upperBound
    while place < limit, !others.contains(where: { $0.contains(place) }) {
      let key = key(place)
      if key == ";" || key == "." { break }
      if key == "but" { break }
      if ["while", "whereas"].contains(key) { return nil }
      if let words = judgement(at: place) { return words }
      if key == "which" || key == "though" || key == "although",
        let verb = (place + 1...place + 5).first(where: { Self.disputes.contains(self.key($0)) })
      {
        return self.key(verb)
      }
      if key == "once", !tokens.isWord(place + 1) || self.key(place + 1) == "and" { return key }
      place += 1
    }
    return correction ?? verdictAfterwards
  }

  private static let disputes: Set<String> = [
    "rejects", "rejected", "denies", "denied", "disputes", "disputed", "refutes", "refuted", "contests",
    "contested",
  ]

  /// "Is a myth", "was not true".
  private func judgement(at place: Int) -> String? {
    guard ["is", "was", "are", "were", "s"].contains(tokens.key(place)) else { return nil }
    for next in place + 1...place + 3 {
      let key = tokens.key(next)
      if Self.judgements.contains(key), tokens.key(next + 1) != "to" { return key }
      let isNegated = tokens.key(next - 1) == "not" || tokens.key(next - 1) == "t"
      if isNegated, ["true", "so", "correct", "right"].contains(key) { return "not \(key)" }
      guard ["a", "an", "the", "not", "simply", "plainly", "just", "pure", "quite", "clearly"].contains(key)
      else {
        return nil
      }
    }
    return nil
  }

  private static let judgements: Set<String> = [
    "myth", "false", "untrue", "wrong", "mistaken", "incorrect", "lie", "hoax", "nonsense", "fiction",
    "exaggeration",
    "exaggerated", "invented", "fabricated", "disputed",
  ]

  /// "$2 billion; sorry, two million".
  private var correction: String? {
    (number.upperBound..<number.upperBound + 5).first { place in
      ["sorry", "correction", "pardon"].contains(tokens.key(place)) && !tokens.isWord(place - 1)
        && !tokens.isWord(place + 1)
    }.map(tokens.key)
  }

  /// "80 wagons were bought. That is wrong."
  private var verdictAfterwards: String? {
    let starts = interval(number.upperBound, upTo: sentence.upperBound + 2).filter {
      [";", "."].contains(tokens.key($0 - 1))
    }
    for start in starts.prefix(2) {
      let first = tokens.key(start)
      if ["that", "this", "it", "which"].contains(first) {
        let verb = ["'", "’"].contains(tokens.key(start + 1)) ? start + 2 : start + 1
        if let words = judgement(at: verb) { return words }
      }
      if first == "no", tokens.key(start + 1) == "longer", !tokens.isWord(start + 2) { return "no longer" }
    }
    let clauses =
      starts.prefix(2)
      + interval(number.upperBound, upTo: sentence.upperBound).filter { key($0) == "but" }.map { $0 + 1 }
    return clauses.lazy.compactMap { unconfirmed(at: $0) ?? trueNumber(at: $0) ?? doubted(at: $0) }.first
  }

  /// "We cannot confirm it."
  private func unconfirmed(at start: Int) -> String? {
    for place in start..<start + 6 where Self.confirming.contains(tokens.key(place)) {
      let isNegated = (start..<place).contains {
        QualifierFinder.isNegation(tokens, $0) || tokens.key($0) == "unable"
      }
      let isOfIt = ["it", "that", "this", "them", "the", "those", "these"].contains(tokens.key(place + 1))
      return isNegated && isOfIt ? "cannot \(tokens.key(place))" : nil
    }
    return nil
  }

  /// "I doubt it", "in truth there are 3,000".
  private func doubted(at start: Int) -> String? {
    if key(start) == "in", ["truth", "reality"].contains(tokens.key(start + 1)) {
      return "in \(tokens.key(start + 1))"
    }
    let word = (start..<start + 4).first {
      ["doubt", "doubts", "dispute", "deny"].contains(tokens.key($0))
        && ["it", "that", "this"].contains(tokens.key($0 + 1))
    }
    let isTurned = word.map { word in
      (start..<word).contains {
        ["no", "nobody", "none", "not", "t", "never", "hardly"].contains(tokens.key($0))
      }
    }
    return word.flatMap { isTurned ?? false ? nil : tokens.key($0) }
  }

  private static let confirming: Set<String> = ["confirm", "verify", "corroborate", "prove", "substantiate"]

  /// "The true number is nearer 3,000."
  private func trueNumber(at start: Int) -> String? {
    let (adjective, noun) = (tokens.key(start + 1), tokens.key(start + 2))
    guard ["the", "its", "their", "our"].contains(tokens.key(start)),
      ["true", "real", "actual", "correct", "right"].contains(adjective),
      ["number", "figure", "amount", "sum", "total", "share", "count", "value"].contains(noun),
      ["is", "was"].contains(tokens.key(start + 3))
    else { return nil }
    return "the \(adjective) \(noun)"
  }
}
