import Atlas
import Briefing
import Diagnostics
import Keeping
import Evidence
import PageLayout
import Sheets
import Typesetting

/// From a pack to its documents, step by step.
struct Production {
  let room: PressRoom
  let order: Order

  /// What a pack is set and judged with.
  private struct Means {
    var asked: AskedLayouts
    var words: ClaimVocabulary
    var old: EditionBefore.OldDocuments
  }

  func make() throws -> MadePack {
    let resources = room.resources
    let pack = try order.pack ?? resources.shippedPack()
    var log = DiagnosticLog()
    let memory = room.memory(of: pack)
    defer { room.layBack(memory, of: pack) }
    let (loaded, means) = room.stage("read the pack and the layouts") { read(pack, memory, log: &log) }
    let sheets = means.flatMap { means in
      log.collect { try resources.sheets(unique(order.sheets), pack: pack, in: means.asked.folders) }
    }
    guard let loaded, let means, let sheets else { throw DiagnosticError(log.diagnostics) }
    let story = loaded.story
    for problem in story.problems(
      withLayouts: unique(means.asked.layouts.map(\.name) + resources.layoutNames(in: means.asked.folders)))
    {
      log.add(problem)
    }
    try log.throwIfErrors()
    let layouts = try worthwhile(means.asked.layouts, story)
    var compared: EditionBefore.Compared?
    if let since = order.since {
      let names = layouts.map { ($0.name, files(of: $0)) }
      compared = try room.stage("compare with the edition before") {
        try since.compare(with: story.edition, documents: names, means.old, atlas: room.atlas)
      }
    }
    let workshop = Workshop(
      room: room, order: order, story: story, pack: pack, layouts: layouts, slides: means.asked.slides,
      folders: means.asked.folders, sheets: meant(sheets, for: layouts), compared: compared?.documents ?? [:])
    let (words, previous) = (means.words, compared?.previous ?? [])
    let (documents, doubts) = try room.stage("make the documents") {
      // Words are held against the figures by whoever has no document left to make.
      try workshop.make {
        (
          standing: loaded.doubts(words: words, isStrict: order.isStrict),
          since: previous.flatMap { story.doubts(since: $0, words: words) }
        )
      }
    }
    let said = loaded.warnings + doubts.standing + (compared?.log.diagnostics ?? []) + doubts.since
    var warnings = DiagnosticLog()
    for warning in said + documents.flatMap(\.warnings) + lost(in: documents, of: layouts) {
      warnings.add(warning)
    }
    return MadePack(
      documents: documents, title: story.title.text, story: order.keepsFrames ? story : nil,
      warnings: warnings.diagnostics, edition: compared?.edition,
      changes: compared?.changes, replaced: compared?.replaced, isFirst: compared?.isFirst ?? false,
      tallies: documents.reduce(into: memory.tallies) { $0.merge($1.tallies, uniquingKeysWith: +) })
  }

  /// What the pack says, and what it is to be set with. Layouts are read even where the pack has mistakes, so that all are
  /// seen at once.
  private func read(
    _ pack: String, _ memory: PackMemory, log: inout DiagnosticLog
  ) -> (LoadedPack?, Means?) {
    @Sendable func load(_ log: inout DiagnosticLog) -> LoadedPack? {
      log.collect { () throws(DiagnosticError) in
        try LoadedPack(
          pack, atlas: room.atlas, figures: order.updates, asOf: order.figuresAsOf, drafts: order.drafts,
          looksForMissingTowns: !order.paints, memory: memory)
      }
    }
    @Sendable func means(_ log: inout DiagnosticLog) -> Means? {
      let words = log.collect { () throws(DiagnosticError) in try room.vocabulary() }
      let layouts = log.collect { () throws(DiagnosticError) in try self.layouts(of: pack) }
      guard let words, let layouts else { return nil }
      if layouts.layouts.contains(where: \.setsParagraphs) {
        room.dictionaries.begin(LoadedPack.language(of: pack))
      }
      Workshop.prepare(for: layouts, pack, in: room)
      let old = order.since?.oldDocuments(layouts.layouts.flatMap(files))
      return Means(asked: layouts, words: words, old: old ?? EditionBefore.OldDocuments())
    }
    return together({ load(&$0) }, { means(&$0) }, log: &log)
  }

  /// The names under which a layout's document may stand.
  private func files(of layout: Layout) -> [String] {
    unique([MadeDocument.name(layout.name, nil, order.ink), layout.name])
  }

  /// What several documents lose alike is said of the first.
  private func lost(in documents: [MadeDocument], of layouts: [Layout]) -> [Diagnostic] {
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
}
