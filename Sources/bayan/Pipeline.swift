import Atlas
import Briefing
import Diagnostics
import Graphics
import PageLayout
import Typesetting

/// From a pack to the pages of its documents, step by step.
struct Pipeline {
  struct Named: Sendable {
    var layout: String
    var document: Document
  }

  struct Made {
    var documents: [Named]
    var warnings: [Diagnostic]
  }

  private let options: PackOptions
  private let terminal: Terminal

  init(_ options: PackOptions, terminal: Terminal) {
    self.options = options
    self.terminal = terminal
  }

  func make() throws -> Made {
    let resources = try Resources.locate()
    let atlas = try terminal.stage("open the atlas") { try Atlas(path: resources.path("Atlas/atlas.gpkg")) }
    let pack = try options.pack ?? resources.shippedPack()
    var log = DiagnosticLog()
    // Layouts are read even where the pack has mistakes, so that all are seen at once.
    let told = terminal.stage("read the pack") { log.collect { try Story.load(pack, atlas: atlas) } }
    let layouts = terminal.stage("read the layouts") { log.collect { try self.layouts(from: resources) } }
    guard let (story, doubts) = told, let layouts else { throw DiagnosticError(log.diagnostics) }
    let fonts = try terminal.stage("open the fonts") {
      try FontLibrary(
        configuration: resources.path("Fonts/fonts.conf"), families: unique(layouts.flatMap(\.families)),
        fallbacks: unique(layouts.flatMap(\.fallbacks)))
    }
    let workshop = Workshop(story: story, atlas: atlas, typesetter: Typesetter(fonts: fonts, languages: [story.language]))
    var made = Made(documents: [], warnings: doubts)
    for layout in layouts {
      let laidOut = try terminal.stage("lay out \(layout.name)") {
        try workshop.layOut(layout) { name throws(DiagnosticError) in try resources.layout(name, paper: options.paper) }
      }
      made.documents.append(Named(layout: layout.name, document: laidOut.document))
      for warning in laidOut.warnings where !made.warnings.contains(warning) { made.warnings.append(warning) }
    }
    return made
  }

  /// The layouts asked for, or all; every mistake of each.
  private func layouts(from resources: Resources) throws(DiagnosticError) -> [Layout] {
    var log = DiagnosticLog()
    let names = options.layouts.isEmpty ? resources.layoutNames : options.layouts
    let layouts = names.map { name in log.collect { try resources.layout(name, paper: options.paper) } }
    if let paper = options.paper, !layouts.contains(where: { $0?.paper == paper }), !log.hasErrors {
      log.error(
        "no layout is made for the paper '\(paper.rawValue)'",
        advice: "add it to 'paper: sizes:' in the layout's file if it should be")
    }
    try log.throwIfErrors()
    return layouts.compactMap { $0 }
  }

  private func unique(_ names: [String]) -> [String] {
    var seen = Set<String>()
    return names.filter { seen.insert($0).inserted }
  }
}

/// Lays out one story in several layouts; what one needs of another (a handout of its slides) is made once.
private final class Workshop {
  private let story: Story
  private let atlas: Atlas
  private let typesetter: Typesetter
  private var finished: [Layout: LaidOutDocument] = [:]

  init(story: Story, atlas: Atlas, typesetter: Typesetter) {
    self.story = story
    self.atlas = atlas
    self.typesetter = typesetter
  }

  func layOut(
    _ layout: Layout, finding find: (String) throws(DiagnosticError) -> Layout
  ) throws(DiagnosticError) -> LaidOutDocument {
    if let known = finished[layout] { return known }
    var slides: [Frame] = []
    if let name = layout.slides {
      let shown = try find(name)
      if shown.slides != nil {
        throw DiagnosticError(
          "'\(name)' shows slides itself", at: SourceLocation(file: layout.file),
          advice: "name a layout that stands by itself under 'slides:'")
      }
      slides = try layOut(shown, finding: find).document.pages.map(\.frame)
    }
    let made = try PageLayout.layOut(story, layout: layout, typesetter: typesetter, atlas: atlas, slides: slides)
    finished[layout] = made
    return made
  }
}
