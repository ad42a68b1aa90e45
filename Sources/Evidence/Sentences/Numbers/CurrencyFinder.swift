/// Finds the currency before and after a number.
struct CurrencyFinder {
  private let tokens: TokenRow

  init(_ tokens: TokenRow) { self.tokens = tokens }

  /// Whether a word may stand glued before digits: "USD62", "Rs5".
  func isPrefix(_ index: Int) -> Bool {
    code(index) != nil || CurrencyNames.marks[tokens.text(index)] != nil || isRand(index)
  }

  /// "R1.5 trillion": a letter that is money only where digits follow at once.
  private func isRand(_ index: Int) -> Bool {
    tokens.text(index) == "R" && tokens.isGlued(index) && tokens.isDigits(index + 1)
  }

  /// "$", "A$", "USD" or "Rs." that ends right before a token, and where it begins.
  func money(before index: Int) -> (money: Money, start: Int)? {
    if let code = code(index - 1) { return (Money(codes: [code]), index - 1) }
    if isRand(index - 1) { return (Money(codes: ["ZAR"]), index - 1) }
    if tokens.key(index - 1) == ".", ["Rs", "Fr", "kr"].contains(tokens.text(index - 2)),
      let money = CurrencyNames.marks[tokens.text(index - 2)]
    {
      return (money, index - 2)
    }
    guard let money = CurrencyNames.marks[tokens.text(index - 1)] else { return nil }
    return tokens.text(index - 1) == "$" ? dollars(money, at: index - 1) : (money, index - 1)
  }

  /// What stands before a dollar sign: "US$", "U.S.$", "A$", "US $".
  private func dollars(_ money: Money, at index: Int) -> (money: Money, start: Int) {
    if tokens.has(["u", ".", "s", "."], at: index - 4) { return (Money(codes: ["USD"]), index - 4) }
    if tokens.text(index - 1) == "US" { return (Money(codes: ["USD"]), index - 1) }
    if tokens.isGlued(index - 1), let code = CurrencyNames.dollarLetters[tokens.text(index - 1).uppercased()]
    {
      return (Money(codes: [code]), index - 1)
    }
    return (money, index)
  }

  /// "US dollars", "€", "KZT", "in euros" from a token on, and the token after it.
  func money(at start: Int) -> (money: Money, end: Int)? {
    let index = tokens.skippingHyphen(start)
    if let code = code(index) { return (Money(codes: [code]), index + 1) }
    if let found = dollarSign(at: index) { return found }
    if tokens.key(index) == "so", ["'", "’", "ʻ", "‘"].contains(tokens.key(index + 1)),
      tokens.key(index + 2) == "m"
    {
      return (Money(codes: ["UZS"]), index + 3)
    }
    if let money = CurrencyNames.marks[tokens.text(index)] { return (money, index + 1) }
    for length in [4, 3, 2, 1, 0] {
      let place = index + length
      guard place < tokens.count, let money = CurrencyNames.names[tokens.key(place)] else { continue }
      if length == 0 { return (money, afterSterling(place + 1)) }
      let name = tokens.all[index..<place].map(\.key).joined(separator: " ")
      guard let codes = CurrencyNames.nationalities[name] else { continue }
      return (Money(codes: codes), place + 1)
    }
    return ["in", "of"].contains(tokens.key(start)) && ["in", "of"].contains(tokens.key(start + 1)) == false
      ? namedAfterPreposition(start) : nil
  }

  /// "7 million in euros", "5,000 of US dollars"; not "in won matches".
  private func namedAfterPreposition(_ start: Int) -> (money: Money, end: Int)? {
    guard let found = money(at: start + 1), !tokens.isDigits(found.end) else { return nil }
    return found
  }

  private func afterSterling(_ index: Int) -> Int { tokens.key(index) == "sterling" ? index + 1 : index }

  /// "US$", "A$" and "$" after a number.
  private func dollarSign(at index: Int) -> (money: Money, end: Int)? {
    guard let sign = [index, index + 1].first(where: { tokens.key($0) == "$" }) else { return nil }
    let found = dollars(CurrencyNames.marks["$"] ?? Money(codes: ["USD"]), at: sign)
    // A sign before the next number is that number's.
    guard found.start == index, !(tokens.isGlued(sign) && tokens.isDigits(sign + 1)) else { return nil }
    return (found.money, sign + 1)
  }

  private func code(_ index: Int) -> String? {
    let text = tokens.text(index)
    if currencyCodes.contains(text) { return text }
    return CurrencyNames.smallCodes.contains(text) ? text.uppercased() : nil
  }
}
