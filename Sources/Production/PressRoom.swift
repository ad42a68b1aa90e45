import Atlas
import Diagnostics

/// A press that stays open: it owns what is costly to open, and makes one edition after the other from it.
///
/// Two of them in one process don't know of each other.
package final class PressRoom: Sendable {
  /// What goes on, for who watches: each stage's name when it begins, and how long it took when it has ended.
  package enum Event {
    case began(String)
    case ended(String, Duration)
  }

  package let resources: Resources
  package let atlas: Atlas
  private let watch: @Sendable (Event) -> Void

  /// - Parameter watch: is told of each stage.
  /// - Throws: where Bayan's own folders or its atlas are missing or damaged.
  package init(watch: @escaping @Sendable (Event) -> Void = { _ in }) throws(DiagnosticError) {
    self.watch = watch
    resources = try Resources.locate()
    watch(.began("open the atlas"))
    let clock = ContinuousClock()
    let start = clock.now
    atlas = try Atlas(path: resources.path("Atlas/atlas.gpkg"))
    watch(.ended("open the atlas", clock.now - start))
  }

  /// Makes what is ordered of a pack.
  ///
  /// - Parameter order: what is wanted.
  /// - Returns: the documents, and what is doubtful.
  /// - Throws: all mistakes in the pack, its layouts and its sheets.
  package func make(_ order: Order) throws -> MadePack { try Production(room: self, order: order).make() }

  /// Runs a stage and tells of it.
  func stage<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    watch(.began(name))
    let clock = ContinuousClock()
    let start = clock.now
    defer { watch(.ended(name, clock.now - start)) }
    return try work()
  }
}
