import Foundation

/// Units of time and measure in English.
enum MeasureNames {
  enum Unit: Hashable {
    case time(plural: String)
    case measure(symbol: String)
  }

  /// The unit that stands at a token, and the token after it.
  static func unit(_ tokens: TokenRow, at start: Int) -> (unit: Unit, end: Int)? {
    guard start < tokens.count else { return nil }
    for length in [3, 2, 1] where start + length <= tokens.count {
      // "megawatt-hours"
      let keys = tokens.all[start..<(start + length)].map(\.key).filter { $0 != "-" }
      if let unit = names[keys.joined(separator: " ")] { return (unit, start + length) }
    }
    // A symbol as it is written, of the tokens that touch: "km²", "km/h".
    var end = start + 1
    while end < tokens.count, end - start < 3, tokens.isGlued(end - 1) { end += 1 }
    for end in stride(from: end, to: start, by: -1) {
      let symbol = tokens.all[start..<end].map(\.text).joined()
      if Evidence.Unit.measureSymbols.contains(symbol) || moreSymbols.contains(symbol) {
        return (.measure(symbol: plain(symbol)), end)
      }
    }
    return nil
  }

  /// Symbols that no figure is written in, but texts are.
  private static let moreSymbols: Set<String> = [
    "W", "kHz", "lb", "lbs", "ft", "sq", "TEU", "bbl", "bpd", "kbpd",
  ]

  static func plain(_ symbol: String) -> String {
    symbol.replacing("²", with: "2").replacing("³", with: "3")
  }

  /// Whether texts may say the symbol in words.
  static func isNamed(_ symbol: String) -> Bool { words.contains { $0.symbol == plain(symbol) } }

  /// How many of the first make one of the second: 1000 for "m" and "km"; `nil` where they measure other things.
  static func factor(from symbol: String, to other: String) -> Decimal? {
    if plain(symbol) == plain(other) { return 1 }
    guard let one = sizes[plain(symbol)], let two = sizes[plain(other)], one.base == two.base else {
      return nil
    }
    return one.size / two.size
  }

  private static let sizes: [String: (base: String, size: Decimal)] = {
    var sizes: [String: (base: String, size: Decimal)] = [:]
    let families: [(String, [(String, Decimal)])] = [
      ("m", [("mm", 1), ("cm", 10), ("m", 1000), ("km", 1_000_000)]),
      ("g", [("g", 1), ("kg", 1000), ("t", 1_000_000), ("kt", 1_000_000_000), ("Mt", 1_000_000_000_000)]),
      ("m2", [("m2", 1), ("ha", 10_000), ("km2", 1_000_000)]), ("m3", [("l", 1), ("m3", 1000)]),
      ("W", [("kW", 1), ("MW", 1000), ("GW", 1_000_000)]),
      ("Wh", [("kWh", 1), ("MWh", 1000), ("GWh", 1_000_000), ("TWh", 1_000_000_000)]),
    ]
    for (base, members) in families {
      for (symbol, size) in members { sizes[symbol] = (base, size) }
    }
    return sizes
  }()

  private static let names: [String: Unit] = {
    var names: [String: Unit] = [:]
    for plural in Evidence.Unit.timeNouns {
      names[plural] = .time(plural: plural)
      names[Evidence.Unit.singular(of: plural)] = .time(plural: plural)
    }
    // "The second" is an ordinal far more often than a unit.
    names["second"] = nil
    for (symbol, words) in words {
      for word in words { names[word] = .measure(symbol: symbol) }
    }
    return names
  }()

  private static let words: [(symbol: String, words: [String])] = [
    ("mm", ["millimetres", "millimeters", "millimetre", "millimeter"]),
    ("cm", ["centimetres", "centimeters", "centimetre", "centimeter"]),
    ("m", ["metres", "meters", "metre", "meter"]),
    ("km", ["kilometres", "kilometers", "kilometre", "kilometer"]),
    ("m2", ["square metres", "square meters", "square metre", "square meter"]),
    ("km2", ["square kilometres", "square kilometers", "square kilometre", "square kilometer", "sq km"]),
    ("m3", ["cubic metres", "cubic meters", "cubic metre"]), ("ha", ["hectares", "hectare"]),
    ("l", ["litres", "liters", "litre"]), ("g", ["grams", "grammes"]),
    ("kg", ["kilograms", "kilogrammes", "kilos"]),
    ("t", ["tonnes", "tons", "tonne", "ton", "metric tons", "metric tonnes"]),
    ("kt", ["kilotonnes", "kilotons"]), ("Mt", ["megatonnes", "megatons"]),
    ("km/h", ["kilometres per hour", "kilometers per hour"]),
    ("kW", ["kilowatts", "kilowatt"]), ("MW", ["megawatts", "megawatt"]), ("GW", ["gigawatts", "gigawatt"]),
    ("kWh", ["kilowatt hours", "kilowatt hour"]), ("MWh", ["megawatt hours", "megawatt hour"]),
    ("GWh", ["gigawatt hours", "gigawatt hour"]), ("TWh", ["terawatt hours", "terawatt hour"]),
    ("mi", ["miles", "mile"]), ("ft", ["feet"]), ("lb", ["lb", "lbs"]), ("acre", ["acres", "acre"]),
    ("bcm", ["bcm"]), ("TEU", ["teu", "teus"]),
  ]
}
