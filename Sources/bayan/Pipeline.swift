import Atlas
import Briefing
import Diagnostics
import Dispatch
import Evidence
import Graphics
import PageLayout
import Press
import Sheets
import Synchronization
import Typesetting

/// From a pack to its documents, step by step.
struct Pipeline {
  /// A document as it was asked for: laid out, and painted where that was asked for too.
  struct Made: Sendable {
    var layout: String
    /// What it stands on, where it is imposed.
    var sheets: Sheets?
    var ink: Ink
    /// Of pages as they are laid out, or of sides of sheets.
    var pages: Int
    var pdf: [UInt8]
    var warnings: [Diagnostic]
    /// What would not survive the ink that it is made for.
    var losses: [Loss] = []
    /// The number of the page that says what changed.
    var changesPage: String?

    /// Of its file, without the ending: "report", "report-booklet", "report-booklet-greyscale".
    var name: String { Self.name(layout, sheets, ink) }

    static func name(_ layout: String, _ sheets: Sheets?, _ ink: Ink) -> String {
      ([layout, sheets?.name, ink == .colour ? nil : ink.rawValue] as [String?]).compactMap(\.self)
        .joined(separator: "-")
    }
  }

  private let options: PackOptions
  private let paper: SheetOptions?
  private let terminal: Terminal
  private let paints: Bool
  private let since: EditionBefore?

  /// With `paints` the documents are wanted as PDF, without they are only looked through for what is doubtful.
  ///
  /// - Parameter since: where the edition before is looked for; without it none is recorded either.
  init(
    _ options: PackOptions, _ paper: SheetOptions? = nil, terminal: Terminal, paints: Bool,
    since: EditionBefore? = nil
  ) {
    self.options = options
    self.paper = paper
    self.terminal = terminal
    self.paints = paints
    self.since = since
  }

  /// - Returns: the documents in the order of their layouts, all that is doubtful, each once, and what changed since
  ///   the edition before, if there is one.
  func make() throws -> (documents: [Made], warnings: [Diagnostic], changes: EditionChanges?) {
    let resources = try Resources.locate()
    let atlas = try terminal.stage("open the atlas") { try Atlas(path: resources.path("Atlas/atlas.gpkg")) }
    let pack = try options.pack ?? resources.shippedPack()
    var log = DiagnosticLog()
    // Layouts are read even where the pack has mistakes, so that all are seen at once.
    let (told, asked) = terminal.stage("read the pack and the layouts") {
      together(
        { log in
          log.collect {
            try Story.load(
              pack, atlas: atlas, figures: options.updates, asOf: options.figuresAsOf,
              looksForMissingTowns: !paints)
          }
        },
        { log in log.collect { try layouts(from: resources) } }, log: &log)
    }
    let sheets = log.collect { try resources.sheets(unique(paper?.sheets ?? []), pack: pack) }
    guard var (story, warnings) = told, var asked, let sheets else { throw DiagnosticError(log.diagnostics) }
    // Layouts for a meeting are left out where there is none, unless they were asked for.
    if options.layouts.isEmpty { asked.layouts.removeAll { $0.isEmpty(for: story) } }
    let ink = paper?.ink ?? .colour
    var record: EditionRecord?
    var changes: EditionChanges?
    if let since {
      let names = asked.layouts.map { Made.name($0.name, nil, ink) } + asked.layouts.map(\.name)
      let compared = try terminal.stage("compare with the edition before") {
        try since.compare(with: story.edition, documents: unique(names), atlas: atlas)
      }
      record = compared.record
      changes = compared.changes
      if since.isShown { story.changes = changes }
      warnings += compared.warnings
    }
    let workshop = Workshop(
      story: story, atlas: atlas, fonts: resources.path("Fonts/fonts.conf"), layouts: asked.layouts,
      slides: asked.slides, sheets: meant(sheets, for: asked.layouts), ink: ink, paints: paints,
      record: record)
    let documents = try terminal.stage("make the documents") { try workshop.make() }
    for warning in documents.flatMap(\.warnings) where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return (documents, warnings + lost(in: documents, of: asked.layouts), changes)
  }

  /// What several documents lose alike is said of the first.
  private func lost(in documents: [Made], of layouts: [Layout]) -> [Diagnostic] {
    var said = Set<Loss.Kind>()
    return documents.flatMap { document in
      let file = layouts.first { $0.name == document.layout }?.file
      return document.losses.filter { said.insert($0.kind).inserted }.map { loss in
        loss.diagnostic(
          in: document.name, document.sheets == nil ? "page" : "side",
          at: file.map { SourceLocation(file: $0) })
      }
    }
  }

  /// Which sheets are made of which layout, by the layout's name: of those asked for or else those they are meant for.
  private func meant(_ sheets: [Sheets], for layouts: [Layout]) -> [String: [Sheets]] {
    var result: [String: [Sheets]] = [:]
    for sheets in sheets {
      for layout in layouts
      where !options.layouts.isEmpty || sheets.layouts.isEmpty || sheets.layouts.contains(layout.name) {
        result[layout.name, default: []].append(sheets)
      }
    }
    return result
  }

  /// The layouts asked for, or all, and by their names those whose pages others show small; every mistake of each.
  private func layouts(from resources: Resources) throws(DiagnosticError) -> (
    layouts: [Layout], slides: [String: Layout]
  ) {
    var log = DiagnosticLog()
    let names = unique(options.layouts.isEmpty ? resources.layoutNames : options.layouts)
    let layouts = names.compactMap { name in log.collect { try resources.layout(name, paper: options.paper) }
    }
    for (index, layout) in layouts.enumerated() {
      guard let other = layouts[..<index].first(where: { $0.name == layout.name }) else { continue }
      log.error(
        "the layout \(other.file) is called '\(layout.name)' too, so both would make \(layout.name).pdf",
        at: SourceLocation(file: layout.file), advice: "rename one of the files, or build them one by one")
    }
    var slides: [String: Layout] = [:]
    for layout in layouts {
      guard let name = layout.slides, slides[name] == nil else { continue }
      let known = layouts.first { $0.file == resources.file(ofLayout: name) }
      let shown = known ?? log.collect { try resources.layout(name, paper: options.paper) }
      if shown?.slides != nil {
        log.error(
          "'\(name)' shows slides itself", at: SourceLocation(file: layout.file),
          advice: "name a layout that stands by itself under 'slides:'")
      }
      slides[name] = shown
    }
    if let paper = options.paper, !layouts.contains(where: { $0.paper == paper }), !log.hasErrors {
      log.error(
        "no layout is made for the paper '\(paper.rawValue)'",
        advice: "add it to 'paper: sizes:' in the layout's file if it should be")
    }
    try log.throwIfErrors()
    return (layouts, slides)
  }
}

/// Lays out and paints one story in several layouts, several at a time. Fonts belong to the thread that opened them,
/// so each job opens its own; layouts that share pages (a handout and its slides) are one job.
private struct Workshop: Sendable {
  let story: Story
  let atlas: Atlas
  let fonts: String
  let layouts: [Layout]
  let slides: [String: Layout]
  /// By the names of the layouts that they are made of.
  let sheets: [String: [Sheets]]
  let ink: Ink
  let paints: Bool
  let record: EditionRecord?

  func make() throws(DiagnosticError) -> [Pipeline.Made] {
    let jobs = self.jobs
    let results = Mutex([Result<[Pipeline.Made], DiagnosticError>?](repeating: nil, count: jobs.count))
    DispatchQueue.concurrentPerform(iterations: jobs.count) { index in
      let result = Result { () throws(DiagnosticError) in try make(jobs[index]) }
      results.withLock { $0[index] = result }
    }
    var made: [Pipeline.Made] = []
    var found: [Diagnostic] = []
    for result in results.withLock({ $0 }) {
      switch result {
      case .success(let documents): made += documents
      case .failure(let error): found += error.diagnostics
      case nil: break
      }
    }
    var log = DiagnosticLog()
    for diagnostic in once(found) { log.add(diagnostic) }
    try log.throwIfErrors()
    return layouts.flatMap { layout in made.filter { $0.layout == layout.name } }
  }

  /// What several documents say of a file as a whole, once: a character that no font has stands in all of them. The
  /// pack's own file is named rather than a layout's.
  private func once(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let own = Set((layouts + slides.values).map(\.file))
    let isInPack = { (place: SourceLocation?) in place.map { !own.contains($0.file) } ?? false }
    var kept: [Diagnostic] = []
    for diagnostic in diagnostics {
      let known = kept.firstIndex { $0.message == diagnostic.message && $0.location?.line == nil }
      if let known, diagnostic.location?.line == nil {
        if !isInPack(kept[known].location), isInPack(diagnostic.location) { kept[known] = diagnostic }
      } else {
        kept.append(diagnostic)
      }
    }
    return kept
  }

  /// The layouts, those with slides ahead of all: they take longest.
  private var jobs: [[Layout]] {
    let showing = layouts.filter { $0.slides != nil }
    let shown = Set(showing.compactMap { $0.slides.flatMap { slides[$0] } })
    let single = layouts.filter { $0.slides == nil && !shown.contains($0) }
    return showing.map { layout in layouts.filter { $0 == layout.slides.flatMap { slides[$0] } } + [layout] }
      + single.map { [$0] }
  }

  private func make(_ job: [Layout]) throws(DiagnosticError) -> [Pipeline.Made] {
    let involved = job + job.compactMap { $0.slides.flatMap { slides[$0] } }
    let places = involved.map(\.familyPlaces).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    let library = try FontLibrary(
      configuration: fonts, families: unique(involved.flatMap(\.families)), places: places,
      fallbacks: unique(involved.flatMap(\.fallbacks)))
    let typesetter = Typesetter(
      fonts: library, languages: involved.contains(where: \.setsParagraphs) ? [story.language] : [])
    struct Version: Hashable {
      var layout: Layout
      var rightHand: Set<String>
    }
    var finished: [Version: LaidOutDocument] = [:]
    func layOut(_ layout: Layout, rightHand: [String] = []) throws(DiagnosticError) -> LaidOutDocument {
      let version = Version(layout: layout, rightHand: Set(rightHand))
      if let known = finished[version] { return known }
      let shown = try layout.slides.flatMap { slides[$0] }.map { slides throws(DiagnosticError) in
        try layOut(slides)
      }
      let made = try PageLayout.layOut(
        story, layout: layout, typesetter: typesetter, atlas: atlas,
        slides: shown?.document.pages.map(\.frame) ?? [], rightHand: version.rightHand)
      finished[version] = made
      return made
    }
    var made: [Pipeline.Made] = []
    for layout in job {
      for sheets in [nil] + (sheets[layout.name] ?? []) {
        let laidOut = try layOut(layout, rightHand: sheets?.rightHand ?? [])
        var document = laidOut.document
        if let sheets {
          document = try impose(document, on: sheets) { text throws(DiagnosticError) in
            setLine(text, layout: layout, typesetter: typesetter, language: story.language)
          }
        }
        made.append(try print(document, of: layout, sheets, laidOut))
      }
    }
    return made
  }

  /// A document in the ink that was asked for, with what would be lost in it.
  private func print(
    _ document: Document, of layout: Layout, _ sheets: Sheets?, _ laidOut: LaidOutDocument
  ) throws(DiagnosticError) -> Pipeline.Made {
    var made = Pipeline.Made(
      layout: layout.name, sheets: sheets, ink: ink, pages: document.pages.count, pdf: [],
      warnings: laidOut.warnings, changesPage: laidOut.changesPage)
    var printed = document
    if ink != .colour {
      let palette = GreyPalette(for: [laidOut.document])
      made.losses = losses(of: document, in: palette)
      printed = document.greyscale(palette)
      if ink == .proof { printed = printed.laserProof }
    }
    printed.attachments = try attachments(of: laidOut, layout)
    if paints { made.pdf = try renderPDF(printed) }
    return made
  }

  /// The record of the edition, with the pages of this document.
  private func attachments(of made: LaidOutDocument, _ layout: Layout) throws(DiagnosticError)
    -> [Document.Attachment]
  {
    guard paints, var record else { return [] }
    record.document = layout.name
    record.pages = made.figurePages
    return [
      Document.Attachment(
        name: EditionRecord.fileName, description: "The figures of this edition, for Bayan",
        mediaType: "application/json", bytes: try record.encoded())
    ]
  }
}

/// Does two things at the same time; what either finds wrong is noted in that order.
private func together<First: Sendable, Second: Sendable>(
  _ first: @Sendable (inout DiagnosticLog) -> First?, _ second: @Sendable (inout DiagnosticLog) -> Second?,
  log: inout DiagnosticLog
) -> (First?, Second?) {
  let made = Mutex<(First?, Second?)>((nil, nil))
  let logs = Mutex([DiagnosticLog](repeating: DiagnosticLog(), count: 2))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    var own = DiagnosticLog()
    if index == 0 {
      let result = first(&own)
      made.withLock { $0.0 = result }
    } else {
      let result = second(&own)
      made.withLock { $0.1 = result }
    }
    let found = own
    logs.withLock { $0[index] = found }
  }
  for diagnostic in logs.withLock({ $0 }).flatMap(\.diagnostics) { log.add(diagnostic) }
  return made.withLock { $0 }
}

private func unique(_ names: [String]) -> [String] {
  var seen = Set<String>()
  return names.filter { seen.insert($0).inserted }
}
