import Foundation

extension NumberFinder {
  /// A number without scale and unit.
  struct Literal {
    var value: Decimal
    /// The other reading of its digits.
    var alternative: Decimal?
    /// Where the digits are no amount: what they are ("a date").
    var name: String?
  }

  // MARK: Digits

  /// "10 000", "10,000.5", "8.6", "1'200'000", "2½", "2 1/2"; names such as "3.2.1", "8:3" and "2018-05-01"; `nil` (and no
  /// token taken) where something else stands.
  mutating func digits() -> Literal? {
    if let part = NumberWords.vulgarFractions[tokens.key(index)] {
      index += 1
      return Literal(value: Decimal(part.0) / Decimal(part.1))
    }
    guard tokens.isDigits(index) else { return nil }
    let first = index
    if let end = telephone() {
      index = end
      return Literal(value: Decimal(string: tokens.text(first)) ?? 0, name: "a telephone number")
    }
    var chain = DigitChain(tokens, at: index)
    index = chain.end
    guard isEndOfNumber(index) else {
      index = first
      return nil
    }
    takeBrokenPart(&chain)
    if let name = chain.name { return Literal(value: chain.value, name: name) }
    takeHalf(&chain.value)
    return Literal(value: chain.value, alternative: chain.alternative)
  }

  /// "½" and "1/2" after a whole number.
  private mutating func takeBrokenPart(_ chain: inout DigitChain) {
    guard chain.name == nil, chain.value.isWhole else { return }
    if let part = NumberWords.vulgarFractions[tokens.key(index)], tokens.isDigits(index - 1) {
      chain.value += Decimal(part.0) / Decimal(part.1)
      index += 1
    } else if let part = slashed(at: index), !tokens.isGlued(index - 1), chain.end == index {
      chain.value += part
      index += 3
    }
  }

  /// "1/2" below one, of small numbers.
  func slashed(at index: Int) -> Decimal? {
    guard tokens.isDigits(index), tokens.key(index + 1) == "/", tokens.isDigits(index + 2),
      tokens.isGlued(index), tokens.isGlued(index + 1),
      !(tokens.isGlued(index + 2) && tokens.key(index + 3) == "/"),
      let part = Int(tokens.text(index)), let whole = Int(tokens.text(index + 2)), part < whole, part > 0,
      whole <= 16
    else { return nil }
    return Decimal(part) / Decimal(whole)
  }

  /// No letters follow but those of a scale, a unit or a currency: "4x4" is no number, "2bn" and "30MW" are.
  private func isEndOfNumber(_ end: Int) -> Bool {
    guard tokens.isGlued(end - 1), tokens.isWord(end) else { return true }
    let key = tokens.key(end)
    return NumberWords.shortScales[key] != nil || NumberWords.moneyScales[key] != nil
      || NumberWords.scales[key] != nil || MeasureNames.unit(tokens, at: end) != nil
      || CurrencyNames.marks[tokens.text(end)] != nil || CurrencyNames.names[key] != nil
      || currencyCodes.contains(tokens.text(end)) || ["pp", "bp", "bps", "pct", "fold"].contains(key)
  }

  /// "+7 727 272 30 00", "300-15-20": three groups or more that are no thousands; the token after them.
  private func telephone() -> Int? {
    var end = index + 1
    var isGrouped = tokens.text(index).utf8.count <= 3
    var groups = 1
    while tokens.isDigits(end) && tokens.all[end].range.lowerBound == tokens.all[end - 1].range.upperBound + 1
      || tokens.key(end) == "-" && tokens.isDigits(end + 1) && tokens.isGlued(end - 1) && tokens.isGlued(end)
    {
      if tokens.key(end) == "-" {
        isGrouped = false
        end += 1
      }
      if tokens.text(end).utf8.count != 3 { isGrouped = false }
      groups += 1
      end += 1
    }
    let hasPlus = tokens.key(index - 1) == "+" && tokens.isGlued(index - 1) && groups > 1
    guard groups >= 3, !isGrouped || hasPlus else { return nil }
    // "2018-05-01" is a date.
    let isDate = groups == 3 && tokens.text(index).utf8.count == 4 && end == index + 5
    // "in 2018 300 400 firms" is none.
    return isDate || tokens.text(index).utf8.count > 3 ? nil : end
  }

  // MARK: Words

  /// "eight", "twenty-five", "two hundred and fifty", "a dozen", "half a (million)", "one and a half (billion)".
  ///
  /// As a part after a larger scale neither "a" nor a dozen stands.
  mutating func words(isPart: Bool = false) -> Literal? {
    let first = index
    var total = 0
    var last: Int?
    while index < tokens.count {
      let place = next(after: last)
      let key = tokens.key(place)
      if let number = NumberWords.small[key],
        isContinuation(number, after: last, joint: tokens.key(place - 1))
      {
        total += number
        last = number
      } else if key == "hundred", place == index || TokenRow.hyphens.contains(tokens.key(index)),
        let before = last,
        before > 0, before < 100, total < 100
      {
        total *= 100
        last = 100
      } else {
        break
      }
      index = place + 1
    }
    var value = Decimal(total)
    if index == first {
      guard !isPart, let article = article() else { return nil }
      value = article
    } else if !isPart, tokens.key(index) == "dozen" || tokens.key(index) == "score", total < 100 {
      value *= tokens.key(index) == "dozen" ? 12 : 20
      index += 1
      return Literal(value: value)
    }
    if !isPart, takeSpokenDecimals(&value) { return Literal(value: value) }
    takeHalf(&value)
    return Literal(value: value)
  }

  /// "twenty-seven point five", "three point two five", "one point seventy-five".
  private mutating func takeSpokenDecimals(_ value: inout Decimal) -> Bool {
    guard tokens.key(index) == "point" else { return false }
    var digits: [Int] = []
    var place = index + 1
    while let digit = NumberWords.small[tokens.key(place)] ?? (tokens.key(place) == "oh" ? 0 : nil),
      digit < 10
    {
      digits.append(digit)
      place += 1
    }
    if digits.isEmpty, let tens = NumberWords.small[tokens.key(place)] {
      let next = tokens.skippingHyphen(place + 1)
      let one =
        tens >= 20 ? NumberWords.small[tokens.key(next)].flatMap { (1...9).contains($0) ? $0 : nil } : nil
      digits = [tens / 10, tens % 10 + (one ?? 0)]
      place = one == nil ? place + 1 : next + 1
    }
    guard !digits.isEmpty else { return false }
    for (position, digit) in digits.enumerated() {
      value += Decimal(sign: .plus, exponent: -position - 1, significand: Decimal(digit))
    }
    index = place
    return true
  }

  /// Past a hyphen or an "and" between two words of one number.
  private func next(after last: Int?) -> Int {
    guard last != nil else { return index }
    if tokens.key(index) == "and" {
      return NumberWords.small[tokens.key(index + 1)] != nil ? index + 1 : index
    }
    return tokens.skippingHyphen(index)
  }

  /// Twenty and five, a hundred and fifty; not "five six".
  private func isContinuation(_ number: Int, after last: Int?, joint: String) -> Bool {
    guard let last else { return true }
    if last == 100 { return number < 100 && number > 0 }
    return joint != "and" && (20...90).contains(last) && last % 10 == 0 && (1...9).contains(number)
  }

  /// "a million", "a dozen", "half a million", "a hundred and fifty", "a couple of".
  private mutating func article() -> Decimal? {
    let isHalf = tokens.key(index) == "half"
    let noun = index + (isHalf && ["a", "an"].contains(tokens.key(index + 1)) ? 2 : 1)
    guard isHalf || ["a", "an"].contains(tokens.key(index)), noun < tokens.count else { return nil }
    let half = Decimal(5) / 10
    let key = tokens.key(noun)
    let groups: [String: Decimal] = ["hundred": 100, "dozen": 12]
    if let group = groups[key] {
      index = noun + 1
      if isHalf { return group * half }
      let rest = key == "hundred" && tokens.key(index) == "and" ? smallAfterAnd() : nil
      return group + (rest ?? 0)
    }
    if !isHalf, tokens.key(noun + 1) == "of", let few = ["couple": 2, "pair": 2, "score": 20, "trio": 3][key]
    {
      index = noun + 1
      return Decimal(few)
    }
    guard NumberWords.scales[key] != nil || isHalf && MeasureNames.unit(tokens, at: noun) != nil else {
      return nil
    }
    index = noun
    return isHalf ? half : 1
  }

  private mutating func smallAfterAnd() -> Decimal? {
    let start = index
    index += 1
    if let rest = words(isPart: true), rest.value < 100 { return rest.value }
    index = start
    return nil
  }

  /// "and a half", "-and-a-quarter" after a whole number.
  private mutating func takeHalf(_ value: inout Decimal) {
    var place = tokens.skippingHyphen(index)
    guard tokens.key(place) == "and" else { return }
    place = tokens.skippingHyphen(place + 1)
    var parts = 1
    if let number = NumberWords.small[tokens.key(place)], number > 0, number < 10 {
      parts = number
    } else if tokens.key(place) != "a" {
      return
    }
    place = tokens.skippingHyphen(place + 1)
    guard let whole = NumberWords.parts[tokens.key(place)], parts < whole, whole <= 10 else { return }
    value += Decimal(parts) / Decimal(whole)
    index = place + 1
  }
}
