import Atlas
import Diagnostics
import Evidence
import Graphics
import Interview
import MapGrammar
import YAMLReading

/// Makes what a pack says into a story: references into words, names into places, ids into figures.
///
/// Where the transcript or the figures could not be read, what depends on them is passed over, so that the mistakes
/// in everything else are still found.
struct StoryComposer {
  let pack: Pack
  let transcript: Transcript?
  /// As they are printed.
  let figures: FigureTable?
  let quotes: TypographicQuotes
  let folder: PackFolder
  let atlas: Atlas
  var inline: InlineReader
  var ownLog = DiagnosticLog()
  /// The question whose page is being composed, counted from 0.
  var questionInHand: Int?
  /// What the map that is being composed shows, where that is fixed.
  var extentInHand: MapDescription.Extent?
  /// Whether to say which towns an answer names and its map lacks.
  let looksForMissingTowns: Bool
  var foundPlaces: NamedPlaces?
  /// By country, as far as maps shade regions.
  var regionShapes: [String: [RegionShape]] = [:]
  /// The texts as they were read last, and with which places settled.
  var textsRead: (settled: [String: Place], named: NamedPlaces)?
  /// What the names of the maps' lists mean, by their keys.
  var foundLists: [String: ListedPlace]?
  /// What was typed, in the order in which it was read.
  var passages: [Passage] = []
  private var writtenPoints: [WrittenText] = []

  init(pack: Pack, folder: PackFolder, atlas: Atlas, looksForMissingTowns: Bool = false) {
    self.pack = pack
    self.looksForMissingTowns = looksForMissingTowns
    transcript = folder.transcript
    quotes = TypographicQuotes(language: pack.language)
    figures = folder.figures.map(quotes.set)
    self.folder = folder
    self.atlas = atlas
    inline = InlineReader(
      figures: folder.figures, paragraphs: transcript.map { Set($0.paragraphs.map(\.number)) },
      footnotes: transcript.map { Set($0.footnotes.map(\.number)) },
      language: pack.language)
    // Numbers in words, and verbs of saying, are read in English only.
    if let figures, let transcript, pack.language.lowercased().hasPrefix("en") {
      inline.attribution = Attribution(figures, transcript: transcript, expert: pack.expert?.text)
    }
  }

  var log: DiagnosticLog {
    var all = ownLog
    for diagnostic in inline.log.diagnostics { all.add(diagnostic) }
    return all
  }

  /// `nil` where transcript or figures are missing.
  mutating func story(summaries: [String?]) -> Story? {
    checkNumberOfQuestions()
    var questions: [QuestionStory] = []
    for (index, question) in pack.questions.enumerated() {
      let asked = transcript.flatMap { $0.questions.indices.contains(index) ? $0.questions[index] : nil }
      questionInHand = index
      noteMissingTowns(question.exhibits, question: index)
      questions.append(self.question(question, asked: asked, number: index + 1, summary: summaries[index]))
    }
    questionInHand = nil
    let map = overviewMap(questions: questions)
    for told in [pack.title, pack.subtitle, pack.kicker] { note(told, .statement) }
    let (title, subtitle, kicker) = (inline.read(pack.title), text(pack.subtitle), text(pack.kicker))
    let (author, expert, role) = (text(pack.author)?.text, text(pack.expert)?.text, text(pack.role)?.text)
    let keyFigures = pack.overview.keyFigures.compactMap { keyFigure($0) }
    let (meeting, classification) = (
      pack.meeting.map { self.meeting($0) }, marking()
    )
    let (portrait, cover) = (
      picture(pack.portrait, as: .portrait), picture(pack.cover, as: .cover)
    )
    let pages = pages()
    guard let transcript, let figures else { return nil }
    var story = Story(
      title: title, subtitle: subtitle, kicker: kicker, language: pack.language, author: author,
      figuresAsOf: pack.figuresAsOf, expert: expert, role: role, interviewDate: pack.interviewDate,
      countries: pack.countries, meeting: meeting, classification: classification, keyFigures: keyFigures,
      map: map, questions: questions, figures: figures,
      transcript: quotes.set(transcript), packFile: folder.name("pack.yml"))
    (story.portrait, story.cover) = (portrait, cover)
    story.pages = pages
    story.passages = passages
    story.written = inline.written + writtenPoints
    story.unseen = unseen(figures)
    return story
  }

  /// What stands on every page: that the pack is a draft, and who may read it.
  private mutating func marking() -> String? {
    let words = [text(pack.draft?.label)?.text, text(pack.meeting?.classification)?.text].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: " · ")
  }

  private mutating func checkNumberOfQuestions() {
    guard let asked = transcript?.questions.count, let last = pack.questions.last else { return }
    let told = pack.questions.count
    if asked == told { return }
    ownLog.error(
      "the transcript has \(asked) question\(asked == 1 ? "" : "s") and the pack \(told)",
      at: told > asked ? pack.questions[asked].location : last.location,
      advice: told < asked
        ? "add one after this one for each question that is left; 'bayan check --transcript' lists them"
        : "remove what answers no question; 'bayan check --transcript' lists those that are read")
  }

  private mutating func question(
    _ told: Pack.Question, asked: Question?, number: Int, summary: String?
  ) -> QuestionStory {
    note(told.headline, .statement, with: told.keyFigures.map(\.figure.text))
    note(told.statement, .statement, with: told.keyFigures.map(\.figure.text))
    let file = folder.name("summaries/\(number).md")
    let points = summary.map { self.points($0, file: file) } ?? []
    if summary != nil { checkPoints(told.exhibits, of: points, file: file) }
    return QuestionStory(
      number: asked?.number ?? number,
      question: text(told.question)
        ?? InlineText(quotes.set(asked?.text ?? ""), file: transcript?.file ?? ""),
      headline: inline.read(told.headline), statement: text(told.statement),
      points: points,
      keyFigures: told.keyFigures.compactMap { keyFigure($0) },
      exhibits: told.exhibits.compactMap { exhibit($0) }, quotation: told.quotation.flatMap { quotation($0) },
      notes: notes(told.notes, with: told.keyFigures.map(\.figure.text)))
  }

  /// What is said and not shown is held against the figures as well.
  mutating func notes(_ told: [YAMLText], with figures: [String]) -> [InlineText] {
    told.map { paragraph in
      note(paragraph, .statement, with: figures)
      return inline.read(paragraph)
    }
  }

  mutating func text(_ text: YAMLText?) -> InlineText? {
    text.map { inline.read($0) }
  }

  /// Keeps a text whose words are held against the figures that it stands with, and the date beside it.
  mutating func note(
    _ text: YAMLText?, _ kind: Passage.Kind, with figures: [String] = [], on time: Period? = nil
  ) {
    guard let text else { return }
    passages.append(PlacedText(text.text, at: text.location).passage(kind, figures: figures, time: time))
  }

  // MARK: Summaries

  /// Notes what is wrong with summaries whose questions could not be read.
  mutating func lookThrough(_ summaries: [String?]) {
    for (index, summary) in summaries.enumerated() {
      if let summary { _ = points(summary, file: folder.name("summaries/\(index + 1).md")) }
    }
  }

  private mutating func points(_ markdown: String, file: String) -> [InlineText] {
    var reader = MarkdownReader(file: file, text: markdown)
    let points = reader.points()
    for diagnostic in reader.log.diagnostics { ownLog.add(diagnostic) }
    if points.isEmpty, !reader.log.hasErrors {
      ownLog.warning(
        "this summary is empty", at: SourceLocation(file: file),
        advice: "write a paragraph for each point of the answer")
    }
    return points.map { text(of: $0, file: file) }
  }

  /// A paragraph of a Markdown file, whose words are held against the figures.
  mutating func text(of runs: [MarkdownRun], file: String) -> InlineText {
    passages.append(passage(of: runs))
    var pieces: [Inline] = []
    var before = ""
    for run in runs {
      for var piece in inline.read(run.text, before: &before) {
        piece.text = piece.text.replacing("\n", with: " ")
        piece.isStrong = run.style.isStrong
        piece.isEmphasised = run.style.isEmphasised
        if piece.kind == .plain, let url = run.style.url { piece.kind = .link(url) }
        pieces.append(piece)
      }
    }
    let text = InlineText(pieces, file: file)
    if var place = runs.first?.text.location(at: 0) {
      place.column = nil
      writtenPoints.append(WrittenText(source: nil, location: place, inline: text))
    }
    return text
  }

  /// A point with its run-in, which is claimed of what the rest refers to.
  private func passage(of runs: [MarkdownRun]) -> Passage {
    var whole = PlacedText()
    for run in runs { whole.append(run.text) }
    return whole.passage(.point, runIn: runs.first.map { $0.style.isStrong ? $0.text.length : 0 } ?? 0)
  }

  // MARK: Figures and quotations

  mutating func figure(_ id: YAMLText) -> Figure? {
    guard let figures else { return nil }
    if let figure = figures[id.text] { return figure }
    if figures.unread.contains(id.text) { return nil }
    ownLog.error(
      "there is no figure '\(id.text)'", at: id.location,
      advice: adviceForUnknown(id.text, among: figures.ids))
    return nil
  }

  private mutating func keyFigure(_ told: Pack.KeyFigure) -> KeyFigure? {
    let label = text(told.label)
    let note = text(told.note)
    for text in [told.label, told.note] { self.note(text, .label, with: [told.figure.text]) }
    guard let figure = figure(told.figure) else { return nil }
    let period = figure.period.map { comma(language: pack.language) + $0.words(short: true) } ?? ""
    return KeyFigure(
      figure: figure, numeral: figure.words(.short),
      label: label
        ?? InlineText([Inline(figure.label + period, .figure([figure.id]))], file: figure.location.file),
      note: note)
  }

  private mutating func quotation(_ told: Pack.Quotation) -> Quotation? {
    let marks = inline.read("[\(told.source.text)]", at: told.source.location)
    guard marks.count == 1, case .source(let numbers) = marks[0].kind else {
      ownLog.error(
        "'\(told.source.text)' is no paragraph of the transcript", at: told.source.location,
        advice: "write it as ¶4")
      return nil
    }
    let paragraphs = (transcript?.paragraphs ?? []).filter { numbers.contains($0.number) }
    if !paragraphs.isEmpty, !paragraphs.contains(where: { quotationStands(told.text.text, in: $0) }) {
      ownLog.error(
        "the quotation does not stand in \(told.source.text), word for word", at: told.text.location,
        advice: whereItStands(told.text.text))
    }
    let quoted = paragraphs.first { quotationStands(told.text.text, in: $0) }
    let speaker = transcript?.hasSeveralAnswering ?? false ? quoted?.speaker : nil
    return Quotation(
      text: quotes.set(told.text.text), speaker: speaker, source: marks[0], file: told.text.location.file)
  }

  private func whereItStands(_ quotation: String) -> String {
    if let paragraph = transcript?.paragraphs.first(where: { quotationStands(quotation, in: $0) }) {
      return "it stands in ¶\(paragraph.number)"
    }
    return "copy it from the transcript"
  }

  /// Works have commas of their own.
  static func sourceParts(_ text: String) -> [Substring] {
    text.split(separator: ";").flatMap { part -> [Substring] in
      let pieces = part.split(separator: ",")
      let isWork = pieces.contains { piece in
        if case .work = Source(piece.split(whereSeparator: \.isWhitespace).joined(separator: " ")) {
          true
        } else {
          false
        }
      }
      return isWork ? [part] : pieces
    }
  }

  /// "¶4", "fn2", an address, a work; several separated by semicolons, or by commas where none is a work.
  mutating func sources(_ written: YAMLText?) -> [Source] {
    guard let written else { return [] }
    return Self.sourceParts(written.text).compactMap { part in
      let text = part.trimmingPrefix(while: \.isWhitespace)
      if text.hasPrefix("fn"), !text.contains("+"), let number = Int(text.dropFirst(2)), number > 0 {
        return .footnote(number)
      }
      if text.hasPrefix("http") { return .url(String(text)) }
      if case .work(let work) = Source(text.split(whereSeparator: \.isWhitespace).joined(separator: " ")) {
        return .work(work)
      }
      let marks = inline.read("[\(text)]", at: written.location)
      if marks.count == 1, case .source(let numbers) = marks[0].kind, let first = numbers.first {
        return .paragraph(first)
      }
      ownLog.error("'\(text)' is no source", at: written.location, advice: "write ¶4, fn2 or an address")
      return nil
    }
  }
}
