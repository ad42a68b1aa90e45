/// Units of time and measure in texts.
enum MeasureNames {
  enum Unit: Hashable {
    case time(plural: String)
    case measure(symbol: String)
  }

  /// The unit that stands at a token, and the token after it.
  static func unit(_ tokens: TokenRow, at start: Int) -> (unit: Unit, end: Int)? {
    guard start < tokens.count else { return nil }
    if let plural = times[tokens.key(start)] { return (.time(plural: plural), start + 1) }
    if let (measure, count) = Measure.named(by: tokens.all[start...].prefix(3).map(\.key)) {
      return (.measure(symbol: measure.symbol), start + count)
    }
    // A symbol as it is written, of the tokens that touch: "km²", "km/h".
    var end = start + 1
    while end < tokens.count, end - start < 3, tokens.isGlued(end - 1) { end += 1 }
    for end in stride(from: end, to: start, by: -1) {
      let symbol = tokens.all[start..<end].map(\.text).joined()
      if let measure = Measure.of(symbol) { return (.measure(symbol: measure.symbol), end) }
    }
    return nil
  }

  private static let times: [String: String] = {
    var times: [String: String] = [:]
    for plural in Evidence.Unit.timeNouns {
      times[plural] = plural
      times[Evidence.Unit.singular(of: plural)] = plural
    }
    // "The second" is an ordinal far more often than a unit.
    times["second"] = nil
    return times
  }()
}
