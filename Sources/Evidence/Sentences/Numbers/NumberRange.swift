import Foundation

/// Two numbers that one word or dash joins: "5 to 10 million", "2–3", "three or four", "between 2 and 3", "from 5 to 10".
struct NumberRange {
  var first: NumberMention
  var second: NumberMention
  var joint: String
  var tokens: TokenRow

  static let joints: Set<String> = ["-", "–", "—", "to", "or", "and"]

  /// The two, each with what the other lends it, and what their being a range claims of each.
  var mentions: [NumberMention] {
    guard [first.form, second.form].allSatisfy({ $0 == .amount }) else { return [first, second] }
    // "Grew by 8% to £112 million": two numbers of two kinds.
    if first.kind != .other, second.kind != .other, first.kind != second.kind { return [first, second] }
    // "Down 3 percent to 28,700"
    if first.kind == .percent, second.kind == .other, joint == "to", second.value > 100 {
      return [first, second]
    }
    var (low, high) = (first, second)
    if low.kind == .other, low.after == .none || low.after.words.isEmpty && low.after.unit == nil {
      low.after = high.after
    }
    if high.kind == .other, case .currency = low.kind, high.scale > 1 || low.scale == 1,
      high.after.thing == nil,
      high.after.unit == nil
    {
      high.kind = low.kind
      high.money = low.money
    }
    let shared = sharing(low, high)
    let isOver = joint == "to" || Self.dashes.contains(joint)
    if isOver, !(shared ?? low).isBelow(high), !isChange { return descending(low, high) }
    if joint == "or" { return either(low, high, shared) }
    let isBetween = joint == "and" && key(before: low) == "between"
    guard isOver || isBetween else { return [low] + [shared].compactMap { $0 } + [high] }
    var start = shared ?? low
    if isChange {
      start.isOrigin = true
      return [start, high]
    }
    start.bound(.atLeast)
    high.bound(.atMost)
    start.statement = low.range.lowerBound..<high.range.upperBound
    high.statement = start.statement
    return [start, high]
  }

  private static let dashes: Set<String> = ["-", "–", "—"]

  /// "3–1", "3 to 1".
  private func descending(_ low: NumberMention, _ high: NumberMention) -> [NumberMention] {
    guard low.kind == .other, high.kind == .other, low.scale == 1, high.scale == 1, key(before: low) != "from"
    else {
      return [low, high]
    }
    var (one, two) = (low, high)
    one.form = .name("a score or a ratio")
    two.form = one.form
    one.statement = low.range.lowerBound..<high.range.upperBound
    two.statement = one.statement
    return [one, two]
  }

  /// "three or four".
  private func either(_ low: NumberMention, _ high: NumberMention, _ shared: NumberMention?)
    -> [NumberMention]
  {
    var (one, two) = (shared ?? low, high)
    one.statement = low.range.lowerBound..<high.range.upperBound
    two.statement = one.statement
    if one.qualifiers == [.exact] { one.qualifiers = [.about, .atLeast] }
    if two.qualifiers == [.exact] { two.qualifiers = [.about, .atMost] }
    return [one, two]
  }

  private func key(before mention: NumberMention) -> String {
    let start = tokens.key(mention.tokens.lowerBound - 1)
    // "From about 5", "from the current 5"
    if start == "current" || start == "present" {
      let place = mention.tokens.lowerBound - 2
      return tokens.key(place) == "the" || tokens.key(place) == "a"
        ? tokens.key(place - 1) : tokens.key(place)
    }
    return ["about", "around", "some", "roughly"].contains(start)
      ? tokens.key(mention.tokens.lowerBound - 2) : start
  }

  /// "grew from 5 to 10": both ends are exact.
  private var isChange: Bool {
    guard joint == "to", key(before: first) == "from" else { return false }
    let start = first.tokens.lowerBound
    return (max(0, start - 10)..<start).contains { Self.changes.contains(where: tokens.key($0).hasPrefix) }
  }

  /// How verbs and nouns of change begin.
  private static let changes = [
    "ris", "rose", "grew", "grow", "increas", "rais", "jump", "climb", "surg", "soar", "expand", "went", "go",
    "mov",
    "chang", "fall", "fell", "declin", "decreas", "drop", "shrank", "shrunk", "shrink", "reduc", "cut",
    "lower", "down",
    "up", "slid", "slump", "brought", "bring", "doubl", "swell", "swollen", "lift", "widen", "narrow",
    "improv", "extend",
  ]

  /// The first, bare number with the scale and unit of the second; `nil` where it has its own or there is nothing to
  /// share.
  private func sharing(_ low: NumberMention, _ high: NumberMention) -> NumberMention? {
    guard low.scale == 1, low.kind != .percent, high.scale != 1 || high.kind != .other else { return nil }
    var result = low
    result.value *= high.scale
    result.scale = high.scale
    result.after = high.after
    if low.kind == .other {
      result.kind = high.kind
      result.money = high.money
    }
    // "Cut from 12 to 5 per cent"
    let isSameScale = isChange && high.scale == 1
    return result.isBelow(high) || isSameScale || ["or", "and"].contains(joint) ? result : nil
  }
}

extension NumberMention {
  fileprivate func isBelow(_ other: NumberMention) -> Bool { value < other.value }

  /// Of an end of a range; "about" before a range is said of both of its ends.
  fileprivate mutating func bound(_ qualifier: Qualifier) {
    qualifiers = qualifiers == [.exact] ? [qualifier] : qualifiers.union([qualifier])
    if !qualifiers.contains(.about) { qualifiers = [qualifier] }
  }
}
