import Diagnostics
import Interview

/// Holds figures against the transcript: each paragraph and footnote named as a source exists, and the number of
/// a figure that is not derived stands in at least one of them, with its scale and no other unit.
///
/// - Parameters:
///   - figures: the table.
///   - transcript: what they are held against.
///   - language: of the transcript, BCP 47. Words for numbers, scales, currencies and qualifiers are known in English
///     alone; elsewhere a figure stands where its digits do, however they are grouped.
/// - Returns: an error for each source that does not exist and each number that does not stand there; a warning
///   where the words around the number claim something else than the figure's qualifier.
public func check(
  _ figures: FigureTable, against transcript: Transcript, language: String = "en"
) -> [Diagnostic] {
  evidence(for: figures, in: transcript, language: language).diagnostics
}

/// As `check`, and by id the sentence of the transcript that holds each figure's number.
public func evidence(
  for figures: FigureTable, in transcript: Transcript, language: String = "en"
) -> (diagnostics: [Diagnostic], sentences: [String: QuotedSentence]) {
  let checker = EvidenceChecker(
    transcript, sources: Set(figures.figures.flatMap(\.sources)),
    byDigits: !language.lowercased().hasPrefix("en"))
  var sentences: [String: QuotedSentence] = [:]
  for figure in figures.figures where figure.status != .derived {
    sentences[figure.id] = checker.sentence(stating: figure)
  }
  return (figures.figures.flatMap(checker.check), sentences)
}

private struct EvidenceChecker {
  private let paragraphs: [Int: String]
  private let footnotes: [Int: String]
  private let lastParagraph: Int
  private let lastFootnote: Int
  private let mentions: [Source: [NumberMention]]
  private let byDigits: Bool

  init(_ transcript: Transcript, sources: Set<Source>, byDigits: Bool) {
    self.byDigits = byDigits
    let all = transcript.paragraphs
    paragraphs = Dictionary(all.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
    footnotes = Dictionary(
      transcript.footnotes.map { ($0.number, $0.text) }, uniquingKeysWith: { first, _ in first })
    lastParagraph = paragraphs.keys.max() ?? 0
    lastFootnote = footnotes.keys.max() ?? 0
    var mentions: [Source: [NumberMention]] = [:]
    for source in sources {
      let text: String? =
        switch source {
        case .paragraph(let number): paragraphs[number]
        case .footnote(let number): footnotes[number]
        case .url, .table: nil
        }
      mentions[source] = text.map { NumberFinder.mentions(in: $0) }
    }
    self.mentions = mentions
  }

  func check(_ figure: Figure) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var places: [(source: Source, text: String)] = []
    for source in figure.sources {
      switch source {
      case .paragraph(let number):
        if let text = paragraphs[number] {
          places.append((source, text))
        } else {
          found.append(missing("¶\(number)", of: figure, all: "¶", last: lastParagraph))
        }
      case .footnote(let number):
        if let text = footnotes[number] {
          places.append((source, text))
        } else {
          found.append(missing("footnote \(number)", of: figure, all: "footnote ", last: lastFootnote))
        }
      case .url, .table: break
      }
    }
    if figure.formula == nil, let first = places.first {
      found += checkNumber(of: figure, in: places, first)
    }
    return found
  }

  /// The sentence that holds the figure's number, of the first source that has one.
  func sentence(stating figure: Figure) -> QuotedSentence? {
    for source in figure.sources {
      let text: String? =
        switch source {
        case .paragraph(let number): paragraphs[number]
        case .footnote(let number): footnotes[number]
        case .url, .table: nil
        }
      guard let text else { continue }
      let stated = (mentions[source] ?? []).filter { $0.states(figure) }
      // Of several the one with the figure's qualifier: "about $2 bn" is not "more than $2 bn".
      let found = stated.first { $0.qualifiers.contains(figure.qualifier) } ?? stated.first
      let sentence =
        found.map { Sentences.excerpt(of: text, around: $0.range) }
        ?? (byDigits ? Sentences.all(of: text).first { standsByDigits(figure, in: $0) } : nil)
      if let sentence { return QuotedSentence(text: sentence, source: source) }
    }
    return nil
  }

  private func missing(_ name: String, of figure: Figure, all kind: String, last: Int) -> Diagnostic {
    let has = last == 0 ? "none" : last == 1 ? "only \(kind)1" : "\(kind)1 to \(kind)\(last)"
    return Diagnostic(
      .error, "figure '\(figure.id)': there is no \(name) in the transcript", at: figure.location,
      advice: "it has \(has)")
  }

  private func checkNumber(
    of figure: Figure, in places: [(source: Source, text: String)], _ first: (source: Source, text: String)
  ) -> [Diagnostic] {
    if byDigits, places.contains(where: { standsByDigits(figure, in: $0.text) }) { return [] }
    let stated = places.flatMap { place in
      (mentions[place.source] ?? []).filter { $0.states(figure) }.map { (place, $0) }
    }
    guard let (place, mention) = stated.first else {
      return [
        Diagnostic(
          .error,
          "figure '\(figure.id)': \(plain(figure.words(.value))) does not stand in \(first.source.name), which begins "
            + "“\(beginning(of: first.text))”", at: figure.location, advice: advice(for: first))
      ]
    }
    let doubts = doubtedThing(of: figure, in: stated) + doubtedYear(of: figure, in: stated)
    if stated.contains(where: { $1.qualifiers.contains(figure.qualifier) }) { return doubts }
    return doubts + [
      Diagnostic(
        .warning,
        "figure '\(figure.id)' is \(figure.qualifier.rawValue), but \(place.source.name) says "
          + "“\(excerpt(place.text, mention.range))”", at: figure.location,
        advice:
          "the qualifier there is \(Qualifier.allCases.filter(mention.qualifiers.contains).map(\.rawValue).joined(separator: " or "))"
      )
    ]
  }

  /// A warning where the number counts other things each time that it stands there.
  private func doubtedThing(
    of figure: Figure, in stated: [((source: Source, text: String), NumberMention)]
  ) -> [Diagnostic] {
    let others = stated.compactMap { place, mention in
      mention.kind == .other
        ? mention.after.otherNoun(than: figure.unit.kind).map { (place, mention, $0) } : nil
    }
    guard others.count == stated.count, let (place, mention, noun) = others.first else { return [] }
    let words = mention.after.words.prefix(through: mention.after.words.firstIndex(of: noun) ?? 0)
    return [
      Diagnostic(
        .warning,
        "figure '\(figure.id)' counts \(figure.unit.text), but \(place.source.name) says "
          + "“\(excerpt(place.text, mention.range)) \(words.joined(separator: " "))”", at: figure.location,
        advice: "if those are the same, write \(noun) as the unit")
    ]
  }

  /// A warning where the sentence says another year with the number, and not the figure's.
  private func doubtedYear(
    of figure: Figure, in stated: [((source: Source, text: String), NumberMention)]
  ) -> [Diagnostic] {
    guard let period = figure.period, period.isYear else { return [] }
    var first: (source: Source, text: String, year: Int)?
    for (place, mention) in stated {
      let sentence = Sentences.excerpt(of: place.text, around: mention.range)
      guard
        let year = YearsInText(sentence).year(
          nextTo: excerpt(place.text, mention.range), not: period.firstYear)
      else { return [] }
      first = first ?? (place.source, sentence, year)
    }
    guard let first else { return [] }
    return [
      Diagnostic(
        .warning,
        "figure '\(figure.id)' is for \(period.firstYear), but \(first.source.name) says \(first.year): “\(first.text)”",
        at: figure.location,
        advice: "correct the period, or name the paragraph that says it of \(period.firstYear)")
    ]
  }

  private func standsByDigits(_ figure: Figure, in text: String) -> Bool {
    let readings = digitReadings(in: text)
    return readings.contains(figure.value) || readings.contains(-figure.value)
  }

  /// The numbers that do stand there.
  private func advice(for place: (source: Source, text: String)) -> String {
    let numbers = (mentions[place.source] ?? []).map { excerpt(place.text, $0.range) }
    if numbers.isEmpty { return "no number stands there: correct the source" }
    return "correct the value, unit or source; there stand: \(numbers.prefix(8).joined(separator: "; "))"
  }

  private func excerpt(_ text: String, _ range: Range<Int>) -> String {
    String(scalars: Array(text.unicodeScalars)[range])
  }

  /// The first words of a paragraph, up to 60 characters.
  private func beginning(of text: String) -> String {
    guard text.count > 60 else { return text }
    let start = text.prefix(60)
    return String(start[..<(start.lastIndex(of: " ") ?? start.endIndex)]) + " …"
  }
}

extension Source {
  /// As written in figures.csv.
  var name: String {
    switch self {
    case .paragraph(let number): "¶\(number)"
    case .footnote(let number): "footnote \(number)"
    case .url(let address): address
    case .table(let place): place
    }
  }
}
