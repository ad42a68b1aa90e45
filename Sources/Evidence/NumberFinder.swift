import Foundation

/// Finds the numbers of an English text: "USD 62 million", "$2 billion", "10 000", "8.6", "eight", "about 4%".
struct NumberFinder {
  private let scalars: [Unicode.Scalar]
  private let tokens: [TextToken]
  private var index = 0

  private init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    tokens = TextToken.tokens(of: scalars)
  }

  /// In the text's order; where a range shares its unit ("5 to 10 million") its first number comes with and
  /// without it.
  static func mentions(in text: String) -> [NumberMention] {
    var finder = NumberFinder(text)
    var found: [(mention: NumberMention, tokens: Range<Int>)] = []
    while finder.index < finder.tokens.count {
      let start = finder.index
      if let mention = finder.mention() {
        if let last = found.last, finder.isRange(last.tokens.upperBound, start) {
          if last.mention.kind == .other, last.mention.after == .none {
            found[found.count - 1].mention.after = mention.after
          }
          if let shared = last.mention.sharing(mention) { found.append((shared, last.tokens)) }
        }
        found.append((mention, start..<finder.index))
      } else {
        finder.index = start + 1
      }
    }
    return found.map(\.mention)
  }

  /// Whether the tokens from one number's end to another's start join them to a range. (The second may have its
  /// currency in between.)
  private func isRange(_ end: Int, _ start: Int) -> Bool {
    guard end < start, start - end <= 2 else { return false }
    return ["-", "–", "—", "to", "or", "and"].contains(tokens[end].key)
      && (start - end == 1 || currency(before: start) != nil)
  }

  // MARK: One number

  private mutating func mention() -> NumberMention? {
    let first = index
    guard isFreeStanding(first), var value = digits() ?? words() else { return nil }
    let scale = takeScale(after: first) ?? 1
    value *= scale
    let before = currency(before: first)
    let (kind, end) = unit(before: before?.code)
    index = end
    let start = before?.start ?? first
    if isNegative(start) { value.negate() }
    let finder = QualifierFinder(tokens)
    let claim = finder.claim(before: start, after: index)
    let range = tokens[claim.start].range.lowerBound..<tokens[claim.end - 1].range.upperBound
    return NumberMention(
      value: value, scale: scale, kind: kind, qualifiers: claim.qualifiers,
      isDecrease: finder.isDecrease(before: claim.start, after: claim.end),
      after: WordsAfterNumber(tokens, at: index), range: range)
  }

  /// Not the end of a name ("EXPO-2017", "G20").
  private func isFreeStanding(_ index: Int) -> Bool {
    guard tokens[index].kind == .digits, index > 0 else { return true }
    if isGlued(index - 1, to: index), tokens[index - 1].kind == .word {
      return currencyCodes.contains(tokens[index - 1].text)
    }
    guard index > 1, isGlued(index - 1, to: index), ["-", "–"].contains(tokens[index - 1].key) else {
      return true
    }
    return !(isGlued(index - 2, to: index - 1) && tokens[index - 2].kind == .word)
  }

  private func isGlued(_ left: Int, to right: Int) -> Bool {
    right < tokens.count && tokens[left].range.upperBound == tokens[right].range.lowerBound
  }

  /// "10 000", "10,000.5", "8.6"; `nil` (and no token taken) where something else stands.
  private mutating func digits() -> Decimal? {
    guard index < tokens.count, tokens[index].kind == .digits else { return nil }
    let first = index
    var text = tokens[index].text
    index += 1
    if text.utf8.count <= 3 {
      while let group = thousands() { text += group }
    }
    if index + 1 < tokens.count, [".", ","].contains(tokens[index].key), isGlued(index - 1, to: index),
      isGlued(index, to: index + 1), tokens[index + 1].kind == .digits
    {
      text += "." + tokens[index + 1].text
      index += 2
    }
    guard text.utf8.count <= 30, isEndOfNumber(index) else {
      index = first
      return nil
    }
    return Decimal(string: text)
  }

  /// Three digits after a comma or a single space.
  private mutating func thousands() -> String? {
    func isGroup(_ position: Int) -> Bool {
      position < tokens.count && tokens[position].kind == .digits && tokens[position].text.utf8.count == 3
    }
    if index < tokens.count, tokens[index].key == ",", isGlued(index - 1, to: index),
      isGlued(index, to: index + 1),
      isGroup(index + 1)
    {
      index += 2
      return tokens[index - 1].text
    }
    guard isGroup(index), tokens[index].range.lowerBound == tokens[index - 1].range.upperBound + 1 else {
      return nil
    }
    index += 1
    return tokens[index - 1].text
  }

  /// No letters follow but those of a scale: "1st" and "4x4" are no numbers, "2bn" is.
  private func isEndOfNumber(_ end: Int) -> Bool {
    guard end < tokens.count, isGlued(end - 1, to: end), tokens[end].kind == .word else { return true }
    return scales[tokens[end].key] != nil
  }

  /// "eight", "twenty-five", "two hundred and fifty", "a dozen", "half a (million)", "one and a half (billion)".
  private mutating func words() -> Decimal? {
    let first = index
    var total: Decimal = 0
    var last: Int?
    while index < tokens.count {
      if last != nil, index + 1 < tokens.count, ["-", "and"].contains(tokens[index].key),
        let next = smallNumbers[tokens[index + 1].key],
        isContinuation(next, after: last, joint: tokens[index].key)
      {
        index += 1
      }
      let key = tokens[index].key
      if let number = smallNumbers[key], last == nil || isContinuation(number, after: last, joint: nil) {
        total += Decimal(number)
        last = number
      } else if key == "hundred", last ?? 0 < 100, total < 100, last != nil {
        total *= 100
        last = 100
      } else if key == "dozen", last != nil, total < 100 {
        total *= 12
        last = nil
        index += 1
        break
      } else {
        break
      }
      index += 1
    }
    if index == first { return article() }
    if has(["and", "a", "half"]) {
      index += 3
      total += Decimal(5) / 10
    }
    return total
  }

  /// Twenty and five, a hundred and fifty; not "five six".
  private func isContinuation(_ number: Int, after last: Int?, joint: String?) -> Bool {
    guard let last else { return false }
    if joint == "and" || last == 100 { return last == 100 && number < 100 }
    return (20...90).contains(last) && last % 10 == 0 && (1...9).contains(number)
  }

  /// "a million", "a dozen", "half a million".
  private mutating func article() -> Decimal? {
    let isHalf = has(["half", "a"])
    let noun = index + (isHalf ? 2 : 1)
    guard isHalf || has(["a"]), noun < tokens.count else { return nil }
    let key = tokens[noun].key
    if key == "hundred" || key == "dozen" {
      index = noun + 1
      return Decimal(key == "dozen" ? 12 : 100) / (isHalf ? 2 : 1)
    }
    guard wordScales.contains(key) else { return nil }
    index = noun
    return isHalf ? Decimal(5) / 10 : 1
  }

  private func has(_ keys: [String]) -> Bool {
    index + keys.count <= tokens.count && zip(tokens[index...], keys).allSatisfy { $0.key == $1 }
  }

  /// "million", also after a hyphen; abbreviations only after digits.
  private mutating func takeScale(after first: Int) -> Decimal? {
    var next = index
    if next + 1 < tokens.count, tokens[next].key == "-", scales[tokens[next + 1].key] != nil { next += 1 }
    guard next < tokens.count, let scale = scales[tokens[next].key] else { return nil }
    let isWord = wordScales.contains(tokens[next].key)
    // "5 m" may be metres, "5m" and "$5 m" are millions.
    let isClear =
      isWord || tokens[next].key != "m" || isGlued(index - 1, to: next) || currency(before: first) != nil
    guard isWord || tokens[first].kind == .digits, isClear else { return nil }
    index = next + 1
    return scale.factor
  }

  // MARK: What stands around it

  /// "$" or "USD" right before the number, and the token where it begins.
  private func currency(before index: Int) -> (code: String, start: Int)? {
    guard index > 0 else { return nil }
    let token = tokens[index - 1]
    if let code = currencyMarks[token.text] {
      let isUS = index > 1 && ["US", "U.S"].contains(tokens[index - 2].text)
      return (code, isUS ? index - 2 : index - 1)
    }
    return currencyCodes.contains(token.text) ? (token.text, index - 1) : nil
  }

  /// What follows the number: "%", "per cent", "US dollars", "EUR"; and the token after it.
  private func unit(before code: String?) -> (kind: NumberMention.Kind, end: Int) {
    if let code { return (.currency(code), index) }
    guard index < tokens.count else { return (.other, index) }
    if tokens[index].key == "%" || tokens[index].key == "percent" { return (.percent, index + 1) }
    if has(["per", "cent"]) { return (.percent, index + 2) }
    let name = tokens[index].text == "US" && index + 1 < tokens.count ? index + 1 : index
    if let code = currencyMarks[tokens[name].text] ?? currencyNames[tokens[name].key] {
      return (.currency(code), name + 1)
    }
    if currencyCodes.contains(tokens[index].text) { return (.currency(tokens[index].text), index + 1) }
    return (.other, index)
  }

  /// A minus before the number that joins it to nothing.
  private func isNegative(_ start: Int) -> Bool {
    guard start > 0, ["-", "\u{2212}"].contains(tokens[start - 1].key), isGlued(start - 1, to: start) else {
      return false
    }
    return start == 1 || !isGlued(start - 2, to: start - 1)
  }
}

extension NumberMention {
  /// This bare number with the scale and unit of the other end of its range; `nil` where it has its own or there
  /// is nothing to share.
  fileprivate func sharing(_ other: NumberMention) -> NumberMention? {
    guard scale == 1, kind != .percent, other.scale != 1 || other.kind == .percent else { return nil }
    var result = self
    result.value *= other.scale
    result.scale = other.scale
    result.after = other.after
    if kind == .other { result.kind = other.kind }
    return result
  }
}

private let smallNumbers: [String: Int] = {
  let ones = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
  var numbers: [String: Int] = [:]
  for (value, word) in ones.enumerated() { numbers[word] = value }
  for (index, word) in tens.enumerated() { numbers[word] = (index + 2) * 10 }
  return numbers
}()

private let wordScales: Set<String> = [
  "thousand", "million", "billion", "trillion", "millions", "billions", "trillions",
]

private let scales: [String: Unit.Scale] = [
  "thousand": .thousand, "k": .thousand, "million": .million, "millions": .million, "m": .million,
  "mn": .million,
  "mln": .million, "billion": .billion, "billions": .billion, "bn": .billion, "trillion": .trillion,
  "trillions": .trillion, "tn": .trillion, "trn": .trillion,
]

private let currencyMarks = ["$": "USD", "€": "EUR", "£": "GBP"]
private let currencyNames = [
  "dollars": "USD", "dollar": "USD", "euros": "EUR", "euro": "EUR", "pounds": "GBP",
]
