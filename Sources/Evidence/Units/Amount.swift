import Foundation

/// A number with its unit, as it is printed.
struct Amount {
  var value: Decimal
  var precision: Precision?
  var unit: Unit
  /// To the last digit shown: "more than 1.46" is more than 1.4.
  var rounding: NSDecimalNumber.RoundingMode = .plain
  /// Whether a count from one to nine is a word, as in running text.
  var spellsSmallCounts = true

  /// The value as shown. Nearly all is not 100%, so such percentages have a digit more.
  var shown: Decimal {
    let value = value.rounded(significantDigits: Self.meaningfulDigits)
    let decimals: Int
    switch precision {
    case .significantDigits(let digits): decimals = digits - value.integerDigits
    case .fixed(let fixed): decimals = fixed
    case .decimals, nil: return self.value
    }
    if value.isZero { return value }
    var shown = value.rounded(decimals: decimals, rounding)
    if unit.isPercent, value.magnitude != 100 {
      for more in 1...Self.mostMoreDigits where shown.magnitude == 100 {
        shown = value.rounded(decimals: max(decimals, 0) + more, rounding)
      }
    }
    return shown
  }

  /// The last ones of what was divided are noise, and would make 1.9 of "more than 1.99999…".
  private static let meaningfulDigits = 20
  /// Until 99.9996% differs from 100%.
  private static let mostMoreDigits = 4

  var number: String { shown.digits(decimals: decimals) }

  private var decimals: Int {
    switch precision {
    case .decimals(let decimals), .fixed(let decimals): decimals
    case .significantDigits, nil: 0
    }
  }

  /// "$2 bn", "KZT 5 bn", "4%", "200 agreements", "2000 km".
  var words: String {
    let (kind, scale) = (unit.kind, unit.scale)
    switch kind {
    case .plain: return scaled(scale)
    case .percent: return number + "%"
    case .currency(let code): return money(code, scale)
    case .measure(let symbol): return scaled(scale) + noBreakSpace + symbol
    case .time(let singular, let plural): return scaled(scale) + noBreakSpace + noun(scale, singular, plural)
    case .count(let singular, let plural):
      return "\(unit.isCount ? count : scaled(scale)) \(noun(scale, singular, plural))"
    }
  }

  /// Without what is counted: "200", "eight", "3 million"; everything else with its unit.
  var count: String { unit.isCount ? smallCount ?? scaled(unit.scale) : words }

  /// As `count`, in digits: a large numeral's label says what is counted.
  var shortWords: String { unit.isCount ? scaled(unit.scale) : words }

  /// "eight", for a whole number of single things below ten whose decimals are not shown.
  private var smallCount: String? {
    guard spellsSmallCounts, unit.scale == .one, decimals == 0, shown >= 1, shown < 10 else { return nil }
    return Vocabulary.english.counts[NSDecimalNumber(decimal: shown).intValue].flatMap {
      shown == Decimal(NSDecimalNumber(decimal: shown).intValue) ? $0 : nil
    }
  }

  private func noun(_ scale: Unit.Scale, _ singular: String, _ plural: String) -> String {
    scale == .one && shown.magnitude == 1 ? singular : plural
  }

  private func scaled(_ scale: Unit.Scale) -> String {
    number + (scale.names.map { noBreakSpace + $0.word } ?? "")
  }

  private func money(_ code: String, _ scale: Unit.Scale) -> String {
    let symbol = CurrencyNames.printedSigns[code]
    let sign = shown < 0 ? minusSign : ""
    let digits = shown.magnitude.digits(decimals: decimals)
    let suffix = scale.names.map { noBreakSpace + $0.afterMoney } ?? ""
    return (symbol.map { sign + $0 + digits } ?? code + noBreakSpace + sign + digits) + suffix
  }
}
