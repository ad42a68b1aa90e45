import Synchronization

/// Whether somebody at the keyboard has had enough: set by another thread (a signal's), read between all steps.
public final class Interruption: Sendable {
  private let flag = Atomic(false)

  public init() {}

  public var isSet: Bool { flag.load(ordering: .acquiring) }
  public func set() { flag.store(true, ordering: .releasing) }
}

/// How long the other side may keep silent.
final class Patience {
  private let interruption: Interruption
  let limit: Duration
  private var isForgiven = false
  private var start = ContinuousClock.now

  /// `limit` counts from the last sign of life.
  init(limit: Duration, interruption: Interruption) {
    self.limit = limit
    self.interruption = interruption
  }

  /// There was a sign of life.
  func begin() { start = .now }

  /// Gives what is still to be cleaned up some seconds, though somebody has had enough.
  func forgiving<Value>(_ work: () -> Value) -> Value {
    isForgiven = true
    begin()
    defer { isForgiven = false }
    return work()
  }

  var isInterrupted: Bool { interruption.isSet }
  var isOver: Bool { ContinuousClock.now - start >= limit }
  /// Whether to wait on for an answer.
  var waitsOn: Bool {
    isForgiven ? ContinuousClock.now - start < .seconds(5) : !isInterrupted && !isOver
  }
}
