import Foundation

extension Figure {
  /// The figure in words; its period where it has none is empty. With `inDigits` a count below ten stays in digits
  /// in the forms of running text too, as on charts and in tables ("8 agreements", not "eight agreements").
  public func words(_ form: WordingForm, inDigits: Bool = false) -> String {
    let amount = Amount(
      value: value, precision: precision, unit: unit, rounding: qualifier.rounding,
      spellsSmallCounts: !inDigits)
    return switch form {
    case .full: qualified(amount.words)
    case .value: amount.words
    case .count: qualified(amount.count)
    case .number: amount.number
    case .short: short(amount)
    case .shortNumber: shortQualifier + amount.number
    case .period: period?.words() ?? ""
    case .periodShort: period?.words(short: true) ?? ""
    case .months: period?.monthsInWords() ?? ""
    case .year: period?.yearsInWords() ?? ""
    case .label: label
    }
  }

  /// With the qualifier as a sign: "≈ $2.5 bn", "> 200 agreements"; as charts and maps label their marks.
  public var valueWithUnit: String {
    let sign = words(.shortNumber).dropLast(words(.number).count)
    return sign.isEmpty ? words(.value, inDigits: true) : sign + noBreakSpace + words(.value, inDigits: true)
  }

  private func qualified(_ words: String) -> String {
    let qualifier = self.qualifier.words(isCount: unit.isCount)
    return qualifier.isEmpty ? words : "\(qualifier) \(words)"
  }

  /// A plus is the shortest for "more than" things counted.
  private func short(_ amount: Amount) -> String {
    if qualifier == .moreThan, unit.isCount { return amount.shortWords + "+" }
    return shortQualifier.isEmpty ? amount.shortWords : shortQualifier + noBreakSpace + amount.shortWords
  }

  private var shortQualifier: String {
    switch qualifier {
    case .exact: ""
    case .about: "≈"
    case .moreThan: ">"
    case .lessThan: "<"
    case .atLeast: "≥"
    case .atMost: "≤"
    case .moreThanAbout: ">≈"
    case .lessThanAbout: "<≈"
    }
  }
}

extension Qualifier {
  /// Before a number; empty for exact.
  func words(isCount: Bool) -> String {
    let vocabulary = Vocabulary.english
    return switch self {
    case .exact: ""
    case .about: vocabulary.about
    case .moreThan: vocabulary.moreThan
    case .lessThan: isCount ? vocabulary.fewerThan : vocabulary.lessThan
    case .atLeast: vocabulary.atLeast
    case .atMost: vocabulary.atMost
    case .moreThanAbout: "\(vocabulary.moreThan) \(vocabulary.about)"
    case .lessThanAbout: "\(isCount ? vocabulary.fewerThan : vocabulary.lessThan) \(vocabulary.about)"
    }
  }
}

extension Unit {
  /// Whether single things are counted (not measured, and no money or time).
  var isCount: Bool {
    if case .count = kind { return self != .percentagePoints }
    return false
  }
}
