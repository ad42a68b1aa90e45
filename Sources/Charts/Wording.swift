import Evidence
import Graphics
import Typesetting
import struct Foundation.Decimal

/// What charts call figures that are not actual values, in the layout's language.
public struct StatusWords: Hashable, Sendable {
  var target: String
  var estimate: String
  var derived: String

  public init(target: String = "target", estimate: String = "estimate", derived: String = "derived") {
    self.target = target
    self.estimate = estimate
    self.derived = derived
  }
}

extension ChartStyle {
  /// Between things in a row, in the language's script.
  var comma: String { Graphics.comma(language: values.language) }

  func comma(after text: String) -> String { Graphics.comma(language: values.language, after: text) }
}

extension Figure {
  /// With the qualifier as a sign: "≈ $2.5 bn", "> 200 agreements"; as charts and maps label their marks.
  public var valueWithUnit: String {
    let sign = words(.shortNumber).dropLast(words(.number).count)
    return sign.isEmpty ? words(.value, inDigits: true) : sign + "\u{00A0}" + words(.value, inDigits: true)
  }

  /// Tiny words under the value that say what a reader can't know from the axis, a row each.
  func statusWords(_ words: StatusWords, isPartOfYear: Bool) -> [String] {
    var rows: [String] = []
    if isPartOfYear, let period { rows.append(period.wordsWithoutYear) }
    switch status {
    case .target: rows.append(words.target)
    case .estimate: rows.append(words.estimate)
    case .derived: rows.append(words.derived)
    case .actual: break
    }
    return rows
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
