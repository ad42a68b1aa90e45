import Dispatch
import Synchronization

/// Does two things at the same time, if two threads are free.
///
/// - Parameters:
///   - first: gets a log of its own, as the other does.
///   - second: begun by this thread after `first`, where no other is free.
///   - log: gets what both found, in that order.
/// - Returns: what came of them.
package func together<First: Sendable, Second: Sendable>(
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

/// Makes several values at the same time, as far as threads are free.
///
/// - Parameters:
///   - count: how many.
///   - make: makes one, by its index.
/// - Returns: the values in their order.
/// - Throws: what stopped the first of those that failed.
package func together<Value: Sendable>(
  _ count: Int, _ make: @Sendable (Int) throws(DiagnosticError) -> Value
) throws(DiagnosticError) -> [Value] {
  let made = Mutex([Result<Value, DiagnosticError>?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let result = Result { () throws(DiagnosticError) in try make(index) }
    made.withLock { $0[index] = result }
  }
  var values: [Value] = []
  for case let result? in made.withLock({ $0 }) { values.append(try result.get()) }
  return values
}
