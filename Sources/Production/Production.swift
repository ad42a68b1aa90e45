import Atlas
import Briefing
import Diagnostics
import Keeping
import Dispatch
import Evidence
import PageLayout
import Sheets
import Synchronization

/// From a pack to its documents, step by step.
struct Production {
  let room: PressRoom
  let order: Order

  func make() throws -> MadePack {
    let (resources, atlas) = (room.resources, room.atlas)
    let pack = try order.pack ?? resources.shippedPack()
    var log = DiagnosticLog()
    let words = log.collect { try room.vocabulary() } ?? ClaimVocabulary()
    let memory = room.memory(of: pack)
    defer { room.layBack(memory, of: pack) }
    // Layouts are read even where the pack has mistakes, so that all are seen at once.
    let (told, asked) = room.stage("read the pack and the layouts") {
      together(
        { log in
          log.collect {
            try Story.load(
              pack, atlas: atlas, figures: order.updates, asOf: order.figuresAsOf, words: words,
              looksForMissingTowns: !order.paints, isStrict: order.isStrict, memory: memory)
          }
        },
        { log in log.collect { try layouts() } }, log: &log)
    }
    let sheets = log.collect { try resources.sheets(unique(order.sheets), pack: pack) }
    guard let (story, found) = told, var asked, let sheets else { throw DiagnosticError(log.diagnostics) }
    var warnings = found
    for problem in story.problems(withLayouts: unique(asked.layouts.map(\.name) + resources.layoutNames)) {
      log.add(problem)
    }
    try log.throwIfErrors()
    asked.layouts = try worthwhile(asked.layouts, story)
    var compared: EditionBefore.Compared?
    if let since = order.since {
      let names = asked.layouts.map {
        ($0.name, unique([MadeDocument.name($0.name, nil, order.ink), $0.name]))
      }
      let found = try room.stage("compare with the edition before") {
        try since.compare(with: story.edition, documents: names, atlas: atlas)
      }
      warnings += found.warnings
      for previous in found.previous {
        warnings += story.doubts(since: previous, words: words).filter { !warnings.contains($0) }
      }
      compared = found
    }
    let workshop = Workshop(
      room: room, order: order, story: story, pack: pack, layouts: asked.layouts, slides: asked.slides,
      sheets: meant(sheets, for: asked.layouts), compared: compared?.documents ?? [:])
    let documents = try room.stage("make the documents") { try workshop.make() }
    for warning in documents.flatMap(\.warnings) where !warnings.contains(warning) {
      warnings.append(warning)
    }
    return MadePack(
      documents: documents, title: story.title.text,
      warnings: warnings + lost(in: documents, of: asked.layouts), edition: compared?.edition,
      changes: compared?.changes, replaced: compared?.replaced, isFirst: compared?.isFirst ?? false,
      tallies: documents.reduce(into: memory.tallies) { $0.merge($1.tallies, uniquingKeysWith: +) })
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
