/// What a sentence says of the state of the things that a number counts: that they are the whole of which some are done,
/// or that they are out of use or yet to be.
extension NumberStatement {
  // MARK: The whole of a part

  /// Where the number is the whole of which another is a part, what is said of that part: "signed" in "three of the 20
  /// agreements were signed", and in "of 20 agreements three were signed"; empty where it is no whole.
  var saidOfPart: [String] {
    guard let end = wholeOfEarlier ?? wholeOfLater else { return [] }
    return saidBefore + saidAfter(end)
  }

  /// "The ship carried 19 of the 24 turbines": the words that lead to the part.
  private var saidBefore: [String] {
    guard let part = partBefore else { return [] }
    let start = max(sentence.lowerBound, part.lowerBound - 4)
    return interval(start, upTo: part.lowerBound).map(key).reversed().prefix {
      ![",", ";", ":", "and", "but"].contains($0)
    }
  }

  private func saidAfter(_ end: Int) -> [String] {
    let near = end..<max(end, min(sentence.upperBound, end + 9))
    guard let verb = near.first(where: { Self.auxiliaries.contains(key($0)) }) else { return [] }
    let isCut = (end..<verb).contains { [",", ";", ":", "and", "but"].contains(key($0)) }
    if isCut { return [] }
    let words = interval(verb + 1, upTo: min(sentence.upperBound, verb + 8)).map(key)
    return Array(words.prefix { ![",", ";", ":", ".", "and", "but", "while"].contains($0) })
  }

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "remain", "remains", "remained", "stay", "stayed",
  ]

  /// "three of the 20": where the number ends.
  private var wholeOfEarlier: Int? { partBefore == nil ? nil : number.upperBound }

  /// The part before "of" and the number: another number, or "a majority".
  private var partBefore: Range<Int>? {
    var place = number.lowerBound - 1
    while Self.determiners.contains(key(place)) { place -= 1 }
    guard key(place) == "of" else { return nil }
    if key(place - 1) == "out" { place -= 1 }
    if let part = others.first(where: { $0.upperBound == place }) { return part }
    return Self.parts.contains(key(place - 1)) ? place - 1..<place : nil
  }

  private static let parts: Set<String> = ["majority", "minority", "most", "many", "few", "several", "part"]

  /// "of 20 agreements three were signed": where the part's number ends.
  private var wholeOfLater: Int? {
    var place = number.lowerBound - 1
    while Self.determiners.contains(key(place)) { place -= 1 }
    guard key(place) == "of" else { return nil }
    if ["out", "all"].contains(key(place - 1)) { place -= 1 }
    guard place == sentence.lowerBound || !tokens.isWord(place - 1), !tokens.isDigits(place - 1) else {
      return nil
    }
    let part = others.filter { $0.lowerBound >= number.upperBound }.min { $0.lowerBound < $1.lowerBound }
    guard let part, part.lowerBound - number.upperBound < 9, sentence.contains(part.lowerBound) else {
      return nil
    }
    return part.upperBound
  }

  private static let determiners: Set<String> = [
    "the", "these", "those", "its", "their", "our", "all", "some", "about",
  ]

  // MARK: Out of use, yet to be

  enum State {
    /// It is there and does not work: "out of use", "closed".
    case stopped
    /// It was never done: "yet to be signed", "never opened".
    case undone
    /// It is what is left to be done: "17 remain".
    case left
  }

  /// What the number's part of the sentence says of the things, with its words.
  var state: (state: State, words: String)? {
    var place = number.upperBound
    let end = min(sentence.upperBound, number.upperBound + 12)
    while place < end, !Self.stateEdges.contains(key(place)), !others.contains(where: { $0.contains(place) })
    {
      if let found = state(at: place) { return found }
      place += 1
    }
    return nil
  }

  private func state(at place: Int) -> (state: State, words: String)? {
    for (phrase, state) in Self.states where tokens.has(phrase, at: place) {
      let end = place + phrase.count
      // "Never closed", "no longer idle", "not yet closed".
      let isTurned = [key(end), key(end + 1)].contains { Self.idle.contains($0) }
      if state != .stopped || phrase == ["no", "longer"], isTurned { return nil }
      if phrase.count == 1, ["not", "never", "t", "longer", "without"].contains(key(place - 1)) {
        return nil
      }
      // "Had been closed", "once abandoned"
      if key(place - 2) == "had" && key(place - 1) == "been" || Self.formerly.contains(key(place - 1)) {
        return nil
      }
      // "17 remain", but "17 remain in force".
      if phrase == ["remain"] || phrase == ["left"], tokens.isWord(end) { return nil }
      return (state, phrase.joined(separator: " "))
    }
    return nil
  }

  private static let stateEdges: Set<String> = [
    ",", ";", ":", ".", "and", "while", "whereas", "but", "—", "–", "(", "which", "who", "where", "than",
    "since",
    "after", "before", "when", "if",
  ]
  private static let formerly: Set<String> = ["once", "formerly", "previously", "long"]
  private static let idle: Set<String> = [
    "closed", "shut", "idle", "disused", "derelict", "abandoned", "mothballed", "defunct", "inactive",
    "dormant",
    "decommissioned", "unused", "suspended", "broken", "inoperative", "inoperable",
  ]
  private static let states: [(phrase: [String], state: State)] = {
    let stopped =
      [
        "out of use", "out of service", "out of action", "out of order", "out of operation",
        "out of commission",
        "out of business", "out of work", "no longer", "not in use", "not in operation", "not in service",
        "not in force", "not open", "not working", "not operational", "not operating", "taken off",
        "in ruins",
        "ceased", "stopped working",
      ] + idle.sorted()
    let undone = [
      "under construction", "under repair", "being built", "yet to", "still to be", "still to come",
      "not yet", "never opened", "never built", "never used",
      "never worked", "never completed", "never finished", "never signed", "never ratified", "never entered",
      "never came into", "never went into", "never began", "never delivered", "never paid", "unsigned",
      "unpaid",
      "unfinished", "unopened", "unbuilt", "unratified", "unsettled", "incomplete",
    ]
    let left = ["outstanding", "remain to be", "remains to be", "remain", "left", "pending"]
    func phrases(_ list: [String], _ state: State) -> [(phrase: [String], state: State)] {
      list.map { ($0.split(separator: " ").map(String.init), state) }
    }
    return phrases(undone, .undone) + phrases(left, .left) + phrases(stopped, .stopped)
  }()
}

extension Figure {
  /// Words of its label and note, in lower case.
  private var words: Set<String> {
    Set(TextToken.tokens(of: Array([label, note ?? ""].joined(separator: " ").unicodeScalars)).map(\.key))
  }

  private static let negatives: Set<String> = [
    "not", "no", "never", "out", "without", "closed", "shut", "idle", "disused", "outstanding", "remaining",
    "remain",
    "pending", "yet", "left", "still", "former", "abandoned", "missing", "lacking", "inactive", "be", "open",
    "late",
    "rest", "incomplete", "under", "being",
  ]

  /// Whether its label says that its things are not done.
  var saysUndone: Bool {
    words.contains { Self.negatives.contains($0) || $0.hasPrefix("un") && $0.utf8.count > 5 }
  }

  /// Words of its label, in lower case and in their order.
  var labelWords: [String] { TextToken.tokens(of: Array(label.unicodeScalars)).map(\.key) }

  /// Whether it says of things no more than that they are there: "Hospital beds", "Coal mines".
  var isStock: Bool {
    guard case .count(let singular, let plural) = unit.kind, let last = labelWords.last else { return false }
    return [singular, plural].contains(last) && !saysUndone && !says(NumberMention.falls)
      && !says(["clos", "shut", "destr", "demol", "abol", "scrap", "remov", "dismantl", "fell"])
      && !labelWords.contains { $0.hasSuffix("ed") }
  }

  private static let working: Set<String> = [
    "open", "opened", "operating", "operational", "operation", "use", "used", "service", "active", "working",
    "running", "functioning", "functional", "force",
  ]
  private static let finished: Set<String> = [
    "signed", "built", "completed", "finished", "repaired", "connected", "settled", "paid", "ratified",
    "delivered",
    "restored", "opened", "installed", "launched", "implemented", "agreed", "approved", "resolved", "done",
    "modernised", "renovated", "paved", "electrified",
  ]

  /// Whether its label says the contrary of a state that a sentence says.
  func denies(_ state: NumberStatement.State) -> Bool {
    let own = words
    if !own.isDisjoint(with: Self.negatives.subtracting(["open"]))
      || own.contains(where: { $0.hasPrefix("un") })
    {
      return false
    }
    switch state {
    case .stopped: return !own.isDisjoint(with: Self.working)
    case .undone: return !own.isDisjoint(with: Self.finished.union(Self.working))
    case .left: return !own.isDisjoint(with: Self.finished)
    }
  }

  /// The word that is said of a part of what it counts, and in its label of all.
  func word(among said: [String]) -> String? {
    let whole: Set<String> = [
      "all", "total", "planned", "overall", "altogether", "whole", "to", "due", "wanted", "needed",
      "proposed",
    ]
    let own = TextToken.tokens(of: Array(label.unicodeScalars)).map(\.key)
    let units = TextToken.tokens(of: Array(unit.text.unicodeScalars)).map(\.key)
    guard whole.isDisjoint(with: own) else { return nil }
    let words = own.filter { word in
      word.utf8.count > 2 && !WordsAfterNumber.smallWords.contains(word) && word != "new"
        && !units.contains(word)
    }
    return words.lazy.compactMap { word in said.first { IrregularVerbs.isSame($0, as: word) } }.first
  }
}
