import Diagnostics
import Evidence

extension InlineReader {
  /// Warns of numbers that are typed where a figure has that value: they would stay old when the figure changes.
  mutating func warnOfTypedNumbers(_ text: PlacedText) {
    for number in figures?.typedNumbers(in: text.text) ?? [] {
      let names = number.figures.map { "'\($0)'" }.joined(separator: " and ")
      let have = number.figures.count == 1 ? "the figure \(names) has" : "the figures \(names) have"
      log.warning(
        "'\(number.text)' is typed, and \(have) that value", at: text.location(at: number.offset),
        advice: "write \(number.references.joined(separator: " or ")), so that it changes with the figure")
    }
  }
}
