import Dispatch
import Platform
import Synchronization

/// Does two things at the same time, if two threads are free.
///
/// - Parameters:
///   - first: gets a log of its own, as the other does.
///   - second: begun by this thread after `first`, where no other is free.
///   - log: gets what both found, in that order.
/// - Returns: what came of them.
package func together<First: Sendable, Second: Sendable>(
  _ first: @escaping @Sendable (inout DiagnosticLog) -> First?,
  _ second: @escaping @Sendable (inout DiagnosticLog) -> Second?, log: inout DiagnosticLog
) -> (First?, Second?) {
  let halves = SharedWork(2) { index in
    var own = DiagnosticLog()
    let half: Either<First?, Second?> = index == 0 ? .first(first(&own)) : .second(second(&own))
    return (half, own.diagnostics)
  }.values()
  var made: (First?, Second?) = (nil, nil)
  for (half, diagnostics) in halves {
    switch half {
    case .first(let value): made.0 = value
    case .second(let value): made.1 = value
    }
    for diagnostic in diagnostics { log.add(diagnostic) }
  }
  return made
}

/// Makes several values at the same time, as far as threads are free.
///
/// - Parameters:
///   - count: how many.
///   - make: makes one, by its index.
/// - Returns: the values in their order.
/// - Throws: what stopped the first of those that failed.
package func together<Value: Sendable, Failure: Error>(
  _ count: Int, _ make: @escaping @Sendable (Int) throws(Failure) -> Value
) throws(Failure) -> [Value] {
  let results = SharedWork(count) { index in
    Result { () throws(Failure) in try make(index) }
  }.values()
  var values: [Value] = []
  for result in results { values.append(try result.get()) }
  return values
}

/// What comes of one of two kinds of work.
package enum Either<First, Second> {
  case first(First)
  case second(Second)
}

extension Either: Sendable where First: Sendable, Second: Sendable {}

/// Pieces of work, each done by who is free first: threads of the system's pool, and the one that waits for all.
///
/// Not `DispatchQueue.concurrentPerform`, which leaves everything to one thread where it is called within itself: what a
/// piece of work shares out is to be shared as well.
private final class SharedWork<Value: Sendable>: Sendable {
  private struct State {
    var next = 0
    var left: Int
    var values: [Value?]
  }

  private let make: @Sendable (Int) -> Value
  private let state: Mutex<State>
  private let end = DispatchSemaphore(value: 0)

  init(_ count: Int, _ make: @escaping @Sendable (Int) -> Value) {
    self.make = make
    state = Mutex(State(left: count, values: Array(repeating: nil, count: count)))
  }

  /// Does the work, with others or alone, and returns when all of it is done.
  func values() -> [Value] {
    let count = state.withLock { $0.left }
    if count == 0 { return [] }
    let helpers = min(count, max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) - 1
    for _ in 0..<helpers {
      DispatchQueue.global(qos: .userInitiated).async { self.work() }
    }
    work()
    end.wait()
    return state.withLock { state in
      defer { state.values = [] }
      return state.values.compactMap(\.self)
    }
  }

  /// Does pieces until each is taken by somebody.
  private func work() {
    while let index = take() {
      let value = make(index)
      let isLast = state.withLock { state in
        state.values[index] = value
        state.left -= 1
        return state.left == 0
      }
      if isLast { end.signal() }
    }
  }

  private func take() -> Int? {
    state.withLock { state in
      guard state.next < state.values.count else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}
