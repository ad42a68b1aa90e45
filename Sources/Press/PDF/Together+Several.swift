import Diagnostics
import Dispatch
import Synchronization

/// Makes several values at the same time, as far as threads are free.
///
/// - Parameters:
///   - count: how many.
///   - make: makes one, by its index.
/// - Returns: the values in their order.
/// - Throws: what stopped the first of those that failed.
func together<Value: Sendable>(
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
