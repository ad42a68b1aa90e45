import Foundation

/// The English words for numbers.
enum NumberWords {
  /// Zero to ninety.
  static let small: [String: Int] = {
    var numbers: [String: Int] = ["nil": 0]
    for (value, word) in ones.enumerated() { numbers[word] = value }
    for (index, word) in tens.enumerated() { numbers[word] = (index + 2) * 10 }
    return numbers
  }()

  private static let ones = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// First to ninetieth.
  static let ordinals: [String: Int] = {
    let irregular = [
      "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    ]
    var numbers = irregular
    for (word, value) in small where value > 0 && !irregular.values.contains(value) {
      numbers[word.hasSuffix("y") ? word.dropLast() + "ieth" : word + "th"] = value
    }
    return numbers
  }()

  /// After digits: "17th".
  static let ordinalEndings: Set<String> = ["st", "nd", "rd", "th"]

  /// What a thing is divided into: "two thirds", "a quarter".
  static let parts: [String: Int] = {
    var parts = ["half": 2, "halves": 2, "quarter": 4, "quarters": 4, "hundredth": 100, "hundredths": 100]
    for (word, value) in ordinals where value > 2 {
      parts[word] = value
      parts[word + "s"] = value
    }
    return parts
  }()

  /// "½" by its numerator and denominator.
  static let vulgarFractions: [String: (Int, Int)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
  ]

  /// Verbs that multiply.
  static let multiples: [String: Decimal] = {
    var multiples: [String: Decimal] = [
      "twice": 2, "thrice": 3, "double": 2, "triple": 3, "treble": 3, "twofold": 2,
      "halving": Decimal(5) / 10,
      "halved": Decimal(5) / 10, "halves": Decimal(5) / 10,
    ]
    for (stem, value) in [
      ("doubl", 2), ("tripl", 3), ("trebl", 3), ("quadrupl", 4), ("quintupl", 5), ("sextupl", 6),
    ] as [(String, Decimal)] {
      for ending in ["e", "es", "ed", "ing"] { multiples[stem + ending] = value }
    }
    for (word, value) in small where value > 1 { multiples[word + "fold"] = Decimal(value) }
    multiples["hundredfold"] = 100
    multiples["thousandfold"] = 1000
    return multiples
  }()

  /// Words after which a number is that many times larger. "Hundred" among them, since it stands after digits too.
  static let scales: [String: Decimal] = {
    let others: [String: Decimal] = [
      "hundred": 100, "lakh": 100_000, "lakhs": 100_000, "lac": 100_000, "crore": 10_000_000,
      "crores": 10_000_000, "quadrillion": 1_000_000_000_000_000,
    ]
    return others.merging(ScaleNames.index(\.words).mapValues(\.factor)) { other, _ in other }
  }()

  /// Written after digits alone. What is not clear may be another thing, and counts where it is glued to them or stands
  /// after a currency.
  static let shortScales: [String: (factor: Decimal, isClear: Bool)] = {
    var scales: [String: (factor: Decimal, isClear: Bool)] = [
      "cr": (10_000_000, false), "万": (10_000, true), "萬": (10_000, true), "亿": (100_000_000, true),
      "億": (100_000_000, true),
    ]
    for (name, scale) in ScaleNames.index({ $0.short + $0.afterDigits }) {
      scales[name] = (scale.factor, true)
    }
    for (name, scale) in ScaleNames.index(\.letters) { scales[name] = (scale.factor, false) }
    return scales
  }()

  /// Letters that are a scale only after a currency.
  static let moneyScales = ScaleNames.index(\.moneyLetters).mapValues(\.factor)
}
