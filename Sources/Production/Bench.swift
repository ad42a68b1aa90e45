import Diagnostics
import Foundation
import Keeping
import PageLayout
import Press
import Typesetting

/// What one job works with: fonts, the typesetter that sets in them, and what was made with it before.
///
/// A job has it for itself until it lays it back: `Benches` hands out each to one thread at a time.
final class Bench: @unchecked Sendable {
  /// What it is opened with.
  struct Tools: Hashable {
    var families: [String]
    /// Where they are named, for messages.
    var places: [String: SourceLocation]
    var fallbacks: [String]
    var brought: BroughtFonts
    /// Of the brought files, which may be others of the same name.
    var versions: [FileVersion]
  }

  let tools: Tools
  let typesetter: Typesetter
  private var memories: [String: LayoutMemory] = [:]
  private var paintings: [String: PaintingMemory] = [:]
  /// The documents that the job at hand has made, and those that it has painted.
  private var made: Set<String> = []
  private var painted: Set<String> = []

  init(_ tools: Tools, configuration: String, dictionaries: HyphenationDictionaries) throws(DiagnosticError) {
    self.tools = tools
    let library = try FontLibrary(
      configuration: configuration, families: tools.families, places: tools.places,
      fallbacks: tools.fallbacks,
      brought: tools.brought)
    typesetter = Typesetter(fonts: library, dictionaries: dictionaries)
  }

  /// What a document was made of before; its name tells it from others of the job.
  func memory(of document: String) -> LayoutMemory {
    made.insert(document)
    if let known = memories[document] { return known }
    let new = LayoutMemory()
    memories[document] = new
    return new
  }

  /// What a document was painted as before; its name tells it from others of the job.
  func paintingMemory(of document: String) -> PaintingMemory {
    painted.insert(document)
    if let known = paintings[document] { return known }
    let new = PaintingMemory()
    paintings[document] = new
    return new
  }

  /// Whether nothing was made at it yet.
  var isFresh: Bool { memories.isEmpty }

  func hasSet(_ layouts: [String]) -> Bool {
    memories.keys.contains { document in layouts.contains { document.prefix { $0 != "\n" } == $0 } }
  }

  /// What the job has made and what it took from before, by its kind.
  var tallies: [String: Tally] {
    let laidOut = memories.filter { made.contains($0.key) }.map(\.value.tallies)
    let printed = paintings.filter { painted.contains($0.key) }.map { ["pages painted": $0.value.tally] }
    return (laidOut + printed).reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
  }

  /// Ends a job.
  func clear() {
    paintings = paintings.filter { painted.contains($0.key) }
    (made, painted) = ([], [])
    typesetter.turn()
  }
}

/// The benches that no job works at, those used last first.
struct Benches {
  private var free: [Bench] = []
  /// More than a build has jobs.
  private static let most = 12

  /// A bench with these tools, if there is one: that at which one of the layouts was set before, else one at which nothing was,
  /// else that which nobody has asked for longest.
  mutating func take(_ tools: Bench.Tools, for layouts: [String]) -> Bench? {
    let fitting = free.indices.filter { free[$0].tools == tools }
    let index =
      fitting.first { free[$0].hasSet(layouts) } ?? fitting.first { free[$0].isFresh } ?? fitting.last
    return index.map { free.remove(at: $0) }
  }

  /// Those of some tools with which no bench is free.
  func missing(among tools: [Bench.Tools]) -> [Bench.Tools] {
    var known = free.map(\.tools)
    return tools.filter { wanted in
      guard let index = known.firstIndex(of: wanted) else { return true }
      known.remove(at: index)
      return false
    }
  }

  /// A bench that nothing was made with yet.
  mutating func add(_ bench: Bench) { free.append(bench) }

  mutating func layBack(_ bench: Bench) {
    // A character that no font has is told when it is set for the first time: the next one must tell it again.
    if bench.typesetter.log.hasErrors { return }
    bench.clear()
    free.insert(bench, at: 0)
    if free.count > Self.most { free.removeLast() }
  }
}

/// What tells one state of a file from another without reading it.
struct FileVersion: Hashable {
  var path: String
  var size: Int?
  var date: Date?

  init(_ path: String) {
    self.path = path
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    size = attributes?[.size] as? Int
    date = attributes?[.modificationDate] as? Date
  }
}
