import Evidence
import Graphics
import Typesetting
import struct Foundation.Decimal

extension ChartStyle {
  /// Between things in a row, in the language's script.
  var comma: String { Graphics.comma(language: values.language) }

  func comma(after text: String) -> String { Graphics.comma(language: values.language, after: text) }
}

extension Figure {
  /// Tiny words under the value that say what a reader can't know from the axis, a row each.
  func statusWords(_ words: StatusWords, isPartOfYear: Bool) -> [String] {
    var rows: [String] = []
    if isPartOfYear, let period { rows.append(period.wordsWithoutYear) }
    return rows + [words[status]].compactMap(\.self)
  }
}

extension Period {
  /// "Jan–Sep" where the axis says the year.
  var wordsWithoutYear: String {
    let text = words(short: true)
    let ending = " \(lastYear)"
    return firstYear == lastYear && text.hasSuffix(ending) ? String(text.dropLast(ending.count)) : text
  }
}

extension Ticks {
  /// What a tick says: the number, or with its unit.
  static func text(_ value: Decimal, _ unit: Unit, of figure: Figure) -> String {
    Figure(id: "", label: "", value: value, unit: unit, location: figure.location).words(
      .value, inDigits: true)
  }
}
