import Foundation
import Tables

/// A unit of measure: the symbol that figures and texts write, what it is a multiple of, and its names.
struct Measure {
  let symbol: String
  /// What it measures; two of the same dimension can be turned into each other.
  let dimension: String
  /// In the smallest of its dimension.
  let size: Decimal
  /// Whether a figure can be written in it; texts know more.
  let isOfFigures: Bool
  /// In lower case, of one word or several.
  let names: [String]

  /// So much of a dimension: 1000 kg and 1 t are the same.
  struct Magnitude: Equatable {
    var dimension: String
    var size: Decimal
  }

  func magnitude(in scale: Unit.Scale = .one) -> Magnitude {
    Magnitude(dimension: dimension, size: size * scale.factor)
  }

  /// By its symbol, in which "km²" is "km2".
  static func of(_ symbol: String) -> Measure? { bySymbol[plain(symbol)] }

  /// The measure that words in lower case name from the first on, and how many of them do: "square kilometres",
  /// "megawatt-hours".
  static func named(by words: some Collection<String>) -> (measure: Measure, count: Int)? {
    for count in [3, 2, 1] where count <= words.count {
      let name = words.prefix(count).filter { $0 != "-" }.joined(separator: " ")
      if let measure = byName[name] { return (measure, count) }
    }
    return nil
  }

  /// How many of the first make one of the second: 1000 for "m" and "km"; `nil` where they measure other things.
  static func factor(from symbol: String, to other: String) -> Decimal? {
    guard let one = of(symbol), let two = of(other), one.dimension == two.dimension else { return nil }
    return one.size / two.size
  }

  /// The measure that a figure's noun names: "tonnes".
  static func called(_ name: String) -> Measure? { byName[name.lowercased()] }

  /// What a figure's unit can be written in, with "km²" beside "km2".
  static let symbolsOfFigures: Set<String> = Set(
    all.filter(\.isOfFigures).map(\.symbol).flatMap {
      [$0, $0.replacing("2", with: "²").replacing("3", with: "³")]
    })

  private static func plain(_ symbol: String) -> String {
    symbol.replacing("²", with: "2").replacing("³", with: "3")
  }

  // MARK: The table

  /// American spellings and singulars are made from the names.
  private static let figures:
    [(dimension: String, measures: [(symbol: String, size: Decimal, names: String)])] = [
      (
        "length",
        [
          ("mm", 1, "millimetres"), ("cm", 10, "centimetres"), ("m", 1000, "metres"),
          ("km", 1_000_000, "kilometres"),
        ]
      ),
      (
        "area",
        [
          ("m2", 1, "square metres, sq m"), ("ha", 10_000, "hectares"),
          ("km2", 1_000_000, "square kilometres, sq km"),
        ]
      ),
      ("volume", [("l", 1, "litres"), ("m3", 1000, "cubic metres")]),
      (
        "mass",
        [
          ("g", 1, "grams, grammes"), ("kg", 1000, "kilograms, kilogrammes, kilos"),
          ("t", 1_000_000, "tonnes, tons, metric tonnes, metric tons, тонн, тоннах, tonnen"),
          ("kt", 1_000_000_000, "kilotonnes, kilotons"), ("Mt", 1_000_000_000_000, "megatonnes, megatons"),
        ]
      ),
      ("time", [("s", 1, ""), ("min", 60, ""), ("h", 3600, "")]),
      ("speed", [("km/h", 1, "kilometres per hour, kilometres an hour, km an hour, km per hour, kmh, kph")]),
      ("power", [("kW", 1, "kilowatts"), ("MW", 1000, "megawatts"), ("GW", 1_000_000, "gigawatts")]),
      (
        "energy",
        [
          ("kWh", 1, "kilowatt hours"), ("MWh", 1000, "megawatt hours"), ("GWh", 1_000_000, "gigawatt hours"),
          ("TWh", 1_000_000_000, "terawatt hours"),
        ]
      ),
      ("temperature", [("°C", 1, "")]),
    ]

  /// In which no figure is written, but texts are; nothing is worked out with them.
  private static let texts: [(symbol: String, names: String)] = [
    ("mi", "miles"), ("mi2", "square miles, sq miles, sq mi"), ("ft", "feet, foot"),
    ("ft2", "square feet, sq feet, sq ft"), ("lb", "lbs"), ("acre", "acres"), ("bcm", "bcm"), ("TEU", "teus"),
    ("W", "watts"),
    ("kHz", "kilohertz"), ("bbl", ""), ("bpd", ""), ("kbpd", ""),
  ]

  private static let all: [Measure] =
    figures.flatMap { family in
      family.measures.map {
        Measure(
          symbol: $0.symbol, dimension: family.dimension, size: $0.size, isOfFigures: true,
          names: forms(of: $0.names))
      }
    }
    + texts.map {
      Measure(
        symbol: $0.symbol, dimension: $0.symbol, size: 1, isOfFigures: false, names: forms(of: $0.names))
    }

  private static func forms(of list: String) -> [String] {
    let plurals = list.split(separator: ",").map(\.trimmed).flatMap {
      Set([$0, $0.replacing("metre", with: "meter").replacing("litre", with: "liter")])
    }
    return plurals.flatMap { Set([$0, Unit.singular(of: $0)]) }
  }

  private static let bySymbol = Dictionary(uniqueKeysWithValues: all.map { ($0.symbol, $0) })

  private static let byName = Dictionary(
    all.flatMap { measure in measure.names.map { ($0, measure) } }, uniquingKeysWith: { first, _ in first })
}
