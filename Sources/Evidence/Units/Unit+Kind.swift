import Foundation
import Tables

extension Unit {
  /// What a unit's text means.
  public enum Kind: Hashable, Sendable {
    /// A bare number (a ratio): the text is empty.
    case plain
    case percent
    /// By its ISO 4217 code.
    case currency(String)
    /// By its symbol: "km", "t", "ha".
    case measure(String)
    /// Lengths of time in words ("years"), which stay with their number like a measure.
    case time(singular: String, plural: String)
    /// Things counted.
    case count(singular: String, plural: String)
  }

  /// A power of ten that a unit is counted in.
  public enum Scale: Int, Hashable, Sendable, CaseIterable {
    case one = 0
    case thousand = 3
    case million = 6
    case billion = 9
    case trillion = 12

    public var factor: Decimal { Decimal(sign: .plus, exponent: rawValue, significand: 1) }

    init?(_ word: Substring) {
      guard let scale = Self.inUnits[String(word)] else { return nil }
      self = scale
    }

    private static let inUnits = ScaleNames.index(\.inUnits)
  }

  public var isPercent: Bool { kind == .percent }

  /// What so many of a measure come to, whether it is written by its symbol or, like what is counted, by its name; `nil`
  /// for other units.
  func magnitude(in factor: Scale = .one) -> Measure.Magnitude? {
    let measure: Measure? =
      switch kind {
      case .measure(let symbol): Measure.of(symbol)
      case .count(_, let plural): Measure.called(plural)
      default: nil
      }
    guard var magnitude = measure?.magnitude(in: factor) else { return nil }
    magnitude.size *= scale.factor
    return magnitude
  }

  /// Kind and scale: `[currency] [scale]` or `[scale] [measure or plural noun]`.
  static func meaning(of text: String) -> (kind: Kind, scale: Scale) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let first = words.first else { return (.plain, .one) }
    if currencyCodes.contains(String(first)) {
      if words.count == 1 { return (.currency(String(first)), .one) }
      if words.count == 2, let scale = Scale(words[1]) { return (.currency(String(first)), scale) }
    }
    if words.count > 1, let scale = Scale(first) { return (kind(of: words.dropFirst()), scale) }
    return (kind(of: words[...]), .one)
  }

  private static func kind(of words: ArraySlice<Substring>) -> Kind {
    let name = words.joined(separator: " ")
    if name == "%" || name == "per cent" || name == "percent" { return .percent }
    if Measure.symbolsOfFigures.contains(name) || isRate(name) || isSymbol(name) { return .measure(name) }
    let forms = name.split(separator: "/", maxSplits: 1).map { $0.trimmed }
    let plural = forms.count == 2 ? forms[1] : name
    let singular = forms.count == 2 ? forms[0] : Self.singular(of: name)
    if timeNouns.contains(plural) { return .time(singular: singular, plural: plural) }
    return .count(singular: singular, plural: plural)
  }

  static let timeNouns: Set<String> = ["years", "months", "weeks", "days", "hours", "minutes", "seconds"]

  /// What is wrong with a unit's text, and what to write; `nil` where it can be understood.
  var problem: (message: String, advice: String)? {
    let words = text.split(whereSeparator: \.isWhitespace)
    if let sign = text.unicodeScalars.first(where: { $0.properties.generalCategory == .currencySymbol }) {
      return (
        "the unit '\(text)' is written with the sign '\(sign)'",
        "write the currency's ISO 4217 code and then the scale: 'USD', 'EUR m'"
      )
    }
    if words.count == 2, Scale(words[0]) != nil, currencyCodes.contains(String(words[1])) {
      return ("the unit '\(text)' has its scale first", "write '\(words[1]) \(words[0])'")
    }
    guard words.count == 2, words[0].utf8.count == 3, words[0].utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    let isCurrency = currencyCodes.contains(String(words[0]))
    if isCurrency, Scale(words[1]) == nil, !words[1].contains("/") {
      return ("unknown scale '\(words[1])' in the unit '\(text)'", "allowed: k, m, bn, trn")
    }
    if !isCurrency, Scale(words[1]) != nil {
      return (
        "unknown currency '\(words[0])' in the unit '\(text)'", "use its ISO 4217 code, such as USD or EUR"
      )
    }
    return nil
  }

  /// The singular of a plural noun, by its last word.
  static func singular(of plural: String) -> String {
    let start = plural.lastIndex(of: " ").map { plural.index(after: $0) } ?? plural.startIndex
    let word = String(plural[start...])
    return plural[..<start] + singularWord(of: word)
  }

  private static func singularWord(of word: String) -> String {
    if let irregular = irregularSingulars[word] { return irregular }
    if word.hasSuffix("ies"), word.utf8.count > 4 { return word.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { return String(word.dropLast()) }
    return word
  }
}

private let irregularSingulars = [
  "people": "person", "men": "man", "women": "woman", "children": "child", "series": "series",
  "species": "species", "means": "means", "crises": "crisis",
]
