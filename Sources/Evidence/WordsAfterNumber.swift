import Foundation

/// What an English text says right after a number, as far as it tells what the number counts: "27 years of", "10 000
/// grants for the admission".
struct WordsAfterNumber: Hashable {
  /// The unit of time or measure that follows at once, by its plural or its symbol.
  var unit: NamedUnit?
  /// The next few words in lower case, up to a mark or a small word ("of", "for", "were").
  var words: [String] = []

  enum NamedUnit: Hashable {
    case time(plural: String)
    case measure(symbol: String)
  }

  static let none = WordsAfterNumber()

  /// - Parameters:
  ///   - tokens: of the text.
  ///   - end: the first token after the number, its scale and its currency.
  init(_ tokens: [TextToken], at end: Int) {
    var index = end
    // "a 27-year period"
    if index + 1 < tokens.count, index > 0, ["-", "\u{2010}", "\u{2011}"].contains(tokens[index].key),
      tokens[index - 1].range.upperBound == tokens[index].range.lowerBound,
      tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
    {
      index += 1
    }
    unit = Self.unit(tokens, at: index)
    while index < tokens.count, words.count < 5, tokens[index].kind == .word,
      !Self.smallWords.contains(tokens[index].key)
    {
      words.append(tokens[index].key)
      index += 1
    }
  }

  private init() {}

  /// Whether the unit that a text names is another than the figure's, or where a figure is a time or a measure, whether
  /// the number is something else's.
  func contradicts(_ kind: Unit.Kind) -> Bool {
    switch kind {
    case .percent: return unit != nil
    case .time(_, let plural):
      return unit.map { $0 != .time(plural: plural) } ?? (words.count > 0 && !names(kind))
    case .measure(let symbol):
      if let unit { return unit != .measure(symbol: Self.plain(symbol)) }
      return Self.isNamed(symbol) && words.count > 0
    case .count: return unit != nil && !names(kind)
    case .currency, .plain: return unit != nil
    }
  }

  /// The plural noun that follows where the figure counts other things; `nil` where none does, or this can't be told.
  func otherNoun(than kind: Unit.Kind) -> String? {
    guard case .count = kind, !names(kind) else { return nil }
    return words.first(where: Self.isPlural)
  }

  /// Whether what is counted is among the words, in the singular or the plural.
  private func names(_ kind: Unit.Kind) -> Bool {
    switch kind {
    case .time(let singular, let plural), .count(let singular, let plural):
      let nouns = [singular, plural].flatMap { noun in
        // "bilateral agreements" are named by "agreements".
        TextToken.tokens(of: Array(noun.unicodeScalars)).filter { $0.kind == .word }.map(\.key)
      }
      return words.contains(where: nouns.contains)
    default: return false
    }
  }

  private static func isPlural(_ word: String) -> Bool {
    if ["people", "men", "women", "children"].contains(word) { return true }
    let isNone = ["ss", "us", "is", "ics"].contains { word.hasSuffix($0) }
    return word.hasSuffix("s") && word.utf8.count > 3 && !isNone && !verbs.contains(word)
  }

  /// What ends in s and is no plural.
  private static let verbs: Set<String> = [
    "means", "makes", "gives", "takes", "comes", "goes", "does", "always", "perhaps",
  ]

  // MARK: Units

  private static func unit(_ tokens: [TextToken], at start: Int) -> NamedUnit? {
    guard start < tokens.count else { return nil }
    for words in [3, 2, 1] where start + words <= tokens.count {
      let name = tokens[start..<(start + words)].map(\.key).joined(separator: " ")
      if let unit = names[name] { return unit }
    }
    // A symbol as it is written, of the tokens that touch: "km²", "km/h".
    var end = start + 1
    while end < tokens.count, end - start < 3,
      tokens[end - 1].range.upperBound == tokens[end].range.lowerBound
    {
      end += 1
    }
    for end in stride(from: end, to: start, by: -1) {
      let symbol = tokens[start..<end].map(\.text).joined()
      if Unit.measureSymbols.contains(symbol) { return .measure(symbol: plain(symbol)) }
    }
    return nil
  }

  private static func plain(_ symbol: String) -> String {
    symbol.replacing("²", with: "2").replacing("³", with: "3")
  }

  private static func isNamed(_ symbol: String) -> Bool { measures.contains { $0.symbol == plain(symbol) } }

  private static let names: [String: NamedUnit] = {
    var names: [String: NamedUnit] = [:]
    for plural in Unit.timeNouns {
      names[plural] = .time(plural: plural)
      names[Unit.singular(of: plural)] = .time(plural: plural)
    }
    for (symbol, words) in measures {
      for word in words { names[word] = .measure(symbol: symbol) }
    }
    return names
  }()

  private static let measures: [(symbol: String, words: [String])] = [
    ("mm", ["millimetres", "millimeters", "millimetre"]),
    ("cm", ["centimetres", "centimeters", "centimetre"]),
    ("m", ["metres", "meters", "metre", "meter"]),
    ("km", ["kilometres", "kilometers", "kilometre", "kilometer"]),
    ("m2", ["square metres", "square meters"]), ("km2", ["square kilometres", "square kilometers"]),
    ("m3", ["cubic metres", "cubic meters"]), ("ha", ["hectares", "hectare"]),
    ("l", ["litres", "liters", "litre"]), ("g", ["grams", "grammes"]), ("kg", ["kilograms", "kilogrammes"]),
    ("t", ["tonnes", "tons", "tonne", "ton", "metric tons", "metric tonnes"]),
    ("km/h", ["kilometres per hour", "kilometers per hour"]), ("kW", ["kilowatts"]), ("MW", ["megawatts"]),
    ("GW", ["gigawatts"]), ("kWh", ["kilowatt hours"]), ("MWh", ["megawatt hours"]),
    ("GWh", ["gigawatt hours"]),
    ("TWh", ["terawatt hours"]),
  ]

  /// After which no noun of the number comes.
  static let smallWords: Set<String> = [
    "a", "an", "the", "and", "or", "of", "in", "on", "at", "to", "by", "for", "from", "with", "is", "was",
    "were", "are", "had", "has", "have", "as", "that", "which", "until", "brought", "saw", "this", "last",
    "next",
    "per", "each", "every", "between", "during", "since", "than", "who", "whose", "will", "would", "can",
    "could",
    "may", "might", "should", "must", "but", "its", "their", "his", "her", "our", "it", "they", "he", "she",
    "we",
    "more", "less", "fewer", "then", "there", "only", "when", "while", "where", "after", "before",
    "ago", "long", "old", "wide", "high", "deep", "away", "apart", "altogether", "so", "if", "into", "over",
    "under",
    "about", "around", "among", "out", "up", "down", "not", "be", "been", "being", "do", "did", "came",
    "went",
  ]
}
