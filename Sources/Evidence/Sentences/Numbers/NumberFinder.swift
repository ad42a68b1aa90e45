import Foundation

/// Finds the numbers of an English text: "USD 62 million", "$2 billion", "10 000", "8.6", "eight", "about 4%", "two
/// thirds", "doubled", "17th".
struct NumberFinder {
  let tokens: TokenRow
  let currencies: CurrencyFinder
  let claims: QualifierFinder
  /// The token that is read next.
  var index = 0

  private init(_ tokens: TokenRow) {
    self.tokens = tokens
    currencies = CurrencyFinder(tokens)
    claims = QualifierFinder(tokens)
  }

  /// In the text's order; where the ends of a range share their unit ("5 to 10 million") the first has it, too.
  static func mentions(in text: String) -> [NumberMention] {
    mentions(in: TokenRow(TextToken.tokens(of: Array(text.unicodeScalars))))
  }

  static func mentions(in tokens: TokenRow) -> [NumberMention] {
    var finder = NumberFinder(tokens)
    var found: [NumberMention] = []
    while finder.index < finder.tokens.count {
      let start = finder.index
      let mentions = finder.next()
      if finder.index <= start { finder.index = start + 1 }
      for mention in mentions {
        if let last = found.last, let joint = finder.joint(last, mention) {
          found.removeLast()
          found += NumberRange(first: last, second: mention, joint: joint, tokens: finder.tokens).mentions
        } else {
          found.append(mention)
        }
      }
    }
    return found
  }

  /// The one token that joins two numbers: a dash, "to", "or", "and".
  private func joint(_ last: NumberMention, _ next: NumberMention) -> String? {
    let end = last.tokens.upperBound
    guard end == next.tokens.lowerBound - 1, NumberRange.joints.contains(tokens.key(end)) else { return nil }
    return tokens.key(end)
  }

  // MARK: One number

  /// What begins at the token; a share of two numbers ("30 out of 40") comes with both of them.
  private mutating func next() -> [NumberMention] {
    if let mention = idiom() { return [mention] }
    let first = index
    guard isFreeStanding(first), !isPronoun(first) else { return [] }
    if let ordinal = ordinal() { return [ordinal] }
    if let share = fraction() { return [share] }
    guard let literal = digits() ?? words() else { return [] }
    if let name = literal.name {
      return [mention(value: literal.value, form: .name(name), first..<index)]
    }
    let share = proportion(literal.value, from: first)
    let amount = self.amount(literal, from: first)
    // "Nine out of ten" is a way to speak; "30 out of 40" counts, too.
    guard let share else { return [amount] }
    if share.isIdiom {
      index = max(index, share.mention.tokens.upperBound)
      return [share.mention]
    }
    return [amount, share.mention]
  }

  private mutating func amount(_ literal: Literal, from first: Int) -> NumberMention {
    var value = literal.value
    let before = currencyBefore(first)
    var scale = takeScale(from: first, hasCurrency: before != nil)
    if let shared = before?.scale, scale == nil { scale = shared }
    value *= scale ?? 1
    takeSmallerParts(&value, largest: scale, literal)
    let isMultiple = takeMultiple(literal, scale)
    let (kind, money) = takeKind(before: before?.money, hasScale: scale != nil)
    if let money, before == nil, scale == nil { takeMinorPart(&value, money) }
    if kind == .percentagePoints, isBasisPoints { value /= 100 }
    if isMinor, money != nil { value /= 100 }
    let start = before?.start ?? first
    if isNegative(start) { value.negate() }
    var result = mention(value: value, form: isMultiple ? .multiple : .amount, start..<index)
    result.alternative = literal.alternative.map { $0 * (scale ?? 1) }
    result.scale = scale ?? 1
    result.kind = kind
    result.money = money
    if kind == .other, scale == nil, !isMultiple {
      result.form = NumberName(tokens, first..<index, result).form
    }
    return result
  }

  /// A mention with the claims around it.
  func mention(value: Decimal, form: NumberMention.Form, _ place: Range<Int>) -> NumberMention {
    let claim = claims.claim(before: place.lowerBound, after: place.upperBound)
    let range = tokens.all[claim.start].range.lowerBound..<tokens.all[claim.end - 1].range.upperBound
    return NumberMention(
      value: value, form: form, qualifiers: claim.qualifiers,
      movement: claims.movement(before: claim.start, after: claim.end),
      isBelowZero: claims.isBelowZero(before: claim.start, after: claim.end),
      after: WordsAfterNumber(tokens, at: place.upperBound), range: range, tokens: place, statement: range)
  }

  /// "One cannot count them".
  private func isPronoun(_ index: Int) -> Bool {
    tokens.key(index) == "one"
      && ["can", "cannot", "could", "must", "should", "may", "might", "ought", "shall"].contains(
        tokens.key(index + 1))
      && !["be", "have"].contains(tokens.key(index + 2))
  }

  /// Not the end of a name ("EXPO-2017", "G20").
  private func isFreeStanding(_ index: Int) -> Bool {
    guard tokens.isDigits(index), index > 0 else { return true }
    if tokens.isGlued(index - 1), tokens.isWord(index - 1) { return currencies.isPrefix(index - 1) }
    guard tokens.isGlued(index - 1), ["-", "–"].contains(tokens.key(index - 1)) else { return true }
    // "$2.5bn–3bn" is a range.
    let isUnit = tokens.isGlued(index - 3) && tokens.isDigits(index - 3)
    return isUnit || !(tokens.isGlued(index - 2) && tokens.isWord(index - 2))
  }

  /// A minus before the number that joins it to nothing.
  private func isNegative(_ start: Int) -> Bool {
    guard ["-", "\u{2212}"].contains(tokens.key(start - 1)), tokens.isGlued(start - 1) else { return false }
    return start == 1 || !tokens.isGlued(start - 2)
  }

  // MARK: What stands around it

  /// "$" or "USD" before the number, also with the scale in between: "USD million 62".
  private func currencyBefore(_ index: Int) -> (money: Money, start: Int, scale: Decimal?)? {
    if let found = currencies.money(before: index) { return (found.money, found.start, nil) }
    let key = tokens.key(index - 1)
    guard let scale = NumberWords.scales[key] ?? NumberWords.shortScales[key]?.factor,
      let found = currencies.money(before: index - 1)
    else { return nil }
    return (found.money, found.start, scale)
  }

  /// "million", also after a hyphen, and several of them ("lakh crore"); abbreviations only after digits.
  private mutating func takeScale(from first: Int, hasCurrency: Bool) -> Decimal? {
    var factor: Decimal?
    while let scale = scale(at: index, from: first, hasCurrency: hasCurrency),
      (factor ?? 1) < 1_000_000_000_000
    {
      factor = (factor ?? 1) * scale.factor
      index = scale.end
    }
    return factor
  }

  private func scale(at index: Int, from first: Int, hasCurrency: Bool) -> (factor: Decimal, end: Int)? {
    let place = tokens.skippingHyphen(index)
    let key = tokens.key(place)
    if let factor = NumberWords.scales[key] { return (factor, place + 1) }
    guard
      tokens.isDigits(first) || tokens.isDigits(index - 1)
        || NumberWords.vulgarFractions[tokens.key(index - 1)] != nil
    else { return nil }
    let isGlued = tokens.isGlued(index - 1)
    if let short = NumberWords.shortScales[key] {
      return short.isClear || isGlued && tokens.text(place) != "M²" || hasCurrency
        || Self.countedInMillions.contains(tokens.key(place + 1))
        ? (short.factor, place + 1) : nil
    }
    guard hasCurrency, let factor = NumberWords.moneyScales[key] else { return nil }
    return (factor, place + 1)
  }

  /// "10 m doses": no metres.
  private static let countedInMillions: Set<String> = [
    "doses", "cases", "people", "children", "homes", "jobs", "customers", "users", "passengers", "votes",
    "barrels", "tonnes", "tons", "households", "patients", "visitors", "workers", "refugees", "vehicles",
  ]

  /// "2 million three hundred thousand", "one thousand two hundred and fifty".
  private mutating func takeSmallerParts(_ value: inout Decimal, largest: Decimal?, _ literal: Literal) {
    guard var last = largest, literal.value.isWhole else { return }
    while last > 1 {
      let start = index
      if tokens.key(index) == "and" { index += 1 }
      guard let part = words(isPart: true) ?? partInDigits() else {
        index = start
        return
      }
      let scale = takeScale(from: index - 1, hasCurrency: false) ?? 1
      let isWritten = !tokens.isDigits(start) || scale > 1
      guard part.name == nil, part.value.isWhole, part.value * scale < last, scale < last, isWritten else {
        index = start
        return
      }
      value += part.value * scale
      last = scale
    }
  }

  private mutating func partInDigits() -> Literal? {
    guard tokens.isDigits(index), tokens.text(index).utf8.count <= 3, !tokens.isGlued(index - 1) else {
      return nil
    }
    return digits()
  }

  /// "Times" and "fold" after a number.
  private mutating func takeMultiple(_ literal: Literal, _ scale: Decimal?) -> Bool {
    let place = tokens.skippingHyphen(index)
    if tokens.key(place) == "fold", tokens.isGlued(place - 1) || place == index {
      index = place + 1
      return true
    }
    return false
  }

  /// What follows the number: "%", "per cent", "US dollars", "EUR", "percentage points".
  private mutating func takeKind(before money: Money?, hasScale: Bool) -> (NumberMention.Kind, Money?) {
    if let money { return (.currency(money.codes.first ?? ""), money) }
    for (phrase, kind) in Self.percents {
      let place = phrase[0].count > 1 ? tokens.skippingHyphen(index) : index
      if tokens.has(phrase, at: place) {
        index = place + phrase.count
        return (kind, nil)
      }
    }
    if let found = currencies.money(at: index),
      !isAmbiguous(found.end - 1) || hasScale || found.end > index + 1
    {
      index = found.end
      return (.currency(found.money.codes.first ?? ""), found.money)
    }
    if let minor = CurrencyNames.minorNames[tokens.key(index)] {
      index += 1
      return (.currency(minor.codes.first ?? ""), minor)
    }
    return (.other, nil)
  }

  /// Names of money that are other words more often.
  private func isAmbiguous(_ index: Int) -> Bool {
    ["won", "sum", "real", "sol", "colon", "lei", "crowns", "kip", "sterling", "ft", "rm", "rand"].contains(
      tokens.key(index))
  }

  private static let percents: [([String], NumberMention.Kind)] = [
    (["percentage", "-", "points"], .percentagePoints), (["percentage", "-", "point"], .percentagePoints),
    (["percentage", "points"], .percentagePoints), (["percentage", "point"], .percentagePoints),
    (["%", "points"], .percentagePoints), (["pp"], .percentagePoints), (["pps"], .percentagePoints),
    (["p", ".", "p", "."], .percentagePoints), (["basis", "points"], .percentagePoints),
    (["basis", "point"], .percentagePoints), (["bps"], .percentagePoints), (["bp"], .percentagePoints),
    (["%"], .percent), (["percent"], .percent), (["per", "cent"], .percent),
    (["per", "-", "cent"], .percent),
    (["pct"], .percent),
  ]

  private var isBasisPoints: Bool {
    ["bp", "bps"].contains(tokens.key(index - 1)) || tokens.key(index - 2) == "basis"
  }

  private var isMinor: Bool { index != minorEnd && CurrencyNames.minorNames[tokens.key(index - 1)] != nil }

  /// "three dollars fifty", "three euros and fifty cents".
  private mutating func takeMinorPart(_ value: inout Decimal, _ money: Money) {
    let start = index
    if tokens.key(index) == "and" { index += 1 }
    guard tokens.isWord(index - 1), let part = words(isPart: true) ?? partInDigits(), part.value < 100 else {
      index = start
      return
    }
    let hasName = CurrencyNames.minorNames[tokens.key(index)] != nil
    let isEnd = !tokens.isWord(index) || WordsAfterNumber.smallWords.contains(tokens.key(index))
    guard hasName || isEnd && index - start >= 1 && tokens.key(start) != "and" else {
      index = start
      return
    }
    if hasName { index += 1 }
    value += part.value / 100
    minorEnd = index
  }

  /// Where cents after a whole amount ended: they are not the whole amount's name.
  private var minorEnd = -1
}
