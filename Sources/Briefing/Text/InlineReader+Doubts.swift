import Diagnostics
import Evidence

extension InlineReader {
  /// Two sides may count differently, and a change from one's number to the other's is none of what is counted. A
  /// goal is counted by nobody.
  mutating func warnOfTwoReporters(_ words: String, _ ids: [String], at place: SourceLocation) {
    guard ids.count == 2, let one = figures?[ids[0]], let other = figures?[ids[1]],
      one.status != .target, other.status != .target, let first = one.reporter, let second = other.reporter,
      first != second
    else { return }
    log.warning(
      "'\(words)' compares '\(one.id)' by \(first) with '\(other.id)' by \(second)", at: place,
      advice: "compare figures of one reporter, or name both in the sentence")
  }
}
