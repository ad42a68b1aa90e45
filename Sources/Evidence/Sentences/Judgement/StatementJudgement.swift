import Foundation

/// Why a number that a paragraph states may not be a figure's.
struct SentenceDoubt: Hashable {
  var message: String
  var advice: String
}

/// Holds one number of a paragraph, and what its sentence says of it, against a figure.
struct StatementJudgement {
  let figure: Figure
  let paragraph: ParagraphReading
  let source: Source
  private let place: Int
  let mention: NumberMention
  let sentence: Int

  init(_ figure: Figure, _ paragraph: ParagraphReading, _ source: Source, mention place: Int) {
    self.figure = figure
    self.paragraph = paragraph
    self.source = source
    self.place = place
    mention = paragraph.mentions[place]
    sentence = paragraph.sentence(of: mention.tokens.lowerBound)
  }

  enum Verdict {
    case otherNumber
    case otherThing(String)
    case stated([SentenceDoubt])
  }

  var verdict: Verdict {
    switch mention.reading(of: figure) {
    case .otherNumber: return .otherNumber
    case .otherThing(let what): return .otherThing(what)
    case .stated(let doubts):
      switch unnamedMoney {
      case .otherThing(let what): return .otherThing(what)
      case .stated(let more):
        return .stated(
          doubts.map(words) + more + period + qualifier + modes + rate + difference + opposites + part + state
            + outcome + movedShare
        )
      case .otherNumber: return .otherNumber
      }
    }
  }

  /// Whether the qualifier agrees, or nothing is claimed but that the figure is a rounded share.
  var hasQualifier: Bool {
    var there = mention.qualifiers
    if mention.isRounding(figure), there == [.exact] { there = [.about] }
    if figure.status == .estimate, there == [.about] { there.insert(.exact) }
    return there.contains(figure.qualifier)
  }

  // MARK: Doubts

  private var stated: String { paragraph.words(mention.range) }
  var there: String { "“\(paragraph.excerpt(around: mention.range))”" }
  var says: String { "\(source.name) says" }

  func doubt(_ message: String, _ advice: String) -> SentenceDoubt {
    SentenceDoubt(message: "figure '\(figure.id)' \(message)", advice: advice)
  }

  func words(_ doubt: NumberMention.Doubt) -> SentenceDoubt {
    switch doubt {
    case .noun(let noun):
      // "50 basis points" has its noun in it.
      let written = (mention.tokens.upperBound..<mention.tokens.upperBound + 9).lazy.compactMap {
        paragraph.tokens[$0]
      }.first { $0.key == noun }
      let end = written?.range.upperBound ?? mention.range.upperBound
      return self.doubt(
        "counts \(figure.unit.text), but \(says) “\(paragraph.words(mention.range.lowerBound..<max(end, mention.range.upperBound)))”",
        "if those are the same, write \(written?.text ?? noun) as the unit")
    case .points:
      return self.doubt(
        "is in %, but \(says) “\(stated)”",
        "percentage points are a difference of two percentages: write them as the unit, or correct the source"
      )
    case .money(let code):
      return self.doubt(
        "is in \(code), but \(says) “\(stated)”, which may be another currency",
        "correct the unit, or say in the note which money the source means")
    case .digits:
      return self.doubt(
        "is \(plain(figure.words(.value))), but “\(stated)” in \(source.name) can be read as another number",
        "correct the value if a point stands before decimals there")
    case .level:
      return self.doubt(
        "is \(plain(figure.words(.value))), but \(says) “\(stated)”, which is a change by another percentage",
        "correct the value if it is a change")
    case .movement(let movement):
      return self.doubt(
        "is a value, but \(source.name) may say that something \(movement == .up ? "rose" : "fell") by it: \(there)",
        "correct the value, or say in the label that it is a change")
    }
  }

  private var qualifier: [SentenceDoubt] {
    if hasQualifier { return [] }
    var claims = mention.qualifiers
    if mention.isRounding(figure), claims == [.exact] { claims = [.about] }
    let names = Qualifier.allCases.filter(claims.contains).map(\.rawValue).joined(separator: " or ")
    return [
      doubt(
        "is \(figure.qualifier.rawValue), but \(says) “\(paragraph.words(mention.statement))”",
        "the qualifier there is \(names)")
    ]
  }

  /// A sentence that names other periods and never the figure's own.
  private var period: [SentenceDoubt] {
    guard let period = figure.period else { return [] }
    let said = paragraph.periods(ofSentence: sentence).contradiction(
      of: number, to: period, unit: figure.unit.kind, others: paragraph.neighbours(of: place))
    guard let said else {
      return statement.otherTime(than: period, unlessIn: paragraph.periods(ofSentence: sentence)).map(notThen)
        ?? []
    }
    let words =
      said.isOfAnyYear || said.manner != .exact || said.period == period
      ? paragraph.words(
        paragraph.tokens.all[said.isOutside ? max(0, said.tokens.lowerBound - 1) : said.tokens.lowerBound]
          .range
          .lowerBound..<paragraph.tokens.all[said.tokens.upperBound - 1].range.upperBound)
      : said.period.words()
    return [
      doubt(
        "is for \(period.words()), but \(says) \(words): \(there)",
        "correct the period, or name the paragraph that says it of \(period.words())")
    ]
  }

  private func notThen(_ words: String) -> [SentenceDoubt] {
    [
      doubt(
        "is for \(figure.period?.words() ?? ""), but \(says) it of another time (“\(words)”): \(there)",
        "correct the period or the value")
    ]
  }

  /// The number with the words of its qualifier.
  private var number: Range<Int> {
    var start = mention.tokens.lowerBound
    while let before = paragraph.tokens[start - 1], before.range.lowerBound >= mention.range.lowerBound {
      start -= 1
    }
    return start..<mention.tokens.upperBound
  }

  var statement: NumberStatement {
    NumberStatement(
      paragraph.tokens, sentence: paragraph.tokens(ofSentence: sentence), number: number,
      others: paragraph.neighbours(of: place))
  }

  // MARK: Status

  /// How words of what is not yet begin, in a figure's label.
  static let ahead = [
    "plan", "goal", "target", "aim", "expect", "forecast", "promis", "pledg", "propos", "intend", "hope",
    "schedul",
    "potential", "project", "future", "commit", "ambition", "capacity",
  ]
  private static let goals = ["aim", "goal", "target", "objective", "ambition", "hope"]

  private var modes: [SentenceDoubt] {
    let modes = statement.modes
    var found = modes.compactMap(doubt)
    if let deed = statement.deedToCome, figure.status == .actual, figure.says([deed]), found.isEmpty,
      !figure.says(Self.ahead)
    {
      found.append(
        self.doubt(
          "is actual, but \(source.name) says it of what may come (“will be \(deed)”): \(there)",
          "write the status estimate or target, or name a source that says it was so"))
    }
    if let deed = statement.deedImagined, figure.status == .actual, found.isEmpty,
      figure.says([stem(of: deed)]),
      !figure.says(Self.ahead + Self.opinions)
    {
      found.append(
        self.doubt(
          "is actual, but \(source.name) says it of what may come (“would \(deed)”): \(there)",
          "write the status estimate, or say in the label that it is what people say"))
    }
    if figure.status == .target, modes.isEmpty, !looksAhead {
      found.append(
        doubt(
          "is a target, but \(source.name) names no aim: \(there)",
          "write the status actual if it was reached"))
    }
    return found
  }

  /// How labels of what people say they would do begin words.
  private static let opinions = [
    "support", "willing", "ready", "wish", "want", "would", "will", "opinion", "poll", "favour",
  ]

  /// "vaccinat" of "vaccinate".
  private func stem(of verb: String) -> String { verb.hasSuffix("e") ? String(verb.dropLast()) : verb }

  private func doubt(_ mode: NumberStatement.Mode, _ words: String) -> SentenceDoubt? {
    let status = figure.status.rawValue
    switch mode {
    case .aim:
      let isStrong = Self.goals.contains(where: words.hasPrefix)
      guard figure.status == .actual || figure.status == .estimate && isStrong, !figure.says(Self.ahead)
      else { return nil }
      return doubt(
        "is \(status), but \(source.name) speaks of an aim (“\(words)”): \(there)",
        "write the status target, or name a source that says it was reached")
    case .forecast:
      guard figure.status == .actual, !figure.says(Self.ahead) else { return nil }
      return doubt(
        "is \(status), but \(source.name) says it of what may come (“\(words)”): \(there)",
        "write the status estimate or target, or name a source that says it was so")
    case .condition:
      guard figure.status != .estimate else { return nil }
      return doubt(
        "is \(status), but \(says) it under a condition (“\(words)”): \(there)",
        "write the status estimate, or name a source that says it was so")
    case .denial:
      // "Orders cancelled" says so itself; what was once, of its own time.
      let word = words.split(separator: " ").first.map(String.init) ?? words
      if word.utf8.count > 3, figure.says([String(word.prefix(5))]) { return nil }
      // "Short of 6,000 teachers", of teachers lacking.
      if words == "short of",
        figure.says(["lack", "short", "miss", "gap", "need", "want", "vacan", "unfilled"])
          || [.lessThan, .atMost].contains(figure.qualifier)
      {
        return nil
      }
      // "All but three were signed" says that three were not.
      if words == "all but", figure.saysUndone { return nil }
      if words.hasSuffix("once") || words == "used to be", figure.period != nil { return nil }
      return doubt(
        "is \(status), but \(source.name) may deny it (“\(words)”): \(there)",
        "correct the value, qualifier or source")
    }
  }

  /// Whether an aim is named in the sentence or one beside it.
  private var looksAhead: Bool {
    (sentence - 1...sentence + 1).contains {
      NumberStatement.looksAhead(
        paragraph.tokens, in: NumberStatement.near(number, in: paragraph.tokens(ofSentence: $0)))
    }
  }

  // MARK: Rates, money

  private var rate: [SentenceDoubt] {
    guard let unit = statement.rate, figure.unit.numerator == nil else { return [] }
    if unit == "year", figure.unit.isPercent || figure.period.map({ $0.months == 12 }) ?? false { return [] }
    if unit == "month", figure.period.map({ $0.months == 1 }) ?? false { return [] }
    if figure.says(Self.words(of: unit)) { return [] }
    let noun = unit == "head" ? "person" : unit
    return [
      doubt(
        "is no rate, but \(says) it for each \(noun): \(there)",
        "correct the value, or say “per \(noun)” in the label or the unit")
    ]
  }

  private static func words(of unit: String) -> [String] {
    switch unit {
    case "day": ["day", "daily", "per"]
    case "year": ["year", "annual", "annum", "per"]
    case "item": ["each", "per", "apiece", "average", "price", "unit"]
    case "head": ["head", "person", "capita", "per", "each", "average"]
    default: [unit, "per"]
    }
  }

  // MARK: Other things

  /// How labels of differences begin, besides those of movements.
  private static let differences = [
    "hole", "short", "overrun", "overspen", "excess", "margin", "lead", "lag", "deficit", "surplus", "save",
    "delay",
    "lack", "too", "discrepan", "ratio", "miss",
  ]

  private var difference: [SentenceDoubt] {
    guard mention.movement == .none || figure.unit.isPercent, figure.value > 0 else { return [] }
    if figure.unit.isPercent, !figure.isShare { return [] }
    let known = NumberMention.falls + NumberMention.rises + Self.differences
    guard !figure.says(known), let words = statement.difference(isAmount: !figure.unit.isCount) else {
      return []
    }
    return [
      doubt(
        "is a value, but \(says) how far it is from another (“\(words)”): \(there)",
        "correct the value, or say in the label that it is a difference")
    ]
  }

  private var opposites: [SentenceDoubt] {
    // A surplus of −3 is a deficit of 3.
    if figure.value < 0, mention.isBelowZero { return [] }
    let named = OppositeNouns.pairs(for: figure).compactMap { statement.names($0.rivals, not: $0.own) }
    return (named.isEmpty ? [tradedOtherwise].compactMap(\.self) : named).map { word in
      doubt(
        "is “\(figure.label)”, but \(says) it of “\(word)”: \(there)",
        "correct the value or the label; if both are the same thing, say so in the note")
    }
  }

  /// "Three of the 20 agreements were signed" where the figure is 20 agreements signed.
  private var part: [SentenceDoubt] {
    guard !figure.unit.isPercent, let word = figure.word(among: statement.saidOfPart) else { return [] }
    return [
      doubt(
        "is “\(figure.label)”, but \(source.name) says “\(word)” of a part of them: \(there)",
        "correct the value, or say in the label that it is the whole")
    ]
  }

  /// "12 crossings out of use" where the figure is open crossings.
  private var state: [SentenceDoubt] {
    guard let (state, words) = statement.state, figure.denies(state) else { return [] }
    return [
      doubt(
        "is “\(figure.label)”, but \(source.name) says that they are not (“\(words)”): \(there)",
        "correct the value or the label")
    ]
  }

  /// "Trade reached 5 million" without a currency: that of the sentence, or a doubt.
  private var unnamedMoney: Verdict {
    guard case .currency(let own) = figure.unit.kind, mention.kind == .other else { return .stated([]) }
    guard let near = paragraph.currency(near: place) else {
      return .stated([
        doubt(
          "is in \(own), but \(source.name) names no currency: \(there)", "correct the unit or the source")
      ])
    }
    if near.money.codes.contains(own) { return .stated([]) }
    if near.isInSentence { return .otherThing("an amount in \(near.money.codes.first ?? "")") }
    return .stated([
      doubt(
        "is in \(own), but \(source.name) names no such currency: \(there)", "correct the unit or the source")
    ])
  }
}
