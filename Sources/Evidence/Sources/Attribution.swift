import Foundation
import Interview

/// A figure in a text, with the sentence that it stands in.
public struct AttributedFigure: Hashable, Sendable {
  /// The figures that the words are made from.
  public var ids: [String]
  /// As printed.
  public var words: String
  /// The sentence up to the words, and from them on.
  public var before: String
  public var after: String

  public init(ids: [String], words: String, before: String, after: String) {
    self.ids = ids
    self.words = words
    self.before = before
    self.after = after
  }
}

/// What a text says about where a figure comes from: a speaker who says or expects it, a quotation, a mark of a
/// paragraph. An update gives the figure another source, and the words around it stay.
public struct Attribution {
  private let figures: FigureTable
  private let transcript: Transcript
  /// Words that the one who was interviewed is called by, in lower case.
  private let speakers: Set<String>

  public init(_ figures: FigureTable, transcript: Transcript, expert: String? = nil) {
    self.figures = figures
    self.transcript = transcript
    let names = TextToken.tokens(of: Array((expert ?? "").unicodeScalars)).filter {
      $0.text.unicodeScalars.count > 3
    }
    speakers = Self.speakers.union(names.map(\.key))
  }

  /// The figure among these that comes from elsewhere than the interview.
  public func elsewhere(among ids: [String]) -> Figure? {
    ids.lazy.compactMap { self.figures[$0] }.compactMap { self.rootElsewhere(of: $0, depth: 0) }.first
  }

  /// Of a derived figure one that it rests on: what is computed from another's number is none of the speaker's.
  private func rootElsewhere(of figure: Figure, depth: Int) -> Figure? {
    guard let formula = figure.formula.flatMap({ try? Formula($0) }) else {
      return figure.sources.contains(where: \.isInTranscript) ? nil : figure
    }
    // A chain of formulas is looked through as far as people write them.
    guard depth < 8 else { return nil }
    return formula.figures.lazy.compactMap { figures[$0.id] }.compactMap {
      rootElsewhere(of: $0, depth: depth + 1)
    }
    .first
  }

  /// The figure from elsewhere whose number none of these paragraphs says; `nil` where they bear all out.
  public func notBorneOut(among ids: [String], by numbers: [Int]) -> Figure? {
    let texts = transcript.paragraphs.filter { numbers.contains($0.number) }.map(\.text)
    for id in ids {
      guard let figure = figures[id], let root = rootElsewhere(of: figure, depth: 0) else { continue }
      let isSaid = texts.contains { text in
        NumberFinder.mentions(in: text).contains { $0.states(figures.original(of: figure)) }
      }
      if !isSaid { return root }
    }
    return nil
  }

  /// The words that put a figure from elsewhere into somebody's mouth; `nil` where there are none.
  ///
  /// Who was interviewed may not say what is not in the interview. Nobody expects or hopes for what has become an actual
  /// value. What an update took out of the interview is doubted beside every verb of saying.
  public func words(attributing figure: AttributedFigure) -> String? {
    guard let root = elsewhere(among: figure.ids) else { return nil }
    let tokens = TextToken.tokens(of: Array((figure.before + " " + figure.after).unicodeScalars))
    let keys = tokens.map(\.key)
    if let quotation = quotation(around: figure) { return quotation }
    let count = TextToken.tokens(of: Array(figure.before.unicodeScalars)).count
    if root.status == .actual, let verb = expectation(in: keys, of: count) { return verb }
    let isTheSpeakers = keys.contains(where: speakers.contains)
    let isMoved = !figures.movedFromTranscript.isDisjoint(with: figure.ids + [root.id])
    guard isTheSpeakers || isMoved else { return nil }
    let verbs = keys.indices.filter { !isNounOfSaying(keys, at: $0) }.map { keys[$0] }
    if isMoved { return saying(in: verbs) ?? expectation(in: keys, of: count) }
    return saying(in: said(keys, beside: count)) ?? expectation(in: keys, of: count)
  }

  /// The words between semicolons around the figure that may put it into somebody's mouth: none where the sentence takes it
  /// for known ("wool is much of the {a}", "{a} is what households feel"), nor "as she calls it".
  private func said(_ keys: [String], beside figure: Int) -> [String] {
    let place = min(figure, keys.count)
    let isKnown = place > 0 && keys[place - 1] == "the"
    let after = keys[place...].drop { !["is", "are", "was", "were"].contains($0) }
    let isSubject =
      keys.count - place > after.count && keys.count - place - after.count < 6
      && ["what", "why", "where", "how"].contains(after.dropFirst().first ?? "")
    if isKnown || isSubject { return [] }
    let start = keys[..<place].lastIndex(of: ";").map { $0 + 1 } ?? 0
    let end = keys[place...].firstIndex(of: ";") ?? keys.count
    // "He argues that exports of {a} need a port" argues no figure.
    let isPartOfThing = place > 0 && keys[place - 1] == "of"
    return (start..<end).filter { index in
      // "At the mention of {a}"
      !(index > 0 && keys[index - 1] == "the") && !(isPartOfThing && Self.opinions.contains(keys[index]))
        && !isNounOfSaying(keys, at: index)
        && !(index - start > 1 && keys[index - 2] == "as" && Self.sayings.contains(keys[index]))
    }.map { keys[$0] }
  }

  /// Of marks that are open before the figure, or of words that stand in the interview.
  private func quotation(around figure: AttributedFigure) -> String? {
    let opened = figure.before.last { "“”«»\"".contains($0) }
    if let opened, "“«".contains(opened) {
      return String(
        figure.before[(figure.before.lastIndex(of: opened) ?? figure.before.startIndex)...].prefix(40))
    }
    for side in [figure.before, figure.after] {
      guard let start = side.firstIndex(of: "“"), let end = side[start...].firstIndex(of: "”") else {
        continue
      }
      let inside = String(side[side.index(after: start)..<end])
      if inside.split(separator: " ").count > 2,
        transcript.paragraphs.contains(where: { quotationStands(inside, in: $0) })
      {
        return "“\(inside)”"
      }
    }
    return nil
  }

  private func saying(in keys: [String]) -> String? {
    phrase(
      of: ["according to", "in the words of", "in his words", "in her words", "in his view", "in her view"],
      in: keys)
      // "As expected" puts nothing into anybody's mouth.
      ?? zip([""] + keys, keys).first { $0.0 != "as" && Self.sayings.contains($0.1) }?.1
  }

  /// "Up 3 points", "the member states", "insurance claims": what reads as a verb of saying, too.
  private func isNounOfSaying(_ keys: [String], at index: Int) -> Bool {
    let (key, next) = (keys[index], index + 1 < keys.count ? keys[index + 1] : "")
    guard Self.nounsToo.contains(key) else { return false }
    if key == "points" || key == "pointed" { return !["to", "out", "at"].contains(next) }
    let before = index > 0 ? keys[index - 1] : ""
    let isSubject =
      speakers.contains(before)
      || ["who", "and", "also", "but", "ministry", "government", "office"].contains(before)
      || before.hasSuffix("ly")
    return !isSubject
  }

  private static let nounsToo: Set<String> = [
    "points", "pointed", "states", "names", "notes", "calls", "claims", "reports", "mention", "mentions",
    "quotes",
    "estimate", "estimates", "claim", "tell", "stress",
  ]

  /// Up to the `figure`, which stands at that place, what is expected may be another thing.
  private func expectation(in keys: [String], of figure: Int) -> String? {
    for (index, key) in keys.enumerated() where Self.expectations.contains(key) {
      if !isNoun(keys, at: index), !hasOtherObject(keys, at: index, before: figure) { return key }
    }
    for (index, key) in keys.enumerated().dropFirst() where Self.expected.contains(key) {
      if ["is", "are", "was", "were", "be"].contains(keys[index - 1]) { return "\(keys[index - 1]) \(key)" }
    }
    return phrase(of: ["plans to", "plan to", "planning to", "set to", "due to reach"], in: keys)
  }

  /// "hopes had risen", "plans were drawn": no one's verb.
  private func isNoun(_ keys: [String], at index: Int) -> Bool {
    guard keys[index].hasSuffix("s"), index + 1 < keys.count else { return false }
    return [
      "had", "have", "has", "were", "are", "was", "is", "will", "of", "rose", "fell", "grew", "and", "or",
    ].contains(keys[index + 1])
  }

  /// "He hopes for rain, and …": what is hoped for is named before another clause tells of the figure.
  private func hasOtherObject(_ keys: [String], at index: Int, before figure: Int) -> Bool {
    let end = min(figure, keys.count)
    guard index < end, let mark = keys[index..<end].firstIndex(where: { [",", ";"].contains($0) }),
      mark - index > 2
    else { return false }
    if keys[mark] == ";" { return true }
    return mark + 1 < end && !Self.wordsBeforeMore.contains(keys[mark + 1])
  }

  /// After a comma, where what is expected goes on: "expects trade to grow, to {a}".
  private static let wordsBeforeMore: Set<String> = [
    "to", "from", "by", "at", "or", "and", "reaching", "about", "even", "as", "namely", "with", "some",
    "more",
    "less", "than", "that",
  ]

  private func phrase(of phrases: [String], in keys: [String]) -> String? {
    let text = " " + keys.joined(separator: " ") + " "
    return phrases.first { text.contains(" \($0) ") }
  }

  private static let speakers: Set<String> = [
    "expert", "interviewee", "speaker", "scholar", "analyst", "researcher", "professor", "he", "she",
    "interview",
    "interlocutor", "respondent", "guest",
  ]

  private static let opinions: Set<String> = [
    "argue", "argues", "argued", "believe", "believes", "believed", "stress", "stresses", "stressed", "warn",
    "warns", "warned",
  ]

  private static let sayings: Set<String> = [
    "say", "says", "said", "saying", "tell", "tells", "told", "stated", "states", "mention", "mentions",
    "mentioned",
    "recall", "recalls", "recalled", "explain", "explains", "explained", "argue", "argues", "argued",
    "estimate", "estimates",
    "estimated", "think", "thinks", "thought", "believe", "believes", "believed", "reckon", "reckons",
    "reckoned", "assume",
    "assumes", "assumed", "stress", "stresses", "stressed", "emphasises", "emphasised", "emphasizes",
    "emphasized", "warn",
    "warns", "warned", "claim", "claims", "claimed", "speak", "speaks", "spoke", "names", "named", "notes",
    "noted", "puts",
    "gives", "gave", "quotes", "quoted", "reports", "reported", "points", "pointed", "adds", "added", "calls",
    "called",
    "considers", "considered", "sees", "saw", "announces", "announced", "promises", "promised", "asserts",
    "asserted",
    "confirms", "confirmed", "predicted", "expected", "hoped", "planned", "suggests", "suggested",
    "concludes", "concluded",
  ]

  private static let expectations: Set<String> = [
    "expect", "expects", "expecting", "hope", "hopes", "hoping", "aims", "aiming", "intend", "intends",
    "wants", "anticipate",
    "anticipates", "anticipating", "predict", "predicts", "foresee", "foresees", "envisage", "envisages",
    "estimates",
    "forecasts", "plans", "projects", "strives", "seeks", "wishes", "dreams",
  ]

  private static let expected: Set<String> = [
    "expected", "hoped", "planned", "forecast", "projected", "estimated", "predicted", "anticipated",
    "foreseen", "envisaged",
    "scheduled", "intended",
  ]
}
