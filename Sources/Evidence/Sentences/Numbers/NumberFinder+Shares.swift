import Foundation

extension NumberFinder {
  // MARK: Without a number's word

  /// "No agreements", "doubled", "half as much again".
  mutating func idiom() -> NumberMention? {
    let first = index
    if tokens.has(["half", "as", "much", "again"], at: index)
      || tokens.has(["half", "as", "many", "again"], at: index)
    {
      index += 4
      return mention(value: Decimal(15) / 10, form: .multiple, first..<index)
    }
    if let value = NumberWords.multiples[tokens.key(index)] { return multiple(value) }
    return time() ?? everyFew() ?? nothing()
  }

  /// "A year and a half", "a fortnight".
  private mutating func time() -> NumberMention? {
    let first = index
    guard ["a", "an"].contains(tokens.key(first)) else { return nil }
    if tokens.key(first + 1) == "fortnight" {
      index += 2
      var result = mention(value: 14, form: .amount, first..<index)
      result.after.unit = .time(plural: "days")
      return result
    }
    guard tokens.has(["and", "a", "half"], at: first + 2), let unit = MeasureNames.unit(tokens, at: first + 1)
    else { return nil }
    index += 5
    var result = mention(value: Decimal(15) / 10, form: .amount, first..<index)
    result.after.unit = unit.unit
    return result
  }

  /// "Every fifth bridge" is a fifth of them; "every second year" is none.
  private mutating func everyFew() -> NumberMention? {
    let first = index
    guard tokens.key(first) == "every", let part = NumberWords.ordinals[tokens.key(first + 1)], part > 1,
      tokens.isWord(first + 2), MeasureNames.unit(tokens, at: first + 2) == nil
    else { return nil }
    index += 2
    return mention(value: 1 / Decimal(part), form: .share, first..<index)
  }

  private mutating func multiple(_ value: Decimal) -> NumberMention? {
    let first = index
    // "Double-track", "the double standard", "two halves".
    guard !(tokens.skippingHyphen(index + 1) > index + 1),
      !["the", "a"].contains(tokens.key(index - 1)) || value < 1,
      !(tokens.key(index) == "halves" && NumberWords.small[tokens.key(index - 1)] != nil)
    else { return nil }
    index += 1
    var result = mention(value: value, form: .multiple, first..<index)
    if value < 1 { result.movement = .down }
    return result
  }

  /// "No new agreements", "none of the agreements", "not a single agreement".
  private mutating func nothing() -> NumberMention? {
    let first = index
    let openings = [["none", "of"], ["not", "a", "single"], ["not", "one"], ["no"]]
    guard let opening = openings.first(where: { tokens.has($0, at: index) }) else { return nil }
    let end = index + opening.count - (opening == ["none", "of"] ? 1 : 0)
    let after = WordsAfterNumber(tokens, at: end)
    // "No doubt", "no longer"; but "not a single agreement".
    guard after.words.prefix(3).contains(where: WordsAfterNumber.isPlural) || opening.count == 3 else {
      return nil
    }
    index = end
    var result = mention(value: 0, form: .amount, first..<end)
    result.after = after
    return result
  }

  // MARK: Ordinals

  /// "17th", "third"; not "a third of", "the second half", "20 seconds".
  mutating func ordinal() -> NumberMention? {
    let first = index
    if tokens.isDigits(index), tokens.isGlued(index),
      NumberWords.ordinalEndings.contains(tokens.key(index + 1))
    {
      index += 2
      return mention(value: Decimal(string: tokens.text(first)) ?? 0, form: .ordinal, first..<index)
    }
    var value = 0
    var place = index
    if let tens = NumberWords.small[tokens.key(place)], (20...90).contains(tens), tens % 10 == 0 {
      let next = tokens.skippingHyphen(place + 1)
      guard let unit = NumberWords.ordinals[tokens.key(next)], unit < 10 else { return nil }
      value = tens
      place = next
    }
    guard let unit = NumberWords.ordinals[tokens.key(place)] else { return nil }
    value += unit
    if isShare(unit, at: place) { return nil }
    index = place + 1
    return mention(value: Decimal(value), form: .ordinal, first..<index)
  }

  /// Whether "third" is a part: "a third of", "up a third".
  private func isShare(_ value: Int, at place: Int) -> Bool {
    guard value > 2, ["a", "one"].contains(tokens.key(place - 1)) || tokens.key(place - 1) == "-" else {
      return false
    }
    return isPart(place + 1)
  }

  /// No thing follows: "a third country" is a country.
  private func isPart(_ next: Int) -> Bool {
    !tokens.isWord(next) || WordsAfterNumber.smallWords.contains(tokens.key(next))
      || ["higher", "lower", "larger", "smaller", "go", "goes", "come", "comes"].contains(tokens.key(next))
  }

  // MARK: Parts of a whole

  /// "half", "a third", "two-thirds", "three quarters of a million", "1/3".
  mutating func fraction() -> NumberMention? {
    let first = index
    if let part = slashed(at: index), ["of", "the"].contains(tokens.key(index + 3)) || hasScale(index + 3) {
      index += 3
      return scaled(part, from: first)
    }
    if let part = NumberWords.vulgarFractions[tokens.key(index)],
      ["of", "the"].contains(tokens.key(index + 1))
    {
      index += 1
      return scaled(Decimal(part.0) / Decimal(part.1), from: first)
    }
    if tokens.key(index) == "half" { return half() }
    guard let (parts, wholePlace) = numerator(), let whole = NumberWords.parts[tokens.key(wholePlace)],
      whole > 2,
      parts < whole
    else { return nil }
    if isOfTime(wholePlace) || isDecimal(wholePlace) { return nil }
    let isPlural = tokens.key(wholePlace).hasSuffix("s")
    guard isPlural || tokens.key(first) == "one" || isPart(wholePlace + 1), !isOfYear(wholePlace + 1) else {
      return nil
    }
    index = wholePlace + 1
    return scaled(Decimal(parts) / Decimal(whole), from: first)
  }

  /// "Over the past three quarters", "in the second and third quarters": three months each.
  private func isOfTime(_ place: Int) -> Bool {
    guard tokens.key(place).hasPrefix("quarter"), tokens.key(place + 1) != "of" else { return false }
    return ["past", "last", "next", "first", "previous", "recent", "coming", "consecutive", "these", "those"]
      .contains(tokens.key(index - 1))
  }

  /// "Up three tenths": of a percentage point, and no part of a whole.
  private func isDecimal(_ place: Int) -> Bool {
    ["tenths", "hundredths"].contains(tokens.key(place)) && tokens.key(place + 1) != "of"
  }

  /// "two", "a", "three-" and the place after it.
  private func numerator() -> (Int, Int)? {
    if tokens.key(index) == "a" { return (1, index + 1) }
    guard let number = NumberWords.small[tokens.key(index)], number > 0, number < 20 else { return nil }
    return (number, tokens.skippingHyphen(index + 1))
  }

  /// "half of", "half the", "by half"; not "half a million", "the first half", "half-time".
  private mutating func half() -> NumberMention? {
    let next = tokens.key(index + 1)
    let before = tokens.key(index - 1)
    // "By half a percentage point"
    if tokens.has(["a", "percentage", "point"], at: index + 1) {
      index += 4
      var result = mention(value: Decimal(5) / 10, form: .amount, index - 4..<index)
      result.kind = .percentagePoints
      return result
    }
    if ["a", "an", "dozen"].contains(next), !isHalfOfThing { return nil }
    if TokenRow.hyphens.contains(next) || Self.halves.contains(before) || isOfYear(index + 1) { return nil }
    if NumberWords.scales[next] != nil { return nil }
    index += 1
    return scaled(Decimal(5) / 10, from: index - 1)
  }

  /// "half a border" is a share of it, "half a million" and "half a year" are amounts.
  private var isHalfOfThing: Bool {
    let noun = index + 2
    return NumberWords.scales[tokens.key(noun)] == nil && !["dozen", "hundred"].contains(tokens.key(noun))
      && tokens.key(index + 1) != "dozen"
      && MeasureNames.unit(tokens, at: noun) == nil
  }

  private static let halves: Set<String> = [
    "first", "second", "last", "latter", "former", "next", "this", "other", "back", "front", "upper", "lower",
    "top",
    "bottom",
  ]

  /// "three quarters of 2018" are months.
  private func isOfYear(_ index: Int) -> Bool {
    tokens.key(index) == "of"
      && (tokens.isDigits(index + 1)
        || ["the", "this", "last", "next"].contains(tokens.key(index + 1)) && tokens.key(index + 2) == "year")
  }

  private func hasScale(_ index: Int) -> Bool { NumberWords.scales[tokens.key(index)] != nil }

  /// A share, or an amount where "of a million" follows.
  private mutating func scaled(_ part: Decimal, from first: Int) -> NumberMention {
    let place = tokens.has(["of", "a"], at: index) ? index + 2 : index
    guard let scale = NumberWords.scales[tokens.key(place)], place > index || tokens.key(place) != "hundred"
    else {
      // "All but a fifth" are four fifths.
      if tokens.has(["all", "but"], at: first - 2) {
        return mention(value: 1 - part, form: .share, (first - 2)..<index)
      }
      return mention(value: part, form: .share, first..<index)
    }
    index = place + 1
    let before = currencies.money(before: first)
    let after = before == nil ? currencies.money(at: index) : nil
    if let after { index = after.end }
    var result = mention(
      value: (part * scale).rounded(decimals: 6), form: .amount, (before?.start ?? first)..<index)
    result.scale = scale
    if let money = before?.money ?? after?.money {
      result.kind = .currency(money.codes.first ?? "")
      result.money = money
    }
    return result
  }

  // MARK: Two numbers

  /// "nine out of ten", "one in five", "30 out of 40" after its first number.
  func proportion(_ part: Decimal, from first: Int) -> (mention: NumberMention, isIdiom: Bool)? {
    let joints = [["out", "of", "every"], ["out", "of"], ["in", "every"], ["of", "every"], ["in"]]
    let start = index + (isOfThings ? 1 : 0)
    guard let joint = joints.first(where: { tokens.has($0, at: start) }), part.isWhole, part > 0 else {
      return nil
    }
    var rest = self
    rest.index = start + joint.count
    guard let whole = rest.digits() ?? rest.words(), whole.name == nil, whole.value > part,
      whole.value.isWhole
    else { return nil }
    let isRound = Self.wholes.contains(whole.value)
    if joint == ["in"] {
      guard isRound, MeasureNames.unit(tokens, at: rest.index) == nil,
        NumberWords.scales[tokens.key(rest.index)] == nil
      else { return nil }
    }
    let mention = mention(value: part / whole.value, form: .share, first..<rest.index)
    return (mention, isRound && (joint == ["in"] || whole.value <= 10))
  }

  /// "Three farms in four have": with a noun between, and none after; "three schools in four towns" are schools.
  private var isOfThings: Bool {
    tokens.key(index).hasSuffix("s") && tokens.key(index + 1) == "in"
      && NumberWords.small[tokens.key(index + 2)] != nil
      && (!tokens.isWord(index + 3) || Self.verbs.contains(tokens.key(index + 3)))
      && !tokens.isDigits(index + 3)
  }

  private static let verbs: Set<String> = [
    "have", "had", "are", "were", "go", "do", "still", "now", "can", "use", "own", "lack", "live", "work",
  ]

  private static let wholes: Set<Decimal> = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000]
}
