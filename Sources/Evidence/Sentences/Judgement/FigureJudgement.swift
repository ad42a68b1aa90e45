import Foundation

extension NumberMention {
  /// What a number that stands in a text is to a figure.
  enum Reading: Hashable {
    /// Another number.
    case otherNumber
    /// The number agrees and what it counts doesn't; why, as the end of "“500 billion tenge” there is …".
    case otherThing(String)
    /// The figure's number, and what is doubtful about it.
    case stated([Doubt])
  }

  enum Doubt: Hashable {
    case noun(String)
    /// Percentage points for per cent.
    case points
    /// "dollars" for Canadian ones.
    case money(String)
    /// "6.500" for 6500.
    case digits
    /// "doubled" for 200%.
    case level
    /// Rounded, and not said to be about it.
    case movement(Movement)
  }

  /// Whether this can be the figure's number: the same value, and no other unit than the figure's.
  func states(_ figure: Figure) -> Bool {
    if case .stated = reading(of: figure) { return true }
    return false
  }

  func reading(of figure: Figure) -> Reading {
    // "14 dollars a week": so many dollars, and to what they are is asked of the label.
    if !isSaidWhole(figure.unit), let over = figure.unit.numerator {
      var figure = figure
      figure.unit = over
      return reading(of: figure)
    }
    let wanted = figure.value * figure.unit.factor
    switch form {
    case .share: return share(figure, wanted)
    case .multiple: return multiple(figure, wanted)
    case .ordinal: return ordinal(figure, wanted)
    case .name(let what):
      guard value == wanted else { return .otherNumber }
      return isNamed(figure.unit.kind) ? amount(figure, wanted) : .otherThing(what)
    case .year:
      guard value == wanted else { return .otherNumber }
      if figure.unit.kind == .plain { return .stated([]) }
      return isNamed(figure.unit.kind) || after.unit != nil ? amount(figure, wanted) : .otherThing("a year")
    case .amount:
      if isMultiple {
        if case .stated(let doubts) = multiple(figure, wanted) { return .stated(doubts) }
      }
      return amount(figure, wanted)
    }
  }

  /// Whether a unit's symbol follows as the figure has it: "37 km/h".
  private func isSaidWhole(_ unit: Unit) -> Bool {
    guard case .measure(let said)? = after.unit, case .measure(let own) = unit.kind else { return false }
    return said == own
  }

  /// "Three times".
  var isMultiple: Bool { after.words.first == "times" && kind == .other && value >= 1 }

  /// Whether the thing that is counted follows at once.
  private func isNamed(_ kind: Unit.Kind) -> Bool {
    var near = after
    near.words = Array(near.words.prefix(3))
    return !after.isOf && near.names(kind)
  }

  // MARK: Amounts

  private func amount(_ figure: Figure, _ wanted: Decimal) -> Reading {
    var doubts: [Doubt] = []
    switch agreement(with: figure, wanted) {
    case .none: return .otherNumber
    case .alternative: doubts.append(.digits)
    case .same: break
    }
    switch isSameTime(figure, wanted) ? .stated([]) : unit(of: figure) {
    case .otherThing(let what): return .otherThing(what)
    case .otherNumber: return .otherNumber
    case .stated(let more): doubts += more
    }
    if isBelowZero, wanted > 0, figure.says(Self.balances), !figure.says(Self.falls + Self.ills) {
      return .otherThing("below zero")
    }
    if isOpposite(figure, wanted) { return .otherThing(movement == .down ? "a fall by it" : "a rise by it") }
    if movement != .none, isLevel(figure) { doubts.append(.movement(movement)) }
    return .stated(doubts)
  }

  private enum Agreement { case none, same, alternative }

  static let basisPoints: Set<String> = ["basis points", "bps", "bp"]

  private func agreement(with figure: Figure, _ wanted: Decimal) -> Agreement {
    var value = value
    if case .measure(let symbol) = figure.unit.kind, case .measure(let said) = after.unit,
      let factor = Measure.factor(from: said, to: symbol)
    {
      value *= factor
    }
    // They are read as hundredths of percentage points.
    if kind == .percentagePoints, case .count(_, let plural) = figure.unit.kind,
      Self.basisPoints.contains(plural)
    {
      value *= 100
    }
    if isSameTime(figure, wanted) { return .same }
    // A figure of −12% stands where the text says "12% lower", one of −15 thousand where it says "fell by 15 thousand", one of
    // −3 million where it says "a deficit of 3 million".
    if value == wanted || (isDecrease || isBelowZero) && wanted < 0 && value == -wanted { return .same }
    return alternative == wanted ? .alternative : .none
  }

  /// "36 months" for 3 years.
  private func isSameTime(_ figure: Figure, _ wanted: Decimal) -> Bool {
    guard kind == .other, case .time(_, let own) = figure.unit.kind, case .time(let said) = after.unit,
      own != said, let one = Self.times[said], let other = Self.times[own], one.base == other.base
    else { return false }
    return value * one.size == wanted * other.size
  }

  /// Of months and of days; how many days a month has is not known.
  private static let times: [String: (base: String, size: Decimal)] = [
    "years": ("months", 12), "months": ("months", 1), "weeks": ("days", 7), "days": ("days", 1),
  ]

  /// +12% where the text says "fell by 12%"; of other units where the figure is said to be a change.
  private func isOpposite(_ figure: Figure, _ wanted: Decimal) -> Bool {
    guard wanted > 0, figure.unit.isPercent || figure.says(Self.signed) else { return false }
    return isDecrease && !figure.says(Self.falls)
  }

  /// Whether the figure seems to be how much there is, and not by how much that has changed.
  private func isLevel(_ figure: Figure) -> Bool {
    if figure.says(Self.falls) || figure.says(Self.rises) { return false }
    // "The deficit narrowed by 3 million" says nothing of a balance of −3 million.
    if figure.value < 0 { return figure.says(Self.balances) && !isBelowZero }
    // "We lost 300 patients", "4 billion below the plan".
    if isDecrease, figure.says(Self.ills) { return false }
    switch figure.unit.kind {
    case .plain: return false
    case .percent: return figure.isShare && figure.value > 0
    default: return figure.value > 0
    }
  }

  /// How words for what has a sign begin, which may be below zero.
  private static let balances = ["balanc", "surplus", "profit", "income", "result"]
  /// Of what is below zero, missing or dead.
  private static let ills = [
    "deficit", "short", "lack", "miss", "overdraft", "died", "dead", "death", "dying", "kill", "fatal",
    "casualt", "victim", "perish",
  ]

  /// How words of change begin.
  static let falls = [
    "fall", "fell", "declin", "decreas", "drop", "reduc", "loss", "lost", "lose", "cut", "saving", "shrink",
    "shrank", "contracti", "lower", "less", "fewer", "below", "discount", "slump", "down", "gap", "cheaper",
    "narrow", "retreat", "sink", "sank", "sunk", "subsid", "reced", "recess", "ebb", "dip", "slid", "plung",
    "collaps",
    "weaken",
    "depreciat", "devalu", "eros", "erod", "melt", "thinn", "setback", "depopulat", "withdr",
  ]
  /// Of a change whose sign says whether it is a rise.
  private static let signed = ["chang", "grow", "rise", "rising", "rose", "increas", "gain"]
  static let rises = [
    "grow", "grew", "ris", "rose", "increas", "gain", "add", "new", "more", "extra", "additional", "up",
    "jump", "expan", "rais", "climb", "advanc", "widen", "deepen", "appreciat", "accelerat",
    "chang", "higher", "above", "differen", "surge", "improve",
  ]

  // MARK: Units

  private func unit(of figure: Figure) -> Reading {
    let unit = figure.unit.kind
    if kind == .other, after.contradicts(unit) { return .otherThing(thing(of: unit)) }
    switch (unit, kind) {
    case (.percent, .percent): return .stated([])
    case (.percent, .percentagePoints): return .stated([.points])
    case (.count(_, let plural), .percentagePoints):
      return .stated(
        ["percentage points", "points", "pp"].contains(plural) || Self.basisPoints.contains(plural)
          ? [] : [.noun("points")])
    case (.percent, _): return .otherThing("no percentage")
    case (_, .percent), (_, .percentagePoints): return .otherThing("a percentage")
    case (.currency(let own), .currency):
      guard let money, money.codes.contains(own) else { return .otherThing("money of another currency") }
      return .stated(money.isDoubtful(for: own) ? [.money(own)] : [])
    case (_, .currency): return .otherThing("an amount of money")
    case (.currency, .other):
      return after.thing.map { .otherThing("a number of \($0)") } ?? .stated([])
    case (.count, .other):
      if after.isCompound(besides: unit) { return .otherThing("a part of another word") }
      // "No new roads" says nothing of agreements.
      if value == 0, let noun = after.otherNoun(than: unit) { return .otherThing("a number of \(noun)") }
      // "Four times a year" for four meetings: whether it is a rate is asked of the label.
      if after.isFrequency || after.tellsDeaths(countedAs: unit) { return .stated([]) }
      return .stated(after.otherNoun(than: unit).map { [.noun($0)] } ?? [])
    default: return .stated([])
    }
  }

  private func thing(of unit: Unit.Kind) -> String {
    switch after.unit {
    case .time(let plural): "a number of \(plural)"
    case .measure(let symbol): "a number of \(symbol)"
    case nil: "a number of \(after.words.prefix(3).joined(separator: " "))"
    }
  }

  // MARK: Shares, multiples, ordinals

  /// Whether a number is a part or multiple, rounded to the decimals that the figure has.
  private func isRounded(_ exact: Decimal, _ figure: Figure) -> Bool {
    let decimals =
      if case .decimals(let decimals) = figure.precision { decimals } else { figure.value.decimalCount }
    return exact == figure.value || exact.rounded(decimals: max(0, decimals)) == figure.value
  }

  private func share(_ figure: Figure, _ wanted: Decimal) -> Reading {
    switch figure.unit.kind {
    case .percent:
      let percent = value * 100
      if isRounded(percent, figure) {
        if isDecrease, !figure.says(Self.falls) { return .otherThing("a fall by it") }
        return .stated(movement != .none && isLevel(figure) ? [.movement(movement)] : [])
      }
      return isDecrease && isRounded(-percent, figure) ? .stated([]) : .otherNumber
    case .plain: return isRounded(value, figure) ? .stated([]) : .otherNumber
    default: return .otherNumber
    }
  }

  /// "Doubled" is 2, "times 2", +100%.
  private func multiple(_ figure: Figure, _ wanted: Decimal) -> Reading {
    switch figure.unit.kind {
    case .plain: return isRounded(value, figure) ? .stated([]) : .otherNumber
    case .count(_, let plural):
      return ["times", "fold"].contains(plural) && value == wanted ? .stated([]) : .otherNumber
    case .percent:
      let change = isDecrease && value > 1 ? (1 / value - 1) * 100 : (value - 1) * 100
      if isRounded(change, figure) { return .stated([]) }
      if change < 0, isRounded(-change, figure) {
        return figure.says(Self.falls) ? .stated([]) : .otherThing("a fall by it")
      }
      return isRounded(value * 100, figure) ? .stated([.level]) : .otherNumber
    default: return .otherNumber
    }
  }

  /// Ranks are numbers without a unit, or places.
  private func ordinal(_ figure: Figure, _ wanted: Decimal) -> Reading {
    guard value == wanted else { return .otherNumber }
    switch figure.unit.kind {
    case .plain: return .stated([])
    case .count(_, let plural):
      return ["places", "place", "ranks", "rank", "positions", "position"].contains(plural)
        ? .stated([]) : .otherThing("a place in an order")
    default: return .otherThing("a place in an order")
    }
  }

  /// Whether the number is what a share comes to without its last digits: "a third" for 33%.
  func isRounding(_ figure: Figure) -> Bool {
    switch (form, figure.unit.kind) {
    case (.share, .percent): value * 100 != figure.value.magnitudeValue
    case (.share, .plain): value != figure.value
    default: false
    }
  }
}

extension Decimal {
  fileprivate var magnitudeValue: Decimal { self < 0 ? -self : self }
}

extension Figure {
  /// Whether its label says that it is a part of something, and no growth.
  var isShare: Bool { says(["share", "rate", "proportion", "percentage"]) }

  /// Whether a word of its label, unit or note begins so.
  func says(_ beginnings: [String]) -> Bool {
    let text = [label, unit.text, note ?? ""].joined(separator: " ")
    return TextToken.tokens(of: Array(text.unicodeScalars)).contains { word in
      beginnings.contains(where: word.key.hasPrefix)
    }
  }
}
