import Atlas
import Briefing
import Diagnostics
import Evidence
import Graphics
import PageLayout
import Press
import Sheets
import Typesetting

/// Lays out and paints one story in several layouts, several at a time. Fonts belong to one thread at a time, so each job
/// has its own; layouts that share pages (a handout and its slides) are one job.
struct Workshop: Sendable {
  let room: PressRoom
  let order: Order
  let story: Story
  /// The pack's folder.
  let pack: String
  let layouts: [Layout]
  /// Those whose pages others show small, by their names.
  let slides: [String: Layout]
  let folders: LayoutFolders
  /// By the names of the layouts that they are made of.
  let sheets: [String: [Sheets]]
  /// What each document records and says of the edition before, by its layout's name; without any, none is recorded.
  let compared: [String: EditionBefore.Comparison]

  /// Makes the documents, and something else beside them when a thread has none left to make.
  func make<Other: Sendable>(
    beside work: @escaping @Sendable () -> Other
  ) throws(DiagnosticError) -> ([MadeDocument], Other) {
    let jobs = Self.jobs(layouts, slides)
    let pieces = together(jobs.count + 1) { index -> Either<Result<[MadeDocument], DiagnosticError>, Other> in
      guard index < jobs.count else { return .second(work()) }
      return .first(Result { () throws(DiagnosticError) in try make(jobs[index]) })
    }
    var (results, other): ([Result<[MadeDocument], DiagnosticError>], Other?) = ([], nil)
    for piece in pieces {
      switch piece {
      case .first(let result): results.append(result)
      case .second(let done): other = done
      }
    }
    return (try documents(results), other ?? work())
  }

  /// In the order of the layouts; what stops any of them is told together.
  private func documents(
    _ results: [Result<[MadeDocument], DiagnosticError>]
  ) throws(DiagnosticError) -> [MadeDocument] {
    var made: [MadeDocument] = []
    var found: [Diagnostic] = []
    for result in results {
      switch result {
      case .success(let documents): made += documents
      case .failure(let error): found += error.diagnostics
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

  /// Those of a job, and those whose pages they show small.
  private static func involved(in job: [Layout], _ slides: [String: Layout]) -> [Layout] {
    job + job.compactMap { $0.slides.flatMap { slides[$0] } }
  }

  /// What a job works with.
  private static func tools(
    for job: [Layout], _ slides: [String: Layout], _ folders: LayoutFolders, _ pack: String,
    _ resources: Resources
  ) -> Bench.Tools {
    let involved = involved(in: job, slides)
    let brought = resources.fonts(broughtBy: involved.map(\.file), in: folders, pack: pack)
    return Bench.Tools(
      families: unique(involved.flatMap(\.families)),
      places: involved.map(\.familyPlaces).reduce(into: [:]) { $0.merge($1) { first, _ in first } },
      fallbacks: unique(involved.flatMap(\.fallbacks)), brought: brought,
      versions: brought.folders.flatMap(\.files).map(FileVersion.init))
  }

  /// Opens what the first jobs work with while the pack is still being read.
  static func prepare(
    for asked: Production.AskedLayouts, _ pack: String, in room: PressRoom
  ) {
    room.prepareBenches(
      jobs(asked.layouts, asked.slides).prefix(2).map {
        tools(for: $0, asked.slides, asked.folders, pack, room.resources)
      })
  }

  /// The layouts, those with slides ahead of all: they take longest.
  private static func jobs(_ layouts: [Layout], _ slides: [String: Layout]) -> [[Layout]] {
    let showing = layouts.filter { $0.slides != nil }
    let shown = Set(showing.compactMap { $0.slides.flatMap { slides[$0] } })
    let single = layouts.filter { $0.slides == nil && !shown.contains($0) }
    var made: Set<Layout> = []
    // Of several that show the same slides, the first makes their document as well.
    let together = showing.map { layout in
      layouts.filter { $0 == layout.slides.flatMap { slides[$0] } && made.insert($0).inserted } + [layout]
    }
    return together + single.map { [$0] }
  }

  private func make(_ job: [Layout]) throws(DiagnosticError) -> [MadeDocument] {
    let bench = try room.bench(
      Self.tools(for: job, slides, folders, pack, room.resources), for: job.map(\.name))
    defer { room.layBack(bench) }
    if Self.involved(in: job, slides).contains(where: \.setsParagraphs) {
      room.dictionaries.begin(story.language)
    }
    let typesetter = bench.typesetter
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
      var story = story
      // Slides that are made for a handout alone say what changed since the handout.
      let before = compared[layout.name] ?? job.lazy.compactMap { compared[$0.name] }.first
      if order.since?.isShown == true { story.changes = before?.changes }
      let made = try PageLayout.layOut(
        story, layout: layout, typesetter: typesetter, atlas: room.atlas,
        slides: shown?.slides ?? [], rightHand: version.rightHand,
        copies: layout.isPersonal ? order.copies : [], keepsAllLinks: order.keepsAllLinks,
        memory: bench.memory(of: ([layout.name] + rightHand.sorted()).joined(separator: "\n")))
      finished[version] = made
      return made
    }
    var made: [MadeDocument] = []
    for layout in job {
      let own = sheets[layout.name] ?? []
      // Where sheets are asked for to be printed, they are wanted instead of the pages.
      let plain: [Sheets?] = order.isForPaper && !sheets.isEmpty ? [] : [nil]
      for sheets in plain + own {
        let laidOut = try layOut(layout, rightHand: sheets?.rightHand ?? [])
        made += try documents(of: laidOut, layout: layout, sheets: sheets, bench) {
          document throws(DiagnosticError) in
          guard let sheets else { return document }
          return try impose(document, on: sheets) { text throws(DiagnosticError) in
            setLine(text, layout: layout, typesetter: typesetter, language: story.language)
          }
        }
      }
    }
    if !made.isEmpty { made[0].tallies = bench.tallies }
    return made
  }

  /// What is made of a document that is laid out: one file, or one for each copy, or one of all copies.
  private func documents(
    of laidOut: LaidOutDocument, layout: Layout, sheets: Sheets?, _ bench: Bench,
    place: (Document) throws(DiagnosticError) -> Document
  ) throws(DiagnosticError) -> [MadeDocument] {
    let isCopied = !laidOut.copies.isEmpty
    var documents: [Document] = []
    for document in isCopied ? laidOut.copies : [laidOut.document] {
      let chosen = try order.pages.map { pages throws(DiagnosticError) in
        document.selecting(try pages(document, MadeDocument.name(layout.name, sheets, .colour)))
      }
      documents.append(try place(chosen ?? document))
    }
    let duplex = sheets.map(\.duplex) ?? layout.duplex
    if order.joinsCopies {
      let startsOnNewSheet = duplex != nil && !order.isOneSided
      documents = [Document.joined(documents, startsOnNewSheet: startsOnNewSheet)].compactMap { $0 }
    }
    let digits = max(2, String(order.copies.map(\.number).max() ?? 0).count)
    var made: [MadeDocument] = []
    for (index, document) in documents.enumerated() {
      var one = try print(document, index, of: layout, sheets, laidOut, bench)
      one.duplex = duplex
      if isCopied, !order.joinsCopies { one.copy = order.copies[index].fileName(digits: digits) }
      made.append(one)
    }
    return made
  }

  /// A document in the ink that was asked for, with what would be lost in it.
  private func print(
    _ document: Document, _ copy: Int, of layout: Layout, _ sheets: Sheets?, _ laidOut: LaidOutDocument,
    _ bench: Bench
  ) throws(DiagnosticError) -> MadeDocument {
    var made = MadeDocument(
      layout: layout.name, sheets: sheets, ink: order.ink, pages: document.pages.count,
      size: document.pages.first?.frame.size ?? layout.paper.size, pdf: [],
      warnings: layout.warnings + laidOut.warnings, changesPage: laidOut.changesPage)
    let small =
      sheets.map { smallType(in: document, named: made.name, on: $0) }
      ?? smallType(
        in: document, named: made.name, at: SourceLocation(file: layout.file), hasSlides: layout.slides != nil
      )
    if let small { made.warnings.append(small) }
    var printed = document
    if order.ink != .colour {
      let palette = GreyPalette(for: [laidOut.document])
      // A watermark is pale on purpose, so copies are judged by what they are copies of.
      made.losses = losses(of: laidOut.copies.isEmpty ? document : laidOut.document, in: palette)
      printed = document.greyscale(palette)
      if order.ink == .proof { printed = printed.laserProof }
    }
    printed.attachments = try attachments(of: laidOut, layout)
    if order.keepsFrames {
      (made.frames, made.figurePages) = (printed, laidOut.figurePages)
      if layout.paper.isScreen { made.notes = laidOut.slides.map { $0.notes.map(\.text) } }
    }
    if order.paints {
      let memory = room.staysOpen ? bench.paintingMemory(of: "\(made.name)\n\(copy)") : nil
      made.pdf = try renderPDF(printed, memory: memory)
    }
    return made
  }

  /// The record of the edition, with the pages of this document.
  private func attachments(of made: LaidOutDocument, _ layout: Layout) throws(DiagnosticError)
    -> [Document.Attachment]
  {
    guard order.paints, var record = compared[layout.name]?.record else { return [] }
    record.document = layout.name
    record.pages = made.figurePages
    return [
      Document.Attachment(
        name: EditionRecord.fileName, description: "The figures of this edition, for Bayan",
        mediaType: "application/json", bytes: try record.encoded())
    ]
  }
}

extension Layout {
  /// How its sheets are turned: standing pages like a book's, lying ones over the edge that is then at the side.
  fileprivate var duplex: Document.Duplex? {
    switch sides {
    case .one: nil
    case .long: paper.size.width > paper.size.height ? .shortEdge : .longEdge
    case .short: .shortEdge
    }
  }
}
