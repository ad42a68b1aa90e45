import Diagnostics
import Evidence

extension InlineReader {
  /// Warns of numbers that are typed where a figure has that value: they would stay old when the figure changes.
  mutating func warnOfTypedNumbers(_ text: PlacedText) {
    for number in figures?.typedNumbers(in: text.text, readings: readings) ?? [] {
      let names = number.figures.map { "'\($0)'" }.joined(separator: " and ")
      let have = number.figures.count == 1 ? "the figure \(names) has" : "the figures \(names) have"
      log.warning(
        "'\(number.text)' is typed, and \(have) that value", at: text.location(at: number.offset),
        advice: "write \(number.references.joined(separator: " or ")), so that it changes with the figure")
    }
  }

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
