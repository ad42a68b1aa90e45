import Atlas
import Briefing
import Diagnostics
import Evidence
import Keeping
import PageLayout
import Synchronization
import Typesetting

/// A press that stays open: it owns what is costly to open, and makes one edition after the other from it.
///
/// Two of them in one process don't know of each other.
package final class PressRoom: Sendable {
  /// What goes on, for who watches: each stage's name when it begins, and how long it took when it has ended.
  package enum Event {
    case began(String)
    case ended(String, Duration)
    /// How much an edition made, and how much of it there was already.
    case counted([String: Tally])
  }

  package let resources: Resources
  package let atlas: Atlas
  let dictionaries = HyphenationDictionaries()
  /// Whether a document is made again and again, so that its painted pages are worth keeping.
  let staysOpen: Bool
  private let watch: @Sendable (Event) -> Void
  private let benches = Mutex(Benches())
  private let layouts = Mutex(Shelf<LayoutName, Layout>())
  private let words = Mutex(Shelf<String, ClaimVocabulary>())
  /// By the packs' folders, those that nobody reads at the moment.
  private let memories = Mutex<[String: PackMemory]>([:])

  private struct LayoutName: Hashable {
    var name: String
    var folders: LayoutFolders
    var paper: Paper?
  }

  /// - Parameters:
  ///   - staysOpen: whether it makes more than one edition.
  ///   - watch: is told of each stage.
  /// - Throws: where Bayan's own folders or its atlas are missing or damaged.
  package init(
    staysOpen: Bool = true, watch: @escaping @Sendable (Event) -> Void = { _ in }
  ) throws(DiagnosticError) {
    (self.staysOpen, self.watch) = (staysOpen, watch)
    resources = try Resources.locate()
    let path = resources.path("Atlas/atlas.gpkg")
    atlas = try Self.run("open the atlas", watch) { () throws(DiagnosticError) in try Atlas(path: path) }
  }

  /// Makes what is ordered of a pack.
  ///
  /// - Parameter order: what is wanted.
  /// - Returns: the documents, and what is doubtful.
  /// - Throws: all mistakes in the pack, its layouts and its sheets.
  package func make(_ order: Order) throws -> MadePack {
    let made = try Production(room: self, order: order).make()
    watch(.counted(made.tallies))
    return made
  }

  /// A layout by name, or by the path of its file.
  func layout(_ name: String, paper: Paper?, in folders: LayoutFolders) throws(DiagnosticError) -> Layout {
    let (key, resources) = (LayoutName(name: name, folders: folders, paper: paper), resources)
    let result = layouts.withLock { shelf in
      Result { () throws(DiagnosticError) in
        try shelf.value(of: key) { notes throws(DiagnosticError) in
          try resources.layout(name, paper: paper, in: folders, notes)
        }
      }
    }
    return try result.get()
  }

  /// The words that claim something about numbers.
  func vocabulary() throws(DiagnosticError) -> ClaimVocabulary {
    let resources = resources
    let result = words.withLock { shelf in
      Result { () throws(DiagnosticError) in
        try shelf.value(of: "") { notes throws(DiagnosticError) in try resources.words(notes) }
      }
    }
    return try result.get()
  }

  /// What a pack was read as before, for one reader alone until it is laid back.
  func memory(of pack: String) -> PackMemory {
    memories.withLock { $0.removeValue(forKey: pack) } ?? PackMemory()
  }

  func layBack(_ memory: PackMemory, of pack: String) { memories.withLock { $0[pack] = memory } }

  /// A bench for a job alone, until it is laid back.
  ///
  /// - Parameters:
  ///   - tools: what it is opened with.
  ///   - layouts: the names of the layouts that the job sets.
  /// - Returns: the bench at which they were set before, where it is free.
  /// - Throws: a font that is missing.
  func bench(_ tools: Bench.Tools, for layouts: [String]) throws(DiagnosticError) -> Bench {
    if let known = benches.withLock({ $0.take(tools, for: layouts) }) { return known }
    return try open(tools)
  }

  private func open(_ tools: Bench.Tools) throws(DiagnosticError) -> Bench {
    try Bench(tools, configuration: resources.path("Fonts/fonts.conf"), dictionaries: dictionaries)
  }

  /// Opens benches with these tools where none is free. What fails will fail again, and be told, when one is asked for.
  func prepareBenches(_ tools: [Bench.Tools]) {
    for missing in benches.withLock({ $0.missing(among: tools) }) {
      guard let bench = try? open(missing) else { continue }
      benches.withLock { $0.add(bench) }
    }
  }

  func layBack(_ bench: Bench) { benches.withLock { $0.layBack(bench) } }

  /// Runs a stage and tells of it.
  func stage<Value, Failure>(
    _ name: String, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try Self.run(name, watch, work)
  }

  /// Runs a stage and tells who watches.
  package static func run<Value, Failure>(
    _ stage: String, _ watch: (Event) -> Void, _ work: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    watch(.began(stage))
    let clock = ContinuousClock()
    let start = clock.now
    defer { watch(.ended(stage, clock.now - start)) }
    return try work()
  }
}
