import Atlas
import Briefing
import Diagnostics
import Evidence
import Graphics
import Keeping
import Typesetting

/// What came of laying out a story.
public struct LaidOutDocument: Sendable {
  public var document: Document
  /// The same for each of the copies that were asked for, in their order.
  public var copies: [Document]
  /// Pages that became two, and what could not be placed as the layout wants it.
  public var warnings: [Diagnostic]
  /// What its pages are about, in their order.
  var subjects: [PageSubject]
  /// By figure, the printed numbers of the pages that use it.
  public var figurePages: [String: [String]]
  /// The printed number of the page that says what changed.
  public var changesPage: String?
}

/// Lays out a story as a document.
///
/// - Parameters:
///   - story: what is to be said.
///   - layout: how pages look.
///   - typesetter: opened with the layout's families.
///   - atlas: where maps get their shapes from.
///   - slides: pages of the layout that this one shows small (`Layout.slides`).
///   - rightHand: the layout's names for pages that begin on a right-hand page; a blank page, which counts, stands
///     before them where it must.
///   - copies: for which the document is made each of its own beside the common one; what is the same in all is laid
///     out once.
///   - keepsAllLinks: whether links stay that lead to what no page of this document shows, for a screen that shows it.
///   - memory: what the document was made of the last time, by the same typesetter.
/// - Returns: the document, and what is doubtful about it.
/// - Throws: `DiagnosticError` with what can't be drawn (a character that no font has, a chart without sense).
public func layOut(
  _ story: Story, layout: Layout, typesetter: Typesetter, atlas: Atlas, slides: [Slide] = [],
  rightHand: Set<String> = [], copies: [Copy] = [], keepsAllLinks: Bool = false,
  memory: LayoutMemory = LayoutMemory()
) throws(DiagnosticError) -> LaidOutDocument {
  memory.begin(layout, story)
  var builder = DocumentBuilder(
    story: story.shown(in: layout.namesForExhibits), layout: layout,
    typesetter: typesetter, atlas: atlas, slides: slides,
    rightHand: rightHand, memory: memory)
  builder.keepsAllLinks = keepsAllLinks
  return try builder.build(copies)
}

/// Makes the pages, template by template. Page numbers that stand in the text (contents, the table of figures) are
/// known only once all pages are there: the document is laid out until the numbers stand still, three times at
/// most; after that the numbers of the last round are kept and a warning says so.
struct DocumentBuilder {
  let story: Story
  let layout: Layout
  let setter: Setter
  var studio: ExhibitStudio
  private let slides: [Slide]
  private let rightHand: Set<String>
  private var numbers = PageNumbers()
  var warnings = DiagnosticLog()
  /// What can't be drawn, and what found no room in exhibits.
  var drawingLog = DiagnosticLog()
  /// The copy that is made.
  private(set) var copy: Copy?
  let memory: LayoutMemory
  /// Whether links stay that lead to what no page shows.
  var keepsAllLinks = false

  private static let mostRounds = 3

  init(
    story: Story, layout: Layout, typesetter: Typesetter, atlas: Atlas, slides: [Slide],
    rightHand: Set<String>, memory: LayoutMemory
  ) {
    self.memory = memory
    self.story = story
    self.slides = slides
    self.rightHand = rightHand
    self.layout = layout
    setter = Setter(
      layout: layout, typesetter: typesetter, language: story.language,
      changes: layout.marksChanges ? story.changes : nil)
    studio = ExhibitStudio(
      layout: layout, typesetter: typesetter, atlas: atlas, story: story, memory: memory)
  }

  mutating func build(_ copies: [Copy]) throws(DiagnosticError) -> LaidOutDocument {
    var documents: [Document] = []
    var subjects: [PageSubject] = []
    var figurePages: [String: [String]] = [:]
    for copy in [nil] + copies.map(Optional.some) {
      self.copy = copy
      let pages = settledPages()
      let document = Document(metadata: metadata, pages: finish(pages), outline: outline(of: pages))
      documents.append(document)
      if copy == nil {
        figurePages = numbers.figures.mapValues { $0.map(\.label) }
        subjects = pages.map { $0.subject(story, section: sectionName(of: $0)) }
      }
    }
    if let cover = story.cover, layout.pages.contains(where: { layout.ground(of: $0)?.showsCover == true }) {
      note(drawn(cover).diagnostics)
    }
    if story.classification != nil, layout.marking?.showsClassification != true {
      warnings.warning(
        "\(layout.name) does not say that it is classified", at: SourceLocation(file: layout.file),
        advice: "write {classification} into the layout's 'marking:', as report.yml has it")
    }
    for page in story.pages where !layout.shows(page.place) && page.layouts.contains(layout.name) {
      warnings.warning(
        "\(layout.name) has no room for a page of the pack's own", at: page.layoutPlaces.first,
        advice:
          "name another layout, or give this one a page with 'each: page, place: \(page.place.rawValue)'")
    }
    for diagnostic in drawingLog.diagnostics + setter.typesetter.log.diagnostics {
      var diagnostic = diagnostic
      // Names that the atlas has, and the language of all texts, stand in no place of their own: the pack says them.
      if diagnostic.location == nil { diagnostic.location = SourceLocation(file: story.packFile) }
      warnings.add(diagnostic)
    }
    try warnings.throwIfErrors()
    let common = documents.removeFirst()
    let telling = Set(layout.pages.filter(\.tellsChanges).map(\.name))
    return LaidOutDocument(
      document: common, copies: documents, warnings: warnings.diagnostics, subjects: subjects,
      figurePages: figurePages,
      changesPage: common.pages.first { telling.contains($0.part) }?.label)
  }

  private mutating func settledPages() -> [LaidOutPage] {
    var pages: [LaidOutPage] = []
    for round in 1...Self.mostRounds {
      pages = allPages()
      let found = pageNumbers(of: pages)
      if found == numbers { break }
      numbers = found
      if round == Self.mostRounds {
        warnings.warning("the page numbers did not come to rest", at: SourceLocation(file: layout.file))
      }
    }
    return pages
  }

  // MARK: Pages

  /// Templates for each question or exhibit that follow each other in the layout are made question by question.
  private mutating func allPages() -> [LaidOutPage] {
    var pages: [LaidOutPage] = []
    var rest = layout.pages.filter(isWanted)[...]
    while let template = rest.first {
      if !template.isOfQuestions {
        switch template.each {
        case .slide:
          for slide in slides.indices { append(self.pages(of: template, slide: slide), to: &pages) }
        case .page(let place):
          for page in story.pages where page.place == place {
            append(self.pages(of: template, freePage: page), to: &pages)
          }
        case .pack, .question, .exhibit: append(self.pages(of: template), to: &pages)
        }
        rest = rest.dropFirst()
        continue
      }
      let group = rest.prefix(while: \.isOfQuestions)
      for question in story.questions {
        for template in group { append(self.pages(of: template, question: question), to: &pages) }
      }
      rest = rest.dropFirst(group.count)
    }
    return pages
  }

  /// Whether the document is long enough for a page that only long ones have.
  private func isWanted(_ template: PageTemplate) -> Bool {
    guard let over = template.over else { return true }
    return layout.pages.reduce(0) { $0 + ($1.over == nil ? $1.count(in: story) : 0) } > over
  }

  /// Pages that begin on a right-hand page have one with an odd number.
  private func append(_ more: [LaidOutPage], to pages: inout [LaidOutPage]) {
    if let first = more.first, rightHand.contains(first.template.name), !pages.count.isMultiple(of: 2) {
      pages.append(
        LaidOutPage(
          body: Frame(size: layout.body.size), origin: layout.body.origin, template: first.template,
          isBlank: true))
    }
    pages += more
  }

  private mutating func pages(of template: PageTemplate, question: QuestionStory) -> [LaidOutPage] {
    guard case .exhibit(let first) = template.each else {
      return pages(of: template, question: question, exhibit: 0)
    }
    var pages: [LaidOutPage] = []
    for index in question.exhibits.indices.dropFirst(first - 1) {
      pages += self.pages(of: template, question: question, exhibit: index)
    }
    return pages
  }

  /// Those that were made before, in an earlier round, for another copy or for an earlier edition, where all that they
  /// are made from is the same.
  private mutating func pages(
    of template: PageTemplate, question: QuestionStory? = nil, exhibit: Int = 0, slide: Int? = nil,
    freePage: FreePage? = nil
  ) -> [LaidOutPage] {
    let question = slide.map { slides[$0].question } ?? question
    let part = DocumentPart(
      template: template.name, question: question?.number, exhibit: exhibit, slide: slide,
      page: freePage?.name)
    let ground = SettledPart.Ground(
      question: question, page: freePage, numbers: template.showsPageNumbers ? numbers : nil,
      copy: template.shows(.recipient) ? copy : nil,
      slides: slide.map { [slides[$0]] } ?? (template.showsSlides ? slides : []),
      changes: setter.changes, credits: studio.credits, divisions: studio.divisions)
    var known = memory.parts.take(part) ?? []
    if let index = known.firstIndex(where: { $0.ground == ground && $0.readsTheSame(story) }) {
      let settled = known.remove(at: index)
      memory.parts.keep([settled] + known, for: part)
      memory.tallyOfParts.taken += 1
      studio.divisions = settled.divisions
      studio.keep(settled.exhibits)
      note(settled.diagnostics)
      noteDrawn(settled.exhibits)
      return settled.pages
    }
    let (reader, earlier) = (StoryReader(story), warnings)
    warnings = DiagnosticLog()
    let (pages, exhibits) = make(template, part, question, exhibit, reader, freePage: freePage)
    let settled = SettledPart(
      ground: ground, readsTheSame: reader.readsTheSame, pages: pages, divisions: studio.divisions,
      diagnostics: warnings.diagnostics, exhibits: exhibits)
    warnings = earlier
    note(settled.diagnostics)
    noteDrawn(exhibits)
    memory.parts.keep([settled] + known.prefix(SettledPart.most - 1), for: part)
    memory.tallyOfParts.made += 1
    return pages
  }

  private mutating func make(
    _ template: PageTemplate, _ part: DocumentPart, _ question: QuestionStory?, _ exhibit: Int,
    _ reader: StoryReader, freePage: FreePage? = nil, titleRole: StyleRole = .title, isTight: Bool = false
  ) -> (pages: [LaidOutPage], exhibits: [DrawnExhibit]) {
    let layout = isTight ? self.layout.tightened : self.layout
    var scoped = setter
    scoped.layout = layout
    scoped.scope = question.map { String($0.number) } ?? freePage?.name ?? template.name
    var maker = ContentMaker(
      story: reader, question: question, exhibit: question?.exhibits.dropFirst(exhibit).first, setter: scoped,
      exhibits: studio, numbers: numbers, template: template,
      slides: part.slide.map { [slides[$0]] } ?? slides,
      titleRole: titleRole, copy: copy)
    maker.freePage = freePage
    let settled = PageContents(template: template, maker: maker).settledTemplate()
    maker.template = settled
    let contents = PageContents(template: settled, maker: maker)
    var foot = FootnoteFlow(template: settled, maker: maker)
    var queues = contents.first(above: foot)
    // Nothing of the story for this page, nothing but the layout's own words: no page.
    if settled.tellsNothing(with: queues) { return ([], []) }
    let (all, start) = (queues, foot)
    var later = HeldBack(from: &queues)
    var sequence = PageSequence(contents: contents, layout: layout, name: part.name)
    var pages: [PageFilling] = []
    var overflow = 0.0
    repeat {
      let page = sequence.page(pages.count, of: queues, above: foot)
      foot.shown.formUnion(page.footnotes)
      queues = page.filling.rest
      if pages.isEmpty, template.leavesTitle(in: queues) {
        if titleRole == .title {
          return make(
            template, part, question, exhibit, reader, freePage: freePage, titleRole: .headline,
            isTight: isTight)
        }
        warnOfTitle()
      }
      if pages.isEmpty { overflow = queues.values.map { heights(of: $0).least }.max() ?? 0 }
      var further = FurtherPages(sequence.contents)
      let tall = page.filling.overfull + (pages.isEmpty ? further.pushedThere(from: page.filling) : [])
      // What can be divided is, and the pages are made again; each time there is less on each of them, so this ends.
      if (tall + page.crowding).map({ divide($0, on: &further) }).contains(true) {
        return make(
          template, part, question, exhibit, reader, freePage: freePage, titleRole: titleRole,
          isTight: isTight)
      }
      for overfull in tall { report(overfull, template, question) }
      pages.append(page.filling.placed)
      later.refill(&queues)
    } while !queues.values.allSatisfy(\.isEmpty)
    // Values that no map of theirs has room for stand on a further page.
    let exhibits = pages.flatMap(\.exhibits)
    let untold = exhibits.compactMap { drawn in
      drawn.division.map { (drawn.drawing.exhibit.location, $0) }
    }
    if divide(Dictionary(untold) { first, _ in first }) {
      return make(
        template, part, question, exhibit, reader, freePage: freePage, titleRole: titleRole, isTight: isTight)
    }
    let saved = sequence.savingTheLast(of: pages, from: all, above: start)
    let origin = (saved == nil ? layout : layout.raised ?? layout).body.origin
    let section = part.slide.map { slides[$0].section } ?? template.section
    let finished = (saved ?? pages).enumerated().map { index, page in
      var finished = LaidOutPage(
        body: page.frame, origin: origin, section: section, question: question, template: template,
        figures: page.figures)
      (finished.exhibit, finished.continues) = (exhibit, index > 0)
      finished.page = freePage
      return finished
    }
    if !isTight, question != nil || template.isSingle, finished.count > 1, let last = (saved ?? pages).last,
      last.frame.depth < layout.body.height * Self.hardlyFilled
    {
      let earlier = (warnings, studio.divisions)
      let fewer = make(
        template, part, question, exhibit, reader, freePage: freePage, titleRole: titleRole, isTight: true)
      if fewer.pages.count < finished.count { return fewer }
      (warnings, studio.divisions) = earlier
    }
    if finished.count > 1, template.isOfQuestions, let question {
      warnLong(question, maker.exhibit, template, pages: finished.count, over: overflow)
    } else if finished.count > 1, template.isSingle {
      warnOfMore(than: template, pages: finished.count, over: overflow)
    }
    return (finished, exhibits)
  }

  /// Of a page's body: a question's last page that is filled no further is spared if its text can be set a little tighter.
  private static let hardlyFilled = 0.25

  private mutating func divide(_ overfull: Overfull, on pages: inout FurtherPages) -> Bool {
    guard let row = overfull.block.exhibits else { return false }
    return divide(row.divisions(room: min(overfull.room, pages.room(for: overfull))))
  }

  /// Lets exhibits go over several pages from now on.
  ///
  /// - Returns: whether there are any: then pages are to be made again.
  private mutating func divide(_ divisions: [SourceLocation: Division]) -> Bool {
    studio.divisions.merge(divisions) { $1 }
    return !divisions.isEmpty
  }
}

extension PageTemplate {
  /// Whether all areas that contents flow into are empty; of a page of the layout's own words alone, whether it has none.
  fileprivate func tellsNothing(with queues: Queues) -> Bool {
    let telling = flow.filter { $0.items.contains { if case .content = $0 { true } else { false } } }
    return (telling.isEmpty ? flow : telling).allSatisfy { queues[$0.area]?.isEmpty ?? true }
  }

  /// Whether it is made question by question.
  var isOfQuestions: Bool {
    switch each {
    case .question, .exhibit: true
    case .pack, .slide, .page: false
    }
  }

  /// How many pages it makes where each holds what it is to hold.
  fileprivate func count(in story: Story) -> Int {
    switch each {
    case .pack, .slide: 1
    case .page(let place): story.pages.count { $0.place == place }
    case .question: story.questions.count { !shows(.otherPoints) || !$0.otherPoints.isEmpty }
    case .exhibit(let first): story.questions.reduce(0) { $0 + max($1.exhibits.count - first + 1, 0) }
    }
  }

  /// Whether the title, or what stands below it in its area, found no room on the first page.
  fileprivate func leavesTitle(in rest: Queues) -> Bool {
    flow.contains { $0.shows(.title) && rest[$0.area]?.isEmpty == false }
  }
}
