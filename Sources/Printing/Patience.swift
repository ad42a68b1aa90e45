import Dispatch
import Foundation
import Synchronization

/// Whether somebody at the keyboard has had enough: set by another thread (a signal's), read between all steps.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public var isSet: Bool { flag.load(ordering: .acquiring) }
  public func set() { flag.store(true, ordering: .releasing) }
}

/// How long the other side may take for an answer, whatever it sends meanwhile.
final class Patience {
  private let interruption: Interruption
  let limit: Duration
  private var isForgiven = false

  init(limit: Duration, interruption: Interruption) {
    self.limit = limit
    self.interruption = interruption
  }

  /// Gives what is still to be cleaned up some seconds, though somebody has had enough.
  func forgiving<Value>(_ work: () -> Value) -> Value {
    isForgiven = true
    defer { isForgiven = false }
    return work()
  }

  var isInterrupted: Bool { interruption.isSet }

  /// Whether what has failed may be tried again, having begun at a time.
  func allowsRetry(since start: ContinuousClock.Instant) -> Bool {
    isForgiven || !isInterrupted && ContinuousClock.now - start < limit / 2
  }

  /// For what is left to do when all else is over.
  private static let forgiven = Duration.seconds(3)
  /// For the library to notice that its connection was cut.
  private static let parting = Duration.seconds(1)
  private static let tick = DispatchTimeInterval.milliseconds(20)

  /// What somebody who looks on says to waiting.
  enum Watching { case goOn, interrupted, late }

  /// Why there is no answer.
  enum Given<Value> {
    case answer(Value)
    case interrupted
    case late
  }

  /// Runs what may wait for the other side on a thread of its own, and waits for it no longer than it may take: what
  /// that thread does in the library (look up a name, follow, wait, read) can't hold anybody up.
  ///
  /// - Parameters:
  ///   - limit: as long as it may take; the patience's own where there is none.
  ///   - watch: called again and again meanwhile, to end the waiting before.
  ///   - cut: called when the waiting ends without an answer, to make the work end too.
  ///   - work: done on the other thread.
  /// - Returns: what came of it, or why it was not waited for.
  func wait<Value: Sendable>(
    atMost limit: Duration? = nil, watch: () -> Watching = { .goOn }, cut: () -> Void = {},
    for work: @escaping @Sendable () -> Value
  ) -> Given<Value> {
    let errand = Errand<Value>()
    Thread.detachNewThread { errand.finish(work()) }
    let limit = isForgiven ? Self.forgiven : limit ?? self.limit
    let start = ContinuousClock.now
    while !errand.isDone(within: Self.tick) {
      let watched = watch()
      let isInterrupted = watched == .interrupted || !isForgiven && self.isInterrupted
      if !isInterrupted, watched == .goOn, ContinuousClock.now - start < limit { continue }
      cut()
      let end = ContinuousClock.now + Self.parting
      while !errand.isDone(within: Self.tick), ContinuousClock.now < end {}
      return isInterrupted ? .interrupted : .late
    }
    guard let value = errand.value else { return .late }
    return .answer(value)
  }
}

/// Work on another thread, and what came of it.
private final class Errand<Value: Sendable>: Sendable {
  private let done = DispatchSemaphore(value: 0)
  private let result = Mutex<Value?>(nil)

  func finish(_ value: Value) {
    result.withLock { $0 = value }
    done.signal()
  }

  func isDone(within time: DispatchTimeInterval) -> Bool { done.wait(timeout: .now() + time) == .success }
  var value: Value? { result.withLock { $0 } }
}
