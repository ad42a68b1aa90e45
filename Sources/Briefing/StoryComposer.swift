import Atlas
import Diagnostics
import Evidence
import Interview
import YAMLReading

extension Story {
  /// Loads a pack and composes its story.
  ///
  /// - Parameters:
  ///   - path: the pack's folder.
  ///   - atlas: where the places of maps are looked up.
  /// - Returns: the story, and what is doubtful but no mistake.
  /// - Throws: `DiagnosticError` with every mistake of every file of the pack.
  public static func load(_ path: String, atlas: Atlas) throws(DiagnosticError) -> (
    Story, warnings: [Diagnostic]
  ) {
    var folder = try PackFolder(path: path)
    guard let pack = folder.pack else { throw DiagnosticError(folder.log.diagnostics) }
    let summaries = pack.questions.indices.map { folder.summary($0 + 1) }
    if !pack.questions.isEmpty { folder.reportStraySummaries(questions: pack.questions.count) }
    var log = folder.log
    var composer = StoryComposer(pack: pack, folder: folder, atlas: atlas)
    let story = composer.story(summaries: summaries)
    for diagnostic in composer.log.diagnostics { log.add(diagnostic) }
    if let figures = folder.figures, let transcript = folder.transcript {
      for diagnostic in check(figures, against: transcript, language: folder.pack?.language ?? "en") {
        log.add(diagnostic)
      }
    }
    try log.throwIfErrors()
    guard let story else { throw DiagnosticError(log.diagnostics) }
    return (story, log.diagnostics)
  }
}

/// Makes what a pack says into a story: references into words, names into places, ids into figures.
///
/// Where the transcript or the figures could not be read, what depends on them is passed over, so that the mistakes
/// in everything else are still found.
struct StoryComposer {
  let pack: Pack
  let transcript: Transcript?
  let figures: FigureTable?
  let folder: PackFolder
  let atlas: Atlas
  private var inline: InlineReader
  private var ownLog = DiagnosticLog()

  init(pack: Pack, folder: PackFolder, atlas: Atlas) {
    self.pack = pack
    transcript = folder.transcript
    figures = folder.figures
    self.folder = folder
    self.atlas = atlas
    inline = InlineReader(
      figures: folder.figures, paragraphs: transcript.map { Set($0.paragraphs.map(\.number)) },
      footnotes: transcript.map { Set($0.footnotes.map(\.number)) })
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
      questions.append(self.question(question, asked: asked, number: index + 1, summary: summaries[index]))
    }
    let map = overviewMap(questions: questions)
    let (title, subtitle, kicker) = (inline.read(pack.title), text(pack.subtitle), text(pack.kicker))
    let (author, expert, role) = (text(pack.author)?.text, text(pack.expert)?.text, text(pack.role)?.text)
    let keyFigures = pack.overview.keyFigures.compactMap { keyFigure($0) }
    guard let transcript, let figures else { return nil }
    return Story(
      title: title, subtitle: subtitle, kicker: kicker, language: pack.language, author: author,
      figuresAsOf: pack.figuresAsOf, expert: expert, role: role, interviewDate: pack.interviewDate,
      countries: pack.countries, keyFigures: keyFigures, map: map, questions: questions, figures: figures,
      transcript: transcript, packFile: folder.name("pack.yml"))
  }

  private mutating func checkNumberOfQuestions() {
    guard let asked = transcript?.questions.count, let last = pack.questions.last else { return }
    let told = pack.questions.count
    if asked == told { return }
    ownLog.error(
      "the transcript has \(asked) question\(asked == 1 ? "" : "s") and the pack \(told)",
      at: told > asked ? pack.questions[asked].location : last.location,
      advice: told < asked
        ? "add one after this one for each question that is left" : "remove what answers no question")
  }

  private mutating func question(
    _ told: Pack.Question, asked: Question?, number: Int, summary: String?
  ) -> QuestionStory {
    QuestionStory(
      number: asked?.number ?? number,
      question: text(told.question) ?? InlineText(asked?.text ?? "", file: transcript?.file ?? ""),
      headline: inline.read(told.headline), statement: text(told.statement),
      points: summary.map { points($0, file: folder.name("summaries/\(number).md")) } ?? [],
      keyFigures: told.keyFigures.compactMap { keyFigure($0) },
      exhibits: told.exhibits.compactMap { exhibit($0) }, quotation: told.quotation.flatMap { quotation($0) })
  }

  private mutating func text(_ text: YAMLText?) -> InlineText? {
    text.map { inline.read($0) }
  }

  // MARK: Summaries

  private mutating func points(_ markdown: String, file: String) -> [InlineText] {
    var reader = MarkdownReader(file: file, text: markdown)
    let points = reader.points()
    for diagnostic in reader.log.diagnostics { ownLog.add(diagnostic) }
    if points.isEmpty, !reader.log.hasErrors {
      ownLog.warning(
        "this summary is empty", at: SourceLocation(file: file),
        advice: "write a paragraph for each point of the answer")
    }
    return points.map { runs in
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
      return InlineText(pieces, file: file)
    }
  }

  // MARK: Figures and quotations

  private mutating func figure(_ id: YAMLText) -> Figure? {
    guard let figures else { return nil }
    if let figure = figures[id.text] { return figure }
    ownLog.error(
      "there is no figure '\(id.text)'", at: id.location,
      advice: adviceForUnknown(id.text, among: figures.ids))
    return nil
  }

  private mutating func keyFigure(_ told: Pack.KeyFigure) -> KeyFigure? {
    let label = text(told.label)
    let note = text(told.note)
    guard let figure = figure(told.figure) else { return nil }
    let period = figure.period.map { ", " + $0.words(short: true) } ?? ""
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
    return Quotation(text: told.text.text, source: marks[0], file: told.text.location.file)
  }

  private func whereItStands(_ quotation: String) -> String {
    if let paragraph = transcript?.paragraphs.first(where: { quotationStands(quotation, in: $0) }) {
      return "it stands in ¶\(paragraph.number)"
    }
    return "copy it from the transcript"
  }

  /// "¶4", "fn2", an address; several separated by commas or semicolons.
  private mutating func sources(_ written: YAMLText?) -> [Source] {
    guard let written else { return [] }
    return written.text.split(whereSeparator: { ";,".contains($0) }).compactMap { part in
      let text = part.trimmingPrefix(while: \.isWhitespace)
      if text.hasPrefix("fn"), let number = Int(text.dropFirst(2)) { return .footnote(number) }
      if text.hasPrefix("http") { return .url(String(text)) }
      let marks = inline.read("[\(text)]", at: written.location)
      if marks.count == 1, case .source(let numbers) = marks[0].kind, let first = numbers.first {
        return .paragraph(first)
      }
      ownLog.error("'\(text)' is no source", at: written.location, advice: "write ¶4, fn2 or an address")
      return nil
    }
  }

  // MARK: Exhibits

  private mutating func exhibit(_ told: Pack.Exhibit) -> Exhibit? {
    let title = text(told.title)
    let subtitle = text(told.subtitle)
    let note = text(told.note)
    guard let (content, sources) = content(of: told) else { return nil }
    return Exhibit(
      title: title, subtitle: subtitle, note: note, content: content, sources: sources,
      location: told.location)
  }

  private mutating func content(of told: Pack.Exhibit) -> (Exhibit.Content, [Source])? {
    switch told.kind {
    case .bars, .share:
      let shown = told.figures.compactMap { figure($0) }
      if shown.isEmpty { return nil }
      return (told.kind == .bars ? .bars(shown) : .share(shown), unique(shown.flatMap(\.sources)))
    case .timeline:
      let events = told.events.compactMap { event($0) }
      if events.isEmpty { return nil }
      return (.timeline(events), unique(events.flatMap(\.sources)))
    case .map:
      let named = told.places.compactMap { site($0) }
      let also = told.also.compactMap { site($0) }.filter { other in
        !named.contains { $0.label == other.label }
      }
      if named.isEmpty && also.isEmpty { return nil }
      return (.map(named: named, also: also), [])
    }
  }

  private mutating func event(_ told: Pack.Event) -> DatedEvent? {
    let label = inline.read(told.label)
    let sources = sources(told.source)
    guard let period = Period(told.date.text) else {
      ownLog.error(
        "'\(told.date.text)' is no date or period", at: told.date.location,
        advice: "write 2018, 2018-05, 2018-01/2018-09 or 2017/2019")
      return nil
    }
    return DatedEvent(period: period, label: label, sources: sources)
  }

  private mutating func site(_ name: YAMLText) -> Site? {
    if let own = folder.places.places[name.text] { return Site(label: name.text, place: own) }
    let found = ownLog.collect { try atlas.places(named: name.text, countries: pack.countries) }
    guard let found else { return nil }
    if let best = found.first {
      warnOfNamesakes(found, chosen: best, name)
      return Site(label: name.text, place: best)
    }
    let near = ownLog.collect { try atlas.placeNames(near: name.text, countries: pack.countries) } ?? []
    let hint = near.isEmpty ? "" : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))? "
    ownLog.error(
      "no place is called '\(name.text)'", at: name.location,
      advice: hint + "A place of your own goes into places.csv: name,country,latitude,longitude")
    return nil
  }

  /// A town outside the pack's countries may be another one of that name: one of at least a quarter of its people.
  private mutating func warnOfNamesakes(_ found: [Place], chosen: Place, _ name: YAMLText) {
    if pack.countries.contains(chosen.country) { return }
    let others = found.dropFirst().filter { other in
      other.country != chosen.country && other.name == chosen.name
        && other.population * 4 >= chosen.population
    }
    if others.isEmpty { return }
    let countries = others.prefix(4).map(\.country).joined(separator: ", ")
    ownLog.warning(
      "'\(name.text)' is taken for the one in \(chosen.country); there are others in \(countries)",
      at: name.location,
      advice: "name the pack's countries under 'countries:', or write the place you mean into places.csv")
  }

  /// The overview's map: its own places, or all that the questions' maps name.
  private mutating func overviewMap(questions: [QuestionStory]) -> Exhibit? {
    guard let told = pack.overview.map else { return nil }
    if !told.places.isEmpty { return exhibit(told) }
    var sites: [Site] = []
    for case .map(let named, _) in questions.flatMap(\.exhibits).map(\.content) {
      for site in named where !sites.contains(where: { $0.label == site.label }) { sites.append(site) }
    }
    if sites.isEmpty { return nil }
    return Exhibit(
      title: text(told.title), subtitle: text(told.subtitle), note: text(told.note),
      content: .map(named: sites, also: []), sources: [], location: told.location)
  }
}

private func unique(_ sources: [Source]) -> [Source] {
  var seen = Set<Source>()
  return sources.filter { seen.insert($0).inserted }
}
