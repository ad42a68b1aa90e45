import Tables

/// A name and the unit that stands in it: "Exports, USD bn", "Exports (bn USD)", "Экспорт, млрд тенге", "Share [%]".
struct UnitInText: Equatable {
  /// Without the unit.
  var name: String
  /// As a row of figures writes it; `nil` where the text names none that can be nothing else.
  var unit: String?

  init(_ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    (name, unit) = (text, nil)
    if text.hasSuffix(" %"), let rest = Optional(text.dropLast(2).trimmed), !rest.isEmpty, rest.last != "," {
      (name, unit) = (rest, "%")
      return
    }
    guard
      let (start, inside) = Self.bracket(of: text) ?? Self.part(of: text, after: [", ", ": ", " in ", " в "])
    else { return }
    let rest = text[..<start].trimmed
    if let unit = Self.unit(inside), !rest.isEmpty { (name, self.unit) = (rest, unit) }
  }

  /// "(USD bn)" at the end.
  private static func bracket(of text: String) -> (String.Index, Substring)? {
    guard let last = text.last, last == ")" || last == "]",
      let start = text.lastIndex(of: last == ")" ? "(" : "[")
    else { return nil }
    return (start, text[text.index(after: start)...].dropLast())
  }

  /// What stands behind the last of these.
  private static func part(of text: String, after marks: [String]) -> (String.Index, Substring)? {
    let places = marks.compactMap { mark in text.ranges(of: mark).last }
    return places.max { $0.lowerBound < $1.lowerBound }.map { ($0.lowerBound, text[$0.upperBound...]) }
  }

  // MARK: Units

  /// The unit that a text is and nothing else, as a row of figures writes it.
  static func unit(_ text: some StringProtocol) -> String? {
    var words = String(text).split { $0.isWhitespace || $0 == "," }.map(String.init)
    if ["in", "в"].contains(words.first?.lowercased()) { words.removeFirst() }
    words = words.flatMap(dividedSign)
    let unit = percent(words) ?? money(words) ?? scaled(words) ?? measure(words)
    return unit.flatMap { Unit($0).problem == nil ? $0 : nil }
  }

  /// "$bn" as its sign and its scale.
  private static func dividedSign(_ word: String) -> [String] {
    guard let sign = word.firstIndex(where: { CurrencyNames.marks[String($0)] != nil }) else { return [word] }
    let end = word.index(after: sign)
    return [String(word[..<end]), String(word[end...])].filter { !$0.isEmpty }
  }

  private static func plain(_ word: String) -> String {
    let folded = word.lowercased()
    return folded.last == "." ? String(folded.dropLast()) : folded
  }

  private static func percent(_ words: [String]) -> String? {
    let names: Set = [
      "%", "percent", "per cent", "проценты", "процентов", "процент", "пайыз", "foiz", "фоиз",
    ]
    return names.contains(words.map(plain).joined(separator: " ")) ? "%" : nil
  }

  /// A currency with its scale before or behind it.
  private static func money(_ words: [String]) -> String? {
    if words.count == 1 || scale(words, beside: true) == nil { return currency(words) }
    for (first, rest) in [(words.prefix(1), words.dropFirst()), (words.suffix(1), words.dropLast())] {
      guard let scale = scale(Array(first), beside: true), let code = currency(Array(rest)) else { continue }
      return "\(code) \(scale.names?.afterMoney ?? "")"
    }
    return nil
  }

  /// Whether a unit's currency is that which its name or sign mostly means: "$ bn", "dollars".
  static func isAssumed(_ unit: String, from text: String) -> Bool {
    let named = [
      "USD": ["usd", "us$", "us dollar", "u.s.", "american", "сша"], "GBP": ["gbp", "british", "sterling"],
    ]
    guard let sure = named[String(unit.prefix(3))] else { return false }
    return !sure.contains { text.lowercased().contains($0) }
  }

  /// One currency alone; of "dollars" those that nobody says otherwise.
  private static func currency(_ words: [String]) -> String? {
    let keys = words.map(plain)
    guard let last = words.last else { return nil }
    if words.count == 1 {
      if currencyCodes.contains(last) { return last }
      if CurrencyNames.smallCodes.contains(keys[0]) { return keys[0].uppercased() }
      if last.hasSuffix("$"), last.count > 1 {
        return CurrencyNames.dollarLetters[String(last.dropLast()).uppercased()]
      }
    }
    let money = CurrencyNames.marks[last] ?? CurrencyNames.names[keys[keys.count - 1]]
    if words.count == 1, let money {
      return money.hasDefault || money.codes.count == 1 ? money.codes[0] : nil
    }
    // "US dollars", "доллары США".
    let whose = keys.dropLast().joined(separator: " ")
    if let nation = CurrencyNames.nationalities[whose], let money {
      let both = money.codes.filter(nation.contains)
      return both.count == 1 ? both[0] : nil
    }
    let isAmerican =
      words.count == 2 && keys[1] == "сша" && CurrencyNames.names[keys[0]]?.codes.first == "USD"
    return isAmerican ? "USD" : nil
  }

  private static func scale(_ words: [String], beside money: Bool) -> Unit.Scale? {
    let found = [words.first, words.last].compactMap { $0.map(plain) }.compactMap { word in
      scales[word] ?? (money ? ScaleNames.besideMoney[word] : nil)
    }
    return found.first
  }

  /// Whether a text says thousands or millions and not of what.
  static func isScale(_ text: String) -> Bool { scales[plain(text)] != nil }

  private static let scales: [String: Unit.Scale] = ScaleNames.index {
    $0.inUnits.filter { $0.count > 1 } + $0.words + $0.short + $0.afterDigits.filter { $0.count > 2 }
      + $0.foreign
  }.merging(
    ["1000": .thousand, "'000": .thousand, "000": .thousand], uniquingKeysWith: { first, _ in first })

  /// "Thousand tonnes", "million people". A scale alone would be lost where a numeral stands by itself: it stays in the label.
  private static func scaled(_ words: [String]) -> String? {
    guard let first = words.first, let scale = scales[plain(first)], let name = scale.names?.word else {
      return nil
    }
    let rest = Array(words.dropFirst())
    if rest.isEmpty { return nil }
    if let measure = measure(rest) { return "\(name) \(measure)" }
    let isNoun = rest.count <= 2 && rest.allSatisfy { $0.allSatisfy { $0.isLetter || $0 == "." } }
    return isNoun ? "\(name) \(rest.joined(separator: " "))" : nil
  }

  /// A symbol, a name of a measure, a length of time or a rate of these.
  private static func measure(_ words: [String]) -> String? {
    let text = words.joined(separator: " ")
    let keys = words.map { plain($0) }
    if let (measure, count) = Measure.named(by: keys), count == words.count { return measure.symbol }
    // "Passengers in m" may be millions, and "min" as well.
    if ["m", "min", "s", "h"].contains(text) { return nil }
    if Measure.symbolsOfFigures.contains(text) || Measure.of(text) != nil {
      return text.hasSuffix("m2")
        ? text.dropLast() + "²" : text.hasSuffix("m3") ? text.dropLast() + "³" : text
    }
    if Unit.timeNouns.contains(keys.joined(separator: " ")) { return keys.joined(separator: " ") }
    guard Unit.isRate(text), let over = text.split(separator: "/").first.map(String.init) else { return nil }
    let unit = over == text ? Unit(text).rate?.numerator.text : over
    return unit.flatMap { money($0.split(separator: " ").map(String.init)) ?? Measure.of($0)?.symbol } == nil
      ? nil : text
  }
}
