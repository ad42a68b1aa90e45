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

/// As `check`, and by id the sentence of the transcript that holds each figure's number; `readings` are of paragraphs that
/// were read before.
public func evidence(
  for figures: FigureTable, in transcript: Transcript, language: String = "en",
  readings: TextReadings = TextReadings()
) -> (diagnostics: [Diagnostic], sentences: [String: QuotedSentence]) {
  let checker = EvidenceChecker(
    transcript, sources: Set(figures.figures.flatMap(\.sources)),
    byDigits: !language.lowercased().hasPrefix("en"), readings: readings)
  var sentences: [String: QuotedSentence] = [:]
  for figure in figures.figures where figure.status != .derived {
    sentences[figure.id] = checker.sentence(stating: figure)
  }
  return (figures.figures.flatMap(checker.check), sentences)
}

private struct EvidenceChecker {
  private let paragraphs: [Source: ParagraphReading]
  private let lastParagraph: Int
  private let lastFootnote: Int
  private let byDigits: Bool

  init(_ transcript: Transcript, sources: Set<Source>, byDigits: Bool, readings known: TextReadings) {
    self.byDigits = byDigits
    var readings: [Source: ParagraphReading] = [:]
    let paragraphs = transcript.paragraphs.map { (Source.paragraph($0.number), $0.text) }
    let footnotes = transcript.footnotes.map { (Source.footnote($0.number), $0.text) }
    for (source, text) in paragraphs + footnotes where sources.contains(source) && readings[source] == nil {
      readings[source] = known.paragraph(text)
    }
    self.paragraphs = readings
    lastParagraph = transcript.paragraphs.map(\.number).max() ?? 0
    lastFootnote = transcript.footnotes.map(\.number).max() ?? 0
  }

  func check(_ figure: Figure) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var places: [Place] = []
    for source in figure.sources {
      if let paragraph = paragraphs[source] {
        places.append(Place(source: source, paragraph: paragraph))
        continue
      }
      switch source {
      case .paragraph(let number):
        found.append(missing("¶\(number)", of: figure, all: "¶", last: lastParagraph))
      case .footnote(let number):
        found.append(missing("footnote \(number)", of: figure, all: "footnote ", last: lastFootnote))
      default: break
      }
    }
    if figure.formula == nil, let first = places.first {
      found += checkNumber(of: figure, in: places, first)
    }
    return found
  }

  private struct Place {
    var source: Source
    var paragraph: ParagraphReading
  }

  /// The sentence that holds the figure's number, of the first source that has one.
  func sentence(stating figure: Figure) -> QuotedSentence? {
    for source in figure.sources {
      guard let paragraph = paragraphs[source] else { continue }
      let judgements = paragraph.candidates(for: figure).prefix(Self.mostCandidates).filter {
        paragraph.mentions[$0].states(figure)
      }.map { StatementJudgement(figure, paragraph, source, mention: $0) }
      // Of several the one with the figure's qualifier ("about $2 bn" is not "more than $2 bn"), name and time.
      let found =
        judgements.count > 1 ? judgements.map { ($0, $0.fit) }.min { $0.1 < $1.1 }?.0 : judgements.first
      let sentence =
        found.map { paragraph.excerpt(around: $0.mention.range) }
        ?? (byDigits ? Sentences.all(of: paragraph.text).first { standsByDigits(figure, in: $0) } : nil)
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

  /// A number that stands more often than this is hardly told apart by the next.
  private static let mostCandidates = 50

  /// Of all that may be the figure's number the one that leaves the fewest doubts.
  private func checkNumber(of figure: Figure, in places: [Place], _ first: Place) -> [Diagnostic] {
    if byDigits, places.contains(where: { standsByDigits(figure, in: $0.paragraph.text) }) { return [] }
    var best: [SentenceDoubt]?
    var others: [String] = []
    for place in places {
      for mention in place.paragraph.candidates(for: figure).prefix(Self.mostCandidates) {
        let judgement = StatementJudgement(figure, place.paragraph, place.source, mention: mention)
        switch judgement.verdict {
        case .otherNumber: continue
        case .otherThing(let what):
          others.append(
            "“\(place.paragraph.words(place.paragraph.mentions[mention].statement))” there is \(what)")
        case .stated(let doubts):
          if doubts.isEmpty { return [] }
          if doubts.count < best?.count ?? .max { best = doubts }
        }
      }
    }
    if let best {
      return best.map { Diagnostic(.warning, $0.message, at: figure.location, advice: $0.advice) }
    }
    return [
      Diagnostic(
        .error,
        "figure '\(figure.id)': \(plain(figure.words(.value))) does not stand in \(first.source.name), which begins "
          + "“\(first.paragraph.beginning)”", at: figure.location,
        advice: (others.prefix(2) + [advice(for: first)]).joined(separator: "; "))
    ]
  }

  private func standsByDigits(_ figure: Figure, in text: String) -> Bool {
    let readings = digitReadings(in: text)
    return readings.contains(figure.value) || readings.contains(-figure.value)
  }

  /// The numbers that do stand there.
  private func advice(for place: Place) -> String {
    let numbers = place.paragraph.numbers
    if numbers.isEmpty { return "no number stands there: correct the source" }
    return "correct the value, unit or source; there stand: \(numbers.joined(separator: "; "))"
  }
}

extension Source {
  /// As written in figures.csv.
  var name: String {
    switch self {
    case .paragraph(let number): "¶\(number)"
    case .footnote(let number): "footnote \(number)"
    case .url(let address): address
    case .table(let place), .work(let place): place
    }
  }
}
