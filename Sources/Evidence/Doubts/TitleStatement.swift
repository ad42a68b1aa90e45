import Tables

/// What a line above a table says of all its numbers: a unit ("EUR thousand"), a scale ("all values in thousands"), years
/// ("Values for 2023").
struct TitleStatement {
  private(set) var scales: Set<Unit.Scale> = []
  /// Of each currency named the codes that it may mean.
  private(set) var currencies: [Set<String>] = []
  /// Symbols.
  private(set) var measures: Set<String> = []
  private(set) var isPercent = false
  /// From the first to the last; `nil` where none is named that the numbers could be of.
  private(set) var years: ClosedRange<Int>?

  private let tokens: [String]

  init(_ text: String) {
    tokens = Self.tokens(of: text)
    var index = 0
    while index < tokens.count { index += readUnit(at: index) }
    years = Self.years(in: tokens)
  }

  var namesUnit: Bool { !scales.isEmpty || !currencies.isEmpty || !measures.isEmpty || isPercent }

  /// Runs of letters ("EUR", "US$"), runs of digits with what groups them ("1,000"), and signs each by itself.
  private static func tokens(of text: String) -> [String] {
    var tokens: [String] = []
    for character in text where !character.isWhitespace || tokens.last != " " {
      let last = tokens.last?.last
      let joins =
        character.isLetter && (last?.isLetter ?? false)
        || character == "$" && (last?.isLetter ?? false) && (tokens.last?.count ?? 0) < 3
        || character.isNumber && (last.map { $0.isNumber || ",.'’".contains($0) } ?? false)
          && (tokens.last?.first?.isNumber ?? false)
        || ",.'’".contains(character) && (last?.isNumber ?? false)
      if joins { tokens[tokens.count - 1].append(character) } else { tokens.append(String(character)) }
    }
    return tokens.filter { $0 != " " }
  }

  private func token(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index] : "" }

  // MARK: Units

  /// How many tokens were read.
  private mutating func readUnit(at index: Int) -> Int {
    let token = tokens[index]
    let isNumber = token.first?.isNumber ?? false
    if !isNumber && isCounted(index)
      || token.lowercased() != "cent"
        && ["per", "pro", "par", "на", "a", "one"].contains(self.token(index - 1).lowercased())
    {
      return 1
    }
    if let scale = scale(at: index) {
      scales.insert(scale)
    } else if let codes = currency(at: index) {
      currencies.append(codes)
    } else if token == "%" || Self.percents.contains(where: token.lowercased().hasPrefix)
      || token.lowercased() == "cent" && self.token(index - 1).lowercased() == "per"
    {
      isPercent = true
    } else if let (symbol, count) = measure(at: index) {
      measures.insert(symbol)
      return count
    }
    return 1
  }

  /// "5 million people", "3.5%": a number of its own, and no word on others. A year before it counts nothing.
  private func isCounted(_ index: Int) -> Bool {
    let before = token(index - 1)
    return before.first?.isNumber ?? false && Self.year(before) == nil
      && Self.roundNumbers[Self.digits(before)] == nil
  }

  private func scale(at index: Int) -> Unit.Scale? {
    let token = tokens[index]
    if token.first?.isNumber ?? false { return Self.roundNumbers[Self.digits(token)] }
    if let scale = ScaleNames.clear[token.lowercased()] { return scale }
    let isBesideMoney = [index - 1, index + 1].contains {
      self.token($0) != "" && plainCurrency(self.token($0)) != nil
    }
    return isBesideMoney ? ScaleNames.besideMoney[token.lowercased()] : nil
  }

  private func currency(at index: Int) -> Set<String>? {
    let token = tokens[index]
    if let codes = plainCurrency(token) { return codes }
    let codes = CurrencyNames.sign(token) ?? (currencyCodes.contains(token) ? [token] : nil)
    let isBesideScale = [index - 1, index + 1].contains { place in
      let beside = self.token(place).lowercased()
      return ScaleNames.clear[beside] != nil || ScaleNames.besideMoney[beside] != nil
    }
    return isBesideScale ? codes : nil
  }

  /// Of what can hardly mean anything else.
  private func plainCurrency(_ token: String) -> Set<String>? {
    if let money = CurrencyNames.plain(token) { return Set(money.codes) }
    if currencyCodes.contains(token) { return CurrencyNames.codesLikeWords.contains(token) ? nil : [token] }
    let isWordLike = token.count <= 2 && token.allSatisfy(\.isLetter)
    return isWordLike ? nil : CurrencyNames.sign(token)
  }

  /// Its symbol, and how many tokens name it. A symbol of one letter only in brackets or after "in".
  private func measure(at index: Int) -> (symbol: String, count: Int)? {
    let rest = tokens[index...].prefix(3)
    if let (measure, count) = Measure.named(by: rest.map { $0.lowercased() }) {
      return (measure.symbol, count)
    }
    for count in [3, 2, 1] where count <= rest.count {
      // "km²" and "km/h" are of several tokens.
      let symbol = rest.prefix(count).joined()
      guard let measure = Measure.of(symbol), symbol != "min" else { continue }
      let isBracketed =
        ["(", "["].contains(token(index - 1)) && [")", "]"].contains(token(index + count))
      let isSure =
        symbol.count > 1 && symbol != "ha" || isBracketed || token(index - 1).lowercased() == "in"
      return isSure ? (measure.symbol, count) : nil
    }
    return nil
  }

  // MARK: Years

  private static func years(in tokens: [String]) -> ClosedRange<Int>? {
    let words = tokens.map { $0.lowercased() }
    if words.contains(where: { word in publication.contains { word.hasPrefix($0) } }) { return nil }
    if zip(words, words.dropFirst()).contains(where: { $0 == "as" && ["of", "at"].contains($1) }) {
      return nil
    }
    var years: [Int] = []
    for (index, token) in tokens.enumerated() {
      guard let year = year(token) else { continue }
      // "3 May 2024" dates the paper, not its numbers.
      if index > 1, tokens[index - 1].allSatisfy(\.isLetter), digits(tokens[index - 2]).count <= 2,
        tokens[index - 2].first?.isNumber ?? false
      {
        continue
      }
      years.append(year)
      // "2021/22".
      if index + 2 < tokens.count, "/-–".contains(tokens[index + 1]),
        Int(digits(tokens[index + 2])) == (year + 1) % 100
      {
        years.append(year + 1)
      }
    }
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  private static func year(_ token: String) -> Int? {
    let text = token.filter { !",.'’".contains($0) }
    guard text.count == 4, token.hasPrefix(text), let year = Int(text), (1900..<2100).contains(year) else {
      return nil
    }
    return year
  }

  private static func digits(_ token: String) -> String { token.filter(\.isNumber) }

  // MARK: Words

  private static let roundNumbers: [String: Unit.Scale] = [
    "1000": .thousand, "000": .thousand, "1000000": .million, "000000": .million,
  ]

  private static let percents = ["percent", "prozent", "процент", "pourcent", "porcent"]

  /// Beginnings of words beside which a year is the paper's own.
  private static let publication = [
    "yearbook", "publi", "update", "access", "retriev", "version", "edition", "revis", "download", "print",
    "source",
    "prepar", "compil", "creat", "export", "©", "copyright", "dated", "stand", "издан", "обновл", "источник",
    "состав",
    "опублик",
  ]
}
