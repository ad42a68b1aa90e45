import Diagnostics
import Dispatch
import Foundation
import Synchronization
import Testing

@Suite("Work that is shared out")
struct TogetherTests {
  @Test(arguments: [0, 1, 2, 7, 1000])
  func valuesComeInTheirOrder(count: Int) {
    #expect(together(count) { $0 * $0 } == (0..<count).map { $0 * $0 })
  }

  @Test func whatStoppedTheFirstOfThoseThatFailedIsThrown() {
    let error = #expect(throws: DiagnosticError.self) {
      try together(10) { index throws(DiagnosticError) -> Int in
        if index > 3 { throw DiagnosticError("\(index)") }
        return index
      }
    }
    #expect(error?.diagnostics.map(\.message) == ["4"])
  }

  @Test func whatBothFoundIsToldInTheirOrder() {
    var log = DiagnosticLog()
    let made = together(
      { log -> Int? in
        log.warning("first")
        return 1
      },
      { log -> String? in
        log.warning("second")
        return nil
      }, log: &log)
    #expect(made.0 == 1 && made.1 == nil)
    #expect(log.diagnostics.map(\.message) == ["first", "second"])
  }

  /// Two pieces that wait for each other, within a piece: neither would end by one thread.
  @Test(.enabled(if: ProcessInfo.processInfo.activeProcessorCount > 1))
  func workWithinSharedWorkIsSharedToo() {
    let met = together(2) { outer -> [Bool] in
      if outer == 1 { return [] }
      let arrived = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
      return together(2) { index in
        arrived[index].signal()
        return arrived[1 - index].wait(timeout: .now() + 20) == .success
      }
    }
    #expect(met == [[true, true], []])
  }
}
