import Briefing
import Diagnostics
import Dispatch
import Foundation
import Graphics
import Press
import Production
import Synchronization

/// A pack in an open press, made again whenever a file of it changes.
///
/// One queue makes editions, another paints pages: a page that is looked at is painted while documents that nobody looks at
/// are still laid out.
final class PreviewSession: Sendable {
  let order: Order
  private let room: PressRoom
  private let press = DispatchQueue(label: "press", qos: .userInitiated)
  private let painting = DispatchQueue(label: "painting", qos: .userInitiated)
  private let state = Mutex(State())
  private let outlines: Mutex<GlyphOutlines>

  private struct State {
    var edition = ShownEdition()
    /// Whether a file has changed since the edition was begun.
    var isStale = false
    /// The document that was looked at last.
    var viewed: String?
    var subscribers: [Int: @Sendable (ShownEdition) -> Void] = [:]
    var nextSubscriber = 0
    /// Counts what is typed, so that only the last of it is tried.
    var lastTry = 0
    /// Pages of the edition as they were painted.
    var painted: [PageState: [UInt8]] = [:]
  }

  /// Bursts of changes are over after so long, and mistakes are told when the files have stood still for so long: many
  /// editors save in two steps.
  private static let (burst, stillness) = (0.006, 0.15)

  /// - Parameters:
  ///   - order: which pack, and which of its documents.
  ///   - watch: is told of each stage of each edition.
  /// - Throws: where Bayan's own folders or its atlas are missing or damaged.
  init(
    _ order: Order, watch: @escaping @Sendable (PressRoom.Event) -> Void = { _ in }
  ) throws(DiagnosticError) {
    var order = order
    order.paints = false
    order.keepsFrames = true
    order.keepsAllLinks = true
    self.order = order
    room = try PressRoom(watch: watch)
    outlines = Mutex(GlyphOutlines())
  }

  /// The folders that what is shown comes from, the pack's first. A layout may extend another one beside it.
  func folders() throws(DiagnosticError) -> [String] {
    let pack: String
    if let named = order.pack { pack = named } else { pack = try room.resources.shippedPack() }
    let beside = order.layouts.filter { $0.hasSuffix(".yml") }.map {
      ($0 as NSString).deletingLastPathComponent
    }.map { $0.isEmpty ? "." : $0 }
    var seen = Set<String>()
    // A style of one's own; those that come with Bayan stand in Layouts/.
    let style = [order.style].compactMap(\.self).filter(FileManager.default.fileExists)
    return ([pack] + ["Layouts", "Fonts", "Words"].map(room.resources.path) + beside + style).filter {
      seen.insert($0).inserted
    }
  }

  /// The tables of later figures, wherever they lie.
  var files: [String] { order.updates.map { String($0.prefix { $0 != "#" }) } }

  var edition: ShownEdition { state.withLock { $0.edition } }

  // MARK: Making

  /// Says that a file has changed.
  func change() {
    state.withLock { $0.isStale = true }
    press.async { self.catchUp() }
  }

  private func catchUp() {
    guard state.withLock({ $0.isStale }) else { return }
    repeat {
      state.withLock { $0.isStale = false }
      Thread.sleep(forTimeInterval: Self.burst)
    } while state.withLock { $0.isStale }
    let viewed = state.withLock { $0.viewed }
    let shown = edition.documents.map(\.name)
    // What is looked at comes first.
    if let viewed, shown.count > 1, shown.contains(viewed), order.layouts.isEmpty, !edition.isBroken {
      var first = order
      first.layouts = [viewed]
      guard let made = try? room.make(first) else { return make() }
      publish(made, isWhole: false)
    }
    if !state.withLock({ $0.isStale }) { make() }
  }

  private func make() {
    do {
      publish(try room.make(order), isWhole: true)
    } catch let error as DiagnosticError {
      // Half a file, perhaps.
      Thread.sleep(forTimeInterval: Self.stillness)
      if state.withLock({ $0.isStale }) { return catchUp() }
      publish(mistakes: error.diagnostics)
    } catch {
      publish(mistakes: [Diagnostic(.error, "\(error)")])
    }
  }

  private func publish(_ made: MadePack, isWhole: Bool) {
    var edition = edition
    edition.number += 1
    edition.title = made.title
    edition.story = made.story
    edition.isBroken = false
    if !edition.isPartial { edition.since = edition.number }
    edition.isPartial = !isWhole
    if isWhole { edition.diagnostics = made.warnings.inReadingOrder.saidOnce }
    let documents = made.documents.map { document in
      ShownDocument(
        document, after: edition.documents.first { $0.name == document.name }, number: edition.number,
        since: edition.since)
    }
    if isWhole {
      edition.documents = documents
    } else {
      for document in documents {
        guard let index = edition.documents.firstIndex(where: { $0.name == document.name }) else { continue }
        edition.documents[index] = document
      }
    }
    publish(edition)
  }

  private func publish(mistakes: [Diagnostic]) {
    var edition = edition
    edition.number += 1
    edition.diagnostics = mistakes.inReadingOrder.saidOnce
    edition.isBroken = true
    edition.isPartial = false
    publish(edition)
  }

  private func publish(_ edition: ShownEdition) {
    let subscribers = state.withLock { state in
      state.edition = edition
      state.painted = state.painted.filter { edition.holds($0.key) }
      return Array(state.subscribers.values)
    }
    for tell in subscribers { tell(edition) }
  }

  // MARK: Showing

  /// Tells of each edition from now on, the present one first.
  ///
  /// - Returns: what ends it.
  func subscribe(_ tell: @escaping @Sendable (ShownEdition) -> Void) -> @Sendable () -> Void {
    let (number, edition) = state.withLock { state in
      state.nextSubscriber += 1
      state.subscribers[state.nextSubscriber] = tell
      return (state.nextSubscriber, state.edition)
    }
    tell(edition)
    return { [self] in state.withLock { _ = $0.subscribers.removeValue(forKey: number) } }
  }

  /// Which document is looked at: it is made first.
  func look(at document: String) { state.withLock { $0.viewed = document } }

  /// A page as SVG; `nil` where the edition has no such page.
  func page(_ document: String, _ index: Int) async throws(DiagnosticError) -> (version: Int, svg: [UInt8])? {
    guard let pages = edition.documents.first(where: { $0.name == document })?.pages,
      pages.indices.contains(index)
    else { return nil }
    let page = pages[index]
    let name = PageState(document: document, index: index, version: page.version)
    if let known = state.withLock({ $0.painted[name] }) { return (page.version, known) }
    let result = await withCheckedContinuation { done in
      painting.async {
        done.resume(returning: Result { () throws(DiagnosticError) in try self.paint(page, name) })
      }
    }
    return (page.version, try result.get())
  }

  private func paint(_ page: ShownPage, _ name: PageState) throws(DiagnosticError) -> [UInt8] {
    if let known = state.withLock({ $0.painted[name] }) { return known }
    let result = outlines.withLock { outlines in
      Result { () throws(DiagnosticError) in
        try renderSVG(page.frame, prefix: "\(name.document)-\(name.index)", outlines: outlines)
      }
    }
    let svg = try result.get()
    state.withLock { $0.painted[name] = svg }
    return svg
  }

  // MARK: Trying

  /// What the pack would say if files of it held something else. Nothing is written.
  ///
  /// - Parameter drafts: what files would hold, by their paths in the pack.
  /// - Returns: what changes, or the mistakes; `nil` where something else was tried meanwhile.
  func attempt(_ drafts: [String: [UInt8]]) async -> Attempt? {
    let number = state.withLock { state in
      state.lastTry += 1
      return state.lastTry
    }
    return await withCheckedContinuation { done in
      press.async {
        guard self.state.withLock({ $0.lastTry == number }) else { return done.resume(returning: nil) }
        done.resume(returning: self.made(of: drafts))
      }
    }
  }

  private func made(of drafts: [String: [UInt8]]) -> Attempt {
    var order = order
    order.drafts = drafts
    let edition = edition
    do {
      let made = try room.make(order)
      let known = Set(edition.diagnostics)
      return Attempt(
        documents: made.documents.map { document in
          let before = edition.documents.first { $0.name == document.name }
          let number = edition.number + 1
          let after = ShownDocument(document, after: before, number: number, since: number)
          return (document.name, changedWords(from: before?.pages ?? [], to: after.pages))
        }, diagnostics: made.warnings.filter { !known.contains($0) }, isBroken: false)
    } catch let error as DiagnosticError {
      return Attempt(documents: [], diagnostics: error.diagnostics, isBroken: true)
    } catch {
      return Attempt(documents: [], diagnostics: [Diagnostic(.error, "\(error)")], isBroken: true)
    }
  }
}

/// What would come of a change.
struct Attempt: Sendable {
  /// What each document would say otherwise.
  var documents: [(name: String, changes: [WordsChange])]
  /// What would be wrong or doubtful that isn't now.
  var diagnostics: [Diagnostic]
  /// Whether no pages could be made of it.
  var isBroken: Bool
}
