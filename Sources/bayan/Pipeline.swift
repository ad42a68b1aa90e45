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
    /// Of a page or a side, in points.
    var size: Size
    /// How its sheets are turned, where both sides are printed on.
    var duplex: Document.Duplex?
    var pdf: [UInt8]
    /// Whose it is, as a part of a file's name: "03-jane-doe".
    var copy: String?
    var warnings: [Diagnostic]
    /// What would not survive the ink that it is made for.
    var losses: [Loss] = []
    /// The number of the page that says what changed.
    var changesPage: String?

    /// Of its file, without the ending: "report", "report-booklet", "report-booklet-greyscale", "report-03-jane-doe".
    var name: String { Self.name(layout, sheets, ink, copy) }

    static func name(_ layout: String, _ sheets: Sheets?, _ ink: Ink, _ copy: String? = nil) -> String {
      ([layout, sheets?.name, ink == .colour ? nil : ink.rawValue, copy] as [String?]).compactMap(\.self)
        .joined(separator: "-")
    }
  }

  /// What is made of the documents.
  struct Wish: Sendable {
    /// For whom; without any, one document for all.
    var copies: [Copy] = []
    /// Whether all copies stand in one document, to be printed.
    var joinsCopies = false
    /// Of each document, in the order wanted; all without it.
    var pages: (@Sendable (Document, String) throws(DiagnosticError) -> [Int])?
    /// Only what can be printed: no screens, and where sheets are asked for, those alone.
    var isForPaper = false
    /// Whether sheets are printed on one side, whatever else is said.
    var isOneSided = false
  }

  private let options: PackOptions
  private let paper: SheetOptions?
  private let terminal: Terminal
  private let paints: Bool
  private let since: EditionBefore?
  private let wish: Wish
  private let isStrict: Bool

  /// With `paints` the documents are wanted as PDF, without they are only looked through for what is doubtful.
  /// `since` says where the edition before is looked for; without it none is recorded either. `isStrict` notes what can't
  /// be checked.
  init(
    _ options: PackOptions, _ paper: SheetOptions? = nil, terminal: Terminal, paints: Bool,
    since: EditionBefore? = nil, wish: Wish = Wish(), isStrict: Bool = false
  ) {
    self.options = options
    self.paper = paper
    self.terminal = terminal
    self.paints = paints
    self.since = since
    self.wish = wish
    self.isStrict = isStrict
  }

  /// All that a pack came to.
  struct Result {
    /// In the order of their layouts.
    var documents: [Made]
    /// The pack's.
    var title: String
    /// All that is doubtful, each once.
    var warnings: [Diagnostic]
    /// `nil` where none is recorded.
    var edition: Edition?
    /// Since the edition before, if there is one.
    var changes: EditionChanges?
    /// The title of another pack whose documents are replaced.
    var replaced: String?
  }

  func make() throws -> Result {
    let resources = try Resources.locate()
    let atlas = try terminal.stage("open the atlas") { try Atlas(path: resources.path("Atlas/atlas.gpkg")) }
    let pack = try options.pack ?? resources.shippedPack()
    var log = DiagnosticLog()
    let words = log.collect { try resources.words() } ?? ClaimVocabulary()
    // Layouts are read even where the pack has mistakes, so that all are seen at once.
    let (told, asked) = terminal.stage("read the pack and the layouts") {
      together(
        { log in
          log.collect {
            try Story.load(
              pack, atlas: atlas, figures: options.updates, asOf: options.figuresAsOf, words: words,
              looksForMissingTowns: !paints, isStrict: isStrict)
          }
        },
        { log in log.collect { try layouts(from: resources) } }, log: &log)
    }
    let sheets = log.collect { try resources.sheets(unique(paper?.sheets ?? []), pack: pack) }
    guard let (story, found) = told, var asked, let sheets else { throw DiagnosticError(log.diagnostics) }
    var warnings = found
    for problem in story.problems(withLayouts: unique(asked.layouts.map(\.name) + resources.layoutNames)) {
      log.add(problem)
    }
    try log.throwIfErrors()
    asked.layouts = try worthwhile(asked.layouts, story)
    let ink = paper?.ink ?? .colour
    var compared: EditionBefore.Compared?
    if let since {
      let names = asked.layouts.map { ($0.name, unique([Made.name($0.name, nil, ink), $0.name])) }
      let found = try terminal.stage("compare with the edition before") {
        try since.compare(with: story.edition, documents: names, atlas: atlas)
      }
      warnings += found.warnings
      for previous in found.previous {
        warnings += story.doubts(since: previous, words: words).filter { !warnings.contains($0) }
      }
      compared = found
    }
    let workshop = Workshop(
      story: story, atlas: atlas, fonts: resources.path("Fonts/fonts.conf"),
      broughtFonts: { resources.fonts(broughtBy: $0, pack: pack) }, layouts: asked.layouts,
      slides: asked.slides, sheets: meant(sheets, for: asked.layouts), ink: ink, paints: paints,
      compared: compared?.documents ?? [:], showsChanges: since?.isShown == true, wish: wish)
    let documents = try terminal.stage("make the documents") { try workshop.make() }
    for warning in documents.flatMap(\.warnings) where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return Result(
      documents: documents, title: story.title.text,
      warnings: warnings + lost(in: documents, of: asked.layouts), edition: compared?.edition,
      changes: compared?.changes, replaced: compared?.replaced)
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

  /// The layouts that the story has something for and that are wanted.
  private func worthwhile(_ layouts: [Layout], _ story: Story) throws(DiagnosticError) -> [Layout] {
    var log = DiagnosticLog()
    let kept = layouts.filter { layout in
      if layout.isEmpty(for: story) {
        if !options.layouts.isEmpty {
          log.error(
            "the pack has nothing for the layout '\(layout.name)'", at: SourceLocation(file: story.packFile),
            advice: "describe the meeting under 'meeting:', with its attendees: see Docs/pack.md")
        }
        return false
      }
      return !wish.isForPaper || paper?.sheets.isEmpty == false || !options.layouts.isEmpty
        || !layout.paper.isScreen
    }
    try log.throwIfErrors()
    return kept
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

func unique(_ names: [String]) -> [String] {
  var seen = Set<String>()
  return names.filter { seen.insert($0).inserted }
}
