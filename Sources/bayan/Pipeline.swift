import Atlas
import Briefing
import Diagnostics
import Graphics
import PageLayout
import Typesetting

/// From a pack to pages, step by step.
struct Pipeline {
  struct Made {
    var document: Document
    var layoutName: String
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
    // The layout is read even where the pack has mistakes, so that all are seen at once.
    let told = terminal.stage("read the pack") { log.collect { try Story.load(pack, atlas: atlas) } }
    let layout = terminal.stage("read the layout") {
      log.collect { try resources.layout(options.layout, paper: options.paper) }
    }
    guard let (story, doubts) = told, let layout else { throw DiagnosticError(log.diagnostics) }
    let fonts = try terminal.stage("open the fonts") {
      try FontLibrary(
        configuration: resources.path("Fonts/fonts.conf"), families: layout.families, fallbacks: layout.fallbacks)
    }
    let laidOut = try terminal.stage("lay out") {
      try layOut(story, layout: layout, typesetter: Typesetter(fonts: fonts), atlas: atlas)
    }
    return Made(document: laidOut.document, layoutName: layout.name, warnings: doubts + laidOut.warnings)
  }
}
