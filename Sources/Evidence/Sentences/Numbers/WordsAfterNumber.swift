import Foundation

/// What an English text says right after a number, as far as it tells what the number counts: "27 years of", "10 000
/// grants for the admission".
struct WordsAfterNumber: Hashable {
  /// The unit of time or measure that follows at once, by its plural or its symbol.
  var unit: MeasureNames.Unit?
  /// The next few words in lower case, up to a mark or a small word ("of", "for", "were").
  var words: [String] = []
  /// Whether "of" and not the thing itself follows at once.
  var isOf = false
  /// Whether a hyphen joins the number to the next word: "a 5-star hotel".
  var isJoined = false
  /// Whether it is how often something is done: "four times a year".
  var isFrequency = false
  /// Those of the words that are written with a capital.
  private var names: Set<String> = []

  static let none = WordsAfterNumber()

  /// - Parameters:
  ///   - tokens: of the text.
  ///   - end: the first token after the number, its scale and its currency.
  init(_ tokens: TokenRow, at end: Int) {
    // "a 27-year period"
    var index = tokens.skippingHyphen(end)
    isJoined = index > end
    unit = MeasureNames.unit(tokens, at: index)?.unit
    isOf = tokens.key(index) == "of"
    // "dozens of banks", "a couple of agreements", "none of the agreements"
    if isOf {
      index += ["the", "these", "those", "our", "their", "its"].contains(tokens.key(index + 1)) ? 2 : 1
    }
    // "20,000 more young people"; "20,000 more than"
    if !isOf, tokens.key(index) == "more", tokens.isWord(index + 1),
      !Self.smallWords.contains(tokens.key(index + 1))
    {
      index += 1
    }
    // "33,000 involving opioids": what is counted was said before.
    if Self.participles.contains(tokens.key(index)) { return }
    while index < tokens.count, words.count < 5, tokens.isWord(index),
      !Self.smallWords.contains(tokens.key(index))
    {
      words.append(tokens.key(index))
      if tokens.text(index).first?.isUppercase ?? false { names.insert(tokens.key(index)) }
      index += 1
    }
    if isOf, words.isEmpty { isOf = false }
    isFrequency =
      words == ["times"]
      && ["a", "an", "per", "each", "every", "in", "during", "since", "this", "last", "between"].contains(
        tokens.key(index))
  }

  /// With which more is said of what was counted before.
  static let participles: Set<String> = [
    "involving", "including", "living", "using", "needing", "requiring", "receiving", "affecting", "waiting",
    "seeking", "containing", "representing", "covering", "coming", "going", "having", "being", "serving",
    "facing", "fleeing", "returning",
  ]

  private init() {}

  /// Whether the unit that a text names is another than the figure's, or where a figure is a time or a measure, whether
  /// the number is something else's.
  func contradicts(_ kind: Unit.Kind) -> Bool {
    switch kind {
    case .percent: return unit != nil
    case .time(_, let plural):
      return unit.map { $0 != .time(plural: plural) } ?? (hasThing && !names(kind))
    case .measure(let symbol):
      if case .measure(let other) = unit { return Measure.factor(from: other, to: symbol) == nil }
      if case .time(let plural) = unit { return !plural.hasPrefix(symbol) }
      return hasThing && Measure.of(symbol)?.names.isEmpty == false
    case .count: return unit != nil && !names(kind)
    case .currency, .plain: return unit != nil
    }
  }

  /// Whether a thing follows at once.
  private var hasThing: Bool { !isOf && words.count > 0 }

  /// The plural noun that follows where the figure counts other things; `nil` where none does, or this can't be told.
  func otherNoun(than kind: Unit.Kind) -> String? {
    if case .count = kind, names(kind) { return nil }
    guard let noun = words.first(where: Self.isPlural) else { return nil }
    if case .count(_, let plural) = kind, Persons.all.contains(plural),
      Persons.areNamed(by: noun, isName: names.contains(noun))
    {
      return nil
    }
    return noun
  }

  /// The thing that is counted, where money might be meant: "80 million people"; `nil` where money itself is ("5 billion
  /// exports").
  var thing: String? {
    guard !isOf, let noun = words.first(where: { Self.isPlural($0) || Self.things.contains($0) }) else {
      return nil
    }
    return Self.moneyNouns.contains(noun) ? nil : noun
  }

  private static let things: Set<String> = ["teu", "teus", "bpd", "bcm", "boe", "head"]

  /// What is counted in money.
  private static let moneyNouns: Set<String> = [
    "exports", "imports", "investments", "sales", "revenues", "profits", "losses", "savings", "earnings",
    "costs",
    "receipts", "remittances", "loans", "taxes", "debts", "wages", "funds", "reserves", "goods", "services",
    "credits", "subsidies", "payments", "assets", "deposits", "dividends", "bonds", "duties", "tariffs",
    "fees",
    "expenses", "turnovers", "deals", "contracts", "levels", "terms", "prices",
  ]

  /// "430 people died" for 430 deaths.
  func tellsDeaths(countedAs kind: Unit.Kind) -> Bool {
    guard case .count(_, let plural) = kind, ["deaths", "fatalities", "victims", "dead"].contains(plural)
    else {
      return false
    }
    return words.contains { ["died", "killed", "dead", "perished"].contains($0) }
  }

  /// "5-star" counts no hotels; "300-odd" and "2-million-strong" do.
  func isCompound(besides kind: Unit.Kind) -> Bool {
    isJoined && unit == nil && !["strong", "odd", "plus", "ish", "or", "to"].contains(words.first ?? "or")
      && !(names(kind) && words.first.map { Self.isNamed($0, by: kind) } ?? false)
  }

  private static func isNamed(_ word: String, by kind: Unit.Kind) -> Bool {
    var one = WordsAfterNumber.none
    one.words = [word]
    return one.names(kind)
  }

  /// Whether what is counted is among the words, in the singular or the plural.
  func names(_ kind: Unit.Kind) -> Bool {
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

  /// "Servicemen", "policewomen".
  static func isOfMen(_ word: String) -> Bool {
    word.hasSuffix("men") && word.utf8.count > 6 && !["specimen", "regimen", "abdomen"].contains(word)
  }

  static func isPlural(_ word: String) -> Bool {
    if ["people", "men", "women", "children"].contains(word) || isOfMen(word) { return true }
    let isNone = ["ss", "us", "is", "ics"].contains { word.hasSuffix($0) }
    return word.hasSuffix("s") && word.utf8.count > 3 && !isNone && !verbs.contains(word)
  }

  /// What ends in s and is no plural.
  private static let verbs: Set<String> = [
    "means", "makes", "gives", "takes", "comes", "goes", "does", "always", "perhaps", "towards", "besides",
    "worth", "afterwards", "nowadays", "sometimes", "upwards", "stands", "remains", "flows", "moves", "lives",
    "sees", "says", "shows", "needs",
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
    "went", "them", "us", "these", "those", "you", "me", "him",
  ]
}
